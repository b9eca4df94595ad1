//! The staff's side: rounds of check-ins, their release, comments, and what each may know of them.
//!
//! Architecture invariant: nothing here can name an account's owner to a ballot; accounts and customers are
//! unknown here. What renders reads the ledger; only [`release`] opens ballots.

pub mod ballots;
pub mod comments;
mod counts;
pub mod privacy;
pub mod release;
pub mod rounds;

use std::{ops::Deref, sync::Arc};

use base::Base;
use tokio::sync::Mutex;

/// What the staff's use cases remember between calls, beside the base.
#[derive(Clone)]
pub struct Staff {
    base: Base,
    /// Wrong codes typed at tablets in the last minutes.
    attempts: Arc<Mutex<rounds::Attempts>>,
    /// Rows of each table as they were counted last.
    counted: Arc<Mutex<Option<release::rows::Counted>>>,
}

impl Staff {
    /// Nothing remembered yet.
    pub fn new(base: Base) -> Self {
        Self { base, attempts: Arc::default(), counted: Arc::default() }
    }

    /// The same over another base.
    #[must_use]
    pub fn over(&self, base: Base) -> Self {
        Self { base, ..self.clone() }
    }
}

impl Deref for Staff {
    type Target = Base;

    fn deref(&self) -> &Base {
        &self.base
    }
}
