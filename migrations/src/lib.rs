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
mod m0006_service;
mod m0007_tree;
mod m0008_release;
mod m0009_sealed;
mod m0010_link;
mod m0011_undo;
mod m0012_cases;
mod m0013_matters;
mod m0014_settings;
mod m0015_search;
mod m0016_hours;
mod m0017_records;
mod m0018_answer_devices;
mod m0019_public;
mod m0020_faces;
mod m0021_surveys;
mod m0022_paper;
mod m0023_review_packs;
mod m0024_sheets;
mod m0025_hse;
mod m0028_related;
mod m0029_members;
mod m0030_chances;
mod m0031_scrub;
mod m0032_digests;
mod m0033_all_packs;
mod m0034_outcomes;
mod m0035_roll_index;
mod schema;
mod shape;

use sea_orm_migration::{
    prelude::*,
    sea_orm::{
        ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, SqliteTransactionMode,
        Statement, TransactionOptions, TransactionTrait,
    },
};

/// Runs the migrations.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_foundation::MIGRATION),
            Box::new(m0002_accounts::MIGRATION),
            Box::new(m0003_rounds::MIGRATION),
            Box::new(m0004_trends::MIGRATION),
            Box::new(m0005_imports::MIGRATION),
            Box::new(m0006_service::MIGRATION),
            Box::new(m0007_tree::MIGRATION),
            Box::new(m0008_release::MIGRATION),
            Box::new(m0009_sealed::MIGRATION),
            Box::new(m0010_link::MIGRATION),
            Box::new(m0011_undo::MIGRATION),
            Box::new(m0012_cases::MIGRATION),
            Box::new(m0013_matters::MIGRATION),
            Box::new(m0014_settings::MIGRATION),
            Box::new(m0015_search::MIGRATION),
            Box::new(m0016_hours::MIGRATION),
            Box::new(m0017_records::MIGRATION),
            Box::new(m0018_answer_devices::MIGRATION),
            Box::new(m0019_public::MIGRATION),
            Box::new(m0020_faces::MIGRATION),
            Box::new(m0021_surveys::MIGRATION),
            Box::new(m0022_paper::MIGRATION),
            Box::new(m0023_review_packs::MIGRATION),
            Box::new(m0024_sheets::MIGRATION),
            Box::new(m0025_hse::MIGRATION),
            Box::new(m0028_related::MIGRATION),
            Box::new(m0029_members::MIGRATION),
            Box::new(m0030_chances::MIGRATION),
            Box::new(m0031_scrub::MIGRATION),
            Box::new(m0032_digests::MIGRATION),
            Box::new(m0033_all_packs::MIGRATION),
            Box::new(m0034_outcomes::MIGRATION),
            Box::new(m0035_roll_index::MIGRATION),
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
    /// The database belongs to another program: it has this table.
    ForeignDatabase(String),
    /// Something that the migrations made is not there.
    Damaged(String),
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
            Self::ForeignDatabase(table) => write!(
                f,
                "the database belongs to another program (it has {table}); nothing was changed; name an empty one, or a file that is not there yet"
            ),
            Self::Damaged(what) => {
                write!(f, "the database is not whole: {what} is missing; restore a backup")
            }
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

/// Brings the schema up to date, and sees that it is whole. All of it happens in one transaction that nobody
/// else can be in at the same time: killed half-way, nothing of it was done; started twice, it is done once.
///
/// # Errors
/// [`MigrateError::NewerDatabase`] when the database is ahead of this program and
/// [`MigrateError::ForeignDatabase`] when it is another program's; nothing is changed then.
/// [`MigrateError::Damaged`] when something is missing that a migration made.
pub async fn migrate(db: &DatabaseConnection) -> Result<(), MigrateError> {
    // Before anything is locked: most starts find nothing to do.
    if !is_current(db).await? {
        let transaction = begin(db).await?;
        refuse_others(&transaction).await?;
        Migrator::up(&transaction, None).await?;
        transaction.commit().await?;
    }
    match shape::missing(db).await? {
        Some(what) => Err(MigrateError::Damaged(what)),
        None => Ok(()),
    }
}

/// Begins the one transaction of a migration.
async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    if db.get_database_backend() != DbBackend::Postgres {
        let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
        let options = TransactionOptions { sqlite_transaction_mode, ..TransactionOptions::default() };
        return db.begin_with_options(options).await;
    }
    let transaction = db.begin().await?;
    // An index on a large table takes as long as it takes.
    transaction.execute_unprepared("SET LOCAL statement_timeout = 0").await?;
    transaction.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await?;
    Ok(transaction)
}

/// Whether the schema is the one this program expects.
///
/// # Errors
/// As [`migrate`].
pub async fn is_current(db: &impl ConnectionTrait) -> Result<bool, MigrateError> {
    Ok(refuse_others(db).await?.len() == Migrator::migrations().len())
}

/// The migrations that were applied; refuses what this program must not touch.
async fn refuse_others(db: &impl ConnectionTrait) -> Result<Vec<String>, MigrateError> {
    let known: Vec<String> = Migrator::migrations().iter().map(|m| m.name().to_owned()).collect();
    let tables = shape::tables(db).await?;
    if !tables.contains_key("seaql_migrations") {
        return match tables.into_keys().next() {
            Some(table) => Err(MigrateError::ForeignDatabase(format!("a table {table}"))),
            None => Ok(Vec::new()),
        };
    }
    let applied = applied(db).await?;
    match applied.iter().find(|name| !known.contains(name)) {
        // Another program that keeps its schema the same way does not begin as this one does.
        Some(name) if !applied.contains(&known[0]) => {
            Err(MigrateError::ForeignDatabase(format!("a migration {name}")))
        }
        Some(name) => Err(MigrateError::NewerDatabase(name.clone())),
        None => Ok(applied),
    }
}

async fn applied(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let select = Statement::from_string(
        db.get_database_backend(),
        "SELECT version FROM seaql_migrations ORDER BY version".to_owned(),
    );
    db.query_all_raw(select).await?.into_iter().map(|row| row.try_get_by("version")).collect()
}
