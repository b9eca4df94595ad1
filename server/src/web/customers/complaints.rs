//! Logging a complaint, moving its case on.

use crate::web::context::Context;
use app::request::encode;
use axum::{
    extract::{Extension, Path, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::customers::complaint::{ComplaintForm, StepForm};
use service::complaints;

use crate::web::forms::{TypedForm, push_cookie, refuse};
use crate::web::{
    AppState,
    session::{FLASH, set_cookie},
};

pub(in crate::web) async fn log_complaint(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<ComplaintForm>,
) -> Response {
    match complaints::log(&state.services, context.actor.as_ref(), &form).await {
        Ok(logged) => {
            let mut response = Redirect::to(&format!("/complaints/{}", logged.reference)).into_response();
            // The secret is shown once and stands in no address, history or log.
            let flash = format!("{}:{}", logged.reference, logged.secret);
            push_cookie(&mut response, set_cookie(FLASH, &flash, Some(60), state.is_secure));
            response
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn step(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(reference): Path<String>,
    TypedForm(request, pairs, form): TypedForm<StepForm>,
) -> Response {
    let form = StepForm { reference: reference.clone(), ..form };
    match complaints::step(&state.services, context.actor.as_ref(), &form).await {
        Ok(()) => Redirect::to(&format!("/complaints/{}", encode(&reference))).into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
