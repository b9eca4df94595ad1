//! What every area speaks of: words, fields, problems, days, who may do what.

pub mod access;
pub mod audit;
pub mod field;
pub mod format;
mod free_text;
pub mod ids;
pub mod lang;
pub mod letters;
pub mod period;
pub mod problem;
pub mod text;
mod why;
