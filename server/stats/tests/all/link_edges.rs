//! What the analysis declines to answer, and how it says so.

use crate::common::panel;
use stats::link::{Gate, LinkError, Options, PeriodEffects, Severity, TimeEffects, Verdict, analyse};
use stats::panel::{Panel, PanelError, Row};
use stats::random::SplitMix64;

/// Counts with a given rate ratio per point of a predictor that swings between 30 and 70.
fn made_up(units: u32, periods: i64, exposure: f64) -> Panel {
    let mut random = SplitMix64::new(7);
    let mut rows = Vec::new();
    for unit in 0..units {
        for period in 0..periods {
            let strain = 30.0 + random.below(41) as f64;
            let count = random.below(1 + (exposure * 0.02) as u64) as f64;
            rows.push(Row { unit, period, count, exposure, predictors: vec![Some(strain)] });
        }
    }
    Panel::new((0..units).map(|unit| unit.to_string()).collect(), vec!["strain".into()], rows).expect("sound")
}

fn gates(panel: &Panel, lags: Option<(i32, i32)>) -> (Vec<Gate>, Verdict, usize) {
    let report = analyse(panel, &Options { lags, ..Options::default() }).expect("a report");
    (report.gates.clone(), report.summary(&panel.predictors[0], 10.0).verdict, report.terms.len())
}

#[test]
fn nothing_in_nothing_out() {
    let empty = Panel { units: vec![], predictors: vec!["strain".into()], rows: vec![] };
    assert_eq!(gates(&empty, None), (vec![Gate::NoData], Verdict::NotEstimable, 0));
}

#[test]
fn one_or_two_units_are_not_compared() {
    for units in [1, 2] {
        let wanted = Gate::TooFewUnits { units: u64::from(units), needed: 3 };
        assert_eq!(gates(&made_up(units, 60, 500.0), None), (vec![wanted], Verdict::NotEstimable, 0));
    }
}

#[test]
fn a_few_units_are_described_and_some_more_give_an_early_answer() {
    let (few, verdict, terms) = gates(&made_up(4, 60, 500.0), None);
    assert_eq!((verdict, terms), (Verdict::Descriptive, 1));
    assert!(few.contains(&Gate::DescriptiveOnly { units: 4, needed: 6 }));
    let (more, _, _) = gates(&made_up(8, 60, 500.0), None);
    assert_eq!(more, vec![Gate::EarlySignal { units: 8, needed: 12 }]);
}

#[test]
fn units_without_events_are_no_units() {
    let mut panel = made_up(4, 60, 500.0);
    panel.rows.iter_mut().for_each(|row| row.count = 0.0);
    assert_eq!(gates(&panel, None).0, vec![Gate::NoEvents]);
}

#[test]
fn a_predictor_that_never_moves_has_no_slope() {
    let mut panel = made_up(12, 60, 500.0);
    panel.rows.iter_mut().for_each(|row| row.predictors = vec![Some(f64::from(row.unit))]);
    let (gates, verdict, _) = gates(&panel, None);
    let never = Gate::NoVariation { predictor: "strain".into() };
    assert_eq!((gates, verdict), (vec![never], Verdict::NotEstimable));
}

#[test]
fn of_two_predictors_the_one_that_never_moves_is_named() {
    let mut panel = made_up(12, 60, 500.0);
    panel.predictors.push("headcount".into());
    panel.rows.iter_mut().for_each(|row| row.predictors.push(Some(9.0)));
    let (gates, verdict, _) = gates(&panel, None);
    assert!(gates.contains(&Gate::NoVariation { predictor: "headcount".into() }));
    assert_eq!(verdict, Verdict::NotEstimable);
}

#[test]
fn two_predictors_that_are_one_cannot_be_told_apart() {
    let mut panel = made_up(12, 60, 500.0);
    panel.predictors.push("stress".into());
    for row in &mut panel.rows {
        let twin = row.predictors[0].map(|value| 100.0 - value);
        row.predictors.push(twin);
    }
    let (gates, verdict, terms) = gates(&panel, None);
    let Gate::NotSeparable { variance_inflation, .. } = &gates[0] else { panic!("{gates:?}") };
    let tied: Vec<_> = variance_inflation.iter().map(|tied| (tied.predictor.as_str(), tied.factor)).collect();
    assert_eq!(tied, [("strain", None), ("stress", None)]);
    assert_eq!((verdict, terms), (Verdict::NotEstimable, 0));
}

