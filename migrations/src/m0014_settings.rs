//! The language of letters to people who have not chosen one.

use sea_orm_migration::{prelude::*, sea_orm::ConnectionTrait};

use crate::dialect;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0014_settings"
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
    // Without one, letters are written in both languages.
    &["ALTER TABLE organisation ADD COLUMN letters_lang TEXT CHECK (letters_lang IN ('en', 'nb'))"];
