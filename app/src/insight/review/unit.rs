//! A unit's pack: four sheets.

use domain::insight::pack_pages::UnitPack;
use leptos::prelude::*;

use super::parts::{
    CSV, JSON, Sheet, WORKBOOK, customers, drawn, files, keys, legend, moved, numbers, said, small,
    statements, tried,
};
use crate::{parts::PageTitle, request::Words};

#[component]
pub fn Unit(page: UnitPack, unprintable: Vec<String>) -> impl IntoView {
    let words = Words::find();
    let title = page.run.about.clone();
    let which = page.run.version.map_or_else(|| "draft".to_owned(), |version| version.to_string());
    let file = page.may_take_out.then(|| {
        let href = format!("/review/{}/unit/{}/pack.pdf?version={which}", page.run.quarter, page.id);
        view! { <a href=href download>{words.t("review-pdf")}</a> }
    });
    let back = page.may_review.then(|| {
        let href = format!("/review?quarter={}&version={which}", page.run.quarter);
        view! { <a href=href>{words.t("review-to-organisation")}</a> }
    });
    let hse = format!("/review/{}/unit/{}/4-3", page.run.quarter, page.id);
    let meeting = format!("/review/{}/unit/{}/meeting?version={which}", page.run.quarter, page.id);
    // Whoever agrees on actions takes the workbook of what was approved; the review's right opens the rest.
    let kinds: &[_] = if page.may_export { &[WORKBOOK, CSV, JSON] } else { &[WORKBOOK] };
    let tools = page.may_take_out.then(|| files(words, &page.run.quarter, &which, Some(&page.id), kinds));
    view! {
        <PageTitle text=title/>
        <main class="wrap pack" id="main">
            <div class="row spread tools">{back}<a href=meeting>{words.t("dialogue-link")}</a><a href=hse>{words.t("hse-link")}</a>{file}{tools}<span class="fine">{words.t("review-print")}</span></div>
            {super::parts::unprintable(words, unprintable)}
            {if page.has_figures { full(words, page).into_any() } else { bare(words, page).into_any() }}
        </main>
    }
}

/// One sheet that says why nothing is shown, and what would change it.
fn bare(words: Words, page: UnitPack) -> impl IntoView {
    let lines: Vec<_> = page.nothing.into_iter().map(|line| view! { <p class="lead">{line}</p> }).collect();
    view! {
        <Sheet run=page.run page=1 pages=1>
            <p class="kick">{page.kicker}</p>
            <h1>{words.t("review-nothing-title")}</h1>
            {lines}
        </Sheet>
    }
}

fn full(words: Words, page: UnitPack) -> impl IntoView {
    let run = page.run.clone();
    let trying: Vec<_> = page
        .tried_on_first()
        .into_iter()
        .map(|row| {
            let values = [("from", row.from.into()), ("review", row.review.into())];
            view! { <p class="fine"><b>{row.what}</b> " " {words.tv("review-tried-until", &values)}</p> }
        })
        .collect();
    let trying = if trying.is_empty() {
        view! { <p class="fine">{words.t("review-tried-none")}</p> }.into_any()
    } else {
        trying.into_any()
    };
    let (first, rest) = page.tried_on_meeting();
    let others = (rest > 0).then(|| {
        view! { <p class="fine">{words.tv("review-tried-more", &[("count", rest.into())])}</p> }
    });
    let has_below = !page.below.is_empty();
    let more = (page.below_more > 0)
        .then(|| view! { <p class="fine">{words.tv("review-below-more", &[("count", page.below_more.into())])}</p> });
    // Beside the statements there is room for one row of figures.
    let has_own_sheet = page.has_own_sheet();
    let pages = if has_own_sheet { 5 } else { 4 };
    let class = if has_own_sheet { "sec first" } else { "sec" };
    let below = has_below.then(|| {
        view! {
            <section class=class>
                <h2>{words.t("review-below")}</h2>
                <p class="say">{words.t("review-below-say")}</p>
                {small(page.below)}
                {legend(words, page.below_legend)}
                {more}
            </section>
        }
    });
    let (beside, own_sheet) = if has_own_sheet {
        (None, Some(view! { <Sheet run=run.clone() page=3 pages=pages>{below}</Sheet> }))
    } else {
        (below, None)
    };
    let hidden: Vec<_> = page.hidden.into_iter().map(|line| view! { <p>{line}</p> }).collect();
    let tables: Vec<_> = page.tables.into_iter().map(numbers).collect();
    view! {
        <Sheet run=run.clone() page=1 pages=pages>
            <p class="kick">{page.kicker}</p>
            <h1>{page.headline}</h1>
            <p class="lead">{said(page.lead)}</p>
            {keys(page.keys)}
            <section class="sec course">
                <h2>{words.t("review-course")}</h2>
                <p class="say">{page.course_say}</p>
                {drawn(page.course_svg, "plot")}
                {legend(words, page.legend)}
            </section>
            <div class="cols three rule">
                {moved(words, "review-down", page.down)}
                {moved(words, "review-up", page.up)}
                <div><h3>{words.t("review-tried")}</h3>{trying}</div>
            </div>
        </Sheet>
        <Sheet run=run.clone() page=2 pages=pages>
            <section class="sec first">
                <h2>{words.t("review-statements")}</h2>
                <p class="say">{page.statements_say}</p>
                {statements(words, page.groups)}
                <p class="fine">{words.t("review-statements-note")}</p>
            </section>
            {beside}
        </Sheet>
        {own_sheet}
        <Sheet run=run.clone() page=pages - 1 pages=pages>
            <section class="sec first">
                <h2>{words.t("review-customers-title")}</h2>
                {customers(words, page.customers)}
            </section>
            <section class="sec"><h2>{words.t("review-actions")}</h2>{tried(words, first)}{others}</section>
            <section class="sec meet">
                <h2>{words.t("review-meeting")}</h2>
                <p class="say">{words.t("review-meeting-say")}</p>
                {question(words.t("review-question-1"), page.begin_with, 1)}
                {question(words.t("review-question-2"), words.t("review-question-2-hint"), 2)}
                {question(words.t("review-question-3"), words.t("review-question-3-hint"), 3)}
            </section>
            <div class="cols two rule fine">
                <div><h3>{words.t("review-hidden-title")}</h3>{hidden}</div>
                <div><h3>{words.t("review-made-title")}</h3><p>{words.t("review-made")}</p></div>
            </div>
        </Sheet>
        <Sheet run=run page=pages pages=pages>
            <section class="sec first">
                <h2>{words.t("review-numbers")}</h2>
                {tables}
                <p class="fine">{words.t("review-table-rounds-note")}</p>
            </section>
        </Sheet>
    }
}

/// Lines to write on below a question; on paper as many of them as the sheet, one page of A4, has room for.
const LINES: usize = 3;

/// A question with lines to write on.
fn question(text: String, hint: String, number: u8) -> impl IntoView {
    view! {
        <div class="ask">
            <b aria-hidden="true">{number}</b>
            <div>
                <h3>{text}</h3>
                <p class="fine">{hint}</p>
                <div class="blanks" aria-hidden="true">
                    {(0..LINES).map(|_| view! { <div></div> }).collect::<Vec<_>>()}
                </div>
            </div>
        </div>
    }
}
