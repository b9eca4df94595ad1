//! The shared tablet, and the sheets of codes for it.

use crate::web::context::Context;
use app::request::Submitted;
use app::staff::kiosk_codes::SheetPage;
use axum::{
    extract::{Extension, Request, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{Problem, staff::kiosk::CodesAct};
use leptos::prelude::*;
use service::rounds::{Pass, codes, kiosk};

use crate::web::forms::{PageForm, Pairs, done, push_cookie, refuse};
use crate::web::staff::check_in::{asked_first, ballot_form, may_be_asked_first};
use crate::web::{
    AppState, files,
    pages::{Outcome, render, show},
    session::{PASS, set_cookie},
    setting::set,
};

/// Seconds for which the tablet keeps a code: as long as somebody may write, for the page itself goes back to the
/// start, and forgets it, as soon as nobody touches it.
const PATIENCE: u32 = 20 * 60;

/// The start. Whatever code was typed before is forgotten.
pub(in crate::web) async fn start(State(state): State<AppState>, request: Request) -> Response {
    let mut response = render(&state, request, Outcome::Fresh).await;
    push_cookie(&mut response, set_cookie(PASS, "", Some(0), state.is_secure));
    response
}

/// A typed code. It goes on in a cookie, never in an address.
pub(in crate::web) async fn enter(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    match kiosk::enter(&state.services.staff, pairs.get("code"), &context.address).await {
        Ok(pass) => {
            let mut response = Redirect::to("/kiosk/form").into_response();
            push_cookie(&mut response, set_cookie(PASS, &pass.text(), Some(PATIENCE), state.is_secure));
            response
        }
        Err(error) => again(&state, request, pairs, error.into_problem()).await,
    }
}

/// The questions; without a code, the start.
pub(in crate::web) async fn questions(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    request: Request,
) -> Response {
    match context.pass {
        Some(Pass::Code(_)) => render(&state, request, Outcome::Fresh).await,
        _ => Redirect::to("/kiosk").into_response(),
    }
}

/// A ballot, or a wish for more time. A code typed into this form takes the place of the one before.
pub(in crate::web) async fn cast(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let typed = pairs.get("code");
    let pass = if typed.is_empty() { context.pass.clone() } else { Some(Pass::typed(typed)) };
    if pairs.get("act") == "more" {
        return more_time(&state, request, pairs, pass.as_ref()).await;
    }
    // Asked only where there may be something to ask about: a wrong code counts each time it is looked at.
    let form = ballot_form(&pairs);
    if may_be_asked_first(&form) {
        match kiosk::page(&state.services.staff, pass.as_ref(), &context.address).await {
            Ok(page) => {
                if let Some(question) = asked_first(&pairs, &page) {
                    return again(&state, request, pairs, question).await;
                }
            }
            Err(error) => return again(&state, request, pairs, error.into_problem()).await,
        }
    }
    match kiosk::cast(&state.services.staff, pass.as_ref(), &context.address, &form).await {
        Ok(()) => {
            let mut response = Redirect::to("/kiosk/thanks").into_response();
            push_cookie(&mut response, set_cookie(PASS, "", Some(0), state.is_secure));
            response
        }
        Err(error) => again(&state, request, pairs, error.into_problem()).await,
    }
}

async fn more_time(state: &AppState, request: Request, pairs: Pairs, pass: Option<&Pass>) -> Response {
    let submitted = Submitted { values: pairs.0, problem: None };
    let mut response = render(state, request, Outcome::Again(submitted)).await;
    let text = pass.map(Pass::text).unwrap_or_default();
    push_cookie(&mut response, set_cookie(PASS, &text, Some(PATIENCE), state.is_secure));
    response
}

/// The page once more with what was typed, the code too: a typing error is found by looking at it.
async fn again(state: &AppState, request: Request, pairs: Pairs, problem: Problem) -> Response {
    match problem {
        Problem::CodeUnknown
        | Problem::TooManyAttempts
        | Problem::Invalid(_)
        | Problem::LookAgain
        | Problem::NothingAnswered => {
            let submitted = Submitted { values: pairs.0, problem: Some(problem) };
            render(state, request, Outcome::Again(submitted)).await
        }
        // Whatever else may keep the form is kept as on every page.
        problem => refuse(state, request, pairs, problem).await,
    }
}

/// What can be done with a team's codes.
pub(in crate::web) async fn codes(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let Some(act) = CodesAct::from_name(pairs.get("act")) else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    let (actor, unit) = (context.actor.as_ref(), pairs.get("unit"));
    let outcome = match act {
        CodesAct::Begin => codes::choose(&state.services, actor, unit, true).await,
        CodesAct::End => codes::choose(&state.services, actor, unit, false).await,
        CodesAct::Revoke => codes::revoke(&state.services, actor, unit).await,
        CodesAct::Ask => codes::ask(&state.services, actor, unit).await,
        // The codes exist in this one answer, which nothing keeps.
        CodesAct::Sheet | CodesAct::Pdf => {
            match codes::make(&state.services, actor, unit, &state.public_url).await {
                Ok(sheet) if act == CodesAct::Sheet => {
                    return render(
                        &state,
                        request,
                        Outcome::Made(show(move || view! { <SheetPage sheet/> })),
                    )
                    .await;
                }
                Ok(sheet) => {
                    let slips = codes::slips(&sheet, context.viewer.lang);
                    match set(move || pack::slips(&slips)).await {
                        Ok(file) => return files::attachment("application/pdf", "trivsel-codes.pdf", file),
                        Err(error) => Err(error),
                    }
                }
                Err(error) => Err(error),
            }
        }
    };
    match outcome {
        Ok(()) => done(&state, "/kiosk/codes", &format!("tablet-done-{}", act.name())),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// Releases a sheet that was asked for.
pub(in crate::web) async fn sheets(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    match codes::release(&state.services, context.actor.as_ref(), pairs.get("unit")).await {
        Ok(()) => done(&state, "/kiosk/sheets", "sheets-done-release"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
