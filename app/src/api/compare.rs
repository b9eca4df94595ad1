//! What the pages that lay units side by side read.

use domain::insight::compare::{DriversPage, LoadPage, LoadQuery, SitesPage, SitesQuery};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// Complaint rates of units in a funnel.
#[server(prefix = "/api", endpoint = "sites", input = GetUrl)]
pub async fn sites(query: SitesQuery) -> Result<SitesPage, AppError> {
    let context = crate::context::Context::here()?;
    let lang = context.viewer.lang;
    Ok(service::overview::sites::sites(&context.services, context.actor.as_ref(), &query, lang).await?)
}

/// Workload and complaints of units.
#[server(prefix = "/api", endpoint = "load", input = GetUrl)]
pub async fn load(query: LoadQuery) -> Result<LoadPage, AppError> {
    let context = crate::context::Context::here()?;
    let lang = context.viewer.lang;
    Ok(service::overview::load::load(&context.services, context.actor.as_ref(), &query, lang).await?)
}

/// Drivers of a unit, by gap times association.
#[server(prefix = "/api", endpoint = "drivers", input = GetUrl)]
pub async fn drivers(unit: Option<i64>) -> Result<DriversPage, AppError> {
    let context = crate::context::Context::here()?;
    let lang = context.viewer.lang;
    Ok(service::overview::drivers::drivers(&context.services, context.actor.as_ref(), unit, lang).await?)
}
