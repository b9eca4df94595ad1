//! What the sheets of a pack are made of.

use domain::{
    format,
    insight::pack_pages::{
        BarRow, Change, CourseLegend, CustomerPart, KeyFigure, Moved, NumberTable, Run, Said, SmallUnit,
        StatementGroup, Tone, TriedRow,
    },
};
use leptos::prelude::*;

use crate::{parts::Qr, request::Words};

/// Class of a change by its tone.
pub(super) const fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Worse => "chg worse",
        Tone::Better => "chg better",
        Tone::Quiet => "chg",
    }
}

/// A change: an arrow and words where it is clear, grey words where not.
pub(in crate::insight) fn change(change: Change) -> AnyView {
    let is_clear = change.tone != Tone::Quiet;
    let arrow = is_clear.then(|| {
        let path = if change.is_up { "M4 .8L7.4 7H.6z" } else { "M4 7.2L.6 1h6.8z" };
        view! { <svg class="arrow" viewBox="0 0 8 8" aria-hidden="true"><path d=path fill="currentColor"></path></svg> }
    });
    let text = if is_clear || change.half.is_empty() {
        change.text
    } else {
        // The half-width stands before the word of the verdict.
        match change.text.split_once(" · ") {
            Some((by, word)) => format!("{by} {} · {word}", change.half),
            None => change.text,
        }
    };
    let half = is_clear.then(|| view! { " " <small>{change.half}</small> });
    view! { <span class=class(change.tone)>{arrow}{text}{half}</span> }.into_any()
}

/// Pieces of a sentence, the strong ones in bold.
pub(super) fn said(pieces: Vec<Said>) -> Vec<AnyView> {
    let piece = |piece: Said| match piece.is_strong {
        true => view! { <b>{piece.text}</b> }.into_any(),
        false => view! { {piece.text} }.into_any(),
    };
    pieces.into_iter().map(piece).collect()
}

/// A drawn figure.
pub(super) fn drawn(svg: String, class: &'static str) -> AnyView {
    view! { <div class=class inner_html=svg></div> }.into_any()
}

/// A sheet of paper with what stands on top and at the foot of each.
#[component]
pub(super) fn Sheet(run: Run, page: u32, pages: u32, children: Children) -> impl IntoView {
    let words = Words::find();
    let tag = if run.is_draft { "tag" } else { "tag ok" };
    let look_up = words.tv("review-look-up", &[("address", run.look_up.into())]);
    let code = run.picture.map(|picture| view! { <Qr picture label=look_up.clone()/> });
    let id = run.id.map(|id| view! { <p><span class="id">{id}</span><span>{look_up}</span></p> });
    let numbers = [("page", page.into()), ("pages", pages.into())];
    view! {
        <section class="leaf">
            <header class="run">
                <span class="mark" aria-hidden="true">
                    <svg viewBox="0 0 24 24"><path d="M4 13c1.6 4.2 4.6 6.2 8 6.2s6.4-2 8-6.2"></path><path d="M7 8.4c.5-.9 1.6-.9 2.1 0M14.9 8.4c.5-.9 1.6-.9 2.1 0"></path></svg>
                    "Trivsel"
                </span>
                <span class="kind">{run.what}</span>
                <span class=tag>{run.tag}</span>
            </header>
            {children()}
            <footer class="feet">{code}{id}<span>{run.about}</span><span class="page">{words.tv("review-page-of", &numbers)}</span></footer>
        </section>
    }
}

/// The four figures.
pub(super) fn keys(keys: Vec<KeyFigure>) -> impl IntoView {
    let keys: Vec<_> = keys
        .into_iter()
        .map(|key| {
            let aside = (!key.aside.is_empty()).then(|| view! { " " <small>{key.aside}</small> });
            let lines: Vec<_> = key.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect();
            view! {
                <div>
                    <dt>{key.label}</dt>
                    <dd><p class="big">{key.value}{aside}</p>{key.change.map(change)}{lines}</dd>
                </div>
            }
        })
        .collect();
    view! { <dl class="four">{keys}</dl> }
}

