//! Imports: upload, map columns, confirm, discard.

use crate::web::context::Context;
use axum::{
    extract::{Extension, FromRequest, Multipart, Path, Request, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Field, Problem, Why,
    exchange::import::{
        DateOrder, DecimalMark, ImportField, ImportKind, LONGEST_MISSING, Mapping, Reading, Separator,
        TotalRows,
    },
};
use service::imports::{
    undo,
    uploads::{self, Confirmation},
};

use crate::web::forms::{PageForm, Pairs, done, prove_first, refuse};
use crate::web::{
    AppState,
    pages::{led_to, page},
};

pub(in crate::web) async fn upload_import(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let again = Request::from_parts(parts.clone(), axum::body::Body::empty());
    // Before the file is received: an account has one of them in memory, however many it sends.
    let turn = match uploads::turn(&state.services.exchange, context.actor.as_ref()).await {
        Ok(turn) => turn,
        Err(error) => return refuse(&state, again, Pairs(Vec::new()), error.into_problem()).await,
    };
    let upload = match Multipart::from_request(Request::from_parts(parts, body), &()).await {
        Ok(multipart) => upload(multipart).await,
        Err(_) => Err(Problem::Unreadable),
    };
    let (kind, name, content) = match upload {
        Ok(upload) => upload,
        Err(problem) => return refuse(&state, again, Pairs(Vec::new()), problem).await,
    };
    match uploads::take_in(&state.services.exchange, context.actor.as_ref(), turn, kind, &name, content).await
    {
        Ok(id) => Redirect::to(&format!("/imports/{id}")).into_response(),
        Err(error) => refuse(&state, again, Pairs(Vec::new()), error.into_problem()).await,
    }
}

async fn upload(mut multipart: Multipart) -> Result<(ImportKind, String, Vec<u8>), Problem> {
    let mut kind = None;
    let mut file = None;
    // The only limit on a body is its size.
    let failed = |error: axum::extract::multipart::MultipartError| match error.status().as_u16() {
        413 => Problem::TooLarge,
        _ => Problem::Unreadable,
    };
    while let Some(mut field) = multipart.next_field().await.map_err(failed)? {
        match field.name() {
            Some("kind") => kind = ImportKind::from_name(&field.text().await.map_err(failed)?),
            Some("file") => {
                let name = field.file_name().unwrap_or_default().to_owned();
                let mut content = Vec::new();
                while let Some(chunk) = field.chunk().await.map_err(failed)? {
                    content.extend_from_slice(&chunk);
                }
                file = Some((name, content));
            }
            _ => {}
        }
    }
    let (name, content) =
        file.filter(|(name, _)| !name.is_empty()).ok_or(Problem::invalid(Field::File, Why::Missing))?;
    let kind = kind.ok_or(Problem::invalid(Field::File, Why::NotAChoice))?;
    Ok((kind, name, content))
}

pub(in crate::web) async fn remap_import(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<i64>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let all = ImportKind::ALL.into_iter().flat_map(|kind| kind.fields().iter().map(|(field, _)| *field));
    let mut places: Vec<(ImportField, usize)> = Vec::new();
    for field in all {
        if let Ok(place) = pairs.get(&format!("column-{}", field.name())).parse()
            && places.iter().all(|(known, _)| *known != field)
        {
            places.push((field, place));
        }
    }
    let Some(reading) = reading(&pairs) else {
        return to_import(&state, request, pairs, id, Err(Problem::Unreadable.into())).await;
    };
    let mapping = Mapping {
        columns: Vec::new(),
        reading,
        creates_units: pairs.get("creates_units") == "yes",
        is_complete: pairs.get("is_complete") == "yes",
    };
    let outcome =
        uploads::remap_by_place(&state.services.exchange, context.actor.as_ref(), id, places, mapping).await;
    to_import(&state, request, pairs, id, outcome).await
}

/// What was said about how the file is to be read; none where a word is no choice.
fn reading(pairs: &Pairs) -> Option<Reading> {
    fn chosen<T>(word: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
        if word.is_empty() { Some(None) } else { read(word).map(Some) }
    }
    Some(Reading {
        separator: chosen(pairs.get("separator"), Separator::from_name)?,
        decimal: chosen(pairs.get("decimal"), DecimalMark::from_name)?,
        dates: chosen(pairs.get("dates"), DateOrder::from_name)?,
        totals: chosen(pairs.get("totals"), TotalRows::from_name)?,
        missing: pairs.get("missing").chars().take(LONGEST_MISSING).collect(),
        sheet: chosen(pairs.get("sheet"), |name| Some(name.to_owned()))?,
    })
}

pub(in crate::web) async fn confirm_import(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<i64>,
    PageForm(mut request, pairs): PageForm,
) -> Response {
    let mut actor = context.actor.clone();
    if !(pairs.get("password").is_empty() && pairs.get("code").is_empty()) {
        match prove_first(&state, &mut request, &context, &pairs).await {
            Ok(proven) => actor = Some(proven),
            Err(problem) => return to_import(&state, request, pairs, id, Err(problem.into())).await,
        }
    }
    let confirmation = Confirmation { digest: pairs.take("digest"), is_sure: pairs.get("sure") == "yes" };
    let outcome = uploads::confirm(&state.services, actor.as_ref(), id, &confirmation).await;
    if outcome.is_ok() {
        // The jobs would find it at their next turn; nobody has to wait for that. Nothing but the import begins
        // here, and what reads the file does so on a thread of its own.
        let services = state.services.for_jobs();
        tokio::spawn(async move {
            if let Err(error) = uploads::run_queued(&services.exchange).await {
                tracing::error!(%error, "confirmed imports are tried again");
            }
        });
    }
    to_import(&state, request, pairs, id, outcome).await
}

pub(in crate::web) async fn discard_import(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<i64>,
    request: Request,
) -> Response {
    match uploads::discard(&state.services, context.actor.as_ref(), id).await {
        Ok(()) => Redirect::to("/imports").into_response(),
        error => to_import(&state, request, Pairs(Vec::new()), id, error).await,
    }
}

pub(in crate::web) async fn undo_import(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<i64>,
    request: Request,
) -> Response {
    match undo::undo(&state.services, context.actor.as_ref(), id).await {
        Ok(()) => done(&state, "/imports", "imports-undone"),
        error => to_import(&state, request, Pairs(Vec::new()), id, error).await,
    }
}

async fn to_import(
    state: &AppState,
    request: Request,
    pairs: Pairs,
    id: i64,
    outcome: service::Result<()>,
) -> Response {
    let page = format!("/imports/{id}");
    match outcome {
        Ok(()) => Redirect::to(&page).into_response(),
        Err(error) => {
            // The page to show again is the import's, whatever part of it was posted to.
            let request = led_to(request, page, page!(super::pages::import));
            refuse(state, request, pairs, error.into_problem()).await
        }
    }
}
