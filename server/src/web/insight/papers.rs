//! Packs as PDF: loaded, set on a thread of their own, written down, sent.

use std::sync::Arc;

use app::request::Here;
use axum::{
    extract::{Extension, Path, Request, State},
    response::Response,
};
use domain::Problem;
use pack::About;
use service::pack::{
    Which,
    documents::Taken,
    pages::Asked,
    papers::{self, Pages, Paper},
};

use crate::web::{
    AppState,
    context::Context,
    files::attachment,
    pages::{Outcome, render},
    setting,
};

/// `/review/2026Q4.pdf`: the organisation's pack. `quarter` is what stands before the ending.
pub(in crate::web) async fn organisation(
    state: &AppState,
    context: &Context,
    request: Request,
    quarter: &str,
    here: &Here,
) -> Response {
    let paper = match asked(state, context, here) {
        Ok(asked) => papers::organisation(&state.services, context.actor.as_ref(), quarter, asked).await,
        Err(problem) => Err(problem.into()),
    };
    send(state, request, paper).await
}

/// `/review/2026Q4/unit/3/pack.pdf`: a unit's pack.
pub(in crate::web) async fn unit(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path((quarter, unit)): Path<(String, String)>,
    Extension(here): Extension<Here>,
    request: Request,
) -> Response {
    let unit = unit.parse().map_err(|_| Problem::NotFound);
    let paper = match unit.and_then(|unit| Ok((unit, asked(&state, &context, &here)?))) {
        Ok((unit, asked)) => {
            papers::unit(&state.services, context.actor.as_ref(), &quarter, unit, asked).await
        }
        Err(problem) => Err(problem.into()),
    };
    send(&state, request, paper).await
}

fn asked<'a>(state: &'a AppState, context: &Context, here: &Here) -> Result<Asked<'a>, Problem> {
    let which = Which::from_name(here.query("version"))?;
    Ok(Asked { which, lang: context.viewer.lang, site: &state.public_url })
}

async fn send(state: &AppState, request: Request, paper: service::Result<Paper>) -> Response {
    let taken = match paper {
        Ok(paper) => set(state, paper).await,
        Err(error) => Err(error),
    };
    match taken {
        Ok(taken) => attachment("application/pdf", &taken.name, taken.bytes),
        Err(error) => render(state, request, Outcome::Refused(error.into_problem())).await,
    }
}

async fn set(state: &AppState, paper: Paper) -> service::Result<Taken> {
    let paper = Arc::new(paper);
    let bytes = setting::set({
        let paper = paper.clone();
        move || made(&paper)
    })
    .await?;
    papers::taken(&state.services, &paper, bytes).await
}

/// The bytes of a document.
///
/// # Errors
/// When it cannot be set, which is a flaw of its template.
pub(super) fn made(paper: &Paper) -> Result<Vec<u8>, pack::PackError> {
    let about = About {
        lang: paper.lang,
        dated: paper.dated,
        id: &paper.id,
        model: &paper.model,
        model_hash: &paper.model_hash,
    };
    match &paper.pages {
        Pages::Organisation(page) => pack::organisation(page, &about),
        Pages::Unit(page) => pack::unit(page, &about),
    }
}
