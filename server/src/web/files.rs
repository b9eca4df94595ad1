//! Files to take away: charts and the review.

use crate::web::context::Context;
use axum::{
    extract::{Extension, Path, Query, Request, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    exchange::import::ImportKind,
    insight::{
        compare::{LoadQuery, SitesQuery, Stretch},
        figures::TrendQuery,
        link::LinkQuery,
        map::{MapQuery, Reach},
    },
    organisation::unit::UnitKind,
};
use serde::Deserialize;
use service::{
    accounts, actions,
    figures::{FileKind, trend_file},
    imports, link, mentions,
    overview::{self, drivers::drivers_file, sites::sites_file, workload::workload_file},
    pack::{self, Which},
    review::{self, Format},
};

use super::{
    AppState, insight,
    pages::{Outcome, render},
};

#[derive(Deserialize)]
pub(super) struct ChartQuery {
    unit: Option<String>,
    resolution: Option<String>,
    measure: Option<String>,
    rounds: Option<String>,
    page: Option<String>,
    kind: Option<String>,
    stretch: Option<String>,
    action: Option<String>,
    /// Names of staff measures, with commas between them.
    measures: Option<String>,
}

/// What the page of the same name was asked for.
impl ChartQuery {
    /// An address that names no unit at all is not the same as one that names none.
    fn unit(&self) -> Option<i64> {
        self.unit.as_ref().map(|id| id.parse().unwrap_or(-1))
    }

    /// No action has this number, so an address without one finds nothing.
    fn action(&self) -> i64 {
        self.action.as_deref().and_then(|id| id.parse().ok()).unwrap_or(-1)
    }

    fn level(&self) -> Option<UnitKind> {
        self.kind.as_deref().and_then(UnitKind::from_name)
    }

    fn trend(&self) -> TrendQuery {
        let resolution = self.resolution.as_ref().and_then(|name| name.parse().ok());
        let measures = self.measures.iter().flat_map(|names| names.split(',')).map(str::to_owned).collect();
        TrendQuery { unit: self.unit(), resolution, measures }
    }

    fn map(&self) -> MapQuery {
        MapQuery {
            unit: self.unit(),
            measure: self.measure.clone().unwrap_or_default(),
            reach: self.rounds.as_deref().and_then(Reach::from_name).unwrap_or_default(),
            page: self.page.as_ref().and_then(|page| page.parse().ok()).unwrap_or(1),
        }
    }

    fn sites(&self) -> SitesQuery {
        let stretch = self.stretch.as_deref().and_then(Stretch::from_name).unwrap_or_default();
        SitesQuery { unit: self.unit(), kind: self.level(), stretch }
    }

    fn workload(&self) -> LoadQuery {
        let rounds = self.rounds.as_ref().and_then(|rounds| rounds.parse().ok());
        LoadQuery { unit: self.unit(), kind: self.level(), rounds }
    }
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
    let (services, actor, lang) = (&state.services, context.actor.as_ref(), context.viewer.lang);
    let drawn = match name {
        "trend" => trend_file(services, actor, &query.trend(), lang, kind).await,
        "map" => overview::map_file(services, actor, &query.map(), lang, kind).await,
        "sites" => sites_file(services, actor, &query.sites(), lang, kind).await,
        "load" => workload_file(services, actor, &query.workload(), lang, kind).await,
        "drivers" => drivers_file(services, actor, query.unit(), lang, kind).await,
        "action" => actions::chart_file(services, actor, query.action(), lang, kind).await,
        "link" | "lags" | "comparison" | "influence" => {
            link::chart_file(services, actor, &LinkQuery { unit: query.unit() }, name, lang, kind).await
        }
        _ => Err(domain::Problem::NotFound.into()),
    };
    match drawn {
        Ok(bytes) => attachment(kind.content_type(), &format!("trivsel-{file}"), bytes),
        Err(error) => render(&state, request, Outcome::Refused(error.into_problem())).await,
    }
}

#[derive(Deserialize)]
pub(super) struct ReviewQuery {
    pub(super) version: Option<String>,
}

/// `/review/2026Q4.pdf`, `/review/2026Q4.csv`, `/review/2026Q4.xlsx` and `/review/2026Q4.json`.
pub(super) async fn review(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(file): Path<String>,
    Query(query): Query<ReviewQuery>,
    request: Request,
) -> Response {
    if let Some(quarter) = file.strip_suffix(".pdf") {
        return insight::papers::organisation(&state, &context, request, quarter, &query).await;
    }
    if let Some((quarter, format)) = file
        .rsplit_once('.')
        .and_then(|(quarter, ending)| Some((quarter, pack::documents::Format::from_name(ending)?)))
    {
        return review_pack(&state, &context, request, quarter, format, &query).await;
    }
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
            domain::Problem::ProofNeeded => Redirect::to("/account/my-data").into_response(),
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
        .ok_or_else(|| domain::Problem::NotFound.into())
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
