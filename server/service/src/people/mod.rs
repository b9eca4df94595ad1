//! People: where they belong, and what they may do.

pub mod arrivals;
pub mod changes;
pub mod roster;
