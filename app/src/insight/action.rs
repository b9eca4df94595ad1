//! One action: what is tried, how it stood before and after, and its review.

use domain::{
    Field as FieldName, format,
    insight::actions::{ActionPage, ActionRow, ActionState, Effect, LONGEST_LEARNED},
};
use leptos::prelude::*;

use crate::insight::actions::{about, state_chip};
use crate::{
    parts::{Choices, DataTable, Done, ErrorSummary, Icon, IconName, LongForm, PageTitle, Plot, TextArea},
    request::Words,
};

#[component]
pub fn OnePage(page: ActionPage) -> impl IntoView {
    let words = Words::find();
    let row = page.row;
    let file = |ending: &str| format!("/charts/action.{ending}?action={}", row.id);
    let chart = match page.svg {
        Some((svg, narrow)) => view! {
            <figure>
                <figcaption class="small">{page.summary.clone()}</figcaption>
                <Plot svg narrow/>
            </figure>
            <div class="under">
                <ul class="legend">
                    {page.has_hidden.then(|| view! { <li><Icon name=IconName::Hidden/>{words.t("legend-hidden")}</li> })}
                </ul>
                <div class="tools">
                    <a href="#table">{words.t("tools-table")}</a>
                    <a href=file("svg") download>"SVG"</a>
                    <a href=file("png") download>"PNG"</a>
                </div>
            </div>
            <DataTable columns=page.columns rows=page.rows caption=row.unit.name.clone()/>
        }
        .into_any(),
        None => view! {
            <div class="empty">
                <h2>{words.t("trends-empty-title")}</h2>
                <p>{words.t("trends-empty-text")}</p>
            </div>
        }
        .into_any(),
    };
    let edit = page.may_change.then(|| {
        view! { <a class="btn quiet" href=format!("/actions/{}/edit", row.id)>{words.t("action-edit")}</a> }
    });
    let (title, line) = (row.tried.clone(), about(words, &row));
    let back = format!("/actions?unit={}", row.unit.id);
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap action" id="main">
            <p class="eyebrow"><a href=back>{words.t("nav-actions")}</a> " · " {row.unit.name.clone()}</p>
            <h1>{title}</h1>
            <p class="lead">{line}</p>
            <div class="row">{state_chip(words, &row)} {edit}</div>
            <Done family="action-done-"/>
            <ErrorSummary/>
            <div class="grid2">
                <section class="card chart" aria-label=words.t("action-chart")>{chart}</section>
                <aside class="stack">
                    <Effects effects=page.effects/>
                    <Review row may_change=page.may_change/>
                </aside>
            </div>
        </main>
    }
}

#[component]
fn Effects(effects: Vec<Effect>) -> impl IntoView {
    let words = Words::find();
    let is_told = effects.iter().any(|effect| effect.is_told);
    let parts: Vec<_> = effects
        .into_iter()
        .map(|effect| {
            let class = if effect.is_told { "small" } else { "small muted" };
            view! {
                <h3>{effect.label}</h3>
                <p class=class>{effect.sentence}</p>
                {effect.comparison.map(|text| view! { <p class="small">{text}</p> })}
                {effect.placebo.map(|text| view! { <p class="small">{text}</p> })}
                {effect.figures.map(|text| view! { <p class="tiny muted">{text}</p> })}
            }
        })
        .collect();
    view! {
        <section class="card effects">
            <h2>{words.t("action-effects")}</h2>
            {parts}
            {is_told.then(|| view! { <p class="tiny muted">{words.t("action-caution")}</p> })}
        </section>
    }
}

/// The review: what came of it or, while the action is open, the form for it.
#[component]
fn Review(row: ActionRow, may_change: bool) -> impl IntoView {
    let words = Words::find();
    if let Some(closed) = row.closed_on {
        let values = [("date", format::long_date(words.0, closed).into())];
        return view! {
            <section class="card">
                <h2>{words.t(&format!("action-state-{}", row.state.name()))}</h2>
                <p>{row.learned}</p>
                <p class="tiny muted">{words.tv("action-reviewed-on", &values)}</p>
            </section>
        }
        .into_any();
    }
    if !may_change {
        return ().into_any();
    }
    let outcomes = ActionState::REVIEWED
        .map(|state| (state.name(), words.t(&format!("action-outcome-{}", state.name()))));
    view! {
        <section class="card review-form">
            <h2>{words.t("action-review")}</h2>
            <p class="small muted">{words.t("action-review-text")}</p>
            <LongForm action=format!("/actions/{}", row.id)>
                <Choices field=FieldName::Outcome label=words.t("field-outcome") options=outcomes.to_vec()/>
                <TextArea field=FieldName::Learned label=words.t("field-learned") hint=words.t("action-learned-hint")
                    longest=LONGEST_LEARNED/>
                <button class="btn">{words.t("action-review-submit")}</button>
            </LongForm>
        </section>
    }
    .into_any()
}
