//! What each unit has to say about one slope, seen from a model in which that slope is zero.
//!
//! A unit's score is the sum over its rows of x̃ (count − expected). x̃ is the predictor less its mean in
//! the unit and less what the other columns and the periods explain of it, all weighted by the expected
//! counts. If there is no link, each score is as likely positive as negative.

use super::{Data, FitError, maximise, newton::Position};
use crate::linear::{Factor, dot};

/// The scores of one column, and what is needed to compute them again for a rearranged column.
#[derive(Debug, Clone)]
pub struct Score<'a> {
    data: &'a Data,
    column: usize,
    position: Position,
    /// Information of all other parameters, factored.
    others: Option<Factor>,
    /// Scores of all other parameters, cluster by cluster.
    other_scores: Vec<Vec<f64>>,
    /// The column, standardised.
    values: Vec<f64>,
    /// The other columns, each less its mean in the unit, times the expected count.
    others_weighted: Vec<Vec<f64>>,
    /// Count less expected count of each row.
    residuals: Vec<f64>,
    /// Place of each row's period among the other parameters, with one for rows without a level before.
    places: Vec<u32>,
    /// Whether the places of a unit's rows follow each other without a gap.
    is_run: Vec<bool>,
}

impl<'a> Score<'a> {
    /// Fits the model with the slope of `column` held at zero. Units must be both groups and clusters.
    ///
    /// # Errors
    /// See [`FitError`]. A column that does not exist, groups that are not the clusters, and groups with
    /// slopes of their own count as [`FitError::ConstantColumn`].
    pub fn new(data: &'a Data, column: usize) -> Result<Self, FitError> {
        if column >= data.columns() || !data.groups_are_clusters() || data.own_columns() > 0 {
            return Err(FitError::ConstantColumn(column));
        }
        let position = maximise(data, Some(column))?.position;
        let others = Factor::new(&position.information.without(column));
        let mut other_scores = position.cluster_scores(data);
        other_scores.iter_mut().for_each(|score| {
            score.remove(column);
        });
        let values = (0..data.rows()).map(|row| data.values(row)[column]).collect();
        let residuals = (0..data.rows()).map(|row| data.count(row) - position.fitted[row]).collect();
        let weighted = |other: usize| -> Vec<f64> {
            let centred = position.centred(data, other);
            centred.iter().zip(&position.fitted).map(|(value, expected)| value * expected).collect()
        };
        let others_weighted = (0..data.columns()).filter(|other| *other != column).map(weighted).collect();
        // The other columns, then rows without a level, then the periods in order.
        let without = data.columns() - 1;
        let places = (0..data.rows()).map(|row| data.period_index(row).unwrap_or(without) as u32);
        let places: Vec<u32> = places.collect();
        let follow = |group| places[data.group_rows(group)].windows(2).all(|pair| pair[1] == pair[0] + 1);
        let is_run = (0..data.groups()).map(follow).collect();
        Ok(Self {
            data,
            column,
            position,
            others,
            other_scores,
            values,
            others_weighted,
            residuals,
            places,
            is_run,
        })
    }

    /// One score for each unit, in the order of the units. `None` when the other parameters explain each
    /// other, which a fit of the full model would have refused.
    #[must_use]
    pub fn of_units(&self) -> Option<Vec<f64>> {
        self.scores(|_| 0)
    }

    /// The scores when each unit's column is moved around in time: the value of a row becomes that of the
    /// row `shift` places before it, the last rows feeding the first. One shift for each unit.
    #[must_use]
    pub fn shifted(&self, shifts: &[usize]) -> Option<Vec<f64>> {
        self.scores(|group| shifts.get(group).copied().unwrap_or(0))
    }

    /// Number of rows of each unit.
    #[must_use]
    pub fn lengths(&self) -> Vec<usize> {
        (0..self.data.groups()).map(|group| self.data.group_rows(group).len()).collect()
    }

