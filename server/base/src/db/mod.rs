//! The database: one writer and a pool of readers on SQLite, one pool on PostgreSQL.
//!
//! What is acknowledged is stored: every write goes through [`Pool`] or [`Transaction`], which give up a
//! connection after an error, refuse to write where the file is no longer the one that was opened, bound how
//! long anybody waits, and remember whether the last write could be stored.
//!
//! - [`connection`]: pools and transactions
//! - [`failure`]: what an error of the database means to whoever asked
//! - [`scrub`]: leaving nothing behind of what was deleted
//! - [`sqlite`]: opening a file, and watching over it
//! - [`statements`]: running SQL

mod connection;
mod failure;
mod scrub;
mod sqlite;
mod statements;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use sea_orm::{
    AccessMode, ConnectOptions, Database, DatabaseConnection, DbBackend, DbErr, IsolationLevel,
    SqliteTransactionMode, TransactionOptions,
};

use connection::Guard;
pub use connection::{Pool, Transaction};
pub use failure::Failure;
pub use sqlite::sqlite_path;
pub use statements::{
    Search, all, column, execute, exists, insert, insert_or, join_ids, one, placeholders, query_all,
    query_one, rows_at_once, value,
};

/// How long anybody waits for a connection.
const ACQUIRE: Duration = Duration::from_secs(3);
/// How long a person waits for one statement.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a job or a command waits for one statement; nobody sits in front of it.
const PATIENCE_OF_JOBS: Duration = Duration::from_secs(600);
/// How often a job begins again while another program holds the database; each time it waits for some seconds.
const TRIES_OF_JOBS: u32 = 12;
/// Bytes of a file that is read through in a tenth of a second.
const SMALL: u64 = 16 << 20;
/// How long an answer about the state of the database may take.
const PROBE: Duration = Duration::from_secs(1);

/// The database.
#[derive(Clone)]
pub struct Db {
    /// For reading.
    pub reader: Pool,
    writer: Pool,
    /// The SQLite file.
    file: Option<PathBuf>,
    /// On PostgreSQL, where the server itself ends a statement: connections for requests, and for jobs.
    pools: Option<[DatabaseConnection; 2]>,
}

/// Why the database cannot be opened, in one line with a remedy.
#[derive(Debug, PartialEq, Eq)]
pub struct OpenError(pub String);

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for OpenError {}

/// Whether a missing SQLite file is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Make it.
    Create,
    /// Say that it is missing.
    Refuse,
}

fn postgres_options(url: &str, connections: u32, patience: Duration) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(ACQUIRE)
        // What somebody gave up waiting for must not go on working for nobody.
        .statement_timeout(patience)
        .sqlx_logging(false);
    options
}

