//! What customers say.

pub mod complaint;
