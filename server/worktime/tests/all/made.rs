//! Calendars and cases that tests make.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use worktime::{
    Act, Calendar, Clock, Event, Unit,
    file::{answer, read_calendars, read_cases},
};

/// A calendar from its JSON.
pub(crate) fn calendar(json: &str) -> Calendar {
    let calendars = read_calendars(&format!(r#"{{"it": {json}}}"#)).unwrap();
    calendars.into_values().next().unwrap()
}

/// An instant in UTC, `2026-02-03T09:15`.
pub(crate) fn at(text: &str) -> DateTime<Utc> {
    format!("{text}:00Z").parse().unwrap()
}

/// The answer to one case, from its JSON without `id` and `calendar`.
pub(crate) fn answer_to(calendar: &str, case: &str) -> serde_json::Value {
    let case = format!(r#"[{{"id": "it", "calendar": "it", {case}}}]"#);
    let calendars = read_calendars(&format!(r#"{{"it": {calendar}}}"#)).unwrap();
    let answers = answer(&read_cases(&case).unwrap(), &calendars).unwrap();
    serde_json::to_value(&answers[0]).unwrap()
}

/// Zones whose clocks change at other hours, by other steps, over midnight, or never.
const ZONES: [(&str, &str); 8] = [
    ("Europe/Oslo", "2026-03-29"),
    ("Europe/Oslo", "2026-10-25"),
    ("Europe/London", "2027-10-31"),
    ("Atlantic/Azores", "2026-10-25"),
    ("America/Havana", "2026-03-08"),
    ("America/St_Johns", "2006-10-29"), // at one minute past midnight, back to the day before
    ("Australia/Lord_Howe", "2026-04-05"), // by half an hour
    ("Asia/Kathmandu", "2026-04-05"),
];

/// Hours of a day in quarters of an hour, in order: up to three intervals, the last perhaps over midnight.
fn day() -> impl Strategy<Value = Vec<(u32, u32)>> {
    (proptest::collection::btree_set(0_u32..96, 0..=6), 0_u32..5).prop_map(|(edges, over)| {
        let edges: Vec<u32> = edges.into_iter().collect();
        let mut hours: Vec<_> = edges.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        // Runs into the first quarters of the next day, which `week` keeps free.
        if let Some(last) = hours.last_mut().filter(|_| over > 0) {
            last.1 = if over == 4 { 96 } else { over };
        }
        hours
    })
}

fn written(hours: &[(u32, u32)]) -> String {
    let time = |quarters: u32| format!("{:02}:{:02}", quarters / 4, quarters % 4 * 15);
    let hours: Vec<_> =
        hours.iter().map(|(from, to)| format!(r#"["{}","{}"]"#, time(*from), time(*to))).collect();
    format!("[{}]", hours.join(","))
}

/// A calendar, and an instant within two days of a change of its clocks.
pub(crate) fn calendar_and_instant() -> impl Strategy<Value = (Calendar, DateTime<Utc>)> {
    let days = proptest::collection::vec(day(), 8);
    (0..ZONES.len(), days, any::<bool>(), -2 * 1440_i64..1440).prop_map(
        |(zone, days, has_holidays, minutes)| {
            let (zone, change) = ZONES[zone];
            // Nothing opens before 01:00 the day after hours that run into it.
            let free = |n: usize| {
                let before = days[(n + 6) % 7].last().is_some_and(|last| last.1 <= last.0);
                days[n].iter().copied().filter(|hours| !before || hours.0 >= 4).collect::<Vec<_>>()
            };
            let week: Vec<_> = worktime::WEEKDAYS
                .iter()
                .enumerate()
                .map(|(n, name)| format!(r#""{name}": {}"#, written(&free(n))))
                .collect();
            let exception: Vec<_> =
                days[7].iter().copied().filter(|hours| hours.0 >= 4 && hours.1 > hours.0).collect();
            let holidays = if has_holidays { "NO" } else { "none" };
            let calendar = calendar(&format!(
                r#"{{"timezone": "{zone}", "week": {{{}}}, "holidays": "{holidays}",
                "half_days": {{"easter_eve": "14:00", "easter_wednesday": "11:30"}},
                "exceptions": {{"{change}": {}}}}}"#,
                week.join(","),
                written(&exception)
            ));
            (calendar, at(&format!("{change}T00:00")) + TimeDelta::minutes(minutes))
        },
    )
}

/// A clock that answers stop.
pub(crate) fn clock(unit: Unit, n: u32) -> Clock {
    Clock::new(unit, n, "answered".to_owned(), Some(n + 3), Some("updated".to_owned())).unwrap()
}

pub(crate) fn any_clock() -> impl Strategy<Value = Clock> {
    prop_oneof![
        (1_u32..6).prop_map(|n| clock(Unit::Days, n)),
        (1_u32..40).prop_map(|n| clock(Unit::Hours, n)),
        (1_u32..2000).prop_map(|n| clock(Unit::Minutes, n)),
    ]
}

/// What happens after the receipt, each some minutes after the one before.
pub(crate) fn acts(kinds: &'static [u8]) -> impl Strategy<Value = Vec<(i64, Act)>> {
    let act = (0..kinds.len(), 0_i64..13).prop_map(|(kind, n)| match kinds[kind] {
        b'p' => Act::Paused,
        b'r' => Act::Resumed,
        b'h' => Act::HandedOver { team: ["A", "B", "C"][usize::try_from(n).unwrap() % 3].to_owned() },
        b'e' => Act::Extended { by: n - 1 },
        b'i' => Act::Other("investigating".to_owned()),
        b'u' => Act::Other("updated".to_owned()),
        b'a' => Act::Other("answered".to_owned()),
        b'o' => Act::Reopened,
        _ => Act::Other("noted".to_owned()),
    });
    proptest::collection::vec((0_i64..1500, act), 0..9)
}

/// The events of a case received at an instant.
pub(crate) fn events(received: DateTime<Utc>, acts: Vec<(i64, Act)>) -> Vec<Event> {
    let mut events = vec![Event { at: received, act: Act::Received { team: "A".to_owned() } }];
    let mut at = received;
    for (minutes, act) in acts {
        at += TimeDelta::minutes(minutes);
        events.push(Event { at, act });
    }
    events
}
