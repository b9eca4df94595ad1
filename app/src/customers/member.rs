//! Members at the desk: somebody is found by the whole of a number, taken in, let go.

use domain::{
    Field as FieldName, Lang, Right,
    customers::{
        follow_up::{Bought, ConsentHow},
        member::{DESK_DAYS, DeskAct, DeskMember, Found, MemberSlip, MembersPage},
        words::Kind,
    },
    format,
    organisation::unit::UnitItem,
    text::t,
};
use leptos::prelude::*;

use super::tabs::CasesTabs;
use crate::{
    islands::Shortcuts,
    parts::{Choices, Done, ErrorSummary, Field, LongForm, PageTitle, SelectField},
    request::{Refill, Words, viewer},
};

#[component]
pub fn MembersView(page: MembersPage) -> impl IntoView {
    let words = Words::find();
    let keeps = viewer().may(Right::KeepMembers);
    let found = page.found.map(|found| match found {
        Found::Nobody => view! {
            <div class="empty" role="status"><h2>{words.t("members-nobody")}</h2><p>{words.t("members-nobody-text")}</p></div>
        }
        .into_any(),
        Found::Several => view! {
            <div class="empty" role="status"><h2>{words.t("members-several")}</h2><p>{words.t("members-several-text")}</p></div>
        }
        .into_any(),
        Found::One(member) => view! { <Shown member=*member units=page.units/> }.into_any(),
    });
    view! {
        <PageTitle text=words.t("members-title")/>
        <main class="wrap narrow" id="main">
            <Shortcuts/>
            <CasesTabs/>
            <div class="row spread">
                <h1>{words.t("members-title")}</h1>
                {keeps.then(|| view! { <a class="btn quiet" href="/members/new" data-key="n">{words.t("members-new")} " " <kbd class="keys">"N"</kbd></a> })}
            </div>
            <p class="lead">{words.t("members-lead")}</p>
            <Done family="members-done-"/>
            <ErrorSummary/>
            <div class="stack">
            <form method="post" novalidate action="/members" autocomplete="off" class="card">
                <Field field=FieldName::Member label=words.t("field-member") hint=words.t("members-hint") autocomplete="off"/>
                <button class="btn">{words.t("members-look-up")}</button>
            </form>
            {found}
            </div>
            <p class="small muted after">{words.t("members-noted")}</p>
        </main>
    }
}

/// Whom the desk has found: what helps to greet them, and no more.
#[component]
fn Shown(member: DeskMember, units: Vec<UnitItem>) -> impl IntoView {
    let words = Words::find();
    let keeps = viewer().may(Right::KeepMembers);
    let visits = match member.last_on {
        None => words.t("members-no-visits"),
        Some(last) => words.tv(
            "members-visits",
            &[
                ("visits", member.visits.into()),
                ("days", DESK_DAYS.into()),
                ("last", format::long_date(words.0, last).into()),
            ],
        ),
    };
    let mostly =
        member.mostly.as_ref().map(|unit| words.tv("members-mostly", &[("unit", unit.as_str().into())]));
    let case = match member.case {
        None => words.t("members-no-case"),
        Some((kind, stage)) => {
            let where_it_stands =
                if kind == Kind::Complaint { words.t(stage.text_id()) } else { String::new() };
            let parts = [words.t(kind.text_id()), where_it_stands];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        }
    };
    let speaks = (member.lang != words.0)
        .then(|| words.tv("members-speaks", &[("language", member.lang.own_name().into())]));
    let handle = member.handle.clone();
    let follow_up = (member.wants_follow_up && !units.is_empty()).then(|| {
        view! { <FollowUp handle=handle.clone() units/> }
    });
    view! {
        <section class="card member" aria-labelledby="member-name">
            <h2 id="member-name">{member.name.clone()}</h2>
            {speaks.map(|speaks| view! { <p>{speaks}</p> })}
            <dl class="facts">
                <div class="kv"><dt>{words.t("members-visits-label")}</dt><dd>{visits} " " {mostly}</dd></div>
                <div class="kv"><dt>{words.t("members-case-label")}</dt><dd>{case}</dd></div>
            </dl>
            {follow_up}
            {(!member.wants_follow_up).then(|| view! { <p class="small muted">{words.t("members-no-follow-up")}</p> })}
            {keeps.then(|| view! { <Keep handle=handle.clone()/> })}
        </section>
    }
}

#[component]
fn FollowUp(handle: String, units: Vec<UnitItem>) -> impl IntoView {
    let words = Words::find();
    let is_open = Refill::find().value("act") == DeskAct::FollowUp.name();
    let mut options: Vec<(String, String)> = Vec::new();
    if units.len() > 1 {
        options.push((String::new(), words.t("choose")));
    }
    options.extend(units.iter().map(|unit| (unit.id.to_string(), unit.indented())));
    let bought = Bought::ALL.iter().map(|bought| (bought.name(), words.t(bought.text_id()))).collect();
    view! {
        <details class="more" open=is_open>
            <summary>{words.t(DeskAct::FollowUp.text_id())}</summary>
            <form method="post" novalidate action="/members" autocomplete="off">
                <input type="hidden" name="handle" value=handle/>
                <SelectField field=FieldName::Unit label=words.t("field-unit") options/>
                <Choices field=FieldName::Bought label=words.t("field-bought") options=bought required=true/>
                <Field field=FieldName::About label=words.t("field-about") hint=words.t("follow-up-about-hint")/>
                <button class="btn" name="act" value=DeskAct::FollowUp.name()>{words.t("follow-up-plan")}</button>
            </form>
        </details>
    }
}

