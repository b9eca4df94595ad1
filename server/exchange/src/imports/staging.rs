//! The rows of an import before they count: written in portions that leave the database to others in between,
//! moved to their places all at once. Who reads sees all of them or none, and what a stopped program leaves
//! behind counts nowhere.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Months, Utc};
use domain::exchange::import::ImportKind;
use sea_orm::{ConnectionTrait, Value};

use super::{
    Row, Target, UnitRef,
    claim::Claim,
    reader::{self, RowReader},
};
use base::{
    Base, Error, Result,
    db::{self, execute},
};

/// Rows of one transaction.
const PORTION: usize = 2000;
/// Columns of every row, and those of a complaint after them.
const COUNTS: &str = "import_id, place, unit, resolution, period_start, complaints, contacts";
const VISIT: &str = "external_id";
const COMPLAINT: &str = "external_id, category, channel, severity, what, received_at";

/// The file was clean a moment ago.
pub(super) fn changed(problem: impl std::fmt::Debug) -> Error {
    Error::Internal(format!("the file changed while it was read: {problem:?}"))
}

/// Puts all rows of a clean file down, portion by portion. `progress` hears how many.
///
/// # Errors
/// When the claim is lost or the database refuses; what was put down stays until it is [cleared](clear).
pub(super) async fn stage(
    base: &Base,
    claim: &Claim,
    target: &Target<'_>,
    progress: impl Fn(u64),
) -> Result<()> {
    clear(base, claim).await?;
    let mut rows = reader::rows(target).map_err(changed)?;
    let mut portion = Vec::with_capacity(PORTION);
    loop {
        let row = rows.next().map_err(changed)?;
        let is_last = row.is_none();
        if let Some(row) = row {
            let row = row.map_err(changed)?;
            portion.push((number_of(&row, target, &rows)?, rows.count, row));
        }
        if portion.len() >= PORTION || (is_last && !portion.is_empty()) {
            let transaction = base.db.begin().await?;
            claim.hold(&transaction, base.now()).await?;
            put_down(&transaction, base, claim, std::mem::take(&mut portion)).await?;
            transaction.commit().await?;
            progress(rows.count);
        }
        if is_last {
            return Ok(());
        }
    }
}

/// The number of a row's unit.
fn number_of(row: &Row, target: &Target<'_>, rows: &RowReader<'_>) -> Result<String> {
    let number = match row.unit() {
        UnitRef::Known(id) => target.tree.get(id).map(|unit| unit.external_id.clone()),
        UnitRef::New(place) => rows.new_units.names.get(place).cloned(),
    };
    number.ok_or_else(|| changed("a unit"))
}

async fn put_down(
    db: &impl ConnectionTrait,
    base: &Base,
    claim: &Claim,
    portion: Vec<(String, u64, Row)>,
) -> Result<()> {
    let mut counts: Vec<[Value; 7]> = Vec::new();
    let mut complaints: Vec<[Value; 13]> = Vec::new();
    let mut visits: Vec<[Value; 8]> = Vec::new();
    // Of whoever is no member, nothing is put down at all.
    let numbers = portion.iter().filter_map(|(_, _, row)| row.member()).collect();
    let members = super::check::members(db, numbers).await?;
    for (unit, place, row) in portion {
        if row.member().is_some_and(|member| !members.contains(member)) {
            continue;
        }
        let period = row.period();
        let sums = row.counts();
        let place = i64::try_from(place).map_err(|error| Error::Internal(error.to_string()))?;
        let [import, place, unit, resolution, start, complained, contacts]: [Value; 7] = [
            claim.import.into(),
            place.into(),
            unit.into(),
            period.resolution().name().into(),
            period.start().into(),
            sums.0.into(),
            sums.1.into(),
        ];
        match row {
            Row::Complaint { day, what, category, channel, severity, reference, .. } => complaints.push([
                import,
                place,
                unit,
                resolution,
                start,
                complained,
                contacts,
                reference.into(),
                category.name().into(),
                channel.name().into(),
                severity.name().into(),
                what.into(),
                received_at(day, base).into(),
            ]),
            Row::Visit { member, .. } => {
                visits.push([import, place, unit, resolution, start, complained, contacts, member.into()]);
            }
            _ => counts.push([import, place, unit, resolution, start, complained, contacts]),
        }
    }
    db::insert(db, &format!("import_row ({COUNTS})"), counts).await?;
    db::insert(db, &format!("import_row ({COUNTS}, {COMPLAINT})"), complaints).await?;
    db::insert(db, &format!("import_row ({COUNTS}, {VISIT})"), visits).await?;
    Ok(())
}

