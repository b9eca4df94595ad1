//! How much a file may hold before it is refused.

/// Bounds of what is read. A file is what somebody sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Columns of a table.
    pub columns: usize,
    /// Characters of a head.
    pub head: usize,
    /// Bytes of a row, as text.
    pub row_bytes: usize,
    /// Rows below the head.
    pub rows: u64,
    /// Bytes of a workbook as it is stored.
    pub workbook_bytes: u64,
    /// Bytes that a workbook unpacks to, and bytes of the text in the sheet that is read.
    pub unpacked_bytes: u64,
    /// Bytes of memory that the rows of a sheet may take, and as many that its parts may while it is read.
    pub kept_bytes: u64,
    /// Filled cells of a sheet.
    pub cells: u64,
    /// Different periods or names that a column of periods may hold.
    pub periods: usize,
    /// Different units, counted by how they are written.
    pub units: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            columns: 200,
            head: 200,
            row_bytes: 1 << 20,
            rows: 5_000_000,
            workbook_bytes: 64 << 20,
            unpacked_bytes: 256 << 20,
            kept_bytes: 64 << 20,
            cells: 5_000_000,
            periods: 100_000,
            units: 200_000,
        }
    }
}
