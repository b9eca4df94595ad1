//! What can be wrong with a table: what, where, and [in words](crate::words) what to do about it.

use crate::{numbers::Decimal, shapes::Order};

/// Something that keeps a table from being read, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Row as a spreadsheet counts.
    pub row: Option<u64>,
    /// Head of the column.
    pub column: Option<String>,
    /// What the cell says.
    pub cell: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

impl Problem {
    /// Whether it refuses one row, and those that follow can be read.
    pub const fn is_of_row(&self) -> bool {
        matches!(self.fault, Fault::Width { .. }) || self.cell.is_some()
    }

    pub(crate) const fn of_file(fault: Fault) -> Self {
        Self { row: None, column: None, cell: None, fault }
    }

    pub(crate) const fn at_row(row: u64, fault: Fault) -> Self {
        Self { row: Some(row), column: None, cell: None, fault }
    }

    pub(crate) fn unreadable(error: &std::io::Error) -> Self {
        Self::of_file(Fault::Unreadable { why: error.to_string() })
    }
}

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the words for each, with its figures, are in the next file")]
pub enum Fault {
    // the file
    Unreadable { why: String },
    Empty,
    NoRows,
    NotText,
    NoEncoding,
    OtherEncoding,
    MixedEncodings { other: u64 },
    SeparatorUnclear { one: char, other: char },
    LongRow { bytes: u64 },
    OpenQuote,
    TooManyRows { most: u64 },
    // a workbook
    OldWorkbook,
    OtherWorkbook,
    Macros,
    BrokenWorkbook,
    LargeWorkbook { megabytes: u64 },
    NoSheet { sheets: Vec<String> },
    NotAWorkbook,
    // the head and the width of rows
    TooManyColumns { most: u64 },
    LongHead { most: u64 },
    NoColumn { heads: Vec<String> },
    ColumnTwice,
    Width { cells: u64, heads: u64 },
    // a cell
    NotANumber,
    MissingMark,
    Formula,
    SpreadsheetError,
    TooLarge,
    BelowZero,
    NotWhole,
    NoName,
    OtherDecimal { decimal: Decimal },
    NumberUnclear { point: f64, comma: f64 },
    NumbersMixed { row: u64, other: String },
    NoPeriod,
    NotAPeriod,
    NotAPeriodAs { other: String },
    PeriodsMixed { other: String },
    LooksLikeADate,
    SpreadsheetDate,
    SecondsSince1970,
    WeeksOrMonths,
    QuartersOrMonths,
    YearOfTwo,
    NotAsHead,
    YearMissing,
    DateUnclear { one: String, other: String },
    DatesMixed,
    OtherOrder { order: Order },
    TooManyPeriods { most: u64 },
    TooManyUnits { most: u64 },
    TotalUnclear,
}
