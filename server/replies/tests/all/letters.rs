//! Agreement with labels that people gave to whole letters. The letters were written for this test.

use domain::Lang;
use replies::{Label, Report, Step, check};
use serde::Deserialize;

#[derive(Deserialize)]
struct Letter {
    id: String,
    lang: String,
    text: String,
    sorry: bool,
    hollow: bool,
    owns: bool,
    excuse: bool,
    step: String,
    thanks: bool,
}

fn letters() -> Vec<(Letter, Report)> {
    include_str!("../data/letters.jsonl")
        .lines()
        .map(|line| {
            let letter: Letter = serde_json::from_str(line).unwrap();
            let report = check(&letter.text, Lang::from_tag(&letter.lang).unwrap());
            (letter, report)
        })
        .collect()
}

/// Precision and recall.
fn agreement(people: fn(&Letter) -> bool, ours: fn(&Report) -> bool) -> (f64, f64) {
    let all = letters();
    let count = |wanted: fn(bool, bool) -> bool| {
        let number = all.iter().filter(|(letter, report)| wanted(people(letter), ours(report))).count();
        f64::from(u32::try_from(number).unwrap())
    };
    let both = count(|people, ours| people && ours);
    (both / count(|_, ours| ours), both / count(|people, _| people))
}

fn f1((precision, recall): (f64, f64)) -> f64 {
    2.0 * precision * recall / (precision + recall)
}

#[test]
fn the_check_list_agrees_with_people_well_enough_to_be_useful() {
    let sorry = f1(agreement(|letter| letter.sorry, |report| report.has(Label::Sorry)));
    let owns = f1(agreement(|letter| letter.owns, |report| report.has(Label::Owns)));
    let dated = f1(agreement(|letter| letter.step == "dated", |report| report.step() == Step::Dated));
    let thanks = f1(agreement(|letter| letter.thanks, |report| report.has(Label::Thanks)));
    let (excuse, _) = agreement(|letter| letter.excuse, |report| report.has(Label::Excuse));
    let (_, hollow) = agreement(|letter| letter.hollow, |report| report.has(Label::Hollow));
    assert!(
        sorry >= 0.95 && owns >= 0.90 && dated >= 0.90 && thanks >= 0.90,
        "{sorry} {owns} {dated} {thanks}"
    );
    assert!(excuse >= 0.95, "a false reproach is worse than a missed one: {excuse}");
    assert!(hollow >= 0.75, "{hollow}");
}

#[test]
fn an_apology_is_never_real_and_hollow_at_once_and_a_step_never_dated_and_undated() {
    for (letter, report) in letters() {
        assert!(!(report.has(Label::Sorry) && report.has(Label::Hollow)), "{}", letter.id);
        assert!(!(report.has(Label::Dated) && report.has(Label::Undated)), "{}", letter.id);
    }
}
