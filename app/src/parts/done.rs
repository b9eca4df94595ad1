//! What the form before has done, said once.

use leptos::prelude::*;

use crate::request::{Here, Words};

/// A line that says what was done, when the page follows a form whose message id begins like this. The
/// cookie that carries the id can be forged: only the product's own texts are ever shown.
#[component]
pub fn Done(
    /// Beginning of the ids that belong to the page.
    family: &'static str,
) -> impl IntoView {
    let words = Words::find();
    let id = Here::find().flash.filter(|id| id.starts_with(family))?;
    domain::text::has(words.0, &id)
        .then(|| view! { <div class="notice ok" role="status"><p>{words.t(&id)}</p></div> })
}
