//! The organisation: the tree of units, and opening a new one.

use domain::{
    Field as FieldName,
    organisation::{
        unit::{UnitItem, UnitKind},
        units::{NewUnitPage, UnitFilter, UnitList, UnitRow},
    },
};
use leptos::prelude::*;

use crate::{
    parts::{Choices, Done, ErrorSummary, Field, LongForm, PageTitle, SelectField},
    request::{Here, Words, encode},
};

/// Units up to which the whole tree stands open.
const SHOWN_OPEN: usize = 60;

/// Units as choices of a drop-down list, indented like the tree.
pub(crate) fn unit_options(words: Words, units: &[UnitItem]) -> Vec<(String, String)> {
    let choose = (String::new(), words.t("choose"));
    std::iter::once(choose).chain(units.iter().map(|unit| (unit.id.to_string(), unit.indented()))).collect()
}

#[component]
pub fn ListPage(list: UnitList, filter: UnitFilter) -> impl IntoView {
    let words = Words::find();
    let is_search = !filter.search.trim().is_empty();
    let is_fresh = list.is_fresh;
    let closed = list.closed;
    let is_small = list.rows.len() <= SHOWN_OPEN;
    let (text, other) =
        if filter.closed { ("units-closed-hide", "") } else { ("units-closed-show", "&closed=1") };
    let switch = format!("/units?search={}{other}", encode(&filter.search));
    let content = if is_fresh {
        view! {
            <div class="empty">
                <h2>{words.t("units-fresh-title")}</h2>
                <p>{words.t("units-fresh-text")}</p>
                <div class="row center">
                    <a class="btn" href="/units/new">{words.t("units-new")}</a>
                    <a class="btn quiet" href="/imports">{words.t("units-fresh-import")}</a>
                </div>
            </div>
        }
        .into_any()
    } else if list.rows.is_empty() {
        view! {
            <div class="empty">
                <h2>{words.t("units-none-found")}</h2>
                <p>{words.t("units-none-found-text")}</p>
                <a class="btn quiet" href="/units">{words.t("units-show-all")}</a>
            </div>
        }
        .into_any()
    } else if is_search {
        let rows: Vec<_> = list.rows.iter().map(|row| view! { <li>{line(words, row)}</li> }).collect();
        view! {
            <section class="card units">
                <ul>{rows}</ul>
                {list.is_cut.then(|| view! { <p class="small muted">{words.t("units-cut")}</p> })}
            </section>
        }
        .into_any()
    } else {
        view! { <section class="card units">{tree(words, &list.rows, is_small)}</section> }.into_any()
    };
    view! {
        <PageTitle text=words.t("nav-units")/>
        <main class="wrap" id="main">
            <div class="row spread">
                <div>
                    <h1>{words.t("nav-units")}</h1>
                    <p class="muted">{words.t("units-lead")}</p>
                </div>
                {(!is_fresh).then(|| view! {
                    <div class="row"><a class="btn" href="/units/new">{words.t("units-new")}</a></div>
                })}
            </div>
            <Done family="unit-done-"/>
            {(!is_fresh).then(|| view! {
                <div class="controls">
                    <form class="search" role="search" method="get" action="/units">
                        <input type="search" name="search" value=filter.search.clone()
                            aria-label=words.t("units-search") placeholder=words.t("units-search")/>
                        {filter.closed.then(|| view! { <input type="hidden" name="closed" value="1"/> })}
                        <button class="btn quiet">{words.t("search")}</button>
                    </form>
                    {(closed > 0 && !is_search).then(|| view! {
                        <a class="small switch" href=switch>{words.tv(text, &[("count", closed.into())])}</a>
                    })}
                </div>
            })}
            {content}
        </main>
    }
}

/// Rows that stand parents before children as lists inside lists. What lies deep in a large tree is folded.
fn tree(words: Words, rows: &[UnitRow], is_small: bool) -> AnyView {
    let mut at = 0;
    let mut items = Vec::new();
    while at < rows.len() {
        let end = end_of(rows, at);
        items.push(branch(words, &rows[at..end], is_small));
        at = end;
    }
    view! { <ul>{items}</ul> }.into_any()
}

/// Where the rows below a row end.
fn end_of(rows: &[UnitRow], at: usize) -> usize {
    let depth = rows[at].item.depth;
    rows[at + 1..].iter().position(|row| row.item.depth <= depth).map_or(rows.len(), |below| at + 1 + below)
}

fn branch(words: Words, rows: &[UnitRow], is_small: bool) -> AnyView {
    let Some((row, below)) = rows.split_first() else { return ().into_any() };
    let line = line(words, row);
    if below.is_empty() {
        return view! { <li>{line}</li> }.into_any();
    }
    let is_open = is_small || row.item.depth == 0;
    let count = below.iter().filter(|unit| unit.item.depth == row.item.depth + 1).count();
    let summary = words.tv("units-below", &[("count", count.into())]);
    let name = words.tv("units-below-of", &[("unit", row.item.name.as_str().into())]);
    view! {
        <li>
            {line}
            <details open=is_open>
                <summary>{summary}<span class="sr">" "{name}</span></summary>
                {tree(words, below, is_small)}
            </details>
        </li>
    }
    .into_any()
}

/// A unit in one line: name, kind and number, managers, people.
pub(crate) fn line(words: Words, row: &UnitRow) -> AnyView {
    let kind = words.t(&format!("unit-kind-{}", row.item.kind.name()));
    let managers = (!row.managers.is_empty()).then(|| view! { <small>{row.managers.join(", ")}</small> });
    let closed = row.item.closed_on.map(|_| view! { <span class="chip">{words.t("unit-closed")}</span> });
    let people = words.tv("units-people", &[("count", row.people_in_all.into())]);
    view! {
        <div class="unit">
            <span class="what">
                <a href=format!("/units/{}", row.item.id)>{row.item.name.clone()}</a> " " {closed}
                <small>{kind} " · " {row.number.clone()}</small>
            </span>
            {managers}
            <span class="heads">{people}</span>
        </div>
    }
    .into_any()
}

#[component]
pub fn NewPage(page: NewUnitPage) -> impl IntoView {
    let words = Words::find();
    let parent = Here::find().query("parent").unwrap_or_default().to_owned();
    let parent = match page.parents.as_slice() {
        [only] => only.id.to_string(),
        _ => parent,
    };
    // A unit hangs below one of another kind, farther from the root.
    let above = page.parents.iter().find(|unit| unit.id.to_string() == parent);
    let kinds = above.map_or_else(|| UnitKind::Organisation.below(), |unit| unit.kind.below());
    let kinds: Vec<(&'static str, String)> =
        kinds.into_iter().map(|kind| (kind.name(), words.t(&format!("unit-kind-{}", kind.name())))).collect();
    let first = kinds.first().map_or("", |(kind, _)| kind);
    view! {
        <PageTitle text=words.t("units-new")/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow">{words.t("nav-units")}</p>
            <h1>{words.t("units-new")}</h1>
            <ErrorSummary/>
            <LongForm action="/units/new">
                <SelectField field=FieldName::Parent label=words.t("field-parent") options=unit_options(words, &page.parents) value=parent/>
                <Choices field=FieldName::Kind label=words.t("field-kind") options=kinds value=first/>
                <Field field=FieldName::Name label=words.t("field-name")/>
                <Field field=FieldName::Number label=words.t("field-number") hint=words.t("units-number-hint")/>
                <div class="row">
                    <button class="btn">{words.t("units-new-submit")}</button>
                    <a class="btn quiet" href="/units">{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}
