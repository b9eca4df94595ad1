//! Writes a file that a dry run found clean: in portions that leave the database to others, all or nothing.

use domain::exchange::import::{DryRun, ImportState};
use sea_orm::ConnectionTrait;

use super::{Target, check::dry_run, claim::Claim, staging};
use base::{Base, Result, db::value};
use organisation::Tree;

/// How often a file is checked again because something came between, before it is checked once more with the
/// database kept from others.
const ATTEMPTS: usize = 3;

/// Checks the file and, when it is clean, writes it. `progress` hears the number of rows written so far.
///
/// # Errors
/// When the file cannot be read or the database refuses; nothing is written then. Problems of the
/// file are part of the report; nothing is written then either.
pub async fn import(base: &Base, target: &mut Target<'_>, progress: impl Fn(u64)) -> Result<DryRun> {
    if target.kind.is_organisation() {
        return super::structure::import(base, target, progress).await;
    }
    let checked = check(base, target).await?;
    if !checked.report.is_clean() {
        return Ok(checked.report);
    }
    let claim = Claim::begin(base, target).await?;
    let outcome = tokio::select! {
        outcome = write(base, &claim, target, checked, progress) => outcome,
        never = claim.beat(base) => match never {},
    };
    if let Some(report) = match &outcome {
        Ok(report) => (!report.is_clean()).then(|| report.clone()),
        Err(_) => Some(DryRun::default()),
    } {
        let failed = claim.fail(base, &report).await;
        // What went wrong first is what the caller hears.
        return outcome.and_then(|report| failed.map(|()| report));
    }
    outcome
}

/// A dry run, and the state of the data it was made against.
pub(super) struct Checked {
    pub(super) report: DryRun,
    version: (i64, i64),
}

/// Runs dry before anything is locked: reading a large file takes a while, and others want to write.
pub(super) async fn check(base: &Base, target: &mut Target<'_>) -> Result<Checked> {
    let db = &base.db.reader;
    let version = version(db).await?;
    target.tree = Tree::load(db).await?;
    let report = dry_run(db, target).await?;
    Ok(Checked { report, version })
}

/// Changes with every import and with every complaint that is logged.
async fn version(db: &impl ConnectionTrait) -> Result<(i64, i64)> {
    let newest = value(db, "SELECT COALESCE(MAX(id), 0) AS newest FROM complaint", []).await?;
    Ok((organisation::find(db).await?.data_version, newest.unwrap_or(0)))
}

/// Writes what was checked and ends the import, both or neither: a stop can neither lose nor repeat it. Only the
/// last transaction, which moves what was put down before, holds the database for longer than a moment.
pub(super) async fn write(
    base: &Base,
    claim: &Claim,
    target: &mut Target<'_>,
    mut checked: Checked,
    progress: impl Fn(u64),
) -> Result<DryRun> {
    staging::stage(base, claim, target, progress).await?;
    let mut attempts = ATTEMPTS;
    loop {
        let transaction = base.db.begin().await?;
        claim.hold(&transaction, base.now()).await?;
        // Where something was written in between, the file is checked again. What was put down stays right: it
        // names units by their numbers, which stay.
        let report = if checked.version == version(&transaction).await? {
            checked.report
        } else if attempts > 0 {
            attempts -= 1;
            transaction.rollback().await?;
            checked = check(base, target).await?;
            if checked.report.is_clean() {
                continue;
            }
            return Ok(checked.report);
        } else {
            target.tree = Tree::load(&transaction).await?;
            dry_run(&transaction, target).await?
        };
        if report.is_clean() {
            staging::settle(&transaction, claim, target, report.rows, base.now()).await?;
            claim.end(&transaction, ImportState::Done, &report).await?;
            transaction.commit().await?;
        }
        return Ok(report);
    }
}
