//! Between and within: do units with a high predictor have more events, and does a unit have more events
//! when its own predictor is high? The two can have opposite signs (Simpson's paradox), and only the
//! second is the question of this crate.
//!
//! Three fits of the same rows: *pooled*, one level for all; *within*, a level for each unit; and both at
//! once with each unit's mean as a predictor of its own (Mundlak 1978), which gives the slope *between*
//! units and a test of whether it differs from the one within.

use super::design;
use super::report::{Simpson, SimpsonFlag};
use super::seasons::Time;
use super::{Options, checks, interval, prepare};
use crate::distribution::{finite, t_two_sided};
use crate::panel::Panel;
use crate::panel::sample::Observation;
use crate::poisson::{self, Data, Fit};
use serde::{Deserialize, Serialize};

/// A slope with its cluster-robust (CR1) standard error.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Slope {
    /// Change of the logarithm of the rate for one unit of the predictor.
    pub estimate: f64,
    /// Standard error.
    pub standard_error: f64,
    /// 95 % interval by Student's t with one degree of freedom less than units.
    pub interval: [f64; 2],
}

/// The same predictor in all comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// All rows alike.
    pub pooled: Slope,
    /// Each unit against its own usual level: the headline.
    pub within: Slope,
    /// The same from the model with units' means.
    pub within_beside_means: Slope,
    /// Units' usual levels against each other.
    pub between: Slope,
    /// `within_beside_means` less `between`.
    pub difference: Slope,
    /// P-value of no difference.
    pub p_difference: f64,
    /// What it amounts to.
    pub flag: SimpsonFlag,
}

/// Compares the slopes of one predictor (by index), alone in the model. `None` when one of the fits does
/// not exist, for example because units do not differ in their means.
#[must_use]
pub fn compare(panel: &Panel, options: &Options, predictor: usize) -> Option<Comparison> {
    panel.validate().ok()?;
    options.check().ok()?;
    if predictor >= panel.predictors.len() {
        return None;
    }
    let (usable, time) = prepare(panel, options);
    of_observations(&usable.observations, predictor, time)
}

pub(super) fn of_observations(rows: &[Observation], predictor: usize, time: Time) -> Option<Comparison> {
    let together = vec![0; rows.len()];
    let pooled = slope(&fit(design::grouped(rows, &together, &[predictor], time).ok()?)?, &[1.0])?;
    let within = slope(&fit(design::data(rows, &[predictor], time).ok()?)?, &[1.0])?;

    let means = unit_means(rows, predictor);
    let deviations = rows.iter().zip(&means).map(|(row, mean)| row.predictors[predictor] - mean).collect();
    let mut columns = vec![deviations, means];
    columns.extend(design::time_columns(rows, time));
    let both = fit(design::table(rows, &together, &columns, time).ok()?)?;
    let difference = slope(&both, &[1.0, -1.0])?;
    let df = both.clusters.saturating_sub(1) as f64;
    let p_difference = t_two_sided(difference.estimate / difference.standard_error, df)?;
    Some(Comparison {
        pooled,
        within,
        within_beside_means: slope(&both, &[1.0])?,
        between: slope(&both, &[0.0, 1.0])?,
        difference,
        p_difference,
        flag: flag(&pooled, &within, p_difference),
    })
}

fn fit(data: Data) -> Option<Fit> {
    poisson::fit(&data).ok().filter(|fit| checks::of_fit(fit).is_none())
}

/// A weighted sum of the first slopes of a fit.
fn slope(fit: &Fit, weights: &[f64]) -> Option<Slope> {
    let covariance = fit.covariances.cr1.as_ref()?;
    let size = fit.slopes.len();
    let (mut estimate, mut variance) = (0.0, 0.0);
    for (i, a) in weights.iter().enumerate() {
        estimate += a * fit.slopes[i];
        variance += weights.iter().enumerate().map(|(j, b)| a * b * covariance[i * size + j]).sum::<f64>();
    }
    let standard_error = finite(variance.sqrt()).filter(|error| *error > 0.0)?;
    let interval = interval(estimate, Some(standard_error), fit.clusters.saturating_sub(1))?;
    Some(Slope { estimate, standard_error, interval })
}

/// Each row's mean of the predictor over its unit, weighted by exposure: busy periods count for more.
fn unit_means(rows: &[Observation], predictor: usize) -> Vec<f64> {
    rows.chunk_by(|a, b| a.unit == b.unit)
        .flat_map(|unit| {
            let exposure: f64 = unit.iter().map(|row| row.exposure).sum();
            let sum: f64 = unit.iter().map(|row| row.exposure * row.predictors[predictor]).sum();
            std::iter::repeat_n(sum / exposure, unit.len())
        })
        .collect()
}

fn flag(pooled: &Slope, within: &Slope, p_difference: f64) -> SimpsonFlag {
    let excludes_zero = |slope: &Slope| slope.interval[0] * slope.interval[1] > 0.0;
    if pooled.estimate * within.estimate < 0.0 {
        if excludes_zero(pooled) && excludes_zero(within) {
            SimpsonFlag::Reversal
        } else {
            SimpsonFlag::OppositeSigns
        }
    } else if p_difference < 0.05 {
        SimpsonFlag::BetweenWithinDiffer
    } else {
        SimpsonFlag::Consistent
    }
}

impl From<Comparison> for Simpson {
    fn from(comparison: Comparison) -> Self {
        Self {
            pooled: comparison.pooled.estimate,
            within: comparison.within.estimate,
            between: comparison.between.estimate,
            p_difference: comparison.p_difference,
            flag: comparison.flag,
        }
    }
}
