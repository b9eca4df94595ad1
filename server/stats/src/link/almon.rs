//! The effect spread over many lags at once, with its sum.
//!
//! Neighbouring weeks are too alike for eight free slopes, so the slopes are made to follow a parabola in
//! the lag (Almon 1965). The sum of the slopes is the effect of a predictor that stays up.

use super::design;
use super::gate::{Gate, Severity, of_units};
use super::profile::{median_gate, stacked};
use super::{LinkError, Options, checks, interval, settle};
use crate::distribution::finite;
use crate::panel::Panel;
use crate::poisson;
use serde::{Deserialize, Serialize};

/// The furthest lag.
pub const LAST_LAG: i32 = 8;
/// Degree of the polynomial.
pub const DEGREE: usize = 2;
/// Periods the median unit needs.
pub const FEWEST_PERIODS: f64 = 52.0;
/// Units needed.
pub const FEWEST_UNITS: u64 = 8;

/// Effects spread over time, one entry for each predictor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Distributed {
    /// Rows in the fit.
    pub n: u64,
    /// One entry for each predictor; empty when nothing could be estimated.
    pub effects: Vec<DistributedEffect>,
    /// What limits the reading.
    pub gates: Vec<Gate>,
}

/// One predictor's effect, spread over lags 0 to [`LAST_LAG`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DistributedEffect {
    /// Name of the predictor.
    pub predictor: String,
    /// Slope at each lag.
    pub estimates: Vec<f64>,
    /// Standard error of each, by the cluster jackknife.
    pub standard_errors: Vec<f64>,
    /// Sum of the slopes.
    pub cumulative: f64,
    /// Standard error of the sum.
    pub cumulative_standard_error: f64,
    /// 95 % interval of the sum.
    pub cumulative_interval: [f64; 2],
}

/// Fits all predictors' spread-out effects together.
///
/// # Errors
/// [`LinkError`] when the panel contradicts itself or has no predictors.
pub fn distributed(panel: &Panel, options: &Options) -> Result<Distributed, LinkError> {
    panel.validate()?;
    if panel.predictors.is_empty() {
        return Err(LinkError::NoPredictors);
    }
    let lags: Vec<i32> = (0..=LAST_LAG).collect();
    let (usable, time) = settle(stacked(panel, &lags), options);
    let observations = &usable.observations;
    let units = usable.units() as u64;
    let mut result = Distributed {
        n: observations.len() as u64,
        effects: Vec::new(),
        gates: of_units(units).into_iter().collect(),
    };
    if result.gates.iter().any(|gate| gate.severity() == Severity::Closed) {
        return Ok(result);
    }
    if (super::gate::FEWEST_UNITS_FOR_A_TEST..FEWEST_UNITS).contains(&units) {
        result.gates.insert(0, Gate::DescriptiveOnly { units, needed: FEWEST_UNITS });
    }
    result.gates.extend(median_gate(observations, FEWEST_PERIODS));

    // Column (predictor, degree) is Σ over lags of basis(lag, degree) · value.
    let mut columns: Vec<Vec<f64>> = Vec::new();
    for predictor in 0..panel.predictors.len() {
        for degree in 0..=DEGREE {
            let first = predictor * lags.len();
            let value = |row: &crate::panel::sample::Observation| {
                row.predictors[first..]
                    .iter()
                    .zip(&lags)
                    .map(|(value, lag)| basis(*lag, degree) * value)
                    .sum()
            };
            columns.push(observations.iter().map(value).collect());
        }
    }
    columns.extend(design::time_columns(observations, time));
    let unit: Vec<usize> = observations.iter().map(|o| o.unit as usize).collect();
    let Ok(data) = design::table(observations, &unit, &columns, time) else { return Ok(result) };
    match poisson::fit(&data) {
        Ok(fit) if checks::of_fit(&fit).is_some() => result.gates.extend(checks::of_fit(&fit)),
        Ok(fit) => {
            result.effects = panel
                .predictors
                .iter()
                .enumerate()
                .filter_map(|(index, name)| effect(name, index, &lags, &fit))
                .collect();
        }
        Err(error) => result.gates.push(checks::of_error(&error, &data, panel, DEGREE + 1)),
    }
    Ok(result)
}

fn basis(lag: i32, degree: usize) -> f64 {
    (f64::from(lag) / f64::from(LAST_LAG)).powi(degree as i32)
}

fn effect(name: &str, index: usize, lags: &[i32], fit: &poisson::Fit) -> Option<DistributedEffect> {
    let covariance = fit.covariances.cv3l.as_ref()?;
    let (size, first) = (fit.slopes.len(), index * (DEGREE + 1));
    let sum = |weights: &[f64]| -> Option<(f64, f64)> {
        let (mut estimate, mut variance) = (0.0, 0.0);
        for (i, a) in weights.iter().enumerate() {
            estimate += a * fit.slopes[first + i];
            for (j, b) in weights.iter().enumerate() {
                variance += a * b * covariance[(first + i) * size + first + j];
            }
        }
        Some((finite(estimate)?, finite(variance.max(0.0).sqrt())?))
    };
    let weights = |lag: i32| (0..=DEGREE).map(|degree| basis(lag, degree)).collect::<Vec<f64>>();
    let (estimates, standard_errors) =
        lags.iter().map(|lag| sum(&weights(*lag))).collect::<Option<Vec<_>>>()?.into_iter().unzip();
    let total: Vec<f64> =
        (0..=DEGREE).map(|degree| lags.iter().map(|lag| basis(*lag, degree)).sum()).collect();
    let (cumulative, cumulative_standard_error) = sum(&total)?;
    let df = fit.clusters.saturating_sub(1);
    Some(DistributedEffect {
        predictor: name.to_owned(),
        estimates,
        standard_errors,
        cumulative,
        cumulative_standard_error,
        cumulative_interval: interval(cumulative, Some(cumulative_standard_error), df)?,
    })
}
