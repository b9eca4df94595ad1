//! Charts held against stored pictures, and what their SVG says. One program, so that what is tested is linked once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod estimates_and_funnels;
mod golden_compare;
mod golden_crowded;
mod golden_heat;
mod golden_lags;
mod png;
mod samples;
mod svg;
