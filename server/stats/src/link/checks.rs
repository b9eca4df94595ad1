//! The gates a panel closes: before the fit by its rows, after it by what came out.

use super::gate::{self, Gate, Inflation};
use super::profile;
use crate::panel::Panel;
use crate::panel::sample::{Observation, Usable};
use crate::poisson::{self, Data, Fit, FitError};

/// Residuals below this share of what chance alone makes of them are rounding.
const ROUNDING: f64 = 1e-14;

/// The gate the rows that are left close by their number; where none are, why.
pub(super) fn of_rows_left(panel: &Panel, usable: &Usable) -> Vec<Gate> {
    let dropped = &usable.dropped;
    let units = usable.units() as u64;
    if units > 0 || dropped.all_zero_units + dropped.constant_units == 0 {
        return gate::of_units(units).into_iter().collect();
    }
    if dropped.constant_units == 0 {
        return vec![Gate::NoEvents];
    }
    panel.predictors.iter().map(|name| Gate::NoVariation { predictor: name.clone() }).collect()
}

/// The gate of a fit that exists but says nothing, because nothing is left for chance.
pub(super) fn of_fit(fit: &Fit) -> Option<Gate> {
    if fit.rows <= fit.parameters {
        return Some(Gate::NoFreedom { rows: fit.rows as u64, parameters: fit.parameters as u64 });
    }
    let events: f64 = fit.fitted.iter().sum();
    (fit.pearson <= ROUNDING * events).then_some(Gate::ConstantRate)
}

/// The gate of a fit that does not exist. The columns of the table begin with `each` for each predictor.
pub(super) fn of_error(error: &FitError, data: &Data, panel: &Panel, each: usize) -> Gate {
    match error {
        FitError::ConstantColumn(column) => match panel.predictors.get(column / each) {
            Some(predictor) => Gate::NoVariation { predictor: predictor.clone() },
            None => not_separable(0.0, data, panel, each),
        },
        FitError::Collinear { reciprocal_condition } => {
            not_separable(*reciprocal_condition, data, panel, each)
        }
        FitError::Separated { columns, rows } => {
            let mut predictors: Vec<usize> = columns.iter().map(|column| column / each).collect();
            predictors.dedup();
            let name = |predictor: usize| panel.predictors.get(predictor).cloned();
            Gate::Separated {
                predictors: predictors.into_iter().filter_map(name).collect(),
                rows: rows.len() as u64,
            }
        }
        FitError::NoConvergence => Gate::NoConvergence,
    }
}

fn not_separable(reciprocal_condition: f64, data: &Data, panel: &Panel, each: usize) -> Gate {
    let inflation = |(predictor, factors): (&String, &[Option<f64>])| Inflation {
        predictor: predictor.clone(),
        factor: factors.iter().copied().reduce(|a, b| Some(a?.max(b?))).flatten(),
    };
    let factors = poisson::inflation_by_everything(data);
    Gate::NotSeparable {
        reciprocal_condition,
        variance_inflation: panel.predictors.iter().zip(factors.chunks(each)).map(inflation).collect(),
    }
}

/// The gates that depend on the rows alone.
pub(super) fn of_data(panel: &Panel, observations: &[Observation]) -> Vec<Gate> {
    let mut gates = Vec::new();
    gates.extend(profile::median_gate(observations, gate::FEWEST_PERIODS));
    gates.extend(of_events(observations.iter().map(|o| o.count).sum(), panel.predictors.len()));
    for (index, predictor) in panel.predictors.iter().enumerate() {
        let values = panel.rows.iter().filter_map(|row| row.predictors[index]);
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (v.min(l), v.max(h)));
        let Some(width) = gate::scale_width(low, high) else { continue };
        let (within_sd, needed) = (within_deviation(observations, index), gate::SMALLEST_VARIATION * width);
        if within_sd < needed {
            gates.push(Gate::LittleVariation { predictor: predictor.clone(), within_sd, needed });
        }
    }
    gates
}

/// The gate too few events close.
pub(super) fn of_events(events: f64, slopes: usize) -> Option<Gate> {
    let needed = gate::FEWEST_EVENTS.max(gate::FEWEST_EVENTS_PER_SLOPE * slopes as f64);
    (events < needed).then_some(Gate::TooFewEvents { events, needed })
}

/// Number of rows of the median unit; `None` without units.
pub(super) fn median_periods(observations: &[Observation]) -> Option<f64> {
    let mut lengths: Vec<usize> = observations.chunk_by(|a, b| a.unit == b.unit).map(<[_]>::len).collect();
    lengths.sort_unstable();
    let low = lengths.get(lengths.len().checked_sub(1)? / 2)?;
    let high = lengths.get(lengths.len() / 2)?;
    Some((low + high) as f64 / 2.0)
}

/// Standard deviation of a predictor around each unit's own mean.
fn within_deviation(observations: &[Observation], index: usize) -> f64 {
    let (mut squares, mut freedom) = (0.0, 0.0);
    for unit in observations.chunk_by(|a, b| a.unit == b.unit) {
        let rows = unit.len() as f64;
        let mean = unit.iter().map(|o| o.predictors[index]).sum::<f64>() / rows;
        squares += unit.iter().map(|o| (o.predictors[index] - mean).powi(2)).sum::<f64>();
        freedom += rows - 1.0;
    }
    if freedom > 0.0 { (squares / freedom).sqrt() } else { 0.0 }
}
