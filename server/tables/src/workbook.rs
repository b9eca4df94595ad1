//! Workbooks (.xlsx): one sheet, its values as they were last computed.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
    sync::Arc,
};

use calamine::{
    DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxFormulaMetadata,
};
use serde::Serialize;

use crate::{
    file_limits::Limits,
    names::trimmed,
    packed::{Cell, Packed, Place},
    parts::{self, Found},
    problem::{Fault, Problem},
    record::Record,
};

/// The sheet that is read, and those that are not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SheetChoice {
    /// Name of the sheet.
    pub name: String,
    /// Names of the other visible sheets.
    pub others: Vec<String>,
    /// Names of hidden sheets.
    pub hidden: Vec<String>,
}

/// A sheet in memory.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) choice: SheetChoice,
    /// Rows that are not shown and are read all the same.
    pub(crate) hidden_rows: u64,
    packed: Packed,
    /// Merged cells: first row and column, last row and column; rows count from 0.
    pub(crate) merged: Vec<Dimensions>,
    /// Those over several rows of one column.
    down: Vec<Dimensions>,
}

/// The beginning of a zip file, which an .xlsx is.
const ZIP: &[u8] = b"PK\x03\x04";
/// The beginning of an old workbook (.xls), or one with a password.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0";

/// Whether a file that begins so is a workbook; an old one is refused.
///
/// # Errors
/// When it is a workbook that cannot be read.
pub(crate) fn is_workbook(start: &[u8]) -> Result<bool, Problem> {
    if start.starts_with(OLE) {
        return Err(Problem::of_file(Fault::OldWorkbook));
    }
    Ok(start.starts_with(ZIP))
}

/// Reads a sheet: the one of that name, else the first visible one.
///
/// # Errors
/// When the file is another kind of workbook, broken, has macros, or unpacks to too much.
pub(crate) fn read(file: impl Read, sheet: Option<&str>, limits: &Limits) -> Result<Sheet, Problem> {
    let mut bytes = Vec::new();
    file.take(limits.workbook_bytes + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Problem::unreadable(&error))?;
    if bytes.len() as u64 > limits.workbook_bytes {
        return Err(large(limits.workbook_bytes));
    }
    let parts = parts::look(&bytes, limits)?;
    let broken = || Problem::of_file(Fault::BrokenWorkbook);
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsxError::Password => Problem::of_file(Fault::OldWorkbook),
        _ => broken(),
    })?;
    let choice = choose(workbook.sheets_metadata(), sheet)?;
    let merged = workbook.merge_cells_by_sheet_name(&choice.name).map_err(|_| broken())?;
    let down = merged_down(&merged, limits)?;
    let found = parts.found(&choice.name);
    let mut cells = workbook.worksheet_cells_reader(&choice.name).map_err(|_| broken())?;
    let mut filling = Filling {
        limits,
        packed: Packed::default(),
        cells: 0,
        is_uncomputed: parts.is_uncomputed,
        lacks_values: found.is_none_or(Found::lacks_values),
        found,
        hidden_row: 0,
        hidden_rows: 0,
    };
    // Shared formulas are not written out: one of them may stand for a whole column.
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| broken())? {
        filling.add(cell.pos, &cell.value, cell.formula.as_ref())?;
    }
    let Filling { mut packed, hidden_rows, .. } = filling;
    packed.finish();
    Ok(Sheet { choice, hidden_rows, packed, merged, down })
}

fn large(bytes: u64) -> Problem {
    Problem::of_file(Fault::LargeWorkbook { megabytes: bytes >> 20 })
}

fn choose(sheets: &[calamine::Sheet], wanted: Option<&str>) -> Result<SheetChoice, Problem> {
    let sheets: Vec<_> = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).collect();
    let is_visible = |sheet: &&&calamine::Sheet| sheet.visible == SheetVisible::Visible;
    let found = match wanted {
        Some(name) => {
            sheets.iter().find(|sheet| crate::names::folded(&sheet.name) == crate::names::folded(name))
        }
        None => sheets.iter().find(is_visible),
    };
    let names = |visible: bool, but: Option<&str>| -> Vec<String> {
        let is_named =
            |sheet: &&&calamine::Sheet| is_visible(sheet) == visible && Some(sheet.name.as_str()) != but;
        sheets.iter().filter(is_named).map(|sheet| sheet.name.clone()).collect()
    };
    match found {
        Some(sheet) => Ok(SheetChoice {
            name: sheet.name.clone(),
            others: names(true, Some(&sheet.name)),
            hidden: names(false, Some(&sheet.name)),
        }),
        None => Err(Problem::of_file(Fault::NoSheet { sheets: names(true, None) })),
    }
}

/// Puts cells into rows, within the limits.
struct Filling<'a> {
    limits: &'a Limits,
    packed: Packed,
    cells: u64,
    /// Whether values of nothing and of zero are what a program put there that computes nothing.
    is_uncomputed: bool,
    lacks_values: bool,
    found: Option<&'a Found>,
    hidden_row: u64,
    hidden_rows: u64,
}

