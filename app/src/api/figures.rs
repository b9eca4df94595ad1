//! What the trends page and the team's page read.

use domain::{
    Resolution,
    insight::{
        figures::{TrendPage, TrendQuery},
        team::TeamPage,
    },
};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// A unit's trend with chart, table and link.
#[server(prefix = "/api", endpoint = "trend", input = GetUrl)]
pub async fn trend(query: TrendQuery) -> Result<TrendPage, AppError> {
    let context = crate::context::Context::here()?;
    let lang = context.viewer.lang;
    Ok(service::figures::trend(&context.services, context.actor.as_ref(), &query, lang).await?)
}

/// The newest figures of the person's own unit and of those above it.
#[server(prefix = "/api", endpoint = "team", input = GetUrl)]
pub async fn team() -> Result<TeamPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::figures::team(&context.services, context.actor.as_ref(), context.viewer.lang).await?)
}

/// The trend of the person's own unit, as its managers get it.
#[server(prefix = "/api", endpoint = "preview", input = GetUrl)]
pub async fn preview(resolution: Option<Resolution>) -> Result<TrendPage, AppError> {
    let context = crate::context::Context::here()?;
    let lang = context.viewer.lang;
    Ok(service::figures::preview(&context.services, context.actor.as_ref(), resolution, lang).await?)
}
