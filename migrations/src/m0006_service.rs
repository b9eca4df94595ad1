//! What several instances have to know of each other: when jobs ran last, and how often somebody tried.

use sea_orm_migration::{prelude::*, sea_orm::ConnectionTrait};

use crate::dialect;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0006_service"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let backend = db.get_database_backend();
        for statement in STATEMENTS {
            db.execute_unprepared(&dialect::sql(backend, statement)).await?;
        }
        Ok(())
    }
}

const STATEMENTS: &[&str] = &[
    // One row, there from the beginning: when jobs ran last, by any instance. Since when they are held, because
    // the clock has leapt.
    "CREATE TABLE job_run (
        id SMALLINT PRIMARY KEY CHECK (id = 1),
        last_at {time},
        held_since {time})",
    "INSERT INTO job_run (id) VALUES (1)",
    // Wrong passwords and codes of the last quarter of an hour, by a hash of whom they count for.
    "CREATE TABLE attempt (
        id {id},
        key_hash {blob} NOT NULL,
        at {time} NOT NULL)",
    "CREATE INDEX attempt_by_key ON attempt (key_hash, at)",
    "CREATE INDEX attempt_by_age ON attempt (at)",
    // Whether somebody's letter is on its way already.
    "CREATE INDEX mail_by_account ON mail (account_id, kind)",
];
