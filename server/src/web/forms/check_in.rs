//! Checking in.

use app::context::Context;
use axum::{
    extract::{Extension, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::check_in::BallotForm;
use service::rounds;

use super::{PageForm, refuse};
use crate::web::AppState;

/// Fields that are no answers.
const BESIDES: [&str; 3] = ["round", "comment", "key"];

pub(in crate::web) async fn check_in(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let form = BallotForm {
        round: pairs.get("round").parse().unwrap_or(0),
        key: pairs.take("key"),
        comment: pairs.take("comment"),
        answers: pairs.0.iter().filter(|(name, _)| !BESIDES.contains(&name.as_str())).cloned().collect(),
    };
    match rounds::cast(&state.services, context.actor.as_ref(), &form).await {
        Ok(()) => Redirect::to("/check-in/receipt").into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
