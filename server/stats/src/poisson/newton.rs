//! The estimate: Newton's method on the likelihood with the group levels profiled out.
//!
//! Given the slopes, the best level of a group makes its expected counts add up to its observed ones.
//! Put back into the likelihood this leaves a multinomial one in the slopes and period levels, which is
//! concave: there is one maximum and Newton finds it in a few steps.

use super::{Data, FitError};
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
    /// Each group's mean of the columns, weighted by expected count; group by group.
    pub(crate) group_means: Vec<f64>,
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
    let mut parameters = vec![0.0; data.parameters()];
    let mut position = Position::at(data, &parameters);
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
        let there = Position::at(data, &parameters);
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
    pub(crate) fn at(data: &Data, parameters: &[f64]) -> Self {
        let columns = data.columns();
        let mut position = Self {
            objective: 0.0,
            fitted: vec![0.0; data.rows()],
            levels: Vec::with_capacity(data.groups()),
            group_means: vec![0.0; data.groups() * columns],
            gradient: vec![0.0; data.parameters()],
            information: Square::zero(data.parameters()),
        };
        let mut by_period = Vec::new();
        for group in 0..data.groups() {
            position.expect(data, parameters, group);
            position.differentiate(data, group, &mut by_period);
        }
        position.information.mirror();
        position
    }

    /// Expected counts and level of one group.
    fn expect(&mut self, data: &Data, parameters: &[f64], group: usize) {
        let rows = data.group_rows(group);
        let columns = data.columns();
        let mut largest = f64::NEG_INFINITY;
        for row in rows.clone() {
            let period = data.period_index(row).map_or(0.0, |index| parameters[index]);
            let predictor = data.log_exposure(row) + period + dot(data.values(row), &parameters[..columns]);
            self.fitted[row] = predictor;
            largest = largest.max(predictor);
        }
        // Subtracting the largest before exponentiating keeps the sum from overflowing.
        let log_sum = largest + rows.clone().map(|row| (self.fitted[row] - largest).exp()).sum::<f64>().ln();
        let events: f64 = rows.clone().map(|row| data.count(row)).sum();
        for row in rows {
            let log_share = self.fitted[row] - log_sum;
            if data.count(row) > 0.0 {
                self.objective += data.count(row) * log_share;
            }
            self.fitted[row] = events * log_share.exp();
            for (column, value) in data.values(row).iter().enumerate() {
                self.group_means[group * columns + column] += log_share.exp() * value;
            }
        }
        self.levels.push(events.ln() - log_sum);
    }

    /// Adds one group's part of the gradient and of the lower triangle of the information.
    fn differentiate(&mut self, data: &Data, group: usize, by_period: &mut Vec<(usize, f64)>) {
        let columns = data.columns();
        let means = &self.group_means[group * columns..(group + 1) * columns];
        by_period.clear();
        let mut events = 0.0;
        let mut centred = vec![0.0; columns];
        for row in data.group_rows(group) {
            let (expected, residual) = (self.fitted[row], data.count(row) - self.fitted[row]);
            events += data.count(row);
            for (k, value) in data.values(row).iter().enumerate() {
                centred[k] = value - means[k];
                self.gradient[k] += centred[k] * residual;
                for (other, before) in centred[..=k].iter().enumerate() {
                    self.information.add(k, other, expected * centred[k] * before);
                }
            }
            if let Some(index) = data.period_index(row) {
                self.gradient[index] += residual;
                for (k, value) in centred.iter().enumerate() {
                    self.information.add(index, k, expected * value);
                }
                self.information.add(index, index, expected);
                by_period.push((index, expected));
            }
        }
        merge_periods(by_period);
        for (position, &(index, expected)) in by_period.iter().enumerate() {
            let share = expected / events;
            for &(other, other_expected) in &by_period[..=position] {
                self.information.add(index, other, -share * other_expected);
            }
        }
    }

    /// A column less its mean in each group, weighted by expected count.
    pub(crate) fn centred(&self, data: &Data, column: usize) -> Vec<f64> {
        let mean = |group: usize| self.group_means[group * data.columns() + column];
        (0..data.groups())
            .flat_map(|group| data.group_rows(group).map(move |row| data.values(row)[column] - mean(group)))
            .collect()
    }

    /// The derivative of the objective owed to each cluster, one inner vector for each.
    pub(crate) fn cluster_scores(&self, data: &Data) -> Vec<Vec<f64>> {
        let columns = data.columns();
        let mut scores = vec![vec![0.0; data.parameters()]; data.clusters()];
        for group in 0..data.groups() {
            let means = &self.group_means[group * columns..(group + 1) * columns];
            let mut surplus = vec![0.0; data.clusters()];
            let mut events = 0.0;
            for row in data.group_rows(group) {
                let residual = data.count(row) - self.fitted[row];
                let score = &mut scores[data.cluster(row)];
                for (k, value) in data.values(row).iter().enumerate() {
                    score[k] += (value - means[k]) * residual;
                }
                if let Some(index) = data.period_index(row) {
                    score[index] += residual;
                }
                surplus[data.cluster(row)] += residual;
                events += data.count(row);
            }
            if data.groups_are_clusters() {
                continue; // the residuals of a whole group add up to zero
            }
            let mut shares = vec![0.0; data.parameters()];
            for row in data.group_rows(group) {
                if let Some(index) = data.period_index(row) {
                    shares[index] += self.fitted[row] / events;
                }
            }
            for (score, surplus) in scores.iter_mut().zip(&surplus).filter(|(_, surplus)| **surplus != 0.0) {
                score.iter_mut().zip(&shares).for_each(|(score, share)| *score -= share * surplus);
            }
        }
        scores
    }
}

/// Orders the periods of a group and adds up those that occur in several rows.
fn merge_periods(by_period: &mut Vec<(usize, f64)>) {
    if by_period.windows(2).all(|pair| pair[0].0 < pair[1].0) {
        return;
    }
    by_period.sort_by_key(|(index, _)| *index);
    by_period.dedup_by(|later, kept| {
        let same = later.0 == kept.0;
        if same {
            kept.1 += later.1;
        }
        same
    });
}
