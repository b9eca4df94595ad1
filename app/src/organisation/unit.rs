//! One unit: what it is, what happened to it, and what can be done.

use chrono::NaiveDate;
use domain::{
    Field as FieldName, format,
    organisation::{
        unit::UnitItem,
        units::{UnitAct, UnitActPage, UnitChange, UnitPage},
    },
};
use leptos::prelude::*;

use crate::organisation::units::{line, unit_options};
use crate::{
    parts::{Done, ErrorSummary, Field, LongForm, PageTitle, SelectField},
    request::Words,
};

/// The units above, as a way back up.
fn path(words: Words, above: &[(UnitItem, bool)]) -> AnyView {
    let parts: Vec<_> = above
        .iter()
        .map(|(unit, is_open)| {
            let name = unit.name.clone();
            let name = if *is_open {
                view! { <a href=format!("/units/{}", unit.id)>{name}</a> }.into_any()
            } else {
                name.into_any()
            };
            view! { <li>{name}</li> }
        })
        .collect();
    view! { <nav aria-label=words.t("unit-path")><ol class="path">{parts}</ol></nav> }.into_any()
}

#[component]
pub fn OnePage(page: UnitPage) -> impl IntoView {
    let words = Words::find();
    let row = page.row;
    let id = row.item.id;
    let is_closed = row.item.closed_on.map(|day| {
        let day = format::short_date(words.0, day);
        view! {
            <div class="notice">
                <p>{words.tv("unit-closed-notice", &[("date", day.into())])}</p>
            </div>
        }
    });
    let acts: Vec<_> = page
        .acts
        .iter()
        .map(|act| {
            let is_grave = matches!(act, UnitAct::Close | UnitAct::Remove);
            let class = if is_grave { "btn quiet danger" } else { "btn quiet" };
            let href = format!("/units/{id}/{}", act.name());
            view! { <a class=class href=href>{words.t(&format!("unit-act-{}", act.name()))}</a> }
        })
        .collect();
    let below: Vec<_> = page.below.iter().map(|row| view! { <li>{line(words, row)}</li> }).collect();
    let has_below = !below.is_empty();
    let kind = words.t(&format!("unit-kind-{}", row.item.kind.name()));
    let managers = if row.managers.is_empty() { words.t("unit-no-manager") } else { row.managers.join(", ") };
    let people = words.tv("units-people", &[("count", row.people.into())]);
    let in_all = (row.people_in_all != row.people)
        .then(|| words.tv("unit-people-in-all", &[("count", row.people_in_all.into())]));
    view! {
        <PageTitle text=row.item.name.clone()/>
        <main class="wrap" id="main">
            {path(words, &page.above)}
            <h1>{row.item.name.clone()}</h1>
            <Done family="unit-done-"/>
            {is_closed}
            <div class="grid2">
                <div class="stack">
                    <section class="card">
                        <dl class="facts">
                            <div class="kv"><dt>{words.t("field-kind")}</dt><dd>{kind}</dd></div>
                            <div class="kv"><dt>{words.t("field-number")}</dt><dd class="num">{row.number.clone()}</dd></div>
                            <div class="kv">
                                <dt>{words.t("unit-people")}</dt>
                                <dd><a href=format!("/people?unit={id}")>{people}</a>{in_all.map(|text| format!(", {text}"))}</dd>
                            </div>
                            <div class="kv"><dt>{words.t("unit-managers")}</dt><dd>{managers}</dd></div>
                        </dl>
                        <div class="row acts">{acts}</div>
                    </section>
                    {page.may_open_below.then(|| view! {
                        <section class="card units">
                            <div class="row spread">
                                <h2>{words.t("unit-below")}</h2>
                                <a class="btn quiet" href=format!("/units/new?parent={id}")>{words.t("unit-new-below")}</a>
                            </div>
                            {if has_below {
                                view! { <ul>{below}</ul> }.into_any()
                            } else {
                                view! { <p class="muted">{words.t("unit-none-below")}</p> }.into_any()
                            }}
                        </section>
                    })}
                </div>
                <aside class="card">
                    <h2>{words.t("unit-history")}</h2>
                    {history(words, page.changes)}
                </aside>
            </div>
        </main>
    }
}

