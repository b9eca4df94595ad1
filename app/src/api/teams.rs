//! What the list of teams reads.

use domain::insight::teams::{TeamsPage, TeamsQuery};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// The teams below a unit, as cards.
#[server(prefix = "/api", endpoint = "teams", input = GetUrl)]
pub async fn teams(query: TeamsQuery) -> Result<TeamsPage, AppError> {
    let context = crate::context::Context::here()?;
    let lang = context.viewer.lang;
    Ok(service::overview::teams(&context.services, context.actor.as_ref(), &query, lang).await?)
}
