//! The heat map: the units below one in rows, rounds in columns.

use domain::{
    UnitId,
    insight::map::{MapPage, Reach},
};
use leptos::prelude::*;

use super::trends::{WorseBelow, child};
use crate::{
    parts::{DataTable, PageTitle, Pager, Plot, TrendsTabs, UnitPath},
    request::{Words, encode},
};

#[component]
pub fn MapView(page: MapPage) -> impl IntoView {
    let words = Words::find();
    let (unit, name) = (page.place.unit.id, page.place.unit.name.clone());
    let rounds = page.reach.rounds();
    let query = format!("unit={unit}&measure={}&rounds={rounds}", encode(&page.measure));
    let file = |ending: &str| format!("/charts/map.{ending}?{query}&page={}", page.page);
    let keep = vec![("measure", page.measure.clone()), ("rounds", rounds.to_string())];
    let notes: Vec<_> =
        page.notes.into_iter().map(|note| view! { <p class="tiny muted">{note}</p> }).collect();
    let chart = match page.svg {
        Some(svg) => view! {
            <section class="card chart" aria-label=words.t("map-chart")>
                {page.narrow_note.map(|note| view! { <p class="tiny muted slim-only">{note}</p> })}
                <figure>
                    <figcaption class="sr">{page.headline.clone()} " " {page.lead.clone()}</figcaption>
                    <Plot svg narrow=page.svg_narrow.unwrap_or_default()/>
                </figure>
                <div class="under">
                    <div>{notes}</div>
                    <div class="tools">
                        <a href="#table">{words.t("tools-table")}</a>
                        <a href=file("svg") download>"SVG"</a>
                        <a href=file("png") download>"PNG"</a>
                    </div>
                </div>
                <DataTable columns=page.columns rows=page.rows caption=page.headline.clone() all_numbers=true/>
            </section>
        }
        .into_any(),
        None => view! {
            <div class="empty">
                <h2>{words.t("trends-empty-title")}</h2>
                <p>{words.t("map-empty-text")}</p>
            </div>
        }
        .into_any(),
    };
    view! {
        <PageTitle text=format!("{} · {name}", words.t("trends-tab-map"))/>
        <main class="wrap" id="main">
            <TrendsTabs unit/>
            <UnitPath place=page.place page="/trends/map" keep/>
            <p class="eyebrow">{name}</p>
            <h1>{page.headline} {child(words, &page.worse_below, page.worse_more)}</h1>
            <WorseBelow units=page.worse_below more=page.worse_more unit/>
            <p class="lead">{page.lead}</p>
            <div class="controls">
                <Measures offered=page.offered measure=page.measure.clone() unit rounds/>
                <Rounds reach=page.reach unit measure=page.measure/>
            </div>
            {chart}
            <Pager page=page.page pages=page.pages href=format!("/trends/map?{query}&page=")/>
        </main>
    }
}

#[component]
fn Measures(offered: Vec<(String, String)>, measure: String, unit: UnitId, rounds: usize) -> impl IntoView {
    let words = Words::find();
    let options: Vec<_> = offered
        .into_iter()
        .map(|(name, label)| {
            let is_shown = name == measure;
            view! { <option value=name selected=is_shown>{label}</option> }
        })
        .collect();
    (!options.is_empty()).then(|| {
        view! {
            <form class="picker" method="get" action="/trends/map">
                <input type="hidden" name="unit" value=unit.to_string()/>
                <input type="hidden" name="rounds" value=rounds.to_string()/>
                <label for="measure">{words.t("map-measure")}</label>
                <select id="measure" name="measure">{options}</select>
                <button class="btn quiet">{words.t("show")}</button>
            </form>
        }
    })
}

#[component]
fn Rounds(reach: Reach, unit: UnitId, measure: String) -> impl IntoView {
    let words = Words::find();
    let links: Vec<_> = Reach::ALL
        .into_iter()
        .map(|each| {
            let rounds = each.rounds();
            let href = format!("/trends/map?unit={unit}&measure={}&rounds={rounds}", encode(&measure));
            let current = (each == reach).then_some("true");
            view! { <a href=href aria-current=current>{words.tv("map-rounds", &[("rounds", rounds.into())])}</a> }
        })
        .collect();
    view! { <nav class="tabs" aria-label=words.t("map-reach")>{links}</nav> }
}
