//! The organisation and its tree of units.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::unit::{UnitItem, UnitKind};
use entity::unit;
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

use crate::{Error, Result, db};

/// The organisation's settings.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Name.
    pub name: String,
    /// Time zone that days and rounds follow.
    pub timezone: Tz,
    /// Whether all data are made up.
    pub is_synthetic: bool,
    /// Fewest answers from which a figure is shown.
    pub k: u32,
    /// Fewest answers from which comments are shown.
    pub k_comment: u32,
    /// Hours between a round's close and its release.
    pub grace_hours: i64,
    /// Counts changes of the link's inputs.
    pub data_version: i64,
}

impl Organisation {
    /// The calendar day of an instant, where the organisation is.
    pub fn local_day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.timezone).date_naive()
    }

    /// An instant as a clock on the wall shows it: `2026-11-17 16:42`.
    pub fn local_minute(&self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.timezone).format("%Y-%m-%d %H:%M").to_string()
    }
}

/// Reads the organisation.
///
/// # Errors
/// When there is none: the database was migrated but never set up.
pub async fn find(db: &impl ConnectionTrait) -> Result<Organisation> {
    let row = entity::organisation::Entity::find()
        .one(db)
        .await?
        .ok_or_else(|| Error::Internal("the database holds no organisation".to_owned()))?;
    Ok(Organisation {
        name: row.name,
        timezone: row.timezone.parse().unwrap_or(chrono_tz::Europe::Oslo),
        is_synthetic: row.is_synthetic,
        k: row.k.unsigned_abs(),
        k_comment: row.k_comment.unsigned_abs(),
        grace_hours: i64::from(row.grace_hours),
        data_version: row.data_version,
    })
}

/// Makes the organisation and its root unit when there is none yet.
///
/// # Errors
/// When the database refuses.
pub async fn create(db: &impl ConnectionTrait, name: &str, is_synthetic: bool) -> Result<()> {
    let made = db::execute(
        db,
        "INSERT INTO organisation (id, name, timezone, is_synthetic, k, k_comment, grace_hours, data_version)
         VALUES (1, $1, 'Europe/Oslo', $2, 5, 10, 24, 1) ON CONFLICT DO NOTHING",
        [name.into(), is_synthetic.into()],
    )
    .await?;
    if made.rows_affected() == 1 {
        db::execute(
            db,
            "INSERT INTO unit (external_id, parent_id, kind, name) VALUES ('ROOT', NULL, 'organisation', $1)",
            [name.into()],
        )
        .await?;
    }
    Ok(())
}

/// Says that the link's inputs changed, so that it is computed again.
pub(crate) async fn bump_data_version(db: &impl ConnectionTrait) -> Result<()> {
    db::execute(db, "UPDATE organisation SET data_version = data_version + 1", []).await?;
    Ok(())
}

/// The tree of units, in memory: some thousand small rows.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    units: BTreeMap<i64, unit::Model>,
    children: HashMap<Option<i64>, Vec<i64>>,
}

impl Tree {
    /// Reads the tree; siblings stand in the order of their names.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self> {
        let mut tree = Self::default();
        for unit in unit::Entity::find().order_by_asc(unit::Column::Name).all(db).await? {
            tree.children.entry(unit.parent_id).or_default().push(unit.id);
            tree.units.insert(unit.id, unit);
        }
        Ok(tree)
    }

    /// A unit.
    pub fn get(&self, id: i64) -> Option<&unit::Model> {
        self.units.get(&id)
    }

    /// All units, by id.
    pub fn iter(&self) -> impl Iterator<Item = &unit::Model> {
        self.units.values()
    }

    /// The root's id.
    pub fn root(&self) -> Option<i64> {
        self.children.get(&None).and_then(|roots| roots.first().copied())
    }

    /// The unit and everything above it, from itself up.
    pub fn ancestors(&self, id: i64) -> Vec<i64> {
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
    pub fn is_within(&self, id: i64, top: i64) -> bool {
        self.ancestors(id).contains(&top)
    }

    /// Leaves at or below a unit: its teams.
    pub fn leaves(&self, top: i64) -> Vec<i64> {
        self.below(&[top])
            .into_iter()
            .map(|unit| unit.id)
            .filter(|id| !self.children.contains_key(&Some(*id)))
            .collect()
    }

    /// These units and everything below them, parents before children.
    pub fn below(&self, tops: &[i64]) -> Vec<UnitItem> {
        let mut items = Vec::new();
        let mut seen = std::collections::HashSet::new();
        let mut roots: Vec<i64> = tops
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
        id: i64,
        depth: u8,
        items: &mut Vec<UnitItem>,
        seen: &mut std::collections::HashSet<i64>,
    ) {
        let Some(unit) = self.units.get(&id).filter(|_| seen.insert(id)) else { return };
        items.push(UnitItem {
            id,
            parent: unit.parent_id,
            kind: UnitKind::from_name(&unit.kind).unwrap_or(UnitKind::Team),
            name: unit.name.clone(),
            depth,
        });
        for child in self.children.get(&Some(id)).into_iter().flatten() {
            self.push_below(*child, depth.saturating_add(1), items, seen);
        }
    }

    /// A unit as lists show it.
    pub fn item(&self, id: i64) -> Option<UnitItem> {
        self.units.get(&id).map(|unit| UnitItem {
            id,
            parent: unit.parent_id,
            kind: UnitKind::from_name(&unit.kind).unwrap_or(UnitKind::Team),
            name: unit.name.clone(),
            depth: 0,
        })
    }

    /// Ids by stable external number.
    pub fn by_external(&self) -> HashMap<&str, i64> {
        self.units.values().map(|unit| (unit.external_id.as_str(), unit.id)).collect()
    }
}
