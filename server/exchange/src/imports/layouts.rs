//! How the numbers and days of a file are written, found out over all of its rows.
//!
//! The usual way, digits alone and days as in ISO 8601, is read without this. What is written otherwise is read when
//! the column as a whole leaves no doubt, by the reader that the command line has too; where it fits two readings,
//! the file is refused.

use std::io::Read;

use chrono::NaiveDate;
use domain::{
    Lang, Period, Resolution,
    exchange::import::{FileEncoding, FileProblem, ImportField, ImportKind, Mapping, shorten},
};
use tables::{
    Calendar, Column, Encoding, Fault, Kind, PeriodLayout, Problem, Request, Source, Table, Totals,
};

use super::reader::{LARGEST_HEAD, separator};

/// The layouts of a file's columns. Without any, the usual way alone is read.
#[derive(Debug, Default)]
pub struct Layouts {
    table: Option<Table>,
    /// The fields of the table's columns.
    fields: Vec<ImportField>,
    problem: Option<FileProblem>,
}

impl Layouts {
    /// Reads a whole file of records and finds out how it is written. Whatever keeps it from that is left to the
    /// reader of rows, which names it.
    pub fn find(source: &dyn Source, kind: ImportKind, mapping: &Mapping) -> Self {
        if kind.is_organisation() {
            return Self::default();
        }
        let Some(separator) = start(source).map(|start| separator(&start)) else { return Self::default() };
        let wanted = kind.fields().iter().filter_map(|(field, _)| Some((*field, mapping.column(*field)?)));
        let (fields, columns): (Vec<_>, Vec<_>) = wanted
            .map(|(field, name)| (field, Column { name: name.to_owned(), kind: kind_of(field) }))
            .unzip();
        let request = Request {
            columns,
            separator: Some(separator),
            totals: Totals::LeaveOut,
            row_by_row: true,
            ..Request::default()
        };
        match Table::survey(source, request) {
            Ok(table) if is_read_alike(&table, mapping) => Self { table: Some(table), fields, problem: None },
            Ok(_) => Self::default(),
            Err(problem) => Self { problem: unclear(problem), ..Self::default() },
        }
    }

    /// What fits two readings.
    pub(super) const fn problem(&self) -> Option<&FileProblem> {
        self.problem.as_ref()
    }

    /// How the file was read, a sentence each; none where nothing was found out.
    pub fn sentences(&self, lang: Lang) -> Vec<String> {
        let said = self.table.as_ref().map(|table| table.understood().sentences(lang)).unwrap_or_default();
        // What follows is advice about the command line.
        said.into_iter().map(|line| line.split("; --").next().unwrap_or_default().to_owned()).collect()
    }

    fn column(&self, field: ImportField) -> Option<(&Table, usize)> {
        let place = self.fields.iter().position(|known| *known == field)?;
        self.table.as_ref().map(|table| (table, place))
    }

    /// A number, written as its column writes them.
    pub(super) fn number(&self, field: ImportField, cell: &str) -> Option<f64> {
        let (table, place) = self.column(field)?;
        table.numbers(place)?.read(cell)
    }

    fn periods(&self, field: ImportField) -> Option<&PeriodLayout> {
        let (table, place) = self.column(field)?;
        table.periods(place)
    }

    /// A day, written as its column writes them.
    pub(super) fn day(&self, field: ImportField, cell: &str) -> Option<NaiveDate> {
        let layout = self.periods(field)?;
        (layout.calendar == Calendar::Of(Resolution::Day)).then(|| layout.day(cell)).flatten()
    }

    /// Whether the days of a column stand for longer periods: all are the first, or last, of one.
    pub(super) fn are_longer(&self, field: ImportField) -> bool {
        self.periods(field).is_some_and(|layout| layout.taken_from.is_some())
    }

    /// A period, written as its column writes them.
    pub(super) fn period(&self, field: ImportField, cell: &str) -> Option<Period> {
        let layout = self.periods(field)?;
        let Calendar::Of(resolution) = layout.calendar else { return None };
        Some(Period::containing(layout.day(cell)?, resolution))
    }

    /// Whether a row is a sum of others, or a line of text below the table. `cells` are those that may say so.
    pub(super) fn leave_out<'c>(&self, row: u64, cells: impl Iterator<Item = &'c str>) -> bool {
        self.table.as_ref().is_some_and(|table| table.leaves_out(row, cells))
    }
}

const fn kind_of(field: ImportField) -> Kind {
    match field {
        ImportField::Unit => Kind::Name,
        ImportField::Date => Kind::Period { may_be_names: false, keeps_days: true },
        ImportField::Period => Kind::Period { may_be_names: false, keeps_days: false },
        ImportField::Complaints | ImportField::Contacts => Kind::Whole,
        _ => Kind::Text,
    }
}

fn start(source: &dyn Source) -> Option<Vec<u8>> {
    let mut start = Vec::new();
    source.open().ok()?.take(LARGEST_HEAD).read_to_end(&mut start).ok()?;
    Some(start)
}

/// Whether the rows are read from the same head and in the same encoding as they were looked through.
fn is_read_alike(table: &Table, mapping: &Mapping) -> bool {
    let understood = table.understood();
    let is_utf8 = matches!(understood.encoding, Some(Encoding::Utf8 | Encoding::Utf8Mark));
    understood.titles.is_empty() && (is_utf8 || mapping.encoding == FileEncoding::Windows1252)
}

/// The problem of a column that fits two readings.
fn unclear(problem: Problem) -> Option<FileProblem> {
    let row = problem.row.unwrap_or_default();
    let [column, cell] = [problem.column, problem.cell].map(|text| shorten(&text.unwrap_or_default()));
    match problem.fault {
        Fault::NumberUnclear { point, comma } => {
            let [one, other] = [point, comma].map(|number| number.to_string());
            Some(FileProblem::NumberUnclear { row, column, cell, one, other })
        }
        Fault::DateUnclear { one, other } => Some(FileProblem::DateUnclear { row, column, cell, one, other }),
        _ => None,
    }
}
