//! Taking an import back, for a day: a file of the wrong month is noticed after it is written.
//!
//! Architecture invariant: what an import added is taken away as a whole, with its part of the sums above, or not at
//! all. Units that it made stay: others may stand on them by now.

use chrono::{DateTime, Duration, Utc};
use domain::{
    Problem,
    audit::Event,
    exchange::import::{ImportKind, ImportState},
};
use sea_orm::ConnectionTrait;

use super::uploads::{Job, find};
use base::{
    Actor, Base, Result,
    access::authorize_any,
    audit::{self, Entry},
    db::{column, execute, exists, value},
};

/// For how long an import can be undone.
pub const PATIENCE: Duration = Duration::hours(24);

/// Rows deleted in one transaction by [`forget`].
const PORTION: i64 = 2000;

/// Until when an import can be undone; none when it cannot be.
pub(super) async fn undoable_until(
    db: &impl ConnectionTrait,
    job: &Job,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    if job.state != ImportState::Done || job.kind.is_organisation() {
        return Ok(None);
    }
    let sql = "SELECT done_at FROM import_job WHERE id = $1";
    let done: Option<Option<DateTime<Utc>>> = value(db, sql, [job.id.into()]).await?;
    Ok(done.flatten().map(|done| done + PATIENCE).filter(|until| now < *until))
}

/// Takes back everything that an import added, and the import with it.
///
/// # Errors
/// `NotFound` for somebody else's import; `ImportStays` when it is older than a day, changed the organisation itself,
/// or somebody has worked on one of its complaints.
pub async fn undo(base: &Base, actor: Option<&Actor>, id: i64) -> Result<()> {
    let actor = authorize_any(actor, ImportKind::RIGHTS)?;
    let transaction = base.db.begin().await?;
    let (job, _) = find(&transaction, actor, id).await?;
    if undoable_until(&transaction, &job, base.now()).await?.is_none() {
        return Err(Problem::ImportStays.into());
    }
    // Two who undo at once: one of them finds it gone.
    let sql = "UPDATE import_job SET done_at = NULL WHERE id = $1 AND done_at IS NOT NULL";
    if execute(&transaction, sql, [id.into()]).await?.rows_affected() == 0 {
        return Err(Problem::ImportStays.into());
    }
    if job.kind == ImportKind::Visits {
        take_visits(&transaction, id).await?;
    } else if job.kind == ImportKind::Complaints {
        take_complaints(&transaction, id).await?;
    } else {
        take_counts(&transaction, job.kind, id).await?;
    }
    for table in ["import_row", "import_path"] {
        execute(&transaction, &format!("DELETE FROM {table} WHERE import_id = $1"), [id.into()]).await?;
    }
    execute(&transaction, "DELETE FROM import_job WHERE id = $1", [id.into()]).await?;
    organisation::bump_data_version(&transaction).await?;
    let detail = job.kind.name();
    let entry = Entry { detail, ..Entry::new(Event::ImportUndone, Some(actor.account)) };
    audit::record(&transaction, base.now(), &entry).await?;
    transaction.commit().await?;
    Ok(())
}

/// The complaints of an import, by the numbers between which they are.
const COMPLAINTS: &str = "import_id = $1
    AND id >= (SELECT first_complaint FROM import_job WHERE id = $1)
    AND id <= (SELECT last_complaint FROM import_job WHERE id = $1)";

async fn take_complaints(db: &impl ConnectionTrait, id: i64) -> Result<()> {
    let worked_on = format!(
        "SELECT 1 AS one FROM case_event WHERE complaint_id IN (SELECT id FROM complaint WHERE {COMPLAINTS}) LIMIT 1"
    );
    if exists(db, &worked_on, [id.into()]).await? {
        return Err(Problem::ImportStays.into());
    }
    let rows = format!(
        "SELECT unit_id, 'day' AS resolution, happened_on AS period_start, 1 AS complaints, 0 AS contacts
         FROM complaint WHERE {COMPLAINTS}"
    );
    take_from_sums(db, id, &rows).await?;
    execute(db, &format!("DELETE FROM complaint WHERE {COMPLAINTS}"), [id.into()]).await?;
    Ok(())
}

