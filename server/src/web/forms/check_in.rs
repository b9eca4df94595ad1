//! Checking in.

use app::context::Context;
use axum::{
    extract::{Extension, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Problem,
    check_in::{BallotForm, CheckInPage},
    hint,
};
use service::rounds;

use super::{PageForm, Pairs, refuse};
use crate::web::AppState;

/// Fields of the form that are no answers.
const NO_ANSWERS: [&str; 4] = ["round", "key", "comment", "as_is"];

pub(in crate::web) async fn check_in(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let actor = context.actor.as_ref();
    // Whatever else is wrong is told when the ballot is cast.
    let page = rounds::check_in_page(&state.services, actor).await.ok();
    if page.is_some_and(|page| should_look_again(&pairs, &page)) {
        return refuse(&state, request, pairs, Problem::LookAgain).await;
    }
    match rounds::cast(&state.services, actor, &ballot(&pairs)).await {
        Ok(()) => Redirect::to("/check-in/receipt").into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// The ballot in a form of the check-in, whoever sent it.
pub(super) fn ballot(pairs: &Pairs) -> BallotForm {
    BallotForm {
        round: pairs.get("round").parse().unwrap_or(0),
        key: pairs.take("key"),
        comment: pairs.take("comment"),
        answers: pairs.0.iter().filter(|(name, _)| !NO_ANSWERS.contains(&name.as_str())).cloned().collect(),
    }
}

/// Whether a form comes back once, before anything is written: its comment looks as if it holds a name or a
/// detail about health, and its writer has not seen the hint yet.
pub(super) fn should_look_again(pairs: &Pairs, page: &CheckInPage) -> bool {
    let has_seen = page.is_answered || !pairs.get("as_is").is_empty();
    !has_seen && hint::find(pairs.get("comment"), &page.known_names()).is_some()
}
