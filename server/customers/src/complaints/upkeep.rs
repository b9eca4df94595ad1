//! What is done by itself: warnings and late marks are noticed once, promises of cases that were open before there were
//! clocks, or whose opening hours were changed, are reckoned.

use std::collections::{HashMap, hash_map::Entry};

use domain::{
    UnitId,
    customers::words::{ClockKind, EventKind},
};
use sea_orm::FromQueryResult;

use super::{
    clocks, digest,
    events::{Data, ITSELF},
    record::{Change, Record},
    runs, search,
};
use crate::calendars::{self, UnitCalendar};
use base::{
    Base, Error, Result,
    db::{all, column, execute},
};
use organisation::Tree;

/// Cases looked after in one go.
const PORTION: i64 = 200;

/// A run of which something is to be noticed.
#[derive(FromQueryResult)]
struct Due {
    complaint_id: i64,
    kind: String,
    run: i64,
}

/// Notices, once, what has used up four fifths of its time and what is late. What happened while nothing ran is noticed
/// afterwards, with the moment at which it happened.
///
/// # Errors
/// When the database refuses.
pub async fn notice(base: &Base) -> Result<()> {
    for (event, moment, noticed) in
        [(EventKind::Warned, "warn_at", "warned_at"), (EventKind::Late, "late_at", "late_noted_at")]
    {
        loop {
            let sql = format!(
                "SELECT complaint_id, kind, run FROM case_clock
                 WHERE {moment} <= $1 AND {noticed} IS NULL AND stopped_at IS NULL LIMIT {PORTION}"
            );
            let due: Vec<Due> = all(&base.db.reader, &sql, [base.now().into()]).await?;
            if due.is_empty() {
                break;
            }
            for run in &due {
                notice_one(base, run, event, moment, noticed).await?;
            }
        }
    }
    Ok(())
}

async fn notice_one(base: &Base, run: &Due, kind: EventKind, moment: &str, noticed: &str) -> Result<()> {
    let clock = ClockKind::from_name(&run.kind).ok_or_else(|| Error::stored("case_clock.kind", &run.kind))?;
    let transaction = base.db.begin().await?;
    let Some(mut record) = Record::lock_by_id(&transaction, run.complaint_id).await? else { return Ok(()) };
    // Several instances look; one of them writes.
    let sql = format!(
        "UPDATE case_clock SET {noticed} = {moment} WHERE complaint_id = $1 AND kind = $2 AND run = $3
         AND {moment} <= $4 AND {noticed} IS NULL AND stopped_at IS NULL"
    );
    let values = [run.complaint_id.into(), run.kind.as_str().into(), run.run.into(), base.now().into()];
    if execute(&transaction, &sql, values).await?.rows_affected() == 0 {
        return Ok(());
    }
    let tree = Tree::load(&transaction).await?;
    let organisation = organisation::find(&transaction).await?;
    let data = Data { clock: Some(clock), ..Data::default() };
    let change = Change { kind, role: ITSELF, data, text: None };
    record.happen(&transaction, &tree, &organisation, base.now(), change).await?;
    // Without a transport the letters would only pile up.
    if base.post.is_some() {
        digest::tell_at_once(&transaction, &tree, &record, base.now()).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// A calendar that runs were reckoned by.
#[derive(FromQueryResult)]
struct Reckoned {
    calendar_unit_id: UnitId,
    calendar_hash: String,
}

/// Marks the cases whose promises run by other opening hours than those of today: somebody changed them, or the unit
/// hangs elsewhere by now.
async fn mark_changed(base: &Base) -> Result<()> {
    let db = &base.db.reader;
    let sql = "SELECT DISTINCT calendar_unit_id, calendar_hash FROM case_clock WHERE stopped_at IS NULL";
    let reckoned: Vec<Reckoned> = all(db, sql, []).await?;
    let tree = organisation::tree(base, db).await?;
    let organisation = organisation::find(db).await?;
    let units = reckoned.iter().map(|row| row.calendar_unit_id).collect();
    let calendars = calendars::of_all(db, &tree, &organisation, &units).await?;
    for row in reckoned {
        let is_changed =
            calendars.get(&row.calendar_unit_id).is_some_and(|open| open.hash != row.calendar_hash);
        if is_changed {
            execute(
                base.db.writer(),
                "UPDATE complaint SET is_clocked = FALSE WHERE id IN (SELECT complaint_id FROM case_clock
                     WHERE calendar_unit_id = $1 AND calendar_hash = $2 AND stopped_at IS NULL)",
                [row.calendar_unit_id.into(), row.calendar_hash.into()],
            )
            .await?;
        }
    }
    Ok(())
}

/// Reckons the promises of open cases that have none yet, and anew those that run by opening hours that were changed.
///
/// # Errors
/// When the database refuses.
pub async fn reckon(base: &Base) -> Result<()> {
    mark_changed(base).await?;
    let open: Vec<String> = domain::customers::words::Stage::ALL
        .iter()
        .filter(|stage| stage.is_open())
        .map(|stage| format!("'{}'", stage.name()))
        .collect();
    loop {
        let sql = format!(
            "SELECT id FROM complaint WHERE stage IN ({}) AND NOT is_clocked ORDER BY id LIMIT {PORTION}",
            open.join(", ")
        );
        let ids: Vec<i64> = column(&base.db.reader, &sql, []).await?;
        if ids.is_empty() {
            return Ok(());
        }
        for id in ids {
            let transaction = base.db.begin().await?;
            let tree = Tree::load(&transaction).await?;
            let organisation = organisation::find(&transaction).await?;
            if let Some(mut record) = Record::lock_by_id(&transaction, id).await? {
                record.settle(&transaction, &tree, &organisation).await?;
            }
            transaction.commit().await?;
        }
    }
}

/// Reckons the promises of cases that were told from beginning to end at once, and are answered: in one transaction, for
/// whoever makes an organisation up.
///
/// # Errors
/// When the database refuses.
pub async fn reckon_told(base: &Base) -> Result<()> {
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let organisation = organisation::find(&transaction).await?;
    let told = "stage IN ('answered', 'closed') AND kind = 'complaint' AND version > 0 AND NOT is_clocked";
    let mut calendars: HashMap<UnitId, UnitCalendar> = HashMap::new();
    let mut after = 0;
    loop {
        let some = format!("{told} AND id > {after} ORDER BY id LIMIT {PORTION}");
        let records = Record::all(&transaction, &some).await?;
        let Some(last) = records.last() else { break };
        after = last.id;
        let mut rows = runs::Rows::default();
        for record in &records {
            let unit = record.received_by();
            if let Entry::Vacant(free) = calendars.entry(unit) {
                free.insert(calendars::of(&transaction, &tree, &organisation, unit).await?);
            }
            if let Some(open) = calendars.get(&unit) {
                for run in clocks::runs(&record.promises(&open.calendar))? {
                    rows.push(record.id, (unit, &open.hash), &run, None);
                }
            }
        }
        rows.write(&transaction).await?;
    }
    execute(&transaction, &format!("UPDATE complaint SET is_clocked = TRUE WHERE {told}"), []).await?;
    transaction.commit().await?;
    Ok(())
}

/// Writes the words of cases that came in many at a time, or whose units have been moved: until then they are not found
/// by words, or by whoever had the units before alone.
///
/// # Errors
/// When the database refuses.
pub async fn index(base: &Base) -> Result<()> {
    loop {
        let transaction = base.db.begin().await?;
        let tree = Tree::load(&transaction).await?;
        let written = search::index_some(&transaction, &tree, PORTION).await?;
        transaction.commit().await?;
        if written == 0 {
            return Ok(());
        }
    }
}
