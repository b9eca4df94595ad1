//! What the review page reads.

use domain::insight::review::ReviewPage;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// A quarter's review; the newest without a quarter.
#[server(prefix = "/api", endpoint = "review", input = GetUrl)]
pub async fn page(quarter: Option<String>) -> Result<ReviewPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::review::page(&context.services, context.actor.as_ref(), quarter.as_deref()).await?)
}
