//! What happens by itself while the server runs: rounds open, close and are released, confirmed
//! imports are written, people are asked to answer and reminded of reviews, mail is sent, marks, drivers and link are
//! kept up to date. Every step is safe to repeat and to run on several instances at once; what it did is in the
//! database, so a restart loses nothing.
//!
//! What follows the calendar is held back when the clock seems to have leapt: a round that is released cannot
//! be taken back.

use chrono::{DateTime, Duration, Utc};
use domain::{Action, audit::Event, rounds::HeldJobs};
use sea_orm::ConnectionTrait;

use crate::{
    Actor, Result, Services, actions,
    audit::{self, Entry},
    authorize,
    db::{execute, query_one},
    imports, link, mail,
    organisation::{self, Organisation},
    overview, release,
    rounds::{self, keep::whole},
    sign_in,
};

/// The longest that the server may have stood still without somebody having to say that the date is right.
const LONGEST_PAUSE: Duration = Duration::days(2);

/// Does everything that is due now. A step that fails is logged and tried again next time; it does
/// not keep the others from running.
///
/// # Errors
/// When not even the organisation can be read.
pub async fn run_due(services: &Services) -> Result<()> {
    let services = &services.for_jobs();
    let today = organisation::find(&services.db.reader).await?.local_day(services.now());
    if may_follow_calendar(services).await? {
        note("closing rounds", rounds::close_due(services, today).await);
        note("opening rounds", rounds::open_due(services, today).await);
        note("releasing rounds", release::release_due(services).await);
        note("calling for answers", rounds::reminders::run_due(services).await);
        note("reminding of reviews", actions::reminders::run_due(services).await);
    }
    note("writing imports", imports::uploads::run_queued(services).await);
    note("forgetting wrong attempts", sign_in::forget_attempts(services).await);
    note("sending mail", mail::send_due(services).await);
    note("reckoning the signals of units", overview::signals::refresh(services).await);
    note("computing the link", link::refresh(services).await);
    note("weighing the drivers", overview::drivers::refresh(services).await);
    Ok(())
}

fn note<T>(step: &str, outcome: Result<T>) {
    if let Err(error) = outcome {
        tracing::error!(step, %error, "a job failed; it is tried again");
    }
}

/// When jobs ran last, and since when they are held.
struct Run {
    last_at: Option<DateTime<Utc>>,
    held_since: Option<DateTime<Utc>>,
}

impl Run {
    async fn read(db: &impl ConnectionTrait) -> Result<Self> {
        let row = query_one(db, "SELECT last_at, held_since FROM job_run", []).await?;
        Ok(match row {
            Some(row) => {
                Self { last_at: row.try_get("", "last_at")?, held_since: row.try_get("", "held_since")? }
            }
            None => Self { last_at: None, held_since: None },
        })
    }
}

/// Whether jobs that follow the calendar may run: not when the clock is more than two days past their last
/// run. Writes down that they run, or since when they are held.
async fn may_follow_calendar(services: &Services) -> Result<bool> {
    let now = services.now();
    let transaction = services.db.begin().await?;
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
pub(crate) async fn held(db: &impl ConnectionTrait, organisation: &Organisation) -> Result<Option<HeldJobs>> {
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
pub async fn resume(services: &Services, actor: Option<&Actor>) -> Result<()> {
    let (actor, units) = authorize(actor, Action::ManageRounds)?;
    whole(&services.db.reader, &units).await?;
    go_on(services, Some(actor.account)).await
}

/// The same for whoever runs the program.
///
/// # Errors
/// When the database refuses.
pub async fn resume_unasked(services: &Services) -> Result<()> {
    go_on(services, None).await
}

async fn go_on(services: &Services, account: Option<i64>) -> Result<()> {
    let now = services.now();
    let transaction = services.db.begin().await?;
    let held = Run::read(&transaction).await?.held_since.is_some();
    execute(&transaction, "UPDATE job_run SET last_at = $1, held_since = NULL", [now.into()]).await?;
    if held {
        audit::record(&transaction, now, &Entry::new(Event::JobsResumed, account)).await?;
    }
    transaction.commit().await?;
    Ok(())
}
