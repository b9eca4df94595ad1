//! Reads the tables of the commands that take one: every complaint names file, row and column, and what was
//! understood of the file is said.

use std::path::Path;

use clap::{Args, ValueEnum};
use domain::{Lang, Resolution};
use stats::link::PeriodLength;
use tables::{
    Calendar, Column, Dates, Decimal, Digits, Kind, Limits, Missing, Order, PeriodLayout, Request, Row, Rows,
    Totals, Tz, Understood, parse_separator, parse_zone,
};

use super::{given::Given, words::pick};

/// What may stand in a file: whoever sits at the command line has chosen it.
fn limits() -> Limits {
    Limits { columns: 5000, head: 1000, rows: u64::MAX, periods: 1_000_000, ..Limits::default() }
}

/// What a person says about a file that it leaves open.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Where the file leaves something open")]
pub(super) struct Reading {
    /// Character between the cells; tab, comma and semicolon may be written out
    #[arg(long, value_name = "CHARACTER", value_parser = parse_separator)]
    separator: Option<u8>,
    /// Mark before the decimals, where 1.234 or 1,234 may be two numbers
    #[arg(long, value_enum, value_name = "MARK")]
    decimal: Option<DecimalMark>,
    /// How dates are written, where 03/04/2026 may be two
    #[arg(long, value_enum, value_name = "ORDER")]
    dates: Option<DateOrder>,
    /// Time zone whose days are meant, where times say how far from UTC they are, such as Europe/Oslo
    #[arg(long, value_parser = parse_zone)]
    zone: Option<Tz>,
    /// What stands for a missing figure, such as .. or : (empty cells and NA always do); may be given several times
    #[arg(long, value_name = "MARK", allow_hyphen_values = true)]
    missing: Vec<String>,
    /// Sheet of a workbook [default: the first that is not hidden]
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// What becomes of rows that add up the others
    #[arg(long, value_enum, default_value_t = TotalRows::Ask)]
    totals: TotalRows,
}

/// The mark before the decimals.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum DecimalMark {
    /// 3.5
    Point,
    /// 3,5
    Comma,
}

/// How dates are written.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum DateOrder {
    /// Day, month, year
    Dmy,
    /// Month, day, year
    Mdy,
    /// Year, month, day
    Ymd,
    /// Months in six digits
    Yyyymm,
    /// Weeks in six digits
    Yyyyww,
}

/// What becomes of rows that add up the others.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum TotalRows {
    /// Left out where the figures agree, refused where only the name says so
    Ask,
    /// Left out
    LeaveOut,
    /// Taken like any other row
    Keep,
}

impl Reading {
    fn request(&self, columns: Vec<Column>, length: Option<Length>) -> Request {
        Request {
            columns,
            separator: self.separator,
            sheet: self.sheet.clone(),
            decimal: self.decimal.map(|mark| match mark {
                DecimalMark::Point => Decimal::Point,
                DecimalMark::Comma => Decimal::Comma,
            }),
            dates: self.dates.map(|dates| match dates {
                DateOrder::Dmy => Dates::Order(Order::Dmy),
                DateOrder::Mdy => Dates::Order(Order::Mdy),
                DateOrder::Ymd => Dates::Order(Order::Ymd),
                DateOrder::Yyyymm => Dates::Digits(Digits::Month),
                DateOrder::Yyyyww => Dates::Digits(Digits::Week),
            }),
            zone: self.zone,
            length: length.map(Length::calendar),
            missing: Missing::with(&self.missing),
            totals: match self.totals {
                TotalRows::Ask => Totals::Ask,
                TotalRows::LeaveOut => Totals::LeaveOut,
                TotalRows::Keep => Totals::Keep,
            },
            row_by_row: false,
            limits: limits(),
        }
    }
}

/// A column by its head, and what stands in it.
pub(super) fn column(name: &str, kind: Kind) -> Column {
    Column { name: name.to_owned(), kind }
}

/// A file that was looked through.
pub(super) struct Table {
    name: String,
    lang: Lang,
    file: Given,
    table: tables::Table,
}

