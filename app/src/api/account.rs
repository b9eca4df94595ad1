//! What the pages of the own account read.

use domain::people::account::{AccountPage, FactorPage, WelcomePage};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// The own account.
#[server(prefix = "/api", endpoint = "account", input = GetUrl)]
pub async fn page() -> Result<AccountPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::accounts::page(&context.services, context.actor.as_ref()).await?)
}

/// What an app needs for a second factor.
#[server(prefix = "/api", endpoint = "second-factor", input = GetUrl)]
pub async fn factor() -> Result<FactorPage, AppError> {
    use service::sign_in::second_factor::{keeper, set_up_page};
    let context = crate::context::Context::here()?;
    let keeper = keeper(context.actor.as_ref(), context.waiting.as_ref())?;
    Ok(set_up_page(&context.services, &keeper).await?)
}

/// Whom a link greets; nobody where a code is typed.
#[server(prefix = "/api", endpoint = "welcome", input = GetUrl)]
pub async fn welcome(by_code: bool) -> Result<WelcomePage, AppError> {
    let context = crate::context::Context::here()?;
    let link = context.link.as_ref().filter(|_| !by_code);
    Ok(service::accounts::links::welcome_page(&context.services, link).await?)
}
