//! Keys of the case list: N for a new complaint, / for the search.

use leptos::prelude::*;

/// Listens for the list's keys while nothing is being typed.
#[island]
pub fn Shortcuts() -> impl IntoView {
    Effect::new(|_| {
        let handle = window_event_listener(leptos::ev::keydown, |event| {
            use leptos::wasm_bindgen::JsCast;
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let is_typing = document().active_element().is_some_and(|element| {
                matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            });
            if is_typing {
                return;
            }
            match event.key().as_str() {
                "n" | "N" => {
                    let _ = window().location().set_href("/complaints/new");
                }
                "/" => {
                    let field = document().query_selector("input[type=search]").ok().flatten();
                    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok())
                    {
                        event.prevent_default();
                        let _ = field.focus();
                    }
                }
                _ => {}
            }
        });
        on_cleanup(move || handle.remove());
    });
}
