//! Would the predictors have helped to forecast? An honest answer needs forecasts of what was not yet
//! known, beside those of someone who never looked at the predictors.
//!
//! Period after period, each model forecasts every unit's rate from what was known `horizon` periods
//! before (rolling origin, growing window; Hyndman and Athanasopoulos, *Forecasting*, §5.10). Exposure is
//! taken as known. The rivals: the unit's last four periods, the same time last year, and the unit's
//! usual rate, each pulled towards the rate of all units by one average period of exposure.

use super::accuracy::{self, Accuracy, Comparison};
use super::profile::median_gate;
use super::seasons::PeriodLength;
use super::{Gate, LinkError, Options, Severity};
use crate::panel::Panel;
use crate::panel::lags::History;
use crate::panel::sample::{Observation, Usable};
use crate::poisson::{self, Data};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// The longest horizon; forecasts begin this much after the training periods, so that at any horizon the
/// first of them still has all of those to learn from.
pub const LONGEST_HORIZON: i64 = 4;
/// The model with predictors is fitted again after this many periods.
pub const REFIT_EVERY: i64 = 4;
/// Periods to be forecast for a verdict.
pub const FEWEST_FORECAST_PERIODS: usize = 26;
/// Lags averaged for a predictor, counted from the horizon.
const WINDOW: i32 = 4;

/// How well the predictors forecast.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Backtest {
    /// Periods ahead.
    pub horizon: u32,
    /// Forecasts made, units times periods.
    pub n_forecasts: u64,
    /// Periods forecast.
    pub periods: u64,
    /// The model with predictors; absent when no forecast could be made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<Accuracy>,
    /// The rivals, in the order of [`Rival`].
    pub rivals: Vec<RivalResult>,
    /// Whether the predictors beat all rivals (skill above 0, p below 0.10) over enough periods.
    pub is_predictive: bool,
    /// What limits the reading.
    pub gates: Vec<Gate>,
}

/// A forecast made without predictors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rival {
    /// The unit's last four known periods.
    LastFour,
    /// This time last year: for weeks and days the three periods around it, else the one.
    LastYear,
    /// All the unit's known periods.
    UnitRate,
}

/// A rival's record, and how the model with predictors compares.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RivalResult {
    /// Which rival.
    pub rival: Rival,
    /// Its own record.
    pub accuracy: Accuracy,
    /// The comparison.
    pub comparison: Comparison,
}

const RIVALS: [Rival; 3] = [Rival::LastFour, Rival::LastYear, Rival::UnitRate];

/// One forecast rate beside what happened.
#[derive(Debug, Clone, Copy)]
pub(super) struct Forecast {
    pub(super) unit: u32,
    pub(super) period: i64,
    pub(super) count: f64,
    pub(super) exposure: f64,
    pub(super) staff: f64,
    pub(super) rivals: [f64; 3],
}

/// Forecasts `horizon` periods ahead, 1 to [`LONGEST_HORIZON`]; other values are brought into that range.
/// Of the options only `min_present` matters.
///
/// # Errors
/// [`LinkError`] when the panel contradicts itself or has no predictors.
pub fn backtest(panel: &Panel, options: &Options, horizon: u32) -> Result<Backtest, LinkError> {
    panel.validate()?;
    if panel.predictors.is_empty() {
        return Err(LinkError::NoPredictors);
    }
    let horizon = i64::from(horizon).clamp(1, LONGEST_HORIZON);
    let rows = usable(panel, options, horizon);
    let mut gates: Vec<Gate> = super::gate::of_units(units(&rows)).into_iter().collect();
    gates.extend(median_gate(&rows, options.period_length.training() as f64));
    let is_closed = gates.iter().any(|gate| gate.severity() == Severity::Closed);
    let forecasts =
        if is_closed { Vec::new() } else { forecasts(panel, &rows, horizon, options.period_length) };
    let periods = forecasts.iter().map(|forecast| forecast.period).collect::<BTreeSet<_>>().len();
    let mut result = Backtest {
        horizon: horizon as u32,
        n_forecasts: forecasts.len() as u64,
        periods: periods as u64,
        staff: None,
        rivals: Vec::new(),
        is_predictive: false,
        gates,
    };
    let Some(start) = forecasts.iter().map(|forecast| forecast.period).min() else { return Ok(result) };
    let scales = accuracy::naive_scales(&rows, start);
    result.staff = accuracy::accuracy(&forecasts, &scales, |forecast| forecast.staff);
    for (place, rival) in RIVALS.into_iter().enumerate() {
        let own = accuracy::accuracy(&forecasts, &scales, |forecast| forecast.rivals[place]);
        let comparison = accuracy::compare(&forecasts, place, horizon as usize);
        if let Some((accuracy, comparison)) = own.zip(comparison) {
            result.rivals.push(RivalResult { rival, accuracy, comparison });
        }
    }
    let beats =
        |rival: &RivalResult| rival.comparison.skill > 0.0 && rival.comparison.p.is_some_and(|p| p < 0.10);
    let has_all = result.rivals.len() == RIVALS.len() && periods >= FEWEST_FORECAST_PERIODS;
    result.is_predictive = has_all
        && result.gates.iter().all(|g| g.severity() < Severity::Descriptive)
        && result.rivals.iter().all(beats);
    Ok(result)
}

fn usable(panel: &Panel, options: &Options, horizon: i64) -> Vec<Observation> {
    let history = History::new(panel);
    let first = horizon as i32;
    let window = (first, first + WINDOW - 1);
    let min_present = options.min_present.min(WINDOW as u32);
    Usable::collect(panel, |unit, period| {
        (0..panel.predictors.len()).map(|k| history.mean(unit, period, window, min_present, k)).collect()
    })
    .observations
}

