//! The clock may have leapt: what follows the calendar is held back when the clock is more than two days past
//! the last run of the jobs, until somebody says that the date is right. A round that is released cannot be taken back.

use chrono::{DateTime, Duration, Utc};
use domain::{AccountId, Right, audit::Event, staff::rounds::HeldJobs};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{Organisation, whole};
use base::{
    Actor, Base, Result,
    audit::{self, Entry},
    authorize,
    db::{execute, one},
};

/// The longest that the server may have stood still without somebody having to say that the date is right.
const LONGEST_PAUSE: Duration = Duration::days(2);

/// When jobs ran last, and since when they are held.
#[derive(Default, FromQueryResult)]
struct Run {
    last_at: Option<DateTime<Utc>>,
    held_since: Option<DateTime<Utc>>,
}

impl Run {
    async fn read(db: &impl ConnectionTrait) -> Result<Self> {
        Ok(one(db, "SELECT last_at, held_since FROM job_run", []).await?.unwrap_or_default())
    }
}

/// Whether jobs that follow the calendar may run: not when the clock is more than two days past their last
/// run. Writes down that they run, or since when they are held.
pub async fn may_follow_calendar(base: &Base) -> Result<bool> {
    let now = base.now();
    let transaction = base.db.begin().await?;
    let run = Run::read(&transaction).await?;
    let may_run = run.last_at.is_none_or(|last| now - last <= LONGEST_PAUSE);
    if may_run {
        // A clock that goes back and forth a little never seems to have leapt; one that was far ahead was wrong.
        let last = run.last_at.filter(|last| *last - now <= LONGEST_PAUSE).map_or(now, |last| last.max(now));
        execute(&transaction, "UPDATE job_run SET last_at = $1, held_since = NULL", [last.into()]).await?;
    } else if run.held_since.is_none() {
        execute(&transaction, "UPDATE job_run SET held_since = $1", [now.into()]).await?;
        let last = run.last_at.map(|last| last.to_rfc3339()).unwrap_or_default();
        tracing::warn!(
            last,
            now = now.to_rfc3339(),
            "rounds are held: the clock is more than two days past their last run; if the date is right, say so on /rounds or with `trivsel round resume`"
        );
    }
    transaction.commit().await?;
    Ok(may_run)
}

/// Since when jobs are held, as the page of rounds tells it.
///
/// # Errors
/// When the database refuses.
pub async fn held(db: &impl ConnectionTrait, organisation: &Organisation) -> Result<Option<HeldJobs>> {
    let run = Run::read(db).await?;
    Ok(run.held_since.zip(run.last_at).map(|(since, last)| HeldJobs {
        since: organisation.local_minute(since),
        last: organisation.local_minute(last),
    }))
}

/// Somebody says that the date is right: jobs go on.
///
/// # Errors
/// `Forbidden` for whoever keeps only a part of the organisation.
pub async fn resume(base: &Base, actor: Option<&Actor>) -> Result<()> {
    let (actor, units) = authorize(actor, Right::ManageRounds)?;
    whole(&base.db.reader, &units).await?;
    go_on(base, Some(actor.account)).await
}

/// The same for whoever runs the program.
///
/// # Errors
/// When the database refuses.
pub async fn resume_unasked(base: &Base) -> Result<()> {
    go_on(base, None).await
}

async fn go_on(base: &Base, account: Option<AccountId>) -> Result<()> {
    let now = base.now();
    let transaction = base.db.begin().await?;
    let held = Run::read(&transaction).await?.held_since.is_some();
    execute(&transaction, "UPDATE job_run SET last_at = $1, held_since = NULL", [now.into()]).await?;
    if held {
        audit::record(&transaction, now, &Entry::new(Event::JobsResumed, account)).await?;
    }
    transaction.commit().await?;
    Ok(())
}
