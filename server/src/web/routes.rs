//! Every address of the server, with who may ask for it. What is not listed here does not exist.
//!
//! The guard in front of each address is the coarse one: signed in, and holding a role for the action
//! somewhere. Which units, which case, whose import is decided by `authorize` and `within` in the
//! service function behind it.

use app::{context::Context, error::AppError};
use axum::{
    Extension, Json, Router,
    extract::{DefaultBodyLimit, Request, State},
    http::StatusCode,
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{MethodRouter, get, post},
};
use domain::{Action, Problem};
use tower_http::limit::RequestBodyLimitLayer;

use super::{AppState, files, forms, pages};

/// Largest body of a form, in bytes.
const LARGEST_FORM: usize = 64 * 1024;
/// A little more than the largest file, for the multipart frame around it.
const LARGEST_UPLOAD: usize = service::imports::uploads::LARGEST_UPLOAD + 64 * 1024;

/// Who may ask for an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Public,
    /// Whoever may do this somewhere.
    May(Action),
}

/// What is behind an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page of the app.
    Page,
    /// A form, posted to its page's address.
    Form,
    /// A form with a file.
    Upload,
    /// A file to take away.
    File,
    /// A server function: data for the browser.
    Function,
    /// Leads elsewhere.
    Redirect,
}

/// An address.
pub struct Route {
    /// Path, with `{names}` for what varies.
    pub path: &'static str,
    /// What is behind it.
    pub kind: Kind,
    /// Who may ask for it.
    pub access: Access,
    handler: MethodRouter<AppState>,
}

impl Route {
    fn page(path: &'static str, access: Access) -> Self {
        Self { path, kind: Kind::Page, access, handler: get(pages::page) }
    }

    fn form(path: &'static str, access: Access, handler: MethodRouter<AppState>) -> Self {
        Self { path, kind: Kind::Form, access, handler }
    }

    fn file(path: &'static str, access: Access, handler: MethodRouter<AppState>) -> Self {
        Self { path, kind: Kind::File, access, handler }
    }

    fn function(path: &'static str, action: Action) -> Self {
        Self { path, kind: Kind::Function, access: Access::May(action), handler: get(pages::server_function) }
    }
}

