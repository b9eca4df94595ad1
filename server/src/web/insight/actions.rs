//! Agreeing, changing and reviewing actions.

use crate::web::context::Context;
use axum::{
    extract::{Extension, Path, State},
    response::Response,
};
use domain::{
    Problem,
    insight::actions::{ActionForm, ReviewForm},
};
use service::actions;

use crate::web::AppState;
use crate::web::forms::{TypedForm, done, refuse};

pub(in crate::web) async fn agree(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<ActionForm>,
) -> Response {
    match actions::agree(&state.services, context.actor.as_ref(), &form).await {
        Ok(id) => done(&state, &format!("/actions/{id}"), "action-done-agree"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn edit(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<String>,
    TypedForm(request, pairs, form): TypedForm<ActionForm>,
) -> Response {
    let Ok(id) = id.parse::<i64>() else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    match actions::edit(&state.services, context.actor.as_ref(), id, &form).await {
        Ok(()) => done(&state, &format!("/actions/{id}"), "action-done-edit"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn review(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<String>,
    TypedForm(request, pairs, form): TypedForm<ReviewForm>,
) -> Response {
    let Ok(id) = id.parse::<i64>() else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    match actions::review(&state.services, context.actor.as_ref(), id, &form).await {
        Ok(()) => done(&state, &format!("/actions/{id}"), "action-done-review"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
