//! The estimate: Newton's method on the likelihood with the group levels profiled out.
//!
//! Given the slopes, the best level of a group makes its expected counts add up to its observed ones.
//! Put back into the likelihood this leaves a multinomial one in the slopes and period levels, which is
//! concave: there is one maximum and Newton finds it in a few steps.

use super::{Data, FitError, own};
use crate::linear::{Factor, Square, dot};

const MOST_STEPS: u32 = 60;
const SMALLEST_STEP: f64 = 1e-12;
/// An expected count below this share of what the exposure alone would give has gone to zero.
const VANISHED: f64 = 1e-6;
/// A slope that still changes by this much for one standard deviation of its column is running away.
const STILL_MOVING: f64 = 1e-4;

/// Everything about one set of parameters: slopes of the standardised columns, then period levels.
#[derive(Debug, Clone)]
pub(crate) struct Position {
    /// Σ count · ln(share of the group's events expected in the row).
    pub(crate) objective: f64,
    /// Expected count of each row.
    pub(crate) fitted: Vec<f64>,
    /// Logarithm of each group's rate at the mean of the columns.
    pub(crate) levels: Vec<f64>,
    /// Each group's own slopes, group by group.
    pub(crate) own_slopes: Vec<f64>,
    /// Row by row, a basis of each group's level and own columns, orthonormal under the expected counts.
    basis: Vec<f64>,
    /// Each column's products with that basis, group by group and column by column.
    loadings: Vec<f64>,
    /// First derivative of the objective.
    pub(crate) gradient: Vec<f64>,
    /// Minus the second derivative.
    pub(crate) information: Square,
}

/// Where Newton's method ended.
#[derive(Debug, Clone)]
pub(crate) struct Solution {
    pub(crate) parameters: Vec<f64>,
    pub(crate) position: Position,
    pub(crate) iterations: u32,
}

/// Finds the maximum, with one slope held at zero if `frozen` names its column.
pub(crate) fn maximise(data: &Data, frozen: Option<usize>) -> Result<Solution, FitError> {
    maximise_from(data, frozen, vec![0.0; data.parameters()])
}

/// As [`maximise`], from parameters that are believed to be near: there is one maximum, wherever one begins.
pub(crate) fn maximise_from(
    data: &Data,
    frozen: Option<usize>,
    mut parameters: Vec<f64>,
) -> Result<Solution, FitError> {
    let mut position = Position::at(data, &parameters, None);
    check_variation(data, &position)?;
    let mut last_step = f64::INFINITY;
    let mut movement = vec![0.0; data.parameters()];
    for iteration in 1..=MOST_STEPS {
        let step = match newton_step(&position, frozen) {
            Ok(step) => step,
            Err(error) => return Err(separation(data, &position, &movement).unwrap_or(error)),
        };
        let size = step.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
        if !size.is_finite() {
            return Err(separation(data, &position, &movement).unwrap_or(FitError::NoConvergence));
        }
        if let Some((better, there)) = advance(data, &parameters, &position, &step) {
            (parameters, position) = (better, there);
        }
        // Close to the maximum the step is rounding error; it then stops shrinking long before a badly
        // scaled problem could reach the fixed tolerance.
        if size < SMALLEST_STEP || (size < 1e-9 && size >= 0.25 * last_step) {
            return Ok(Solution { parameters, position, iterations: iteration });
        }
        (last_step, movement) = (size, step);
    }
    Err(separation(data, &position, &movement).unwrap_or(FitError::NoConvergence))
}

/// Why the climb did not end, if events are separated: rows without events whose expected count has all
/// but vanished, and the slopes that were still on their way when it stopped.
///
/// A maximum exists unless some combination of columns and levels is 0 in every row with events and not
/// above 0 in all others (Correia, Guimarães and Zylkin 2019). Newton's steps then follow that
/// combination, each taking the expected counts where it is below 0 down to about a third.
fn separation(data: &Data, position: &Position, movement: &[f64]) -> Option<FitError> {
    let exposure: f64 = (0..data.rows()).map(|row| data.log_exposure(row).exp()).sum();
    let rate = position.fitted.iter().sum::<f64>() / exposure;
    let rows: Vec<usize> = (0..data.rows())
        .filter(|&row| data.count(row) == 0.0)
        .filter(|&row| position.fitted[row] < VANISHED * rate * data.log_exposure(row).exp())
        .collect();
    let columns = (0..data.columns()).filter(|&column| movement[column].abs() > STILL_MOVING).collect();
    (!rows.is_empty()).then_some(FitError::Separated { columns, rows })
}

