//! Writes a file that a dry run found clean: one transaction, all or nothing.

use std::io::Read;

use domain::{complaint::Stage, import::DryRun};
use sea_orm::{ConnectionTrait, Value};

use super::{Row, Target, UnitRef, check::dry_run, reader};
use crate::{
    Error, Result, Services,
    db::{execute, placeholders, query_one},
    organisation::{self, Tree},
    voice::{Counts, RollupChange},
};

/// Rows of one insert statement.
const CHUNK: usize = 500;

/// Checks the file and, when it is clean, writes it. `open` gives the file from its start, twice.
/// `progress` hears the number of rows written so far.
///
/// # Errors
/// When the file cannot be read or the database refuses; nothing is written then. Problems of the
/// file are part of the report; nothing is written then either.
pub async fn import<R: Read + Send>(
    services: &Services,
    target: &mut Target,
    open: impl Fn() -> std::io::Result<R>,
    progress: impl Fn(u64),
) -> Result<DryRun> {
    if target.kind.is_organisation() {
        return super::organisation::import(services, target, open, progress).await;
    }
    let checked = check(services, target, &open).await?;
    if !checked.report.is_clean() {
        return Ok(checked.report);
    }
    let transaction = services.db.begin().await?;
    let report = import_within(&transaction, services, target, checked, open, progress).await?;
    if report.is_clean() {
        transaction.commit().await?;
    }
    Ok(report)
}

/// A dry run, and the state of the data it was made against.
pub(super) struct Checked {
    pub(super) report: DryRun,
    version: (i64, i64),
}

/// Runs dry before anything is locked: reading a large file takes a while, and others want to write.
pub(super) async fn check<R: Read + Send>(
    services: &Services,
    target: &mut Target,
    open: &impl Fn() -> std::io::Result<R>,
) -> Result<Checked> {
    let unreadable = |error: std::io::Error| Error::Internal(format!("the file cannot be read: {error}"));
    let db = &services.db.reader;
    let version = version(db).await?;
    target.tree = Tree::load(db).await?;
    let report = dry_run(db, target, open().map_err(unreadable)?).await?;
    Ok(Checked { report, version })
}

/// Changes with every import and with every complaint that is logged.
async fn version(db: &impl ConnectionTrait) -> Result<(i64, i64)> {
    let newest = query_one(db, "SELECT COALESCE(MAX(id), 0) AS newest FROM complaint", []).await?;
    let newest = newest.map_or(Ok(0), |row| row.try_get("", "newest"))?;
    Ok((organisation::find(db).await?.data_version, newest))
}

/// The same within a transaction that the caller commits when the report is clean.
pub(super) async fn import_within<R: Read + Send>(
    transaction: &impl ConnectionTrait,
    services: &Services,
    target: &mut Target,
    checked: Checked,
    open: impl Fn() -> std::io::Result<R>,
    progress: impl Fn(u64),
) -> Result<DryRun> {
    let unreadable = |error: std::io::Error| Error::Internal(format!("the file cannot be read: {error}"));
    let report = if checked.version == version(transaction).await? {
        checked.report
    } else {
        // Something was imported in between: look again, now that nothing can come between.
        target.tree = Tree::load(transaction).await?;
        dry_run(transaction, target, open().map_err(unreadable)?).await?
    };
    if !report.is_clean() {
        return Ok(report);
    }
    let made = make_units(transaction, target, open().map_err(unreadable)?).await?;
    let mut rows = reader::rows(open().map_err(unreadable)?, target).map_err(changed)?;
    let mut rollup = RollupChange::default();
    let mut chunk = Vec::with_capacity(CHUNK);
    loop {
        let row = rows.next().map_err(changed)?;
        let is_last = row.is_none();
        if let Some(row) = row {
            let row = row.map_err(changed)?;
            let unit = id_of(&row, &made)?;
            let (complaints, contacts) = row.counts();
            rollup.add(&target.tree, unit, row.period(), Counts { complaints, contacts });
            chunk.push((unit, row));
        }
        if chunk.len() >= CHUNK || (is_last && !chunk.is_empty()) {
            insert(transaction, services, &chunk).await?;
            chunk.clear();
            progress(rows.rows);
        }
        if is_last {
            break;
        }
    }
    rollup.write(transaction).await?;
    execute(transaction, "UPDATE complaint SET reference = 'K-' || id WHERE reference LIKE 'new-%'", [])
        .await?;
    organisation::bump_data_version(transaction).await?;
    Ok(report)
}

