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
    /// The other columns, each less its mean in the unit.
    others_centred: Vec<Vec<f64>>,
    /// Count less expected count of each row.
    residuals: Vec<f64>,
    /// Place of each row's period among the other parameters, one past the last without a level.
    places: Vec<u32>,
}

impl<'a> Score<'a> {
    /// Fits the model with the slope of `column` held at zero. Units must be both groups and clusters.
    ///
    /// # Errors
    /// See [`FitError`]. A column that does not exist, or groups that are not the clusters, count as
    /// [`FitError::ConstantColumn`].
    pub fn new(data: &'a Data, column: usize) -> Result<Self, FitError> {
        if column >= data.columns() || !data.groups_are_clusters() {
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
        let others_centred = (0..data.columns())
            .filter(|other| *other != column)
            .map(|other| position.centred(data, other))
            .collect();
        let last = data.parameters() - 1;
        let places =
            (0..data.rows()).map(|row| data.period_index(row).map_or(last, |index| index - 1) as u32);
        let places = places.collect();
        Ok(Self { places, data, column, position, others, other_scores, values, others_centred, residuals })
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

    fn scores(&self, shift: impl Fn(usize) -> usize) -> Option<Vec<f64>> {
        let mut raw = Vec::with_capacity(self.data.groups());
        // The information shared by this column and each other parameter: columns first, then periods,
        // then a place for rows without a period level, so that the loop need not ask.
        let columns = self.others_centred.len();
        let mut shared = vec![0.0; self.data.parameters()];
        let mut values: Vec<f64> = Vec::new();
        for group in 0..self.data.groups() {
            let rows = self.data.group_rows(group);
            let (early, late) = self.values[rows.clone()].split_at(rows.len() - shift(group) % rows.len());
            values.clear();
            values.extend_from_slice(late);
            values.extend_from_slice(early);
            let expected = &self.position.fitted[rows.clone()];
            let mean = dot(expected, &values) / expected.iter().sum::<f64>();
            values.iter_mut().for_each(|value| *value -= mean);
            raw.push(dot(&values, &self.residuals[rows.clone()]));
            values.iter_mut().zip(expected).for_each(|(value, expected)| *value *= expected);
            for (sum, other) in shared[..columns].iter_mut().zip(&self.others_centred) {
                *sum += dot(&values, &other[rows.clone()]);
            }
            for (weighted, place) in values.iter().zip(&self.places[rows]) {
                shared[*place as usize] += weighted;
            }
        }
        shared.pop();
        let explained = self.others.as_ref()?.solve(&shared);
        let scale = self.data.scale(self.column);
        let scores = raw.iter().zip(&self.other_scores);
        Some(scores.map(|(score, others)| scale * (score - dot(&explained, others))).collect())
    }
}