/// Noon of the day it happened: the file does not say when it was received.
fn received_at(day: chrono::NaiveDate, base: &Base) -> chrono::DateTime<chrono::Utc> {
    day.and_hms_opt(12, 0, 0).map_or_else(|| base.now(), |noon| noon.and_utc())
}

/// Moves all rows to their places and adds them to the roll-up, inside a transaction that the caller commits. What it
/// takes to [undo](super::undo) that is kept.
pub(super) async fn settle(
    db: &impl ConnectionTrait,
    claim: &Claim,
    target: &Target<'_>,
    rows: u64,
    now: DateTime<Utc>,
) -> Result<()> {
    if target.mapping.creates_units {
        make_units(db, claim, target).await?;
    }
    let id = || claim.import.into();
    if target.kind == ImportKind::Visits {
        move_visits(db, claim, target).await?;
        execute(db, "DELETE FROM import_row WHERE import_id = $1", [id()]).await?;
        execute(db, "UPDATE import_job SET done_at = $2 WHERE id = $1", [id(), now.into()]).await?;
        return organisation::bump_data_version(db).await;
    }
    let moved = match target.kind {
        ImportKind::Complaints => move_complaints(db, claim).await?,
        ImportKind::Contacts => {
            move_rows(db, claim, "contact_day (unit_id, day, contacts)", "period_start, contacts").await?
        }
        _ => {
            let into = "history (unit_id, resolution, period_start, complaints, contacts)";
            move_rows(db, claim, into, "resolution, period_start, complaints, contacts").await?
        }
    };
    if moved != rows {
        return Err(changed(format!("{moved} of {rows} rows")));
    }
    note_paths(db, claim).await?;
    add_up(db, claim).await?;
    if target.kind == ImportKind::Complaints {
        // Customers' words stand in one place; the complaints themselves tell what to take back.
        execute(db, "DELETE FROM import_row WHERE import_id = $1", [id()]).await?;
    }
    execute(db, "UPDATE import_job SET done_at = $2 WHERE id = $1", [id(), now.into()]).await?;
    organisation::bump_data_version(db).await
}

/// Makes the units that the rows name and nobody has, as teams below the root, in the order of the file.
async fn make_units(db: &impl ConnectionTrait, claim: &Claim, target: &Target<'_>) -> Result<()> {
    let root =
        target.tree.root().ok_or_else(|| Error::Internal("the organisation has no root unit".to_owned()))?;
    execute(
        db,
        "INSERT INTO unit (external_id, parent_id, kind, name)
         SELECT unit, CAST($1 AS BIGINT), 'team', unit FROM import_row
         WHERE import_id = $2 AND NOT EXISTS (SELECT 1 FROM unit known WHERE known.external_id = import_row.unit)
         GROUP BY unit ORDER BY MIN(place)",
        [root.into(), claim.import.into()],
    )
    .await?;
    Ok(())
}

/// Moves visits to their places; what is there already stays. The months that they belong to, and those from which
/// somebody may have come back with them, are to be folded.
async fn move_visits(db: &impl ConnectionTrait, claim: &Claim, target: &Target<'_>) -> Result<()> {
    execute(
        db,
        "INSERT INTO visit (member_id, day, unit_id, import_id)
         SELECT DISTINCT member.id, period_start, unit.id, CAST($1 AS BIGINT) FROM import_row
         JOIN unit ON unit.external_id = import_row.unit JOIN member ON member.number = import_row.external_id
         WHERE import_id = $1 AND period_start >= $2 ON CONFLICT (member_id, day, unit_id) DO NOTHING",
        [claim.import.into(), super::check::oldest_visit(target.today).into()],
    )
    .await?;
    let days = "SELECT DISTINCT day FROM visit WHERE import_id = $1";
    let days: Vec<chrono::NaiveDate> = db::column(db, days, [claim.import.into()]).await?;
    fold_anew(db, &days).await
}

/// Has the months folded that these days are in, and those from which somebody may have come back on them.
pub(super) async fn fold_anew(db: &impl ConnectionTrait, days: &[chrono::NaiveDate]) -> Result<()> {
    let mut months: BTreeSet<chrono::NaiveDate> = BTreeSet::new();
    for day in days {
        let first = day.with_day(1).unwrap_or(*day);
        months.extend((0..=2).filter_map(|back| first.checked_sub_months(Months::new(back))));
    }
    for month in months {
        let sql = "INSERT INTO visit_fold (month) VALUES ($1) ON CONFLICT (month) DO NOTHING";
        execute(db, sql, [month.into()]).await?;
    }
    Ok(())
}

