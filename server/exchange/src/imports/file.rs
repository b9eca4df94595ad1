//! What a file is, found out over all of its rows by the reader that the command line's other files have too: text
//! of any encoding and separator, or a workbook. What fits two readings is refused.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::{
    Lang, Period, Resolution,
    exchange::import::{
        DateOrder, DecimalMark, FileProblem, ImportField, ImportKind, Mapping, Reading, Separator, TotalRows,
        shorten,
    },
};
use tables::{
    Beginning, Calendar, Column, Dates, Decimal, Digits, Fault, Kind, Missing, Order, PeriodLayout, Problem,
    Record, Request, Rows, Source, Table, Totals, Tz,
};

/// The heads and the first rows of a file.
///
/// # Errors
/// What is wrong with the file as a whole.
pub fn begin(source: &dyn Source, reading: &Reading) -> Result<Beginning, FileProblem> {
    let beginning = Table::begin(source, &request(reading)).map_err(file_problem)?;
    no_head_twice(&beginning.heads)?;
    Ok(beginning)
}

/// A file that was looked through for an import: what it is, or what keeps it from being read.
pub struct SurveyedFile<'a> {
    source: &'a dyn Source,
    table: Result<Table, FileProblem>,
    /// The fields of the table's columns.
    fields: Vec<ImportField>,
}

impl<'a> SurveyedFile<'a> {
    /// Reads all of a file and finds out how it is written.
    /// Where a time says how far from UTC it is, its day is that of `zone`.
    pub fn of(source: &'a dyn Source, kind: ImportKind, mapping: &Mapping, zone: Tz) -> Self {
        let wanted = kind.fields().iter().filter_map(|(field, _)| Some((*field, mapping.column(*field)?)));
        let (fields, columns): (Vec<_>, Vec<_>) = wanted
            .map(|(field, name)| (field, Column { name: name.to_owned(), kind: kind_of(field) }))
            .unzip();
        // What adds up has totals; a person or a complaint is none, whatever its words are.
        let adds_up = columns.iter().any(|column| column.kind == Kind::Whole);
        let totals = match mapping.reading.totals {
            Some(TotalRows::LeaveOut) if adds_up => Totals::LeaveOut,
            None if adds_up => Totals::Ask,
            _ => Totals::Keep,
        };
        let request =
            Request { columns, totals, zone: Some(zone), row_by_row: true, ..request(&mapping.reading) };
        let table = Table::survey(source, request).map_err(file_problem).and_then(|table| {
            no_head_twice(&table.understood().heads)?;
            match kind.fields().iter().find(|(field, is_needed)| *is_needed && !fields.contains(field)) {
                Some((field, _)) => Err(FileProblem::MissingColumn { field: *field }),
                None => Ok(table),
            }
        });
        Self { source, table, fields }
    }

    /// How the file was read, a sentence each; none where it cannot be.
    pub fn sentences(&self, lang: Lang) -> Vec<String> {
        let said = self.table.as_ref().map(|table| table.understood().sentences(lang)).unwrap_or_default();
        // What follows is advice about the command line.
        said.into_iter().map(|line| line.split("; --").next().unwrap_or_default().to_owned()).collect()
    }

