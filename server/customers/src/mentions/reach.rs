//! Who may read whom a customer named.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Right, Role, UnitId,
    customers::{
        mention::{Mention, REPLY_DAYS, TELL_DAYS},
        words::Kind,
    },
};
use sea_orm::ConnectionTrait;

use super::stored::Named;
use base::{
    Actor, Result,
    db::{column, join_ids},
};
use organisation::{Tree, within};
use worktime::Calendar;

/// What somebody is to a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Manager of the unit, or HR: reads it and looks into it.
    Reader,
    /// Handles the case: marks that somebody is named, reads praise.
    Handler,
    /// Reads what the person has shared with them.
    Representative,
}

/// The units of an actor for one role.
fn units(actor: &Actor, role: Role) -> Vec<UnitId> {
    actor.grants.iter().filter(|grant| grant.role == role).map(|grant| grant.unit).collect()
}

/// The unit whose managers read a mention, with all above it; none when HR alone does. What is about a manager goes to
/// the unit above theirs.
async fn read_from(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: UnitId,
    named: Option<&Named>,
) -> Result<Option<UnitId>> {
    let path = tree.ancestors(unit);
    let managed = match named {
        Some(Named { person: Some(person), .. }) => {
            let sql = "SELECT unit_id FROM role_grant JOIN account ON account.id = role_grant.account_id
                       WHERE role_grant.role = 'manager' AND account.person_id = $1";
            let theirs: Vec<UnitId> = column(db, sql, [(*person).into()]).await?;
            path.iter().rfind(|unit| theirs.contains(unit)).copied()
        }
        Some(Named { is_of_manager: true, .. }) => {
            let sql = format!(
                "SELECT role_grant.unit_id FROM role_grant JOIN account ON account.id = role_grant.account_id
                 WHERE role_grant.role = 'manager' AND account.state IN ('new', 'invited', 'active')
                     AND role_grant.unit_id IN ({})",
                join_ids(&path)
            );
            let managed: Vec<UnitId> = column(db, &sql, []).await?;
            path.iter().find(|unit| managed.contains(unit)).copied()
        }
        _ => None,
    };
    Ok(match managed {
        Some(managed) => tree.get(managed).and_then(|unit| unit.parent_id),
        None => Some(unit),
    })
}

/// Whether somebody reads a mention and looks into it: never the one whom it is about.
pub(super) async fn is_reader(
    db: &impl ConnectionTrait,
    tree: &Tree,
    actor: &Actor,
    unit: UnitId,
    named: Option<&Named>,
) -> Result<bool> {
    let own = actor.person.map(i64::from);
    if own.is_some() && named.is_some_and(|named| named.person == own) {
        return Ok(false);
    }
    if within(tree, &units(actor, Role::Hr), unit).is_ok() {
        return Ok(true);
    }
    let from = read_from(db, tree, unit, named).await?;
    Ok(from.is_some_and(|from| within(tree, &units(actor, Role::Manager), from).is_ok()))
}

/// What somebody is to the mention of a case; none when they are not to know of it.
pub(super) async fn of(
    db: &impl ConnectionTrait,
    tree: &Tree,
    actor: &Actor,
    case: (UnitId, UnitId),
    kind: Kind,
    named: Option<&Named>,
) -> Result<Option<Reach>> {
    let (unit, holder) = case;
    if let Some(named) = named {
        if is_reader(db, tree, actor, unit, Some(named)).await? {
            return Ok(Some(Reach::Reader));
        }
        let is_shared = named.state == Mention::Conduct && named.is_shared;
        if is_shared && within(tree, &units(actor, Role::StaffRepresentative), unit).is_ok() {
            return Ok(Some(Reach::Representative));
        }
    }
    let handled = actor.units_for(Right::HandleCase);
    let handles = within(tree, &handled, unit).is_ok() || within(tree, &handled, holder).is_ok();
    let is_theirs = named.is_none_or(|named| named.state == Mention::Praise) || kind == Kind::Compliment;
    Ok((handles && is_theirs).then_some(Reach::Handler))
}

/// The moment at which the next step is due, in the opening hours of the unit it happened in.
pub(super) fn due(
    calendar: &Calendar,
    state: Mention,
    received_at: DateTime<Utc>,
    told_at: Option<DateTime<Utc>>,
) -> Option<DateTime<Utc>> {
    match state {
        Mention::Unverified => calendar.closing_of_working_day(received_at, TELL_DAYS),
        Mention::Told => told_at.and_then(|told| calendar.closing_of_working_day(told, REPLY_DAYS)),
        _ => None,
    }
}

/// People whom a complaint about a unit can mean, by id and name, as the roster is on a day.
pub(super) async fn people(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: UnitId,
    today: NaiveDate,
) -> Result<Vec<(i64, String)>> {
    #[derive(sea_orm::FromQueryResult)]
    struct OnRoster {
        id: i64,
        name: String,
    }
    let sql = format!(
        "SELECT DISTINCT person.id, person.name FROM roster JOIN person ON person.id = roster.person_id
         WHERE unit_id IN ({}) AND from_on <= $1 AND (to_on IS NULL OR to_on >= $1) ORDER BY person.name, person.id",
        join_ids(&super::names::units_around(tree, unit))
    );
    let rows: Vec<OnRoster> = base::db::all(db, &sql, [today.into()]).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}
