//! Imports: choose a file, look at what would happen, confirm.

mod changes;

use domain::{
    Lang,
    exchange::import::{
        DateOrder, DecimalMark, DryRun, ImportField, ImportKind, ImportPage, ImportRow, ImportState,
        LONGEST_MISSING, Reading, RowProblem, Separator, TotalRows, shorten,
    },
    format,
};
use leptos::prelude::*;
use leptos_meta::{Meta, Title};

use self::changes::{Changes, Complete, Confirm, Rules};
use crate::{
    parts::{Done as Said, ErrorSummary, PageTitle},
    request::{Words, viewer},
};

#[component]
pub fn ListPage(imports: Vec<ImportRow>) -> impl IntoView {
    let words = Words::find();
    let viewer = viewer();
    let offered: Vec<ImportKind> =
        ImportKind::ALL.into_iter().filter(|kind| viewer.may(kind.right())).collect();
    let templates: Vec<_> = offered
        .iter()
        .map(|kind| {
            let href = format!("/imports/template/{}.csv", kind.name());
            let label = words.t(&format!("imports-template-{}", kind.name()));
            view! { <li><a href=href download="">{label}</a></li> }
        })
        .collect();
    let kinds: Vec<_> = offered
        .into_iter()
        .enumerate()
        .map(|(place, kind)| {
            view! {
                <label class="choice">
                    <input type="radio" name="kind" value=kind.name() checked={place == 0}/>
                    " " {words.t(&format!("import-kind-{}", kind.name()))}
                </label>
            }
        })
        .collect();
    let rows: Vec<_> = imports
        .into_iter()
        .map(|import| {
            view! {
                <tr>
                    <th scope="row"><a href=format!("/imports/{}", import.id)>{import.file_name}</a></th>
                    <td>{words.t(&format!("import-kind-{}", import.kind.name()))}</td>
                    <td class="num">{format::number(words.0, import.rows as f64, 0)}</td>
                    <td>{format::moment(words.0, &import.at)}</td>
                    <td>{words.t(&format!("import-state-{}", import.state.name()))}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <Title text=format!("{} · Trivsel", words.t("nav-imports"))/>
        <main class="wrap narrow" id="main">
            <h1>{words.t("imports-title")}</h1>
            <p class="lead">{words.t("imports-lead")}</p>
            <Said family="imports-undone"/>
            <ErrorSummary/>
            <form class="card stack" method="post" novalidate action="/imports" enctype="multipart/form-data">
                <fieldset class="choices"><legend>{words.t("imports-kind")}</legend>{kinds}</fieldset>
                <div class="field">
                    <label for="file">{words.t("field-file")}</label>
                    <p class="hint" id="file-hint">{words.t("imports-file-hint")}</p>
                    <input id="file" name="file" type="file" accept=".csv,.tsv,.txt,.xlsx,text/csv" required aria-describedby="file-hint"/>
                </div>
                <div class="row"><button class="btn">{words.t("imports-check")}</button></div>
            </form>
            <h2>{words.t("imports-templates")}</h2>
            <p class="small muted">{words.t("imports-templates-text")}</p>
            <ul class="small templates">{templates}</ul>
            {if rows.is_empty() {
                view! { <p class="small muted">{words.t("imports-none")}</p> }.into_any()
            } else {
                view! {
                    <h2>{words.t("imports-recent")}</h2>
                    <div class="scroll" tabindex="0" role="region" aria-label=words.t("imports-recent")>
                        <table class="data">
                            <thead>
                                <tr>
                                    <th scope="col">{words.t("field-file")}</th>
                                    <th scope="col">{words.t("imports-kind")}</th>
                                    <th scope="col" class="num">{words.t("imports-rows")}</th>
                                    <th scope="col">{words.t("imports-at")}</th>
                                    <th scope="col">{words.t("imports-state")}</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                }.into_any()
            }}
        </main>
    }
}

#[component]
pub fn OnePage(page: ImportPage) -> impl IntoView {
    let words = Words::find();
    let id = page.import.id;
    let state = page.import.state;
    let is_waiting = matches!(state, ImportState::Queued | ImportState::Running);
    let step = |place: u8, text: &str| {
        let now = match state {
            ImportState::Checked => 2,
            ImportState::Queued | ImportState::Running => 3,
            ImportState::Done | ImportState::Failed => 4,
        };
        let class = (place < now).then_some("done");
        let current = (place == now).then_some("step");
        view! { <li class=class aria-current=current>{words.t(text)}</li> }
    };
    view! {
        <PageTitle text=page.import.file_name.clone()/>
        {is_waiting.then(|| view! { <Meta http_equiv="refresh" content="2"/> })}
        <main class="wrap narrow" id="main">
            <p class="eyebrow">{words.t(&format!("import-kind-{}", page.import.kind.name()))} " · " {format::moment(words.0, &page.import.at)}</p>
            <h1>{page.import.file_name.clone()}</h1>
            <ol class="steps-text">{step(1, "imports-step-file")}{step(2, "imports-step-check")}{step(3, "imports-step-done")}</ol>
            <ErrorSummary/>
            {match state {
                ImportState::Checked => view! { <Check page/> }.into_any(),
                ImportState::Queued | ImportState::Running => {
                    let total = page.dry_run.rows;
                    view! {
                        <div class="work" role="status">
                            <p>{words.tv("imports-working", &[("done", page.rows_done.into()), ("rows", total.into())])}</p>
                            <progress max=total.to_string() value=page.rows_done.to_string() aria-label=words.t("imports-progress")></progress>
                        </div>
                    }.into_any()
                }
                ImportState::Done => view! { <Done page/> }.into_any(),
                ImportState::Failed => view! {
                    <p class="notice concern" role="alert">{words.t("imports-failed")}</p>
                    <Problems report=page.dry_run/>
                    <Discard id/>
                }.into_any(),
            }}
        </main>
    }
}

#[component]
fn Done(page: ImportPage) -> impl IntoView {
    let words = Words::find();
    let is_people = page.import.kind == ImportKind::People;
    let (text, counted) = match &page.dry_run.diff {
        Some(diff) => ("diff-done", ("changes", diff.total().into())),
        None => ("imports-done", ("rows", page.dry_run.rows.into())),
    };
    view! {
        <p class="notice ok" role="status">{words.tv(text, &[counted])}</p>
        {match page.dry_run.diff.clone() {
            Some(diff) => view! { <Changes diff/> }.into_any(),
            None => view! { <Summary report=page.dry_run kind=page.import.kind/> }.into_any(),
        }}
        {is_people.then(|| view! { <p>{words.t("diff-next-people")}</p> })}
        {page.undoable_until.map(|until| view! { <Undo id=page.import.id until/> })}
        <div class="row">
            {is_people.then(|| view! { <a class="btn" href="/people">{words.t("diff-to-people")}</a> })}
            <a class=if is_people { "btn quiet" } else { "btn" } href="/imports">{words.t("imports-back")}</a>
        </div>
    }
}

#[component]
fn Check(page: ImportPage) -> impl IntoView {
    let words = Words::find();
    let id = page.import.id;
    let is_clean = page.dry_run.is_clean();
    let report = page.dry_run.clone();
    view! {
        {report.has_changed_since.then(|| view! {
            <p class="notice concern" role="alert">{words.t("diff-changed-since")}</p>
        })}
        {if let Some(diff) = report.diff.clone().filter(|_| is_clean) {
            view! { <Confirm page=page.clone() diff/> }.into_any()
        } else if is_clean {
            view! {
                <p class="notice ok" role="status">{words.tv("imports-clean", &[("rows", report.rows.into())])}</p>
                <Summary report=report.clone() kind=page.import.kind/>
                <form class="row" method="post" novalidate action=format!("/imports/{id}/confirm")>
                    <button class="btn">{words.tv("imports-confirm", &[("rows", report.rows.into())])}</button>
                </form>
            }.into_any()
        } else {
            view! { <Problems report=report.clone()/> }.into_any()
        }}
        <Understood page=page.clone()/>
        <Columns page/>
        <Discard id/>
    }
}

#[component]
fn Summary(report: DryRun, kind: ImportKind) -> impl IntoView {
    let words = Words::find();
    let number = |value: i64| format::number(words.0, value as f64, 0);
    let span =
        report.span.map(|(first, last)| if first == last { first } else { format!("{first} – {last}") });
    view! {
        <dl class="facts">
            <div class="kv"><dt>{words.t("imports-units")}</dt><dd class="num">{report.units}</dd></div>
            {(report.new_units > 0).then(|| view! {
                <div class="kv"><dt>{words.t("imports-new-units")}</dt><dd class="num">{report.new_units}</dd></div>
            })}
            {match kind {
                ImportKind::Visits => {
                    let left_out = i64::try_from(report.left_out).unwrap_or(i64::MAX);
                    view! { <div class="kv"><dt>{words.t("imports-left-out")}</dt><dd class="num">{number(left_out)}</dd></div> }.into_any()
                }
                _ => view! {
                    <div class="kv"><dt>{words.t("column-complaints")}</dt><dd class="num">{number(report.complaints)}</dd></div>
                    <div class="kv"><dt>{words.t("column-contacts")}</dt><dd class="num">{number(report.contacts)}</dd></div>
                }.into_any(),
            }}
            {span.map(|span| view! { <div class="kv"><dt>{words.t("imports-span")}</dt><dd class="num">{span}</dd></div> })}
        </dl>
    }
}

/// What is wrong, with row, column, reason and remedy.
#[component]
fn Problems(report: DryRun) -> impl IntoView {
    let words = Words::find();
    if let Some(problem) = report.file_problem {
        let [reason, remedy] = problem.words(words.0);
        return view! { <div class="notice concern" role="alert"><p><b>{reason}</b></p><p>{remedy}</p></div> }.into_any();
    }
    let more = report.problem_count.saturating_sub(report.problems.len() as u64);
    let lines: Vec<_> = report.problems.into_iter().map(|problem| view! { <Line problem/> }).collect();
    view! {
        <div class="notice concern" role="alert">
            {words.tv("imports-problems", &[("problems", report.problem_count.into()), ("rows", report.rows.into())])}
        </div>
        <ul class="row-errors">{lines}</ul>
        {(more > 0).then(|| view! { <p class="small muted">{words.tv("imports-more", &[("more", more.into())])}</p> })}
    }
    .into_any()
}

#[component]
fn Line(problem: RowProblem) -> impl IntoView {
    let words = Words::find();
    let first_row = problem.why.first_row().unwrap_or_default();
    let values = [("cell", problem.cell.as_str().into()), ("row", first_row.into())];
    let at = match problem.row {
        0 => words.t("imports-not-in-file"),
        row => {
            words.tv("imports-at-row", &[("row", row.to_string().into()), ("column", problem.column.into())])
        }
    };
    let reason = words.tv(problem.why.text_id(), &values);
    let remedy = words.t(&format!("{}-remedy", problem.why.text_id()));
    view! {
        <li>
            <span class="at">{at}</span>
            <b>{reason}</b>
            <span class="remedy">{remedy}</span>
        </li>
    }
}

/// How the file was read, with its first rows: what is confirmed should have been seen.
#[component]
fn Understood(page: ImportPage) -> impl IntoView {
    let words = Words::find();
    let [en, nb] = page.said;
    let said = if words.0 == Lang::Nb { nb } else { en };
    if page.heads.is_empty() {
        return None;
    }
    let said: Vec<_> = said.into_iter().map(|line| view! { <li>{format::capital(&line)}</li> }).collect();
    let heads: Vec<_> =
        page.heads.iter().map(|head| view! { <th scope="col">{shorten(head)}</th> }).collect();
    let rows: Vec<_> = page
        .sample
        .into_iter()
        .map(|row| {
            let cells: Vec<_> = row.into_iter().map(|cell| view! { <td>{cell}</td> }).collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    Some(view! {
        <section class="understood">
            <h2>{words.t("imports-understood")}</h2>
            <ul class="small">{said}</ul>
            <div class="scroll" tabindex="0" role="region" aria-label=words.t("imports-first-rows")>
                <table class="data small">
                    <caption class="sr">{words.t("imports-first-rows")}</caption>
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    })
}

/// Which column is what; sent, the file is checked again.
#[component]
fn Columns(page: ImportPage) -> impl IntoView {
    let words = Words::find();
    let id = page.import.id;
    let shown: Vec<String> = page.heads.iter().map(|head| shorten(head)).collect();
    let rows: Vec<_> = page
        .import
        .kind
        .fields()
        .iter()
        .map(|(field, is_needed)| {
            let column = page.mapping.column(*field);
            let chosen = column.and_then(|column| page.heads.iter().position(|head| head == column));
            view! { <ColumnRow field=*field is_needed=*is_needed chosen heads=shown.clone() sample=page.sample.clone()/> }
        })
        .collect();
    let is_open = !page.dry_run.is_clean();
    let kind = page.import.kind;
    let mapping = page.mapping.clone();
    let creates_units = page.mapping.creates_units;
    view! {
        <details class="more" open=is_open>
            <summary>{words.t("imports-columns")}</summary>
            <form method="post" novalidate action=format!("/imports/{id}")>
                <div class="scroll" tabindex="0" role="region" aria-label=words.t("imports-columns")>
                    <table class="mapping">
                        <thead>
                            <tr>
                                <th scope="col">{words.t("imports-field")}</th>
                                <th scope="col">{words.t("imports-column")}</th>
                                <th scope="col">{words.t("imports-example")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                <Choices reading=page.mapping.reading.clone() sheets=page.sheets.clone()/>
                <Rules kind/>
                {if kind.is_organisation() {
                    view! { <Complete kind mapping/> }.into_any()
                } else {
                    view! {
                        <label class="choice">
                            <input type="checkbox" name="creates_units" value="yes" checked=creates_units/>
                            " " {words.t("imports-creates-units")}
                        </label>
                    }.into_any()
                }}
                <div class="row"><button class="btn quiet">{words.t("imports-check-again")}</button></div>
            </form>
        </details>
    }
}

/// What the file leaves open; what is not said is found out.
#[component]
fn Choices(reading: Reading, sheets: Vec<String>) -> impl IntoView {
    let words = Words::find();
    let named = |all: Vec<(&'static str, &'static str)>| {
        all.into_iter().map(|(name, text)| (name.to_owned(), words.t(text))).collect::<Vec<_>>()
    };
    let separators = named(Separator::ALL.iter().map(|one| (one.name(), one.text_id())).collect());
    let decimals = named(DecimalMark::ALL.iter().map(|one| (one.name(), one.text_id())).collect());
    let dates = named(DateOrder::ALL.iter().map(|one| (one.name(), one.text_id())).collect());
    let totals = named(TotalRows::ALL.iter().map(|one| (one.name(), one.text_id())).collect());
    let chosen = |name: Option<&str>| name.unwrap_or_default().to_owned();
    let is_workbook = !sheets.is_empty();
    view! {
        <fieldset class="reading">
            <legend>{words.t("imports-reading")}</legend>
            {if is_workbook {
                let sheet = chosen(sheets.first().map(String::as_str));
                let sheets = sheets.into_iter().map(|sheet| (sheet.clone(), sheet)).collect();
                view! { <Choice name="sheet" options=sheets chosen=sheet/> }.into_any()
            } else {
                view! { <Choice name="separator" options=separators chosen=chosen(reading.separator.map(Separator::name))/> }.into_any()
            }}
            <Choice name="decimal" options=decimals chosen=chosen(reading.decimal.map(DecimalMark::name))/>
            <Choice name="dates" options=dates chosen=chosen(reading.dates.map(DateOrder::name))/>
            <Choice name="totals" options=totals chosen=chosen(reading.totals.map(TotalRows::name))/>
            <div class="field">
                <label for="missing">{words.t("imports-missing")}</label>
                <input id="missing" name="missing" value=reading.missing autocomplete="off"
                    maxlength=LONGEST_MISSING.to_string() aria-describedby="missing-hint"/>
                <p class="hint" id="missing-hint">{words.t("imports-missing-hint")}</p>
            </div>
        </fieldset>
    }
}

#[component]
fn Choice(name: &'static str, options: Vec<(String, String)>, chosen: String) -> impl IntoView {
    let words = Words::find();
    let found_out =
        (name != "sheet").then(|| view! { <option value="">{words.t("imports-found-out")}</option> });
    let options: Vec<_> = options
        .into_iter()
        .map(|(value, text)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{text}</option> }
        })
        .collect();
    view! {
        <div class="field">
            <label for=name>{words.t(&format!("imports-{name}"))}</label>
            <select id=name name=name>{found_out}{options}</select>
        </div>
    }
}

/// A field and the columns to choose from. A column is named by its place, and its head is cut as cells are:
/// what is sent is never longer than what is shown, and heads of which the first part is alike stay apart.
#[component]
fn ColumnRow(
    field: ImportField,
    is_needed: bool,
    chosen: Option<usize>,
    heads: Vec<String>,
    sample: Vec<Vec<String>>,
) -> impl IntoView {
    let words = Words::find();
    let example: Vec<String> = chosen
        .map(|place| sample.iter().filter_map(|row| row.get(place).cloned()).take(2).collect())
        .unwrap_or_default();
    let name = format!("column-{}", field.name());
    let label = words.t(&format!("import-field-{}", field.name()));
    let none = words.t(if is_needed { "choose" } else { "imports-no-column" });
    let options: Vec<_> = heads
        .into_iter()
        .enumerate()
        .filter(|(_, head)| !head.is_empty())
        .map(|(place, head)| {
            view! { <option value={place + 1} selected={chosen == Some(place)}>{head}</option> }
        })
        .collect();
    view! {
        <tr>
            <th scope="row"><label for=name.clone()>{label}</label></th>
            <td><select id=name.clone() name=name><option value="">{none}</option>{options}</select></td>
            <td class="muted">{example.join(", ")}</td>
        </tr>
    }
}

/// Takes an import back, after a second look.
#[component]
fn Undo(id: i64, until: String) -> impl IntoView {
    let words = Words::find();
    view! {
        <details class="more">
            <summary>{words.t("imports-undo")}</summary>
            <form method="post" novalidate action=format!("/imports/{id}/undo")>
                <p class="small">{words.tv("imports-undo-text", &[("until", until.into())])}</p>
                <div class="row"><button class="btn danger">{words.t("imports-undo")}</button></div>
            </form>
        </details>
    }
}

#[component]
fn Discard(id: i64) -> impl IntoView {
    let words = Words::find();
    view! {
        <form class="row" method="post" novalidate action=format!("/imports/{id}/discard")>
            <button class="btn danger">{words.t("imports-discard")}</button>
        </form>
    }
}
