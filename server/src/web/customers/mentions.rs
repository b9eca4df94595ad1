//! People who work here and are named by customers: pages and forms.

use app::{customers::mention, request::encode};
use axum::{
    extract::{Extension, Path, State},
    response::Response,
};
use domain::customers::mention::MentionForm;
use leptos::prelude::*;
use service::mentions;

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
    let reference = ask.here.rest("/complaints/").split('/').next().unwrap_or_default().to_owned();
    let page = mentions::page(&ask.services, ask.actor(), &reference).await?;
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
        Ok(()) if mentions::page(&state.services, context.actor.as_ref(), &reference).await.is_err() => {
            done(&state, "/account/mentions", "mention-done-self")
        }
        Ok(()) => {
            let page = format!("/complaints/{}/mention", encode(&reference));
            done(&state, &page, &format!("mention-done-{}", form.act))
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
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
