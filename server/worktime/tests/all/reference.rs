//! Eighty cases whose figures were reckoned by two other programs, some by hand.

use serde_json::{Value, json};
use worktime::file::{answer, read_calendars, read_cases};

const CALENDARS: &str = include_str!("../data/calendars.json");
const CASES: &str = include_str!("../data/cases.json");

#[test]
fn every_field_of_every_reference_case_comes_out() {
    let answers = answer(&read_cases(CASES).unwrap(), &read_calendars(CALENDARS).unwrap()).unwrap();
    let file: Value = serde_json::from_str(CASES).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert_eq!((cases.len(), answers.len()), (80, 80));
    for (case, answer) in cases.iter().zip(answers) {
        let expected = &case["expected"];
        let expected = json!({"id": case["id"], "runs": expected["runs"], "refused": expected["refused"]});
        assert_eq!(serde_json::to_value(&answer).unwrap(), expected, "{}", case["about"]);
    }
}

#[test]
fn the_keys_of_an_answer_keep_their_order() {
    let cases: Vec<_> = read_cases(CASES).unwrap().into_iter().take(1).collect();
    let text = serde_json::to_string(&answer(&cases, &read_calendars(CALENDARS).unwrap()).unwrap()).unwrap();
    assert_eq!(
        text,
        r#"[{"id":"c001","runs":[{"start":"2026-02-03T09:15:00Z","counting_from":"2026-02-03T09:15:00Z","budget":164700,"warn_at":"2026-02-09T13:51:00Z","due":"2026-02-10T15:00:00Z","due_local":"2026-02-10T16:00:00+01:00","stopped_at":"2026-02-09T13:00:00Z","elapsed":128700,"remaining":36000,"paused":0,"state":"stopped","is_late":false,"shares":{"A":128700}}],"refused":[]}]"#
    );
}
