//! The employee's check-in and its receipt.

use chrono::NaiveDate;
use domain::{
    Period, Problem, Resolution, Right, format,
    staff::{
        advice::{self, WORD},
        check_in::{Between, CheckInPage, Company, LONGEST_COMMENT, Now, Question, Receipt},
        hint::Hint,
    },
};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    islands::KeptBallots,
    parts::{ErrorSummary, LongForm, Lowering, PageTitle, ProblemPage, ScaleItem, TextArea},
    request::{Refill, Words, viewer},
    staff::{
        my_history::with_bank,
        on_device::{KeepChoice, Progress},
    },
};

/// Where somebody who signed in answers.
pub(crate) const PATH: &str = "/check-in";

/// What is said of a ballot that came after its round had closed.
pub(crate) const TOO_LATE: &str = "check-in-too-late";

/// Whether a ballot was refused because its round takes none any more.
pub(crate) const fn is_too_late(problem: &Problem) -> bool {
    matches!(problem, Problem::RoundClosed | Problem::NoOpenRound)
}

/// What is said of ballots that wait on the device.
const KEPT: [&str; 15] = [
    "check-in-comment",
    "device-kept-answers",
    "device-kept-wait",
    "device-sign-in-title",
    "device-sign-in-text",
    "device-closed-title",
    "device-closed-text",
    "device-answered-title",
    "device-answered-text",
    "device-refused-title",
    "device-refused-text",
    "device-send-now",
    "device-send-again",
    "device-drop",
    "device-kept-label",
];

/// The round's name: its week.
fn week(words: Words, first_day: &str) -> String {
    first_day
        .parse::<NaiveDate>()
        .map(|day| format::period(words.0, Period::containing(day, Resolution::Week)))
        .unwrap_or_default()
}

/// The units at which a comment can be shown, in words: "Till, Bryggen and Fjordkjeden".
fn names(words: Words, mut names: Vec<String>) -> String {
    let last = names.pop().unwrap_or_default();
    if names.is_empty() { last } else { format!("{} {} {last}", names.join(", "), words.t("and")) }
}

/// One screen, four taps; and what waits on the device.
#[component]
pub fn CheckIn(
    /// The questions, or why there are none.
    page: Result<Now, Problem>,
) -> impl IntoView {
    let words = Words::find();
    let shelf = viewer().shelf.unwrap_or_default();
    let whose = shelf.clone();
    let page = match page {
        Ok(Now::Open(page)) => view! { <Form page=*page path=PATH/> }.into_any(),
        Ok(Now::Between(between)) => view! { <BetweenRounds between/> }.into_any(),
        Err(problem) => view! { <ProblemPage problem/> }.into_any(),
    };
    view! {
        <aside class="phone kept" aria-label=words.t("device-kept-label")>
            <div class="notice if-kept">
                <p><strong>{words.t("device-kept-title")}</strong></p>
                <p>{words.t("device-kept-text")}</p>
            </div>
            // Comes alive when something is kept.
            <div data-wakes="kept" data-whose=whose><KeptBallots shelf texts=with_bank(words, &KEPT)/></div>
        </aside>
        {page}
    }
}

/// With whom the answers are counted, in words.
pub(crate) fn company(words: Words, company: Company) -> String {
    let mut text = match company.since {
        None => words.tv("check-in-company", &[("people", company.people.into())]),
        Some(day) => {
            let values = [
                ("people", company.people.into()),
                ("new", company.new.into()),
                ("since", format::long_date(words.0, day).into()),
            ];
            words.tv("check-in-company-since", &values)
        }
    };
    if company.opened_by_code > 0 {
        text.push(' ');
        text += &words.tv("check-in-company-code", &[("people", company.opened_by_code.into())]);
    }
    text
}

