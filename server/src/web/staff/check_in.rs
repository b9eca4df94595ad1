//! Checking in: signed in, or by a personal link.

use crate::web::context::Context;
use axum::{
    Json,
    extract::{Extension, Query, Request, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Problem,
    staff::{
        check_in::{BallotForm, CheckInPage},
        hint,
    },
};
use serde::Deserialize;
use service::{
    accounts,
    rounds::{self, Pass, personal_links},
};

use crate::web::forms::{PageForm, Pairs, push_cookie, refuse};
use crate::web::{
    AppState,
    pages::{Outcome, render},
    session::{PASS, set_cookie},
};

/// Seconds for which the browser keeps the token of a link.
const PATIENCE: u32 = 30 * 60;

/// Fields of the form that are no answers.
const OTHERS: [&str; 7] = ["round", "key", "comment", "as_is", "as_empty", "code", "act"];

/// The ballot in a form.
pub(in crate::web) fn ballot_form(pairs: &Pairs) -> BallotForm {
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
    let actor = context.actor.as_ref();
    // Whatever else is wrong is told when the ballot is cast.
    let form = ballot_form(&pairs);
    if may_be_asked_first(&form) {
        let page = rounds::check_in_page(&state.services, actor).await.ok();
        if let Some(question) = page.and_then(|page| asked_first(&pairs, &page)) {
            return refuse(&state, request, pairs, question).await;
        }
    }
    match rounds::cast(&state.services, actor, &form).await {
        Ok(()) => Redirect::to("/check-in/receipt").into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// `/check-in/device-key`: with what the service worker locks the things of whoever is signed in.
pub(in crate::web) async fn device_key(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    request: Request,
) -> Response {
    match accounts::device_key(&state.services, context.actor.as_ref()).await {
        Ok(key) => Json(key).into_response(),
        Err(error) => render(&state, request, Outcome::Refused(error.into_problem())).await,
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
    let form = ballot_form(&pairs);
    if may_be_asked_first(&form) {
        let page = personal_links::page(&state.services, context.pass.as_ref()).await.ok();
        if let Some(question) = page.and_then(|page| asked_first(&pairs, &page)) {
            return refuse(&state, request, pairs, question).await;
        }
    }
    match personal_links::cast(&state.services, context.pass.as_ref(), &form).await {
        Ok(()) => {
            let mut response = Redirect::to("/check-in/link/receipt").into_response();
            // The link goes with the ballot: whoever uses the device next finds no way in.
            push_cookie(&mut response, set_cookie(PASS, "", Some(0), state.is_secure));
            response
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// Whether there may be something to ask about: names that everybody here knows only take findings away, so most
/// forms are cast without their page being read again.
pub(in crate::web) fn may_be_asked_first(form: &BallotForm) -> bool {
    form.is_untouched() || hint::find::<&str>(&form.comment, &[]).is_some()
}

/// Why a form comes back once, before anything is written: it says nothing at all, or its comment looks as if it
/// holds a name or a detail about health, and its writer was not asked yet. A form of another round is told about
/// when it is cast.
pub(in crate::web) fn asked_first(pairs: &Pairs, page: &CheckInPage) -> Option<Problem> {
    let form = ballot_form(pairs);
    if page.is_answered || form.round != page.round {
        return None;
    }
    if form.is_untouched() {
        return pairs.get("as_empty").is_empty().then_some(Problem::NothingAnswered);
    }
    // What its writer was told about goes as it is.
    let is_told = |word: &str| pairs.get("as_is").lines().any(|told| told == word);
    let found = hint::find_all(&form.comment, &page.known_names());
    found.iter().any(|(_, word)| !is_told(word)).then_some(Problem::LookAgain)
}
