//! The own account.

use domain::{
    Lang, Role,
    access::Theme,
    people::account::{AccountPage, DataCounts, Factor, SessionRow},
};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::request::{Here, Words, viewer};

#[component]
pub fn AccountView(page: AccountPage) -> impl IntoView {
    let words = Words::find();
    let changed = match Here::find().query("changed") {
        Some("password") => Some("account-changed-password"),
        Some("factor") => Some("account-changed-factor"),
        Some("letters") => Some("account-changed-letters"),
        _ => None,
    };
    view! {
        <Title text=format!("{} · Trivsel", words.t("account-eyebrow"))/>
        <main class="wrap narrow account" id="main">
            <p class="eyebrow">{words.t("account-eyebrow")}</p>
            <h1>{page.name.clone()}</h1>
            {changed.map(|id| view! { <p class="notice ok" role="status">{words.t(id)}</p> })}
            <div class="stack">
                <Who login=page.login.clone() email=page.email.clone() roles=page.roles.clone() units=page.units.clone()/>
                <Look/>
                <SignInCard has_password=page.has_password factor=page.factor/>
                {page.wants_reminders.map(|wants| view! { <Letters kind="letters" wants/> })}
                {page.wants_weekly.map(|wants| view! { <Letters kind="weekly" wants/> })}
                {page.wants_digest.map(|wants| view! { <Letters kind="digest" wants/> })}
                <Sessions sessions=page.sessions/>
                <Data data=page.data/>
                <section class="card">
                    <h2>{words.t("account-leave")}</h2>
                    <p class="small">{words.t("account-leave-text")}</p>
                    <p><a class="btn danger" href="/account/close">{words.t("account-close")}</a></p>
                </section>
            </div>
        </main>
    }
}

#[component]
fn Who(
    login: String,
    email: Option<String>,
    roles: Vec<(Role, String)>,
    units: Vec<String>,
) -> impl IntoView {
    let words = Words::find();
    let roles: Vec<_> = roles
        .into_iter()
        .map(|(role, unit)| {
            let role = words.t(&role.text_id());
            view! { <li>{role} " · " {unit}</li> }
        })
        .collect();
    let units = if units.is_empty() { words.t("account-no-unit") } else { units.join(", ") };
    view! {
        <section class="card">
            <h2>{words.t("account-who")}</h2>
            <div class="kv"><span class="muted">{words.t("sign-in-email")}</span><span>{login}</span></div>
            <div class="kv">
                <span class="muted">{words.t("account-mail")}</span>
                <span>{email.unwrap_or_else(|| words.t("account-no-mail"))}</span>
            </div>
            <div class="kv"><span class="muted">{words.t("account-units")}</span><span>{units}</span></div>
            <div class="kv"><span class="muted">{words.t("account-roles")}</span><ul class="plain">{roles}</ul></div>
            <p class="tiny muted">{words.t("account-who-text")}</p>
        </section>
    }
}

/// Language and theme, for every device.
#[component]
fn Look() -> impl IntoView {
    let words = Words::find();
    let viewer = viewer();
    let langs: Vec<_> = Lang::ALL
        .into_iter()
        .map(|lang| view! { <Choice name="lang" value=lang.tag() text=lang.own_name().to_owned() is_on=lang == viewer.lang/> })
        .collect();
    let themes: Vec<_> = Theme::ALL
        .into_iter()
        .map(|theme| {
            let text = words.t(&format!("account-theme-{}", theme.name()));
            view! { <Choice name="theme" value=theme.name() text is_on=theme == viewer.theme/> }
        })
        .collect();
    view! {
        <section class="card">
            <h2>{words.t("account-look")}</h2>
            <p class="small muted">{words.t("account-look-text")}</p>
            <form class="two" method="post" novalidate action="/preferences">
                <input type="hidden" name="back" value="/account"/>
                <fieldset class="choices"><legend>{words.t("account-lang")}</legend>{langs}</fieldset>
                <fieldset class="choices"><legend>{words.t("account-theme")}</legend>{themes}</fieldset>
                <button class="btn quiet">{words.t("account-look-save")}</button>
            </form>
        </section>
    }
}

#[component]
fn Choice(name: &'static str, value: &'static str, text: String, is_on: bool) -> impl IntoView {
    view! { <label class="choice"><input type="radio" name=name value=value checked=is_on/>" " {text}</label> }
}

