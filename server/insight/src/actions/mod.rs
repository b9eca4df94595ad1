//! Actions: what a unit tries, from the day it is agreed to its review.
//!
//! Before and after come from the ledger and the roll-up, as everything that is shown does.

mod before_after;
mod changes;
mod drawing;
pub mod reminders;
mod series;
mod sisters;
mod stored_actions;
mod words;

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::{
    Lang, Problem, Right, UnitId,
    insight::{
        actions::{ActionFormPage, ActionRow, ActionState, ActionsPage, Driver, DueAction, usual_review},
        matters::Running,
    },
};
use sea_orm::{ConnectionTrait, FromQueryResult};

pub use before_after::{chart_file, page};
pub use changes::{agree, edit, review};

use self::stored_actions::{Sort, Stored};
use base::{Actor, Base, Result, authorize, db};
use organisation::{Tree, within};
use staff::rounds::own_items::{self, Labels};

/// Reviewed actions that a page shows.
const MOST_CLOSED: usize = 50;
/// Open actions that a card shows.
const MOST_RUNNING: usize = 3;

/// What a unit and everything below it try and have tried.
///
/// # Errors
/// `NotFound` for an unknown unit and for one that is not the person's, alike.
pub async fn list(
    base: &Base,
    actor: Option<&Actor>,
    unit: Option<UnitId>,
    lang: Lang,
) -> Result<ActionsPage> {
    let (actor, tops) = authorize(actor, Right::ViewActions)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let unit = match unit {
        Some(unit) => unit,
        None => tree.below(&tops).first().map(|unit| unit.id).ok_or(Problem::NotFound)?,
    };
    let place = tree.place(&tops, unit).ok_or(Problem::NotFound)?;
    let rows =
        Rows { tree: &tree, labels: own_items::labels(&db).await?, today: today(base, &db).await?, lang };
    let units: Vec<UnitId> = tree.below(&[unit]).into_iter().map(|unit| unit.id).collect();
    let open = Stored::of_units(&db, &units, Sort::OpenByReview, None).await?;
    let mut closed = Stored::of_units(&db, &units, Sort::ClosedNewestFirst, Some(MOST_CLOSED + 1)).await?;
    let has_more = closed.len() > MOST_CLOSED;
    closed.truncate(MOST_CLOSED);
    Ok(ActionsPage {
        place,
        open: rows.of(open),
        closed: rows.of(closed),
        has_more,
        may_change: within(&tree, &actor.units_for(Right::ManageActions), unit).is_ok(),
    })
}

/// What the form for a new action needs, for a unit and a driver that are suggested.
///
/// # Errors
/// `NotFound` for an unknown unit and for one that is not the person's, alike.
pub async fn new_page(
    base: &Base,
    actor: Option<&Actor>,
    unit: Option<UnitId>,
    driver: Option<Driver>,
    lang: Lang,
) -> Result<ActionFormPage> {
    let (_, tops) = authorize(actor, Right::ManageActions)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let units = tree.open_below(&tops);
    let unit = match unit {
        Some(unit) => units.iter().find(|item| item.id == unit),
        None => units.first(),
    };
    let unit = unit.ok_or(Problem::NotFound)?.id;
    let today = today(base, &db).await?;
    Ok(ActionFormPage {
        action: None,
        unit,
        units,
        drivers: drivers(&own_items::labels(&db).await?, lang),
        driver: driver.map(|driver| driver.name().into_owned()).unwrap_or_default(),
        starts_on: today,
        review_on: usual_review(today),
    })
}

/// What the form for changing an open action needs.
///
/// # Errors
/// `NotFound` for an unknown action and for one that is not the person's, alike; `ChangedMeanwhile` for one
/// that was reviewed.
pub async fn edit_page(base: &Base, actor: Option<&Actor>, id: i64, lang: Lang) -> Result<ActionFormPage> {
    let (_, tops) = authorize(actor, Right::ManageActions)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let action = Stored::find(&db, id).await?;
    within(&tree, &tops, action.unit)?;
    if action.state != ActionState::Open {
        return Err(Problem::ChangedMeanwhile.into());
    }
    let labels = own_items::labels(&db).await?;
    let drivers = drivers(&labels, lang);
    let rows = Rows { tree: &tree, labels, today: today(base, &db).await?, lang };
    let (unit, starts_on, review_on) = (action.unit, action.starts_on, action.review_on);
    let driver = action.driver.name().into_owned();
    let action = rows.row(action).ok_or(Problem::NotFound)?;
    Ok(ActionFormPage {
        units: vec![action.unit.clone()],
        action: Some(action),
        unit,
        drivers,
        driver,
        starts_on,
        review_on,
    })
}

