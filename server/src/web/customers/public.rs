//! The customer's own side: pages and forms that ask nobody to sign in.
//!
//! Nothing here sets a cookie, and the network address goes no further than the share it counts for.

use app::{
    customers::{card, faces as views, own, public, slip},
    request::Submitted,
};
use axum::{
    extract::{Extension, Path, Request, State},
    response::Response,
};
use domain::{
    Problem,
    customers::{
        card::{CardForm, CardSource, OwnAct, OwnForm},
        face::FaceForm,
    },
};
use leptos::prelude::*;
use service::cards::{self, OwnDone};

use super::files::upload;
use crate::web::{
    AppState,
    context::Context,
    files::attachment,
    forms::{Pairs, TypedForm, refuse},
    pages::{Ask, Outcome, View, render, show},
};

/// Which form an address is of, and its code.
fn form_of(path: &str) -> (CardSource, Option<String>) {
    let mut parts = path.split('/').skip(1);
    let source = match parts.next() {
        Some("card") => CardSource::Card,
        _ => CardSource::Form,
    };
    (source, parts.next().map(str::to_owned))
}

/// The comment card and the complaint form.
pub(in crate::web) async fn card(ask: Ask) -> service::Result<View> {
    let (source, code) = form_of(&ask.here.path);
    let page = cards::page(&ask.services, source, code.as_deref(), ask.typed("token")).await?;
    Ok(show(move || view! { <card::CardView page/> }))
}

pub(in crate::web) async fn send_card(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<CardForm>,
) -> Response {
    if is_switch(&pairs) {
        return again(&state, request, pairs).await;
    }
    let (source, code) = form_of(request.uri().path());
    let lang = context.viewer.lang;
    match cards::take(&state.services, (source, code.as_deref()), &form, lang, &context.address).await {
        Ok(receipt) => {
            let public_url = state.public_url.to_string();
            let view = show(move || view! { <card::ReceiptView receipt public_url/> });
            render(&state, request, Outcome::Made(view)).await
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// Whether a form only asks for its page in the other language, with what is filled in.
pub(super) fn is_switch(pairs: &Pairs) -> bool {
    !pairs.get("switch").is_empty()
}

pub(super) async fn again(state: &AppState, request: Request, mut pairs: Pairs) -> Response {
    pairs.0.retain(|(name, _)| name != "switch");
    render(state, request, Outcome::Again(Submitted { values: pairs.0, problem: None })).await
}

/// Reference and secret are asked for; where something was refused that they opened, the case with the reason.
pub(in crate::web) async fn case(ask: Ask) -> service::Result<View> {
    let of = |name: &str| ask.typed(name).unwrap_or_default().to_owned();
    let is_open = matches!(ask.refused, Some(Problem::Invalid(_) | Problem::ChangedMeanwhile));
    if is_open {
        let form = OwnForm { reference: of("reference"), secret: of("secret"), ..OwnForm::default() };
        let case = cards::open(&ask.services, &form).await?;
        return Ok(show(move || view! { <own::OwnView case done=None/> }));
    }
    Ok(show(|| view! { <own::OwnDoor/> }))
}

/// A picture or document that a customer adds.
pub(in crate::web) async fn bring(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    request: Request,
) -> Response {
    let (request, pairs, content) = upload(request).await;
    let form: Result<OwnForm, _> = pairs.read().map_err(|_| Problem::Unreadable);
    let brought = match (form, content) {
        (Ok(form), Ok(content)) => cards::bring(&state.services, &form, content, &context.address)
            .await
            .map_err(service::Error::into_problem),
        (Err(problem), _) | (_, Err(problem)) => Err(problem),
    };
    match brought {
        Ok(case) => {
            let view = show(move || view! { <own::OwnView case done=Some(OwnAct::File)/> });
            render(&state, request, Outcome::Made(view)).await
        }
        Err(problem) => refuse(&state, request, pairs, problem).await,
    }
}

pub(in crate::web) async fn own_case(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<OwnForm>,
) -> Response {
    match cards::act(&state.services, &form).await {
        Ok(OwnDone::Shown(case)) => {
            let done = OwnAct::from_name(&form.act).filter(|act| *act != OwnAct::Look);
            let view = show(move || view! { <own::OwnView case=*case done/> });
            render(&state, request, Outcome::Made(view)).await
        }
        Ok(OwnDone::Erased) => {
            let view = show(|| view! { <own::OwnDoor is_erased=true/> });
            render(&state, request, Outcome::Made(view)).await
        }
        Ok(OwnDone::Export(bytes)) => {
            attachment("application/json", &format!("{}.json", file_name(&form.reference)), bytes)
        }
        Ok(OwnDone::Slip(slip)) => {
            let text = slip::text(context.viewer.lang, &slip, &state.public_url);
            attachment("text/plain; charset=utf-8", &format!("{}.txt", slip.reference), text.into_bytes())
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// A reference as the name of a file: nothing else of what was typed.
fn file_name(reference: &str) -> String {
    reference.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(20).collect()
}

/// What is stored, for how long, and who reads it.
pub(in crate::web) async fn voice(ask: Ask) -> service::Result<View> {
    let months = cards::voice(&ask.services).await?;
    Ok(show(move || view! { <public::VoiceView months/> }))
}

/// The screen with four faces.
pub(in crate::web) async fn faces(ask: Ask) -> service::Result<View> {
    let code = ask.last().to_owned();
    let page = cards::faces::page(&ask.services, &code).await?;
    Ok(show(move || view! { <views::FacesView page/> }))
}

pub(in crate::web) async fn touch(
    State(state): State<AppState>,
    Path(code): Path<String>,
    TypedForm(request, pairs, form): TypedForm<FaceForm>,
) -> Response {
    match cards::faces::touch(&state.services, &code, &form).await {
        Ok(thanks) => {
            let view = show(move || view! { <views::FaceThanksView thanks/> });
            render(&state, request, Outcome::Made(view)).await
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
