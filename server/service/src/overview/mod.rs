//! Many units side by side.
//!
//! Architecture invariant: everything here reads the ledger and the roll-up, or what was reckoned from them in
//! the background, never the tally.

pub mod drivers;
mod level;
pub mod load;
mod scores;
pub mod sites;
mod weigh;
