//! The morning view: at most three sentences, each leading to its chart or list.

use domain::{
    format,
    insight::today::{Mark, News, OLD_CASE_DAYS, TodayPage},
};
use leptos::prelude::*;

use crate::{
    parts::{Icon, IconName, PageTitle, UnitPath},
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
    // Not repeated where the path of a unit with something above or below it names it.
    let path = page.place.filter(|place| !(place.above.is_empty() && place.below.is_empty()));
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap narrow today" id="main">
            {path.map(|place| view! { <UnitPath place page="/today"/> })}
            <p class="eyebrow">{format::long_date(words.0, page.today)}</p>
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
            <ul class="news">{news}</ul>
            <p class="tiny muted">{words.t("today-how")}</p>
        </main>
    }
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
        News::Signal { .. } | News::Calm { .. } | News::Quiet => "today-open-trend",
        News::Signals { .. } | News::Ongoing { .. } => "today-open-teams",
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
        News::Signal { unit, marks, .. } => {
            let marks: Vec<String> = marks.iter().map(|mark| phrase(words, *mark)).collect();
            words.tv(
                "today-signal",
                &[("unit", unit.name.as_str().into()), ("what", listed(words, &marks).into())],
            )
        }
        News::Signals { count, is_concern: true, .. } => counted("today-signals-concern", *count),
        News::Signals { count, .. } => counted("today-signals-better", *count),
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
        News::Ongoing { count, .. } => counted("today-ongoing", *count),
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
