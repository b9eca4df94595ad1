//! A gentle hint below the comment box, while a name or a detail about health is being written.

use domain::staff::hint::{Hint, find_all};
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
    // What to say of each kind of finding, and the words that were found.
    let advise = move |text: &str| {
        let found = find_all(text, &known);
        let said = |kind: Hint, advice: &str| {
            let words: Vec<&str> =
                found.iter().filter(|(hint, _)| *hint == kind).map(|(_, word)| *word).collect();
            // Each word in the quotation marks of the language, which stand around the first.
            let around = advice.split_once(WORD).and_then(|(before, after)| {
                Some(format!("{}, {}", after.chars().next()?, before.chars().next_back()?))
            });
            let joined = words.join(&around.unwrap_or_default());
            (!words.is_empty()).then(|| advice.replace(WORD, &joined))
        };
        let kinds = [(Hint::Name, &advice.0), (Hint::Contact, &advice.1), (Hint::Health, &advice.2)];
        let lines: Vec<String> = kinds.into_iter().filter_map(|(kind, advice)| said(kind, advice)).collect();
        let words: Vec<&str> = found.iter().map(|(_, word)| *word).collect();
        (lines, words.join("\n"))
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
            {move || {
                let (lines, words) = shown.get();
                let is_hint = !lines.is_empty();
                let said = lines.into_iter().map(|line| view! { <p class="notice">{line}</p> }).collect_view();
                // What was hinted at goes along: only something new is asked about once more.
                view! {
                    {said}
                    {is_hint.then(|| view! { <input type="hidden" name="as_is" value=words/> })}
                }
            }}
        </div>
    }
}
