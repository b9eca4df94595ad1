//! Header and footer.

use domain::{Right, Viewer, access::Theme};
use leptos::prelude::*;

use super::{Icon, IconName};
use crate::request::{Here, Words, viewer};

/// Pages of the main navigation, with who may see them.
const PAGES: [(&str, &str, Right); 15] = [
    ("/today", "nav-today", Right::ViewToday),
    ("/check-in", "nav-check-in", Right::CheckIn),
    ("/team", "nav-team", Right::CheckIn),
    ("/trends", "nav-trends", Right::ViewFigures),
    ("/actions", "nav-actions", Right::ViewActions),
    ("/trends/notes", "nav-notes", Right::ManageNotes),
    ("/comments", "nav-comments", Right::ReadComments),
    ("/complaints", "nav-complaints", Right::ViewCases),
    ("/review", "nav-review", Right::ViewReview),
    ("/imports", "nav-imports", Right::ImportVoice),
    ("/units", "nav-units", Right::ManageUnits),
    ("/people", "nav-people", Right::ManagePeople),
    ("/audit", "nav-audit", Right::ViewAudit),
    ("/settings", "nav-settings", Right::ManageSettings),
    ("/start", "nav-start", Right::ManageSettings),
];

/// Pages about the check-in as HR keeps it. The first one a person may see stands in the main navigation.
const ROUNDS: [(&str, &str, Right); 5] = [
    ("/rounds", "nav-rounds", Right::ViewRounds),
    ("/questions", "nav-questions", Right::ManageRounds),
    ("/kiosk/codes", "nav-kiosk", Right::ManageCodes),
    ("/kiosk/sheets", "nav-sheets", Right::ReleaseCodes),
    ("/privacy", "nav-privacy", Right::ViewRules),
];

/// Leads between the pages about the check-in, at the top of each.
#[component]
pub fn RoundsTabs() -> impl IntoView {
    let viewer = viewer();
    let words = Words(viewer.lang);
    let path = Here::find().path;
    let links: Vec<_> = ROUNDS
        .into_iter()
        .filter(|(_, _, right)| viewer.may(*right))
        .map(|(href, id, _)| {
            let current = path.starts_with(href).then_some("page");
            view! { <a href=href aria-current=current>{words.t(id)}</a> }
        })
        .collect();
    (links.len() > 1)
        .then(|| view! { <nav class="tabs areas" aria-label=words.t("rounds-tabs")>{links}</nav> })
}

/// The line at the top of every page.
#[component]
pub fn Header(
    /// Who is looking.
    viewer: Viewer,
    /// Address of this page.
    path: String,
) -> impl IntoView {
    let words = Words(viewer.lang);
    let other = viewer.lang.other();
    let next_theme = match viewer.theme {
        Theme::Auto => Theme::Dark,
        Theme::Dark => Theme::Light,
        Theme::Light => Theme::Auto,
    };
    let links: Vec<_> = PAGES
        .into_iter()
        .filter(|(_, _, right)| viewer.may(*right))
        // Who only answers finds the team's figures on the team's page.
        .filter(|(href, _, _)| !matches!(*href, "/trends" | "/actions") || !viewer.is_team_member_only())
        // Who sees trends finds the notes there.
        .filter(|(href, _, _)| *href != "/trends/notes" || !viewer.may(Right::ViewFigures))
        .chain(ROUNDS.into_iter().find(|(_, _, right)| viewer.may(*right)))
        .map(|(href, id, _)| {
            let is_here = match ROUNDS.iter().any(|(part, ..)| *part == href) {
                true => ROUNDS.iter().any(|(part, ..)| path.starts_with(part)),
                false => path.starts_with(href),
            };
            view! { <a href=href aria-current=is_here.then_some("page")>{words.t(id)}</a> }
        })
        .collect();
    let back = Here::find().address();
    view! {
        <header class="top">
            <a class="brand" href="/"><Icon name=IconName::Brand/>"Trivsel"</a>
            {(!links.is_empty()).then(|| view! { <nav aria-label=words.t("nav-label")>{links}</nav> })}
            <div class="end">
                {viewer.name.clone().map(|name| {
                    let current = path.starts_with("/account").then_some("page");
                    let label = words.tv("account-link", &[("name", name.as_str().into())]);
                    view! {
                        <a class="who" href="/account" aria-label=label aria-current=current>
                            <Icon name=IconName::Person/><span>{name}</span>
                        </a>
                    }
                })}
                <form method="post" action="/preferences">
                    <input type="hidden" name="back" value=back.clone()/>
                    <button class="link" name="lang" value=other.tag() lang=other.tag()>{other.own_name()}</button>
                </form>
                <form method="post" action="/preferences">
                    <input type="hidden" name="back" value=back/>
                    <button class="link" name="theme" value=next_theme.name()
                        aria-label=words.t(&format!("theme-{}", viewer.theme.name()))
                        title=words.t(&format!("theme-{}", viewer.theme.name()))>
                        <Icon name=IconName::Theme/>
                    </button>
                </form>
                {viewer.name.is_some().then(|| view! {
                    <form method="post" action="/sign-out"><button class="link">{words.t("sign-out")}</button></form>
                })}
            </div>
        </header>
    }
}

/// The line at the foot of every page.
#[component]
pub fn Footer() -> impl IntoView {
    let words = Words::find();
    view! {
        <footer class="foot">
            <p>{words.t("foot-promise")}</p>
            <nav aria-label=words.t("foot-label")>
                <a href="/help">{words.t("foot-help")}</a>
                <a href="/help#privacy">{words.t("foot-privacy")}</a>
                <a href="/stored">{words.t("foot-stored")}</a>
                <a href="/help#numbers">{words.t("foot-numbers")}</a>
            </nav>
        </footer>
    }
}
