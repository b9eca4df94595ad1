//! The letter of the morning to those who look after cases, on the days on which they work: what is soon due and what is
//! late of theirs. A safety or discrimination case is told of at once. Neither holds a word of a customer: a letter lies
//! on servers that nobody here knows.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Timelike, Utc};
use domain::{
    AccountId, Lang, UnitId,
    customers::words::{Category, Severity, Stage},
    format,
    text::{t, tv},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::record::Record;
use crate::{calendars, stored_words};
use base::{
    Base, Result,
    db::{all, column, execute, exists, join_ids},
    outbox::{self, Kind},
};
use organisation::{Organisation, Tree};

/// The hour, on the wall clock of the unit, from which the letter goes out.
const MORNING: u32 = 7;
/// Cases that one letter names; the list of cases has them all.
const MOST_NAMED: i64 = 50;

/// A case that is soon due or late, without what the customer said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueCase {
    reference: String,
    category: Category,
    severity: Severity,
    unit: String,
    is_late: bool,
    due_on: Option<NaiveDate>,
}

impl DueCase {
    /// As a line of a letter.
    pub fn line(&self, lang: Lang) -> String {
        let word = |id: &str| t(lang, id);
        let when = match (self.is_late, self.due_on) {
            (true, _) => word("mail-case-late"),
            (false, Some(day)) => tv(lang, "mail-case-due", &[("date", format::long_date(lang, day).into())]),
            (false, None) => word("mail-case-soon"),
        };
        let urgent = is_urgent(self.severity).then(|| word(self.severity.text_id()));
        let parts = [
            Some(self.reference.clone()),
            urgent,
            Some(word(self.category.text_id())),
            Some(self.unit.clone()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().chain([when]).collect();
        format!("- {}", parts.join(" · "))
    }
}

const fn is_urgent(severity: Severity) -> bool {
    matches!(severity, Severity::Safety | Severity::Discrimination)
}

/// The stages in which something is promised, as a condition.
fn is_open() -> String {
    let open = Stage::ALL.iter().filter(|stage| stage.is_open());
    let names: Vec<String> = open.map(|stage| format!("'{}'", stage.name())).collect();
    format!("stage IN ({}) AND kind = 'complaint' AND NOT is_paused", names.join(", "))
}

/// Puts the letters of the morning into the post, once however many instances run.
///
/// # Errors
/// When the database refuses.
pub async fn run_due(base: &Base) -> Result<()> {
    let db = &base.db.reader;
    let now = base.now();
    let any = format!("SELECT 1 AS one FROM complaint WHERE {} AND next_warn_at <= $1 LIMIT 1", is_open());
    // Without a transport the letters would only pile up.
    if base.post.is_none() || !exists(db, &any, [now.into()]).await? {
        return Ok(());
    }
    let organisation = organisation::find(db).await?;
    let today = organisation.local_day(now);
    let tree = organisation::tree(base, db).await?;
    for account in working(db, &tree, &organisation, now, today).await? {
        let has_some = !waiting_for(db, &tree, &organisation, account, now, false).await?.is_empty();
        let transaction = base.db.begin().await?;
        // Another instance may have been here since: then the row is not as it was.
        let claim =
            "UPDATE account SET digest_on = $1 WHERE id = $2 AND (digest_on IS NULL OR digest_on < $1)";
        let claimed = execute(&transaction, claim, [today.into(), account.into()]).await?;
        if has_some && claimed.rows_affected() > 0 {
            outbox::queue(&transaction, now, Kind::Digest, Some(account)).await?;
        }
        transaction.commit().await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Held {
    account_id: AccountId,
    unit_id: UnitId,
}

/// Who looks after cases, can be written to, wants it, was not looked at today, and works today.
async fn working(
    db: &impl ConnectionTrait,
    tree: &Tree,
    organisation: &Organisation,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Result<BTreeSet<AccountId>> {
    let sql = "SELECT role_grant.account_id, role_grant.unit_id FROM role_grant
               JOIN account ON account.id = role_grant.account_id
               WHERE role_grant.role IN ('manager', 'service') AND account.state = 'active' AND account.email IS NOT NULL
                 AND account.wants_digest AND (account.digest_on IS NULL OR account.digest_on < $1)";
    let held: Vec<Held> = all(db, sql, [today.into()]).await?;
    let units = held.iter().map(|held| held.unit_id).collect();
    let calendars = calendars::of_all(db, tree, organisation, &units).await?;
    let works = |unit: UnitId| {
        calendars.get(&unit).is_some_and(|open| {
            let local = now.with_timezone(&open.calendar.timezone());
            local.hour() >= MORNING && !open.calendar.hours_on(local.date_naive()).as_slice().is_empty()
        })
    };
    Ok(held.into_iter().filter(|held| works(held.unit_id)).map(|held| held.account_id).collect())
}

#[derive(FromQueryResult)]
struct Waiting {
    reference: String,
    category: String,
    severity: String,
    unit_id: UnitId,
    next_due_at: Option<DateTime<Utc>>,
    next_late_at: Option<DateTime<Utc>>,
}

/// What is soon due or late of the cases that somebody has taken on, and of those in their units that nobody has; the
/// urgent ones alone, if these are asked for. Nothing for an account that was closed.
///
/// # Errors
/// When the database refuses.
pub async fn waiting_for(
    db: &impl ConnectionTrait,
    tree: &Tree,
    organisation: &Organisation,
    account: AccountId,
    now: DateTime<Utc>,
    urgent_only: bool,
) -> Result<Vec<DueCase>> {
    let sql = "SELECT role_grant.unit_id FROM role_grant JOIN account ON account.id = role_grant.account_id
               WHERE account.id = $1 AND account.state = 'active' AND role_grant.role IN ('manager', 'service')";
    let tops: Vec<UnitId> = column(db, sql, [account.into()]).await?;
    if tops.is_empty() {
        return Ok(Vec::new());
    }
    let in_units = match tree.root().is_some_and(|root| tops.contains(&root)) {
        true => "1 = 1".to_owned(),
        false => {
            let ids: Vec<UnitId> = tree.below(&tops).into_iter().map(|unit| unit.id).collect();
            format!("COALESCE(holder_unit_id, unit_id) IN ({})", join_ids(&ids))
        }
    };
    let severity = if urgent_only { "AND severity IN ('safety', 'discrimination')" } else { "" };
    let sql = format!(
        "SELECT reference, category, severity, unit_id, next_due_at, next_late_at FROM complaint
         WHERE {} AND next_warn_at <= $1 AND (assignee_id = $2 OR assignee_id IS NULL) AND {in_units} {severity}
         ORDER BY CASE WHEN severity IN ('safety', 'discrimination') THEN 0 ELSE 1 END, next_due_at, id LIMIT $3",
        is_open()
    );
    let rows: Vec<Waiting> = all(db, &sql, [now.into(), account.into(), MOST_NAMED.into()]).await?;
    rows.into_iter()
        .map(|row| {
            Ok(DueCase {
                category: stored_words::category(&row.category)?,
                severity: stored_words::severity(&row.severity)?,
                unit: tree.get(row.unit_id).map(|unit| unit.name.clone()).unwrap_or_default(),
                is_late: row.next_late_at.is_some_and(|late| late <= now),
                due_on: row.next_due_at.map(|due| organisation.local_day(due)),
                reference: row.reference,
            })
        })
        .collect()
}

#[derive(FromQueryResult)]
struct Keeper {
    account_id: AccountId,
    unit_id: UnitId,
}

/// Tells at once that a safety or discrimination case is soon due or late: whoever has it, else those who look after the
/// nearest unit that somebody looks after. In the transaction that notices it, so that it is told once.
///
/// # Errors
/// When the database refuses.
pub(super) async fn tell_at_once(
    db: &impl ConnectionTrait,
    tree: &Tree,
    record: &Record,
    now: DateTime<Utc>,
) -> Result<()> {
    if !is_urgent(record.severity) {
        return Ok(());
    }
    for account in keepers(db, tree, record).await? {
        // One letter names all that is urgent: while one waits, another would say the same.
        let waits =
            "SELECT 1 AS one FROM mail WHERE kind = $1 AND account_id = $2 AND state = 'queued' LIMIT 1";
        if !exists(db, waits, [Kind::Urgent.name().into(), account.into()]).await? {
            outbox::queue(db, now, Kind::Urgent, Some(account)).await?;
        }
    }
    Ok(())
}

async fn keepers(db: &impl ConnectionTrait, tree: &Tree, record: &Record) -> Result<Vec<AccountId>> {
    if let Some(assignee) = record.assignee {
        let sql = "SELECT id FROM account WHERE id = $1 AND state = 'active' AND email IS NOT NULL";
        let found: Vec<AccountId> = column(db, sql, [assignee.into()]).await?;
        if !found.is_empty() {
            return Ok(found);
        }
    }
    let chain = tree.ancestors(record.holder());
    let sql = format!(
        "SELECT DISTINCT role_grant.account_id, role_grant.unit_id FROM role_grant
         JOIN account ON account.id = role_grant.account_id
         WHERE role_grant.role IN ('manager', 'service') AND role_grant.unit_id IN ({})
           AND account.state = 'active' AND account.email IS NOT NULL ORDER BY role_grant.account_id",
        join_ids(&chain)
    );
    let mut by_unit: BTreeMap<UnitId, Vec<AccountId>> = BTreeMap::new();
    for keeper in all::<Keeper>(db, &sql, []).await? {
        by_unit.entry(keeper.unit_id).or_default().push(keeper.account_id);
    }
    Ok(chain.into_iter().find_map(|unit| by_unit.remove(&unit)).unwrap_or_default())
}
