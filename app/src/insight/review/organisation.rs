//! The organisation's pack.

use domain::insight::pack_pages::{ApprovePage, OrganisationPack};
use leptos::prelude::*;

use super::{
    parts::{CSV, JSON, PDF, WORKBOOK, files},
    sheets::sheets,
};
use crate::{
    parts::{Done, ErrorSummary, PageTitle},
    request::Words,
};

#[component]
pub fn Organisation(page: OrganisationPack, unprintable: Vec<String>) -> impl IntoView {
    let words = Words::find();
    let title = page.run.about.clone();
    let options: Vec<_> = page
        .quarters
        .iter()
        .map(|(name, label)| {
            view! { <option value=name.clone() selected={*name == page.run.quarter}>{label.clone()}</option> }
        })
        .collect();
    let which = page.run.version.map_or_else(|| "draft".to_owned(), |version| version.to_string());
    let tools =
        page.may_export.then(|| files(words, &page.run.quarter, &which, None, &[PDF, WORKBOOK, CSV, JSON]));
    let versions = versions(words, &page);
    let approve =
        page.may_approve.clone().map(|model| approve(words, &page.run.quarter, model, page.last_version));
    view! {
        <PageTitle text=title/>
        <main class="wrap pack" id="main">
            <div class="row spread">
                <form class="picker" method="get" action="/review">
                    <label for="quarter">{words.t("review-quarter")}</label>
                    <select id="quarter" name="quarter">{options}</select>
                    <button class="btn quiet">{words.t("show")}</button>
                </form>
                {tools}
            </div>
            <Done family="review-done-"/>
            {versions}
            {super::parts::unprintable(words, unprintable)}
            {approve}
            <p class="fine screen">{words.t("review-print")} " " <a href="/e">{words.t("review-to-check")}</a></p>
            {sheets(words, page)}
        </main>
    }
}

/// The versions of the quarter, and the way to the draft.
fn versions(words: Words, page: &OrganisationPack) -> impl IntoView {
    let quarter = page.run.quarter.clone();
    let here = |is_here: bool| is_here.then_some("page");
    let versions: Vec<_> = page
        .versions
        .iter()
        .map(|own| {
            let href = format!("/review?quarter={quarter}&version={}", own.version);
            let values = [("version", own.version.into()), ("date", own.approved.clone().into())];
            view! { <li><a href=href aria-current=here(own.is_shown)>{words.tv("review-version", &values)}</a></li> }
        })
        .collect();
    let is_draft = page.run.is_draft;
    (!versions.is_empty()).then(|| {
        let draft = format!("/review?quarter={quarter}&version=draft");
        view! {
            <nav class="versions" aria-label=words.t("review-versions")>
                <ul><li><a href=draft aria-current=here(is_draft)>{words.t("review-draft-link")}</a></li>{versions}</ul>
            </nav>
        }
    })
}

/// Approves what is shown.
fn approve(words: Words, quarter: &str, model: String, last_version: i64) -> impl IntoView {
    view! {
        <form class="card approve" method="post" novalidate action=format!("/review/{quarter}/approve")>
            <h2>{words.t("review-approve")}</h2>
            <p>{words.t("review-approve-text")}</p>
            <input type="hidden" name="model" value=model/>
            <input type="hidden" name="version" value=last_version.to_string()/>
            <button class="btn">{words.t("review-approve-submit")}</button>
        </form>
    }
}

/// Where approving is asked for once more, with what stood in its way.
#[component]
pub fn Approve(page: ApprovePage) -> impl IntoView {
    let words = Words::find();
    let draft = format!("/review?quarter={}&version=draft", page.quarter);
    let form = page.model.map(|model| approve(words, &page.quarter, model, page.last_version));
    let has_form = form.is_some();
    view! {
        <PageTitle text=format!("{} · {}", words.t("review-approve"), page.name)/>
        <main class="wrap narrow" id="main">
            <h1>{format!("{} · {}", words.t("review-approve"), page.name)}</h1>
            <ErrorSummary/>
            {(!has_form).then(|| view! { <p class="lead">{words.t("review-approved-already")}</p> })}
            <p><a href=draft>{words.t("review-draft-link")}</a></p>
            {form}
        </main>
    }
}