/// The file was clean a moment ago, in this very transaction.
fn changed(problem: impl std::fmt::Debug) -> Error {
    Error::Internal(format!("the file changed while it was read: {problem:?}"))
}

fn id_of(row: &Row, made: &[i64]) -> Result<i64> {
    let unit = match row {
        Row::Complaint { unit, .. } | Row::Contacts { unit, .. } | Row::History { unit, .. } => *unit,
    };
    match unit {
        UnitRef::Known(id) => Ok(id),
        UnitRef::New(place) => made.get(place).copied().ok_or_else(|| changed("a unit")),
    }
}

/// Makes the units that the file names and nobody has, as teams below the root, and takes them into
/// the tree. Gives their ids in the order the file names them first.
async fn make_units<R: Read>(db: &impl ConnectionTrait, target: &mut Target, file: R) -> Result<Vec<i64>> {
    let names = {
        let mut rows = reader::rows(file, target).map_err(changed)?;
        while rows.next().map_err(changed)?.is_some() {}
        rows.new_units.names
    };
    let root =
        target.tree.root().ok_or_else(|| Error::Internal("the organisation has no root unit".to_owned()))?;
    let mut made = Vec::with_capacity(names.len());
    for name in &names {
        let row = query_one(
            db,
            "INSERT INTO unit (external_id, parent_id, kind, name) VALUES ($1, $2, 'team', $1) RETURNING id",
            [name.as_str().into(), root.into()],
        )
        .await?;
        made.push(row.ok_or_else(|| Error::Internal("the new unit is gone".to_owned()))?.try_get("", "id")?);
    }
    if !made.is_empty() {
        target.tree = Tree::load(db).await?;
    }
    Ok(made)
}

async fn insert(db: &impl ConnectionTrait, services: &Services, chunk: &[(i64, Row)]) -> Result<()> {
    let (head, columns) = match chunk.first() {
        Some((_, Row::Complaint { .. })) => (
            "INSERT INTO complaint (reference, external_id, unit_id, category, channel, severity, what, happened_on,
             received_at, stage) VALUES",
            10,
        ),
        Some((_, Row::Contacts { .. })) => ("INSERT INTO contact_day (unit_id, day, contacts) VALUES", 3),
        Some((_, Row::History { .. })) => {
            ("INSERT INTO history (unit_id, resolution, period_start, complaints, contacts) VALUES", 5)
        }
        None => return Ok(()),
    };
    let mut values: Vec<Value> = Vec::with_capacity(chunk.len() * columns);
    for (unit, row) in chunk {
        match row {
            Row::Complaint { day, what, category, channel, severity, reference, .. } => values.extend([
                format!("new-{}", crate::sign_in::hex(&crate::sign_in::random::<16>()?)).into(),
                reference.clone().into(),
                (*unit).into(),
                category.name().into(),
                channel.name().into(),
                severity.name().into(),
                what.as_str().into(),
                (*day).into(),
                received_at(*day, services).into(),
                // A record from another system: it counts in the rates and waits for nobody.
                Stage::Closed.name().into(),
            ]),
            Row::Contacts { day, contacts, .. } => {
                values.extend([(*unit).into(), (*day).into(), (*contacts).into()])
            }
            Row::History { period, complaints, contacts, .. } => values.extend([
                (*unit).into(),
                period.resolution().name().into(),
                period.start().into(),
                (*complaints).into(),
                (*contacts).into(),
            ]),
        }
    }
    execute(db, &format!("{head} {}", placeholders(chunk.len(), columns)), values).await?;
    Ok(())
}

/// Noon of the day it happened: the file does not say when it was received.
fn received_at(day: chrono::NaiveDate, services: &Services) -> chrono::DateTime<chrono::Utc> {
    day.and_hms_opt(12, 0, 0).map_or_else(|| services.now(), |noon| noon.and_utc())
}
