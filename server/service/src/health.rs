//! How the program is doing, for those who operate it: numbers of things, nobody's data.

use base::{
    Base, Result,
    db::{one, value},
};
use chrono::{DateTime, Days, Duration, Utc};
use domain::{exchange::import::ImportState, staff::rounds::RoundState};
use sea_orm::{FromQueryResult, Value};
use staff::release::rules;

/// What should have been done by itself, and when it was last seen to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// When jobs ran last.
    pub jobs_at: Option<DateTime<Utc>>,
    /// Whether what follows the calendar waits for somebody to say that the date is right.
    pub is_held: bool,
    /// Rounds whose day has come, and which were neither opened, closed nor released.
    pub late_rounds: i64,
    /// Letters that should have left an hour ago.
    pub late_letters: i64,
    /// Letters that were given up.
    pub failed_letters: i64,
    /// Imports that were confirmed an hour ago and are not written.
    pub late_imports: i64,
}

#[derive(Default, FromQueryResult)]
struct Run {
    last_at: Option<DateTime<Utc>>,
    held_since: Option<DateTime<Utc>>,
}

/// Looks at what waits.
///
/// # Errors
/// When the database refuses.
pub async fn look(base: &Base) -> Result<Health> {
    let db = &base.db.reader;
    let organisation = organisation::find(db).await?;
    let today = organisation.local_day(base.now());
    let run: Run = one(db, "SELECT last_at, held_since FROM job_run", []).await?.unwrap_or_default();
    let rules = rules::in_force(db, today).await?;
    // A day of grace: where the server runs, what follows the calendar is done within a minute of its time.
    let day = today - Days::new(1);
    let released = day - Days::new((rules.grace_hours / 24 + 1).unsigned_abs());
    let hour_ago: Value = (base.now() - Duration::hours(1)).into();
    let count = async |sql: String, values: Vec<Value>| -> Result<i64> {
        Ok(value(db, &sql, values).await?.unwrap_or(0))
    };
    let [planned, open, closed] =
        [RoundState::Planned, RoundState::Open, RoundState::Closed].map(RoundState::name);
    let rounds = format!(
        "SELECT COUNT(*) AS n FROM round WHERE (state = '{planned}' AND starts_on < $1)
         OR (state = '{open}' AND ends_on < $1) OR (state = '{closed}' AND ends_on < $2)"
    );
    let imports = format!(
        "SELECT COUNT(*) AS n FROM import_job WHERE state = '{}' AND created_at < $1",
        ImportState::Queued.name()
    );
    let letters = "SELECT COUNT(*) AS n FROM mail WHERE state = 'queued' AND due_at < $1".to_owned();
    let failed = "SELECT COUNT(*) AS n FROM mail WHERE state = 'failed'".to_owned();
    Ok(Health {
        jobs_at: run.last_at,
        is_held: run.held_since.is_some(),
        late_rounds: count(rounds, vec![day.into(), released.into()]).await?,
        late_letters: count(letters, vec![hour_ago.clone()]).await?,
        failed_letters: count(failed, vec![]).await?,
        late_imports: count(imports, vec![hour_ago]).await?,
    })
}
