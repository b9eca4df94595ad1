//! Changing people: new ones, details, places, leaving. Roles are given and taken in `roles`.
//! Each change stands in the audit log.

use chrono::{Days, NaiveDate};
use domain::{AccountId, Field, PersonId, Problem, Role, UnitId, Why, audit::Event, field::free_text};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::Serialize;

pub use super::roles::{give_role, require_an_admin, roles, take_role};
use crate::{accounts::end_sessions, sign_in::second_factor, stored_words::written};
use base::{
    Result, audit,
    db::{execute, exists, one, value},
};
use organisation::changes::{By, LONGEST_NAME, LONGEST_NUMBER, removed_or_kept};
use organisation::roster;

/// Longest e-mail address, in characters (RFC 5321 § 4.5.3.1 gives 64 before and 255 after the at sign).
pub const LONGEST_EMAIL: usize = 254;

/// What is known of a person besides where they belong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Details {
    /// Stable external number: the employee number.
    pub number: String,
    /// Name.
    pub name: String,
    /// E-mail address; people without one sign in with their number.
    pub email: Option<String>,
}

impl Details {
    /// Checks and tidies what was typed.
    ///
    /// # Errors
    /// `Invalid`, naming the field.
    pub fn tidy(&self) -> Result<Self> {
        let text = |field, text: &str, longest| {
            free_text(text, longest)
                .and_then(|text| if text.contains(['\n', '\t']) { Err(Why::Unprintable) } else { Ok(text) })
                .map_err(|why| Problem::invalid(field, why))
        };
        let email = self.email.as_deref().map(str::trim).filter(|email| !email.is_empty());
        let email = email.map(|email| parse_email(email).ok_or(Why::NotAnAddress)).transpose();
        Ok(Self {
            number: text(Field::Number, &self.number, LONGEST_NUMBER)?,
            name: text(Field::Name, &self.name, LONGEST_NAME)?,
            email: email.map_err(|why| Problem::invalid(Field::Email, why))?,
        })
    }

    /// What the person types to sign in.
    pub fn login(&self) -> String {
        self.email.clone().unwrap_or_else(|| self.number.to_lowercase())
    }
}

/// An e-mail address in lower case, when it is one: something before and after one at sign, a dot after,
/// no spaces, no control characters, no hidden marks, nothing that could end a header line.
pub fn parse_email(text: &str) -> Option<String> {
    let (local, host) = text.split_once('@')?;
    let is_hidden = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let is_odd =
        |c: char| c.is_whitespace() || c.is_control() || is_hidden(c) || "<>()[]\\,;:\"@".contains(c);
    let fits = !local.is_empty()
        && local.len() <= 64
        && text.len() <= LONGEST_EMAIL
        && host.split('.').all(|label| !label.is_empty())
        && host.contains('.')
        && !text.replacen('@', "", 1).chars().any(is_odd);
    fits.then(|| text.to_lowercase())
}

/// A person and their account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Created {
    /// Person.
    pub person: PersonId,
    /// Account; nobody can sign in to it before its owner was invited and set a password.
    pub account: AccountId,
}

/// Makes a person with an account.
///
/// # Errors
/// `Invalid` when a field is wrong, or the number or address is taken.
pub async fn create(db: &impl ConnectionTrait, by: &By, details: &Details) -> Result<Created> {
    let details = details.tidy()?;
    refuse_taken(db, &details, None).await?;
    let person: Option<PersonId> = value(
        db,
        "INSERT INTO person (external_id, name) VALUES ($1, $2) RETURNING id",
        [details.number.clone().into(), details.name.clone().into()],
    )
    .await?;
    let person = written(person)?;
    let account = value(
        db,
        "INSERT INTO account (person_id, login, email, name, password_hash, state)
         VALUES ($1, $2, $3, $4, '!', 'new') RETURNING id",
        [person.into(), details.login().into(), details.email.into(), details.name.into()],
    )
    .await?;
    let account = written(account)?;
    note(db, by, Event::AccountMade, account, None, "").await?;
    Ok(Created { person, account })
}

