//! Pools and transactions that keep the promise of the module.

use std::{
    future::Future,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult,
    QueryResult, Statement, TransactionOptions, TransactionTrait,
};

use super::{
    PATIENCE,
    failure::{Failure, again, refuse, unsure},
    sqlite::Opened,
};

/// What pools and transactions of one database know together.
#[derive(Default)]
pub(super) struct Guard {
    /// The SQLite files as they were opened; none on PostgreSQL.
    pub(super) file: Option<Opened>,
    /// Whether the connection that is given back or taken next is closed. SQLite has one that writes, so there is no
    /// doubt which. Shared with the pool's hook.
    pub(super) is_spoilt: Arc<AtomicBool>,
    /// When something last could not be read, or was read while a file was gone. Whatever connection that was, older
    /// ones are closed when they are taken next: one that was opened meanwhile goes on reading what is not there.
    pub(super) unread_at: Arc<Mutex<Option<Instant>>>,
    /// Whether the last write could not be stored.
    is_failing: AtomicBool,
}

impl Guard {
    /// The guard of SQLite files; `is_spoilt` tells the writer's pool to close a connection.
    pub(super) fn of_files(
        file: Opened,
        is_spoilt: Arc<AtomicBool>,
        unread_at: Arc<Mutex<Option<Instant>>>,
    ) -> Self {
        Self { file: Some(file), is_spoilt, unread_at, is_failing: AtomicBool::new(false) }
    }

    /// Whether the files are still those that were opened.
    pub(super) fn check_file(&self) -> Result<(), String> {
        self.file.as_ref().map_or(Ok(()), Opened::check)
    }

    /// Whether the last write could not be stored.
    pub(super) fn is_failing(&self) -> bool {
        self.is_failing.load(Ordering::Relaxed)
    }

    /// Reads, and looks whether the connections that are open then are still good for it: not when the files are not
    /// those that were opened, for what was opened meanwhile looks into others.
    async fn reading<T>(&self, read: impl Future<Output = Result<T, DbErr>>) -> Result<T, DbErr> {
        let is_astray = self.check_file().is_err();
        let outcome = read.await;
        if is_astray {
            self.close_readers();
        }
        outcome.inspect_err(|error| self.note_unread(error))
    }

    /// Closes the connections for reading that are open now, when one of them cannot read.
    fn note_unread(&self, error: &DbErr) {
        if Failure::of(error) == Failure::Storage {
            self.close_readers();
        }
    }

    fn close_readers(&self) {
        if let Ok(mut unread_at) = self.unread_at.lock() {
            *unread_at = Some(Instant::now());
        }
    }

    /// Closes the connection that an error came from, unless it only waited in vain.
    fn give_up(&self, error: &DbErr) {
        if Failure::of(error) != Failure::Busy {
            self.is_spoilt.store(true, Ordering::Release);
        }
        self.note_failure(error);
    }

    fn note_failure(&self, error: &DbErr) {
        let is_unstored = matches!(Failure::of(error), Failure::Storage | Failure::Busy);
        if is_unstored && !self.is_failing.swap(true, Ordering::Relaxed) {
            tracing::error!(%error, "a write was not stored; nothing is acknowledged until writes are stored again");
        }
    }

    fn note_stored(&self) {
        if self.is_failing.swap(false, Ordering::Relaxed) {
            tracing::info!("writes are stored again");
        }
    }
}

/// Connections for single statements, and for beginning transactions.
#[derive(Clone)]
pub struct Pool {
    pool: DatabaseConnection,
    guard: Arc<Guard>,
    is_writer: bool,
    patience: Duration,
}

impl Pool {
    pub(super) const fn reader(pool: DatabaseConnection, guard: Arc<Guard>) -> Self {
        Self { pool, guard, is_writer: false, patience: PATIENCE }
    }

    pub(super) const fn writer(pool: DatabaseConnection, guard: Arc<Guard>) -> Self {
        Self { pool, guard, is_writer: true, patience: PATIENCE }
    }

    pub(super) fn with_patience(&self, patience: Duration) -> Self {
        Self { patience, ..self.clone() }
    }

    /// The same over other connections.
    pub(super) fn over(&self, pool: &DatabaseConnection) -> Self {
        Self { pool: pool.clone(), ..self.clone() }
    }

    pub(super) const fn patience(&self) -> Duration {
        self.patience
    }

