//! Keeping the calendar of rounds, as HR does.
//!
//! Rounds are the whole organisation's: who keeps a part of it sees them and changes none.

use domain::{
    Problem, Right,
    staff::rounds::{RoundAct, RoundForm},
};

use super::{
    plan::{self},
    state,
};
use base::{Actor, Base, Result, access::require_proof, authorize};
use organisation::{changes::By, whole};

/// Plans a round; gives its number.
///
/// # Errors
/// `Forbidden` for whoever keeps only a part of the organisation; `Invalid` with every field that is wrong.
pub async fn plan(base: &Base, actor: Option<&Actor>, form: &RoundForm) -> Result<i64> {
    let (actor, units) = authorize(actor, Right::ManageRounds)?;
    let transaction = base.db.begin().await?;
    whole(&transaction, &units).await?;
    let by = By::actor(base, &transaction, actor).await?;
    let number = plan::plan_in(&transaction, &by, &form.round(by.today)?).await?;
    transaction.commit().await?;
    Ok(number)
}

/// Changes, deletes, closes a round, ends the series after it, or declares it void.
///
/// # Errors
/// `Forbidden` for whoever keeps only a part of the organisation, `ProofNeeded` to declare a round void,
/// `NotFound` for an unknown number, `ChangedMeanwhile` when the round's state does not allow it,
/// `Invalid` with what is wrong with the form.
pub async fn act(
    base: &Base,
    actor: Option<&Actor>,
    number: i64,
    act: RoundAct,
    form: &RoundForm,
) -> Result<()> {
    let (actor, units) = authorize(actor, Right::ManageRounds)?;
    if act.is_sensitive() {
        require_proof(actor)?;
    }
    let transaction = base.db.begin().await?;
    whole(&transaction, &units).await?;
    let by = By::actor(base, &transaction, actor).await?;
    let round = plan::find(&transaction, number).await?;
    let is_last = plan::last(&transaction).await?.is_some_and(|last| last.id == round.id);
    if !act.fits(state(&round.state)?, is_last) {
        return Err(Problem::ChangedMeanwhile.into());
    }
    match act {
        RoundAct::Edit => plan::edit_in(&transaction, &by, &round, &form.round(by.today)?).await?,
        RoundAct::Delete => plan::delete_in(&transaction, &by, &round).await?,
        RoundAct::Close => plan::close_in(&transaction, &by, &round).await?,
        RoundAct::Stop => {
            let review_on = form.earlier_review(round.review_on, by.today)?;
            plan::stop_in(&transaction, &by, &round, review_on).await?;
        }
        RoundAct::Void => plan::void_in(&transaction, &by, &round, &form.void_reason()?).await?,
    }
    transaction.commit().await?;
    if act == RoundAct::Void {
        plan::after_void(base, &round).await;
    }
    Ok(())
}
