//! Units observed over periods: the data the link is looked for in.
//!
//! This file holds the table and its checks; [`lags`] looks back in time, [`sample`] decides which rows a
//! fit may use and counts the others. Nothing here fits anything.

pub mod lags;
pub mod sample;

use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::fmt;

/// Periods further than this from zero are refused, so that adding a lag can never overflow.
pub const LARGEST_PERIOD: i64 = 1_000_000_000_000;

/// One unit in one period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Index into [`Panel::units`].
    pub unit: u32,
    /// Period number. Consecutive periods differ by one; where counting starts does not matter.
    pub period: i64,
    /// Events (complaints) in the period, 0 or more.
    pub count: f64,
    /// Exposure (customer contacts) in the period, 0 or more.
    pub exposure: f64,
    /// One value for each of [`Panel::predictors`], in that order; `None` where there is no figure.
    pub predictors: Vec<Option<f64>>,
}

/// A table of [`Row`]s in any order, with the names of its units and predictors.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Panel {
    /// Names of the units; [`Row::unit`] points here.
    pub units: Vec<String>,
    /// Names of the predictors; [`Row::predictors`] follows this order.
    pub predictors: Vec<String>,
    /// The observations, at most one for each unit and period.
    pub rows: Vec<Row>,
}

/// What makes a panel contradictory. `row` counts from 0 in [`Panel::rows`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PanelError {
    /// The row's unit is not in the list of units.
    UnknownUnit {
        /// The offending row.
        row: usize,
    },
    /// The row has more or fewer predictors than the panel names.
    WrongPredictorCount {
        /// The offending row.
        row: usize,
        /// Predictors in the row.
        found: usize,
        /// Predictors in the panel.
        expected: usize,
    },
    /// A second row for the same unit and period.
    Duplicate {
        /// The later of the two rows.
        row: usize,
    },
    /// A number is infinite or not a number.
    NotFinite {
        /// The offending row.
        row: usize,
        /// The offending column.
        column: Column,
    },
    /// A count or an exposure below zero.
    Negative {
        /// The offending row.
        row: usize,
        /// The offending column.
        column: Column,
    },
    /// The period is beyond [`LARGEST_PERIOD`].
    PeriodTooFar {
        /// The offending row.
        row: usize,
    },
}

/// The column an error is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// [`Row::count`].
    Count,
    /// [`Row::exposure`].
    Exposure,
    /// The predictor with this index.
    Predictor(usize),
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count => f.write_str("the count"),
            Self::Exposure => f.write_str("the exposure"),
            Self::Predictor(index) => write!(f, "predictor {}", index + 1),
        }
    }
}

impl PanelError {
    /// The row the error is about, counting from 0.
    #[must_use]
    pub fn row(&self) -> usize {
        match self {
            Self::UnknownUnit { row }
            | Self::WrongPredictorCount { row, .. }
            | Self::Duplicate { row }
            | Self::NotFinite { row, .. }
            | Self::Negative { row, .. }
            | Self::PeriodTooFar { row } => *row,
        }
    }
}

impl fmt::Display for PanelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}: ", self.row() + 1)?;
        match self {
            Self::UnknownUnit { .. } => f.write_str("the unit is not in the list of units"),
            Self::WrongPredictorCount { found, expected, .. } => {
                write!(f, "{found} predictors where the panel has {expected}")
            }
            Self::Duplicate { .. } => f.write_str("a second row for the same unit and period"),
            Self::NotFinite { column, .. } => write!(f, "{column} is not a finite number"),
            Self::Negative { column, .. } => write!(f, "{column} is negative"),
            Self::PeriodTooFar { .. } => f.write_str("the period number is too large"),
        }
    }
}

impl std::error::Error for PanelError {}

impl Panel {
    /// A checked panel.
    ///
    /// # Errors
    /// The first contradiction found, see [`PanelError`].
    pub fn new(units: Vec<String>, predictors: Vec<String>, rows: Vec<Row>) -> Result<Self, PanelError> {
        let panel = Self { units, predictors, rows };
        panel.validate()?;
        Ok(panel)
    }

    /// Checks a panel that was put together field by field. Every analysis begins with this.
    ///
    /// # Errors
    /// The first contradiction found, see [`PanelError`].
    pub fn validate(&self) -> Result<(), PanelError> {
        let mut seen = HashSet::with_capacity(self.rows.len());
        for (row, entry) in self.rows.iter().enumerate() {
            if entry.unit as usize >= self.units.len() {
                return Err(PanelError::UnknownUnit { row });
            }
            if entry.predictors.len() != self.predictors.len() {
                let (found, expected) = (entry.predictors.len(), self.predictors.len());
                return Err(PanelError::WrongPredictorCount { row, found, expected });
            }
            if !(-LARGEST_PERIOD..=LARGEST_PERIOD).contains(&entry.period) {
                return Err(PanelError::PeriodTooFar { row });
            }
            for (column, value) in [(Column::Count, entry.count), (Column::Exposure, entry.exposure)] {
                if !value.is_finite() {
                    return Err(PanelError::NotFinite { row, column });
                }
                if value < 0.0 {
                    return Err(PanelError::Negative { row, column });
                }
            }
            let broken = entry.predictors.iter().position(|value| value.is_some_and(|v| !v.is_finite()));
            if let Some(index) = broken {
                return Err(PanelError::NotFinite { row, column: Column::Predictor(index) });
            }
            if !seen.insert((entry.unit, entry.period)) {
                return Err(PanelError::Duplicate { row });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(unit: u32, period: i64) -> Row {
        Row { unit, period, count: 1.0, exposure: 10.0, predictors: vec![Some(50.0)] }
    }

    fn check(rows: Vec<Row>) -> Result<Panel, PanelError> {
        Panel::new(vec!["A".into(), "B".into()], vec!["strain".into()], rows)
    }

    #[test]
    fn a_sound_panel_passes() {
        assert!(check(vec![row(0, 1), row(1, 1), row(0, 2)]).is_ok());
    }

    #[test]
    fn each_contradiction_names_its_row() {
        assert_eq!(check(vec![row(0, 1), row(0, 1)]), Err(PanelError::Duplicate { row: 1 }));
        assert_eq!(check(vec![row(2, 1)]), Err(PanelError::UnknownUnit { row: 0 }));
        assert_eq!(check(vec![row(0, i64::MIN)]), Err(PanelError::PeriodTooFar { row: 0 }));
        let negative = Row { count: -1.0, ..row(0, 1) };
        assert_eq!(check(vec![negative]), Err(PanelError::Negative { row: 0, column: Column::Count }));
        let infinite = Row { exposure: f64::INFINITY, ..row(0, 1) };
        assert_eq!(check(vec![infinite]), Err(PanelError::NotFinite { row: 0, column: Column::Exposure }));
        let nan = Row { predictors: vec![Some(f64::NAN)], ..row(0, 1) };
        assert_eq!(check(vec![nan]), Err(PanelError::NotFinite { row: 0, column: Column::Predictor(0) }));
        let short = Row { predictors: vec![], ..row(0, 1) };
        let wrong = PanelError::WrongPredictorCount { row: 0, found: 0, expected: 1 };
        assert_eq!(check(vec![short]), Err(wrong));
    }

    #[test]
    fn messages_count_rows_from_one() {
        assert_eq!(
            PanelError::Duplicate { row: 4 }.to_string(),
            "row 5: a second row for the same unit and period"
        );
    }
}
