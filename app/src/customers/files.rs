//! Files of a case.

use domain::{
    Field as FieldName,
    customers::file::{FileShown, FileType, FilesPage, MOST_FILES},
};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{public::here_in, wording::minute};
use crate::{
    parts::{Done, ErrorSummary},
    request::{Refill, Words},
};

/// The files of a case, each with a way to it.
#[component]
pub(super) fn FileList(files: Vec<FileShown>, reference: String) -> impl IntoView {
    let lines: Vec<_> = files
        .into_iter()
        .map(|file| view! { <li><FileLine file reference=reference.clone()/></li> })
        .collect();
    (!lines.is_empty()).then(|| view! { <ul class="plain">{lines}</ul> })
}

/// What a file is, how large, and since when it is there.
fn about(words: Words, file: &FileShown) -> String {
    let kilobytes = (file.bytes + 1023) / 1024;
    let kind = words.t(file.kind.text_id());
    let about = words.tv("attachment-about", &[("kind", kind.into()), ("size", kilobytes.into())]);
    format!("{about} · {}", minute(words, &file.at))
}

/// The files of the own case, which whoever brought them has.
#[component]
pub(super) fn OwnFiles(files: Vec<FileShown>) -> impl IntoView {
    let words = Words::find();
    let lines: Vec<_> = files
        .into_iter()
        .map(|file| view! { <li>{file.name.clone()} " " <small class="muted">{about(words, &file)}</small></li> })
        .collect();
    (!lines.is_empty()).then(
        || view! { <section><h2>{words.t("follow-files")}</h2> <ul class="plain">{lines}</ul></section> },
    )
}

#[component]
fn FileLine(file: FileShown, reference: String) -> impl IntoView {
    let words = Words::find();
    let href = format!("/complaints/{reference}/files/{}", file.name);
    // A document is taken away; a picture opens.
    let download = (file.kind == FileType::Pdf).then(|| file.name.clone());
    view! {
        <a href=href download=download>{file.name.clone()}</a> " "
        <small class="muted">{about(words, &file)}</small>
    }
}

/// The page on which files are added and taken away.
#[component]
pub fn FilesView(page: FilesPage) -> impl IntoView {
    let words = Words::find();
    let reference = page.reference.clone();
    let back = format!("/complaints/{reference}");
    let action = format!("/complaints/{reference}/files");
    let has_room = page.files.len() < MOST_FILES;
    let rows: Vec<_> = page
        .files
        .into_iter()
        .map(|file| {
            let remove = format!("/complaints/{reference}/files/{}", file.name);
            let label = words.tv("attachment-remove-one", &[("name", file.name.clone().into())]);
            view! {
                <li class="row spread">
                    <span><FileLine file reference=reference.clone()/></span>
                    <form method="post" novalidate action=remove>
                        <button class="btn quiet small" aria-label=label>{words.t("attachment-remove")}</button>
                    </form>
                </li>
            }
        })
        .collect();
    let full = (!has_room)
        .then(|| view! { <p class="notice">{words.tv("files-full", &[("most", MOST_FILES.into())])}</p> });
    view! {
        <Title text=format!("{} · Trivsel", words.t("files-title"))/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow num"><a href=back.clone()>{page.reference.clone()}</a></p>
            <h1>{words.t("files-title")}</h1>
            <p class="lead">{words.t("files-lead")}</p>
            <Done family="attachment-done-"/>
            <ErrorSummary/>
            <blockquote class="said">{page.what}</blockquote>
            <ul class="plain">{rows}</ul>
            {full}
            {has_room.then(|| view! {
                <form class="card stack" method="post" novalidate action=action enctype="multipart/form-data">
                    <FileField/>
                    <div class="row">
                        <button class="btn">{words.t("files-add")}</button>
                        <a class="btn quiet" href=back>{words.t("files-back")}</a>
                    </div>
                </form>
            })}
        </main>
    }
}

/// The form with which a customer adds a file to the own case.
#[component]
pub(super) fn BringForm(reference: String, secret: String) -> impl IntoView {
    let words = Words::find();
    view! {
        <form class="stack" method="post" novalidate action=here_in("/case/file") enctype="multipart/form-data">
            <input type="hidden" name="reference" value=reference/>
            <input type="hidden" name="secret" value=secret/>
            <FileField/>
            <p><button class="btn quiet">{words.t("files-add")}</button></p>
        </form>
    }
}

#[component]
fn FileField() -> impl IntoView {
    let words = Words::find();
    let why = Refill::find().why(FieldName::File);
    view! {
        <div class="field" class:bad=why.is_some()>
            <label for="file">{words.t("field-file")}</label>
            <p class="hint" id="file-hint">{words.t("files-hint")}</p>
            {why.map(|why| view! { <p class="error">{words.t(why)}</p> })}
            <input id="file" name="file" type="file" accept="image/jpeg,image/png,image/webp,application/pdf"
                required aria-describedby="file-hint" aria-invalid=why.is_some().then_some("true")/>
        </div>
    }
}