async fn refuse_taken(db: &impl ConnectionTrait, details: &Details, but: Option<PersonId>) -> Result<()> {
    // Nobody has this number.
    let other = but.unwrap_or(PersonId::new(-1));
    let is_number_taken = exists(
        db,
        "SELECT 1 AS one FROM person WHERE external_id = $1 AND id <> $2",
        [details.number.clone().into(), other.into()],
    );
    if is_number_taken.await? {
        return Err(Problem::invalid(Field::Number, Why::Taken).into());
    }
    let is_login_taken = exists(
        db,
        "SELECT 1 AS one FROM account WHERE login = $1 AND (person_id IS NULL OR person_id <> $2)",
        [details.login().into(), other.into()],
    );
    if is_login_taken.await? {
        let field = if details.email.is_some() { Field::Email } else { Field::Number };
        return Err(Problem::invalid(field, Why::Taken).into());
    }
    Ok(())
}

/// What is stored of a person.
#[derive(FromQueryResult)]
struct StoredDetails {
    external_id: String,
    name: String,
    account_id: Option<AccountId>,
    email: Option<String>,
}

/// Changes a person's number, name or address. Gives whether anything was different.
///
/// # Errors
/// `Invalid`, `NotFound`.
pub async fn change(db: &impl ConnectionTrait, by: &By, person: PersonId, details: &Details) -> Result<bool> {
    let details = details.tidy()?;
    let row: StoredDetails = one(
        db,
        "SELECT person.external_id, person.name, account.id AS account_id, account.email FROM person
         LEFT JOIN account ON account.person_id = person.id WHERE person.id = $1",
        [person.into()],
    )
    .await?
    .ok_or(Problem::NotFound)?;
    let old = Details { number: row.external_id, name: row.name, email: row.email };
    if old == details {
        return Ok(false);
    }
    refuse_taken(db, &details, Some(person)).await?;
    execute(
        db,
        "UPDATE person SET external_id = $1, name = $2 WHERE id = $3",
        [details.number.clone().into(), details.name.clone().into(), person.into()],
    )
    .await?;
    if let Some(account) = row.account_id {
        execute(
            db,
            "UPDATE account SET login = $1, email = $2, name = $3 WHERE id = $4",
            [
                details.login().into(),
                details.email.clone().into(),
                details.name.clone().into(),
                account.into(),
            ],
        )
        .await?;
        if old.email != details.email {
            // What was sent to the old address opens nothing any more.
            execute(db, "DELETE FROM account_token WHERE account_id = $1", [account.into()]).await?;
        }
        let changed = [
            (old.number != details.number, "number"),
            (old.name != details.name, "name"),
            (old.email != details.email, "email"),
        ];
        let changed: Vec<&str> = changed.into_iter().filter(|(is, _)| *is).map(|(_, what)| what).collect();
        note(db, by, Event::PersonChanged, account, None, &changed.join(", ")).await?;
    }
    Ok(true)
}

/// Puts a person on a unit's roster from a day on; somebody who had left is back. Gives whether anything changed.
///
/// # Errors
/// As [`roster::join`].
pub async fn place(
    db: &impl ConnectionTrait,
    by: &By,
    person: PersonId,
    unit: UnitId,
    from: NaiveDate,
) -> Result<bool> {
    let changed = roster::join(db, person, unit, from).await?;
    if changed && let Some(account) = account_of(db, person).await? {
        // Whoever comes back starts anew: the old sign-in went when they left.
        let is_back = execute(
            db,
            "UPDATE account SET state = 'new' WHERE id = $1 AND state = 'left'
             AND EXISTS (SELECT 1 FROM person WHERE person.id = $2 AND left_on IS NOT NULL)",
            [account.into(), person.into()],
        )
        .await?;
        if is_back.rows_affected() == 1 {
            execute(db, "DELETE FROM role_grant WHERE account_id = $1", [account.into()]).await?;
            note(db, by, Event::AccountUnlocked, account, Some(unit), "").await?;
        }
        note(db, by, Event::PersonMoved, account, Some(unit), &from.to_string()).await?;
    }
    if changed {
        execute(db, "UPDATE person SET left_on = NULL WHERE id = $1", [person.into()]).await?;
    }
    Ok(changed)
}

