//! How customers' cases went: praise beside complaints, promises kept, apologies, what came of them.

use domain::{
    Right,
    customers::{
        mention::MentionCounts,
        quality::{FEWEST, QualityPage, Share},
    },
    format,
};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{case::kroner, tabs::CasesTabs, wording::working_time};
use crate::{
    parts::UnitPath,
    request::{Words, viewer},
};

#[component]
pub fn QualityPageView(page: QualityPage) -> impl IntoView {
    let words = Words::find();
    let days = words.tv(
        "quality-days",
        &[
            ("from", format::short_date(words.0, page.from).into()),
            ("to", format::short_date(words.0, page.to).into()),
        ],
    );
    let open: i64 = page.open.iter().map(|(_, n)| n).sum();
    let answered: i64 = page.outcomes.iter().map(|(_, n)| n).sum();
    let line =
        |label: String, value: AnyView| view! { <div class="kv"><dt>{label}</dt><dd>{value}</dd></div> };
    let count = |n: i64| format::number(words.0, n as f64, 0).into_any();
    let stages: Vec<_> =
        page.open.iter().map(|(stage, n)| line(words.t(stage.text_id()), count(*n))).collect();
    let kept: Vec<_> =
        page.kept.iter().map(|(kind, share)| line(words.t(kind.text_id()), shown(words, *share))).collect();
    let outcomes: Vec<_> =
        page.outcomes.iter().map(|(outcome, n)| line(words.t(outcome.text_id()), count(*n))).collect();
    let causes: Vec<_> =
        page.causes.iter().map(|(cause, n)| line(words.t(cause.text_id()), count(*n))).collect();
    let mentions: Vec<_> =
        page.mentions.iter().map(|quarter| view! { <Mentions quarter=quarter.clone()/> }).collect();
    let reasons: Vec<_> =
        page.reasons.iter().map(|(cause, n)| line(words.t(cause.text_id()), count(*n))).collect();
    let held_in_all: i64 = page.held.iter().map(|(_, seconds)| seconds).sum();
    let held: Vec<_> = page
        .held
        .iter()
        .map(|(unit, seconds)| {
            #[expect(clippy::cast_precision_loss, reason = "seconds of some months are far below 2^53")]
            let share = 100.0 * *seconds as f64 / held_in_all.max(1) as f64;
            let values = [
                ("time", working_time(words, *seconds).into()),
                ("share", format::number(words.0, share, 0).into()),
            ];
            line(unit.clone(), words.tv("quality-held-line", &values).into_any())
        })
        .collect();
    let is_empty = page.complaints + page.praise + page.ideas + open + answered == 0;
    view! {
        <Title text=format!("{} · Trivsel", words.t("quality-title"))/>
        <main class="wrap" id="main">
            <UnitPath place=page.place.clone() page="/complaints/quality"/>
            <CasesTabs/>
            <p class="eyebrow">{page.place.unit.name.clone()} " · " {days}</p>
            <h1>{words.tv("quality-heading", &[("praise", page.praise.into()), ("complaints", page.complaints.into())])}</h1>
            <p class="lead">{words.t("quality-lead")}</p>
            {viewer().may(Right::ReadMention).then(|| view! { <p><a href="/complaints/mentions">{words.t("mentions-title")}</a></p> })}
            {if is_empty {
                view! { <div class="empty"><h2>{words.t("quality-empty")}</h2><p>{words.t("quality-empty-text")}</p></div> }.into_any()
            } else {
                view! {
                    <div class="quality">
                        <section class="card">
                            <h2>{words.t("quality-voices")}</h2>
                            <dl class="facts">
                                {line(words.t("voice-kind-complaint"), count(page.complaints))}
                                {line(words.t("voice-kind-compliment"), count(page.praise))}
                                {line(words.t("voice-kind-comment"), count(page.ideas))}
                            </dl>
                        </section>
                        <section class="card">
                            <h2>{words.tv("quality-open", &[("count", open.into()), ("late", page.late.into())])}</h2>
                            <dl class="facts">{stages}</dl>
                        </section>
                        <section class="card">
                            <h2>{words.t("quality-kept")}</h2>
                            <dl class="facts">{kept} {line(words.t("quality-apologies"), shown(words, page.apologies))}</dl>
                            <p class="small muted">{words.t("quality-kept-text")}</p>
                        </section>
                        <section class="card">
                            <h2>{words.t("quality-outcomes")}</h2>
                            <dl class="facts">
                                {outcomes}
                                {line(words.t("quality-cost"), kroner(words, page.cost).into_any())}
                            </dl>
                        </section>
                        <section class="card">
                            <h2>{words.t("quality-causes")}</h2>
                            {if causes.is_empty() {
                                view! { <p class="muted">{words.t("quality-none-answered")}</p> }.into_any()
                            } else {
                                view! { <dl class="facts">{causes}</dl> }.into_any()
                            }}
                        </section>
                        {mentions}
                        <section class="card">
                            <h2>{words.t("quality-reasons")}</h2>
                            {if reasons.is_empty() {
                                view! { <p class="muted">{words.t("quality-no-reasons")}</p> }.into_any()
                            } else {
                                view! { <dl class="facts">{reasons}</dl> }.into_any()
                            }}
                        </section>
                        {(!held.is_empty()).then(|| view! {
                            <section class="card">
                                <h2>{words.t("quality-held")}</h2>
                                <dl class="facts">{held}</dl>
                                <p class="small muted">{words.t("quality-held-text")}</p>
                            </section>
                        })}
                    </div>
                }.into_any()
            }}
        </main>
    }
}

/// People who work here and were named, by how far that has come; never by person.
#[component]
fn Mentions(quarter: MentionCounts) -> impl IntoView {
    let words = Words::find();
    let name = match quarter.quarter.split_once('Q') {
        Some((year, number)) => words.tv(
            "quality-mentions",
            &[("quarter", number.to_owned().into()), ("year", year.to_owned().into())],
        ),
        None => quarter.quarter.clone(),
    };
    let states: Vec<_> = quarter
        .states
        .iter()
        .map(|(state, n)| view! { <div class="kv"><dt>{words.t(state.text_id())}</dt><dd>{n.to_string()}</dd></div> })
        .collect();
    let none = states.is_empty().then(|| view! { <p class="muted">{words.t("quality-mentions-none")}</p> });
    view! {
        <section class="card">
            <h2>{name}</h2>
            <dl class="facts">{states}</dl>
            {none}
        </section>
    }
}

/// A share with its interval, or that there are too few.
fn shown(words: Words, share: Share) -> AnyView {
    let percent = |share: f64| format::number(words.0, 100.0 * share, 0);
    match share.interval {
        Some((lower, upper)) => {
            #[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^53")]
            let value = share.count as f64 / share.of as f64;
            let text =
                words.tv("quality-share", &[("share", percent(value).into()), ("of", share.of.into())]);
            let range = words
                .tv("quality-range", &[("lower", percent(lower).into()), ("upper", percent(upper).into())]);
            view! { {text} " " <small class="muted">{range}</small> }.into_any()
        }
        None => words.tv("quality-few", &[("of", share.of.into()), ("fewest", FEWEST.into())]).into_any(),
    }
}
