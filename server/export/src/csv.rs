//! CSV after RFC 4180: UTF-8, CRLF, all text in quotation marks, numbers bare; comma and full stop, or semicolon and
//! decimal comma.
//!
//! Text that a spreadsheet program could take for a formula gets an apostrophe in front, inside the quotation
//! marks. A reader that wants the text as it was takes off one leading apostrophe where one of `= + - @`, a
//! full-width form of these, a tab or a line break follows it, possibly after spaces or invisible characters.
//!
//! No byte order mark is written. A caller whose readers open the file in a spreadsheet program writes
//! [`BYTE_ORDER_MARK`] first, or "Mål" becomes "MÃ¥l" there.

use std::fmt::Write as _;
use std::io::Write;

use crate::error::ExportError;
use crate::guard::looks_like_formula;
use crate::table::{Cell, Column, Table, check_width};

/// What tells a spreadsheet program that a file is UTF-8.
pub const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What stands between values and within numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// Between two values.
    pub separator: u8,
    /// Before the decimals of a number.
    pub decimal: u8,
}

impl Dialect {
    /// Comma and full stop.
    pub const COMMA: Self = Self { separator: b',', decimal: b'.' };
    /// Semicolon and decimal comma, as spreadsheet programs read where numbers have a comma.
    pub const SEMICOLON: Self = Self { separator: b';', decimal: b',' };
}

/// Writes a table row by row, so that any number of rows needs the memory of one.
///
/// Each row is handed to the writer in one piece; wrap a file or a socket in a [`std::io::BufWriter`].
#[derive(Debug)]
pub struct CsvWriter<W> {
    writer: W,
    dialect: Dialect,
    columns: usize,
    rows: usize,
    /// Kept from row to row for its memory.
    line: String,
}

impl<W: Write> CsvWriter<W> {
    /// Writes the head, with commas between values.
    ///
    /// # Errors
    /// [`ExportError::Write`] when the writer fails.
    pub fn new(columns: &[Column], writer: W) -> Result<Self, ExportError> {
        Self::with_dialect(columns, Dialect::COMMA, writer)
    }

    /// Writes the head.
    ///
    /// # Errors
    /// [`ExportError::Write`] when the writer fails.
    pub fn with_dialect(columns: &[Column], dialect: Dialect, writer: W) -> Result<Self, ExportError> {
        let mut this = Self { writer, dialect, columns: columns.len(), rows: 0, line: String::new() };
        for (index, column) in columns.iter().enumerate() {
            this.separate(index);
            push_text(&mut this.line, &column.title);
        }
        this.end_line()?;
        Ok(this)
    }

    /// Writes one row. After an error that is not of the writer, nothing of the row has been written.
    ///
    /// # Errors
    /// [`ExportError::RaggedRow`], [`ExportError::NotANumber`]; [`ExportError::Write`] when the writer fails.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), ExportError> {
        self.rows += 1;
        self.line.clear();
        check_width(self.rows, cells, self.columns)?;
        for (index, cell) in cells.iter().enumerate() {
            self.separate(index);
            if !push_cell(&mut self.line, cell, self.dialect.decimal) {
                return Err(ExportError::NotANumber { row: self.rows, column: index + 1 });
            }
        }
        self.end_line()
    }

    /// Flushes and gives the writer back.
    ///
    /// # Errors
    /// [`ExportError::Write`] when the writer fails.
    pub fn finish(mut self) -> Result<W, ExportError> {
        self.writer.flush()?;
        Ok(self.writer)
    }

    fn separate(&mut self, index: usize) {
        if index > 0 {
            self.line.push(char::from(self.dialect.separator));
        }
    }

    fn end_line(&mut self) -> Result<(), ExportError> {
        self.line.push_str("\r\n");
        self.writer.write_all(self.line.as_bytes())?;
        Ok(())
    }
}

