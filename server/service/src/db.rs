//! Connections and statements. One writer and a pool of readers on SQLite; one pool on PostgreSQL.

use std::{path::Path, time::Duration};

use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction,
    DbBackend, DbErr, ExecResult, QueryResult, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait, Value,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};

/// SQLite versions below this can corrupt a database when the write-ahead log is reset.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];

/// The database.
#[derive(Clone)]
pub struct Db {
    /// For reading.
    pub reader: DatabaseConnection,
    writer: DatabaseConnection,
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

/// The path of a `sqlite:` URL; none for PostgreSQL and for a database in memory.
pub fn sqlite_path(url: &str) -> Option<&Path> {
    let path = url.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    let path = path.split('?').next().unwrap_or(path);
    (!path.is_empty() && path != ":memory:").then(|| Path::new(path))
}

impl Db {
    /// Opens `sqlite://path` or `postgres://…`.
    ///
    /// # Errors
    /// One line that says what is wrong and what to do.
    pub async fn open(url: &str, missing: Missing) -> Result<Self, OpenError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let pool = connect(ConnectOptions::new(url), 16).await.map_err(|error| {
                OpenError(format!(
                    "PostgreSQL cannot be reached: {error}. Is it running, and is the URL right?"
                ))
            })?;
            return Ok(Self { reader: pool.clone(), writer: pool });
        }
        let path = sqlite_path(url).ok_or_else(|| {
            OpenError("the database URL must be sqlite://PATH or postgres://USER@HOST/NAME".to_owned())
        })?;
        Self::open_sqlite(path, missing).await
    }

    async fn open_sqlite(path: &Path, missing: Missing) -> Result<Self, OpenError> {
        let shown = path.display();
        if !path.exists() {
            if missing == Missing::Refuse {
                return Err(OpenError(format!(
                    "there is no database at {shown}; make one with `trivsel migrate` or see the demo with `trivsel demo`"
                )));
            }
            if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                std::fs::create_dir_all(folder).map_err(|error| {
                    OpenError(format!("the folder {} cannot be made: {error}", folder.display()))
                })?;
            }
        }
        // Opening for append asks the file system for write permission and changes nothing.
        std::fs::OpenOptions::new().append(true).create(missing == Missing::Create).open(path).map_err(
            |error| {
                OpenError(format!(
                    "the database at {shown} cannot be written: {error}; check its owner and permissions"
                ))
            },
        )?;
        let url = format!("sqlite://{shown}");
        let failed = |error: DbErr| OpenError(format!("the database at {shown} cannot be opened: {error}"));
        let writer = connect(sqlite_options(&url, false), 1).await.map_err(failed)?;
        let row = query_one(&writer, "SELECT sqlite_version() AS version", []).await.map_err(failed)?;
        let version: String =
            row.map_or(Ok(String::new()), |row| row.try_get("", "version")).map_err(failed)?;
        let parts: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
        if parts.as_slice() < OLDEST_SQLITE.as_slice() {
            return Err(OpenError(format!("SQLite {version} can corrupt data; 3.51.3 or newer is needed")));
        }
        let reader = connect(sqlite_options(&url, true), 8).await.map_err(failed)?;
        Ok(Self { reader, writer })
    }

    /// The connection that may change things.
    pub const fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Begins a transaction that writes. On SQLite it takes the write lock at once, so that it
    /// cannot fail half-way for want of it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = TransactionOptions {
            isolation_level: None,
            access_mode: None,
            sqlite_transaction_mode: (self.writer.get_database_backend() == DbBackend::Sqlite)
                .then_some(SqliteTransactionMode::Immediate),
        };
        self.writer.begin_with_options(options).await
    }

    /// Begins a transaction that sees one state of the database however many statements it reads.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn snapshot(&self) -> Result<DatabaseTransaction, DbErr> {
        let (isolation_level, access_mode) = match self.reader.get_database_backend() {
            DbBackend::Postgres => {
                (Some(sea_orm::IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly))
            }
            _ => (None, None),
        };
        let options = TransactionOptions { isolation_level, access_mode, sqlite_transaction_mode: None };
        self.reader.begin_with_options(options).await
    }
}

async fn connect(mut options: ConnectOptions, connections: u32) -> Result<DatabaseConnection, DbErr> {
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        .sqlx_logging(false);
    Database::connect(options).await
}

fn sqlite_options(url: &str, is_reader: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.map_sqlx_sqlite_opts(move |options| {
        options
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("secure_delete", "ON")
            .pragma("trusted_schema", "OFF")
            .pragma("query_only", if is_reader { "ON" } else { "OFF" })
    });
    options
}

/// Runs a statement; `$1`, `$2` … stand for the values on both databases.
pub(crate) async fn execute(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<ExecResult, DbErr> {
    db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await
}

/// Reads all rows.
pub(crate) async fn query_all(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<QueryResult>, DbErr> {
    db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await
}

/// Reads the first row.
pub(crate) async fn query_one(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<QueryResult>, DbErr> {
    db.query_one_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await
}

/// Placeholders for several rows: `($1, $2), ($3, $4)`.
pub(crate) fn placeholders(rows: usize, columns: usize) -> String {
    let mut text = String::with_capacity(rows * columns * 5);
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns {
            if column > 0 {
                text.push_str(", ");
            }
            text.push('$');
            text.push_str(&(row * columns + column + 1).to_string());
        }
        text.push(')');
    }
    text
}

/// Writes rows, many to a statement; `into` names the table and its columns.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn insert<const N: usize>(
    db: &impl ConnectionTrait,
    into: &str,
    rows: Vec<[Value; N]>,
) -> Result<(), DbErr> {
    let most = rows_at_once(db, N);
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let values: Vec<Value> = rows.by_ref().take(most).flatten().collect();
        let sql = format!("INSERT INTO {into} VALUES {}", placeholders(values.len() / N.max(1), N));
        execute(db, &sql, values).await?;
    }
    Ok(())
}

/// How many rows of so many columns one statement should carry. SQLite finds the name of each placeholder by
/// walking over those before it, so that twice the values take four times as long; on PostgreSQL each statement
/// is a way there and back.
pub(crate) fn rows_at_once(db: &impl ConnectionTrait, columns: usize) -> usize {
    let values = if db.get_database_backend() == DbBackend::Sqlite { 400 } else { 8000 };
    (values / columns.max(1)).max(1)
}

/// Ids from our own tree as SQL; there is no text in it that a user wrote.
pub(crate) fn join_ids(ids: &[i64]) -> String {
    if ids.is_empty() {
        "NULL".to_owned()
    } else {
        ids.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")
    }
}
