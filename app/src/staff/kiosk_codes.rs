//! Codes for the shared tablet: which teams use them, and their sheets.

use chrono::NaiveDate;
use domain::{
    Field as FieldName, format,
    staff::kiosk::{CodeSheet, CodeTeam, CodesAct, CodesPage, NextSheet, SheetsPage},
};
use leptos::prelude::*;

use crate::organisation::units::unit_options;
use crate::{
    parts::{Done, ErrorSummary, PageTitle, Qr, RoundsTabs, SelectField},
    request::Words,
};

#[component]
pub fn Teams(page: CodesPage) -> impl IntoView {
    let words = Words::find();
    let is_open = page.round.is_some();
    let round = open_round(words, page.round);
    let is_empty = page.teams.is_empty();
    let teams: Vec<_> = page.teams.into_iter().map(|team| view! { <Team team is_open/> }).collect();
    let options = unit_options(words, &page.others);
    view! {
        <PageTitle text=words.t("tablet-title")/>
        <main class="wrap narrow" id="main">
            <RoundsTabs/>
            <p class="eyebrow">{round}</p>
            <h1>{words.t("tablet-title")}</h1>
            <p class="lead">{words.t("tablet-lead")}</p>
            <Done family="tablet-done-"/>
            <ErrorSummary/>
            <div class="stack">
                <section class="card">
                    <h2>{words.t("tablet-teams")}</h2>
                    <div class="tablet-where">
                        <Qr picture=page.picture label=words.tv("tablet-picture", &[("address", page.address.clone().into())])/>
                        <p class="small">
                            {words.t("tablet-where")} " " <a href="/kiosk">{page.address}</a> " "
                            {words.t("tablet-picture-text")}
                        </p>
                    </div>
                    {is_empty.then(|| view! { <p>{words.t("tablet-empty")}</p> })}
                    <ul class="code-teams">{teams}</ul>
                    <p class="small muted">{words.t("tablet-secret")}</p>
                </section>
                <section class="card">
                    <h2>{words.t("tablet-add")}</h2>
                    <p class="small">{words.t("tablet-add-text")}</p>
                    <form class="short" method="post" novalidate action="/kiosk/codes">
                        <SelectField field=FieldName::Unit label=words.t("tablet-add-unit") options/>
                        <button class="btn" name="act" value=CodesAct::Begin.name()>{words.t("tablet-add-submit")}</button>
                    </form>
                </section>
            </div>
        </main>
    }
}

/// The open round in words.
fn open_round(words: Words, round: Option<(i64, NaiveDate, NaiveDate)>) -> String {
    let Some((number, from, to)) = round else { return words.t("tablet-no-round") };
    let day = |day| format::short_date(words.0, day).into();
    words.tv("tablet-round", &[("round", number.into()), ("from", day(from)), ("to", day(to))])
}

#[component]
fn Team(team: CodeTeam, is_open: bool) -> impl IntoView {
    let words = Words::find();
    let name = team.unit.name.clone();
    let id = team.unit.id.to_string();
    let state = match team.slips {
        Some(count) => words.tv("tablet-slips", &[("count", count.into())]),
        None => words.t("tablet-from-next"),
    };
    let last = (team.slips.is_some() && !team.stays).then(|| words.t("tablet-last"));
    let sheet = if team.has_sheet { ("chip ok", "tablet-sheet-on") } else { ("chip", "tablet-sheet-off") };
    let (make, text) = match (team.next, team.has_sheet) {
        (NextSheet::None, true) => ("tablet-ask-new", "tablet-ask-warning"),
        (NextSheet::None, false) => ("tablet-ask", "tablet-ask-text"),
        (NextSheet::Asked, _) => ("tablet-asked", "tablet-asked-text"),
        (NextSheet::Released, true) => ("tablet-make-new", "tablet-make-warning"),
        (NextSheet::Released, false) => ("tablet-make", "tablet-make-text"),
    };
    let acts: &[(CodesAct, &str, &str)] = match team.next {
        NextSheet::None => &[(CodesAct::Ask, "btn", "tablet-ask-submit")],
        NextSheet::Asked => &[],
        NextSheet::Released => {
            &[(CodesAct::Pdf, "btn", "tablet-pdf"), (CodesAct::Sheet, "btn quiet", "tablet-browser")]
        }
    };
    let button = |(act, class, label): &(CodesAct, &'static str, &str)| {
        view! { <button class=*class name="act" value=act.name()>{words.t(label)}</button> }
    };
    let buttons: Vec<_> = acts.iter().map(button).collect();
    let has_codes = is_open && team.slips.is_some();
    view! {
        <li>
            <div class="kv">
                <div>
                    <h3>{name.clone()}</h3>
                    <p class="small muted">{state} {last.map(|last| format!(" · {last}"))}</p>
                </div>
                {has_codes.then(|| view! { <span class=sheet.0>{words.t(sheet.1)}</span> })}
            </div>
            {has_codes.then(|| view! {
                <details>
                    <summary>{words.t(make)} <span class="sr">": " {name.clone()}</span></summary>
                    <form method="post" novalidate action="/kiosk/codes">
                        <input type="hidden" name="unit" value=id.clone()/>
                        <p class="small">{words.t(text)}</p>
                        <div class="row">{buttons}</div>
                    </form>
                </details>
            })}
            {(has_codes && team.has_sheet).then(|| view! {
                <More act=CodesAct::Revoke id=id.clone() name=name.clone()/>
            })}
            {team.stays.then(|| view! { <More act=CodesAct::End id name/> })}
        </li>
    }
}

