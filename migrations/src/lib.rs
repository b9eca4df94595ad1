//! The schema, append-only: a released migration never changes; expand first, contract later.
//!
//! Architecture invariant: nothing here compiles for wasm, and nothing here knows the services.
//! The statements are plain SQL for SQLite and PostgreSQL; the few words in which the two differ
//! are filled in by [`dialect::sql`].

pub mod dialect;
mod m0001_foundation;
mod m0002_accounts;
mod m0003_rounds;
mod m0004_trends;
mod m0005_imports;

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement, TransactionTrait},
};

/// Runs the migrations.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_foundation::Migration),
            Box::new(m0002_accounts::Migration),
            Box::new(m0003_rounds::Migration),
            Box::new(m0004_trends::Migration),
            Box::new(m0005_imports::Migration),
        ]
    }
}

/// Key of the advisory lock that lets one of several starting instances migrate.
const LOCK: i64 = 0x7472_6976_7365_6c01;

/// What can go wrong before the schema is known to be right.
#[derive(Debug)]
pub enum MigrateError {
    /// The database has migrations that this program does not know.
    NewerDatabase(String),
    /// The database refused.
    Database(DbErr),
}

impl std::fmt::Display for MigrateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NewerDatabase(name) => write!(
                f,
                "the database was written by a newer version of Trivsel (it has the migration {name}); start that version, or restore a backup"
            ),
            Self::Database(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for MigrateError {}

impl From<DbErr> for MigrateError {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
    }
}

/// Brings the schema up to date. On PostgreSQL inside one transaction that holds an advisory lock,
/// so that several instances starting at once migrate once.
///
/// # Errors
/// [`MigrateError::NewerDatabase`] when the database is ahead of this program; nothing is changed then.
pub async fn migrate(db: &DatabaseConnection) -> Result<(), MigrateError> {
    refuse_newer(db).await?;
    match db.get_database_backend() {
        DbBackend::Postgres => {
            let transaction = db.begin().await?;
            transaction
                .execute_raw(Statement::from_string(
                    DbBackend::Postgres,
                    format!("SELECT pg_advisory_xact_lock({LOCK})"),
                ))
                .await?;
            Migrator::up(&transaction, None).await?;
            transaction.commit().await?;
        }
        _ => Migrator::up(db, None).await?,
    }
    Ok(())
}

/// Whether the schema is the one this program expects.
///
/// # Errors
/// As [`migrate`].
pub async fn is_current(db: &DatabaseConnection) -> Result<bool, MigrateError> {
    refuse_newer(db).await?;
    Ok(applied(db).await?.len() == Migrator::migrations().len())
}

async fn refuse_newer(db: &DatabaseConnection) -> Result<(), MigrateError> {
    let known: Vec<String> = Migrator::migrations().iter().map(|m| m.name().to_owned()).collect();
    match applied(db).await?.into_iter().find(|name| !known.contains(name)) {
        Some(name) => Err(MigrateError::NewerDatabase(name)),
        None => Ok(()),
    }
}

async fn applied(db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    if !SchemaManager::new(db).has_table("seaql_migrations").await? {
        return Ok(Vec::new());
    }
    let select = Statement::from_string(
        db.get_database_backend(),
        "SELECT version FROM seaql_migrations ORDER BY version".to_owned(),
    );
    db.query_all_raw(select).await?.into_iter().map(|row| row.try_get("", "version")).collect()
}
