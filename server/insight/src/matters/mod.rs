//! Open matters: the signals of concern that units carry, with what was said and is being tried about them.
//!
//! One source for the morning view, the sentence about a larger unit and the weekly letter.

pub(crate) mod looked;
pub mod weekly;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::{
    Problem, Right, UnitId,
    insight::{
        actions::Driver,
        matters::{Matter, MatterForm, MatterPage, Replied, Reply},
        signal::{SignalMeasure, SignalState},
        today::UnitName,
    },
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{
    actions::open_of,
    overview::signals::{self, UnitSignal},
};
use base::{
    Actor, Base, Error, Result, authorize,
    db::{self, execute, join_ids},
};
use organisation::{Tree, within};

/// The matters among the signals of units. `shown` are the units that the reader looks at: a unit's neighbour
/// above is named where it is not one of them.
///
/// # Errors
/// When the database refuses, and for a word that this version does not know.
pub(crate) async fn among(
    db: &impl ConnectionTrait,
    tree: &Tree,
    actor: Option<&Actor>,
    found: &[UnitSignal],
    shown: &[UnitId],
) -> Result<Vec<Matter>> {
    let worse: Vec<&UnitSignal> =
        found.iter().filter(|signal| signal.state == SignalState::Concern).collect();
    let units: Vec<UnitId> = worse.iter().map(|signal| signal.unit).collect();
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let replies = replies(db, &units).await?;
    let mut acting: Vec<UnitId> = units.iter().flat_map(|unit| tree.ancestors(*unit)).collect();
    acting.sort_unstable();
    acting.dedup();
    let actions = open_of(db, &acting).await?;
    let mine = actor.map(|actor| actor.units_for(Right::ManageActions)).unwrap_or_default();
    let matter = |signal: &UnitSignal| {
        let unit = tree.get(signal.unit)?;
        let above = unit.parent_id.filter(|parent| !shown.contains(parent) && !shown.contains(&unit.id));
        let matter = Matter {
            unit: UnitName { id: unit.id, name: unit.name.clone() },
            above: above.and_then(|parent| tree.get(parent)).map(|parent| parent.name.clone()),
            topic: signal.measure,
            since: signal.since?,
            latest: signal.latest?,
            value: signal.value?,
            usual: signal.usual?,
            replied: None,
            running: None,
            may_handle: within(tree, &mine, unit.id).is_ok(),
        };
        let replied = replies.get(&(unit.id, signal.measure)).filter(|replied| matter.counts(replied));
        let path = tree.ancestors(unit.id);
        let running = actions
            .iter()
            .filter(|(of, driver, _)| path.contains(of) && is_about(*driver, signal.measure))
            .map(|(_, _, running)| *running)
            .find(|running| matter.is_for(running));
        Some(Matter { replied: replied.cloned(), running, ..matter })
    };
    Ok(worse.into_iter().filter_map(matter).collect())
}

/// The matters of units and of all open teams below them.
pub(crate) async fn of_units(
    db: &impl ConnectionTrait,
    tree: &Tree,
    actor: Option<&Actor>,
    tops: &[UnitId],
) -> Result<Vec<Matter>> {
    let looked = looked::find(db, tree, tops).await?;
    among(db, tree, actor, &looked.found, tops).await
}

/// Whether an action for a driver is meant for this measure. What the staff say of their work stands behind both
/// their measures.
const fn is_about(driver: Driver, topic: SignalMeasure) -> bool {
    matches!(driver, Driver::Complaints) == matches!(topic, SignalMeasure::Complaints)
}

/// A reply as it is stored.
#[derive(FromQueryResult)]
struct StoredReply {
    unit_id: UnitId,
    measure: String,
    until: Option<NaiveDate>,
    reason: String,
    replied_on: NaiveDate,
}

async fn replies(
    db: &impl ConnectionTrait,
    units: &[UnitId],
) -> Result<HashMap<(UnitId, SignalMeasure), Replied>> {
    let sql = format!(
        "SELECT unit_id, measure, until, reason, replied_on FROM matter_reply WHERE unit_id IN ({})",
        join_ids(units)
    );
    let read = |row: StoredReply| {
        let measure = SignalMeasure::from_name(&row.measure)
            .ok_or_else(|| Error::stored("matter_reply.measure", &row.measure))?;
        let reply = match row.until {
            Some(until) => Reply::Aside { until, reason: row.reason },
            None => Reply::Seen,
        };
        Ok(((row.unit_id, measure), Replied { reply, on: row.replied_on }))
    };
    db::all(db, &sql, []).await?.into_iter().map(read).collect()
}

/// The open teams below a unit whose newest figures are worse than usual, in one measure or in any, in the order of
/// the tree.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn worse_below(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: UnitId,
    measure: Option<SignalMeasure>,
) -> Result<Vec<UnitName>> {
    if tree.children(unit).is_empty() {
        return Ok(Vec::new());
    }
    let teams: Vec<UnitId> = tree
        .open_below(&[unit])
        .into_iter()
        .map(|item| item.id)
        .filter(|id| tree.children(*id).is_empty())
        .collect();
    let marks = signals::marks(db, &teams).await?;
    let asked = marks.iter().filter(|mark| measure.is_none_or(|measure| measure == mark.measure));
    let worse = asked.filter(|mark| mark.state == SignalState::Concern && !mark.is_one_of_many);
    let worse: HashSet<UnitId> = worse.map(|mark| mark.unit).collect();
    let name = |id: UnitId| tree.get(id).map(|unit| UnitName { id, name: unit.name.clone() });
    Ok(teams.into_iter().filter(|id| worse.contains(id)).filter_map(name).collect())
}

