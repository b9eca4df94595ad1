//! The card of the trends page about drivers that stand out.

use domain::insight::compare::{Standout, StandsOut as Drivers};
use leptos::prelude::*;

use crate::{
    parts::{Icon, IconName},
    request::Words,
};

/// At most three drivers, with how they stand against the unit's own usual level.
#[component]
pub fn StandsOut(
    /// The drivers.
    stands_out: Drivers,
    /// Where all drivers are; none where a reader cannot go there.
    #[prop(optional_no_strip)]
    all: Option<String>,
) -> impl IntoView {
    let words = Words::find();
    let rows: Vec<_> = stands_out.drivers.into_iter().map(|driver| view! { <Row driver/> }).collect();
    let list = match rows.is_empty() {
        true => view! { <p class="small">{words.t("stands-out-none")}</p> }.into_any(),
        false => view! { <ul class="standouts">{rows}</ul> }.into_any(),
    };
    view! {
        <section class="card">
            <h2>{words.t("stands-out-title")}</h2>
            {list}
            {all.map(|href| view! { <p><a class="small" href=href>{words.t("stands-out-all")}</a></p> })}
        </section>
    }
}

#[component]
fn Row(driver: Standout) -> impl IntoView {
    let words = Words::find();
    let (class, name, id) = match driver.change < 0 {
        true => ("chip concern", IconName::Down, "stands-out-below"),
        false => ("chip better", IconName::Up, "stands-out-above"),
    };
    let points = driver.change.abs();
    let told = words.tv(id, &[("points", points.into())]);
    view! {
        <li>
            <span>{driver.label}</span>
            <span class=class>
                {driver.score}
                <span aria-hidden="true"><Icon name/> {points}</span>
                <span class="sr">", "{told}</span>
            </span>
        </li>
    }
}
