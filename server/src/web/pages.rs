//! Rendering pages: what a page shows is loaded first, by one use case, and then handed to its view.

use std::{
    future::Future,
    pin::Pin,
    str::FromStr,
    sync::{Arc, Mutex, PoisonError},
};

use app::{
    customers::public::is_public,
    help::Help,
    offline::Offline,
    parts::ProblemPage,
    request::{Carried, Here, SignInWays, Submitted},
    shell,
};
use axum::{
    body::{Body, to_bytes},
    extract::{Extension, Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use domain::{Lang, Problem, Right};
use leptos::prelude::{AnyView, IntoAny, IntoView, provide_context, view};
use service::{Actor, Services, sign_in::WaitsFor};

use super::{
    AppState,
    context::Context,
    forms::Pairs,
    kept, security,
    session::{FLASH, set_cookie},
};

/// Who asks for a page, and where.
pub(super) struct Ask {
    /// What answers.
    pub(super) services: Services,
    /// What the request brought along.
    pub(super) context: Context,
    /// The address.
    pub(super) here: Here,
    /// Why the page's form was refused, where it is shown again.
    pub(super) refused: Option<Problem>,
    /// What stood in the page's form, where it is shown again.
    pub(super) typed: Vec<(String, String)>,
    /// Where the site is reached.
    pub(super) public_url: Arc<str>,
}

impl Ask {
    /// Who asks.
    pub(super) const fn actor(&self) -> Option<&Actor> {
        self.context.actor.as_ref()
    }

    /// What stood in a field of the form that is shown again.
    pub(super) fn typed(&self, name: &str) -> Option<&str> {
        self.typed.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The language of the answer.
    pub(super) const fn lang(&self) -> Lang {
        self.context.viewer.lang
    }

    /// The number that follows a prefix of the path, up to the next slash.
    ///
    /// # Errors
    /// `NotFound`: nothing has something else than a number there.
    pub(super) fn number_after<T: FromStr>(&self, prefix: &str) -> Result<T, Problem> {
        let number = self.here.rest(prefix).split('/').next().unwrap_or_default();
        number.parse().map_err(|_| Problem::NotFound)
    }

    /// The reference of the case that the address is about, as it stands there.
    pub(super) fn case_reference(&self) -> &str {
        self.here.rest("/complaints/").split('/').next().unwrap_or_default()
    }

    /// The last part of the path.
    pub(super) fn last(&self) -> &str {
        self.here.path.rsplit('/').next().unwrap_or_default()
    }
}

/// What a page shows, once everything for it is loaded.
pub(super) type View = Box<dyn FnOnce() -> AnyView + Send>;

/// A view with all that it shows.
pub(super) fn show<V: IntoView + 'static>(view: impl FnOnce() -> V + Send + 'static) -> View {
    Box::new(move || view().into_any())
}

/// Loads a page: reads the address, asks one use case, gives the view of its answer.
pub(super) type Page = fn(Ask) -> Pin<Box<dyn Future<Output = service::Result<View>> + Send>>;

/// A page's loader, with its future on the heap.
macro_rules! page {
    ($load:path) => {
        |ask| Box::pin($load(ask))
    };
}

pub(super) use page;

/// The same request as if it were for another page: the one on which a form that has none of its own is refused.
pub(super) fn led_to(mut request: Request, path: String, page: Page) -> Request {
    *request.method_mut() = Method::GET;
    if let Ok(uri) = path.parse() {
        *request.uri_mut() = uri;
    }
    request.extensions_mut().insert(Here { path, ..Here::default() });
    request.extensions_mut().insert(Shows(page));
    request
}

/// The page of a route, for whatever shows it: its own address, or a form that was refused.
#[derive(Clone, Copy)]
pub(super) struct Shows(pub(super) Page);

/// A page of the app.
pub(super) async fn shown(State(state): State<AppState>, request: Request) -> Response {
    render(&state, request, Outcome::Fresh).await
}

/// An address that does not exist.
pub(super) async fn nowhere(State(state): State<AppState>, request: Request) -> Response {
    render(&state, request, Outcome::Refused(Problem::NotFound)).await
}

/// The help.
pub(super) async fn help(_: Ask) -> service::Result<View> {
    Ok(show(|| view! { <Help/> }))
}

/// What a device shows when there is no network. It is the same for everybody who reads its language.
pub(super) async fn offline(_: Ask) -> service::Result<View> {
    Ok(show(|| view! { <Offline/> }))
}

/// Why a page is rendered.
pub(super) enum Outcome {
    /// Somebody asked for it.
    Fresh,
    /// Its form was refused and is shown again.
    Again(Submitted),
    /// Instead of it, a problem is shown.
    Refused(Problem),
    /// Instead of it, what its form made, this once.
    Made(View),
}

/// Renders the page of a request's address.
pub(super) async fn render(state: &AppState, request: Request, outcome: Outcome) -> Response {
    let extensions = request.extensions();
    let (Some(context), Some(here)) =
        (extensions.get::<Context>().cloned(), extensions.get::<Here>().cloned())
    else {
        return plain_problem(Problem::Internal).into_response();
    };
    let shows = extensions.get::<Shows>().copied();
    let carried = extensions.get::<Carried>().cloned().unwrap_or_default();
    let refused = match &outcome {
        Outcome::Again(submitted) => submitted.problem.clone(),
        _ => None,
    };
    let status = refused.as_ref().and_then(|problem| StatusCode::from_u16(problem.status()).ok());
    let typed = match &outcome {
        Outcome::Again(submitted) => submitted.values.clone(),
        _ => Vec::new(),
    };
    let ask = Ask {
        services: state.services.clone(),
        context: context.clone(),
        here: here.clone(),
        refused,
        typed,
        public_url: state.public_url.clone(),
    };
    let (submitted, view) = match outcome {
        Outcome::Fresh => (None, load(shows, ask).await),
        Outcome::Again(submitted) => {
            let problem = submitted.problem.clone();
            let view = match &problem {
                // Found out within a second: whoever has waited for the database once does not wait for it again.
                Some(trouble) if trouble.is_trouble() && !state.services.db.is_readable().await => {
                    Err(trouble.clone())
                }
                _ => load(shows, ask).await,
            };
            match (view, problem) {
                (Ok(view), _) => (Some(submitted), Ok(view)),
                // It may have been there a moment ago: what was typed goes onto a page that needs no database.
                (Err(trouble), problem) if trouble.is_trouble() => {
                    let (lang, uri) = (context.viewer.lang, request.uri());
                    return kept::page(lang, uri, Pairs(submitted.values), problem.unwrap_or(trouble));
                }
                // Where its page can no longer be shown, it still says why the form was refused.
                (Err(error), problem) => (Some(submitted), problem.map(problem_page).ok_or(error)),
            }
        }
        Outcome::Refused(problem) => (None, Err(problem)),
        Outcome::Made(view) => (None, Ok(view)),
    };
    let view = view.unwrap_or_else(problem_page);
    let had_flash = here.flash.is_some();
    let assets = state.assets.clone();
    let is_customers = is_public(&here.path);
    let ways = SignInWays {
        demo: context.services.people.demo_sign_ins.to_vec(),
        provider: context.services.people.oidc.as_ref().map(|oidc| oidc.label().to_owned()),
    };
    let provide = move || {
        provide_context(context.viewer.clone());
        provide_context(here.clone());
        provide_context(ways.clone());
        provide_context(carried.clone());
        if let Some(submitted) = submitted.clone() {
            provide_context(submitted);
        }
        security::provide_policy();
    };
    // Asked for once; the renderer wants something that it could ask for again.
    let view = Arc::new(Mutex::new(Some(view)));
    let page = move || {
        let view = view.lock().unwrap_or_else(PoisonError::into_inner).take();
        shell(&assets, view.unwrap_or_else(|| problem_page(Problem::Internal)))
    };
    // On the heap only while it runs: a waiting request (for the database, for its turn to hash a
    // password) must not reserve the megabyte that rendering takes.
    let mut response = Box::pin(leptos_axum::render_app_async_with_context(provide, page)(request)).await;
    if let Some(status) = status.filter(|_| response.status() == StatusCode::OK) {
        *response.status_mut() = status;
    }
    if is_customers {
        return without_scripts(response.into_response()).await;
    }
    if had_flash && let Some(erased) = set_cookie(FLASH, "", Some(0), state.is_secure) {
        response.headers_mut().append(header::SET_COOKIE, erased);
    }
    response.into_response()
}

/// A page without what the renderer writes behind it for scripts, and under a policy that lets none run.
async fn without_scripts(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    // What is rendered stands in memory already.
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return plain_problem(Problem::Internal).into_response();
    };
    let end = b"</html>";
    let end = bytes.windows(end.len()).rposition(|part| part == end).map_or(bytes.len(), |at| at + end.len());
    parts.headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(security::PUBLIC_POLICY));
    Response::from_parts(parts, Body::from(bytes.slice(..end)))
}