fn units(rows: &[Observation]) -> u64 {
    rows.chunk_by(|a, b| a.unit == b.unit).count() as u64
}

/// All forecasts, or none when the model with predictors cannot be fitted throughout.
fn forecasts(panel: &Panel, rows: &[Observation], horizon: i64, length: PeriodLength) -> Vec<Forecast> {
    let periods: BTreeSet<i64> = rows.iter().map(|row| row.period).collect();
    let Some(first) = periods.first() else { return Vec::new() };
    let start = first + length.training() + LONGEST_HORIZON;
    let mut forecasts = Vec::new();
    let mut model: Option<(i64, Model)> = None;
    for &period in periods.range(start..) {
        let known_until = period - horizon;
        let is_stale = model.as_ref().is_none_or(|(fitted_at, _)| period - fitted_at >= REFIT_EVERY);
        if is_stale {
            let before = model.as_ref().map(|(_, model)| model);
            let Some(fitted) = Model::fit(panel, rows, known_until, before) else { return Vec::new() };
            model = Some((period, fitted));
        }
        let Some((_, model)) = &model else { return Vec::new() };
        forecasts.extend(forecast_period(
            rows,
            period,
            known_until,
            last_year(period, known_until, length),
            model,
        ));
    }
    forecasts
}

/// First and last period of "this time last year", or of the last one known where that is too near.
fn last_year(period: i64, known_until: i64, length: PeriodLength) -> (i64, i64) {
    let year = (period - length.whole_year()).min(known_until);
    let around = i64::from(matches!(length, PeriodLength::Day | PeriodLength::Week));
    (year - around, year + around)
}

fn forecast_period(
    rows: &[Observation],
    period: i64,
    known_until: i64,
    last_year: (i64, i64),
    model: &Model,
) -> Vec<Forecast> {
    let (mut events, mut exposure) = (0.0, 0.0);
    for row in rows.iter().filter(|row| row.period <= known_until) {
        (events, exposure) = (events + row.count, exposure + row.exposure);
    }
    let overall = events / exposure;
    if !overall.is_finite() || overall <= 0.0 {
        return Vec::new();
    }
    let of_unit = |unit: &[Observation]| -> Option<Forecast> {
        let target = unit.iter().find(|row| row.period == period)?;
        let known = &unit[..unit.partition_point(|row| row.period <= known_until)];
        let mean_exposure = known.iter().map(|row| row.exposure).sum::<f64>() / known.len() as f64;
        let rate = |from: i64, to: i64| {
            let (mut events, mut exposure) = (overall * mean_exposure, mean_exposure);
            for row in known.iter().filter(|row| (from..=to).contains(&row.period)) {
                (events, exposure) = (events + row.count, exposure + row.exposure);
            }
            events / exposure
        };
        let rivals =
            [rate(known_until - 3, known_until), rate(last_year.0, last_year.1), rate(i64::MIN, known_until)];
        // A unit without any event yet has no level in the model; its own rate stands in.
        let staff = model.rate(target).unwrap_or(rivals[2]);
        let forecast = Forecast {
            unit: target.unit,
            period,
            count: target.count,
            exposure: target.exposure,
            staff,
            rivals,
        };
        let is_sound = rivals.iter().chain([&staff]).all(|rate| rate.is_finite() && *rate > 0.0);
        (!known.is_empty() && is_sound).then_some(forecast)
    };
    rows.chunk_by(|a, b| a.unit == b.unit).filter_map(of_unit).collect()
}

/// Unit levels and slopes; no period levels, since those of the future are not known.
struct Model {
    slopes: Vec<f64>,
    levels: HashMap<u32, f64>,
}

impl Model {
    /// Fitted to what was known then of units that had any event, beginning at the slopes of the model before. Nothing of
    /// the rows is copied but the numbers.
    fn fit(panel: &Panel, rows: &[Observation], known_until: i64, before: Option<&Self>) -> Option<Self> {
        let known = |unit: &'_ [Observation]| unit.partition_point(|row| row.period <= known_until);
        let units = rows.chunk_by(|a, b| a.unit == b.unit).map(|unit| &unit[..known(unit)]);
        let units: Vec<&[Observation]> =
            units.filter(|known| known.iter().map(|row| row.count).sum::<f64>() > 0.0).collect();
        let all = || units.iter().copied().flatten();
        let unit: Vec<usize> = all().map(|row| row.unit as usize).collect();
        let count: Vec<f64> = all().map(|row| row.count).collect();
        let exposure: Vec<f64> = all().map(|row| row.exposure).collect();
        let column = |k: usize| all().map(|row| row.predictors[k]).collect();
        let columns: Vec<Vec<f64>> = (0..panel.predictors.len()).map(column).collect();
        let data = Data::new(&unit, &unit, None, &count, &exposure, &columns).ok()?;
        let near = before.map(|model| model.slopes.as_slice());
        let poisson::Estimate { slopes, levels } = poisson::estimate(&data, near).ok()?;
        let units = units.iter().filter_map(|rows| rows.first()).map(|row| row.unit);
        Some(Self { slopes, levels: units.zip(levels).collect() })
    }

    fn rate(&self, row: &Observation) -> Option<f64> {
        let level = self.levels.get(&row.unit)?;
        let sum: f64 = self.slopes.iter().zip(&row.predictors).map(|(slope, value)| slope * value).sum();
        Some((level + sum).exp())
    }
}
