//! The opening hours of a unit.

use chrono::NaiveDate;
use domain::{
    Field as FieldName,
    customers::hours::{EVES, Exception, HoursPage, Intervals, Preview, Source, WEEK, written},
    format,
};
use leptos::prelude::*;

use super::tabs::CasesTabs;
use crate::{
    parts::{Changes, Choices, Done, ErrorSummary, Field, LongForm, PageTitle, SelectField, UnitPath},
    request::Words,
};

#[component]
pub fn Page(page: HoursPage) -> impl IntoView {
    let words = Words::find();
    let action = format!("/hours?unit={}", page.place.unit.id);
    let source = match &page.source {
        Source::Own => words.t("hours-own"),
        Source::Above(unit) => words.tv("hours-above", &[("unit", unit.as_str().into())]),
        Source::Usual => words.t("hours-usual"),
    };
    let is_own = page.source == Source::Own || !page.planned.is_empty();
    let zones = page.zones.iter().map(|zone| (zone.clone(), zone.replace('_', " "))).collect();
    let holidays = vec![("NO", words.t("hours-holidays-closed")), ("none", words.t("hours-holidays-open"))];
    let keeps = if page.keeps_holidays { "NO" } else { "none" };
    let label = |field: FieldName| words.t(&format!("field-{}", field.name().replace('_', "-")));
    let week: Vec<_> = WEEK
        .into_iter()
        .zip(&page.week)
        .map(|(field, hours)| view! { <Field field label=label(field) value=written(hours)/> })
        .collect();
    let eves: Vec<_> = EVES
        .into_iter()
        .zip(&page.half_days)
        .map(|(field, closing)| view! { <Field field label=label(field) value=closing.clone().unwrap_or_default()/> })
        .collect();
    view! {
        <PageTitle text=words.t("nav-hours")/>
        <main class="wrap" id="main">
            <UnitPath place=page.place.clone() page="/hours"/>
            <CasesTabs/>
            <p class="eyebrow">{page.place.unit.name.clone()}</p>
            <h1>{words.t("nav-hours")}</h1>
            <p class="lead">{words.t("hours-lead")}</p>
            <Done family="hours-done-"/>
            <ErrorSummary/>
            <div class="grid2">
                <div class="stack">
                    <p>{source}</p>
                    <LongForm action=action.clone()>
                        <fieldset class="hours-week">
                            <legend>{words.t("hours-week")}</legend>
                            <p class="hint">{words.t("hours-week-hint")}</p>
                            {week}
                        </fieldset>
                        <Choices field=FieldName::Holidays label=words.t("field-holidays") options=holidays value=keeps/>
                        <details class="more">
                            <summary>{words.t("hours-eves")}</summary>
                            <p class="hint">{words.t("hours-eves-hint")}</p>
                            {eves}
                        </details>
                        <SelectField field=FieldName::Timezone label=words.t("field-timezone") options=zones value=page.timezone.clone()/>
                        <Field field=FieldName::FromOn label=words.t("field-from-on") kind="date" value=page.today.to_string()
                            hint=words.t("hours-from-hint")/>
                        <div class="row">
                            <button class="btn" name="act" value="save">{words.t("hours-save")}</button>
                            <button class="btn quiet" name="act" value="look">{words.t("hours-look")}</button>
                        </div>
                        <fieldset class="hours-day">
                            <legend>{words.t("hours-exception")}</legend>
                            <Field field=FieldName::Day label=words.t("field-day") kind="date"/>
                            <Field field=FieldName::Intervals label=words.t("field-intervals") hint=words.t("hours-exception-hint")/>
                            <button class="btn quiet" name="act" value="except">{words.t("hours-except")}</button>
                        </fieldset>
                    </LongForm>
                    {is_own.then(|| view! {
                        <form method="post" novalidate action=action.clone()>
                            <button class="btn quiet" name="act" value="follow">{words.t("hours-follow")}</button>
                        </form>
                    })}
                </div>
                <aside class="stack">
                    <Means preview=page.preview/>
                    {(!page.planned.is_empty()).then(|| view! { <Planned planned=page.planned action=action.clone()/> })}
                    {(!page.exceptions.is_empty()).then(|| view! { <Exceptions exceptions=page.exceptions action/> })}
                    <Changes changes=page.changes say=said/>
                </aside>
            </div>
        </main>
    }
}

