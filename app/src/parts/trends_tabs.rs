//! Leads between the ways to look at a unit's trends.

use domain::UnitId;
use leptos::prelude::*;

use crate::request::{Here, Words};

/// Pages about trends, in the order a manager needs them.
const PAGES: [(&str, &str); 8] = [
    ("/trends", "trends-tab-trend"),
    ("/trends/teams", "trends-tab-teams"),
    ("/trends/map", "trends-tab-map"),
    ("/trends/drivers", "trends-tab-drivers"),
    ("/trends/load", "trends-tab-load"),
    ("/trends/sites", "trends-tab-sites"),
    ("/trends/link", "trends-tab-link"),
    ("/trends/notes", "trends-tab-notes"),
];

/// At the top of each page about trends. Keeps the unit that is looked at.
#[component]
pub fn TrendsTabs(
    /// The unit looked at.
    unit: UnitId,
) -> impl IntoView {
    let words = Words::find();
    let path = Here::find().path;
    let links: Vec<_> = PAGES
        .into_iter()
        .map(|(page, id)| {
            let current = (path == page).then_some("page");
            view! { <a href=format!("{page}?unit={unit}") aria-current=current>{words.t(id)}</a> }
        })
        .collect();
    view! { <nav class="tabs areas" aria-label=words.t("trends-tabs")>{links}</nav> }
}
