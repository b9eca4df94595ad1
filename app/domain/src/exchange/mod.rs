//! What comes in from other systems' files.

pub mod import;
