//! The list of cases, like an inbox.

use chrono::{DateTime, Utc};
use domain::{
    Right,
    customers::{
        inbox::{CaseFilter, CaseList, CaseRow, Show},
        words::{Kind, Severity, Stage},
    },
    format,
    organisation::unit::UnitItem,
};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    tabs::CasesTabs,
    wording::{left_chip, shortened},
};
use crate::{
    islands::Shortcuts,
    parts::{Done, ErrorSummary, UnitPath},
    request::{Words, encode, viewer},
};

#[component]
pub fn ListPage(list: CaseList, filter: CaseFilter) -> impl IntoView {
    let words = Words::find();
    let heading = words.tv("cases-heading", &[("open", list.open.into()), ("urgent", list.urgent.into())]);
    let voices = [
        ("days", list.voices.days.into()),
        ("complaints", list.voices.complaints.into()),
        ("praise", list.voices.praise.into()),
        ("ideas", list.voices.ideas.into()),
    ];
    let tab = |show: Show| {
        let (is_current, show) = (filter.show == show, show.name());
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
    let is_search = !filter.search.is_empty() || filter.is_narrowed();
    let may_handle = list.may_handle;
    let mut kept = vec![("show", filter.show.name().to_owned())];
    kept.extend((!filter.search.is_empty()).then(|| ("search", filter.search.clone())));
    kept.extend(drill(&filter).into_iter().filter(|(name, _)| *name != "unit"));
    kept.extend(narrow(&filter));
    let rows: Vec<_> = list.rows.into_iter().map(|row| view! { <Row row may_handle/> }).collect();
    let late = (list.late > 0).then(|| {
        view! { <p class="small"><span class="chip concern">{words.tv("cases-late", &[("count", list.late.into())])}</span></p> }
    });
    view! {
        <Title text=format!("{} · Trivsel", words.t("nav-complaints"))/>
        <main class="wrap" id="main">
            {list.place.map(|place| view! { <UnitPath place page="/complaints" keep=kept/> })}
            <Shortcuts/>
            <CasesTabs/>
            <div class="row spread">
                <div>
                    <h1>{heading}</h1>
                    {late}
                    <p class="small muted">{words.tv("cases-voices", &voices)}</p>
                </div>
                <div class="row">
                    {viewer().may(Right::ReadMention).then(|| view! { <a class="btn quiet" href="/complaints/mentions">{words.t("mentions-title")}</a> })}
                    <a class="btn" href="/complaints/new" data-key="n">{words.t("cases-new")} " " <kbd class="keys">"N"</kbd></a></div>
            </div>
            <Done family="case-done-"/>
            <ErrorSummary/>
            <div class="controls">
                <form class="search" role="search" method="get" action="/complaints">
                    <input type="hidden" name="show" value=filter.show.name()/>
                    {hidden}
                    {narrow(&filter).into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect::<Vec<_>>()}
                    <input type="search" name="search" value=filter.search.clone()
                        aria-label=words.t("cases-search") placeholder=words.t("cases-search-hint")/>
                    <button class="btn quiet">{words.t("search")}</button>
                </form>
                <nav class="tabs" aria-label=words.t("cases-show")>{Show::ALL.map(tab)}</nav>
            </div>
            <Filters filter=filter.clone() tops=list.tops/>
            <Keys/>
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
                                    <th scope="col">{words.t("cases-time")}</th>
                                    <th scope="col">{words.t("field-stage")}</th>
                                    <th scope="col">{words.t("cases-owner")}</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </section>
                }.into_any()
            }}
            <Pager page=list.page pages=list.pages end=list.end filter/>
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
fn Row(row: CaseRow, may_handle: bool) -> impl IntoView {
    let words = Words::find();
    let is_urgent = row.is_urgent();
    let is_complaint = row.kind == Kind::Complaint;
    let can_take = may_handle && is_complaint && row.stage != Stage::Closed && row.owner.is_none();
    let can_put_away = may_handle && !is_complaint && row.stage.is_open();
    let button = |act: &'static str, key: Option<&'static str>, label: String| {
        view! {
            <form method="post" novalidate action=format!("/complaints/{}", row.reference)>
                <input type="hidden" name="version" value=row.version/>
                <input type="hidden" name="back" value="list"/>
                <button class="btn quiet small" name="act" value=act data-key=key aria-label=format!("{label}: {}", row.reference)>{label.clone()}</button>
            </form>
        }
    };
    let take = can_take.then(|| button("take", Some("a"), words.t("act-take")));
    let put_away = can_put_away.then(|| button("put_away", Some("d"), words.t("act-put_away")));
    let about = [
        (!is_complaint).then(|| words.t(row.kind.text_id())),
        Some(words.t(row.category.text_id())),
        is_urgent.then(|| words.t(row.severity.text_id())),
    ];
    view! {
        <tr>
            <td class="ref">{row.reference.clone()}</td>
            <td>
                <a href=format!("/complaints/{}", row.reference)>{if row.what.is_empty() { words.t("case-erased-row") } else { shortened(&row.what) }}</a>
                <small>{about.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</small>
            </td>
            <td data-label=words.t("column-channel")>{words.t(row.channel.text_id())}</td>
            <td data-label=words.t("field-unit")>{row.unit.clone()}</td>
            <td data-label=words.t("cases-time") class="clock">{left_chip(words, &row)}</td>
            <td data-label=words.t("field-stage")>{words.t(row.stage.text_id())}</td>
            <td data-label=words.t("cases-owner") class="owner">{row.owner.clone()} {take} {put_away}</td>
        </tr>
    }
}

/// What narrows the list beside the tab, the search and a chart, as names and values of an address.
fn narrow(filter: &CaseFilter) -> Vec<(&'static str, String)> {
    let severity = filter.severity.map(|severity| ("severity", severity.name().to_owned()));
    let stage = filter.stage.map(|stage| ("stage", stage.name().to_owned()));
    let kind = filter.kind.map(|kind| ("kind", kind.name().to_owned()));
    [severity, stage, kind].into_iter().flatten().collect()
}

/// Severity, stage and kind to narrow the list by. The unit is chosen in the header; whoever has several units begins
/// here.
#[component]
fn Filters(filter: CaseFilter, tops: Vec<UnitItem>) -> impl IntoView {
    let words = Words::find();
    let tops: Vec<_> = tops.iter().map(|unit| (unit.id.to_string(), unit.name.clone())).collect();
    let unit = filter.unit.map(|unit| unit.to_string());
    let kept_unit = unit.clone().filter(|_| tops.is_empty());
    let named = |id: &'static str, name: &'static str| (name.to_owned(), words.t(id));
    let severities = Severity::ALL.iter().map(|value| named(value.text_id(), value.name())).collect();
    let stages = Stage::ALL.iter().map(|value| named(value.text_id(), value.name())).collect();
    let kinds = Kind::ALL.iter().map(|value| named(value.text_id(), value.name())).collect();
    let hidden: Vec<_> = drill(&filter)
        .into_iter()
        .filter(|(name, _)| *name != "unit")
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    let severity = filter.severity.map(|value| value.name().to_owned());
    let stage = filter.stage.map(|value| value.name().to_owned());
    let kind = filter.kind.map(|value| value.name().to_owned());
    view! {
        <details class="more filters" open=filter.is_narrowed()>
            <summary>{words.t("cases-filter")}</summary>
            <form method="get" action="/complaints" class="filter-form">
                <input type="hidden" name="show" value=filter.show.name()/>
                <input type="hidden" name="search" value=filter.search.clone()/>
                {hidden}
                {kept_unit.map(|unit| view! { <input type="hidden" name="unit" value=unit/> })}
                {(!tops.is_empty()).then(|| view! { <Filter name="unit" label=words.t("field-unit") options=tops chosen=unit/> })}
                <Filter name="severity" label=words.t("cases-severity") options=severities chosen=severity/>
                <Filter name="stage" label=words.t("field-stage") options=stages chosen=stage/>
                <Filter name="kind" label=words.t("cases-kind") options=kinds chosen=kind/>
                <div class="row">
                    <button class="btn quiet">{words.t("show")}</button>
                    {filter.is_narrowed().then(|| view! { <a href="/complaints">{words.t("cases-filter-out")}</a> })}
                </div>
            </form>
        </details>
    }
}

#[component]
fn Filter(
    name: &'static str,
    label: String,
    options: Vec<(String, String)>,
    chosen: Option<String>,
) -> impl IntoView {
    let words = Words::find();
    let id = ["filter", name].join("-");
    let options: Vec<_> = options
        .into_iter()
        .map(|(value, text)| {
            let is_chosen = chosen.as_ref() == Some(&value);
            view! { <option value=value selected=is_chosen>{text}</option> }
        })
        .collect();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id name=name>
                <option value="">{words.t("cases-filter-any")}</option>
                {options}
            </select>
        </div>
    }
}

