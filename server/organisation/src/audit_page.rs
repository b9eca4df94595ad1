//! The audit log as a page shows it, newest first.

use chrono::{DateTime, Utc};
use domain::{
    Right, UnitId,
    audit::{AuditFilter, AuditPage, AuditRow, Chain, Event},
};
use sea_orm::FromQueryResult;

use base::audit::{Verdict, verify};
use base::{
    Actor, Base, Error, Result, authorize,
    db::{all, join_ids},
};

/// Rows on one page.
const PAGE_SIZE: usize = 50;

/// A row of the log, with the names of whom it is about.
#[derive(FromQueryResult)]
struct Logged {
    id: i64,
    at: String,
    event: String,
    unit_id: Option<UnitId>,
    detail: String,
    who: Option<String>,
    whom: Option<String>,
}

/// A page of the log. Who keeps a part of the organisation sees what is about units of that part; who
/// keeps or represents the whole sees everything.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn list(base: &Base, actor: Option<&Actor>, filter: &AuditFilter) -> Result<AuditPage> {
    let (_, tops) = authorize(actor, Right::ViewAudit)?;
    let db = base.db.snapshot().await?;
    let organisation = crate::find(&db).await?;
    let tree = crate::tree(base, &db).await?;
    let sees_all = tree.root().is_some_and(|root| tops.contains(&root));
    let units: Vec<UnitId> = tree.below(&tops).into_iter().map(|unit| unit.id).collect();
    let in_units =
        if sees_all { "1 = 1".to_owned() } else { format!("audit.unit_id IN ({})", join_ids(&units)) };
    let event = filter.event.map_or("", Event::name);
    let rows: Vec<Logged> = all(
        &db,
        &format!(
            "SELECT audit.id, audit.at, audit.event, audit.unit_id, audit.detail, who.name AS who, whom.name AS whom
             FROM audit LEFT JOIN account AS who ON who.id = audit.account_id
             LEFT JOIN account AS whom ON whom.id = audit.subject_id
             WHERE {in_units} AND ($1 = 0 OR audit.id < $1) AND ($2 = '' OR audit.event = $2)
             ORDER BY audit.id DESC LIMIT $3"
        ),
        [filter.before.into(), event.into(), i64::try_from(PAGE_SIZE + 1).unwrap_or(51).into()],
    )
    .await?;
    let has_more = rows.len() > PAGE_SIZE;
    let mut shown = Vec::with_capacity(rows.len());
    for row in rows.into_iter().take(PAGE_SIZE) {
        shown.push(AuditRow {
            id: row.id,
            at: row.at.parse::<DateTime<Utc>>().map_or(row.at, |at| organisation.local_minute(at)),
            event: Event::from_name(&row.event).ok_or_else(|| Error::stored("audit.event", &row.event))?,
            who: row.who,
            whom: row.whom,
            unit: row.unit_id.and_then(|id| tree.get(id)).map(|unit| unit.name.clone()),
            detail: row.detail,
        });
    }
    let chain = match filter.check {
        true => Some(match verify(base, None).await? {
            Verdict::Whole { rows, head, .. } => Chain::Whole { rows, head },
            Verdict::Broken { row } => Chain::Broken { row },
        }),
        false => None,
    };
    Ok(AuditPage { rows: shown, has_more, chain })
}