fn newton_step(position: &Position, frozen: Option<usize>) -> Result<Vec<f64>, FitError> {
    let singular = FitError::Collinear { reciprocal_condition: 0.0 };
    let Some(frozen) = frozen else {
        return Ok(Factor::new(&position.information).ok_or(singular)?.solve(&position.gradient));
    };
    let mut gradient = position.gradient.clone();
    gradient.remove(frozen);
    let mut step = Factor::new(&position.information.without(frozen)).ok_or(singular)?.solve(&gradient);
    step.insert(frozen, 0.0);
    Ok(step)
}

/// Takes the step, halved until the objective does not fall; `None` when even a tiny one does.
fn advance(data: &Data, from: &[f64], here: &Position, step: &[f64]) -> Option<(Vec<f64>, Position)> {
    let mut share = 1.0;
    for _ in 0..40 {
        let parameters: Vec<f64> = from.iter().zip(step).map(|(value, step)| value + share * step).collect();
        let there = Position::at(data, &parameters, Some(here));
        let fall = here.objective - there.objective;
        if there.objective.is_finite() && fall <= 1e-12 * here.objective.abs().max(1.0) {
            return Some((parameters, there));
        }
        share *= 0.5;
    }
    None
}

/// A column that stands still within every group has no slope; say which, rather than "collinear".
fn check_variation(data: &Data, position: &Position) -> Result<(), FitError> {
    let events: f64 = position.fitted.iter().sum();
    for column in 0..data.columns() {
        // Columns have variance 1, so this is the share of it that lies within groups.
        if position.information.at(column, column) <= 1e-12 * events {
            return Err(FitError::ConstantColumn(column));
        }
    }
    Ok(())
}

impl Position {
    /// Everything at `parameters`. Groups' own slopes are looked for from `from` on, those of a position near
    /// by, or from 0.
    pub(crate) fn at(data: &Data, parameters: &[f64], from: Option<&Self>) -> Self {
        let (columns, width) = (data.columns(), data.own_columns() + 1);
        let mut position = Self {
            objective: 0.0,
            fitted: vec![0.0; data.rows()],
            levels: Vec::with_capacity(data.groups()),
            own_slopes: match from {
                Some(near) => near.own_slopes.clone(),
                None => vec![0.0; data.groups() * data.own_columns()],
            },
            basis: vec![0.0; data.rows() * width],
            loadings: vec![0.0; data.groups() * columns * width],
            gradient: vec![0.0; data.parameters()],
            information: Square::zero(data.parameters()),
        };
        let mut by_period = ByPeriod::default();
        for group in 0..data.groups() {
            position.expect(data, parameters, group);
            position.project(data, group);
            position.differentiate(data, group, &mut by_period);
        }
        position.information.mirror();
        position
    }

    /// Expected counts and level of one group.
    fn expect(&mut self, data: &Data, parameters: &[f64], group: usize) {
        let rows = data.group_rows(group);
        let columns = data.columns();
        for row in rows.clone() {
            let period = data.period_index(row).map_or(0.0, |index| parameters[index]);
            self.fitted[row] =
                data.log_exposure(row) + period + dot(data.values(row), &parameters[..columns]);
        }
        let width = data.own_columns();
        let slopes = &mut self.own_slopes[group * width..(group + 1) * width];
        let (objective, level) = own::settle(data, group, &mut self.fitted[rows], slopes);
        self.objective += objective;
        self.levels.push(level);
    }

    /// What of each column the group's level and own slopes take up: its products with a basis of the two
    /// that is orthonormal under the expected counts.
    fn project(&mut self, data: &Data, group: usize) {
        let (columns, width) = (data.columns(), data.own_columns() + 1);
        let rows = data.group_rows(group);
        let basis = &mut self.basis[rows.start * width..rows.end * width];
        own::orthonormal(data, rows.clone(), &self.fitted[rows.clone()], basis);
        let loadings = &mut self.loadings[group * columns * width..(group + 1) * columns * width];
        for (row, along) in rows.zip(basis.chunks_exact(width)) {
            let expected = self.fitted[row];
            for (value, loading) in data.values(row).iter().zip(loadings.chunks_exact_mut(width)) {
                let weighted = expected * value;
                loading.iter_mut().zip(along).for_each(|(sum, part)| *sum += weighted * part);
            }
        }
    }

    /// The columns of a row less what the group's level and own slopes take up.
    pub(crate) fn centre_row(&self, data: &Data, group: usize, row: usize, centred: &mut [f64]) {
        let (columns, width) = (data.columns(), data.own_columns() + 1);
        let along = self.along(data, row);
        let loadings = self.loadings[group * columns * width..].chunks_exact(width);
        for ((cell, value), loading) in centred.iter_mut().zip(data.values(row)).zip(loadings) {
            let taken: f64 = along.iter().zip(loading).map(|(a, b)| a * b).sum();
            *cell = value - taken;
        }
    }

    /// The basis of the group's level and own slopes in a row.
    pub(crate) fn along(&self, data: &Data, row: usize) -> &[f64] {
        let width = data.own_columns() + 1;
        &self.basis[row * width..(row + 1) * width]
    }

