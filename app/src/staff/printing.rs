//! How finely figures are shown, and whose answers they rest on.

use domain::staff::privacy::NEWCOMER_ROUNDS;
use leptos::prelude::*;

use crate::request::Words;

/// What is shown by how many people belong to a unit.
#[component]
pub(super) fn Printing() -> impl IntoView {
    let words = Words::find();
    let columns = ["score", "interval", "response", "shares"];
    let heads: Vec<_> = ["size"]
        .into_iter()
        .chain(columns)
        .map(|column| view! { <th scope="col">{words.t(&format!("privacy-printing-{column}"))}</th> })
        .collect();
    let rows: Vec<_> = ["few", "some", "many"]
        .into_iter()
        .map(|size| {
            let of = |column: &str| words.t(&format!("privacy-printing-{size}-{column}"));
            let cells: Vec<_> = columns.iter().map(|column| view! { <td>{of(column)}</td> }).collect();
            view! { <tr><th scope="row">{words.t(&format!("privacy-printing-{size}"))}</th>{cells}</tr> }
        })
        .collect();
    let title = words.t("privacy-printing");
    view! {
        <section class="card" id="printing">
            <h2>{title.clone()}</h2>
            <p class="small muted">{words.t("privacy-printing-text")}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=title>
                <table class="data printing"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
            </div>
        </section>
    }
}

/// Whose answers a figure rests on.
#[component]
pub(super) fn Carrying(
    /// Whether it is not asked yet how long somebody has been in the unit.
    is_waived: bool,
) -> impl IntoView {
    let words = Words::find();
    let values = [("rounds", NEWCOMER_ROUNDS.into())];
    view! {
        <section class="card" id="carrying">
            <h2>{words.t("privacy-carrying")}</h2>
            <p>{words.tv("privacy-carrying-text", &values)}</p>
            {is_waived.then(|| view! { <p class="notice">{words.t("privacy-carrying-waived")}</p> })}
        </section>
    }
}
