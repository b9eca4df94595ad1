//! What the pages of the shared tablet read.

use domain::staff::{check_in::CheckInPage, kiosk::CodesPage};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// The form for the code that was typed.
#[server(prefix = "/api", endpoint = "kiosk", input = GetUrl)]
pub async fn page() -> Result<CheckInPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::rounds::kiosk::page(&context.services.staff, context.pass.as_ref(), &context.address).await?)
}

/// The teams that answer by code.
#[server(prefix = "/api", endpoint = "kiosk-codes", input = GetUrl)]
pub async fn codes() -> Result<CodesPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::rounds::codes::page(&context.services, context.actor.as_ref()).await?)
}
