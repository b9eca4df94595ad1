//! The sheets of the organisation's pack, in their fixed order.

use domain::insight::pack_pages::{MatrixRow, NumberTable, OrganisationPack, SmallUnit, Tone, UnitLine};
use leptos::prelude::*;

use super::parts::{Sheet, change, customers, drawn, keys, legend, numbers, said, small, statements, tried};
use crate::request::Words;

/// Small figures to a sheet.
const SMALL_TO_A_SHEET: usize = 9;
/// Sentences on the first sheet, below the figures.
const LINES_ON_FRONT: usize = 9;
/// Rows of a table to a sheet.
const ROWS_TO_A_SHEET: usize = 36;
/// Sheets that a table takes at most; the rest of a large organisation stands in the workbook.
const MOST_OF_A_TABLE: usize = 3;

/// Actions that leave room for the matrix.
const MOST_TRIED_BESIDE: usize = 6;

/// A sheet without its frame.
struct Leaf {
    /// What the contents call it.
    title: String,
    body: AnyView,
}

/// All sheets.
pub(super) fn sheets(words: Words, mut page: OrganisationPack) -> Vec<AnyView> {
    let run = page.run.clone();
    let mut leaves = Vec::new();
    let further = page.lines.split_off(page.lines.len().min(LINES_ON_FRONT));
    let front_lines = std::mem::take(&mut page.lines);
    if !further.is_empty() {
        let title = words.t("review-lines");
        let more = more_lines(words, page.lines_more);
        let head = words.t("review-lines-more-page");
        let table = lines(words, further);
        let body = view! { <section class="sec first"><h2>{head}</h2>{table}{more}</section> }.into_any();
        leaves.push(Leaf { title, body });
    }
    let front_more = if leaves.is_empty() { page.lines_more } else { 0 };
    leaves.extend(changes(words, &mut page));
    leaves.push(Leaf { title: words.t("review-statements-short"), body: statement_sheet(words, &mut page) });
    leaves.extend(units(words, &mut page));
    leaves.push(complaints(words, &mut page));
    leaves.extend(actions_and_matrix(words, &mut page));
    leaves.extend(table_sheets(
        words,
        words.t("review-hidden-page"),
        words.t("review-hidden-why"),
        std::mem::take(&mut page.hidden),
    ));
    leaves.push(method(words, page.differences.take()));
    let front = front(words, page, front_lines, front_more, &leaves);
    let pages = u32::try_from(leaves.len() + 1).unwrap_or(u32::MAX);
    std::iter::once(front)
        .chain(leaves.into_iter().map(|leaf| leaf.body))
        .zip(1_u32..)
        .map(|(body, number)| {
            view! { <Sheet run=run.clone() page=number pages=pages>{body}</Sheet> }.into_any()
        })
        .collect()
}

fn front(words: Words, page: OrganisationPack, rows: Vec<UnitLine>, more: u32, leaves: &[Leaf]) -> AnyView {
    let contents: Vec<_> = contents(leaves).into_iter().map(|line| view! { <li>{line}</li> }).collect();
    let handling: Vec<String> = page
        .customers
        .kept
        .iter()
        .map(|row| {
            let values = [("label", row.label.clone().into()), ("value", row.value.clone().into())];
            words.tv("review-handling-kept", &values)
        })
        .collect();
    let handling = if handling.is_empty() { words.t("review-handling-none") } else { handling.join(" ") };
    let cause = page.customers.say.get(1).cloned();
    view! {
        <p class="kick">{page.kicker}</p>
        <h1>{page.headline}</h1>
        <p class="lead">{said(page.lead)}</p>
        {keys(page.keys)}
        <section class="sec">
            <h2>{words.t("review-lines")}</h2>
            {lines(words, rows)}
            {more_lines(words, more)}
            <p class="fine">{words.t("review-lines-note")}</p>
        </section>
        <div class="cols two rule fine">
            <div><h3>{words.t("review-handling")}</h3><p>{handling}</p>{cause.map(|cause| view! { <p>{cause}</p> })}</div>
            <div><h3>{words.t("review-contents")}</h3><ol class="contents">{contents}</ol></div>
        </div>
    }
    .into_any()
}

/// Titles with their sheets: `4–6 Units`.
fn contents(leaves: &[Leaf]) -> Vec<String> {
    let mut found: Vec<(usize, usize, &str)> = Vec::new();
    for (leaf, number) in leaves.iter().zip(2..) {
        match found.last_mut() {
            Some((_, last, title)) if *title == leaf.title => *last = number,
            _ => found.push((number, number, &leaf.title)),
        }
    }
    let line = |(first, last, title): (usize, usize, &str)| {
        if first == last { format!("{first} {title}") } else { format!("{first}–{last} {title}") }
    };
    found.into_iter().map(line).collect()
}

