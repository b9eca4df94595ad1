//! A second opinion for lumpy counts: the negative binomial model, in which the variance is
//! mean + a · mean².
//!
//! Fitted with a column of its own for each group, so for panels of a moderate number of groups. Slopes
//! and levels by Fisher scoring, a by maximising its profile likelihood, in turns until both stand still
//! (Lawless 1987; the NB2 model of Cameron and Trivedi 1986).

use super::{Data, FitError, maximise};
use crate::distribution::{digamma, ln_gamma};
use crate::linear::{Factor, Square, dot};
use std::collections::HashMap;

const MOST_ROUNDS: u32 = 200;
const MOST_SCORING_STEPS: u32 = 60;
const SMALLEST_OVERDISPERSION: f64 = 1e-6;
const LARGEST_OVERDISPERSION: f64 = 1e4;

/// A negative binomial fit.
#[derive(Debug, Clone, PartialEq)]
pub struct NegativeBinomial {
    /// One slope for each column.
    pub slopes: Vec<f64>,
    /// The overdispersion a; 0 means Poisson.
    pub overdispersion: f64,
    /// Log-likelihood, constants included.
    pub loglik: f64,
}

/// Fits the negative binomial model with the groups, periods and columns of `data`.
///
/// # Errors
/// See [`FitError`]; counts that are no lumpier than Poisson end at an overdispersion near 0.
pub fn fit_negative_binomial(data: &Data) -> Result<NegativeBinomial, FitError> {
    let start = maximise(data, None)?;
    let mut parameters = start.parameters.clone();
    parameters.extend(start.position.levels.iter().copied());
    let mut fitted = start.position.fitted.clone();
    let mut overdispersion = moment_estimate(data, &fitted).max(1e-4);
    let mut loglik = f64::NEG_INFINITY;
    for _ in 0..MOST_ROUNDS {
        score_steps(data, &mut parameters, &mut fitted, overdispersion)?;
        overdispersion = best_overdispersion(data, &fitted);
        let now = log_likelihood(data, &fitted, overdispersion);
        if !now.is_finite() {
            return Err(FitError::NoConvergence);
        }
        if (now - loglik).abs() <= 1e-13 * now.abs() {
            let slopes = (0..data.columns()).map(|k| parameters[k] / data.scale(k)).collect();
            return Ok(NegativeBinomial { slopes, overdispersion, loglik: now });
        }
        loglik = now;
    }
    Err(FitError::NoConvergence)
}

/// Fisher scoring for slopes, period levels and group levels at a fixed overdispersion.
fn score_steps(
    data: &Data,
    parameters: &mut Vec<f64>,
    fitted: &mut Vec<f64>,
    overdispersion: f64,
) -> Result<(), FitError> {
    let mut objective = log_likelihood(data, fitted, overdispersion);
    for _ in 0..MOST_SCORING_STEPS {
        let step = scoring_step(data, fitted, overdispersion)?;
        let size = step.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
        let mut share = 1.0;
        loop {
            let there: Vec<f64> =
                parameters.iter().zip(&step).map(|(value, step)| value + share * step).collect();
            let means = expected(data, &there);
            let value = log_likelihood(data, &means, overdispersion);
            if value >= objective - 1e-12 * objective.abs() {
                (*parameters, *fitted, objective) = (there, means, value);
                break;
            }
            share *= 0.5;
            if share < 1e-9 {
                return Ok(());
            }
        }
        if size < 1e-10 {
            return Ok(());
        }
    }
    Err(FitError::NoConvergence)
}

/// Group levels are eliminated block by block, as each row has exactly one: what is left has the size of
/// slopes and periods only.
fn scoring_step(data: &Data, fitted: &[f64], overdispersion: f64) -> Result<Vec<f64>, FitError> {
    let size = data.parameters();
    let mut information = Square::zero(size);
    let mut gradient = vec![0.0; size];
    let mut blocks = Vec::with_capacity(data.groups());
    for group in 0..data.groups() {
        let (mut weight_sum, mut score_sum, mut shared) = (0.0, 0.0, vec![0.0; size]);
        for row in data.group_rows(group) {
            let mean = fitted[row];
            let weight = mean / (1.0 + overdispersion * mean);
            let score = (data.count(row) - mean) / (1.0 + overdispersion * mean);
            (weight_sum, score_sum) = (weight_sum + weight, score_sum + score);
            let cells = cells(data, row);
            for (i, a) in &cells {
                gradient[*i] += a * score;
                shared[*i] += a * weight;
                cells.iter().for_each(|(j, b)| information.add(*i, *j, weight * a * b));
            }
        }
        blocks.push((weight_sum, score_sum, shared));
    }
    for (weight_sum, score_sum, shared) in &blocks {
        for i in (0..size).filter(|i| shared[*i] != 0.0) {
            gradient[i] -= shared[i] * score_sum / weight_sum;
            for (j, other) in shared.iter().enumerate() {
                information.add(i, j, -shared[i] * other / weight_sum);
            }
        }
    }
    let factor = Factor::new(&information).ok_or(FitError::Collinear { reciprocal_condition: 0.0 })?;
    let mut step = factor.solve(&gradient);
    let levels: Vec<f64> =
        blocks.iter().map(|(weight, score, shared)| (score - dot(shared, &step)) / weight).collect();
    step.extend(levels);
    Ok(step)
}

