//! Closing the own account.

use domain::Right;

use crate::register::changes;
use base::{Actor, Base, Result, access::require_proof, authorize, db::execute};
use organisation::changes::By;

/// Closes the own account: nobody can sign in with it, and the place on the roster ends today. What
/// was answered stays counted; no answer knows whose it was.
///
/// # Errors
/// `ProofNeeded`; `Invalid` with `LastAdmin` when nobody else keeps the organisation.
pub async fn close(base: &Base, actor: Option<&Actor>) -> Result<()> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    require_proof(actor)?;
    let transaction = base.db.begin().await?;
    let by = By::actor(base, &transaction, actor).await?;
    changes::close_own(&transaction, &by, actor.account, actor.person).await?;
    let sql = "UPDATE account SET email = NULL WHERE id = $1";
    execute(&transaction, sql, [actor.account.into()]).await?;
    transaction.commit().await?;
    Ok(())
}
