//! The table a fit works on: rows sorted by group, columns centred and scaled, periods numbered.

use std::fmt;

/// Counts with exposure, grouped for the levels and clustered for the variances.
///
/// Usually a unit is both the group and the cluster. To fit one common level instead of unit effects,
/// put all rows in one group and keep the units as clusters.
#[derive(Debug, Clone)]
pub struct Data {
    /// Where each group's rows begin, and the number of rows at the end.
    starts: Vec<usize>,
    cluster: Vec<usize>,
    clusters: usize,
    /// For each row the parameter of its period, `None` for a reference period or without effects.
    period: Vec<Option<usize>>,
    period_parameters: usize,
    count: Vec<f64>,
    log_exposure: Vec<f64>,
    /// Row by row, centred on 0 with standard deviation 1.
    values: Vec<f64>,
    columns: usize,
    centre: Vec<f64>,
    scale: Vec<f64>,
    groups_are_clusters: bool,
    groups_are_nested: bool,
    /// Row by row, the columns for which each group has a slope of its own.
    own: Vec<f64>,
    own_columns: usize,
}

/// What makes the table unusable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataError {
    /// The parts have different lengths, or there are no rows.
    Length,
    /// The groups are not in ascending order.
    Order,
    /// A number is not finite, a count is negative or an exposure is not positive.
    Number {
        /// The offending row.
        row: usize,
    },
    /// A group without any events, whose level would be minus infinity.
    EmptyGroup {
        /// The number the caller gave the group.
        group: usize,
    },
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length => f.write_str("the columns differ in length or are empty"),
            Self::Order => f.write_str("the groups are not in ascending order"),
            Self::Number { row } => write!(f, "row {} has an impossible number", row + 1),
            Self::EmptyGroup { group } => write!(f, "group {group} has no events"),
        }
    }
}

impl std::error::Error for DataError {}

impl Data {
    /// Builds the table. `group` must not decrease from row to row; `period` gives each row's period when
    /// periods have effects. Each of `columns` holds one value for each row.
    ///
    /// # Errors
    /// See [`DataError`].
    pub fn new(
        group: &[usize],
        cluster: &[usize],
        period: Option<&[i64]>,
        count: &[f64],
        exposure: &[f64],
        columns: &[Vec<f64>],
    ) -> Result<Self, DataError> {
        let rows = group.len();
        let fits = cluster.len() == rows && count.len() == rows && exposure.len() == rows;
        let fits = fits && period.is_none_or(|p| p.len() == rows) && columns.iter().all(|c| c.len() == rows);
        if rows == 0 || !fits {
            return Err(DataError::Length);
        }
        if group.windows(2).any(|pair| pair[0] > pair[1]) {
            return Err(DataError::Order);
        }
        for row in 0..rows {
            let sound = count[row].is_finite() && count[row] >= 0.0;
            let sound = sound && exposure[row].is_finite() && exposure[row] > 0.0;
            if !sound || columns.iter().any(|column| !column[row].is_finite()) {
                return Err(DataError::Number { row });
            }
        }
        let mut starts = vec![0];
        starts.extend((1..rows).filter(|&row| group[row] != group[row - 1]));
        starts.push(rows);
        for pair in starts.windows(2) {
            if count[pair[0]..pair[1]].iter().sum::<f64>() <= 0.0 {
                return Err(DataError::EmptyGroup { group: group[pair[0]] });
            }
        }
        let (cluster, clusters) = number(cluster);
        let (period, period_parameters) = match period {
            Some(period) => number_periods(period, &starts),
            None => (vec![None; rows], 0),
        };
        let groups_are_nested =
            starts.windows(2).all(|pair| cluster[pair[0]..pair[1]].iter().all(|c| *c == cluster[pair[0]]));
        let groups_are_clusters = groups_are_nested && clusters == starts.len() - 1;
        let (values, centre, scale) = standardise(columns, rows);
        Ok(Self {
            starts,
            cluster,
            clusters,
            period,
            period_parameters,
            count: count.to_vec(),
            log_exposure: exposure.iter().map(|value| value.ln()).collect(),
            values,
            columns: columns.len(),
            centre,
            scale,
            groups_are_clusters,
            groups_are_nested,
            own: Vec::new(),
            own_columns: 0,
        })
    }

