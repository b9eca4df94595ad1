//! Planning, changing, closing and voiding rounds.

use crate::web::context::Context;
use axum::{
    extract::{Extension, Path, State},
    response::Response,
};
use domain::{
    Problem,
    staff::rounds::{RoundAct, RoundForm},
};
use service::rounds::round_acts;

use crate::web::forms::{PageForm, Pairs, done, prove_if, refuse};
use crate::web::{
    AppState,
    pages::{led_to, page},
};

fn round_form(pairs: &Pairs) -> RoundForm {
    RoundForm {
        starts_on: pairs.take("starts_on"),
        weeks: pairs.take("weeks"),
        purpose: pairs.take("purpose"),
        discussed_on: pairs.take("discussed_on"),
        review_on: pairs.take("review_on"),
        reason: pairs.take("reason"),
        sure: pairs.take("sure"),
    }
}

pub(in crate::web) async fn plan(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    match round_acts::plan(&state.services, context.actor.as_ref(), &round_form(&pairs)).await {
        Ok(number) => done(&state, &format!("/rounds/{number}"), "round-done-plan"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// The date is right: what happens by itself goes on.
pub(in crate::web) async fn resume(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    match service::organisation::leap::resume(&state.services, context.actor.as_ref()).await {
        Ok(()) => done(&state, "/rounds", "round-done-resume"),
        Err(error) => {
            let request = led_to(request, "/rounds".to_owned(), page!(super::pages::rounds));
            refuse(&state, request, pairs, error.into_problem()).await
        }
    }
}

pub(in crate::web) async fn act(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((number, act)): Path<(String, String)>,
    PageForm(mut request, pairs): PageForm,
) -> Response {
    let (Ok(number), Some(act)) = (number.parse::<i64>(), RoundAct::from_name(&act)) else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    let actor = match prove_if(act.is_sensitive(), &state, &mut request, &context, &pairs).await {
        Ok(actor) => actor,
        Err(problem) => return refuse(&state, request, pairs, problem).await,
    };
    let back = if act == RoundAct::Delete { "/rounds".to_owned() } else { format!("/rounds/{number}") };
    match round_acts::act(&state.services, actor.as_ref(), number, act, &round_form(&pairs)).await {
        Ok(()) => done(&state, &back, &format!("round-done-{}", act.name())),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
