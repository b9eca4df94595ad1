//! `trivsel clocks` as a user meets it.

use std::process::{Command, Output};

fn clocks(cases: &str, calendars: &str, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("cases.json"), cases).unwrap();
    std::fs::write(folder.path().join("calendars.json"), calendars).unwrap();
    Command::new(env!("CARGO_BIN_EXE_trivsel"))
        .current_dir(folder.path())
        .args(["clocks", "cases.json", "--calendars", "calendars.json"])
        .args(arguments)
        .output()
        .unwrap()
}

const CALENDARS: &str = r#"{"desk": {"timezone": "Europe/Oslo", "holidays": "NO", "half_days": {"christmas_eve": "12:00"},
    "week": {"mon": [["08:00", "16:00"]], "thu": [["08:00", "11:30"], ["12:00", "16:00"]]},
    "exceptions": {"2026-11-30": []}}}"#;

const CASES: &str = r#"{"cases": [{"id": "K-1", "calendar": "desk", "as_of": "2026-12-21T12:00:00+01:00",
    "clock": {"unit": "days", "n": 2, "stops": "answered"},
    "events": [{"at": "2026-12-14T10:00:00+01:00", "event": "received", "team": "Desk"},
               {"at": "2026-12-17T13:00:00+01:00", "event": "paused"},
               {"at": "2026-12-17T14:00:00+01:00", "event": "resumed"}]}]}"#;

#[test]
fn the_example_of_the_help_comes_out_as_the_help_says() {
    let output = clocks(CASES, CALENDARS, &[]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert_eq!(text, "K-1  running  in time  used 16:30:00 of 21:30:00  due 2026-12-24 09:00:00\n");
    let help = Command::new(env!("CARGO_BIN_EXE_trivsel")).args(["clocks", "--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    for line in [CASES, CALENDARS, &text].into_iter().flat_map(str::lines).map(str::trim) {
        assert!(help.contains(line), "{line}");
    }
}

#[test]
fn json_has_every_run_and_every_event_that_changed_nothing() {
    let cases = CASES.replace("\"paused\"", "\"resumed\"");
    let output = clocks(&cases, CALENDARS, &["--json"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        text.trim(),
        r#"[{"id":"K-1","runs":[{"start":"2026-12-14T09:00:00Z","counting_from":"2026-12-14T09:00:00Z","budget":77400,"warn_at":"2026-12-21T10:42:00Z","due":"2026-12-21T15:00:00Z","due_local":"2026-12-21T16:00:00+01:00","stopped_at":null,"elapsed":63000,"remaining":14400,"paused":0,"state":"running","is_late":false,"shares":{"Desk":63000}}],"refused":[{"event":1,"why":"not_paused"},{"event":2,"why":"not_paused"}]}]"#
    );
}

#[test]
fn a_pause_a_refusal_and_a_unit_that_never_opens_are_told_in_words() {
    let cases = CASES.replace("\"resumed\"", "\"paused\"");
    let text = String::from_utf8(clocks(&cases, CALENDARS, &[]).stdout).unwrap();
    assert_eq!(
        text,
        "K-1  paused  in time  used 10:30:00 of 21:30:00  due when it goes on\n\
         K-1  event 2 changed nothing: it was paused already\n"
    );
    let never = r#"{"desk": {"timezone": "Europe/Oslo", "holidays": "none", "week": {}}}"#;
    let text = String::from_utf8(clocks(CASES, never, &[]).stdout).unwrap();
    assert_eq!(text, "K-1  the unit never opens\n");
}

#[test]
fn what_cannot_be_read_or_contradicts_itself_is_one_line_and_exit_code_2() {
    let with = |from: &str, to: &str| (CASES.replace(from, to), CALENDARS.replace(from, to));
    for ((cases, calendars), file, part) in [
        (("{".to_owned(), CALENDARS.to_owned()), "cases.json", "line 1"),
        (with("Europe/Oslo", "Europe/Olso"), "calendars.json", "desk.timezone"),
        (with("11:30", "12:30"), "calendars.json", "desk.week.thu: 12:00–16:00 begins before 08:00–12:30"),
        (with("christmas_eve", "midsummer_eve"), "calendars.json", "midsummer_eve"),
        (with("\"unit\": \"days\"", "\"unit\": \"weeks\""), "cases.json", "cases[0].clock.unit"),
        (with("\"calendar\": \"desk\"", "\"calendar\": \"till\""), "cases.json", "case K-1"),
        (with("T13:00:00+01:00", "T13:00:00"), "cases.json", "cases[0].events[1].at"),
        (with("T14:00:00", "T12:00:00"), "cases.json", "event 2 is earlier than event 1"),
        (with("\"team\"", "\"taem\""), "cases.json", "cases[0].events[0]"),
    ] {
        let output = clocks(&cases, &calendars, &["--json"]);
        let line = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert_eq!(line.lines().count(), 1, "{line}");
        assert!(line.contains(part) && line.contains(file), "{line}");
        assert!(output.stdout.is_empty());
    }
}
