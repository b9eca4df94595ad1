//! Closing the own account.

use domain::{Action, Role, audit::Event};

use super::end_sessions;
use crate::{
    Actor, Result, Services,
    access::require_proof,
    audit::{self, Entry},
    authorize,
    db::execute,
    people::changes::{self, require_an_admin},
    sign_in::{password::NO_PASSWORD, second_factor},
};

/// Closes the own account: nobody can sign in with it, and the place on the roster ends today. What
/// was answered stays counted; no answer knows whose it was.
///
/// # Errors
/// `ProofNeeded`; `Invalid` with `LastAdmin` when nobody else keeps the organisation.
pub async fn close(services: &Services, actor: Option<&Actor>) -> Result<()> {
    let (actor, _) = authorize(actor, Action::KeepAccount)?;
    require_proof(actor)?;
    let today = services.today().await?;
    let now = services.now();
    let account = actor.account;
    let transaction = services.db.begin().await?;
    execute(
        &transaction,
        "UPDATE account SET state = 'left', password_hash = $1, email = NULL WHERE id = $2",
        [NO_PASSWORD.into(), account.into()],
    )
    .await?;
    let roles = changes::roles(&transaction, account).await?;
    execute(&transaction, "DELETE FROM role_grant WHERE account_id = $1", [account.into()]).await?;
    if roles.iter().any(|(role, _)| *role == Role::Admin) {
        require_an_admin(&transaction).await?;
    }
    let entry = Entry { subject: Some(account), ..Entry::new(Event::AccountClosed, Some(account)) };
    audit::record(&transaction, now, &entry).await?;
    second_factor::clear(&transaction, account).await?;
    execute(&transaction, "DELETE FROM account_token WHERE account_id = $1", [account.into()]).await?;
    execute(&transaction, "DELETE FROM oidc_identity WHERE account_id = $1", [account.into()]).await?;
    end_sessions(&transaction, account, None).await?;
    if let Some(person) = actor.person {
        execute(
            &transaction,
            "DELETE FROM roster WHERE person_id = $1 AND from_on > $2",
            [person.into(), today.into()],
        )
        .await?;
        execute(
            &transaction,
            "UPDATE roster SET to_on = $2 WHERE person_id = $1 AND (to_on IS NULL OR to_on > $2)",
            [person.into(), today.into()],
        )
        .await?;
        execute(&transaction, "UPDATE person SET left_on = $2 WHERE id = $1", [person.into(), today.into()])
            .await?;
    }
    transaction.commit().await?;
    Ok(())
}
