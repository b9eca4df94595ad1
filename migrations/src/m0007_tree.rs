//! A number that every change of the tree of units raises, so that whoever keeps the tree in memory notices.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0007_tree"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        db.execute_unprepared("ALTER TABLE organisation ADD COLUMN tree_version BIGINT NOT NULL DEFAULT 1")
            .await?;
        let triggers = if db.get_database_backend() == DbBackend::Postgres { POSTGRES } else { SQLITE };
        for statement in triggers {
            db.execute_unprepared(statement).await?;
        }
        Ok(())
    }
}

const SQLITE: &[&str] = &[
    "CREATE TRIGGER unit_added AFTER INSERT ON unit BEGIN UPDATE organisation SET tree_version = tree_version + 1; END",
    "CREATE TRIGGER unit_changed AFTER UPDATE ON unit BEGIN UPDATE organisation SET tree_version = tree_version + 1; END",
    "CREATE TRIGGER unit_removed AFTER DELETE ON unit BEGIN UPDATE organisation SET tree_version = tree_version + 1; END",
];

const POSTGRES: &[&str] = &[
    "CREATE FUNCTION raise_tree_version() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN UPDATE organisation SET tree_version = tree_version + 1; RETURN NULL; END $$",
    "CREATE TRIGGER unit_changed AFTER INSERT OR UPDATE OR DELETE ON unit
     FOR EACH STATEMENT EXECUTE FUNCTION raise_tree_version()",
];
