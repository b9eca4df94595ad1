//! Who changed what is kept: the audit log, for the page on which it is kept.

use chrono::{DateTime, Utc};
use domain::{
    UnitId,
    audit::{Event, Kept},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::Organisation;
use base::{Result, db::all};

/// Changes that a page shows.
const MOST_SHOWN: i64 = 10;

#[derive(FromQueryResult)]
struct Logged {
    at: String,
    name: Option<String>,
    detail: String,
}

/// The last changes of a kind, in a unit or of the whole, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn last(
    db: &impl ConnectionTrait,
    organisation: &Organisation,
    event: Event,
    unit: Option<UnitId>,
) -> Result<Vec<Kept>> {
    let sql = "SELECT audit.at, account.name, audit.detail FROM audit
               LEFT JOIN account ON account.id = audit.account_id
               WHERE audit.event = $1 AND COALESCE(audit.unit_id, 0) = $2 ORDER BY audit.id DESC LIMIT $3";
    let rows: Vec<Logged> =
        all(db, sql, [event.name().into(), unit.unwrap_or(UnitId::new(0)).into(), MOST_SHOWN.into()]).await?;
    let local = |at: String| match at.parse::<DateTime<Utc>>() {
        Ok(at) => organisation.local_minute(at),
        Err(_) => at,
    };
    Ok(rows.into_iter().map(|row| Kept { at: local(row.at), who: row.name, detail: row.detail }).collect())
}
