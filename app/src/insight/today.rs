//! The morning view: what waits for somebody, then at most three sentences, each leading to its chart or list.

use chrono::NaiveDate;
use domain::{
    format,
    insight::{
        matters::Worklist,
        today::{Mark, News, OLD_CASE_DAYS, TodayPage},
    },
};
use leptos::prelude::*;

use super::matter::{MatterInHand, OpenMatter};
use crate::{
    parts::{Done, Icon, IconName, PageTitle, UnitPath},
    request::Words,
};

#[component]
pub fn Page(page: TodayPage) -> impl IntoView {
    let words = Words::find();
    let names: Vec<String> = page.tops.iter().map(|unit| unit.name.clone()).collect();
    let title = words.tv("today-title", &[("unit", listed(words, &names).into())]);
    let since = [("date", format::long_date(words.0, page.since).into())];
    let lead = words.tv(if page.was_here { "today-since" } else { "today-since-week" }, &since);
    let news: Vec<_> = page.news.iter().map(|one| item(words, one)).collect();
    let all = match page.tops.as_slice() {
        [one] => format!("/trends/teams?unit={}&show=concern", one.id),
        _ => "/trends/teams?show=concern".to_owned(),
    };
    // Not repeated where the path of a unit with something above or below it names it.
    let path = page.place.filter(|place| !(place.above.is_empty() && place.below.is_empty()));
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap narrow today" id="main">
            {path.map(|place| view! { <UnitPath place page="/today"/> })}
            <p class="eyebrow">{format::long_date(words.0, page.today)}</p>
            <h1>{title}</h1>
            <Done family="matter-done-"/>
            {page.set_up_left.map(|left| {
                let text = words.tv("start-left", &[("count", left.into())]);
                view! { <p class="notice"><a href="/start">{text}</a></p> }
            })}
            <Matters list=page.matters today=page.today is_looked_at=page.is_looked_at all/>
            <h2>{words.t("today-news")}</h2>
            <p class="small muted">{lead}</p>
            <ul class="news">{news}</ul>
            <p class="tiny muted">{words.t("today-how")}</p>
        </main>
    }
}

/// What waits for somebody, and what somebody has taken care of.
#[component]
fn Matters(
    list: Worklist,
    today: NaiveDate,
    is_looked_at: bool,
    /// Where all are.
    all: String,
) -> impl IntoView {
    let words = Words::find();
    let count = list.open.len() as u64 + list.more;
    if count == 0 && list.in_hand.is_empty() {
        return is_looked_at.then(|| {
            view! { <p class="lead calm"><Icon name=IconName::Better/> {words.t("matters-none")}</p> }
                .into_any()
        });
    }
    let title = if count == 0 {
        words.t("matters-in-hand-only")
    } else {
        words.tv("matters-title", &[("count", count.into())])
    };
    let open: Vec<_> = list.open.into_iter().map(|matter| view! { <OpenMatter matter today/> }).collect();
    let has_open = !open.is_empty();
    let more = (list.more > 0)
        .then(|| view! { <p><a href=all>{words.tv("matters-more", &[("count", list.more.into())])}</a></p> });
    let in_hand = (!list.in_hand.is_empty()).then(|| {
        let summary = words.tv("matters-in-hand", &[("count", list.in_hand_count.into())]);
        let rows: Vec<_> =
            list.in_hand.into_iter().map(|matter| view! { <MatterInHand matter today/> }).collect();
        view! {
            <details class="in-hand" open=!has_open>
                <summary>{summary}</summary>
                <ul>{rows}</ul>
            </details>
        }
    });
    Some(
        view! {
            <section class="matters" aria-labelledby="matters">
                <h2 id="matters">{title}</h2>
                {has_open.then(|| view! { <ol>{open}</ol> })}
                {more}
                {in_hand}
            </section>
        }
        .into_any(),
    )
}

/// A sentence with where it leads.
fn item(words: Words, news: &News) -> impl IntoView + use<> {
    let (class, mark) = match news.tone() {
        Some(true) => ("card concern", Some((IconName::Concern, "legend-concern"))),
        Some(false) => ("card better", Some((IconName::Better, "legend-better"))),
        None => ("card", None),
    };
    let mark = mark.map(|(name, id)| {
        view! { <span class="mark"><Icon name/><span class="sr">{words.t(id)}</span></span> }
    });
    view! {
        <li class=class>
            {mark}
            <a href=news.href()>
                <span class="said">{sentence(words, news)}</span>
                " "
                <span class="small">{words.t(open_id(news))}</span>
            </a>
        </li>
    }
}

/// Message id of the link below a sentence: what is behind it.
const fn open_id(news: &News) -> &'static str {
    match news {
        News::UrgentCases { .. } | News::OldCases { .. } => "today-open-cases",
        News::Better { .. } | News::Calm { .. } | News::Quiet => "today-open-trend",
        News::BetterUnits { .. } => "today-open-teams",
        News::Review { .. } => "today-open-action",
        News::Reviews { .. } => "today-open-actions",
        News::LinkChanged { .. } => "today-open-link",
    }
}

fn sentence(words: Words, news: &News) -> String {
    let counted = |id: &str, count: u64| words.tv(id, &[("count", count.into())]);
    let about = |id: &str, unit: &str| words.tv(id, &[("unit", unit.into())]);
    match news {
        News::UrgentCases { count } => counted("today-urgent", *count),
        News::OldCases { count } => {
            words.tv("today-old", &[("count", (*count).into()), ("days", OLD_CASE_DAYS.into())])
        }
        News::Better { unit, marks } => {
            let marks: Vec<String> = marks.iter().map(|mark| phrase(words, *mark)).collect();
            words.tv(
                "today-signal",
                &[("unit", unit.name.as_str().into()), ("what", listed(words, &marks).into())],
            )
        }
        News::BetterUnits { count, .. } => counted("today-signals-better", *count),
        News::Calm { period, unit, teams } => {
            let period = format::period(words.0, *period);
            match teams {
                Some(teams) => {
                    words.tv("today-calm-teams", &[("period", period.into()), ("count", (*teams).into())])
                }
                None => {
                    words.tv("today-calm", &[("period", period.into()), ("unit", unit.name.as_str().into())])
                }
            }
        }
        News::Review { unit, .. } => about("today-review", &unit.name),
        News::Reviews { count } => counted("today-reviews", *count),
        News::LinkChanged { unit } => about("today-link", &unit.name),
        News::Quiet => words.t("today-quiet"),
    }
}

/// What a mark says, as the part of a sentence.
fn phrase(words: Words, mark: Mark) -> String {
    let side = if mark.is_concern { "concern" } else { "better" };
    let id = format!("today-mark-{}-{side}", mark.topic.name());
    words.tv(&id, &[("period", format::period(words.0, mark.since).into())])
}

/// A, B and C.
fn listed(words: Words, parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), words.t("and")),
    }
}
