//! What a device shows when there is no network: the service worker keeps this page (app/public/sw.js).

use leptos::prelude::*;

use crate::{parts::PageTitle, request::Words};

/// Says that there is no network, and what became of what was sent.
#[component]
pub fn Offline() -> impl IntoView {
    let words = Words::find();
    view! {
        <PageTitle text=words.t("offline-title")/>
        <main class="phone" id="main">
            <h1>{words.t("offline-title")}</h1>
            // Which of the two holds, the service worker's mark says.
            <p class="lead if-read">{words.t("offline-text")}</p>
            <p class="lead if-unsent">{words.t("offline-unsent")}</p>
            <p class="lead if-lost">{words.t("offline-lost")}</p>
            // The same address once more.
            <p><a class="btn wide" href="">{words.t("offline-again")}</a></p>
            <p class="after"><a href="/check-in">{words.t("offline-check-in")}</a></p>
        </main>
    }
}
