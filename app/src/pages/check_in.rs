//! The employee's check-in and its receipt.

use chrono::NaiveDate;
use domain::{
    Period, Resolution,
    check_in::{CheckInPage, LONGEST_COMMENT, Receipt},
    format,
    hint::Hint,
};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    api,
    components::{ErrorSummary, Load, ScaleItem, TextArea},
    islands::{CommentHint, Progress, WORD},
    request::{Refill, Words},
};

/// One screen, four taps.
#[component]
pub(super) fn CheckIn() -> impl IntoView {
    view! { <Load data=api::check_in::page() show=|page| view! { <Form page/> }/> }
}

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

#[component]
fn Form(page: CheckInPage) -> impl IntoView {
    let words = Words::find();
    if page.is_answered {
        return view! { <Answered/> }.into_any();
    }
    let total = u32::try_from(page.questions.len()).unwrap_or(u32::MAX);
    let known = page.known_names();
    let items: Vec<_> = page
        .questions
        .into_iter()
        .enumerate()
        .map(|(place, question)| match place {
            0 => view! { <ScaleItem question id=domain::Field::Answer.name()/> }.into_any(),
            _ => view! { <ScaleItem question/> }.into_any(),
        })
        .collect();
    let readers = words.tv(
        "check-in-readers",
        &[
            ("units", names(words, known.clone()).into()),
            ("k", page.k_comment.into()),
            ("authors", page.authors.into()),
        ],
    );
    let advise = |hint: Hint| words.tv(hint.text_id(), &[("word", WORD.into())]);
    let advice = (advise(Hint::Name), advise(Hint::Contact), advise(Hint::Health));
    let comment = Refill::find().value(domain::Field::Comment.name());
    view! {
        <Title text=format!("{} · Trivsel", words.t("check-in-title"))/>
        <main class="phone" id="main">
            <p class="eyebrow">{words.tv("check-in-eyebrow", &[("period", week(words, &page.days.0).into())])}</p>
            <h1>{words.t("check-in-title")}</h1>
            <form method="post" action="/check-in">
                <input type="hidden" name="round" value=page.round.to_string()/>
                <input type="hidden" name="key" value=page.key/>
                <Progress total>
                    <p class="notice">{words.tv("check-in-promise", &[("unit", page.unit.clone().into())])}</p>
                    <ErrorSummary/>
                    {items}
                </Progress>
                <CommentHint known text=comment advice>
                    <TextArea field=domain::Field::Comment label=words.t("check-in-comment") hint=readers longest=LONGEST_COMMENT/>
                </CommentHint>
                <button class="btn wide">{words.t("check-in-submit")}</button>
                <p class="after">{words.t("check-in-final")} " " <a href="/help#privacy">{words.t("check-in-after")}</a></p>
            </form>
        </main>
    }
    .into_any()
}

/// The person's vote of this round is used.
#[component]
fn Answered() -> impl IntoView {
    let words = Words::find();
    let id = domain::Problem::AlreadyAnswered.text_id();
    let title = words.t(id);
    view! {
        <Title text=format!("{title} · Trivsel")/>
        <main class="phone" id="main">
            <h1>{title}</h1>
            <p class="lead">{words.t(&format!("{id}-text"))}</p>
            <p><a class="btn wide" href="/check-in/receipt">{words.t("problem-to-receipt")}</a></p>
            <p><a class="btn quiet wide" href="/team">{words.t("receipt-to-team")}</a></p>
        </main>
    }
}

/// What happens now; the server no longer knows what was answered.
#[component]
pub(super) fn ReceiptPage() -> impl IntoView {
    view! { <Load data=api::check_in::receipt_page() show=|receipt| match receipt.is_answered {
        true => view! { <ReceiptText receipt/> }.into_any(),
        false => view! { <CheckIn/> }.into_any(),
    }/> }
}

#[component]
fn ReceiptText(receipt: Receipt) -> impl IntoView {
    let words = Words::find();
    let closes =
        receipt.closes_on.parse::<NaiveDate>().map(|day| format::long_date(words.0, day)).unwrap_or_default();
    view! {
        <Title text=format!("{} · Trivsel", words.t("receipt-title"))/>
        <main class="phone" id="main">
            <p class="eyebrow">{words.tv("receipt-eyebrow", &[("round", receipt.round.into())])}</p>
            <h1>{words.t("receipt-title")}</h1>
            <p class="lead">{words.t("receipt-lead")}</p>
            <ol class="receipt">
                <li>{words.t("receipt-counted")}</li>
                <li>{words.tv("receipt-closes", &[("date", closes.into())])}</li>
                <li>{words.tv("receipt-shown", &[("k", receipt.k.into())])}</li>
            </ol>
            <p class="small muted">{words.t("receipt-final")}</p>
            <p><a class="btn quiet wide" href="/team">{words.t("receipt-to-team")}</a></p>
            <p class="after"><a href="/help#privacy">{words.t("check-in-after")}</a></p>
        </main>
    }
}
