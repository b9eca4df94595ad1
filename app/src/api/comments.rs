//! What the page of comments reads.

use domain::staff::comments::{CommentPage, CommentQuery};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// The comments that a unit shows in a quarter.
#[server(prefix = "/api", endpoint = "comments", input = GetUrl)]
pub async fn page(query: CommentQuery) -> Result<CommentPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::comments::page(&context.services, context.actor.as_ref(), &query).await?)
}