/// The row's columns and period, as pairs of parameter and value.
fn cells(data: &Data, row: usize) -> Vec<(usize, f64)> {
    let columns = data.values(row).iter().copied().enumerate();
    columns.chain(data.period_index(row).map(|index| (index, 1.0))).collect()
}

fn expected(data: &Data, parameters: &[f64]) -> Vec<f64> {
    let (slopes, levels) = parameters.split_at(data.parameters());
    let mut fitted = vec![0.0; data.rows()];
    for (group, level) in levels.iter().enumerate() {
        for row in data.group_rows(group) {
            let sum: f64 = cells(data, row).iter().map(|(index, value)| slopes[*index] * value).sum();
            fitted[row] = (level + sum + data.log_exposure(row)).exp();
        }
    }
    fitted
}

fn log_likelihood(data: &Data, fitted: &[f64], overdispersion: f64) -> f64 {
    let size = 1.0 / overdispersion;
    let constant = ln_gamma(size);
    // Counts are few different numbers, and the function is dear.
    let mut known: HashMap<u64, f64> = HashMap::new();
    let row = |(row, mean): (usize, &f64)| {
        let count = data.count(row);
        let spread = (overdispersion * mean).ln_1p();
        let log_term = if count > 0.0 { count * ((overdispersion * mean).ln() - spread) } else { 0.0 };
        let of_count = *known
            .entry(count.to_bits())
            .or_insert_with(|| ln_gamma(count + size) - constant - ln_gamma(count + 1.0));
        of_count - size * spread + log_term
    };
    fitted.iter().enumerate().map(row).sum()
}

/// The overdispersion that makes the squared residuals come out right on average.
fn moment_estimate(data: &Data, fitted: &[f64]) -> f64 {
    let (mut surplus, mut squares) = (0.0, 0.0);
    for (row, mean) in fitted.iter().enumerate() {
        surplus += (data.count(row) - mean).powi(2) - mean;
        squares += mean * mean;
    }
    if squares > 0.0 { surplus / squares } else { 0.0 }
}

/// The overdispersion at which the likelihood is level, by bisection on its logarithm. Where the
/// likelihood falls from the start, counts are no lumpier than Poisson ones and the smallest is returned.
fn best_overdispersion(data: &Data, fitted: &[f64]) -> f64 {
    let (mut low, mut high) = (SMALLEST_OVERDISPERSION.ln(), LARGEST_OVERDISPERSION.ln());
    if !rises(data, fitted, SMALLEST_OVERDISPERSION) {
        return SMALLEST_OVERDISPERSION;
    }
    for _ in 0..80 {
        let middle = 0.5 * (low + high);
        if rises(data, fitted, middle.exp()) { low = middle } else { high = middle }
    }
    (0.5 * (low + high)).exp()
}

/// Whether the likelihood rises with the overdispersion here: the sign of its derivative.
fn rises(data: &Data, fitted: &[f64], overdispersion: f64) -> bool {
    let size = 1.0 / overdispersion;
    let constant = digamma(size);
    // Counts are few different numbers, and the function is dear.
    let mut shapes: HashMap<u64, f64> = HashMap::new();
    let row = |(row, mean): (usize, &f64)| {
        let count = data.count(row);
        let shape = match count > 0.0 {
            true => *shapes.entry(count.to_bits()).or_insert_with(|| digamma(count + size) - constant),
            false => 0.0,
        };
        shape - (overdispersion * mean).ln_1p() + (mean - count) / (size + mean)
    };
    // The sum is the derivative with respect to the reciprocal, so a fall means a rise.
    fitted.iter().enumerate().map(row).sum::<f64>() < 0.0
}
