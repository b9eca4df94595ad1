//! What customers say: the list of cases, the 30-second form, the case and what can be done with it.

pub mod act;
pub mod case;
pub mod contacts;
pub mod files;
pub mod hours;
pub mod letters;
pub mod list;
pub mod mention;
pub mod new;
pub mod quality;
pub mod related;
pub(crate) mod tabs;
mod wording;
