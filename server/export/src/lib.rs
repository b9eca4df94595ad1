//! Files to take away: tables as CSV, books of tables as a workbook or an archive.
//!
//! The caller fills a [`Table`] with figures already released and gets bytes back. What a cell may hold is
//! decided by its [`Cell`] variant alone and never by looking at the text, so text stays text: a comment
//! beginning with `=` can become a formula neither here nor in the spreadsheet program that opens the file.
//!
//! Architecture invariant: no input or output but the writer passed in, no clock, no randomness, no database.
//! The same table gives the same bytes, today and tomorrow.

mod archive;
mod book;
mod csv;
mod error;
mod guard;
mod parcel;
mod sheet_name;
mod table;
mod workbook;

pub use archive::{METADATA, NOTES, archive};
pub use book::{Book, Chart, Charts, Field, Notes, Rows, Series, Sheet, Stroke};
pub use csv::{BYTE_ORDER_MARK, CsvWriter, Dialect, csv};
pub use error::ExportError;
pub use guard::unguarded;
pub use parcel::Parcel;
pub use table::{Cell, Column, ColumnKind, Table};
pub use workbook::{MAX_COLUMNS, MAX_ROWS, MAX_TEXT, workbook};
