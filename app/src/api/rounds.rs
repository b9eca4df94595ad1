//! What the pages about rounds read.

use domain::staff::rounds::{CalendarPage, NewRoundPage, RoundPage};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// The calendar of rounds.
#[server(prefix = "/api", endpoint = "rounds", input = GetUrl)]
pub async fn calendar() -> Result<CalendarPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::rounds::calendar::calendar(&context.services, context.actor.as_ref()).await?)
}

/// What a new round needs.
#[server(prefix = "/api", endpoint = "new-round", input = GetUrl)]
pub async fn new_page() -> Result<NewRoundPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::rounds::calendar::new_page(&context.services, context.actor.as_ref()).await?)
}

/// One round.
#[server(prefix = "/api", endpoint = "round", input = GetUrl)]
pub async fn page(number: i64) -> Result<RoundPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::rounds::calendar::page(&context.services, context.actor.as_ref(), number).await?)
}

/// Something that can be done to a round.
#[server(prefix = "/api", endpoint = "act-on-round", input = GetUrl)]
pub async fn act(number: i64, act: String) -> Result<RoundPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::rounds::calendar::act_page(&context.services, context.actor.as_ref(), number, &act).await?)
}
