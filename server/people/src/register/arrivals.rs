//! People who arrive: many at once, back after they had left, or with an account only now.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{AccountId, Field, PersonId, Problem, UnitId, Why, audit::Event};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::changes::{Created, Details};
use crate::stored_words::written;
use base::{
    Error, Result, audit,
    db::{all, execute, placeholders, value},
};
use organisation::changes::{By, earliest_day};

/// Rows of one insert statement.
const CHUNK: usize = 500;

/// Somebody new, as checked together with others.
#[derive(Clone, Debug)]
pub struct Newcomer {
    /// Number, name, address; tidy.
    pub details: Details,
    /// Unit, and the day from which they belong to it.
    pub place: Option<(UnitId, NaiveDate)>,
}

/// Makes people with accounts and places, a few hundred by statement: the same as
/// [`create`](super::changes::create) and [`place`](super::changes::place) for each. Gives them in the
/// same order.
///
/// # Errors
/// `Invalid` when a round that has begun counted the day of a place; when a number or address is taken,
/// the database refuses.
pub async fn create_all(
    db: &impl ConnectionTrait,
    by: &By,
    newcomers: &[Newcomer],
    progress: impl Fn(usize),
) -> Result<Vec<Created>> {
    let earliest = earliest_day(db).await?;
    let mut arrived = Vec::with_capacity(newcomers.len());
    for chunk in newcomers.chunks(CHUNK) {
        let is_too_early = |(_, from): (UnitId, NaiveDate)| earliest.is_some_and(|earliest| from < earliest);
        if chunk.iter().any(|newcomer| newcomer.place.is_some_and(is_too_early)) {
            return Err(Problem::invalid(Field::FromOn, Why::RoundBegun).into());
        }
        let created = insert(db, chunk).await?;
        let details: Vec<String> = chunk
            .iter()
            .map(|newcomer| newcomer.place.map(|(_, from)| format!("from {from}")).unwrap_or_default())
            .collect();
        let mut entries = Vec::with_capacity(chunk.len() * 2);
        for ((newcomer, created), detail) in chunk.iter().zip(&created).zip(&details) {
            let entry = |event| audit::Entry {
                subject: Some(created.account),
                ..audit::Entry::new(event, by.account)
            };
            entries.push(entry(Event::AccountMade));
            if let Some((unit, _)) = newcomer.place {
                entries.push(audit::Entry { unit: Some(unit), detail, ..entry(Event::PersonMoved) });
            }
        }
        audit::record_all(db, by.now, &entries).await?;
        arrived.extend(created);
        progress(arrived.len());
    }
    Ok(arrived)
}

/// Somebody just written.
#[derive(FromQueryResult)]
struct PersonByNumber {
    id: PersonId,
    external_id: String,
}

/// Their account.
#[derive(FromQueryResult)]
struct AccountOfPerson {
    id: AccountId,
    person_id: PersonId,
}

/// Writes persons, accounts and places. What the rows were given as ids is read back by their keys: no
/// database promises to name them in the order of the values.
async fn insert(db: &impl ConnectionTrait, chunk: &[Newcomer]) -> Result<Vec<Created>> {
    let list = |columns| placeholders(chunk.len(), columns);
    let values = chunk.iter().flat_map(|newcomer| {
        [Value::from(newcomer.details.number.as_str()), newcomer.details.name.as_str().into()]
    });
    let sql = format!("INSERT INTO person (external_id, name) VALUES {} RETURNING id, external_id", list(2));
    let persons: Vec<PersonByNumber> = all(db, &sql, values).await?;
    let persons: HashMap<String, PersonId> =
        persons.into_iter().map(|person| (person.external_id, person.id)).collect();
    let gone = || Error::Internal("a row just written is gone".to_owned());
    let mut values: Vec<Value> = Vec::with_capacity(chunk.len() * 6);
    let mut places: Vec<Value> = Vec::with_capacity(chunk.len() * 3);
    for Newcomer { details, place } in chunk {
        let person = *persons.get(&details.number).ok_or_else(gone)?;
        values.extend([
            person.into(),
            details.login().into(),
            details.email.clone().into(),
            details.name.as_str().into(),
            "!".into(),
            "new".into(),
        ]);
        if let Some((unit, from)) = *place {
            places.extend([person.into(), unit.into(), from.into()]);
        }
    }
    let sql = format!(
        "INSERT INTO account (person_id, login, email, name, password_hash, state) VALUES {}
         RETURNING id, person_id",
        list(6)
    );
    let accounts: Vec<AccountOfPerson> = all(db, &sql, values).await?;
    let accounts: HashMap<PersonId, AccountId> =
        accounts.into_iter().map(|account| (account.person_id, account.id)).collect();
    if !places.is_empty() {
        let list = placeholders(places.len() / 3, 3);
        execute(db, &format!("INSERT INTO roster (person_id, unit_id, from_on) VALUES {list}"), places)
            .await?;
    }
    let created = |newcomer: &Newcomer| {
        let person = *persons.get(&newcomer.details.number)?;
        Some(Created { person, account: *accounts.get(&person)? })
    };
    chunk.iter().map(|newcomer| created(newcomer).ok_or_else(gone)).collect()
}

/// Gives a person who has none an account, which nobody can sign in to before its owner was invited.
///
/// # Errors
/// When the database refuses.
pub async fn open_account(
    db: &impl ConnectionTrait,
    by: &By,
    person: PersonId,
    details: &Details,
) -> Result<AccountId> {
    let account = value(
        db,
        "INSERT INTO account (person_id, login, email, name, password_hash, state)
         VALUES ($1, $2, $3, $4, '!', 'new') RETURNING id",
        [person.into(), details.login().into(), details.email.clone().into(), details.name.clone().into()],
    )
    .await?;
    let account = written(account)?;
    let entry = audit::Entry { subject: Some(account), ..audit::Entry::new(Event::AccountMade, by.account) };
    audit::record(db, by.now, &entry).await?;
    Ok(account)
}

/// Takes somebody back who had left. Their account is as new: nothing of the old sign-in was kept.
/// Gives whether anything changed.
///
/// # Errors
/// When the database refuses.
pub async fn come_back(db: &impl ConnectionTrait, by: &By, person: PersonId) -> Result<bool> {
    let sql = "UPDATE person SET left_on = NULL WHERE id = $1 AND left_on IS NOT NULL";
    if execute(db, sql, [person.into()]).await?.rows_affected() == 0 {
        return Ok(false);
    }
    let sql = "UPDATE account SET state = 'new' WHERE person_id = $1 AND state = 'left' RETURNING id";
    if let Some(account) = value::<AccountId>(db, sql, [person.into()]).await? {
        execute(db, "DELETE FROM role_grant WHERE account_id = $1", [account.into()]).await?;
        let entry =
            audit::Entry { subject: Some(account), ..audit::Entry::new(Event::AccountUnlocked, by.account) };
        audit::record(db, by.now, &entry).await?;
    }
    Ok(true)
}
