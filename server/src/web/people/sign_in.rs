//! Signing in and out; language and theme.

use crate::web::context::Context;
use app::{
    people::sign_in::WordsKept,
    request::{Here, Submitted},
};
use axum::{
    extract::{Extension, Request, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{Lang, Problem, access::Theme};
use leptos::prelude::*;
use service::{
    accounts::{self, account_tokens},
    rounds::Pass,
    sign_in::{self as sessions, Attempt, SessionToken},
};

use crate::web::forms::{PageForm, Pairs, local, push_cookie, refuse};
use crate::web::people::account::with_session;
use crate::web::{
    AppState, address, carry,
    pages::{Outcome, led_to, page, plain_problem, render, show},
    routes::CODE_PAGE,
    session::{PASS, SESSION, cookie, set_cookie},
};

/// Seconds for which the browser keeps a tablet's code: as long as its page has time.
const PATIENCE: u32 = 20 * 60;

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
    if pairs.get("password").is_empty()
        && let Some(led) = led_by_code(&state, &request, "", pairs.get("login"))
    {
        return led.answer(&state).await;
    }
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
        Err(error) => {
            let problem = error.into_problem();
            // It may be somebody's password: only what opens nothing is taken for a code.
            let is_wrong = problem == Problem::WrongSignIn;
            let (login, code) = (pairs.get("login"), pairs.get("password"));
            return match led_by_code(&state, &request, login, code).filter(|_| is_wrong) {
                Some(led) => led.answer(&state).await,
                None => refuse(&state, request, pairs, problem).await,
            };
        }
    };
    // A session that was there before ends: nothing of it may carry over to another person.
    let ended = match cookie(&headers, SESSION, state.is_secure) {
        None => None,
        Some(old) => match sessions::sign_out(&state.services, &old).await {
            Ok(ended) => ended,
            Err(error) => return refuse(&state, request, pairs, error.into_problem()).await,
        },
    };
    let next = local(pairs.get("next"));
    let is_carried = !pairs.get("carried").is_empty() && carry::are_theirs(ended, entered.account, &next);
    let mut response = match (entered.needs_code, is_carried) {
        (true, true) => {
            let values = ["next", "carried"].map(|name| (name.to_owned(), pairs.take(name)));
            let request = led_to(request, CODE_PAGE.to_owned(), page!(super::pages::sign_in_code));
            let asked = Submitted { values: values.into(), problem: None };
            beginning(&state, &entered.token, render(&state, request, Outcome::Again(asked)).await)
        }
        (true, false) => {
            let code = format!("{CODE_PAGE}?next={}", app::request::encode(&next));
            with_session(&state, &entered.token, &code)
        }
        (false, true) => words_kept(&state, request, &entered.token, next, &pairs).await,
        (false, false) => with_session(&state, &entered.token, &next),
    };
    carry::push_choices(&mut response, entered.lang, entered.theme, state.is_secure);
    response
}

/// Where a code from paper leads that was typed where one signs in.
enum ByCode {
    /// To the tablet's questions.
    Tablet(Response),
    /// To the page that takes a person's code, with what was typed.
    Welcome(Request, Submitted),
}

impl ByCode {
    async fn answer(self, state: &AppState) -> Response {
        match self {
            Self::Tablet(response) => response,
            Self::Welcome(request, typed) => render(state, request, Outcome::Again(typed)).await,
        }
    }
}

/// On to the page that takes the code. It is known by its form; whether it holds is found out there.
fn led_by_code(state: &AppState, request: &Request, login: &str, code: &str) -> Option<ByCode> {
    // A slip of a team's tablet: there is nobody to sign in.
    if login.is_empty()
        && let Some(pass) = Pass::by_form(code)
    {
        let mut response = Redirect::to("/kiosk/form").into_response();
        push_cookie(&mut response, set_cookie(PASS, &pass.text(), Some(PATIENCE), state.is_secure));
        return Some(ByCode::Tablet(response));
    }
    if !account_tokens::is_printed_code(code) {
        return None;
    }
    let values = [("login", login), ("code", code)].map(|(name, value)| (name.to_owned(), value.to_owned()));
    let mut page = Request::new(axum::body::Body::empty());
    *page.extensions_mut() = request.extensions().clone();
    *page.headers_mut() = request.headers().clone();
    let mut page = led_to(page, "/welcome".to_owned(), page!(super::pages::welcome));
    let by_code = vec![("code".to_owned(), "1".to_owned())];
    page.extensions_mut().insert(Here { path: "/welcome".to_owned(), query: by_code, ..Here::default() });
    Some(ByCode::Welcome(page, Submitted { values: values.into(), problem: None }))
}

/// Where people begin who have a code on paper: short enough to be typed.
pub(in crate::web) async fn code_address() -> Redirect {
    Redirect::to("/welcome?code=1")
}

/// A page with the cookie of a session that has just begun.
fn beginning(state: &AppState, token: &SessionToken, page: Response) -> Response {
    let (cookies, mut page) = (with_session(state, token, "/"), page);
    for cookie in cookies.headers().get_all(header::SET_COOKIE) {
        page.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    page
}

/// Leads back to the page of a form that was sent before signing in.
async fn words_kept(
    state: &AppState,
    request: Request,
    token: &SessionToken,
    next: String,
    pairs: &Pairs,
) -> Response {
    let values = carry::unpack(pairs.get("carried"));
    let view = show(move || view! { <WordsKept next values/> });
    beginning(state, token, render(state, request, Outcome::Made(view)).await)
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
        Ok(token) => {
            let next = local(pairs.get("next"));
            match pairs.get("carried") {
                "" => with_session(&state, &token, &next),
                _ => words_kept(&state, request, &token, next, &pairs).await,
            }
        }
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
    carry::push_choices(&mut response, lang, theme, state.is_secure);
    response
}
