//! Header and footer.

use domain::{Lang, Right, Viewer, access::Theme};
use leptos::prelude::*;

use super::{Icon, IconName, PlaceInHeader, UnitSwitch};
use crate::{
    customers::tabs,
    request::{Here, Words, viewer},
    staff::kiosk::is_kiosk,
};

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
    /// Whether the page has a form whose content goes along when language or theme change.
    takes_along: bool,
) -> impl IntoView {
    let switch = use_context::<PlaceInHeader>().and_then(|header| header.take());
    let words = Words(viewer.lang);
    let links: Vec<_> = PAGES
        .into_iter()
        // Where the list of cases would stand, whoever may not see it finds the first page about cases they may see.
        .filter_map(|page| match page.0 {
            "/complaints" => tabs::first(&viewer),
            _ => viewer.may(page.2).then_some(page),
        })
        // Who only answers finds the team's figures on the team's page.
        .filter(|(href, _, _)| !matches!(*href, "/trends" | "/actions") || !viewer.is_team_member_only())
        // Who sees trends finds the notes there.
        .filter(|(href, _, _)| *href != "/trends/notes" || !viewer.may(Right::ViewFigures))
        .chain(ROUNDS.into_iter().find(|(_, _, right)| viewer.may(*right)))
        .map(|(href, id, _)| {
            let is_here = match ROUNDS.iter().any(|(part, ..)| *part == href) {
                true => ROUNDS.iter().any(|(part, ..)| path.starts_with(part)),
                false if tabs::is_here(href) => tabs::is_here(&path),
                false => path.starts_with(href),
            };
            view! { <a href=href aria-current=is_here.then_some("page")>{words.t(id)}</a> }
        })
        .collect();
    // A shared tablet has no ways out.
    let brand = match is_kiosk(&path) {
        true => view! { <span class="brand"><Icon name=IconName::Brand/>"Trivsel"</span> }.into_any(),
        false => view! { <a class="brand" href="/"><Icon name=IconName::Brand/>"Trivsel"</a> }.into_any(),
    };
    view! {
        <header class="top">
            {brand}
            {switch.map(|placed| view! { <UnitSwitch placed/> })}
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
                <Preferences takes_along lang=viewer.lang theme=viewer.theme/>
                {viewer.name.is_some().then(|| view! {
                    <form method="post" novalidate action="/sign-out"><button class="link">{words.t("sign-out")}</button></form>
                })}
            </div>
        </header>
    }
}

/// Language and theme. A page with a long form is shown again with what is filled in; any other is asked for anew.
#[component]
fn Preferences(takes_along: bool, lang: Lang, theme: Theme) -> impl IntoView {
    let words = Words(lang);
    let other = lang.other();
    let next = match theme {
        Theme::Auto => Theme::Dark,
        Theme::Dark => Theme::Light,
        Theme::Light => Theme::Auto,
    };
    let label = |theme: Theme| words.t(&format!("theme-{}", theme.name()));
    // In the order in which they follow each other (app/scripts/page.js).
    let named = [Theme::Auto, Theme::Dark, Theme::Light].map(|theme| {
        let text = label(theme).replace(['\\', '"'], "");
        format!("\"{}\":\"{text}\"", theme.name())
    });
    let themes = format!("{{{}}}", named.join(","));
    let back = Here::find().address();
    if takes_along {
        let mark = if back.contains('?') { '&' } else { '?' };
        return view! {
            // The Enter key presses the first button of a form: this one only sends it.
            <button class="sr" form="form" tabindex="-1" aria-hidden="true"></button>
            <button class="link" form="form" formnovalidate formaction=format!("{back}{mark}_lang={}", other.tag())
                lang=other.tag()>{other.own_name()}</button>
            <button class="link" form="form" formnovalidate formaction=format!("{back}{mark}_theme={}", next.name())
                data-themes=themes data-next=next.name() aria-label=label(theme) title=label(theme)>
                <Icon name=IconName::Theme/>
            </button>
        }
        .into_any();
    }
    view! {
        <form method="post" novalidate action="/preferences">
            <input type="hidden" name="back" value=back.clone()/>
            <button class="link" name="lang" value=other.tag() lang=other.tag()>{other.own_name()}</button>
        </form>
        <form method="post" novalidate action="/preferences">
            <input type="hidden" name="back" value=back/>
            <button class="link" name="theme" value=next.name() data-themes=themes data-next=next.name()
                aria-label=label(theme) title=label(theme)>
                <Icon name=IconName::Theme/>
            </button>
        </form>
    }
    .into_any()
}

/// The line at the foot of every page.
#[component]
pub fn Footer() -> impl IntoView {
    let words = Words::find();
    let links = (!is_kiosk(&Here::find().path)).then(|| {
        view! {
            <nav aria-label=words.t("foot-label")>
                <a href="/help">{words.t("foot-help")}</a>
                <a href="/help#privacy">{words.t("foot-privacy")}</a>
                <a href="/stored">{words.t("foot-stored")}</a>
                <a href="/help#numbers">{words.t("foot-numbers")}</a>
            </nav>
        }
    });
    view! {
        <footer class="foot">
            <p>{words.t("foot-promise")}</p>
            {links}
        </footer>
    }
}
