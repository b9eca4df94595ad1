//! Confirmed imports, written one after another while the server runs.

use std::io::Cursor;

use domain::import::{DryRun, ImportKind, Mapping};
use entity::import_job;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    Target, organisation,
    uploads::may_create_units,
    write::{self, import_within},
};
use crate::{
    Error, Result, Services,
    db::{Transaction, execute},
    organisation::Tree,
};

/// Runs confirmed imports, one after another. Gives how many were written.
///
/// # Errors
/// When the database refuses.
pub async fn run_queued(services: &Services) -> Result<u64> {
    let mut written = 0;
    while let Some(job) = import_job::Entity::find()
        .filter(import_job::Column::State.eq("queued"))
        .order_by_asc(import_job::Column::Id)
        .one(&services.db.reader)
        .await?
    {
        let claimed = execute(
            services.db.writer(),
            "UPDATE import_job SET state = 'running' WHERE id = $1 AND state = 'queued'",
            [job.id.into()],
        )
        .await?;
        if claimed.rows_affected() == 0 {
            continue; // Another instance was faster.
        }
        let outcome = run(services, &job).await;
        services.forget_progress(job.id);
        let report = match outcome {
            Ok(report) if report.has_changed_since => {
                ask_again(services, job.id, &report).await?;
                continue;
            }
            Ok(report) if report.is_clean() => {
                written += 1;
                continue;
            }
            Ok(report) => serde_json::to_string(&report)?,
            Err(error) => {
                tracing::error!(import = job.id, %error, "import failed");
                job.dry_run
            }
        };
        execute(
            services.db.writer(),
            "UPDATE import_job SET state = 'failed', dry_run = $1, content = NULL WHERE id = $2 AND state = 'running'",
            [report.into(), job.id.into()],
        )
        .await?;
    }
    Ok(written)
}

/// Puts an import back before its sender: what they confirmed is not what would be written now.
async fn ask_again(services: &Services, id: i64, report: &DryRun) -> Result<()> {
    execute(
        services.db.writer(),
        "UPDATE import_job SET state = 'checked', dry_run = $1 WHERE id = $2 AND state = 'running'",
        [serde_json::to_string(report)?.into(), id.into()],
    )
    .await?;
    Ok(())
}

async fn run(services: &Services, job: &import_job::Model) -> Result<DryRun> {
    let kind = ImportKind::from_name(&job.kind).ok_or_else(|| Error::Internal("unknown kind".to_owned()))?;
    let content = job.content.clone().unwrap_or_default();
    let mapping: Mapping = serde_json::from_str(&job.mapping)?;
    // The sender's units as they are now: neither the mapping nor the roles can have changed unseen.
    let grants = crate::sign_in::grants(services, job.account_id.unwrap_or_default()).await?;
    let tops: Vec<i64> = grants
        .iter()
        .filter(|grant| kind.action().roles().contains(&grant.role))
        .map(|grant| grant.unit)
        .collect();
    let creates_units = mapping.creates_units && may_create_units(services, &tops).await?;
    let mapping = Mapping { creates_units, ..mapping };
    let tree = Tree::load(&services.db.reader).await?;
    let today = services.today().await?;
    let mut target = Target { kind, mapping, tree, tops, today, sender: job.account_id };
    let note = |rows| services.note_progress(job.id, rows);
    if kind.is_organisation() {
        let confirmed: DryRun = serde_json::from_str(&job.dry_run)?;
        let digest = confirmed.diff.map(|diff| diff.digest).unwrap_or_default();
        let transaction = services.db.begin().await?;
        let file = Cursor::new(content.as_slice());
        let report =
            organisation::write(&transaction, services, &mut target, file, Some(&digest), note).await?;
        if report.is_clean() && !report.has_changed_since {
            finish(transaction, job.id, &report).await?;
        }
        return Ok(report);
    }
    let open = || Ok(Cursor::new(content.as_slice()));
    let checked = write::check(services, &mut target, &open).await?;
    if !checked.report.is_clean() {
        return Ok(checked.report);
    }
    let transaction = services.db.begin().await?;
    let report = import_within(&transaction, services, &mut target, checked, open, note).await?;
    if report.is_clean() {
        finish(transaction, job.id, &report).await?;
    }
    Ok(report)
}

/// Done together with what was written, so that a restart can neither lose nor repeat it. The file has
/// served its purpose; keeping customers' words and people's names twice helps nobody.
async fn finish(transaction: Transaction, id: i64, report: &DryRun) -> Result<()> {
    execute(
        &transaction,
        "UPDATE import_job SET state = 'done', dry_run = $1, content = NULL WHERE id = $2",
        [serde_json::to_string(report)?.into(), id.into()],
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}

/// Lets imports that a stopped server left half-way run again; of their rows nothing was kept.
///
/// # Errors
/// When the database refuses.
pub async fn requeue_interrupted(services: &Services) -> Result<()> {
    execute(services.db.writer(), "UPDATE import_job SET state = 'queued' WHERE state = 'running'", [])
        .await?;
    Ok(())
}

impl Services {
    fn note_progress(&self, import: i64, rows: u64) {
        if let Ok(mut progress) = self.progress.lock() {
            progress.insert(import, rows);
        }
    }

    fn forget_progress(&self, import: i64) {
        if let Ok(mut progress) = self.progress.lock() {
            progress.remove(&import);
        }
    }

    pub(super) fn rows_imported(&self, import: i64) -> u64 {
        self.progress.lock().ok().and_then(|progress| progress.get(&import).copied()).unwrap_or(0)
    }
}
