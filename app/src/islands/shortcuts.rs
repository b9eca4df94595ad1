//! Keys of the cases: j and k move in the list, n begins a new complaint, a takes on, d puts praise away, r writes, i notes,
//! p pauses, / searches, ? shows the keys. Each is a button, link or field of the page too; a key presses it.

use leptos::{leptos_dom::helpers::document, prelude::*, wasm_bindgen::JsCast};
use web_sys::{Element, HtmlElement};

/// Listens for the keys while nothing is being typed.
#[island]
pub fn Shortcuts() -> impl IntoView {
    Effect::new(|_| {
        let handle = window_event_listener(leptos::ev::keydown, |event| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() || is_typing() {
                return;
            }
            if press(&event.key().to_lowercase()) {
                event.prevent_default();
            }
        });
        on_cleanup(move || handle.remove());
    });
}

fn is_typing() -> bool {
    document().active_element().is_some_and(|element| {
        // A chosen radio button or box takes letters for nothing.
        matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT")
            || (element.tag_name() == "INPUT"
                && !matches!(element.get_attribute("type").as_deref(), Some("radio" | "checkbox")))
    })
}

/// Does what a key stands for; gives whether it stands for anything here.
fn press(key: &str) -> bool {
    match key {
        "j" => step(true),
        "k" => step(false),
        // The page's own: the header has one for units, folded away.
        "/" => focus(find("main input[type=search]")),
        "i" => match row_address() {
            Some(address) => go(&format!("{address}#note")),
            None => focus(find("#note")),
        },
        "r" | "p" if row().is_some() => {
            let act = if key == "r" { "letter" } else { "pause" };
            row_address().is_some_and(|address| go(&format!("{address}/{act}")))
        }
        "a" | "d" | "n" | "p" | "r" | "?" => {
            let wanted = format!("[data-key='{key}']");
            let in_row = row().and_then(|row| row.query_selector(&wanted).ok().flatten());
            let element = in_row
                .or_else(|| find(&wanted).filter(|element| !matches!(key, "a" | "d") || !is_in_row(element)));
            element.and_then(|element| element.dyn_into::<HtmlElement>().ok()).is_some_and(|element| {
                element.click();
                true
            })
        }
        _ => false,
    }
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn focus(element: Option<Element>) -> bool {
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

fn go(address: &str) -> bool {
    window().location().set_href(address).is_ok()
}

/// The row of the list that has the focus.
fn row() -> Option<Element> {
    document().active_element()?.closest(".cases tbody tr").ok().flatten()
}

fn is_in_row(element: &Element) -> bool {
    element.closest(".cases tbody tr").ok().flatten().is_some()
}

fn row_address() -> Option<String> {
    row()?.query_selector("td a").ok().flatten()?.get_attribute("href")
}

/// Moves to the next or the previous row; to the first when none has the focus.
fn step(is_down: bool) -> bool {
    let to = match row() {
        Some(row) if is_down => row.next_element_sibling(),
        Some(row) => row.previous_element_sibling(),
        None => find(".cases tbody tr"),
    };
    focus(to.and_then(|row| row.query_selector("td a").ok().flatten()))
}
