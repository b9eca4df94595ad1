//! Changing people, each within the part of the tree that is the administrator's.

use chrono::{Days, NaiveDate};
use domain::{
    AccountId, Field, PersonId, Problem, Right, Role, UnitId, Why,
    audit::Event,
    people::register::{GIVEABLE, PersonAct, PersonForm},
};
use sea_orm::ConnectionTrait;

use super::{
    Standing,
    changes::{self, Details},
    is_whole, pages,
};
use crate::accounts;
use base::{Actor, Base, Result, access::require_proof, audit, authorize};
use organisation::{
    Tree,
    changes::By,
    unit_acts::{chosen, day},
};

/// Days that a place can be planned ahead.
const FARTHEST: Days = Days::new(366);

fn details(form: &PersonForm) -> Details {
    Details {
        number: form.number.clone(),
        name: form.name.clone(),
        email: Some(form.email.clone()).filter(|email| !email.trim().is_empty()),
    }
}

/// A unit that is open, for a place or a role.
fn open_unit(tree: &Tree, tops: &[UnitId], text: &str) -> Result<UnitId> {
    let unit = chosen(tree, tops, Field::Unit, text)?;
    match tree.item(unit) {
        Some(item) if item.closed_on.is_none() => Ok(unit),
        _ => Err(Problem::invalid(Field::Unit, Why::NotAChoice).into()),
    }
}

/// The first day of a place: not farther ahead than anybody plans.
async fn first_day(db: &impl ConnectionTrait, by: &By, text: &str) -> Result<NaiveDate> {
    let from = day(db, text, by.today).await?;
    if from > by.today + FARTHEST {
        return Err(Problem::invalid(Field::FromOn, Why::InFuture).into());
    }
    if from < by.today - Days::new(80 * 366) {
        return Err(Problem::invalid(Field::FromOn, Why::TooOld).into());
    }
    Ok(from)
}

/// Adds a person, with a place when a unit is named; gives their id.
///
/// # Errors
/// As [`changes::create`] and [`changes::place`]. Only who keeps the whole organisation can add somebody who
/// belongs nowhere yet.
pub async fn create(base: &Base, actor: Option<&Actor>, form: &PersonForm) -> Result<PersonId> {
    let (actor, tops) = authorize(actor, Right::ManagePeople)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let by = By::actor(base, &transaction, actor).await?;
    let made = changes::create(&transaction, &by, &details(form)).await?;
    if !(form.unit.is_empty() && is_whole(&tree, &tops)) {
        let unit = open_unit(&tree, &tops, &form.unit)?;
        let from = first_day(&transaction, &by, &form.from_on).await?;
        changes::place(&transaction, &by, made.person, unit, from).await?;
    }
    transaction.commit().await?;
    Ok(made.person)
}

/// Does something to a person. What is printed is in [`super::printed_codes`].
///
/// # Errors
/// As [`changes`]; `NotFound` for somebody else's person, `Forbidden` for an account that is not this
/// administrator's to change, `ChangedMeanwhile` when it does not fit how things stand.
pub async fn act(
    base: &Base,
    actor: Option<&Actor>,
    person: PersonId,
    act: PersonAct,
    form: &PersonForm,
) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::ManagePeople)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let by = By::actor(base, &transaction, actor).await?;
    let standing = Standing::find(&transaction, &tree, &tops, person, by.today).await?;
    pages::check(act, &standing, &tree, &tops)?;
    if act.is_sensitive() {
        require_proof(actor)?;
    }
    // A person without an account can be changed, moved and leave.
    let account = || standing.account.ok_or(Problem::ChangedMeanwhile);
    match act {
        PersonAct::Change => {
            changes::change(&transaction, &by, person, &details(form)).await?;
        }
        PersonAct::Move => {
            let unit = open_unit(&tree, &tops, &form.unit)?;
            let from = first_day(&transaction, &by, &form.from_on).await?;
            changes::place(&transaction, &by, person, unit, from).await?;
        }
        PersonAct::GiveRole => {
            let role = Role::from_name(&form.role).filter(|role| GIVEABLE.contains(role));
            let role = role.ok_or(Problem::invalid(Field::Role, Why::NotAChoice))?;
            let unit = open_unit(&tree, &tops, &form.unit)?;
            changes::give_role(&transaction, &by, account()?, role, unit).await?;
        }
        PersonAct::TakeRole => {
            let (role, unit) = held_role(&tree, &tops, &form.role)?;
            if !changes::take_role(&transaction, &by, account()?, role, unit).await? {
                return Err(Problem::ChangedMeanwhile.into());
            }
        }
        PersonAct::Invite => invite(&transaction, &by, account()?).await?,
        PersonAct::Code => return Err(Problem::NotFound.into()),
        PersonAct::Sessions => {
            let account = account()?;
            accounts::end_sessions(&transaction, account, None).await?;
            let entry = audit::Entry {
                subject: Some(account),
                ..audit::Entry::new(Event::SessionsEnded, by.account)
            };
            audit::record(&transaction, by.now, &entry).await?;
        }
        PersonAct::Lock => changes::lock(&transaction, &by, account()?).await?,
        PersonAct::Unlock => changes::unlock(&transaction, &by, account()?).await?,
        PersonAct::Leave => {
            let last_day = match form.from_on.trim() {
                "" => by.today,
                text => day(&transaction, text, by.today).await?,
            };
            // The account closes at once: nobody can be said to leave before they do.
            if last_day > by.today {
                return Err(Problem::invalid(Field::FromOn, Why::InFuture).into());
            }
            changes::leave(&transaction, &by, person, last_day + Days::new(1)).await?;
        }
        PersonAct::Remove => changes::remove(&transaction, &by, person).await?,
    }
    transaction.commit().await?;
    Ok(())
}

/// A role and its unit as the form names them, `manager:12`; of a unit that is the administrator's.
fn held_role(tree: &Tree, tops: &[UnitId], text: &str) -> Result<(Role, UnitId)> {
    let refused = Problem::invalid(Field::Role, Why::NotAChoice);
    let (role, unit) = text.split_once(':').ok_or(refused.clone())?;
    let role = Role::from_name(role).ok_or(refused)?;
    Ok((role, chosen(tree, tops, Field::Role, unit)?))
}

/// Sends an invitation to an account that has an address.
async fn invite(db: &impl ConnectionTrait, by: &By, account: AccountId) -> Result<()> {
    let has_address = base::db::exists(
        db,
        "SELECT 1 AS one FROM account WHERE id = $1 AND email IS NOT NULL",
        [account.into()],
    );
    if !has_address.await? {
        return Err(Problem::invalid(Field::Email, Why::Missing).into());
    }
    accounts::account_tokens::queue_invite(db, by, account).await
}
