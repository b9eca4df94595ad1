//! Levels and slopes that groups have for themselves, taken out exactly.
//!
//! Given the shared slopes, the best level of a group makes its expected counts add up to its observed ones,
//! and its best own slopes make them agree along its own columns as well. The first has a closed form; the
//! second is a small concave problem with a few steps of Newton's method.

use super::Data;
use crate::linear::{Factor, Square};
use std::ops::Range;

const MOST_STEPS: u32 = 25;
/// Newton's last step squares its error, so the slopes are then right to the last digit.
const SMALL_STEP: f64 = 1e-7;
/// Less than this share left of a column, and it follows from those before it.
const NOTHING_LEFT: f64 = 1e-10;

/// Replaces the linear predictors of a group by its expected counts, with its own slopes at their best.
/// Gives the group's part of the objective and its level.
pub(super) fn settle(data: &Data, group: usize, fitted: &mut [f64], slopes: &mut [f64]) -> (f64, f64) {
    let rows = data.group_rows(group);
    let events: f64 = rows.clone().map(|row| data.count(row)).sum();
    if slopes.is_empty() {
        let log_sum = log_sum(fitted);
        return (shares(data, rows, events, log_sum, fitted), events.ln() - log_sum);
    }
    let offset = fitted.to_vec();
    let place = |slopes: &[f64], fitted: &mut [f64]| {
        for ((cell, offset), row) in fitted.iter_mut().zip(&offset).zip(rows.clone()) {
            *cell = offset + data.own(row).iter().zip(slopes).map(|(a, b)| a * b).sum::<f64>();
        }
        let log_sum = log_sum(fitted);
        (shares(data, rows.clone(), events, log_sum, fitted), events.ln() - log_sum)
    };
    let mut here = place(slopes, fitted);
    for _ in 0..MOST_STEPS {
        let Some(step) = step(data, rows.clone(), events, fitted) else { break };
        let mut share = 1.0;
        let taken = loop {
            let there: Vec<f64> =
                slopes.iter().zip(&step).map(|(slope, step)| slope + share * step).collect();
            let found = place(&there, fitted);
            if found.0.is_finite() && here.0 - found.0 <= 1e-12 * here.0.abs().max(1.0) {
                slopes.copy_from_slice(&there);
                break Some(found);
            }
            share *= 0.5;
            if share < 1e-6 {
                break None;
            }
        };
        let Some(found) = taken else {
            here = place(slopes, fitted);
            break;
        };
        here = found;
        if step.iter().all(|step| step.abs() < SMALL_STEP) {
            break;
        }
    }
    here
}

/// Logarithm of the sum of exponentials; subtracting the largest first keeps it from overflowing.
fn log_sum(predictors: &[f64]) -> f64 {
    let largest = predictors.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    largest + predictors.iter().map(|value| (value - largest).exp()).sum::<f64>().ln()
}

/// Shares the group's events out over its rows; gives Σ count · ln share.
fn shares(data: &Data, rows: Range<usize>, events: f64, log_sum: f64, fitted: &mut [f64]) -> f64 {
    let mut objective = 0.0;
    for (cell, row) in fitted.iter_mut().zip(rows) {
        let log_share = *cell - log_sum;
        if data.count(row) > 0.0 {
            objective += data.count(row) * log_share;
        }
        *cell = events * log_share.exp();
    }
    objective
}

/// Newton's step of the own slopes; 0 for columns that stand still in the group.
fn step(data: &Data, rows: Range<usize>, events: f64, fitted: &[f64]) -> Option<Vec<f64>> {
    let width = data.own_columns();
    let mut means = vec![0.0; width];
    for (row, expected) in rows.clone().zip(fitted) {
        means.iter_mut().zip(data.own(row)).for_each(|(mean, value)| *mean += expected / events * value);
    }
    let (mut gradient, mut information) = (vec![0.0; width], Square::zero(width));
    for (row, expected) in rows.zip(fitted) {
        let residual = data.count(row) - expected;
        for (k, value) in data.own(row).iter().enumerate() {
            let centred = value - means[k];
            gradient[k] += centred * residual;
            for (other, before) in data.own(row)[..=k].iter().enumerate() {
                information.add(k, other, expected * centred * (before - means[other]));
            }
        }
    }
    information.mirror();
    for (k, slope) in gradient.iter_mut().enumerate() {
        if information.at(k, k) <= 1e-12 * events {
            information.set(k, k, 1.0);
            *slope = 0.0;
        }
    }
    Some(Factor::new(&information)?.solve(&gradient))
}

/// A constant and the own columns of a group, made orthonormal under the expected counts one after the
/// other (Gram and Schmidt); what follows from those before it becomes 0.
pub(super) fn orthonormal(data: &Data, rows: Range<usize>, fitted: &[f64], basis: &mut [f64]) {
    let width = data.own_columns() + 1;
    let events: f64 = fitted.iter().sum();
    let level = 1.0 / events.sqrt();
    basis.chunks_exact_mut(width).for_each(|along| along[0] = level);
    for k in 1..width {
        let mut size = 0.0;
        for ((row, expected), along) in rows.clone().zip(fitted).zip(basis.chunks_exact_mut(width)) {
            along[k] = data.own(row)[k - 1];
            size += expected * along[k] * along[k];
        }
        for before in 0..k {
            let pairs = fitted.iter().zip(basis.chunks_exact(width));
            let product: f64 = pairs.map(|(expected, along)| expected * along[before] * along[k]).sum();
            basis.chunks_exact_mut(width).for_each(|along| along[k] -= product * along[before]);
        }
        let pairs = fitted.iter().zip(basis.chunks_exact(width));
        let left: f64 = pairs.map(|(expected, along)| expected * along[k] * along[k]).sum();
        let scale = if left > NOTHING_LEFT * size { 1.0 / left.sqrt() } else { 0.0 };
        basis.chunks_exact_mut(width).for_each(|along| along[k] *= scale);
    }
}
