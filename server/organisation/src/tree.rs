//! The tree of units.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, PoisonError},
};

use chrono::NaiveDate;
use domain::{
    Problem, UnitId,
    organisation::unit::{UnitItem, UnitKind, UnitPlace},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::changes::{ChangeKind, name_before};
use base::{
    Base, Error, Result,
    db::{all, value},
};

/// A unit of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Database id.
    pub id: UnitId,
    /// Stable external number.
    pub external_id: String,
    /// Unit it hangs below; none for the root.
    pub parent_id: Option<UnitId>,
    /// Kind.
    pub kind: UnitKind,
    /// Name.
    pub name: String,
    /// First day on which it is open; none when it always was.
    pub opened_on: Option<NaiveDate>,
    /// First day on which it is closed; none while it is open.
    pub closed_on: Option<NaiveDate>,
    /// Whether its people answer by code, at a screen they share.
    pub by_code: bool,
}

/// A unit as it is stored.
#[derive(FromQueryResult)]
struct StoredUnit {
    id: UnitId,
    external_id: String,
    parent_id: Option<UnitId>,
    kind: String,
    name: String,
    opened_on: Option<NaiveDate>,
    closed_on: Option<NaiveDate>,
    by_code: bool,
}

impl StoredUnit {
    fn read(self) -> Result<Unit> {
        Ok(Unit {
            kind: UnitKind::from_name(&self.kind).ok_or_else(|| Error::stored("unit.kind", &self.kind))?,
            id: self.id,
            external_id: self.external_id,
            parent_id: self.parent_id,
            name: self.name,
            opened_on: self.opened_on,
            closed_on: self.closed_on,
            by_code: self.by_code,
        })
    }
}

/// What a unit was before it was changed.
#[derive(FromQueryResult)]
struct LaterChange {
    unit_id: UnitId,
    change: String,
    old_name: Option<String>,
    old_parent_id: Option<UnitId>,
}

/// The tree as it was read last, with its version.
#[derive(Default)]
struct Newest(Mutex<Option<(i64, Arc<Tree>)>>);

/// The tree, from memory when it has not changed since it was read. For reading alone: `db` is a snapshot or the
/// pool of readers, never a transaction that writes, whose changes may yet be taken back.
///
/// # Errors
/// When the database refuses.
pub async fn tree(base: &Base, db: &impl ConnectionTrait) -> Result<Arc<Tree>> {
    let version: i64 = value(db, "SELECT tree_version FROM organisation", []).await?.unwrap_or_default();
    let newest = base.memory.of::<Newest>();
    if let Some((_, tree)) = newest.get().filter(|(known, _)| *known == version) {
        return Ok(tree);
    }
    let tree = Arc::new(Tree::load(db).await?);
    newest.set(version, &tree);
    Ok(tree)
}

/// The tree of an earlier day as it was read last, with the version of the tree.
#[derive(Default)]
struct Then(Mutex<Option<(i64, NaiveDate, Arc<Tree>)>>);

/// The tree as it hung on an earlier day, from memory when that day was asked for last and nothing has changed since:
/// all who answer a round ask for its first day. For reading alone, as [`tree`].
///
/// # Errors
/// When the database refuses.
pub async fn tree_on(base: &Base, db: &impl ConnectionTrait, day: NaiveDate) -> Result<Arc<Tree>> {
    let version: i64 = value(db, "SELECT tree_version FROM organisation", []).await?.unwrap_or_default();
    let then = base.memory.of::<Then>();
    let kept = then.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some((_, _, tree)) = kept.filter(|(known, of, _)| (*known, *of) == (version, day)) {
        return Ok(tree);
    }
    let tree = Arc::new(Tree::as_of(db, day).await?);
    *then.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((version, day, Arc::clone(&tree)));
    Ok(tree)
}

impl Newest {
    fn get(&self) -> Option<(i64, Arc<Tree>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A slow reader of an older state does not take the place of what is newer.
    fn set(&self, version: i64, tree: &Arc<Tree>) {
        let mut newest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if newest.as_ref().is_none_or(|(known, _)| *known < version) {
            *newest = Some((version, Arc::clone(tree)));
        }
    }
}

/// The tree of units: some thousand small rows.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    units: BTreeMap<UnitId, Unit>,
    children: HashMap<Option<UnitId>, Vec<UnitId>>,
}