fn more_lines(words: Words, more: u32) -> Option<AnyView> {
    (more > 0).then(|| {
        view! { <p class="fine">{words.tv("review-lines-more", &[("count", more.into())])}</p> }.into_any()
    })
}

fn lines(words: Words, rows: Vec<UnitLine>) -> AnyView {
    let rows: Vec<_> = rows.into_iter().map(line).collect();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.t("review-lines")>
            <table class="lines">
                <thead>
                    <tr>
                        <th scope="col">{words.t("review-column-sentence")}</th>
                        <th scope="col" class="num">{words.t("measure-strain")}</th>
                        <th class="spark" aria-hidden="true"></th>
                        <th scope="col" class="num">{words.t("measure-satisfaction")}</th>
                        <th scope="col" class="num">{words.t("review-complaints-per")}</th>
                        <th class="spark" aria-hidden="true"></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn changes(words: Words, page: &mut OrganisationPack) -> Vec<Leaf> {
    let title = words.t("review-changes");
    let clear = std::mem::take(&mut page.clear);
    let barred: Vec<_> = std::mem::take(&mut page.not_compared)
        .into_iter()
        .take(ROWS_TO_A_SHEET)
        .map(|(unit, why)| view! { <p><b>{unit}</b> " · " {why}</p> })
        .collect();
    let has_barred = !barred.is_empty();
    let widths: Vec<_> =
        std::mem::take(&mut page.widths).into_iter().map(|line| view! { <p>{line}</p> }).collect();
    let mut leaves = table_sheets(words, title.clone(), std::mem::take(&mut page.tests), clear);
    let notes = view! {
        <div class="cols two rule fine">
            {has_barred.then(|| view! { <div><h3>{words.t("review-not-compared")}</h3>{barred}</div> })}
            <div><h3>{words.t("review-widths")}</h3>{widths}</div>
        </div>
    };
    if let Some(last) = leaves.pop() {
        leaves.push(Leaf { body: view! { {last.body}{notes} }.into_any(), ..last });
    }
    leaves
}

fn statement_sheet(words: Words, page: &mut OrganisationPack) -> AnyView {
    view! {
        <section class="sec first">
            <h2>{words.t("review-statements")}</h2>
            {statements(words, std::mem::take(&mut page.groups))}
            <p class="fine">{words.t("review-statements-note")}</p>
        </section>
    }
    .into_any()
}

fn units(words: Words, page: &mut OrganisationPack) -> Vec<Leaf> {
    let all = std::mem::take(&mut page.units);
    let chunks: Vec<Vec<SmallUnit>> = all.chunks(SMALL_TO_A_SHEET).map(<[_]>::to_vec).collect();
    let last = chunks.len().saturating_sub(1);
    let (marks, more) = (page.units_legend, page.units_more);
    chunks
        .into_iter()
        .enumerate()
        .map(|(place, chunk)| {
            let more = (place == last && more > 0).then(
                || view! { <p class="fine">{words.tv("review-units-more", &[("count", more.into())])}</p> },
            );
            let body = view! {
                <section class="sec first">
                    <h2>{words.t("review-units")}</h2>
                    <p class="say">{words.t("review-below-say")}</p>
                    {small(chunk)}
                    {legend(words, marks)}
                    {more}
                </section>
            };
            Leaf { title: words.t("review-units"), body: body.into_any() }
        })
        .collect()
}

fn complaints(words: Words, page: &mut OrganisationPack) -> Leaf {
    let body = view! {
        <section class="sec first">
            <h2>{words.t("review-complaints-title")}</h2>
            <p class="say">{words.t("review-complaints-say")}</p>
            {drawn(std::mem::take(&mut page.complaints_svg), "plot")}
            {legend(words, page.complaints_legend)}
        </section>
        <section class="sec">{customers(words, page.customers.clone())}</section>
    };
    Leaf { title: words.t("review-complaints-short"), body: body.into_any() }
}

/// What is being tried and the matrix: on one sheet where little is tried.
fn actions_and_matrix(words: Words, page: &mut OrganisationPack) -> Vec<Leaf> {
    let rows = std::mem::take(&mut page.tried);
    let is_short = rows.len() <= MOST_TRIED_BESIDE;
    let title = words.t("review-actions");
    let body = view! { <section class="sec first"><h2>{title.clone()}</h2>{tried(words, rows)}</section> };
    let (tried, matrix) = (body.into_any(), matrix(words, std::mem::take(&mut page.matrix)));
    if is_short {
        let both = format!("{title}, {}", matrix.title);
        return vec![Leaf { title: both, body: view! { {tried}{matrix.body} }.into_any() }];
    }
    vec![Leaf { title, body: tried }, matrix]
}

fn matrix(words: Words, factors: Vec<(String, Vec<MatrixRow>)>) -> Leaf {
    let factors: Vec<_> = factors.into_iter().map(|(title, rows)| factor(title, rows)).collect();
    let body = view! {
        <section class="sec first">
            <h2>{words.t("review-matrix")}</h2>
            <p class="say">{words.t("review-matrix-say")}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=words.t("review-matrix")>
                <table class="numbers">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("export-measure-label")}</th>
                            <th scope="col" class="num">{words.t("review-column-now")}</th>
                            <th scope="col">{words.t("review-column-change")}</th>
                            <th scope="col">{words.t("review-column-worst")}</th>
                            <th scope="col" class="num">{words.t("review-column-teams")}</th>
                        </tr>
                    </thead>
                    {factors}
                </table>
            </div>
        </section>
    };
    Leaf { title: words.t("review-matrix-short"), body: body.into_any() }
}

