//! Five variances of the slopes, from the most trusting to the most careful.
//!
//! * classic: counts are Poisson and independent;
//! * quasi: lumpy, but still independent;
//! * CR0 and CR1: whatever happens inside a unit, units are independent (Liang and Zeger 1986; Cameron,
//!   Gelbach and Miller 2008);
//! * CV3L: the same by leaving out one unit at a time, in one Newton step each (Kline and Santos 2012;
//!   MacKinnon, Nielsen and Webb 2023). With few units the only one that is not too optimistic, so
//!   intervals are built on it.

use super::{Data, Position};
use crate::linear::{Square, dot, shortest_solution};

/// Covariance matrices of the slopes, row by row; the diagonal holds the variances.
#[derive(Debug, Clone, PartialEq)]
pub struct Covariances {
    /// Inverse information.
    pub classic: Vec<f64>,
    /// Classic times the dispersion; `None` without residual degrees of freedom.
    pub quasi: Option<Vec<f64>>,
    /// Cluster-robust, uncorrected.
    pub cr0: Vec<f64>,
    /// Cluster-robust with the usual small-sample factor; `None` for a single cluster or when there are
    /// no more rows than parameters.
    pub cr1: Option<Vec<f64>>,
    /// Linearised cluster jackknife; `None` for a single cluster or when clusters split groups.
    pub cv3l: Option<Vec<f64>>,
}

/// The square roots of the diagonal of a covariance matrix of `size` slopes.
pub(crate) fn standard_errors(covariance: &[f64], size: usize) -> Vec<f64> {
    (0..size).map(|k| covariance[k * size + k].max(0.0).sqrt()).collect()
}

impl Covariances {
    /// Standard errors of a covariance matrix of this struct.
    #[must_use]
    pub fn standard_errors(covariance: &[f64]) -> Vec<f64> {
        standard_errors(covariance, covariance.len().isqrt())
    }
}

/// The covariances, and the change of the slopes when each cluster is left out.
pub(super) fn covariances(
    data: &Data,
    position: &Position,
    inverse: &Square,
    dispersion: Option<f64>,
) -> (Covariances, Vec<Vec<f64>>) {
    let size = data.columns();
    let mut classic = vec![0.0; size * size];
    for row in 0..size {
        for column in 0..size {
            classic[row * size + column] = inverse.at(row, column) / data.scale(row) / data.scale(column);
        }
    }
    let scores = position.cluster_scores(data);
    let influence: Vec<Vec<f64>> = scores
        .iter()
        .map(|score| (0..size).map(|k| dot(inverse.row(k), score) / data.scale(k)).collect())
        .collect();
    let cr0 = sum_of_squares(&influence, size, 1.0);

    let clusters = data.clusters() as f64;
    let free_rows = data.rows() as f64 - (data.parameters() + 1) as f64;
    let cr1 = (data.clusters() > 1 && free_rows > 0.0).then(|| {
        let factor = clusters / (clusters - 1.0) * (data.rows() as f64 - 1.0) / free_rows;
        cr0.iter().map(|value| factor * value).collect()
    });
    let changes = if data.clusters() > 1 && data.groups_are_nested() {
        deletion_changes(data, position, inverse, &scores)
    } else {
        Vec::new()
    };
    let cv3l = (!changes.is_empty()).then(|| sum_of_squares(&changes, size, (clusters - 1.0) / clusters));
    let quasi = dispersion.map(|phi| classic.iter().map(|value| phi * value).collect());
    (Covariances { classic, quasi, cr0, cr1, cv3l }, changes)
}

fn sum_of_squares(vectors: &[Vec<f64>], size: usize, factor: f64) -> Vec<f64> {
    let mut sum = vec![0.0; size * size];
    for vector in vectors {
        for row in 0..size {
            for column in 0..size {
                sum[row * size + column] += factor * vector[row] * vector[column];
            }
        }
    }
    sum
}

