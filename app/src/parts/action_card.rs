//! Actions that run, as a card beside the figures they are for.

use domain::{Right, UnitId, format, insight::actions::ActionRow};
use leptos::prelude::*;

use crate::request::{Words, viewer};

/// When the review of an open action is, as a chip that stands out when it is due.
pub fn due_chip(words: Words, row: &ActionRow) -> AnyView {
    let day = format::short_date(words.0, row.review_on);
    let (class, id) =
        if row.is_due { ("chip hold", "action-review-due") } else { ("chip", "action-review-on") };
    view! { <span class=class>{words.tv(id, &[("date", day.into())])}</span> }.into_any()
}

/// The actions that run, a few of them; nothing for somebody who can do nothing about there being none.
#[component]
pub fn ActionCard(
    /// The actions.
    actions: Vec<ActionRow>,
    /// Unit whose actions the card leads to; none where they are all there is to see.
    #[prop(optional)]
    unit: Option<UnitId>,
) -> impl IntoView {
    let viewer = viewer();
    let words = Words(viewer.lang);
    let may_agree = unit.is_some() && viewer.may(Right::ManageActions);
    if actions.is_empty() && !may_agree {
        return None;
    }
    let title = words.tv("action-card", &[("count", actions.len().into())]);
    let is_empty = actions.is_empty();
    let rows: Vec<_> = actions.into_iter().map(|row| running(words, &row, unit)).collect();
    let links = unit.map(|unit| {
        let all = format!("/actions?unit={unit}");
        view! {
            <p class="row small">
                <a href=all>{words.t("action-card-all")}</a>
                {may_agree.then(|| view! {
                    <a href=format!("/actions/new?unit={unit}")>{words.t("action-agree")}</a>
                })}
            </p>
        }
    });
    Some(view! {
        <section class="card running">
            <h2>{title}</h2>
            {is_empty.then(|| view! { <p class="small muted">{words.t("action-card-none")}</p> })}
            {(!is_empty).then(|| view! { <ul>{rows}</ul> })}
            {links}
        </section>
    })
}

fn running(words: Words, row: &ActionRow, unit: Option<UnitId>) -> AnyView {
    let about = match unit {
        // An action of a unit below says where it is.
        Some(unit) if unit != row.unit.id => format!("{} · {}", row.unit.name, row.driver_label),
        _ => row.driver_label.clone(),
    };
    let id = if row.is_coming { "action-starts" } else { "action-since" };
    let since = words.tv(id, &[("date", format::short_date(words.0, row.starts_on).into())]);
    view! {
        <li>
            <p class="tried"><a href=format!("/actions/{}", row.id)>{row.tried.clone()}</a></p>
            <p class="small muted">{about} " · " {since}</p>
            <p>{due_chip(words, row)}</p>
        </li>
    }
    .into_any()
}
