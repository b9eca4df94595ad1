//! What the pages about complaints read.

use domain::{
    customers::complaint::{CaseFilter, CaseList, CasePage},
    organisation::unit::UnitItem,
};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// The units the 30-second form offers.
#[server(prefix = "/api", endpoint = "complaint-units", input = GetUrl)]
pub async fn units() -> Result<Vec<UnitItem>, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::complaints::new_page(&context.services, context.actor.as_ref()).await?)
}

/// The list of cases.
#[server(prefix = "/api", endpoint = "cases", input = GetUrl)]
pub async fn list(filter: CaseFilter) -> Result<CaseList, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::complaints::list(&context.services, context.actor.as_ref(), &filter).await?)
}

/// One case.
#[server(prefix = "/api", endpoint = "case", input = GetUrl)]
pub async fn page(reference: String) -> Result<CasePage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::complaints::page(&context.services, context.actor.as_ref(), &reference).await?)
}
