//! All about the link: the sentence first, its picture, and what would change our mind; folded below, when, from
//! which comparison, whether it hangs on one team or helps to forecast, the other way round, and what it rests on.

use domain::{
    UnitId,
    insight::link::{Figure, LinkOutcome, LinkPage, Missing, OutcomeChoice, Section, Side, Table},
};
use leptos::prelude::*;

use crate::{
    parts::{DataTable, PageTitle, Plot, TrendsTabs, UnitPath},
    request::Words,
};

/// Paragraphs of the method for everybody, and for statisticians.
const METHOD: u8 = 5;
const EXPERT: u8 = 7;

#[component]
pub fn Page(page: LinkPage) -> impl IntoView {
    let words = Words::find();
    let (unit, outcome) = (page.place.unit.id, page.outcome);
    let title = format!("{} · {}", words.t("trends-tab-link"), page.place.unit.name);
    let query = address(unit, outcome);
    let part = |section| view! { <Part section query=query.clone()/> };
    let sections: Vec<_> = page.sections.into_iter().map(part).collect();
    let keep = (outcome != LinkOutcome::default()).then(|| vec![("outcome", outcome.name().to_owned())]);
    let eyebrow = (!page.eyebrow.is_empty()).then(|| view! { <p class="eyebrow">{page.eyebrow}</p> });
    view! {
        <PageTitle text=title/>
        <main class="wrap" id="main">
            <TrendsTabs unit/>
            <UnitPath place=page.place page="/trends/link" keep=keep.unwrap_or_default()/>
            <Outcomes choices=page.outcomes outcome unit/>
            {page.progress.map(|text| view! { <p class="notice" role="status">{text}</p> })}
            {eyebrow}
            <h1>{page.headline}</h1>
            <p class="lead">{page.lead}</p>
            {page.small_print.map(|text| view! { <p class="tiny muted link-print">{text}</p> })}
            <Gaps missing=page.missing/>
            <div class="stack link-parts">
                {sections}
                <Method/>
            </div>
        </main>
    }
}

/// The query that asks for this.
fn address(unit: UnitId, outcome: LinkOutcome) -> String {
    match outcome {
        LinkOutcome::Complaints => format!("unit={unit}"),
        other => format!("unit={unit}&outcome={}", other.name()),
    }
}

/// What else of the customers' can be looked for.
#[component]
fn Outcomes(choices: Vec<OutcomeChoice>, outcome: LinkOutcome, unit: UnitId) -> impl IntoView {
    let words = Words::find();
    let links: Vec<_> = choices
        .into_iter()
        .map(|choice| {
            let current = (choice.outcome == outcome).then_some("true");
            let href = format!("/trends/link?{}", address(unit, choice.outcome));
            view! { <a href=href aria-current=current>{choice.label}</a> }
        })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <div class="link-outcomes">
                <nav class="tabs" aria-label=words.t("link-outcomes")>{links}</nav>
                <p class="tiny muted">{words.t("link-outcomes-note")}</p>
            </div>
        }
    })
}

/// What is missing for more than this, each with what helps.
#[component]
fn Gaps(missing: Vec<Missing>) -> impl IntoView {
    let words = Words::find();
    let items: Vec<_> = missing
        .into_iter()
        .map(|Missing { what, remedy }| view! { <li><p>{what}</p><p class="muted">{remedy}</p></li> })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="card link-gaps" aria-labelledby="gaps">
                <h2 id="gaps">{words.t("link-missing-title")}</h2>
                <ul>{items}</ul>
            </section>
        }
    })
}

#[component]
fn Part(section: Section, query: String) -> impl IntoView {
    let heading = format!("{}-title", section.id);
    let labelled = heading.clone();
    let text: Vec<_> = section.text.into_iter().map(|text| view! { <p>{text}</p> }).collect();
    let sides: Vec<_> = section
        .sides
        .into_iter()
        .map(|Side { title, value, text }| {
            view! { <div class="link-side"><h3>{title}</h3><p class="link-value num">{value}</p><p>{text}</p></div> }
        })
        .collect();
    let sides = (!sides.is_empty()).then(|| view! { <div class="link-sides">{sides}</div> });
    let id = section.id;
    let table = section.table.map(|table| {
        let Table { caption, columns, rows } = table;
        let id = format!("{id}-table");
        view! { <DataTable columns rows caption id all_numbers=true/> }
    });
    let title = view! {
        <h2 id=heading>
            {section.title}
            {section.badge.map(|badge| view! { " " <span class="chip ok">{badge}</span> })}
        </h2>
    };
    let body = view! {
        {text}
        {sides}
        {section.figure.map(|figure| view! { <Drawing figure query=query.clone() id=id.clone()/> })}
        {table}
    };
    let body = match section.is_folded {
        true => view! { <details class="fold"><summary>{title}</summary>{body}</details> }.into_any(),
        false => view! { {title} {body} }.into_any(),
    };
    view! { <section class="card link-part" id=id.clone() aria-labelledby=labelled>{body}</section> }
}

/// A chart with its sentence, its files and its numbers.
#[component]
fn Drawing(figure: Figure, query: String, id: String) -> impl IntoView {
    let words = Words::find();
    let Figure { sentence, file, svg, svg_narrow, table: Table { caption, columns, rows } } = figure;
    let address = |ending: &str| format!("/charts/{file}.{ending}?{query}");
    let id = format!("{id}-table");
    let to_table = format!("#{id}");
    view! {
        <figure>
            <figcaption><p>{sentence}</p></figcaption>
            <Plot svg narrow=svg_narrow/>
        </figure>
        <div class="tools">
            <a href=to_table>{words.t("tools-table")}</a>
            <a href=address("svg") download>"SVG"</a>
            <a href=address("png") download>"PNG"</a>
        </div>
        <DataTable columns rows caption id all_numbers=true/>
    }
}

#[component]
fn Method() -> impl IntoView {
    let words = Words::find();
    let plain: Vec<_> =
        (1..=METHOD).map(|n| view! { <p>{words.t(&format!("link-method-{n}"))}</p> }).collect();
    let expert: Vec<_> =
        (1..=EXPERT).map(|n| view! { <li>{words.t(&format!("link-expert-{n}"))}</li> }).collect();
    view! {
        <section class="card link-part" id="method" aria-labelledby="method-title">
            <details class="fold">
                <summary><h2 id="method-title">{words.t("link-method-title")}</h2></summary>
                {plain}
                <details>
                    <summary>{words.t("link-expert-title")}</summary>
                    <ul>{expert}</ul>
                </details>
            </details>
            <p><a href="/help#link">{words.t("link-how")}</a></p>
        </section>
    }
}
