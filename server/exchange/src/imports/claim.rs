//! Who writes an import. Whoever takes it has it for some minutes and longer with each sign of life; whoever stops
//! loses it when that time is over, and another begins again. An import is ended only by who has it.

use domain::AccountId;
use std::{convert::Infallible, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use domain::exchange::import::{DryRun, ImportState};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{Target, staging};
use base::{
    Base, Error, Result,
    db::{execute, exists, one, value},
    tokens::{hex, random},
};

/// How long after its last sign of life an import is left to who has it.
const CLAIM: TimeDelta = TimeDelta::minutes(2);
/// How often there is a sign of life.
const BEAT: Duration = Duration::from_secs(30);

/// An import that is ours to write. The word is another each time an import is taken: not even the same program
/// mistakes a claim that it lost for the one it has.
#[derive(Clone)]
pub(super) struct Claim {
    pub(super) import: i64,
    word: String,
}

/// What a confirmed import says.
#[derive(FromQueryResult)]
pub(super) struct Job {
    id: i64,
    pub(super) kind: String,
    pub(super) content: Option<Vec<u8>>,
    pub(super) mapping: String,
    pub(super) dry_run: String,
    #[sea_orm(alias = "account_id")]
    pub(super) account: Option<AccountId>,
}

/// Takes the next import that is confirmed, or whose owner showed no sign of life in time. The condition stands
/// twice, so that of two instances only one gets it.
pub(super) async fn next(base: &Base) -> Result<Option<(Claim, Job)>> {
    const WAITS: &str = "(state = 'queued' OR (state = 'running' AND (claimed_until IS NULL OR claimed_until <= $3 OR claimed_until > $4)))";
    let now = base.now();
    // A claim that lasts longer than any was made while the clock was ahead.
    let too_long = now + CLAIM + CLAIM;
    let sql =
        format!("SELECT id FROM import_job WHERE {} LIMIT 1", WAITS.replace("$3", "$1").replace("$4", "$2"));
    if !exists(&base.db.reader, &sql, [now.into(), too_long.into()]).await? {
        return Ok(None);
    }
    let word = hex(&random::<16>()?);
    let sql = format!(
        "UPDATE import_job SET state = 'running', claimed_by = $1, claimed_until = $2
         WHERE {WAITS} AND id = (SELECT id FROM import_job WHERE {WAITS} ORDER BY id LIMIT 1)
         RETURNING id, kind, content, mapping, dry_run, account_id"
    );
    let values = [word.clone().into(), (now + CLAIM).into(), now.into(), too_long.into()];
    let job: Option<Job> = one(base.db.writer(), &sql, values).await?;
    Ok(job.map(|job| (Claim { import: job.id, word }, job)))
}

impl Claim {
    /// The claim of an import that waits in no queue: its file is read where it lies, and nobody could write it
    /// for us.
    pub(super) async fn begin(base: &Base, target: &Target<'_>) -> Result<Self> {
        let (now, word) = (base.now(), hex(&random::<16>()?));
        let import: Option<i64> = value(
            base.db.writer(),
            "INSERT INTO import_job (kind, file_name, mapping, dry_run, state, account_id, created_at, claimed_by,
                 claimed_until)
             VALUES ($1, 'trivsel import', $2, $3, 'running', $4, $5, $6, $7) RETURNING id",
            [
                target.kind.name().into(),
                serde_json::to_string(&target.mapping)?.into(),
                serde_json::to_string(&DryRun::default())?.into(),
                target.sender.into(),
                now.into(),
                word.clone().into(),
                (now + CLAIM).into(),
            ],
        )
        .await?;
        let import = import.ok_or_else(|| Error::Internal("the new import is gone".to_owned()))?;
        Ok(Self { import, word })
    }

    /// Shows a sign of life. Inside a transaction nobody else can take the import before it ends.
    ///
    /// # Errors
    /// When the import is no longer ours: nothing more may be written for it.
    pub(super) async fn hold(&self, db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<()> {
        let held = execute(
            db,
            "UPDATE import_job SET claimed_until = $1 WHERE id = $2 AND claimed_by = $3 AND state = 'running'",
            [(now + CLAIM).into(), self.import.into(), self.word.clone().into()],
        )
        .await?;
        if held.rows_affected() == 1 {
            return Ok(());
        }
        Err(Error::Internal(format!("another instance has taken over import {}", self.import)))
    }

    /// Shows signs of life as long as it is asked. Whether the import is still ours, its next transaction finds out:
    /// a sign that finds it gone may also have come just after its end.
    pub(super) async fn beat(&self, base: &Base) -> Infallible {
        loop {
            tokio::time::sleep(BEAT).await;
            if let Err(error) = self.hold(base.db.writer(), base.now()).await {
                // The writer may be ours, and busy with this very import.
                tracing::debug!(%error, import = self.import, "no sign of life");
            }
        }
    }

    /// Ends the import, unless it is no longer ours. Its file has served its purpose; keeping customers' words and
    /// people's names twice helps nobody. Where its sender is asked again, it stays.
    pub(super) async fn end(
        &self,
        db: &impl ConnectionTrait,
        state: ImportState,
        report: &DryRun,
    ) -> Result<()> {
        let erased = if state == ImportState::Checked { "" } else { ", content = NULL, heads = NULL" };
        let sql = format!(
            "UPDATE import_job SET state = $1, dry_run = $2, claimed_by = NULL, claimed_until = NULL{erased}
             WHERE id = $3 AND claimed_by = $4 AND state = 'running'"
        );
        let report = serde_json::to_string(report)?;
        let values = [state.name().into(), report.into(), self.import.into(), self.word.clone().into()];
        if execute(db, &sql, values).await?.rows_affected() == 1 {
            return Ok(());
        }
        Err(Error::Internal(format!("another instance has taken over import {}", self.import)))
    }

    /// Puts the import back into the queue: what kept it from being written will pass.
    ///
    /// # Errors
    /// When the database refuses; then the claim runs out by itself.
    pub(super) async fn give_back(&self, base: &Base) -> Result<()> {
        execute(
            base.db.writer(),
            "UPDATE import_job SET state = 'queued', claimed_by = NULL, claimed_until = NULL
             WHERE id = $1 AND claimed_by = $2 AND state = 'running'",
            [self.import.into(), self.word.clone().into()],
        )
        .await?;
        Ok(())
    }

    /// Says that nothing was written, and why.
    pub(super) async fn fail(&self, base: &Base, report: &DryRun) -> Result<()> {
        staging::clear(base, self).await?;
        self.end(base.db.writer(), ImportState::Failed, report).await
    }
}