async fn load(shows: Option<Shows>, ask: Ask) -> Result<View, Problem> {
    let Shows(page) = shows.ok_or(Problem::NotFound)?;
    page(ask).await.map_err(service::Error::into_problem)
}

fn problem_page(problem: Problem) -> View {
    show(move || view! { <ProblemPage problem/> })
}

/// The page a person starts from.
pub(super) async fn home(Extension(context): Extension<Context>) -> Redirect {
    let may = |right| context.viewer.may(right);
    let is_only_employee = may(Right::CheckIn) && !may(Right::ViewCases) && !may(Right::ViewReview);
    Redirect::to(match () {
        () if context.waiting.as_ref().is_some_and(|waiting| waiting.waits_for == WaitsFor::Code) => {
            super::routes::CODE_PAGE
        }
        () if context.waiting.is_some() => super::routes::FACTOR_PAGE,
        () if context.actor.is_none() => "/sign-in",
        () if is_only_employee => "/check-in",
        () if may(Right::ViewCases) && !may(Right::ViewReview) && is_service(&context) => "/complaints",
        () if may(Right::ViewToday) => "/today",
        () if may(Right::ViewFigures) => "/trends",
        () if may(Right::ViewCases) => "/complaints",
        () if may(Right::ViewSetUp) => "/start",
        () if may(Right::ImportVoice) => "/imports",
        () => "/help",
    })
}

