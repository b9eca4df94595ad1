//! A gentle hint below the comment box, while a name or a detail about health is being written.

use domain::staff::hint::{Hint, find};
use leptos::prelude::*;

/// Stands in the texts where the word goes that was found.
pub const WORD: &str = "[word]";

/// Shows a hint when the comment inside looks as if it holds something to leave out. It stays in the browser,
/// blocks nothing, and once it has been shown the form says so: it does not come back for the same reason.
#[island]
pub fn CommentHint(
    /// Names that everybody knows.
    known: Vec<String>,
    /// What is in the box on a page that is shown again.
    text: String,
    /// Advice about a name, a way to reach somebody, and health; [`WORD`] stands for what was found.
    advice: (String, String, String),
    /// The box.
    children: Children,
) -> impl IntoView {
    let advise = move |text: &str| {
        let (hint, word) = find(text, &known)?;
        let advice = match hint {
            Hint::Name => &advice.0,
            Hint::Contact => &advice.1,
            Hint::Health => &advice.2,
        };
        Some(advice.replace(WORD, word))
    };
    let shown = RwSignal::new(advise(&text));
    let look = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        // A word that is still being typed says nothing yet. Nor does leaving the box change anything: the
        // button to send would move away under the thumb.
        let ended = text.rfind(|c: char| !c.is_alphanumeric() && c != '@' && c != '-').unwrap_or(0);
        let next = advise(&text[..ended]);
        if shown.with_untracked(|now| *now != next) {
            shown.set(next);
        }
    };
    view! {
        <div on:input=look>{children()}</div>
        <div class="comment-hint" aria-live="polite">
            {move || shown.get().map(|text| view! {
                <p class="notice">{text}</p>
                <input type="hidden" name="as_is" value="yes"/>
            })}
        </div>
    }
}
