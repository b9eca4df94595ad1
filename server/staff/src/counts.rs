//! Counts by unit.

use std::collections::HashMap;

use domain::UnitId;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use base::{Error, Result, db::all};

/// How many there are in a unit of whatever a statement counts.
#[derive(FromQueryResult)]
struct UnitCount {
    unit_id: UnitId,
    n: i64,
}

/// Reads a statement that gives each unit, `unit_id`, with a count, `n`.
///
/// # Errors
/// When the database refuses, or a count is below 0 or above 4294967295.
pub(crate) async fn by_unit(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<HashMap<UnitId, u32>> {
    let rows: Vec<UnitCount> = all(db, sql, values).await?;
    rows.into_iter().map(|row| Ok((row.unit_id, small(row.n)?))).collect()
}

/// A count as it is reckoned with.
///
/// # Errors
/// When it is below 0 or above 4294967295.
pub(crate) fn small(count: i64) -> Result<u32> {
    u32::try_from(count).map_err(|_| Error::Internal(format!("the count {count} is out of range")))
}
