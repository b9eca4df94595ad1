//! A slip from the desk, with which a customer opens the own case.

use app::customers::slip as views;
use axum::{
    extract::{Extension, Path, State},
    response::Response,
};
use domain::customers::card::SlipForm;
use leptos::prelude::*;
use service::cards::slip;

use crate::web::{
    AppState,
    context::Context,
    forms::{TypedForm, refuse},
    pages::{Ask, Outcome, View, render, show},
};

pub(in crate::web) async fn page(ask: Ask) -> service::Result<View> {
    let page = slip::page(&ask.services, ask.actor(), ask.case_reference()).await?;
    Ok(show(move || view! { <views::SlipPageView page/> }))
}

pub(in crate::web) async fn give(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(reference): Path<String>,
    TypedForm(request, pairs, form): TypedForm<SlipForm>,
) -> Response {
    match slip::give(&state.services, context.actor.as_ref(), &reference, &form).await {
        // Shown by the answer itself: no address leads to it again.
        Ok((slip, lang)) => {
            let public_url = state.public_url.to_string();
            let view = show(move || view! { <views::SlipGivenView slip lang public_url/> });
            render(&state, request, Outcome::Made(view)).await
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
