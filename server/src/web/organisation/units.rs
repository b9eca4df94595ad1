//! Opening, renaming, moving, merging and closing units.

use crate::web::context::Context;
use axum::{
    extract::{Extension, Path, State},
    response::{IntoResponse, Response},
};
use domain::{
    Problem, UnitId,
    organisation::units::{NewUnitForm, UnitAct, UnitForm},
};
use service::organisation::unit_acts;

use crate::web::AppState;
use crate::web::forms::{TypedForm, done, refuse};

pub(in crate::web) async fn open(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<NewUnitForm>,
) -> Response {
    match unit_acts::open(&state.services, context.actor.as_ref(), &form).await {
        Ok(id) => done(&state, &format!("/units/{id}"), "unit-done-open").into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn act(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((id, act)): Path<(String, String)>,
    TypedForm(request, pairs, form): TypedForm<UnitForm>,
) -> Response {
    let (Ok(id), Some(act)) = (id.parse::<UnitId>(), UnitAct::from_name(&act)) else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    match unit_acts::act(&state.services, context.actor.as_ref(), id, act, &form).await {
        Ok(()) if act == UnitAct::Remove => done(&state, "/units", "unit-done-remove"),
        Ok(()) => done(&state, &format!("/units/{id}"), &format!("unit-done-{}", act.name())),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
