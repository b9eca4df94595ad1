//! From usable observations to the table a fit works on.

use super::report::TimeEffects;
use super::seasons::{PeriodLength, Time};
use crate::panel::sample::{Observation, Usable};
use crate::poisson::{Data, DataError};

/// Units from which each period gets a level of its own by default: with fewer, the levels would take
/// away most of what the units could show.
pub(super) const FEWEST_UNITS_FOR_PERIODS: usize = 6;

/// The number of leading columns is `predictors`; season and trend columns follow.
pub(super) fn data(
    observations: &[Observation],
    predictors: &[usize],
    time: Time,
) -> Result<Data, DataError> {
    let unit: Vec<usize> = observations.iter().map(|o| o.unit as usize).collect();
    grouped(observations, &unit, predictors, time)
}

/// As [`data`], with the groups that have a level of their own given row by row; units stay the clusters.
pub(super) fn grouped(
    observations: &[Observation],
    group: &[usize],
    predictors: &[usize],
    time: Time,
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
    time: Time,
) -> Result<Data, DataError> {
    let unit: Vec<usize> = observations.iter().map(|o| o.unit as usize).collect();
    clustered(observations, group, &unit, columns, time)
}

/// As [`table`], with the clusters given row by row.
pub(super) fn clustered(
    observations: &[Observation],
    group: &[usize],
    cluster: &[usize],
    columns: &[Vec<f64>],
    time: Time,
) -> Result<Data, DataError> {
    let period: Vec<i64> = observations.iter().map(|o| o.period).collect();
    let count: Vec<f64> = observations.iter().map(|o| o.count).collect();
    let exposure: Vec<f64> = observations.iter().map(|o| o.exposure).collect();
    let period = (time.effects == TimeEffects::EachPeriod).then_some(period.as_slice());
    Data::new(group, cluster, period, &count, &exposure, columns)
}

/// What stands in for period levels: a season and a trend.
pub(super) fn time_columns(observations: &[Observation], time: Time) -> Vec<Vec<f64>> {
    time.columns(observations.iter().map(|o| o.period))
}

/// What to do about time when the caller leaves it open.
pub(super) fn default_time_effects(usable: &Usable, length: PeriodLength) -> TimeEffects {
    if usable.units() >= FEWEST_UNITS_FOR_PERIODS {
        return TimeEffects::EachPeriod;
    }
    let periods = || usable.observations.iter().map(|o| o.period);
    let span = periods().max().unwrap_or(0) - periods().min().unwrap_or(0) + 1;
    if length.span_of_a_season().is_some_and(|needed| span >= needed) {
        TimeEffects::SeasonAndTrend
    } else if span > 1 {
        TimeEffects::Trend
    } else {
        TimeEffects::None
    }
}