    /// The same scores for many shifts in turn, with what does not change kept.
    #[must_use]
    pub fn rotations(&self) -> Rotations<'_> {
        let columns = self.others_weighted.len();
        let mut starts = Vec::with_capacity(self.data.groups());
        let mut rows = 0;
        for length in self.lengths() {
            starts.push(rows);
            rows += length;
        }
        let stride = 2 + columns;
        Rotations {
            score: self,
            starts,
            stride,
            cells: vec![0.0; rows * stride],
            is_known: vec![false; rows],
        }
    }

    /// A unit's column moved around, in two pieces: first those that come first.
    fn rotated(&self, group: usize, shift: usize) -> (&[f64], &[f64]) {
        let rows = self.data.group_rows(group);
        let (early, late) = self.values[rows.clone()].split_at(rows.len() - shift % rows.len());
        (late, early)
    }

    fn scores(&self, shift: impl Fn(usize) -> usize) -> Option<Vec<f64>> {
        let mut raw = Vec::with_capacity(self.data.groups());
        let mut shared = vec![0.0; self.data.parameters()];
        let mut cells = vec![0.0; 2 + self.others_weighted.len()];
        for group in 0..self.data.groups() {
            self.summarise(group, shift(group), &mut cells);
            self.gather(group, shift(group), &cells, &mut raw, &mut shared);
        }
        self.finish(&[raw], vec![shared])?.pop()
    }

    /// What a unit's moved column amounts to: its mean, its score, and what it shares with the other
    /// columns, all weighted by the expected counts.
    fn summarise(&self, group: usize, shift: usize, cells: &mut [f64]) {
        let rows = self.data.group_rows(group);
        let (first, second) = self.rotated(group, shift);
        let product = |other: &[f64]| {
            let (before, after) = other.split_at(first.len());
            dot(before, first) + dot(after, second)
        };
        let expected = &self.position.fitted[rows.clone()];
        let mean = product(expected) / expected.iter().sum::<f64>();
        let residuals = &self.residuals[rows.clone()];
        cells[0] = mean;
        cells[1] = product(residuals) - mean * residuals.iter().sum::<f64>();
        for (cell, weighted) in cells[2..].iter_mut().zip(&self.others_weighted) {
            // The weighted other column adds up to zero in the unit, so the mean drops out.
            *cell = product(&weighted[rows.clone()]);
        }
    }

    /// Adds a unit's part to the scores and to the information shared with all other parameters: columns
    /// first, then a place for rows without a period level, then the periods.
    fn gather(&self, group: usize, shift: usize, cells: &[f64], raw: &mut Vec<f64>, shared: &mut [f64]) {
        raw.push(cells[1]);
        let columns = self.others_weighted.len();
        shared[..columns].iter_mut().zip(&cells[2..]).for_each(|(sum, cell)| *sum += cell);
        if self.data.period_parameters() == 0 {
            return;
        }
        let rows = self.data.group_rows(group);
        let (first, second) = self.rotated(group, shift);
        let (middle, mean) = (rows.start + first.len(), cells[0]);
        for (rows, values) in [(rows.start..middle, first), (middle..rows.end, second)] {
            let expected = &self.position.fitted[rows.clone()];
            let places = &self.places[rows];
            let weighted = values.iter().zip(expected).map(|(value, expected)| expected * (value - mean));
            match places.first() {
                // Rows of successive periods, nearly always, lie side by side.
                Some(place) if self.is_run[group] => {
                    let target = &mut shared[*place as usize..];
                    target.iter_mut().zip(weighted).for_each(|(sum, part)| *sum += part);
                }
                _ => places.iter().zip(weighted).for_each(|(place, part)| shared[*place as usize] += part),
            }
        }
    }

    /// The scores of each draw, from what its columns amount to unit by unit and what they share with all other parameters.
    fn finish(&self, raw: &[Vec<f64>], shared: Vec<Vec<f64>>) -> Option<Vec<Vec<f64>>> {
        let others = self.others.as_ref()?;
        let explained = shared.into_iter().map(|mut shared| {
            shared.remove(self.others_weighted.len());
            others.solve(&shared)
        });
        let explained: Vec<Vec<f64>> = explained.collect();
        let scale = self.data.scale(self.column);
        let mut scores = vec![Vec::with_capacity(self.other_scores.len()); raw.len()];
        for (group, others) in self.other_scores.iter().enumerate() {
            for ((scores, raw), explained) in scores.iter_mut().zip(raw).zip(&explained) {
                scores.push(scale * (raw[group] - dot(explained, others)));
            }
        }
        Some(scores)
    }
}

/// What each cluster has to say about the slope of `column`, from the model in which it is zero; clusters
/// may be groups of units, and groups may have slopes of their own. As [`Score::of_units`] otherwise.
///
/// # Errors
/// See [`FitError`].
pub fn cluster_scores(data: &Data, column: usize) -> Result<Vec<f64>, FitError> {
    if column >= data.columns() {
        return Err(FitError::ConstantColumn(column));
    }
    let position = maximise(data, Some(column))?.position;
    let singular = FitError::Collinear { reciprocal_condition: 0.0 };
    let others = Factor::new(&position.information.without(column)).ok_or(singular)?;
    let mut shared = position.information.row(column).to_vec();
    shared.remove(column);
    let explained = others.solve(&shared);
    let score = |mut score: Vec<f64>| {
        let own = score.remove(column);
        data.scale(column) * (own - dot(&explained, &score))
    };
    Ok(position.cluster_scores(data).into_iter().map(score).collect())
}

/// Scores for one set of shifts after another. What a unit's column amounts to at a shift is worked out
/// when it first occurs, so that a draw costs one pass over the rows instead of several.
#[derive(Debug, Clone)]
pub struct Rotations<'a> {
    score: &'a Score<'a>,
    /// Where each unit's shifts begin, counted in shifts.
    starts: Vec<usize>,
    /// Numbers kept for each shift.
    stride: usize,
    cells: Vec<f64>,
    is_known: Vec<bool>,
}

impl Rotations<'_> {
    /// As [`Score::shifted`], for several sets of shifts: unit by unit, so that what is known of one is near at hand for
    /// all of them.
    #[must_use]
    pub fn scores(&mut self, draws: &[Vec<usize>]) -> Option<Vec<Vec<f64>>> {
        let score = self.score;
        let mut raw = vec![Vec::with_capacity(score.data.groups()); draws.len()];
        let mut shared = vec![vec![0.0; score.data.parameters()]; draws.len()];
        for (group, start) in self.starts.iter().enumerate() {
            let length = score.data.group_rows(group).len();
            for ((shifts, raw), shared) in draws.iter().zip(&mut raw).zip(&mut shared) {
                let shift = shifts.get(group).copied().unwrap_or(0) % length;
                let place = start + shift;
                let cells = &mut self.cells[place * self.stride..(place + 1) * self.stride];
                if !self.is_known[place] {
                    score.summarise(group, shift, cells);
                    self.is_known[place] = true;
                }
                score.gather(group, shift, cells, raw, shared);
            }
        }
        score.finish(&raw, shared)
    }
}
