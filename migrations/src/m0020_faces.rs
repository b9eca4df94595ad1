//! Answers at a screen with four faces: counts by day, and nothing about who or when.

use sea_orm_migration::{prelude::*, sea_orm::ConnectionTrait};

use crate::dialect;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0020_faces"
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

const STATEMENTS: &[&str] = &[
    // Without a reason the word is empty.
    "CREATE TABLE face_count (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        card_code_id BIGINT NOT NULL REFERENCES card_code (id),
        day DATE NOT NULL,
        face TEXT NOT NULL CHECK (face IN ('very_good', 'good', 'bad', 'very_bad')),
        why TEXT NOT NULL,
        n BIGINT NOT NULL CHECK (n >= 0),
        PRIMARY KEY (unit_id, day, card_code_id, face, why)) {keyed}",
];
