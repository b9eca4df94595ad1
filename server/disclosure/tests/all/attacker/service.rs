//! A service that publishes round by round, with the library's rules or with simpler ones.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use disclosure::spans::{SpanRound, SpanUnit, moved_units, release_span};
use disclosure::windows::{Ballots, Window, people_who_answered, people_who_took_part};
use disclosure::{Decision, Direct, State, Threshold, Unit, release_among};

use super::history::{Fate, History, Person};

/// A published figure: a unit, everything below it, and rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) unit: usize,
    pub(crate) rounds: Range<usize>,
}

/// How the units over a span are decided.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// As the library does.
    Library,
    /// R1 and R2 over the span, as if nothing else had been published.
    SpanAlone,
}

/// What was published, and how many units had enough answers when their window ended.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) figures: Vec<Figure>,
    /// Figures that could be shown where an earlier one is shown again. They leave no hole.
    held: Vec<Figure>,
    pub(crate) eligible: usize,
}

impl Outcome {
    /// Whether a figure of this unit covers the round.
    pub(crate) fn covers(&self, unit: usize, round: usize) -> bool {
        self.figures.iter().any(|figure| figure.unit == unit && figure.rounds.contains(&round))
    }

    /// The number of the figure of this unit that covers the round, a held one too.
    fn figure_at(&self, unit: usize, round: usize) -> Option<u32> {
        let is_it = |figure: &&Figure| figure.unit == unit && figure.rounds.contains(&round);
        self.figures.iter().chain(&self.held).find(is_it).map(|figure| figure.rounds.start as u32)
    }
}

/// Publishes a quarter in the order of time, short windows before long ones.
pub(crate) fn publish(history: &History, rule: Rule, threshold: Threshold) -> Outcome {
    let mut outcome = Outcome::default();
    for end in 1..=history.rounds {
        for window in Window::ALL {
            for range in window.in_quarter(history.rounds as u32) {
                let span = range.start as usize..range.end as usize;
                if span.end == end {
                    publish_span(history, rule, threshold, window, span, &mut outcome);
                }
            }
        }
    }
    outcome
}

#[expect(clippy::unwrap_used, reason = "a helper of tests")]
fn publish_span(
    history: &History,
    rule: Rule,
    threshold: Threshold,
    window: Window,
    span: Range<usize>,
    outcome: &mut Outcome,
) {
    let units = span_units(history, window, &span, outcome);
    let candidates: Vec<bool> = units.iter().map(|unit| unit.is_candidate && !unit.is_moved).collect();
    let decisions: Vec<Decision<usize>> = match rule {
        Rule::Library => release_span(&units, threshold).unwrap(),
        Rule::SpanAlone => {
            let reports: Vec<usize> =
                units.iter().zip(&candidates).filter(|(_, is)| **is).map(|(unit, _)| unit.id).collect();
            let plain: Vec<Unit<usize>> = units.iter().map(without_rounds).collect();
            release_among(&plain, threshold, |unit| reports.contains(unit)).unwrap()
        }
    };
    for (decision, is_candidate) in decisions.into_iter().zip(candidates) {
        outcome.eligible += usize::from(is_candidate && threshold.allows(decision.answered));
        if decision.state == State::Published {
            let figure = Figure { unit: decision.id, rounds: span.clone() };
            match history.fates[span.end - 1][decision.id] {
                Fate::Shown => outcome.figures.push(figure),
                Fate::Held => outcome.held.push(figure),
                Fate::NotMade => {}
            }
        }
    }
}

fn without_rounds(unit: &SpanUnit<usize>) -> Unit<usize> {
    Unit {
        id: unit.id,
        parent: unit.parent,
        direct: Direct {
            roster: unit.roster.max(unit.answered),
            answered: unit.answered,
            fresh: 0,
            by_code: unit.by_code.min(unit.answered),
        },
    }
}

