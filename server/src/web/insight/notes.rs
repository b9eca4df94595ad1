//! Writing, changing and removing notes on the time axis.

use crate::web::context::Context;
use axum::{
    extract::{Extension, Path, State},
    response::Response,
};
use domain::{
    Problem,
    insight::{
        competitors::StillSoForm,
        notes::{NoteAct, NoteForm},
    },
};
use service::{competitors, notes};

use crate::web::AppState;
use crate::web::forms::{TypedForm, done, refuse};

pub(in crate::web) async fn add(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<NoteForm>,
) -> Response {
    match notes::add(&state.services, context.actor.as_ref(), &form).await {
        Ok((_, unit)) => done(&state, &format!("/trends/notes?unit={unit}"), "note-done-add"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn act(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((id, act)): Path<(String, String)>,
    TypedForm(request, pairs, form): TypedForm<NoteForm>,
) -> Response {
    let (Ok(id), Some(act)) = (id.parse::<i64>(), NoteAct::from_name(&act)) else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    match notes::act(&state.services, context.actor.as_ref(), id, act, &form).await {
        Ok(unit) => done(&state, &format!("/trends/notes?unit={unit}"), &format!("note-done-{}", act.name())),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// Whether a comparison with a competitor still holds.
pub(in crate::web) async fn still_so(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<StillSoForm>,
) -> Response {
    match competitors::say(&state.services, context.actor.as_ref(), &form).await {
        Ok(unit) => {
            done(&state, &format!("/competitors?unit={unit}"), &format!("competitors-done-{}", form.act))
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