/// −(H − H_i)⁻¹ s_i for each cluster i, slopes only, in the caller's scale.
fn deletion_changes(
    data: &Data,
    position: &Position,
    inverse: &Square,
    scores: &[Vec<f64>],
) -> Vec<Vec<f64>> {
    let mut groups = vec![Vec::new(); data.clusters()];
    for group in 0..data.groups() {
        groups[data.cluster(data.group_rows(group).start)].push(group);
    }
    scores
        .iter()
        .zip(&groups)
        .map(|(score, groups)| {
            let solution = solve_without(data, position, inverse, groups, score)
                .unwrap_or_else(|| shortest_solution(&information_without(data, position, groups), score));
            (0..data.columns()).map(|k| -solution[k] / data.scale(k)).collect()
        })
        .collect()
}

/// Solves (H − H_i) d = s by conjugate gradients preconditioned with H⁻¹.
///
/// One unit's part H_i is small against H, so a handful of steps give full precision, and two thousand
/// units cost about as much as one fit. `None` when the remaining units do not determine d, or not well.
fn solve_without(
    data: &Data,
    position: &Position,
    inverse: &Square,
    groups: &[usize],
    score: &[f64],
) -> Option<Vec<f64>> {
    let size = score.len();
    let mut solution = vec![0.0; size];
    let mut residual = score.to_vec();
    let mut preconditioned = inverse.times(&residual);
    let mut length = dot(&residual, &preconditioned);
    let enough = 1e-26 * length;
    if length <= 0.0 {
        return Some(solution);
    }
    let mut direction = preconditioned.clone();
    // H times the direction follows from the recursion itself: H H⁻¹ r is r.
    let mut whole_image = residual.clone();
    for _ in 0..(2 * size + 20) {
        let mut image = whole_image.clone();
        let whole = dot(&direction, &image);
        groups.iter().for_each(|group| subtract_group(data, position, *group, &direction, &mut image));
        let curvature = dot(&direction, &image);
        if curvature.is_nan() || curvature <= 1e-9 * whole {
            return None;
        }
        let step = length / curvature;
        for i in 0..size {
            solution[i] += step * direction[i];
            residual[i] -= step * image[i];
        }
        preconditioned = inverse.times(&residual);
        let next = dot(&residual, &preconditioned);
        if next <= enough {
            return Some(solution);
        }
        let turn = next / length;
        for i in 0..size {
            direction[i] = preconditioned[i] + turn * direction[i];
            whole_image[i] = residual[i] + turn * whole_image[i];
        }
        length = next;
    }
    None
}

/// Takes a group's part of H, times `vector`, from `image` without forming it.
fn subtract_group(data: &Data, position: &Position, group: usize, vector: &[f64], image: &mut [f64]) {
    let columns = data.columns();
    let mut centred = vec![0.0; columns];
    let mut totals = vec![0.0; data.own_columns() + 1];
    let mut images = Vec::with_capacity(data.group_rows(group).len());
    for row in data.group_rows(group) {
        position.centre_row(data, group, row, &mut centred);
        let slopes = dot(&centred, &vector[..columns]);
        let along = slopes + data.period_index(row).map_or(0.0, |index| vector[index]);
        let weighted = position.fitted[row] * along;
        totals.iter_mut().zip(position.along(data, row)).for_each(|(sum, part)| *sum += weighted * part);
        images.push(along);
    }
    for (row, value) in data.group_rows(group).zip(images) {
        position.centre_row(data, group, row, &mut centred);
        let taken: f64 = totals.iter().zip(position.along(data, row)).map(|(a, b)| a * b).sum();
        let weight = position.fitted[row] * (value - taken);
        image.iter_mut().zip(&centred).for_each(|(cell, value)| *cell -= weight * value);
        if let Some(index) = data.period_index(row) {
            image[index] -= weight;
        }
    }
}

/// H − H_i in full, for the rare case that it is singular.
fn information_without(data: &Data, position: &Position, groups: &[usize]) -> Square {
    let size = position.information.size();
    let mut matrix = Square::zero(size);
    let mut unit = vec![0.0; size];
    for column in 0..size {
        unit[column] = 1.0;
        let mut image: Vec<f64> = position.information.row(column).to_vec();
        groups.iter().for_each(|group| subtract_group(data, position, *group, &unit, &mut image));
        unit[column] = 0.0;
        (0..size).for_each(|row| matrix.set(row, column, image[row]));
    }
    matrix
}
