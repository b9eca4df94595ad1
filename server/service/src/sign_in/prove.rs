//! Showing once more that it is oneself, before a sensitive act.

use domain::{Action, Field, Problem, Why, access::Proof, account::Given};

use super::{Share, password, second_factor};
use crate::{
    Actor, Error, Result, Services,
    access::{Session, authorize},
    db::{execute, query_one},
};

/// Checks what was given, unless the person showed within the last minutes that it is them; gives the
/// actor who may go on.
///
/// # Errors
/// `ProofNeeded` when nothing was given, or when only a new sign-in would do; `Invalid` for a wrong
/// password, `WrongCode`; `TooManyAttempts`.
pub async fn prove(services: &Services, actor: &Actor, given: &Given) -> Result<Actor> {
    let (actor, _) = authorize(Some(actor), Action::KeepAccount)?;
    let session = actor.session.as_ref().ok_or(Problem::ProofNeeded)?;
    match session.proof {
        Proof::Fresh => return Ok(actor.clone()),
        Proof::Password if !given.password.is_empty() => {
            check_password(services, actor.account, &given.password).await?;
        }
        Proof::Code if !given.code.trim().is_empty() => {
            let transaction = services.db.begin().await?;
            let outcome = second_factor::take_code(services, &transaction, actor.account, &given.code).await;
            transaction.commit().await?;
            outcome?;
        }
        Proof::Password | Proof::Code | Proof::SignIn => return Err(Problem::ProofNeeded.into()),
    }
    execute(
        services.db.writer(),
        "UPDATE session SET proven_at = $1 WHERE token_hash = $2",
        [services.now().into(), session.token_hash.clone().into()],
    )
    .await?;
    let session = Session { proof: Proof::Fresh, ..session.clone() };
    Ok(Actor { session: Some(session), ..actor.clone() })
}

/// Lets through only with the account's password; wrong ones count as they do at sign-in.
pub(crate) async fn check_password(services: &Services, account: i64, password: &str) -> Result<()> {
    let row = query_one(
        &services.db.reader,
        "SELECT login, password_hash FROM account WHERE id = $1 AND state = 'active'",
        [account.into()],
    )
    .await?
    .ok_or(Problem::SignInNeeded)?;
    let login: String = row.try_get("", "login")?;
    let share = Share::of_login(&login, "");
    share.take(services).await?;
    if password::verify(services, password, Some(row.try_get("", "password_hash")?)).await? {
        share.give_back(services).await;
        return Ok(());
    }
    super::enter::record_wrong(services, &login).await?;
    Err(Error::from(Problem::invalid(Field::Password, Why::Wrong)))
}
