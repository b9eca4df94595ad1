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
use crate::web::forms::{PageForm, Pairs, done, refuse};

fn form(pairs: &Pairs) -> ActionForm {
    ActionForm {
        unit: pairs.take("unit"),
        driver: pairs.take("driver"),
        tried: pairs.take("tried"),
        owner: pairs.take("owner"),
        starts_on: pairs.take("starts_on"),
        review_on: pairs.take("review_on"),
    }
}

pub(in crate::web) async fn agree(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    match actions::agree(&state.services, context.actor.as_ref(), &form(&pairs)).await {
        Ok(id) => done(&state, &format!("/actions/{id}"), "action-done-agree"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn edit(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<String>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let Ok(id) = id.parse::<i64>() else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    match actions::edit(&state.services, context.actor.as_ref(), id, &form(&pairs)).await {
        Ok(()) => done(&state, &format!("/actions/{id}"), "action-done-edit"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn review(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<String>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let Ok(id) = id.parse::<i64>() else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    let form = ReviewForm { outcome: pairs.take("outcome"), learned: pairs.take("learned") };
    match actions::review(&state.services, context.actor.as_ref(), id, &form).await {
        Ok(()) => done(&state, &format!("/actions/{id}"), "action-done-review"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
