//! Workbooks (.xlsx): one sheet, its values as they were last computed.

use std::io::{Cursor, Read};

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use serde::Serialize;

use crate::{
    file_limits::Limits,
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
    pub(crate) records: Vec<Record>,
    /// Merged cells: first row and column, last row and column; rows count from 1.
    pub(crate) merged: Vec<Dimensions>,
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
    let large = |bytes: u64| Problem::of_file(Fault::LargeWorkbook { megabytes: bytes >> 20 });
    let mut bytes = Vec::new();
    file.take(limits.workbook_bytes + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Problem::unreadable(&error))?;
    if bytes.len() as u64 > limits.workbook_bytes {
        return Err(large(limits.workbook_bytes));
    }
    check_parts(&bytes, limits)?;
    let broken = || Problem::of_file(Fault::BrokenWorkbook);
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsxError::Password => Problem::of_file(Fault::OldWorkbook),
        _ => broken(),
    })?;
    let choice = choose(workbook.sheets_metadata(), sheet)?;
    let merged = workbook.merge_cells_by_sheet_name(&choice.name).map_err(|_| broken())?;
    let mut cells = workbook.worksheet_cells_reader(&choice.name).map_err(|_| broken())?;
    let mut rows = Rows { limits, records: Vec::new(), filled: 0, bytes: 0 };
    while let Some(cell) = cells.next_cell_with_formula().map_err(|_| broken())? {
        rows.add(cell.pos, &cell.value, cell.formula.as_deref())?;
    }
    rows.fill_down(&merged)?;
    Ok(Sheet { choice, records: rows.records, merged })
}

/// Looks at the parts of a workbook before it is read: what kind it is, and what they unpack to in truth.
fn check_parts(bytes: &[u8], limits: &Limits) -> Result<(), Problem> {
    let broken = |_| Problem::of_file(Fault::BrokenWorkbook);
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let has = |name: &str| {
        parts.file_names().any(|other| other.is_ok_and(|other| other.eq_ignore_ascii_case(name)))
    };
    if has("xl/vbaProject.bin") {
        return Err(Problem::of_file(Fault::Macros));
    }
    if has("xl/workbook.bin") || has("content.xml") || !has("[Content_Types].xml") {
        return Err(Problem::of_file(Fault::OtherWorkbook));
    }
    let mut left = limits.unpacked_bytes;
    for place in 0..parts.len() {
        let part = parts.by_index(place).map_err(broken)?;
        // What the file says of its own size is not believed.
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        left = left.checked_sub(unpacked.map_err(|_| Problem::of_file(Fault::BrokenWorkbook))?).ok_or_else(
            || Problem::of_file(Fault::LargeWorkbook { megabytes: limits.unpacked_bytes >> 20 }),
        )?;
    }
    Ok(())
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
struct Rows<'a> {
    limits: &'a Limits,
    records: Vec<Record>,
    filled: u64,
    bytes: u64,
}

impl Rows<'_> {
    fn count(&mut self, bytes: usize) -> Result<(), Problem> {
        self.filled += 1;
        self.bytes += bytes as u64;
        if self.filled > self.limits.cells || self.bytes > self.limits.unpacked_bytes {
            return Err(Problem::of_file(Fault::LargeWorkbook {
                megabytes: self.limits.unpacked_bytes >> 20,
            }));
        }
        Ok(())
    }

    /// Cells merged over several rows of one column say the same in each.
    fn fill_down(&mut self, merged: &[Dimensions]) -> Result<(), Problem> {
        for cells in merged.iter().filter(|cells| cells.start.1 == cells.end.1 && cells.end.0 > cells.start.0)
        {
            let (first, last) = (u64::from(cells.start.0) + 1, u64::from(cells.end.0) + 1);
            let column = cells.start.1 as usize;
            let place = self.records.partition_point(|record| record.row < first);
            let Some(top) = self.records.get(place).filter(|record| record.row == first) else { continue };
            let (text, number) = (top.cell(column).to_owned(), top.number(column));
            let mut place = place + 1;
            while self.records.get(place).is_some_and(|record| record.row <= last) {
                self.count(text.len())?;
                self.records[place].fill(column, &text, number);
                place += 1;
            }
        }
        Ok(())
    }

    fn add(
        &mut self,
        (row, column): (u32, u32),
        value: &DataRef<'_>,
        formula: Option<&str>,
    ) -> Result<(), Problem> {
        let (text, number) = match (as_text(value), formula) {
            // A program that writes formulas without computing them leaves the value to the next one.
            ((text, None), Some(formula)) if text.is_empty() => {
                (format!("={}", formula.chars().take(60).collect::<String>()), None)
            }
            (cell, _) => cell,
        };
        if text.is_empty() {
            return Ok(());
        }
        let (row, column) = (u64::from(row) + 1, column as usize);
        // Cells stand in order; a file that jumps back is broken.
        match self.records.last() {
            Some(last) if last.row > row || (last.row == row && last.len() > column) => {
                return Err(Problem::of_file(Fault::BrokenWorkbook));
            }
            Some(last) if last.row == row => {}
            _ => {
                let mut record = Record::default();
                record.clear(row);
                self.records.push(record);
            }
        }
        self.count(text.len())?;
        if column >= 4 * self.limits.columns {
            return Err(Problem::at_row(row, Fault::TooManyColumns { most: self.limits.columns as u64 }));
        }
        if let Some(record) = self.records.last_mut() {
            while record.len() < column {
                record.push("", None);
            }
            record.push(&text, number);
        }
        Ok(())
    }
}

/// A value as text, dates as ISO 8601, and as a number where it is one.
fn as_text(value: &DataRef<'_>) -> (String, Option<f64>) {
    match value {
        DataRef::Int(number) => (number.to_string(), Some(*number as f64)),
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