/// Words for the marks that occur.
pub(super) fn legend(words: Words, legend: CourseLegend) -> impl IntoView {
    let marks = [
        (legend.has_levels, "levels", "review-legend-levels"),
        (legend.has_intervals, "intervals", "review-legend-intervals"),
        (legend.has_limits, "limits", "review-legend-limits"),
        (legend.has_hidden, "hidden", "review-legend-hidden"),
        (legend.has_void, "void", "review-legend-void"),
        (legend.has_signal, "signal", "review-legend-signal"),
        (legend.has_better, "better", "review-legend-better"),
    ];
    let marks: Vec<_> = marks
        .into_iter()
        .filter(|(has, ..)| *has)
        .map(|(_, name, id)| {
            let mark = format!("swatch {name}");
            view! { <li><i class=mark aria-hidden="true"></i>{words.t(id)}</li> }
        })
        .collect();
    view! { <ul class="marks">{marks}</ul> }
}

/// Measures that clearly moved one way.
pub(super) fn moved(words: Words, title: &str, rows: Vec<Moved>) -> impl IntoView {
    let is_empty = rows.is_empty();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| view! { <li><span>{row.label}</span><b>{row.value}</b>{change(row.change)}</li> })
        .collect();
    let none = is_empty.then(|| view! { <p class="fine">{words.t("review-nothing-clear")}</p> });
    view! { <div><h3>{words.t(title)}</h3><ul class="moved">{rows}</ul>{none}</div> }
}

/// Statements by factor, each with its small figure.
pub(super) fn statements(words: Words, groups: Vec<StatementGroup>) -> impl IntoView {
    let groups: Vec<_> = groups
        .into_iter()
        .map(|group| {
            let rows: Vec<_> = group
                .rows
                .into_iter()
                .map(|row| {
                    let tone = class(row.change.tone);
                    view! {
                        <tr>
                            <th scope="row">{row.label}</th>
                            <td class="fig">{drawn(row.svg, "plot rowfig")}</td>
                            <td class="num"><b>{row.value}</b></td>
                            <td><span class=tone>{row.change.text}</span></td>
                            <td class="num fine">{row.half}</td>
                        </tr>
                    }
                })
                .collect();
            view! {
                <tbody>
                    <tr class="factor"><th scope="rowgroup" colspan="5">{group.title}</th></tr>
                    {rows}
                </tbody>
            }
        })
        .collect();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.t("review-statements")>
        <table class="statements">
            <thead>
                <tr>
                    <th scope="col"><span class="out">{words.t("export-measure-label")}</span></th>
                    <th scope="col" class="fig"><span class="scale" aria-hidden="true"><i>"0"</i><i>"25"</i><i>"50"</i><i>"75"</i><i>"100"</i></span></th>
                    <th scope="col" class="num">{words.t("review-column-now")}</th>
                    <th scope="col">{words.t("review-column-change")}</th>
                    <th scope="col" class="num">{words.t("review-column-half")}</th>
                </tr>
            </thead>
            {groups}
        </table>
        </div>
    }
}

/// Units as small figures beside each other.
pub(super) fn small(units: Vec<SmallUnit>) -> impl IntoView {
    let units: Vec<_> = units
        .into_iter()
        .map(|unit| {
            view! { <figure><figcaption><b>{unit.name}</b><span>{unit.note}</span></figcaption>{drawn(unit.svg, "plot")}</figure> }
        })
        .collect();
    view! { <div class="smalls">{units}</div> }
}

fn bars(rows: Vec<BarRow>) -> Vec<impl IntoView> {
    rows.into_iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{row.label}</th>
                    <td class="fig">{drawn(row.svg, "plot rowfig")}</td>
                    <td class="num"><b>{row.value}</b> " " <span class="fine">{row.aside}</span></td>
                </tr>
            }
        })
        .collect()
}

/// Causes, promises, outcomes.
pub(super) fn customers(words: Words, part: CustomerPart) -> impl IntoView {
    let outcomes: Vec<_> =
        part.outcomes.into_iter().map(|(name, count)| view! { <li>{name} " " <b>{count}</b></li> }).collect();
    let closed = (!part.closed.is_empty()).then(|| {
        view! { <h3>{part.closed}</h3>{drawn(part.outcomes_svg, "plot rowfig")}<ul class="parts">{outcomes}</ul> }
    });
    let rest = part.rest.join(" ");
    let table = |title: &'static str, note: &'static str, rows: Vec<BarRow>| {
        (!rows.is_empty()).then(|| {
            view! {
                <table class="bars">
                    <caption>{words.t(title)} " " <span class="fine">{words.t(note)}</span></caption>
                    <tbody>{bars(rows)}</tbody>
                </table>
            }
        })
    };
    view! {
        <p class="say">{part.say.join(" ")}</p>
        <div class="cols two">
            <div>{table("review-causes", "review-causes-note", part.causes)}{closed}</div>
            <div>{table("review-kept", "review-kept-note", part.kept)}<p class="fine">{rest}</p></div>
        </div>
    }
}

