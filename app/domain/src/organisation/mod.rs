//! Units and the tree they hang in.

pub mod places;
pub mod unit;
pub mod units;