fn is_service(context: &Context) -> bool {
    context.actor.iter().flat_map(|actor| &actor.grants).any(|grant| grant.role == domain::Role::Service)
}

/// A problem without a page around it, for when the page itself cannot be made.
pub(super) fn plain_problem(problem: Problem) -> impl IntoResponse {
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let lang = domain::Lang::En;
    let text = domain::text::t(lang, problem.text_id());
    // For whoever makes a page of it after all.
    let said = axum::Extension(problem);
    (status, said, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], format!("{text}\n"))
}

/// Layers answer in bare words ("length limit exceeded") or in none; people get the catalogue's.
pub(super) async fn dress_bare_error(request: Request, next: Next) -> Response {
    let accepts = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok());
    // Whoever asks whether the server is well reads a word, and a page's script reads data.
    let path = request.uri().path();
    let is_for_programs = matches!(path, "/healthz" | "/readyz") || path.starts_with("/api/");
    let wants_page = !is_for_programs
        && accepts.is_none_or(|accepts| ["text/html", "*/*"].iter().any(|kind| accepts.contains(kind)));
    let response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE);
    let is_bare = kind.is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    let said = response.extensions().get::<Problem>().cloned();
    let problem = said.or_else(|| bare_problem(response.status())).filter(|_| is_bare);
    let Some(problem) = problem else { return response };
    let mut dressed = match () {
        () if wants_page => with_words_of(response, plain_page(problem)),
        () if kind.is_none() => with_words_of(response, plain_problem(problem).into_response()),
        () => response,
    };
    dressed.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    dressed
}

/// An answer with another's status and words. Its other headers stay: when to try again, a session's new token.
fn with_words_of(response: Response, words: Response) -> Response {
    let (mut parts, _) = response.into_parts();
    let (of_words, body) = words.into_parts();
    parts.status = of_words.status;
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.extend(of_words.headers);
    Response::from_parts(parts, body)
}

/// What the layers mean that answer with a status and hardly a word.
fn bare_problem(status: StatusCode) -> Option<Problem> {
    match status {
        StatusCode::BAD_REQUEST => Some(Problem::Unreadable),
        StatusCode::REQUEST_TIMEOUT => Some(Problem::TooSlow),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Problem::TooLarge),
        StatusCode::INTERNAL_SERVER_ERROR => Some(Problem::Internal),
        StatusCode::SERVICE_UNAVAILABLE => Some(Problem::TookTooLong),
        _ => None,
    }
}

/// Leads on to another site by a page of its own: a browser would stop a form's redirect there, and on
/// from there, because forms may only go to this site.
pub(super) fn lead_to(lang: domain::Lang, address: &str) -> Response {
    let escaped = html_escape::encode_quoted_attribute(address);
    let text = domain::text::t(lang, "leading-on");
    let mut body = plain_head(&format!("<meta http-equiv=\"refresh\" content=\"0; url={escaped}\">"));
    body.push_str(&format!(
        "<p lang=\"{}\"><a href=\"{escaped}\">{text}</a></p></main></body></html>",
        lang.tag()
    ));
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response()
}

pub(super) fn plain_head(more: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">{more}<title>Trivsel</title></head><body><main>"
    )
}

/// A page that needs neither database nor session.
pub(super) fn plain_page(problem: Problem) -> Response {
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut body = plain_head("");
    for lang in domain::Lang::ALL {
        let title = domain::text::t(lang, problem.text_id());
        // Not every problem can say here what it says beside the form that was sent.
        let plain = format!("{}-plain", problem.text_id());
        let is_plain = domain::text::has(lang, &plain);
        let id = if is_plain { plain } else { format!("{}-text", problem.text_id()) };
        let text = domain::text::t(lang, &id);
        body.push_str(&format!("<section lang=\"{}\"><h1>{title}</h1><p>{text}</p></section>", lang.tag()));
    }
    body.push_str("<p><a href=\"/\">Trivsel</a></p></main></body></html>");
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response()
}
