//! What the import pages read.

use domain::exchange::import::{ImportPage, ImportRow};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// Recent imports of the person.
#[server(prefix = "/api", endpoint = "imports", input = GetUrl)]
pub async fn list() -> Result<Vec<ImportRow>, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::imports::uploads::list(&context.services, context.actor.as_ref()).await?)
}

/// One import.
#[server(prefix = "/api", endpoint = "import", input = GetUrl)]
pub async fn page(id: i64) -> Result<ImportPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::imports::uploads::page(&context.services.exchange, context.actor.as_ref(), id).await?)
}
