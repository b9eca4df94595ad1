//! A member's own page: what was said yes to, what is stored, and how to leave.

use domain::{
    Field as FieldName,
    customers::member::{Consent, OwnMember, OwnMemberAct},
    format,
};
use leptos::prelude::*;

use super::public::here_in;
use crate::{
    parts::{ErrorSummary, PageTitle},
    request::{Refill, Words},
};

#[component]
pub fn OwnMemberView(
    /// The member.
    page: OwnMember,
    /// What has just been done.
    done: Option<OwnMemberAct>,
) -> impl IntoView {
    let words = Words::find();
    let day = |day: chrono::NaiveDate| format::long_date(words.0, day);
    let action = here_in(&format!("/member/{}", page.token));
    let is_only = page.recognise.is_none() || page.follow.is_none();
    let consents: Vec<_> = [
        ("recognise", page.recognise, OwnMemberAct::StopRecognise),
        ("follow", page.follow, OwnMemberAct::StopFollow),
    ]
    .into_iter()
    .map(|(name, consent, act)| view! { <Yes name consent act action=action.clone() is_only/> })
    .collect();
    let facts = [
        ("membership-number", page.number.clone()),
        ("membership-name", page.name.clone()),
        ("field-phone", page.phone.clone()),
        ("field-email", page.email.clone()),
        ("membership-since", day(page.joined_on)),
    ];
    let facts: Vec<_> = facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(id, value)| view! { <div class="kv"><dt>{words.t(id)}</dt><dd>{value}</dd></div> })
        .collect();
    let visits = match &page.last {
        None => words.t("membership-no-visits"),
        Some((last, unit)) => words.tv(
            "membership-visits",
            &[("visits", page.visits.into()), ("last", day(*last).into()), ("unit", unit.as_str().into())],
        ),
    };
    let cases: Vec<_> = page
        .cases
        .iter()
        .map(|(reference, stage)| view! { <li><span class="num">{reference.clone()}</span> " · " {words.t(stage.text_id())}</li> })
        .collect();
    let done = done.map(|act| {
        view! { <div class="notice ok" role="status"><p>{words.t(&format!("membership-done-{}", act.name()))}</p></div> }
    });
    let why = Refill::find().why(FieldName::Sure);
    view! {
        <PageTitle text=words.t("membership-title")/>
        <main class="wrap narrow public own membership" id="main">
            <h1>{words.tv("membership-hello", &[("name", page.name.as_str().into())])}</h1>
            <p class="lead">{words.t("membership-lead")}</p>
            <ErrorSummary/>
            {done}
            <section>
                <h2>{words.t("membership-consents")}</h2>
                {consents}
            </section>
            <section>
                <h2>{words.t("membership-stored")}</h2>
                <dl class="facts">{facts}</dl>
                <p>{visits}</p>
                <p class="small muted">{words.t("membership-visits-text")}</p>
                {(!cases.is_empty()).then(|| view! { <h3>{words.t("membership-cases")}</h3> <ul class="plain">{cases}</ul> })}
                <form method="post" novalidate action=action.clone()>
                    <button class="btn quiet" name="act" value=OwnMemberAct::Export.name()>{words.t(OwnMemberAct::Export.text_id())}</button>
                </form>
            </section>
            <section class="card">
                <h2>{words.t("membership-leave")}</h2>
                <p>{words.t("membership-leave-text")}</p>
                <form method="post" novalidate action=action class="erase">
                    {why.map(|why| view! { <p class="error" id="sure-error">{words.t(why)}</p> })}
                    <label class="choice">
                        <input type="checkbox" id="sure" name="sure" value="yes" aria-describedby=why.map(|_| "sure-error")/>
                        " " {words.t("membership-leave-sure")}
                    </label>
                    <button class="btn danger" name="act" value=OwnMemberAct::Leave.name()>{words.t(OwnMemberAct::Leave.text_id())}</button>
                </form>
            </section>
            <p class="small muted after"><a href=here_in("/voice")>{words.t("voice-title")}</a></p>
        </main>
    }
}

/// Something that a member has, or has not, said yes to.
#[component]
fn Yes(
    /// Which.
    name: &'static str,
    /// The yes.
    consent: Option<Consent>,
    /// What takes it back.
    act: OwnMemberAct,
    /// Where that is sent.
    action: String,
    /// Whether it would be the last: then leaving is what it takes.
    is_only: bool,
) -> impl IntoView {
    let words = Words::find();
    let said = match consent {
        None => words.t("membership-no"),
        Some(consent) => words.tv(
            "membership-yes",
            &[
                ("day", format::long_date(words.0, consent.on).into()),
                ("how", words.t(consent.how.text_id()).into()),
                ("version", consent.version.into()),
            ],
        ),
    };
    let stop = (consent.is_some() && !is_only).then(|| {
        view! {
            <form method="post" novalidate action=action>
                <button class="btn quiet" name="act" value=act.name()>{words.t(act.text_id())}</button>
            </form>
        }
    });
    view! {
        <div class="consent-said">
            <p>{words.t(&format!("member-consent-{name}"))}</p>
            <p class="small muted">{said}</p>
            {stop}
        </div>
    }
}

/// The member is gone.
#[component]
pub fn LeftView() -> impl IntoView {
    let words = Words::find();
    view! {
        <PageTitle text=words.t("membership-left")/>
        <main class="wrap narrow public" id="main">
            <h1>{words.t("membership-left")}</h1>
            <p class="lead">{words.t("membership-left-text")}</p>
        </main>
    }
}
