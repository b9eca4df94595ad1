//! How good forecasts were, and whether one was better than another by more than luck.

use super::backtest::Forecast;
use crate::distribution::{finite, t_upper_tail};
use crate::panel::sample::Observation;
use crate::poisson::deviance_of;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// The record of a series of forecasts; lower is better.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Accuracy {
    /// Mean Poisson deviance, the measure that decides.
    pub mean_deviance: f64,
    /// Mean absolute error of the rate, in events per unit of exposure.
    pub mean_absolute_error: f64,
    /// The same, unit by unit over the mean change from one period to the next before the first forecast
    /// (Hyndman and Koehler 2006): below 1 is better than "as last time". Absent when a unit never changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scaled_error: Option<f64>,
}

/// The model with predictors against a rival.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Share of the rival's deviance that is saved; below 0 when the rival is better.
    pub skill: f64,
    /// Diebold and Mariano's (1995) statistic with the correction of Harvey, Leybourne and Newbold (1997):
    /// below 0 when the model with predictors is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statistic: Option<f64>,
    /// One-sided p-value of "not better", with one degree of freedom less than periods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
}

/// Mean absolute change of each unit's rate between successive rows before `start`.
pub(super) fn naive_scales(rows: &[Observation], start: i64) -> HashMap<u32, f64> {
    let scale = |unit: &[Observation]| {
        let known = &unit[..unit.partition_point(|row| row.period < start)];
        let rate = |row: &Observation| row.count / row.exposure;
        let sum: f64 = known.windows(2).map(|pair| (rate(&pair[1]) - rate(&pair[0])).abs()).sum();
        let mean = sum / known.len().checked_sub(1)? as f64;
        Some((unit.first()?.unit, finite(mean)?))
    };
    rows.chunk_by(|a, b| a.unit == b.unit).filter_map(scale).collect()
}

pub(super) fn accuracy(
    forecasts: &[Forecast],
    scales: &HashMap<u32, f64>,
    rate: impl Fn(&Forecast) -> f64,
) -> Option<Accuracy> {
    let count = forecasts.len() as f64;
    let (mut deviance, mut error) = (0.0, 0.0);
    let mut by_unit: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    for forecast in forecasts {
        let miss = (forecast.count / forecast.exposure - rate(forecast)).abs();
        deviance += deviance_of(forecast.count, rate(forecast) * forecast.exposure);
        error += miss;
        let unit = by_unit.entry(forecast.unit).or_default();
        *unit = (unit.0 + miss, unit.1 + 1.0);
    }
    let scaled = |(unit, (sum, rows)): (&u32, &(f64, f64))| {
        let scale = scales.get(unit).filter(|scale| **scale > 0.0)?;
        finite(sum / rows / scale)
    };
    let scaled: Option<Vec<f64>> = by_unit.iter().map(scaled).collect();
    Some(Accuracy {
        mean_deviance: finite(deviance / count)?,
        mean_absolute_error: finite(error / count)?,
        scaled_error: scaled.and_then(|errors| finite(errors.iter().sum::<f64>() / errors.len() as f64)),
    })
}

/// Compares the model with predictors with the rival at `place`.
pub(super) fn compare(forecasts: &[Forecast], place: usize, horizon: usize) -> Option<Comparison> {
    let mut by_period: BTreeMap<i64, (f64, f64)> = BTreeMap::new();
    let (mut staff, mut rival) = (0.0, 0.0);
    for forecast in forecasts {
        let own = deviance_of(forecast.count, forecast.staff * forecast.exposure);
        let other = deviance_of(forecast.count, forecast.rivals[place] * forecast.exposure);
        (staff, rival) = (staff + own, rival + other);
        let period = by_period.entry(forecast.period).or_default();
        *period = (period.0 + own - other, period.1 + 1.0);
    }
    let skill = finite(1.0 - staff / rival)?;
    // Units in one period are not independent, so their mean difference counts once.
    let differences: Vec<f64> = by_period.values().map(|(sum, rows)| sum / rows).collect();
    let statistic = diebold_mariano(&differences, horizon);
    let p = statistic.and_then(|statistic| t_upper_tail(-statistic, differences.len() as f64 - 1.0));
    Some(Comparison { skill, statistic, p })
}

/// Mean difference over its standard error, allowing for forecasts `horizon` apart to overlap.
fn diebold_mariano(differences: &[f64], horizon: usize) -> Option<f64> {
    let periods = differences.len() as f64;
    let mean = differences.iter().sum::<f64>() / periods;
    let covariance = |distance: usize| -> f64 {
        let pairs = differences.iter().zip(differences.iter().skip(distance));
        pairs.map(|(a, b)| (a - mean) * (b - mean)).sum::<f64>() / periods
    };
    let own = covariance(0);
    let overlapping = own + 2.0 * (1..horizon).map(covariance).sum::<f64>();
    // With few periods the sum can come out negative; the plain variance is then the best there is.
    let variance = if overlapping > 0.0 { overlapping } else { own };
    let ahead = horizon as f64;
    let correction = (periods + 1.0 - 2.0 * ahead + ahead * (ahead - 1.0) / periods) / periods;
    if correction.is_nan() || correction <= 0.0 {
        return None;
    }
    finite(mean / (variance / periods).sqrt() * correction.sqrt())
}
