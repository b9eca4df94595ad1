//! Did a unit's rate change at a date more than the rates of units that did nothing then?
//!
//! What a season, a trend or a change of the whole organisation does to all alike is no effect of an action. So
//! the unit is held against **sister units**: each period's expected count is what the sisters' rates of that
//! period lead one to expect, and the two levels of [`super::of_rate`] are levels *beside* them (a controlled
//! interrupted time series, Lopez Bernal, Cummins & Gasparrini 2018). Sisters count by how well they went along
//! before the date, pulled towards counting alike (the unit weights of synthetic difference in differences,
//! Arkhangelsky et al. 2021).
//!
//! The interval takes a model's word for what chance does. The sisters do not: the same contrast for each of
//! them against the others, where nothing was done, in units of its own standard error, says how far the word
//! holds, and the interval is widened by as much (the placebo variance of the same paper). Dates at which
//! nothing was done say it again, in windows that do not overlap.

use super::{Change, Placebo, Reason, of_rate};
use crate::distribution::{finite, t_quantile};
use crate::spc::Count;

/// Fewest sisters with events on both sides.
pub const FEWEST_SISTERS: usize = 2;
/// Sisters from which on their own moves say enough about how far chance goes.
const ENOUGH_SISTERS: usize = 5;
/// Steps towards the best weights; each moves them towards the sister that helps most.
const STEPS: u32 = 60;

/// A unit's periods around the date, oldest first, the same periods for all units; a period without exposure
/// stands with an exposure of 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Periods before the date.
    pub before: Vec<Count>,
    /// Periods after it.
    pub after: Vec<Count>,
}

/// A change beside sister units.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// The change of the unit's rate over that of its sisters. Exposures and levels are relative to the sisters'
    /// course; the interval is widened by [`Self::widening`].
    pub change: Change,
    /// What each sister counts, in the order given; they add up to 1.
    pub weights: Vec<f64>,
    /// How many times as far as their standard errors sisters moved without an action, at least 1.
    pub widening: f64,
}

/// Why there is no comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NoComparison {
    /// The unit itself does not allow one.
    Unit(Reason),
    /// Too few sisters have enough periods and events; the unit can only be looked at alone, and that is to be
    /// said.
    TooFewSisters {
        /// Sisters that can be used.
        sisters: usize,
    },
    /// A sister's periods are not those of the unit.
    Periods {
        /// The sister, counted from 0.
        sister: usize,
    },
}

/// Change of a unit's rate beside its sisters.
///
/// # Errors
/// Why there is no comparison.
pub fn of_rate_beside(unit: &Series, sisters: &[Series]) -> Result<Beside, NoComparison> {
    of_rate(&unit.before, &unit.after).map_err(NoComparison::Unit)?;
    let sizes = (unit.before.len(), unit.after.len());
    if let Some(sister) = sisters.iter().position(|s| (s.before.len(), s.after.len()) != sizes) {
        return Err(NoComparison::Periods { sister });
    }
    let usable: Vec<&Series> =
        sisters.iter().filter(|sister| of_rate(&sister.before, &sister.after).is_ok()).collect();
    if usable.len() < FEWEST_SISTERS {
        return Err(NoComparison::TooFewSisters { sisters: usable.len() });
    }
    let (mut change, mut used) = against(unit, &usable).map_err(NoComparison::Unit)?;
    let widening = widening(&usable);
    change.standard_error *= widening;
    let middle = change.estimate;
    change.interval = change.interval.map(|end| middle + widening * (end - middle));
    let is_usable = |sister: &Series| of_rate(&sister.before, &sister.after).is_ok();
    let mut weights = used.drain(..);
    let weights =
        sisters.iter().map(|s| if is_usable(s) { weights.next().unwrap_or(0.0) } else { 0.0 }).collect();
    Ok(Beside { change, weights, widening })
}

/// The change with the sisters' course taken out of the exposure, and the sisters' weights.
fn against(unit: &Series, sisters: &[&Series]) -> Result<(Change, Vec<f64>), Reason> {
    let weights = weights(unit, sisters);
    let levels: Vec<f64> = sisters.iter().map(|sister| level(sister)).collect();
    let course = |pick: fn(&Series) -> &[Count], place: usize| {
        let (mut sum, mut present) = (0.0, 0.0);
        for ((sister, weight), level) in sisters.iter().zip(&weights).zip(&levels) {
            let period = pick(sister)[place];
            if period.exposure > 0.0 {
                (sum, present) = (sum + weight * period.count / period.exposure / level, present + weight);
            }
        }
        if present > 0.0 { sum / present } else { 0.0 }
    };
    let side = |pick: fn(&Series) -> &[Count]| -> Vec<Count> {
        let beside = |(place, period): (usize, &Count)| {
            let exposure = period.exposure * course(pick, place);
            // Where no sister had an event there is nothing to stand beside.
            Count { count: if exposure > 0.0 { period.count } else { 0.0 }, exposure }
        };
        pick(unit).iter().enumerate().map(beside).collect()
    };
    let (before, after) = (side(|series| &series.before), side(|series| &series.after));
    let mut change = of_rate(&before, &after)?;
    change.placebo = placebo(&before, &change);
    Ok((change, weights))
}

