//! In front of every address: who may ask, how much may come, how many files are made at once.
//!
//! The guard is the coarse one: signed in, and holding the right somewhere. Which units, which case, whose import is
//! decided by `authorize` and `within` in the service function behind it.

use std::collections::HashMap;

use app::{
    customers::public::is_public,
    request::{encode, local},
};
use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, Request, State},
    http::Method,
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::MethodRouter,
};
use domain::{Problem, Right, Role, audit::Event};
use service::{
    access::refusal,
    audit::{self, Entry},
    sign_in::WaitsFor,
};
use tower::limit::GlobalConcurrencyLimitLayer;
use tower_http::limit::RequestBodyLimitLayer;

use super::{
    AppState, carry,
    context::Context,
    pages::{self, Page, Shows},
    routes::{Access, CHECK_PAGE, CODE_PAGE, FACTOR_PAGE, Kind, all},
};

/// Largest body of a form, in bytes.
const LARGEST_FORM: usize = 64 * 1024;
/// A little more than the largest file, for the multipart frame around it.
const LARGEST_UPLOAD: usize = service::imports::uploads::LARGEST_UPLOAD + 64 * 1024;

/// Files that are made at the same time; further ones wait their turn.
const MOST_FILES: usize = 2;
/// Largest file that is checked, with the multipart frame around it.
const LARGEST_CHECKED: usize = 20 * 1024 * 1024 + 64 * 1024;

/// The router of all addresses, each behind its guard.
pub(super) fn router(state: &AppState) -> Router<AppState> {
    let in_turn = GlobalConcurrencyLimitLayer::new(MOST_FILES);
    let routes = all();
    // A form is shown again on the page of its own address.
    let shown: HashMap<&str, Page> =
        routes.iter().filter_map(|route| Some((route.path, route.page?))).collect();
    routes
        .into_iter()
        .fold(Router::new(), |router, route| {
            let guard = Guard {
                state: state.clone(),
                path: route.path,
                access: route.access,
                shows: shown.get(route.path).copied().map(Shows),
            };
            let largest = match route.kind {
                Kind::Upload if route.path == CHECK_PAGE => LARGEST_CHECKED,
                Kind::Upload => LARGEST_UPLOAD,
                // Whoever signs in may bring a whole form along.
                Kind::Form if matches!(route.path, "/sign-in" | CODE_PAGE) => 2 * LARGEST_FORM,
                _ => LARGEST_FORM,
            };
            let handler: MethodRouter<AppState> = match route.kind {
                Kind::File => route.handler.layer(in_turn.clone()),
                _ => route.handler,
            };
            let handler: MethodRouter<AppState> =
                handler.layer(middleware::from_fn_with_state(guard, stop_strangers));
            let handler: MethodRouter<AppState> = handler.layer(RequestBodyLimitLayer::new(largest));
            router.route(route.path, handler)
        })
        // The limits above are the ones that hold.
        .layer(DefaultBodyLimit::disable())
}

#[derive(Clone)]
struct Guard {
    state: AppState,
    path: &'static str,
    access: Access,
    shows: Option<Shows>,
}

/// Lets a request through to its handler, or answers it with the reason why not.
async fn stop_strangers(
    State(guard): State<Guard>,
    Extension(context): Extension<Context>,
    mut request: Request,
    next: Next,
) -> Response {
    if let Some(shows) = guard.shows {
        request.extensions_mut().insert(shows);
    }
    let may = |actor: &service::Actor, rights: &[Right]| {
        rights.iter().any(|right| !actor.units_for(*right).is_empty())
    };
    let waits_for = context.waiting.as_ref().map(|waiting| waiting.waits_for);
    let problem = match (guard.access, &context.actor) {
        (Access::Public, _) => None,
        (Access::SettingUp, None) if waits_for == Some(WaitsFor::Factor) => None,
        (_, None) if waits_for == Some(WaitsFor::Factor) => Some(Problem::SecondFactorNeeded),
        (Access::SettingUp, None) => Some(Problem::SignInNeeded),
        (Access::SettingUp, Some(_)) => None,
        (Access::May(_) | Access::MayAny(_), None) => Some(Problem::SignInNeeded),
        (Access::May(right), Some(actor)) => (!may(actor, &[right])).then(|| refusal(actor, &[right])),
        (Access::MayAny(rights), Some(actor)) => (!may(actor, rights)).then(|| refusal(actor, rights)),
    };
    if problem == Some(Problem::Forbidden) {
        note_denial(&guard, &context).await;
    }
    let is_post = request.method() == Method::POST;
    // A customer's page keeps its other language in its address and sets no cookie for it.
    let has_switch = is_post && guard.shows.is_some() && !is_public(guard.path);
    let switch = carry::Switch::of(request.uri()).filter(|_| has_switch);
    match problem {
        None => match switch {
            Some(switch) => carry::show_again(&guard.state, context, request, switch).await,
            None => next.run(request).await,
        },
        // Half-way through signing in, a page leads to what is missing, and from there back.
        Some(_) if waits_for.is_some() && request.method() == Method::GET => {
            let next = request.uri().path_and_query().map_or("/", |path| path.as_str());
            let missing = if waits_for == Some(WaitsFor::Code) { CODE_PAGE } else { FACTOR_PAGE };
            Redirect::to(&format!("{missing}?next={}", encode(&local(next)))).into_response()
        }
        Some(problem) => {
            let is_lost = problem == Problem::SignInNeeded && is_post;
            let request = if is_lost { carry::with_words(request, LARGEST_FORM).await } else { request };
            pages::render(&guard.state, request, pages::Outcome::Refused(problem)).await
        }
    }
}

/// Writes down who asked for what their roles do not include. Nothing about check-ins is ever written.
async fn note_denial(guard: &Guard, context: &Context) {
    // Who is only an employee comes here around a check-in: a row would say when.
    let is_employee_only = context
        .actor
        .as_ref()
        .is_some_and(|actor| actor.grants.iter().all(|grant| grant.role == Role::Employee));
    if guard.access == Access::May(Right::CheckIn) || is_employee_only {
        return;
    }
    let account = context.actor.as_ref().map(|actor| actor.account);
    let entry = Entry { detail: guard.path, ..Entry::new(Event::Denied, account) };
    if let Err(error) = audit::note(&guard.state.services, &entry).await {
        tracing::error!(%error, "a denial was not written down");
    }
}
