//! Opening hours of units, in which promises to customers are counted.

use sea_orm_migration::{prelude::*, sea_orm::ConnectionTrait};

use crate::dialect;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0016_hours"
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
    // Ordinary hours from a day on. Without a week those of the nearest unit above hold from then on.
    "CREATE TABLE calendar (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        from_on DATE NOT NULL,
        timezone TEXT,
        week TEXT,
        holidays TEXT CHECK (holidays IN ('NO', 'none')),
        half_days TEXT,
        PRIMARY KEY (unit_id, from_on),
        CHECK ((week IS NULL) = (timezone IS NULL) AND (week IS NULL) = (holidays IS NULL)
            AND (week IS NULL) = (half_days IS NULL))) {keyed}",
    // A day with other hours; none are a closed day. It holds for the unit and what is below it.
    "CREATE TABLE calendar_exception (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        day DATE NOT NULL,
        intervals TEXT NOT NULL,
        PRIMARY KEY (unit_id, day)) {keyed}",
    // By which hours a run was reckoned: one that runs is reckoned anew by others, one that ended keeps its figures.
    "ALTER TABLE case_clock ADD COLUMN calendar_hash TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX case_clock_running ON case_clock (calendar_unit_id, calendar_hash) WHERE stopped_at IS NULL",
];
