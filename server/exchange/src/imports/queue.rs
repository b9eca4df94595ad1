//! Confirmed imports, written one after another while the server runs.

use domain::{
    UnitId,
    exchange::import::{DryRun, ImportKind, ImportState, Mapping},
};

use super::{
    SurveyedFile, Target,
    claim::{self, Claim, Job},
    reading, structure,
    uploads::may_create_units,
    write,
};
use crate::Exchange;
use base::{Base, Error, Result, db::Failure};
use organisation::Tree;
use tables::Bytes;

/// Runs confirmed imports, one after another. Gives how many were written. Does nothing while another call is at it
/// in this process; what is confirmed meanwhile is found by that one, or by the jobs' next turn.
///
/// # Errors
/// When the database refuses.
pub async fn run_queued(exchange: &Exchange) -> Result<u64> {
    let Ok(_turn) = exchange.reading.queue.clone().try_lock_owned() else { return Ok(0) };
    let mut written = 0;
    while let Some((claim, job)) = claim::next(exchange).await? {
        let confirmed = job.dry_run.clone();
        let outcome = tokio::select! {
            outcome = run_aside(exchange, &claim, job) => outcome,
            never = claim.beat(exchange) => match never {},
        };
        exchange.forget_progress(claim.import);
        match outcome {
            Ok(report) if report.has_changed_since => {
                // What they confirmed is not what would be written now: it goes back to its sender.
                claim.end(exchange.db.writer(), ImportState::Checked, &report).await?;
            }
            Ok(report) if report.is_clean() => written += 1,
            Ok(report) => claim.fail(exchange, &report).await?,
            Err(Error::Database(error)) if Failure::of(&error) != Failure::Other => {
                tracing::warn!(import = claim.import, %error, "the import waits until the database can store");
                if let Err(error) = claim.give_back(exchange).await {
                    tracing::warn!(import = claim.import, %error, "the import is taken again when its claim runs out");
                }
                return Ok(written);
            }
            Err(error) => {
                tracing::error!(import = claim.import, %error, "import failed");
                let report = serde_json::from_str(&confirmed)?;
                // Where another has taken it over, it is not ours to fail.
                if let Err(error) = claim.fail(exchange, &report).await {
                    tracing::warn!(import = claim.import, %error, "the import is left to its owner");
                }
            }
        }
    }
    Ok(written)
}

/// Writes an import on a thread of its own: reading a file keeps a processor busy.
async fn run_aside(exchange: &Exchange, claim: &Claim, job: Job) -> Result<DryRun> {
    let (exchange, claim) = (exchange.clone(), claim.clone());
    reading::aside((), move || async move { run(&exchange, &claim, job).await }).await
}

async fn run(exchange: &Exchange, claim: &Claim, job: Job) -> Result<DryRun> {
    let kind = ImportKind::from_name(&job.kind).ok_or_else(|| Error::stored("import_job.kind", &job.kind))?;
    let content = job.content.ok_or_else(|| Error::Internal("its file is not here".to_owned()))?;
    let mapping: Mapping = serde_json::from_str(&job.mapping)?;
    // The sender's units as they are now: neither the mapping nor the roles can have changed unseen.
    let grants = match job.account {
        Some(account) => people::sign_in::grants(exchange, account).await?,
        None => Vec::new(),
    };
    let tops: Vec<UnitId> = grants
        .iter()
        .filter(|grant| kind.right().roles().contains(&grant.role))
        .map(|grant| grant.unit)
        .collect();
    let creates_units = mapping.creates_units && may_create_units(exchange, &tops).await?;
    let mapping = Mapping { creates_units, ..mapping };
    let tree = Tree::load(&exchange.db.reader).await?;
    let today = organisation::today(exchange).await?;
    let file = Bytes(&content);
    let zone = organisation::find(&exchange.db.reader).await?.timezone;
    let file = SurveyedFile::of(&file, kind, &mapping, zone);
    let mut target = Target { kind, mapping, tree, tops, today, sender: job.account, file };
    let note = |rows| exchange.note_progress(claim.import, rows);
    if kind.is_organisation() {
        let confirmed: DryRun = serde_json::from_str(&job.dry_run)?;
        let digest = confirmed.diff.map(|diff| diff.digest).unwrap_or_default();
        return write_organisation(exchange, claim, &mut target, &digest, note).await;
    }
    let checked = write::check(exchange, &mut target).await?;
    if !checked.report.is_clean() {
        return Ok(checked.report);
    }
    write::write(exchange, claim, &mut target, checked, note).await
}

/// Units and people change in one transaction: each change may depend on the one before.
async fn write_organisation(
    base: &Base,
    claim: &Claim,
    target: &mut Target<'_>,
    digest: &str,
    note: impl Fn(u64),
) -> Result<DryRun> {
    let transaction = base.db.begin().await?;
    claim.hold(&transaction, base.now()).await?;
    let report = structure::write(&transaction, base, target, Some(digest), note).await?;
    if report.is_clean() && !report.has_changed_since {
        claim.end(&transaction, ImportState::Done, &report).await?;
        transaction.commit().await?;
    }
    Ok(report)
}

impl Exchange {
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
