//! Devices that are signed in to answer, and for nothing else.

use sea_orm_migration::{prelude::*, sea_orm::ConnectionTrait};

use crate::dialect;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0018_answer_devices"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for statement in STATEMENTS {
            db.execute_unprepared(&dialect::sql(db.get_database_backend(), statement)).await?;
        }
        Ok(())
    }
}

const STATEMENTS: &[&str] =
    // Such a session says the day it began and nothing of when it was used: that would be when somebody answered.
    &["ALTER TABLE session ADD COLUMN is_for_answers BOOLEAN NOT NULL DEFAULT FALSE"];