impl Tree {
    /// Reads the tree; siblings stand in the order of their names.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self> {
        let mut tree = Self::default();
        let units: Vec<StoredUnit> = all(
            db,
            "SELECT id, external_id, parent_id, kind, name, opened_on, closed_on, by_code FROM unit ORDER BY name",
            [],
        )
        .await?;
        for unit in units {
            let unit = unit.read()?;
            tree.children.entry(unit.parent_id).or_default().push(unit.id);
            tree.units.insert(unit.id, unit);
        }
        Ok(tree)
    }

    /// The tree as it hung on an earlier day: units where and as they were called then.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn as_of(db: &impl ConnectionTrait, day: NaiveDate) -> Result<Self> {
        let mut tree = Self::load(db).await?;
        // Newest first: the oldest change after the day says last what was before it.
        let later: Vec<LaterChange> = all(
            db,
            "SELECT unit_id, change, old_name, old_parent_id FROM unit_change
             WHERE on_day > $1 ORDER BY on_day DESC, id DESC",
            [day.into()],
        )
        .await?;
        for change in later {
            let Some(unit) = tree.units.get_mut(&change.unit_id) else { continue };
            match ChangeKind::read(&change.change)? {
                ChangeKind::Renamed => unit.name = name_before(change.old_name)?,
                ChangeKind::Moved => unit.parent_id = change.old_parent_id,
                ChangeKind::Closed | ChangeKind::Merged => unit.closed_on = None,
                ChangeKind::Opened => {}
            }
        }
        tree.units.retain(|_, unit| unit.opened_on.is_none_or(|opened| opened <= day));
        tree.children.clear();
        let mut units: Vec<&Unit> = tree.units.values().collect();
        units.sort_by(|a, b| a.name.cmp(&b.name));
        for unit in units {
            tree.children.entry(unit.parent_id).or_default().push(unit.id);
        }
        Ok(tree)
    }

    /// Adds the units of a later tree that this one does not have, where they hang there. All others stay where they
    /// are. Gives those added.
    pub fn add_founded(&mut self, later: &Self) -> Vec<UnitId> {
        let founded: Vec<Unit> =
            later.units.values().filter(|unit| !self.units.contains_key(&unit.id)).cloned().collect();
        for unit in &founded {
            self.children.entry(unit.parent_id).or_default().push(unit.id);
            self.units.insert(unit.id, unit.clone());
        }
        founded.into_iter().map(|unit| unit.id).collect()
    }

    /// A unit.
    pub fn get(&self, id: UnitId) -> Option<&Unit> {
        self.units.get(&id)
    }

    /// All units, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.units.values()
    }

    /// The root's id.
    pub fn root(&self) -> Option<UnitId> {
        self.children.get(&None).and_then(|roots| roots.first().copied())
    }

    /// The unit and everything above it, from itself up.
    pub fn ancestors(&self, id: UnitId) -> Vec<UnitId> {
        let mut path = Vec::new();
        let mut next = Some(id);
        while let Some(unit) = next.and_then(|id| self.units.get(&id)) {
            // A damaged tree must not hang the server.
            if path.contains(&unit.id) {
                break;
            }
            path.push(unit.id);
            next = unit.parent_id;
        }
        path
    }

    /// Whether `id` is `top` or lies below it.
    pub fn is_within(&self, id: UnitId, top: UnitId) -> bool {
        self.ancestors(id).contains(&top)
    }

    /// Leaves at or below a unit: its teams.
    pub fn leaves(&self, top: UnitId) -> Vec<UnitId> {
        self.below(&[top])
            .into_iter()
            .map(|unit| unit.id)
            .filter(|id| !self.children.contains_key(&Some(*id)))
            .collect()
    }

    /// These units and everything below them, parents before children.
    pub fn below(&self, tops: &[UnitId]) -> Vec<UnitItem> {
        let mut items = Vec::new();
        let mut seen = std::collections::HashSet::new();
        let mut roots: Vec<UnitId> = tops
            .iter()
            .copied()
            .filter(|id| !tops.iter().any(|top| top != id && self.is_within(*id, *top)))
            .collect();
        roots.sort_unstable();
        roots.dedup();
        for root in roots {
            self.push_below(root, 0, &mut items, &mut seen);
        }
        items
    }

    fn push_below(
        &self,
        id: UnitId,
        depth: u8,
        items: &mut Vec<UnitItem>,
        seen: &mut std::collections::HashSet<UnitId>,
    ) {
        let Some(unit) = self.units.get(&id).filter(|_| seen.insert(id)) else { return };
        items.push(item(unit, depth));
        for child in self.children.get(&Some(id)).into_iter().flatten() {
            self.push_below(*child, depth.saturating_add(1), items, seen);
        }
    }

    /// Of some units, those that hang below none of the others, in the order of the tree.
    pub fn topmost(&self, tops: &[UnitId]) -> Vec<UnitId> {
        self.below(tops).into_iter().filter(|unit| unit.depth == 0).map(|unit| unit.id).collect()
    }

    /// These units and everything below them that is still open, parents before children.
    pub fn open_below(&self, tops: &[UnitId]) -> Vec<UnitItem> {
        self.below(tops).into_iter().filter(|unit| unit.closed_on.is_none()).collect()
    }

    /// Units that hang directly below this one.
    pub fn children(&self, id: UnitId) -> &[UnitId] {
        self.children.get(&Some(id)).map_or(&[], Vec::as_slice)
    }

    /// A unit as lists show it.
    pub fn item(&self, id: UnitId) -> Option<UnitItem> {
        self.units.get(&id).map(|unit| item(unit, 0))
    }

    /// Where a unit hangs, as far as somebody sees who may see these tops and what is below them. None for a
    /// unit that is not among them.
    pub fn place(&self, tops: &[UnitId], id: UnitId) -> Option<UnitPlace> {
        let mut above = self.ancestors(id);
        // The highest top above the unit: one top may hang below another.
        let highest = above.iter().rposition(|unit| tops.contains(unit))?;
        above.truncate(highest + 1);
        let beside = match above.get(1) {
            Some(parent) => self.children(*parent).to_vec(),
            None => self.below(tops).into_iter().filter(|unit| unit.depth == 0).map(|unit| unit.id).collect(),
        };
        let open = |ids: &[UnitId]| -> Vec<UnitItem> {
            let items = ids.iter().filter(|other| **other != id).filter_map(|other| self.item(*other));
            items.filter(|unit| unit.closed_on.is_none()).collect()
        };
        Some(UnitPlace {
            unit: self.item(id)?,
            above: above.iter().skip(1).rev().filter_map(|unit| self.item(*unit)).collect(),
            below: open(self.children(id)),
            beside: open(&beside),
        })
    }

    /// The unit that a page is about: the one asked for or, without one, the topmost that is open of these tops and what
    /// is below them.
    ///
    /// # Errors
    /// `NotFound` for a unit that is not among them.
    pub fn asked(&self, tops: &[UnitId], unit: Option<UnitId>) -> Result<UnitPlace> {
        let unit = unit.or_else(|| self.open_below(tops).first().map(|unit| unit.id));
        unit.and_then(|unit| self.place(tops, unit)).ok_or_else(|| Problem::NotFound.into())
    }

    /// Ids by stable external number.
    pub fn by_external(&self) -> HashMap<&str, UnitId> {
        self.units.values().map(|unit| (unit.external_id.as_str(), unit.id)).collect()
    }
}

/// Lets through only when `unit` is one of these units or lies below one. An unknown unit and one
/// that is not the actor's look alike.
///
/// # Errors
/// `NotFound`.
pub fn within(tree: &Tree, units: &[UnitId], unit: UnitId) -> Result<()> {
    let ancestors = tree.ancestors(unit);
    if units.iter().any(|top| ancestors.contains(top)) { Ok(()) } else { Err(Problem::NotFound.into()) }
}

/// Lets through only whoever holds a role for the whole organisation.
///
/// # Errors
/// `Forbidden`.
pub async fn whole(db: &impl ConnectionTrait, units: &[UnitId]) -> Result<()> {
    match Tree::load(db).await?.root() {
        Some(root) if units.contains(&root) => Ok(()),
        _ => Err(Problem::Forbidden.into()),
    }
}

fn item(unit: &Unit, depth: u8) -> UnitItem {
    UnitItem {
        id: unit.id,
        parent: unit.parent_id,
        kind: unit.kind,
        name: unit.name.clone(),
        depth,
        closed_on: unit.closed_on,
    }
}
