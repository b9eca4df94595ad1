//! Passwords: forgotten, set by a link or printed code, changed.

use domain::{
    Field as FieldName,
    people::account::{AccountPage, SHORTEST_PASSWORD, SHORTEST_WITH_FACTOR, WelcomePage, Welcomed},
};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    parts::{ErrorSummary, Field, ProofField},
    request::{Here, Refill, Words},
};

/// Somebody forgot the password.
#[component]
pub fn Forgot() -> impl IntoView {
    let words = Words::find();
    let is_sent = Here::find().query("sent").is_some();
    view! {
        <Title text=format!("{} · Trivsel", words.t("forgot-title"))/>
        <main class="phone" id="main">
            {if is_sent {
                view! {
                    <h1>{words.t("forgot-sent-title")}</h1>
                    <p class="lead" role="status">{words.t("forgot-sent-text")}</p>
                    <p>{words.t("forgot-sent-else")}</p>
                }.into_any()
            } else {
                view! {
                    <h1>{words.t("forgot-title")}</h1>
                    <p class="lead">{words.t("forgot-lead")}</p>
                    <ErrorSummary/>
                    <form method="post" novalidate action="/forgot">
                        <Field field=FieldName::Login label=words.t("sign-in-email") autocomplete="username" required=true/>
                        <button class="btn wide">{words.t("forgot-submit")}</button>
                    </form>
                }.into_any()
            }}
            <ul class="ways small">
                <li><a href="/welcome?code=1">{words.t("sign-in-code")}</a></li>
                <li><a href="/sign-in">{words.t("forgot-back")}</a></li>
            </ul>
        </main>
    }
}

#[component]
pub fn WelcomeForm(page: WelcomePage) -> impl IntoView {
    let words = Words::find();
    let title = match &page.person {
        Some(Welcomed { name, is_new: true, .. }) => {
            words.tv("welcome-title", &[("name", name.as_str().into())])
        }
        Some(_) => words.t("welcome-reset-title"),
        None => words.t("welcome-code-title"),
    };
    let lead = match &page.person {
        Some(Welcomed { only_answers: true, .. }) => "welcome-answer-lead",
        Some(Welcomed { is_new: true, .. }) => "welcome-lead",
        Some(_) => "welcome-reset-lead",
        None => "welcome-code-lead",
    };
    let shortest = page.person.as_ref().map(|person| person.shortest as usize);
    // Of who types a code nothing is known yet: whoever needs a password is asked for one then.
    let may_only_answer = page.person.as_ref().is_none_or(|person| person.only_answers);
    let wants_password = [FieldName::NewPassword, FieldName::Repeat]
        .into_iter()
        .any(|field| Refill::find().why(field).is_some());
    let action = if page.person.is_some() { "/welcome" } else { "/welcome?code=1" };
    view! {
        <Title text=format!("{title} · Trivsel")/>
        <main class="phone" id="main">
            <h1>{title.clone()}</h1>
            <p class="lead">{words.t(lead)}</p>
            <ErrorSummary/>
            <form method="post" novalidate action=action>
                {match page.person {
                    // For the password manager, which keeps the two together.
                    Some(person) => view! {
                        <div class="field">
                            <label for="who">{words.t("sign-in-email")}</label>
                            <input id="who" type="text" autocomplete="username" readonly value=person.login/>
                        </div>
                    }.into_any(),
                    None => view! {
                        <Field field=FieldName::Login label=words.t("sign-in-email") autocomplete="username" required=true/>
                        <Field field=FieldName::Code label=words.t("welcome-code-label")
                            hint=words.t("welcome-code-hint") autocomplete="off" required=true/>
                    }.into_any(),
                }}
                {if may_only_answer {
                    view! {
                        <button class="btn wide" name="act" value="answer">{words.t("welcome-answer")}</button>
                        <p class="small muted after-button">{words.t("welcome-answer-text")}</p>
                        <details class="more" open=wants_password>
                            <summary>{words.t("welcome-password")}</summary>
                            <p class="small">{words.t("welcome-password-text")}</p>
                            <NewPasswords shortest=shortest.unwrap_or(SHORTEST_PASSWORD)/>
                            <button class="btn quiet wide">{words.t("welcome-submit")}</button>
                        </details>
                    }.into_any()
                } else {
                    view! {
                        <NewPasswords shortest=shortest.unwrap_or(SHORTEST_PASSWORD)/>
                        <button class="btn wide">{words.t("welcome-submit")}</button>
                    }.into_any()
                }}
            </form>
        </main>
    }
}

/// A new password, twice.
#[component]
fn NewPasswords(shortest: usize) -> impl IntoView {
    let words = Words::find();
    let hint = words.tv("password-hint", &[("shortest", shortest.into())]);
    view! {
        <Field field=FieldName::NewPassword label=words.t("field-new-password") kind="password" hint=hint
            autocomplete="new-password" required=true/>
        <Field field=FieldName::Repeat label=words.t("field-repeat") kind="password" autocomplete="new-password"
            required=true/>
    }
}

#[component]
pub fn ChangeForm(page: AccountPage) -> impl IntoView {
    let words = Words::find();
    let shortest = if page.factor.is_on { SHORTEST_WITH_FACTOR } else { SHORTEST_PASSWORD };
    let is_again = Refill::find().problem().is_some();
    view! {
        <Title text=format!("{} · Trivsel", words.t("account-password-change"))/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href="/account">{words.t("account-eyebrow")}</a></p>
            <h1>{words.t("account-password-change")}</h1>
            {(!is_again).then(|| view! { <p class="lead">{words.t("account-password-lead")}</p> })}
            <ErrorSummary/>
            <form class="short" method="post" novalidate action="/account/password">
                <input type="hidden" autocomplete="username" value=page.login/>
                {if page.has_password {
                    view! {
                        <Field field=FieldName::Password label=words.t("account-password-now") kind="password"
                            autocomplete="current-password" required=true/>
                    }.into_any()
                } else {
                    view! { <ProofField/> }.into_any()
                }}
                <NewPasswords shortest/>
                <div class="row">
                    <button class="btn">{words.t("account-password-change")}</button>
                    <a class="btn quiet" href="/account">{words.t("cancel")}</a>
                </div>
            </form>
        </main>
    }
}
