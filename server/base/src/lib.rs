//! What every area stands on: the database, the clock, who may do what, the audit log, tokens, keys, limits (of accounts in the database, of addresses in memory), the
//! outbox of letters, pictures of addresses, and how other servers are asked.
//!
//! Architecture invariant: nothing here knows an area. What an area has to say reaches it through a port
//! ([`clock::Clock`], [`keys::KeyStore`], [`outbox::Mailer`], [`outbox::Writer`]).

pub mod access;
pub mod audit;
pub mod buckets;
pub mod clock;
pub mod codes;
pub mod db;
pub mod error;
pub mod http_out;
pub mod keys;
pub mod limits;
pub mod memory;
pub mod outbox;
pub mod private;
pub mod qr;
pub mod tokens;

use std::sync::Arc;

use chrono::{DateTime, Utc};

pub use access::{Actor, authorize};
pub use error::{Error, Result};

use crate::{clock::Clock, db::Db, keys::Keys, memory::Memory, outbox::Post};

/// What every use case needs from outside.
#[derive(Clone)]
pub struct Base {
    /// Database.
    pub db: Db,
    /// Clock; tests stop it.
    pub clock: Arc<dyn Clock>,
    /// Keys that do not stand in the database.
    pub keys: Keys,
    /// What areas keep in memory.
    pub memory: Memory,
    /// Where letters go; without it they wait.
    pub post: Option<Post>,
}

impl Base {
    /// A base that sends no letters, with its keys in a folder beside an SQLite file. On PostgreSQL a place for
    /// keys has to be named before any is needed.
    pub fn new(db: Db, clock: Arc<dyn Clock>) -> Self {
        let keys = Keys::beside(&db);
        Self { db, clock, keys, memory: Memory::default(), post: None }
    }

    /// The same for work that nobody waits for: a statement may take long.
    #[must_use]
    pub fn for_jobs(&self) -> Self {
        Self { db: self.db.for_jobs(), ..self.clone() }
    }

    /// The same for answering requests: nobody waits for long.
    #[must_use]
    pub fn for_requests(&self) -> Self {
        Self { db: self.db.for_requests(), ..self.clone() }
    }

    /// Now, in UTC.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }
}
