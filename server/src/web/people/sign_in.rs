//! Signing in and out; language and theme.

use crate::web::context::Context;
use axum::{
    extract::{Extension, Request, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{Lang, access::Theme};
use service::{
    accounts,
    sign_in::{self as sessions, Attempt},
};

use crate::web::forms::{PageForm, local, push_cookie, refuse};
use crate::web::people::account::with_session;
use crate::web::{
    AppState, address,
    pages::{Outcome, plain_problem, render},
    routes::CODE_PAGE,
    session::{SESSION, cookie, set_cookie},
};

/// A year, in seconds.
const YEAR: u32 = 365 * 24 * 60 * 60;

/// The device that a request says it comes from.
pub(in crate::web) fn device_of(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    sessions::device(agent.unwrap_or_default())
}

pub(in crate::web) async fn sign_in(
    State(state): State<AppState>,
    headers: HeaderMap,
    PageForm(request, pairs): PageForm,
) -> Response {
    let address = address::client(&headers, request.extensions(), state.trusted_proxies);
    let device = device_of(&headers);
    let attempt = Attempt {
        login: pairs.get("login"),
        password: pairs.get("password"),
        address: &address,
        device: &device,
    };
    let entered = match sessions::enter(&state.services.people, &attempt).await {
        Ok(entered) => entered,
        Err(error) => return refuse(&state, request, pairs, error.into_problem()).await,
    };
    // A session that was there before ends: nothing of it may carry over to this person.
    if let Some(old) = cookie(&headers, SESSION, state.is_secure)
        && let Err(error) = sessions::sign_out(&state.services, &old).await
    {
        return refuse(&state, request, pairs, error.into_problem()).await;
    }
    let next = local(pairs.get("next"));
    let code = format!("{CODE_PAGE}?next={}", app::request::encode(&next));
    let mut response = with_session(&state, &entered.token, if entered.needs_code { &code } else { &next });
    push_choices(&mut response, entered.lang, entered.theme, state.is_secure);
    response
}

/// The page that asks for it; whoever is not asked goes where they belong.
pub(in crate::web) async fn code_page(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    request: Request,
) -> Response {
    if context.waiting.is_some_and(|waiting| waiting.waits_for == sessions::WaitsFor::Code) {
        render(&state, request, Outcome::Fresh).await
    } else {
        Redirect::to("/").into_response()
    }
}

/// The code of the second factor, after the password.
pub(in crate::web) async fn code(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    match sessions::enter_code(&state.services, context.waiting.as_ref(), pairs.get("code")).await {
        Ok(token) => with_session(&state, &token, &local(pairs.get("next"))),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn sign_out(State(state): State<AppState>, headers: HeaderMap) -> Response {
    if let Some(token) = cookie(&headers, SESSION, state.is_secure)
        && let Err(error) = sessions::sign_out(&state.services, &token).await
    {
        return plain_problem(error.into_problem()).into_response();
    }
    let mut response = Redirect::to("/sign-in?signed-out=1").into_response();
    push_cookie(&mut response, set_cookie(SESSION, "", Some(0), state.is_secure));
    // Not "storage": what people chose to keep on their own device stays theirs. The service worker drops
    // the pages that it holds when it sees this form go by.
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    response
}

/// Language and theme, remembered in a cookie each, and with the account for its other devices.
pub(in crate::web) async fn preferences(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let lang = Lang::from_tag(pairs.get("lang"));
    let theme = Some(pairs.get("theme")).filter(|theme| !theme.is_empty()).map(Theme::from_name);
    if let Some(actor) = &context.actor
        && let Err(error) = accounts::keep_preferences(&state.services.people, Some(actor), lang, theme).await
    {
        return refuse(&state, request, pairs, error.into_problem()).await;
    }
    let mut response = Redirect::to(&local(pairs.get("back"))).into_response();
    push_choices(&mut response, lang, theme, state.is_secure);
    response
}

fn push_choices(response: &mut Response, lang: Option<Lang>, theme: Option<Theme>, is_secure: bool) {
    if let Some(lang) = lang {
        push_cookie(response, set_cookie("lang", lang.tag(), Some(YEAR), is_secure));
    }
    if let Some(theme) = theme {
        push_cookie(response, set_cookie("theme", theme.name(), Some(YEAR), is_secure));
    }
}
