//! The list of people. Written for sixty thousand of them.

use chrono::NaiveDate;
use domain::{
    PersonId, Right, UnitId,
    people::register::{AccountState, PersonFilter, PersonList, PersonRow},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::is_whole;
use crate::stored_words;
use base::{
    Actor, Base, Result, authorize,
    db::{Search, all, value},
};
use organisation::{Tree, within};

/// People on one page of the list.
const PAGE_SIZE: u64 = 50;

/// The people of an administrator as a condition on `person`: those whose place lies in these units.
/// `$1` is today.
fn placed_in(units: &str) -> String {
    // The first part finds the few by an index, the second keeps those for whom it is the nearest place.
    format!(
        "(person.id IN (SELECT person_id FROM roster WHERE unit_id IN ({units}))
          AND (SELECT unit_id FROM roster WHERE person_id = person.id
               ORDER BY CASE WHEN from_on <= $1 AND (to_on IS NULL OR to_on >= $1) THEN 0 ELSE 1 END,
                        from_on DESC, id DESC LIMIT 1) IN ({units}))"
    )
}

/// Ids of these units and all below them as SQL; there is no text in it that a user wrote.
pub(super) fn ids_below(tree: &Tree, tops: &[UnitId]) -> String {
    let ids: Vec<String> = tree.below(tops).iter().map(|unit| unit.id.to_string()).collect();
    if ids.is_empty() { "NULL".to_owned() } else { ids.join(", ") }
}

/// Everybody whose place or role lies in these units, as a condition on `person`. `$1` is today.
pub(super) fn in_scope(tree: &Tree, tops: &[UnitId]) -> String {
    if is_whole(tree, tops) {
        return "1 = 1".to_owned();
    }
    let units = ids_below(tree, tops);
    let placed = placed_in(&units);
    format!(
        "({placed} OR person.id IN (SELECT account.person_id FROM role_grant
          JOIN account ON account.id = role_grant.account_id WHERE role_grant.unit_id IN ({units})))"
    )
}

fn in_state(state: Option<AccountState>) -> String {
    match state {
        None => "person.left_on IS NULL".to_owned(),
        Some(AccountState::None) => "person.left_on IS NULL AND account.id IS NULL".to_owned(),
        Some(AccountState::Left) => "person.left_on IS NOT NULL".to_owned(),
        Some(state) => format!("person.left_on IS NULL AND account.state = '{}'", state.name()),
    }
}

/// The list of people, by name.
///
/// # Errors
/// `NotFound` for a unit that is not the administrator's.
pub async fn list(base: &Base, actor: Option<&Actor>, filter: &PersonFilter) -> Result<PersonList> {
    let (_, tops) = authorize(actor, Right::ManagePeople)?;
    let db = base.db.snapshot().await?;
    let today = organisation::find(&db).await?.local_day(base.now());
    let tree = organisation::tree(base, &db).await?;
    let mut conditions = vec![in_scope(&tree, &tops), in_state(filter.state)];
    if let Some(unit) = filter.unit {
        within(&tree, &tops, unit)?;
        conditions.push(placed_in(&ids_below(&tree, &[unit])));
    }
    let search = Search::of(&db, filter.search.trim());
    conditions.push(search.in_any(&["person.name", "person.external_id", "account.email"], 2));
    let search = search.pattern;
    let matching = format!(
        "FROM person LEFT JOIN account ON account.person_id = person.id
         WHERE $1 = $1 AND {}",
        conditions.join(" AND ")
    );
    let sql = format!("SELECT COUNT(*) AS n {matching}");
    let total: Option<i64> = value(&db, &sql, [today.into(), search.as_str().into()]).await?;
    let total = total.unwrap_or(0).unsigned_abs();
    let pages = total.div_ceil(PAGE_SIZE).max(1);
    let page = u64::from(filter.page).clamp(1, pages);
    let found: Vec<Listed> = all(
        &db,
        &format!(
            "SELECT person.id, person.external_id, person.name, person.left_on, account.email, account.state
             {matching} ORDER BY person.name, person.id LIMIT $3 OFFSET $4"
        ),
        [
            today.into(),
            search.into(),
            i64::try_from(PAGE_SIZE).unwrap_or(50).into(),
            i64::try_from((page - 1) * PAGE_SIZE).unwrap_or(0).into(),
        ],
    )
    .await?;
    let mut rows = found.into_iter().map(Listed::row).collect::<Result<Vec<_>>>()?;
    name_units(&db, &tree, &mut rows, today).await?;
    Ok(PersonList {
        rows,
        total,
        page: u32::try_from(page).unwrap_or(1),
        pages: u32::try_from(pages).unwrap_or(u32::MAX),
        units: tree.open_below(&tops),
    })
}

/// A person with what a list says of their account.
#[derive(FromQueryResult)]
pub(super) struct Listed {
    id: PersonId,
    external_id: String,
    name: String,
    left_on: Option<NaiveDate>,
    email: Option<String>,
    state: Option<String>,
}

impl Listed {
    /// The person without the unit's name.
    pub(super) fn row(self) -> Result<PersonRow> {
        Ok(PersonRow {
            state: match self.left_on {
                Some(_) => AccountState::Left,
                None => stored_words::state_if_any(self.state.as_deref())?,
            },
            id: self.id,
            number: self.external_id,
            name: self.name,
            email: self.email,
            unit: None,
        })
    }
}

/// Where somebody belongs, or will.
#[derive(FromQueryResult)]
struct PlaceOfPerson {
    person_id: PersonId,
    unit_id: UnitId,
}

/// Says of these few people where they belong, or will.
async fn name_units(
    db: &impl ConnectionTrait,
    tree: &Tree,
    rows: &mut [PersonRow],
    today: NaiveDate,
) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let ids: Vec<String> = rows.iter().map(|row| row.id.to_string()).collect();
    // The soonest place comes first.
    let places: Vec<PlaceOfPerson> = all(
        db,
        &format!(
            "SELECT person_id, unit_id FROM roster WHERE person_id IN ({})
             AND (to_on IS NULL OR to_on >= $1) ORDER BY from_on",
            ids.join(", ")
        ),
        [today.into()],
    )
    .await?;
    for place in places {
        if let Some(row) = rows.iter_mut().find(|row| row.id == place.person_id && row.unit.is_none()) {
            row.unit = tree.get(place.unit_id).map(|unit| unit.name.clone());
        }
    }
    Ok(())
}