/// The open actions of a unit and of everything below it whose review comes next, for a card.
///
/// # Errors
/// When the database refuses.
pub async fn running(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: UnitId,
    today: NaiveDate,
    lang: Lang,
) -> Result<Vec<ActionRow>> {
    few(db, tree, unit, Sort::OpenByReview, (today, lang)).await
}

/// The actions of a unit and of everything below it that were reviewed last, for a card.
///
/// # Errors
/// When the database refuses.
pub async fn reviewed(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: UnitId,
    today: NaiveDate,
    lang: Lang,
) -> Result<Vec<ActionRow>> {
    few(db, tree, unit, Sort::ClosedNewestFirst, (today, lang)).await
}

/// The first few actions of a unit and of everything below it, in an order.
async fn few(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: UnitId,
    sort: Sort,
    (today, lang): (NaiveDate, Lang),
) -> Result<Vec<ActionRow>> {
    let units: Vec<UnitId> = tree.below(&[unit]).into_iter().map(|unit| unit.id).collect();
    let found = Stored::of_units(db, &units, sort, Some(MOST_RUNNING)).await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    Ok(Rows { tree, labels: own_items::labels(db).await?, today, lang }.of(found))
}

/// The open actions of these units, with what each is for; the one with the next review first.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn open_of(
    db: &impl ConnectionTrait,
    units: &[UnitId],
) -> Result<Vec<(UnitId, Driver, Running)>> {
    let open = Stored::of_units(db, units, Sort::OpenByReview, None).await?;
    let running = |action: Stored| {
        let Stored { id, unit, driver, starts_on, review_on, .. } = action;
        (unit, driver, Running { action: id, starts_on, review_on })
    };
    Ok(open.into_iter().map(running).collect())
}

/// An open action whose review is due.
#[derive(FromQueryResult)]
struct Due {
    id: i64,
    unit_id: UnitId,
    what: String,
    starts_on: NaiveDate,
    review_on: NaiveDate,
}

/// The open actions of these units whose review is due, the one that waits longest first.
///
/// # Errors
/// When the database refuses.
pub async fn due(db: &impl ConnectionTrait, units: &[UnitId], today: NaiveDate) -> Result<Vec<DueAction>> {
    let units: HashSet<UnitId> = units.iter().copied().collect();
    // There are few of them: those that were not reviewed in time.
    let due: Vec<Due> = db::all(
        db,
        "SELECT id, unit_id, what, starts_on, review_on FROM agreed_action
         WHERE state = 'open' AND review_on <= $1 ORDER BY review_on, id",
        [today.into()],
    )
    .await?;
    let due = due.into_iter().filter(|action| units.contains(&action.unit_id));
    let action = |Due { id, unit_id: unit, what: tried, starts_on, review_on }| DueAction {
        id,
        unit,
        tried,
        starts_on,
        review_on,
    };
    Ok(due.map(action).collect())
}

/// From stored actions to rows of a page.
struct Rows<'a> {
    tree: &'a Tree,
    labels: Labels,
    today: NaiveDate,
    lang: Lang,
}

impl Rows<'_> {
    fn of(&self, actions: Vec<Stored>) -> Vec<ActionRow> {
        actions.into_iter().filter_map(|action| self.row(action)).collect()
    }

    fn row(&self, action: Stored) -> Option<ActionRow> {
        let is_open = action.state == ActionState::Open;
        Some(ActionRow {
            unit: self.tree.item(action.unit)?,
            driver_label: label(&self.labels, action.driver, self.lang),
            is_due: is_open && action.review_on <= self.today,
            is_coming: is_open && action.starts_on > self.today,
            id: action.id,
            driver: action.driver,
            tried: action.tried,
            owner: action.owner,
            starts_on: action.starts_on,
            review_on: action.review_on,
            state: action.state,
            learned: action.learned,
            closed_on: action.closed_on,
        })
    }
}

/// What a driver is called.
fn label(labels: &Labels, driver: Driver, lang: Lang) -> String {
    match driver {
        Driver::Complaints => domain::text::t(lang, "measure-complaints"),
        Driver::Staff(measure) => labels.label(measure, lang),
    }
}

/// Drivers to choose from: what the bank knows, then the organisation's own statements.
fn drivers(labels: &Labels, lang: Lang) -> Vec<(String, String)> {
    let own = labels.measures().into_iter().map(Driver::Staff);
    Driver::of_the_bank()
        .chain(own)
        .map(|driver| (driver.name().into_owned(), label(labels, driver, lang)))
        .collect()
}

async fn today(base: &Base, db: &impl ConnectionTrait) -> Result<NaiveDate> {
    Ok(organisation::find(db).await?.local_day(base.now()))
}
