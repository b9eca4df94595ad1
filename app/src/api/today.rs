//! What the morning view reads.

use domain::insight::today::{TodayPage, TodayQuery};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// What is new since the person was last here.
#[server(prefix = "/api", endpoint = "today", input = GetUrl)]
pub async fn page(query: TodayQuery) -> Result<TodayPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::today::page(&context.services, context.actor.as_ref(), &query).await?)
}
