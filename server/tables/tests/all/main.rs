//! Whole files: what people sent, what a file can be made of, and whatever else.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod any_bytes;
mod cases;
mod common;
mod files;
mod periods;
mod tills;
mod totals;
mod workbooks;
