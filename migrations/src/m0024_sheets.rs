//! Which form a document of a review has: a pack, the sheet for a meeting, or documentation.

use sea_orm_migration::{prelude::*, sea_orm::ConnectionTrait};

use crate::dialect;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0024_sheets"
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

const STATEMENTS: &[&str] = &["ALTER TABLE review_document
        ADD COLUMN form TEXT NOT NULL DEFAULT 'pack' CHECK (form IN ('pack', 'sheet', 'hse'))"];
