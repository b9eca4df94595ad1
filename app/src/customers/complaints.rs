//! Complaints: the list, the 30-second form, the case.

use chrono::NaiveDate;
use domain::{
    Field as FieldName, Right,
    customers::complaint::{
        CaseFilter, CaseList, CasePage, CaseRow, Category, Channel, LONGEST_NOTE, LONGEST_WHAT, Severity,
        Stage,
    },
    format,
    organisation::unit::UnitItem,
};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    islands::Shortcuts,
    parts::{Choices, ErrorSummary, Field, SelectField, TextArea},
    request::{Here, Refill, Words, encode, viewer},
};

#[component]
pub fn ListPage(list: CaseList, filter: CaseFilter) -> impl IntoView {
    let words = Words::find();
    let heading = words.tv("cases-heading", &[("open", list.open.into()), ("urgent", list.urgent.into())]);
    let tab = |show: &'static str| {
        let is_current =
            filter.show == show || (show == "open" && !matches!(filter.show.as_str(), "closed" | "all"));
        view! {
            <a href=format!("/complaints?show={show}{}", drilled(&filter)) aria-current=is_current.then_some("true")>
                {words.t(&format!("cases-show-{show}"))}
            </a>
        }
    };
    let hidden: Vec<_> = drill(&filter)
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    let is_empty = list.rows.is_empty();
    let about = filter
        .is_drilled()
        .then(|| view! { <Drilled filter=filter.clone() unit=list.unit.clone() total=list.total/> });
    let is_search = !filter.search.is_empty() || filter.is_drilled();
    let rows: Vec<_> = list.rows.into_iter().map(|row| view! { <Row row/> }).collect();
    view! {
        <Title text=format!("{} · Trivsel", words.t("nav-complaints"))/>
        <main class="wrap" id="main">
            <Shortcuts/>
            <div class="row spread">
                <div>
                    <h1>{heading}</h1>
                    <p class="small muted keys">{words.t("cases-keys")}</p>
                </div>
                <div class="row"><a class="btn" href="/complaints/new">{words.t("cases-new")} " " <kbd class="keys">"N"</kbd></a></div>
            </div>
            <div class="controls">
                <form class="search" role="search" method="get" action="/complaints">
                    <input type="hidden" name="show" value=filter.show.clone()/>
                    {hidden}
                    <input type="search" name="search" value=filter.search.clone()
                        aria-label=words.t("cases-search") placeholder=words.t("cases-search-hint")/>
                    <button class="btn quiet">{words.t("search")}</button>
                </form>
                <nav class="tabs" aria-label=words.t("cases-show")>{tab("open")}{tab("closed")}{tab("all")}</nav>
            </div>
            {about}
            {if is_empty {
                view! {
                    <div class="empty">
                        <h2>{words.t(if is_search { "cases-none-found" } else { "cases-empty-title" })}</h2>
                        <p>{words.t(if is_search { "cases-none-found-text" } else { "cases-empty-text" })}</p>
                        <a class="btn" href="/complaints/new">{words.t("cases-new")}</a>
                    </div>
                }.into_any()
            } else {
                view! {
                    <section class="card flush">
                        <table class="cases">
                            <thead>
                                <tr>
                                    <th scope="col">{words.t("cases-reference")}</th>
                                    <th scope="col">{words.t("field-what")}</th>
                                    <th scope="col">{words.t("column-channel")}</th>
                                    <th scope="col">{words.t("field-unit")}</th>
                                    <th scope="col">{words.t("cases-age")}</th>
                                    <th scope="col">{words.t("field-stage")}</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </section>
                }.into_any()
            }}
            <Pager page=list.page pages=list.pages filter/>
        </main>
    }
}

/// The part of the filter that a point of a chart asks for, as names and values of an address.
fn drill(filter: &CaseFilter) -> Vec<(&'static str, String)> {
    let unit = filter.unit.map(|unit| ("unit", unit.to_string()));
    let from = filter.from.map(|day| ("from", day.to_string()));
    let to = filter.to.map(|day| ("to", day.to_string()));
    [unit, from, to].into_iter().flatten().collect()
}

/// The same, to put behind an address that has a query already.
fn drilled(filter: &CaseFilter) -> String {
    drill(filter).into_iter().map(|(name, value)| format!("&{name}={value}")).collect()
}

/// What the list is about when a point of a chart led here, and the ways out.
#[component]
fn Drilled(filter: CaseFilter, unit: Option<String>, total: u64) -> impl IntoView {
    let words = Words::find();
    let days = match (filter.from, filter.to) {
        (Some(from), Some(to)) => Some(domain::insight::notes::days(words.0, from, Some(to))),
        (Some(from), None) => {
            Some(words.tv("cases-since", &[("date", format::short_date(words.0, from).into())]))
        }
        (None, Some(to)) => {
            Some(words.tv("cases-until", &[("date", format::short_date(words.0, to).into())]))
        }
        (None, None) => None,
    };
    let about = [unit, days].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let back = filter.unit.filter(|_| viewer().may(Right::ViewFigures)).map(|unit| {
        view! { <a href=format!("/trends?unit={unit}")>{words.t("cases-to-trend")}</a> }
    });
    view! {
        <div class="notice drilled">
            <p>
                <strong>{about}</strong> " · "
                {words.tv("cases-found", &[("count", total.into())])}
            </p>
            <p class="small">{words.t("cases-drilled-text")}</p>
            <p class="row small"><a href="/complaints">{words.t("cases-drilled-out")}</a> {back}</p>
        </div>
    }
}

