//! The calendar of rounds: what is open, a year in weeks, every round.

use chrono::Datelike;
use domain::{
    format,
    staff::rounds::{
        CalendarPage, Continuation, HeldJobs, OpenRound, REVIEW_SOON, RoundRow, RoundState, Week,
    },
};
use leptos::prelude::*;

use crate::{
    parts::{Done, PageTitle, RoundsTabs, wording},
    request::Words,
};

/// A day in short.
fn day(words: Words, day: chrono::NaiveDate) -> String {
    format::short_date(words.0, day)
}

/// The word for where a round stands, and the class of its colour.
fn state_of(row: &RoundRow, today: chrono::NaiveDate) -> (&'static str, &'static str) {
    if row.is_missed(today) {
        return ("missed", "chip concern");
    }
    let class = match row.state {
        RoundState::Open => "chip ok",
        RoundState::Voided => "chip concern",
        RoundState::Closed => "chip hold",
        RoundState::Planned | RoundState::Released => "chip",
    };
    (row.state.name(), class)
}

/// Where a round stands, in a word.
pub(crate) fn state_chip(words: Words, row: &RoundRow, today: chrono::NaiveDate) -> AnyView {
    let (state, class) = state_of(row, today);
    view! { <span class=class>{words.t(&format!("round-state-{state}"))}</span> }.into_any()
}

/// A local time as the server wrote it, `2026-11-23 00:00`, with its date as the language writes it.
pub(crate) fn moment(words: Words, text: &str) -> String {
    match text.split_once(' ').map(|(date, time)| (date.parse(), time)) {
        Some((Ok(date), time)) => format!("{}, {time}", format::long_date(words.0, date)),
        _ => text.to_owned(),
    }
}

#[component]
pub fn CalendarView(page: CalendarPage) -> impl IntoView {
    let words = Words::find();
    let may_manage = page.may_manage;
    let is_fresh = page.rounds.is_empty();
    let page_held = page.held.clone();
    let keys_lost = page.keys_lost.clone();
    let keys_left = page.keys_left.clone();
    let content = if is_fresh {
        fresh(words, may_manage)
    } else {
        let open = match page.open.clone() {
            Some(open) => view! { <OpenCard open/> }.into_any(),
            None => none_open(words, &page),
        };
        view! {
            <div class="grid2">
                {open}
                <aside class="card">
                    <h2>{words.t("rounds-next-title")}</h2>
                    {next(words, &page)}
                </aside>
            </div>
            <section class="card year">
                <h2>{words.t("rounds-year")}</h2>
                <Strip weeks=page.weeks/>
            </section>
            <Table rounds=page.rounds today=page.today/>
        }
        .into_any()
    };
    view! {
        <PageTitle text=words.t("nav-rounds")/>
        <main class="wrap" id="main">
            <RoundsTabs/>
            <div class="row spread">
                <div>
                    <h1>{words.t("nav-rounds")}</h1>
                    <p class="muted">{words.t("rounds-lead")}</p>
                </div>
                {(may_manage && !is_fresh).then(|| view! {
                    <div class="row"><a class="btn" href="/rounds/new">{words.t("rounds-new")}</a></div>
                })}
            </div>
            <Done family="round-done-"/>
            {page_held.map(|held| held_jobs(words, &held, may_manage))}
            {keys_lost.into_iter().map(|number| key_lost(words, number, true)).collect::<Vec<_>>()}
            {keys_left.into_iter().map(|(number, is_here)| key_left(words, number, is_here)).collect::<Vec<_>>()}
            {content}
        </main>
    }
}

/// What was answered in a round cannot be opened; with the way to the round where the reader is not there yet.
pub(super) fn key_lost(words: Words, number: i64, is_elsewhere: bool) -> AnyView {
    let values = [("number", number.into())];
    let way = is_elsewhere.then(|| {
        let href = format!("/rounds/{number}");
        view! { <p><a class="btn quiet" href=href>{words.tv("rounds-keys-lost-to-round", &values)}</a></p> }
    });
    view! {
        <section class="notice hold" role="note">
            <h2>{words.tv("rounds-keys-lost-title", &values)}</h2>
            <p>{words.t("rounds-keys-lost-text")}</p>
            {way}
        </section>
    }
    .into_any()
}

/// What was answered in a round could still be opened.
fn key_left(words: Words, number: i64, is_here: bool) -> AnyView {
    let text = if is_here { "rounds-keys-left-here" } else { "rounds-keys-left-elsewhere" };
    view! {
        <section class="notice hold" role="note">
            <h2>{words.tv("rounds-keys-left-title", &[("number", number.into())])}</h2>
            <p>{words.t(text)}</p>
        </section>
    }
    .into_any()
}

