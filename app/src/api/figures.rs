//! What the trends page reads.

use domain::figures::{TrendPage, TrendQuery};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// A unit's trend with chart, table and link.
#[server(prefix = "/api", endpoint = "trend", input = GetUrl)]
pub async fn trend(query: TrendQuery) -> Result<TrendPage, AppError> {
    let context = crate::context::Context::here()?;
    let lang = context.viewer.lang;
    Ok(service::figures::trend(&context.services, context.actor.as_ref(), &query, lang).await?)
}
