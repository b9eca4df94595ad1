//! People: where they belong, and what they may do.

pub mod roster;
