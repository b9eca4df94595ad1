//! Statements in plain SQL, the same for both databases.

use domain::ids::Id;
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, ExecResult, FromQueryResult, QueryResult, Statement, TryGetable, Value,
};

/// Runs a statement; `$1`, `$2` … stand for the values on both databases.
pub async fn execute(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<ExecResult, DbErr> {
    db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await
}

/// Reads all rows.
pub async fn query_all(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<QueryResult>, DbErr> {
    db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await
}

/// Reads the first row.
pub async fn query_one(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<QueryResult>, DbErr> {
    db.query_one_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await
}

/// Reads all rows as `T`.
///
/// # Errors
/// When the database refuses, or a row is not a `T`.
pub async fn all<T: FromQueryResult>(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<T>, DbErr> {
    query_all(db, sql, values).await?.iter().map(|row| T::from_query_result(row, "")).collect()
}

/// Reads the first row as `T`; none without one.
///
/// # Errors
/// When the database refuses, or the row is not a `T`.
pub async fn one<T: FromQueryResult>(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<T>, DbErr> {
    query_one(db, sql, values).await?.map(|row| T::from_query_result(&row, "")).transpose()
}

/// Reads the only column of all rows.
///
/// # Errors
/// When the database refuses, or a value is not a `T`.
pub async fn column<T: TryGetable>(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<T>, DbErr> {
    query_all(db, sql, values).await?.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// Reads the only value of the first row; none without a row.
///
/// # Errors
/// When the database refuses, or the value is not a `T`.
pub async fn value<T: TryGetable>(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<T>, DbErr> {
    query_one(db, sql, values).await?.map(|row| row.try_get_by_index(0)).transpose()
}

/// Whether there is a row.
///
/// # Errors
/// When the database refuses.
pub async fn exists(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<bool, DbErr> {
    Ok(query_one(db, sql, values).await?.is_some())
}

/// Placeholders for several rows: `($1, $2), ($3, $4)`.
pub fn placeholders(rows: usize, columns: usize) -> String {
    let mut text = String::with_capacity(rows * columns * 5);
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns {
            if column > 0 {
                text.push_str(", ");
            }
            text.push('$');
            text.push_str(&(row * columns + column + 1).to_string());
        }
        text.push(')');
    }
    text
}

/// Writes rows, many to a statement; `into` names the table and its columns.
///
/// # Errors
/// When the database refuses.
pub async fn insert<const N: usize>(
    db: &impl ConnectionTrait,
    into: &str,
    rows: Vec<[Value; N]>,
) -> Result<(), DbErr> {
    let most = rows_at_once(db, N);
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let values: Vec<Value> = rows.by_ref().take(most).flatten().collect();
        let sql = format!("INSERT INTO {into} VALUES {}", placeholders(values.len() / N.max(1), N));
        execute(db, &sql, values).await?;
    }
    Ok(())
}

/// How many rows of so many columns one statement should carry. SQLite finds the name of each placeholder by
/// walking over those before it, so that twice the values take four times as long; on PostgreSQL each statement
/// is a way there and back.
pub fn rows_at_once(db: &impl ConnectionTrait, columns: usize) -> usize {
    let values = if db.get_database_backend() == DbBackend::Sqlite { 400 } else { 8000 };
    (values / columns.max(1)).max(1)
}

/// Ids from our own tree as SQL; there is no text in it that a user wrote.
pub fn join_ids(ids: &[impl Id]) -> String {
    if ids.is_empty() {
        "NULL".to_owned()
    } else {
        ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }
}

/// A text in which `%`, `_` and the escape itself are letters, for `LIKE … ESCAPE`.
pub fn like_escape(text: &str) -> String {
    text.chars().take(100).fold(String::new(), |mut out, c| {
        if matches!(c, '%' | '_' | '\\') {
            out.push('\\');
        }
        out.push(c);
        out
    })
}
