//! Leaving nothing behind of rows that were deleted.

use sea_orm::{DbBackend, DbErr};

use super::{Db, execute, query_one};

impl Db {
    /// Overwrites what deleted rows of these tables left behind. On SQLite, where deleting overwrites by itself,
    /// the log is copied into the file and emptied; on PostgreSQL the tables are written anew, which waits for
    /// whoever uses them. Gives whether it is done: a reader that looks at an earlier state is in the way.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn scrub(&self, tables: &[&str]) -> Result<bool, DbErr> {
        if self.writer.backend() == DbBackend::Postgres {
            for table in tables {
                execute(&self.writer, &format!("VACUUM (FULL) {table}"), []).await?;
            }
            return Ok(true);
        }
        let outcome = query_one(&self.writer, "PRAGMA wal_checkpoint(TRUNCATE)", []).await?;
        let busy: i64 = outcome.map_or(Ok(1), |row| row.try_get_by_index(0))?;
        Ok(busy == 0)
    }
}
