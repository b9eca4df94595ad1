//! The calendar of rounds: what is open, a year in weeks, every round; and planning one.

use chrono::Datelike;
use domain::{
    Field as FieldName, format,
    staff::rounds::{
        Asked, CalendarPage, Continuation, HeldJobs, LENGTHS, LONGEST_PURPOSE, NewRoundPage, OpenRound,
        REVIEW_SOON, RoundRow, RoundState, Shares, Week,
    },
};
use leptos::prelude::*;

use crate::{
    parts::{Choices, Done, ErrorSummary, Field, LongForm, PageTitle, RoundsTabs, TextArea, wording},
    request::{Refill, Words},
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
            {keys_lost.into_iter().map(|number| key_lost(words, number)).collect::<Vec<_>>()}
            {content}
        </main>
    }
}

/// What was answered in a round cannot be opened.
fn key_lost(words: Words, number: i64) -> AnyView {
    let values = [("number", number.into())];
    view! {
        <section class="notice hold" role="note">
            <h2>{words.tv("rounds-keys-lost-title", &values)}</h2>
            <p>{words.t("rounds-keys-lost-text")}</p>
            <p><a class="btn quiet" href=format!("/rounds/{number}")>{words.tv("rounds-keys-lost-to-round", &values)}</a></p>
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

#[component]
pub fn NewView(page: NewRoundPage) -> impl IntoView {
    let words = Words::find();
    // A discussion holds for as long as the review it agreed on.
    let still = page.last.filter(|last| last.review_on >= page.starts_on);
    let fields = Proposed {
        starts_on: page.starts_on.to_string(),
        weeks: still.as_ref().map_or("1", |last| length_name(last.weeks())),
        purpose: still.as_ref().map(|last| last.purpose.clone()).unwrap_or_default(),
        discussed_on: still.as_ref().map(|last| last.discussed_on.to_string()).unwrap_or_default(),
        review_on: still.as_ref().map(|last| last.review_on.to_string()).unwrap_or_default(),
    };
    view! {
        <PageTitle text=words.t("round-new-title")/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href="/rounds">{words.t("nav-rounds")}</a></p>
            <h1>{words.t("round-new-title")}</h1>
            <p class="lead">{words.t("round-new-lead")}</p>
            <ErrorSummary/>
            {Refill::find().problem().is_none().then(|| {
                view! { {asked(words, &page.asked)} {shares(words, &page.shares)} }
            })}
            <LongForm action="/rounds/new">
                {fields.view(words, page.today)}
                <div class="row">
                    <button class="btn">{words.t("round-new-submit")}</button>
                    <a class="btn quiet" href="/rounds">{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}

/// What the fields of a round hold on a fresh page.
pub(crate) struct Proposed {
    /// First day.
    pub(crate) starts_on: String,
    /// Length in weeks.
    pub(crate) weeks: &'static str,
    /// Purpose.
    pub(crate) purpose: String,
    /// Day of the discussion.
    pub(crate) discussed_on: String,
    /// Review date.
    pub(crate) review_on: String,
}

/// A length as a form's value; a round of a length that cannot be chosen proposes the shortest.
pub(crate) fn length_name(weeks: i64) -> &'static str {
    match weeks {
        2 => "2",
        4 => "4",
        _ => "1",
    }
}

impl Proposed {
    /// The fields.
    pub(crate) fn view(self, words: Words, today: chrono::NaiveDate) -> AnyView {
        let lengths = LENGTHS
            .map(|weeks| (length_name(weeks.into()), words.tv("rounds-weeks", &[("count", weeks.into())])));
        view! {
            <Field field=FieldName::StartsOn label=words.t("field-starts-on") kind="date" value=self.starts_on
                hint=words.t("round-starts-on-hint")/>
            <Choices field=FieldName::Weeks label=words.t("field-weeks") options=lengths.to_vec() value=self.weeks/>
            <TextArea field=FieldName::Purpose label=words.t("field-purpose") hint=words.t("round-purpose-hint")
                longest=LONGEST_PURPOSE value=self.purpose/>
            <Field field=FieldName::DiscussedOn label=words.t("field-discussed-on") kind="date"
                value=self.discussed_on max=today.to_string() hint=words.t("round-discussed-on-hint")/>
            <Field field=FieldName::ReviewOn label=words.t("field-review-on") kind="date" value=self.review_on
                hint=words.t("round-review-on-hint")/>
        }
        .into_any()
    }
}

/// Whom the round would ask, by which way, and which teams it will not show.
fn asked(words: Words, asked: &Asked) -> AnyView {
    let ways = [
        ("round-asked-mail", asked.by_mail),
        ("round-asked-sign-in", asked.by_sign_in),
        ("round-asked-tablet", asked.by_tablet),
        ("round-asked-without", asked.without),
    ];
    let ways: Vec<_> = ways
        .into_iter()
        .filter(|(_, people)| *people > 0)
        .map(|(way, people)| {
            let label = words.t(way);
            view! { <div class="kv"><dt>{label}</dt><dd class="num">{people}</dd></div> }
        })
        .collect();
    let never = (!asked.never.is_empty()).then(|| {
        let mut names = asked.never.join(", ");
        if asked.never_more > 0 {
            names.push_str(&words.tv("round-asked-more", &[("count", asked.never_more.into())]));
        }
        let values = [("names", names.into()), ("k", asked.k.into())];
        view! { <p class="small">{words.tv("round-asked-never", &values)}</p> }
    });
    let rarely = (asked.rarely > 0).then(|| {
        let values = [("count", asked.rarely.into()), ("people", asked.every_round_from.into())];
        view! { <p class="small">{words.tv("round-asked-rarely", &values)}</p> }
    });
    let without =
        (asked.without > 0).then(|| view! { <p class="small">{words.t("round-asked-without-text")}</p> });
    let values = [("people", asked.people.into()), ("teams", asked.teams.into())];
    view! {
        <section class="card shares">
            <h2>{words.tv("round-asked-title", &values)}</h2>
            <dl class="facts">{ways}</dl>
            {without}
            {never}
            {rarely}
            <p class="small muted">{words.t("round-asked-text")}</p>
        </section>
    }
    .into_any()
}

/// What each length would have shown.
fn shares(words: Words, shares: &Shares) -> AnyView {
    let (text, known) = match shares {
        Shares::NoRounds => ("round-new-share-no-rounds", None),
        Shares::TooFewTeams => ("round-new-share-too-few", None),
        Shares::Known(known) => ("round-new-share-text", Some(known)),
    };
    let rows: Vec<_> = known
        .into_iter()
        .flat_map(|known| LENGTHS.into_iter().zip(known))
        .map(|(weeks, share)| {
            let share = match share {
                Some(share) => words.tv("round-new-share", &[("share", (*share).into())]),
                None => words.t("round-new-share-unknown"),
            };
            let weeks = words.tv("rounds-weeks", &[("count", weeks.into())]);
            view! { <div class="kv"><dt>{weeks}</dt><dd>{share}</dd></div> }
        })
        .collect();
    let is_known = !rows.is_empty();
    view! {
        <section class="card shares">
            <h2>{words.t("round-new-share-title")}</h2>
            {is_known.then(|| view! { <dl class="facts">{rows}</dl> })}
            <p class="small muted">{words.t(text)}</p>
        </section>
    }
    .into_any()
}
