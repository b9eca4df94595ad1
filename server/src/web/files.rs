//! Files to take away: charts and the review.

use crate::web::context::Context;
use app::request::Here;
use axum::{
    extract::{Extension, Path, Query, Request, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use domain::{Problem, exchange::import::ImportKind};
use serde::Deserialize;
use service::{
    Services, accounts, actions,
    figures::{FileKind, trend_file},
    imports, link, mentions,
    overview::{self, drivers::drivers_file, sites::sites_file, workload::workload_file},
    pack::{self, Which},
    review::{self, Format},
};

use super::{
    AppState,
    insight::queries,
    pages::{Outcome, render},
};

/// `/charts/trend.svg`, `/charts/trend.png` and their siblings: what is on a page, as a file.
pub(super) async fn chart(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(file): Path<String>,
    Extension(here): Extension<Here>,
    request: Request,
) -> Response {
    match drawn(&state.services, &context, &file, &here).await {
        Ok((kind, bytes)) => attachment(kind.content_type(), &format!("trivsel-{file}"), bytes),
        Err(error) => render(&state, request, Outcome::Refused(error.into_problem())).await,
    }
}

/// A chart as a file, asked for as its page is.
async fn drawn(
    services: &Services,
    context: &Context,
    file: &str,
    here: &Here,
) -> service::Result<(FileKind, Vec<u8>)> {
    let parts = file.split_once('.').and_then(|(name, ending)| Some((name, FileKind::from_name(ending)?)));
    let (name, kind) = parts.ok_or(Problem::NotFound)?;
    let (actor, lang) = (context.actor.as_ref(), context.viewer.lang);
    let bytes = match name {
        "trend" => trend_file(services, actor, &queries::trend(here)?, lang, kind).await,
        "map" => overview::map_file(services, actor, &queries::map(here)?, lang, kind).await,
        "sites" => sites_file(services, actor, &queries::sites(here)?, lang, kind).await,
        "load" => workload_file(services, actor, &queries::load(here)?, lang, kind).await,
        "drivers" => drivers_file(services, actor, here.number("unit")?, lang, kind).await,
        "action" => {
            let action = here.number("action")?.ok_or(Problem::NotFound)?;
            actions::chart_file(services, actor, action, lang, kind).await
        }
        "link" | "lags" | "comparison" | "influence" => {
            link::chart_file(services, actor, &queries::link(here)?, name, lang, kind).await
        }
        _ => Err(Problem::NotFound.into()),
    }?;
    Ok((kind, bytes))
}

#[derive(Deserialize)]
pub(super) struct ReviewQuery {
    version: Option<String>,
}

/// `/review/2026Q4.csv`, `/review/2026Q4.xlsx` and `/review/2026Q4.json`.
pub(super) async fn review(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(file): Path<String>,
    Query(query): Query<ReviewQuery>,
    request: Request,
) -> Response {
    if let Some((quarter, format)) = file
        .rsplit_once('.')
        .and_then(|(quarter, ending)| Some((quarter, pack::documents::Format::from_name(ending)?)))
    {
        return review_pack(&state, &context, request, quarter, format, &query).await;
    }
    let parts =
        file.rsplit_once('.').and_then(|(quarter, ending)| Some((quarter, Format::from_name(ending)?)));
    let Some((quarter, format)) = parts else {
        return render(&state, request, Outcome::Refused(Problem::NotFound)).await;
    };
    let content_type = match format {
        Format::Csv => "text/csv; charset=utf-8",
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let lang = context.viewer.lang;
    match review::file(&state.services, context.actor.as_ref(), quarter, format, lang).await {
        Ok(bytes) => {
            // The quarter was understood, so it holds nothing but digits and a Q.
            let ending = if format == Format::Csv { "csv" } else { "xlsx" };
            attachment(content_type, &format!("trivsel-review-{quarter}.{ending}"), bytes)
        }
        Err(error) => render(&state, request, Outcome::Refused(error.into_problem())).await,
    }
}

/// A file of the organisation's pack.
async fn review_pack(
    state: &AppState,
    context: &Context,
    request: Request,
    quarter: &str,
    format: pack::documents::Format,
    query: &ReviewQuery,
) -> Response {
    let taken = match Which::from_name(query.version.as_deref()) {
        Ok(which) => {
            let (actor, lang) = (context.actor.as_ref(), context.viewer.lang);
            pack::documents::file(&state.services, actor, quarter, which, format, lang).await
        }
        Err(problem) => Err(problem.into()),
    };
    match taken {
        Ok(taken) => attachment(format.content_type(), &taken.name, taken.bytes),
        Err(error) => render(state, request, Outcome::Refused(error.into_problem())).await,
    }
}

/// `/account/my-data.json`.
pub(super) async fn my_data(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    request: Request,
) -> Response {
    let actor = context.actor.as_ref();
    let data = match mentions::own_data(&state.services, actor).await {
        Ok(said) => accounts::own_data(&state.services, actor, said).await,
        Err(error) => Err(error),
    };
    match data {
        Ok(bytes) => attachment("application/json", "trivsel-my-data.json", bytes),
        Err(error) => match error.into_problem() {
            // The page in front of the file asks for what is missing.
            Problem::ProofNeeded => Redirect::to("/account/my-data").into_response(),
            problem => render(&state, request, Outcome::Refused(problem)).await,
        },
    }
}

/// `/imports/template/units.csv` and those of the other kinds, in the reader's language.
pub(super) async fn import_template(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(file): Path<String>,
    request: Request,
) -> Response {
    let kind = file.strip_suffix(".csv").and_then(ImportKind::from_name);
    let bytes = kind
        .ok_or_else(|| Problem::NotFound.into())
        .and_then(|kind| imports::template(context.actor.as_ref(), kind, context.viewer.lang));
    match bytes {
        Ok(bytes) => attachment("text/csv; charset=utf-8", &format!("trivsel-{file}"), bytes),
        Err(error) => render(&state, request, Outcome::Refused(error.into_problem())).await,
    }
}

pub(super) fn attachment(content_type: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, content_type.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response()
}
