//! Several tables that belong together: a workbook, or an archive of CSV files. Both are written from the same
//! [`Book`], so a number cannot be one thing in the one and another in the other.

use crate::table::{Cell, Column};

/// Rows as they are asked for, so that a long table never stands in memory whole.
pub type Rows<'a> = Box<dyn Iterator<Item = Vec<Cell>> + Send + 'a>;

/// Tables, figures of them, and what to know before reading.
pub struct Book<'a> {
    /// What it is.
    pub title: String,
    /// Language tag of its texts.
    pub lang: &'static str,
    /// The day it carries, ISO 8601. Never the day it was written.
    pub dated: String,
    /// At the top of each printed page, for example that it is a draft.
    pub header: String,
    /// At the foot of each printed page, before the page's number.
    pub footer: String,
    /// What to know before reading: a label and a text a line.
    pub notes: Notes,
    /// Tables, in order.
    pub sheets: Vec<Sheet<'a>>,
    /// Figures, on a sheet of their own.
    pub charts: Charts,
}

/// What to know before reading.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// For the tab.
    pub name: String,
    /// A label and a text a line.
    pub lines: Vec<(String, String)>,
}

/// Figures on a sheet of their own.
#[derive(Clone, Debug, Default)]
pub struct Charts {
    /// For the tab.
    pub name: String,
    /// How many tables stand before it.
    pub after: usize,
    /// The figures, two beside each other. Without any there is no such sheet.
    pub all: Vec<Chart>,
}

/// A table of a book.
pub struct Sheet<'a> {
    /// Stable name, of ASCII letters, digits and `_`.
    pub id: &'static str,
    /// For the tab.
    pub name: String,
    /// Name of its CSV file without the ending, in ASCII.
    pub file: String,
    /// What one row is.
    pub about: String,
    /// Its columns.
    pub fields: Vec<Field>,
    /// Columns that stay in view, from the left.
    pub frozen: u16,
    /// Names for the cells of a column, by its place.
    pub names: Vec<(&'static str, usize)>,
    /// Its rows.
    pub rows: Rows<'a>,
}

/// A column of a book's table.
#[derive(Clone, Debug)]
pub struct Field {
    /// Stable name, the same in every language.
    pub id: &'static str,
    /// Title and kind.
    pub column: Column,
    /// Width in characters.
    pub width: u16,
}

/// A line chart.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Above it.
    pub title: String,
    /// One sentence that says what there is to see; in a cell above, and what screen readers read.
    pub say: String,
    /// Name of the upright axis.
    pub axis: String,
    /// Its ends, where they are given.
    pub ends: Option<[f64; 2]>,
    /// What is drawn.
    pub series: Vec<Series>,
}

/// A line of a chart: cells of a table.
#[derive(Clone, Debug)]
pub struct Series {
    /// For the legend.
    pub name: String,
    /// Stable name of the table.
    pub sheet: &'static str,
    /// First and last row, counted from 0 without the head.
    pub rows: (u32, u32),
    /// Column of the dates below.
    pub days: u16,
    /// Column of the values. Cells without one are gaps.
    pub values: u16,
    /// How it is drawn.
    pub ink: Stroke,
}

/// How a line is drawn. Each is told from the others without colour too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// A line with round marks.
    First,
    /// A dashed line with square marks.
    Second,
    /// A line alone.
    Level,
    /// A thin dotted line.
    Limit,
}
