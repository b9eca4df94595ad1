//! What the pages about privacy read.

use domain::staff::privacy::{PrivacyPage, StoredPage};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// The rules of the release.
#[server(prefix = "/api", endpoint = "privacy", input = GetUrl)]
pub async fn page() -> Result<PrivacyPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::privacy::page(&context.services, context.actor.as_ref()).await?)
}

/// What is stored.
#[server(prefix = "/api", endpoint = "stored", input = GetUrl)]
pub async fn stored() -> Result<StoredPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::privacy::stored(&context.services.staff, context.actor.is_some()).await?)
}