impl Table {
    /// Looks through the whole file.
    ///
    /// # Errors
    /// One line that names file, row and column.
    pub(super) fn read(
        path: &Path,
        columns: Vec<Column>,
        reading: &Reading,
        length: Option<Length>,
        lang: Lang,
    ) -> Result<Self, String> {
        let name = path.display().to_string();
        let file = Given::new(path).map_err(|error| format!("{name} cannot be read: {error}"))?;
        let request = reading.request(columns, length);
        let table = tables::Table::survey(&file, request).map_err(|problem| problem.line(&name, lang))?;
        Ok(Self { name, lang, file, table })
    }

    /// The file's name as it was given.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Language of what is said about it.
    pub(super) const fn lang(&self) -> Lang {
        self.lang
    }

    /// What was understood of the file.
    pub(super) const fn understood(&self) -> &Understood {
        self.table.understood()
    }

    /// How the periods of a column are written; none for other columns.
    pub(super) fn periods(&self, column: usize) -> Option<&PeriodLayout> {
        self.table.periods(column)
    }

    /// Calls `each` with every row, then gives back what names them.
    ///
    /// # Errors
    /// One line that names file, row and column.
    pub(super) fn each(
        &self,
        mut each: impl FnMut(&Row<'_>) -> Result<(), String>,
    ) -> Result<Rows<'_>, String> {
        let line = |problem: tables::Problem| problem.line(&self.name, self.lang);
        let mut rows = self.table.rows(&self.file).map_err(line)?;
        while let Some(row) = rows.next_row().map_err(line)? {
            each(&row)?;
        }
        Ok(rows)
    }

    /// A complaint about a cell.
    pub(super) fn wrong(&self, row: &Row<'_>, column: usize, why: &str) -> String {
        let (head, cell) = (self.table.head(column), self.table.cell(row.record, column));
        let (in_row, in_column) = (pick(self.lang, "row", "rad"), pick(self.lang, "column", "kolonne"));
        format!("{}, {in_row} {}, {in_column} {head:?}: {cell:?} {why}", self.name, row.row)
    }
}

/// Says on standard error what was understood of a file.
pub(super) fn say_understood(name: &str, understood: &Understood, lang: Lang) {
    for sentence in understood.sentences(lang) {
        eprintln!("{name}: {sentence}");
    }
}

/// How long a period is. Whole numbers are taken for weeks.
pub(super) const fn period_length(calendar: Calendar) -> PeriodLength {
    match calendar {
        Calendar::Of(Resolution::Day) => PeriodLength::Day,
        Calendar::Of(Resolution::Week) | Calendar::Count | Calendar::Names => PeriodLength::Week,
        Calendar::Of(Resolution::Month) => PeriodLength::Month,
        Calendar::Of(Resolution::Quarter) => PeriodLength::Quarter,
        Calendar::Year => PeriodLength::Year,
    }
}

/// The argument that overrules what periods are taken for.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Length {
    /// Days
    Day,
    /// Weeks
    Week,
    /// Months
    Month,
    /// Quarters
    Quarter,
    /// Years
    Year,
}

impl Length {
    /// What days are put together to.
    const fn calendar(self) -> Calendar {
        match self {
            Self::Day => Calendar::Of(Resolution::Day),
            Self::Week => Calendar::Of(Resolution::Week),
            Self::Month => Calendar::Of(Resolution::Month),
            Self::Quarter => Calendar::Of(Resolution::Quarter),
            Self::Year => Calendar::Year,
        }
    }
}

impl From<Length> for PeriodLength {
    fn from(length: Length) -> Self {
        period_length(length.calendar())
    }
}

/// Nothing said about a file, as most need.
#[cfg(test)]
pub(super) fn nothing_said() -> Reading {
    #[derive(clap::Parser)]
    struct Only {
        #[command(flatten)]
        reading: Reading,
    }
    <Only as clap::Parser>::parse_from(["trivsel"]).reading
}
