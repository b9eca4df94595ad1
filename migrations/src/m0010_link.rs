//! Results of the link hold its verdict from here on: those without one are forgotten and worked out anew by the
//! next run of the job.

use sea_orm_migration::{prelude::*, sea_orm::ConnectionTrait};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0010_link"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in ["DELETE FROM link_result", "DELETE FROM link_run"] {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }
}
