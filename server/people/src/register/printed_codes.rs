//! Printed one-time codes for people without an address, and invitations for those with one.

use chrono::{Duration, NaiveDate};
use domain::{
    AccountId, Field, PersonId, Problem, Right, UnitId, Why,
    people::register::{CodesPage, PersonAct, Sheet, Slip},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{
    Standing, is_whole,
    list::{ids_below, in_scope},
    pages,
};
use crate::accounts::account_tokens;
use base::{
    Actor, Base, Result,
    access::require_proof,
    authorize,
    db::{all, column, one, value},
    qr::picture_of,
};
use organisation::{Tree, changes::By, unit_acts::chosen};

/// Days that a printed code works.
pub const VALID_DAYS: i64 = 7;
/// Slips on one sheet at most.
pub const MOST_SLIPS: usize = 500;

/// People who can only come in by a code, as a condition on `account` and `person`.
const WAITING: &str =
    "account.email IS NULL AND account.state IN ('new', 'invited') AND person.left_on IS NULL";

/// Leaves out accounts that hold roles outside these units: who prints their code could be them.
fn not_foreign(tree: &Tree, tops: &[UnitId]) -> String {
    if is_whole(tree, tops) {
        return "1 = 1".to_owned();
    }
    format!(
        "NOT EXISTS (SELECT 1 FROM role_grant WHERE role_grant.account_id = account.id AND role_grant.unit_id NOT IN ({}))",
        ids_below(tree, tops)
    )
}

/// Those who were not invited yet and have an address. `$1` is today.
fn to_invite(tree: &Tree, tops: &[UnitId]) -> String {
    format!(
        "FROM account JOIN person ON person.id = account.person_id
         WHERE $1 = $1 AND account.state = 'new' AND account.email IS NOT NULL AND person.left_on IS NULL
           AND {} AND {}",
        in_scope(tree, tops),
        not_foreign(tree, tops)
    )
}

/// The place where somebody belongs or, before their first day, where they will. `$1` is today.
const FIRST_PLACE: &str = "(roster.to_on IS NULL OR roster.to_on >= $1) AND NOT EXISTS (
    SELECT 1 FROM roster AS before WHERE before.person_id = roster.person_id
      AND before.from_on < roster.from_on AND (before.to_on IS NULL OR before.to_on >= $1))";

/// How many of a unit wait for a code.
#[derive(FromQueryResult)]
struct WaitingInUnit {
    unit_id: UnitId,
    n: i64,
}

/// Who waits for a code or an invitation.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn page(base: &Base, actor: Option<&Actor>) -> Result<CodesPage> {
    let (_, tops) = authorize(actor, Right::ManagePeople)?;
    let db = base.db.snapshot().await?;
    let today = organisation::find(&db).await?.local_day(base.now());
    let tree = organisation::tree(base, &db).await?;
    let counts: Vec<WaitingInUnit> = all(
        &db,
        &format!(
            "SELECT roster.unit_id, COUNT(*) AS n FROM account
             JOIN person ON person.id = account.person_id JOIN roster ON roster.person_id = person.id
             WHERE {WAITING} AND {FIRST_PLACE} AND {}
             GROUP BY roster.unit_id",
            not_foreign(&tree, &tops)
        ),
        [today.into()],
    )
    .await?;
    let by_unit: std::collections::HashMap<UnitId, u32> =
        counts.into_iter().map(|unit| (unit.unit_id, u32::try_from(unit.n).unwrap_or(u32::MAX))).collect();
    let waiting = tree.below(&tops).into_iter();
    let waiting = waiting.filter_map(|unit| by_unit.get(&unit.id).copied().map(|count| (unit, count)));
    let sql = format!("SELECT COUNT(*) AS n {}", to_invite(&tree, &tops));
    let count: i64 = value(&db, &sql, [today.into()]).await?.unwrap_or(0);
    Ok(CodesPage { waiting: waiting.collect(), to_invite: u32::try_from(count).unwrap_or(u32::MAX) })
}

/// Somebody a slip is for, where they belong.
#[derive(FromQueryResult)]
struct PlacedReader {
    id: AccountId,
    login: String,
    name: String,
    unit_id: UnitId,
}

