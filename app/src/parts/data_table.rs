//! The figures of a chart as a table, folded away until somebody wants them.

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
    /// Name in addresses, for a page with several tables.
    #[prop(into, default = "table".to_owned())]
    id: String,
    /// Ids of the rows, so that a point of the chart can lead to its row.
    #[prop(optional)]
    anchors: Vec<String>,
    /// The column whose cells lead somewhere, and where each leads.
    #[prop(optional)]
    links: (usize, Vec<Option<String>>),
    /// What a link adds to the cell's own words, for those who hear it alone.
    #[prop(optional, into)]
    link_text: String,
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
    let (link_column, mut hrefs) = links;
    let rows: Vec<_> = rows
        .into_iter()
        .enumerate()
        .map(|(row, cells)| {
            let mut href = hrefs.get_mut(row).and_then(Option::take);
            let cells: Vec<_> = cells
                .into_iter()
                .enumerate()
                .map(|(place, cell)| {
                    let href = if place == link_column { href.take() } else { None };
                    let cell = match href {
                        Some(href) => {
                            let more = (!link_text.is_empty())
                                .then(|| view! { <span class="sr">{format!(" {link_text}")}</span> });
                            view! { <a href=href>{cell}{more}</a> }.into_any()
                        }
                        None => cell.into_any(),
                    };
                    if place == 0 {
                        view! { <th scope="row">{cell}</th> }.into_any()
                    } else {
                        view! { <td class=class(place)>{cell}</td> }.into_any()
                    }
                })
                .collect();
            view! { <tr id=anchors.get(row).cloned()>{cells}</tr> }
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
