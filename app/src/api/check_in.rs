//! What the check-in pages read.

use domain::staff::check_in::{CheckInPage, Receipt};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// The open round and its questions.
#[server(prefix = "/api", endpoint = "check-in", input = GetUrl)]
pub async fn page() -> Result<CheckInPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::rounds::check_in_page(&context.services, context.actor.as_ref()).await?)
}

/// What happens with an answer that was sent.
#[server(prefix = "/api", endpoint = "receipt", input = GetUrl)]
pub async fn receipt_page() -> Result<Receipt, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::rounds::receipt(&context.services, context.actor.as_ref()).await?)
}

/// The open round and its questions, for whoever follows a personal link.
#[server(prefix = "/api", endpoint = "check-in-link", input = GetUrl)]
pub async fn link_page() -> Result<CheckInPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::rounds::links::page(&context.services, context.pass.as_ref()).await?)
}

/// What happens with an answer that was sent through a personal link.
#[server(prefix = "/api", endpoint = "check-in-link-receipt", input = GetUrl)]
pub async fn link_receipt() -> Result<Receipt, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::rounds::links::receipt(&context.services, context.pass.as_ref()).await?)
}
