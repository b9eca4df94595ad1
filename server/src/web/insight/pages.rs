//! Pages that show figures of staff and customers together.

use app::insight::{
    action, actions, competitors, drivers, link, map, matter, notes, preview, sites, team, teams, today,
    trends, workload,
};
use domain::{
    Problem,
    insight::{actions::Driver, notes::NoteAct, signal::SignalMeasure},
};
use leptos::prelude::*;

use super::queries;
use crate::web::pages::{Ask, View, show};

/// One action.
pub(in crate::web) async fn action(ask: Ask) -> service::Result<View> {
    let id = ask.number_after("/actions/")?;
    let page = service::actions::page(&ask.services, ask.actor(), id, ask.lang()).await?;
    Ok(show(move || view! { <action::OnePage page/> }))
}

/// Actions of a unit.
pub(in crate::web) async fn actions(ask: Ask) -> service::Result<View> {
    let unit = ask.here.number("unit")?;
    let page = service::actions::list(&ask.services, ask.actor(), unit, ask.lang()).await?;
    Ok(show(move || view! { <actions::ListPage page/> }))
}

/// The form for a new action.
pub(in crate::web) async fn actions_new(ask: Ask) -> service::Result<View> {
    let unit = ask.here.number("unit")?;
    let driver = ask.here.word("driver", Driver::from_name)?;
    let page = service::actions::new_page(&ask.services, ask.actor(), unit, driver, ask.lang()).await?;
    Ok(show(move || view! { <actions::FormPage page/> }))
}

/// The form for changing an open action.
pub(in crate::web) async fn action_edit(ask: Ask) -> service::Result<View> {
    let id = ask.number_after("/actions/")?;
    let page = service::actions::edit_page(&ask.services, ask.actor(), id, ask.lang()).await?;
    Ok(show(move || view! { <actions::FormPage page/> }))
}

/// Drivers of a unit.
pub(in crate::web) async fn trends_drivers(ask: Ask) -> service::Result<View> {
    let unit = ask.here.number("unit")?;
    let page = service::overview::drivers::drivers(&ask.services, ask.actor(), unit, ask.lang()).await?;
    Ok(show(move || view! { <drivers::Page page/> }))
}

/// Workload and complaints of units.
pub(in crate::web) async fn trends_load(ask: Ask) -> service::Result<View> {
    let query = queries::load(&ask.here)?;
    let page = service::overview::workload::workload(&ask.services, ask.actor(), &query, ask.lang()).await?;
    Ok(show(move || view! { <workload::Page page/> }))
}

/// A measure of the units below one, round by round.
pub(in crate::web) async fn trends_map(ask: Ask) -> service::Result<View> {
    let query = queries::map(&ask.here)?;
    let page = service::overview::map(&ask.services, ask.actor(), &query, ask.lang()).await?;
    Ok(show(move || view! { <map::MapView page/> }))
}

/// The notes of a unit.
pub(in crate::web) async fn trends_notes(ask: Ask) -> service::Result<View> {
    let unit = ask.here.number("unit")?;
    let page = service::notes::page(&ask.services, ask.actor(), unit).await?;
    Ok(show(move || view! { <notes::ListPage page/> }))
}

/// Ours beside theirs, by topic and over time.
pub(in crate::web) async fn competitors(ask: Ask) -> service::Result<View> {
    let unit = ask.here.number("unit")?;
    let page = service::competitors::page(&ask.services, ask.actor(), unit).await?;
    Ok(show(move || view! { <competitors::CompetitorsView page/> }))
}

/// The form for a new note.
pub(in crate::web) async fn trends_notes_new(ask: Ask) -> service::Result<View> {
    let unit = ask.here.number("unit")?.ok_or(Problem::NotFound)?;
    let page = service::notes::new_page(&ask.services, ask.actor(), unit).await?;
    Ok(show(move || view! { <notes::NewPage page/> }))
}

/// Changing a note, or the question before it is removed.
pub(in crate::web) async fn trends_note_act(ask: Ask) -> service::Result<View> {
    let (id, name) = (ask.number_after("/trends/notes/")?, ask.last());
    let deed = NoteAct::from_name(name).ok_or(Problem::NotFound)?;
    let page = service::notes::act_page(&ask.services, ask.actor(), id, name).await?;
    Ok(show(move || view! { <notes::ActPage page id act=deed/> }))
}

/// The manager's page, as a picture of itself.
pub(in crate::web) async fn team_preview(ask: Ask) -> service::Result<View> {
    let resolution = ask.here.word("resolution", |name| name.parse().ok())?;
    let page = service::figures::preview(&ask.services, ask.actor(), resolution, ask.lang()).await?;
    Ok(show(move || view! { <preview::Framed page/> }))
}

/// Complaint rates of units in a funnel.
pub(in crate::web) async fn trends_sites(ask: Ask) -> service::Result<View> {
    let query = queries::sites(&ask.here)?;
    let page = service::overview::sites::sites(&ask.services, ask.actor(), &query, ask.lang()).await?;
    Ok(show(move || view! { <sites::Page page/> }))
}

/// The team's page.
pub(in crate::web) async fn team(ask: Ask) -> service::Result<View> {
    let page = service::figures::team(&ask.services, ask.actor(), ask.lang()).await?;
    Ok(show(move || view! { <team::Page page/> }))
}

/// The teams below a unit.
pub(in crate::web) async fn trends_teams(ask: Ask) -> service::Result<View> {
    let query = queries::teams(&ask.here)?;
    let asked = query.clone();
    let page = service::overview::teams(&ask.services, ask.actor(), &query, ask.lang()).await?;
    Ok(show(move || view! { <teams::TeamsView page asked/> }))
}

/// What is new.
pub(in crate::web) async fn today(ask: Ask) -> service::Result<View> {
    let query = queries::today(&ask.here)?;
    let page = service::today::page(&ask.services, ask.actor(), &query).await?;
    Ok(show(move || view! { <today::Page page/> }))
}

/// What was seen of a matter, and putting it aside.
pub(in crate::web) async fn matter(ask: Ask) -> service::Result<View> {
    let (unit, topic) = (ask.number_after("/today/")?, ask.last());
    let topic = SignalMeasure::from_name(topic).ok_or(Problem::NotFound)?;
    let page = service::matters::page(&ask.services, ask.actor(), unit, topic).await?;
    Ok(show(move || view! { <matter::Page page/> }))
}

/// Trends of a unit.
pub(in crate::web) async fn trends(ask: Ask) -> service::Result<View> {
    let query = queries::trend(&ask.here)?;
    let page = service::figures::trend(&ask.services, ask.actor(), &query, ask.lang()).await?;
    Ok(show(move || view! { <trends::TrendsPage page/> }))
}

/// The link of a unit.
pub(in crate::web) async fn trends_link(ask: Ask) -> service::Result<View> {
    let query = queries::link(&ask.here)?;
    let page = service::link::page(&ask.services, ask.actor(), &query, ask.lang()).await?;
    Ok(show(move || view! { <link::Page page/> }))
}
