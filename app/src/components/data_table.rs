//! The numbers of a chart, folded away under it.

use leptos::prelude::*;

use crate::request::Words;

/// A table that opens on demand. The first cell of each row names it.
#[component]
pub fn DataTable(
    /// Heads of the columns.
    columns: Vec<String>,
    /// Cells.
    rows: Vec<Vec<String>>,
    /// What the table holds.
    caption: String,
    /// Name in addresses, for a page with several tables.
    #[prop(into, default = "table".to_owned())]
    id: String,
    /// Whether the last column holds numbers too; else it holds remarks.
    #[prop(optional)]
    ends_in_numbers: bool,
) -> impl IntoView {
    let words = Words::find();
    let last = columns.len().saturating_sub(usize::from(!ends_in_numbers));
    let class = move |place: usize| (place > 0 && place < last).then_some("num");
    let heads: Vec<_> = columns
        .into_iter()
        .enumerate()
        .map(|(place, head)| view! { <th scope="col" class=class(place)>{head}</th> })
        .collect();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|cells| {
            let cells: Vec<_> = cells
                .into_iter()
                .enumerate()
                .map(|(place, cell)| {
                    if place == 0 {
                        view! { <th scope="row">{cell}</th> }.into_any()
                    } else {
                        view! { <td class=class(place)>{cell}</td> }.into_any()
                    }
                })
                .collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    view! {
        <details class="table" id=id>
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