async fn move_rows(db: &impl ConnectionTrait, claim: &Claim, into: &str, columns: &str) -> Result<u64> {
    let sql = format!(
        "INSERT INTO {into} SELECT unit.id, {columns} FROM import_row JOIN unit ON unit.external_id = import_row.unit
         WHERE import_id = $1"
    );
    Ok(execute(db, &sql, [claim.import.into()]).await?.rows_affected())
}

/// Records from another system: they count in the rates and wait for nobody. Their numbers follow from their ids,
/// which are higher than all before.
async fn move_complaints(db: &impl ConnectionTrait, claim: &Claim) -> Result<u64> {
    let newest: Option<i64> =
        db::value(db, "SELECT COALESCE(MAX(id), 0) AS newest FROM complaint", []).await?;
    let moved = execute(
        db,
        "INSERT INTO complaint (reference, external_id, unit_id, category, channel, severity, what, happened_on,
             received_at, stage, import_id)
         SELECT 'new-' || import_id || '-' || place, import_row.external_id, unit.id, category, channel, severity,
             what, period_start, received_at, 'closed', import_id
         FROM import_row JOIN unit ON unit.external_id = import_row.unit
         WHERE import_id = $1 ORDER BY place",
        [claim.import.into()],
    )
    .await?;
    execute(
        db,
        "UPDATE complaint SET reference = 'K-' || id WHERE id > $1 AND reference LIKE 'new-%'",
        [newest.unwrap_or(0).into()],
    )
    .await?;
    execute(
        db,
        "UPDATE import_job SET first_complaint = ids.first, last_complaint = ids.last
         FROM (SELECT MIN(id) AS first, MAX(id) AS last FROM complaint WHERE id > $1 AND import_id = $2) AS ids
         WHERE import_job.id = $2",
        [newest.unwrap_or(0).into(), claim.import.into()],
    )
    .await?;
    Ok(moved.rows_affected())
}

/// Notes to which units the rows are added up: their own, and all above them as the tree is now.
async fn note_paths(db: &impl ConnectionTrait, claim: &Claim) -> Result<()> {
    execute(
        db,
        "WITH RECURSIVE path (number, id, above_id, parent_id) AS (
             SELECT external_id, id, id, parent_id FROM unit
             WHERE external_id IN (SELECT unit FROM import_row WHERE import_id = $1)
             UNION ALL
             SELECT path.number, path.id, unit.id, unit.parent_id FROM path JOIN unit ON unit.id = path.parent_id)
         INSERT INTO import_path (import_id, number, unit_id, above_id)
         SELECT CAST($1 AS BIGINT), number, id, above_id FROM path",
        [claim.import.into()],
    )
    .await?;
    Ok(())
}

/// Adds the rows to the roll-up. In the order of the key: two that touch the same rows never wait in a ring.
async fn add_up(db: &impl ConnectionTrait, claim: &Claim) -> Result<()> {
    execute(
        db,
        "INSERT INTO voice_rollup (unit_id, resolution, period_start, complaints, contacts)
         SELECT above_id, resolution, period_start, CAST(SUM(complaints) AS BIGINT), CAST(SUM(contacts) AS BIGINT)
         FROM import_row
         JOIN import_path ON import_path.import_id = import_row.import_id AND number = import_row.unit
         WHERE import_row.import_id = $1
         GROUP BY above_id, resolution, period_start ORDER BY above_id, resolution, period_start
         ON CONFLICT (unit_id, resolution, period_start) DO UPDATE
         SET complaints = voice_rollup.complaints + excluded.complaints,
             contacts = voice_rollup.contacts + excluded.contacts",
        [claim.import.into()],
    )
    .await?;
    Ok(())
}

/// Takes away what an import put down, portion by portion.
///
/// # Errors
/// When the claim is lost: what is there is another's then.
pub(super) async fn clear(base: &Base, claim: &Claim) -> Result<()> {
    let last = i64::try_from(PORTION).unwrap_or(i64::MAX);
    loop {
        let transaction = base.db.begin().await?;
        claim.hold(&transaction, base.now()).await?;
        let gone = execute(
            &transaction,
            "DELETE FROM import_row WHERE import_id = $1 AND place IN (
                 SELECT place FROM import_row WHERE import_id = $1 ORDER BY place LIMIT $2)",
            [claim.import.into(), last.into()],
        )
        .await?;
        transaction.commit().await?;
        if gone.rows_affected() == 0 {
            return Ok(());
        }
    }
}
