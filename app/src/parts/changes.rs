//! Who changed what is kept, on the page on which it is kept.

use domain::{audit::Kept, format};
use leptos::prelude::*;

use crate::request::Words;

/// Who changed what.
#[component]
pub fn Changes(changes: Vec<Kept>) -> impl IntoView {
    let words = Words::find();
    let lines: Vec<_> = changes
        .into_iter()
        .map(|change| {
            let place = [Some(format::moment(words.0, &change.at)), change.who]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>();
            view! { <li class="done">{change.detail}<small>{place.join(" · ")}</small></li> }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{words.t("kept-changes")}</h2>
                <ol class="timeline">{lines}</ol>
            </section>
        }
    })
}
