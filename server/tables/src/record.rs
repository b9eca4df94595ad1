//! A row as it stands in the file.

use crate::names::trimmed;

/// The cells of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Row as a spreadsheet counts: the first line is 1, empty lines count, line breaks in a cell do not.
    pub row: u64,
    text: String,
    ends: Vec<usize>,
    /// Cells that are stored as numbers, which no layout can be mistaken for; empty in text files.
    numbers: Vec<Option<f64>>,
}

impl Record {
    /// Cells.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it has no cell.
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A cell as it stands; empty beyond the last.
    pub fn raw(&self, place: usize) -> &str {
        let start = if place == 0 { Some(0) } else { self.ends.get(place - 1).copied() };
        let end = self.ends.get(place).copied();
        start.zip(end).and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    /// A cell without the space around it; empty beyond the last.
    pub fn cell(&self, place: usize) -> &str {
        trimmed(self.raw(place))
    }

    /// The number of a cell that is stored as one.
    pub fn number(&self, place: usize) -> Option<f64> {
        self.numbers.get(place).copied().flatten()
    }

    /// All cells, trimmed.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|place| self.cell(place))
    }

    /// Cells with something in them.
    pub(crate) fn filled(&self) -> usize {
        self.cells().filter(|cell| !cell.is_empty()).count()
    }

    pub(crate) fn clear(&mut self, row: u64) {
        self.row = row;
        self.text.clear();
        self.ends.clear();
        self.numbers.clear();
    }

    pub(crate) fn push(&mut self, text: &str, number: Option<f64>) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
        if number.is_some() || !self.numbers.is_empty() {
            self.numbers.resize(self.ends.len() - 1, None);
            self.numbers.push(number);
        }
    }

    /// Takes the place of what was here; `ends` are places in `text`.
    pub(crate) fn set(&mut self, row: u64, text: &str, ends: &[usize]) {
        self.clear(row);
        self.text.push_str(text);
        self.ends.extend_from_slice(ends);
    }
}
