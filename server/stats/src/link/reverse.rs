//! The question turned around: does a unit's rate of events go before its predictor?
//!
//! If complaints wear people out, a high complaint rate is followed by more strain. The predictor is
//! regressed on the mean rate over the lags, with levels for units and periods, by least squares; the
//! errors are cluster-robust with the same small-sample factor as elsewhere.

use super::seasons::Time;
use super::{LinkError, Options, TimeEffects, design, interval};
use crate::distribution::{finite, t_two_sided};
use crate::linear::{Factor, Square, dot};
use crate::panel::Panel;
use crate::panel::sample::{Observation, Usable};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The reverse link of one predictor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reverse {
    /// Name of the predictor.
    pub predictor: String,
    /// Rows in the fit.
    pub n: u64,
    /// Units in the fit.
    pub units: u64,
    /// Change of the predictor when the unit's event rate over the lags was one standard deviation (of
    /// that rate within units) above its own usual level.
    pub estimate: f64,
    /// Cluster-robust standard error.
    pub standard_error: f64,
    /// 95 % interval by Student's t with one degree of freedom less than units.
    pub interval: [f64; 2],
    /// P-value of no link.
    pub p: f64,
}

/// Fits the reverse link of a predictor (by index). `Ok(None)` when there are fewer than three units or
/// nothing varies.
///
/// # Errors
/// [`LinkError`] when panel or options contradict themselves.
pub fn reverse(panel: &Panel, options: &Options, predictor: usize) -> Result<Option<Reverse>, LinkError> {
    panel.validate()?;
    options.check()?;
    let Some(name) = panel.predictors.get(predictor) else { return Err(LinkError::NoPredictors) };
    let rows = rows(panel, options, predictor);
    let units = rows.chunk_by(|a, b| a.unit == b.unit).count();
    if units < 3 {
        return Ok(None);
    }
    let unit_only = Usable { observations: rows.clone(), dropped: Default::default() };
    let time = match options.period_effects {
        super::PeriodEffects::Yes => TimeEffects::EachPeriod,
        super::PeriodEffects::No => TimeEffects::None,
        super::PeriodEffects::Auto => design::default_time_effects(&unit_only, options.period_length),
    };
    let time = Time { effects: time, length: options.period_length };
    Ok(least_squares(&rows, time).and_then(|(estimate, standard_error)| {
        let df = units - 1;
        Some(Reverse {
            predictor: name.clone(),
            n: rows.len() as u64,
            units: units as u64,
            estimate,
            standard_error,
            interval: interval(estimate, Some(standard_error), df)?,
            p: t_two_sided(estimate / standard_error, df as f64)?,
        })
    }))
}

/// Rows with the predictor as the first value and the mean event rate over the lags as the second; rows
/// of units of which only one is left say nothing and go.
fn rows(panel: &Panel, options: &Options, predictor: usize) -> Vec<Observation> {
    let (first, last) = options.lags.unwrap_or((1, 1));
    let rate: HashMap<(u32, i64), f64> = panel
        .rows
        .iter()
        .filter(|row| row.exposure > 0.0)
        .filter_map(|row| Some(((row.unit, row.period), finite(row.count / row.exposure)?)))
        .collect();
    let mut rows: Vec<Observation> = panel
        .rows
        .iter()
        .filter_map(|row| {
            let value = row.predictors[predictor]?;
            let rates: Vec<f64> = (first..=last)
                .filter_map(|lag| rate.get(&(row.unit, row.period - i64::from(lag))).copied())
                .collect();
            let enough = rates.len() >= options.min_present.max(1) as usize;
            let mean = rates.iter().sum::<f64>() / rates.len() as f64;
            let (unit, period, count, exposure) = (row.unit, row.period, 1.0, 1.0);
            (enough && mean.is_finite()).then(|| Observation {
                unit,
                period,
                count,
                exposure,
                predictors: vec![value, mean],
            })
        })
        .collect();
    rows.sort_by_key(|row| (row.unit, row.period));
    rows.chunk_by(|a, b| a.unit == b.unit).filter(|unit| unit.len() > 1).flatten().cloned().collect()
}

