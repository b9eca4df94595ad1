//! The packs of all units in one file: asked for, then watched while it is made.

use domain::insight::pack_checks::{PacksPage, PacksProgress, PacksState};
use leptos::prelude::*;
use leptos_meta::Meta;

use crate::{
    parts::{ErrorSummary, PageTitle},
    request::Words,
};

#[component]
pub fn Packs(page: PacksPage) -> impl IntoView {
    let words = Words::find();
    let title = format!("{} · {}", words.t("packs-title"), page.name);
    let review = format!("/review?quarter={}&version={}", page.quarter, page.which);
    let action = format!("/review/{}/packs", page.quarter);
    view! {
        <PageTitle text=title/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href=review>{words.t("packs-back")}</a></p>
            <h1>{words.t("packs-title")}</h1>
            <p class="lead">{page.name}</p>
            <ErrorSummary/>
            <form class="card stack" method="post" novalidate action=action>
                <p>{words.tv("packs-lead", &[("units", page.units.into())])}</p>
                <p class="hint">{edition(words, page.version)} " " {words.t("packs-logged")}</p>
                <input type="hidden" name="version" value=page.which/>
                <div class="row"><button class="btn">{words.t("packs-ask")}</button></div>
            </form>
        </main>
    }
}

/// Which version it is of.
fn edition(words: Words, version: Option<i64>) -> String {
    match version {
        Some(version) => words.tv("packs-version", &[("version", version.into())]),
        None => words.t("packs-draft"),
    }
}

#[component]
pub fn PacksProgress(page: PacksProgress) -> impl IntoView {
    let words = Words::find();
    let title = format!("{} · {}", words.t("packs-title"), page.name);
    let which = page.version.map_or_else(|| "draft".to_owned(), |version| version.to_string());
    let review = format!("/review?quarter={}&version={which}", page.quarter);
    let again = format!("/review/{}/packs?version={which}", page.quarter);
    let state = page.state;
    let counts = [("done", page.done.into()), ("total", page.total.into())];
    let left = page.minutes.map(|minutes| words.tv("packs-minutes", &[("minutes", minutes.into())]));
    let bar = (state == PacksState::Running).then(|| {
        view! {
            <progress max=page.total.to_string() value=page.done.to_string() aria-label=words.t("packs-progress")></progress>
        }
    });
    // Nothing moves before it is fetched, so the page stays still until then; the browser does not leave it for a file.
    let fetch = (state == PacksState::Ready).then(|| {
        let here = format!("/review/packs/{}", page.id);
        view! {
            <a class="btn" href=format!("{here}/packs.zip") download>{words.t("packs-fetch")}</a>
            <a class="btn quiet" href=here>{words.t("packs-follow")}</a>
        }
    });
    let is_moving = matches!(state, PacksState::Waiting | PacksState::Running);
    let cancel = state.is_under_way().then(|| {
        let action = format!("/review/packs/{}", page.id);
        view! {
            <form method="post" novalidate action=action>
                <button class="btn quiet">{words.t("packs-cancel")}</button>
            </form>
        }
    });
    let again = (!state.is_under_way())
        .then(|| view! { <a class="btn quiet" href=again>{words.t("packs-again")}</a> });
    view! {
        <PageTitle text=title/>
        {is_moving.then(|| view! { <Meta http_equiv="refresh" content="3"/> })}
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href=review>{words.t("packs-back")}</a></p>
            <h1>{words.t("packs-title")}</h1>
            <p class="lead">{page.name}</p>
            <ErrorSummary/>
            <div class="card stack">
                <div class="work" role="status">
                    <p>{words.tv(&format!("packs-state-{}", state.name()), &counts)} " " {left}</p>
                    {bar}
                </div>
                <p class="hint">{edition(words, page.version)}</p>
                <div class="row">{fetch}{cancel}{again}</div>
            </div>
        </main>
    }
}
