//! What is stored, how numbers are computed, what the link can and cannot say.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::request::Words;

/// Sections: anchor, heading, number of paragraphs.
const SECTIONS: [(&str, u8); 6] =
    [("privacy", 4), ("numbers", 4), ("link", 4), ("views", 5), ("questions", 2), ("device", 3)];

/// The help page.
#[component]
pub fn Help() -> impl IntoView {
    let words = Words::find();
    let sections: Vec<_> = SECTIONS
        .into_iter()
        .map(|(id, count)| {
            let paragraphs: Vec<_> =
                (1..=count).map(|n| view! { <p>{words.t(&format!("help-{id}-{n}"))}</p> }).collect();
            let more =
                (id == "privacy").then(|| view! { <p><a href="/stored">{words.t("help-to-stored")}</a></p> });
            view! { <section id=id><h2>{words.t(&format!("help-{id}"))}</h2>{paragraphs}{more}</section> }
        })
        .collect();
    view! {
        <Title text=format!("{} · Trivsel", words.t("foot-help"))/>
        <main class="wrap narrow prose" id="main">
            <h1>{words.t("help-title")}</h1>
            {sections}
        </main>
    }
}
