//! Which unit a page is about: named in the header, where another one can be chosen.

use std::sync::{Arc, Mutex, PoisonError};

use domain::organisation::unit::{UnitItem, UnitPlace};
use leptos::prelude::*;

use crate::{
    organisation::places::PATH,
    request::{Words, encode},
};

/// Units beside and below that are listed without a search.
const MOST_NEAR: usize = 12;

/// What a page says about its unit, on its way into the header above it.
#[derive(Clone)]
pub(crate) struct Placed {
    place: UnitPlace,
    page: &'static str,
    keep: Vec<(&'static str, String)>,
}

/// Where the page being made puts its unit. The page is made before the header, which shows it.
#[derive(Clone, Default)]
pub(crate) struct PlaceInHeader(Arc<Mutex<Option<Placed>>>);

impl PlaceInHeader {
    fn put(placed: Placed) {
        if let Some(Self(header)) = use_context() {
            *header.lock().unwrap_or_else(PoisonError::into_inner) = Some(placed);
        }
    }

    /// The unit of the page; none on a page about something else.
    pub(crate) fn take(&self) -> Option<Placed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Says which unit a page is about. Nothing is shown here: the header names the unit, and leads to others.
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
    PlaceInHeader::put(Placed { place, page, keep });
}

/// The unit of the page, and behind it a search and the units nearby. It needs no scripts: it unfolds.
#[component]
pub(crate) fn UnitSwitch(placed: Placed) -> impl IntoView {
    let words = Words::find();
    let Placed { place, page, keep } = placed;
    let kept: String = keep.iter().map(|(name, value)| format!("&{name}={}", encode(value))).collect();
    let kept_fields: Vec<_> = keep
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    let link = {
        let kept = kept.clone();
        move |unit: UnitItem| view! { <a href=format!("{page}?unit={}{kept}", unit.id)>{unit.name}</a> }
    };
    let up: Vec<_> = place.above.into_iter().map(|unit| view! { <li>{link(unit)}</li> }).collect();
    let all = format!("{PATH}?to={}{kept}", encode(page));
    let near = |units: Vec<UnitItem>, id: &str| {
        let rest = units.len().saturating_sub(MOST_NEAR);
        let items: Vec<_> =
            units.into_iter().take(MOST_NEAR).map(|unit| view! { <li>{link(unit)}</li> }).collect();
        let more = (rest > 0).then(|| {
            view! { <li><a class="muted" href=all.clone()>{words.tv("places-more", &[("count", rest.into())])}</a></li> }
        });
        (!items.is_empty()).then(|| view! { <h2>{words.t(id)}</h2><ul>{items}{more}</ul> })
    };
    let (below, beside) = (near(place.below, "place-below"), near(place.beside, "place-beside"));
    view! {
        <details class="switch">
            <summary>
                <span class="sr">{words.t("place-label")} ": "</span>
                <b title=place.unit.name.clone()>{place.unit.name.clone()}</b>
            </summary>
            <div class="panel">
                <form class="search" role="search" method="get" action=PATH>
                    <input type="hidden" name="to" value=page/>
                    {kept_fields}
                    <label for="place-q">{words.t("places-search")}</label>
                    <input id="place-q" type="search" name="q" autocomplete="off" maxlength="100"/>
                    <button class="btn quiet">{words.t("places-find")}</button>
                </form>
                <nav aria-label=words.t("place-label")>
                    <ol class="crumbs">{up}<li aria-current="page">{place.unit.name}</li></ol>
                    {below}
                    {beside}
                </nav>
            </div>
        </details>
    }
}
