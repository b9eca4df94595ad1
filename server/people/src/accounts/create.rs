//! Making an account from the command line.

use crate::People;
use domain::{AccountId, PersonId, Role, UnitId, audit::Event, people::account::LONGEST_LOGIN};

use crate::{
    sign_in::{login_of, password},
    stored_words::written,
};
use base::{
    Error, Result,
    audit::{self, Entry},
    db::{execute, exists, value},
};

/// Makes a sign-in with one role. An employee gets a place on the unit's roster from today on. With an
/// empty password the account waits for an invitation or a printed code.
///
/// # Errors
/// One line for a password that is not taken, a login that is taken, an unknown unit.
pub async fn create_account(
    people: &People,
    login: &str,
    name: &str,
    role: Role,
    unit: &str,
    password: &str,
) -> Result<()> {
    let refuse = |why: String| Err(Error::Internal(why));
    let login = login_of(login);
    if login.is_empty() || login.chars().count() > LONGEST_LOGIN || login.contains(char::is_whitespace) {
        return refuse(format!("{login:?} is neither an e-mail address nor an employee number"));
    }
    let organisation = organisation::find(&people.db.reader).await?.name;
    let (hash, state) = if password.is_empty() {
        (password::NO_PASSWORD.to_owned(), "new")
    } else {
        if let Err(why) = password::check(password, false, &[name, &login, &organisation]) {
            return refuse(format!(
                "the password is not taken: {}; it needs {} to {} characters that others would not guess",
                domain::text::t(domain::Lang::En, why.text_id()),
                domain::people::account::SHORTEST_PASSWORD,
                password::LONGEST_PASSWORD
            ));
        }
        (password::hash(people, password).await?, "active")
    };
    let today = organisation::today(people).await?;
    let transaction = people.db.begin().await?;
    let Some(unit_id) =
        value::<UnitId>(&transaction, "SELECT id FROM unit WHERE external_id = $1", [unit.into()]).await?
    else {
        return refuse(format!("no unit has the number {unit:?}"));
    };
    let is_known = exists(&transaction, "SELECT id FROM account WHERE login = $1", [login.as_str().into()]);
    if is_known.await? {
        return refuse(format!("{login} has an account already"));
    }
    let person = value(
        &transaction,
        "INSERT INTO person (external_id, name) VALUES ($1, $2) RETURNING id",
        [format!("account:{login}").into(), name.into()],
    );
    let person: PersonId = written(person.await?)?;
    let email = login.contains('@').then_some(login.as_str());
    let account = value(
        &transaction,
        "INSERT INTO account (person_id, login, email, name, password_hash, state)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
        [person.into(), login.as_str().into(), email.into(), name.into(), hash.into(), state.into()],
    );
    let account: AccountId = written(account.await?)?;
    if role == Role::Employee {
        execute(
            &transaction,
            "INSERT INTO roster (person_id, unit_id, from_on, to_on) VALUES ($1, $2, $3, NULL)",
            [person.into(), unit_id.into(), today.into()],
        )
        .await?;
    } else {
        let values = [account.into(), role.name().into(), unit_id.into()];
        execute(
            &transaction,
            "INSERT INTO role_grant (account_id, role, unit_id) VALUES ($1, $2, $3)",
            values,
        )
        .await?;
    }
    let entry = Entry {
        subject: Some(account),
        unit: Some(unit_id),
        detail: role.name(),
        ..Entry::new(Event::AccountMade, None)
    };
    audit::record(&transaction, people.now(), &entry).await?;
    transaction.commit().await?;
    Ok(())
}
