//! Looking back: what a unit's figures were some periods earlier.
//!
//! A lag is a distance in *periods*, not in rows, so a missing week stays a missing week and never shifts
//! the ones around it. A negative lag looks ahead; the analysis uses that as a placebo.

use super::{Panel, Row};
use std::collections::HashMap;

/// Finds a unit's rows and predictor values by period.
#[derive(Debug, Clone)]
pub struct History<'a> {
    panel: &'a Panel,
    row_at: HashMap<(u32, i64), usize>,
}

impl<'a> History<'a> {
    /// Indexes the panel once; look-ups are then constant time.
    #[must_use]
    pub fn new(panel: &'a Panel) -> Self {
        let row_at =
            panel.rows.iter().enumerate().map(|(index, row)| ((row.unit, row.period), index)).collect();
        Self { panel, row_at }
    }

    /// The row of a unit in a period.
    #[must_use]
    pub fn row(&self, unit: u32, period: i64) -> Option<&'a Row> {
        self.panel.rows.get(*self.row_at.get(&(unit, period))?)
    }

    /// The value of `predictor` for `unit` exactly `lag` periods before `period`.
    #[must_use]
    pub fn value(&self, unit: u32, period: i64, lag: i32, predictor: usize) -> Option<f64> {
        let then = period.checked_sub(i64::from(lag))?;
        self.row(unit, then)?.predictors.get(predictor).copied().flatten()
    }

    /// The mean over lags `first..=last`, or `None` when fewer than `min_present` of them have a value.
    /// At least one value is always needed.
    #[must_use]
    pub fn mean(
        &self,
        unit: u32,
        period: i64,
        (first, last): (i32, i32),
        min_present: u32,
        predictor: usize,
    ) -> Option<f64> {
        let (mut sum, mut present) = (0.0, 0_u32);
        for lag in first..=last {
            if let Some(value) = self.value(unit, period, lag, predictor) {
                sum += value;
                present += 1;
            }
        }
        (present >= min_present.max(1)).then(|| sum / f64::from(present))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel() -> Panel {
        let row =
            |unit, period, value| Row { unit, period, count: 0.0, exposure: 1.0, predictors: vec![value] };
        let rows = vec![
            row(0, 12, Some(4.0)),
            row(0, 10, Some(1.0)),
            row(0, 11, None),
            row(0, 14, Some(9.0)),
            row(1, 12, Some(7.0)),
        ];
        Panel { units: vec!["A".into(), "B".into()], predictors: vec!["x".into()], rows }
    }

    #[test]
    fn lags_count_periods_not_rows() {
        let panel = panel();
        let history = History::new(&panel);
        assert_eq!(history.value(0, 14, 2, 0), Some(4.0));
        assert_eq!(history.value(0, 14, 1, 0), None);
        assert_eq!(history.value(0, 14, 4, 0), Some(1.0));
    }

    #[test]
    fn a_negative_lag_looks_ahead() {
        let panel = panel();
        assert_eq!(History::new(&panel).value(0, 12, -2, 0), Some(9.0));
    }

    #[test]
    fn the_mean_needs_enough_present_values() {
        let panel = panel();
        let history = History::new(&panel);
        assert_eq!(history.mean(0, 14, (1, 4), 2, 0), Some(2.5));
        assert_eq!(history.mean(0, 14, (1, 4), 3, 0), None);
        assert_eq!(history.mean(1, 14, (1, 1), 0, 0), None);
    }
}
