//! The shared tablet: a code leads to the questions, sending them back to the start.
//!
//! Every page returns there by itself when nobody touches it, with or without JavaScript, and keeps nothing on the
//! device: no receipt, no history, no code in an address. None leads anywhere else.

use domain::{Problem, staff::check_in::CheckInPage};
use leptos::prelude::*;
use leptos_meta::Meta;

use crate::{
    parts::{ErrorSummary, LongForm, PageTitle},
    request::{Here, Refill, Words, viewer},
    staff::{
        check_in::{SendEmpty, TOO_LATE, comment_box, company, is_too_late, questions},
        on_device::Progress,
    },
};

/// Seconds without any input after which the tablet asks whether somebody is there, and for how long it asks
/// before it clears itself (app/scripts/page.js).
const IDLE: (u32, u32) = (90, 30);
/// Seconds after which a form that nobody sends clears itself where no script can see whether somebody writes.
const PATIENCE: u32 = 300;
/// Seconds for which thanks, or a reason why not, stand on the screen.
const GLANCE: u32 = 20;

/// Leads back to the start by itself.
#[component]
fn BackAfter(seconds: u32) -> impl IntoView {
    view! { <Meta http_equiv="refresh" content=format!("{seconds}; url=/kiosk")/> }
}

/// Leads back to the start when nobody touches the tablet, after asking; with patience where there are no scripts.
#[component]
fn BackWhenIdle() -> impl IntoView {
    let words = Words::find();
    view! {
        <noscript><meta http-equiv="refresh" content=format!("{PATIENCE}; url=/kiosk")/></noscript>
        <dialog class="idle-warning" id="idle" aria-labelledby="idle-title" aria-describedby="idle-text">
            <h2 id="idle-title">{words.t("kiosk-warn-title")}</h2>
            <p id="idle-text">{words.tv("kiosk-warn-text", &[("seconds", IDLE.1.into())])}</p>
            <p class="left num" data-left aria-hidden="true">{IDLE.1}</p>
            <button class="btn wide" type="button" autofocus>{words.t("kiosk-warn-stay")}</button>
        </dialog>
    }
}

/// Why a code or a ballot was not taken; `with_answers` when answers are at stake.
#[component]
fn Reason(problem: Problem, #[prop(optional)] with_answers: bool) -> impl IntoView {
    let words = Words::find();
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2>{words.t(problem.text_id())}</h2>
            <p>{words.t(&reason_id(&problem, with_answers))}</p>
        </div>
    }
}

fn reason_id(problem: &Problem, with_answers: bool) -> String {
    let own = match problem {
        Problem::CodeUnknown if with_answers => "kiosk-code-revoked-text",
        Problem::CodeUnknown => "kiosk-code-unknown-text",
        Problem::RoundClosed => "kiosk-round-closed-text",
        Problem::RoundVoided => "kiosk-round-voided-text",
        Problem::NoOpenRound => "kiosk-no-open-round-text",
        Problem::TooManyAttempts => "kiosk-too-many-text",
        _ => return format!("{}-text", problem.text_id()),
    };
    own.to_owned()
}

#[component]
fn CodeField(label: &'static str) -> impl IntoView {
    let words = Words::find();
    let refill = Refill::find();
    let is_bad = refill.problem().is_some();
    view! {
        <div class="field" class:bad=is_bad>
            <label for="code">{words.t(label)}</label>
            <p class="hint" id="code-hint">{words.t("kiosk-code-hint")}</p>
            <input class="code" id="code" name="code" type="text" value=refill.value("code") maxlength="40" required autofocus
                autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint"
                aria-invalid=is_bad.then_some("true")/>
        </div>
    }
}

/// The start: a code is asked for.
#[component]
pub fn Start() -> impl IntoView {
    let words = Words::find();
    let problem = Refill::find().problem().cloned();
    // Nobody is waited for on a start that nobody has touched.
    let rest = problem.is_none().then_some("");
    view! {
        <PageTitle text=words.t("check-in-title")/>
        <main class="kiosk" id="main" data-idle=IDLE.0 data-warn=IDLE.1 data-rest=rest>
            <h1>{words.t("check-in-title")}</h1>
            <p class="lead">{words.t("kiosk-lead")}</p>
            {problem.map(|problem| view! { <Reason problem/> })}
            <LongForm action="/kiosk" autocomplete="off">
                <CodeField label="kiosk-code"/>
                <button class="btn wide">{words.t("kiosk-start")}</button>
            </LongForm>
            <p class="after">{words.t("kiosk-promise")}</p>
            <BackWhenIdle/>
            {viewer().is_synthetic.then(|| view! {
                <p class="notice small">
                    {words.t("kiosk-demo")} " " <a href="/kiosk/codes">{words.t("kiosk-demo-link")}</a>
                </p>
            })}
        </main>
    }
}

