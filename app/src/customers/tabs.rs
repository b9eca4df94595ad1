//! Leads between the pages about customers' cases.

use domain::{Right, Viewer};
use leptos::prelude::*;

use crate::request::{Here, Words, viewer};

/// Pages about customers, with what each is called beside the others. The first one a person may see stands in the main
/// navigation.
const CASES: [(&str, &str, Right); 12] = [
    ("/complaints", "nav-complaints", Right::ViewCases),
    ("/complaints/held", "held-title", Right::HandleCase),
    ("/follow-ups", "nav-follow-ups", Right::HandleCase),
    (QUALITY, "quality-title", Right::ViewVoiceReports),
    ("/complaints/surveys", "surveys-title", Right::ViewVoiceReports),
    ("/complaints/faces", "faces-title", Right::ViewVoiceReports),
    ("/competitors", "nav-competitors", Right::ManageNotes),
    ("/contacts", "nav-contacts", Right::KeepContacts),
    ("/hours", "nav-hours", Right::KeepVoice),
    ("/letters", "nav-letters", Right::KeepVoice),
    ("/cards/paper", "nav-paper", Right::LogComplaint),
    ("/cards", "nav-cards", Right::KeepVoice),
];
const QUALITY: &str = "/complaints/quality";

/// The pages that somebody may see.
fn seen(viewer: &Viewer) -> impl Iterator<Item = (&'static str, &'static str, Right)> {
    CASES.into_iter().filter(|(_, _, right)| viewer.may(*right))
}

/// The page that stands in the main navigation.
pub(crate) fn first(viewer: &Viewer) -> Option<(&'static str, &'static str, Right)> {
    // There is less room there.
    seen(viewer).next().map(|(href, id, right)| (href, if href == QUALITY { "nav-cases" } else { id }, right))
}

/// Whether an address is one of these pages.
pub(crate) fn is_here(path: &str) -> bool {
    CASES.iter().any(|(part, ..)| path.starts_with(part))
}

/// At the top of each of these pages.
#[component]
pub fn CasesTabs() -> impl IntoView {
    let viewer = viewer();
    let words = Words(viewer.lang);
    let path = Here::find().path;
    // The list is the shortest of the addresses: the longest that fits is the page that is shown.
    let here = seen(&viewer)
        .map(|(href, ..)| href)
        .filter(|href| path.starts_with(href))
        .max_by_key(|href| href.len());
    let links: Vec<_> = seen(&viewer)
        .map(|(href, id, _)| {
            let current = (here == Some(href)).then_some("page");
            view! { <a href=href aria-current=current>{words.t(id)}</a> }
        })
        .collect();
    (links.len() > 1)
        .then(|| view! { <nav class="tabs areas" aria-label=words.t("cases-tabs")>{links}</nav> })
}
