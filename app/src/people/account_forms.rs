//! The own account: second factor, recovery codes, data, closing.

use domain::{Field as FieldName, people::account::FactorPage};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    parts::{ErrorSummary, Field, ProofField, Qr},
    request::{Here, Refill, Words},
};

#[component]
pub fn FactorForm(page: FactorPage) -> impl IntoView {
    let words = Words::find();
    let typed = Refill::find().value("next");
    let next = if typed.is_empty() { Here::find().next() } else { typed };
    let lead = if page.is_required { "factor-lead-required" } else { "factor-lead" };
    view! {
        <Title text=format!("{} · Trivsel", words.t("factor-title"))/>
        <main class="wrap narrow" id="main">
            {(!page.is_required).then(|| view! { <p class="eyebrow"><a href="/account">{words.t("account-eyebrow")}</a></p> })}
            <h1>{words.t("factor-title")}</h1>
            <p class="lead">{words.t(lead)}</p>
            <ErrorSummary/>
            <form class="steps" method="post" novalidate action="/account/second-factor">
                <input type="hidden" name="next" value=next/>
                <section class="card">
                    <h2>{words.t("factor-step-1")}</h2>
                    <p class="small">{words.t("factor-step-1-text")}</p>
                </section>
                <section class="card scan">
                    <div>
                        <h2>{words.t("factor-step-2")}</h2>
                        <p class="small">{words.t("factor-step-2-text")}</p>
                        <p class="secret num" translate="no">{page.secret}</p>
                    </div>
                    <Qr picture=page.picture label=words.t("factor-picture")/>
                </section>
                <section class="card">
                    <h2>{words.t("factor-step-3")}</h2>
                    <Field field=FieldName::Code label=words.t("factor-code") hint=words.t("factor-code-hint")
                        autocomplete="one-time-code" inputmode="numeric" required=true/>
                    {(!page.is_required).then(|| view! { <ProofField/> })}
                    <div class="row">
                        <button class="btn">{words.t("factor-submit")}</button>
                        {(!page.is_required).then(|| view! { <a class="btn quiet" href="/account">{words.t("cancel")}</a> })}
                    </div>
                </section>
            </form>
        </main>
    }
}

/// The frame of the small forms below the account.
#[component]
fn Frame(
    /// Message id of the title.
    title: &'static str,
    /// Message id of the lead.
    lead: &'static str,
    children: Children,
) -> impl IntoView {
    let words = Words::find();
    view! {
        <Title text=format!("{} · Trivsel", words.t(title))/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href="/account">{words.t("account-eyebrow")}</a></p>
            <h1>{words.t(title)}</h1>
            <p class="lead">{words.t(lead)}</p>
            <ErrorSummary/>
            {children()}
        </main>
    }
}

#[component]
fn Buttons(
    /// Message id of what is done.
    act: &'static str,
    /// Whether it cannot be taken back.
    #[prop(optional)]
    is_final: bool,
) -> impl IntoView {
    let words = Words::find();
    let class = if is_final { "btn danger" } else { "btn" };
    view! {
        <div class="row">
            <button class=class>{words.t(act)}</button>
            <a class="btn quiet" href="/account">{words.t("cancel")}</a>
        </div>
    }
}

/// Taking the second factor away.
#[component]
pub fn RemoveFactor() -> impl IntoView {
    let words = Words::find();
    view! {
        <Frame title="account-factor-remove" lead="factor-remove-lead">
            <form class="short" method="post" novalidate action="/account/second-factor/remove">
                <ProofField/>
                <Field field=FieldName::Password label=words.t("account-password-now") kind="password"
                    hint=words.t("factor-remove-hint") autocomplete="current-password"/>
                <Buttons act="account-factor-remove" is_final=true/>
            </form>
        </Frame>
    }
}

/// Recovery codes: shown once after they were made, else made anew.
#[component]
pub fn RecoveryCodes() -> impl IntoView {
    let here = Here::find();
    let codes: Vec<String> = here
        .flash
        .as_deref()
        .and_then(|flash| flash.strip_prefix("recovery:"))
        .map(|codes| codes.split('.').map(str::to_owned).collect())
        .unwrap_or_default();
    if codes.is_empty() {
        return view! {
            <Frame title="recovery-title" lead="recovery-lead">
                <form class="short" method="post" novalidate action="/account/recovery-codes">
                    <ProofField/>
                    <Buttons act="account-recovery-new"/>
                </form>
            </Frame>
        }
        .into_any();
    }
    let words = Words::find();
    let rows: Vec<_> = codes.into_iter().map(|code| view! { <li>{code}</li> }).collect();
    let next = here.next();
    view! {
        <Frame title="recovery-title" lead="recovery-made">
            <section class="card">
                <ol class="codes num" translate="no">{rows}</ol>
                <p class="small muted">{words.t("recovery-keep")}</p>
            </section>
            <p><a class="btn" href=next>{words.t("recovery-on")}</a></p>
        </Frame>
    }
    .into_any()
}

/// Taking out what is stored about oneself.
#[component]
pub fn MyData() -> impl IntoView {
    view! {
        <Frame title="account-data-take" lead="my-data-lead">
            <form class="short" method="post" novalidate action="/account/my-data">
                <ProofField/>
                <Buttons act="my-data-submit"/>
            </form>
        </Frame>
    }
}

/// Closing the own account.
#[component]
pub fn Close() -> impl IntoView {
    let words = Words::find();
    let is_bad = Refill::find().why(FieldName::Answer).is_some();
    view! {
        <Frame title="account-close" lead="close-lead">
            <form class="short" method="post" novalidate action="/account/close">
                <ul class="small">
                    <li>{words.t("close-1")}</li>
                    <li>{words.t("close-2")}</li>
                    <li>{words.t("close-3")}</li>
                </ul>
                <ProofField/>
                <p class:bad=is_bad>
                    <label class="choice"><input type="checkbox" id="answer" name="confirm" value="yes"/>" " {words.t("close-confirm")}</label>
                </p>
                <Buttons act="account-close" is_final=true/>
            </form>
        </Frame>
    }
}
