//! Choosing a unit by its name, for whichever page is about one.

use domain::organisation::places::FoundUnits;
use leptos::prelude::*;

use crate::{
    parts::PageTitle,
    request::{Here, Words, encode},
};

/// Where units are looked for.
pub(crate) const PATH: &str = "/places";

/// Names and values of an address that are not about the search itself.
fn kept(here: &Here) -> Vec<(String, String)> {
    here.query.iter().filter(|(name, _)| !matches!(name.as_str(), "to" | "q" | "unit")).cloned().collect()
}

/// The units that fit, each leading to the page that was looked at.
#[component]
pub fn PlacesPage(
    /// What was found.
    found: FoundUnits,
) -> impl IntoView {
    let words = Words::find();
    let here = Here::find();
    let (to, asked) =
        (here.query("to").unwrap_or_default().to_owned(), here.query("q").unwrap_or_default().to_owned());
    let kept = kept(&here);
    let more: String =
        kept.iter().map(|(name, value)| format!("&{}={}", encode(name), encode(value))).collect();
    let hidden: Vec<_> = kept
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    let (shown, total) = (found.units.len(), found.total);
    let count = match shown {
        0 => words.t("places-none"),
        _ if shown < total => words.tv("places-some", &[("shown", shown.into()), ("total", total.into())]),
        _ => words.tv("places-all", &[("total", total.into())]),
    };
    let units: Vec<_> = found
        .units
        .into_iter()
        .map(|found| {
            let above = found.above.join(", ");
            let kind = words.t(&format!("unit-kind-{}", found.unit.kind.name()));
            let note = if above.is_empty() { kind } else { format!("{kind} · {above}") };
            view! {
                <li>
                    <a href=format!("{to}?unit={}{more}", found.unit.id)>{found.unit.name}</a>
                    <span class="small muted">{note}</span>
                </li>
            }
        })
        .collect();
    view! {
        <PageTitle text=words.t("places-title")/>
        <main class="wrap narrow" id="main">
            <h1>{words.t("places-title")}</h1>
            <form class="search" role="search" method="get" action=PATH>
                <input type="hidden" name="to" value=to/>
                {hidden}
                <label class="sr" for="q">{words.t("places-search")}</label>
                <input id="q" type="search" name="q" value=asked autocomplete="off" maxlength="100" autofocus/>
                <button class="btn quiet">{words.t("places-find")}</button>
            </form>
            <p class="small muted" role="status">{count}</p>
            <ul class="places">{units}</ul>
        </main>
    }
}
