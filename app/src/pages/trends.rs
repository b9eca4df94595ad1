//! The manager's trends: the sentence first, then staff above and customers below, then the link.

use domain::{
    Resolution,
    figures::{Legend, LinkCard, TrendPage, TrendQuery},
};
use leptos::prelude::*;

use crate::{
    api,
    components::{DataTable, Icon, IconName, Load, PageTitle, Plot, TrendsTabs, UnitPath},
    request::{Here, Words},
};

/// Trends of a unit.
#[component]
pub(super) fn Trends() -> impl IntoView {
    let here = Here::find();
    let query = TrendQuery {
        // An address that names no unit at all is not the same as one that names none.
        unit: here.query("unit").map(|id| id.parse().unwrap_or(-1)),
        resolution: here.query("resolution").and_then(|name| name.parse().ok()),
    };
    view! { <Load data=api::figures::trend(query) show=|page| view! { <TrendsPage page/> }/> }
}

#[component]
fn TrendsPage(page: TrendPage) -> impl IntoView {
    let words = Words::find();
    let (unit, resolution) = (page.place.unit.id, page.resolution.name().to_owned());
    let place = page.place.clone();
    view! {
        <PageTitle text=format!("{} · {}", words.t("nav-trends"), page.place.unit.name)/>
        <main class="wrap" id="main">
            <TrendsTabs unit/>
            <UnitPath place page="/trends" keep=vec![("resolution", resolution)]/>
            <TrendsBody page address="/trends"/>
        </main>
    }
}

/// Everything on the page, for its own address and for the team's preview of it.
#[component]
pub(super) fn TrendsBody(
    /// The unit's trend.
    page: TrendPage,
    /// Where the choices on the page lead.
    address: &'static str,
) -> impl IntoView {
    let words = Words::find();
    let file = |ending: &str| {
        format!("/charts/trend.{ending}?unit={}&resolution={}", page.place.unit.id, page.resolution.name())
    };
    // To take a chart out is a matter of the page itself.
    let files = (address == "/trends").then(|| {
        view! {
            <a href=file("svg") download>"SVG"</a>
            <a href=file("png") download>"PNG"</a>
        }
    });
    let notes: Vec<_> =
        page.notes.iter().map(|note| view! { <p class="tiny muted">{note.clone()}</p> }).collect();
    let chart = match page.svg.clone() {
        Some(svg) => view! {
            <figure>
                <figcaption class="sr">{page.headline.clone()}</figcaption>
                <Plot svg narrow=page.svg_narrow.clone().unwrap_or_default()/>
            </figure>
            <div class="under">
                <LegendList legend=page.legend/>
                <div class="tools">
                    <a href="#table">{words.t("tools-table")}</a>
                    {files}
                </div>
            </div>
            {notes}
            <DataTable columns=page.columns.clone() rows=page.rows.clone() caption=page.place.unit.name.clone()/>
        }
        .into_any(),
        None => view! {
            <div class="empty">
                <h2>{words.t("trends-empty-title")}</h2>
                <p>{words.t("trends-empty-text")}</p>
            </div>
            {notes}
        }
        .into_any(),
    };
    view! {
        <p class="eyebrow">{page.eyebrow}</p>
        <h1>{page.headline.clone()}</h1>
        <p class="lead">{page.lead}</p>
        <div class="controls">
            <Tabs offered=page.offered unit=page.place.unit.id resolution=page.resolution address/>
        </div>
        <div class="grid2">
            <section class="card chart" aria-label=words.t("trends-chart")>{chart}</section>
            <aside class="stack"><Link link=page.link unit=page.place.unit.id/></aside>
        </div>
    }
}

#[component]
fn Tabs(offered: Vec<Resolution>, unit: i64, resolution: Resolution, address: &'static str) -> impl IntoView {
    let words = Words::find();
    let links: Vec<_> = offered
        .into_iter()
        .map(|offer| {
            let href = format!("{address}?unit={unit}&resolution={}", offer.name());
            let current = (offer == resolution).then_some("true");
            view! { <a href=href aria-current=current>{words.t(&format!("resolution-{}", offer.name()))}</a> }
        })
        .collect();
    view! { <nav class="tabs" aria-label=words.t("trends-resolution")>{links}</nav> }
}

#[component]
fn LegendList(legend: Legend) -> impl IntoView {
    let words = Words::find();
    let entry = |is_there: bool, name: IconName, id: &str| {
        is_there.then(|| view! { <li><Icon name/>{words.t(id)}</li> })
    };
    view! {
        <ul class="legend">
            {entry(legend.has_concern, IconName::Concern, "legend-concern")}
            {entry(legend.has_better, IconName::Better, "legend-better")}
            {entry(legend.has_hidden, IconName::Hidden, "legend-hidden")}
        </ul>
    }
}

#[component]
fn Link(link: LinkCard, unit: i64) -> impl IntoView {
    let words = Words::find();
    view! {
        <section class="card link">
            <h2>{words.t("link-title")}</h2>
            <p class="small">{link.sentence}</p>
            {link.svg.map(|svg| view! { <Plot svg/> })}
            {link.small_print.map(|text| view! { <p class="tiny muted">{text}</p> })}
            <p><a class="small" href=format!("/trends/link?unit={unit}")>{words.t("link-open")}</a></p>
            <p><a class="small" href="/help#link">{words.t("link-how")}</a></p>
        </section>
    }
}
