//! Units and the tree they hang in.

pub mod places;
pub mod set_up;
pub mod settings;
pub mod unit;
pub mod units;