#[component]
fn Row(row: CaseRow) -> impl IntoView {
    let words = Words::find();
    let is_urgent = is_urgent(&row);
    let class = if is_urgent { "chip concern" } else { "chip" };
    let age = if row.stage.is_open() {
        words.tv("cases-days", &[("days", row.age_days.into())])
    } else {
        words.t(row.stage.text_id())
    };
    view! {
        <tr>
            <td class="ref">{row.reference.clone()}</td>
            <td>
                <a href=format!("/complaints/{}", row.reference)>{shortened(&row.what)}</a>
                <small>
                    {words.t(row.category.text_id())}
                    {is_urgent.then(|| format!(" · {}", words.t(row.severity.text_id())))}
                </small>
            </td>
            <td data-label=words.t("column-channel")>{words.t(row.channel.text_id())}</td>
            <td data-label=words.t("field-unit")>{row.unit}</td>
            <td data-label=words.t("cases-age") class="clock"><span class=class>{age}</span></td>
            <td data-label=words.t("field-stage")>{words.t(row.stage.text_id())}</td>
        </tr>
    }
}

fn is_urgent(row: &CaseRow) -> bool {
    row.stage.is_open() && matches!(row.severity, Severity::Safety | Severity::Discrimination)
}

/// The first hundred characters.
fn shortened(text: &str) -> String {
    if text.chars().count() <= 100 { text.to_owned() } else { text.chars().take(99).chain(['…']).collect() }
}

#[component]
fn Pager(page: u32, pages: u32, filter: CaseFilter) -> impl IntoView {
    let words = Words::find();
    let search = encode(&filter.search);
    let show = encode(&filter.show);
    let more = drilled(&filter);
    let href = |page: u32| format!("/complaints?show={show}&search={search}&page={page}{more}");
    (pages > 1).then(|| {
        view! {
            <nav class="row spread pager" aria-label=words.t("pager")>
                {(page > 1).then(|| view! { <a class="btn quiet" href=href(page - 1)>{words.t("pager-back")}</a> })}
                <span class="small muted">{words.tv("pager-place", &[("page", page.into()), ("pages", pages.into())])}</span>
                {(page < pages).then(|| view! { <a class="btn quiet" href=href(page + 1)>{words.t("pager-on")}</a> })}
            </nav>
        }
    })
}

#[component]
pub fn NewPage(units: Vec<UnitItem>) -> impl IntoView {
    let words = Words::find();
    let label = |id: &'static str| words.t(id);
    let categories = Category::ALL.iter().map(|c| (c.name(), label(c.text_id()))).collect();
    let channels = Channel::ALL.iter().map(|c| (c.name(), label(c.text_id()))).collect();
    let severities = Severity::ALL.iter().map(|s| (s.name(), label(s.text_id()))).collect();
    // What has to be mended must not be folded away.
    let refill = Refill::find();
    let is_more_bad = refill.why(FieldName::HappenedOn).or(refill.why(FieldName::Severity)).is_some();
    // The desk is at a team: one choice needs no choosing.
    let mut options: Vec<(String, String)> = Vec::new();
    if units.len() > 1 {
        options.push((String::new(), words.t("choose")));
    }
    let indent = |unit: &UnitItem| format!("{}{}", "\u{2003}".repeat(usize::from(unit.depth)), unit.name);
    options.extend(units.iter().map(|unit| (unit.id.to_string(), indent(unit))));
    view! {
        <Title text=format!("{} · Trivsel", words.t("case-new-title"))/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow">{words.t("case-new-eyebrow")}</p>
            <h1>{words.t("case-new-title")}</h1>
            <ErrorSummary/>
            <form method="post" action="/complaints/new">
                <TextArea field=FieldName::What label=words.t("field-what") hint=words.t("case-new-what-hint") longest=LONGEST_WHAT required=true/>
                <Choices field=FieldName::Category label=words.t("field-category") options=categories big=true required=true/>
                <Choices field=FieldName::Channel label=words.t("field-channel") options=channels value="in_person"/>
                <SelectField field=FieldName::Unit label=words.t("field-unit") options/>
                <details class="more" open=is_more_bad>
                    <summary>{words.t("case-new-more")}</summary>
                    <Field field=FieldName::HappenedOn label=words.t("case-new-when") kind="date"/>
                    <Choices field=FieldName::Severity label=words.t("field-severity") options=severities value="normal"/>
                </details>
                <div class="row">
                    <button class="btn">{words.t("case-new-submit")}</button>
                    <a class="btn quiet" href="/complaints">{words.t("cancel")}</a>
                </div>
            </form>
        </main>
    }
}

