//! One person: details, places, roles and account, and what can be done.

use domain::{
    Field as FieldName, PersonId, Role, format,
    people::register::{GIVEABLE, GivenRole, PersonAct, PersonActPage, PersonPage, Place},
};
use leptos::prelude::*;

use crate::{
    organisation::unit::earliest_hint, organisation::units::unit_options, people::register::state_chip,
};
use crate::{
    parts::{Done, ErrorSummary, Field, LongForm, PageTitle, ProofField, SelectField},
    request::{Here, Words},
};

fn role_name(words: Words, role: Role) -> String {
    words.t(&role.text_id())
}

#[component]
pub fn OnePage(page: PersonPage) -> impl IntoView {
    let words = Words::find();
    let row = page.row;
    let id = row.id;
    let link = |act: PersonAct, text: &str| {
        page.acts.contains(&act).then(|| {
            let class = if matches!(act, PersonAct::Lock | PersonAct::Leave | PersonAct::Remove) {
                "btn quiet danger"
            } else {
                "btn quiet"
            };
            view! { <a class=class href=format!("/people/{id}/{}", act.name())>{words.t(text)}</a> }
        })
    };
    let left = page.left_on.and_then(|day| day.pred_opt()).map(|day| {
        let day = format::short_date(words.0, day);
        view! { <div class="notice"><p>{words.tv("person-left-notice", &[("date", day.into())])}</p></div> }
    });
    let may_take = page.acts.contains(&PersonAct::TakeRole);
    let has_left = page.left_on.is_some();
    let place_link = if has_left { "person-return" } else { "person-act-move" };
    let state = row.state;
    view! {
        <PageTitle text=row.name.clone()/>
        <main class="wrap" id="main">
            <p class="eyebrow"><a href="/people">{words.t("nav-people")}</a></p>
            <h1>{row.name.clone()}</h1>
            <Done family="person-done-"/>
            {left}
            {page.is_self.then(|| view! { <div class="notice"><p>{words.t("person-self")}</p></div> })}
            {page.is_foreign.then(|| view! { <div class="notice"><p>{words.t("person-foreign")}</p></div> })}
            <div class="grid2">
                <div class="stack">
                    <section class="card">
                        <h2>{words.t("person-details")}</h2>
                        <dl class="facts">
                            <div class="kv"><dt>{words.t("person-number")}</dt><dd class="num">{row.number.clone()}</dd></div>
                            <div class="kv">
                                <dt>{words.t("field-email")}</dt>
                                <dd>{row.email.clone().unwrap_or_else(|| words.t("person-no-email"))}</dd>
                            </div>
                        </dl>
                        <div class="row acts">{link(PersonAct::Change, "person-act-change")}</div>
                    </section>
                    <section class="card">
                        <h2>{words.t("person-roles")}</h2>
                        {roles(words, id, &page.roles, may_take)}
                        <div class="row acts">{link(PersonAct::GiveRole, "person-act-give-role")}</div>
                    </section>
                    <section class="card">
                        <h2>{words.t("person-account")}</h2>
                        <p>{state_chip(words, state)} " " {words.t(&format!("account-state-{}-text", state.name()))}</p>
                        <div class="row acts">
                            {link(PersonAct::Invite, "person-act-invite")}
                            {link(PersonAct::Code, "person-act-code")}
                            {link(PersonAct::Sessions, "person-act-sessions")}
                            {link(PersonAct::Unlock, "person-act-unlock")}
                            {link(PersonAct::Lock, "person-act-lock")}
                        </div>
                    </section>
                </div>
                <aside class="card">
                    <h2>{words.t("person-place")}</h2>
                    {places(words, page.places)}
                    <div class="row acts">
                        {link(PersonAct::Move, place_link)}
                        {link(PersonAct::Leave, "person-act-leave")}
                        {link(PersonAct::Remove, "person-act-remove")}
                    </div>
                </aside>
            </div>
        </main>
    }
}

fn places(words: Words, places: Vec<Place>) -> AnyView {
    if places.is_empty() {
        return view! { <p class="small muted">{words.t("person-no-place")}</p> }.into_any();
    }
    let places: Vec<_> = places
        .into_iter()
        .map(|place| {
            let class = if place.is_now { "now" } else { "done" };
            let from = format::short_date(words.0, place.from);
            let when = match place.to {
                Some(to) => words.tv(
                    "person-from-to",
                    &[("from", from.into()), ("to", format::short_date(words.0, to).into())],
                ),
                None => words.tv("person-from", &[("from", from.into())]),
            };
            view! { <li class=class>{place.unit}<small>{when}</small></li> }
        })
        .collect();
    view! { <ol class="timeline">{places}</ol> }.into_any()
}