/// The visits of an import. Those of its months that are folded are folded anew from what is left.
async fn take_visits(db: &impl ConnectionTrait, id: i64) -> Result<()> {
    let days = "SELECT DISTINCT day FROM visit WHERE import_id = $1";
    let days: Vec<chrono::NaiveDate> = column(db, days, [id.into()]).await?;
    execute(db, "DELETE FROM visit WHERE import_id = $1", [id.into()]).await?;
    super::staging::fold_anew(db, &days).await
}

async fn take_counts(db: &impl ConnectionTrait, kind: ImportKind, id: i64) -> Result<()> {
    let rows = "SELECT unit_id, resolution, period_start, complaints, contacts
         FROM import_row JOIN import_path ON import_path.import_id = import_row.import_id
             AND number = unit AND above_id = unit_id
         WHERE import_row.import_id = $1";
    // A day that somebody has corrected since is theirs.
    let corrected = format!(
        "SELECT 1 AS one FROM ({rows}) AS own LEFT JOIN contact_day
             ON contact_day.unit_id = own.unit_id AND contact_day.day = own.period_start
         WHERE contact_day.contacts IS NULL OR contact_day.contacts <> own.contacts LIMIT 1"
    );
    if kind == ImportKind::Contacts && exists(db, &corrected, [id.into()]).await? {
        return Err(Problem::ImportStays.into());
    }
    take_from_sums(db, id, rows).await?;
    let sql = match kind {
        ImportKind::Contacts => {
            format!(
                "DELETE FROM contact_day WHERE (unit_id, day) IN (SELECT unit_id, period_start FROM ({rows}) AS own)"
            )
        }
        _ => format!(
            "DELETE FROM history WHERE (unit_id, resolution, period_start) IN
                 (SELECT unit_id, resolution, period_start FROM ({rows}) AS own)"
        ),
    };
    execute(db, &sql, [id.into()]).await?;
    Ok(())
}

/// Takes rows out of the sums of their units and of all that were above them when they were added.
async fn take_from_sums(db: &impl ConnectionTrait, id: i64, rows: &str) -> Result<()> {
    let sql = format!(
        "UPDATE voice_rollup
         SET complaints = voice_rollup.complaints - part.complaints, contacts = voice_rollup.contacts - part.contacts
         FROM (SELECT above_id, resolution, period_start, CAST(SUM(complaints) AS BIGINT) AS complaints,
                      CAST(SUM(contacts) AS BIGINT) AS contacts
               FROM ({rows}) AS own
               JOIN import_path AS path ON path.import_id = $1 AND path.unit_id = own.unit_id
               GROUP BY above_id, resolution, period_start) AS part
         WHERE voice_rollup.unit_id = part.above_id AND voice_rollup.resolution = part.resolution
             AND voice_rollup.period_start = part.period_start"
    );
    execute(db, &sql, [id.into()]).await?;
    // Where these rows were all there was, there is nothing any more. A nought that somebody else counted stays.
    let empty = format!(
        "DELETE FROM voice_rollup WHERE complaints = 0 AND contacts = 0 AND (unit_id, resolution, period_start) IN
             (SELECT above_id, resolution, period_start FROM ({rows}) AS own
              JOIN import_path AS path ON path.import_id = $1 AND path.unit_id = own.unit_id)"
    );
    execute(db, &empty, [id.into()]).await?;
    Ok(())
}

/// Forgets what is kept for undoing imports that are older than that, in portions that leave the database to others.
///
/// # Errors
/// When the database refuses.
pub async fn forget(base: &Base) -> Result<()> {
    let before = base.now() - PATIENCE;
    let over = "(SELECT id FROM import_job WHERE state = 'done' AND (done_at IS NULL OR done_at <= $1))";
    loop {
        let sql = format!(
            "DELETE FROM import_row WHERE (import_id, place) IN
                 (SELECT import_id, place FROM import_row WHERE import_id IN {over} LIMIT {PORTION})"
        );
        if execute(base.db.writer(), &sql, [before.into()]).await?.rows_affected() == 0 {
            break;
        }
    }
    execute(base.db.writer(), &format!("DELETE FROM import_path WHERE import_id IN {over}"), [before.into()])
        .await?;
    // Without what it takes nobody may try.
    let sql = "UPDATE import_job SET done_at = NULL WHERE state = 'done' AND done_at <= $1";
    execute(base.db.writer(), sql, [before.into()]).await?;
    Ok(())
}