    /// Gives each group a slope of its own for each of `columns`, beside its level: a season or a trend that
    /// groups feel unequally. A column that is 0 throughout a group has no slope there.
    ///
    /// # Errors
    /// [`DataError::Length`] and [`DataError::Number`].
    pub fn with_own_slopes(mut self, columns: &[Vec<f64>]) -> Result<Self, DataError> {
        if columns.iter().any(|column| column.len() != self.rows()) {
            return Err(DataError::Length);
        }
        let broken = |row: &usize| columns.iter().any(|column| !column[*row].is_finite());
        if let Some(row) = (0..self.rows()).find(broken) {
            return Err(DataError::Number { row });
        }
        self.own = (0..self.rows()).flat_map(|row| columns.iter().map(move |column| column[row])).collect();
        self.own_columns = columns.len();
        Ok(self)
    }

    /// Number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.count.len()
    }

    /// Number of groups, each with a level of its own.
    #[must_use]
    pub fn groups(&self) -> usize {
        self.starts.len() - 1
    }

    /// Number of clusters, the independent units.
    #[must_use]
    pub fn clusters(&self) -> usize {
        self.clusters
    }

    /// Number of columns with a slope.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Free period levels: the periods less one reference for each set of groups that periods connect.
    #[must_use]
    pub fn period_parameters(&self) -> usize {
        self.period_parameters
    }

    pub(crate) fn count(&self, row: usize) -> f64 {
        self.count[row]
    }

    pub(crate) fn log_exposure(&self, row: usize) -> f64 {
        self.log_exposure[row]
    }

    pub(crate) fn cluster(&self, row: usize) -> usize {
        self.cluster[row]
    }

    pub(crate) fn groups_are_clusters(&self) -> bool {
        self.groups_are_clusters
    }

    /// Whether no group is split among clusters.
    pub(crate) fn groups_are_nested(&self) -> bool {
        self.groups_are_nested
    }

    /// Columns for which each group has a slope of its own.
    pub(crate) fn own_columns(&self) -> usize {
        self.own_columns
    }

    /// The values of those columns in a row, as the caller gave them.
    pub(crate) fn own(&self, row: usize) -> &[f64] {
        &self.own[row * self.own_columns..(row + 1) * self.own_columns]
    }

    /// Slopes of their own that groups have, in all.
    #[must_use]
    pub fn own_parameters(&self) -> usize {
        let has_slope =
            |group: usize, column: usize| self.group_rows(group).any(|row| self.own(row)[column] != 0.0);
        (0..self.groups())
            .map(|group| (0..self.own_columns).filter(|column| has_slope(group, *column)).count())
            .sum()
    }

    pub(crate) fn group_rows(&self, group: usize) -> std::ops::Range<usize> {
        self.starts[group]..self.starts[group + 1]
    }

    /// The standardised values of a row.
    pub(crate) fn values(&self, row: usize) -> &[f64] {
        &self.values[row * self.columns..(row + 1) * self.columns]
    }

    /// Index of the row's period among all parameters, slopes first.
    pub(crate) fn period_index(&self, row: usize) -> Option<usize> {
        self.period[row].map(|period| self.columns + period)
    }

    /// Slopes and period levels.
    pub(crate) fn parameters(&self) -> usize {
        self.columns + self.period_parameters
    }

    /// Mean of a column as the caller gave it.
    pub(crate) fn centre(&self, column: usize) -> f64 {
        self.centre[column]
    }

    /// Standard deviation of a column as the caller gave it; 1 for a constant column.
    pub(crate) fn scale(&self, column: usize) -> f64 {
        self.scale[column]
    }
}

/// Renumbers labels 0, 1, 2, … in ascending order.
fn number<T: Ord + Copy>(labels: &[T]) -> (Vec<usize>, usize) {
    let mut different = labels.to_vec();
    // Labels mostly stand together: what is left to sort is short.
    different.dedup();
    different.sort_unstable();
    different.dedup();
    // The label after one is often the next one in their order, as periods are.
    let mut last = 0;
    let number = |label: &T| {
        let near = [last, last + 1].into_iter().find(|place| different.get(*place) == Some(label));
        last = near.unwrap_or_else(|| different.partition_point(|known| known < label));
        last
    };
    let numbers = labels.iter().map(number).collect();
    (numbers, different.len())
}

