//! Pages about files from other systems.

pub mod imports;
