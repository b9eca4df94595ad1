//! Adding and changing people, roles, accounts; one-time codes.

use crate::web::context::Context;
use app::people::register::SheetPage;
use axum::{
    extract::{Extension, Path, Request, State},
    response::Response,
};
use domain::{
    PersonId, Problem,
    people::register::{PersonAct, PersonForm, Sheet},
};
use leptos::prelude::*;
use service::people::{person_acts, printed_codes};

use crate::web::forms::{PageForm, Pairs, TypedForm, done, prove_first, prove_if, refuse};
use crate::web::{
    AppState,
    pages::{Outcome, render, show as shown},
};

pub(in crate::web) async fn create(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<PersonForm>,
) -> Response {
    match person_acts::create(&state.services, context.actor.as_ref(), &form).await {
        Ok(id) => done(&state, &format!("/people/{id}"), "person-done-new"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn act(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((id, act)): Path<(String, String)>,
    TypedForm(mut request, pairs, form): TypedForm<PersonForm>,
) -> Response {
    let (Ok(id), Some(act)) = (id.parse::<PersonId>(), PersonAct::from_name(&act)) else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    let actor = match prove_if(act.is_sensitive(), &state, &mut request, &context, &pairs).await {
        Ok(actor) => actor,
        Err(problem) => return refuse(&state, request, pairs, problem).await,
    };
    let actor = actor.as_ref();
    if act == PersonAct::Code {
        let sheet = printed_codes::print_one(&state.services, actor, id, &state.public_url).await;
        return show(&state, request, pairs, sheet).await;
    }
    match person_acts::act(&state.services, actor, id, act, &form).await {
        Ok(()) if act == PersonAct::Remove => done(&state, "/people", "person-done-remove"),
        Ok(()) => done(&state, &format!("/people/{id}"), &format!("person-done-{}", act.name())),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// Codes for people without an address, or invitations for all who have one.
pub(in crate::web) async fn codes(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(mut request, pairs): PageForm,
) -> Response {
    if pairs.get("act") == "invite" {
        return match printed_codes::invite_all(&state.services, context.actor.as_ref()).await {
            Ok(_) => done(&state, "/people/codes", "person-done-invite-all"),
            Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
        };
    }
    let actor = match prove_first(&state, &mut request, &context, &pairs).await {
        Ok(actor) => Some(actor),
        Err(problem) => return refuse(&state, request, pairs, problem).await,
    };
    let sheet =
        printed_codes::print(&state.services, actor.as_ref(), &pairs.all("unit"), &state.public_url).await;
    show(&state, request, pairs, sheet).await
}

/// Answers with the sheet itself: no address leads back to it, and nothing keeps it.
async fn show(state: &AppState, request: Request, pairs: Pairs, sheet: service::Result<Sheet>) -> Response {
    match sheet {
        Ok(sheet) => render(state, request, Outcome::Made(shown(move || view! { <SheetPage sheet/> }))).await,
        Err(error) => refuse(state, request, pairs, error.into_problem()).await,
    }
}
