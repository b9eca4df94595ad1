//! Showing once more that it is oneself, before a sensitive act.

use crate::People;
use domain::{AccountId, Field, Problem, Right, Why, access::Proof, people::account::Given};
use sea_orm::FromQueryResult;

use super::{SessionToken, password, second_factor};
use base::{
    Actor, Error, Result,
    access::{Session, authorize},
    db::{execute, one},
    limits::Share,
    tokens::token_hash,
};

/// Somebody who may go on.
pub struct Proven {
    /// The actor.
    pub actor: Actor,
    /// The session's new token, when there was something to prove; the old one is dead.
    pub token: Option<SessionToken>,
}

/// Checks what was given, unless the person showed within the last minutes that it is them; gives the
/// actor who may go on.
///
/// # Errors
/// `ProofNeeded` when nothing was given, or when only a new sign-in would do; `Invalid` for a wrong
/// password, `WrongCode`; `TooManyAttempts`.
pub async fn prove(people: &People, actor: &Actor, given: &Given) -> Result<Proven> {
    let (actor, _) = authorize(Some(actor), Right::KeepAccount)?;
    let session = actor.session.as_ref().ok_or(Problem::ProofNeeded)?;
    match session.proof {
        Proof::Fresh => return Ok(Proven { actor: actor.clone(), token: None }),
        Proof::Password if !given.password.is_empty() => {
            check_password(people, actor.account, &given.password).await?;
        }
        Proof::Code if !given.code.trim().is_empty() => {
            let transaction = people.db.begin().await?;
            let outcome = second_factor::take_code(people, &transaction, actor.account, &given.code).await;
            transaction.commit().await?;
            outcome?;
        }
        Proof::Password | Proof::Code | Proof::SignIn => return Err(Problem::ProofNeeded.into()),
    }
    // Somebody who knew the token from before knows nothing now.
    let token = SessionToken::new(session.is_for_answers)?;
    let hash = token_hash(token.as_str());
    let renewed = execute(
        people.db.writer(),
        "UPDATE session SET proven_at = $1, token_hash = $2 WHERE token_hash = $3",
        [people.now().into(), hash.clone().into(), session.token_hash.clone().into()],
    )
    .await?;
    if renewed.rows_affected() == 0 {
        return Err(Problem::SignInNeeded.into());
    }
    let session = Session { proof: Proof::Fresh, token_hash: hash, is_for_answers: session.is_for_answers };
    Ok(Proven { actor: Actor { session: Some(session), ..actor.clone() }, token: Some(token) })
}

/// What a password is checked against.
#[derive(FromQueryResult)]
struct HeldPassword {
    login: String,
    password_hash: String,
}

/// Lets through only with the account's password; wrong ones count as they do at sign-in.
pub async fn check_password(people: &People, account: AccountId, password: &str) -> Result<()> {
    let held: HeldPassword = one(
        &people.db.reader,
        "SELECT login, password_hash FROM account WHERE id = $1 AND state = 'active'",
        [account.into()],
    )
    .await?
    .ok_or(Problem::SignInNeeded)?;
    let share = Share::of("proof", &account.to_string(), "");
    share.take(people).await?;
    if password::verify(people, password, Some(held.password_hash)).await? {
        share.give_back(people).await?;
        return Ok(());
    }
    super::enter::record_wrong(people, &held.login).await?;
    Err(Error::from(Problem::invalid(Field::Password, Why::Wrong)))
}