/// What the service knows: who cast a ballot where, and how many answers each unit has, not whose. A window stands
/// on the tree and the roster of its first round, with what was founded later where it was founded, and each person
/// is counted in the unit of the first ballot, as in `count.rs` and `mod.rs` of `server/staff/src/release`.
fn span_units(
    history: &History,
    window: Window,
    span: &Range<usize>,
    outcome: &Outcome,
) -> Vec<SpanUnit<usize>> {
    let tree = |round: usize| -> Vec<(usize, Option<usize>)> {
        let there = (0..history.units()).filter(|&unit| history.exists(unit, round));
        there.map(|unit| (unit, history.parents[round][unit])).collect()
    };
    let moved = moved_units(&span.clone().map(tree).collect::<Vec<_>>());
    let homes: Vec<Option<usize>> = history
        .people
        .iter()
        .map(|person| span.clone().find(|&round| person.cast[round]).map(|round| person.unit[round]))
        .collect();
    let carries = |person: &Person, home: Option<usize>, at: usize| home == Some(at) && !person.is_fresh;
    let mut own: BTreeMap<(usize, usize), Cell> = BTreeMap::new();
    // People known to have taken part in a round that asked.
    let mut known: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (number, (person, home)) in history.people.iter().zip(&homes).enumerate() {
        for round in span.clone().filter(|&round| history.asked[round]) {
            let at = person.unit[round];
            let cell = own.entry((at, round)).or_default();
            cell.roster += 1;
            cell.has_codes |= person.has_codes;
            if person.cast[round] {
                cell.ballots.cast += 1;
                cell.ballots.answers += u32::from(person.answered[round]);
                cell.codes += u32::from(person.has_codes);
                if !carries(person, *home, at) {
                    cell.guests += 1;
                } else if !person.has_codes {
                    known.entry(at).or_default().insert(number);
                }
            }
        }
    }
    (0..history.units())
        .filter(|&unit| history.exists(unit, span.end - 1))
        .map(|unit| {
            let known = known.get(&unit).map_or(0, |people| people.len() as u32);
            let cells: Vec<Cell> =
                span.clone().map(|round| own.get(&(unit, round)).copied().unwrap_or_default()).collect();
            let without_guests: Vec<Ballots> = cells.iter().map(Cell::without_guests).collect();
            let codes: Vec<u32> = cells.iter().map(|cell| cell.codes).collect();
            let most: u32 = without_guests.iter().map(|own| own.answers).sum();
            let rounds = span
                .clone()
                .zip(cells.iter().zip(&without_guests))
                .map(|(round, (cell, own))| SpanRound {
                    roster: cell.roster,
                    answers: cell.ballots.answers,
                    people: own.answers,
                    figure: outcome.figure_at(unit, round),
                })
                .collect();
            SpanUnit {
                id: unit,
                parent: history.parents[span.start.max(history.founded[unit])][unit],
                is_candidate: history.windows[unit] == Some(window) && history.exists(unit, span.start),
                is_moved: moved.contains(&unit),
                roster: history.people.iter().filter(|person| person.unit[span.start] == unit).count() as u32,
                answered: people_who_answered(people_who_took_part(known, &codes), &without_guests).min(most),
                by_code: cells.iter().map(Cell::by_code).max().unwrap_or(0),
                rounds,
            }
        })
        .collect()
}

/// One unit in one round.
#[derive(Clone, Copy, Default)]
struct Cell {
    roster: u32,
    ballots: Ballots,
    /// Ballots of people who are counted elsewhere or do not carry a figure.
    guests: u32,
    codes: u32,
    /// Whether anybody on the roster answers by one-time codes.
    has_codes: bool,
}

impl Cell {
    /// Answers by code. Where some answer so, one at least is taken to be there.
    fn by_code(&self) -> u32 {
        if self.has_codes { self.ballots.answers.max(1) } else { 0 }
    }

    fn without_guests(&self) -> Ballots {
        Ballots {
            cast: self.ballots.cast - self.guests,
            answers: self.ballots.answers.saturating_sub(self.guests),
        }
    }
}
