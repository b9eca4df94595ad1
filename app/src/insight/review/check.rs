//! Whether a file is one that was taken out. Anybody may ask; nobody hears who took it out without a right to it.

use domain::{
    Field as FieldName,
    insight::pack_checks::{CheckPage, Checked, KnownFile, TakenRow},
};
use leptos::prelude::*;

use crate::{
    parts::{ErrorSummary, Field, PageTitle},
    request::{Refill, Words},
};

#[component]
pub fn Check(page: CheckPage) -> impl IntoView {
    let words = Words::find();
    let why = Refill::find().why(FieldName::File);
    let has_document = page.document.is_some();
    let taken = page.taken.map(|rows| taken(words, page.document.unwrap_or_default(), rows));
    view! {
        <PageTitle text=words.t("check-title")/>
        <main class="wrap narrow" id="main">
            <h1>{words.t("check-title")}</h1>
            <p class="lead">{words.t("check-lead")}</p>
            <ErrorSummary/>
            {answer(words, page.checked)}
            <form class="card stack" method="post" novalidate action="/e" enctype="multipart/form-data">
                <div class="field" class:bad=why.is_some()>
                    <label for="file">{words.t("field-file")}</label>
                    <p class="hint" id="file-hint">{words.t("check-file-hint")}</p>
                    {why.map(|why| view! { <p class="error">{words.t(why)}</p> })}
                    <input id="file" name="file" type="file" aria-describedby="file-hint"
                        aria-invalid=why.is_some().then_some("true")/>
                </div>
                <Field field=FieldName::Sha256 label=words.t("field-sha256") hint=words.t("check-hash-hint")/>
                <div class="row"><button class="btn">{words.t("check-submit")}</button></div>
            </form>
            <form class="card stack" method="get" novalidate action="/e">
                <div class="field">
                    <label for="document">{words.t("review-id")}</label>
                    <p class="hint" id="document-hint">{words.t("check-id-hint")}</p>
                    <input id="document" name="document" value=page.id.clone() autocomplete="off" spellcheck="false"
                        aria-describedby="document-hint"/>
                </div>
                <div class="row"><button class="btn quiet">{words.t("check-id-submit")}</button></div>
            </form>
            {taken}
            {(!page.id.is_empty() && !has_document).then(|| view! { <p class="notice">{words.t("check-id-nothing")}</p> })}
        </main>
    }
}

fn answer(words: Words, checked: Checked) -> Option<AnyView> {
    match checked {
        Checked::Nothing => None,
        Checked::Known(known) => Some(yes(words, known).into_any()),
        Checked::Unknown => Some(
            view! {
                <div class="notice" role="status">
                    <h2>{words.t("check-no")}</h2>
                    <p>{words.t("check-no-text")}</p>
                </div>
            }
            .into_any(),
        ),
    }
}

fn yes(words: Words, known: KnownFile) -> impl IntoView {
    let head = match (known.is_draft, known.replaced_by) {
        (_, Some(newer)) => words.tv("check-yes-replaced", &[("version", newer.into())]),
        (true, None) => words.t("check-yes-draft"),
        (false, None) => words.t("check-yes"),
    };
    let approved = known.approved.map(|(version, date)| {
        let values = [("version", version.into()), ("date", date.into())];
        view! { <p>{words.tv("review-version", &values)}</p> }
    });
    view! {
        <div class="notice ok" role="status">
            <h2>{head}</h2>
            <p>{known.document}</p>
            {approved}
            <p>{words.tv("check-taken-on", &[("date", known.taken_on.into())])}</p>
        </div>
    }
}

fn taken(words: Words, document: String, rows: Vec<TakenRow>) -> impl IntoView {
    let is_empty = rows.is_empty();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{row.at}</th>
                    <td>{row.who}</td>
                    <td>{row.format} {(!row.is_whole).then(|| view! { " " <small>{words.t("check-not-whole")}</small> })}</td>
                    <td class="num">{words.tv("check-bytes", &[("bytes", row.bytes.into())])}</td>
                    <td><code>{row.sha256}</code></td>
                </tr>
            }
        })
        .collect();
    let text = if is_empty {
        view! { <p>{words.t("check-taken-none")}</p> }.into_any()
    } else {
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=words.t("check-taken")>
                <table class="data">
                    <caption>{words.t("check-taken")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.t("check-column-when")}</th>
                            <th scope="col">{words.t("check-column-who")}</th>
                            <th scope="col">{words.t("check-column-format")}</th>
                            <th scope="col" class="num">{words.t("check-column-size")}</th>
                            <th scope="col">{words.t("field-sha256")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! { <section><h2>{document}</h2>{text}</section> }
}