/// Numbers the period levels, leaving out the first period of each connected set of groups: there the
/// level cannot be told from those of the groups (Abowd, Creecy and Kramarz 2002).
fn number_periods(period: &[i64], starts: &[usize]) -> (Vec<Option<usize>>, usize) {
    let (period, periods) = number(period);
    let mut parent: Vec<usize> = (0..periods).collect();
    fn root(parent: &mut [usize], mut node: usize) -> usize {
        while parent[node] != node {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        node
    }
    for pair in starts.windows(2) {
        let first = root(&mut parent, period[pair[0]]);
        let mut low = first;
        for &other in &period[pair[0]..pair[1]] {
            let other = root(&mut parent, other);
            // The smallest number stays root, so that the reference is the earliest period.
            let (keep, drop) = (low.min(other), low.max(other));
            parent[drop] = keep;
            low = keep;
        }
    }
    let mut parameters = 0;
    let parameter: Vec<Option<usize>> = (0..periods)
        .map(|node| {
            (root(&mut parent, node) != node).then(|| {
                parameters += 1;
                parameters - 1
            })
        })
        .collect();
    (period.iter().map(|&p| parameter[p]).collect(), parameters)
}

/// Centres and scales the columns: the Newton steps then have the same meaning for predictors measured
/// on any scale, and a shift of a predictor cannot cost digits.
fn standardise(columns: &[Vec<f64>], rows: usize) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let mut values = vec![0.0; rows * columns.len()];
    let (mut centres, mut scales) = (Vec::new(), Vec::new());
    for (k, column) in columns.iter().enumerate() {
        let mean = column.iter().sum::<f64>() / rows as f64;
        let variance = column.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / rows as f64;
        let spread = variance.sqrt();
        let is_constant = !spread.is_finite() || spread <= 1e-12 * mean.abs();
        let scale = if is_constant || spread == 0.0 { 1.0 } else { spread };
        for (row, value) in column.iter().enumerate() {
            values[row * columns.len() + k] = if is_constant { 0.0 } else { (value - mean) / scale };
        }
        centres.push(mean);
        scales.push(scale);
    }
    (values, centres, scales)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONES: [f64; 4] = [1.0; 4];

    fn table(group: &[usize], period: &[i64], count: &[f64], exposure: &[f64]) -> Result<Data, DataError> {
        Data::new(group, group, Some(period), count, exposure, &[vec![1.0, 2.0, 3.0, 4.0]])
    }

    #[test]
    fn impossible_tables_are_refused() {
        let refused = |group: &[usize], count: &[f64], exposure: &[f64]| {
            table(group, &[0, 1, 0, 1], count, exposure).err()
        };
        assert_eq!(refused(&[0, 0, 1], &ONES, &ONES), Some(DataError::Length));
        assert_eq!(refused(&[1, 1, 0, 0], &ONES, &ONES), Some(DataError::Order));
        assert_eq!(refused(&[0, 0, 1, 1], &ONES, &[1.0, 0.0, 1.0, 1.0]), Some(DataError::Number { row: 1 }));
        assert_eq!(
            refused(&[0, 0, 7, 7], &[1.0, 0.0, 0.0, 0.0], &ONES),
            Some(DataError::EmptyGroup { group: 7 })
        );
    }

    #[test]
    fn each_set_of_groups_that_periods_connect_has_its_own_reference() {
        let connected = table(&[0, 0, 1, 1], &[0, 1, 1, 2], &ONES, &ONES).expect("a table");
        assert_eq!(connected.period_parameters(), 2);
        let apart = table(&[0, 0, 1, 1], &[0, 1, 2, 3], &ONES, &ONES).expect("a table");
        assert_eq!(apart.period_parameters(), 2);
        assert_eq!((apart.period_index(0), apart.period_index(2)), (None, None));
    }

    #[test]
    fn columns_are_centred_and_scaled() {
        let data = table(&[0, 0, 1, 1], &[0, 1, 0, 1], &ONES, &ONES).expect("a table");
        let values: Vec<f64> = (0..4).map(|row| data.values(row)[0]).collect();
        assert!(values.iter().sum::<f64>().abs() < 1e-12);
        assert!((values.iter().map(|value| value * value).sum::<f64>() - 4.0).abs() < 1e-12);
        assert!((data.centre(0) - 2.5).abs() < 1e-12);
    }
}