/// The same contrast in windows before the date that do not overlap, the latest first.
fn placebo(history: &[Count], change: &Change) -> Placebo {
    let exposed: Vec<Count> = history.iter().copied().filter(|period| period.exposure > 0.0).collect();
    let (before, after) = (change.before.periods, change.after.periods);
    let mut placebo = Placebo { dates: 0, as_large: 0 };
    for window in exposed.rchunks_exact(before + after) {
        let rate = |periods: &[Count]| {
            let count: f64 = periods.iter().map(|period| period.count).sum();
            count / periods.iter().map(|period| period.exposure).sum::<f64>()
        };
        let (one, two) = window.split_at(before);
        let moved = (rate(two) / rate(one)).ln().abs();
        placebo.dates += 1;
        placebo.as_large += usize::from(moved.is_nan() || moved >= change.estimate.abs());
    }
    placebo
}

/// How many times their standard errors sisters moved, each beside the others; with few of them at least what a
/// t quantile of three degrees of freedom for each sister is more than a normal one.
fn widening(sisters: &[&Series]) -> f64 {
    let usual = t_quantile(0.975, 1e6).unwrap_or(1.96);
    let few = t_quantile(0.975, 3.0 * sisters.len() as f64).unwrap_or(usual) / usual;
    let least = if sisters.len() < ENOUGH_SISTERS { few } else { 1.0 };
    // Two say the same of each other, which is once.
    if sisters.len() <= FEWEST_SISTERS {
        return least;
    }
    let moved = |place: usize| {
        let mut others = sisters.to_vec();
        let own = others.remove(place);
        let (change, _) = against(own, &others).ok()?;
        finite((change.estimate / reach(&change)).powi(2))
    };
    let moved: Vec<f64> = (0..sisters.len()).filter_map(moved).collect();
    if moved.is_empty() {
        return least;
    }
    // Half of the interval stands for its t quantile: a sister with few periods may move further.
    ((moved.iter().sum::<f64>() / moved.len() as f64).sqrt() * usual).max(least)
}

/// Half of the interval.
fn reach(change: &Change) -> f64 {
    0.5 * (change.interval[1] - change.interval[0])
}

fn level(series: &Series) -> f64 {
    let periods = || series.before.iter().chain(&series.after);
    let count: f64 = periods().map(|period| period.count).sum();
    count / periods().map(|period| period.exposure).sum::<f64>()
}

/// Weights of the sisters, not negative, adding up to 1: those with which the weighted mean of their
/// logarithms of rates before the date goes along best with the unit's, up to a level, and a price on weights
/// that are not alike. By steps towards the best corner (Frank & Wolfe 1956).
fn weights(unit: &Series, sisters: &[&Series]) -> Vec<f64> {
    let own = course(&unit.before);
    let others: Vec<Vec<f64>> = sisters.iter().map(|sister| course(&sister.before)).collect();
    let periods = own.len() as f64;
    // The price of the paper: the spread of period-to-period changes, more of it the longer the time after.
    let changes: Vec<f64> = others.iter().flat_map(|series| series.windows(2).map(|p| p[1] - p[0])).collect();
    let spread = changes.iter().map(|change| change * change).sum::<f64>() / changes.len().max(1) as f64;
    let price = (unit.after.len() as f64).sqrt() * spread * periods;
    let count = sisters.len();
    let mut weights = vec![1.0 / count as f64; count];
    let mut missing: Vec<f64> = own
        .iter()
        .enumerate()
        .map(|(at, own)| others.iter().zip(&weights).map(|(o, w)| w * o[at]).sum::<f64>() - own)
        .collect();
    for _ in 0..STEPS {
        let slope = |place: usize| {
            others[place].iter().zip(&missing).map(|(a, b)| a * b).sum::<f64>() + price * weights[place]
        };
        let slopes: Vec<f64> = (0..count).map(slope).collect();
        let Some(best) = (0..count).min_by(|a, b| slopes[*a].total_cmp(&slopes[*b])) else { break };
        let way: Vec<f64> = (0..count).map(|k| f64::from(u8::from(k == best)) - weights[k]).collect();
        let course: Vec<f64> = (0..own.len())
            .map(|at| others.iter().zip(&way).map(|(series, way)| way * series[at]).sum())
            .collect();
        let fall: f64 = slopes.iter().zip(&way).map(|(slope, way)| slope * way).sum();
        let squares = |values: &[f64]| values.iter().map(|value| value * value).sum::<f64>();
        let bend = squares(&course) + price * squares(&way);
        if fall >= -1e-12 || bend <= 0.0 {
            break;
        }
        let step = (-fall / bend).min(1.0);
        weights.iter_mut().zip(&way).for_each(|(weight, way)| *weight += step * way);
        missing.iter_mut().zip(&course).for_each(|(missing, course)| *missing += step * course);
    }
    weights
}

/// Logarithms of rates less their mean, 0 in periods without exposure; half an event more keeps them finite.
fn course(periods: &[Count]) -> Vec<f64> {
    let logarithm =
        |period: &Count| (period.exposure > 0.0).then(|| ((period.count + 0.5) / period.exposure).ln());
    let values: Vec<Option<f64>> = periods.iter().map(logarithm).collect();
    let present = values.iter().flatten().count().max(1) as f64;
    let mean = values.iter().flatten().sum::<f64>() / present;
    values.into_iter().map(|value| value.map_or(0.0, |value| value - mean)).collect()
}
