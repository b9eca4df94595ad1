//! How time left, events and days of a case are said.

use chrono::NaiveDate;
use domain::{
    access::role_text_id,
    customers::{
        case::EventShown,
        inbox::{CaseRow, TimeLeft},
        words::Kind,
    },
    format,
};
use leptos::prelude::*;

use crate::request::Words;

/// The first hundred characters.
pub(super) fn shortened(text: &str) -> String {
    if text.chars().count() <= 100 { text.to_owned() } else { text.chars().take(99).chain(['…']).collect() }
}

/// `2026-11-19 16:42` as people write it.
pub(super) fn minute(words: Words, at: &str) -> String {
    let (day, time) = at.split_once(' ').unwrap_or((at, ""));
    match day.parse::<NaiveDate>() {
        Ok(day) => format!("{} {time}", format::short_date(words.0, day)),
        Err(_) => at.to_owned(),
    }
}

/// Seconds of working time, in minutes below an hour and in whole hours above.
pub(super) fn working_time(words: Words, seconds: i64) -> String {
    match seconds / 3600 {
        0 => words.tv("working-minutes", &[("minutes", (seconds / 60).into())]),
        hours => words.tv("working-hours", &[("hours", hours.into())]),
    }
}

/// What runs out next, as a chip: colour only adds to what the word says.
pub(super) fn left_chip(words: Words, row: &CaseRow) -> AnyView {
    let (class, text) = match row.left {
        TimeLeft::Late { seconds } => {
            ("chip concern", words.tv("time-late", &[("time", working_time(words, seconds).into())]))
        }
        TimeLeft::Left { seconds, is_warned } => (
            if is_warned || row.is_urgent() { "chip concern" } else { "chip" },
            words.tv("time-left", &[("time", working_time(words, seconds).into())]),
        ),
        TimeLeft::WaitsForCustomer => ("chip hold", words.t("time-waits")),
        TimeLeft::Nothing if row.kind == Kind::Compliment => ("chip better", words.t(row.kind.text_id())),
        TimeLeft::Nothing if row.kind == Kind::Comment => ("chip", words.t(row.kind.text_id())),
        TimeLeft::Nothing if row.stage.is_open() => ("chip", words.t("time-none")),
        TimeLeft::Nothing => ("chip", words.t("time-done")),
    };
    view! { <span class=class>{text}</span> }.into_any()
}

/// What happened, in a line.
pub(super) fn event_line(words: Words, event: &EventShown) -> String {
    let mut parts = vec![words.t(event.kind.text_id())];
    if let Some(clock) = event.clock {
        parts.push(words.t(clock.text_id()));
    }
    if let Some(mention) = event.mention {
        parts.push(words.t(mention.text_id()));
    }
    if let Some(of) = event.of {
        parts.push(words.t(of.text_id()));
    }
    if let Some(reason) = event.end_reason {
        parts.push(words.t(reason.text_id()));
    }
    if let Some(severity) = event.severity {
        parts.push(words.t(severity.text_id()));
    }
    if let Some(by) = event.by {
        parts.push(words.tv("event-by-days", &[("days", by.into())]));
    }
    if let Some(unit) = &event.unit {
        parts.push(unit.clone());
    }
    if let Some(other) = &event.other {
        parts.push(other.clone());
    }
    if let Some(how) = event.how {
        parts.push(words.t(how.text_id()));
    }
    if let Some(role) = &event.handed_to {
        let role = words.t(&role_text_id(role));
        parts.push(words.tv("case-action-handed", &[("role", role.into())]));
    }
    for field in &event.fields {
        parts.push(words.t(&format!("field-{}", field.replace('_', "-"))));
    }
    parts.join(" · ")
}

/// Who did it and when.
pub(super) fn event_place(words: Words, event: &EventShown) -> String {
    let role = event.role.as_ref().map(|role| words.t(&role_text_id(role)));
    [Some(minute(words, &event.at)), role].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
