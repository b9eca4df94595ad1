//! Setting a password by a token: from a letter, or by a printed code.

use crate::web::context::Context;
use axum::{
    extract::{Extension, Query, Request, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{Problem, people::account::NewPassword};
use serde::Deserialize;
use service::accounts::account_tokens::{self, AccountToken, Wish};

use crate::web::forms::{PageForm, TypedForm, push_cookie, refuse};
use crate::web::people::account::with_session;
use crate::web::people::sign_in::device_of;
use crate::web::{
    AppState, address,
    pages::{Outcome, render},
    routes::CODE_PAGE,
    session::{ACCOUNT_TOKEN, set_cookie},
};

/// Seconds for which the browser keeps a token: as long as one for a reset lasts.
const PATIENCE: u32 = 15 * 60;

#[derive(Deserialize)]
pub(in crate::web) struct TokenQuery {
    invite: Option<String>,
    reset: Option<String>,
}

/// `/welcome`. With a token in the address, it is put into a cookie and the address without it is asked
/// for: nothing that is shown, kept in the history or sent as a referrer holds it. Opening it uses
/// nothing up.
pub(in crate::web) async fn welcome(
    State(state): State<AppState>,
    Query(query): Query<TokenQuery>,
    request: Request,
) -> Response {
    let token = match query {
        TokenQuery { invite: Some(token), .. } => Some(format!("invite:{token}")),
        TokenQuery { reset: Some(token), .. } => Some(format!("reset:{token}")),
        _ => None,
    };
    let mut response = match token.as_deref().map(AccountToken::parse) {
        None => render(&state, request, Outcome::Fresh).await,
        Some(None) => render(&state, request, Outcome::Refused(Problem::LinkExpired)).await,
        Some(Some(_)) => {
            let mut response = Redirect::to("/welcome").into_response();
            let value = token.unwrap_or_default();
            push_cookie(&mut response, set_cookie(ACCOUNT_TOKEN, &value, Some(PATIENCE), state.is_secure));
            response
        }
    };
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

pub(in crate::web) async fn set_password(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    headers: HeaderMap,
    TypedForm(request, pairs, form): TypedForm<NewPassword>,
) -> Response {
    let device = device_of(&headers);
    let wish = if pairs.get("act") == "answer" { Wish::Answer } else { Wish::Password(&form) };
    // Whoever types a code means it, whatever letter was opened before.
    let outcome = match context.account_token.as_ref().filter(|_| pairs.get("login").is_empty()) {
        Some(token) => account_tokens::redeem_token(&state.services.people, token, wish, &device).await,
        None => {
            let address = address::client(&headers, request.extensions(), state.trusted_proxies);
            let (login, code) = (pairs.get("login"), pairs.get("code"));
            account_tokens::redeem_code(&state.services.people, login, code, wish, (&address, &device)).await
        }
    };
    match outcome {
        Ok((token, needs_code)) => {
            let mut response = with_session(&state, &token, if needs_code { CODE_PAGE } else { "/" });
            push_cookie(&mut response, set_cookie(ACCOUNT_TOKEN, "", Some(0), state.is_secure));
            response
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn forgot(
    State(state): State<AppState>,
    headers: HeaderMap,
    PageForm(request, pairs): PageForm,
) -> Response {
    let address = address::client(&headers, request.extensions(), state.trusted_proxies);
    match account_tokens::ask_reset(&state.services, pairs.get("login"), &address).await {
        Ok(()) => Redirect::to("/forgot?sent=1").into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
