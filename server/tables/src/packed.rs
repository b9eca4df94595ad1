//! The rows of a sheet in memory, as small as they can be: a table of numbers is many cells and little text.

use crate::record::Record;

/// Bytes put together before another piece is begun; a piece grows to no more than it needs.
const PIECE: usize = 1 << 20;

/// A cell to be kept, by its column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    Text(&'a str),
    /// A number, whose text is its shortest.
    Number(f64),
}

/// Rows, one after another. Each is its number, how many cells it has, and these: the columns since the cell
/// before and what it holds. Empty cells take nothing, however far to the right the next one stands.
#[derive(Debug, Default)]
pub(crate) struct Packed {
    pieces: Vec<Vec<u8>>,
    /// The row being put together.
    cells: Vec<u8>,
    row: u64,
    count: u64,
    last_column: usize,
    bytes: u64,
}

/// A place among packed rows.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place {
    pub(crate) piece: usize,
    pub(crate) at: usize,
}

impl Packed {
    /// Row and column of the cell put in last; none at the beginning.
    pub(crate) const fn last(&self) -> Option<(u64, usize)> {
        if self.count == 0 { None } else { Some((self.row, self.last_column)) }
    }

    /// Bytes of all rows.
    pub(crate) const fn bytes(&self) -> u64 {
        self.bytes + self.cells.len() as u64
    }

    /// Bytes of the row put together now.
    pub(crate) const fn row_bytes(&self) -> usize {
        self.cells.len()
    }

    /// Puts in a cell that stands behind the last.
    pub(crate) fn add(&mut self, row: u64, column: usize, cell: Cell<'_>) {
        if self.row != row {
            self.end_row();
            self.row = row;
        }
        let skipped = if self.count == 0 { column } else { column - self.last_column - 1 };
        self.count += 1;
        self.last_column = column;
        match cell {
            Cell::Number(number) => {
                put(&mut self.cells, (skipped as u64) << 1 | 1);
                self.cells.extend_from_slice(&number.to_le_bytes());
            }
            Cell::Text(text) => {
                put(&mut self.cells, (skipped as u64) << 1);
                put(&mut self.cells, text.len() as u64);
                self.cells.extend_from_slice(text.as_bytes());
            }
        }
    }

    fn end_row(&mut self) {
        if self.count == 0 {
            return;
        }
        let needed = self.cells.len() + 20;
        if self.pieces.last().is_none_or(|piece| piece.len() + needed > piece.capacity()) {
            self.pieces.push(Vec::with_capacity(PIECE.max(needed)));
        }
        if let Some(piece) = self.pieces.last_mut() {
            let before = piece.len();
            put(piece, self.row);
            put(piece, self.count);
            piece.append(&mut self.cells);
            self.bytes += (piece.len() - before) as u64;
        }
        self.count = 0;
    }

    /// Ends the last row.
    pub(crate) fn finish(&mut self) {
        self.end_row();
        self.cells = Vec::new();
        if let Some(piece) = self.pieces.last_mut() {
            piece.shrink_to_fit();
        }
    }

    /// Reads the row at a place and goes on to the next; none at the end. Calls `each` with its cells.
    pub(crate) fn next<'a>(
        &'a self,
        place: &mut Place,
        mut each: impl FnMut(u64, usize, Cell<'a>),
    ) -> Option<u64> {
        if place.at >= self.pieces.get(place.piece)?.len() {
            *place = Place { piece: place.piece + 1, at: 0 };
        }
        let mut rest = self.pieces.get(place.piece)?.get(place.at..)?;
        let row = take(&mut rest)?;
        let mut column = 0;
        for _ in 0..take(&mut rest)? {
            let head = take(&mut rest)?;
            column += usize::try_from(head >> 1).ok()?;
            let cell = if head & 1 == 1 {
                let (number, after) = rest.split_first_chunk()?;
                rest = after;
                Cell::Number(f64::from_le_bytes(*number))
            } else {
                let length = usize::try_from(take(&mut rest)?).ok()?;
                let (text, after) = rest.split_at_checked(length)?;
                rest = after;
                Cell::Text(std::str::from_utf8(text).ok()?)
            };
            each(row, column, cell);
            column += 1;
        }
        place.at = self.pieces[place.piece].len() - rest.len();
        Some(row)
    }
}

impl Cell<'_> {
    /// Puts the cell into a row, with empty ones up to its column.
    pub(crate) fn push(self, record: &mut Record, column: usize) {
        while record.len() < column {
            record.push("", None);
        }
        match self {
            Self::Text(text) => record.push(text, None),
            Self::Number(number) => record.push(&number.to_string(), Some(number)),
        }
    }
}

/// Writes a number in as few bytes as it needs, seven bits in each.
fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn take(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for shift in (0..64).step_by(7) {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_out_as_they_went_in_and_empty_cells_take_nothing() {
        let mut packed = Packed::default();
        let long = "å".repeat(300);
        packed.add(1, 0, Cell::Text("unit"));
        packed.add(1, 701, Cell::Number(-0.5));
        packed.add(70_000, 3, Cell::Text(&long));
        for row in 70_001..150_000 {
            packed.add(row, 2, Cell::Number(row as f64));
            packed.add(row, 3, Cell::Text("x"));
        }
        packed.finish();
        assert!(packed.pieces.len() > 1 && packed.bytes() < 20 * 80_000);
        let mut place = Place::default();
        let mut found = Vec::new();
        while packed
            .next(&mut place, |row, column, cell| {
                let mut record = Record::default();
                cell.push(&mut record, 0);
                found.push((row, column, record.cell(0).to_owned(), record.number(0)));
            })
            .is_some()
        {}
        assert_eq!(found[0], (1, 0, "unit".to_owned(), None));
        assert_eq!(found[1], (1, 701, "-0.5".to_owned(), Some(-0.5)));
        assert_eq!(found[2], (70_000, 3, long, None));
        assert_eq!(found.len(), 3 + 2 * 79_999);
        assert_eq!(found.last(), Some(&(149_999, 3, "x".to_owned(), None)));
    }
}
