//! Advice on a comment that is being written, for the browser: a small file of its own, so that a check-in on a phone does
//! not wait for what draws charts. The text stays in the browser.

use domain::staff::advice;
use wasm_bindgen::prelude::wasm_bindgen;

/// What the writer is told.
#[wasm_bindgen(getter_with_clone)]
pub struct Advice {
    /// A sentence for each kind of finding.
    pub lines: Vec<String>,
    /// The words they are about, a line each, as the form tells them to the server.
    pub words: String,
}

/// What to tell the writer of this text about its finished part. `known` are names that everybody knows, a line each;
/// then the sentences about a name, a way to reach somebody, and health.
#[wasm_bindgen]
pub fn advise(text: &str, known: &str, name: &str, contact: &str, health: &str) -> Advice {
    let known: Vec<&str> = known.lines().collect();
    let advice::Advice { lines, words } =
        advice::advise(advice::finished(text), &known, &[name, contact, health]);
    Advice { lines, words: words.join("\n") }
}
