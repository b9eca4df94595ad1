//! Signing in.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    components::ErrorSummary,
    request::{Here, Refill, Words},
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
    let asked = here.path != "/sign-in";
    view! {
        <Title text=format!("{} · Trivsel", words.t("sign-in-title"))/>
        <main class="phone" id="main">
            <h1>{words.t("sign-in-title")}</h1>
            {asked.then(|| view! { <p class="lead">{words.t("sign-in-needed")}</p> })}
            {signed_out.then(|| view! { <p class="notice ok" role="status">{words.t("sign-in-signed-out")}</p> })}
            <ErrorSummary/>
            <form method="post" action="/sign-in">
                <input type="hidden" name="next" value=next.clone()/>
                <div class="field">
                    <label for="email">{words.t("sign-in-email")}</label>
                    <input id="email" name="email" type="email" autocomplete="username" required value=refill.value("email")/>
                </div>
                <div class="field">
                    <label for="password">{words.t("sign-in-password")}</label>
                    <input id="password" name="password" type="password" autocomplete="current-password" required/>
                </div>
                <button class="btn wide">{words.t("sign-in-submit")}</button>
            </form>
            <ProviderButton next=next.clone()/>
            <DemoAccounts next/>
        </main>
    }
}

#[component]
fn ProviderButton(next: String) -> impl IntoView {
    #[cfg(feature = "ssr")]
    let label = crate::context::Context::provider_label();
    #[cfg(not(feature = "ssr"))]
    let label: Option<String> = None;
    let text = Words::find().tv("sign-in-provider", &[("provider", label?.into())]);
    Some(view! {
        <form method="post" action="/sign-in/provider">
            <input type="hidden" name="next" value=next/>
            <button class="btn quiet wide">{text}</button>
        </form>
    })
}

#[component]
fn DemoAccounts(next: String) -> impl IntoView {
    #[cfg(feature = "ssr")]
    let accounts = crate::context::Context::demo_sign_ins();
    #[cfg(not(feature = "ssr"))]
    let accounts: Vec<domain::access::DemoSignIn> = Vec::new();
    let password = accounts.first()?.password.clone();
    let words = Words::find();
    let rows: Vec<_> = accounts
        .into_iter()
        .map(|account| {
            let role = words.t(&format!("role-{}", account.role.name().replace('_', "-")));
            let label = words.tv(
                "sign-in-use-label",
                &[("role", role.clone().into()), ("unit", account.unit.as_str().into())],
            );
            view! {
                <tr>
                    <th scope="row">{role} " · " {account.unit}<small>{account.email.clone()}</small></th>
                    <td>
                        <form method="post" action="/sign-in">
                            <input type="hidden" name="next" value=next.clone()/>
                            <input type="hidden" name="email" value=account.email/>
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