/// The box for a comment: who can read it, and a hint when it seems to hold what is better left out.
pub(crate) fn comment_box(words: Words, page: &CheckInPage) -> impl IntoView + use<> {
    let known = page.known_names();
    let values = [
        ("units", names(words, known.clone()).into()),
        ("k", page.k_comment.into()),
        ("authors", page.authors.into()),
    ];
    let readers = words.tv("check-in-readers", &values);
    let sentences = Hint::ALL.map(|hint| words.tv(hint.text_id(), &[("word", WORD.into())]));
    let text = Refill::find().value(domain::Field::Comment.name());
    let advice::Advice { lines, words: found } = advice::advise(&text, &known, &sentences);
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <p class="notice">{line}</p> }).collect();
    // What was hinted at goes along: only something new is asked about once more.
    let told = (!found.is_empty()).then(|| {
        view! { <input type="hidden" name="as_is" value=found.join("\n")/> }
    });
    let [name, contact, health] = sentences;
    view! {
        // Comes alive when somebody writes (app/scripts/page.js).
        <div data-wakes="written" data-known=known.join("\n") data-name=name data-contact=contact data-health=health>
            <TextArea field=domain::Field::Comment label=words.t("check-in-comment") hint=readers longest=LONGEST_COMMENT/>
            <div class="comment-hint" aria-live="polite">{lines} {told}</div>
        </div>
    }
}

/// The questions; the summary of errors leads to the first.
pub(crate) fn questions(questions: Vec<Question>) -> Vec<AnyView> {
    let asked = |(place, question)| match place {
        0 => view! { <ScaleItem question id=domain::Field::Answer.name()/> }.into_any(),
        _ => view! { <ScaleItem question/> }.into_any(),
    };
    questions.into_iter().enumerate().map(asked).collect()
}

/// The questions, sent to this path.
#[component]
pub fn Form(page: CheckInPage, path: &'static str) -> impl IntoView {
    let words = Words::find();
    // Only somebody who signed in has anything on the device; a link may be opened anywhere.
    let shelf = viewer().shelf.filter(|_| path == PATH);
    if page.is_answered {
        return view! { <Answered shelf until=page.days.1 path/> }.into_any();
    }
    let keep = shelf.clone().map(|shelf| {
        view! { <KeepChoice shelf/> }
    });
    let history = shelf.is_some().then(|| {
        view! { <p class="after"><a href="/check-in/history">{words.t("history-link")}</a></p> }
    });
    let (first_day, last_day) = page.days.clone();
    let named = week(words, &first_day);
    let total = u32::try_from(page.questions.len()).unwrap_or(u32::MAX);
    let is_first = page.is_first;
    let comment = comment_box(words, &page);
    let items = questions(page.questions);
    view! {
        <Title text=format!("{} · Trivsel", words.t("check-in-title"))/>
        // The marks tell the service worker whose page this is and how long it holds.
        <main class="phone" id="main" data-shelf=shelf data-round=page.round.to_string()
            data-day=first_day data-until=last_day>
            <p class="eyebrow">{words.tv("check-in-eyebrow", &[("period", named.into())])}</p>
            <h1>{words.t("check-in-title")}</h1>
            <p class="notice hold if-offline" role="status">{words.t("device-offline")}</p>
            {page.lowering.map(|lowering| view! { <Lowering lowering/> })}
            <LongForm class="asks" action=path>
                <input type="hidden" name="round" value=page.round.to_string()/>
                <input type="hidden" name="key" value=page.key/>
                <Progress total>
                    <p class="notice">
                        {words.tv("check-in-promise", &[("unit", page.unit.clone().into())])}
                        " " {company(words, page.company)}
                    </p>
                    {is_first.then(|| view! { <p class="hint">{words.t("check-in-first")}</p> })}
                    <ErrorSummary/>
                    {items}
                </Progress>
                {comment}
                {keep}
                <button class="btn wide">{words.t("check-in-submit")}</button>
                <SendEmpty/>
                <p class="after">{words.t("check-in-final")} " " <a href="/stored">{words.t("check-in-after")}</a></p>
            </LongForm>
            {history}
        </main>
    }
    .into_any()
}