fn method(words: Words, differences: Option<Vec<String>>) -> Leaf {
    let differences = differences.map(|lines| {
        let is_same = lines.is_empty();
        let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
        let text = if is_same {
            view! { <p>{words.t("review-differences-none")}</p> }.into_any()
        } else {
            view! { <ul>{lines}</ul> }.into_any()
        };
        view! { <section class="sec prose"><h2>{words.t("review-differences")}</h2>{text}</section> }
    });
    let body = view! {
        <section class="sec first prose">
            <h2>{words.t("review-method")}</h2>
            <p>{words.t("review-made")}</p>
            <p>{words.t("review-method-scores")}</p>
            <p>{words.t("review-method-tests")}</p>
            <p>{words.t("review-method-rates")}</p>
            <p>{words.t("review-method-limits")}</p>
        </section>
        {differences}
    };
    Leaf { title: words.t("review-method"), body: body.into_any() }
}

/// A table on as many sheets as it needs, up to a limit that says what is left out.
fn table_sheets(words: Words, title: String, say: String, table: NumberTable) -> Vec<Leaf> {
    let NumberTable { title: caption, heads, rows, words: in_words } = table;
    let left_out = rows.len().saturating_sub(ROWS_TO_A_SHEET * MOST_OF_A_TABLE);
    let mut chunks: Vec<Vec<Vec<String>>> =
        rows.chunks(ROWS_TO_A_SHEET).take(MOST_OF_A_TABLE).map(<[_]>::to_vec).collect();
    if chunks.is_empty() {
        chunks.push(Vec::new());
    }
    let last = chunks.len() - 1;
    chunks
        .into_iter()
        .enumerate()
        .map(|(place, rows)| {
            let say = (place == 0).then(|| view! { <p class="say">{say.clone()}</p> });
            let more = (place == last && left_out > 0).then(|| {
                view! { <p class="fine">{words.tv("review-rows-more", &[("count", left_out.into())])}</p> }
            });
            let is_empty = rows.is_empty();
            let table = NumberTable { title: caption.clone(), heads: heads.clone(), rows, words: in_words };
            let table = (!is_empty).then(|| numbers(table));
            let head = title.clone();
            let body = view! { <section class="sec first"><h2>{head}</h2>{say}{table}{more}</section> };
            Leaf { title: title.clone(), body: body.into_any() }
        })
        .collect()
}

fn line(line: UnitLine) -> impl IntoView {
    const DEPTHS: [&str; 5] = ["", "depth-1", "depth-2", "depth-3", "depth-4"];
    let depth = DEPTHS[usize::try_from(line.depth.min(4)).unwrap_or(0)];
    let mark = match line.tone {
        Tone::Worse => Some("dot worse"),
        Tone::Better => Some("dot better"),
        Tone::Quiet => None,
    };
    let mark = mark.map(|class| view! { <i class=class aria-hidden="true"></i> });
    let cell =
        |(value, by): (String, Option<_>)| view! { <td class="num"><b>{value}</b>{by.map(change)}</td> };
    view! {
        <tr>
            <th scope="row" class=depth><a href=line.href>{line.name}</a><span>{mark}{line.sentence}</span></th>
            {cell(line.strain)}
            <td class="spark">{drawn(line.strain_svg, "plot rowfig")}</td>
            {cell(line.satisfaction)}
            {cell(line.rate)}
            <td class="spark">{drawn(line.rate_svg, "plot rowfig")}</td>
        </tr>
    }
}

fn factor(title: String, rows: Vec<MatrixRow>) -> impl IntoView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{row.label}</th>
                    <td class="num"><b>{row.value}</b></td>
                    <td>{change(row.change)}</td>
                    <td>{row.worst}</td>
                    <td class="num">{row.teams}</td>
                </tr>
            }
        })
        .collect();
    view! { <tbody><tr class="factor"><th scope="rowgroup" colspan="5">{title}</th></tr>{rows}</tbody> }
}
