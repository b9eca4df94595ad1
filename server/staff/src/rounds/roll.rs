//! The roll: who may answer in a round and where they are counted, written once when it opens.
//!
//! What changes afterwards (a role, a place, a unit) moves nobody: the answers of a round and the
//! number of people they come from are counted by the same list.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use domain::{PersonId, RoundId, UnitId};

use base::{
    Result,
    db::{all, exists, insert_or, one},
};
use organisation::Tree;

/// A person's place in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Place {
    /// Unit whose counts the answers go into.
    #[sea_orm(from_alias = "unit_id")]
    pub unit: UnitId,
    /// Whether the unit answers with one-time codes instead.
    pub by_code: bool,
}

/// A person with a unit: the one they belong to, or one that they manage.
#[derive(FromQueryResult)]
struct PersonInUnit {
    person_id: PersonId,
    unit_id: UnitId,
}

/// Writes a round's roll from the roster of its first day; a roll that is there stays.
///
/// # Errors
/// When the database refuses.
pub async fn write(db: &impl ConnectionTrait, round: RoundId, starts_on: NaiveDate) -> Result<()> {
    if exists(db, "SELECT 1 AS one FROM roll WHERE round_id = $1 LIMIT 1", [round.into()]).await? {
        return Ok(());
    }
    let tree = Tree::as_of(db, starts_on).await?;
    let managed = managed_units(db).await?;
    let roster: Vec<PersonInUnit> = all(
        db,
        "SELECT person_id, unit_id FROM roster
         WHERE from_on <= $1 AND (to_on IS NULL OR to_on >= $1) ORDER BY id",
        [starts_on.into()],
    )
    .await?;
    let mut placed = HashSet::new();
    let mut places: Vec<[Value; 4]> = Vec::with_capacity(roster.len());
    for PersonInUnit { person_id: person, unit_id } in roster {
        // Somebody on two rosters counts where the first puts them.
        if placed.insert(person) {
            let units = managed.get(&person).map_or(&[][..], Vec::as_slice);
            let unit = lifted(&tree, unit_id, units);
            let by_code = tree.get(unit).is_some_and(|unit| unit.by_code);
            places.push([round.into(), person.into(), unit.into(), by_code.into()]);
        }
    }
    let into = "roll (round_id, person_id, unit_id, by_code)";
    Ok(insert_or(db, into, places, "ON CONFLICT DO NOTHING").await?)
}

/// A person's place in a round; none for somebody who is not on its roll.
///
/// # Errors
/// When the database refuses.
pub async fn place(db: &impl ConnectionTrait, round: RoundId, person: PersonId) -> Result<Option<Place>> {
    let sql = "SELECT unit_id, by_code FROM roll WHERE round_id = $1 AND person_id = $2";
    Ok(one(db, sql, [round.into(), person.into()]).await?)
}

/// Where a person who manages these units is counted: above the topmost one, because whoever may see a
/// unit's figures knows one of its answers.
fn lifted(tree: &Tree, unit: UnitId, managed: &[UnitId]) -> UnitId {
    let topmost = tree.ancestors(unit).into_iter().rev().find(|ancestor| managed.contains(ancestor));
    match topmost {
        Some(top) => tree.get(top).and_then(|top| top.parent_id).unwrap_or(top),
        None => unit,
    }
}

/// The units that people manage now, by person.
pub async fn managed_units(db: &impl ConnectionTrait) -> Result<HashMap<PersonId, Vec<UnitId>>> {
    let rows: Vec<PersonInUnit> = all(
        db,
        "SELECT account.person_id, role_grant.unit_id FROM role_grant
         JOIN account ON account.id = role_grant.account_id
         WHERE role_grant.role = 'manager' AND account.person_id IS NOT NULL",
        [],
    )
    .await?;
    let mut managed: HashMap<PersonId, Vec<UnitId>> = HashMap::new();
    for row in rows {
        managed.entry(row.person_id).or_default().push(row.unit_id);
    }
    Ok(managed)
}
