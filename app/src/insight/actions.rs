//! Actions: what a unit tries and has tried, and the form that agrees one.

use domain::{
    Field as FieldName, UnitId, format,
    insight::actions::{
        ActionFormPage, ActionRow, ActionState, ActionsPage, LONGEST_TRIED, OWNERS, owner_id,
    },
};
use leptos::prelude::*;

use crate::organisation::units::unit_options;
use crate::{
    parts::{ErrorSummary, Field, LongForm, PageTitle, SelectField, TextArea, UnitPath, due_chip},
    request::Words,
};

#[component]
pub fn ListPage(page: ActionsPage) -> impl IntoView {
    let words = Words::find();
    let unit = page.place.unit.id;
    let name = page.place.unit.name.clone();
    let agree = page.may_change.then(|| {
        view! { <a class="btn" href=format!("/actions/new?unit={unit}")>{words.t("action-agree")}</a> }
    });
    let has_any = !page.open.is_empty() || !page.closed.is_empty();
    let body = if has_any {
        view! {
            <div class="stack actions">
                <section class="card" aria-labelledby="open">
                    <div class="row spread"><h2 id="open">{words.t("actions-open")}</h2>{agree}</div>
                    {rows(words, page.open, unit, "actions-open-none")}
                </section>
                <section class="card" aria-labelledby="closed">
                    <h2 id="closed">{words.t("actions-closed")}</h2>
                    {rows(words, page.closed, unit, "actions-closed-none")}
                    {page.has_more.then(|| view! { <p class="small muted">{words.t("actions-more")}</p> })}
                </section>
            </div>
        }
        .into_any()
    } else {
        view! {
            <div class="empty">
                <h2>{words.t("actions-empty")}</h2>
                <p>{words.t("actions-empty-text")}</p>
                {agree.map(|agree| view! { <p>{agree}</p> })}
            </div>
        }
        .into_any()
    };
    view! {
        <PageTitle text=format!("{} · {name}", words.t("nav-actions"))/>
        <main class="wrap" id="main">
            <UnitPath place=page.place page="/actions"/>
            <h1>{words.t("nav-actions")}</h1>
            <p class="lead">{words.t("actions-lead")}</p>
            {body}
        </main>
    }
}

fn rows(words: Words, actions: Vec<ActionRow>, unit: UnitId, none: &'static str) -> AnyView {
    if actions.is_empty() {
        return view! { <p class="muted">{words.t(none)}</p> }.into_any();
    }
    let rows: Vec<_> = actions
        .into_iter()
        .map(|row| {
            let chip = state_chip(words, &row);
            let place = (row.unit.id != unit).then(|| format!("{} · ", row.unit.name));
            let learned =
                (!row.learned.is_empty()).then(|| view! { <p class="small">{row.learned.clone()}</p> });
            view! {
                <li>
                    <div class="question">
                        <p class="tried"><a href=format!("/actions/{}", row.id)>{row.tried.clone()}</a></p>
                        <p class="other">{place}{about(words, &row)}</p>
                        {learned}
                    </div>
                    <p class="state">{chip}</p>
                </li>
            }
        })
        .collect();
    view! { <ul>{rows}</ul> }.into_any()
}

/// Driver, owner and days of an action in one line.
pub(crate) fn about(words: Words, row: &ActionRow) -> String {
    let day = |day| format::short_date(words.0, day);
    let id = if row.is_coming { "action-starts" } else { "action-since" };
    let since = match row.closed_on {
        None => words.tv(id, &[("date", day(row.starts_on).into())]),
        Some(closed) => {
            let values = [("from", day(row.starts_on).into()), ("to", day(closed).into())];
            words.tv("action-ran", &values)
        }
    };
    format!("{} · {} · {since}", row.driver_label, words.t(owner_id(row.owner)))
}

/// Where an action stands, as a chip.
pub(crate) fn state_chip(words: Words, row: &ActionRow) -> AnyView {
    if row.state == ActionState::Open {
        return due_chip(words, row);
    }
    let class = if row.state == ActionState::Kept { "chip ok" } else { "chip" };
    view! { <span class=class>{words.t(&format!("action-state-{}", row.state.name()))}</span> }.into_any()
}

#[component]
pub fn FormPage(page: ActionFormPage) -> impl IntoView {
    let words = Words::find();
    let (title, address, back, submit) = match &page.action {
        None => (
            "action-agree",
            "/actions/new".to_owned(),
            format!("/actions?unit={}", page.unit),
            "action-agree-submit",
        ),
        Some(row) => (
            "action-edit",
            format!("/actions/{}/edit", row.id),
            format!("/actions/{}", row.id),
            "action-save",
        ),
    };
    let unit = match &page.action {
        // What a unit tries cannot become what another one tried.
        Some(row) => view! { <p class="quoted">{row.unit.name.clone()}</p> }.into_any(),
        None => view! {
            <SelectField field=FieldName::Unit label=words.t("field-unit") options=unit_options(words, &page.units)
                value=page.unit.to_string()/>
        }
        .into_any(),
    };
    let choose = || (String::new(), words.t("choose"));
    let drivers = std::iter::once(choose()).chain(page.drivers).collect();
    let owners = OWNERS.into_iter().map(|role| (role.name().to_owned(), words.t(owner_id(role)))).collect();
    let row = page.action;
    let owner = row.as_ref().map_or("manager", |row| row.owner.name());
    let value = move |pick: fn(&ActionRow) -> String| row.as_ref().map(pick).unwrap_or_default();
    view! {
        <PageTitle text=words.t(title)/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href=back.clone()>{words.t("nav-actions")}</a></p>
            <h1>{words.t(title)}</h1>
            <p class="lead">{words.t("action-form-lead")}</p>
            <ErrorSummary/>
            <LongForm action=address>
                {unit}
                <TextArea field=FieldName::Tried label=words.t("field-tried") hint=words.t("action-tried-hint")
                    longest=LONGEST_TRIED value=value(|row| row.tried.clone())/>
                <SelectField field=FieldName::Driver label=words.t("field-driver") options=drivers value=page.driver/>
                <SelectField field=FieldName::Owner label=words.t("field-owner") options=owners value=owner/>
                <Field field=FieldName::StartsOn label=words.t("field-starts-on") kind="date"
                    value=page.starts_on.to_string()/>
                <Field field=FieldName::ReviewOn label=words.t("field-review-on") kind="date"
                    value=page.review_on.to_string() hint=words.t("action-review-hint")/>
                <div class="row">
                    <button class="btn">{words.t(submit)}</button>
                    <a class="btn quiet" href=back>{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}
