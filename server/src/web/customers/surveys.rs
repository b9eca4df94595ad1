//! Surveys and follow-ups: what customers answer, what it says, whom to call.

use app::{
    customers::{follow_up, survey, survey_report},
    request::encode,
};
use axum::{
    extract::{Extension, Path, Request, State},
    response::Response,
};
use domain::customers::{
    follow_up::{FollowUpForm, TryForm},
    survey::SurveyForm,
};
use leptos::prelude::*;
use service::{follow_ups, surveys};

use crate::web::{
    AppState,
    context::Context,
    forms::{TypedForm, done, refuse},
    pages::{Ask, Outcome, View, render, show},
};

/// A survey to fill in. Whoever only looks answers nothing.
pub(in crate::web) async fn survey(ask: Ask) -> service::Result<View> {
    let page = surveys::page(&ask.services, ask.last(), ask.typed("token")).await?;
    Ok(show(move || view! { <survey::SurveyView page/> }))
}

pub(in crate::web) async fn answer(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(address): Path<String>,
    TypedForm(request, pairs, form): TypedForm<SurveyForm>,
) -> Response {
    if super::public::is_switch(&pairs) {
        return super::public::again(&state, request, pairs).await;
    }
    match surveys::answer(&state.services, &address, &form, &context.address).await {
        Ok(thanks) => {
            let view = show(move || view! { <survey::SurveyThanksView thanks/> });
            render(&state, request, Outcome::Made(view)).await
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// The customer is asked whether no follow-up is wanted.
pub(in crate::web) async fn stop_page(ask: Ask) -> service::Result<View> {
    let token = ask.last().to_owned();
    follow_ups::stop_page(&ask.services, &token).await?;
    Ok(show(move || view! { <survey::StopView token is_done=false/> }))
}

pub(in crate::web) async fn stop(
    State(state): State<AppState>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    match follow_ups::stop(&state.services, &token).await {
        Ok(()) => {
            let view = show(move || view! { <survey::StopView token is_done=true/> });
            render(&state, request, Outcome::Made(view)).await
        }
        Err(error) => render(&state, request, Outcome::Refused(error.into_problem())).await,
    }
}

/// What surveys say of a unit.
pub(in crate::web) async fn report(ask: Ask) -> service::Result<View> {
    let unit = ask.here.number("unit")?;
    let report = surveys::report(&ask.services, ask.actor(), unit).await?;
    Ok(show(move || view! { <survey_report::SurveyReportView report/> }))
}

/// The queue of follow-ups.
pub(in crate::web) async fn follow_ups(ask: Ask) -> service::Result<View> {
    let list = follow_ups::list(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <follow_up::FollowUpsView list/> }))
}

pub(in crate::web) async fn follow_up_new(ask: Ask) -> service::Result<View> {
    let new = follow_ups::new_page(&ask.services, ask.actor(), ask.here.query("case")).await?;
    Ok(show(move || view! { <follow_up::FollowUpNewView new/> }))
}

pub(in crate::web) async fn plan_follow_up(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<FollowUpForm>,
) -> Response {
    match follow_ups::plan(&state.services, context.actor.as_ref(), &form).await {
        Ok(()) => done(&state, "/follow-ups", "follow-ups-done-planned"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn follow_up(ask: Ask) -> service::Result<View> {
    let id = ask.number_after("/follow-ups/")?;
    let page = follow_ups::page(&ask.services, ask.actor(), id, &ask.public_url).await?;
    Ok(show(move || view! { <follow_up::FollowUpView page/> }))
}

pub(in crate::web) async fn record_follow_up(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<String>,
    TypedForm(request, pairs, form): TypedForm<TryForm>,
) -> Response {
    let Ok(id) = id.parse() else {
        return refuse(&state, request, pairs, domain::Problem::NotFound).await;
    };
    match follow_ups::record(&state.services, context.actor.as_ref(), id, &form).await {
        Ok(Some(reference)) => {
            done(&state, &format!("/complaints/{}", encode(&reference)), "case-done-logged")
        }
        Ok(None) => done(&state, "/follow-ups", "follow-ups-done-noted"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
