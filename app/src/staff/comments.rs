//! Comments of check-ins, for those who may read them.

use domain::{
    Period, Resolution, format,
    staff::comments::{AllComments, CommentPage, CommentRound},
};
use leptos::prelude::*;

use crate::{
    parts::{PageTitle, Pager, UnitChoice, UnitPath},
    request::{Words, encode},
};

/// A quarter's name.
fn name(words: Words, quarter: &str) -> String {
    Period::parse(quarter).map_or_else(|_| quarter.to_owned(), |period| format::period(words.0, period))
}

#[component]
pub fn Page(page: CommentPage) -> impl IntoView {
    let words = Words::find();
    let is_empty = page.rounds.is_empty();
    let rules = [("k", page.crowd.into()), ("authors", page.authors.into())];
    let title = words.tv("comments-title", &[("unit", page.place.unit.name.as_str().into())]);
    let lead = words.tv("comments-lead", &rules);
    let empty = is_empty.then(|| {
        view! {
            <div class="empty">
                <h2>{words.t("comments-empty-title")}</h2>
                <p>{words.tv("comments-empty-text", &rules)}</p>
            </div>
        }
    });
    let rounds: Vec<_> = page.rounds.iter().cloned().map(|round| view! { <Round round/> }).collect();
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap narrow" id="main">
            <UnitPath place=page.place.clone() page="/comments" keep=vec![("quarter", page.quarter.clone())]/>
            <p class="eyebrow">{name(words, &page.quarter)}</p>
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
            <Picker page/>
            <p><a href="/comments/all">{words.t("comments-all-link")}</a></p>
            {empty}
            {rounds}
        </main>
    }
}

#[component]
fn Picker(page: CommentPage) -> impl IntoView {
    let words = Words::find();
    let mut quarters = page.quarters;
    if !quarters.contains(&page.quarter) {
        quarters.insert(0, page.quarter.clone());
    }
    let quarters: Vec<_> = quarters
        .into_iter()
        .map(|quarter| {
            let label = name(words, &quarter);
            view! { <option value=quarter.clone() selected={quarter == page.quarter}>{label}</option> }
        })
        .collect();
    view! {
        <form class="picker" method="get" action="/comments">
            <label for="unit">{words.t("field-unit")}</label>
            <UnitChoice units=page.units chosen=page.place.unit.id/>
            <label for="quarter">{words.t("review-quarter")}</label>
            <select id="quarter" name="quarter">{quarters}</select>
            <button class="btn quiet">{words.t("show")}</button>
        </form>
    }
}

#[component]
fn Round(round: CommentRound) -> impl IntoView {
    let words = Words::find();
    let week = format::period(words.0, Period::containing(round.starts_on, Resolution::Week));
    let heading = words.tv("comments-round", &[("round", round.number.into()), ("period", week.into())]);
    let texts: Vec<_> = round.texts.into_iter().map(|text| view! { <li>{text}</li> }).collect();
    view! {
        <section class="comments">
            <h2>{heading}</h2>
            <ul>{texts}</ul>
        </section>
    }
}

/// All comments of a quarter, by the unit that shows them.
#[component]
pub fn All(page: AllComments) -> impl IntoView {
    let words = Words::find();
    let is_empty = page.units.is_empty();
    let rules = [("k", page.crowd.into()), ("authors", page.authors.into())];
    let quarter = name(words, &page.quarter);
    let title = words.t("comments-all-title");
    let counts = [("found", page.found.into()), ("units", page.found_units.into())];
    let found = (!is_empty).then(|| view! { <p role="status">{words.tv("comments-all-found", &counts)}</p> });
    let empty = is_empty.then(|| {
        let text = if page.search.trim().is_empty() {
            words.tv("comments-all-empty-text", &rules)
        } else {
            words.t("comments-all-none-text")
        };
        view! { <div class="empty" role="status"><h2>{words.t("comments-all-empty-title")}</h2><p>{text}</p></div> }
    });
    let mut quarters = page.quarters;
    if !quarters.contains(&page.quarter) {
        quarters.insert(0, page.quarter.clone());
    }
    let quarters: Vec<_> = quarters
        .into_iter()
        .map(|own| {
            let label = name(words, &own);
            view! { <option value=own.clone() selected={own == page.quarter}>{label}</option> }
        })
        .collect();
    let units: Vec<_> = page
        .units
        .into_iter()
        .map(|(unit, rounds)| {
            let rounds: Vec<_> = rounds.into_iter().map(|round| view! { <UnitRound round/> }).collect();
            view! { <section class="comments"><h2>{unit.name}</h2>{rounds}</section> }
        })
        .collect();
    let href = format!("/comments/all?quarter={}&search={}&page=", page.quarter, encode(&page.search));
    let (number, pages) = (page.page, page.pages);
    view! {
        <PageTitle text=format!("{title} · {quarter}")/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow">{quarter}</p>
            <h1>{title}</h1>
            <p class="lead">{words.tv("comments-lead", &rules)}</p>
            <p class="fine">{words.t("comments-all-export")}</p>
            <form class="picker" method="get" action="/comments/all" role="search">
                <label for="quarter">{words.t("review-quarter")}</label>
                <select id="quarter" name="quarter">{quarters}</select>
                <label for="search">{words.t("comments-all-search")}</label>
                <input id="search" name="search" type="search" maxlength="100" value=page.search autocomplete="off"/>
                <button class="btn quiet">{words.t("show")}</button>
            </form>
            {found}
            {empty}
            {units}
            <Pager page=number pages href/>
        </main>
    }
}

#[component]
fn UnitRound(round: CommentRound) -> impl IntoView {
    let words = Words::find();
    let week = format::period(words.0, Period::containing(round.starts_on, Resolution::Week));
    let heading = words.tv("comments-round", &[("round", round.number.into()), ("period", week.into())]);
    let texts: Vec<_> = round.texts.into_iter().map(|text| view! { <li>{text}</li> }).collect();
    view! { <h3>{heading}</h3> <ul>{texts}</ul> }
}
