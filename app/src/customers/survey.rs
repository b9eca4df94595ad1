//! A survey to fill in, and what follows.

use domain::{
    Field as FieldName,
    customers::{
        complaint::LONGEST_WHAT,
        survey::{SurveyKind, SurveyPage, SurveyQuestion, SurveyThanks},
    },
};
use leptos::prelude::*;

use super::{card::LeaveEmpty, public::here_in};
use crate::{
    parts::{ErrorSummary, LongForm, PageTitle, TextArea},
    request::{Refill, Words},
};

/// The steps of a question in a row, with words at both ends.
#[component]
pub(super) fn Steps(
    /// The question.
    question: SurveyQuestion,
    /// What is asked.
    label: String,
) -> impl IntoView {
    let words = Words::find();
    let refill = Refill::find();
    let name = question.name();
    let chosen = refill.value(name);
    let why = refill.why(question.field());
    let (lowest, highest) = question.scale();
    let end = |which: &str| words.t(&format!("survey-{which}-{name}"));
    let steps: Vec<_> = (lowest..=highest)
        .map(|step| {
            let value = step.to_string();
            let is_chosen = chosen == value;
            let id = if step == lowest { name.to_owned() } else { format!("{name}-{step}") };
            // Read aloud, the ends say what they mean.
            let said = match step {
                _ if step == lowest => format!("{step}, {}", end("lowest")),
                _ if step == highest => format!("{step}, {}", end("highest")),
                _ => value.clone(),
            };
            view! {
                <label class="step">
                    <input type="radio" id=id name=name value=value.clone() checked=is_chosen aria-label=said/>
                    <span aria-hidden="true">{value}</span>
                </label>
            }
        })
        .collect();
    let error = format!("{name}-error");
    let described = why.map(|_| error.clone());
    view! {
        <fieldset class="survey-scale" class:bad=why.is_some() aria-describedby=described>
            <legend>{label}</legend>
            {why.map(|why| view! { <p class="error" id=error>{words.t(why)}</p> })}
            <div class="row-of-steps" data-steps=(highest - lowest + 1).to_string()>{steps}</div>
            <p class="ends small muted" aria-hidden="true"><span>{end("lowest")}</span> <span>{end("highest")}</span></p>
        </fieldset>
    }
}

fn place(page: &SurveyPage) -> String {
    let parts = [page.unit.as_str(), page.place.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn action(page: &SurveyPage) -> String {
    here_in(&format!("/survey/{}", page.address))
}

#[component]
pub fn SurveyView(page: SurveyPage) -> impl IntoView {
    let words = Words::find();
    if page.is_used && !Refill::find().is_again() {
        let thanks = SurveyThanks { page, is_discontented: false, is_reopened: false };
        return view! { <SurveyThanksView thanks/> }.into_any();
    }
    let kind = page.kind.name();
    let title = words.t(&format!("survey-title-{kind}"));
    // What a case is opened again with is refused on this page too.
    let is_reopening = Refill::find().value("act") == "reopen";
    let questions: Vec<_> = page
        .kind
        .questions()
        .iter()
        .map(|question| {
            let label = words.t(&format!("survey-ask-{}-{kind}", question.name()));
            view! { <Steps question=*question label/> }
        })
        .collect();
    let (action, token) = (action(&page), page.token.clone());
    let form = match is_reopening {
        true => view! { <Reopen action/> }.into_any(),
        false => view! {
            <LongForm action=action autocomplete="off">
                <input type="hidden" name="token" value=token/>
                <LeaveEmpty/>
                {questions}
                <button class="btn wide">{words.t("survey-send")}</button>
            </LongForm>
        }
        .into_any(),
    };
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap narrow public survey" id="main">
            <p class="eyebrow">{place(&page)}</p>
            <h1>{title}</h1>
            <p class="lead">{words.t(&format!("survey-lead-{kind}"))}</p>
            <ErrorSummary/>
            {form}
            <p class="small muted after">{words.t("survey-promise")} " " <a href=here_in("/voice")>{words.t("voice-title")}</a></p>
        </main>
    }
    .into_any()
}

/// What is still not right, in words.
#[component]
fn Reopen(action: String) -> impl IntoView {
    let words = Words::find();
    view! {
        <form method="post" novalidate action=action>
            <TextArea field=FieldName::Reply label=words.t("survey-reopen-what") longest=LONGEST_WHAT/>
            <button class="btn" name="act" value="reopen">{words.t("survey-reopen")}</button>
        </form>
    }
}

#[component]
pub fn SurveyThanksView(thanks: SurveyThanks) -> impl IntoView {
    let words = Words::find();
    let SurveyThanks { page, is_discontented, is_reopened } = thanks;
    let (title, lead) = match () {
        () if is_reopened => ("survey-reopened", "survey-reopened-text"),
        () if page.is_used => ("survey-used", "survey-used-text"),
        () if is_discontented => ("survey-thanks", "survey-thanks-sorry"),
        () => ("survey-thanks", "survey-thanks-text"),
    };
    let next = match page.kind {
        SurveyKind::Closed if page.may_reopen && !is_reopened => Some(
            view! {
                <section class="card">
                    <h2>{words.t("survey-reopen-title")}</h2>
                    <Reopen action=action(&page)/>
                </section>
            }
            .into_any(),
        ),
        SurveyKind::Visit if is_discontented => Some(
            view! {
                <p class="row">
                    <a class="btn" href=here_in(&format!("/complain/{}", page.address))>{words.t("complain-title")}</a>
                    <a class="btn quiet" href=here_in(&format!("/card/{}", page.address))>{words.t("survey-to-card")}</a>
                </p>
            }
            .into_any(),
        ),
        _ => None,
    };
    view! {
        <PageTitle text=words.t(title)/>
        <main class="wrap narrow public survey" id="main">
            <p class="eyebrow">{place(&page)}</p>
            <h1>{words.t(title)}</h1>
            <p class="lead">{words.t(lead)}</p>
            {next}
        </main>
    }
}

/// The customer says no to a follow-up.
#[component]
pub fn StopView(
    /// What opens it.
    token: String,
    /// Whether it has just been said.
    is_done: bool,
) -> impl IntoView {
    let words = Words::find();
    let (title, lead) = match is_done {
        true => ("stop-done", "stop-done-text"),
        false => ("stop-title", "stop-lead"),
    };
    let form = (!is_done).then(|| {
        view! {
            <form method="post" novalidate action=here_in(&format!("/stop/{token}"))>
                <button class="btn">{words.t("stop-do")}</button>
            </form>
        }
    });
    view! {
        <PageTitle text=words.t(title)/>
        <main class="wrap narrow public" id="main">
            <h1>{words.t(title)}</h1>
            <p class="lead">{words.t(lead)}</p>
            {form}
        </main>
    }
}
