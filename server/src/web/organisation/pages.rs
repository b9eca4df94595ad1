//! Pages about units, and the audit log.

use app::organisation::{audit, places, set_up, settings, unit, units};
use domain::{
    audit::{AuditFilter, Event},
    organisation::units::UnitFilter,
};
use leptos::prelude::*;

use crate::web::pages::{Ask, View, show};

/// One unit.
pub(in crate::web) async fn unit(ask: Ask) -> service::Result<View> {
    let id = ask.number_after("/units/")?;
    let page = service::organisation::pages::page(&ask.services, ask.actor(), id).await?;
    Ok(show(move || view! { <unit::OnePage page/> }))
}

/// Something that can be done to a unit.
pub(in crate::web) async fn unit_act(ask: Ask) -> service::Result<View> {
    let (id, act) = (ask.number_after("/units/")?, ask.last().to_owned());
    let page = service::organisation::pages::act_page(&ask.services, ask.actor(), id, &act).await?;
    Ok(show(move || view! { <unit::ActPage page/> }))
}

/// What is left to set up.
pub(in crate::web) async fn start(ask: Ask) -> service::Result<View> {
    let page = service::set_up::page(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <set_up::Page page/> }))
}

/// The settings.
pub(in crate::web) async fn settings(ask: Ask) -> service::Result<View> {
    let page = service::organisation::settings::page(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <settings::Page page/> }))
}

/// The tree.
pub(in crate::web) async fn units(ask: Ask) -> service::Result<View> {
    let here = &ask.here;
    let filter = UnitFilter {
        search: here.query("search").unwrap_or_default().to_owned(),
        closed: here.query("closed") == Some("1"),
    };
    let shown = filter.clone();
    let list = service::organisation::pages::list(&ask.services, ask.actor(), &filter).await?;
    Ok(show(move || view! { <units::ListPage list filter=shown/> }))
}

/// The form for a new unit.
pub(in crate::web) async fn units_new(ask: Ask) -> service::Result<View> {
    let page = service::organisation::pages::new_page(&ask.services, ask.actor()).await?;
    Ok(show(move || view! { <units::NewPage page/> }))
}

/// Units that fit what was asked for, for a page that is about one.
pub(in crate::web) async fn places(ask: Ask) -> service::Result<View> {
    let (to, asked) = (ask.here.query("to").unwrap_or_default(), ask.here.query("q").unwrap_or_default());
    let found = service::organisation::places::find(&ask.services, ask.actor(), to, asked).await?;
    Ok(show(move || view! { <places::PlacesPage found/> }))
}

/// The audit log.
pub(in crate::web) async fn audit(ask: Ask) -> service::Result<View> {
    let here = &ask.here;
    let filter = AuditFilter {
        event: here.word("event", Event::from_name)?,
        before: here.number("before")?.unwrap_or(0),
        check: here.query("check").is_some(),
    };
    let shown = filter.clone();
    let page = service::organisation::audit_page::list(&ask.services, ask.actor(), &filter).await?;
    Ok(show(move || view! { <audit::LogPage page filter=shown/> }))
}
