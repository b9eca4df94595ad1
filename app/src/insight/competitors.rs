//! Ours beside theirs, by topic and over time.

use domain::{
    Right, UnitId,
    insight::{
        competitors::{ComparedRow, CompetitorsPage},
        notes::{NoteRow, Topic, days},
    },
};
use leptos::prelude::*;

use crate::{
    customers::tabs::CasesTabs,
    parts::{Done, ErrorSummary, PageTitle, UnitPath},
    request::{Words, viewer},
};

#[component]
pub fn CompetitorsView(page: CompetitorsPage) -> impl IntoView {
    let words = Words::find();
    let unit = page.place.unit.clone();
    let tabs = viewer().may(Right::ManageNotes).then(|| view! { <CasesTabs/> });
    let is_empty = page.topics.is_empty();
    let topics: Vec<_> =
        page.topics.into_iter().map(|(topic, rows)| view! { <OfTopic topic rows here=unit.id/> }).collect();
    let campaigns: Vec<_> = page.campaigns.into_iter().map(|row| view! { <Campaign row/> }).collect();
    let add = page.may_add.then(|| {
        view! { <a class="btn" href=format!("/trends/notes/new?unit={}", unit.id)>{words.t("notes-add")}</a> }
    });
    view! {
        <PageTitle text=format!("{} · {}", words.t("competitors-title"), unit.name)/>
        <main class="wrap" id="main">
            {tabs}
            <UnitPath place=page.place page="/competitors"/>
            <div class="row spread">
                <h1>{words.tv("competitors-heading", &[("ask", page.to_confirm.into())])}</h1>
                {add}
            </div>
            <p class="lead">{words.t("competitors-lead")}</p>
            <Done family="competitors-done-"/>
            <ErrorSummary/>
            <div class="stack survey-scores">
                {is_empty.then(|| view! { <div class="empty"><h2>{words.t("competitors-none")}</h2><p>{words.t("competitors-none-text")}</p></div> })}
                {topics}
                {(!campaigns.is_empty()).then(|| view! {
                    <section class="card">
                        <h2>{words.t("competitors-campaigns")}</h2>
                        <ul>{campaigns}</ul>
                    </section>
                })}
            </div>
        </main>
    }
}

#[component]
fn OfTopic(topic: Topic, rows: Vec<ComparedRow>, here: UnitId) -> impl IntoView {
    let words = Words::find();
    let rows: Vec<_> = rows.into_iter().map(|row| view! { <Compared row here/> }).collect();
    view! {
        <section class="card">
            <h2>{words.t(topic.text_id())}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=words.t(topic.text_id())><table class="data compared">
                <caption class="sr">{words.t(topic.text_id())}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.t("competitors-who")}</th>
                        <th scope="col">{words.t("note-ours")}</th>
                        <th scope="col">{words.t("note-theirs")}</th>
                        <th scope="col">{words.t("competitors-when")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table></div>
        </section>
    }
}

#[component]
fn Compared(row: ComparedRow, here: UnitId) -> impl IntoView {
    let words = Words::find();
    let when = match row.ends_on {
        Some(_) => days(words.0, row.starts_on, row.ends_on),
        None => words.tv("competitors-since", &[("day", days(words.0, row.starts_on, None).into())]),
    };
    let confirmed = row.confirmed_on.filter(|_| row.ends_on.is_none()).map(|day| {
        let text = words.tv("competitors-confirmed", &[("day", days(words.0, day, None).into())]);
        view! { <br/> <small class="muted">{text}</small> }
    });
    let above = (row.unit.id != here)
        .then(|| view! { <br/> <small class="muted">{words.tv("note-from-above", &[("unit", row.unit.name.clone().into())])}</small> });
    let button = |act: &'static str, class: &'static str| {
        let label = words.t(&format!("competitors-{act}"));
        view! { <button class=class name="act" value=act aria-label=format!("{label}: {}", row.label)>{label.clone()}</button> }
    };
    let ask = (row.is_to_confirm && row.may_change).then(|| {
        view! {
            <form method="post" novalidate action="/competitors" class="row still">
                <input type="hidden" name="note_id" value=row.id.to_string()/>
                <span class="chip warn">{words.t("competitors-ask")}</span>
                {button("still", "btn small")}
                {button("ended", "btn quiet small")}
            </form>
        }
    });
    view! {
        <tr>
            <th scope="row">{row.label.clone()} {above}</th>
            <td data-label=words.t("note-ours")>{row.ours}</td>
            <td data-label=words.t("note-theirs")>{row.theirs}</td>
            <td data-label=words.t("competitors-when")>{when} {confirmed} {ask}</td>
        </tr>
    }
}

#[component]
fn Campaign(row: NoteRow) -> impl IntoView {
    let words = Words::find();
    let when = days(words.0, row.note.starts_on, row.note.ends_on);
    view! { <li>{row.note.label} " " <small class="muted">{when} " · " {row.unit.name}</small></li> }
}
