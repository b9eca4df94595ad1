//! Pages about units, and the audit log.

pub mod audit;
pub mod places;
pub mod set_up;
pub mod settings;
pub mod unit;
pub mod units;
