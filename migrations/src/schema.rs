//! One migration as a value: its name and the statements it runs.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

use crate::dialect;

/// What a migration does: lists of statements, in order; first those for both databases, with the words of
/// [`dialect::sql`] in braces, then those of one.
pub(crate) struct Schema {
    /// As it is kept in the database: the name of its file.
    pub(crate) name: &'static str,
    pub(crate) statements: &'static [&'static [&'static str]],
    pub(crate) sqlite: &'static [&'static str],
    pub(crate) postgres: &'static [&'static str],
}

impl Schema {
    /// All it runs on one database.
    fn on(&self, backend: DbBackend) -> Vec<String> {
        let own = if backend == DbBackend::Postgres { self.postgres } else { self.sqlite };
        self.statements
            .iter()
            .flat_map(|list| list.iter())
            .chain(own)
            .map(|statement| dialect::sql(backend, statement))
            .collect()
    }
}

impl MigrationName for Schema {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Schema {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for statement in self.on(db.get_database_backend()) {
            db.execute_unprepared(&statement).await?;
        }
        Ok(())
    }
}