/// Hours of a day, with a word where they end on the next.
fn shown(words: Words, hours: &Intervals) -> String {
    if hours.is_empty() {
        return words.t("hours-closed");
    }
    let runs_over = hours.iter().any(|(from, to)| to <= from);
    let more = if runs_over { format!(" ({})", words.t("hours-next-day")) } else { String::new() };
    format!("{}{more}", written(hours))
}

#[component]
fn Means(preview: Preview) -> impl IntoView {
    let words = Words::find();
    let at = |at: &str| {
        let (day, time) = at.split_once(' ').unwrap_or((at, ""));
        let day = day.parse::<NaiveDate>().map(|day| format::long_date(words.0, day)).unwrap_or_default();
        words.tv("hours-at", &[("day", day.into()), ("time", time.into())])
    };
    let received = at(&preview.received);
    let text = match (&preview.acknowledged, &preview.answered) {
        (Some(acknowledged), Some(answered)) => words.tv(
            "hours-means",
            &[
                ("received", received.into()),
                ("acknowledged", at(acknowledged).into()),
                ("answered", at(answered).into()),
            ],
        ),
        _ => words.t("hours-means-nothing"),
    };
    let hours = format::number(
        words.0,
        f64::from(preview.minutes) / 60.0,
        if preview.minutes.is_multiple_of(60) { 0 } else { 1 },
    );
    view! {
        <section class="card" id="means">
            <h2>{words.t("hours-means-title")}</h2>
            <p>{text}</p>
            <p class="small muted">{words.tv("hours-per-week", &[("hours", hours.into())])}</p>
        </section>
    }
}

#[component]
fn Planned(planned: Vec<(NaiveDate, Option<Vec<Intervals>>)>, action: String) -> impl IntoView {
    let words = Words::find();
    let lines: Vec<_> = planned
        .into_iter()
        .map(|(day, week)| {
            let said = match week {
                Some(week) => WEEK
                    .iter()
                    .zip(&week)
                    .filter(|(_, hours)| !hours.is_empty())
                    .map(|(field, hours)| format!("{} {}", words.t(&format!("field-{}", field.name())), written(hours)))
                    .collect::<Vec<_>>()
                    .join(" · "),
                None => words.t("hours-planned-above"),
            };
            view! {
                <li>
                    <b>{words.tv("hours-planned-from", &[("date", format::short_date(words.0, day).into())])}</b> " " {said}
                    <form method="post" novalidate action=action.clone()>
                        <input type="hidden" name="from_on" value=day.to_string()/>
                        <button class="btn quiet small" name="act" value="drop">{words.t("hours-drop")}</button>
                    </form>
                </li>
            }
        })
        .collect();
    view! { <section class="card"><h2>{words.t("hours-planned")}</h2><ul class="promises">{lines}</ul></section> }
}

#[component]
fn Exceptions(exceptions: Vec<Exception>, action: String) -> impl IntoView {
    let words = Words::find();
    let lines: Vec<_> = exceptions
        .into_iter()
        .map(|exception| {
            let day = format::long_date(words.0, exception.day);
            let keeper = match exception.above {
                Some(unit) => view! { <small class="muted">{words.tv("hours-kept-by", &[("unit", unit.into())])}</small> }.into_any(),
                None => {
                    let label = format!("{}: {day}", words.t("hours-ordinary"));
                    view! {
                        <form method="post" novalidate action=action.clone()>
                            <input type="hidden" name="day" value=exception.day.to_string()/>
                            <button class="btn quiet small" name="act" value="ordinary" aria-label=label>{words.t("hours-ordinary")}</button>
                        </form>
                    }
                    .into_any()
                }
            };
            view! { <li><b>{day.clone()}</b> " " {shown(words, &exception.hours)} " " {keeper}</li> }
        })
        .collect();
    view! {
        <section class="card">
            <h2>{words.t("hours-exceptions")}</h2>
            <ul class="promises">{lines}</ul>
        </section>
    }
}

/// A change in the words of the log, with days as the reader's language has them.
fn said(words: Words, detail: &str) -> String {
    let word = |word: &str| {
        let bare = word.trim_end_matches([':', ',', ';']);
        let end = &word[bare.len()..];
        let day =
            WEEK.iter().find(|day| day.name() == bare).map(|day| words.t(&format!("field-{}", day.name())));
        let date = || bare.parse::<NaiveDate>().ok().map(|date| format::short_date(words.0, date));
        format!("{}{end}", day.or_else(date).unwrap_or_else(|| bare.to_owned()))
    };
    detail.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