#[component]
fn SignInCard(has_password: bool, factor: Factor) -> impl IntoView {
    let words = Words::find();
    let password = if has_password { "account-password-on" } else { "account-password-off" };
    let state = match factor {
        Factor { is_on: true, .. } => words.tv("account-factor-on", &[("left", factor.recovery_left.into())]),
        Factor { is_waived: true, .. } => words.t("account-factor-waived"),
        _ => words.t("account-factor-off"),
    };
    view! {
        <section class="card">
            <h2>{words.t("account-sign-in")}</h2>
            <div class="kv roomy">
                <div>
                    <h3>{words.t("field-password")}</h3>
                    <p class="small muted">{words.t(password)}</p>
                </div>
                <a class="btn quiet" href="/account/password">{words.t("account-password-change")}</a>
            </div>
            <div class="kv roomy">
                <div>
                    <h3>
                        {words.t("account-factor")} " "
                        {factor.is_on.then(|| view! { <span class="chip ok">{words.t("account-factor-chip")}</span> })}
                    </h3>
                    <p class="small muted">{state}</p>
                </div>
                {if factor.is_on {
                    view! {
                        <div class="row">
                            <a class="btn quiet" href="/account/recovery-codes">{words.t("account-recovery-new")}</a>
                            {(!factor.is_required || factor.is_waived).then(|| view! {
                                <a class="btn quiet" href="/account/second-factor/remove">{words.t("account-factor-remove")}</a>
                            })}
                        </div>
                    }.into_any()
                } else {
                    view! { <a class="btn quiet" href="/account/second-factor?next=/account">{words.t("account-factor-add")}</a> }.into_any()
                }}
            </div>
        </section>
    }
}

/// A kind of letter, on or off.
#[component]
fn Letters(
    /// Which kind; also the beginning of its message ids after `account-`.
    kind: &'static str,
    wants: bool,
) -> impl IntoView {
    let words = Words::find();
    let say = |part: &str| words.t(&format!("account-{kind}{part}"));
    view! {
        <section class="card">
            <h2>{say("")}</h2>
            <p class="small muted">{say("-text")}</p>
            <form method="post" novalidate action="/account">
                <label class="choice"><input type="checkbox" name="letters" value="on" checked=wants/>" " {say("-on")}</label>
                <div class="row"><button class="btn quiet" name="act" value=kind>{words.t("account-letters-save")}</button></div>
            </form>
        </section>
    }
}

#[component]
fn Sessions(sessions: Vec<SessionRow>) -> impl IntoView {
    let words = Words::find();
    let has_others = sessions.iter().any(|session| !session.is_this);
    let rows: Vec<_> = sessions.into_iter().map(|session| view! { <SessionLine session/> }).collect();
    view! {
        <section class="card" id="sessions">
            <h2>{words.t("account-sessions")}</h2>
            <ul class="sessions">{rows}</ul>
            {has_others.then(|| view! {
                <form method="post" novalidate action="/account">
                    <button class="btn quiet" name="end" value="others">{words.t("account-sessions-end-others")}</button>
                </form>
            })}
        </section>
    }
}

#[component]
fn SessionLine(session: SessionRow) -> impl IntoView {
    let words = Words::find();
    let device = match session.device.split_once('/') {
        Some(("", "")) | None => words.t("account-device-unknown"),
        Some((browser, "")) => browser.to_owned(),
        Some(("", system)) => system.to_owned(),
        Some((browser, system)) => {
            words.tv("account-device", &[("browser", browser.into()), ("system", system.into())])
        }
    };
    let times = match session.answers_until {
        Some(day) => {
            words.tv("account-session-answers", &[("until", domain::format::long_date(words.0, day).into())])
        }
        None => words.tv(
            "account-session-times",
            &[
                ("since", domain::format::moment(words.0, &session.since).into()),
                ("seen", domain::format::moment(words.0, &session.seen).into()),
            ],
        ),
    };
    let label = words.tv("account-session-end-label", &[("device", device.as_str().into())]);
    view! {
        <li class="kv">
            <div>
                <strong>{device}</strong>
                <small class="muted num">{times}</small>
            </div>
            {if session.is_this {
                view! { <span class="chip ok">{words.t("account-session-this")}</span> }.into_any()
            } else {
                view! {
                    <form method="post" novalidate action="/account">
                        <button class="btn quiet" name="end" value=session.key aria-label=label>{words.t("account-session-end")}</button>
                    </form>
                }.into_any()
            }}
        </li>
    }
}

#[component]
fn Data(data: DataCounts) -> impl IntoView {
    let words = Words::find();
    let line = |id: &str, count: u32| {
        let text = words.tv(id, &[("count", count.into())]);
        (count > 0).then(|| view! { <li>{text}</li> })
    };
    view! {
        <section class="card">
            <h2>{words.t("account-data")}</h2>
            <p class="small">{words.t("account-data-text")}</p>
            <ul class="small">
                <li>{words.t("account-data-account")}</li>
                {line("account-data-places", data.places)}
                {line("account-data-codes", data.codes)}
                {line("account-data-imports", data.imports)}
                {line("account-data-exports", data.exports)}
                {line("account-data-entries", data.entries)}
            </ul>
            <p class="small muted">{words.t("account-data-not")}</p>
            <p><a href="/account/mentions">{words.t("said-about-title")}</a></p>
            <p><a class="btn quiet" href="/account/my-data">{words.t("account-data-take")}</a></p>
        </section>
    }
}
