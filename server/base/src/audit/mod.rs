//! The audit log: who did what, when. Append-only, each row carrying the hash of the one before.
//!
//! What concerns a check-in is never written here: not even that somebody tried.

mod verify;

use chrono::{DateTime, SecondsFormat, Utc};
use domain::{AccountId, UnitId, audit::Event, ids::Id};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Value};
use sha2::{Digest, Sha256};

pub use verify::{Verdict, verify};

use crate::{
    Base, Result,
    db::{execute, insert, one},
};

/// Key of the lock that keeps two instances from writing the same place in the chain.
const LOCK: i64 = 0x7472_6976_7365_6c02;
/// What the first row names as the hash before it.
const BEGINNING: [u8; 32] = [0; 32];

/// Something to write down.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// What happened.
    pub event: Event,
    /// Who did it; none for what nobody signed in did.
    pub by: Option<AccountId>,
    /// Unit it is about.
    pub unit: Option<UnitId>,
    /// Account it is about.
    pub subject: Option<AccountId>,
    /// What else there is to know, in few words; never a secret, never an answer.
    pub detail: &'a str,
}

impl Entry<'_> {
    /// An entry without unit, subject and detail.
    pub const fn new(event: Event, by: Option<AccountId>) -> Self {
        Self { event, by, unit: None, subject: None, detail: "" }
    }
}

/// Writes an entry; inside the transaction of what it is about, so that neither is there alone.
///
/// # Errors
/// When the database refuses.
pub async fn record(db: &impl ConnectionTrait, now: DateTime<Utc>, entry: &Entry<'_>) -> Result<()> {
    record_all(db, now, std::slice::from_ref(entry)).await
}

/// Writes entries, one after another in the chain, in as few statements as that takes.
///
/// # Errors
/// When the database refuses.
pub async fn record_all(db: &impl ConnectionTrait, now: DateTime<Utc>, entries: &[Entry<'_>]) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    if db.get_database_backend() == DbBackend::Postgres {
        execute(db, "SELECT pg_advisory_xact_lock($1)", [LOCK.into()]).await?;
    }
    let last: Option<Last> = one(db, "SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1", []).await?;
    let (mut id, mut previous) = last.map_or((1, BEGINNING.to_vec()), |last| (last.id + 1, last.hash));
    let mut rows: Vec<[Value; 9]> = Vec::with_capacity(entries.len());
    for entry in entries {
        let row = Row {
            id,
            at: now.to_rfc3339_opts(SecondsFormat::Millis, true),
            account: entry.by,
            event: entry.event.name().to_owned(),
            unit: entry.unit,
            subject: entry.subject,
            detail: entry.detail.to_owned(),
            previous,
        };
        let hash = row.hash();
        rows.push([
            row.id.into(),
            row.at.into(),
            row.account.into(),
            row.event.into(),
            row.unit.into(),
            row.subject.into(),
            row.detail.into(),
            row.previous.into(),
            hash.clone().into(),
        ]);
        (id, previous) = (id + 1, hash);
    }
    let into = "audit (id, at, account_id, event, unit_id, subject_id, detail, previous, hash)";
    Ok(insert(db, into, rows).await?)
}

/// Writes an entry about something that changes nothing else.
///
/// # Errors
/// When the database refuses.
pub async fn note(base: &Base, entry: &Entry<'_>) -> Result<()> {
    let transaction = base.db.begin().await?;
    record(&transaction, base.now(), entry).await?;
    transaction.commit().await?;
    Ok(())
}

/// The end of the chain.
#[derive(FromQueryResult)]
struct Last {
    id: i64,
    hash: Vec<u8>,
}

/// A row as it is hashed.
#[derive(FromQueryResult)]
struct Row {
    id: i64,
    at: String,
    #[sea_orm(alias = "account_id")]
    account: Option<AccountId>,
    event: String,
    #[sea_orm(alias = "unit_id")]
    unit: Option<UnitId>,
    #[sea_orm(alias = "subject_id")]
    subject: Option<AccountId>,
    detail: String,
    previous: Vec<u8>,
}

fn number(id: Option<impl Id>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

impl Row {
    /// SHA-256 over the hash before and every column, each with its length, so that nothing can be
    /// moved from one column to the next.
    fn hash(&self) -> Vec<u8> {
        let columns = [
            self.id.to_string(),
            self.at.clone(),
            number(self.account),
            self.event.clone(),
            number(self.unit),
            number(self.subject),
            self.detail.clone(),
        ];
        let mut hasher = Sha256::new();
        hasher.update(&self.previous);
        for column in columns {
            hasher.update((column.len() as u64).to_be_bytes());
            hasher.update(column.as_bytes());
        }
        hasher.finalize().to_vec()
    }
}
