//! The figures of a chart as a table, folded below it.

use leptos::prelude::*;

use crate::request::Words;

/// The figures of a chart as a table that opens: the first column names the row, the last one is text
/// unless all are numbers.
#[component]
pub fn DataTable(
    /// Heads.
    columns: Vec<String>,
    /// Rows; the first cell names the row.
    rows: Vec<Vec<String>>,
    /// What the table is about.
    caption: String,
    /// Where the name of each row leads.
    #[prop(optional)]
    links: Vec<String>,
    /// Whether the last column holds numbers as well.
    #[prop(optional)]
    all_numbers: bool,
) -> impl IntoView {
    let words = Words::find();
    let last = columns.len().saturating_sub(1);
    let class = move |place: usize| (place > 0 && (all_numbers || place < last)).then_some("num");
    let heads: Vec<_> = columns
        .into_iter()
        .enumerate()
        .map(|(place, head)| view! { <th scope="col" class=class(place)>{head}</th> })
        .collect();
    let mut links = links.into_iter();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|cells| {
            let mut href = links.next();
            let cells: Vec<_> = cells
                .into_iter()
                .enumerate()
                .map(|(place, cell)| match (place, href.take()) {
                    (0, Some(href)) => view! { <th scope="row"><a href=href>{cell}</a></th> }.into_any(),
                    (0, None) => view! { <th scope="row">{cell}</th> }.into_any(),
                    _ => view! { <td class=class(place)>{cell}</td> }.into_any(),
                })
                .collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    view! {
        <details class="table" id="table">
            <summary>{words.t("trends-table")}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=words.t("trends-table")>
                <table class="data">
                    <caption>{caption}</caption>
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}
