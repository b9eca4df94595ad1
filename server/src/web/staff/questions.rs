//! Adding, rewording and ending the organisation's own statements.

use crate::web::context::Context;
use axum::{
    extract::{Extension, Path, State},
    response::Response,
};
use domain::{
    Problem,
    staff::own_items::{OwnItemAct, OwnItemForm},
};
use service::rounds::own_items;

use crate::web::AppState;
use crate::web::forms::{TypedForm, done, refuse};

pub(in crate::web) async fn add(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<OwnItemForm>,
) -> Response {
    match own_items::add(&state.services, context.actor.as_ref(), &form).await {
        Ok(_) => done(&state, "/questions", "question-done-add"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn act(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((id, act)): Path<(String, String)>,
    TypedForm(request, pairs, form): TypedForm<OwnItemForm>,
) -> Response {
    let (Ok(id), Some(act)) = (id.parse::<i64>(), OwnItemAct::from_name(&act)) else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    match own_items::act(&state.services, context.actor.as_ref(), id, act, &form).await {
        Ok(()) => done(&state, "/questions", &format!("question-done-{}", act.name())),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
