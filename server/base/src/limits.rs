//! How many wrong passwords and codes are too many, for all instances together.
//!
//! Counted in the database: by account, so that nobody can try a list of passwords on one; and by network
//! address, so that nobody can try one password on a list of accounts. An attempt is taken before anything is
//! looked up and given back when it was right: attempts that run side by side cannot all slip through.
//! What is stored is a hash of whom it counts for and the minute; a job deletes it when it counts no longer.

use chrono::{DateTime, Duration, DurationRound, Utc};
use domain::Problem;
use sea_orm::{ConnectionTrait, DbBackend};
use sha2::{Digest, Sha256};

use crate::{
    Base, Result,
    db::{execute, exists, value},
};

/// Wrong passwords an account may see from one network address within [`WINDOW`], and wrong codes at all.
const MOST_BY_ACCOUNT: i64 = 10;
/// Wrong passwords an account may see from everywhere: more, so that nobody can lock somebody else out
/// from one place.
const MOST_FROM_EVERYWHERE: i64 = 100;
/// Wrong passwords that may come from one network address within [`WINDOW`]; a whole shop can share one.
const MOST_BY_ADDRESS: i64 = 50;
/// How long a wrong attempt counts.
const WINDOW: Duration = Duration::minutes(15);

/// A share of attempts that one try takes from.
pub struct Share(Vec<(Vec<u8>, i64)>);

impl Share {
    /// Of whoever types this login, from this network address.
    pub fn of_login(login: &str, address: &str) -> Self {
        let mut share = Self::of("login", &format!("{login} from {address}"), address);
        share.0.push((key("login", login), MOST_FROM_EVERYWHERE));
        share
    }

    /// Of this kind, for this account or login, from this network address.
    pub fn of(kind: &str, whose: &str, address: &str) -> Self {
        let mut keys = vec![(key(kind, whose), MOST_BY_ACCOUNT)];
        if !address.is_empty() {
            keys.push((key("address", address), MOST_BY_ADDRESS));
        }
        Self(keys)
    }

    /// Takes one.
    ///
    /// # Errors
    /// `TooManyAttempts` when none is left.
    pub async fn take(&self, base: &Base) -> Result<()> {
        let transaction = base.db.begin().await?;
        self.take_within(&transaction, base.now()).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// The same within a transaction that is committed whatever becomes of the attempt.
    ///
    /// # Errors
    /// As [`take`](Self::take); nothing is written then.
    pub async fn take_within(&self, db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<()> {
        self.one_at_a_time(db).await?;
        // A clock that was ahead for a while must not count for ever.
        let (from, to) = (now - WINDOW, now + WINDOW);
        execute(db, "DELETE FROM attempt WHERE at < $1 OR at > $2", [from.into(), to.into()]).await?;
        for (key, most) in &self.0 {
            let sql = "SELECT COUNT(*) AS tried FROM attempt WHERE key_hash = $1 AND at > $2";
            let tried: Option<i64> = value(db, sql, [key.clone().into(), from.into()]).await?;
            if tried.is_some_and(|tried| tried >= *most) {
                return Err(Problem::TooManyAttempts.into());
            }
        }
        for (key, _) in &self.0 {
            let sql = "INSERT INTO attempt (key_hash, at) VALUES ($1, $2)";
            execute(db, sql, [key.clone().into(), minute(now).into()]).await?;
        }
        Ok(())
    }

    /// Gives it back: the attempt was right.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn give_back(&self, base: &Base) -> Result<()> {
        let transaction = base.db.begin().await?;
        self.give_back_within(&transaction).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// The same within a transaction.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn give_back_within(&self, db: &impl ConnectionTrait) -> Result<()> {
        // Two who give back at once must not both take the same one away.
        self.one_at_a_time(db).await?;
        for (key, _) in &self.0 {
            let sql = "DELETE FROM attempt WHERE id = (SELECT MAX(id) FROM attempt WHERE key_hash = $1)";
            execute(db, sql, [key.clone().into()]).await?;
        }
        Ok(())
    }

    /// Two who count the same attempts at once would both find one left. On SQLite the transaction itself has
    /// the write lock.
    async fn one_at_a_time(&self, db: &impl ConnectionTrait) -> Result<()> {
        if db.get_database_backend() != DbBackend::Postgres {
            return Ok(());
        }
        let mut locks: Vec<i64> =
            self.0.iter().filter_map(|(key, _)| Some(i64::from_be_bytes(*key.first_chunk()?))).collect();
        // Always in the same order, or two could wait for each other.
        locks.sort_unstable();
        for lock in locks {
            execute(db, "SELECT pg_advisory_xact_lock($1)", [lock.into()]).await?;
        }
        Ok(())
    }
}

/// Deletes the attempts that count no longer.
///
/// # Errors
/// When the database refuses.
pub async fn forget_attempts(base: &Base) -> Result<()> {
    let now = base.now();
    let over = || [(now - WINDOW).into(), (now + WINDOW).into()];
    let sql = "SELECT 1 AS one FROM attempt WHERE at < $1 OR at > $2 LIMIT 1";
    if exists(&base.db.reader, sql, over()).await? {
        execute(base.db.writer(), "DELETE FROM attempt WHERE at < $1 OR at > $2", over()).await?;
    }
    Ok(())
}

/// No finer time than that is needed.
fn minute(time: DateTime<Utc>) -> DateTime<Utc> {
    time.duration_trunc(Duration::minutes(1)).unwrap_or(time)
}

fn key(kind: &str, whose: &str) -> Vec<u8> {
    Sha256::digest(format!("{kind} {whose}")).to_vec()
}
