//! Logging what a customer said, doing something with a case.

use crate::web::context::Context;
use app::request::{Submitted, encode};
use axum::{
    extract::{Extension, Path, State},
    response::Response,
};
use domain::{
    Period, Problem, Resolution,
    customers::{
        case::{Act, ActForm},
        complaint::ComplaintForm,
        contacts::ContactsForm,
        related::RelateForm,
    },
};
use service::{complaints, contacts};

use crate::web::forms::{Pairs, TypedForm, done, push_cookie, refuse};
use crate::web::{
    AppState,
    pages::{Outcome, render},
    session::{LAST_UNIT, set_cookie},
};

/// For how long a desk remembers where something happened last: thirty days, in seconds.
const UNIT_SECONDS: u32 = 30 * 24 * 3600;

pub(in crate::web) async fn log_complaint(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, mut form): TypedForm<ComplaintForm>,
) -> Response {
    if form.case_lang.is_empty() {
        context.viewer.lang.tag().clone_into(&mut form.case_lang);
    }
    match service::mentions::propose(&state.services, context.actor.as_ref(), &form, context.viewer.lang)
        .await
    {
        Ok(None) => {}
        Ok(Some(proposal)) => {
            let mut values = pairs.0;
            values
                .retain(|(name, _)| !matches!(name.as_str(), "what" | "put_right" | "about_whom" | "looked"));
            values.extend([
                ("what".to_owned(), proposal.what),
                ("put_right".to_owned(), proposal.put_right),
                ("about_whom".to_owned(), proposal.about_whom),
                ("looked".to_owned(), "yes".to_owned()),
            ]);
            return refuse(&state, request, Pairs(values), Problem::NameFound).await;
        }
        Err(error) => return refuse(&state, request, pairs, error.into_problem()).await,
    }
    match complaints::log(&state.services, context.actor.as_ref(), &form).await {
        Ok(logged) => {
            let files = if form.then == "files" { "/files" } else { "" };
            let page = format!("/complaints/{}{files}", logged.reference);
            let mut response = done(&state, &page, "case-done-logged");
            push_cookie(
                &mut response,
                set_cookie(LAST_UNIT, &form.unit, Some(UNIT_SECONDS), state.is_secure),
            );
            response
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// Ties a case to another, or parts them.
pub(in crate::web) async fn relate(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(reference): Path<String>,
    TypedForm(request, pairs, form): TypedForm<RelateForm>,
) -> Response {
    match complaints::relate(&state.services, context.actor.as_ref(), &reference, &form).await {
        Ok(goes_on) => {
            let what = if form.part.is_empty() { form.relation.as_str() } else { "part" };
            done(&state, &format!("/complaints/{}", encode(&goes_on)), &format!("case-done-{what}"))
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// What needs no page of its own.
pub(in crate::web) async fn act_at_once(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(reference): Path<String>,
    TypedForm(request, pairs, form): TypedForm<ActForm>,
) -> Response {
    let Some(act) = Act::from_name(&form.act).filter(|act| !act.has_page()) else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    let is_from_list = pairs.get("back") == "list";
    match complaints::act(&state.services, context.actor.as_ref(), &reference, act, &form).await {
        Ok(()) if is_from_list => done(&state, "/complaints", &format!("case-done-{}", act.name())),
        Ok(()) => {
            done(&state, &format!("/complaints/{}", encode(&reference)), &format!("case-done-{}", act.name()))
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// What has a page, because something has to be written or chosen.
pub(in crate::web) async fn act(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((reference, act)): Path<(String, String)>,
    TypedForm(request, pairs, form): TypedForm<ActForm>,
) -> Response {
    let Some(act) = Act::from_name(&act).filter(|act| act.has_page()) else {
        return refuse(&state, request, pairs, Problem::NotFound).await;
    };
    let actor = context.actor.as_ref();
    // Looking a letter over changes nothing: the page is shown anew, with what it has and lacks.
    if !pairs.get("check").is_empty() {
        let again = Submitted { values: pairs.0, problem: None };
        return render(&state, request, Outcome::Again(again)).await;
    }
    if !pairs.get("discard").is_empty() {
        return match complaints::letters::discard(&state.services, actor, &reference).await {
            Ok(()) => {
                let page = format!("/complaints/{}/{}", encode(&reference), act.name());
                done(&state, &page, "case-done-discarded")
            }
            Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
        };
    }
    if !pairs.get("draft").is_empty() {
        let seen = form.version.parse().unwrap_or(0);
        let kept = complaints::letters::keep(&state.services, actor, &reference, &form.letter, seen).await;
        return match kept {
            Ok(()) => {
                let page = format!("/complaints/{}/{}", encode(&reference), act.name());
                done(&state, &page, "case-done-kept")
            }
            Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
        };
    }
    match complaints::act(&state.services, actor, &reference, act, &form).await {
        Ok(()) => {
            let page = format!("/complaints/{}", encode(&reference));
            done(&state, &page, &format!("case-done-{}", act.name()))
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// The contacts of a unit's week.
pub(in crate::web) async fn keep_contacts(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<ContactsForm>,
) -> Response {
    match contacts::keep(&state.services, context.actor.as_ref(), &form).await {
        Ok(()) => {
            let week = form.monday.parse().map(|monday| Period::containing(monday, Resolution::Week));
            let week = week.map(|week| format!("&week={week}")).unwrap_or_default();
            done(&state, &format!("/contacts?unit={}{week}", encode(&form.unit)), "contacts-saved")
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
