//! Signing in through a provider: the way there and the way back.

use crate::web::context::Context;
use axum::{
    extract::{Extension, Request, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use service::{
    oidc::{self, Callback},
    sign_in as sessions,
};

use crate::web::{
    AppState,
    forms::{PageForm, Pairs, local, push_cookie, refuse},
    pages::{lead_to, led_to, page},
    session::{SESSION, cookie, set_cookie},
};

/// How long the browser keeps what binds a sign-in to it, in seconds; as long as the sign-in may take.
const PATIENCE: u32 = 10 * 60;

/// Name of the cookie that binds a sign-in to the browser that began it. One at a time: of two
/// windows, the one that began last gets through.
const STATE: &str = "trivsel-provider";

/// Sends the browser to the provider.
pub(in crate::web) async fn begin(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let next = local(pairs.get("next"));
    match oidc::begin(&state.services.people, &next).await {
        Ok(started) => {
            let mut response = lead_to(context.viewer.lang, &started.address);
            push_cookie(&mut response, set_cookie(STATE, &started.state, Some(PATIENCE), state.is_secure));
            response
        }
        Err(error) => to_sign_in(&state, request, &next, error).await,
    }
}

/// Takes what the browser brings back. Where it leads on, no part of that stays in the address.
pub(in crate::web) async fn callback(State(state): State<AppState>, request: Request) -> Response {
    let mut response = match finish(&state, request.headers(), request.uri().query()).await {
        Ok(response) => response,
        Err(error) => to_sign_in(&state, request, "/", error).await,
    };
    push_cookie(&mut response, set_cookie(STATE, "", Some(0), state.is_secure));
    response
}

async fn finish(state: &AppState, headers: &HeaderMap, query: Option<&str>) -> service::Result<Response> {
    let pairs = Pairs::of(query.unwrap_or_default().as_bytes());
    let given = |name| Some(pairs.get(name)).filter(|value| !value.is_empty());
    let bound_state = cookie(headers, STATE, state.is_secure).unwrap_or_default();
    let callback = Callback {
        state: pairs.get("state"),
        bound_state: &bound_state,
        code: given("code"),
        error: given("error"),
        issuer: given("iss"),
    };
    let finished = oidc::finish(&state.services.people, callback).await?;
    let account = oidc::sign_in(&state.services.people, &finished.identity).await?;
    let device = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let token = sessions::begin_session(&state.services, account, device).await?;
    // A session that was there before ends: nothing of it may carry over to this person.
    if let Some(old) = cookie(headers, SESSION, state.is_secure) {
        sessions::sign_out(&state.services, &old).await?;
    }
    let mut response = Redirect::to(&local(&finished.next)).into_response();
    push_cookie(&mut response, set_cookie(SESSION, token.as_str(), None, state.is_secure));
    Ok(response)
}

/// Shows the sign-in page with what went wrong.
async fn to_sign_in(state: &AppState, request: Request, next: &str, error: service::Error) -> Response {
    let request = led_to(request, "/sign-in".to_owned(), page!(super::pages::sign_in));
    let pairs = Pairs(vec![("next".to_owned(), next.to_owned())]);
    refuse(state, request, pairs, error.into_problem()).await
}
