//! Help: where to start, by role; what is stored, how numbers are computed, what the link can and cannot say.

use domain::{Right, Viewer};
use leptos::prelude::*;

use crate::{
    parts::PageTitle,
    request::{Words, viewer},
};

/// Sections: anchor and heading, number of paragraphs, whether only those who see trends read them first.
const SECTIONS: [(&str, u8, bool); 6] = [
    ("privacy", 4, false),
    ("questions", 2, false),
    ("device", 4, false),
    ("numbers", 4, true),
    ("link", 4, true),
    ("views", 6, true),
];

/// Where to start: a role, who has it, and the pages it begins with, each with a sentence of its own.
struct Start {
    role: &'static str,
    is_theirs: fn(&Viewer) -> bool,
    pages: &'static [&'static str],
}

/// By role, in the order in which somebody with several reads them.
const STARTS: [Start; 6] = [
    Start {
        role: "admin",
        is_theirs: |viewer| viewer.may(Right::ManageUnits),
        pages: &["/units", "/people", "/people/codes", "/imports"],
    },
    Start {
        role: "hr",
        is_theirs: |viewer| viewer.may(Right::ManageRounds),
        pages: &["/rounds", "/questions", "/kiosk/codes", "/review"],
    },
    Start {
        role: "staff-representative",
        is_theirs: |viewer| viewer.may(Right::ReleaseCodes),
        pages: &["/privacy", "/kiosk/sheets", "/audit"],
    },
    Start {
        role: "manager",
        is_theirs: |viewer| viewer.may(Right::ViewToday) && viewer.may(Right::ViewCases),
        pages: &["/today", "/trends", "/actions", "/complaints", "/contacts", "/hours"],
    },
    Start {
        role: "service",
        is_theirs: |viewer| viewer.may(Right::LogComplaint) && !viewer.may(Right::ViewToday),
        pages: &["/complaints/new", "/complaints", "/members", "/contacts"],
    },
    Start {
        role: "employee",
        is_theirs: |viewer| viewer.may(Right::CheckIn),
        pages: &["/check-in", "/team", "/stored"],
    },
];

/// The help page. What a reader's roles have nothing to do with stays folded.
#[component]
pub fn Help() -> impl IntoView {
    let words = Words::find();
    let viewer = viewer();
    let sees_trends = viewer.may(Right::ViewToday);
    let is_stranger = viewer.name.is_none();
    let starts: Vec<_> = STARTS
        .iter()
        .filter(|start| (start.is_theirs)(&viewer))
        .map(|start| {
            let steps: Vec<_> = start
                .pages
                .iter()
                .map(|page| {
                    let id = page.trim_start_matches('/').replace('/', "-");
                    let role = start.role;
                    view! {
                        <li>
                            <a href=*page>{words.t(&format!("start-{role}-{id}"))}</a>
                            " " {words.t(&format!("start-{role}-{id}-why"))}
                        </li>
                    }
                })
                .collect();
            view! { <h3>{words.t(&format!("role-{}", start.role))}</h3><ol>{steps}</ol> }
        })
        .collect();
    let start = (!starts.is_empty()).then(|| {
        view! { <section id="start" class="card"><h2>{words.t("help-start")}</h2>{starts}</section> }
    });
    let section = |(id, count, _): (&'static str, u8, bool)| {
        let paragraphs: Vec<_> =
            (1..=count).map(|n| view! { <p>{words.t(&format!("help-{id}-{n}"))}</p> }).collect();
        let more =
            (id == "privacy").then(|| view! { <p><a href="/stored">{words.t("help-to-stored")}</a></p> });
        view! { <section id=id><h2>{words.t(&format!("help-{id}"))}</h2>{paragraphs}{more}</section> }
    };
    // What becomes of answers concerns everybody.
    let is_own = |(id, _, is_about_trends): &(&str, u8, bool)| {
        *id == "privacy" || *is_about_trends == sees_trends || is_stranger
    };
    let (own, others): (Vec<_>, Vec<_>) = SECTIONS.into_iter().partition(is_own);
    let others = (!others.is_empty()).then(|| {
        let sections = others.into_iter().map(section).collect_view();
        view! { <details class="more"><summary>{words.t("help-more")}</summary>{sections}</details> }
    });
    view! {
        <PageTitle text=words.t("foot-help")/>
        <main class="wrap narrow prose" id="main">
            <h1>{words.t("help-title")}</h1>
            {start}
            {own.into_iter().map(section).collect_view()}
            {others}
        </main>
    }
}