impl Filling<'_> {
    fn add(
        &mut self,
        (row, column): (u32, u32),
        value: &DataRef<'_>,
        formula: Option<&XlsxFormulaMetadata>,
    ) -> Result<(), Problem> {
        let (mut text, mut number) = as_text(value);
        let has_none = match value {
            DataRef::Empty => self.lacks_values,
            DataRef::Int(0) => self.is_uncomputed,
            DataRef::Float(number) => self.is_uncomputed && *number == 0.0,
            _ => false,
        };
        // A program that writes formulas without computing them leaves the value to the next one.
        if let Some(formula) = formula.filter(|_| has_none) {
            (text, number) = (format!("={}", beginning(formula)), None);
        }
        if trimmed(&text).is_empty() {
            return Ok(());
        }
        let (row, column) = (u64::from(row) + 1, column as usize);
        // Some rows of titles and remarks are wider than the table; a cell far out is nobody's.
        if column >= 4 * self.limits.columns {
            return Err(Problem::at_row(row, Fault::TooManyColumns { most: self.limits.columns as u64 }));
        }
        // Cells stand in order; a file that jumps back is broken.
        if self.packed.last().is_some_and(|last| last >= (row, column)) {
            return Err(Problem::of_file(Fault::BrokenWorkbook));
        }
        let cell = number.map_or(Cell::Text(&text), Cell::Number);
        self.packed.add(row, column, cell);
        self.cells += 1;
        if self.cells > self.limits.cells {
            return Err(large(self.limits.unpacked_bytes));
        }
        if self.packed.bytes() > self.limits.kept_bytes {
            return Err(large(self.limits.kept_bytes));
        }
        if self.packed.row_bytes() > self.limits.row_bytes {
            return Err(Problem::at_row(row, Fault::LongRow { bytes: self.limits.row_bytes as u64 }));
        }
        if row != self.hidden_row && self.found.is_some_and(|found| found.hides(row)) {
            self.hidden_rows += 1;
        }
        self.hidden_row = row;
        Ok(())
    }
}

/// The beginning of a formula; one that cells share is written at the first of them only.
fn beginning(formula: &XlsxFormulaMetadata) -> String {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => {
            formula.chars().take(60).collect()
        }
        _ => "…".to_owned(),
    }
}

/// Cells merged over several rows of one column, from the top: they say the same in each.
fn merged_down(merged: &[Dimensions], limits: &Limits) -> Result<Vec<Dimensions>, Problem> {
    let is_down = |cells: &&Dimensions| cells.start.1 == cells.end.1 && cells.end.0 > cells.start.0;
    let mut down: Vec<Dimensions> = merged.iter().filter(is_down).copied().collect();
    down.sort_unstable_by_key(|cells| (cells.start, cells.end));
    let filled: u64 = down.iter().map(|cells| u64::from(cells.end.0 - cells.start.0)).sum();
    if filled > limits.cells { Err(large(limits.unpacked_bytes)) } else { Ok(down) }
}

/// Rows of a sheet, one after another.
pub(crate) struct SheetRows {
    sheet: Arc<Sheet>,
    place: Place,
    /// Merged cells that are not begun.
    next: usize,
    /// Cells that go on from rows above, by column.
    open: BTreeMap<usize, Open>,
}

/// A cell that says the same down to a row.
struct Open {
    last: u64,
    text: String,
    number: Option<f64>,
}

impl Open {
    fn cell(&self) -> Cell<'_> {
        self.number.map_or(Cell::Text(&self.text), Cell::Number)
    }
}

impl SheetRows {
    pub(crate) const fn new(sheet: Arc<Sheet>) -> Self {
        Self { sheet, place: Place { piece: 0, at: 0 }, next: 0, open: BTreeMap::new() }
    }

    /// Reads the next row; false at the end.
    pub(crate) fn next(&mut self, record: &mut Record) -> bool {
        let Self { sheet, place, next, open } = self;
        record.clear(0);
        let mut is_first = true;
        let mut from = 0;
        let row = sheet.packed.next(place, |row, column, cell| {
            if std::mem::take(&mut is_first) && !open.is_empty() {
                open.retain(|_, open| open.last >= row);
            }
            if !open.is_empty() {
                open.range(from..column).for_each(|(column, open)| open.cell().push(record, *column));
            }
            from = column + 1;
            cell.push(record, column);
        });
        let Some(row) = row else { return false };
        record.row = row;
        open.range(from..).for_each(|(column, open)| open.cell().push(record, *column));
        while let Some(cells) = sheet.down.get(*next).filter(|cells| u64::from(cells.start.0) < row) {
            *next += 1;
            let (column, text) = (cells.start.1 as usize, record.cell(cells.start.1 as usize));
            if u64::from(cells.start.0) + 1 == row && !text.is_empty() {
                let (text, number) = (text.to_owned(), record.number(column));
                open.insert(column, Open { last: u64::from(cells.end.0) + 1, text, number });
            }
        }
        true
    }
}

/// A value as text, dates as ISO 8601, and as a number where it is one.
fn as_text(value: &DataRef<'_>) -> (String, Option<f64>) {
    match value {
        // Beyond these a number has other digits as a floating one.
        DataRef::Int(number) if number.unsigned_abs() < 1 << 53 => (number.to_string(), Some(*number as f64)),
        DataRef::Int(number) => (number.to_string(), None),
        DataRef::Float(number) => (number.to_string(), Some(*number)),
        DataRef::String(text) => (text.clone(), None),
        DataRef::SharedString(text) => ((*text).to_owned(), None),
        DataRef::Bool(is_true) => (if *is_true { "TRUE" } else { "FALSE" }.to_owned(), None),
        DataRef::DateTime(moment) => (moment_text(moment), None),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => (text.clone(), None),
        DataRef::Error(error) => (error.to_string(), None),
        DataRef::Empty => (String::new(), None),
    }
}

fn moment_text(moment: &ExcelDateTime) -> String {
    match moment.as_datetime().filter(|_| moment.is_datetime()) {
        Some(time) if time.time() == chrono::NaiveTime::MIN => time.date().to_string(),
        Some(time) => time.format("%Y-%m-%d %H:%M:%S").to_string(),
        None => moment.as_f64().to_string(),
    }
}