    /// Adds one group's part of the gradient and of the lower triangle of the information.
    fn differentiate(&mut self, data: &Data, group: usize, by_period: &mut ByPeriod) {
        let mut centred = vec![0.0; data.columns()];
        for row in data.group_rows(group) {
            let (expected, residual) = (self.fitted[row], data.count(row) - self.fitted[row]);
            self.centre_row(data, group, row, &mut centred);
            for (k, own) in centred.iter().enumerate() {
                self.gradient[k] += own * residual;
                for (other, before) in centred[..=k].iter().enumerate() {
                    self.information.add(k, other, expected * own * before);
                }
            }
            if let Some(index) = data.period_index(row) {
                self.gradient[index] += residual;
                for (k, value) in centred.iter().enumerate() {
                    self.information.add(index, k, expected * value);
                }
                self.information.add(index, index, expected);
            }
        }
        for part in 0..=data.own_columns() {
            by_period.gather(data.group_rows(group).filter_map(|row| {
                let index = data.period_index(row)?;
                Some((index, self.fitted[row] * self.along(data, row)[part]))
            }));
            by_period.subtract_products(&mut self.information);
        }
    }

    /// A column less what each group's level and own slopes take up.
    pub(crate) fn centred(&self, data: &Data, column: usize) -> Vec<f64> {
        let mut row_values = vec![0.0; data.columns()];
        let mut values = Vec::with_capacity(data.rows());
        for group in 0..data.groups() {
            for row in data.group_rows(group) {
                self.centre_row(data, group, row, &mut row_values);
                values.push(row_values[column]);
            }
        }
        values
    }

    /// The derivative of the objective owed to each cluster, one inner vector for each.
    pub(crate) fn cluster_scores(&self, data: &Data) -> Vec<Vec<f64>> {
        let (columns, width) = (data.columns(), data.own_columns() + 1);
        let mut scores = vec![vec![0.0; data.parameters()]; data.clusters()];
        let mut centred = vec![0.0; columns];
        for group in 0..data.groups() {
            let mut surplus = vec![0.0; data.clusters() * width];
            for row in data.group_rows(group) {
                let residual = data.count(row) - self.fitted[row];
                let score = &mut scores[data.cluster(row)];
                self.centre_row(data, group, row, &mut centred);
                score.iter_mut().zip(&centred).for_each(|(sum, value)| *sum += value * residual);
                if let Some(index) = data.period_index(row) {
                    score[index] += residual;
                }
                let surplus = &mut surplus[data.cluster(row) * width..];
                surplus.iter_mut().zip(self.along(data, row)).for_each(|(sum, part)| *sum += part * residual);
            }
            if data.groups_are_nested() {
                continue; // the residuals of a whole group add up to zero along its level and own slopes
            }
            for part in 0..width {
                let mut shares = vec![0.0; data.parameters()];
                for row in data.group_rows(group) {
                    if let Some(index) = data.period_index(row) {
                        shares[index] += self.fitted[row] * self.along(data, row)[part];
                    }
                }
                for (score, surplus) in scores.iter_mut().zip(surplus.chunks_exact(width)) {
                    score.iter_mut().zip(&shares).for_each(|(sum, share)| *sum -= share * surplus[part]);
                }
            }
        }
        scores
    }
}

/// What the periods of a group have of something, in their order; those that occur in several rows added up.
#[derive(Default)]
struct ByPeriod {
    pairs: Vec<(usize, f64)>,
    shares: Vec<f64>,
}

impl ByPeriod {
    fn gather(&mut self, pairs: impl Iterator<Item = (usize, f64)>) {
        self.pairs.clear();
        self.pairs.extend(pairs);
        if !self.pairs.windows(2).all(|pair| pair[0].0 < pair[1].0) {
            self.pairs.sort_by_key(|(index, _)| *index);
            self.pairs.dedup_by(|later, kept| {
                let same = later.0 == kept.0;
                if same {
                    kept.1 += later.1;
                }
                same
            });
        }
        self.shares.clear();
        self.shares.extend(self.pairs.iter().map(|(_, share)| *share));
    }

    /// Takes the product of each two shares from the lower triangle.
    fn subtract_products(&self, information: &mut Square) {
        let Some((first, _)) = self.pairs.first() else { return };
        // Periods nearly always follow each other: their cells then lie side by side.
        let is_run = self.pairs.last().is_some_and(|(last, _)| last - first + 1 == self.pairs.len());
        for (position, (index, share)) in self.pairs.iter().enumerate() {
            if is_run {
                information.subtract_run(*index, *first, *share, &self.shares[..=position]);
                continue;
            }
            for (other, other_share) in &self.pairs[..=position] {
                information.add(*index, *other, -share * other_share);
            }
        }
    }
}
