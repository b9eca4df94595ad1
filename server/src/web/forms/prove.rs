//! The proof that a sensitive form carries along.

use crate::web::context::Context;
use axum::extract::Request;
use domain::{Problem, access::Proof, people::account::Given};
use service::{Actor, sign_in};

use super::Pairs;
use crate::web::{AppState, session::Renewed};

/// Who may go on: for what is sensitive, whoever [proves](prove_first) it; else whoever is asking.
///
/// # Errors
/// As [`prove_first`], for what is sensitive.
pub(in crate::web) async fn prove_if(
    is_sensitive: bool,
    state: &AppState,
    request: &mut Request,
    context: &Context,
    pairs: &Pairs,
) -> Result<Option<Actor>, Problem> {
    match is_sensitive {
        true => prove_first(state, request, context, pairs).await.map(Some),
        false => Ok(context.actor.clone()),
    }
}

/// Checks the proof in a form, as `<ProofField/>` asks for it; gives the actor who may go on. When the
/// form is shown again for another reason, it does not ask a second time.
///
/// # Errors
/// `ProofNeeded`, or what is wrong with what was given.
pub(in crate::web) async fn prove_first(
    state: &AppState,
    request: &mut Request,
    context: &Context,
    pairs: &Pairs,
) -> Result<Actor, Problem> {
    let actor = context.actor.as_ref().ok_or(Problem::SignInNeeded)?;
    let given = Given { password: pairs.take("password"), code: pairs.take("code") };
    let proven =
        sign_in::prove(&state.services.people, actor, &given).await.map_err(service::Error::into_problem)?;
    let actor = proven.actor;
    if let (Some(token), Some(renewed)) = (proven.token, request.extensions().get::<Renewed>()) {
        renewed.set(token);
    }
    let mut context = context.clone();
    context.viewer.proof = Proof::Fresh;
    context.actor = Some(actor.clone());
    request.extensions_mut().insert(context);
    Ok(actor)
}