/// What is being tried.
pub(super) fn tried(words: Words, rows: Vec<TriedRow>) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="fine">{words.t("review-tried-none")}</p> }.into_any();
    }
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let late = row
                .is_overdue
                .then(|| view! { " " <span class="chg worse">{words.t("review-overdue")}</span> });
            view! {
                <tr>
                    <th scope="row">{row.what}</th>
                    <td>{row.unit}</td>
                    <td>{row.aim}</td>
                    <td>{row.role}</td>
                    <td class="day">{row.from}</td>
                    <td class="day">{row.review}{late}</td>
                </tr>
            }
        })
        .collect();
    let heads = [
        "review-column-what",
        "review-column-where",
        "review-column-aim",
        "review-column-role",
        "review-column-since",
        "review-column-review",
    ];
    let heads: Vec<_> = heads.into_iter().map(|id| view! { <th scope="col">{words.t(id)}</th> }).collect();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.t("review-actions")>
            <table class="numbers"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// Numbers as a table.
pub(super) fn numbers(table: NumberTable) -> impl IntoView {
    let words = table.words;
    let class = move |at: u32| (at >= words).then_some("num");
    let heads: Vec<_> = table
        .heads
        .into_iter()
        .zip(0_u32..)
        .map(|(head, at)| {
            view! { <th scope="col" class=class(at)>{head}</th> }
        })
        .collect();
    let rows: Vec<_> = table
        .rows
        .into_iter()
        .map(|row| {
            let cells: Vec<_> = row
                .into_iter()
                .zip(0_u32..)
                .map(|(cell, at)| match at {
                    0 => view! { <th scope="row">{cell}</th> }.into_any(),
                    _ => view! { <td class=class(at)>{cell}</td> }.into_any(),
                })
                .collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    let name = table.title.clone();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=name>
            <table class="numbers tight">
                <caption>{table.title}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// Texts with signs that no typeface of the PDF has.
pub(super) fn unprintable(words: Words, texts: Vec<String>) -> Option<impl IntoView> {
    let quoted = |text: &String| format::quoted(words.0, text);
    let shown = texts.iter().take(MOST_UNPRINTABLE).map(quoted).collect::<Vec<_>>().join(", ");
    let more = texts.len().saturating_sub(MOST_UNPRINTABLE);
    (!texts.is_empty()).then(|| {
        let values = [("texts", shown.into()), ("more", more.into())];
        view! { <p class="notice screen">{words.tv("review-unprintable", &values)}</p> }
    })
}

/// As many of them are named.
const MOST_UNPRINTABLE: usize = 5;

/// Files of a pack by their ending, with the message id of their name.
pub(super) const PDF: (&str, &str) = ("pdf", "review-pdf");
pub(super) const WORKBOOK: (&str, &str) = ("xlsx", "review-workbook");
pub(super) const CSV: (&str, &str) = ("zip", "review-zip");
pub(super) const JSON: (&str, &str) = ("json", "review-json");

/// The pack's files of these kinds, of a unit where one is named.
pub(super) fn files(
    words: Words,
    quarter: &str,
    version: &str,
    unit: Option<&str>,
    kinds: &[(&'static str, &'static str)],
) -> impl IntoView + use<> {
    let unit = unit.map(|unit| format!("&unit={unit}")).unwrap_or_default();
    let link = |(ending, id): &(&'static str, &'static str)| {
        let href = format!("/review/{quarter}.{ending}?version={version}{unit}");
        view! { <a href=href download>{words.t(id)}</a> }
    };
    let links: Vec<_> = kinds.iter().map(link).collect();
    let packs = unit.is_empty().then(|| {
        let href = format!("/review/{quarter}/packs?version={version}");
        view! { <a href=href>{words.t("packs-link")}</a> }
    });
    view! { <div class="tools" role="group" aria-label=words.t("review-files")>{links}{packs}</div> }
}
