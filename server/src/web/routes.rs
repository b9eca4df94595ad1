//! Every address of the server, with who may ask for it. What is not listed here does not exist.
//!
//! The guard in front of each address is the coarse one: signed in, and holding a role for the action
//! somewhere. Which units, which case, whose import is decided by `authorize` and `within` in the
//! service function behind it.

use app::{
    context::Context,
    error::AppError,
    request::{encode, local},
};
use axum::{
    Extension, Json, Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{Method, StatusCode},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::{MethodRouter, get, post},
};
use domain::{Action, Problem, Role, audit::Event, exchange::import::ImportKind};
use service::{
    audit::{self, Entry},
    sign_in::WaitsFor,
};
use tower::limit::GlobalConcurrencyLimitLayer;
use tower_http::limit::RequestBodyLimitLayer;

use super::{AppState, files, forms, pages, provider};

/// Largest body of a form, in bytes.
const LARGEST_FORM: usize = 64 * 1024;
/// A little more than the largest file, for the multipart frame around it.
const LARGEST_UPLOAD: usize = service::imports::uploads::LARGEST_UPLOAD + 64 * 1024;

/// Files that are made at the same time; further ones wait their turn.
const MOST_FILES: usize = 2;
/// Where a sign-in that waits for a code goes on.
pub(super) const CODE_PAGE: &str = "/sign-in/code";
/// Where one goes on that waits for a second factor.
pub(super) const FACTOR_PAGE: &str = "/account/second-factor";

/// Who may ask for an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Public,
    /// Whoever may do this somewhere.
    May(Action),
    /// Whoever keeps an account, also before the second factor is set up that the role asks for.
    SettingUp,
    /// Whoever may do one of these somewhere.
    MayAny(&'static [Action]),
}

