//! What the pages about a person show.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    AccountId, PersonId, Problem, Right, UnitId,
    people::register::{
        AccountState, GivenRole, NewPersonPage, PersonAct, PersonActPage, PersonPage, PersonRow, Place,
    },
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{Standing, changes, is_whole, list::Listed};
use base::{
    Actor, Base, Result, authorize,
    db::{all, one},
};
use organisation::{
    Organisation, Tree,
    changes::{earliest_day, usual_day},
    within,
};

/// Whether something can be done to a person.
///
/// # Errors
/// `Forbidden` when the account is not this administrator's to change, `ChangedMeanwhile` when it does not
/// fit how things stand.
pub(super) fn check(act: PersonAct, standing: &Standing, tree: &Tree, tops: &[UnitId]) -> Result<()> {
    use PersonAct::{Change, Code, GiveRole, Invite, Leave, Lock, Move, Remove, Sessions, TakeRole, Unlock};
    let is_allowed = match act {
        // Whoever gives or takes a place has to keep the unit where the person belongs now.
        Move => is_whole(tree, tops) || standing.unit.is_some_and(|unit| within(tree, tops, unit).is_ok()),
        // Which units a role can be given for or taken from is checked with the role.
        GiveRole | TakeRole => true,
        Change | Invite | Code | Sessions | Lock | Unlock | Leave | Remove => {
            !standing.is_foreign(tree, tops)
        }
    };
    if !is_allowed {
        return Err(Problem::Forbidden.into());
    }
    let fits = match act {
        Change | Move => true,
        GiveRole | Code | Lock => standing.state.is_open(),
        TakeRole => standing.role_units.iter().any(|unit| within(tree, tops, *unit).is_ok()),
        Invite => matches!(standing.state, AccountState::New | AccountState::Invited),
        Sessions => standing.state == AccountState::Active,
        Unlock => standing.state == AccountState::Locked,
        Leave => standing.left_on.is_none(),
        // Whoever has signed in has been here.
        Remove => matches!(standing.state, AccountState::None | AccountState::New | AccountState::Invited),
    };
    if fits { Ok(()) } else { Err(Problem::ChangedMeanwhile.into()) }
}

async fn find_row(
    db: &impl ConnectionTrait,
    tree: &Tree,
    standing: &Standing,
    person: PersonId,
) -> Result<PersonRow> {
    let person: Listed = one(
        db,
        "SELECT person.id, person.external_id, person.name, person.left_on, account.email, account.state
         FROM person LEFT JOIN account ON account.person_id = person.id WHERE person.id = $1",
        [person.into()],
    )
    .await?
    .ok_or(Problem::NotFound)?;
    let unit = standing.unit.and_then(|unit| tree.get(unit)).map(|unit| unit.name.clone());
    Ok(PersonRow { unit, ..person.row()? })
}

/// A person.
///
/// # Errors
/// `NotFound` for an unknown person and for somebody else's, alike.
pub async fn page(base: &Base, actor: Option<&Actor>, person: PersonId) -> Result<PersonPage> {
    let (actor, tops) = authorize(actor, Right::ManagePeople)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let today = organisation.local_day(base.now());
    let tree = organisation::tree(base, &db).await?;
    let standing = Standing::find(&db, &tree, &tops, person, today).await?;
    let row = find_row(&db, &tree, &standing, person).await?;
    let is_self = standing.account == Some(actor.account);
    let is_possible = |act: &PersonAct| {
        let is_about_self = matches!(
            act,
            PersonAct::GiveRole
                | PersonAct::TakeRole
                | PersonAct::Lock
                | PersonAct::Leave
                | PersonAct::Remove
                | PersonAct::Code
        );
        // Without an address there is nowhere to send an invitation.
        let is_empty = *act == PersonAct::Invite && row.email.is_none();
        !(is_empty || is_self && is_about_self) && check(*act, &standing, &tree, &tops).is_ok()
    };
    Ok(PersonPage {
        left_on: standing.left_on,
        places: places(&db, &tree, person, today).await?,
        roles: given_roles(&db, &tree, &tops, &organisation, standing.account, is_self).await?,
        acts: PersonAct::ALL.into_iter().filter(is_possible).collect(),
        is_self,
        is_foreign: standing.is_foreign(&tree, &tops),
        row,
    })
}