    /// The rows from the first, as they stand.
    ///
    /// # Errors
    /// What is wrong with the file as a whole.
    pub(super) fn rows(&self) -> Result<Rows<'_>, FileProblem> {
        self.table.as_ref().map_err(Clone::clone)?.rows(self.source).map_err(file_problem)
    }

    fn column(&self, field: ImportField) -> Option<(&Table, usize)> {
        let place = self.fields.iter().position(|known| *known == field)?;
        self.table.as_ref().ok().map(|table| (table, place))
    }

    /// The head of a field's column; empty when none is mapped to it.
    pub(super) fn head(&self, field: ImportField) -> &str {
        self.column(field).map_or("", |(table, place)| table.head(place))
    }

    /// The head of the last column.
    pub(super) fn last_head(&self) -> String {
        let heads = self.table.as_ref().map(|table| table.understood().heads.as_slice());
        heads.ok().and_then(<[_]>::last).cloned().unwrap_or_default()
    }

    /// A cell without the space around it; none when it is empty or its field has no column.
    pub(super) fn cell<'r>(&self, record: &'r Record, field: ImportField) -> Option<&'r str> {
        let (table, place) = self.column(field)?;
        Some(table.cell(record, place)).filter(|cell| !cell.is_empty())
    }

    /// A number, as the workbook stores it or written as its column writes them.
    pub(super) fn number(&self, record: &Record, field: ImportField) -> Option<f64> {
        let (table, place) = self.column(field)?;
        let stored = table.number(record, place);
        stored.or_else(|| table.numbers(place)?.read(table.cell(record, place)))
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

fn request(reading: &Reading) -> Request {
    Request {
        separator: reading.separator.map(|separator| match separator {
            Separator::Comma => b',',
            Separator::Semicolon => b';',
            Separator::Tab => b'\t',
            Separator::Bar => b'|',
        }),
        decimal: reading.decimal.map(|mark| match mark {
            DecimalMark::Point => Decimal::Point,
            DecimalMark::Comma => Decimal::Comma,
        }),
        dates: reading.dates.map(|dates| match dates {
            DateOrder::Dmy => Dates::Order(Order::Dmy),
            DateOrder::Mdy => Dates::Order(Order::Mdy),
            DateOrder::Ymd => Dates::Order(Order::Ymd),
            DateOrder::Yyyymm => Dates::Digits(Digits::Month),
            DateOrder::Yyyyww => Dates::Digits(Digits::Week),
        }),
        sheet: reading.sheet.clone(),
        missing: Missing::with(&reading.missing.split_whitespace().map(str::to_owned).collect::<Vec<_>>()),
        ..Request::default()
    }
}

/// A column that is meant may not be another of the same name.
fn no_head_twice(heads: &[String]) -> Result<(), FileProblem> {
    let mut seen = HashSet::with_capacity(heads.len());
    match heads.iter().find(|head| !head.is_empty() && !seen.insert(*head)) {
        Some(head) => Err(FileProblem::DoubleColumn { column: shorten(head) }),
        None => Ok(()),
    }
}

/// What the reader says of a file as a whole.
pub(super) fn file_problem(problem: Problem) -> FileProblem {
    let said = [(Lang::En, "The file"), (Lang::Nb, "Filen")].map(|(lang, name)| problem.line(name, lang));
    let row = problem.row.unwrap_or_default();
    let [column, cell] = [problem.column, problem.cell].map(|text| shorten(&text.unwrap_or_default()));
    match problem.fault {
        Fault::Empty => FileProblem::Empty,
        Fault::NoRows => FileProblem::NoRows,
        Fault::NoColumn { .. } => FileProblem::NoSuchColumn { column },
        Fault::ColumnTwice => FileProblem::DoubleColumn { column },
        Fault::TooManyRows { .. } => FileProblem::TooManyRows,
        Fault::TooManyColumns { .. } => FileProblem::TooManyColumns,
        Fault::LongHead { .. } => FileProblem::LongHead { column: cell },
        Fault::OpenQuote | Fault::LongRow { .. } => FileProblem::NotCsv { row },
        Fault::NoEncoding | Fault::MixedEncodings { .. } => FileProblem::WrongEncoding { row },
        Fault::OldWorkbook | Fault::OtherWorkbook | Fault::BrokenWorkbook => FileProblem::Workbook,
        Fault::SeparatorUnclear { .. } => FileProblem::SeparatorUnclear,
        Fault::NumberUnclear { point, comma } => {
            let [one, other] = [point, comma].map(|number| number.to_string());
            FileProblem::NumberUnclear { row, column, cell, one, other }
        }
        Fault::TotalUnclear => FileProblem::TotalUnclear { row, cell },
        Fault::WeeksOrMonths => FileProblem::WeekOrMonth { row, column, cell },
        Fault::DateUnclear { one, other } => FileProblem::DateUnclear { row, column, cell, one, other },
        _ => FileProblem::Unreadable { said },
    }
}
