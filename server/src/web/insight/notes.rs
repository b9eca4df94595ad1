//! Writing, changing and removing notes on the time axis.

use crate::web::context::Context;
use axum::{
    extract::{Extension, Path, State},
    response::Response,
};
use domain::{
    Problem,
    insight::notes::{NoteAct, NoteForm},
};
use service::notes;

use crate::web::AppState;
use crate::web::forms::{PageForm, Pairs, done, refuse};

fn form(pairs: &Pairs) -> NoteForm {
    NoteForm {
        unit: pairs.take("unit"),
        kind: pairs.take("note_kind"),
        label: pairs.take("label"),
        detail: pairs.take("detail"),
        starts_on: pairs.take("starts_on"),
        ends_on: pairs.take("ends_on"),
        topic: pairs.take("topic"),
        ours: pairs.take("ours"),
        theirs: pairs.take("theirs"),
        baseline: pairs.take("baseline"),
    }
}

pub(in crate::web) async fn add(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    match notes::add(&state.services, context.actor.as_ref(), &form(&pairs)).await {
        Ok((_, unit)) => done(&state, &format!("/trends/notes?unit={unit}"), "note-done-add"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn act(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((id, act)): Path<(String, String)>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let (Ok(id), Some(act)) = (id.parse::<i64>(), NoteAct::from_name(&act)) else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    match notes::act(&state.services, context.actor.as_ref(), id, act, &form(&pairs)).await {
        Ok(unit) => done(&state, &format!("/trends/notes?unit={unit}"), &format!("note-done-{}", act.name())),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
