//! Taking a step back: what it changed is put as it was. The step stays in the history, and so does its undoing.

use domain::customers::words::EventKind;
use sea_orm::ConnectionTrait;

use super::{
    actions,
    events::{self, Data, Event},
    issues::rewrite,
    record::Record,
};
use base::{Actor, Result, db::execute};

/// Puts the columns of a case as they were before an event; gives what the undoing says.
///
/// # Errors
/// When the database refuses.
pub(super) async fn take_back(
    db: &impl ConnectionTrait,
    record: &mut Record,
    event: &Event,
    actor: &Actor,
) -> Result<Data> {
    let mut undoing = Data { of: Some(event.version), ..Data::default() };
    match event.kind {
        EventKind::Assessed | EventKind::Regraded => {
            if let Some(severity) = event.data.severity_was {
                record.severity = severity;
            }
            rewrite(db, record, &events::load(db, record.id).await?, event.version).await?;
        }
        EventKind::Answered => {
            rewrite(db, record, &events::load(db, record.id).await?, event.version).await?;
            for table in ["apology", "remedy"] {
                let sql = format!("DELETE FROM {table} WHERE complaint_id = $1 AND version = $2");
                execute(db, &sql, [record.id.into(), event.version.into()]).await?;
            }
        }
        EventKind::Closed => actions::take_back(db, record.id).await?,
        _ => {}
    }
    if let Some(unit) = event.data.unit_was {
        record.hand_to(unit);
        undoing.unit = Some(unit);
    }
    if is_letter(event)
        && let Some(message) = event.text
    {
        back_to_draft(db, record, message, actor).await?;
    }
    Ok(undoing)
}

/// Whether a letter went with a step, or what was said in its place.
fn is_letter(event: &Event) -> bool {
    match event.kind {
        EventKind::Acknowledged | EventKind::Answered | EventKind::Paused => true,
        EventKind::Investigating | EventKind::Extended => event.data.how.is_some(),
        _ => false,
    }
}

/// What was not sent after all is a draft again, unless its writer has begun another.
async fn back_to_draft(
    db: &impl ConnectionTrait,
    record: &Record,
    message: i64,
    actor: &Actor,
) -> Result<()> {
    execute(
        db,
        "INSERT INTO case_draft (complaint_id, account_id, text, seen_version, at)
         SELECT complaint_id, CAST($2 AS BIGINT), text, CAST($3 AS BIGINT), sent_at FROM case_message WHERE id = $1
         ON CONFLICT (complaint_id, account_id) DO NOTHING",
        [message.into(), i64::from(actor.account).into(), record.version.into()],
    )
    .await?;
    execute(db, "DELETE FROM case_message WHERE id = $1", [message.into()]).await?;
    Ok(())
}
