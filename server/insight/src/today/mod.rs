//! The morning view: the matters that are open, and what is new since somebody was last here.
//!
//! Nothing is written down by looking: "last here" is the newest sign-in of an earlier day in the audit log.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, SecondsFormat, TimeZone, Utc};
use domain::{
    AccountId, Problem, Right, UnitId,
    audit::Event,
    insight::{
        actions::DueAction,
        matters::Worklist,
        signal::SignalState,
        today::{
            FIRST_LOOK_DAYS, Findings, Mark, OLD_CASE_DAYS, Review, TodayPage, TodayQuery, UnitName,
            UnitSignal, news,
        },
    },
};
use sea_orm::ConnectionTrait;

use crate::{actions, matters, overview, set_up, verdicts};
use base::{Actor, Base, Error, Result, authorize, db};
use customers::complaints::{self, Waiting};
use organisation::{Organisation, Tree, within};

/// What is new in a unit or, without one, in all units that the person looks after.
///
/// # Errors
/// `NotFound` for an unknown unit and for one that is not the person's, alike.
pub async fn page(base: &Base, actor: Option<&Actor>, query: &TodayQuery) -> Result<TodayPage> {
    let (actor, tops) = authorize(actor, Right::ViewToday)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let shown = match query.unit {
        Some(unit) => {
            within(&tree, &tops, unit)?;
            vec![unit]
        }
        // A unit that hangs below another of the person's is looked at with that one.
        None => tree.topmost(&tops),
    };
    let organisation = organisation::find(&db).await?;
    let today = organisation.local_day(base.now());
    let here = last_here(&db, &organisation, actor.account, today).await?;
    let since = here.unwrap_or(today - Days::new(FIRST_LOOK_DAYS));
    let cases = cases(&db, &tree, actor, &shown, base.now()).await?;
    let looked = matters::looked::find(&db, &tree, &shown).await?;
    let matters = matters::among(&db, &tree, Some(actor), &looked.found, &shown).await?;
    let named =
        |ids: Vec<UnitId>| -> Vec<UnitName> { ids.iter().filter_map(|id| name(&tree, *id)).collect() };
    let findings = Findings {
        since,
        tops: named(shown.clone()),
        teams: looked.teams,
        urgent_cases: cases.urgent,
        old_cases: cases.old,
        signals: marked(&tree, &looked.found),
        released: released(&db, since).await?,
        reviews: reviews(&db, &tree, &shown, today).await?,
        link_changed: named(verdicts::changed(&db, &shown, since).await?),
    };
    if findings.tops.is_empty() {
        return Err(Problem::NotFound.into());
    }
    let place = match shown.as_slice() {
        [unit] => tree.place(&tops, *unit),
        _ => None,
    };
    Ok(TodayPage {
        today,
        since,
        was_here: here.is_some(),
        set_up_left: set_up::left(base, &db, actor).await?,
        matters: Worklist::of(matters, today),
        is_looked_at: looked.teams.is_some() && looked.found.iter().any(|signal| signal.latest.is_some()),
        news: news(&findings),
        tops: findings.tops,
        place,
    })
}

fn name(tree: &Tree, id: UnitId) -> Option<UnitName> {
    tree.get(id).map(|unit| UnitName { id, name: unit.name.clone() })
}

/// The marks among signals.
fn marked(tree: &Tree, found: &[overview::signals::UnitSignal]) -> Vec<UnitSignal> {
    let mark = |signal: &overview::signals::UnitSignal| {
        let is_concern = signal.state == SignalState::Concern;
        let mark = Mark { topic: signal.measure, is_concern, since: signal.since? };
        Some(UnitSignal { unit: name(tree, signal.unit)?, mark })
    };
    found.iter().filter(|signal| signal.state != SignalState::None).filter_map(mark).collect()
}

/// The last day before today on which the account signed in.
async fn last_here(
    db: &impl ConnectionTrait,
    organisation: &Organisation,
    account: AccountId,
    today: NaiveDate,
) -> Result<Option<NaiveDate>> {
    let midnight = today.and_time(NaiveTime::MIN);
    let midnight = organisation.timezone.from_local_datetime(&midnight).earliest();
    let midnight = midnight.map_or_else(|| today.and_time(NaiveTime::MIN).and_utc(), |at| at.to_utc());
    // As the log writes its times, so that texts compare as times do.
    let before = midnight.to_rfc3339_opts(SecondsFormat::Millis, true);
    let at: Option<String> = db::value(
        db,
        "SELECT at FROM audit WHERE account_id = $1 AND event = $2 AND at < $3 ORDER BY id DESC LIMIT 1",
        [account.into(), Event::SignedIn.name().into(), before.into()],
    )
    .await?;
    let Some(at) = at else { return Ok(None) };
    let at: DateTime<Utc> = at.parse().map_err(|_| Error::stored("audit.at", &at))?;
    Ok(Some(organisation.local_day(at)))
}

/// Open cases that need a look, of those units among these whose cases the person may read.
async fn cases(
    db: &impl ConnectionTrait,
    tree: &Tree,
    actor: &Actor,
    shown: &[UnitId],
    now: DateTime<Utc>,
) -> Result<Waiting> {
    let mine = actor.units_for(Right::ViewCases);
    if mine.is_empty() {
        return Ok(Waiting::default());
    }
    let below = |tops: &[UnitId]| tree.below(tops).into_iter().map(|unit| unit.id).collect::<Vec<_>>();
    let units: Vec<UnitId> = below(shown).into_iter().filter(|id| within(tree, &mine, *id).is_ok()).collect();
    complaints::waiting(db, tree, &units, now - Days::new(OLD_CASE_DAYS)).await
}

/// Open actions of these units and of those below them whose day of review has come.
async fn reviews(
    db: &impl ConnectionTrait,
    tree: &Tree,
    shown: &[UnitId],
    today: NaiveDate,
) -> Result<Vec<Review>> {
    let units: Vec<UnitId> = tree.below(shown).into_iter().map(|unit| unit.id).collect();
    let due = actions::due(db, &units, today).await?;
    let review = |action: DueAction| Some(Review { action: action.id, unit: name(tree, action.unit)? });
    Ok(due.into_iter().filter_map(review).collect())
}

/// First days of the rounds that were released on a day or later.
async fn released(db: &impl ConnectionTrait, since: NaiveDate) -> Result<Vec<NaiveDate>> {
    let sql = "SELECT starts_on FROM round WHERE state = 'released' AND released_on >= $1";
    Ok(db::column(db, sql, [since.into()]).await?)
}
