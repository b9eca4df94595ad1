//! Changing units, each within the part of the tree that is the administrator's.

use chrono::NaiveDate;
use domain::{
    Field, Problem, Right, UnitId, Why,
    organisation::{
        unit::UnitKind,
        units::{NewUnitForm, UnitAct, UnitForm},
    },
};
use sea_orm::ConnectionTrait;

use super::{
    Tree,
    changes::{self, By, NewUnit},
};
use crate::within;
use base::{Actor, Base, Result, authorize};

impl By {
    /// The person who is asking, now.
    pub async fn actor(base: &Base, db: &impl ConnectionTrait, actor: &Actor) -> Result<Self> {
        let now = base.now();
        let today = crate::find(db).await?.local_day(now);
        Ok(Self { account: Some(actor.account), now, today })
    }
}

/// The day a form names; the usual one when it names none.
pub async fn day(db: &impl ConnectionTrait, text: &str, today: NaiveDate) -> Result<NaiveDate> {
    match text.trim() {
        "" => changes::usual_day(db, today).await,
        text => NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map_err(|_| Problem::invalid(Field::FromOn, Why::NotADate).into()),
    }
}

/// A unit a form chooses; one that is not the administrator's is no choice.
pub fn chosen(tree: &Tree, tops: &[UnitId], field: Field, text: &str) -> Result<UnitId> {
    let refuse = |why| Problem::invalid(field, why);
    if text.is_empty() {
        return Err(refuse(Why::Missing).into());
    }
    let unit = text.parse().map_err(|_| refuse(Why::NotAChoice))?;
    within(tree, tops, unit).map_err(|_| refuse(Why::NotAChoice))?;
    Ok(unit)
}

/// Opens a unit; gives its id.
///
/// # Errors
/// As [`changes::open`]; a unit above that is somebody else's is `Invalid`.
pub async fn open(base: &Base, actor: Option<&Actor>, form: &NewUnitForm) -> Result<UnitId> {
    let (actor, tops) = authorize(actor, Right::ManageUnits)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let unit = NewUnit {
        number: form.number.clone(),
        name: form.name.clone(),
        kind: UnitKind::from_name(&form.kind).ok_or(Problem::invalid(Field::Kind, Why::NotAChoice))?,
        parent: chosen(&tree, &tops, Field::Parent, &form.parent)?,
    };
    let by = By::actor(base, &transaction, actor).await?;
    let id = changes::open(&transaction, &by, &unit).await?;
    transaction.commit().await?;
    Ok(id)
}

/// Renames, moves, merges or closes a unit.
///
/// # Errors
/// As [`changes`]; `NotFound` for somebody else's unit, and `Invalid` for a target that is.
pub async fn act(
    base: &Base,
    actor: Option<&Actor>,
    unit: UnitId,
    act: UnitAct,
    form: &UnitForm,
) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::ManageUnits)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    within(&tree, &tops, unit)?;
    if tree.item(unit).is_none_or(|unit| unit.closed_on.is_some()) {
        return Err(Problem::NotFound.into());
    }
    let by = By::actor(base, &transaction, actor).await?;
    let on = day(&transaction, &form.from_on, by.today).await?;
    match act {
        UnitAct::Rename => changes::rename(&transaction, &by, unit, &form.name, on).await?,
        UnitAct::Move => {
            refuse_foreign_parent(&tree, &tops, unit)?;
            let parent = chosen(&tree, &tops, Field::Parent, &form.parent)?;
            changes::relocate(&transaction, &by, unit, parent, on).await?;
        }
        UnitAct::Merge => {
            refuse_foreign_parent(&tree, &tops, unit)?;
            let into = chosen(&tree, &tops, Field::Into, &form.into)?;
            changes::merge(&transaction, &by, unit, into, on).await?;
        }
        UnitAct::Close => changes::close(&transaction, &by, unit, on).await?,
        UnitAct::Remove => {
            refuse_foreign_parent(&tree, &tops, unit)?;
            changes::remove(&transaction, &by, unit).await?;
        }
    }
    transaction.commit().await?;
    Ok(())
}

/// Nobody takes a unit out of the part of the tree that somebody else keeps.
fn refuse_foreign_parent(tree: &Tree, tops: &[UnitId], unit: UnitId) -> Result<()> {
    match tree.get(unit).and_then(|unit| unit.parent_id) {
        Some(parent) => within(tree, tops, parent).map_err(|_| Problem::Forbidden.into()),
        None => Ok(()),
    }
}
