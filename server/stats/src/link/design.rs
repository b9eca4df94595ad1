//! From usable observations to the table a fit works on.

use super::report::TimeEffects;
use crate::panel::sample::{Observation, Usable};
use crate::poisson::{Data, DataError};
use std::f64::consts::TAU;

/// Units from which each period gets a level of its own by default: with fewer, the levels would take
/// away most of what the units could show.
pub(super) const FEWEST_UNITS_FOR_PERIODS: usize = 6;

/// Weeks in a year, for the season.
const WEEKS_PER_YEAR: f64 = 52.18;
/// Two years: less cannot tell a season from anything else.
const WEEKS_FOR_A_SEASON: i64 = 104;

/// The number of leading columns is `predictors`; season and trend columns follow.
pub(super) fn data(
    observations: &[Observation],
    predictors: &[usize],
    time: TimeEffects,
) -> Result<Data, DataError> {
    let unit: Vec<usize> = observations.iter().map(|o| o.unit as usize).collect();
    grouped(observations, &unit, predictors, time)
}

/// As [`data`], with the groups that have a level of their own given row by row; units stay the clusters.
pub(super) fn grouped(
    observations: &[Observation],
    group: &[usize],
    predictors: &[usize],
    time: TimeEffects,
) -> Result<Data, DataError> {
    let mut columns: Vec<Vec<f64>> =
        predictors.iter().map(|&k| observations.iter().map(|o| o.predictors[k]).collect()).collect();
    columns.extend(time_columns(observations, time));
    table(observations, group, &columns, time)
}

/// As [`grouped`], with all columns given; of `time` only the effects of each period are added.
pub(super) fn table(
    observations: &[Observation],
    group: &[usize],
    columns: &[Vec<f64>],
    time: TimeEffects,
) -> Result<Data, DataError> {
    let unit: Vec<usize> = observations.iter().map(|o| o.unit as usize).collect();
    let period: Vec<i64> = observations.iter().map(|o| o.period).collect();
    let count: Vec<f64> = observations.iter().map(|o| o.count).collect();
    let exposure: Vec<f64> = observations.iter().map(|o| o.exposure).collect();
    let period = (time == TimeEffects::EachPeriod).then_some(period.as_slice());
    Data::new(group, &unit, period, &count, &exposure, columns)
}

/// What stands in for period levels: two waves a year (period taken as a week) and a trend.
pub(super) fn time_columns(observations: &[Observation], time: TimeEffects) -> Vec<Vec<f64>> {
    let column =
        |f: &dyn Fn(f64) -> f64| observations.iter().map(|o| f(o.period as f64)).collect::<Vec<f64>>();
    let mut columns = Vec::new();
    if time == TimeEffects::SeasonAndTrend {
        for wave in [1.0, 2.0] {
            columns.push(column(&|week| (TAU * wave * week / WEEKS_PER_YEAR).sin()));
            columns.push(column(&|week| (TAU * wave * week / WEEKS_PER_YEAR).cos()));
        }
    }
    if matches!(time, TimeEffects::SeasonAndTrend | TimeEffects::Trend) {
        columns.push(column(&|week| week));
    }
    columns
}

/// What to do about time when the caller leaves it open.
pub(super) fn default_time_effects(usable: &Usable) -> TimeEffects {
    if usable.units() >= FEWEST_UNITS_FOR_PERIODS {
        return TimeEffects::EachPeriod;
    }
    let periods = || usable.observations.iter().map(|o| o.period);
    let span = periods().max().unwrap_or(0) - periods().min().unwrap_or(0) + 1;
    if span >= WEEKS_FOR_A_SEASON {
        TimeEffects::SeasonAndTrend
    } else if span > 1 {
        TimeEffects::Trend
    } else {
        TimeEffects::None
    }
}
