//! What the pages about units show.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Problem, Right, UnitId,
    organisation::{
        unit::{UnitItem, UnitKind},
        units::{NewUnitPage, UnitAct, UnitActPage, UnitChange, UnitFilter, UnitList, UnitPage, UnitRow},
    },
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{
    Tree,
    changes::{self, ChangeKind, name_before},
};
use crate::{places::folded, within};
use base::{Actor, Base, Result, authorize, db::all};

/// Units that a search lists at most.
const MOST_FOUND: usize = 100;

/// How many belong to a unit.
#[derive(FromQueryResult)]
struct PeopleOfUnit {
    unit_id: UnitId,
    n: i64,
}

/// Somebody who manages a unit.
#[derive(FromQueryResult)]
struct ManagerOfUnit {
    unit_id: UnitId,
    name: String,
}

/// Heads and managers of every unit, each read with one statement.
struct Heads {
    people: HashMap<UnitId, u32>,
    managers: HashMap<UnitId, Vec<String>>,
}

impl Heads {
    async fn read(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Self> {
        let heads: Vec<PeopleOfUnit> = all(
            db,
            "SELECT unit_id, COUNT(*) AS n FROM roster
             WHERE from_on <= $1 AND (to_on IS NULL OR to_on >= $1) GROUP BY unit_id",
            [today.into()],
        )
        .await?;
        let people =
            heads.into_iter().map(|unit| (unit.unit_id, u32::try_from(unit.n).unwrap_or(u32::MAX))).collect();
        let mut managers: HashMap<UnitId, Vec<String>> = HashMap::new();
        let names: Vec<ManagerOfUnit> = all(
            db,
            "SELECT role_grant.unit_id, account.name FROM role_grant
             JOIN account ON account.id = role_grant.account_id
             WHERE role_grant.role = 'manager' AND account.state IN ('new', 'invited', 'active')
             ORDER BY account.name, account.id",
            [],
        )
        .await?;
        for manager in names {
            managers.entry(manager.unit_id).or_default().push(manager.name);
        }
        Ok(Self { people, managers })
    }

    fn row(&self, tree: &Tree, item: UnitItem, people_in_all: u32) -> UnitRow {
        let id = item.id;
        UnitRow {
            number: tree.get(id).map(|unit| unit.external_id.clone()).unwrap_or_default(),
            people: self.people.get(&id).copied().unwrap_or(0),
            people_in_all,
            managers: self.managers.get(&id).cloned().unwrap_or_default(),
            item,
        }
    }

    /// Rows of units that stand parents before children, each unit's people added to all above it.
    fn rows(&self, tree: &Tree, items: Vec<UnitItem>) -> Vec<UnitRow> {
        let mut in_all: HashMap<UnitId, u32> = HashMap::with_capacity(items.len());
        for item in items.iter().rev() {
            let own = self.people.get(&item.id).copied().unwrap_or(0);
            let sum = in_all.get(&item.id).copied().unwrap_or(0).saturating_add(own);
            in_all.insert(item.id, sum);
            if let Some(parent) = item.parent {
                let above = in_all.entry(parent).or_default();
                *above = above.saturating_add(sum);
            }
        }
        items
            .into_iter()
            .map(|item| {
                let sum = in_all.get(&item.id).copied().unwrap_or(0);
                self.row(tree, item, sum)
            })
            .collect()
    }
}

/// The list of units.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn list(base: &Base, actor: Option<&Actor>, filter: &UnitFilter) -> Result<UnitList> {
    let (_, tops) = authorize(actor, Right::ManageUnits)?;
    let db = base.db.snapshot().await?;
    let today = crate::find(&db).await?.local_day(base.now());
    let tree = crate::tree(base, &db).await?;
    let all = tree.below(&tops);
    let closed = all.iter().filter(|item| item.closed_on.is_some()).count();
    let is_fresh = tree.iter().count() == 1;
    let mut rows = Heads::read(&db, today).await?.rows(&tree, all);
    let search = folded(filter.search.trim());
    // A search finds closed units too: somebody looks for one of them.
    if search.is_empty() {
        rows.retain(|row| filter.closed || row.item.closed_on.is_none());
    } else {
        let fits = |text: &str| folded(text).contains(&search);
        rows.retain(|row| fits(&row.item.name) || fits(&row.number));
    }
    let is_cut = !search.is_empty() && rows.len() > MOST_FOUND;
    if is_cut {
        rows.truncate(MOST_FOUND);
    }
    Ok(UnitList { rows, closed: u32::try_from(closed).unwrap_or(u32::MAX), is_fresh, is_cut })
}

/// The page on which a unit is opened.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn new_page(base: &Base, actor: Option<&Actor>) -> Result<NewUnitPage> {
    let (_, tops) = authorize(actor, Right::ManageUnits)?;
    let tree = crate::tree(base, &base.db.reader).await?;
    let mut parents = tree.open_below(&tops);
    parents.retain(|item| !item.kind.below().is_empty());
    Ok(NewUnitPage { parents })
}

