//! Deleting what was kept for some time only: texts, contacts and files of cases that were closed long ago, and what
//! somebody once began to write. Events and counts stay.
//!
//! On SQLite nothing of what was deleted is left in the file: deleting overwrites, and the log is emptied. PostgreSQL
//! frees the room for new rows; what its own log and backups hold is for whoever runs it.

use crate::follow_ups;
use base::{
    Base, Result,
    db::{column, execute, exists, join_ids},
};
use chrono::{DateTime, Duration, Months, Utc};
use organisation::Organisation;
use sea_orm::ConnectionTrait;

/// Cases whose texts are deleted in one transaction.
const PORTION: i64 = 200;
/// Transactions in one go: others wait too, and the rest is not forgotten.
const MOST_PORTIONS: usize = 20;

/// Tables of texts and files that belong to a case. Whoever adds one adds it here.
const TEXTS: [&str; 3] = ["case_note", "case_message", "attachment"];

/// What was removed.
#[derive(Default)]
struct Removed {
    cases: u64,
    texts: u64,
    contacts: u64,
    drafts: u64,
}

/// Deletes what is to be deleted by now, and notes down how much that was.
///
/// # Errors
/// When the database refuses.
pub async fn forget(base: &Base) -> Result<()> {
    let organisation = organisation::find(&base.db.reader).await?;
    let mut removed = Removed::default();
    forget_by_day(base, &organisation, &mut removed).await?;
    for _ in 0..MOST_PORTIONS {
        if !forget_texts(base, &organisation, &mut removed).await? {
            break;
        }
    }
    if removed.cases + removed.texts + removed.contacts + removed.drafts > 0 {
        note_down(base.db.writer(), base.now(), &removed).await?;
    }
    scrub(base).await
}

/// Contacts on the day that was said for them, and drafts that have grown old.
async fn forget_by_day(base: &Base, organisation: &Organisation, removed: &mut Removed) -> Result<()> {
    let today = organisation.local_day(base.now());
    let contacts = "DELETE FROM customer WHERE delete_on <= $1";
    removed.contacts += execute(base.db.writer(), contacts, [today.into()]).await?.rows_affected();
    let before: DateTime<Utc> = base.now() - Duration::days(organisation.retention.draft_days);
    let drafts = "DELETE FROM case_draft WHERE at <= $1";
    removed.drafts += execute(base.db.writer(), drafts, [before.into()]).await?.rows_affected();
    Ok(())
}

/// Texts of cases that were closed, or answered and left so, long enough ago; gives whether there were any.
async fn forget_texts(base: &Base, organisation: &Organisation, removed: &mut Removed) -> Result<bool> {
    let months = Months::new(u32::try_from(organisation.retention.months).unwrap_or(u32::MAX));
    let Some(before) = base.now().checked_sub_months(months) else { return Ok(false) };
    let sql = "SELECT id FROM complaint WHERE erased_on IS NULL AND stage IN ('answered', 'closed') AND received_at < $1
               AND COALESCE(closed_at, answered_at, received_at) < $1 ORDER BY received_at LIMIT $2";
    let ids: Vec<i64> = column(&base.db.reader, sql, [before.into(), PORTION.into()]).await?;
    if ids.is_empty() {
        return Ok(false);
    }
    let transaction = base.db.begin().await?;
    let mut done = Vec::with_capacity(ids.len());
    for id in ids {
        // One that was reopened meanwhile is left alone.
        let sql = "UPDATE complaint SET what = '', put_right = '', erased_on = $2 WHERE id = $1 AND erased_on IS NULL
                   AND stage IN ('answered', 'closed')";
        let today = organisation.local_day(base.now());
        if execute(&transaction, sql, [id.into(), today.into()]).await?.rows_affected() > 0 {
            done.push(id);
        }
    }
    removed.cases += u64::try_from(done.len()).unwrap_or(u64::MAX);
    if !done.is_empty() {
        delete_texts(&transaction, &done, removed).await?;
    }
    transaction.commit().await?;
    Ok(true)
}

/// Deletes what belongs to these cases and holds a text of somebody's.
async fn delete_texts(db: &impl ConnectionTrait, cases: &[i64], removed: &mut Removed) -> Result<()> {
    let of = join_ids(cases);
    let delete = async |table: &str| -> Result<u64> {
        let sql = format!("DELETE FROM {table} WHERE complaint_id IN ({of})");
        Ok(execute(db, &sql, []).await?.rows_affected())
    };
    for table in TEXTS {
        removed.texts += delete(table).await?;
    }
    removed.contacts += delete("customer").await?;
    removed.drafts += delete("case_draft").await?;
    delete("card_mark").await?;
    delete("survey").await?;
    follow_ups::let_go(db, &of).await?;
    for (table, text) in [("apology", "reason_not"), ("open_action", "what")] {
        let sql = format!("UPDATE {table} SET {text} = '' WHERE complaint_id IN ({of})");
        execute(db, &sql, []).await?;
    }
    Ok(())
}

/// Deletes the texts of one case because its customer wants it. Events and counts stay; a job leaves nothing of it in the
/// file.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn erase(db: &impl ConnectionTrait, complaint: i64, base: &Base) -> Result<()> {
    let organisation = organisation::find(db).await?;
    let sql = "UPDATE complaint SET what = '', put_right = '', erased_on = $2 WHERE id = $1";
    execute(db, sql, [complaint.into(), organisation.local_day(base.now()).into()]).await?;
    let mut removed = Removed { cases: 1, ..Removed::default() };
    delete_texts(db, &[complaint], &mut removed).await?;
    note_down(db, base.now(), &removed).await
}

/// Notes down that a contact was deleted outside of any case.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn note_contact(db: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<()> {
    note_down(db, at, &Removed { contacts: 1, ..Removed::default() }).await
}

/// Notes down how much was deleted, for the job that sees to it that nothing of it is left.
async fn note_down(db: &impl ConnectionTrait, at: DateTime<Utc>, removed: &Removed) -> Result<()> {
    let Removed { cases, texts, contacts, drafts } = removed;
    let n = |count: &u64| i64::try_from(*count).unwrap_or(i64::MAX).into();
    execute(
        db,
        "INSERT INTO removal (at, cases, texts, contacts, drafts, is_scrubbed) VALUES ($1, $2, $3, $4, $5, FALSE)",
        [at.into(), n(cases), n(texts), n(contacts), n(drafts)],
    )
    .await?;
    Ok(())
}

/// Leaves nothing of it in the file. A reader that looks at an earlier state is in the way: then it is tried again.
async fn scrub(base: &Base) -> Result<()> {
    let sql = "SELECT 1 AS one FROM removal WHERE NOT is_scrubbed LIMIT 1";
    if !exists(&base.db.reader, sql, []).await? {
        return Ok(());
    }
    // No table is written anew on PostgreSQL: complaints are many, and whoever works waits meanwhile.
    if base.db.scrub(&[]).await? {
        execute(base.db.writer(), "UPDATE removal SET is_scrubbed = TRUE WHERE NOT is_scrubbed", []).await?;
    }
    Ok(())
}
