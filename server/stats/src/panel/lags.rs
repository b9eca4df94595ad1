//! Looking back: what a unit's figures were some periods earlier.
//!
//! A lag is a distance in *periods*, not in rows, so a missing week stays a missing week and never shifts
//! the ones around it. A negative lag looks ahead; the analysis uses that as a placebo.

use super::{Panel, Row};

/// Finds a unit's rows and predictor values by period.
#[derive(Debug, Clone)]
pub struct History<'a> {
    panel: &'a Panel,
    /// Periods and places of the rows, by unit and period.
    rows: Vec<(i64, usize)>,
    /// Where each unit's rows begin, and where the last one's end.
    starts: Vec<usize>,
}

impl<'a> History<'a> {
    /// Indexes the panel once; a look-up is then one step where a unit's periods follow each other, and as many as the
    /// logarithm of their number where some are missing.
    #[must_use]
    pub fn new(panel: &'a Panel) -> Self {
        let mut places: Vec<usize> = (0..panel.rows.len()).collect();
        let key = |place: &usize| (panel.rows[*place].unit, panel.rows[*place].period);
        places.sort_by_key(key);
        let units = places.last().map_or(0, |last| panel.rows[*last].unit as usize + 1);
        let mut starts = vec![0; units + 1];
        for place in &places {
            starts[panel.rows[*place].unit as usize + 1] += 1;
        }
        for unit in 0..units {
            starts[unit + 1] += starts[unit];
        }
        let rows = places.into_iter().map(|place| (panel.rows[place].period, place)).collect();
        Self { panel, rows, starts }
    }

    /// The row of a unit in a period.
    #[must_use]
    pub fn row(&self, unit: u32, period: i64) -> Option<&'a Row> {
        let unit = unit as usize;
        let own = &self.rows[*self.starts.get(unit)?..*self.starts.get(unit + 1)?];
        let guess = usize::try_from(period.checked_sub(own.first()?.0)?).ok();
        let place = match guess.and_then(|guess| own.get(guess)) {
            Some((found, place)) if *found == period => *place,
            _ => own[own.binary_search_by_key(&period, |(period, _)| *period).ok()?].1,
        };
        self.panel.rows.get(place)
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
