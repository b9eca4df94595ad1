//! Cases that belong together.

use domain::{
    Field as FieldName,
    customers::related::{Proposed, Related, RelatedPage, Relation, Tie},
    format,
};
use leptos::prelude::*;
use leptos_meta::Title;

use super::wording::shortened;
use crate::{
    parts::{Choices, ErrorSummary, Field},
    request::{Refill, Words, encode},
};

/// What belongs to a case and what may, on its own page; nothing where there is neither.
#[component]
pub(super) fn RelatedCard(
    related: Vec<Related>,
    proposed: Vec<Proposed>,
    /// Reference of the case that is looked at.
    reference: String,
) -> impl IntoView {
    let words = Words::find();
    (!related.is_empty() || !proposed.is_empty()).then(|| {
        view! {
            <section class="card" id="related">
                <h2>{words.t("related-title")}</h2>
                <TieList related/>
                <Proposals proposed reference/>
            </section>
        }
    })
}

/// That a case is part of another: first thing on its page.
#[component]
pub(super) fn Signpost(related: Vec<Related>) -> impl IntoView {
    let words = Words::find();
    let whole = related.into_iter().find(|related| related.tie == Tie::PartOf)?;
    Some(view! { <p class="notice">{words.t("related-signpost")} " " <CaseLink related=whole/></p> })
}

#[component]
fn CaseLink(related: Related) -> impl IntoView {
    match related.is_within {
        true => view! { <a class="num" href=format!("/complaints/{}", related.reference)>{related.reference.clone()}</a> }.into_any(),
        false => view! { <span class="num">{related.reference.clone()}</span> }.into_any(),
    }
}

#[component]
fn TieList(related: Vec<Related>) -> impl IntoView {
    let words = Words::find();
    let lines: Vec<_> = related.into_iter().map(|related| view! { <li><TieLine related/></li> }).collect();
    (!lines.is_empty()).then(|| view! { <ul class="plain" aria-label=words.t("related-title")>{lines}</ul> })
}

#[component]
fn TieLine(related: Related) -> impl IntoView {
    let words = Words::find();
    let (tie, stage) = (words.t(related.tie.text_id()), words.t(related.stage.text_id()));
    let what = shortened(&related.what);
    view! { {tie} " " <CaseLink related/> " " <span class="muted small">{stage}</span> " " {what} }
}

#[component]
fn Proposals(proposed: Vec<Proposed>, reference: String) -> impl IntoView {
    let words = Words::find();
    let lines: Vec<_> = proposed
        .into_iter()
        .map(|case| {
            let about = format!(
                "{} · {} · {}",
                words.t(case.hint.text_id()),
                format::short_date(words.0, case.happened_on),
                words.t(case.stage.text_id())
            );
            let tie = format!("/complaints/{reference}/related?other={}", encode(&case.reference));
            let label = format!("{} {}", words.t("related-tie"), case.reference);
            view! {
                <li>
                    <a class="num" href=format!("/complaints/{}", case.reference)>{case.reference.clone()}</a> " "
                    <small class="muted">{about}</small>
                    <p class="small what">{shortened(&case.what)}</p>
                    <a class="btn quiet small" href=tie aria-label=label>{words.t("related-tie")}</a>
                </li>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <h3>{words.t("related-proposed")}</h3>
            <p class="small muted">{words.t("related-proposed-text")}</p>
            <ul class="plain">{lines}</ul>
        }
    })
}

/// The page on which a case is tied to another, or parted from it.
#[component]
pub fn RelatedView(
    page: RelatedPage,
    /// Reference that was chosen on the way here.
    other: String,
) -> impl IntoView {
    let words = Words::find();
    let back = format!("/complaints/{}", page.reference);
    let action = format!("/complaints/{}/related", page.reference);
    let refill = Refill::find();
    let relations = Relation::ALL.iter().map(|r| (r.name(), words.t(r.text_id()))).collect();
    let is_unsure = refill.why(FieldName::SameCustomer);
    let is_sure = !refill.value("same_customer").is_empty();
    let version = page.version;
    let ties: Vec<_> = page
        .related
        .into_iter()
        .map(|related| {
            let relation = match related.tie {
                Tie::PartOf | Tie::TookIn => Relation::Merge,
                Tie::RepeatOf | Tie::RepeatedBy => Relation::Repeat,
                Tie::LinkedTo => Relation::Link,
            };
            let reference = related.reference.clone();
            let label = words.tv("related-part-one", &[("reference", reference.clone().into())]);
            let part = related.is_within.then(|| view! {
                <form method="post" novalidate action=action.clone()>
                    <input type="hidden" name="version" value=version/>
                    <input type="hidden" name="other_case" value=reference/>
                    <button class="btn quiet small" name="part" value=relation.name() aria-label=label>{words.t("related-part")}</button>
                </form>
            });
            view! { <li class="row spread"><span><TieLine related/></span> {part}</li> }
        })
        .collect();
    let known = (!ties.is_empty()).then(|| view! { <ul class="plain stack card">{ties}</ul> });
    view! {
        <Title text=format!("{} · Trivsel", words.t("related-title"))/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow num"><a href=back.clone()>{page.reference.clone()}</a></p>
            <h1>{words.t("related-title")}</h1>
            <ErrorSummary/>
            <blockquote class="said">{page.what}</blockquote>
            {known}
            <form class="card stack" method="post" novalidate action=action.clone()>
                <input type="hidden" name="version" value=version/>
                <Field field=FieldName::OtherCase label=words.t("field-other-case") hint=words.t("related-other-hint") value=other autocomplete="off" required=true/>
                <Choices field=FieldName::Relation label=words.t("field-relation") options=relations value="repeat"/>
                <p class="hint">{words.t("related-merge-text")}</p>
                <div class="sure" class:bad=is_unsure.is_some()>
                    {is_unsure.map(|why| view! { <p class="error" id="same_customer-error">{words.t(why)}</p> })}
                    <label class="choice">
                        <input type="checkbox" id="same_customer" name="same_customer" value="yes" checked=is_sure
                            aria-describedby=is_unsure.map(|_| "same_customer-error")/>
                        " " {words.t("field-same-customer")}
                    </label>
                </div>
                <div class="row">
                    <button class="btn">{words.t("related-save")}</button>
                    <a class="btn quiet" href=back>{words.t("cancel")}</a>
                </div>
            </form>
            <div id="related"><Proposals proposed=page.proposed reference=page.reference/></div>
        </main>
    }
}
