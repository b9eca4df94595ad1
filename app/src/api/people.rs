//! What the pages about people read.

use domain::people::register::{
    CodesPage, NewPersonPage, PersonActPage, PersonFilter, PersonList, PersonPage,
};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// The list of people.
#[server(prefix = "/api", endpoint = "people", input = GetUrl)]
pub async fn list(filter: PersonFilter) -> Result<PersonList, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::people::list::list(&context.services, context.actor.as_ref(), &filter).await?)
}

/// Where a new person can belong.
#[server(prefix = "/api", endpoint = "new-person", input = GetUrl)]
pub async fn new_page() -> Result<NewPersonPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::people::pages::new_page(&context.services, context.actor.as_ref()).await?)
}

/// One person.
#[server(prefix = "/api", endpoint = "person", input = GetUrl)]
pub async fn page(id: i64) -> Result<PersonPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::people::pages::page(&context.services, context.actor.as_ref(), id).await?)
}

/// Something that can be done to a person.
#[server(prefix = "/api", endpoint = "act-on-person", input = GetUrl)]
pub async fn act(id: i64, act: String) -> Result<PersonActPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::people::pages::act_page(&context.services, context.actor.as_ref(), id, &act).await?)
}

/// Who waits for a code or an invitation.
#[server(prefix = "/api", endpoint = "codes", input = GetUrl)]
pub async fn codes() -> Result<CodesPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::people::codes::page(&context.services, context.actor.as_ref()).await?)
}