fn history(words: Words, changes: Vec<UnitChange>) -> AnyView {
    if changes.is_empty() {
        return view! { <p class="small muted">{words.t("unit-no-history")}</p> }.into_any();
    }
    let changes: Vec<_> = changes
        .into_iter()
        .map(|change| {
            let values = [("from", change.from.into()), ("to", change.to.into())];
            let text = words.tv(&format!("unit-change-{}", change.what), &values);
            let day = format::short_date(words.0, change.on);
            let by = (!change.by.is_empty()).then(|| format!(" · {}", change.by));
            view! { <li class="done">{text}<small>{day}{by}</small></li> }
        })
        .collect();
    view! { <ol class="timeline">{changes}</ol> }.into_any()
}

/// From which day a change can hold, once rounds have begun.
pub(crate) fn earliest_hint(words: Words, earliest: Option<NaiveDate>) -> String {
    let text = |day| words.tv("from-on-earliest", &[("date", format::short_date(words.0, day).into())]);
    earliest.map(text).unwrap_or_default()
}

#[component]
pub fn ActPage(page: UnitActPage) -> impl IntoView {
    let words = Words::find();
    let unit = page.row.item;
    let act = page.act.name();
    let title = words.tv(&format!("unit-act-{act}-title"), &[("unit", unit.name.as_str().into())]);
    let is_blocked = page.act == UnitAct::Close && (page.below > 0 || page.row.people > 0);
    let is_hopeless = matches!(page.act, UnitAct::Move | UnitAct::Merge) && page.targets.is_empty();
    let back = format!("/units/{}", unit.id);
    let class = if matches!(page.act, UnitAct::Close | UnitAct::Remove) { "btn danger" } else { "btn" };
    let fields = match page.act {
        UnitAct::Rename => {
            view! { <Field field=FieldName::Name label=words.t("field-name") value=unit.name.clone()/> }.into_any()
        }
        UnitAct::Move => view! {
            <SelectField field=FieldName::Parent label=words.t("field-parent") options=unit_options(words, &page.targets)/>
        }
        .into_any(),
        UnitAct::Merge => view! {
            <SelectField field=FieldName::Into label=words.t("field-into") options=unit_options(words, &page.targets)/>
        }
        .into_any(),
        UnitAct::Close | UnitAct::Remove => ().into_any(),
    };
    let earliest = earliest_hint(words, page.earliest);
    let counts = [("people", page.row.people.into()), ("units", page.below.into())];
    let content = if is_blocked {
        view! { <p>{words.tv("unit-close-blocked", &counts)}</p> }.into_any()
    } else if is_hopeless {
        view! { <p>{words.t(&format!("unit-{act}-nowhere"))}</p> }.into_any()
    } else {
        let cancel = back.clone();
        view! {
            <LongForm action=format!("{back}/{act}")>
                {fields}
                {(page.act != UnitAct::Remove).then(|| view! {
                    <Field field=FieldName::FromOn label=words.t("field-from-on") kind="date"
                        value=page.day.to_string() max=page.day.to_string() hint=earliest/>
                })}
                <div class="row">
                    <button class=class>{words.t(&format!("unit-act-{act}-submit"))}</button>
                    <a class="btn quiet" href=cancel>{words.t("cancel")}</a>
                </div>
            </LongForm>
        }
        .into_any()
    };
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href=back.clone()>{unit.name}</a></p>
            <h1>{title.clone()}</h1>
            <p class="lead">{words.tv(&format!("unit-act-{act}-text"), &counts)}</p>
            <ErrorSummary/>
            {content}
        </main>
    }
}
