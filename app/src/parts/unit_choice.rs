//! A list of units to choose one from.

use domain::{UnitId, organisation::unit::UnitItem};
use leptos::prelude::*;

/// The drop-down list called `unit`, indented like the tree. Its label stands beside it.
#[component]
pub fn UnitChoice(
    /// Units, each below the one above it.
    units: Vec<UnitItem>,
    /// Id of the one that is shown.
    chosen: UnitId,
) -> impl IntoView {
    let options: Vec<_> = units
        .into_iter()
        .map(|unit| view! { <option value=unit.id.to_string() selected=unit.id == chosen>{unit.indented()}</option> })
        .collect();
    view! { <select id="unit" name="unit">{options}</select> }
}
