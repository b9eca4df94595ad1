//! Leads between the pages about customers' cases.

use domain::{Right, Viewer};
use leptos::prelude::*;

use crate::request::{Here, Words, viewer};

/// What somebody comes for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    /// The day's work.
    Daily,
    /// What customers say, and how their cases went.
    Reports,
    /// What is set once.
    SetUp,
}

impl Group {
    const ALL: [Self; 3] = [Self::Daily, Self::Reports, Self::SetUp];

    const fn text_id(self) -> &'static str {
        match self {
            Self::Daily => "cases-group-daily",
            Self::Reports => "cases-group-reports",
            Self::SetUp => "cases-group-set-up",
        }
    }
}

/// A page about customers: its group, its address, what it is called beside the others, and who may see it.
type Page = (Group, &'static str, &'static str, Right);

/// Pages about customers. The first one a person may see stands in the main navigation.
const CASES: [Page; 13] = [
    (Group::Daily, "/complaints", "nav-complaints", Right::ViewCases),
    (Group::Daily, "/complaints/held", "held-title", Right::HandleCase),
    (Group::Daily, "/follow-ups", "nav-follow-ups", Right::HandleCase),
    (Group::Daily, "/members", "members-title", Right::LookUpMember),
    (Group::Daily, "/cards/paper", "nav-paper", Right::LogComplaint),
    (Group::Daily, "/contacts", "nav-contacts", Right::KeepContacts),
    (Group::Reports, QUALITY, "quality-title", Right::ViewVoiceReports),
    (Group::Reports, "/complaints/surveys", "surveys-title", Right::ViewVoiceReports),
    (Group::Reports, "/complaints/faces", "faces-title", Right::ViewVoiceReports),
    (Group::Reports, "/competitors", "nav-competitors", Right::ManageNotes),
    (Group::SetUp, "/cards", "nav-cards", Right::KeepVoice),
    (Group::SetUp, "/hours", "nav-hours", Right::KeepVoice),
    (Group::SetUp, "/letters", "nav-letters", Right::KeepVoice),
];
const QUALITY: &str = "/complaints/quality";

/// The pages that somebody may see.
fn seen(viewer: &Viewer) -> impl Iterator<Item = Page> {
    CASES.into_iter().filter(|(_, _, _, right)| viewer.may(*right))
}

/// The page that stands in the main navigation.
pub(crate) fn first(viewer: &Viewer) -> Option<(&'static str, &'static str, Right)> {
    // There is less room there.
    seen(viewer)
        .next()
        .map(|(_, href, id, right)| (href, if href == QUALITY { "nav-cases" } else { id }, right))
}

/// Whether an address is one of these pages.
pub(crate) fn is_here(path: &str) -> bool {
    CASES.iter().any(|(_, part, ..)| path.starts_with(part))
}

/// At the top of each of these pages: the groups, and below them the pages of this one.
#[component]
pub fn CasesTabs() -> impl IntoView {
    let viewer = viewer();
    let words = Words(viewer.lang);
    let path = Here::find().path;
    let pages: Vec<Page> = seen(&viewer).collect();
    // The list is the shortest of the addresses: the longest that fits is the page that is shown.
    let here =
        pages.iter().filter(|(_, href, ..)| path.starts_with(href)).max_by_key(|(_, href, ..)| href.len());
    let (group, href) = here.map(|(group, href, ..)| (*group, *href)).unzip();
    let groups: Vec<_> = Group::ALL
        .into_iter()
        .filter_map(|one| pages.iter().find(|(group, ..)| *group == one).map(|(_, href, ..)| (one, *href)))
        .map(|(one, href)| {
            let current = (group == Some(one)).then_some("true");
            view! { <a href=href aria-current=current>{words.t(one.text_id())}</a> }
        })
        .collect();
    let links: Vec<_> = pages
        .iter()
        .filter(|(of, ..)| group == Some(*of))
        .map(|(_, page, id, _)| {
            let current = (href == Some(*page)).then_some("page");
            view! { <a href=*page aria-current=current>{words.t(id)}</a> }
        })
        .collect();
    (pages.len() > 1).then(|| {
        let groups = (groups.len() > 1).then(|| view! { <div class="tabs areas">{groups}</div> });
        let links = (links.len() > 1).then(|| view! { <div class="tabs areas within">{links}</div> });
        view! { <nav class="levels" aria-label=words.t("cases-tabs")>{groups}{links}</nav> }
    })
}
