//! A service that publishes round by round, with the library's rules or with simpler ones.

use std::collections::BTreeMap;
use std::ops::Range;

use disclosure::spans::{SpanRound, SpanUnit, moved_units, release_span};
use disclosure::windows::{Ballots, Window, people_who_answered, people_who_took_part};
use disclosure::{Decision, Direct, State, Threshold, Unit, release_among};

use super::history::{History, Person};

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
    pub(crate) eligible: usize,
}

impl Outcome {
    /// Whether a figure of this unit covers the round.
    pub(crate) fn covers(&self, unit: usize, round: usize) -> bool {
        self.figures.iter().any(|figure| figure.unit == unit && figure.rounds.contains(&round))
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
    let is_candidate = |unit: &usize| units[*unit].is_candidate && !units[*unit].is_moved;
    let decisions: Vec<Decision<usize>> = if rule == Rule::SpanAlone || window == Window::One {
        let plain: Vec<Unit<usize>> = units.iter().map(without_rounds).collect();
        release_among(&plain, threshold, is_candidate).unwrap()
    } else {
        release_span(&units, threshold).unwrap()
    };
    for decision in decisions {
        if is_candidate(&decision.id) && threshold.allows(decision.answered) {
            outcome.eligible += 1;
        }
        if decision.state == State::Published {
            outcome.figures.push(Figure { unit: decision.id, rounds: span.clone() });
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

/// What the service knows: who cast a ballot where, and how many answers each unit has, not whose.
fn span_units(
    history: &History,
    window: Window,
    span: &Range<usize>,
    outcome: &Outcome,
) -> Vec<SpanUnit<usize>> {
    let last = span.end - 1;
    let trees: Vec<Vec<(usize, Option<usize>)>> =
        history.parents[span.clone()].iter().map(|tree| tree.iter().copied().enumerate().collect()).collect();
    let moved = moved_units(&trees);
    // Each person is counted in the unit of the last ballot.
    let homes: Vec<Option<usize>> = history
        .people
        .iter()
        .map(|person| span.clone().rev().find(|&round| person.cast[round]).map(|round| person.unit[round]))
        .collect();
    let carries = |person: &Person, home: Option<usize>, at: usize| home == Some(at) && !person.is_fresh;
    let mut own: BTreeMap<(usize, usize), Cell> = BTreeMap::new();
    for (person, home) in history.people.iter().zip(&homes) {
        for round in span.clone() {
            let cell = own.entry((person.unit[round], round)).or_default();
            cell.roster += u32::from(!history.voided[round]);
            if person.cast[round] {
                cell.ballots.cast += 1;
                cell.ballots.answers += u32::from(person.answered[round]);
                cell.guests += u32::from(!carries(person, *home, person.unit[round]));
                cell.codes += u32::from(person.has_codes);
            }
        }
    }
    (0..history.units())
        .map(|unit| {
            let known = (history.people.iter().zip(&homes))
                .filter(|(person, home)| !person.has_codes && carries(person, **home, unit))
                .count() as u32;
            let cells: Vec<Cell> =
                span.clone().map(|round| own.get(&(unit, round)).copied().unwrap_or_default()).collect();
            let without_guests: Vec<Ballots> = cells.iter().map(Cell::without_guests).collect();
            let codes: Vec<u32> = cells.iter().map(|cell| cell.codes).collect();
            let figure_at = |round: usize| {
                outcome
                    .figures
                    .iter()
                    .find(|figure| figure.unit == unit && figure.rounds.contains(&round))
                    .map(|figure| figure.rounds.start as u32)
            };
            let rounds = span
                .clone()
                .zip(cells.iter().zip(&without_guests))
                .map(|(round, (cell, own))| SpanRound {
                    roster: cell.roster,
                    answers: cell.ballots.answers,
                    people: own.answers,
                    figure: figure_at(round),
                })
                .collect();
            SpanUnit {
                id: unit,
                parent: history.parents[last][unit],
                is_candidate: history.windows[unit] == Some(window) && !history.held[last][unit],
                is_moved: moved.contains(&unit),
                roster: history.people.iter().filter(|person| person.unit[last] == unit).count() as u32,
                answered: people_who_answered(people_who_took_part(known, &codes), &without_guests),
                by_code: codes.iter().sum(),
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
}

impl Cell {
    fn without_guests(&self) -> Ballots {
        Ballots {
            cast: self.ballots.cast - self.guests,
            answers: self.ballots.answers.saturating_sub(self.guests),
        }
    }
}
