//! Progress of the check-in without pressure: a bar per question fills as it is answered.

use leptos::prelude::*;

/// Shows how many of the questions inside are answered.
#[island]
pub fn Progress(
    /// How many questions there are.
    total: u32,
    /// The questions.
    children: Children,
) -> impl IntoView {
    let answered = RwSignal::new(0_u32);
    let count = move |_| {
        // One checked radio button a question.
        let checked =
            document().query_selector_all("fieldset.item input:checked").map_or(0, |found| found.length());
        answered.set(checked);
    };
    let bars: Vec<_> =
        (0..total).map(|place| view! { <i class:on=move || place < answered.get()></i> }).collect();
    view! {
        <div class="steps" aria-hidden="true">{bars}</div>
        <div on:change=count>{children()}</div>
    }
}