/// What is done for a member who asks for it.
#[component]
fn Keep(handle: String) -> impl IntoView {
    let words = Words::find();
    let why = Refill::find().why(FieldName::Sure);
    let is_open = why.is_some();
    view! {
        <details class="more" open=is_open>
            <summary>{words.t("members-asks")}</summary>
            <form method="post" novalidate action="/members">
                <input type="hidden" name="handle" value=handle.clone()/>
                <p class="hint">{words.t("members-reissue-text")}</p>
                <button class="btn quiet" name="act" value=DeskAct::Reissue.name()>{words.t(DeskAct::Reissue.text_id())}</button>
            </form>
            <form method="post" novalidate action="/members" class="erase">
                <input type="hidden" name="handle" value=handle/>
                <p class="hint">{words.t("members-leave-text")}</p>
                {why.map(|why| view! { <p class="error" id="sure-error">{words.t(why)}</p> })}
                <label class="choice">
                    <input type="checkbox" id="sure" name="sure" value="yes" aria-describedby=why.map(|_| "sure-error")/>
                    " " {words.t("members-leave-sure")}
                </label>
                <button class="btn danger" name="act" value=DeskAct::Leave.name()>{words.t(DeskAct::Leave.text_id())}</button>
            </form>
        </details>
    }
}

#[component]
pub fn JoinView() -> impl IntoView {
    let words = Words::find();
    let refill = Refill::find();
    let hows = ConsentHow::ALL.iter().map(|how| (how.name(), words.t(how.text_id()))).collect();
    let langs = Lang::ALL.iter().map(|lang| (lang.tag(), lang.own_name().to_owned())).collect();
    let why = refill.why(FieldName::Consent);
    let error_id = format!("{}-error", FieldName::Consent.name());
    let is_ticked = |name: &str| !refill.value(name).is_empty();
    let (recognise, follow) = (is_ticked("consent"), is_ticked("consent_follow"));
    view! {
        <PageTitle text=words.t("members-new")/>
        <main class="wrap narrow" id="main">
            <CasesTabs/>
            <h1>{words.t("members-new")}</h1>
            <p class="lead">{words.t("members-new-lead")}</p>
            <ErrorSummary/>
            <LongForm action="/members/new" autocomplete="off">
                <Field field=FieldName::MemberNumber label=words.t("field-member-number") hint=words.t("members-number-hint") autocomplete="off"/>
                <Field field=FieldName::CustomerName label=words.t("field-customer-name") autocomplete="off"/>
                <Field field=FieldName::Phone label=words.t("field-phone") kind="tel" autocomplete="off"/>
                <Field field=FieldName::Email label=words.t("field-email") kind="email" autocomplete="off"/>
                <Choices field=FieldName::CaseLang label=words.t("field-case-lang") options=langs value=viewer().lang.tag()/>
                <fieldset class="choices consents" class:bad=why.is_some() aria-describedby=why.map(|_| error_id.clone())>
                    <legend>{words.t("members-consents")}</legend>
                    <p class="hint">{words.t("members-consents-hint")}</p>
                    {why.map(|why| view! { <p class="error" id=error_id.clone()>{words.t(why)}</p> })}
                    <label class="choice">
                        <input type="checkbox" id="consent" name="consent" value="yes" checked=recognise/>
                        " " {words.t("member-consent-recognise")}
                    </label>
                    <label class="choice">
                        <input type="checkbox" id="consent_follow" name="consent_follow" value="yes" checked=follow/>
                        " " {words.t("member-consent-follow")}
                    </label>
                </fieldset>
                <Choices field=FieldName::ConsentHow label=words.t("field-consent-how") options=hows value="in_person"/>
                <div class="row">
                    <button class="btn">{words.t("members-join")}</button>
                    <a class="btn quiet" href="/members">{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}

/// What a member takes along: shown once, in the member's language.
#[component]
pub fn SlipView(slip: MemberSlip) -> impl IntoView {
    let words = Words::find();
    let said = |id: &str| t(slip.lang, id);
    let title = if slip.is_anew { "members-slip-anew" } else { "members-slip-new" };
    view! {
        <PageTitle text=words.t(title)/>
        <main class="wrap narrow" id="main">
            <CasesTabs/>
            <h1>{words.t(title)}</h1>
            <p class="lead">{words.t("members-slip-lead")}</p>
            <section class="card case-slip" aria-labelledby="slip-title" lang=slip.lang.tag()>
                <h2 id="slip-title">{slip.name.clone()}</h2>
                <p>{said("members-slip-text")}</p>
                <p class="member-address"><code>{slip.address.clone()}</code></p>
                <p class="small muted">{said("members-slip-lost")}</p>
            </section>
            <p class="row"><a class="btn" href="/members">{words.t("members-slip-done")}</a></p>
        </main>
    }
}
