//! Logging a complaint, moving its case on.

use crate::web::context::Context;
use app::request::encode;
use axum::{
    extract::{Extension, Path, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::customers::complaint::{ComplaintForm, StepForm};
use service::complaints;

use crate::web::forms::{PageForm, push_cookie, refuse};
use crate::web::{
    AppState,
    session::{FLASH, set_cookie},
};

pub(in crate::web) async fn log_complaint(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let form = ComplaintForm {
        what: pairs.take("what"),
        category: pairs.take("category"),
        channel: pairs.take("channel"),
        severity: pairs.take("severity"),
        unit: pairs.take("unit"),
        happened_on: pairs.take("happened_on"),
    };
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
    PageForm(request, pairs): PageForm,
) -> Response {
    let form = StepForm {
        reference: reference.clone(),
        seen_stage: pairs.take("seen_stage"),
        stage: pairs.take("stage"),
        note: pairs.take("note"),
    };
    match complaints::step(&state.services, context.actor.as_ref(), &form).await {
        Ok(()) => Redirect::to(&format!("/complaints/{}", encode(&reference))).into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
