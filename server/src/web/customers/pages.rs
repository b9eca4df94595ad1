//! Pages about cases.

use app::customers::complaints;
use domain::{Problem, customers::complaint::CaseFilter};
use leptos::prelude::*;

use crate::web::pages::{Ask, View, show};

/// The list, like an inbox.
pub(in crate::web) async fn complaints(ask: Ask) -> service::Result<View> {
    let here = &ask.here;
    let day =
        |name: &str| here.query(name).map(|text| text.parse().map_err(|_| Problem::NotFound)).transpose();
    let filter = CaseFilter {
        show: here.query("show").unwrap_or_default().to_owned(),
        search: here.query("search").unwrap_or_default().to_owned(),
        page: here.query("page").and_then(|page| page.parse().ok()).unwrap_or(1),
        // An address that names no unit or no day at all is not the same as one that names none.
        unit: here.number("unit")?,
        from: day("from")?,
        to: day("to")?,
    };
    let shown = filter.clone();
    let list = service::complaints::list(&ask.services, ask.actor(), &filter).await?;
    Ok(show(move || view! { <complaints::ListPage list filter=shown/> }))
}

/// The 30-second form.
pub(in crate::web) async fn complaints_new(ask: Ask) -> service::Result<View> {
    let units = service::complaints::new_page(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <complaints::NewPage units/> }))
}

/// A case.
pub(in crate::web) async fn complaint(ask: Ask) -> service::Result<View> {
    let reference = ask.here.rest("/complaints/").to_owned();
    let page = service::complaints::page(&ask.services, ask.actor(), &reference).await?;
    Ok(show(move || view! { <complaints::CasePageView page/> }))
}