#[component]
pub fn CasePageView(page: CasePage) -> impl IntoView {
    let words = Words::find();
    let case = page.case;
    let happened = format::long_date(words.0, case.happened_on);
    let title = shortened(&case.what);
    let is_cut = title != case.what;
    let is_urgent = is_urgent(&case);
    // The secret is shown once, straight after logging, and never again.
    let secret = Here::find().flash.and_then(|flash| {
        let (reference, secret) = flash.split_once(':')?;
        (reference == case.reference).then(|| secret.to_owned())
    });
    let secret = secret.map(|secret| {
        view! {
            <div class="notice ok" role="status">
                <p>
                    {words.t("case-logged")} " "
                    <strong class="num">{case.reference.clone()}</strong> " · "
                    <strong class="num">{secret}</strong>
                </p>
                <p class="small">{words.t("case-logged-text")}</p>
            </div>
        }
    });
    view! {
        <Title text=format!("{} · Trivsel", case.reference)/>
        <main class="wrap" id="main">
            <p class="eyebrow num">
                {case.reference.clone()} " · " {words.tv("case-received", &[("at", minute(words, &page.received_at).into())])}
            </p>
            <h1>{title}</h1>
            {secret}
            <div class="grid2">
                <section class="card stack">
                    {is_cut.then(|| view! { <p class="what">{case.what.clone()}</p> })}
                    <dl class="facts">
                        <div class="kv"><dt>{words.t("field-category")}</dt><dd>{words.t(case.category.text_id())}</dd></div>
                        <div class="kv"><dt>{words.t("column-channel")}</dt><dd>{words.t(case.channel.text_id())}</dd></div>
                        <div class="kv">
                            <dt>{words.t("field-severity")}</dt>
                            <dd><span class={if is_urgent { "chip concern" } else { "chip" }}>{words.t(case.severity.text_id())}</span></dd>
                        </div>
                        <div class="kv"><dt>{words.t("field-unit")}</dt><dd>{case.unit.clone()}</dd></div>
                        <div class="kv"><dt>{words.t("field-happened-on")}</dt><dd>{happened}</dd></div>
                    </dl>
                    {page.may_handle.then(|| view! { <StepForm reference=case.reference.clone() stage=case.stage/> })}
                </section>
                <aside class="card">
                    <h2>{words.t("case-steps")}</h2>
                    <Timeline steps=page.steps stage=case.stage/>
                </aside>
            </div>
        </main>
    }
}

/// `2026-11-19 16:42` as people write it.
fn minute(words: Words, at: &str) -> String {
    let (day, time) = at.split_once(' ').unwrap_or((at, ""));
    match day.parse::<NaiveDate>() {
        Ok(day) => format!("{} {time}", format::short_date(words.0, day)),
        Err(_) => at.to_owned(),
    }
}

#[component]
fn Timeline(steps: Vec<domain::customers::complaint::CaseStep>, stage: Stage) -> impl IntoView {
    let words = Words::find();
    let done: Vec<_> = steps
        .into_iter()
        .map(|step| {
            let what = step.stage.map_or_else(|| words.t("case-note"), |stage| words.t(stage.text_id()));
            let role = words.t(&format!("role-{}", step.role.replace('_', "-")));
            view! {
                <li class="done">
                    {what}
                    <small>{minute(words, &step.at)} " · " {role}</small>
                    {(!step.note.is_empty()).then(|| view! { <p class="small">{step.note}</p> })}
                </li>
            }
        })
        .collect();
    let next = stage.next().first().filter(|_| stage.is_open());
    let next = next.map(
        |next| view! { <li class="todo">{words.t(next.text_id())}<small>{words.t("case-next")}</small></li> },
    );
    view! { <ol class="timeline">{done}{next}</ol> }
}

#[component]
fn StepForm(reference: String, stage: Stage) -> impl IntoView {
    let words = Words::find();
    let buttons: Vec<_> = stage
        .next()
        .iter()
        .enumerate()
        .map(|(place, next)| {
            let class = if place == 0 { "btn" } else { "btn quiet" };
            view! { <button class=class name="stage" value=next.name()>{words.t(&format!("case-to-{}", next.name()))}</button> }
        })
        .collect();
    view! {
        <form method="post" action=format!("/complaints/{reference}")>
            <ErrorSummary/>
            <input type="hidden" name="reference" value=reference.clone()/>
            <input type="hidden" name="seen_stage" value=stage.name()/>
            <TextArea field=FieldName::Note label=words.t("field-note") hint=words.t("case-note-hint") longest=LONGEST_NOTE/>
            <div class="row">
                {buttons}
                <button class="btn quiet" name="stage" value="">{words.t("case-add-note")}</button>
            </div>
        </form>
    }
}
