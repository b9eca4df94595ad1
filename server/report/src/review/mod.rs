//! The review of a quarter, made from rows of the ledger and of the roll-up: one pure function, in which all
//! rounding happens.
//!
//! * [`Input`]: what it is made from; [`file`]: the same read from a file;
//! * `structure`: which unit belonged to which in each round; `staff`, `rates`, `cases`: the figures.

mod cases;
pub mod file;
mod input;
mod numbers;
pub mod pages;
mod part;
mod rates;
mod staff;
mod structure;
pub mod tables;
mod words;

use std::collections::BTreeMap;

use domain::{
    Lang,
    insight::pack::{Action, Cell, Pack, Place, Round, Rounds, SCHEMA, Said, State, Tests},
};

pub use input::{
    ActionInput, CaseInput, ClockInput, Counted, Input, LedgerRow, RoundInput, SeriesInput, UnitInput, Volume,
};

pub use numbers::numbers;

/// JSON Schema of the model.
pub const SCHEMA_FILE: &str = include_str!("review-1.json");

pub use part::of_unit;
pub use words::lines;

use structure::Structure;

/// The pack of the quarter.
pub fn pack(input: &Input) -> Pack {
    let structure = Structure::of(input);
    let sums = staff::sums(input);
    let (complaints, rate_tests) = rates::complaints(input, &structure);
    let (units, core, items) = staff::rows(input, &structure, &sums, &complaints);
    let drivers = staff::drivers(input, &units);
    let matrix_4_3 = staff::matrix(input, &structure, &units);
    let hidden = staff::hidden(input, &sums, &units);
    let now = || input.rounds.iter().filter(|round| round.is_now);
    let mut pack = Pack {
        schema: SCHEMA.to_owned(),
        organisation: input.organisation.clone(),
        quarter: input.quarter.clone(),
        previous: input.previous.clone(),
        dated: input.dated.clone(),
        rounds: Rounds {
            released: count(now().filter(|round| !round.is_void)),
            void: now().filter(|round| round.is_void).map(|round| round.starts.clone()).collect(),
        },
        calendar: input.rounds.iter().map(round).collect(),
        places: places(input, &structure),
        tests: Tests { core, items, rates: rate_tests },
        units,
        drivers,
        complaints: input.units.iter().map(|unit| unit.id.clone()).zip(complaints).collect(),
        cases: cases::cases(input, &structure),
        matrix_4_3,
        hidden,
        cells: cells(input),
        actions: input.actions.iter().map(action).collect(),
        own: input.own.iter().map(|own| own.0.clone()).collect(),
    };
    let said = |row| Said {
        en: words::said(&pack, row, "review-said", Lang::En),
        nb: words::said(&pack, row, "review-said", Lang::Nb),
    };
    let said: Vec<Said> = pack.units.iter().map(said).collect();
    pack.units.iter_mut().zip(said).for_each(|(row, said)| row.said = said);
    pack
}

fn round(round: &RoundInput) -> Round {
    let mut items: Vec<_> = round.items.iter().map(|measure| measure.name().into_owned()).collect();
    items.sort_unstable();
    Round { n: round.n, starts: round.starts.clone(), is_now: round.is_now, is_void: round.is_void, items }
}

fn action(action: &ActionInput) -> Action {
    Action {
        id: action.id,
        unit: action.unit.clone(),
        tried: action.tried.clone(),
        driver: action.driver.clone(),
        factor: action.factor.clone(),
        role: action.role.clone(),
        from: action.from.clone(),
        review_on: action.review_on.clone(),
        state: action.state.clone(),
    }
}

fn places(input: &Input, structure: &Structure) -> Vec<Place> {
    let last = input.rounds.len().saturating_sub(1);
    let name = |at: usize| input.units.get(at).map(|unit| unit.id.clone());
    let of = |(at, unit): (usize, &UnitInput)| {
        // A closed unit stands where it stood last.
        let end = structure.last_at(at).unwrap_or(last);
        let chain = structure.above(at, end);
        Place {
            unit: unit.id.clone(),
            number: unit.number.clone(),
            name: unit.name.clone(),
            kind: unit.kind.clone(),
            depth: u32::try_from(chain.len()).unwrap_or(u32::MAX),
            parent: chain.first().copied().and_then(name),
            is_team: structure.is_team(at),
            people: unit.roster[1],
            window: unit.window[1],
            closed: input.rounds.get(end + 1).filter(|round| round.is_now).map(|round| round.starts.clone()),
        }
    };
    input.units.iter().enumerate().map(of).collect()
}

fn cells(input: &Input) -> Vec<Cell> {
    let of = |row: &LedgerRow| {
        let is_shown = row.state == State::Published;
        Cell {
            place: u32::try_from(row.unit).unwrap_or(u32::MAX),
            series: row.series,
            first_round: row.first_round,
            last_round: row.last_round,
            measure: row.measure.name().into_owned(),
            state: row.state,
            value: row.value.filter(|_| is_shown),
            lower: row.lower.filter(|_| is_shown),
            upper: row.upper.filter(|_| is_shown),
            band: row.band.clone().filter(|_| is_shown),
        }
    };
    let mut cells: Vec<&LedgerRow> = input.ledger.iter().collect();
    // The order of rows in a database or a file is nobody's: the same data give the same bytes.
    cells.sort_by_key(|row| (row.unit, row.series, row.last_round, row.first_round, row.measure));
    cells.into_iter().map(of).collect()
}

pub(crate) fn count<T>(of: impl Iterator<Item = T>) -> u32 {
    u32::try_from(of.count()).unwrap_or(u32::MAX)
}

/// Numerator over denominator to whole numbers, halves away from zero; the denominator is positive.
pub(crate) fn rounded(numerator: i64, denominator: i64) -> i64 {
    let (n, d) = (i128::from(numerator), i128::from(denominator.max(1)));
    let half_up = (2 * n.abs() + d) / (2 * d);
    i64::try_from(half_up * n.signum()).unwrap_or(0)
}

/// Whole percent of a share between two counts, halves away from zero.
pub(crate) fn percent(part: i64, whole: i64) -> i32 {
    i32::try_from(rounded(part.saturating_mul(100), whole)).unwrap_or(0)
}

/// A computed number in whole percent.
#[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
pub(crate) fn whole_percent(share: f64) -> i32 {
    (share * 100.0).round().clamp(0.0, 100.0) as i32
}

/// Sums by key of counted things, for a unit and everything that lay below it when they came in.
pub(crate) fn add(into: &mut BTreeMap<String, i64>, key: &str, count: i64) {
    match into.get_mut(key) {
        Some(sum) => *sum += count,
        None => {
            into.insert(key.to_owned(), count);
        }
    }
}