/// Nothing opens, closes or is released until somebody says that the date is right.
fn held_jobs(words: Words, held: &HeldJobs, may_manage: bool) -> AnyView {
    let times = [("since", moment(words, &held.since).into()), ("last", moment(words, &held.last).into())];
    view! {
        <section class="notice hold" role="note">
            <h2>{words.t("rounds-held-title")}</h2>
            <p>{words.tv("rounds-held-text", &times)}</p>
            {may_manage.then(|| view! {
                <form method="post" novalidate action="/rounds/resume">
                    <button class="btn">{words.t("rounds-held-resume")}</button>
                </form>
            })}
        </section>
    }
    .into_any()
}

/// What leads to the first round.
fn fresh(words: Words, may_manage: bool) -> AnyView {
    if !may_manage {
        return view! { <div class="empty"><p>{words.t("rounds-fresh-view")}</p></div> }.into_any();
    }
    view! {
        <section class="card first-round">
            <h2>{words.t("rounds-fresh-title")}</h2>
            <p>{words.t("rounds-fresh-text")}</p>
            <ol>
                <li>{words.t("rounds-fresh-1")}</li>
                <li>{words.t("rounds-fresh-2")}</li>
                <li>{words.t("rounds-fresh-3")}</li>
            </ol>
            <a class="btn" href="/rounds/new">{words.t("rounds-new")}</a>
        </section>
    }
    .into_any()
}

#[component]
fn OpenCard(open: OpenRound) -> impl IntoView {
    let words = Words::find();
    let row = open.row;
    let title = words.tv(
        "rounds-open-title",
        &[
            ("number", row.number.into()),
            ("from", day(words, row.starts_on).into()),
            ("to", day(words, row.ends_on).into()),
        ],
    );
    let questions: Vec<_> =
        open.questions.iter().map(|question| view! { <li>{wording(words, question)}</li> }).collect();
    view! {
        <section class="card">
            <p class="eyebrow">{words.t("rounds-open-eyebrow")}</p>
            <h2><a href=format!("/rounds/{}", row.number)>{title}</a></h2>
            <dl class="facts moments">
                <div class="kv"><dt>{words.t("rounds-closes")}</dt><dd>{moment(words, &open.times.closes_at)}</dd></div>
                <div class="kv"><dt>{words.t("rounds-released")}</dt><dd>{moment(words, &open.times.released_from)}</dd></div>
            </dl>
            <p class="tiny muted">{words.tv("rounds-time-zone", &[("zone", open.times.timezone.into())])}</p>
            <h3>{words.t("rounds-questions")}</h3>
            <ul class="asked">{questions}</ul>
            <p class="small muted">{words.t("rounds-nothing-live")}</p>
        </section>
    }
}

fn none_open(words: Words, page: &CalendarPage) -> AnyView {
    let planned = soonest(page);
    let text = match (planned, page.next) {
        (Some(row), _) => words.tv(
            "rounds-none-open-planned",
            &[("number", row.number.into()), ("date", day(words, row.starts_on).into())],
        ),
        (None, Some(Continuation::From(date))) => {
            words.tv("rounds-none-open-next", &[("date", day(words, date).into())])
        }
        _ => words.t("rounds-none-open-text"),
    };
    view! { <section class="card"><h2>{words.t("rounds-none-open")}</h2><p>{text}</p></section> }.into_any()
}

/// The planned round that opens first.
fn soonest(page: &CalendarPage) -> Option<&RoundRow> {
    let planned = page.rounds.iter().filter(|row| row.state == RoundState::Planned);
    planned.filter(|row| !row.is_missed(page.today)).min_by_key(|row| row.starts_on)
}

/// What is planned, how the rounds go on after that, and until when.
fn next(words: Words, page: &CalendarPage) -> AnyView {
    let Some(last) = page.rounds.iter().max_by_key(|row| (row.ends_on, row.number)) else {
        return ().into_any();
    };
    let mut planned: Vec<&RoundRow> = page
        .rounds
        .iter()
        .filter(|row| row.state == RoundState::Planned && !row.is_missed(page.today))
        .collect();
    planned.sort_by_key(|row| row.starts_on);
    let planned: Vec<_> = planned
        .into_iter()
        .map(|row| {
            let values = [
                ("number", row.number.into()),
                ("from", day(words, row.starts_on).into()),
                ("to", day(words, row.ends_on).into()),
            ];
            view! { <p>{words.tv("rounds-next-planned", &values)}</p> }
        })
        .collect();
    let review = day(words, last.review_on);
    let goes_on = match page.next {
        Some(Continuation::From(date)) => words.tv(
            "rounds-next-from",
            &[
                ("date", day(words, date).into()),
                ("weeks", last.weeks().into()),
                ("review", review.clone().into()),
            ],
        ),
        Some(Continuation::ReviewDue) => words.tv("rounds-next-review", &[("review", review.clone().into())]),
        Some(Continuation::Interrupted) | None => words.t("rounds-next-interrupted"),
    };
    let days = (last.review_on - page.today).num_days();
    let warning = if days < 0 {
        Some(words.tv("rounds-review-over", &[("date", review.into())]))
    } else if days <= REVIEW_SOON {
        Some(words.tv("rounds-review-soon", &[("days", days.into()), ("date", review.into())]))
    } else {
        None
    };
    let gaps: Vec<_> = page
        .gaps
        .iter()
        .map(|(from, to)| {
            let values = [("from", day(words, *from).into()), ("to", day(words, *to).into())];
            view! { <p>{words.tv("rounds-gap", &values)}</p> }
        })
        .collect();
    view! {
        {warning.map(|text| view! { <div class="notice concern"><p>{text}</p></div> })}
        {planned}
        {gaps}
        <p>{goes_on}</p>
        {page.may_manage.then(|| view! { <p class="small muted">{words.t("rounds-next-pause")}</p> })}
    }
    .into_any()
}

