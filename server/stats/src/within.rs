//! Two scores side by side: when one of them lies above its unit's own usual level, where does the other lie?
//!
//! A straight line through what is left of both after each unit's own level and what all units share in a
//! period are taken out (least squares with unit and period effects). Rounds of one unit resemble each other, so
//! the standard error is cluster-robust by unit, with the usual small-sample factor, and the interval is
//! Student's t with one degree of freedom less than units.

use crate::distribution::{finite, t_quantile, t_two_sided};
use crate::linear::{Factor, Square, dot};
use crate::link::gate::{self, Gate, Severity};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::ops::Range;

/// Periods the median unit needs. Fewer than the link asks for, because a question that takes turns comes back
/// only every few rounds, and because the units, not the periods, carry the uncertainty.
pub const FEWEST_PERIODS: f64 = 6.0;
/// Standard deviation within units, on a scale of 100, that the first score has to reach.
pub const SMALLEST_DEVIATION: f64 = 100.0 * gate::SMALLEST_VARIATION;

/// Both scores of a unit in a period, each from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Which unit; any number.
    pub unit: i64,
    /// Which period; any number.
    pub period: i64,
    /// The score whose slope is wanted.
    pub x: f64,
    /// The score that goes with it.
    pub y: f64,
}

/// What the pairs say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Association {
    /// The slope, where there is one.
    pub slope: Option<Slope>,
    /// Units with at least two pairs.
    pub units: u64,
    /// Pairs of these units.
    pub pairs: u64,
    /// What keeps the slope from being read as a finding, the most closed first.
    pub gates: Vec<Gate>,
}

/// Points of `y` that go with one point of `x`, within a unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Slope {
    /// The slope.
    pub estimate: f64,
    /// Cluster-robust standard error.
    pub standard_error: f64,
    /// 95 % interval, ascending.
    pub interval: [f64; 2],
    /// P-value of no association.
    pub p: f64,
}

impl Association {
    /// How far the gates are closed; `None` with all of them open.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        self.gates.iter().map(Gate::severity).max()
    }

    /// Whether the slope may be read as a finding and its interval excludes 0.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        let is_open = self.severity().is_none_or(|severity| severity <= Severity::Early);
        is_open && self.slope.is_some_and(|slope| slope.interval[0] * slope.interval[1] > 0.0)
    }
}

/// The association of two scores within units. `name` is what a closed gate calls the first one.
///
/// Pairs with a number that is not finite are left out, as are units with a single pair, which say nothing
/// about a change. The order of the pairs makes no difference.
#[must_use]
pub fn association(pairs: &[Pair], name: &str) -> Association {
    let mut pairs: Vec<Pair> =
        pairs.iter().filter(|pair| pair.x.is_finite() && pair.y.is_finite()).copied().collect();
    pairs.sort_by_key(|pair| (pair.unit, pair.period));
    let pairs: Vec<Pair> =
        pairs.chunk_by(|a, b| a.unit == b.unit).filter(|unit| unit.len() > 1).flatten().copied().collect();
    let mut units = Vec::new();
    for unit in pairs.chunk_by(|a, b| a.unit == b.unit) {
        let start = units.last().map_or(0, |before: &Range<usize>| before.end);
        units.push(start..start + unit.len());
    }
    let mut found =
        Association { slope: None, units: units.len() as u64, pairs: pairs.len() as u64, gates: Vec::new() };
    found.gates.extend(gate::of_units(found.units));
    if found.severity() == Some(Severity::Closed) {
        return found;
    }
    let median = median(units.iter().map(|unit| unit.len() as f64).collect());
    if median < FEWEST_PERIODS {
        found.gates.push(Gate::TooFewPeriods { median, needed: FEWEST_PERIODS });
    }
    let mut x: Vec<f64> = pairs.iter().map(|pair| pair.x).collect();
    take_out_means(&mut x, &units);
    let within_sd = (dot(&x, &x) / (pairs.len() - units.len()) as f64).sqrt();
    if within_sd <= 0.0 {
        found.gates.push(Gate::NoVariation { predictor: name.to_owned() });
    } else if within_sd < SMALLEST_DEVIATION {
        let predictor = name.to_owned();
        found.gates.push(Gate::LittleVariation { predictor, within_sd, needed: SMALLEST_DEVIATION });
    }
    if within_sd > 0.0 {
        found.slope = slope(&pairs, x, &units);
        if found.slope.is_none() {
            let parameters = units.len() as u64 + periods(&pairs).len() as u64;
            found.gates.push(Gate::NoFreedom { rows: found.pairs, parameters });
        }
    }
    found.gates.sort_by_key(|gate| std::cmp::Reverse(gate.severity()));
    found
}

