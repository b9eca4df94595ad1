//! Files to take away: charts and the review.

use app::context::Context;
use axum::{
    extract::{Extension, Path, Query, Request, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use domain::{figures::TrendQuery, import::ImportKind, link::LinkQuery};
use serde::Deserialize;
use service::{
    accounts,
    figures::{FileKind, trend_file},
    imports, link,
    review::{self, Format},
};

use super::{
    AppState,
    pages::{Outcome, render},
};

#[derive(Deserialize)]
pub(super) struct ChartQuery {
    unit: Option<String>,
    resolution: Option<String>,
}

/// `/charts/trend.svg`, `/charts/trend.png` and their siblings: what is on a page, as a file.
pub(super) async fn chart(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(file): Path<String>,
    Query(query): Query<ChartQuery>,
    request: Request,
) -> Response {
    let parts = file.split_once('.').and_then(|(name, ending)| Some((name, FileKind::from_name(ending)?)));
    let Some((name, kind)) = parts else {
        return render(&state, request, Outcome::Refused(domain::Problem::NotFound)).await;
    };
    let query = TrendQuery {
        unit: query.unit.map(|id| id.parse().unwrap_or(-1)),
        resolution: query.resolution.and_then(|name| name.parse().ok()),
    };
    let (services, actor, lang) = (&state.services, context.actor.as_ref(), context.viewer.lang);
    let drawn = match name {
        "trend" => trend_file(services, actor, &query, lang, kind).await,
        "link" | "link-lags" | "link-between" | "link-teams" => {
            link::chart_file(services, actor, &LinkQuery { unit: query.unit }, name, lang, kind).await
        }
        _ => Err(domain::Problem::NotFound.into()),
    };
    match drawn {
        Ok(bytes) => attachment(kind.content_type(), &format!("trivsel-{file}"), bytes),
        Err(error) => render(&state, request, Outcome::Refused(error.into_problem())).await,
    }
}

/// `/review/2026Q4.csv` and `/review/2026Q4.xlsx`.
pub(super) async fn review(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(file): Path<String>,
    request: Request,
) -> Response {
    let parts =
        file.rsplit_once('.').and_then(|(quarter, ending)| Some((quarter, Format::from_name(ending)?)));
    let Some((quarter, format)) = parts else {
        return render(&state, request, Outcome::Refused(domain::Problem::NotFound)).await;
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

/// `/account/my-data.json`.
pub(super) async fn my_data(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    request: Request,
) -> Response {
    match accounts::own_data(&state.services, context.actor.as_ref()).await {
        Ok(bytes) => attachment("application/json", "trivsel-my-data.json", bytes),
        Err(error) => match error.into_problem() {
            // The page in front of the file asks for what is missing.
            domain::Problem::ProofNeeded => Redirect::to("/account/my-data").into_response(),
            problem => render(&state, request, Outcome::Refused(problem)).await,
        },
    }
}

/// `/imports/template/units.csv` and `/imports/template/people.csv`.
pub(super) async fn import_template(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(file): Path<String>,
    request: Request,
) -> Response {
    let kind = file.strip_suffix(".csv").and_then(ImportKind::from_name);
    let kind = kind.filter(|kind| kind.is_organisation());
    let bytes = kind
        .ok_or_else(|| domain::Problem::NotFound.into())
        .and_then(|kind| imports::organisation::template(context.actor.as_ref(), kind));
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
