//! Pages about files from other systems.

use app::exchange::imports;
use leptos::prelude::*;

use crate::web::pages::{Ask, View, show};

/// Where imports start, and the recent ones.
pub(in crate::web) async fn imports(ask: Ask) -> service::Result<View> {
    let imports = service::imports::uploads::list(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <imports::ListPage imports/> }))
}

/// One import.
pub(in crate::web) async fn import(ask: Ask) -> service::Result<View> {
    let id = ask.number_after("/imports/")?;
    let page = service::imports::uploads::page(&ask.services.exchange, ask.actor(), id).await?;
    Ok(show(move || view! { <imports::OnePage page/> }))
}