/// Writes a whole table.
///
/// # Errors
/// As [`CsvWriter::row`]. What was written before the error stays written.
pub fn csv<W: Write>(table: &Table, writer: W) -> Result<(), ExportError> {
    let mut out = CsvWriter::new(&table.columns, writer)?;
    for row in &table.rows {
        out.row(row)?;
    }
    out.finish()?;
    Ok(())
}

/// Adds a cell to the line; false for a number that is not finite.
fn push_cell(line: &mut String, cell: &Cell, decimal: u8) -> bool {
    // Writing to a String cannot fail.
    match cell {
        Cell::Text(text) | Cell::Date(text) => push_text(line, text),
        Cell::Number(number) if number.is_finite() => {
            // Adding zero turns −0 into 0.
            let from = line.len();
            let _ = write!(line, "{}", number + 0.0);
            if let Some(point) = line[from..].find('.') {
                line.replace_range(from + point..=from + point, char::from(decimal).encode_utf8(&mut [0; 4]));
            }
        }
        Cell::Number(_) => return false,
        Cell::Integer(number) | Cell::Percent(number) => {
            let _ = write!(line, "{number}");
        }
        Cell::Decimal { digits, scale } => push_decimal(line, *digits, usize::from(*scale), decimal),
        Cell::Empty => {}
    }
    true
}

fn push_decimal(line: &mut String, digits: i64, scale: usize, decimal: u8) {
    if digits < 0 {
        line.push('-');
    }
    let text = format!("{:0>width$}", digits.unsigned_abs(), width = scale + 1);
    let (whole, rest) = text.split_at(text.len() - scale);
    line.push_str(whole);
    if scale > 0 {
        line.push(char::from(decimal));
        line.push_str(rest);
    }
}

