//! Tests of what is said of a quarter.
#![allow(clippy::unwrap_used, clippy::float_cmp, clippy::panic, reason = "a test fails by panicking")]

mod files;
mod review;
mod schema;
mod tables;
