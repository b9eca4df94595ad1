//! The sheet for a meeting with the staff's representatives: one page of A4, printed and filled in by hand.

use domain::insight::pack_pages::{DialogueAction, DialogueSheet, Moved};
use leptos::prelude::*;

use super::parts::{Sheet, change};
use crate::{parts::PageTitle, request::Words};

/// Lines of the table, those that are filled in among them.
const LINES: usize = 3;

/// Minutes of each part of the meeting, with what it is called and a hint.
const AGENDA: [(&str, &str, &str); 5] = [
    ("5", "dialogue-agenda-figures", "dialogue-agenda-figures-hint"),
    ("15", "dialogue-agenda-1", "dialogue-agenda-1-hint"),
    ("15", "dialogue-agenda-2", "dialogue-agenda-2-hint"),
    ("15", "dialogue-agenda-3", "dialogue-agenda-3-hint"),
    ("5", "dialogue-agenda-close", "dialogue-agenda-close-hint"),
];

#[component]
pub fn Dialogue(page: DialogueSheet) -> impl IntoView {
    let words = Words::find();
    let which = page.run.version.map_or_else(|| "draft".to_owned(), |version| version.to_string());
    let back = format!("{}?version={which}", page.pack);
    let title = format!("{} · {}", words.t("review-kind-sheet"), page.run.about);
    let agenda: Vec<_> = AGENDA
        .into_iter()
        .map(|(minutes, name, hint)| {
            let minutes = words.tv("dialogue-minutes", &[("minutes", minutes.into())]);
            view! { <tr><td>{minutes}</td><td><b>{words.t(name)}</b><span>{words.t(hint)}</span></td></tr> }
        })
        .collect();
    let figures: Vec<_> = page.figures.into_iter().map(figure).collect();
    let blank = LINES.saturating_sub(page.running.len()).max(1);
    let running: Vec<_> = page.running.into_iter().map(|row| line(words, row)).collect();
    let blanks: Vec<_> = (0..blank)
        .map(|_| view! { <tr class="open"><td></td><td></td><td></td><td></td><td></td></tr> })
        .collect();
    view! {
        <PageTitle text=title/>
        <main class="wrap pack" id="main">
            <div class="row spread tools">
                <a href=back>{words.t("dialogue-back")}</a>
                <span class="fine">{words.t("dialogue-print")}</span>
            </div>
            <Sheet run=page.run page=1 pages=1>
                <p class="kick">{page.kicker}</p>
                <h1>{page.headline}</h1>
                <div class="dialogue-top">
                    <div class="dialogue-box">
                        <h2>{words.t("dialogue-figures")}</h2>
                        <table><tbody>{figures}</tbody></table>
                        <p>{page.from}</p>
                    </div>
                    <div class="dialogue-agenda">
                        <h2>{words.t("dialogue-agenda")}</h2>
                        <table><tbody>{agenda}</tbody></table>
                    </div>
                </div>
                <div class="dialogue-fields">
                    {field(words, "dialogue-place")}
                    {field(words, "dialogue-present")}
                    {field(words, "dialogue-notes")}
                </div>
                {question(words, 1, "dialogue-question-1", None)}
                {question(words, 2, "dialogue-question-2", Some("dialogue-question-2-hint"))}
                <div class="ask dialogue-ask">
                    <b aria-hidden="true">"3"</b>
                    <div>
                        <h2>{words.t("dialogue-question-3")}</h2>
                        <table class="dialogue-plan">
                            <thead>
                                <tr>
                                    <th scope="col">{words.t("dialogue-column-what")}</th>
                                    <th scope="col">{words.t("dialogue-column-factor")}</th>
                                    <th scope="col">{words.t("dialogue-column-role")}</th>
                                    <th scope="col">{words.t("dialogue-column-from")}</th>
                                    <th scope="col">{words.t("dialogue-column-review")}</th>
                                </tr>
                            </thead>
                            <tbody>{running}{blanks}</tbody>
                        </table>
                    </div>
                </div>
                <div class="dialogue-fields tall two">
                    {field(words, "dialogue-remarks")}
                    {field(words, "dialogue-onward")}
                </div>
                <div class="dialogue-fields tall three">
                    {field(words, "dialogue-sign-employer")}
                    {field(words, "dialogue-sign-delegate")}
                    {field(words, "dialogue-sign-representative")}
                </div>
                <p class="fine">{words.t("dialogue-foot")}</p>
            </Sheet>
        </main>
    }
}

fn figure(row: Moved) -> impl IntoView {
    view! { <tr><th scope="row">{row.label}</th><td class="num"><b>{row.value}</b></td><td>{change(row.change)}</td></tr> }
}

fn line(words: Words, row: DialogueAction) -> impl IntoView {
    view! {
        <tr>
            <td>{row.what} " " <span>{words.t("dialogue-running")}</span></td>
            <td>{row.factor}</td>
            <td>{row.role}</td>
            <td>{row.from}</td>
            <td>{row.review}</td>
        </tr>
    }
}

/// A box to write in.
fn field(words: Words, id: &str) -> impl IntoView {
    view! { <div class="dialogue-field"><p>{words.t(id)}</p></div> }
}

fn question(words: Words, number: u8, id: &str, hint: Option<&str>) -> impl IntoView {
    let hint = hint.map(|hint| view! { " " <span class="fine">{words.t(hint)}</span> });
    view! {
        <div class="ask dialogue-ask">
            <b aria-hidden="true">{number}</b>
            <div><h2>{words.t(id)}{hint}</h2><div class="dialogue-field answer"></div></div>
        </div>
    }
}