/// The keys, for whoever has a keyboard.
#[component]
fn Keys() -> impl IntoView {
    let words = Words::find();
    let keys: Vec<_> = ["j k", "Enter", "n", "a", "d", "r", "i", "p", "/", "?"]
        .into_iter()
        .zip(["move", "open", "new", "take", "put_away", "letter", "note", "pause", "search", "keys"])
        .map(|(key, what)| view! { <div class="kv"><dt><kbd>{key}</kbd></dt><dd>{words.t(&format!("cases-key-{what}"))}</dd></div> })
        .collect();
    view! {
        <details class="more keys">
            <summary data-key="?">{words.t("cases-keys")}</summary>
            <dl class="facts">{keys}</dl>
        </details>
    }
}

#[component]
fn Pager(page: u32, pages: u32, end: Option<(DateTime<Utc>, i64)>, filter: CaseFilter) -> impl IntoView {
    let words = Words::find();
    let search = encode(&filter.search);
    let show = filter.show.name();
    let narrowed: String =
        narrow(&filter).into_iter().map(|(name, value)| format!("&{name}={value}")).collect();
    let more = format!("{}{narrowed}", drilled(&filter));
    let href = |page: u32| format!("/complaints?show={show}&search={search}&page={page}{more}");
    let on = end.map(|(at, id)| format!("&before={}_{id}", at.timestamp_micros())).unwrap_or_default();
    (pages > 1).then(|| {
        view! {
            <nav class="row spread pager" aria-label=words.t("pager")>
                {(page > 1).then(|| view! { <a class="btn quiet" href=href(page - 1)>{words.t("pager-back")}</a> })}
                <span class="small muted">{words.tv("pager-place", &[("page", page.into()), ("pages", pages.into())])}</span>
                {(page < pages).then(|| view! { <a class="btn quiet" href=format!("{}{on}", href(page + 1))>{words.t("pager-on")}</a> })}
            </nav>
        }
    })
}
