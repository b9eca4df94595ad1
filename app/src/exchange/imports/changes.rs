//! What an import of units or people would change, and the question whether it should.

use domain::{
    Field,
    exchange::import::{ChangeLine, Diff, ImportKind, ImportPage, Mapping},
};
use leptos::prelude::*;

use crate::{
    parts::ProofField,
    request::{Refill, Words},
};

/// The changes and the button that confirms them.
#[component]
pub(super) fn Confirm(page: ImportPage, diff: Diff) -> impl IntoView {
    let words = Words::find();
    let id = page.import.id;
    let total = diff.total();
    let unchanged = diff.unchanged;
    if total == 0 {
        return view! {
            <p class="notice ok" role="status">{words.tv("diff-none", &[("unchanged", unchanged.into())])}</p>
        }
        .into_any();
    }
    let digest = diff.digest.clone();
    let sure = diff.is_drastic().then(|| view! { <Sure kind=page.import.kind gone=diff.gone of=diff.of/> });
    view! {
        <p class="notice ok" role="status">{words.tv("diff-clean", &[("rows", page.dry_run.rows.into())])}</p>
        <Changes diff/>
        <form class="stack confirm-changes" method="post" novalidate action=format!("/imports/{id}/confirm")>
            <input type="hidden" name="digest" value=digest/>
            {sure}
            <ProofField/>
            <div class="row"><button class="btn">{words.tv("diff-confirm", &[("changes", total.into())])}</button></div>
        </form>
    }
    .into_any()
}

/// Asks once more when so many would be gone that the file may be the wrong one.
#[component]
fn Sure(kind: ImportKind, gone: u64, of: u64) -> impl IntoView {
    let words = Words::find();
    let why = Refill::find().why(Field::Sure);
    let (text, label) = match kind {
        ImportKind::Units => ("diff-sure-units", "diff-sure-units-label"),
        _ => ("diff-sure-people", "diff-sure-people-label"),
    };
    let values = [("gone", gone.into()), ("of", of.into())];
    view! {
        <div class="notice concern">
            <p>{words.tv(text, &values)}</p>
            {why.map(|why| view! { <p class="error" id="sure-error">{words.t(why)}</p> })}
            <label class="choice">
                <input id="sure" type="checkbox" name="sure" value="yes" required
                    aria-describedby=why.map(|_| "sure-error")/>
                " " {words.tv(label, &values)}
            </label>
        </div>
    }
}

/// How much of each kind, and the first changes.
#[component]
pub(super) fn Changes(diff: Diff) -> impl IntoView {
    let words = Words::find();
    let total = diff.total();
    let more = total.saturating_sub(diff.changes.len() as u64);
    let counts: Vec<_> = diff
        .counts
        .iter()
        .map(|(kind, count)| view! { <Count label=words.t(kind.text_id()) count=*count/> })
        .collect();
    let groups: Vec<_> = diff
        .changes
        .chunk_by(|a, b| a.kind == b.kind)
        .map(|lines| view! { <Group lines=lines.to_vec() count=lines.first().map_or(0, |l| diff.count(l.kind))/> })
        .collect();
    view! {
        <dl class="facts">
            {counts}
            {(diff.unchanged > 0).then(|| view! { <Count label=words.t("diff-unchanged") count=diff.unchanged/> })}
        </dl>
        {groups}
        {(more > 0).then(|| view! { <p class="small muted">{words.tv("diff-more", &[("more", more.into())])}</p> })}
    }
}

#[component]
fn Count(label: String, count: u64) -> impl IntoView {
    let words = Words::find();
    view! { <div class="kv"><dt>{label}</dt><dd class="num">{domain::format::number(words.0, count as f64, 0)}</dd></div> }
}

/// Changes of one kind; long lists stay folded until somebody wants them.
#[component]
fn Group(lines: Vec<ChangeLine>, count: u64) -> impl IntoView {
    let words = Words::find();
    let kind = lines.first()?.kind;
    let is_open = lines.len() <= 20;
    let items: Vec<_> = lines.iter().map(|line| view! { <li>{line.text(words.0)}</li> }).collect();
    Some(view! {
        <details class="more changes" open=is_open>
            <summary>{words.t(kind.text_id())} " · " {domain::format::number(words.0, count as f64, 0)}</summary>
            <ul>{items}</ul>
        </details>
    })
}

/// How the cells of the file are read, for kinds where that is not plain.
#[component]
pub(super) fn Rules(kind: ImportKind) -> impl IntoView {
    let words = Words::find();
    let ids: &[&str] = match kind {
        ImportKind::Units => &["imports-rule-parent", "imports-rule-kinds"],
        ImportKind::People => {
            &["imports-rule-empty", "imports-rule-roles", "imports-rule-nowhere", "imports-rule-from"]
        }
        _ => return None,
    };
    let lines: Vec<_> = ids.iter().map(|id| view! { <li>{words.t(id)}</li> }).collect();
    Some(view! { <ul class="small muted">{lines}</ul> })
}

/// The check box that says that the file leaves nobody out.
#[component]
pub(super) fn Complete(kind: ImportKind, mapping: Mapping) -> impl IntoView {
    let words = Words::find();
    let text = match kind {
        ImportKind::Units => "imports-complete-units",
        _ => "imports-complete-people",
    };
    view! {
        <label class="choice">
            <input type="checkbox" name="is_complete" value="yes" checked=mapping.is_complete/>
            " " {words.t(text)}
        </label>
    }
}
