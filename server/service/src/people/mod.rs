//! People: where they belong, and what they may do.

pub mod changes;
pub mod roster;
