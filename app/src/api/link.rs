//! What the page about the link reads.

use domain::insight::link::{LinkPage, LinkQuery};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// What was worked out about a unit's link.
#[server(prefix = "/api", endpoint = "link", input = GetUrl)]
pub async fn link(query: LinkQuery) -> Result<LinkPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::link::page(&context.services, context.actor.as_ref(), &query, context.viewer.lang).await?)
}
