//! What comes in from other systems' files.

pub mod imports;

use std::{collections::HashMap, ops::Deref, sync::Arc};

use base::Base;

/// What imports remember between calls, beside the base.
#[derive(Clone)]
pub struct Exchange {
    base: Base,
    /// Rows written so far by imports of this process.
    progress: Arc<std::sync::Mutex<HashMap<i64, u64>>>,
    /// Who reads files: few at once.
    reading: Arc<imports::reading::Reading>,
}

impl Exchange {
    /// Nothing remembered yet.
    pub fn new(base: Base) -> Self {
        Self { base, progress: Arc::default(), reading: Arc::default() }
    }

    /// The same over another base.
    #[must_use]
    pub fn over(&self, base: Base) -> Self {
        Self { base, ..self.clone() }
    }
}

impl Deref for Exchange {
    type Target = Base;

    fn deref(&self) -> &Base {
        &self.base
    }
}
