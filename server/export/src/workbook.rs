//! Workbooks. Cells are written as text, numbers or dates, by calls that cannot make a formula or a link.

use rust_xlsxwriter::{
    Chart as Drawing, ChartEmptyCells, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType,
    ChartMarker, ChartMarkerType, ChartType, DocProperties, ExcelDateTime, Format, FormatAlign,
    Table as Object, TableColumn, TableStyle, Workbook, Worksheet, XlsxError,
};

use crate::{
    book::{Book, Chart, Field, Notes, Series, Sheet, Stroke},
    error::ExportError,
    guard::looks_like_formula,
    sheet_name::sheet_names,
    table::{Cell, ColumnKind, check_width},
};

/// Rows of a sheet, the head included.
pub const MAX_ROWS: usize = 1_048_576;

/// Columns of a sheet.
pub const MAX_COLUMNS: usize = 16_384;

/// Longest text of a cell, in UTF-16 units.
pub const MAX_TEXT: usize = 32_767;

/// Every whole number up to this one is told apart by the floating-point numbers of a sheet.
const LARGEST_EXACT: u64 = 1 << 53;

/// A4, as the format numbers paper.
const A4: u8 = 9;
/// Size of a chart in pixels, and how many rows and columns of the sheet it and its sentence take.
const CHART: (u32, u32) = (620, 300);
const CHART_ROWS: u32 = 18;
const CHART_COLUMNS: u16 = 10;