/// Teams that a page names as standing out before it counts the rest.
const MOST_NAMED: usize = 3;

/// Of [`worse_below`] those that a page names, and how many more there are.
pub(crate) fn named(mut worse: Vec<UnitName>) -> (Vec<UnitName>, u64) {
    let more = worse.len().saturating_sub(MOST_NAMED) as u64;
    worse.truncate(MOST_NAMED);
    (worse, more)
}

/// The page on which a matter is put aside.
///
/// # Errors
/// `NotFound` for a unit that is not the person's and for one that carries no such matter, alike.
pub async fn page(
    base: &Base,
    actor: Option<&Actor>,
    unit: UnitId,
    topic: SignalMeasure,
) -> Result<MatterPage> {
    let (_, tops) = authorize(actor, Right::ManageActions)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    within(&tree, &tops, unit)?;
    let matter = find(&db, &tree, actor, unit, topic).await?;
    let today = organisation::find(&db).await?.local_day(base.now());
    Ok(MatterPage { matter, today })
}

async fn find(
    db: &impl ConnectionTrait,
    tree: &Tree,
    actor: Option<&Actor>,
    unit: UnitId,
    topic: SignalMeasure,
) -> Result<Matter> {
    let found = signals::of(db, &[unit]).await?;
    let matters = among(db, tree, actor, &found, &[]).await?;
    Ok(matters.into_iter().find(|matter| matter.topic == topic).ok_or(Problem::NotFound)?)
}

/// Writes down what somebody says about a matter; the newest word counts.
///
/// # Errors
/// `NotFound` as for [`page`]; `Invalid` for a reason or length that is missing.
pub async fn reply(
    base: &Base,
    actor: Option<&Actor>,
    unit: UnitId,
    topic: SignalMeasure,
    form: &MatterForm,
) -> Result<()> {
    let (_, tops) = authorize(actor, Right::ManageActions)?;
    let today = organisation::today(base).await?;
    let reply = form.parse(today)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    within(&tree, &tops, unit)?;
    find(&transaction, &tree, actor, unit, topic).await?;
    match reply {
        None => {
            execute(
                &transaction,
                "DELETE FROM matter_reply WHERE unit_id = $1 AND measure = $2",
                [unit.into(), topic.name().into()],
            )
            .await?;
        }
        Some(reply) => {
            let (until, reason) = match reply {
                Reply::Seen => (None, String::new()),
                Reply::Aside { until, reason } => (Some(until), reason),
            };
            execute(
                &transaction,
                "INSERT INTO matter_reply (unit_id, measure, until, reason, replied_on) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (unit_id, measure) DO UPDATE SET until = excluded.until, reason = excluded.reason,
                     replied_on = excluded.replied_on",
                [unit.into(), topic.name().into(), until.into(), reason.into(), today.into()],
            )
            .await?;
        }
    }
    transaction.commit().await?;
    Ok(())
}
