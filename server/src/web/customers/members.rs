//! Members: the desk's look-up, a new member, and a member's own page.

use app::customers::{member, own_member};
use axum::{
    extract::{Extension, Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::customers::member::{DeskForm, MemberForm, OwnMemberAct, OwnMemberForm};
use leptos::prelude::*;
use service::members::{self, DeskDone, OwnMemberDone};

use crate::web::{
    AppState,
    context::Context,
    forms::{TypedForm, done, refuse},
    pages::{Ask, Outcome, View, render, show},
};

/// The desk's page; where something was refused, with the member it was for.
pub(in crate::web) async fn desk(ask: Ask) -> service::Result<View> {
    let handle = ask.typed("handle").filter(|handle| !handle.is_empty());
    let page = members::page(&ask.services, ask.actor(), handle).await?;
    Ok(show(move || view! { <member::MembersView page/> }))
}

pub(in crate::web) async fn at_desk(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<DeskForm>,
) -> Response {
    let actor = context.actor.as_ref();
    if form.act.is_empty() {
        return match members::look_up(&state.services, actor, &form.member).await {
            Ok(page) => {
                let view = show(move || view! { <member::MembersView page/> });
                render(&state, request, Outcome::Made(view)).await
            }
            Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
        };
    }
    match members::act(&state.services, actor, &form, &state.public_url).await {
        Ok(DeskDone::Planned) => done(&state, "/members", "members-done-planned"),
        Ok(DeskDone::Left) => done(&state, "/members", "members-done-left"),
        Ok(DeskDone::Slip(slip)) => {
            let view = show(move || view! { <member::SlipView slip/> });
            render(&state, request, Outcome::Made(view)).await
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn join_page(ask: Ask) -> service::Result<View> {
    members::join_page(ask.actor())?;
    Ok(show(|| view! { <member::JoinView/> }))
}

pub(in crate::web) async fn join(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    TypedForm(request, pairs, form): TypedForm<MemberForm>,
) -> Response {
    match members::join(&state.services, context.actor.as_ref(), &form, &state.public_url).await {
        Ok(slip) => {
            let view = show(move || view! { <member::SlipView slip/> });
            render(&state, request, Outcome::Made(view)).await
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// A member's own page. Whoever only looks changes nothing.
pub(in crate::web) async fn own(ask: Ask) -> service::Result<View> {
    let page = members::own_page(&ask.services, ask.last()).await?;
    Ok(show(move || view! { <own_member::OwnMemberView page done=None/> }))
}

pub(in crate::web) async fn own_act(
    State(state): State<AppState>,
    Path(token): Path<String>,
    TypedForm(request, pairs, form): TypedForm<OwnMemberForm>,
) -> Response {
    match members::own_act(&state.services, &token, &form).await {
        Ok(OwnMemberDone::Shown(page)) => {
            let done = OwnMemberAct::from_name(&form.act);
            let view = show(move || view! { <own_member::OwnMemberView page=*page done/> });
            render(&state, request, Outcome::Made(view)).await
        }
        Ok(OwnMemberDone::Left) => {
            let view = show(|| view! { <own_member::LeftView/> });
            render(&state, request, Outcome::Made(view)).await
        }
        Ok(OwnMemberDone::File(bytes)) => {
            let headers = [
                (header::CONTENT_TYPE, "application/json"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"member.json\""),
                (header::CACHE_CONTROL, "no-store"),
            ];
            (headers, bytes).into_response()
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