/// A place on a roster.
#[derive(FromQueryResult)]
struct StoredPlace {
    unit_id: UnitId,
    from_on: NaiveDate,
    to_on: Option<NaiveDate>,
}

async fn places(
    db: &impl ConnectionTrait,
    tree: &Tree,
    person: PersonId,
    today: NaiveDate,
) -> Result<Vec<Place>> {
    let found: Vec<StoredPlace> = all(
        db,
        "SELECT unit_id, from_on, to_on FROM roster WHERE person_id = $1 ORDER BY from_on DESC, id DESC",
        [person.into()],
    )
    .await?;
    let place = |place: StoredPlace| Place {
        unit: tree.get(place.unit_id).map(|unit| unit.name.clone()).unwrap_or_default(),
        is_now: place.from_on <= today && place.to_on.is_none_or(|to| to >= today),
        from: place.from_on,
        to: place.to_on,
    };
    Ok(found.into_iter().map(place).collect())
}

/// That a role was given, as the audit log tells it.
#[derive(FromQueryResult)]
struct WrittenRole {
    unit_id: Option<UnitId>,
    /// The role.
    detail: String,
    at: String,
}

async fn given_roles(
    db: &impl ConnectionTrait,
    tree: &Tree,
    tops: &[UnitId],
    organisation: &Organisation,
    account: Option<AccountId>,
    is_self: bool,
) -> Result<Vec<GivenRole>> {
    let Some(account) = account else { return Ok(Vec::new()) };
    // The day of a role stands in the audit log; those made on the server itself have none.
    let written: Vec<WrittenRole> = all(
        db,
        "SELECT unit_id, detail, MAX(at) AS at FROM audit
         WHERE subject_id = $1 AND event = 'role_given' GROUP BY unit_id, detail",
        [account.into()],
    )
    .await?;
    let mut days = std::collections::HashMap::new();
    for row in written {
        if let Ok(at) = row.at.parse::<DateTime<Utc>>() {
            days.insert((row.unit_id, row.detail), organisation.local_day(at));
        }
    }
    let roles = changes::roles(db, account).await?.into_iter().map(|(role, unit)| GivenRole {
        role,
        unit,
        unit_name: tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default(),
        since: days.get(&(Some(unit), role.name().to_owned())).copied(),
        may_take: !is_self && within(tree, tops, unit).is_ok(),
    });
    Ok(roles.collect())
}

/// The page of something that can be done to a person.
///
/// # Errors
/// `NotFound` for an unknown or somebody else's person and an unknown act; as [`check`] otherwise.
pub async fn act_page(
    base: &Base,
    actor: Option<&Actor>,
    person: PersonId,
    act: &str,
) -> Result<PersonActPage> {
    let (_, tops) = authorize(actor, Right::ManagePeople)?;
    let act = PersonAct::from_name(act).ok_or(Problem::NotFound)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let today = organisation.local_day(base.now());
    let tree = organisation::tree(base, &db).await?;
    let standing = Standing::find(&db, &tree, &tops, person, today).await?;
    check(act, &standing, &tree, &tops)?;
    let mut roles = given_roles(&db, &tree, &tops, &organisation, standing.account, false).await?;
    roles.retain(|role| role.may_take);
    let needs_unit = matches!(act, PersonAct::Move | PersonAct::GiveRole);
    let day = match act {
        PersonAct::Leave => today,
        _ => usual_day(&db, today).await?,
    };
    Ok(PersonActPage {
        act,
        row: find_row(&db, &tree, &standing, person).await?,
        units: if needs_unit { tree.open_below(&tops) } else { Vec::new() },
        roles,
        day,
        earliest: earliest_day(&db).await?,
    })
}

/// The page on which a person is added.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn new_page(base: &Base, actor: Option<&Actor>) -> Result<NewPersonPage> {
    let (_, tops) = authorize(actor, Right::ManagePeople)?;
    let db = base.db.snapshot().await?;
    let today = organisation::find(&db).await?.local_day(base.now());
    let tree = organisation::tree(base, &db).await?;
    Ok(NewPersonPage {
        units: tree.open_below(&tops),
        may_be_nowhere: is_whole(&tree, &tops),
        day: usual_day(&db, today).await?,
    })
}
