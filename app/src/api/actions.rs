//! What the pages about actions read.

use domain::insight::actions::{ActionFormPage, ActionPage, ActionsPage};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// What a unit tries and has tried.
#[server(prefix = "/api", endpoint = "actions", input = GetUrl)]
pub async fn list(unit: Option<i64>) -> Result<ActionsPage, AppError> {
    let context = crate::context::Context::here()?;
    let lang = context.viewer.lang;
    Ok(service::actions::list(&context.services, context.actor.as_ref(), unit, lang).await?)
}

/// What the form for a new action needs.
#[server(prefix = "/api", endpoint = "new-action", input = GetUrl)]
pub async fn new_page(unit: Option<i64>) -> Result<ActionFormPage, AppError> {
    let context = crate::context::Context::here()?;
    let lang = context.viewer.lang;
    Ok(service::actions::new_page(&context.services, context.actor.as_ref(), unit, lang).await?)
}

/// One action with its before and after.
#[server(prefix = "/api", endpoint = "action", input = GetUrl)]
pub async fn page(id: i64) -> Result<ActionPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::actions::page(&context.services, context.actor.as_ref(), id, context.viewer.lang).await?)
}

/// What the form for changing an action needs.
#[server(prefix = "/api", endpoint = "change-action", input = GetUrl)]
pub async fn edit_page(id: i64) -> Result<ActionFormPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::actions::edit_page(&context.services, context.actor.as_ref(), id, context.viewer.lang)
        .await?)
}
