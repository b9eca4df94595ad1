//! The reverse question, on data made so that the answer is known.

use stats::link::Options;
use stats::link::reverse::reverse;
use stats::panel::{Panel, Row};
use stats::random::SplitMix64;

/// Strain is a multiple of last period's complaint rate, plus noise.
fn complaints_first(effect: f64) -> Panel {
    let mut random = SplitMix64::new(11);
    let mut rows = Vec::new();
    for unit in 0..12 {
        let mut before = 0.0;
        for period in 0..60 {
            let noise = random.below(1000) as f64 / 100.0;
            let strain = 40.0 + f64::from(unit) + effect * before + noise;
            before = random.below(20) as f64;
            rows.push(Row { unit, period, count: before, exposure: 1000.0, predictors: vec![Some(strain)] });
        }
    }
    Panel::new((0..12).map(|unit| unit.to_string()).collect(), vec!["strain".into()], rows).expect("sound")
}

#[test]
fn complaints_that_go_first_are_found_and_noise_is_not() {
    let options = Options { lags: Some((1, 1)), min_present: 1, ..Options::default() };
    let found = reverse(&complaints_first(1.0), &options, 0).expect("a question").expect("an answer");
    // Rates of 0 to 19 have a standard deviation of 5.77.
    assert!((found.estimate - 5.77).abs() < 0.4, "{found:?}");
    assert!(found.p < 1e-6 && found.interval[0] > 0.0);
    let nothing = reverse(&complaints_first(0.0), &options, 0).expect("a question").expect("an answer");
    assert!(nothing.p > 0.05, "{nothing:?}");
}

#[test]
fn too_few_units_have_no_answer() {
    let mut panel = complaints_first(1.0);
    panel.rows.retain(|row| row.unit < 2);
    assert_eq!(reverse(&panel, &Options::default(), 0), Ok(None));
    assert!(reverse(&panel, &Options::default(), 1).is_err());
}

#[test]
fn the_synthetic_panel_has_an_answer() {
    let found =
        reverse(&crate::common::panel(), &Options::default(), 0).expect("a question").expect("an answer");
    assert_eq!((found.units, found.n), (12, 1224));
}
