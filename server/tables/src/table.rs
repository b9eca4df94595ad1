//! A table that was looked through once: what it is, and how its rows are read.

use std::{collections::HashSet, sync::Arc};

use chrono_tz::Tz;

use crate::{
    calendar::Calendar,
    delimited::{self, Delimited},
    encoding::{self, LineEnds},
    file_limits::Limits,
    head::{self, FIRST_ROWS, Head},
    missing::Missing,
    numbers::{Decimal, NumberLayout},
    periods::{Dates, PeriodLayout},
    problem::{Fault, Problem},
    record::Record,
    rows::Rows,
    separator,
    source::Source,
    survey::{SHOWN, Survey},
    totals::Totals,
    understood::{LineEnd, Understood},
    words::shorten,
    workbook::{self, Sheet, SheetChoice, SheetRows},
};

/// What is asked of a file, and what a person says about it that it leaves open.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The columns wanted, by their heads.
    pub columns: Vec<Column>,
    /// The separator, where it shall not be found.
    pub separator: Option<u8>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The decimal mark of all number columns.
    pub decimal: Option<Decimal>,
    /// How dates are written.
    pub dates: Option<Dates>,
    /// Where times with an offset happened.
    pub zone: Option<Tz>,
    /// How long a period is, where days are given.
    pub length: Option<Calendar>,
    /// What stands for a missing figure.
    pub missing: Missing,
    /// What becomes of rows that add up the others.
    pub totals: Totals,
    /// Whether a cell that fits nothing refuses its row alone: the survey decides by the others, and
    /// [`Rows::next_row`] tells the row and goes on.
    pub row_by_row: bool,
    /// How much a file may hold.
    pub limits: Limits,
}

/// A column that is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub name: String,
    /// What stands in it.
    pub kind: Kind,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Names of units: compared without case and spaces, never empty.
    Name,
    /// Any text.
    Text,
    /// Numbers.
    Number {
        /// Whether a sum of rows is their total, as with counts and unlike with means.
        adds_up: bool,
    },
    /// Numbers from 0 that add up.
    Count,
    /// Whole numbers from 0 that add up.
    Whole,
    /// Periods.
    Period {
        /// Whether other names may stand there, in the order of time.
        may_be_names: bool,
        /// Whether days stay days where all are the first of a month.
        keeps_days: bool,
    },
}

impl Kind {
    /// Whether a sum of rows is their total.
    pub(crate) const fn adds_up(self) -> bool {
        matches!(self, Self::Number { adds_up: true } | Self::Count | Self::Whole)
    }

    pub(crate) const fn is_number(self) -> bool {
        matches!(self, Self::Number { .. } | Self::Count | Self::Whole)
    }
}

/// How the cells of a column are read.
#[derive(Clone, Debug)]
pub(crate) enum Layout {
    Name,
    Text,
    Number(NumberLayout),
    Period(PeriodLayout),
}

/// What holds the rows.
#[derive(Clone, Debug)]
pub(crate) enum Container {
    Text(delimited::Layout),
    Workbook(Arc<Sheet>),
}

/// Rows as they stand, one after another.
pub(crate) enum Records<'a> {
    Text(Box<Delimited<Box<dyn std::io::Read + Send + 'a>>>),
    Workbook(SheetRows),
}

impl Records<'_> {
    /// Reads the next row; false at the end.
    pub(crate) fn next(&mut self, record: &mut Record) -> Result<bool, Problem> {
        match self {
            Self::Text(rows) => rows.next(record),
            Self::Workbook(rows) => Ok(rows.next(record)),
        }
    }

    fn line_ends(&self) -> Option<LineEnd> {
        let Self::Text(rows) = self else { return None };
        Some(match rows.line_ends() {
            LineEnds { crlf: 0, cr: 0, .. } => LineEnd::Lf,
            LineEnds { lf: 0, cr: 0, .. } => LineEnd::CrLf,
            LineEnds { lf: 0, crlf: 0, .. } => LineEnd::Cr,
            _ => LineEnd::Mixed,
        })
    }
}

impl Container {
    pub(crate) fn open<'a>(&self, source: &'a dyn Source, limits: &Limits) -> Result<Records<'a>, Problem> {
        Ok(match self {
            Self::Text(layout) => {
                let file = source.open().map_err(|error| Problem::unreadable(&error))?;
                Records::Text(Box::new(delimited::open(file, *layout, limits)?))
            }
            Self::Workbook(sheet) => Records::Workbook(SheetRows::new(Arc::clone(sheet))),
        })
    }

    /// The first rows, and the head among them.
    fn head(&self, records: &mut Records<'_>, request: &Request) -> Result<(Vec<Record>, Head), Problem> {
        let mut first = Vec::new();
        let mut record = Record::default();
        while first.len() < FIRST_ROWS && records.next(&mut record)? {
            first.push(record.clone());
        }
        let wanted: Vec<&str> = request.columns.iter().map(|column| column.name.as_str()).collect();
        let merged = match self {
            Self::Workbook(sheet) => sheet.merged.as_slice(),
            Self::Text(_) => &[],
        };
        let head = head::find(&first, &wanted, merged, &request.limits)?;
        Ok((first, head))
    }
}

/// The beginning of a table, for people to say which column is what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beginning {
    /// Names of all columns.
    pub heads: Vec<String>,
    /// The first rows that are not empty, as they stand; cells are shortened.
    pub first_rows: Vec<Vec<String>>,
    /// Of a workbook, the sheet that is read.
    pub sheet: Option<SheetChoice>,
}