/// A unit.
///
/// # Errors
/// `NotFound` for an unknown unit and for somebody else's, alike.
pub async fn page(base: &Base, actor: Option<&Actor>, unit: UnitId) -> Result<UnitPage> {
    let (_, tops) = authorize(actor, Right::ManageUnits)?;
    let db = base.db.snapshot().await?;
    let tree = crate::tree(base, &db).await?;
    within(&tree, &tops, unit)?;
    let today = crate::find(&db).await?.local_day(base.now());
    let heads = Heads::read(&db, today).await?;
    let mut rows = heads.rows(&tree, tree.below(&[unit])).into_iter();
    let row = rows.next().ok_or(Problem::NotFound)?;
    let below: Vec<UnitRow> =
        rows.filter(|below| below.item.parent == Some(unit) && below.item.closed_on.is_none()).collect();
    let mut above: Vec<(UnitItem, bool)> = tree
        .ancestors(unit)
        .into_iter()
        .skip(1)
        .filter_map(|id| tree.item(id))
        .map(|item| {
            let is_open = within(&tree, &tops, item.id).is_ok();
            (item, is_open)
        })
        .collect();
    above.reverse();
    Ok(UnitPage {
        changes: history(&db, &tree, unit).await?,
        acts: UnitAct::ALL.into_iter().filter(|act| is_possible(*act, &row)).collect(),
        may_open_below: row.item.closed_on.is_none() && !row.item.kind.below().is_empty(),
        above,
        below,
        row,
    })
}

/// Whether something can be done to a unit at all: the root has a name and nothing else that changes, and
/// a closed unit stays as it is.
fn is_possible(act: UnitAct, row: &UnitRow) -> bool {
    let is_root = row.item.kind == UnitKind::Organisation;
    row.item.closed_on.is_none()
        && match act {
            UnitAct::Rename => true,
            UnitAct::Remove => !is_root && row.people == 0,
            UnitAct::Move | UnitAct::Merge | UnitAct::Close => !is_root,
        }
}

/// A change of a unit, with the name of who made it.
#[derive(FromQueryResult)]
struct PastChange {
    unit_id: UnitId,
    on_day: NaiveDate,
    change: String,
    old_name: Option<String>,
    old_parent_id: Option<UnitId>,
    into_id: Option<UnitId>,
    name: Option<String>,
}

/// What happened to a unit, newest first. A row keeps what was before; what came after stands in the next
/// row of its kind, or in the unit itself.
async fn history(db: &impl ConnectionTrait, tree: &Tree, unit: UnitId) -> Result<Vec<UnitChange>> {
    let found: Vec<PastChange> = all(
        db,
        "SELECT unit_change.unit_id, on_day, change, old_name, old_parent_id, into_id, account.name
         FROM unit_change LEFT JOIN account ON account.id = unit_change.account_id
         WHERE unit_id = $1 OR into_id = $1 ORDER BY on_day DESC, unit_change.id DESC",
        [unit.into()],
    )
    .await?;
    let called = |id: Option<UnitId>| id.and_then(|id| tree.get(id)).map(|unit| unit.name.clone());
    let mut name = called(Some(unit)).unwrap_or_default();
    let mut parent = called(tree.get(unit).and_then(|unit| unit.parent_id)).unwrap_or_default();
    let mut changes = Vec::with_capacity(found.len());
    for row in found {
        let kind = ChangeKind::read(&row.change)?;
        let is_absorbed = row.unit_id != unit;
        let (from, to) = match kind {
            _ if is_absorbed => (called(Some(row.unit_id)).unwrap_or_default(), name.clone()),
            ChangeKind::Renamed => {
                let old = name_before(row.old_name)?;
                (old.clone(), std::mem::replace(&mut name, old))
            }
            ChangeKind::Moved => {
                let old = called(row.old_parent_id).unwrap_or_default();
                (old.clone(), std::mem::replace(&mut parent, old))
            }
            ChangeKind::Merged => (name.clone(), called(row.into_id).unwrap_or_default()),
            ChangeKind::Opened | ChangeKind::Closed => (name.clone(), parent.clone()),
        };
        let what = if is_absorbed { "absorbed" } else { kind.name() }.to_owned();
        changes.push(UnitChange { on: row.on_day, what, from, to, by: row.name.unwrap_or_default() });
    }
    Ok(changes)
}

/// The page of something that can be done to a unit.
///
/// # Errors
/// `NotFound` for an unknown or somebody else's unit, an unknown act, and one that is not possible.
pub async fn act_page(base: &Base, actor: Option<&Actor>, unit: UnitId, act: &str) -> Result<UnitActPage> {
    let (_, tops) = authorize(actor, Right::ManageUnits)?;
    let act = UnitAct::from_name(act).ok_or(Problem::NotFound)?;
    let db = base.db.snapshot().await?;
    let tree = crate::tree(base, &db).await?;
    within(&tree, &tops, unit)?;
    let today = crate::find(&db).await?.local_day(base.now());
    // Who is there on the day from which the change holds: on a round's own first day that is tomorrow.
    let day = changes::usual_day(&db, today).await?;
    let heads = Heads::read(&db, day).await?;
    let row = heads.rows(&tree, tree.below(&[unit])).into_iter().next().ok_or(Problem::NotFound)?;
    if !is_possible(act, &row) {
        return Err(Problem::NotFound.into());
    }
    let targets = tree.open_below(&tops).into_iter().filter(|target| match act {
        UnitAct::Move => row.item.kind.fits_below(target.kind) && row.item.parent != Some(target.id),
        UnitAct::Merge => target.kind == row.item.kind && !tree.is_within(target.id, unit),
        UnitAct::Rename | UnitAct::Close | UnitAct::Remove => false,
    });
    let below = tree.open_below(&[unit]).len() - 1;
    Ok(UnitActPage {
        act,
        targets: targets.collect(),
        below: u32::try_from(below).unwrap_or(u32::MAX),
        day,
        earliest: changes::earliest_day(&db).await?,
        row,
    })
}
