//! Statements in plain SQL, the same for both databases.

use domain::ids::Id;
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, ExecResult, FromQueryResult, QueryResult, Statement, TryGetable, Value,
};
use unicode_normalization::UnicodeNormalization;

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
    insert_or(db, into, rows, "").await
}

/// Writes rows, many to a statement; `conflict` says what becomes of those that are there already: `ON CONFLICT …`.
///
/// # Errors
/// When the database refuses.
pub async fn insert_or<const N: usize>(
    db: &impl ConnectionTrait,
    into: &str,
    rows: Vec<[Value; N]>,
    conflict: &str,
) -> Result<(), DbErr> {
    let most = rows_at_once(db, N);
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let values: Vec<Value> = rows.by_ref().take(most).flatten().collect();
        let sql =
            format!("INSERT INTO {into} VALUES {} {conflict}", placeholders(values.len() / N.max(1), N));
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

/// A search for a text anywhere in a column, whatever the case of its letters, ÆØÅ included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// What the statement's parameter is.
    pub pattern: String,
    is_for_all: bool,
    backend: DbBackend,
}

impl Search {
    /// Characters of a text that are looked for.
    const LONGEST: usize = 100;

    /// The search for a text; for an empty one everything is found.
    pub fn of(db: &impl ConnectionTrait, text: &str) -> Self {
        Self::for_backend(db.get_database_backend(), text)
    }

    fn for_backend(backend: DbBackend, text: &str) -> Self {
        // Names are stored with each letter as one sign; some keyboards send å as two.
        let letters = text.nfc().take(Self::LONGEST);
        // SQLite knows the capitals of ASCII alone, and so does PostgreSQL where it was set up without a language: the
        // pattern names both forms of each letter.
        let pattern = match backend {
            DbBackend::Postgres => {
                let as_itself = |mark| format!("\\{mark}");
                letters.fold(String::new(), |pattern, letter| either_case(pattern, letter, as_itself))
            }
            _ => {
                let as_itself = |mark| match mark {
                    '*' | '?' | '[' => format!("[{mark}]"),
                    _ => mark.to_string(),
                };
                letters.fold("*".to_owned(), |pattern, letter| either_case(pattern, letter, as_itself)) + "*"
            }
        };
        Self { pattern, is_for_all: text.is_empty(), backend }
    }

    /// Whether one of these columns has it. The pattern is the statement's parameter of this number.
    pub fn in_any(&self, columns: &[&str], parameter: usize) -> String {
        if self.is_for_all {
            return format!("${parameter} = ${parameter}");
        }
        let compare = |column: &&str| match self.backend {
            DbBackend::Postgres => format!("{column} ~ ${parameter}"),
            _ => format!("{column} GLOB ${parameter}"),
        };
        format!("({})", columns.iter().map(compare).collect::<Vec<_>>().join(" OR "))
    }
}

/// Adds a letter in both its forms to a pattern, or a mark as nothing but itself.
fn either_case(mut pattern: String, letter: char, as_itself: impl Fn(char) -> String) -> String {
    match other_case(letter) {
        Some(other) => pattern.extend(['[', letter, other, ']']),
        None if letter.is_ascii_punctuation() => pattern.push_str(&as_itself(letter)),
        None => pattern.push(letter),
    }
    pattern
}

/// The capital of a small letter and the other way round; none where there is not exactly one.
fn other_case(letter: char) -> Option<char> {
    let one =
        |mut letters: Box<dyn Iterator<Item = char>>| letters.next().filter(|_| letters.next().is_none());
    if letter.is_lowercase() {
        one(Box::new(letter.to_uppercase()))
    } else {
        one(Box::new(letter.to_lowercase())).filter(|small| *small != letter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_names_both_forms_of_a_letter_and_takes_marks_as_letters() {
        let pattern = |text: &str, backend: DbBackend| Search::for_backend(backend, text).pattern;
        assert_eq!(pattern("Ås 7", DbBackend::Sqlite), "*[Åå][sS] 7*");
        assert_eq!(pattern("A\u{30a}s", DbBackend::Sqlite), "*[Åå][sS]*", "a letter sent as two signs");
        assert_eq!(pattern("ß-*?[]^", DbBackend::Sqlite), "*ß-[*][?][[]]^*");
        assert_eq!(pattern("Ås.*", DbBackend::Postgres), r"[Åå][sS]\.\*");
    }
}
