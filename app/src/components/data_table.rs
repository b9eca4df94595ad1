//! The figures of a chart as a table, folded below it.

use leptos::prelude::*;

use crate::request::Words;

/// A folded table: the first column names the row, the last one is text, what stands between are numbers.
#[component]
pub fn DataTable(columns: Vec<String>, rows: Vec<Vec<String>>, caption: String) -> impl IntoView {
    let words = Words::find();
    let last = columns.len().saturating_sub(1);
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
