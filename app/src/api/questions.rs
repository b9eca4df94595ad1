//! What the pages about questions read.

use domain::staff::own_items::{OwnItemActPage, QuestionsPage};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// The bank and the organisation's own statements.
#[server(prefix = "/api", endpoint = "questions", input = GetUrl)]
pub async fn page() -> Result<QuestionsPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::rounds::own_items::page(&context.services, context.actor.as_ref()).await?)
}

/// What the form for a new statement tells.
#[server(prefix = "/api", endpoint = "new-question", input = GetUrl)]
pub async fn new_page() -> Result<QuestionsPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::rounds::own_items::new_page(&context.services, context.actor.as_ref()).await?)
}

/// Something that can be done to a statement.
#[server(prefix = "/api", endpoint = "act-on-question", input = GetUrl)]
pub async fn act(id: i64, act: String) -> Result<OwnItemActPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::rounds::own_items::act_page(&context.services, context.actor.as_ref(), id, &act).await?)
}