/// A table whose layout is known.
#[derive(Debug)]
pub struct Table {
    pub(crate) request: Request,
    pub(crate) container: Container,
    pub(crate) head: Head,
    /// Place of each column wanted.
    pub(crate) places: Vec<usize>,
    pub(crate) layouts: Vec<Layout>,
    /// Rows that are footnotes.
    pub(crate) footnotes: HashSet<u64>,
    /// Cells of units that are sums of the others.
    pub(crate) totals: HashSet<String>,
    pub(crate) understood: Understood,
}

/// Bytes of the beginning, in which separator and head are found.
const START: usize = 256 * 1024;

impl Table {
    /// Reads all of a file and finds out what it is.
    ///
    /// # Errors
    /// The first thing that keeps it from being read, or that could be two things.
    pub fn survey(source: &dyn Source, request: Request) -> Result<Self, Problem> {
        let mut understood = Understood::default();
        let container = contain(source, &request, &mut understood)?;
        let mut records = container.open(source, &request.limits)?;
        let (first, head) = container.head(&mut records, &request)?;
        let wanted = request.columns.iter().map(|column| column.name.as_str());
        let places = wanted.map(|name| head::place(&head, name)).collect::<Result<Vec<_>, _>>()?;
        let is_text = matches!(container, Container::Text(_));
        let mut survey = Survey::new(&request, &head, &places, is_text);
        for record in first.iter().skip(head.records_above + 1) {
            survey.take(record)?;
        }
        let mut record = Record::default();
        while records.next(&mut record)? {
            survey.take(&record)?;
        }
        understood.line_ends = records.line_ends();
        understood.head_row = head.row;
        understood.titles.clone_from(&head.titles);
        understood.has_merged_head = head.is_merged;
        understood.heads.clone_from(&head.names);
        let found = survey.finish(&mut understood)?;
        drop(records);
        Ok(Self {
            container,
            places,
            layouts: found.layouts,
            footnotes: found.footnotes,
            totals: found.totals,
            head,
            request,
            understood,
        })
    }

    /// Reads the beginning of a file, without a look at what its columns hold.
    ///
    /// # Errors
    /// What keeps it from being read at all: a row further down may still be wrong.
    pub fn begin(source: &dyn Source, request: &Request) -> Result<Beginning, Problem> {
        let mut understood = Understood::default();
        let container = contain(source, request, &mut understood)?;
        let mut records = container.open(source, &request.limits)?;
        let (first, head) = container.head(&mut records, request)?;
        let below = first.iter().skip(head.records_above + 1).filter(|record| record.filled() > 0);
        let cells = |record: &Record| record.cells().take(head.names.len()).map(shorten).collect();
        let first_rows = below.take(SHOWN).map(cells).collect();
        Ok(Beginning { heads: head.names, first_rows, sheet: understood.sheet })
    }

    /// What was understood.
    pub const fn understood(&self) -> &Understood {
        &self.understood
    }

    /// The head of a column wanted.
    pub fn head(&self, column: usize) -> &str {
        self.places.get(column).and_then(|place| self.head.names.get(*place)).map_or("", String::as_str)
    }

    /// A cell of a row as it stands, by the column wanted.
    pub fn cell<'r>(&self, record: &'r Record, column: usize) -> &'r str {
        self.places.get(column).map_or("", |place| record.cell(*place))
    }

    /// The number of a cell that a workbook stores as one, by the column wanted.
    pub fn number(&self, record: &Record, column: usize) -> Option<f64> {
        record.number(*self.places.get(column)?)
    }

    /// How the periods of a column wanted are written; none for other columns.
    pub fn periods(&self, column: usize) -> Option<&PeriodLayout> {
        match self.layouts.get(column) {
            Some(Layout::Period(layout)) => Some(layout),
            _ => None,
        }
    }

    /// How the numbers of a column wanted are written; none for other columns.
    pub fn numbers(&self, column: usize) -> Option<NumberLayout> {
        match self.layouts.get(column) {
            Some(Layout::Number(layout)) => Some(*layout),
            _ => None,
        }
    }

    /// The typed rows, from the first.
    ///
    /// # Errors
    /// When the bytes cannot be read again.
    pub fn rows<'t>(&'t self, source: &'t dyn Source) -> Result<Rows<'t>, Problem> {
        Rows::open(self, source)
    }
}

/// Finds out what holds the rows.
fn contain(
    source: &dyn Source,
    request: &Request,
    understood: &mut Understood,
) -> Result<Container, Problem> {
    let open = || source.open().map_err(|error| Problem::unreadable(&error));
    let mut start = vec![0; START];
    let read = encoding::fill(&mut open()?, &mut start)?;
    start.truncate(read);
    if start.is_empty() {
        return Err(Problem::of_file(Fault::Empty));
    }
    if workbook::is_workbook(&start)? {
        let sheet = workbook::read(open()?, request.sheet.as_deref(), &request.limits)?;
        understood.sheet = Some(sheet.choice.clone());
        understood.hidden_rows = sheet.hidden_rows;
        return Ok(Container::Workbook(Arc::new(sheet)));
    }
    if request.sheet.is_some() {
        return Err(Problem::of_file(Fault::NotAWorkbook));
    }
    let encoding = encoding::detect(open()?, &request.limits)?;
    let wanted: Vec<&str> = request.columns.iter().map(|column| column.name.as_str()).collect();
    let is_whole = read < START;
    let separator = separator::find(&start, is_whole, encoding, &wanted, request.separator, &request.limits)?;
    understood.encoding = Some(encoding);
    understood.separator = Some(separator);
    Ok(Container::Text(delimited::Layout {
        encoding,
        // Only characters of one byte are taken for separators.
        separator: u8::try_from(separator.character).unwrap_or(b','),
        has_sep_line: separator.is_said,
    }))
}