impl Access {
    /// The actions of which one is needed; none when anybody may ask.
    pub fn actions(self) -> Option<Vec<Action>> {
        match self {
            Self::Public => None,
            Self::May(action) => Some(vec![action]),
            Self::MayAny(actions) => Some(actions.to_vec()),
            Self::SettingUp => Some(vec![Action::KeepAccount]),
        }
    }
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

/// A page for anybody, with a handler of its own.
fn public_page(path: &'static str, handler: MethodRouter<AppState>) -> Route {
    Route { path, kind: Kind::Page, access: Access::Public, handler }
}

/// A server function for anybody.
fn public_function(path: &'static str) -> Route {
    Route { path, kind: Kind::Function, access: Access::Public, handler: get(pages::server_function) }
}

/// Whoever may import anything.
const IMPORT: Access = Access::MayAny(ImportKind::ACTIONS);

/// Whoever may read notes on the time axis.
const NOTES: Access = Access::MayAny(&[Action::ViewFigures, Action::ManageNotes]);

/// All addresses but static files and health.
pub fn all() -> Vec<Route> {
    use Access::{May, Public, SettingUp};
    use Action::{
        CheckIn, ExportReview, HandleCase, KeepAccount, LogComplaint, ManageActions, ManageCodes,
        ManageNotes, ManagePeople, ManageRounds, ManageRules, ManageUnits, ReadComments, ViewActions,
        ViewAudit, ViewCases, ViewFigures, ViewReview, ViewRounds, ViewRules, ViewToday,
    };
    vec![
        Route { path: "/", kind: Kind::Redirect, access: Public, handler: get(pages::home) },
        // Signing in
        Route::page("/sign-in", Public),
        Route::form("/sign-in", Public, post(forms::sign_in::sign_in)),
        Route { path: CODE_PAGE, kind: Kind::Page, access: Public, handler: get(forms::sign_in::code_page) },
        Route::form(CODE_PAGE, Public, post(forms::sign_in::code)),
        Route::form("/sign-out", Public, post(forms::sign_in::sign_out)),
        Route::form("/preferences", Public, post(forms::sign_in::preferences)),
        // Beginning is a form, because it changes something here; coming back is where the provider sends
        // the browser.
        Route::form("/sign-in/provider", Public, post(provider::begin)),
        Route {
            path: "/sign-in/provider/callback",
            kind: Kind::Redirect,
            access: Public,
            handler: get(provider::callback),
        },
        Route::page("/forgot", Public),
        Route::form("/forgot", Public, post(forms::links::forgot)),
        Route { path: "/welcome", kind: Kind::Page, access: Public, handler: get(forms::links::welcome) },
        Route::form("/welcome", Public, post(forms::links::set_password)),
        Route {
            path: "/api/welcome",
            kind: Kind::Function,
            access: Public,
            handler: get(pages::server_function),
        },
        Route::page("/help", Public),
        // The own account
        Route::page("/account", May(KeepAccount)),
        Route::form("/account", May(KeepAccount), post(forms::account::keep)),
        Route::page("/account/password", May(KeepAccount)),
        Route::form("/account/password", May(KeepAccount), post(forms::account::change_password)),
        Route::page(FACTOR_PAGE, SettingUp),
        Route::form(FACTOR_PAGE, SettingUp, post(forms::account::add_factor)),
        Route::page("/account/second-factor/remove", May(KeepAccount)),
        Route::form("/account/second-factor/remove", May(KeepAccount), post(forms::account::remove_factor)),
        Route::page("/account/recovery-codes", May(KeepAccount)),
        Route::form("/account/recovery-codes", May(KeepAccount), post(forms::account::recovery_codes)),
        Route::page("/account/my-data", May(KeepAccount)),
        Route::form("/account/my-data", May(KeepAccount), post(forms::account::my_data)),
        Route::file("/account/my-data.json", May(KeepAccount), get(files::my_data)),
        Route::page("/account/close", May(KeepAccount)),
        Route::form("/account/close", May(KeepAccount), post(forms::account::close)),
        Route::function("/api/account", KeepAccount),
        Route {
            path: "/api/second-factor",
            kind: Kind::Function,
            access: SettingUp,
            handler: get(pages::server_function),
        },
        // Checking in
        Route::page("/check-in", May(CheckIn)),
        Route::form("/check-in", May(CheckIn), post(forms::check_in::check_in)),
        Route::page("/check-in/receipt", May(CheckIn)),
        Route::page("/check-in/history", May(CheckIn)),
        Route::function("/api/check-in", CheckIn),
        Route::function("/api/receipt", CheckIn),
        // A personal link, and the shared tablet: what lets somebody answer is in a cookie.
        public_page("/check-in/link", get(forms::check_in::link)),
        Route::form("/check-in/link", Public, post(forms::check_in::cast_by_link)),
        Route::page("/check-in/link/receipt", Public),
        public_function("/api/check-in-link"),
        public_function("/api/check-in-link-receipt"),
        public_page("/kiosk", get(forms::kiosk::start)),
        Route::form("/kiosk", Public, post(forms::kiosk::enter)),
        public_page("/kiosk/form", get(forms::kiosk::questions)),
        Route::form("/kiosk/form", Public, post(forms::kiosk::cast)),
        Route::page("/kiosk/thanks", Public),
        public_function("/api/kiosk"),
        Route::page("/kiosk/codes", May(ManageCodes)),
        Route::form("/kiosk/codes", May(ManageCodes), post(forms::kiosk::codes)),
        Route::function("/api/kiosk-codes", ManageCodes),
        // Figures
        Route::page("/team", May(ViewFigures)),
        Route::page("/team/preview", May(ViewFigures)),
        Route::function("/api/team", ViewFigures),
        Route::function("/api/preview", ViewFigures),
        Route::page("/today", May(ViewToday)),
        Route::function("/api/today", ViewToday),
        Route::page("/trends", May(ViewFigures)),
        Route::function("/api/trend", ViewFigures),
        Route::page("/trends/map", May(ViewFigures)),
        Route::function("/api/map", ViewFigures),
        Route::page("/trends/teams", May(ViewFigures)),
        Route::function("/api/teams", ViewFigures),
        Route::page("/trends/sites", May(ViewFigures)),
        Route::function("/api/sites", ViewFigures),
        Route::page("/trends/load", May(ViewFigures)),
        Route::function("/api/load", ViewFigures),
        Route::page("/trends/drivers", May(ViewFigures)),
        Route::function("/api/drivers", ViewFigures),
        Route::page("/trends/link", May(ViewFigures)),
        Route::function("/api/link", ViewFigures),
        Route::file("/charts/{file}", May(ViewFigures), get(files::chart)),
        // Notes on the time axis
        Route::page("/trends/notes", NOTES),
        Route::page("/trends/notes/new", May(ManageNotes)),
        Route::form("/trends/notes/new", May(ManageNotes), post(forms::notes::add)),
        Route::page("/trends/notes/{id}/{act}", May(ManageNotes)),
        Route::form("/trends/notes/{id}/{act}", May(ManageNotes), post(forms::notes::act)),
        Route { access: NOTES, ..Route::function("/api/notes", ManageNotes) },
        Route::function("/api/new-note", ManageNotes),
        Route::function("/api/act-on-note", ManageNotes),
        Route::page("/review", May(ViewReview)),
        Route::function("/api/review", ViewReview),
        Route::file("/review/{file}", May(ExportReview), get(files::review)),
        Route::page("/comments", May(ReadComments)),
        Route::function("/api/comments", ReadComments),
        // Actions
        Route::page("/actions", May(ViewActions)),
        Route::page("/actions/new", May(ManageActions)),
        Route::form("/actions/new", May(ManageActions), post(forms::actions::agree)),
        Route::page("/actions/{id}", May(ViewActions)),
        Route::form("/actions/{id}", May(ManageActions), post(forms::actions::review)),
        Route::page("/actions/{id}/edit", May(ManageActions)),
        Route::form("/actions/{id}/edit", May(ManageActions), post(forms::actions::edit)),
        Route::function("/api/actions", ViewActions),
        Route::function("/api/action", ViewActions),
        Route::function("/api/new-action", ManageActions),
        Route::function("/api/change-action", ManageActions),
        // Complaints
        Route::page("/complaints", May(ViewCases)),
        Route::page("/complaints/new", May(LogComplaint)),
        Route::form("/complaints/new", May(LogComplaint), post(forms::complaints::log_complaint)),
        Route::page("/complaints/{reference}", May(ViewCases)),
        Route::form("/complaints/{reference}", May(HandleCase), post(forms::complaints::step)),
        Route::function("/api/complaint-units", LogComplaint),
        Route::function("/api/cases", ViewCases),
        Route::function("/api/case", ViewCases),
        // Imports: each kind of file asks for its own action, in the functions behind these addresses.
        Route::page("/imports", IMPORT),
        Route {
            path: "/imports",
            kind: Kind::Upload,
            access: IMPORT,
            handler: post(forms::imports::upload_import),
        },
        Route::page("/imports/{id}", IMPORT),
        Route::form("/imports/{id}", IMPORT, post(forms::imports::remap_import)),
        Route::form("/imports/{id}/confirm", IMPORT, post(forms::imports::confirm_import)),
        Route::form("/imports/{id}/discard", IMPORT, post(forms::imports::discard_import)),
        Route::file("/imports/template/{file}", IMPORT, get(files::import_template)),
        Route { access: IMPORT, ..Route::function("/api/imports", Action::ImportVoice) },
        Route { access: IMPORT, ..Route::function("/api/import", Action::ImportVoice) },
        // Rounds
        Route::page("/rounds", May(ViewRounds)),
        Route::page("/rounds/new", May(ManageRounds)),
        Route::form("/rounds/new", May(ManageRounds), post(forms::rounds::plan)),
        Route::form("/rounds/resume", May(ManageRounds), post(forms::rounds::resume)),
        Route::page("/rounds/{number}", May(ViewRounds)),
        Route::page("/rounds/{number}/{act}", May(ManageRounds)),
        Route::form("/rounds/{number}/{act}", May(ManageRounds), post(forms::rounds::act)),
        Route::function("/api/rounds", ViewRounds),
        Route::function("/api/new-round", ManageRounds),
        Route::function("/api/round", ViewRounds),
        Route::function("/api/act-on-round", ManageRounds),
        // Questions
        Route::page("/questions", May(ManageRounds)),
        Route::page("/questions/new", May(ManageRounds)),
        Route::form("/questions/new", May(ManageRounds), post(forms::questions::add)),
        Route::page("/questions/{id}/{act}", May(ManageRounds)),
        Route::form("/questions/{id}/{act}", May(ManageRounds), post(forms::questions::act)),
        Route::function("/api/questions", ManageRounds),
        Route::function("/api/new-question", ManageRounds),
        Route::function("/api/act-on-question", ManageRounds),
        // Audit log
        Route::page("/audit", May(ViewAudit)),
        Route::function("/api/audit", ViewAudit),
        // Privacy
        Route::page("/privacy", May(ViewRules)),
        Route::form("/privacy", May(ManageRules), post(forms::privacy::act)),
        Route::function("/api/privacy", ViewRules),
        Route::page("/stored", Public),
        Route {
            path: "/api/stored",
            kind: Kind::Function,
            access: Public,
            handler: get(pages::server_function),
        },
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
    let in_turn = GlobalConcurrencyLimitLayer::new(MOST_FILES);
    all()
        .into_iter()
        .fold(Router::new(), |router, route| {
            let guard =
                Guard { state: state.clone(), path: route.path, access: route.access, kind: route.kind };
            let largest = if route.kind == Kind::Upload { LARGEST_UPLOAD } else { LARGEST_FORM };
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
    kind: Kind,
}

/// Lets a request through to its handler, or answers it with the reason why not.
async fn stop_strangers(
    State(guard): State<Guard>,
    Extension(context): Extension<Context>,
    request: Request,
    next: Next,
) -> Response {
    let may = |actor: &service::Actor, actions: &[Action]| {
        actions.iter().any(|action| !actor.units_for(*action).is_empty())
    };
    let waits_for = context.waiting.as_ref().map(|waiting| waiting.waits_for);
    let problem = match (guard.access, &context.actor) {
        (Access::Public, _) => None,
        (Access::SettingUp, None) if waits_for == Some(WaitsFor::Factor) => None,
        (_, None) if waits_for == Some(WaitsFor::Factor) => Some(Problem::SecondFactorNeeded),
        (Access::SettingUp, None) => Some(Problem::SignInNeeded),
        (Access::SettingUp, Some(_)) => None,
        (Access::May(_) | Access::MayAny(_), None) => Some(Problem::SignInNeeded),
        (Access::May(action), Some(actor)) => (!may(actor, &[action])).then_some(Problem::Forbidden),
        (Access::MayAny(actions), Some(actor)) => (!may(actor, actions)).then_some(Problem::Forbidden),
    };
    if problem == Some(Problem::Forbidden) {
        note_denial(&guard, &context).await;
    }
    match problem {
        None => next.run(request).await,
        Some(problem) if guard.kind == Kind::Function => {
            let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::FORBIDDEN);
            (status, Json(AppError(problem))).into_response()
        }
        // Half-way through signing in, a page leads to what is missing, and from there back.
        Some(_) if waits_for.is_some() && request.method() == Method::GET => {
            let next = request.uri().path_and_query().map_or("/", |path| path.as_str());
            let missing = if waits_for == Some(WaitsFor::Code) { CODE_PAGE } else { FACTOR_PAGE };
            Redirect::to(&format!("{missing}?next={}", encode(&local(next)))).into_response()
        }
        Some(problem) => pages::render(&guard.state, request, pages::Outcome::Refused(problem)).await,
    }
}

/// Writes down who asked for what their roles do not include. Nothing about check-ins is ever written.
async fn note_denial(guard: &Guard, context: &Context) {
    // Who is only an employee comes here around a check-in: a row would say when.
    let is_employee_only = context
        .actor
        .as_ref()
        .is_some_and(|actor| actor.grants.iter().all(|grant| grant.role == Role::Employee));
    if guard.access == Access::May(Action::CheckIn) || is_employee_only {
        return;
    }
    let account = context.actor.as_ref().map(|actor| actor.account);
    let entry = Entry { detail: guard.path, ..Entry::new(Event::Denied, account) };
    if let Err(error) = audit::note(&guard.state.services, &entry).await {
        tracing::error!(%error, "a denial was not written down");
    }
}
