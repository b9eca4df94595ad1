//! Files to take away: charts and the review.

use crate::web::context::Context;
use app::request::Here;
use axum::{
    extract::{Extension, Path, Request, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use domain::{Problem, exchange::import::ImportKind};
use service::{
    Services, accounts, actions,
    figures::{FileKind, trend_file},
    imports, link, mentions,
    overview::{self, drivers::drivers_file, sites::sites_file, workload::workload_file},
    pack::{
        self, Which,
        documents::{Format, Taken},
        pages::Asked,
    },
};

use super::{
    AppState,
    insight::{papers, queries},
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

/// `/review/2026Q4.pdf`, `.xlsx`, `.zip` and `.json`: the pack, but for the document of a unit where one is named.
pub(super) async fn review(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(file): Path<String>,
    Extension(here): Extension<Here>,
    request: Request,
) -> Response {
    if let Some(quarter) = file.strip_suffix(".pdf") {
        return papers::organisation(&state, &context, request, quarter, &here).await;
    }
    match taken(&state, &context, &file, &here).await {
        Ok((format, taken)) => attachment(format.content_type(), &taken.name, taken.bytes),
        Err(error) => render(&state, request, Outcome::Refused(error.into_problem())).await,
    }
}

/// A file of the review: of the organisation, or of the unit that the address names.
async fn taken(
    state: &AppState,
    context: &Context,
    file: &str,
    here: &Here,
) -> service::Result<(Format, Taken)> {
    let parts = file.rsplit_once('.');
    let parts = parts.and_then(|(quarter, ending)| Some((quarter, Format::from_name(ending)?)));
    let (quarter, format) = parts.ok_or(Problem::NotFound)?;
    let which = Which::from_name(here.query("version"))?;
    let asked = Asked { which, lang: context.viewer.lang, site: &state.public_url };
    let (actor, unit) = (context.actor.as_ref(), here.number("unit")?);
    let taken = pack::documents::file(&state.services, actor, quarter, unit, format, asked).await?;
    Ok((format, taken))
}

/// `/schemas/review-1.json`: what the pack's JSON is made of.
pub(super) async fn review_schema() -> Response {
    ([(header::CONTENT_TYPE, "application/schema+json")], service::pack::SCHEMA_FILE).into_response()
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
