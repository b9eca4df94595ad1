//! Random quarters: people of an organisation who answer, skip, move and use codes, round by round.

use disclosure::Threshold;
use disclosure::windows::{EveryRoundFrom, UnitWindow, Window, never_shorter_than_above};

use crate::numbers::Numbers;

/// So many people fit into the attacker's sets.
const MOST_PEOPLE: usize = 128;

/// One person through the quarter.
pub(crate) struct Person {
    /// The unit in each round.
    pub(crate) unit: Vec<usize>,
    /// Whether a ballot was cast in each round.
    pub(crate) cast: Vec<bool>,
    /// Whether the ballot held an answer to the question looked at.
    pub(crate) answered: Vec<bool>,
    /// Whether the ballots are cast by one-time codes.
    pub(crate) has_codes: bool,
    /// Whether the ballots do not carry a figure.
    pub(crate) is_fresh: bool,
}

/// What becomes of a figure that may be shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Shown,
    /// An earlier one is shown again, because few people joined or left.
    Held,
    /// It is not made, because it would tell that everybody answered.
    NotMade,
}

/// An organisation through a quarter. Units are numbered from zero, the root.
pub(crate) struct History {
    pub(crate) rounds: usize,
    /// Whether each round asked the question looked at.
    pub(crate) asked: Vec<bool>,
    /// The unit above each, by round.
    pub(crate) parents: Vec<Vec<Option<usize>>>,
    /// The round in which each unit was founded.
    pub(crate) founded: Vec<usize>,
    pub(crate) windows: Vec<Option<Window>>,
    /// What becomes of a unit's figure that ends with a round and may be shown, by round.
    pub(crate) fates: Vec<Vec<Fate>>,
    pub(crate) people: Vec<Person>,
}

impl History {
    /// Whether `lower` is `upper` or below it in a round.
    pub(crate) fn is_within(&self, lower: usize, upper: usize, round: usize) -> bool {
        let mut at = Some(lower);
        while let Some(unit) = at {
            if unit == upper {
                return true;
            }
            at = self.parents[round][unit];
        }
        false
    }

    pub(crate) fn units(&self) -> usize {
        self.parents[0].len()
    }

    /// Whether the unit is there in a round.
    pub(crate) fn exists(&self, unit: usize, round: usize) -> bool {
        self.founded[unit] <= round
    }

    /// Who is to be in a unit that is not yet there is in the one above until then.
    fn keep_people_where_units_are(&mut self) {
        for person in &mut self.people {
            for (round, unit) in person.unit.iter_mut().enumerate() {
                while let Some(above) = self.parents[round][*unit].filter(|_| self.founded[*unit] > round) {
                    *unit = above;
                }
            }
        }
    }

    /// People of a unit and below in a round.
    pub(crate) fn roster(&self, unit: usize, round: usize) -> usize {
        self.people.iter().filter(|person| self.is_within(person.unit[round], unit, round)).count()
    }
}

/// What the organisations of a survey have in common.
#[derive(Clone, Copy)]
pub(crate) struct Kind {
    pub(crate) most_units: usize,
    pub(crate) most_rounds: usize,
    /// Per cent of the organisations in which people move, units move or are founded, rounds do not ask, figures are
    /// held and questions are skipped, each by itself.
    pub(crate) trouble: usize,
    /// Whether windows follow from the roster. Otherwise they are drawn.
    pub(crate) has_chosen_windows: bool,
    /// Whether the organisation is a chain of two or three sites with teams of four to fifteen, half to nine
    /// tenths of all answering. Otherwise units hang and fill as they are drawn.
    pub(crate) is_chain: bool,
}

pub(crate) fn quarter(numbers: &mut Numbers, kind: Kind, threshold: Threshold) -> History {
    let units = 2 + numbers.below(kind.most_units - 1);
    let rounds = if kind.is_chain { kind.most_rounds } else { 1 + numbers.below(kind.most_rounds) };
    let tree: Vec<Option<usize>> = if kind.is_chain {
        chain(numbers)
    } else {
        (0..units).map(|unit| unit.checked_sub(1).map(|last| numbers.below(last + 1))).collect()
    };
    let units = tree.len();
    let mut parents = vec![tree.clone(); rounds];
    if numbers.below(100) < kind.trouble {
        move_a_unit(numbers, &mut parents);
    }
    let founded = founded(numbers, kind, &parents);
    let (people, asked) = people(numbers, kind, &tree, rounds);
    let fates = vec![vec![Fate::Shown; units]; rounds];
    let mut history = History { rounds, asked, parents, founded, windows: Vec::new(), fates, people };
    history.keep_people_where_units_are();
    if numbers.below(100) < kind.trouble {
        let share = 1 + numbers.below(3);
        for fate in history.fates.iter_mut().flatten() {
            *fate = match numbers.below(10) {
                drawn if drawn >= share => Fate::Shown,
                0 => Fate::NotMade,
                _ => Fate::Held,
            };
        }
    }
    history.windows = windows(numbers, kind, &history, threshold);
    history
}

