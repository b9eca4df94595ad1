//! The browser's entry point: brings the islands of a page to life.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the script that the page loads.
#[wasm_bindgen]
pub fn hydrate() {
    // The islands are exported by the crate `app`; naming it keeps them in.
    let _ = app::islands::keep;
    leptos::mount::hydrate_islands();
}