/// Takes a person off every roster from a day on; they stay, with account and roles. Gives whether
/// anything changed.
///
/// # Errors
/// As [`roster::leave`].
pub async fn unplace(db: &impl ConnectionTrait, by: &By, person: PersonId, from: NaiveDate) -> Result<bool> {
    let changed = roster::leave(db, person, from).await?;
    if changed && let Some(account) = account_of(db, person).await? {
        note(db, by, Event::PersonMoved, account, None, &format!("– · {from}")).await?;
    }
    Ok(changed)
}

async fn account_of(db: &impl ConnectionTrait, person: PersonId) -> Result<Option<AccountId>> {
    Ok(value(db, "SELECT id FROM account WHERE person_id = $1", [person.into()]).await?)
}

/// Closes the account of somebody who leaves and ends their place; what they answered stays counted.
/// `first_absent` is the first day they no longer belong anywhere. Gives whether anything changed.
///
/// # Errors
/// As [`roster::leave`], and `Invalid` for oneself, or when nobody would be left who keeps the organisation.
pub async fn leave(
    db: &impl ConnectionTrait,
    by: &By,
    person: PersonId,
    first_absent: NaiveDate,
) -> Result<bool> {
    let left_on: Option<Option<NaiveDate>> =
        value(db, "SELECT left_on FROM person WHERE id = $1", [person.into()]).await?;
    if left_on.ok_or(Problem::NotFound)?.is_some() {
        return Ok(false);
    }
    let account = account_of(db, person).await?;
    if account.is_some() && account == by.account {
        return Err(Problem::invalid(Field::Role, Why::OwnRole).into());
    }
    end_place(db, person, first_absent).await?;
    if let Some(account) = account {
        close_account(db, by, account, "left", Event::PersonLeft).await?;
    }
    Ok(true)
}

/// Closes the account of the one who asks for it, and ends their place after today.
///
/// # Errors
/// `Invalid` when nobody would be left who keeps the organisation.
pub async fn close_own(
    db: &impl ConnectionTrait,
    by: &By,
    account: AccountId,
    person: Option<PersonId>,
) -> Result<()> {
    if let Some(person) = person {
        end_place(db, person, by.today + Days::new(1)).await?;
    }
    close_account(db, by, account, "left", Event::AccountClosed).await
}

/// Removes a person who was written down by mistake, as if they had never been here. That they were stays in the audit
/// log, by number.
///
/// # Errors
/// `Invalid` when they counted in a round, or anything else that is kept speaks of them; `NotFound`.
pub async fn remove(db: &impl ConnectionTrait, by: &By, person: PersonId) -> Result<()> {
    let number: Option<String> =
        value(db, "SELECT external_id FROM person WHERE id = $1", [person.into()]).await?;
    let number = number.ok_or(Problem::NotFound)?;
    // Whoever belonged somewhere on a round's first day has been counted there.
    if let Some(earliest) = organisation::changes::earliest_day(db).await? {
        let sql = "SELECT 1 AS one FROM roster WHERE person_id = $1 AND from_on < $2 LIMIT 1";
        if exists(db, sql, [person.into(), earliest.into()]).await? {
            return Err(Problem::invalid(Field::Person, Why::NotRemovable).into());
        }
    }
    let gone =
        async |sql: &str, id: sea_orm::Value| removed_or_kept(execute(db, sql, [id]).await, Field::Person);
    if let Some(account) = account_of(db, person).await? {
        for table in ["role_grant", "account_token", "mail", "recovery_code", "session"] {
            gone(&format!("DELETE FROM {table} WHERE account_id = $1"), account.into()).await?;
        }
        gone("DELETE FROM account WHERE id = $1", account.into()).await?;
    }
    gone("DELETE FROM roster WHERE person_id = $1", person.into()).await?;
    gone("DELETE FROM person WHERE id = $1", person.into()).await?;
    organisation::bump_data_version(db).await?;
    let entry = audit::Entry { detail: &number, ..audit::Entry::new(Event::PersonRemoved, by.account) };
    audit::record(db, by.now, &entry).await
}

