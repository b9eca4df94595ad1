//! What the script of every page brings to life beside a check-in (app/scripts/page.js): nothing of it is needed to answer.

use leptos::prelude::*;

use crate::request::Words;

/// How many of the questions inside are answered, without pressure: a bar for each fills.
#[component]
pub(crate) fn Progress(
    /// How many questions there are.
    total: u32,
    /// The questions.
    children: Children,
) -> impl IntoView {
    let bars: Vec<_> = (0..total).map(|_| view! { <i></i> }).collect();
    view! {
        <div class="steps" aria-hidden="true">{bars}</div>
        {children()}
    }
}

/// A tick box that this device remembers, whether one's own answers stay on it; it is no field of the form and never
/// sent. Not shown where the browser cannot keep anything.
#[component]
pub(crate) fn KeepChoice(
    /// Under which name things are kept.
    shelf: String,
) -> impl IntoView {
    let words = Words::find();
    view! {
        <div class="keep off" data-keep=shelf>
            <label>
                <input type="checkbox" aria-describedby="keep-hint" autocomplete="off"/> " " {words.t("device-keep")}
            </label>
            <p class="tiny muted" id="keep-hint">{words.t("device-keep-hint")}</p>
        </div>
    }
}
