//! Mentions that wait for somebody, case by case.

use domain::{Right, customers::mention::MentionRow};

use super::{page::row, reach::is_reader, stored::Named};
use crate::{calendars, complaints::record::Record};
use base::{Actor, Base, Result, authorize, db::column};

/// The cases whose mention waits to be told or looked into by whoever asks, the oldest first. No name is among it.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn list(base: &Base, actor: Option<&Actor>) -> Result<Vec<MentionRow>> {
    let (actor, _) = authorize(actor, Right::ReadMention)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let organisation = organisation::find(&db).await?;
    let sql =
        "SELECT complaint_id FROM named_person WHERE state IN ('unverified', 'told') ORDER BY complaint_id";
    let mut rows = Vec::new();
    for complaint in column::<i64>(&db, sql, []).await? {
        let record = Record::by_id(&db, complaint).await?;
        let (Some(record), Some(named)) = (record, Named::find(&db, complaint).await?) else { continue };
        if is_reader(&db, &tree, actor, record.unit, Some(&named)).await? {
            let calendar = calendars::of(&db, &tree, &organisation, record.unit).await?.calendar;
            rows.push(row(&calendar, &organisation, &tree, &record, Some(&named)));
        }
    }
    Ok(rows)
}
