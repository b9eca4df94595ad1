//! Keeping what holds for the cases of a unit: its opening hours.

use crate::web::context::Context;
use app::request::Submitted;
use axum::{
    extract::{Extension, Request, State},
    response::Response,
};
use domain::{Problem, customers::hours::HoursForm};
use service::hours as keeper;

use crate::web::forms::{PageForm, Pairs, done, refuse};
use crate::web::{
    AppState,
    pages::{Outcome, render},
};

/// The unit that an address names.
fn unit_of(request: &Request) -> Result<i64, Problem> {
    let query = Pairs::of(request.uri().query().unwrap_or_default().as_bytes());
    query.get("unit").parse().map_err(|_| Problem::NotFound)
}

pub(in crate::web) async fn hours(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let actor = context.actor.as_ref();
    let form = HoursForm(pairs.0.iter().cloned().collect());
    let is_look = form.get("act") == "look";
    let outcome = match unit_of(&request) {
        Err(problem) => Err(problem.into()),
        Ok(unit) if is_look => keeper::check(&state.services, actor, unit, &form).await.map(|()| unit),
        Ok(unit) => keeper::change(&state.services, actor, unit, &form).await.map(|()| unit),
    };
    match outcome {
        // Looking what it means changes nothing: the page is shown anew.
        Ok(_) if is_look => {
            let again = Submitted { values: pairs.0, problem: None };
            render(&state, request, Outcome::Again(again)).await
        }
        Ok(unit) => done(&state, &format!("/hours?unit={unit}"), &format!("hours-done-{}", form.get("act"))),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
