//! What the pages about units read.

use domain::organisation::units::{NewUnitPage, UnitActPage, UnitFilter, UnitList, UnitPage};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// The tree of units.
#[server(prefix = "/api", endpoint = "units", input = GetUrl)]
pub async fn list(filter: UnitFilter) -> Result<UnitList, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::organisation::pages::list(&context.services, context.actor.as_ref(), &filter).await?)
}

/// What a new unit can hang below.
#[server(prefix = "/api", endpoint = "new-unit", input = GetUrl)]
pub async fn new_page() -> Result<NewUnitPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::organisation::pages::new_page(&context.services, context.actor.as_ref()).await?)
}

/// One unit.
#[server(prefix = "/api", endpoint = "unit", input = GetUrl)]
pub async fn page(id: i64) -> Result<UnitPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::organisation::pages::page(&context.services, context.actor.as_ref(), id).await?)
}

/// Something that can be done to a unit.
#[server(prefix = "/api", endpoint = "act-on-unit", input = GetUrl)]
pub async fn act(id: i64, act: String) -> Result<UnitActPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::organisation::pages::act_page(&context.services, context.actor.as_ref(), id, &act).await?)
}
