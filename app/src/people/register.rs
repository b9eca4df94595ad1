//! People: the list, adding somebody, one-time codes and invitations.

use domain::{
    Field as FieldName, format,
    people::register::{AccountState, CodesPage, NewPersonPage, PersonFilter, PersonList, PersonRow, Sheet},
};
use leptos::prelude::*;

use crate::organisation::units::unit_options;
use crate::{
    parts::{Done, ErrorSummary, Field, LongForm, PageTitle, Pager, ProofField, Qr, SelectField},
    request::{Here, Words, encode},
};

/// How an account stands, as a chip.
pub(crate) fn state_chip(words: Words, state: AccountState) -> AnyView {
    let class = match state {
        AccountState::Active => "chip ok",
        AccountState::Locked => "chip concern",
        AccountState::Invited => "chip hold",
        AccountState::None | AccountState::New | AccountState::Left => "chip",
    };
    view! { <span class=class>{words.t(&format!("account-state-{}", state.name()))}</span> }.into_any()
}

#[component]
pub fn ListPage(list: PersonList, filter: PersonFilter) -> impl IntoView {
    let words = Words::find();
    let is_filtered = !(filter.search.trim().is_empty() && filter.unit.is_none() && filter.state.is_none());
    let heading = words.tv("people-count", &[("count", (list.total as f64).into())]);
    let (unit, state) = chosen(&filter);
    let href = format!("/people?search={}&unit={unit}&state={state}&page=", encode(&filter.search));
    let rows: Vec<_> = list.rows.into_iter().map(|row| view! { <Row row/> }).collect();
    let content = if rows.is_empty() {
        let (title, text) = if is_filtered {
            ("people-none-found", "people-none-found-text")
        } else {
            ("people-empty-title", "people-empty-text")
        };
        view! {
            <div class="empty">
                <h2>{words.t(title)}</h2>
                <p>{words.t(text)}</p>
                <div class="row center">
                    <a class="btn" href="/people/new">{words.t("people-new")}</a>
                </div>
            </div>
        }
        .into_any()
    } else {
        view! {
            <section class="card flush">
                <table class="cases people">
                    <caption class="sr">{heading.clone()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.t("field-number")}</th>
                            <th scope="col">{words.t("field-name")}</th>
                            <th scope="col">{words.t("field-unit")}</th>
                            <th scope="col">{words.t("person-account")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
        .into_any()
    };
    view! {
        <PageTitle text=words.t("nav-people")/>
        <main class="wrap" id="main">
            <div class="row spread">
                <div>
                    <h1>{words.t("nav-people")}</h1>
                    <p class="muted">{heading}</p>
                </div>
                <div class="row">
                    <a class="btn quiet" href="/people/codes">{words.t("codes-link")}</a>
                    <a class="btn quiet" href="/imports">{words.t("units-fresh-import")}</a>
                    <a class="btn" href="/people/new">{words.t("people-new")}</a>
                </div>
            </div>
            <Filters units=unit_options(words, &list.units) filter/>
            {content}
            <Pager page=list.page pages=list.pages href/>
        </main>
    }
}

/// What stands in the fields of the filter: unit and state.
fn chosen(filter: &PersonFilter) -> (String, &'static str) {
    (
        filter.unit.map(|unit| unit.to_string()).unwrap_or_default(),
        filter.state.map_or("", AccountState::name),
    )
}

#[component]
fn Filters(units: Vec<(String, String)>, filter: PersonFilter) -> impl IntoView {
    let words = Words::find();
    let (unit, state) = chosen(&filter);
    let option = |value: String, text: String, chosen: &str| {
        let is_chosen = value == chosen;
        view! { <option value=value selected=is_chosen>{text}</option> }
    };
    let units: Vec<_> = units
        .into_iter()
        .map(|(value, text)| {
            let text = if value.is_empty() { words.t("people-all-units") } else { text };
            option(value, text, &unit)
        })
        .collect();
    let all = option(String::new(), words.t("people-all-states"), state);
    let states: Vec<_> = AccountState::ALL
        .into_iter()
        .map(|other| {
            let text = words.t(&format!("account-state-{}", other.name()));
            option(other.name().to_owned(), text, state)
        })
        .collect();
    view! {
        <form class="filters" role="search" method="get" action="/people">
            <input type="search" name="search" value=filter.search.clone()
                aria-label=words.t("people-search") placeholder=words.t("people-search")/>
            <select name="unit" aria-label=words.t("field-unit")>{units}</select>
            <select name="state" aria-label=words.t("person-account")>{all}{states}</select>
            <button class="btn quiet">{words.t("show")}</button>
        </form>
    }
}

#[component]
fn Row(row: PersonRow) -> impl IntoView {
    let words = Words::find();
    view! {
        <tr>
            <td class="ref">{row.number}</td>
            <td>
                <a href=format!("/people/{}", row.id)>{row.name}</a>
                <small>{row.email}</small>
            </td>
            <td data-label=words.t("field-unit")>{row.unit.unwrap_or_else(|| "—".to_owned())}</td>
            <td data-label=words.t("person-account")>{state_chip(words, row.state)}</td>
        </tr>
    }
}

#[component]
pub fn NewPage(page: NewPersonPage) -> impl IntoView {
    let words = Words::find();
    let unit = Here::find().query("unit").unwrap_or_default().to_owned();
    let mut units = unit_options(words, &page.units);
    if page.may_be_nowhere
        && let Some((_, text)) = units.first_mut()
    {
        *text = words.t("person-nowhere-yet");
    }
    view! {
        <PageTitle text=words.t("people-new")/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow">{words.t("nav-people")}</p>
            <h1>{words.t("people-new")}</h1>
            <ErrorSummary/>
            <LongForm action="/people/new">
                <Field field=FieldName::Name label=words.t("field-name")/>
                <Field field=FieldName::Number label=words.t("person-number") hint=words.t("person-number-hint")/>
                <Field field=FieldName::Email label=words.t("person-email") hint=words.t("person-email-hint")/>
                <SelectField field=FieldName::Unit label=words.t("field-unit") options=units value=unit/>
                <Field field=FieldName::FromOn label=words.t("person-first-day") kind="date"
                    value=page.day.to_string() hint=words.t("person-first-day-hint")/>
                <div class="row">
                    <button class="btn">{words.t("people-new-submit")}</button>
                    <a class="btn quiet" href="/people">{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}

#[component]
pub fn CodesForm(page: CodesPage) -> impl IntoView {
    let words = Words::find();
    let total: u32 = page.waiting.iter().map(|(_, count)| count).sum();
    let choices: Vec<_> = page
        .waiting
        .into_iter()
        .enumerate()
        .map(|(place, (unit, count))| {
            let id = if place == 0 { "unit".to_owned() } else { format!("unit-{}", unit.id) };
            let count = words.tv("units-people", &[("count", count.into())]);
            view! {
                <label class="choice">
                    <input type="checkbox" id=id name="unit" value=unit.id.to_string()/>
                    " " {unit.name} " · " {count}
                </label>
            }
        })
        .collect();
    let invite = words.tv("codes-invite-count", &[("count", page.to_invite.into())]);
    view! {
        <PageTitle text=words.t("codes-title")/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href="/people">{words.t("nav-people")}</a></p>
            <h1>{words.t("codes-title")}</h1>
            <Done family="person-done-"/>
            <ErrorSummary/>
            <section class="card stack">
                <h2>{words.t("codes-print-title")}</h2>
                <p>{words.tv("codes-print-text", &[("count", total.into())])}</p>
                {(total > 0).then(|| view! {
                    <form method="post" novalidate action="/people/codes">
                        <fieldset class="choices"><legend>{words.t("codes-units")}</legend>{choices}</fieldset>
                        <p class="small muted">{words.t("codes-print-warning")}</p>
                        <ProofField/>
                        <div class="row"><button class="btn" name="act" value="print">{words.t("codes-print-submit")}</button></div>
                    </form>
                })}
            </section>
            <section class="card stack">
                <h2>{words.t("codes-invite-title")}</h2>
                <p>{invite}</p>
                {(page.to_invite > 0).then(|| view! {
                    <details>
                        <summary>{words.t("codes-invite-open")}</summary>
                        <form method="post" novalidate action="/people/codes">
                            <p>{words.t("codes-invite-text")}</p>
                            <div class="row"><button class="btn" name="act" value="invite">{words.t("codes-invite-submit")}</button></div>
                        </form>
                    </details>
                })}
            </section>
        </main>
    }
}

/// A sheet of codes: on the screen once, and on paper.
#[component]
pub fn SheetPage(sheet: Sheet) -> impl IntoView {
    let words = Words::find();
    let until = format::long_date(words.0, sheet.valid_until);
    let count = words.tv("codes-sheet-title", &[("count", sheet.slips.len().into())]);
    let (address, picture) = (sheet.address, sheet.picture);
    let slips: Vec<_> = sheet
        .slips
        .into_iter()
        .map(|slip| {
            view! {
                <li class="slip">
                    <h2>{slip.name}</h2>
                    <p class="small muted">{slip.unit}</p>
                    <Qr picture=picture.clone() label=address.clone()/>
                    <p>{words.t("codes-slip-address")} " " <strong>{address.clone()}</strong></p>
                    <dl>
                        <div><dt>{words.t("codes-slip-login")}</dt><dd class="num">{slip.login}</dd></div>
                        <div><dt>{words.t("field-code")}</dt><dd class="code">{slip.code}</dd></div>
                    </dl>
                    <p class="small">{words.tv("codes-slip-until", &[("date", until.clone().into())])}</p>
                </li>
            }
        })
        .collect();
    view! {
        <PageTitle text=count.clone()/>
        <main class="wrap" id="main">
            <div class="sheet-head">
                <h1>{count.clone()}</h1>
                <div class="notice concern" role="status"><p>{words.t("codes-sheet-text")}</p></div>
                <p><a href="/people/codes">{words.t("codes-sheet-back")}</a></p>
            </div>
            <ul class="sheet">{slips}</ul>
        </main>
    }
}