/// All addresses but static files and health.
pub fn all() -> Vec<Route> {
    use Access::{May, Public};
    use Action::{
        CheckIn, ExportReview, HandleCase, ImportVoice, LogComplaint, ManagePeople, ManageUnits, ViewCases,
        ViewFigures, ViewReview,
    };
    vec![
        Route { path: "/", kind: Kind::Redirect, access: Public, handler: get(pages::home) },
        // Signing in
        Route::page("/sign-in", Public),
        Route::form("/sign-in", Public, post(forms::sign_in::sign_in)),
        Route::form("/sign-out", Public, post(forms::sign_in::sign_out)),
        Route::form("/preferences", Public, post(forms::sign_in::preferences)),
        Route::page("/help", Public),
        // Checking in
        Route::page("/check-in", May(CheckIn)),
        Route::form("/check-in", May(CheckIn), post(forms::check_in::check_in)),
        Route::page("/check-in/receipt", May(CheckIn)),
        Route::function("/api/check-in", CheckIn),
        Route::function("/api/receipt", CheckIn),
        // Figures
        Route::page("/trends", May(ViewFigures)),
        Route::function("/api/trend", ViewFigures),
        Route::file("/charts/{file}", May(ViewFigures), get(files::chart)),
        Route::page("/review", May(ViewReview)),
        Route::function("/api/review", ViewReview),
        Route::file("/review/{file}", May(ExportReview), get(files::review)),
        // Complaints
        Route::page("/complaints", May(ViewCases)),
        Route::page("/complaints/new", May(LogComplaint)),
        Route::form("/complaints/new", May(LogComplaint), post(forms::complaints::log_complaint)),
        Route::page("/complaints/{reference}", May(ViewCases)),
        Route::form("/complaints/{reference}", May(HandleCase), post(forms::complaints::step)),
        Route::function("/api/complaint-units", LogComplaint),
        Route::function("/api/cases", ViewCases),
        Route::function("/api/case", ViewCases),
        // Imports
        Route::page("/imports", May(ImportVoice)),
        Route {
            path: "/imports",
            kind: Kind::Upload,
            access: May(ImportVoice),
            handler: post(forms::imports::upload_import),
        },
        Route::page("/imports/{id}", May(ImportVoice)),
        Route::form("/imports/{id}", May(ImportVoice), post(forms::imports::remap_import)),
        Route::form("/imports/{id}/confirm", May(ImportVoice), post(forms::imports::confirm_import)),
        Route::form("/imports/{id}/discard", May(ImportVoice), post(forms::imports::discard_import)),
        Route::function("/api/imports", ImportVoice),
        Route::function("/api/import", ImportVoice),
        // Units
        Route::page("/units", May(ManageUnits)),
        Route::page("/units/new", May(ManageUnits)),
        Route::form("/units/new", May(ManageUnits), post(forms::units::open)),
        Route::page("/units/{id}", May(ManageUnits)),
        Route::page("/units/{id}/{act}", May(ManageUnits)),
        Route::form("/units/{id}/{act}", May(ManageUnits), post(forms::units::act)),
        Route::function("/api/units", ManageUnits),
        Route::function("/api/new-unit", ManageUnits),
        Route::function("/api/unit", ManageUnits),
        Route::function("/api/act-on-unit", ManageUnits),
        // People
        Route::page("/people", May(ManagePeople)),
        Route::page("/people/new", May(ManagePeople)),
        Route::form("/people/new", May(ManagePeople), post(forms::people::create)),
        Route::page("/people/codes", May(ManagePeople)),
        Route::form("/people/codes", May(ManagePeople), post(forms::people::codes)),
        Route::page("/people/{id}", May(ManagePeople)),
        Route::page("/people/{id}/{act}", May(ManagePeople)),
        Route::form("/people/{id}/{act}", May(ManagePeople), post(forms::people::act)),
        Route::function("/api/people", ManagePeople),
        Route::function("/api/new-person", ManagePeople),
        Route::function("/api/person", ManagePeople),
        Route::function("/api/act-on-person", ManagePeople),
        Route::function("/api/codes", ManagePeople),
    ]
}

/// The router of all addresses, each behind its guard.
pub(super) fn router(state: &AppState) -> Router<AppState> {
    all()
        .into_iter()
        .fold(Router::new(), |router, route| {
            let guard = Guard { state: state.clone(), access: route.access, kind: route.kind };
            let handler: MethodRouter<AppState> =
                route.handler.layer(middleware::from_fn_with_state(guard, stop_strangers));
            let largest = if route.kind == Kind::Upload { LARGEST_UPLOAD } else { LARGEST_FORM };
            let handler: MethodRouter<AppState> = handler.layer(RequestBodyLimitLayer::new(largest));
            router.route(route.path, handler)
        })
        // The limits above are the ones that hold.
        .layer(DefaultBodyLimit::disable())
}

#[derive(Clone)]
struct Guard {
    state: AppState,
    access: Access,
    kind: Kind,
}

/// Lets a request through to its handler, or answers it with the reason why not.
async fn stop_strangers(
    State(guard): State<Guard>,
    Extension(context): Extension<Context>,
    request: Request,
    next: Next,
) -> Response {
    let problem = match (guard.access, &context.actor) {
        (Access::Public, _) => None,
        (Access::May(_), None) => Some(Problem::SignInNeeded),
        (Access::May(action), Some(actor)) => {
            actor.units_for(action).is_empty().then_some(Problem::Forbidden)
        }
    };
    match problem {
        None => next.run(request).await,
        Some(problem) if guard.kind == Kind::Function => {
            let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::FORBIDDEN);
            (status, Json(AppError(problem))).into_response()
        }
        Some(problem) => pages::render(&guard.state, request, pages::Outcome::Refused(problem)).await,
    }
}