/// A second button, once it was asked whether nothing is to be sent. It stands behind the first, so that the Enter
/// key never means it.
#[component]
pub(crate) fn SendEmpty() -> impl IntoView {
    let is_asked = Refill::find().problem() == Some(&Problem::NothingAnswered);
    is_asked.then(|| {
        view! {
            <button class="btn quiet wide" name="as_empty" value="yes">{Words::find().t("check-in-send-empty")}</button>
        }
    })
}

/// The person's vote of this round is used.
#[component]
fn Answered(shelf: Option<String>, until: String, path: &'static str) -> impl IntoView {
    let words = Words::find();
    let id = domain::Problem::AlreadyAnswered.text_id();
    let title = words.t(id);
    view! {
        <Title text=format!("{title} · Trivsel")/>
        <main class="phone" id="main" data-shelf=shelf data-until=until>
            <h1>{title}</h1>
            <p class="notice ok if-sent" role="status">{words.t("device-sent")}</p>
            <p class="lead">{words.t(&format!("{id}-text"))}</p>
            <p><a class="btn wide" href=format!("{path}/receipt")>{words.t("problem-to-receipt")}</a></p>
            <p><a class="btn quiet wide" href="/team">{words.t("receipt-to-team")}</a></p>
            <p class="after"><a href="/check-in/history">{words.t("history-link")}</a></p>
        </main>
    }
}

/// A calm page while there is nothing to answer: when the next round opens, and what came of the last ones.
#[component]
fn BetweenRounds(between: Between) -> impl IntoView {
    let words = Words::find();
    let next = match between.next {
        Some(day) => words.tv("between-next", &[("date", format::long_date(words.0, day).into())]),
        None => words.t("between-next-none"),
    };
    let figures = between.figures_on.map(|day| {
        let date = format::long_date(words.0, day);
        view! { <p>{words.tv("between-figures", &[("date", date.into())])}</p> }
    });
    let sees_actions = viewer().may(Right::ViewActions);
    view! {
        <PageTitle text=words.t("between-title")/>
        <main class="phone" id="main">
            <p class="eyebrow">{words.t("nav-check-in")}</p>
            <h1>{words.t("between-title")}</h1>
            <p class="lead">{next}</p>
            {figures}
            {between.has_figures.then(|| view! {
                <p><a class="btn wide" href="/team">{words.t("receipt-to-team")}</a></p>
                {sees_actions.then(|| view! {
                    <p><a class="btn quiet wide" href="/actions">{words.t("between-to-actions")}</a></p>
                })}
            })}
            <p class="after"><a href="/check-in/history">{words.t("history-link")}</a></p>
            <p class="after"><a href="/stored">{words.t("check-in-after")}</a></p>
        </main>
    }
}

/// What happens with an answer that was sent.
#[component]
pub fn ReceiptText(receipt: Receipt) -> impl IntoView {
    let words = Words::find();
    let closes =
        receipt.closes_on.parse::<NaiveDate>().map(|day| format::long_date(words.0, day)).unwrap_or_default();
    let figures = format::long_date(words.0, receipt.figures_on);
    view! {
        <Title text=format!("{} · Trivsel", words.t("receipt-title"))/>
        <main class="phone" id="main">
            <p class="eyebrow">{words.tv("receipt-eyebrow", &[("round", receipt.round.into())])}</p>
            <h1>{words.t("receipt-title")}</h1>
            <p class="notice ok if-sent" role="status">{words.t("device-sent")}</p>
            <p class="lead">{words.t("receipt-lead")}</p>
            <ol class="receipt">
                <li>{words.t("receipt-counted")}</li>
                <li>{words.tv("receipt-closes", &[("date", closes.into())])}</li>
                <li>{words.tv("receipt-shown", &[("date", figures.into()), ("k", receipt.k.into())])}</li>
            </ol>
            <p class="small muted">{words.t("receipt-final")}</p>
            <p><a class="btn quiet wide" href="/team">{words.t("receipt-to-team")}</a></p>
            <p class="after"><a href="/check-in/history">{words.t("history-link")}</a></p>
            <p class="after"><a href="/stored">{words.t("check-in-after")}</a></p>
        </main>
    }
}