/// Sheets that wait for the staff representative.
#[component]
pub fn Sheets(page: SheetsPage) -> impl IntoView {
    let words = Words::find();
    let is_empty = page.asked.is_empty();
    let asked: Vec<_> = page
        .asked
        .into_iter()
        .map(|(unit, slips)| {
            view! {
                <li>
                    <h3>{unit.name.clone()}</h3>
                    <p class="small muted">{words.tv("tablet-slips", &[("count", slips.into())])}</p>
                    <form method="post" novalidate action="/kiosk/sheets">
                        <input type="hidden" name="unit" value=unit.id.to_string()/>
                        <button class="btn">{words.t("sheets-release")} <span class="sr">": " {unit.name}</span></button>
                    </form>
                </li>
            }
        })
        .collect();
    view! {
        <PageTitle text=words.t("sheets-title")/>
        <main class="wrap narrow" id="main">
            <RoundsTabs/>
            <p class="eyebrow">{open_round(words, page.round)}</p>
            <h1>{words.t("sheets-title")}</h1>
            <p class="lead">{words.t("sheets-lead")}</p>
            <Done family="sheets-done-"/>
            <ErrorSummary/>
            <section class="card">
                {is_empty.then(|| view! { <p>{words.t("sheets-empty")}</p> })}
                <ul class="code-teams">{asked}</ul>
                <p class="small muted">{words.t("sheets-why")}</p>
            </section>
        </main>
    }
}

/// Something that takes an explanation before it is done.
#[component]
fn More(act: CodesAct, id: String, name: String) -> impl IntoView {
    let words = Words::find();
    let label = words.t(&format!("tablet-{}", act.name()));
    view! {
        <details>
            <summary>{label.clone()} <span class="sr">": " {name}</span></summary>
            <form method="post" novalidate action="/kiosk/codes">
                <input type="hidden" name="unit" value=id/>
                <p class="small">{words.t(&format!("tablet-{}-text", act.name()))}</p>
                <div class="row"><button class="btn danger" name="act" value=act.name()>{label}</button></div>
            </form>
        </details>
    }
}

/// A sheet of codes: on the screen once, and on paper.
#[component]
pub fn SheetPage(sheet: CodeSheet) -> impl IntoView {
    let words = Words::find();
    let title = words.tv("slips-title", &[("team", sheet.team.as_str().into())]);
    let (from, to) = sheet.days;
    let days = words.tv(
        "slips-round",
        &[("from", format::short_date(words.0, from).into()), ("to", format::short_date(words.0, to).into())],
    );
    let slips: Vec<_> = sheet
        .codes
        .into_iter()
        .map(|code| {
            view! {
                <li class="slip">
                    <h2>{sheet.team.clone()}</h2>
                    <p class="small muted">{days.clone()}</p>
                    <p class="code">{code}</p>
                    <p class="small">{words.t("slips-how")} " " <strong>{sheet.address.clone()}</strong></p>
                    <p class="tiny muted">{words.t("slips-promise")}</p>
                </li>
            }
        })
        .collect();
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap" id="main">
            <div class="sheet-head">
                <h1>{title.clone()}</h1>
                <div class="notice concern" role="status"><p>{words.t("tablet-sheet-text")}</p></div>
                <p><a href="/kiosk/codes">{words.t("tablet-sheet-back")}</a></p>
            </div>
            <ul class="sheet">{slips}</ul>
        </main>
    }
}