fn chain(numbers: &mut Numbers) -> Vec<Option<usize>> {
    let sites = 2 + numbers.below(2);
    let mut tree = vec![None];
    tree.resize(sites + 1, Some(0));
    for site in 1..=sites {
        tree.resize(tree.len() + 2 + numbers.below(3), Some(site));
    }
    tree
}

/// Hangs one unit under another from some round on.
fn move_a_unit(numbers: &mut Numbers, parents: &mut [Vec<Option<usize>>]) {
    let units = parents[0].len();
    // A unit always hangs under one with a lower number, so no cycle can come about.
    let unit = 1 + numbers.below(units - 1);
    let above = numbers.below(unit);
    let from = numbers.below(parents.len());
    for tree in &mut parents[from..] {
        tree[unit] = Some(above);
    }
}

/// In which round each unit is founded, never before the one above it.
fn founded(numbers: &mut Numbers, kind: Kind, parents: &[Vec<Option<usize>>]) -> Vec<usize> {
    let is_trouble = numbers.below(100) < kind.trouble;
    let mut founded: Vec<usize> = Vec::new();
    for unit in 0..parents[0].len() {
        let is_late = is_trouble && unit > 0 && numbers.below(4) == 0;
        let own = if is_late { numbers.below(parents.len()) } else { 0 };
        let above = parents.iter().filter_map(|tree| tree[unit]).map(|above| founded[above]).max();
        founded.push(own.max(above.unwrap_or(0)));
    }
    founded
}

/// The people, and which rounds ask.
fn people(
    numbers: &mut Numbers,
    kind: Kind,
    tree: &[Option<usize>],
    rounds: usize,
) -> (Vec<Person>, Vec<bool>) {
    let mut is_trouble = || numbers.below(100) < kind.trouble;
    let (moves, skips, codes, rests) = (is_trouble(), is_trouble(), is_trouble(), is_trouble());
    let newcomers = is_trouble();
    let asked: Vec<bool> = (0..rounds).map(|_| !rests || numbers.below(4) > 0).collect();
    let turnout = if kind.is_chain { 50 + numbers.below(41) } else { 25 + numbers.below(75) };
    let mut people = Vec::new();
    for unit in 0..tree.len() {
        let is_team = !tree.contains(&Some(unit));
        let count = match (kind.is_chain, is_team) {
            (false, true) => numbers.below(13),
            (false, false) => numbers.below(5),
            (true, true) => 4 + numbers.below(12),
            // The managers of the units below.
            (true, false) => tree.iter().filter(|above| **above == Some(unit)).count(),
        };
        // Some always answer, some hardly ever: rounds are not independent.
        let own_turnout = if !kind.is_chain && numbers.below(3) == 0 { 100 } else { turnout };
        for _ in 0..count.min(MOST_PEOPLE - people.len()) {
            let has_codes = codes && numbers.below(4) == 0;
            let mut at = vec![unit; rounds];
            if moves && !has_codes && numbers.below(6) == 0 {
                let (to, from) = (numbers.below(tree.len()), numbers.below(rounds));
                at[from..].fill(to);
            }
            let cast: Vec<bool> = (0..rounds).map(|_| numbers.below(100) < own_turnout).collect();
            let answered = cast
                .iter()
                .zip(&asked)
                .map(|(&cast, &asked)| cast && asked && !(skips && numbers.below(8) == 0))
                .collect();
            let is_fresh = newcomers && !has_codes && numbers.below(6) == 0;
            people.push(Person { unit: at, cast, answered, has_codes, is_fresh });
        }
    }
    (people, asked)
}

#[expect(clippy::unwrap_used, reason = "a helper of tests")]
fn windows(
    numbers: &mut Numbers,
    kind: Kind,
    history: &History,
    threshold: Threshold,
) -> Vec<Option<Window>> {
    let units: Vec<UnitWindow<usize>> = (0..history.units())
        .map(|unit| {
            let roster = history.roster(unit, 0) as u32;
            let drawn = [Window::One, Window::One, Window::Third, Window::Third, Window::Quarter];
            let own = if kind.has_chosen_windows {
                Window::choose(roster, None, EveryRoundFrom::DEFAULT, threshold)
            } else if unit == 0 {
                Some(drawn[numbers.below(3)])
            } else {
                (numbers.below(20) > 0).then(|| drawn[numbers.below(drawn.len())])
            };
            UnitWindow { id: unit, parent: history.parents[0][unit], own }
        })
        .collect();
    never_shorter_than_above(&units).unwrap()
}