/// Makes a workbook: notes, a sheet a table with a table object, head and first columns always in view, and native
/// charts. The same book gives the same bytes.
///
/// Text that a spreadsheet program could take for a formula is stored unchanged, with a mark that keeps it text even
/// when somebody edits the cell. Whole numbers beyond ±2⁵³ are stored as text, with all their digits. What is empty is
/// an empty cell.
///
/// # Errors
/// [`ExportError`] for tables that do not fit or contradict themselves. Nothing is written in part.
pub fn workbook(book: Book<'_>) -> Result<Vec<u8>, ExportError> {
    let mut workbook = Workbook::new();
    let created = match ExcelDateTime::parse_from_str(&book.dated) {
        Ok(day) if is_day(&book.dated) => day,
        _ => ExcelDateTime::from_ymd(1980, 1, 1)?,
    };
    let properties = DocProperties::new().set_title(&book.title).set_creation_datetime(&created);
    workbook.set_properties(&properties);
    let has_charts = !book.charts.all.is_empty();
    let mut tabs: Vec<&str> = vec![&book.notes.name];
    tabs.extend(book.sheets.iter().map(|sheet| sheet.name.as_str()));
    if has_charts {
        tabs.push(&book.charts.name);
    }
    let mut names = sheet_names(tabs).into_iter();
    let page = Page { header: &book.header, footer: &book.footer };
    let sheet = workbook.add_worksheet();
    sheet.set_name(names.next().unwrap_or_default())?;
    notes(sheet, &book.title, &book.notes)?;
    page.set_up(sheet, 0)?;
    let tables: Vec<(&'static str, String)> =
        book.sheets.iter().map(|sheet| sheet.id).zip(names.by_ref()).collect();
    let charts_name = names.next().unwrap_or_default();
    for (place, (sheet, (_, name))) in book.sheets.into_iter().zip(&tables).enumerate() {
        if has_charts && place == book.charts.after {
            charts(workbook.add_worksheet(), &charts_name, &book.charts.all, &tables, &page)?;
        }
        let written = workbook.add_worksheet();
        written.set_name(name)?;
        let (head, ranges) = fill(written, sheet, book.lang)?;
        page.set_up(written, 1)?;
        define(&mut workbook, name, head, &ranges)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// Names for the head of a table and for columns of it, in formulas of whoever works on with the file.
fn define(
    workbook: &mut Workbook,
    name: &str,
    head: &str,
    ranges: &[(&'static str, u16, u32)],
) -> Result<(), ExportError> {
    let quoted = name.replace('\'', "''");
    // Screen readers take titles of rows and columns from the cell that has a name that begins so.
    workbook.define_name(format!("Title_{head}"), &format!("='{quoted}'!$A$1"))?;
    for (range, column, last) in ranges {
        let column = rust_xlsxwriter::utility::column_number_to_name(*column);
        workbook.define_name(*range, &format!("='{quoted}'!${column}$2:${column}${}", last + 1))?;
    }
    Ok(())
}

/// How sheets are printed.
struct Page<'a> {
    header: &'a str,
    footer: &'a str,
}

impl Page<'_> {
    fn set_up(&self, sheet: &mut Worksheet, heads: u32) -> Result<(), ExportError> {
        // A sign of its own begins with this one.
        let text = |text: &str| text.replace('&', "&&");
        sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_footer(format!("&L{}&R&P / &N", text(self.footer)));
        if !self.header.is_empty() {
            sheet.set_header(format!("&R{}", text(self.header)));
        }
        if heads > 0 {
            sheet.set_repeat_rows(0, heads - 1)?;
        }
        Ok(())
    }
}

fn notes(sheet: &mut Worksheet, title: &str, notes: &Notes) -> Result<(), ExportError> {
    let head = Format::new().set_bold().set_font_size(16);
    let label = Format::new().set_bold().set_align(FormatAlign::Top);
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_column_width(0, 26)?;
    sheet.set_column_width(1, 96)?;
    sheet.write_string_with_format(0, 0, title, &head)?;
    for (row, (name, line)) in (2..).zip(&notes.lines) {
        if !name.is_empty() {
            sheet.write_string_with_format(row, 0, name, &label)?;
        }
        let own = if looks_like_formula(line) { text.clone().set_quote_prefix() } else { text.clone() };
        located(sheet.write_string_with_format(row, 1, line, &own).map(drop), row, 1)?;
    }
    Ok(())
}

/// How cells of a column look.
struct Look {
    number: Format,
    day: Format,
    /// Keeps text text.
    kept: Format,
}

impl Look {
    fn of(kind: ColumnKind, lang: &str) -> Self {
        let day = if lang == "nb" { "dd.mm.yyyy" } else { "yyyy-mm-dd" };
        let format = match kind {
            ColumnKind::Text => "General",
            // The program that shows it groups with its own sign.
            ColumnKind::Integer => "#,##0",
            ColumnKind::Number => "0.0",
            ColumnKind::Fine => "0.000",
            ColumnKind::Change => "+0;\u{2212}0;0",
            ColumnKind::Percent => "0 %",
            ColumnKind::ChangePercent => "+0 %;\u{2212}0 %;0 %",
            ColumnKind::Date => day,
        };
        Self {
            number: Format::new().set_num_format(format),
            day: Format::new().set_num_format(day),
            kept: Format::new().set_quote_prefix(),
        }
    }
}

type Ranges = Vec<(&'static str, u16, u32)>;

/// Writes a table; returns its stable name, and the named columns with their last rows.
fn fill(sheet: &mut Worksheet, table: Sheet<'_>, lang: &str) -> Result<(&'static str, Ranges), ExportError> {
    let columns = table.fields.len();
    if columns > MAX_COLUMNS || columns == 0 {
        return Err(ExportError::TooManyColumns { columns });
    }
    let looks: Vec<Look> = table.fields.iter().map(|field| Look::of(field.column.kind, lang)).collect();
    let mut last = 0_u32;
    for cells in table.rows {
        last += 1;
        let row = last as usize;
        if row + 1 > MAX_ROWS {
            return Err(ExportError::TooManyRows { rows: row + 1 });
        }
        check_width(row, &cells, columns)?;
        for ((index, cell), look) in (0_u16..).zip(&cells).zip(&looks) {
            write_cell(sheet, (last, index), cell, look)?;
        }
    }
    // A table object has a row; that of an empty table is empty.
    let end = last.max(1);
    let last_column = u16::try_from(columns - 1).unwrap_or(u16::MAX);
    let heads: Vec<TableColumn> = table.fields.iter().map(head).collect();
    let object = Object::new()
        .set_name(format!("t_{}", table.id))
        .set_style(TableStyle::Light1)
        .set_columns(&heads)
        .set_alt_text_title(&table.name)
        .set_alt_text(&table.about);
    sheet.add_table(0, 0, end, last_column, &object)?;
    for (index, field) in (0_u16..).zip(&table.fields) {
        sheet.set_column_width(index, f64::from(field.width))?;
    }
    // Titles take as many lines as narrow columns make of them.
    sheet.set_row_height(0, 62)?;
    sheet.set_freeze_panes(1, table.frozen)?;
    let place = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
    Ok((table.id, table.names.iter().map(|(name, column)| (*name, place(*column), end)).collect()))
}

fn head(field: &Field) -> TableColumn {
    let format = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let format = match field.column.kind {
        ColumnKind::Text => format,
        _ => format.set_align(FormatAlign::Right),
    };
    TableColumn::new().set_header(&field.column.title).set_header_format(format)
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    look: &Look,
) -> Result<(), ExportError> {
    match cell {
        Cell::Text(text) => write_text(sheet, (row, column), text, look)?,
        Cell::Date(text) => match ExcelDateTime::parse_from_str(text) {
            Ok(date) if is_day(text) => {
                sheet.write_datetime_with_format(row, column, &date, &look.day)?;
            }
            _ => write_text(sheet, (row, column), text, look)?,
        },
        Cell::Number(number) if number.is_finite() => {
            // Adding zero turns −0 into 0.
            sheet.write_number_with_format(row, column, number + 0.0, &look.number)?;
        }
        Cell::Number(_) => {
            return Err(ExportError::NotANumber { row: row as usize, column: usize::from(column) + 1 });
        }
        Cell::Integer(number) if number.unsigned_abs() <= LARGEST_EXACT => {
            sheet.write_number_with_format(row, column, *number as f64, &look.number)?;
        }
        Cell::Integer(number) => {
            sheet.write_string(row, column, number.to_string())?;
        }
        Cell::Decimal { digits, scale } => {
            // Read from text, which rounds once.
            let number: f64 = format!("{digits}e-{scale}").parse().unwrap_or_default();
            sheet.write_number_with_format(row, column, number + 0.0, &look.number)?;
        }
        Cell::Percent(whole) => {
            let number: f64 = format!("{whole}e-2").parse().unwrap_or_default();
            sheet.write_number_with_format(row, column, number + 0.0, &look.number)?;
        }
        Cell::Empty => {}
    }
    Ok(())
}

/// Whether a text is a day and nothing else, of those that workbooks count.
fn is_day(text: &str) -> bool {
    let is_digit_or_mark = |(place, byte): (usize, u8)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 10 && text >= "1900-01-01" && text.bytes().enumerate().all(is_digit_or_mark)
}

/// Writes words, which nobody ever takes for anything else.
fn write_text(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    look: &Look,
) -> Result<(), ExportError> {
    if text.is_empty() {
        return Ok(());
    }
    let written = if looks_like_formula(text) {
        sheet.write_string_with_format(row, column, text, &look.kept).map(drop)
    } else {
        sheet.write_string(row, column, text).map(drop)
    };
    located(written, row, column)
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

/// Two charts beside each other, each below its sentence.
fn charts(
    sheet: &mut Worksheet,
    name: &str,
    all: &[Chart],
    tables: &[(&'static str, String)],
    page: &Page<'_>,
) -> Result<(), ExportError> {
    sheet.set_name(name)?;
    let say = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (place, chart) in (0_u32..).zip(all) {
        let (row, side) = (place / 2 * CHART_ROWS, u16::try_from(place % 2).unwrap_or(0));
        let column = side * CHART_COLUMNS;
        let last = column + CHART_COLUMNS - 2;
        sheet.merge_range(row, column, row, last, &chart.say, &say)?;
        sheet.set_row_height(row, 32)?;
        sheet.insert_chart(row + 1, column, &drawing(chart, tables))?;
    }
    page.set_up(sheet, 0)
}

fn drawing(chart: &Chart, tables: &[(&'static str, String)]) -> Drawing {
    let mut drawing = Drawing::new(ChartType::Line);
    drawing.set_width(CHART.0).set_height(CHART.1).set_alt_text(&chart.say);
    drawing.title().set_name(&chart.title);
    drawing.show_empty_cells_as(ChartEmptyCells::Gaps);
    drawing.legend().set_position(ChartLegendPosition::Bottom);
    drawing.y_axis().set_name(&chart.axis);
    drawing.x_axis().set_date_axis(true).set_num_format("d.m.");
    if let Some([low, high]) = chart.ends {
        drawing.y_axis().set_min(low).set_max(high);
    }
    for series in &chart.series {
        let Some((_, name)) = tables.iter().find(|(id, _)| *id == series.sheet) else { continue };
        add(&mut drawing, series, name);
    }
    drawing
}

fn add(drawing: &mut Drawing, series: &Series, sheet: &str) {
    let (first, last) = (series.rows.0 + 1, series.rows.1 + 1);
    let (colour, width, dash, marker) = match series.ink {
        Stroke::First => ("#1F5C4D", 2.25, ChartLineDashType::Solid, Some(ChartMarkerType::Circle)),
        Stroke::Second => ("#9C3C07", 2.25, ChartLineDashType::Dash, Some(ChartMarkerType::Square)),
        Stroke::Level => ("#4A4A4A", 1.5, ChartLineDashType::LongDash, None),
        Stroke::Limit => ("#6F6F6F", 1.0, ChartLineDashType::RoundDot, None),
    };
    let mut line = ChartLine::new();
    line.set_color(colour).set_width(width).set_dash_type(dash);
    let mut look = ChartFormat::new();
    look.set_line(&line);
    let mut mark = ChartMarker::new();
    match marker {
        Some(kind) => {
            let mut fill = rust_xlsxwriter::ChartSolidFill::new();
            fill.set_color(colour);
            mark.set_type(kind).set_size(6).set_format(ChartFormat::new().set_solid_fill(&fill));
        }
        None => {
            mark.set_none();
        }
    }
    drawing
        .add_series()
        .set_name(series.name.as_str())
        .set_categories((sheet, first, series.days, last, series.days))
        .set_values((sheet, first, series.values, last, series.values))
        .set_format(&mut look)
        .set_marker(&mark);
}
