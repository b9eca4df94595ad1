//! Changing the rules of the release.

use crate::web::context::Context;
use axum::{
    extract::{Extension, State},
    response::Response,
};
use domain::{Problem, staff::privacy::RulesForm};
use service::{Actor, release::rule_changes};

use crate::web::AppState;
use crate::web::forms::{PageForm, Pairs, done, prove_first, refuse};

pub(in crate::web) async fn act(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(mut request, pairs): PageForm,
) -> Response {
    let mut actor = context.actor.clone();
    if matches!(pairs.get("act"), "change" | "confirm") {
        match prove_first(&state, &mut request, &context, &pairs).await {
            Ok(proven) => actor = Some(proven),
            Err(problem) => return refuse(&state, request, pairs, problem).await,
        }
    }
    match run(&state, actor.as_ref(), &pairs).await {
        Ok(what) => done(&state, "/privacy", &format!("rules-done-{what}")),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// Does what the button says; gives the end of the message id that tells it.
async fn run(state: &AppState, actor: Option<&Actor>, pairs: &Pairs) -> service::Result<&'static str> {
    let services = &state.services;
    let proposal = pairs.get("proposal").parse().unwrap_or(0);
    match pairs.get("act") {
        "change" => {
            let form = RulesForm {
                k: pairs.take("k"),
                k_comment: pairs.take("k_comment"),
                authors: pairs.take("authors"),
                k_dist: pairs.take("k_dist"),
                every_round_from: pairs.take("every_round_from"),
                grace_hours: pairs.take("grace_hours"),
                guard: pairs.take("guard"),
            };
            Ok(rule_changes::change(services, actor, &form).await?.name())
        }
        "confirm" => rule_changes::confirm(services, actor, proposal).await.map(|()| "confirmed"),
        "withdraw" => rule_changes::withdraw(services, actor, proposal).await.map(|()| "withdrawn"),
        "cancel" => rule_changes::cancel(services, actor).await.map(|()| "cancelled"),
        _ => Err(Problem::Unreadable.into()),
    }
}
