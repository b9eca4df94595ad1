//! Units and the tree they hang in.

pub mod unit;
pub mod units;
