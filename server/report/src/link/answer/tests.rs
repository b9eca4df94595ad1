//! What is said of arbitrary tables.

use domain::Lang;
use stats::{
    link::{
        Options, analyse,
        headline::{Headline, Setting, headline},
    },
    panel::{Panel, Row},
};

use super::lines;
use crate::link::{Material, Names, Question};

/// Words that claim more than the figures can, in both languages.
const FORBIDDEN: [&str; 10] = [
    "causes",
    "caused by",
    "leads to",
    "proves",
    "proven",
    "there is no link",
    "forårsaker",
    "fører til",
    "beviser",
    "det er ingen sammenheng",
];

fn is_modest(text: &str) -> bool {
    let text = text.to_lowercase();
    // Numbers that are none; "variance inflation" is a term.
    let is_number = |word: &str| !["nan", "inf", "infinity"].contains(&word);
    FORBIDDEN.iter().all(|word| !text.contains(word))
        && text.split(|c: char| !c.is_alphabetic()).all(is_number)
}

/// A table with `units` over `periods`, put together from arbitrary numbers.
fn question(units: u32, cells: &[(u32, u32, Option<u32>)]) -> Question {
    let periods = (cells.len() as u32 / units).max(1);
    let rows = cells.iter().enumerate().filter(|(place, _)| (*place as u32) < units * periods);
    let rows = rows.map(|(place, (count, exposure, value))| Row {
        unit: place as u32 / periods,
        period: i64::from(place as u32 % periods),
        count: f64::from(*count),
        exposure: f64::from(*exposure),
        predictors: vec![value.map(f64::from), Some(f64::from(count % 3))],
    });
    let names = Names { file: "a.csv".into(), count: "complaints".into(), exposure: None };
    let panel = Panel {
        units: (0..units).map(|unit| unit.to_string()).collect(),
        predictors: vec!["strain".into(), "mood".into()],
        rows: rows.collect(),
    };
    Question { panel, span: ("1".into(), "9".into()), names }
}

fn of(question: &Question, options: &Options) -> Headline {
    headline(&question.panel, options, &Setting::default()).unwrap()
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig {
        cases: 24, failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn no_table_makes_the_words_claim_too_much(
        units in 1_u32..15,
        cells in proptest::collection::vec((0_u32..9, 0_u32..300, proptest::option::of(0_u32..101)), 1..400),
    ) {
        let question = question(units, &cells);
        for lags in [None, Some((1, 2))] {
            let options = Options { lags, min_present: 1, ..Options::default() };
            let report = analyse(&question.panel, &options).unwrap();
            for lang in Lang::ALL {
                let said = lines(&question, &report, &of(&question, &options), lang).join("\n");
                proptest::prop_assert!(is_modest(&said), "{}", said);
                proptest::prop_assert!(!said.contains("panel-") && !said.contains("link-"), "{}", said);
            }
        }
    }
}

#[test]
fn a_report_stands_alone_and_is_modest_in_both_languages() {
    let cells: Vec<(u32, u32, Option<u32>)> =
        (0_u32..12 * 80).map(|i| ((i * 7919) % 11, 200 + (i * 31) % 90, Some((i * 104_729) % 101))).collect();
    let question = question(12, &cells);
    let options = Options::default();
    let report = analyse(&question.panel, &options).unwrap();
    for lang in Lang::ALL {
        let headline = of(&question, &options);
        let (question, report, headline) = (&question, &report, &headline);
        let html = Material { lang, question, report, headline, options: &options }.html();
        let Ok(html) = html else { panic!("no report") };
        let words = html.split("</style>").last().unwrap();
        assert!(is_modest(words));
        assert!(html.matches("<figure>").count() >= 6, "{}", html.matches("<figure>").count());
        for outside in ["http://", "https://", "src=", "href=", "<script"] {
            assert!(!html.contains(outside), "{outside}");
        }
    }
}

#[test]
fn a_rate_that_never_varies_gets_a_reason_and_no_percentage() {
    let cells: Vec<(u32, u32, Option<u32>)> = (0_u32..480).map(|i| (5, 100, Some(i * 37 % 101))).collect();
    let mut question = question(12, &cells);
    question.panel.predictors.truncate(1);
    question.panel.rows.iter_mut().for_each(|row| row.predictors.truncate(1));
    let options = Options { lags: None, ..Options::default() };
    let report = analyse(&question.panel, &options).unwrap();
    for lang in Lang::ALL {
        let said = lines(&question, &report, &of(&question, &options), lang);
        assert!(!said.join(" ").contains('%'), "{said:?}");
    }
    let said = lines(&question, &report, &of(&question, &options), Lang::En);
    assert!(said[0].contains("the rate does not vary"), "{said:?}");
}
