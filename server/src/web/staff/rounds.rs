//! Planning, changing, closing and voiding rounds.

use crate::web::context::Context;
use axum::{
    extract::{Extension, Path, State},
    response::Response,
};
use domain::{
    Problem,
    staff::rounds::{RoundAct, RoundForm},
};
use service::rounds::round_acts;

use crate::web::forms::{PageForm, TypedForm, done, prove_if, refuse};
use crate::web::{
    AppState,
    pages::{led_to, page},
};

pub(in crate::web) async fn plan(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<RoundForm>,
) -> Response {
    match round_acts::plan(&state.services, context.actor.as_ref(), &form).await {
        Ok(number) => done(&state, &format!("/rounds/{number}"), "round-done-plan"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// The date is right: what happens by itself goes on.
pub(in crate::web) async fn resume(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    match service::organisation::leap::resume(&state.services, context.actor.as_ref()).await {
        Ok(()) => done(&state, "/rounds", "round-done-resume"),
        Err(error) => {
            let request = led_to(request, "/rounds".to_owned(), page!(super::pages::rounds));
            refuse(&state, request, pairs, error.into_problem()).await
        }
    }
}

pub(in crate::web) async fn act(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((number, act)): Path<(String, String)>,
    TypedForm(mut request, pairs, form): TypedForm<RoundForm>,
) -> Response {
    let (Ok(number), Some(act)) = (number.parse::<i64>(), RoundAct::from_name(&act)) else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    let actor = match prove_if(act.is_sensitive(), &state, &mut request, &context, &pairs).await {
        Ok(actor) => actor,
        Err(problem) => return refuse(&state, request, pairs, problem).await,
    };
    let back = if act == RoundAct::Delete { "/rounds".to_owned() } else { format!("/rounds/{number}") };
    match round_acts::act(&state.services, actor.as_ref(), number, act, &form).await {
        Ok(()) => done(&state, &back, &format!("round-done-{}", act.name())),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
