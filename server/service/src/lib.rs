//! Use cases: authorise, validate, transact, map to DTOs.
//!
//! Architecture invariants: `authorize` is the first line of every function that takes an
//! [`Actor`]; what renders reads the ledger, never the tally: only [`release`] touches both.

pub mod access;
pub mod accounts;
pub mod actions;
pub mod audit;
pub mod clock;
pub mod comments;
pub mod complaints;
pub mod db;
pub mod demo;
pub mod error;
pub mod figures;
pub mod imports;
pub mod jobs;
pub mod link;
pub mod mail;
pub mod notes;
pub mod oidc;
pub mod organisation;
pub mod overview;
pub mod people;
pub mod privacy;
pub mod private;
pub mod release;
pub mod review;
pub mod rounds;
pub mod sign_in;
pub mod today;
mod verdicts;
pub mod voice;

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, NaiveDate, Utc};
use tokio::sync::Mutex;

pub use access::{Actor, authorize};
pub use error::{Error, Result};

use crate::{clock::Clock, db::Db};

/// Everything a use case needs from outside: the database and the clock.
#[derive(Clone)]
pub struct Services {
    /// Database.
    pub db: Db,
    /// Clock; tests stop it.
    pub clock: Arc<dyn Clock>,
    /// Sign-ins of the demo, in demo mode only.
    pub demo_sign_ins: Arc<Vec<domain::access::DemoSignIn>>,
    /// Provider that people can sign in with, where one is configured.
    pub oidc: Option<Arc<oidc::Oidc>>,
    /// Where letters go; without it they wait.
    pub post: Option<mail::Post>,
    /// Password hashing takes 19 MiB a time: never more at once than this allows.
    hashing: Arc<sign_in::Hashing>,
    /// Rows written so far by imports of this process.
    progress: Arc<std::sync::Mutex<HashMap<i64, u64>>>,
    /// Who reads files: few at once.
    reading: Arc<imports::reading::Reading>,
    /// Sign-in attempts of the last minutes.
    attempts: Arc<Mutex<sign_in::Attempts>>,
    /// Rows of each table as they were counted last.
    counted: Arc<Mutex<Option<release::rows::Counted>>>,
}

impl Services {
    /// Puts the pieces together.
    pub fn new(db: Db, clock: Arc<dyn Clock>) -> Self {
        Self {
            db,
            clock,
            demo_sign_ins: Arc::default(),
            oidc: None,
            post: None,
            hashing: Arc::new(sign_in::Hashing::new(2)),
            progress: Arc::default(),
            reading: Arc::default(),
            attempts: Arc::default(),
            counted: Arc::default(),
        }
    }

    /// The same services, showing these sign-ins on the sign-in page.
    #[must_use]
    pub fn with_demo_sign_ins(mut self, sign_ins: Vec<domain::access::DemoSignIn>) -> Self {
        self.demo_sign_ins = Arc::new(sign_ins);
        self
    }

    /// The same services, letting people sign in with this provider.
    #[must_use]
    pub fn with_oidc(mut self, oidc: oidc::Oidc) -> Self {
        self.oidc = Some(Arc::new(oidc));
        self
    }

    /// The same services, sending letters.
    #[must_use]
    pub fn with_post(mut self, post: mail::Post) -> Self {
        self.post = Some(post);
        self
    }

    /// The same services under another clock.
    #[must_use]
    pub fn with_clock(&self, clock: Arc<dyn Clock>) -> Self {
        Self { clock, ..self.clone() }
    }

    /// The same services for work that nobody waits for: a statement may take long.
    #[must_use]
    pub fn for_jobs(&self) -> Self {
        Self { db: self.db.for_jobs(), ..self.clone() }
    }

    /// The same services for answering requests: nobody waits for long.
    #[must_use]
    pub fn for_requests(&self) -> Self {
        Self { db: self.db.for_requests(), ..self.clone() }
    }

    /// Now, in UTC.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Today, where the organisation is.
    ///
    /// # Errors
    /// When the organisation cannot be read.
    pub async fn today(&self) -> Result<NaiveDate> {
        Ok(organisation::find(&self.db.reader).await?.local_day(self.now()))
    }
}