/// The slope per standard deviation of the rate, and its cluster-robust standard error.
///
/// Taking unit means out of everything leaves an ordinary regression (Frisch and Waugh 1933). A Poisson
/// table is used only for its numbering of periods. A row touches one period, so the periods' part of the
/// cross products is put together from counts; columns for them would not fit the largest organisations.
fn least_squares(rows: &[Observation], time: Time) -> Option<(f64, f64)> {
    let unit: Vec<usize> = rows.iter().map(|row| row.unit as usize).collect();
    let table = design::table(rows, &unit, &design::time_columns(rows, time), time).ok()?;
    let size = 1 + table.parameters();
    let units: Vec<std::ops::Range<usize>> =
        (0..table.groups()).map(|group| table.group_rows(group)).collect();
    let period = |row: usize| table.period_index(row).map(|index| index + 1);
    let mut response: Vec<f64> = rows.iter().map(|row| row.predictors[0]).collect();
    // The rate, then whatever stands in for periods.
    let mut columns: Vec<Vec<f64>> = vec![rows.iter().map(|row| row.predictors[1]).collect()];
    columns.extend((0..table.columns()).map(|k| (0..rows.len()).map(|row| table.values(row)[k]).collect()));
    for rows in &units {
        for column in columns.iter_mut().chain([&mut response]) {
            let mean = column[rows.clone()].iter().sum::<f64>() / rows.len() as f64;
            column[rows.clone()].iter_mut().for_each(|value| *value -= mean);
        }
    }
    let spread = (dot(&columns[0], &columns[0]) / rows.len().checked_sub(units.len())? as f64).sqrt();
    if spread.is_nan() || spread <= 0.0 {
        return None;
    }
    columns[0].iter_mut().for_each(|value| *value /= spread);

    let mut information = Square::zero(size);
    let mut moments = vec![0.0; size];
    for (i, left) in columns.iter().enumerate() {
        moments[i] = dot(left, &response);
        columns[..=i].iter().enumerate().for_each(|(j, right)| information.set(i, j, dot(left, right)));
    }
    for rows in &units {
        let share = 1.0 / rows.len() as f64;
        for (row, place) in rows.clone().filter_map(|row| Some((row, period(row)?))) {
            moments[place] += response[row];
            columns.iter().enumerate().for_each(|(k, column)| information.add(place, k, column[row]));
            information.add(place, place, 1.0);
            // Less the unit's mean of both periods.
            let others = rows.clone().filter_map(period).filter(|other| *other <= place);
            others.for_each(|other| information.add(place, other, -share));
        }
    }
    information.mirror();
    let (inverse, condition) = Factor::new(&information)?.inverse();
    if condition < crate::poisson::SMALLEST_CONDITION {
        return None;
    }
    let slopes = inverse.times(&moments);
    // A row's sum over all columns, weighted by `weights`.
    let weighted = |row: usize, weights: &[f64], mean: f64| {
        let sum: f64 = columns.iter().zip(weights).map(|(column, weight)| column[row] * weight).sum();
        sum + period(row).map_or(0.0, |place| weights[place]) - mean
    };
    let mut variance = 0.0;
    for rows in &units {
        let mean = |weights: &[f64]| {
            rows.clone().filter_map(period).map(|place| weights[place]).sum::<f64>() / rows.len() as f64
        };
        let (level, own) = (mean(&slopes), mean(inverse.row(0)));
        let score: f64 = rows
            .clone()
            .map(|row| weighted(row, inverse.row(0), own) * (response[row] - weighted(row, &slopes, level)))
            .sum();
        variance += score * score;
    }
    let (count, groups) = (rows.len() as f64, units.len() as f64);
    let free = count - size as f64;
    if free <= 0.0 {
        return None;
    }
    let factor = groups / (groups - 1.0) * (count - 1.0) / free;
    let standard_error = finite((factor * variance).sqrt()).filter(|error| *error > 0.0)?;
    Some((finite(slopes[0])?, standard_error))
}
