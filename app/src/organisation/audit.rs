//! The audit log: who did what, when; and whether anybody has changed it since.

use domain::{
    Field, Role,
    audit::{AuditFilter, AuditPage, AuditRow, Chain, Event},
    staff::privacy::RuleChange,
};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{parts::rule_step, request::Words};

#[component]
pub fn LogPage(page: AuditPage, filter: AuditFilter) -> impl IntoView {
    let words = Words::find();
    let mut options: Vec<_> =
        Event::ALL.iter().map(|event| (words.t(&event.text_id()), event.name())).collect();
    options.sort();
    let options: Vec<_> = options
        .into_iter()
        .map(|(label, name)| view! { <option value=name selected=filter.event.map(Event::name) == Some(name)>{label}</option> })
        .collect();
    let older = page.rows.last().filter(|_| page.has_more).map(|row| {
        let event = filter.event.map_or("", Event::name);
        view! { <a class="btn quiet" href=format!("/audit?event={event}&before={}", row.id)>{words.t("audit-older")}</a> }
    });
    let newest = (filter.before > 0).then(|| {
        view! { <a class="btn quiet" href="/audit">{words.t("audit-newest")}</a> }
    });
    let is_empty = page.rows.is_empty();
    let rows: Vec<_> = page.rows.into_iter().map(|row| view! { <Row row/> }).collect();
    view! {
        <Title text=format!("{} · Trivsel", words.t("audit-title"))/>
        <main class="wrap" id="main">
            <h1>{words.t("audit-title")}</h1>
            <p class="lead">{words.t("audit-lead")}</p>
            {page.chain.map(|chain| view! { <ChainNotice chain/> })}
            <div class="controls">
                <form class="picker" method="get" action="/audit">
                    <label for="event">{words.t("audit-event")}</label>
                    <select id="event" name="event">
                        <option value="">{words.t("audit-all")}</option>
                        {options}
                    </select>
                    <button class="btn quiet">{words.t("show")}</button>
                </form>
                <form method="get" action="/audit">
                    <button class="btn quiet" name="check" value="1">{words.t("audit-check")}</button>
                </form>
            </div>
            {if is_empty {
                view! {
                    <div class="empty"><h2>{words.t("audit-empty-title")}</h2><p>{words.t("audit-empty-text")}</p></div>
                }.into_any()
            } else {
                view! {
                    <section class="card flush">
                        <div class="scroll" tabindex="0" role="region" aria-label=words.t("audit-title")>
                            <table class="data audit">
                                <thead>
                                    <tr>
                                        <th scope="col" class="num">{words.t("audit-number")}</th>
                                        <th scope="col" class="when">{words.t("audit-when")}</th>
                                        <th scope="col">{words.t("audit-what")}</th>
                                        <th scope="col">{words.t("audit-who")}</th>
                                        <th scope="col">{words.t("audit-about")}</th>
                                    </tr>
                                </thead>
                                <tbody>{rows}</tbody>
                            </table>
                        </div>
                    </section>
                }.into_any()
            }}
            <div class="row">{newest}{older}</div>
        </main>
    }
}

#[component]
fn ChainNotice(chain: Chain) -> impl IntoView {
    let words = Words::find();
    match chain {
        Chain::Whole { rows, head } => view! {
            <div class="notice ok" role="status">
                <p><b>{words.tv("audit-whole", &[("rows", rows.into())])}</b></p>
                <p>{words.t("audit-whole-text")} " " <code class="hash">{head}</code></p>
            </div>
        }
        .into_any(),
        Chain::Broken { row } => view! {
            <div class="notice concern" role="alert">
                <p><b>{words.tv("audit-broken", &[("row", row.to_string().into())])}</b></p>
                <p>{words.t("audit-broken-text")}</p>
            </div>
        }
        .into_any(),
    }
}

#[component]
fn Row(row: AuditRow) -> impl IntoView {
    let words = Words::find();
    let detail = detail(words, row.event, &row.detail);
    let about: Vec<String> =
        [row.whom, row.unit].into_iter().flatten().chain((!detail.is_empty()).then_some(detail)).collect();
    view! {
        <tr>
            <td class="num muted">{row.id}</td>
            <td class="num when">{domain::format::moment(words.0, &row.at)}</td>
            <th scope="row">{words.t(&row.event.text_id())}</th>
            <td>{row.who.unwrap_or_else(|| "–".to_owned())}</td>
            <td>{about.join(" · ")}</td>
        </tr>
    }
}

/// Roles and fields are stored by their names; everything else is a name, a day or an address.
fn detail(words: Words, event: Event, detail: &str) -> String {
    match event {
        Event::RoleGiven | Event::RoleTaken => {
            Role::from_name(detail).map_or_else(|| detail.to_owned(), |role| words.t(&role.text_id()))
        }
        Event::QuestionChanged => match detail.split_once(' ') {
            Some((act, which)) => format!("{} · {which}", words.t(&format!("question-act-{act}"))),
            None => detail.to_owned(),
        },
        Event::NoteChanged => match detail.split_once(' ') {
            Some((act, which)) => format!("{} · {which}", words.t(&format!("note-act-{act}"))),
            None => detail.to_owned(),
        },
        Event::PersonChanged => detail
            .split(", ")
            .filter_map(|name| {
                [Field::Number, Field::Name, Field::Email].into_iter().find(|f| f.name() == name)
            })
            .map(|field| words.t(&format!("field-{}", field.name())))
            .collect::<Vec<_>>()
            .join(", "),
        Event::ThresholdChanged => match RuleChange::from_line(detail) {
            Some(change) => std::iter::once(words.t(&format!("deed-{}", change.deed.name())))
                .chain(change.steps.iter().map(|step| rule_step(words, step)))
                .collect::<Vec<_>>()
                .join(" · "),
            None => detail.to_owned(),
        },
        _ => detail.to_owned(),
    }
}
