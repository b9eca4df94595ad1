//! Tests of what is said of a quarter.
#![allow(clippy::unwrap_used, clippy::float_cmp, clippy::panic, reason = "a test fails by panicking")]

mod edge_cases;
mod files;
mod quarter;
mod review;
mod schema;
mod tables;
