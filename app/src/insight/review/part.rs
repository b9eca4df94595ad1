//! HR's review of a quarter: the preview is the document.

use domain::{
    Period, format,
    insight::review::{ReviewPage, ReviewRow},
};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::request::Words;

fn name(words: Words, quarter: &str) -> String {
    Period::parse(quarter).map_or_else(|_| quarter.to_owned(), |period| format::period(words.0, period))
}

#[component]
pub fn Document(page: ReviewPage) -> impl IntoView {
    let words = Words::find();
    let title = name(words, &page.quarter);
    let options: Vec<_> = page
        .quarters
        .iter()
        .map(|quarter| {
            let label = name(words, quarter);
            view! { <option value=quarter.clone() selected={*quarter == page.quarter}>{label}</option> }
        })
        .collect();
    let is_empty = page.rounds == 0;
    let quarter = page.quarter;
    let rows: Vec<_> =
        page.rows.into_iter().map(|row| view! { <Row row quarter=quarter.clone()/> }).collect();
    view! {
        <Title text=format!("{} · Trivsel", words.tv("review-title", &[("quarter", title.clone().into())]))/>
        <main class="wrap" id="main">
            <div class="row spread">
                <form class="picker" method="get" action="/review">
                    <label for="quarter">{words.t("review-quarter")}</label>
                    <select id="quarter" name="quarter">{options}</select>
                    <button class="btn quiet">{words.t("show")}</button>
                </form>
            </div>
            <article class="document">
                <h1>{words.tv("review-title", &[("quarter", title.into())])}</h1>
                <p class="meta">
                    {page.organisation} " · "
                    {words.tv("review-meta", &[("rounds", page.rounds.into()), ("k", page.k.into())])}
                </p>
                {if is_empty {
                    view! { <div class="empty"><h2>{words.t("review-empty-title")}</h2><p>{words.t("review-empty-text")}</p></div> }.into_any()
                } else {
                    view! {
                        <div class="scroll" tabindex="0" role="region" aria-label=words.t("review-table")>
                            <table class="data">
                                <caption>{words.t("review-table")}</caption>
                                <thead>
                                    <tr>
                                        <th scope="col">{words.t("field-unit")}</th>
                                        <th scope="col" class="num">{words.t("measure-strain")}</th>
                                        <th scope="col" class="num">{words.t("measure-satisfaction")}</th>
                                        <th scope="col" class="num">{words.t("review-rounds-shown")}</th>
                                        <th scope="col" class="num">{words.t("column-complaints")}</th>
                                        <th scope="col" class="num">{words.t("column-contacts")}</th>
                                        <th scope="col" class="num">{words.t("column-rate")}</th>
                                    </tr>
                                </thead>
                                <tbody>{rows}</tbody>
                            </table>
                        </div>
                        <p class="table-note">{words.t("review-note")}</p>
                    }.into_any()
                }}
            </article>
        </main>
    }
}

#[component]
fn Row(row: ReviewRow, quarter: String) -> impl IntoView {
    let words = Words::find();
    let number = |value: i64| format::number(words.0, value as f64, 0);
    let figure = |value: Option<i32>| match value {
        Some(value) => view! { <td class="num">{value}</td> }.into_any(),
        None if row.hidden > 0 => {
            view! { <td class="num hid">"—"<small>{words.t("cell-hidden")}</small></td> }.into_any()
        }
        None => view! { <td class="num hid">"—"<small>{words.t("cell-no-data")}</small></td> }.into_any(),
    };
    let rate = (row.contacts > 0)
        .then(|| format::number(words.0, row.complaints as f64 / row.contacts as f64 * 1000.0, 1));
    const DEPTHS: [&str; 5] = ["", "depth-1", "depth-2", "depth-3", "depth-4"];
    let depth = DEPTHS[usize::from(row.unit.depth.min(4))];
    let href = format!("/review/{quarter}/unit/{}", row.unit.id);
    let closed = row.unit.closed_on.map(|_| format!(" ({})", words.t("unit-closed")));
    let shown = words
        .tv("review-shown", &[("shown", row.published.into()), ("of", (row.published + row.hidden).into())]);
    view! {
        <tr>
            <th scope="row" class=depth><a href=href>{row.unit.name.clone()}</a>{closed}</th>
            {figure(row.strain)}
            {figure(row.satisfaction)}
            <td class="num">{shown}</td>
            <td class="num">{number(row.complaints)}</td>
            <td class="num">{number(row.contacts)}</td>
            <td class="num">{rate.unwrap_or_else(|| "—".to_owned())}</td>
        </tr>
    }
}
