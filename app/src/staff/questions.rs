//! The questions of a check-in: the bank, whose wording is fixed, and the organisation's own statements.

use domain::{
    Field as FieldName, Lang, format,
    staff::{
        bank::{Factor, Item, TAG},
        own_items::{
            BankRow, LONGEST_STATEMENT, MOST_ASKED, OwnItemAct, OwnItemActPage, OwnItemRow, OwnItemState,
            QuestionsPage, RoundDay, Wording,
        },
    },
};
use leptos::prelude::*;

use crate::{
    parts::{Done, ErrorSummary, Field, LongForm, PageTitle, RoundsTabs},
    request::Words,
};

#[component]
pub fn ListPage(page: QuestionsPage) -> impl IntoView {
    let words = Words::find();
    let (past, own): (Vec<_>, Vec<_>) = page.own.into_iter().partition(|row| row.state == OwnItemState::Past);
    let has_own = !own.is_empty();
    let own: Vec<_> = own.into_iter().map(|row| statement(words, row, page.may_change)).collect();
    let has_past = !past.is_empty();
    let past: Vec<_> = past.into_iter().map(|row| statement(words, row, false)).collect();
    let bank: Vec<_> = page.bank.into_iter().map(|row| bank_row(words, row)).collect();
    let add = (page.may_change && page.has_room).then(|| {
        view! { <a class="btn" href="/questions/new">{words.t("question-act-add")}</a> }
    });
    let is_full = page.may_change && !page.has_room;
    view! {
        <PageTitle text=words.t("questions-title")/>
        <main class="wrap" id="main">
            <RoundsTabs/>
            <h1>{words.t("questions-title")}</h1>
            <p class="lead">{words.t("questions-lead")}</p>
            <Done family="question-done-"/>
            <div class="stack questions">
                <section class="card" aria-labelledby="own">
                    <div class="row spread">
                        <h2 id="own">{words.t("questions-own")}</h2>
                        {add}
                    </div>
                    {if has_own {
                        view! { <ul>{own}</ul> }.into_any()
                    } else {
                        view! { <p class="muted">{words.t("questions-own-none")}</p> }.into_any()
                    }}
                    {is_full.then(|| view! { <p class="small muted">{words.t("questions-full")}</p> })}
                    {(!page.may_change).then(|| view! { <p class="small muted">{words.t("questions-read-only")}</p> })}
                    {has_past.then(|| view! {
                        <details>
                            <summary>{words.t("questions-past")}</summary>
                            <ul>{past}</ul>
                        </details>
                    })}
                </section>
                <section class="card" aria-labelledby="bank">
                    <h2 id="bank">{words.t("questions-bank")} " " <span class="chip">{TAG}</span></h2>
                    <p class="small muted">{words.t("questions-bank-text")}</p>
                    <ul>{bank}</ul>
                </section>
            </div>
        </main>
    }
}

/// A round, as a person finds it in the calendar.
fn round(words: Words, round: RoundDay) -> String {
    let day = format::short_date(words.0, round.starts_on);
    words.tv("questions-round", &[("round", round.number.to_string().into()), ("date", day.into())])
}

/// The words in the language of the page, then those in the other one.
fn in_order(words: Words, wording: &Wording) -> [(Lang, String); 2] {
    let (en, nb) = ((Lang::En, wording.en.clone()), (Lang::Nb, wording.nb.clone()));
    if words.0 == Lang::En { [en, nb] } else { [nb, en] }
}

fn statement(words: Words, row: OwnItemRow, may_change: bool) -> AnyView {
    let [(first_lang, first), (second_lang, second)] = in_order(words, &row.wording);
    let unseen = || words.t("questions-round-unseen");
    let values = [
        ("since", row.since.map_or_else(unseen, |since| round(words, since)).into()),
        ("until", row.until.map_or_else(unseen, |until| round(words, until)).into()),
    ];
    let state = words.tv(&format!("questions-state-{}", row.state.name()), &values);
    let class = match row.state {
        OwnItemState::Asked => "chip ok",
        OwnItemState::Coming => "chip hold",
        OwnItemState::Ending | OwnItemState::Past => "chip",
    };
    let acts: Vec<_> = row
        .state
        .acts()
        .iter()
        .filter(|_| may_change)
        .map(|act| {
            let class = if *act == OwnItemAct::Reword { "btn quiet" } else { "btn quiet danger" };
            let href = format!("/questions/{}/{}", row.id, act.name());
            let label = words.t(&format!("question-act-{}", act.name()));
            // Said with the statement's name, as the same words stand beside each.
            let name = format!("{} {}", row.tag, row.version);
            view! { <a class=class href=href>{label}<span class="sr">" " {name}</span></a> }
        })
        .collect();
    let has_acts = !acts.is_empty();
    view! {
        <li>
            <div class="question">
                <p lang=first_lang.tag()>{first}</p>
                <p class="other" lang=second_lang.tag()>{second}</p>
                <p class="about">
                    <span class="chip">{format!("{} {}", row.tag, row.version)}</span> " "
                    <span class=class>{state}</span>
                </p>
            </div>
            {has_acts.then(|| view! { <div class="row">{acts}</div> })}
        </li>
    }
    .into_any()
}

