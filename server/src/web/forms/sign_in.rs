//! Signing in and out; language and theme.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue},
    response::{IntoResponse, Redirect, Response},
};
use domain::{Lang, access::Theme};
use service::sign_in as sessions;

use super::{PageForm, local, push_cookie, refuse};
use crate::web::{
    AppState,
    pages::plain_problem,
    session::{cookie, session_cookie, set_cookie},
};

/// A year, in seconds.
const YEAR: u32 = 365 * 24 * 60 * 60;

pub(in crate::web) async fn sign_in(
    State(state): State<AppState>,
    headers: HeaderMap,
    PageForm(request, pairs): PageForm,
) -> Response {
    let token = match sessions::sign_in(&state.services, pairs.get("email"), pairs.get("password")).await {
        Ok(token) => token,
        Err(error) => return refuse(&state, request, pairs, error.into_problem()).await,
    };
    // A session that was there before ends: nothing of it may carry over to this person.
    if let Some(old) = cookie(&headers, session_cookie(state.is_secure))
        && let Err(error) = sessions::sign_out(&state.services, old).await
    {
        return refuse(&state, request, pairs, error.into_problem()).await;
    }
    let mut response = Redirect::to(local(pairs.get("next"))).into_response();
    push_cookie(
        &mut response,
        set_cookie(session_cookie(state.is_secure), token.as_str(), None, state.is_secure),
    );
    response
}

pub(in crate::web) async fn sign_out(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let name = session_cookie(state.is_secure);
    if let Some(token) = cookie(&headers, name)
        && let Err(error) = sessions::sign_out(&state.services, token).await
    {
        return plain_problem(error.into_problem()).into_response();
    }
    let mut response = Redirect::to("/sign-in?signed-out=1").into_response();
    push_cookie(&mut response, set_cookie(name, "", Some(0), state.is_secure));
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    response
}

/// Language and theme, remembered in a cookie each.
pub(in crate::web) async fn preferences(
    State(state): State<AppState>,
    PageForm(_, pairs): PageForm,
) -> Response {
    let mut response = Redirect::to(local(pairs.get("back"))).into_response();
    if let Some(lang) = Lang::from_tag(pairs.get("lang")) {
        push_cookie(&mut response, set_cookie("lang", lang.tag(), Some(YEAR), state.is_secure));
    }
    if !pairs.get("theme").is_empty() {
        let theme = Theme::from_name(pairs.get("theme"));
        push_cookie(&mut response, set_cookie("theme", theme.name(), Some(YEAR), state.is_secure));
    }
    response
}
