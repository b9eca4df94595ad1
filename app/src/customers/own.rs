//! The own case: reference and secret, and what they open.

use domain::{
    Field as FieldName,
    customers::{
        act::LONGEST_NOTE,
        card::{OwnAct, OwnCase, OwnMessage},
        words::{How, Kind, Stage},
    },
    format,
};
use leptos::prelude::*;

use super::{
    files::{BringForm, OwnFiles},
    public::here_in,
};
use crate::{
    parts::{ErrorSummary, Field, PageTitle, TextArea},
    request::{Refill, Words},
};

/// Reference and secret are asked for.
#[component]
pub fn OwnDoor(
    /// Whether the case has just been deleted.
    #[prop(optional)]
    is_erased: bool,
) -> impl IntoView {
    let words = Words::find();
    view! {
        <PageTitle text=words.t("follow-title")/>
        <main class="wrap narrow public" id="main">
            <h1>{words.t("follow-title")}</h1>
            <p class="lead">{words.t("follow-lead")}</p>
            {is_erased.then(|| view! { <div class="notice ok" role="status"><p>{words.t("follow-erased")}</p></div> })}
            <ErrorSummary/>
            <form method="post" novalidate action=here_in("/case") autocomplete="off">
                <Field field=FieldName::Reference label=words.t("cases-reference") hint=words.t("follow-reference-hint") autocomplete="off"/>
                <Field field=FieldName::Secret label=words.t("field-secret") hint=words.t("follow-secret-hint") autocomplete="off"/>
                <button class="btn wide">{words.t("follow-open")}</button>
            </form>
            <p class="small muted after">{words.t("follow-lost")}</p>
        </main>
    }
}

/// A step on the way of a case.
fn step(words: Words, id: &str, at: usize, now: usize) -> AnyView {
    let class = match at.cmp(&now) {
        std::cmp::Ordering::Less => "done",
        std::cmp::Ordering::Equal => "now",
        std::cmp::Ordering::Greater => "todo",
    };
    let current = (at == now).then_some("step");
    view! { <li class=class aria-current=current>{words.t(&format!("follow-step-{id}"))}</li> }.into_any()
}

/// How far a case has come: what has been done, and the step it stands at.
const fn place(stage: Stage) -> usize {
    match stage {
        Stage::Received => 0,
        Stage::Acknowledged => 1,
        Stage::Assessed | Stage::Investigating | Stage::Reopened => 2,
        Stage::Answered => 3,
        Stage::Closed => 4,
    }
}

/// In a sentence where a case stands.
fn says(words: Words, case: &OwnCase) -> String {
    let id = match (case.kind, case.stage) {
        _ if case.is_withdrawn => "follow-says-withdrawn".to_owned(),
        (Kind::Compliment | Kind::Comment, Stage::Closed) => "follow-says-read".to_owned(),
        (Kind::Compliment | Kind::Comment, _) => "follow-says-here".to_owned(),
        (Kind::Complaint, stage) if case.waits && stage.is_open() => "follow-says-waits".to_owned(),
        (Kind::Complaint, stage) => format!("follow-says-{}", stage.name()),
    };
    words.t(&id)
}

