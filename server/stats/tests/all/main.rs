//! Numbers held against reference values, and properties that hold for any numbers. One program, so that what is tested is linked once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod beside;
mod change;
mod chart_faults;
mod chart_promises;
mod common;
mod draws;
mod false_alarms;
mod headline;
mod link_edges;
mod metamorphic;
mod never_nan;
mod own_slopes;
mod properties;
mod reference_backtest;
mod reference_charts;
mod reference_comparison;
mod reference_fit;
mod reference_models;
mod reference_profile;
mod reference_resampling;
mod reverse_link;
mod scores;
mod separation;
mod spc_edges;
mod speed;
mod study;
mod summary;
mod within;
