//! The customers' side: what they complain about, and how often.
//!
//! Architecture invariant: neither ballots nor accounts are known here.

pub mod complaints;
pub mod rollup;
mod stored_words;
