//! Why a table cannot be written.

use std::{fmt, io};

use crate::workbook::{MAX_COLUMNS, MAX_ROWS, MAX_TEXT};

/// Why a table cannot be written. Rows and columns count from 1, and the head is no row.
#[derive(Debug)]
pub enum ExportError {
    /// A row has more or fewer cells than there are columns.
    RaggedRow {
        /// The row.
        row: usize,
        /// Its number of cells.
        cells: usize,
        /// The number of columns.
        columns: usize,
    },
    /// A number is infinite or NaN.
    NotANumber {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// More rows than a sheet holds. The data goes into CSV, or into several tables.
    TooManyRows {
        /// The number of rows, the head included.
        rows: usize,
    },
    /// More columns than a sheet holds.
    TooManyColumns {
        /// The number of columns.
        columns: usize,
    },
    /// A text longer than a cell of a sheet holds.
    TextTooLong {
        /// The row, 0 for the head.
        row: usize,
        /// The column.
        column: usize,
    },
    /// The writer failed, for example because the receiver went away.
    Write(io::Error),
    /// The workbook could not be put together.
    Workbook(rust_xlsxwriter::XlsxError),
}

impl fmt::Display for ExportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RaggedRow { row, cells, columns } => {
                write!(formatter, "row {row} has {cells} cells for {columns} columns")
            }
            Self::NotANumber { row, column } => {
                write!(formatter, "the number in row {row}, column {column} is not finite")
            }
            Self::TooManyRows { rows } => write!(formatter, "{rows} rows, a sheet holds {MAX_ROWS}"),
            Self::TooManyColumns { columns } => {
                write!(formatter, "{columns} columns, a sheet holds {MAX_COLUMNS}")
            }
            Self::TextTooLong { row, column } => {
                write!(
                    formatter,
                    "the text in row {row}, column {column} is longer than {MAX_TEXT} characters"
                )
            }
            Self::Write(error) => write!(formatter, "the file could not be written: {error}"),
            Self::Workbook(error) => write!(formatter, "the workbook could not be made: {error}"),
        }
    }
}

impl std::error::Error for ExportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Write(error) => Some(error),
            Self::Workbook(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for ExportError {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<zip::result::ZipError> for ExportError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Write(error.into())
    }
}

impl From<rust_xlsxwriter::XlsxError> for ExportError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::Workbook(error)
    }
}
