//! Codes of places, and cards that are held back.

use domain::{
    Field as FieldName, UnitId,
    customers::{
        card::LONGEST_PLACE,
        code::{CardCode, CodesPage, HeldGroup, HoldDecision},
    },
    format,
};
use leptos::prelude::*;

use super::{tabs::CasesTabs, wording::shortened};
use crate::{
    parts::{Changes, Done, ErrorSummary, Field, PageTitle, Qr, UnitPath},
    request::Words,
};

#[component]
pub fn CodesView(page: CodesPage) -> impl IntoView {
    let words = Words::find();
    let action = format!("/cards?unit={}", page.place.unit.id);
    let is_empty = page.codes.is_empty();
    let unit = page.place.unit.id;
    let codes: Vec<_> =
        page.codes.into_iter().map(|code| view! { <Code code unit action=action.clone()/> }).collect();
    let phone_hint = match page.has_own_phone || page.phone.is_empty() {
        true => words.t("cards-phone-hint"),
        false => words.tv("cards-phone-above", &[("phone", page.phone.as_str().into())]),
    };
    let own_phone = if page.has_own_phone { page.phone.clone() } else { String::new() };
    view! {
        <PageTitle text=words.t("nav-cards")/>
        <main class="wrap" id="main">
            <UnitPath place=page.place.clone() page="/cards"/>
            <CasesTabs/>
            <p class="eyebrow">{page.place.unit.name.clone()}</p>
            <h1>{words.t("nav-cards")}</h1>
            <p class="lead">{words.t("cards-lead")}</p>
            <Done family="cards-done-"/>
            <ErrorSummary/>
            <div class="grid2">
                <div class="stack">
                    {is_empty.then(|| view! { <div class="empty"><h2>{words.t("cards-none")}</h2><p>{words.t("cards-none-text")}</p></div> })}
                    {codes}
                </div>
                <aside class="stack">
                    <section class="card">
                        <h2>{words.t("cards-new")}</h2>
                        <form method="post" novalidate action=action.clone()>
                            <Field field=FieldName::Place label=words.t("field-place")
                                hint=words.tv("cards-place-hint", &[("longest", LONGEST_PLACE.into())])/>
                            <button class="btn" name="act" value="make">{words.t("cards-make")}</button>
                        </form>
                    </section>
                    <section class="card">
                        <h2>{words.t("cards-phone")}</h2>
                        <form method="post" novalidate action=action>
                            <Field field=FieldName::Phone label=words.t("field-phone") kind="tel" value=own_phone hint=phone_hint/>
                            <button class="btn quiet" name="act" value="phone">{words.t("cards-phone-save")}</button>
                        </form>
                    </section>
                    <Changes changes=page.changes say=said/>
                </aside>
            </div>
        </main>
    }
}

/// A change in the words of the log.
fn said(words: Words, detail: &str) -> String {
    match detail.strip_prefix("phone ") {
        Some(phone) => format!("{}: {phone}", words.t("field-phone")),
        None => detail.to_owned(),
    }
}

#[component]
fn Code(code: CardCode, unit: UnitId, action: String) -> impl IntoView {
    let words = Words::find();
    let place = if code.place.is_empty() { words.t("cards-no-place") } else { code.place.clone() };
    let poster = |size: &str| format!("/units/{unit}/poster.pdf?code={}&size={size}", code.code);
    let facts = words.tv(
        "cards-facts",
        &[("day", format::short_date(words.0, code.made_on).into()), ("cards", code.cards.into())],
    );
    let label = words.tv("cards-picture", &[("code", code.code.as_str().into())]);
    let revoke = format!("{}: {place}", words.t("cards-revoke"));
    view! {
        <section class="card code-card">
            <Qr picture=code.picture label/>
            <div>
                <h2>{place}</h2>
                <p><a href=format!("/card/{}", code.code)><code>{code.address.clone()}</code></a></p>
                <p class="small muted">{facts}</p>
                <p class="row">
                    <a class="btn quiet small" href=poster("A4")>{words.t("cards-poster-a4")}</a>
                    <a class="btn quiet small" href=poster("A6")>{words.t("cards-poster-a6")}</a>
                    <a class="btn quiet small" href=format!("/smileys/{}", code.code)>{words.t("cards-faces")}</a>
                    <a class="btn quiet small" href=format!("/survey/{}", code.code)>{words.t("cards-survey")}</a>
                </p>
                <details class="more">
                    <summary>{words.t("cards-revoke")}</summary>
                    <p class="hint">{words.t("cards-revoke-text")}</p>
                    <form method="post" novalidate action=action>
                        <input type="hidden" name="card_code" value=code.id/>
                        <button class="btn danger" name="act" value="revoke" aria-label=revoke>{words.t("cards-revoke-do")}</button>
                    </form>
                </details>
            </div>
        </section>
    }
}

/// Groups of cards that wait for a decision.
#[component]
pub fn HeldView(groups: Vec<HeldGroup>) -> impl IntoView {
    let words = Words::find();
    let is_empty = groups.is_empty();
    let groups: Vec<_> = groups.into_iter().map(|group| view! { <Held group/> }).collect();
    view! {
        <PageTitle text=words.t("held-title")/>
        <main class="wrap" id="main">
            <CasesTabs/>
            <h1>{words.t("held-title")}</h1>
            <p class="lead">{words.t("held-lead")}</p>
            <Done family="held-done-"/>
            <ErrorSummary/>
            {is_empty.then(|| view! { <div class="empty"><h2>{words.t("held-none")}</h2><p>{words.t("held-none-text")}</p></div> })}
            <div class="stack">{groups}</div>
        </main>
    }
}

#[component]
fn Held(group: HeldGroup) -> impl IntoView {
    let words = Words::find();
    let at = |at: &str| {
        let (day, time) = at.split_once(' ').unwrap_or((at, ""));
        let day = day.parse().map(|day| format::short_date(words.0, day)).unwrap_or_default();
        words.tv("hours-at", &[("day", day.into()), ("time", time.into())])
    };
    let title = words.tv(
        &format!("held-group-{}", group.why.name()),
        &[("cards", group.cards.into()), ("unit", group.unit.as_str().into())],
    );
    let when = words.tv("held-when", &[("from", at(&group.from).into()), ("to", at(&group.to).into())]);
    let some: Vec<_> = group
        .some
        .into_iter()
        .map(|(reference, kind, what)| {
            view! {
                <li>
                    <a href=format!("/complaints/{reference}")>{shortened(&what)}</a>
                    " " <small class="muted">{words.t(kind.text_id())} " · " {reference.clone()}</small>
                </li>
            }
        })
        .collect();
    let buttons: Vec<_> = HoldDecision::ALL
        .iter()
        .map(|decision| {
            let class = if *decision == HoldDecision::Real { "btn" } else { "btn quiet" };
            let label = words.t(decision.text_id());
            view! { <button class=class name="act" value=decision.name() aria-label=format!("{label}: {title}")>{label.clone()}</button> }
        })
        .collect();
    view! {
        <section class="card">
            <h2>{title.clone()}</h2>
            <p class="small muted">{when}</p>
            <ul>{some}</ul>
            <form method="post" novalidate action="/complaints/held" class="row">
                <input type="hidden" name="held_group" value=group.id/>
                {buttons}
            </form>
        </section>
    }
}
