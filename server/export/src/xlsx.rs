//! Workbooks. Cells are written as text, numbers or dates, by calls that cannot make a formula or a link.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::error::ExportError;
use crate::guard::looks_like_formula;
use crate::sheet_name::sheet_names;
use crate::table::{Cell, ColumnKind, Table, check_width};

/// Rows of a sheet, the head included.
pub const MAX_ROWS: usize = 1_048_576;

/// Columns of a sheet.
pub const MAX_COLUMNS: usize = 16_384;

/// Longest text of a cell, in UTF-16 units.
pub const MAX_TEXT: usize = 32_767;

/// Narrowest and widest column, in characters. A column fits its contents in between.
const COLUMN_WIDTHS: (usize, usize) = (8, 60);

/// Every whole number up to this one is told apart by the floating-point numbers of a sheet.
const LARGEST_EXACT: u64 = 1 << 53;

/// Makes a workbook with one sheet for each table, the head bold and always in view. The same tables give the
/// same bytes: the time of creation is always 1 January 2000.
///
/// Text that a spreadsheet program could take for a formula is stored unchanged, with a mark that keeps it
/// text even when somebody edits the cell. Whole numbers beyond ±2⁵³ are stored as text, with all their
/// digits.
///
/// # Errors
/// [`ExportError`] for tables that do not fit or contradict themselves. Nothing is written in part.
pub fn xlsx(tables: &[Table]) -> Result<Vec<u8>, ExportError> {
    if tables.is_empty() {
        return Err(ExportError::NoTable);
    }
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    for (table, name) in tables.iter().zip(sheet_names(tables.iter().map(|table| table.name.as_str()))) {
        check_size(table)?;
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        fill(sheet, table)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn check_size(table: &Table) -> Result<(), ExportError> {
    // The head is a row too.
    let rows = table.rows.len() + 1;
    if rows > MAX_ROWS {
        return Err(ExportError::TooManyRows { rows });
    }
    if table.columns.len() > MAX_COLUMNS {
        return Err(ExportError::TooManyColumns { columns: table.columns.len() });
    }
    Ok(())
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), ExportError> {
    let kept_text = Format::new().set_quote_prefix();
    let mut widths: Vec<usize> = Vec::with_capacity(table.columns.len());
    for (index, column) in (0_u16..).zip(&table.columns) {
        let mut head = Format::new().set_bold();
        if matches!(column.kind, ColumnKind::Number | ColumnKind::Integer) {
            head = head.set_align(FormatAlign::Right);
        }
        if looks_like_formula(&column.title) {
            head = head.set_quote_prefix();
        }
        let written = sheet.write_string_with_format(0, index, column.title.as_str(), &head).map(drop);
        located(written, 0, index)?;
        widths.push(shown_width(&column.title));
    }

    for (number, cells) in (1_u32..).zip(&table.rows) {
        check_width(number as usize, cells, table.columns.len())?;
        for ((index, cell), width) in (0_u16..).zip(cells).zip(&mut widths) {
            let written = write_cell(sheet, (number, index), cell, &kept_text)?;
            *width = written.max(*width);
        }
    }

    for (index, width) in (0_u16..).zip(widths) {
        let (narrowest, widest) = COLUMN_WIDTHS;
        // Two characters more, for the margins and for the wider letters.
        sheet.set_column_width(index, (width + 2).clamp(narrowest, widest) as f64)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// Writes one cell and tells how many characters wide it is.
fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    kept_text: &Format,
) -> Result<usize, ExportError> {
    match cell {
        Cell::Text(text) => write_text(sheet, (row, column), text, kept_text),
        Cell::Date(text) => match ExcelDateTime::parse_from_str(text) {
            Ok(date) if is_day(text) => {
                let shown = Format::new().set_num_format("yyyy-mm-dd");
                sheet.write_datetime_with_format(row, column, &date, &shown)?;
                Ok(shown_width(text))
            }
            _ => write_text(sheet, (row, column), text, kept_text),
        },
        Cell::Number(number) if number.is_finite() => {
            // Adding zero turns −0 into 0.
            sheet.write_number(row, column, number + 0.0)?;
            Ok(NUMBER_WIDTH)
        }
        Cell::Number(_) => {
            Err(ExportError::NotANumber { row: row as usize, column: usize::from(column) + 1 })
        }
        Cell::Integer(number) if number.unsigned_abs() <= LARGEST_EXACT => {
            sheet.write_number(row, column, *number as f64)?;
            Ok(NUMBER_WIDTH)
        }
        Cell::Integer(number) => {
            let digits = number.to_string();
            let width = digits.len();
            sheet.write_string(row, column, digits)?;
            Ok(width)
        }
        Cell::Empty => Ok(0),
    }
}

/// Whether a text is a day and nothing else, of those that workbooks count.
fn is_day(text: &str) -> bool {
    let is_digit_or_mark = |(place, byte): (usize, u8)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 10 && text >= "1900-01-01" && text.bytes().enumerate().all(is_digit_or_mark)
}

/// Writes words, which nobody ever takes for anything else, and tells how many characters wide they are.
fn write_text(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    kept_text: &Format,
) -> Result<usize, ExportError> {
    let written = if looks_like_formula(text) {
        sheet.write_string_with_format(row, column, text, kept_text).map(drop)
    } else {
        sheet.write_string(row, column, text).map(drop)
    };
    located(written, row, column)?;
    Ok(shown_width(text))
}

/// What a number is given. Working out its digits would cost more than writing it.
const NUMBER_WIDTH: usize = 8;

/// Characters in the widest line of a text, counted no further than matters.
fn shown_width(text: &str) -> usize {
    text.lines()
        .take(COLUMN_WIDTHS.1)
        .map(|line| line.chars().take(COLUMN_WIDTHS.1).count())
        .max()
        .unwrap_or(0)
}

/// Adds the place to the one error that depends on it.
fn located(written: Result<(), XlsxError>, row: u32, column: u16) -> Result<(), ExportError> {
    written.map_err(|error| match error {
        XlsxError::MaxStringLengthExceeded => {
            ExportError::TextTooLong { row: row as usize, column: usize::from(column) + 1 }
        }
        other => other.into(),
    })
}
