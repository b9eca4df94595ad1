//! Saying something about a matter of the morning view.

use crate::web::context::Context;
use axum::{
    extract::{Extension, Path, State},
    response::Response,
};
use domain::{
    Problem, UnitId,
    insight::{matters::MatterForm, signal::SignalMeasure},
};
use service::matters;

use crate::web::AppState;
use crate::web::forms::{TypedForm, done, refuse};

pub(in crate::web) async fn reply(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((unit, topic)): Path<(String, String)>,
    TypedForm(request, pairs, form): TypedForm<MatterForm>,
) -> Response {
    let (Ok(unit), Some(topic)) = (unit.parse::<UnitId>(), SignalMeasure::from_name(&topic)) else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    match matters::reply(&state.services, context.actor.as_ref(), unit, topic, &form).await {
        // The act is one of those that the form knows, or it would have been refused.
        Ok(()) => done(&state, "/today", &format!("matter-done-{}", form.act)),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