fn push_text(line: &mut String, text: &str) {
    line.push('"');
    if looks_like_formula(text) {
        line.push('\'');
    }
    let mut pieces = text.split('"');
    line.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        line.push_str("\"\"");
        line.push_str(piece);
    }
    line.push('"');
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    use crate::table::ColumnKind;

    fn table(rows: Vec<Vec<Cell>>) -> Table {
        let columns = vec![Column::new("Team", ColumnKind::Text), Column::new("Score", ColumnKind::Number)];
        Table { name: "Scores".to_owned(), columns, rows }
    }

    fn written(table: &Table) -> String {
        let mut bytes = Vec::new();
        csv(table, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    fn text_cell(text: &str) -> String {
        let mut line = String::new();
        push_text(&mut line, text);
        line
    }

    #[test]
    fn text_is_quoted_numbers_are_bare_and_lines_end_with_both_characters() {
        let rows = vec![
            vec!["Kjøtt".into(), Cell::Number(61.5)],
            vec!["123".into(), Cell::Integer(-7)],
            vec![Cell::Date("2026-03-09".to_owned()), Cell::Empty],
        ];
        assert_eq!(
            written(&table(rows)),
            "\"Team\",\"Score\"\r\n\"Kjøtt\",61.5\r\n\"123\",-7\r\n\"2026-03-09\",\r\n"
        );
    }

    #[test]
    fn numbers_have_no_exponent_no_negative_zero_and_all_their_digits() {
        let number = |number| written(&table(vec![vec![Cell::Empty, Cell::Number(number)]]));
        assert!(number(-0.0).ends_with("\r\n,0\r\n"));
        assert!(number(0.1 + 0.2).ends_with(",0.30000000000000004\r\n"));
        assert!(number(1e21).ends_with(",1000000000000000000000\r\n"));
        assert!(number(-2.5).ends_with(",-2.5\r\n"));
        let largest = written(&table(vec![vec![Cell::Empty, Cell::Integer(i64::MIN)]]));
        assert!(largest.ends_with(",-9223372036854775808\r\n"));
    }

    #[test]
    fn a_number_keeps_the_decimals_it_was_rounded_to_in_either_dialect() {
        for (digits, scale, comma, semicolon) in [
            (230, 1, "23.0", "23,0"),
            (-5, 1, "-0.5", "-0,5"),
            (7, 3, "0.007", "0,007"),
            (0, 2, "0.00", "0,00"),
            (42, 0, "42", "42"),
            (i64::MIN, 0, "-9223372036854775808", "-9223372036854775808"),
        ] {
            for (dialect, expected) in [(Dialect::COMMA, comma), (Dialect::SEMICOLON, semicolon)] {
                let mut line = String::new();
                assert!(push_cell(&mut line, &Cell::Decimal { digits, scale }, dialect.decimal));
                assert_eq!(line, expected);
            }
        }
        let mut line = String::new();
        push_cell(&mut line, &Cell::Number(-2.5), b',');
        push_cell(&mut line, &Cell::Percent(-12), b',');
        assert_eq!(line, "-2,5-12");
    }

    #[test]
    fn numbers_that_are_none_are_refused_with_their_place() {
        for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let rows = vec![vec![Cell::Empty, Cell::Number(1.0)], vec![Cell::Empty, Cell::Number(wrong)]];
            let error = csv(&table(rows), io::sink()).unwrap_err();
            assert!(matches!(error, ExportError::NotANumber { row: 2, column: 2 }), "{error}");
        }
    }

    #[test]
    fn hostile_text_gets_an_apostrophe_inside_its_quotation_marks() {
        assert_eq!(text_cell("=HYPERLINK(\"http://x\")"), "\"'=HYPERLINK(\"\"http://x\"\")\"");
        assert_eq!(text_cell("＠SUM(1)"), "\"'＠SUM(1)\"");
        assert_eq!(text_cell("\r\n=1"), "\"'\r\n=1\"");
        assert_eq!(text_cell("a\",=1"), "\"a\"\",=1\"");
        assert_eq!(text_cell("\""), "\"\"\"\"");
    }

    #[test]
    fn titles_and_dates_are_guarded_like_any_text() {
        let hostile = Table {
            name: String::new(),
            columns: vec![Column::new("=1+1", ColumnKind::Date)],
            rows: vec![vec![Cell::Date("-2".to_owned())]],
        };
        assert_eq!(written(&hostile), "\"'=1+1\"\r\n\"'-2\"\r\n");
    }

    #[test]
    fn another_reader_gets_back_what_was_written() {
        let texts = ["plain", "with \"marks\"", "two\r\nlines", "a,b;c", "", " lead", "Ærlig talt 🙂"];
        let rows = texts.iter().map(|&text| vec![text.into(), Cell::Integer(1)]).collect();
        let file = written(&table(rows));
        let read: Vec<String> = ::csv::Reader::from_reader(file.as_bytes())
            .records()
            .map(|record| record.unwrap().get(0).unwrap().to_owned())
            .collect();
        assert_eq!(read, texts);
    }

    #[test]
    fn a_row_of_another_width_is_refused_and_leaves_no_trace() {
        let mut out = CsvWriter::new(&table(vec![]).columns, Vec::new()).unwrap();
        out.row(&["a".into(), Cell::Empty]).unwrap();
        let error = out.row(&[Cell::Empty]).unwrap_err();
        assert!(matches!(error, ExportError::RaggedRow { row: 2, cells: 1, columns: 2 }), "{error}");
        out.row(&["b".into(), Cell::Empty]).unwrap();
        assert_eq!(out.finish().unwrap(), b"\"Team\",\"Score\"\r\n\"a\",\r\n\"b\",\r\n");
    }

    #[test]
    fn a_failing_writer_ends_the_export() {
        let mut room_for_the_head = [0_u8; 16];
        let rows = vec![vec!["a".into(), Cell::Empty]];
        let error = csv(&table(rows), &mut room_for_the_head[..]).unwrap_err();
        assert!(matches!(error, ExportError::Write(_)), "{error}");
    }
}
