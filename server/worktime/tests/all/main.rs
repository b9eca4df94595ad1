//! Clocks held against cases reckoned elsewhere, against a wall clock watched minute by minute, and against laws.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod files;
mod laws;
mod made;
mod reference;
mod rules;
mod wall;