impl Db {
    /// Opens `sqlite://path` or `postgres://…`.
    ///
    /// # Errors
    /// One line that says what is wrong and what to do.
    pub async fn open(url: &str, missing: Missing) -> Result<Self, OpenError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Self::open_postgres(url).await;
        }
        let path = sqlite_path(url)?;
        let (reader, writer, file) = sqlite::open(path, missing).await?;
        let guard = Arc::new(file);
        Ok(Self {
            reader: Pool::reader(reader, guard.clone()),
            writer: Pool::writer(writer, guard),
            file: Some(path.to_owned()),
            pools: None,
        })
    }

    async fn open_postgres(url: &str) -> Result<Self, OpenError> {
        let unreachable = |error: DbErr| {
            OpenError(format!("PostgreSQL cannot be reached: {error}. Is it running, and is the URL right?"))
        };
        let requests = Database::connect(postgres_options(url, 16, PATIENCE)).await.map_err(unreachable)?;
        let mut options = postgres_options(url, 4, PATIENCE_OF_JOBS);
        options.min_connections(0).connect_lazy(true);
        let jobs = Database::connect(options).await.map_err(unreachable)?;
        let guard = Arc::new(Guard::default());
        Ok(Self {
            reader: Pool::reader(requests.clone(), guard.clone()),
            writer: Pool::writer(requests.clone(), guard),
            file: None,
            pools: Some([requests, jobs]),
        })
    }

    /// The SQLite file; none on PostgreSQL.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// The folder in which an SQLite file stands; none on PostgreSQL.
    pub fn folder(&self) -> Option<&Path> {
        self.file().map(|file| file.parent().unwrap_or(Path::new("")))
    }

    /// The connection that may change things.
    pub const fn writer(&self) -> &Pool {
        &self.writer
    }

    /// The connection as migrations need it, which begin transactions of their own.
    pub const fn for_migrations(&self) -> &DatabaseConnection {
        self.writer.bare()
    }

    /// The same database for work that nobody waits for: a single statement may take long.
    #[must_use]
    pub fn for_jobs(&self) -> Self {
        self.with(PATIENCE_OF_JOBS, self.pools.as_ref().map(|[_, jobs]| jobs))
    }

    /// The same database for answering requests: nobody waits for long.
    #[must_use]
    pub fn for_requests(&self) -> Self {
        self.with(PATIENCE, self.pools.as_ref().map(|[requests, _]| requests))
    }

    fn with(&self, patience: Duration, pool: Option<&DatabaseConnection>) -> Self {
        let [reader, writer] = [&self.reader, &self.writer].map(|own| {
            let own = own.with_patience(patience);
            pool.map_or_else(|| own.clone(), |pool| own.over(pool))
        });
        Self { reader, writer, file: self.file.clone(), pools: self.pools.clone() }
    }

    /// Begins a transaction that writes. On SQLite it takes the write lock at once, so that it
    /// cannot fail half-way for want of it.
    ///
    /// # Errors
    /// When the database refuses, or is not the one that was opened.
    pub async fn begin(&self) -> Result<Transaction, DbErr> {
        let sqlite_transaction_mode =
            (self.writer.backend() == DbBackend::Sqlite).then_some(SqliteTransactionMode::Immediate);
        let mut tries = if self.writer.patience() > PATIENCE { TRIES_OF_JOBS } else { 1 };
        loop {
            tries -= 1;
            let options =
                TransactionOptions { isolation_level: None, access_mode: None, sqlite_transaction_mode };
            match self.writer.begin(options).await {
                Err(error) if tries > 0 && Failure::of(&error) == Failure::Busy => {
                    tracing::debug!(%error, "a job waits for the database");
                }
                outcome => return outcome,
            }
        }
    }

    /// Begins a transaction that sees one state of the database however many statements it reads.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn snapshot(&self) -> Result<Transaction, DbErr> {
        let (isolation_level, access_mode) = match self.reader.backend() {
            DbBackend::Postgres => (Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)),
            _ => (None, None),
        };
        let options = TransactionOptions { isolation_level, access_mode, sqlite_transaction_mode: None };
        self.reader.begin(options).await
    }

    /// Whether a page can be read at all, within a second.
    pub async fn is_readable(&self) -> bool {
        let probe = statements::exists(&self.reader, "SELECT 1 AS one", []);
        matches!(tokio::time::timeout(PROBE, probe).await, Ok(Ok(true)))
    }

    /// Whether what is sent now would be stored: the file is the one that was opened, and the last write was
    /// stored. After one that was not, a write is tried, so that the answer is right again as soon as there
    /// is space.
    ///
    /// # Errors
    /// What stands in the way, in one line.
    pub async fn check_writable(&self) -> Result<(), String> {
        self.writer.guard().check_file()?;
        if !self.writer.guard().is_failing() {
            return Ok(());
        }
        self.try_write().await
    }

    /// Tries a write that changes nothing.
    ///
    /// # Errors
    /// What stands in the way, in one line.
    pub async fn try_write(&self) -> Result<(), String> {
        let probe = async {
            let transaction = self.begin().await?;
            statements::execute(&transaction, "UPDATE job_run SET last_at = last_at", []).await?;
            transaction.commit().await
        };
        match tokio::time::timeout(PROBE, probe).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(format!("nothing can be stored: {error}")),
            Err(_) => Err("nothing can be stored: the database does not answer".to_owned()),
        }
    }

    /// Whether all pages of the file are looked over in a moment; on PostgreSQL there are none to look over.
    pub fn is_small(&self) -> bool {
        self.file().is_none_or(|file| file.metadata().is_ok_and(|about| about.len() <= SMALL))
    }

    /// Looks over the pages of an SQLite file for damage. Reads the whole file.
    ///
    /// # Errors
    /// One line that says what is damaged and what to do, or why the pages cannot be looked over.
    pub async fn check_pages(&self) -> Result<(), OpenError> {
        match self.damage().await {
            Ok(damage) => damage.map_or(Ok(()), Err),
            Err(error) => Err(OpenError(format!("the database cannot be looked over: {error}"))),
        }
    }

    /// What is damaged in an SQLite file, in one line that says what to do. Reads the whole file.
    ///
    /// # Errors
    /// When the pages cannot be looked over now.
    pub async fn damage(&self) -> Result<Option<OpenError>, DbErr> {
        if self.reader.backend() != DbBackend::Sqlite {
            return Ok(None);
        }
        sqlite::damage(&self.reader.with_patience(PATIENCE_OF_JOBS)).await
    }
}
