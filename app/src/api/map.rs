//! What the heat map reads.

use domain::insight::map::{MapPage, MapQuery};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// A measure of the units below one, round by round.
#[server(prefix = "/api", endpoint = "map", input = GetUrl)]
pub async fn map(query: MapQuery) -> Result<MapPage, AppError> {
    let context = crate::context::Context::here()?;
    let lang = context.viewer.lang;
    Ok(service::overview::map(&context.services, context.actor.as_ref(), &query, lang).await?)
}
