//! Many units side by side.
//!
//! Architecture invariant: everything here reads the ledger and the roll-up, or what was reckoned from them in
//! the background, never the tally.

pub mod signals;
