//! The own account: sessions, password, second factor, data, closing.

use crate::web::context::Context;
use axum::{
    extract::{Extension, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{Problem, people::account::NewPassword};
use service::{
    accounts,
    sign_in::{SessionToken, second_factor},
};

use crate::web::forms::{PageForm, TypedForm, local, prove_first, push_cookie, refuse};
use crate::web::{
    AppState,
    session::{FLASH, SESSION, set_cookie},
};

/// What was asked for at the end of the own account's page.
const RECOVERY_CODES: &str = "/account/recovery-codes";

/// Leads on with a session's new token.
pub(in crate::web) fn with_session(state: &AppState, token: &SessionToken, to: &str) -> Response {
    let mut response = Redirect::to(to).into_response();
    push_cookie(&mut response, set_cookie(SESSION, token.as_str(), token.seconds(), state.is_secure));
    response
}

/// Hands recovery codes to the page that shows them, once: they stand in no address, history or log.
fn hand_over(state: &AppState, response: &mut Response, codes: &[String]) {
    let flash = format!("recovery:{}", codes.join("."));
    push_cookie(response, set_cookie(FLASH, &flash, Some(60), state.is_secure));
}

/// Letters that are wanted, and sessions that end.
pub(in crate::web) async fn keep(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let actor = context.actor.as_ref();
    let act = pairs.get("act");
    if matches!(act, "letters" | "weekly" | "digest") {
        let wants = pairs.get("letters") == "on";
        let kept = match act {
            "weekly" => accounts::keep_weekly(&state.services, actor, wants).await,
            "digest" => accounts::keep_digest(&state.services, actor, wants).await,
            _ => accounts::keep_reminders(&state.services, actor, wants).await,
        };
        return match kept {
            Ok(()) => Redirect::to("/account?changed=letters").into_response(),
            Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
        };
    }
    let outcome = match pairs.get("end") {
        "others" => accounts::end_other_sessions(&state.services, actor).await,
        key => accounts::end_session(&state.services, actor, key).await,
    };
    match outcome {
        Ok(()) => Redirect::to("/account#sessions").into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn change_password(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<NewPassword>,
) -> Response {
    match accounts::change_password(&state.services.people, context.actor.as_ref(), &form).await {
        Ok(token) => with_session(&state, &token, "/account?changed=password"),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn add_factor(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(mut request, pairs): PageForm,
) -> Response {
    // Signed in already: a session left open is not enough. The code of this form is the new factor's,
    // so that the proof can only be a password.
    let actor = match &context.actor {
        Some(_) => match prove_first(&state, &mut request, &context, &pairs).await {
            Ok(actor) => Some(actor),
            Err(problem) => return refuse(&state, request, pairs, problem).await,
        },
        None => None,
    };
    let outcome = match second_factor::keeper(actor.as_ref(), context.waiting.as_ref()) {
        Ok(keeper) => second_factor::confirm(&state.services, &keeper, pairs.get("code")).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok((token, codes)) => {
            let next = app::request::encode(&local(pairs.get("next")));
            let mut response = with_session(&state, &token, &format!("{RECOVERY_CODES}?next={next}"));
            hand_over(&state, &mut response, &codes);
            response
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn remove_factor(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(mut request, pairs): PageForm,
) -> Response {
    let actor = match prove_first(&state, &mut request, &context, &pairs).await {
        Ok(actor) => actor,
        Err(problem) => return refuse(&state, request, pairs, problem).await,
    };
    match second_factor::remove(&state.services.people, Some(&actor), pairs.get("password")).await {
        Ok(()) => Redirect::to("/account?changed=factor").into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn recovery_codes(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(mut request, pairs): PageForm,
) -> Response {
    let actor = match prove_first(&state, &mut request, &context, &pairs).await {
        Ok(actor) => actor,
        Err(problem) => return refuse(&state, request, pairs, problem).await,
    };
    match second_factor::new_recovery_codes(&state.services, Some(&actor)).await {
        Ok(codes) => {
            let mut response = Redirect::to(&format!("{RECOVERY_CODES}?next=/account")).into_response();
            hand_over(&state, &mut response, &codes);
            response
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn my_data(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(mut request, pairs): PageForm,
) -> Response {
    match prove_first(&state, &mut request, &context, &pairs).await {
        Ok(_) => Redirect::to("/account/my-data.json").into_response(),
        Err(problem) => refuse(&state, request, pairs, problem).await,
    }
}

pub(in crate::web) async fn close(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(mut request, pairs): PageForm,
) -> Response {
    if pairs.get("confirm") != "yes" {
        let problem = Problem::invalid(domain::Field::Answer, domain::Why::Missing);
        return refuse(&state, request, pairs, problem).await;
    }
    let actor = match prove_first(&state, &mut request, &context, &pairs).await {
        Ok(actor) => actor,
        Err(problem) => return refuse(&state, request, pairs, problem).await,
    };
    match accounts::close(&state.services, Some(&actor)).await {
        Ok(()) => {
            let mut response = Redirect::to("/sign-in?closed=1").into_response();
            push_cookie(&mut response, set_cookie(SESSION, "", Some(0), state.is_secure));
            response
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
