//! Pages about cases.

pub mod complaints;
