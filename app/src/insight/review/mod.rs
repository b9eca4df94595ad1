//! The review of a quarter: the page is the document, sheet by sheet.
//!
//! * `organisation`, `unit`: the packs; `packs`: those of all units in one file; `dialogue`: the sheet for a meeting;
//!   `check`: whether a file is one that was taken out; `sheets`, `parts`: what they are made of; `part`: what somebody
//!   sees whose role is for a part of the organisation alone.

mod check;
mod dialogue;
mod organisation;
mod packs;
mod part;
mod parts;
mod sheets;
mod unit;

pub use check::Check;
pub use dialogue::Dialogue;
pub use organisation::{Approve, Organisation};
pub use packs::{Packs, PacksProgress};
pub use part::Document;
pub(super) use parts::change;
pub use unit::Unit;