fn bank_row(words: Words, row: BankRow) -> AnyView {
    let id = row.item.id();
    let driver = match row.item {
        Item::C1 => words.t("questions-workload"),
        item => words.t(&domain::insight::figures::Measure::Score(item).text_id()),
    };
    let factor = row.item.factor().map(|factor| {
        let letter = match factor {
            Factor::A => "a",
            Factor::B => "b",
            Factor::C => "c",
            Factor::D => "d",
        };
        format!(" · {}", words.t(&format!("questions-factor-{letter}")))
    });
    let is_core = Item::CORE.contains(&row.item);
    let when = match row.rounds.as_slice() {
        _ if is_core => words.t("questions-every-round"),
        [] => words.t("questions-not-soon"),
        rounds => {
            let turn = |turn: &RoundDay| words.tv("questions-turn", &[("round", round(words, *turn).into())]);
            rounds.iter().map(turn).collect::<Vec<_>>().join(", ")
        }
    };
    view! {
        <li class="turn">
            <div class="question">
                <p>{words.t(&format!("item-{}", id.to_lowercase()))}</p>
                <p class="other">{id.into_owned()} " · " {driver} {factor}</p>
            </div>
            <p class="when">{when}</p>
        </li>
    }
    .into_any()
}

/// From when a change counts.
fn from_when(words: Words, next: Option<RoundDay>) -> String {
    match next {
        Some(next) => words.tv("questions-from", &[("round", round(words, next).into())]),
        None => words.t("questions-from-unseen"),
    }
}

/// What makes a good statement, and what no statement may be.
fn advice(words: Words) -> AnyView {
    let lines: Vec<_> = ["one-thing", "positive", "no-names", "rights", "release"]
        .into_iter()
        .map(|line| view! { <li>{words.t(&format!("questions-advice-{line}"))}</li> })
        .collect();
    view! {
        <div class="notice advice">
            <h2>{words.t("questions-advice")}</h2>
            <ul>{lines}</ul>
        </div>
    }
    .into_any()
}

#[component]
fn Statements(
    /// What stands in the fields on a fresh page.
    #[prop(optional)]
    wording: Option<Wording>,
) -> impl IntoView {
    let words = Words::find();
    let wording = wording.unwrap_or_else(|| Wording { en: String::new(), nb: String::new() });
    let hint = words.tv("questions-statement-hint", &[("most", LONGEST_STATEMENT.into())]);
    view! {
        <Field field=FieldName::En label=words.t("field-en") hint=hint.clone() value=wording.en/>
        <Field field=FieldName::Nb label=words.t("field-nb") hint=hint value=wording.nb/>
    }
}

#[component]
pub fn NewPage(page: QuestionsPage) -> impl IntoView {
    let words = Words::find();
    let most = words.tv("questions-most", &[("most", MOST_ASKED.into())]);
    view! {
        <PageTitle text=words.t("question-act-add")/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href="/questions">{words.t("questions-title")}</a></p>
            <h1>{words.t("question-act-add")}</h1>
            <p class="lead">{from_when(words, page.next)} " " {most}</p>
            {(!page.has_room).then(|| view! { <div class="notice concern"><p>{words.t("questions-full")}</p></div> })}
            <ErrorSummary/>
            {advice(words)}
            <LongForm action="/questions/new">
                <Field field=FieldName::Tag label=words.t("field-tag") hint=words.t("questions-tag-hint")/>
                <Statements/>
                <div class="row">
                    <button class="btn">{words.t("questions-add-submit")}</button>
                    <a class="btn quiet" href="/questions">{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}

#[component]
pub fn ActPage(page: OwnItemActPage) -> impl IntoView {
    let words = Words::find();
    let (row, act) = (page.row, page.act);
    let title = words.t(&format!("question-act-{}", act.name()));
    let text = match act {
        // A version that nobody has answered is overwritten.
        OwnItemAct::Reword if row.state == OwnItemState::Coming => "question-reword-coming-text".to_owned(),
        OwnItemAct::Delete if row.version > 1 => "question-delete-version-text".to_owned(),
        act => format!("question-{}-text", act.name()),
    };
    let when = (act != OwnItemAct::Delete).then(|| format!("{} ", from_when(words, page.next)));
    let class = if act == OwnItemAct::Reword { "btn" } else { "btn danger" };
    let [(lang, first), _] = in_order(words, &row.wording);
    let fields = (act == OwnItemAct::Reword).then(|| {
        view! {
            {advice(words)}
            <Statements wording=row.wording.clone()/>
        }
    });
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href="/questions">{words.t("questions-title")}</a></p>
            <h1>{title}</h1>
            <p class="quoted" lang=lang.tag()>
                {first} " " <span class="chip">{format!("{} {}", row.tag, row.version)}</span>
            </p>
            <p class="lead">{when}{words.t(&text)}</p>
            <ErrorSummary/>
            <LongForm action=format!("/questions/{}/{}", row.id, act.name())>
                {fields}
                <div class="row">
                    <button class=class>{words.t(&format!("question-{}-submit", act.name()))}</button>
                    <a class="btn quiet" href="/questions">{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}