#[test]
fn a_predictor_all_units_share_cannot_be_told_from_the_periods() {
    let mut panel = made_up(12, 60, 500.0);
    panel.rows.iter_mut().for_each(|row| row.predictors = vec![Some((row.period % 7) as f64 * 10.0)]);
    assert!(matches!(gates(&panel, None).0[0], Gate::NotSeparable { .. }));
}

#[test]
fn perfect_separation_is_not_estimable() {
    let mut panel = made_up(12, 60, 500.0);
    for row in &mut panel.rows {
        let is_high = row.predictors[0].is_some_and(|value| value > 50.0);
        row.predictors = vec![Some(if is_high { 80.0 } else { 20.0 })];
        row.count = if is_high { 5.0 } else { 0.0 };
    }
    for period_effects in [PeriodEffects::Yes, PeriodEffects::No] {
        let options = Options { lags: None, period_effects, ..Options::default() };
        let report = analyse(&panel, &options).expect("a report");
        assert_eq!(report.summary("strain", 10.0).verdict, Verdict::NotEstimable, "{:?}", report.gates);
    }
}

#[test]
fn a_tiny_panel_says_everything_that_is_missing() {
    let mut panel = made_up(12, 4, 100.0);
    panel
        .rows
        .iter_mut()
        .for_each(|row| row.predictors = row.predictors.iter().map(|v| v.map(|v| 50.0 + v / 30.0)).collect());
    let (gates, verdict, _) = gates(&panel, None);
    assert_eq!(verdict, Verdict::Descriptive);
    assert!(gates.iter().any(|gate| matches!(gate, Gate::TooFewPeriods { .. })));
    assert!(gates.iter().any(|gate| matches!(gate, Gate::TooFewEvents { .. })));
    assert!(gates.iter().any(|gate| matches!(gate, Gate::LittleVariation { .. })));
    assert_eq!(gates[0].severity(), Severity::Descriptive);
}

#[test]
fn with_few_units_time_is_a_season_and_a_trend() {
    let report = |periods| analyse(&made_up(4, periods, 500.0), &Options::default()).expect("a report");
    let long = report(120);
    assert_eq!(long.model.time_effects, TimeEffects::SeasonAndTrend);
    assert!(long.gates.contains(&Gate::SeasonPartlyRemoved));
    assert_eq!(report(60).model.time_effects, TimeEffects::Trend);
}

#[test]
fn wrong_questions_are_errors() {
    let panel = panel();
    let ask = |lags, min_present| analyse(&panel, &Options { lags, min_present, ..Options::default() }).err();
    assert_eq!(ask(Some((4, 1)), 1), Some(LinkError::Lags { first: 4, last: 1 }));
    assert_eq!(ask(Some((i32::MIN, i32::MAX)), 1), Some(LinkError::Lags { first: i32::MIN, last: i32::MAX }));
    assert_eq!(ask(Some((1, 4)), 5), Some(LinkError::MinPresent { min_present: 5, lags: 4 }));
    let mut double = panel.clone();
    double.rows.push(panel.rows[3].clone());
    let error = LinkError::Panel(PanelError::Duplicate { row: panel.rows.len() });
    assert_eq!(analyse(&double, &Options::default()), Err(error));
    let none = Panel { predictors: vec![], rows: vec![], ..panel.clone() };
    assert_eq!(analyse(&none, &Options::default()), Err(LinkError::NoPredictors));
}

/// Two predictors that are nearly one: there is an answer, and it comes with a warning.
#[test]
fn predictors_that_follow_each_other_inflate_the_variance() {
    let mut panel = made_up(12, 60, 500.0);
    let mut random = SplitMix64::new(9);
    panel.predictors.push("stress".into());
    for row in &mut panel.rows {
        let near = row.predictors[0].map(|value| value + random.below(5) as f64);
        row.predictors.push(near);
    }
    let report = analyse(&panel, &Options { lags: None, ..Options::default() }).expect("a report");
    let inflation = report.terms[1].variance_inflation.expect("a number");
    // Variance of 41 equally likely values over that of 5, plus 1.
    assert!((inflation - 71.0).abs() < 10.0, "{inflation}");
    let alone =
        analyse(&made_up(12, 60, 500.0), &Options { lags: None, ..Options::default() }).expect("a report");
    assert!(alone.terms[0].variance_inflation.is_some_and(|value| value < 1.2));
}
