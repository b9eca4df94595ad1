//! Codes of places, posters, cards that are held back, what four faces said: for those who work here.

use app::{
    customers::{codes, faces, paper},
    request::{Here, encode},
};
use axum::{
    extract::{Extension, Path, Request, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Problem, UnitId,
    customers::{code::CodesForm, paper::PaperForm, poster::PosterSize},
};
use leptos::prelude::*;
use service::cards::{self, paper::PaperDone};

use crate::web::{
    AppState,
    context::Context,
    files::attachment,
    forms::{PageForm, TypedForm, done, refuse},
    pages::{Ask, Outcome, View, render, show},
    setting::set,
};

/// The codes of a unit.
pub(in crate::web) async fn codes(ask: Ask) -> service::Result<View> {
    let unit = ask.here.number("unit")?;
    let page = cards::codes::page(&ask.services, ask.actor(), unit, &ask.public_url).await?;
    Ok(show(move || view! { <codes::CodesView page/> }))
}

pub(in crate::web) async fn change_codes(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Extension(here): Extension<Here>,
    TypedForm(request, pairs, form): TypedForm<CodesForm>,
) -> Response {
    let Ok(Some(unit)) = here.number("unit") else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    match cards::codes::change(&state.services, context.actor.as_ref(), unit, &form).await {
        Ok(()) => done(&state, &format!("/cards?unit={unit}"), &format!("cards-done-{}", form.act)),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// `/units/ID/poster.pdf?code=CODE&size=A4`.
pub(in crate::web) async fn poster(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(unit): Path<String>,
    Extension(here): Extension<Here>,
    request: Request,
) -> Response {
    let size = here.word("size", PosterSize::from_name).map(|size| size.unwrap_or(PosterSize::A4));
    let code = here.query("code").filter(|code| !code.is_empty());
    let (Ok(unit), Ok(size)) = (unit.parse::<UnitId>(), size) else {
        return render(&state, request, Outcome::Refused(Problem::NotFound)).await;
    };
    let actor = context.actor.as_ref();
    let made = match cards::codes::poster(&state.services, actor, unit, code, size, &state.public_url).await {
        Ok(poster) => set(move || pack::poster(&poster)).await,
        Err(error) => Err(error),
    };
    match made {
        Ok(bytes) => {
            let name = format!("trivsel-poster-{unit}-{}.pdf", encode(size.name()));
            attachment("application/pdf", &name, bytes)
        }
        Err(error) => render(&state, request, Outcome::Refused(error.into_problem())).await,
    }
}

/// Cards that are held back.
pub(in crate::web) async fn held(ask: Ask) -> service::Result<View> {
    let groups = cards::hold::list(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <codes::HeldView groups/> }))
}

pub(in crate::web) async fn decide(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let (group, decision) = (pairs.take("held_group"), pairs.take("act"));
    match cards::hold::decide(&state.services, context.actor.as_ref(), &group, &decision).await {
        Ok(()) => done(&state, "/complaints/held", &format!("held-done-{decision}")),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// What four faces said.
pub(in crate::web) async fn faces(ask: Ask) -> service::Result<View> {
    let unit = ask.here.number("unit")?;
    let report = cards::faces::report(&ask.services, ask.actor(), unit).await?;
    Ok(show(move || view! { <faces::FacesReportView report/> }))
}

/// Envelopes with cards on paper.
pub(in crate::web) async fn paper(ask: Ask) -> service::Result<View> {
    let list = cards::paper::list(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <paper::PaperListView list/> }))
}

pub(in crate::web) async fn open_paper(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<PaperForm>,
) -> Response {
    match cards::paper::open(&state.services, context.actor.as_ref(), &form).await {
        Ok(id) => Redirect::to(&format!("/cards/paper/{id}")).into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn paper_page(ask: Ask) -> service::Result<View> {
    let id = ask.number_after("/cards/paper/")?;
    let page = cards::paper::page(&ask.services, ask.actor(), id).await?;
    Ok(show(move || view! { <paper::PaperPageView page/> }))
}

pub(in crate::web) async fn act_on_paper(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<String>,
    TypedForm(request, pairs, form): TypedForm<PaperForm>,
) -> Response {
    let Ok(id) = id.parse() else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    match cards::paper::act(&state.services, context.actor.as_ref(), id, &form).await {
        Ok(PaperDone::GoesOn) => Redirect::to(&format!("/cards/paper/{id}")).into_response(),
        Ok(PaperDone::TakenIn(_)) => done(&state, "/cards/paper", "paper-done-taken"),
        Ok(PaperDone::Discarded) => done(&state, "/cards/paper", "paper-done-discarded"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
