//! Who changed what is kept, on the page on which it is kept.

use domain::{audit::Kept, format};
use leptos::prelude::*;

use crate::request::Words;

/// Who changed what.
#[component]
pub fn Changes(
    changes: Vec<Kept>,
    /// What was done, from the words of the log.
    #[prop(optional)]
    say: Option<fn(Words, &str) -> String>,
) -> impl IntoView {
    let words = Words::find();
    let lines: Vec<_> = changes
        .into_iter()
        .map(|change| {
            let place = [Some(format::moment(words.0, &change.at)), change.who]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>();
            let said = say.map_or_else(|| change.detail.clone(), |say| say(words, &change.detail));
            view! { <li class="done">{said}<small>{place.join(" · ")}</small></li> }
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
