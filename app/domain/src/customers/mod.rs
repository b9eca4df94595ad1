//! What customers say.

pub mod act;
pub mod case;
pub mod complaint;
pub mod contacts;
pub mod file;
pub mod hours;
pub mod inbox;
pub mod mention;
pub mod quality;
pub mod related;
pub mod wording;
pub mod words;
