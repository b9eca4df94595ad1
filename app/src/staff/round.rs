//! One round: its days, purpose and questions, and what can be done to it.

use domain::{
    Field as FieldName, format,
    staff::rounds::{LONGEST_REASON, RoundAct, RoundPage, RoundState},
};
use leptos::prelude::*;

use crate::staff::{
    round_new::{Proposed, length_name},
    rounds::{key_lost, moment, state_chip},
};
use crate::{
    parts::{Done, ErrorSummary, Field, LongForm, PageTitle, ProofField, TextArea, wording},
    request::{Refill, Words},
};

#[component]
pub fn OnePage(page: RoundPage) -> impl IntoView {
    let words = Words::find();
    let row = page.row;
    let number = row.number;
    let title = words.tv("round-title", &[("number", number.into())]);
    let day = |day| format::short_date(words.0, day);
    let days =
        words.tv("rounds-days", &[("from", day(row.starts_on).into()), ("to", day(row.ends_on).into())]);
    let length = words.tv("rounds-weeks", &[("count", row.weeks().into())]);
    let state = if row.is_missed(page.today) { "missed" } else { row.state.name() };
    let text = match row.state {
        RoundState::Closed => {
            words.tv("round-closed-text", &[("time", moment(words, &page.times.released_from).into())])
        }
        RoundState::Released => {
            let released = row.released_on.map(day).unwrap_or_default();
            words.tv("round-released-text", &[("date", released.into())])
        }
        // The notice says what is the matter with it.
        RoundState::Open if page.is_key_lost => String::new(),
        _ => words.t(&format!("round-{state}-text")),
    };
    let is_ahead = matches!(row.state, RoundState::Planned | RoundState::Open) && state != "missed";
    let times = is_ahead.then(|| {
        view! {
            <div class="kv"><dt>{words.t("rounds-closes")}</dt><dd>{moment(words, &page.times.closes_at)}</dd></div>
            <div class="kv"><dt>{words.t("rounds-released")}</dt><dd>{moment(words, &page.times.released_from)}</dd></div>
        }
    });
    let zone = is_ahead.then(|| {
        let zone = page.times.timezone.clone();
        view! { <p class="tiny muted">{words.tv("rounds-time-zone", &[("zone", zone.into())])}</p> }
    });
    let reason = row.void_reason.clone().map(|reason| {
        view! { <div class="kv"><dt>{words.t("round-reason")}</dt><dd>{reason}</dd></div> }
    });
    let questions: Vec<_> =
        page.questions.iter().map(|question| view! { <li>{wording(words, question)}</li> }).collect();
    let unopened = (page.unopened > 0).then(|| {
        let text = words.tv("round-unopened", &[("count", page.unopened.into())]);
        view! { <p class="notice hold" role="note">{text}</p> }
    });
    let lost = page.is_key_lost.then(|| key_lost(words, number, false));
    let acts: Vec<_> = page
        .acts
        .iter()
        .map(|act| {
            let is_final = matches!(act, RoundAct::Delete | RoundAct::Void);
            let class = if is_final { "btn quiet danger" } else { "btn quiet" };
            let href = format!("/rounds/{number}/{}", act.name());
            view! { <a class=class href=href>{words.t(&format!("round-{}", act.name()))}</a> }
        })
        .collect();
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap" id="main">
            <p class="eyebrow"><a href="/rounds">{words.t("nav-rounds")}</a></p>
            <h1>{title.clone()}</h1>
            <Done family="round-done-"/>
            {lost}
            <div class="grid2">
                <section class="card">
                    <p>{state_chip(words, &row, page.today)} " " {text}</p>
                    {unopened}
                    <dl class="facts moments">
                        <div class="kv"><dt>{words.t("rounds-column-days")}</dt><dd>{days} " · " {length}</dd></div>
                        {times}
                        {reason}
                        <div class="kv"><dt>{words.t("field-purpose")}</dt><dd>{row.purpose.clone()}</dd></div>
                        <div class="kv"><dt>{words.t("field-discussed-on")}</dt><dd>{day(row.discussed_on)}</dd></div>
                        <div class="kv"><dt>{words.t("field-review-on")}</dt><dd>{day(row.review_on)}</dd></div>
                    </dl>
                    {zone}
                    <div class="row acts">{acts}</div>
                </section>
                <aside class="card">
                    <h2>{words.t("rounds-questions")}</h2>
                    <ul class="asked">{questions}</ul>
                    {(row.state == RoundState::Open).then(|| view! {
                        <p class="small muted">{words.t("rounds-nothing-live")}</p>
                    })}
                </aside>
            </div>
        </main>
    }
}

#[component]
pub fn ActPage(page: RoundPage, act: RoundAct) -> impl IntoView {
    let words = Words::find();
    let number = page.row.number;
    let name = act.name();
    let values = [
        ("number", number.into()),
        ("time", moment(words, &page.times.released_from).into()),
        ("date", format::short_date(words.0, page.row.review_on).into()),
    ];
    let title = words.tv(&format!("round-{name}-title"), &values);
    let text = words.tv(&format!("round-{name}-text"), &values);
    let back = format!("/rounds/{number}");
    let is_final = matches!(act, RoundAct::Delete | RoundAct::Close | RoundAct::Void);
    let class = if is_final { "btn danger" } else { "btn" };
    let fields = match act {
        RoundAct::Edit => Proposed {
            starts_on: page.row.starts_on.to_string(),
            weeks: length_name(page.row.weeks()),
            purpose: page.row.purpose.clone(),
            discussed_on: page.row.discussed_on.to_string(),
            review_on: page.row.review_on.to_string(),
        }
        .view(words, page.today),
        RoundAct::Stop => view! {
            <Field field=FieldName::ReviewOn label=words.t("field-review-on") kind="date"
                value=page.row.ends_on.max(page.today).min(page.row.review_on).to_string()
                max=page.row.review_on.to_string() hint=words.tv("round-stop-hint", &values)/>
        }
        .into_any(),
        RoundAct::Void => void_fields(words),
        RoundAct::Delete | RoundAct::Close => ().into_any(),
    };
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href=back.clone()>{words.tv("round-title", &values)}</a></p>
            <h1>{title.clone()}</h1>
            <p class="lead">{text}</p>
            <ErrorSummary/>
            <LongForm action=format!("{back}/{name}")>
                {fields}
                {act.is_sensitive().then(|| view! { <ProofField/> })}
                <div class="row">
                    <button class=class>{words.t(&format!("round-{name}-submit"))}</button>
                    <a class="btn quiet" href=back.clone()>{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}

fn void_fields(words: Words) -> AnyView {
    let why = Refill::find().why(FieldName::Sure);
    view! {
        <ul class="small">
            <li>{words.t("round-void-1")}</li>
            <li>{words.t("round-void-2")}</li>
            <li>{words.t("round-void-3")}</li>
            <li>{words.t("round-void-4")}</li>
        </ul>
        <TextArea field=FieldName::Reason label=words.t("field-reason") hint=words.t("round-void-reason-hint")
            longest=LONGEST_REASON/>
        <div class="sure" class:bad=why.is_some()>
            {why.map(|why| view! { <p class="error" id="sure-error">{words.t(why)}</p> })}
            <label class="choice">
                <input id="sure" type="checkbox" name="sure" value="yes"
                    aria-invalid=why.map(|_| "true") aria-describedby=why.map(|_| "sure-error")/>
                " " {words.t("round-void-sure")}
            </label>
        </div>
    }
    .into_any()
}
