//! What is exported: columns with titles, and rows of cells.

use crate::error::ExportError;

/// A table with a name, for one CSV file or one sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// For the sheet tab. Any text: what a sheet name may not hold is replaced.
    pub name: String,
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Shown in the first row.
    pub title: String,
    /// What the cells below are, for the layout. It does not change how a cell is written.
    pub kind: ColumnKind,
}

impl Column {
    /// A column with this title and kind.
    #[must_use]
    pub fn new(title: impl Into<String>, kind: ColumnKind) -> Self {
        Self { title: title.into(), kind }
    }
}

/// What a column is about. Numeric columns have their title at the right, above the digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColumnKind {
    /// Words.
    #[default]
    Text,
    /// Numbers with a fraction.
    Number,
    /// Numbers of which three decimals matter.
    Fine,
    /// Whole numbers.
    Integer,
    /// Dates.
    Date,
    /// Whole numbers with a sign.
    Change,
    /// Whole percent.
    Percent,
    /// Whole percent with a sign.
    ChangePercent,
}

/// One value.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Words, from whomever. Treated as hostile.
    Text(String),
    /// A number. Infinities and NaN are refused with [`ExportError::NotANumber`].
    Number(f64),
    /// A whole number.
    Integer(i64),
    /// A number as digits and how many of them are decimals, so that it is written as it was rounded: 230 with 1 is
    /// 23.0.
    Decimal {
        /// The digits, with a sign.
        digits: i64,
        /// How many of them are decimals.
        scale: u8,
    },
    /// Whole percent. In a workbook a number shown with its sign, elsewhere the whole number.
    Percent(i64),
    /// A date as ISO 8601 text, for example `2026-03-09`. In a workbook it is a date, shown as year, month and day;
    /// what is no date from 1900 on stays text.
    Date(String),
    /// Nothing.
    #[default]
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    /// None becomes [`Cell::Empty`].
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// Refuses a row that is shorter or longer than the head. `row` counts from 1 and leaves the head out.
pub(crate) fn check_width(row: usize, cells: &[Cell], columns: usize) -> Result<(), ExportError> {
    if cells.len() == columns {
        Ok(())
    } else {
        Err(ExportError::RaggedRow { row, cells: cells.len(), columns })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_become_the_cell_of_their_kind() {
        assert_eq!(Cell::from("a"), Cell::Text("a".to_owned()));
        assert_eq!(Cell::from("a".to_owned()), Cell::Text("a".to_owned()));
        assert_eq!(Cell::from(1.5), Cell::Number(1.5));
        assert_eq!(Cell::from(Some(3_i64)), Cell::Integer(3));
        assert_eq!(Cell::from(None::<i64>), Cell::Empty);
    }
}