#[component]
pub fn OwnView(
    /// The case.
    case: OwnCase,
    /// What has just been done.
    done: Option<OwnAct>,
) -> impl IntoView {
    let words = Words::find();
    let day = |day: chrono::NaiveDate| format::long_date(words.0, day);
    let may = |act: OwnAct| case.acts.contains(&act);
    let (reference, secret) = (case.reference.clone(), case.secret.clone());
    let hidden = move || {
        view! {
            <input type="hidden" name="reference" value=reference.clone()/>
            <input type="hidden" name="secret" value=secret.clone()/>
        }
    };
    let action = here_in("/case");
    let says = says(words, &case);
    let is_complaint = case.kind == Kind::Complaint;
    let steps = (is_complaint && !case.is_withdrawn).then(|| {
        let now = place(case.stage);
        let steps: Vec<_> = ["received", "acknowledged", "looked", "answered", "closed"]
            .into_iter()
            .enumerate()
            .map(|(at, id)| step(words, id, at, now))
            .collect();
        view! { <ol class="timeline">{steps}</ol> }
    });
    let promised = [
        ("follow-acknowledged-by", case.acknowledged_by),
        ("follow-answered-by", case.answered_by),
        (
            "follow-heard-by",
            case.heard_by.filter(|heard| case.answered_by.is_none_or(|answered| *heard < answered)),
        ),
    ];
    let promised: Vec<_> = promised
        .into_iter()
        .filter_map(|(id, by)| by.map(|by| view! { <li>{words.tv(id, &[("day", day(by).into())])}</li> }))
        .collect();
    let messages: Vec<_> =
        case.messages.iter().map(|message| view! { <Message message=message.clone()/> }).collect();
    let done = done.map(|act| {
        view! { <div class="notice ok" role="status"><p>{words.t(&format!("follow-done-{}", act.name()))}</p></div> }
    });
    let is_answered = may(OwnAct::NotSatisfied);
    let writes = may(OwnAct::Reply) || is_answered;
    let reply = writes.then(|| {
        let label = if is_answered { "follow-not-satisfied-what" } else { "follow-reply-what" };
        view! {
            <form method="post" novalidate action=action.clone()>
                {hidden()}
                <TextArea field=FieldName::Reply label=words.t(label) longest=LONGEST_NOTE/>
                <div class="row">
                    {is_answered.then(|| view! { <button class="btn" name="act" value="not_satisfied">{words.t("follow-not-satisfied")}</button> })}
                    {may(OwnAct::Reply).then(|| {
                        let class = if is_answered { "btn quiet" } else { "btn" };
                        view! { <button class=class name="act" value="reply">{words.t("follow-reply")}</button> }
                    })}
                </div>
            </form>
        }
    });
    let bring = may(OwnAct::File).then(|| {
        let is_open = Refill::find().why(FieldName::File).is_some();
        view! {
            <details class="more" open=is_open>
                <summary>{words.t("follow-file")}</summary>
                <BringForm reference=case.reference.clone() secret=case.secret.clone()/>
            </details>
        }
    });
    let fine = may(OwnAct::Fine).then(|| {
        view! {
            <form method="post" novalidate action=action.clone() class="fine">
                {hidden()}
                <button class="btn" name="act" value="fine">{words.t("follow-fine")}</button>
            </form>
        }
    });
    let survey = case.survey.as_ref().map(|last| {
        view! { <p><a class="btn" href=here_in(&format!("/survey/{last}"))>{words.t("follow-survey")}</a></p> }
    });
    let withdraw = may(OwnAct::Withdraw).then(|| {
        view! {
            <details class="more">
                <summary>{words.t("follow-withdraw-title")}</summary>
                <p class="hint">{words.t("follow-withdraw-text")}</p>
                <form method="post" novalidate action=action.clone()>
                    {hidden()}
                    <button class="btn quiet" name="act" value="withdraw">{words.t("follow-withdraw")}</button>
                </form>
            </details>
        }
    });
    let contact = case.contact.as_ref().map(|contact| {
        let given: Vec<String> = contact.iter().filter(|part| !part.is_empty()).cloned().collect();
        let until = case.contact_until.map(|until| {
            view! { <small>{words.tv("case-contact-until", &[("date", day(until).into())])}</small> }
        });
        view! { <p>{given.join(" · ")} " " {until}</p> }
    });
    let what = match case.what.is_empty() {
        true => view! { <p class="muted">{words.t("follow-no-text")}</p> }.into_any(),
        false => view! { <blockquote class="said">{case.what.clone()}</blockquote> }.into_any(),
    };
    let put_right = (!case.put_right.is_empty())
        .then(|| view! { <p class="what"><strong>{words.t("complain-put-right")}</strong> <br/> {case.put_right.clone()}</p> });
    view! {
        <PageTitle text=case.reference.clone()/>
        <main class="wrap narrow public own" id="main">
            <p class="eyebrow">{case.unit.clone()} " · " {words.t(case.kind.text_id())} " · " <span class="num">{case.reference.clone()}</span></p>
            <h1>{says}</h1>
            <p class="muted">{words.tv("follow-received", &[("day", day(case.received_on).into())])}</p>
            <ErrorSummary/>
            {done}
            {(!promised.is_empty()).then(|| view! { <ul class="promises">{promised}</ul> })}
            {survey}
            {fine}
            {steps}
            <h2>{words.t("follow-messages")}</h2>
            <ol class="talk">
                <li class="theirs-said">
                    <small>{words.t("follow-you")} " · " {day(case.received_on)}</small>
                    {what}
                    {put_right}
                </li>
                {messages}
            </ol>
            {reply}
            <OwnFiles files=case.files/>
            {bring}
            {contact.map(|contact| view! { <section><h2>{words.t("follow-contact")}</h2> {contact}</section> })}
            {withdraw}
            <details class="more">
                <summary>{words.t("follow-data")}</summary>
                <p class="hint">{words.t("follow-data-text")}</p>
                <form method="post" novalidate action=action.clone()>
                    {hidden()}
                    <button class="btn quiet" name="act" value="export">{words.t("follow-export")}</button>
                </form>
                <form method="post" novalidate action=action.clone() class="erase">
                    {hidden()}
                    <label class="choice"><input type="checkbox" id="sure" name="sure" value="yes"/> " " {words.t("follow-erase-sure")}</label>
                    <button class="btn danger" name="act" value="erase">{words.t("follow-erase")}</button>
                </form>
            </details>
            <p class="small muted after">{words.t("follow-close")}</p>
        </main>
    }
}

#[component]
fn Message(message: OwnMessage) -> impl IntoView {
    let words = Words::find();
    let who = if message.is_own { words.t("follow-you") } else { words.t("follow-us") };
    let how = (message.how != How::Page).then(|| format!(" · {}", words.t(message.how.text_id())));
    view! {
        <li class=if message.is_own { "theirs-said" } else { "ours-said" }>
            <small>{who} " · " {format::long_date(words.0, message.on)} {how}</small>
            <blockquote class="said">{message.text}</blockquote>
        </li>
    }
}
