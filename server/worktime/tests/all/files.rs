//! What is wrong with a file is said with its place.

use worktime::file::{answer, read_calendars, read_cases};

fn calendar_error(calendar: &str) -> String {
    read_calendars(&format!(r#"{{"desk": {calendar}}}"#)).unwrap_err().to_string()
}

#[test]
fn a_calendar_that_cannot_be_is_refused_with_its_place() {
    let zone = r#""timezone": "Europe/Oslo""#;
    for (calendar, parts) in [
        (
            r#"{"timezone": "Europe/Olso", "week": {}, "holidays": "NO"}"#.to_owned(),
            &["desk.timezone", "Europe/Olso", "IANA"][..],
        ),
        (format!(r#"{{{zone}, "holidays": "NO"}}"#), &["desk", "week"]),
        (format!(r#"{{{zone}, "week": {{}}}}"#), &["desk", "holidays"]),
        (format!(r#"{{{zone}, "week": {{}}, "holidays": "SE"}}"#), &["desk.holidays", "SE", "NO", "none"]),
        (
            format!(r#"{{{zone}, "week": {{"monday": []}}, "holidays": "NO"}}"#),
            &["desk.week", "monday", "mon"],
        ),
        (
            format!(r#"{{{zone}, "week": {{}}, "holidays": "NO", "half_day": {{}}}}"#),
            &["desk", "half_day", "half_days"],
        ),
        (
            format!(
                r#"{{{zone}, "week": {{}}, "holidays": "NO", "half_days": {{"midsummer_eve": "12:00"}}}}"#
            ),
            &["desk.half_days", "midsummer_eve", "christmas_eve"],
        ),
        (
            format!(r#"{{{zone}, "week": {{}}, "holidays": "NO", "half_days": {{"easter_eve": "noon"}}}}"#),
            &["desk.half_days.easter_eve", "noon"],
        ),
        (
            format!(
                r#"{{{zone}, "week": {{"mon": [["08:00","12:00"],["11:00","16:00"]]}}, "holidays": "NO"}}"#
            ),
            &["desk.week.mon", "11:00–16:00", "08:00–12:00", "overlap"],
        ),
        (
            format!(r#"{{{zone}, "week": {{"mon": [["8:00","12:00"]]}}, "holidays": "NO"}}"#),
            &["desk.week.mon[0]", "8:00"],
        ),
        (
            format!(r#"{{{zone}, "week": {{"mon": [["24:00","12:00"]]}}, "holidays": "NO"}}"#),
            &["desk.week.mon[0]", "24:00"],
        ),
        (
            format!(r#"{{{zone}, "week": {{"mon": [["08:00"]]}}, "holidays": "NO"}}"#),
            &["desk.week.mon[0]", "2"],
        ),
        (
            format!(
                r#"{{{zone}, "week": {{"sun": [["22:00","06:00"]], "mon": [["05:00","09:00"]]}}, "holidays": "NO"}}"#
            ),
            &["desk", "week", "sun 22:00–06:00", "mon 05:00–09:00"],
        ),
        (
            format!(
                r#"{{{zone}, "week": {{"fri": [["22:00","06:00"]]}}, "holidays": "NO",
                    "exceptions": {{"2026-11-28": [["05:00","09:00"]]}}}}"#
            ),
            &["desk", "2026-11-28", "22:00–06:00", "05:00–09:00"],
        ),
        (
            format!(r#"{{{zone}, "week": {{}}, "holidays": "NO", "exceptions": {{"2026-02-30": []}}}}"#),
            &["desk.exceptions", "(line 1, column "],
        ),
        (
            format!(
                r#"{{{zone}, "week": {{}}, "holidays": "NO", "exceptions": {{"2026-02-03": [], "2026-02-03": []}}}}"#
            ),
            &["desk.exceptions", "2026-02-03", "twice"],
        ),
    ] {
        let error = calendar_error(&calendar);
        for part in parts {
            assert!(error.contains(part), "{error} has no {part}");
        }
    }
}

#[test]
fn two_calendars_of_one_name_are_refused_instead_of_the_last_one_winning() {
    let calendar = r#"{"timezone": "Europe/Oslo", "week": {}, "holidays": "NO"}"#;
    let error =
        read_calendars(&format!(r#"{{"desk": {calendar}, "desk": {calendar}}}"#)).unwrap_err().to_string();
    assert!(error.contains(r#""desk" is there twice"#), "{error}");
    assert!(read_calendars("{}").unwrap().is_empty());
    assert!(read_calendars("{} {}").is_err() && read_calendars("").is_err() && read_calendars("[]").is_err());
}

#[test]
fn nights_that_a_holiday_or_an_exception_keeps_apart_are_no_overlap() {
    let calendar = |exceptions: &str| {
        format!(
            r#"{{"desk": {{"timezone": "Europe/Oslo", "week": {{"fri": [["22:00","06:00"]]}}, "holidays": "NO",
                "exceptions": {exceptions}}}}}"#
        )
    };
    assert!(
        read_calendars(&calendar(r#"{"2026-12-26": [["05:00","09:00"]]}"#)).is_ok(),
        "25 December is closed"
    );
    assert!(read_calendars(&calendar(r#"{"2026-11-28": [["05:00","09:00"]], "2026-11-27": []}"#)).is_ok());
    assert!(read_calendars(&calendar(r#"{"2026-11-28": [["06:00","09:00"]]}"#)).is_ok());
}

/// A case with another clock, events or moment of looking than a sound one.
fn case_error(clock: &str, events: &str, as_of: &str) -> String {
    let case = format!(
        r#"{{"id": "k1", "calendar": "desk", "clock": {clock}, "events": {events}, "as_of": "{as_of}"}}"#
    );
    read_cases(&format!(r#"{{"cases": [{case}]}}"#)).unwrap_err().to_string()
}

const CLOCK: &str = r#"{"unit": "days", "n": 5, "stops": "answered"}"#;
const AS_OF: &str = "2026-02-03T09:00:00Z";

#[test]
fn a_clock_that_cannot_be_is_refused_with_its_place() {
    for (clock, parts) in [
        (
            r#"{"unit": "weeks", "n": 5, "stops": "answered"}"#,
            &["cases[0].clock.unit", "weeks", "minutes"][..],
        ),
        (r#"{"unit": "days", "n": 0, "stops": "answered"}"#, &["cases[0].clock", "n is 0"]),
        (r#"{"unit": "days", "n": -1, "stops": "answered"}"#, &["cases[0].clock.n", "-1"]),
        (r#"{"unit": "days", "n": 1.5, "stops": "answered"}"#, &["cases[0].clock.n", "1.5"]),
        (r#"{"unit": "hours", "n": 4000000000, "stops": "answered"}"#, &["cases[0].clock", "10000"]),
        (
            r#"{"unit": "days", "n": 5, "stops": "answered", "investigating": 0}"#,
            &["clock", "investigating is 0"],
        ),
        (r#"{"unit": "days", "n": 5}"#, &["cases[0].clock", "stops"]),
        (r#"{"unit": "days", "n": 5, "stops": "paused"}"#, &["cases[0].clock", "stops", "paused"]),
        (
            r#"{"unit": "days", "n": 5, "stops": "answered", "repeats_at": "answered"}"#,
            &["clock", "repeats_at"],
        ),
        (
            r#"{"unit": "days", "n": 5, "stops": "investigating", "investigating": 20}"#,
            &["cases[0].clock", "stops", "investigating"],
        ),
        (r#"{"unit": "days", "n": 5, "stops": "answered", "repeat_at": "updated"}"#, &["clock", "repeat_at"]),
    ] {
        let error = case_error(clock, "[]", AS_OF);
        for part in parts {
            assert!(error.contains(part), "{error} has no {part}");
        }
    }
}

#[test]
fn events_that_cannot_be_are_refused_with_their_place() {
    let event = |rest: &str| format!(r#"[{{"at": "2026-02-03T09:00:00Z", {rest}}}]"#);
    for (events, parts) in [
        (event(r#""event": "received""#), &["cases[0].events[0]", "team"][..]),
        (event(r#""event": "handed_over", "team": """#), &["cases[0].events[0]", "handed_over", "team"]),
        (event(r#""event": "extended""#), &["cases[0].events[0]", "by"]),
        (event(r#""event": "extended", "by": 2.5"#), &["cases[0].events[0]", "by", "whole"]),
        (event(r#""team": "A""#), &["cases[0].events[0]", "event"]),
        (r#"[{"at": "2026-02-03T09:00:00", "event": "paused"}]"#.to_owned(), &["cases[0].events[0].at", "offset"]),
        (r#"[{"at": "2026-02-03T09:00:00.5Z", "event": "paused"}]"#.to_owned(), &["events[0].at", "whole seconds"]),
        (r#"[{"at": "2026-02-30T09:00:00Z", "event": "paused"}]"#.to_owned(), &["events[0].at", "2026-02-30"]),
        (
            r#"[{"at": "2026-02-03T09:00:00Z", "event": "noted"}, {"at": "2026-02-03T09:30:00+01:00", "event": "noted"}]"#
                .to_owned(),
            &["cases[0].events", "event 1 is earlier than event 0"],
        ),
    ] {
        let error = case_error(CLOCK, &events, AS_OF);
        for part in parts {
            assert!(error.contains(part), "{error} has no {part}");
        }
    }
    assert!(case_error(CLOCK, "[]", "yesterday").contains("cases[0].as_of"));
}

#[test]
fn a_case_of_a_calendar_that_there_is_not_is_refused_by_name() {
    let cases = format!(
        r#"[{{"id": "k1", "calendar": "desc", "clock": {CLOCK}, "events": [], "as_of": "{AS_OF}"}}]"#
    );
    let calendars =
        read_calendars(r#"{"desk": {"timezone": "Europe/Oslo", "week": {}, "holidays": "NO"}}"#).unwrap();
    let error = answer(&read_cases(&cases).unwrap(), &calendars).unwrap_err().to_string();
    assert!(["case k1", "desc", "desk"].iter().all(|part| error.contains(part)), "{error}");
}