/// Makes codes for everybody of these units who needs one. Earlier codes of theirs stop working.
///
/// # Errors
/// `Invalid` without a unit, for a unit that is not the administrator's, and for more people than fit on a
/// sheet.
pub async fn print(base: &Base, actor: Option<&Actor>, units: &[String], address: &str) -> Result<Sheet> {
    let (actor, tops) = authorize(actor, Right::ManagePeople)?;
    require_proof(actor)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let by = By::actor(base, &transaction, actor).await?;
    let units: Vec<UnitId> =
        units.iter().map(|unit| chosen(&tree, &tops, Field::Unit, unit)).collect::<Result<_>>()?;
    if units.is_empty() {
        return Err(Problem::invalid(Field::Unit, Why::Missing).into());
    }
    let ids: Vec<String> = units.iter().map(UnitId::to_string).collect();
    let mut people: Vec<PlacedReader> = all(
        &transaction,
        &format!(
            "SELECT account.id, account.login, person.name, roster.unit_id FROM account
             JOIN person ON person.id = account.person_id JOIN roster ON roster.person_id = person.id
             WHERE {WAITING} AND {FIRST_PLACE}
               AND roster.unit_id IN ({}) AND {} ORDER BY person.name, person.id",
            ids.join(", "),
            not_foreign(&tree, &tops)
        ),
        [by.today.into()],
    )
    .await?;
    if people.len() > MOST_SLIPS {
        return Err(Problem::invalid(Field::Unit, Why::TooMany).into());
    }
    // Slips are cut and handed out team by team.
    people.sort_by_key(|reader| tree.get(reader.unit_id).map(|unit| unit.name.clone()));
    let mut slips = Vec::with_capacity(people.len());
    for PlacedReader { id, login, name, unit_id } in people {
        let person = Reader { account: id, login, name, unit: Some(unit_id) };
        slips.push(slip(&transaction, &tree, &by, person).await?);
    }
    transaction.commit().await?;
    sheet(slips, by.today, address)
}

/// What a slip says of an account.
#[derive(FromQueryResult)]
struct NamedLogin {
    login: String,
    name: String,
}

/// Makes a code for one person.
///
/// # Errors
/// As [`super::person_acts::act`].
pub async fn print_one(base: &Base, actor: Option<&Actor>, person: PersonId, address: &str) -> Result<Sheet> {
    let (actor, tops) = authorize(actor, Right::ManagePeople)?;
    require_proof(actor)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let by = By::actor(base, &transaction, actor).await?;
    let standing = Standing::find(&transaction, &tree, &tops, person, by.today).await?;
    pages::check(PersonAct::Code, &standing, &tree, &tops)?;
    let account = standing.account.ok_or(Problem::ChangedMeanwhile)?;
    let named: Option<NamedLogin> =
        one(&transaction, "SELECT login, name FROM account WHERE id = $1", [account.into()]).await?;
    let NamedLogin { login, name } = named.ok_or(Problem::NotFound)?;
    let reader = Reader { account, login, name, unit: standing.unit };
    let slip = slip(&transaction, &tree, &by, reader).await?;
    transaction.commit().await?;
    sheet(vec![slip], by.today, address)
}

/// Somebody a slip is for.
struct Reader {
    account: AccountId,
    login: String,
    name: String,
    unit: Option<UnitId>,
}

async fn slip(db: &impl ConnectionTrait, tree: &Tree, by: &By, reader: Reader) -> Result<Slip> {
    let code = account_tokens::print_code(db, by, reader.account, reader.unit).await?;
    let unit = reader.unit.and_then(|unit| tree.get(unit)).map(|unit| unit.name.clone());
    Ok(Slip { name: reader.name, login: reader.login, unit: unit.unwrap_or_default(), code })
}

fn sheet(slips: Vec<Slip>, today: NaiveDate, public_url: &str) -> Result<Sheet> {
    let address = format!("{}/code", public_url.trim_end_matches('/'));
    let picture = picture_of(&address)?;
    // The code works to the minute; the day before is the last on which it works all day.
    let valid_until = today + Duration::days(VALID_DAYS - 1);
    Ok(Sheet { slips, valid_until, address, picture })
}

/// Sends an invitation to everybody with an address who was not invited yet; gives how many.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn invite_all(base: &Base, actor: Option<&Actor>) -> Result<u64> {
    let (actor, tops) = authorize(actor, Right::ManagePeople)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let by = By::actor(base, &transaction, actor).await?;
    let sql = format!("SELECT account.id {} ORDER BY account.id", to_invite(&tree, &tops));
    let found: Vec<AccountId> = column(&transaction, &sql, [by.today.into()]).await?;
    for account in &found {
        account_tokens::queue_invite(&transaction, &by, *account).await?;
    }
    transaction.commit().await?;
    Ok(found.len() as u64)
}
