//! Units of a panel that acted, each before and after, beside those that did not.

use super::beside::{Beside, NoComparison, Series, of_rate_beside};
use super::{Change, Reason, of_rate};
use crate::panel::Panel;
use crate::spc::Count;
use std::collections::HashMap;

/// What became of a unit's rate after it acted.
#[derive(Debug, Clone, PartialEq)]
pub struct Acted {
    /// Index of the unit.
    pub unit: usize,
    /// First period of the action.
    pub began: i64,
    /// What changed.
    pub outcome: Outcome,
}

/// A change beside sister units, or alone where there are none, which is to be said.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Beside the units that did not act.
    Beside {
        /// The change.
        change: Beside,
        /// Units that did not act, by index, in the order of the weights.
        sisters: Vec<usize>,
    },
    /// Without comparison: season, trend and what all share are still in it.
    Alone(Change),
    /// There is no change to tell.
    None(Reason),
}

/// Each unit that acted, in the panel's order. `began` holds for each unit the first period of its action, if it
/// acted; sisters are the units that never did.
#[must_use]
pub fn acted(panel: &Panel, began: &[Option<i64>]) -> Vec<Acted> {
    let at: HashMap<(usize, i64), Count> = panel
        .rows
        .iter()
        .map(|row| ((row.unit as usize, row.period), Count { count: row.count, exposure: row.exposure }))
        .collect();
    let periods = || panel.rows.iter().map(|row| row.period);
    let (Some(first), Some(last)) = (periods().min(), periods().max()) else { return Vec::new() };
    // Periods of a panel lie side by side; one whose numbers do not is no series.
    if last - first > 100_000 {
        return Vec::new();
    }
    let series = |unit: usize, began: i64| {
        let missing = Count { count: 0.0, exposure: 0.0 };
        let of = |from: i64, to: i64| -> Vec<Count> {
            (from..to).map(|period| at.get(&(unit, period)).copied().unwrap_or(missing)).collect()
        };
        Series { before: of(first, began), after: of(began, last + 1) }
    };
    let sisters: Vec<usize> =
        (0..panel.units.len()).filter(|unit| began.get(*unit).copied().flatten().is_none()).collect();
    let one = |(unit, began): (usize, i64)| {
        let own = series(unit, began);
        let others: Vec<Series> = sisters.iter().map(|sister| series(*sister, began)).collect();
        let outcome = match of_rate_beside(&own, &others) {
            Ok(change) => Outcome::Beside { change, sisters: sisters.clone() },
            Err(NoComparison::Unit(reason)) => Outcome::None(reason),
            Err(_) => of_rate(&own.before, &own.after).map_or_else(Outcome::None, Outcome::Alone),
        };
        Acted { unit, began, outcome }
    };
    began.iter().enumerate().filter_map(|(unit, began)| Some((unit, (*began)?))).map(one).collect()
}
