//! Single rules, reckoned by hand.

use serde_json::{Value, json};
use worktime::{Level, Unit, course};

use crate::made::{answer_to, at, calendar, clock, events};

/// Monday to Friday from 8 to 16 in Oslo.
const OFFICE: &str = r#"{"timezone": "Europe/Oslo", "holidays": "NO", "week": {
    "mon": [["08:00","16:00"]], "tue": [["08:00","16:00"]], "wed": [["08:00","16:00"]],
    "thu": [["08:00","16:00"]], "fri": [["08:00","16:00"]]}}"#;

/// A case of the office from events `(day of February 2026 and time, rest of the event)`; looked at on the last day.
fn office(clock: &str, events: &[(&str, &str)]) -> Value {
    let events: Vec<_> = events
        .iter()
        .map(|(at, what)| format!(r#"{{"at": "2026-02-{at}:00+01:00", "event": {what}}}"#))
        .collect();
    answer_to(
        OFFICE,
        &format!(
            r#""clock": {{{clock}}}, "events": [{}], "as_of": "2026-02-28T12:00:00+01:00""#,
            events.join(",")
        ),
    )
}

const RECEIVED: (&str, &str) = ("02T08:00", r#""received", "team": "A""#);
const HOURS: &str = r#""unit": "hours", "n": 80, "stops": "answered""#;

fn whys(answer: &Value) -> Vec<(u64, &str)> {
    let refused = answer["refused"].as_array().unwrap();
    refused
        .iter()
        .map(|refused| (refused["event"].as_u64().unwrap(), refused["why"].as_str().unwrap()))
        .collect()
}

#[test]
fn an_extension_is_from_1_to_10_of_the_clocks_own_unit_once_a_run() {
    let extend = |clock: &str, by: &[&str]| {
        let acts: Vec<_> = by.iter().map(|by| format!(r#""extended", "by": {by}"#)).collect();
        let mut events = vec![RECEIVED];
        events.extend(acts.iter().map(|act| ("02T08:01", act.as_str())));
        office(clock, &events)
    };
    let answer = extend(HOURS, &["0", "-3", "11", "10", "1", "99"]);
    assert_eq!(answer["runs"][0]["budget"], 90 * 3600);
    assert_eq!(
        whys(&answer),
        [
            (1, "too_short"),
            (2, "too_short"),
            (3, "too_long"),
            (5, "already_extended"),
            (6, "already_extended")
        ]
    );
    let minutes = extend(r#""unit": "minutes", "n": 30, "stops": "answered""#, &["7"]);
    assert_eq!(minutes["runs"][0]["budget"], 37 * 60);
    let days = extend(r#""unit": "days", "n": 1, "stops": "answered""#, &["10"]);
    assert_eq!(days["runs"][0]["due_local"], "2026-02-17T16:00:00+01:00");
}

#[test]
fn an_extension_comes_on_top_of_an_investigation_in_either_order_and_of_a_new_run_not_at_all() {
    let clock = r#""unit": "days", "n": 5, "stops": "answered", "investigating": 8"#;
    let (extended, investigating) =
        (("03T09:00", r#""extended", "by": 2"#), ("03T10:00", r#""investigating""#));
    let swapped = [("03T09:00", investigating.1), ("03T10:00", extended.1)];
    for acts in [[extended, investigating], swapped] {
        let answer = office(
            clock,
            &[RECEIVED, acts[0], acts[1], ("13T09:00", r#""answered""#), ("13T10:00", r#""reopened""#)],
        );
        assert_eq!(answer["runs"][0]["due_local"], "2026-02-16T16:00:00+01:00");
        assert_eq!(answer["runs"][1]["due_local"], "2026-02-20T16:00:00+01:00");
        assert!(whys(&answer).is_empty());
    }
}

#[test]
fn a_clock_without_an_investigation_passes_its_event_over_even_when_nothing_runs() {
    let answer = office(
        HOURS,
        &[
            RECEIVED,
            ("03T08:00", r#""investigating""#),
            ("04T08:00", r#""answered""#),
            ("05T08:00", r#""investigating""#),
        ],
    );
    assert_eq!((answer["runs"][0]["budget"].as_i64(), whys(&answer)), (Some(80 * 3600), vec![]));
}

#[test]
fn events_that_no_clock_knows_are_passed_over_whatever_else_they_say() {
    let answer = office(
        HOURS,
        &[
            RECEIVED,
            ("03T08:00", r#""assigned", "by": "desk", "team": 7"#),
            ("04T08:00", r#""acknowledged""#),
        ],
    );
    assert_eq!((answer["runs"][0]["state"].as_str(), whys(&answer)), (Some("running"), vec![]));
}

#[test]
fn nothing_acts_on_a_case_that_has_not_come_in_or_has_been_answered() {
    let clock =
        r#""unit": "days", "n": 5, "stops": "answered", "investigating": 20, "repeats_at": "updated""#;
    let acts = [
        r#""paused""#,
        r#""resumed""#,
        r#""extended", "by": 1"#,
        r#""handed_over", "team": "B""#,
        r#""investigating""#,
        r#""updated""#,
        r#""answered""#,
    ];
    let before = acts.map(|act| ("01T08:00", act));
    let after = acts.map(|act| ("04T08:00", act));
    let mut events = before.to_vec();
    events.extend([RECEIVED, ("03T08:00", r#""answered""#)]);
    events.extend(after);
    let answer = office(clock, &events);
    let numbers = (0..7).chain(9..16);
    assert_eq!(whys(&answer), numbers.map(|number| (number, "not_running")).collect::<Vec<_>>());
    assert_eq!(answer["runs"].as_array().unwrap().len(), 1);
}

#[test]
fn a_new_run_begins_only_when_one_has_ended_and_with_whoever_held_the_case_last() {
    let answer = office(
        HOURS,
        &[
            ("02T07:00", r#""reopened""#),
            RECEIVED,
            ("02T09:00", r#""received", "team": "C""#),
            ("03T08:00", r#""handed_over", "team": "B""#),
            ("04T08:00", r#""answered""#),
            ("05T08:00", r#""reopened""#),
            ("05T10:00", r#""answered""#),
        ],
    );
    assert_eq!(whys(&answer), [(0, "still_running"), (2, "still_running")]);
    assert_eq!(answer["runs"][0]["shares"], json!({"A": 28_800, "B": 28_800}));
    assert_eq!(answer["runs"][1]["shares"], json!({"B": 7200}));
}

#[test]
fn a_letter_to_the_customer_ends_a_pause_with_the_run() {
    let clock = r#""unit": "days", "n": 5, "stops": "answered", "repeats_at": "updated""#;
    let answer = office(
        clock,
        &[RECEIVED, ("03T08:00", r#""paused""#), ("04T08:00", r#""updated""#), ("05T08:00", r#""resumed""#)],
    );
    assert_eq!(whys(&answer), [(3, "not_paused")]);
    assert_eq!(
        (answer["runs"][0]["paused"].as_i64(), answer["runs"][0]["state"].as_str()),
        (Some(28_800), Some("stopped"))
    );
    assert_eq!(
        (answer["runs"][1]["paused"].as_i64(), answer["runs"][1]["state"].as_str()),
        (Some(0), Some("running"))
    );
}

#[test]
fn a_team_that_held_a_case_only_while_closed_has_a_share_of_nothing() {
    let answer = office(
        HOURS,
        &[
            RECEIVED,
            ("02T20:00", r#""handed_over", "team": "B""#),
            ("02T21:00", r#""handed_over", "team": "C""#),
            ("03T10:00", r#""answered""#),
        ],
    );
    assert_eq!(answer["runs"][0]["shares"], json!({"A": 28_800, "B": 0, "C": 7200}));
}

#[test]
fn what_happens_after_the_moment_of_looking_has_not_happened_yet() {
    let look = |as_of: &str| {
        answer_to(
            OFFICE,
            &format!(
                r#""clock": {{{HOURS}}}, "as_of": "{as_of}", "events": [
                {{"at": "2026-02-02T08:00:00+01:00", "event": "received", "team": "A"}},
                {{"at": "2026-02-03T08:00:00+01:00", "event": "resumed"}},
                {{"at": "2026-02-04T08:00:00+01:00", "event": "answered"}}]"#
            ),
        )
    };
    assert_eq!(look("2026-02-02T07:59:59+01:00"), json!({"id": "it", "runs": [], "refused": []}));
    let early = look("2026-02-02T10:00:00+01:00");
    assert_eq!((early["runs"][0]["elapsed"].as_i64(), whys(&early)), (Some(7200), vec![]));
    let exact = look("2026-02-04T07:00:00Z");
    assert_eq!(
        (exact["runs"][0]["state"].as_str(), whys(&exact)),
        (Some("stopped"), vec![(1, "not_paused")])
    );
}

#[test]
fn a_unit_that_stays_closed_for_more_than_800_days_never_opens_and_still_takes_its_events() {
    let only_on = |date: &str| {
        let hours = r#"[["08:00","16:00"]]"#;
        answer_to(
            &format!(
                r#"{{"timezone": "Europe/Oslo", "week": {{}}, "holidays": "NO", "exceptions": {{"{date}": {hours}}}}}"#
            ),
            r#""clock": {"unit": "days", "n": 1, "stops": "answered"}, "as_of": "2030-01-01T00:00:00Z", "events": [
                {"at": "2026-02-03T09:00:00Z", "event": "received", "team": "A"},
                {"at": "2026-02-04T09:00:00Z", "event": "answered"},
                {"at": "2026-02-05T09:00:00Z", "event": "paused"}]"#,
        )
    };
    let never = json!({"start": "2026-02-03T09:00:00Z", "error": "never_open"});
    // 800 and 801 days on.
    assert_eq!(only_on("2028-04-13")["runs"][0]["due"], "2028-04-13T14:00:00Z");
    assert_eq!(only_on("2028-04-14")["runs"][0], never);
    assert_eq!(whys(&only_on("2028-04-14")), [(2, "not_running")]);
}

#[test]
fn a_half_day_cuts_the_night_that_begins_on_it_and_not_the_one_that_runs_into_it() {
    let bar = calendar(
        r#"{"timezone": "Europe/Oslo", "holidays": "none", "half_days": {"easter_eve": "20:00", "whitsun_eve": "15:00"},
            "week": {"fri": [["16:00","03:00"]], "sat": [["16:00","03:00"]]}}"#,
    );
    let saturday = |date: &str| (at(&format!("{date}T10:00")), at(&format!("{date}T22:00")));
    let (from, to) = saturday("2026-04-04");
    assert_eq!(bar.working_seconds(from, to), 4 * 3600);
    let (from, to) = saturday("2026-05-23");
    assert_eq!(bar.working_seconds(from, to), 0);
    // Three hours after midnight belong to Friday.
    assert_eq!(bar.working_seconds(at("2026-05-22T22:00"), at("2026-05-23T22:00")), 3 * 3600);
}

#[test]
fn hours_that_a_change_of_clocks_skips_whole_make_no_working_day() {
    let night =
        calendar(r#"{"timezone": "Europe/Oslo", "holidays": "none", "week": {"sun": [["02:10","02:50"]]}}"#);
    let received = at("2026-03-27T12:00");
    assert_eq!(night.closing_of_working_day(received, 1), Some(at("2026-04-05T00:50")));
}

#[test]
fn summer_time_is_reckoned_a_lifetime_ahead() {
    let office = calendar(OFFICE);
    assert_eq!(office.next_open(at("2092-07-16T23:00")), Some(at("2092-07-17T06:00")));
    assert_eq!(office.next_open(at("2092-01-16T23:00")), Some(at("2092-01-17T07:00")));
}

#[test]
fn a_run_is_urgent_from_the_warning_on_and_late_only_beyond_its_budget() {
    let (office, clock) = (calendar(OFFICE), clock(Unit::Hours, 5));
    let events = events(at("2026-02-03T07:00"), Vec::new());
    let level = |as_of| course(&office, &clock, &events, as_of).runs[0].figures.as_ref().unwrap().level();
    assert_eq!(level(at("2026-02-03T10:59")), Level::InTime);
    assert_eq!(level(at("2026-02-03T11:00")), Level::Warning);
    assert_eq!(level(at("2026-02-03T12:00")), Level::Warning);
    assert_eq!(level(at("2026-02-03T12:01")), Level::Late);
}

#[test]
fn fractions_of_a_second_are_dropped_before_they_are_added_up() {
    let (office, clock) = (calendar(OFFICE), clock(Unit::Hours, 5));
    let mut events =
        events(at("2026-02-03T07:00"), vec![(1, worktime::Act::Paused), (1, worktime::Act::Resumed)]);
    for event in &mut events {
        event.at += chrono::TimeDelta::milliseconds(900);
    }
    let run = course(&office, &clock, &events, at("2026-02-03T07:03")).runs.remove(0);
    let figures = run.figures.unwrap();
    assert_eq!((run.start, figures.elapsed, figures.paused), (at("2026-02-03T07:00"), 120, 60));
}

#[test]
fn a_pause_that_begins_when_the_budget_is_used_up_leaves_the_due_instant_where_it_is() {
    let clock = r#""unit": "hours", "n": 8, "stops": "answered""#;
    let paused = ("02T16:00", r#""paused""#);
    for events in [&[RECEIVED, paused][..], &[RECEIVED, paused, ("03T10:00", r#""resumed""#)]] {
        let answer = office(clock, events);
        assert_eq!(answer["runs"][0]["due_local"], "2026-02-02T16:00:00+01:00");
    }
}

#[test]
fn an_hour_that_comes_twice_counts_once_where_hours_meet_in_it() {
    // The night closes at the second 02:30, the morning opens at the first.
    let desk = calendar(
        r#"{"timezone": "Europe/Oslo", "holidays": "none", "week": {"sun": [["00:00","02:30"],["02:30","06:00"]]}}"#,
    );
    assert_eq!(desk.working_seconds(at("2026-10-24T22:00"), at("2026-10-25T12:00")), 7 * 3600);
    assert_eq!(desk.after(at("2026-10-24T22:00"), 7 * 3600), Some(at("2026-10-25T05:00")));
}

#[test]
fn clocks_that_go_back_over_midnight_keep_the_night_before_the_day_before_open() {
    // On 29 October 2006 at 00:01 it became 23:01 of the 28th; the hours of the 27th last until the second 23:45.
    let bar = calendar(
        r#"{"timezone": "America/St_Johns", "holidays": "none", "week": {"fri": [["23:50","23:45"]]}}"#,
    );
    let midnight = at("2006-10-29T02:30");
    assert_eq!(bar.working_seconds(midnight, at("2006-10-29T12:00")), 45 * 60);
}

#[test]
fn other_hours_hold_from_their_day_and_a_day_of_its_own_goes_before_both() {
    let week = |hours: &str| {
        calendar(&format!(
            r#"{{"timezone": "Europe/Oslo", "holidays": "none", "week": {{"mon": [{hours}], "tue": [{hours}], "wed": [{hours}]}}}}"#
        ))
    };
    let (monday, tuesday) = ("2026-02-02".parse().unwrap(), "2026-02-03".parse().unwrap());
    let wednesday: chrono::NaiveDate = "2026-02-04".parse().unwrap();
    let closed = [(wednesday, worktime::DayHours::default())].into();
    let desk = week(r#"["22:00","06:00"]"#)
        .followed_by(tuesday, week(r#"["05:00","13:00"]"#))
        .with_exceptions(closed);
    assert!(desk.has_overlap_at(monday) && desk.has_overlap_at(tuesday) && !desk.has_overlap_at(wednesday));
    // Monday's night lasts until six, Tuesday begins at five: the hour between counts once.
    assert_eq!(desk.working_seconds(at("2026-02-02T12:00"), at("2026-02-06T12:00")), 15 * 3600);
    assert_eq!(desk.after(at("2026-02-02T12:00"), 15 * 3600), Some(at("2026-02-03T12:00")));
}
