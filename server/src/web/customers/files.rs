//! Files of a case: added, taken away, taken out.

use app::{customers::files as views, request::encode};
use axum::{
    extract::{Extension, FromRequest, Multipart, Path, Request, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Problem, customers::file::FileType};
use leptos::prelude::*;
use service::files;

use crate::web::{
    AppState,
    context::Context,
    forms::{PageForm, Pairs, done, refuse},
    pages::{Ask, Outcome, View, render, show},
};

/// The files of a case.
pub(in crate::web) async fn page(ask: Ask) -> service::Result<View> {
    let page = files::page(&ask.services, ask.actor(), ask.case_reference()).await?;
    Ok(show(move || view! { <views::FilesView page/> }))
}

pub(in crate::web) async fn add(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(reference): Path<String>,
    request: Request,
) -> Response {
    let (again, _, content) = upload(request).await;
    let added = match content {
        Ok(content) => files::add(&state.services, context.actor.as_ref(), &reference, content)
            .await
            .map_err(service::Error::into_problem),
        Err(problem) => Err(problem),
    };
    match added {
        Ok(()) => done(&state, &format!("/complaints/{}/files", encode(&reference)), "attachment-done-added"),
        Err(problem) => refuse(&state, again, Pairs(Vec::new()), problem).await,
    }
}

/// A form with a file: the request that its page needs to be shown again, the fields, and the bytes of the file. What the
/// file is called is not looked at.
pub(super) async fn upload(request: Request) -> (Request, Pairs, Result<Vec<u8>, Problem>) {
    let (parts, body) = request.into_parts();
    let again = Request::from_parts(parts.clone(), axum::body::Body::empty());
    let mut pairs = Pairs(Vec::new());
    let content = match Multipart::from_request(Request::from_parts(parts, body), &()).await {
        Ok(multipart) => fields(multipart, &mut pairs).await,
        Err(_) => Err(Problem::Unreadable),
    };
    (again, pairs, content)
}

async fn fields(mut multipart: Multipart, pairs: &mut Pairs) -> Result<Vec<u8>, Problem> {
    let failed = |error: axum::extract::multipart::MultipartError| match error.status().as_u16() {
        413 => Problem::TooLarge,
        _ => Problem::Unreadable,
    };
    let mut content = Vec::new();
    while let Some(field) = multipart.next_field().await.map_err(failed)? {
        match field.name() {
            Some("file") => content = field.bytes().await.map_err(failed)?.into(),
            Some(name) if pairs.0.len() < MOST_FIELDS => {
                let name = name.to_owned();
                pairs.0.push((name, field.text().await.map_err(failed)?));
            }
            _ => return Err(Problem::Unreadable),
        }
    }
    Ok(content)
}

/// Fields beside the file.
const MOST_FIELDS: usize = 10;

pub(in crate::web) async fn remove(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((reference, file)): Path<(String, String)>,
    PageForm(request, pairs): PageForm,
) -> Response {
    match files::remove(&state.services, context.actor.as_ref(), &reference, &file).await {
        Ok(()) => {
            done(&state, &format!("/complaints/{}/files", encode(&reference)), "attachment-done-removed")
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// What a file may do where it is opened: nothing.
const POLICY: &str = "sandbox; default-src 'none'";

pub(in crate::web) async fn take(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((reference, file)): Path<(String, String)>,
    request: Request,
) -> Response {
    match files::take(&state.services, context.actor.as_ref(), &reference, &file).await {
        Ok(taken) => {
            let how = if taken.kind == FileType::Pdf { "attachment" } else { "inline" };
            let headers = [
                (header::CONTENT_TYPE, taken.kind.content_type().to_owned()),
                (header::CONTENT_DISPOSITION, format!("{how}; filename=\"{}\"", taken.name)),
                (header::CONTENT_SECURITY_POLICY, POLICY.to_owned()),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
                (header::CACHE_CONTROL, "no-store".to_owned()),
            ];
            (headers, taken.content).into_response()
        }
        Err(error) => render(&state, request, Outcome::Refused(error.into_problem())).await,
    }
}