fn roles(words: Words, id: PersonId, roles: &[GivenRole], may_take: bool) -> AnyView {
    if roles.is_empty() {
        return view! { <p class="muted">{words.t("person-no-roles")}</p> }.into_any();
    }
    let rows: Vec<_> = roles
        .iter()
        .map(|role| {
            let name = role_name(words, role.role);
            let since = role.since.map(|day| {
                let day = format::short_date(words.0, day);
                view! { <small>{words.tv("person-role-since", &[("date", day.into())])}</small> }
            });
            let label = words.tv(
                "person-take-role-label",
                &[("role", name.as_str().into()), ("unit", role.unit_name.as_str().into())],
            );
            let take = (may_take && role.may_take).then(|| {
                let href = format!("/people/{id}/take-role?role={}:{}", role.role.name(), role.unit);
                view! { <a href=href aria-label=label>{words.t("person-act-take-role")}</a> }
            });
            view! { <li><span>{name} ", " {role.unit_name.clone()} {since}</span> {take}</li> }
        })
        .collect();
    view! { <ul class="given">{rows}</ul> }.into_any()
}

#[component]
pub fn ActPage(page: PersonActPage) -> impl IntoView {
    let words = Words::find();
    let row = page.row.clone();
    let act = page.act;
    let name = act.name();
    let title = words.tv(&format!("person-{name}-title"), &[("person", row.name.as_str().into())]);
    let text = words.tv(&format!("person-{name}-text"), &[("person", row.name.as_str().into())]);
    let back = format!("/people/{}", row.id);
    let class = if matches!(act, PersonAct::Lock | PersonAct::Leave | PersonAct::Remove) {
        "btn danger"
    } else {
        "btn"
    };
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href=back.clone()>{row.name}</a></p>
            <h1>{title.clone()}</h1>
            <p class="lead">{text}</p>
            <ErrorSummary/>
            <LongForm action=format!("{back}/{name}")>
                {fields(words, page)}
                {act.is_sensitive().then(|| view! { <ProofField/> })}
                <div class="row">
                    <button class=class>{words.t(&format!("person-{name}-submit"))}</button>
                    <a class="btn quiet" href=back.clone()>{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}

fn fields(words: Words, page: PersonActPage) -> AnyView {
    let earliest = earliest_hint(words, page.earliest);
    let row = page.row;
    let day = page.day.to_string();
    match page.act {
        PersonAct::Change => view! {
            <Field field=FieldName::Name label=words.t("field-name") value=row.name/>
            <Field field=FieldName::Number label=words.t("person-number") value=row.number hint=words.t("person-number-hint")/>
            <Field field=FieldName::Email label=words.t("person-email") value=row.email.unwrap_or_default()
                hint=words.t("person-email-change-hint")/>
        }
        .into_any(),
        PersonAct::Move => view! {
            <SelectField field=FieldName::Unit label=words.t("field-unit") options=unit_options(words, &page.units)/>
            <Field field=FieldName::FromOn label=words.t("person-first-day") kind="date" value=day hint=earliest/>
        }
        .into_any(),
        PersonAct::GiveRole => {
            let mut roles = vec![(String::new(), words.t("choose"))];
            roles.extend(GIVEABLE.map(|role| (role.name().to_owned(), role_name(words, role))));
            view! {
                <SelectField field=FieldName::Role label=words.t("field-role") options=roles/>
                <SelectField field=FieldName::Unit label=words.t("person-role-unit") options=unit_options(words, &page.units)/>
            }
            .into_any()
        }
        PersonAct::TakeRole => {
            let named = |role: &GivenRole| {
                let text = format!("{}, {}", role_name(words, role.role), role.unit_name);
                (format!("{}:{}", role.role.name(), role.unit), text)
            };
            let value = Here::find().query("role").unwrap_or_default().to_owned();
            let roles = page.roles.iter().map(named).collect();
            view! { <SelectField field=FieldName::Role label=words.t("field-role") options=roles value=value/> }.into_any()
        }
        PersonAct::Leave => view! {
            <Field field=FieldName::FromOn label=words.t("person-last-day") kind="date" value=day.clone() max=day/>
        }
        .into_any(),
        PersonAct::Invite
        | PersonAct::Code
        | PersonAct::Sessions
        | PersonAct::Lock
        | PersonAct::Unlock
        | PersonAct::Remove => {
            ().into_any()
        }
    }
}
