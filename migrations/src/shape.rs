//! Tables and columns as they are, and as the migrations make them.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm_migration::{
    MigratorTrait,
    sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement},
};

use crate::Migrator;

/// Names of tables, each with the names of its columns.
type Shape = BTreeMap<String, BTreeSet<String>>;

/// The tables of a database, without those of the database itself and of its indexes of words.
pub(crate) async fn tables(db: &impl ConnectionTrait) -> Result<Shape, DbErr> {
    let backend = db.get_database_backend();
    let sql = match backend {
        DbBackend::Postgres => {
            // Views, and what belongs to an extension, are nobody's data.
            "SELECT pg_class.relname::TEXT AS name, pg_attribute.attname::TEXT AS part
             FROM pg_class JOIN pg_attribute ON pg_attribute.attrelid = pg_class.oid
             WHERE pg_class.relnamespace = current_schema()::regnamespace AND pg_class.relkind IN ('r', 'p')
             AND pg_attribute.attnum > 0 AND NOT pg_attribute.attisdropped
             AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')"
        }
        _ => {
            "SELECT tables.name AS name, columns.name AS part
             FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
             WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
             AND tables.name NOT IN (SELECT name FROM pragma_table_list WHERE type IN ('virtual', 'shadow'))"
        }
    };
    let mut shape = Shape::new();
    for row in db.query_all_raw(Statement::from_string(backend, sql)).await? {
        shape.entry(row.try_get_by("name")?).or_default().insert(row.try_get_by("part")?);
    }
    Ok(shape)
}

/// What the migrations make and this database does not have; none when it is whole. What they make is found
/// out by running them on an empty database in memory.
pub(crate) async fn missing(db: &DatabaseConnection) -> Result<Option<String>, DbErr> {
    let there = tables(db).await?;
    let model = Database::connect("sqlite::memory:").await?;
    Migrator::up(&model, None).await?;
    let wanted = tables(&model).await?;
    model.close().await?;
    for (table, columns) in wanted {
        let Some(found) = there.get(&table) else { return Ok(Some(format!("the table {table}"))) };
        if let Some(column) = columns.difference(found).next() {
            return Ok(Some(format!("the column {column} of the table {table}")));
        }
    }
    Ok(None)
}
