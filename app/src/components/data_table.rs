//! The figures of a chart as a table, folded below it.

use leptos::prelude::*;

use crate::request::Words;

/// A table of figures: names in the first column, words in the last, numbers between.
#[component]
pub fn DataTable(
    /// Heads.
    columns: Vec<String>,
    /// Rows; the first cell names the row.
    rows: Vec<Vec<String>>,
    /// What the table is about.
    caption: String,
    /// The column whose cells lead somewhere, and where each leads.
    #[prop(optional)]
    links: (usize, Vec<Option<String>>),
) -> impl IntoView {
    let words = Words::find();
    let last = columns.len().saturating_sub(1);
    let class = move |place: usize| (place > 0 && place < last).then_some("num");
    let heads: Vec<_> = columns
        .into_iter()
        .enumerate()
        .map(|(place, head)| view! { <th scope="col" class=class(place)>{head}</th> })
        .collect();
    let (link_column, links) = links;
    let mut links = links.into_iter();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|cells| {
            let mut href = links.next().flatten();
            let cells: Vec<_> = cells
                .into_iter()
                .enumerate()
                .map(|(place, cell)| {
                    let cell = match href.take_if(|_| place == link_column) {
                        Some(href) => view! { <a href=href>{cell}</a> }.into_any(),
                        None => cell.into_any(),
                    };
                    match place {
                        0 => view! { <th scope="row">{cell}</th> }.into_any(),
                        _ => view! { <td class=class(place)>{cell}</td> }.into_any(),
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
