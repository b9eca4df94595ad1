//! Documentation of the psychosocial working environment: its pages, and what changes it.

use app::insight::hse as views;
use axum::{
    extract::{Extension, Path, State},
    response::Response,
};
use domain::{
    Problem, UnitId,
    insight::hse::{
        HseAboutForm, HseAct, HseActForm, HseFactor, HseMeetingForm, HsePage, HseReadingForm, HseRowForm,
    },
};
use leptos::prelude::*;
use service::hse::{
    pages::{self, Asked},
    steps,
};

use crate::web::{
    AppState,
    context::Context,
    forms::{TypedForm, done, refuse},
    pages::{Ask, View, show},
};

/// The document that an address below `/review/` names.
async fn found(ask: &Ask) -> service::Result<HsePage> {
    let mut parts = ask.here.rest("/review/").split('/');
    let quarter = parts.next().unwrap_or_default();
    let unit = parts.nth(1).and_then(|id| id.parse().ok()).ok_or(Problem::NotFound)?;
    let asked = Asked { n: ask.here.number("version")?, lang: ask.lang(), site: &ask.public_url };
    pages::page(&ask.services, ask.actor(), quarter, unit, asked).await
}

/// The document.
pub(in crate::web) async fn page(ask: Ask) -> service::Result<View> {
    let page = found(&ask).await?;
    Ok(show(move || view! { <views::Page page/> }))
}

/// The document, for a form that changes it: only who writes has one.
async fn to_write(ask: &Ask) -> service::Result<HsePage> {
    let page = found(ask).await?;
    if page.may_write { Ok(page) } else { Err(Problem::NotFound.into()) }
}

/// The form of a factor.
pub(in crate::web) async fn row_page(ask: Ask) -> service::Result<View> {
    let factor = HseFactor::from_name(ask.last()).ok_or(Problem::NotFound)?;
    let page = to_write(&ask).await?;
    Ok(show(move || view! { <views::RowPage page factor/> }))
}

/// The form of what stands around the factors.
pub(in crate::web) async fn about_page(ask: Ask) -> service::Result<View> {
    let page = to_write(&ask).await?;
    Ok(show(move || view! { <views::AboutPage page/> }))
}

/// The form for a meeting.
pub(in crate::web) async fn meeting_page(ask: Ask) -> service::Result<View> {
    let page = to_write(&ask).await?;
    Ok(show(move || view! { <views::MeetingPage page/> }))
}

/// The question before a step.
pub(in crate::web) async fn step_page(ask: Ask) -> service::Result<View> {
    let act = HseAct::from_name(ask.last()).ok_or(Problem::NotFound)?;
    let page = to_write(&ask).await?;
    Ok(show(move || view! { <views::StepPage page act/> }))
}

/// The form of who has read the document.
pub(in crate::web) async fn reading_page(ask: Ask) -> service::Result<View> {
    let page = found(&ask).await?;
    if !page.may_remark {
        return Err(Problem::NotFound.into());
    }
    Ok(show(move || view! { <views::ReadingPage page/> }))
}

fn address(quarter: &str, unit: UnitId) -> String {
    format!("/review/{quarter}/unit/{unit}/4-3")
}

/// A unit's number in an address; one that is none finds nothing.
fn number(unit: &str) -> UnitId {
    unit.parse().unwrap_or(UnitId::new(-1))
}

pub(in crate::web) async fn save_row(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((quarter, unit, factor)): Path<(String, String, String)>,
    TypedForm(request, pairs, form): TypedForm<HseRowForm>,
) -> Response {
    let Some(factor) = HseFactor::from_name(&factor) else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    let unit = number(&unit);
    match steps::save_row(&state.services, context.actor.as_ref(), &quarter, unit, factor, &form).await {
        Ok(()) => done(&state, &address(&quarter, unit), "hse-done-saved"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn save_about(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((quarter, unit)): Path<(String, String)>,
    TypedForm(request, pairs, form): TypedForm<HseAboutForm>,
) -> Response {
    let unit = number(&unit);
    match steps::save_about(&state.services, context.actor.as_ref(), &quarter, unit, &form).await {
        Ok(()) => done(&state, &address(&quarter, unit), "hse-done-saved"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn add_meeting(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((quarter, unit)): Path<(String, String)>,
    TypedForm(request, pairs, form): TypedForm<HseMeetingForm>,
) -> Response {
    let unit = number(&unit);
    match steps::add_meeting(&state.services, context.actor.as_ref(), &quarter, unit, &form).await {
        Ok(()) => done(&state, &address(&quarter, unit), "hse-done-meeting"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn read(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((quarter, unit)): Path<(String, String)>,
    TypedForm(request, pairs, form): TypedForm<HseReadingForm>,
) -> Response {
    let unit = number(&unit);
    match steps::read(&state.services, context.actor.as_ref(), &quarter, unit, &form).await {
        Ok(()) => done(&state, &address(&quarter, unit), "hse-done-read"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn step(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((quarter, unit, act)): Path<(String, String, String)>,
    TypedForm(request, pairs, form): TypedForm<HseActForm>,
) -> Response {
    let Some(act) = HseAct::from_name(&act) else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    let unit = number(&unit);
    match steps::step(&state.services, context.actor.as_ref(), &quarter, unit, act, &form).await {
        Ok(()) => done(&state, &address(&quarter, unit), &format!("hse-done-{}", act.name())),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
