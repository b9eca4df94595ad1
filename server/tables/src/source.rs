//! Where a table's bytes come from. The caller holds the file; here it is only read from its beginning, as
//! often as needed: once to find out what it is, once for its rows.

use std::io::{self, Read};

/// Bytes that can be read from their beginning more than once.
pub trait Source: Sync {
    /// Starts again at the first byte.
    ///
    /// # Errors
    /// What the caller's medium says.
    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>>;
}

/// Bytes in memory.
#[derive(Debug, Clone, Copy)]
pub struct Bytes<'a>(pub &'a [u8]);

impl Source for Bytes<'_> {
    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(Box::new(self.0))
    }
}
