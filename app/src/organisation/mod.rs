//! Pages about units, and the audit log.

pub mod audit;
pub mod places;
pub mod unit;
pub mod units;
