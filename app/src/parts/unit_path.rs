//! Where a unit hangs: the way up as links, the way down and aside as a list to pick from.

use domain::organisation::unit::{UnitItem, UnitPlace};
use leptos::prelude::*;

use crate::request::{Words, encode};

/// The unit with what leads up, down and aside from it, on a page that shows one unit at a time.
#[component]
pub fn UnitPath(
    /// The unit and its surroundings.
    place: UnitPlace,
    /// Address of the page.
    page: &'static str,
    /// Names and values of the query that stay as they are when the unit changes.
    #[prop(optional)]
    keep: Vec<(&'static str, String)>,
) -> impl IntoView {
    let words = Words::find();
    let kept: String = keep.iter().map(|(name, value)| format!("&{name}={}", encode(value))).collect();
    let up: Vec<_> = place
        .above
        .into_iter()
        .map(|unit| view! { <li><a href=format!("{page}?unit={}{kept}", unit.id)>{unit.name}</a></li> })
        .collect();
    let (below, beside) = (place.below, place.beside);
    let picker = (!below.is_empty() || !beside.is_empty()).then(|| {
        let hidden: Vec<_> = keep
            .into_iter()
            .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
            .collect();
        view! {
            <form class="picker" method="get" action=page>
                {hidden}
                <label for="unit">{words.t("place-go")}</label>
                <select id="unit" name="unit">
                    <Group units=below label=words.t("place-below")/>
                    <Group units=beside label=words.t("place-beside")/>
                </select>
                <button class="btn quiet">{words.t("show")}</button>
            </form>
        }
    });
    view! {
        <div class="place">
            <nav aria-label=words.t("place-label")>
                <ol class="crumbs">{up}<li aria-current="page">{place.unit.name}</li></ol>
            </nav>
            {picker}
        </div>
    }
}

#[component]
fn Group(units: Vec<UnitItem>, label: String) -> impl IntoView {
    let options: Vec<_> = units
        .into_iter()
        .map(|unit| view! { <option value=unit.id.to_string()>{unit.name}</option> })
        .collect();
    (!options.is_empty()).then(|| view! { <optgroup label=label>{options}</optgroup> })
}
