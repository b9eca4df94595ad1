//! Use cases about customers, each test on SQLite and on PostgreSQL. One program, so that what is tested is linked once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod cards;
mod cases;
mod complaints;
mod contacts;
mod files;
mod held;
mod hours;
mod issues;
mod kept;
mod members;
mod mended;
mod mentions;
mod names;
mod paper;
mod promises;
mod quality;
mod related;
mod search;
mod slips;
mod surveys;
