//! Signing in.

use domain::Field as FieldName;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    parts::{ErrorSummary, Field, PageTitle},
    request::{Carried, Here, Refill, SignInWays, Words},
};

/// The sign-in page; in demo mode with the demo's accounts.
#[component]
pub fn SignIn() -> impl IntoView {
    let words = Words::find();
    let here = Here::find();
    let refill = Refill::find();
    // Asked for a page while signed out: go there afterwards.
    let next = if here.path == "/sign-in" {
        let typed = refill.value("next");
        if typed.is_empty() { here.query("next").unwrap_or("/").to_owned() } else { typed }
    } else {
        here.address()
    };
    let signed_out = here.query("signed-out").is_some();
    let closed = here.query("closed").is_some();
    let asked = here.path != "/sign-in";
    view! {
        <Title text=format!("{} · Trivsel", words.t("sign-in-title"))/>
        <main class="phone" id="main">
            <h1>{words.t("sign-in-title")}</h1>
            {asked.then(|| view! { <p class="lead">{words.t("sign-in-needed")}</p> })}
            // Shown by the service worker's mark: only the device knows.
            <p class="notice if-kept">{words.t("device-kept-sign-in")}</p>
            {signed_out.then(|| view! { <p class="notice ok" role="status">{words.t("sign-in-signed-out")}</p> })}
            {closed.then(|| view! { <p class="notice ok" role="status">{words.t("sign-in-closed")}</p> })}
            <ErrorSummary/>
            <form method="post" novalidate action="/sign-in">
                <input type="hidden" name="next" value=next.clone()/>
                <CarriedField/>
                <div class="field">
                    <label for="login">{words.t("sign-in-email")}</label>
                    <input id="login" name="login" type="text" autocomplete="username" autocapitalize="none"
                        spellcheck="false" required value=refill.value("login")/>
                </div>
                <div class="field">
                    <label for="password">{words.t("sign-in-password")}</label>
                    <input id="password" name="password" type="password" autocomplete="current-password" required/>
                </div>
                <button class="btn wide">{words.t("sign-in-submit")}</button>
            </form>
            <ProviderButton next=next.clone()/>
            <ul class="ways small">
                <li><a href="/forgot">{words.t("sign-in-forgot")}</a></li>
                <li><a href="/welcome?code=1">{words.t("sign-in-code")}</a></li>
            </ul>
            <DemoAccounts next/>
        </main>
    }
}

/// What was sent while nobody was signed in, on its way through signing in.
#[component]
fn CarriedField() -> impl IntoView {
    let carried = Carried::find();
    (!carried.is_empty()).then(|| view! { <input type="hidden" name="carried" value=carried/> })
}

/// What was sent before signing in is shown again on its own page, filled in: by itself where there are scripts.
#[component]
pub fn WordsKept(
    /// The page it was sent from.
    next: String,
    /// Names and values.
    values: Vec<(String, String)>,
) -> impl IntoView {
    let words = Words::find();
    let fields: Vec<_> = values
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    let again = format!("{next}{}_again=1", if next.contains('?') { '&' } else { '?' });
    view! {
        <PageTitle text=words.t("words-kept-title")/>
        <main class="phone" id="main">
            <h1>{words.t("words-kept-title")}</h1>
            <p class="lead">{words.t("words-kept-text")}</p>
            <form method="post" novalidate action=again data-go-on="">
                {fields}
                <button class="btn wide">{words.t("words-kept-go-on")}</button>
            </form>
            <p class="after"><a href=next>{words.t("words-kept-drop")}</a></p>
        </main>
    }
}

/// The code of the second factor, after the password.
#[component]
pub fn Code() -> impl IntoView {
    let words = Words::find();
    let typed = Refill::find().value("next");
    let next = if typed.is_empty() { Here::find().next() } else { typed };
    view! {
        <Title text=format!("{} · Trivsel", words.t("code-title"))/>
        <main class="phone" id="main">
            <h1>{words.t("code-title")}</h1>
            <p class="lead">{words.t("code-lead")}</p>
            <ErrorSummary/>
            <form method="post" novalidate action="/sign-in/code">
                <input type="hidden" name="next" value=next/>
                <CarriedField/>
                <Field field=FieldName::Code label=words.t("code-label") hint=words.t("code-hint")
                    autocomplete="one-time-code" required=true/>
                <button class="btn wide">{words.t("sign-in-submit")}</button>
            </form>
            <form class="after" method="post" novalidate action="/sign-out">
                <button class="link small">{words.t("code-cancel")}</button>
            </form>
        </main>
    }
}

#[component]
fn ProviderButton(next: String) -> impl IntoView {
    let label = SignInWays::find().provider;
    let text = Words::find().tv("sign-in-provider", &[("provider", label?.into())]);
    Some(view! {
        <form method="post" novalidate action="/sign-in/provider">
            <input type="hidden" name="next" value=next/>
            <button class="btn quiet wide">{text}</button>
        </form>
    })
}

#[component]
fn DemoAccounts(next: String) -> impl IntoView {
    let accounts = SignInWays::find().demo;
    let password = accounts.first()?.password.clone();
    let words = Words::find();
    let rows: Vec<_> = accounts
        .into_iter()
        .map(|account| {
            let role = words.t(&account.role.text_id());
            let label = words.tv(
                "sign-in-use-label",
                &[("role", role.clone().into()), ("unit", account.unit.as_str().into())],
            );
            view! {
                <tr>
                    <th scope="row">{role} " · " {account.unit}<small>{account.email.clone()}</small></th>
                    <td>
                        <form method="post" novalidate action="/sign-in">
                            <input type="hidden" name="next" value=next.clone()/>
                            <input type="hidden" name="login" value=account.email/>
                            <input type="hidden" name="password" value=account.password/>
                            <button class="btn quiet" aria-label=label>{words.t("sign-in-use")}</button>
                        </form>
                    </td>
                </tr>
            }
        })
        .collect();
    Some(view! {
        <section class="demo-accounts">
            <h2>{words.t("sign-in-demo-title")}</h2>
            <p class="small muted">
                {words.t("sign-in-demo-text")} " " <span class="num">{password}</span>
            </p>
            <div class="scroll" tabindex="0" role="region" aria-label=words.t("sign-in-demo-title")>
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("sign-in-demo-role")}</th>
                            <th scope="col"><span class="sr">{words.t("sign-in-use")}</span></th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    })
}
