//! What the pages about notes read.

use domain::insight::notes::{NotePage, NotesPage};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// The notes of a unit and of those above it.
#[server(prefix = "/api", endpoint = "notes", input = GetUrl)]
pub async fn page(unit: Option<i64>) -> Result<NotesPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::notes::page(&context.services, context.actor.as_ref(), unit).await?)
}

/// What the form for a new note tells.
#[server(prefix = "/api", endpoint = "new-note", input = GetUrl)]
pub async fn new_page(unit: i64) -> Result<NotePage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::notes::new_page(&context.services, context.actor.as_ref(), unit).await?)
}

/// A note that is to be changed or removed.
#[server(prefix = "/api", endpoint = "act-on-note", input = GetUrl)]
pub async fn act(id: i64, act: String) -> Result<NotePage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::notes::act_page(&context.services, context.actor.as_ref(), id, &act).await?)
}
