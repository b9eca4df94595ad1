//! The link: do changes in a team's strain and satisfaction go together with its complaints in the weeks after, or
//! with its customers' smiles and compliments? Worked out in the background when a release or an import changes its
//! inputs, kept, and only read by pages.
//!
//! * this file: the job; `panel`: what it looks at; `judged`: what is kept of it;
//! * `card`: beside the trend; `page`, `looks`, `draw`: the page about it. The sentences are those of
//!   [`report::link`].

mod card;
mod draw;
mod judged;
mod latest;
mod looks;
mod panel;

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{UnitId, insight::link::LinkOutcome};
use sea_orm::{ConnectionTrait, FromQueryResult};
use stats::{
    link::{
        LinkError, Options,
        headline::{Setting, headline},
        study::{Study, study},
    },
    panel::Panel,
};

use self::judged::Judged;
use base::{
    Base, Error, Result,
    db::{self, execute},
};
use organisation::Tree;

pub(crate) use card::card;
pub use latest::{chart_file, page};

/// The difference a sentence speaks of, in points of 0–100.
const STEP: f64 = 10.0;
/// What the link is looked for in, as the ledger names it.
const PREDICTORS: [&str; 2] = ["strain", "satisfaction"];
/// Fewest teams below a unit that are studied on their own; the topmost unit always is.
const FEWEST_TEAMS: usize = 3;
/// Minutes after its last sign of life in which nobody else takes over from an instance. One unit takes
/// seconds, thousands of teams on a busy machine a minute.
const CLAIM: TimeDelta = TimeDelta::minutes(10);

/// What is worked out by itself: a unit, and what is looked for in it.
type Looked = (UnitId, LinkOutcome);

/// Works out the link of every unit that has at least three teams, with each outcome there is anything of, when its
/// inputs changed since and no other instance is at it. What an instance left behind half done is taken up where it
/// stopped. Gives the number of results worked out.
///
/// # Errors
/// When the database refuses.
pub async fn refresh(base: &Base) -> Result<usize> {
    let db = base.db.snapshot().await?;
    let version = organisation::find(&db).await?.data_version;
    if Progress::find(&db).await?.is_some_and(|run| run.version >= version && run.is_done()) {
        return Ok(0);
    }
    let tree = Tree::load(&db).await?;
    let outcomes = panel::offered(&db).await?;
    let units = studied(&tree);
    // Complaints of all units first: they are what a page leads with.
    let looked: Vec<Looked> =
        outcomes.iter().flat_map(|outcome| units.iter().map(|unit| (*unit, *outcome))).collect();
    let known = known(&db, version, &looked).await?;
    let Some(turn) = claim(base, version, known.len(), looked.len()).await? else { return Ok(0) };
    let rounds = panel::team_rounds(&db, &outcomes).await?;
    // Nothing is held open while numbers are crunched.
    drop(db);
    let mut worked_out = 0;
    for (unit, outcome) in looked.into_iter().filter(|looked| !known.contains(looked)) {
        let teams = tree.leaves(unit);
        let panel = panel::panel(&tree, &teams, &rounds, outcome);
        let above = panel::above(&tree, &teams);
        // A study can take seconds on a large organisation: not on a thread that serves pages.
        let (study, judged) = tokio::task::spawn_blocking(move || work_out(&panel, &above))
            .await
            .map_err(|error| Error::Internal(error.to_string()))?
            .map_err(|error| Error::Internal(error.to_string()))?;
        if !keep(base, turn, version, (unit, outcome), &study, &judged).await? {
            tracing::warn!("another instance has taken over working out the link");
            return Ok(worked_out);
        }
        worked_out += 1;
    }
    finish(base, turn, version).await?;
    Ok(worked_out)
}

/// The study of a panel and the verdict about it; `above` holds for each unit what it hangs below.
fn work_out(panel: &Panel, above: &[u32]) -> std::result::Result<(Study, Judged), LinkError> {
    let options = Options::default();
    let study = study(panel, &options)?;
    let headline = headline(panel, &options, &Setting { steps: &[STEP; PREDICTORS.len()], above })?;
    let judged = Judged { report: study.report.clone(), headline };
    Ok((study, judged))
}

/// The units that get a study of their own, the topmost first: its result is the first that everybody can read.
fn studied(tree: &Tree) -> Vec<UnitId> {
    let tops: Vec<UnitId> = tree.root().into_iter().collect();
    let has_enough = |unit: UnitId| {
        let teams = tree.leaves(unit);
        teams.len() >= FEWEST_TEAMS && !teams.contains(&unit)
    };
    let all = tree.below(&tops).into_iter().map(|unit| unit.id);
    all.filter(|unit| tops.contains(unit) || has_enough(*unit)).collect()
}

