//! Comments of check-ins, for those who may read them.

use domain::{
    Period, Resolution, format,
    staff::comments::{CommentPage, CommentRound},
};
use leptos::prelude::*;

use crate::{
    parts::{PageTitle, UnitChoice},
    request::Words,
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
    let title = words.tv("comments-title", &[("unit", page.unit.name.as_str().into())]);
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
            <p class="eyebrow">{name(words, &page.quarter)}</p>
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
            <Picker page/>
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
            <UnitChoice units=page.units chosen=page.unit.id/>
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
