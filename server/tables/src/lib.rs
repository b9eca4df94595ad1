//! Reads tables that people send: text files of any encoding, separator and layout of numbers and dates, and
//! workbooks. What a file is gets decided over all of its rows and is [said aloud](Understood); what fits two
//! readings is refused, with [words](Problem) that tell what to write instead.
//!
//! A table is read twice: [`Table::survey`] finds out what it is, [`Table::rows`] gives typed rows. Text files
//! stream through buffers of fixed size. The caller holds the bytes ([`Source`]); nothing here opens a file.

mod calendar;
mod delimited;
mod digits;
mod encoding;
mod file_limits;
mod head;
mod jumps;
mod missing;
mod names;
mod numbers;
mod orders;
mod packed;
mod parted;
mod parts;
mod periods;
mod problem;
mod record;
mod rows;
mod separator;
mod shapes;
mod source;
mod survey;
mod table;
mod time_of_day;
mod tokens;
mod totals;
mod understood;
mod words;
mod words_understood;
mod workbook;

pub use calendar::Calendar;
pub use chrono_tz::Tz;
pub use digits::Digits;
pub use encoding::Encoding;
#[doc(hidden)]
pub use encoding::encode;
pub use file_limits::Limits;
pub use missing::Missing;
pub use names::{folded, tidy, trimmed};
pub use numbers::{Decimal, Group, LARGEST, NumberLayout};
pub use periods::{Dates, PeriodLayout, PeriodRequest, TakenFrom};
pub use problem::{Fault, Problem};
pub use record::Record;
pub use rows::{Row, Rows, Value};
pub use separator::{Separator, parse_separator};
pub use shapes::Order;
pub use source::{Bytes, Source};
pub use table::{Beginning, Column, Kind, Request, Table};
pub use time_of_day::parse_zone;
pub use totals::Totals;
pub use understood::{LeftOut, LineEnd, Understood, UnderstoodColumn, Why};
pub use workbook::SheetChoice;