    /// Lets somebody hear every statement, for measurements.
    pub fn set_metric_callback(&mut self, hear: impl Fn(&sea_orm::metric::Info<'_>) + Send + Sync + 'static) {
        self.pool.set_metric_callback(hear);
    }

    pub(super) const fn bare(&self) -> &DatabaseConnection {
        &self.pool
    }

    pub(super) fn guard(&self) -> &Guard {
        &self.guard
    }

    pub(super) fn backend(&self) -> DbBackend {
        self.pool.get_database_backend()
    }

    pub(super) async fn begin(&self, options: TransactionOptions) -> Result<Transaction, DbErr> {
        let begin = within(self.patience, self.pool.begin_with_options(options));
        let begun = if self.is_writer {
            self.guard.check_file().map_err(refuse)?;
            begin.await.inspect_err(|error| self.guard.give_up(error))
        } else {
            self.guard.reading(begin).await
        };
        Ok(Transaction {
            inner: Some(begun?),
            guard: self.guard.clone(),
            is_writing: self.is_writer,
            has_changed: AtomicBool::new(false),
            failure: Mutex::default(),
            patience: self.patience,
        })
    }

    /// Runs one statement that is a transaction of its own.
    async fn alone<T: Send>(
        &self,
        statement: impl Future<Output = Result<T, DbErr>> + Send,
    ) -> Result<T, DbErr> {
        if !self.is_writer {
            return self.guard.reading(within(self.patience, statement)).await;
        }
        self.guard.check_file().map_err(refuse)?;
        within(self.patience, statement).await.inspect_err(|error| self.guard.give_up(error))
    }

    /// The same for a statement that says whether it has changed anything.
    async fn change(
        &self,
        statement: impl Future<Output = Result<ExecResult, DbErr>> + Send,
    ) -> Result<ExecResult, DbErr> {
        let result = self.alone(statement).await?;
        if self.is_writer && result.rows_affected() > 0 {
            self.guard.note_stored();
        }
        Ok(result)
    }
}

/// Bounds how long somebody waits: a database that is frozen never answers.
async fn within<T>(patience: Duration, work: impl Future<Output = Result<T, DbErr>>) -> Result<T, DbErr> {
    match tokio::time::timeout(patience, work).await {
        Ok(outcome) => outcome,
        Err(_) => Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)),
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Pool {
    fn get_database_backend(&self) -> DbBackend {
        self.backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.change(self.pool.execute_raw(statement)).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.change(self.pool.execute_unprepared(sql)).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.alone(self.pool.query_one_raw(statement)).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.alone(self.pool.query_all_raw(statement)).await
    }
}

/// A transaction. Dropped without [`commit`](Self::commit), nothing of it is kept.
///
/// After an error it cannot be committed, and its connection is thrown away: SQLite rolls back by itself when
/// a disk is full, the driver's own ROLLBACK then fails, and its count of open transactions stays at one. The
/// next transaction on that connection would be a savepoint whose release stores nothing.
pub struct Transaction {
    inner: Option<DatabaseTransaction>,
    guard: Arc<Guard>,
    is_writing: bool,
    has_changed: AtomicBool,
    /// What went wrong first.
    failure: Mutex<Option<Failure>>,
    patience: Duration,
}

impl Transaction {
    /// Stores what was written.
    ///
    /// # Errors
    /// When it was not stored, or after an earlier error.
    pub async fn commit(mut self) -> Result<(), DbErr> {
        if let Some(kind) = self.failure.lock().ok().and_then(|failure| *failure) {
            return Err(again(kind));
        }
        // Where the database is elsewhere, an answer can get lost on its way.
        let is_remote = self.get_database_backend() == DbBackend::Postgres;
        let Some(inner) = self.inner.take() else { return Ok(()) };
        let outcome = match tokio::time::timeout(self.patience, inner.commit()).await {
            Ok(Err(error)) if is_remote && Failure::of(&error) == Failure::Busy => Err(unsure()),
            Ok(outcome) => outcome,
            Err(_) => Err(unsure()),
        };
        if self.is_writing {
            match &outcome {
                // A transaction that only looked says nothing about whether something would be stored.
                Ok(()) if self.has_changed.load(Ordering::Relaxed) => self.guard.note_stored(),
                Ok(()) => {}
                Err(error) => self.note(error),
            }
        }
        outcome
    }

    /// Gives up what was written.
    ///
    /// # Errors
    /// When the database refuses; nothing is stored then either.
    pub async fn rollback(mut self) -> Result<(), DbErr> {
        let Some(inner) = self.inner.take() else { return Ok(()) };
        within(self.patience, inner.rollback()).await.inspect_err(|error| self.note(error))
    }

    async fn part<T: Send>(
        &self,
        work: impl FnOnce(&DatabaseTransaction) -> Work<'_, T> + Send,
    ) -> Result<T, DbErr> {
        let inner = self.inner.as_ref().ok_or_else(|| DbErr::Custom("the transaction is over".to_owned()))?;
        within(self.patience, work(inner)).await.inspect_err(|error| self.note(error))
    }

    fn heed(&self, result: ExecResult) -> ExecResult {
        if result.rows_affected() > 0 {
            self.has_changed.store(true, Ordering::Relaxed);
        }
        result
    }

    fn note(&self, error: &DbErr) {
        if let Ok(mut failure) = self.failure.lock() {
            failure.get_or_insert(Failure::of(error));
        }
        if self.is_writing {
            self.guard.is_spoilt.store(true, Ordering::Release);
            self.guard.note_failure(error);
        } else {
            self.guard.note_unread(error);
        }
    }
}

/// A statement under way in a transaction.
type Work<'a, T> = std::pin::Pin<Box<dyn Future<Output = Result<T, DbErr>> + Send + 'a>>;

#[async_trait::async_trait]
impl ConnectionTrait for Transaction {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.as_ref().map_or(DbBackend::Sqlite, ConnectionTrait::get_database_backend)
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.part(|inner| inner.execute_raw(statement)).await.map(|result| self.heed(result))
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let sql = sql.to_owned();
        self.part(move |inner| Box::pin(async move { inner.execute_unprepared(&sql).await }))
            .await
            .map(|result| self.heed(result))
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.part(|inner| inner.query_one_raw(statement)).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.part(|inner| inner.query_all_raw(statement)).await
    }
}
