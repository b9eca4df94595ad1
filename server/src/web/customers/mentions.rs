//! People who work here and are named by customers: pages and forms.

use app::{customers::mention, request::encode};
use axum::{
    extract::{Extension, Path, State},
    response::Response,
};
use domain::customers::mention::MentionForm;
use leptos::prelude::*;
use service::{Actor, mentions};

use crate::web::{
    AppState,
    context::Context,
    forms::{TypedForm, done, refuse},
    pages::{Ask, View, show},
};

/// Cases whose mention waits.
pub(in crate::web) async fn waiting(ask: Ask) -> service::Result<View> {
    let rows = mentions::list(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <mention::MentionListView rows/> }))
}

/// Whom a case names.
pub(in crate::web) async fn page(ask: Ask) -> service::Result<View> {
    let page = mentions::page(&ask.services, ask.actor(), ask.case_reference()).await?;
    Ok(show(move || view! { <mention::MentionView page/> }))
}

/// Looks into it.
pub(in crate::web) async fn act(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(reference): Path<String>,
    TypedForm(request, pairs, form): TypedForm<MentionForm>,
) -> Response {
    match mentions::act(&state.services, context.actor.as_ref(), &reference, &form).await {
        // Whoever marks a complaint does not read the name from then on.
        Ok(()) if form.act == "mark" => {
            done(&state, &format!("/complaints/{}", encode(&reference)), "case-done-marked")
        }
        // Whoever finds that it is themselves reads it where everybody named does; others decide.
        Ok(()) if form.act == "tell" && is_about(context.actor.as_ref(), &form) => {
            done(&state, "/account/mentions", "mention-done-self")
        }
        Ok(()) => {
            let page = format!("/complaints/{}/mention", encode(&reference));
            done(&state, &page, &format!("mention-done-{}", form.act))
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// Whether somebody was picked who is the one that picks.
fn is_about(actor: Option<&Actor>, form: &MentionForm) -> bool {
    let own = actor.and_then(|actor| actor.person).map(i64::from);
    own.is_some() && own == form.person.parse().ok()
}

/// What customers said about oneself.
pub(in crate::web) async fn own(ask: Ask) -> service::Result<View> {
    let mentions = mentions::own(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <mention::OwnMentionsView mentions/> }))
}

/// Replies, shares, has praise forgotten.
pub(in crate::web) async fn own_act(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<MentionForm>,
) -> Response {
    match mentions::own_act(&state.services, context.actor.as_ref(), &form).await {
        Ok(()) => done(&state, "/account/mentions", &format!("mention-done-{}", form.act)),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