#[component]
pub fn Form(page: CheckInPage) -> impl IntoView {
    let words = Words::find();
    let refill = Refill::find();
    let has_more_time = refill.is_again() && refill.problem().is_none();
    let is_first = page.is_first;
    let comment = comment_box(words, &page);
    let total = u32::try_from(page.questions.len()).unwrap_or(u32::MAX);
    let items = questions(page.questions);
    view! {
        <PageTitle text=words.t("check-in-title")/>
        <main class="kiosk" id="main" data-idle=IDLE.0 data-warn=IDLE.1>
            <h1>{words.t("check-in-title")}</h1>
            <BackWhenIdle/>
            <LongForm action="/kiosk/form" autocomplete="off">
                <input type="hidden" name="round" value=page.round.to_string()/>
                <input type="hidden" name="key" value=page.key/>
                <noscript>
                    <div class="row spread idle">
                        <p>{words.t("kiosk-idle")}</p>
                        <button class="btn quiet" name="act" value="more">{words.t("kiosk-more")}</button>
                    </div>
                    {has_more_time.then(|| view! { <p class="notice ok" role="status">{words.t("kiosk-more-done")}</p> })}
                </noscript>
                <Progress total>
                    <p class="notice">
                        {words.tv("kiosk-form-promise", &[("unit", page.unit.as_str().into())])}
                        " " {company(words, page.company)}
                    </p>
                    {is_first.then(|| view! { <p class="hint">{words.t("check-in-first")}</p> })}
                    <ErrorSummary/>
                    {items}
                </Progress>
                {comment}
                <button class="btn wide">{words.t("check-in-submit")}</button>
                <SendEmpty/>
                <p class="after"><a href="/kiosk">{words.t("kiosk-stop")}</a></p>
            </LongForm>
        </main>
    }
}

/// Another code for answers that were not counted: they travel with it, out of sight of who comes next.
#[component]
pub fn OtherCode(problem: Problem) -> impl IntoView {
    let words = Words::find();
    let kept: Vec<_> = Refill::find()
        .values()
        .into_iter()
        .filter(|(name, _)| !matches!(name.as_str(), "code" | "act"))
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    view! {
        <PageTitle text=words.t("check-in-title")/>
        <main class="kiosk" id="main" data-idle=IDLE.0 data-warn=IDLE.1>
            <h1>{words.t("check-in-title")}</h1>
            <BackWhenIdle/>
            <Reason problem with_answers=true/>
            <LongForm action="/kiosk/form" autocomplete="off">
                {kept}
                <CodeField label="kiosk-other-code"/>
                <button class="btn wide">{words.t("check-in-submit")}</button>
                <p class="after"><a href="/kiosk">{words.t("kiosk-stop")}</a></p>
            </LongForm>
        </main>
    }
}

/// Thanks, and back to the start.
#[component]
pub fn Thanks() -> impl IntoView {
    let words = Words::find();
    view! {
        <PageTitle text=words.t("kiosk-thanks")/>
        <BackAfter seconds=GLANCE/>
        <main class="kiosk" id="main">
            <h1>{words.t("kiosk-thanks")}</h1>
            <p class="lead">{words.t("kiosk-thanks-lead")}</p>
            <p>{words.t("kiosk-thanks-next")}</p>
            <p><a class="btn wide" href="/kiosk">{words.t("kiosk-again")}</a></p>
            <p class="after">{words.t("kiosk-thanks-back")}</p>
        </main>
    }
}

/// Why the questions cannot be shown.
#[component]
pub(crate) fn KioskRefusal(
    /// Why.
    problem: Problem,
) -> impl IntoView {
    let words = Words::find();
    let text = words.t(&reason_id(&problem, false));
    let is_lost = Here::find().is_sent && is_too_late(&problem);
    let title = words.t(if is_lost { TOO_LATE } else { problem.text_id() });
    view! {
        <PageTitle text=title.clone()/>
        <BackAfter seconds=GLANCE/>
        <main class="kiosk" id="main">
            <h1>{title}</h1>
            <p class="lead">{text}</p>
            <p><a class="btn wide" href="/kiosk">{words.t("kiosk-again")}</a></p>
            <p class="after">{words.t("kiosk-thanks-back")}</p>
        </main>
    }
}

/// Whether an address belongs to the shared tablet.
pub(crate) fn is_kiosk(path: &str) -> bool {
    matches!(path, "/kiosk" | "/kiosk/form" | "/kiosk/thanks")
}
