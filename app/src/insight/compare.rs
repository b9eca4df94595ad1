//! Pieces that the pages of units side by side share.

use domain::{insight::compare::Drawn, organisation::unit::UnitKind};
use leptos::prelude::*;

use crate::{parts::Plot, request::Words};

/// Choices of a view as links: address, words, and whether it is the one shown.
#[component]
pub(crate) fn ChoiceTabs(
    /// What is chosen.
    label: String,
    /// The choices.
    choices: Vec<(String, String, bool)>,
) -> impl IntoView {
    if choices.len() < 2 {
        return ().into_any();
    }
    let links: Vec<_> = choices
        .into_iter()
        .map(|(href, text, is_current)| view! { <a href=href aria-current=is_current.then_some("true")>{text}</a> })
        .collect();
    view! { <nav class="tabs" aria-label=label>{links}</nav> }.into_any()
}

/// Which level of units is shown.
#[component]
pub(crate) fn LevelTabs(
    /// Levels there are.
    offered: Vec<UnitKind>,
    /// Level shown.
    kind: Option<UnitKind>,
    /// Address to which the level's name is added.
    address: String,
) -> impl IntoView {
    let words = Words::find();
    let choices = offered.into_iter().map(|offer| {
        let text = words.tv("compare-kinds-title", &[("kind", offer.name().into())]);
        (format!("{address}&kind={}", offer.name()), text, Some(offer) == kind)
    });
    view! { <ChoiceTabs label=words.t("compare-level") choices=choices.collect()/> }
}

/// A chart with its sentence, and the links to take it out.
#[component]
pub(crate) fn ChartFigure(
    /// The chart.
    chart: Drawn,
    /// What is to be seen.
    sentence: String,
    /// Address of the files without their ending and query, and the query.
    file: (&'static str, String),
    /// Signs and what they mean.
    children: Children,
) -> impl IntoView {
    let words = Words::find();
    let (name, query) = file;
    let href = |ending: &str| format!("/charts/{name}.{ending}?{query}");
    view! {
        <figure>
            <figcaption class="sr">{sentence}</figcaption>
            <Plot svg=chart.wide narrow=chart.narrow/>
        </figure>
        <div class="under">
            {children()}
            <div class="tools">
                <a href="#table">{words.t("tools-table")}</a>
                <a href=href("svg") download>"SVG"</a>
                <a href=href("png") download>"PNG"</a>
            </div>
        </div>
    }
}

/// What has to be known to read a chart.
#[component]
pub(crate) fn Notes(
    /// One sentence or a few each.
    notes: Vec<String>,
) -> impl IntoView {
    let words = Words::find();
    if notes.is_empty() {
        return ().into_any();
    }
    let notes: Vec<_> = notes.into_iter().map(|note| view! { <p class="small">{note}</p> }).collect();
    view! { <section class="card"><h2>{words.t("link-how")}</h2>{notes}</section> }.into_any()
}
