//! Checking in: signed in, or by a personal link.

use app::context::Context;
use axum::{
    extract::{Extension, Query, Request, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{Problem, check_in::BallotForm};
use serde::Deserialize;
use service::rounds::{self, Pass, links};

use super::{PageForm, Pairs, push_cookie, refuse};
use crate::web::{
    AppState,
    pages::{Outcome, render},
    session::{PASS, set_cookie},
};

/// Seconds for which the browser keeps the token of a link.
const PATIENCE: u32 = 30 * 60;

/// Fields of the form that are no answers.
const OTHERS: [&str; 5] = ["round", "key", "comment", "code", "act"];

/// The ballot in a form.
pub(super) fn ballot_form(pairs: &Pairs) -> BallotForm {
    BallotForm {
        round: pairs.get("round").parse().unwrap_or(0),
        key: pairs.take("key"),
        comment: pairs.take("comment"),
        answers: pairs.0.iter().filter(|(name, _)| !OTHERS.contains(&name.as_str())).cloned().collect(),
    }
}

pub(in crate::web) async fn check_in(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    match rounds::cast(&state.services, context.actor.as_ref(), &ballot_form(&pairs)).await {
        Ok(()) => Redirect::to("/check-in/receipt").into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct LinkQuery {
    token: Option<String>,
}

/// The questions behind a personal link. With a token in the address, it is put into a cookie and the
/// address without it is asked for, as for a link that sets a password. Opening it uses nothing up: mail
/// programs look at links before people do.
pub(in crate::web) async fn link(
    State(state): State<AppState>,
    Query(query): Query<LinkQuery>,
    request: Request,
) -> Response {
    let pass = query.token.map(|token| Pass::parse(&format!("link:{token}")));
    let mut response = match pass {
        None => render(&state, request, Outcome::Fresh).await,
        Some(None) => render(&state, request, Outcome::Refused(Problem::LinkExpired)).await,
        Some(Some(pass)) => {
            let mut response = Redirect::to("/check-in/link").into_response();
            push_cookie(&mut response, set_cookie(PASS, &pass.text(), Some(PATIENCE), state.is_secure));
            response
        }
    };
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

pub(in crate::web) async fn cast_by_link(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    match links::cast(&state.services, context.pass.as_ref(), &ballot_form(&pairs)).await {
        Ok(()) => Redirect::to("/check-in/link/receipt").into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
