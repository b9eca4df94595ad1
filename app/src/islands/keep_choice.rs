//! The choice whether one's own answers stay on this device.

use leptos::{prelude::*, task::spawn_local, wasm_bindgen::JsCast};

use super::keeper::{Choice, Question, ask};

/// A tick box that this device remembers; it is no field of the form and never sent. Beside a check-in it
/// also tells the service worker what the form is for. Shows nothing where the browser cannot keep anything.
#[island]
pub fn KeepChoice(
    /// Under which name things are kept.
    shelf: String,
    /// Number and first day of the round whose form this stands in.
    #[prop(optional)]
    form: Option<(i64, String)>,
    /// What is chosen.
    label: String,
    /// What that means.
    hint: String,
) -> impl IntoView {
    let is_kept = RwSignal::new(None::<bool>);
    let tell = move |question: Question| {
        spawn_local(async move {
            if let Some(choice) = ask::<Choice>(question).await {
                is_kept.set(Some(choice.keep));
            }
        });
    };
    Effect::new({
        let shelf = shelf.clone();
        move |_| {
            let shown = form.clone().zip(form_key());
            tell(match shown {
                Some(((round, day), key)) => Question {
                    key: Some(key),
                    round: Some(round),
                    day: Some(day),
                    ..Question::new("form", &shelf)
                },
                None => Question::new("choice", &shelf),
            });
        }
    });
    let choose = move |event: leptos::ev::Event| {
        tell(Question { keep: Some(event_target_checked(&event)), ..Question::new("choice", &shelf) });
    };
    view! {
        <div class="keep" class:off=move || is_kept.get().is_none()>
            <label>
                <input type="checkbox" aria-describedby="keep-hint" autocomplete="off"
                    prop:checked=move || is_kept.get().unwrap_or_default() on:change=choose/>
                " " {label}
            </label>
            <p class="tiny muted" id="keep-hint">{hint}</p>
        </div>
    }
}

/// The text that makes the form's ballot count once.
fn form_key() -> Option<String> {
    let field = document().query_selector("form.asks input[name=key]").ok()??;
    Some(field.dyn_into::<web_sys::HtmlInputElement>().ok()?.value())
}
