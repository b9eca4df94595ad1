//! Whatever the data, an answer or a reason: never a panic, never a number that is none.

use proptest::prelude::*;
use stats::link::{
    Options, PeriodEffects, almon, analyse, backtest, comparison, profile, reverse, sensitivity,
};
use stats::panel::{Panel, Row};
use stats::spc::{self, Count, Kind};

fn number() -> impl Strategy<Value = f64> + Clone {
    prop_oneof![
        4 => (0_u32..5).prop_map(f64::from),
        2 => 0.0..1000.0_f64,
        1 => Just(0.0),
        1 => prop::sample::select(vec![1e-300, 1e-9, 1e9, 1e150, 1e300]),
    ]
}

fn predictor() -> impl Strategy<Value = Option<f64>> + Clone {
    prop_oneof![
        3 => (0_u32..4).prop_map(|value| Some(f64::from(value) * 25.0)),
        3 => (0.0..100.0_f64).prop_map(Some),
        1 => Just(None),
        1 => prop::sample::select(vec![-1e300, -1e9, 1e-300, 1e9, 1e300]).prop_map(Some),
    ]
}

fn tame(count: f64) -> f64 {
    count.min(1000.0).floor()
}

/// Count, exposure, predictors, and 0 for a row to leave out.
type Cell = (f64, f64, Vec<Option<f64>>, u8);

/// Up to nine units and fourteen periods, some of them missing.
fn some_panel(predictors: usize, is_tame: bool) -> impl Strategy<Value = Panel> {
    let cell = (number(), number(), prop::collection::vec(predictor(), predictors), 0_u8..8);
    (1_usize..10, 1_usize..15).prop_flat_map(move |(units, periods)| {
        prop::collection::vec(cell.clone(), units * periods).prop_map(move |cells| {
            let row = |(place, (count, exposure, predictors, keep)): (usize, Cell)| {
                let (unit, period) = ((place / periods) as u32, (place % periods) as i64);
                let (count, exposure) =
                    if is_tame { (tame(count), exposure.clamp(1.0, 1e4)) } else { (count, exposure) };
                (keep > 0).then_some(Row { unit, period, count, exposure, predictors })
            };
            Panel {
                units: (0..units).map(|unit| unit.to_string()).collect(),
                predictors: (0..predictors).map(|k| format!("x{k}")).collect(),
                rows: cells.into_iter().enumerate().filter_map(row).collect(),
            }
        })
    })
}

/// Whether a debug print holds neither NaN nor an infinity; words such as "inflation" may occur.
fn is_free_of_non_numbers(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').all(|word| word != "NaN" && word != "inf")
}

fn check(panel: &Panel) {
    for lags in [None, Some((1, 2))] {
        for period_effects in [PeriodEffects::Auto, PeriodEffects::Yes, PeriodEffects::No] {
            let options = Options { lags, min_present: 1, period_effects, seed: 1, ..Options::default() };
            let report = analyse(panel, &options).expect("the panel does not contradict itself");
            let json = serde_json::to_string(&report).expect("serialisable");
            // A number that is none is serialised as null, and absent fields are left out.
            assert!(!json.contains("null"), "{json}");
            assert!(!report.terms.is_empty() || !report.gates.is_empty());
            for term in &report.terms {
                for p in [term.p.cv3l_t, term.p.signflip, term.p.circular_shift, term.p.reported]
                    .into_iter()
                    .flatten()
                {
                    assert!((0.0..=1.0).contains(&p), "{json}");
                }
            }
            for name in &panel.predictors {
                let summary = format!("{:?}", report.summary(name, 10.0));
                assert!(is_free_of_non_numbers(&summary), "{summary}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_panel_has_an_answer_or_a_reason(panel in some_panel(1, false)) {
        check(&panel);
    }

    #[test]
    fn two_predictors_have_an_answer_or_a_reason(panel in some_panel(2, true)) {
        check(&panel);
    }

    #[test]
    fn the_other_questions_have_an_answer_or_a_reason(panel in some_panel(2, true)) {
        // Stretched in time, so that lags, leads and a year of training can be found.
        let mut panel = panel;
        let rows = panel.rows.clone();
        for repeat in 1..6 {
            panel.rows.extend(rows.iter().map(|row| Row { period: row.period + 14 * repeat, ..row.clone() }));
        }
        let options = Options { min_present: 1, ..Options::default() };
        let answers = [
            serde_json::to_string(&profile::profile(&panel, &options).expect("sound")),
            serde_json::to_string(&almon::distributed(&panel, &options).expect("sound")),
            serde_json::to_string(&backtest::backtest(&panel, &options, 1).expect("sound")),
            serde_json::to_string(&backtest::backtest(&panel, &options, 4).expect("sound")),
        ];
        for answer in answers {
            let answer = answer.expect("serialisable");
            prop_assert!(!answer.contains("null"), "{}", answer);
        }
        let reversed = reverse::reverse(&panel, &options, 0).expect("sound");
        let maybe = (reversed, comparison::compare(&panel, &options, 1), sensitivity::sensitivity(&panel, &options));
        let text = format!("{maybe:?}");
        prop_assert!(is_free_of_non_numbers(&text), "{}", text);
    }

    #[test]
    fn any_series_has_a_chart(values in prop::collection::vec(prop::option::of((number(), number())), 0..40)) {
        let counts: Vec<Option<Count>> = values
            .iter()
            .map(|value| value.map(|(count, exposure)| Count { count: if exposure > 0.0 { count } else { 0.0 }, exposure }))
            .collect();
        let shares: Vec<Option<Count>> = counts
            .iter()
            .map(|value| value.map(|v| Count { count: v.count.min(v.exposure), ..v }))
            .collect();
        let single: Vec<Option<f64>> = values.iter().map(|value| value.map(|(count, _)| count)).collect();
        for chart in [
            spc::rates(&counts, Kind::U),
            spc::rates(&counts, Kind::Laney),
            spc::proportions(&shares, Kind::P),
            spc::proportions(&shares, Kind::LaneyP),
            spc::xmr(&single, true),
        ] {
            // A count over next to nothing may be beyond all numbers; that is an error with a place.
            let Ok(chart) = chart else { continue };
            prop_assert_eq!(chart.points.len(), values.len());
            for point in &chart.points {
                for value in [point.value, point.lower, point.upper, point.near_lower, point.near_upper] {
                    prop_assert!(value.is_none_or(f64::is_finite), "{:?}", point);
                }
                if let (Some(lower), Some(upper)) = (point.lower, point.upper) {
                    prop_assert!(lower <= upper, "{:?}", point);
                }
            }
        }
    }
}