/// `x` comes without the units' means.
fn slope(pairs: &[Pair], x: Vec<f64>, units: &[Range<usize>]) -> Option<Slope> {
    let mut y: Vec<f64> = pairs.iter().map(|pair| pair.y).collect();
    take_out_means(&mut y, units);
    let places = periods(pairs);
    // One period less than there are: the units' levels hold the first.
    let mut shared = vec![vec![0.0; pairs.len()]; places.len().checked_sub(1)?];
    for (row, pair) in pairs.iter().enumerate() {
        if let Some(column) = places[&pair.period].checked_sub(1) {
            shared[column][row] = 1.0;
        }
    }
    for column in &mut shared {
        take_out_means(column, units);
    }
    // A period that a unit alone has, in all its pairs, is nothing beside that unit's level.
    shared.retain(|column| column.iter().any(|value| value.abs() > 1e-12));
    let slope = clustered(&y, std::iter::once(&x).chain(&shared).collect(), units)?;
    let df = units.len().checked_sub(1)? as f64;
    let reach = t_quantile(0.975, df)? * slope.standard_error;
    Some(Slope {
        estimate: slope.estimate,
        standard_error: slope.standard_error,
        interval: [finite(slope.estimate - reach)?, finite(slope.estimate + reach)?],
        p: t_two_sided(slope.estimate / slope.standard_error, df)?,
    })
}

/// The periods that occur, each with its place.
fn periods(pairs: &[Pair]) -> HashMap<i64, usize> {
    let mut numbers: Vec<i64> = pairs.iter().map(|pair| pair.period).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().enumerate().map(|(place, number)| (number, place)).collect()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => 0.0,
        odd if odd % 2 == 1 => values[middle],
        _ => f64::midpoint(values[middle - 1], values[middle]),
    }
}

/// Takes each unit's mean out of its rows of a column.
pub(crate) fn take_out_means(column: &mut [f64], units: &[Range<usize>]) {
    for rows in units {
        let mean = column[rows.clone()].iter().sum::<f64>() / rows.len() as f64;
        column[rows.clone()].iter_mut().for_each(|value| *value -= mean);
    }
}

/// A slope with its standard error.
pub(crate) struct Clustered {
    pub(crate) estimate: f64,
    pub(crate) standard_error: f64,
}

/// The slope of the first column in an ordinary regression on all of them, with its cluster-robust standard
/// error. Response and columns come without their unit means, which leaves the regression with a level for
/// each unit (Frisch and Waugh 1933). `None` where the columns follow from one another or leave nothing over.
pub(crate) fn clustered(
    response: &[f64],
    columns: Vec<&Vec<f64>>,
    units: &[Range<usize>],
) -> Option<Clustered> {
    let size = columns.len();
    let mut information = Square::zero(size);
    for (i, left) in columns.iter().enumerate() {
        for (j, right) in columns[..=i].iter().enumerate() {
            information.set(i, j, dot(left, right));
        }
    }
    information.mirror();
    let (inverse, condition) = Factor::new(&information)?.inverse();
    if condition < crate::poisson::SMALLEST_CONDITION {
        return None;
    }
    let moments: Vec<f64> = columns.iter().map(|column| dot(column, response)).collect();
    let slopes = inverse.times(&moments);
    let mut variance = 0.0;
    for rows in units {
        let score: f64 = rows
            .clone()
            .map(|row| {
                let fitted: f64 =
                    columns.iter().zip(&slopes).map(|(column, slope)| column[row] * slope).sum();
                let weight: f64 =
                    columns.iter().zip(inverse.row(0)).map(|(column, cell)| column[row] * cell).sum();
                weight * (response[row] - fitted)
            })
            .sum();
        variance += score * score;
    }
    let (count, groups) = (response.len() as f64, units.len() as f64);
    let free = count - size as f64;
    if free <= 0.0 {
        return None;
    }
    let factor = groups / (groups - 1.0) * (count - 1.0) / free;
    let standard_error = finite((factor * variance).sqrt()).filter(|error| *error > 0.0)?;
    Some(Clustered { estimate: finite(slopes[0])?, standard_error })
}
