//! A person's own answers, which only their device has.

use domain::staff::bank::{Item, Scale};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    islands::{OwnHistory, Texts},
    request::{Words, viewer},
    staff::on_device::KeepChoice,
};

/// What the history says; variables are filled in by the island.
const TEXTS: [&str; 13] = [
    "history-cannot",
    "history-empty-title",
    "history-empty-text",
    "history-to-check-in",
    "history-erase",
    "history-erase-ask",
    "history-erase-yes",
    "history-erase-no",
    "history-export",
    "history-table",
    "history-question",
    "history-answer",
    "history-skipped",
];

/// The page is an empty frame: what it shows never was on the server.
#[component]
pub fn MyHistory() -> impl IntoView {
    let words = Words::find();
    let shelf = viewer().shelf.unwrap_or_default();
    let whose = shelf.clone();
    let mut texts = with_bank(words, &TEXTS);
    let patterns = [
        ("history-summary", &["count", "first", "last"][..]),
        ("history-round", &["round", "day"]),
        ("history-latest", &["answer"]),
    ];
    for (id, names) in patterns {
        texts.insert(id.to_owned(), pattern(words, id, names));
    }
    view! {
        <Title text=format!("{} · Trivsel", words.t("history-title"))/>
        <main class="phone history" id="main" data-shelf=whose>
            <h1>{words.t("history-title")}</h1>
            <p class="notice hold if-offline" role="status">{words.t("history-offline")}</p>
            <p class="small muted">{words.t("history-where")}</p>
            <noscript><p class="notice concern">{words.t("history-no-script")}</p></noscript>
            <OwnHistory shelf=shelf.clone() lang=words.0.tag().to_owned() texts/>
            <KeepChoice shelf/>
            <p class="after"><a href="/check-in">{words.t("history-back")}</a></p>
        </main>
    }
}

/// Texts for an island, with the wording of the whole bank: kept answers may be of any round.
pub(crate) fn with_bank(words: Words, ids: &[&str]) -> Texts {
    let items = Item::all().map(|item| format!("item-{}", item.id().to_lowercase()));
    let labels = [Scale::Workload, Scale::Quality, Scale::Agreement]
        .into_iter()
        .flat_map(|scale| (0..5).map(move |position| scale.label_id(position).to_owned()));
    let ids = ids.iter().map(|id| (*id).to_owned());
    ids.chain(items).chain(labels).map(|id| (id.clone(), words.t(&id))).collect()
}

/// A text with a mark in square brackets for each variable.
fn pattern(words: Words, id: &str, names: &[&str]) -> String {
    let marks: Vec<_> = names.iter().map(|name| (*name, format!("[{name}]").into())).collect();
    words.tv(id, &marks)
}