/// A year in weeks. Weeks of one round stand close together; the word of its state is in the cell's name, and its
/// mark differs in more than colour.
#[component]
fn Strip(weeks: Vec<Week>) -> impl IntoView {
    let words = Words::find();
    let mut before = None;
    let cells: Vec<_> = weeks
        .into_iter()
        .map(|week| {
            let number = week.monday.iso_week().week();
            let state = week.round.map_or("none", |(_, state)| state.name());
            let goes_on = week.round.is_some() && week.round == before;
            before = week.round;
            let what = match week.round {
                None => words.t("rounds-week-none"),
                Some((number, state)) => words.tv(
                    "rounds-week-round",
                    &[
                        ("number", number.into()),
                        ("state", words.t(&format!("round-state-{}", state.name())).into()),
                    ],
                ),
            };
            let when =
                words.tv("rounds-week", &[("week", number.into()), ("date", day(words, week.monday).into())]);
            let now = if week.is_now { format!(", {}", words.t("rounds-week-now")) } else { String::new() };
            let name = format!("{when}{now}: {what}");
            let class = format!(
                "week {state}{}{}",
                if goes_on { " on" } else { "" },
                if week.is_now { " now" } else { "" }
            );
            // The month stands above its first whole week.
            let month = (week.monday.day() <= 7).then(|| format::tick(words.0, week.monday, false));
            view! {
                <li class=class title=name.clone()>
                    <span class="month" aria-hidden="true">{month}</span>
                    <span class="mark" aria-hidden="true">{number}</span>
                    <span class="sr">{name.clone()}</span>
                </li>
            }
        })
        .collect();
    let legend: Vec<_> = RoundState::ALL
        .into_iter()
        .map(|state| {
            view! {
                <li class=format!("week {}", state.name())>
                    <span class="mark" aria-hidden="true"></span>
                    {words.t(&format!("round-state-{}", state.name()))}
                </li>
            }
        })
        .collect();
    view! {
        <ol class="weeks">{cells}</ol>
        <ul class="weeks-legend small" aria-hidden="true">{legend}</ul>
    }
}

/// Rounds that stand in the table at once; older ones are folded.
const SHOWN: usize = 13;

#[component]
fn Table(rounds: Vec<RoundRow>, today: chrono::NaiveDate) -> impl IntoView {
    let words = Words::find();
    let earlier = rounds.get(SHOWN..).unwrap_or_default().to_vec();
    let newest = rounds.into_iter().take(SHOWN).collect();
    let count = earlier.len();
    view! {
        <section class="card flush">{table(words, newest, today)}</section>
        {(count > 0).then(|| view! {
            <details class="earlier">
                <summary>{words.tv("rounds-earlier", &[("count", count.into())])}</summary>
                <section class="card flush">{table(words, earlier, today)}</section>
            </details>
        })}
    }
}

fn table(words: Words, rounds: Vec<RoundRow>, today: chrono::NaiveDate) -> AnyView {
    let rows: Vec<_> = rounds
        .into_iter()
        .map(|row| {
            let days = words.tv(
                "rounds-days",
                &[("from", day(words, row.starts_on).into()), ("to", day(words, row.ends_on).into())],
            );
            view! {
                <tr>
                    <td class="ref">{row.number}</td>
                    <td>
                        <a href=format!("/rounds/{}", row.number)>{days}</a>
                        <small>{words.tv("rounds-weeks", &[("count", row.weeks().into())])}</small>
                        {row.void_reason.clone().map(|reason| view! { <small>{reason}</small> })}
                    </td>
                    <td data-label=words.t("rounds-column-state")>{state_chip(words, &row, today)}</td>
                    <td data-label=words.t("rounds-column-discussed")>{day(words, row.discussed_on)}</td>
                    <td data-label=words.t("rounds-column-review")>{day(words, row.review_on)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="cases rounds">
            <caption class="sr">{words.t("rounds-table")}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.t("rounds-column-round")}</th>
                    <th scope="col">{words.t("rounds-column-days")}</th>
                    <th scope="col">{words.t("rounds-column-state")}</th>
                    <th scope="col">{words.t("rounds-column-discussed")}</th>
                    <th scope="col">{words.t("rounds-column-review")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