/// A result that is there.
#[derive(FromQueryResult)]
struct Known {
    unit_id: UnitId,
    outcome: String,
}

/// Those that have their result of this version already.
async fn known(db: &impl ConnectionTrait, version: i64, looked: &[Looked]) -> Result<HashSet<Looked>> {
    let sql = "SELECT unit_id, outcome FROM link_result WHERE data_version = $1";
    let mut known = HashSet::new();
    for Known { unit_id, outcome } in db::all(db, sql, [version.into()]).await? {
        known.insert((unit_id, stored_outcome(&outcome)?));
    }
    Ok(looked.iter().copied().filter(|looked| known.contains(looked)).collect())
}

fn stored_outcome(word: &str) -> Result<LinkOutcome> {
    LinkOutcome::from_name(word).ok_or_else(|| Error::stored("link_result.outcome", word))
}

/// Takes the next turn, unless somebody has a claim that still holds, or all is done. The turn's number shows
/// later whether it is still ours.
async fn claim(base: &Base, version: i64, done: usize, total: usize) -> Result<Option<i64>> {
    let now = base.now();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let turn = db::value(
        base.db.writer(),
        "INSERT INTO link_run (id, data_version, done, total, turn, claimed_until) VALUES (1, $1, $2, $3, 1, $4)
         ON CONFLICT (id) DO UPDATE SET data_version = excluded.data_version, done = excluded.done,
             total = excluded.total, turn = link_run.turn + 1, claimed_until = excluded.claimed_until
         WHERE link_run.claimed_until <= $5 AND (link_run.data_version < excluded.data_version
             OR (link_run.data_version = excluded.data_version AND link_run.done < link_run.total))
         RETURNING turn",
        [version.into(), count(done).into(), count(total).into(), (now + CLAIM).into(), now.into()],
    )
    .await?;
    Ok(turn)
}

/// Keeps a result and says how far the work is, both or neither. False when the turn is no longer ours.
async fn keep(
    base: &Base,
    turn: i64,
    version: i64,
    (unit, outcome): Looked,
    study: &Study,
    judged: &Judged,
) -> Result<bool> {
    let (report, written) = (serde_json::to_string(judged)?, serde_json::to_string(study)?);
    let (now, today) = (base.now(), organisation::today(base).await?);
    let transaction = base.db.begin().await?;
    let left: Option<i64> = db::value(
        &transaction,
        "UPDATE link_run SET done = done + 1, claimed_until = $1 WHERE turn = $2 RETURNING total - done",
        [(now + CLAIM).into(), turn.into()],
    )
    .await?;
    let Some(left) = left else {
        transaction.rollback().await?;
        return Ok(false);
    };
    execute(
        &transaction,
        "INSERT INTO link_result (unit_id, outcome, data_version, computed_at, report, study)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (unit_id, outcome) DO UPDATE SET data_version = excluded.data_version,
             computed_at = excluded.computed_at, report = excluded.report, study = excluded.study",
        [unit.into(), outcome.name().into(), version.into(), now.into(), report.into(), written.into()],
    )
    .await?;
    if left <= 0 {
        judged::settle(&transaction, version, today).await?;
    }
    transaction.commit().await?;
    Ok(true)
}

/// Gives the turn back and lets go of units that have no result any more.
async fn finish(base: &Base, turn: i64, version: i64) -> Result<()> {
    let transaction = base.db.begin().await?;
    let ours = execute(
        &transaction,
        "UPDATE link_run SET claimed_until = $1 WHERE turn = $2",
        [base.now().into(), turn.into()],
    )
    .await?;
    if ours.rows_affected() > 0 {
        execute(&transaction, "DELETE FROM link_result WHERE data_version <> $1", [version.into()]).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// How far the work on a version is.
#[derive(FromQueryResult)]
struct Progress {
    #[sea_orm(alias = "data_version")]
    version: i64,
    done: i64,
    total: i64,
    claimed_until: DateTime<Utc>,
}

impl Progress {
    /// The newest work; none before the first.
    async fn find(db: &impl ConnectionTrait) -> Result<Option<Self>> {
        Ok(db::one(db, "SELECT data_version, done, total, claimed_until FROM link_run", []).await?)
    }

    const fn is_done(&self) -> bool {
        self.done >= self.total
    }
}
