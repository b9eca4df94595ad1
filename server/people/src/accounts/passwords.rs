//! Changing one's password.

use crate::People;
use domain::{
    AccountId, Field, FieldProblem, Problem, Right, Why, audit::Event, people::account::NewPassword,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::sign_in::{SessionToken, password, prove::check_password, renew};
use base::{
    Actor, Base, Result,
    access::require_proof,
    audit::{self, Entry},
    authorize,
    db::{execute, exists, one},
    outbox,
};

/// Changes the password. All other sessions end; the one that asks gets a new token.
///
/// # Errors
/// `Invalid` for a wrong present password or a new one that is not taken; `ProofNeeded` when there is
/// no present one to ask for.
pub async fn change_password(
    people: &People,
    actor: Option<&Actor>,
    form: &NewPassword,
) -> Result<SessionToken> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    let session = actor.session.as_ref().ok_or(Problem::SignInNeeded)?;
    let person = Person::find(people, actor.account).await?;
    if person.has_password {
        check_password(people, actor.account, &form.password).await?;
    } else {
        require_proof(actor)?;
        refuse_linked(people, actor.account).await?;
    }
    let hash = person.checked_hash(people, form).await?;
    let now = people.now();
    let transaction = people.db.begin().await?;
    set(&transaction, actor.account, &hash).await?;
    let token = renew(&transaction, actor.account, &session.token_hash, now).await?;
    let entry =
        Entry { subject: Some(actor.account), ..Entry::new(Event::PasswordChanged, Some(actor.account)) };
    audit::record(&transaction, now, &entry).await?;
    outbox::queue(&transaction, now, outbox::Kind::PasswordChanged, Some(actor.account)).await?;
    transaction.commit().await?;
    Ok(token)
}

/// Whoever comes in through a provider gets no password here: it would open the account after the
/// provider has closed it, and without the factors that the provider asks for.
async fn refuse_linked(base: &Base, account: AccountId) -> Result<()> {
    let is_linked = exists(
        &base.db.reader,
        "SELECT 1 AS one FROM oidc_identity WHERE account_id = $1 LIMIT 1",
        [account.into()],
    );
    if is_linked.await? { Err(Problem::Forbidden.into()) } else { Ok(()) }
}

/// What there is to know about a person when their password is chosen.
pub(super) struct Person {
    pub(super) name: String,
    pub(super) login: String,
    pub(super) has_factor: bool,
    has_password: bool,
}

/// The same as it is stored.
#[derive(FromQueryResult)]
struct StoredPerson {
    name: String,
    login: String,
    has_second_factor: bool,
    password_hash: String,
}

impl Person {
    pub(super) async fn find(base: &Base, account: AccountId) -> Result<Self> {
        let person: StoredPerson = one(
            &base.db.reader,
            "SELECT name, login, has_second_factor, password_hash FROM account WHERE id = $1",
            [account.into()],
        )
        .await?
        .ok_or(Problem::NotFound)?;
        Ok(Self {
            name: person.name,
            login: person.login,
            has_factor: person.has_second_factor,
            has_password: person.password_hash != password::NO_PASSWORD,
        })
    }

    /// The hash of the new password, when it is taken.
    pub(super) async fn checked_hash(&self, people: &People, form: &NewPassword) -> Result<String> {
        let organisation = organisation::find(&people.db.reader).await?.name;
        let mut problems = Vec::new();
        if let Err(why) =
            password::check(&form.new_password, self.has_factor, &[&self.name, &self.login, &organisation])
        {
            problems.push(FieldProblem { field: Field::NewPassword, why });
        } else if form.new_password != form.repeat {
            problems.push(FieldProblem { field: Field::Repeat, why: Why::NotSame });
        }
        if problems.is_empty() {
            password::hash(people, &form.new_password).await
        } else {
            Err(Problem::Invalid(problems).into())
        }
    }
}

/// Stores a password's hash. Links and codes that would set another are worth nothing afterwards.
pub(super) async fn set(db: &impl ConnectionTrait, account: AccountId, hash: &str) -> Result<()> {
    execute(db, "UPDATE account SET password_hash = $1 WHERE id = $2", [hash.into(), account.into()]).await?;
    execute(db, "DELETE FROM account_token WHERE account_id = $1", [account.into()]).await?;
    Ok(())
}
