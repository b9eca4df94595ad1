//! Rows of a text file, one at a time, in buffers that do not grow beyond the limit.

use std::io::Read;

use csv_core::{ReadRecordResult, ReaderBuilder};

use crate::{
    encoding::{Encoding, LineEnds, Lines, decoded},
    file_limits::Limits,
    problem::{Fault, Problem},
    record::Record,
};

/// How a text file is made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) encoding: Encoding,
    pub(crate) separator: u8,
    /// Whether the first line only names the separator.
    pub(crate) has_sep_line: bool,
}

/// Cells of an average row; more are made room for.
const CELLS: usize = 64;

/// A text file being read.
pub(crate) struct Delimited<R> {
    source: Lines<R>,
    parser: csv_core::Reader,
    input: Vec<u8>,
    from: usize,
    to: usize,
    is_over: bool,
    text: Vec<u8>,
    ends: Vec<usize>,
    /// Row of the record read last.
    row: u64,
    /// Line ends before the end of that record.
    lines: u64,
    row_bytes: usize,
    columns: usize,
}

impl<R: Read> Delimited<R> {
    /// Reads `source`, which is UTF-8 with plain line ends.
    pub(crate) fn new(source: Lines<R>, separator: u8, limits: &Limits) -> Self {
        Self {
            source,
            parser: ReaderBuilder::new().delimiter(separator).build(),
            input: vec![0; 64 * 1024],
            from: 0,
            to: 0,
            is_over: false,
            text: vec![0; 4096],
            ends: vec![0; CELLS],
            row: 0,
            lines: 0,
            row_bytes: limits.row_bytes,
            columns: limits.columns,
        }
    }

    /// The line ends met so far.
    pub(crate) const fn line_ends(&self) -> LineEnds {
        self.source.ends()
    }

    /// Reads the next row; false at the end.
    ///
    /// # Errors
    /// When the row has no end within the limits, or the file cannot be read.
    pub(crate) fn next(&mut self, record: &mut Record) -> Result<bool, Problem> {
        let (mut text, mut ends) = (0, 0);
        loop {
            if self.from == self.to && !self.is_over {
                self.refill()?;
            }
            let (result, used, written, ended) = self.parser.read_record(
                &self.input[self.from..self.to],
                &mut self.text[text..],
                &mut self.ends[ends..],
            );
            self.from += used;
            text += written;
            ends += ended;
            match result {
                // The line end of our own ended no row: it became part of a cell.
                ReadRecordResult::InputEmpty if self.is_over && text + ends > 0 => {
                    return Err(Problem::at_row(self.next_row(), Fault::OpenQuote));
                }
                ReadRecordResult::InputEmpty if self.is_over => return Ok(false),
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.make_room()?,
                ReadRecordResult::OutputEndsFull => self.make_room_for_cells()?,
                ReadRecordResult::Record => return self.finish(record, text, ends).map(|()| true),
                ReadRecordResult::End => return Ok(false),
            }
        }
    }

    /// Reads on; at the end of the file one line end is added, so that an open quotation mark shows.
    fn refill(&mut self) -> Result<(), Problem> {
        self.from = 0;
        self.to = self.source.read(&mut self.input).map_err(|error| Problem::unreadable(&error))?;
        if self.to == 0 {
            self.is_over = true;
            self.input[0] = b'\n';
            self.to = 1;
        }
        Ok(())
    }

    fn make_room(&mut self) -> Result<(), Problem> {
        if self.text.len() >= self.row_bytes {
            return Err(Problem::at_row(self.next_row(), Fault::LongRow { bytes: self.row_bytes as u64 }));
        }
        self.text.resize((self.text.len() * 2).min(self.row_bytes), 0);
        Ok(())
    }

    fn make_room_for_cells(&mut self) -> Result<(), Problem> {
        // Some rows of titles and remarks are wider than the table; a row of commas only is nobody's.
        if self.ends.len() > 4 * self.columns.max(CELLS) {
            return Err(Problem::at_row(
                self.next_row(),
                Fault::TooManyColumns { most: self.columns as u64 },
            ));
        }
        self.ends.resize(self.ends.len() * 2, 0);
        Ok(())
    }

    const fn next_row(&self) -> u64 {
        self.row + 1
    }

    fn finish(&mut self, record: &mut Record, text: usize, ends: usize) -> Result<(), Problem> {
        let text = &self.text[..text];
        // Line ends inside a cell are no rows; empty lines before the record are.
        let lines = self.parser.line() - 1;
        let inside = memchr::memchr_iter(b'\n', text).count() as u64;
        self.row += (lines - self.lines).saturating_sub(inside).max(1);
        self.lines = lines;
        let text = std::str::from_utf8(text).map_err(|_| Problem::at_row(self.row, Fault::NoEncoding))?;
        record.set(self.row, text, &self.ends[..ends]);
        Ok(())
    }
}

/// Opens the rows of a text file below a line that only names the separator.
pub(crate) fn open<'a>(
    file: impl Read + Send + 'a,
    layout: Layout,
    limits: &Limits,
) -> Result<Delimited<Box<dyn Read + Send + 'a>>, Problem> {
    let mut rows = Delimited::new(decoded(file, layout.encoding), layout.separator, limits);
    if layout.has_sep_line {
        rows.next(&mut Record::default())?;
    }
    Ok(rows)
}
