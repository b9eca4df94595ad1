//! The customers' side: what they complain about, and how often.
//!
//! Architecture invariant: ballots are not known here, and of accounts the name of whoever has taken a case on alone.

mod calendars;
pub mod cards;
pub mod complaints;
pub mod contacts;
pub mod files;
pub mod follow_ups;
pub mod hours;
pub mod members;
pub mod mentions;
mod paths;
pub mod quality;
pub mod rollup;
mod stored_words;
pub mod surveys;
pub mod wording;
