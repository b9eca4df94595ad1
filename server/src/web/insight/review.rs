//! The review of a quarter: its packs, approving, and checking a file.

use app::insight::review as views;
use axum::{
    extract::{Extension, FromRequest, Multipart, Path, Request, State},
    response::Response,
};
use domain::{
    Field, Problem, Why,
    insight::pack_checks::{ApproveForm, CheckPage},
};
use leptos::prelude::*;
use serde::Serialize;
use service::pack::{self, Which, check, pages::Asked};

use crate::web::{
    AppState,
    context::Context,
    forms::{Pairs, TypedForm, done, refuse},
    pages::{Ask, Outcome, View, render, show},
};

/// What a page of a pack is asked for.
fn asked(ask: &Ask) -> Result<Asked<'_>, Problem> {
    Ok(Asked { which: Which::from_name(ask.here.query("version"))?, lang: ask.lang(), site: &ask.public_url })
}

/// The review of a quarter: the organisation's pack, or what of it belongs to a part.
pub(in crate::web) async fn page(ask: Ask) -> service::Result<View> {
    let quarter = ask.here.query("quarter");
    let (services, actor) = (&ask.services, ask.actor());
    if let Some(page) = pack::organisation_page(services, actor, quarter, asked(&ask)?).await? {
        let unprintable = unprintable(page.may_export, &page)?;
        return Ok(show(move || view! { <views::Organisation page unprintable/> }));
    }
    let page = service::review::page(services, actor, quarter).await?;
    Ok(show(move || view! { <views::Document page/> }))
}

/// The quarter in the address of a page below it.
pub(super) fn quarter_of(ask: &Ask) -> &str {
    ask.here.rest("/review/").split('/').next().unwrap_or_default()
}

/// A unit's pack of a quarter.
pub(in crate::web) async fn unit(ask: Ask) -> service::Result<View> {
    let unit = ask.last().parse().map_err(|_| Problem::NotFound)?;
    let page = pack::unit_page(&ask.services, ask.actor(), quarter_of(&ask), unit, asked(&ask)?).await?;
    let unprintable = unprintable(page.may_export, &page)?;
    Ok(show(move || view! { <views::Unit page unprintable/> }))
}

/// What the PDF of these pages cannot show as it was written, for whoever takes files out.
fn unprintable(may_export: bool, pages: &impl Serialize) -> service::Result<Vec<String>> {
    let found = if may_export { ::pack::unprintable(pages) } else { Ok(Vec::new()) };
    found.map_err(|error| service::Error::Internal(error.to_string()))
}

/// The sheet for a meeting about a unit's quarter.
pub(in crate::web) async fn meeting(ask: Ask) -> service::Result<View> {
    let unit = ask.here.rest("/review/").split('/').nth(2).and_then(|id| id.parse().ok());
    let unit = unit.ok_or(Problem::NotFound)?;
    let page = pack::dialogue_page(&ask.services, ask.actor(), quarter_of(&ask), unit, asked(&ask)?).await?;
    Ok(show(move || view! { <views::Dialogue page/> }))
}

/// The form for approving, where the one below the draft was refused.
pub(in crate::web) async fn approve_page(ask: Ask) -> service::Result<View> {
    let page = pack::approve_page(&ask.services, ask.actor(), quarter_of(&ask), ask.lang()).await?;
    Ok(show(move || view! { <views::Approve page/> }))
}

/// Approves a quarter as it was shown.
pub(in crate::web) async fn approve(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(quarter): Path<String>,
    TypedForm(request, pairs, form): TypedForm<ApproveForm>,
) -> Response {
    match pack::approve(&state.services, context.actor.as_ref(), &quarter, &form).await {
        // The quarter was understood, so it holds nothing but digits and a Q.
        Ok(version) => {
            done(&state, &format!("/review?quarter={quarter}&version={version}"), "review-done-approved")
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// The page on which a file is checked, and a document's id is looked up.
pub(in crate::web) async fn check_page(ask: Ask) -> service::Result<View> {
    let id = match ask.here.rest("/e/") {
        "" => ask.here.query("document").unwrap_or_default(),
        id => id,
    };
    let page = check::page(&ask.services, ask.actor(), id, ask.lang()).await?;
    Ok(show(move || view! { <views::Check page/> }))
}

/// Says whether a file was taken out here. It is hashed while it arrives and stored nowhere.
pub(in crate::web) async fn check_file(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let again = Request::from_parts(parts.clone(), axum::body::Body::empty());
    if let Err(error) = check::take_turn(&state.services, &context.address) {
        return refuse(&state, again, Pairs(Vec::new()), error.into_problem()).await;
    }
    let hash = match Multipart::from_request(Request::from_parts(parts, body), &()).await {
        Ok(multipart) => hash_of(multipart).await,
        Err(_) => Err(Problem::Unreadable),
    };
    let checked = match hash {
        Ok(hash) => check::check(&state.services, &hash, context.viewer.lang).await,
        Err(problem) => Err(problem.into()),
    };
    match checked {
        Ok(checked) => {
            let page = CheckPage { id: String::new(), document: None, taken: None, checked };
            render(&state, again, Outcome::Made(show(move || view! { <views::Check page/> }))).await
        }
        Err(error) => refuse(&state, again, Pairs(Vec::new()), error.into_problem()).await,
    }
}

/// SHA-256 of the form's file, or the one that was typed instead.
async fn hash_of(mut multipart: Multipart) -> Result<String, Problem> {
    let failed = |error: axum::extract::multipart::MultipartError| match error.status().as_u16() {
        413 => Problem::TooLarge,
        _ => Problem::Unreadable,
    };
    let mut typed = String::new();
    let mut of_file = None;
    while let Some(mut field) = multipart.next_field().await.map_err(failed)? {
        match field.name() {
            Some("file") => {
                let has_name = field.file_name().is_some_and(|name| !name.is_empty());
                let mut hash = check::FileHash::default();
                while let Some(piece) = field.chunk().await.map_err(failed)? {
                    hash.add(&piece);
                }
                of_file = has_name.then(|| hash.hex());
            }
            Some("sha256") => typed = field.text().await.map_err(failed)?,
            _ => {}
        }
    }
    match (of_file, typed.trim()) {
        (Some(hash), _) => Ok(hash),
        (None, "") => Err(Problem::invalid(Field::File, Why::Missing)),
        (None, typed) => check::hash_of(typed).ok_or(Problem::invalid(Field::Sha256, Why::Wrong)),
    }
}