async fn end_place(db: &impl ConnectionTrait, person: PersonId, first_absent: NaiveDate) -> Result<()> {
    roster::leave(db, person, first_absent).await?;
    execute(db, "UPDATE person SET left_on = $1 WHERE id = $2", [first_absent.into(), person.into()]).await?;
    Ok(())
}

/// Locks an account: nobody can sign in, its sessions end. Everything else stays.
///
/// # Errors
/// `Invalid` when it is one's own, or nobody would be left who keeps the organisation; `ChangedMeanwhile`
/// when it is not open.
pub async fn lock(db: &impl ConnectionTrait, by: &By, account: AccountId) -> Result<()> {
    if by.account == Some(account) {
        return Err(Problem::invalid(Field::Role, Why::OwnRole).into());
    }
    let is_open = exists(
        db,
        "SELECT 1 AS one FROM account WHERE id = $1 AND state IN ('new', 'invited', 'active')",
        [account.into()],
    );
    if !is_open.await? {
        // Above all, somebody who left is not locked: opening the lock would let them in again.
        return Err(Problem::ChangedMeanwhile.into());
    }
    close_account(db, by, account, "locked", Event::AccountLocked).await
}

async fn close_account(
    db: &impl ConnectionTrait,
    by: &By,
    account: AccountId,
    state: &str,
    event: Event,
) -> Result<()> {
    let was_admin = roles(db, account).await?.iter().any(|(role, _)| *role == Role::Admin);
    execute(db, "UPDATE account SET state = $1 WHERE id = $2", [state.into(), account.into()]).await?;
    if was_admin {
        require_an_admin(db).await?;
    }
    end_sessions(db, account, None).await?;
    execute(db, "DELETE FROM account_token WHERE account_id = $1", [account.into()]).await?;
    if state == "left" {
        // Nothing of the sign-in is needed any more.
        execute(db, "UPDATE account SET password_hash = '!' WHERE id = $1", [account.into()]).await?;
        second_factor::clear(db, account).await?;
        for table in ["oidc_identity", "role_grant"] {
            let sql = format!("DELETE FROM {table} WHERE account_id = $1");
            execute(db, &sql, [account.into()]).await?;
        }
    }
    note(db, by, event, account, None, "").await
}

/// Opens a locked account again: with its old password if it had one.
///
/// # Errors
/// `ChangedMeanwhile` when it is not locked.
pub async fn unlock(db: &impl ConnectionTrait, by: &By, account: AccountId) -> Result<()> {
    let opened = execute(
        db,
        "UPDATE account SET state = CASE WHEN password_hash = '!' THEN 'new' ELSE 'active' END
         WHERE id = $1 AND state = 'locked'",
        [account.into()],
    )
    .await?;
    if opened.rows_affected() == 0 {
        return Err(Problem::ChangedMeanwhile.into());
    }
    note(db, by, Event::AccountUnlocked, account, None, "").await
}

pub(super) async fn note(
    db: &impl ConnectionTrait,
    by: &By,
    event: Event,
    account: AccountId,
    unit: Option<UnitId>,
    detail: &str,
) -> Result<()> {
    let entry = audit::Entry { unit, subject: Some(account), detail, ..audit::Entry::new(event, by.account) };
    audit::record(db, by.now, &entry).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_cannot_carry_a_second_header() {
        for text in [
            "a@b.no\r\nBcc: c@d.no",
            "a b@c.no",
            "a@b",
            "@b.no",
            "a@@b.no",
            "a@b..no",
            "a<b@c.no>",
            "a@b.no,c@d.no",
            "a\u{202e}@b.no",
            "a\u{200b}@b.no",
        ] {
            assert_eq!(parse_email(text), None, "{text:?}");
        }
        assert_eq!(parse_email("Kari.Lie+1@Post.Example.no"), Some("kari.lie+1@post.example.no".into()));
    }
}
