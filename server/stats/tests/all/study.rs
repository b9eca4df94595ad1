//! The study as a whole: its parts are what the functions for each of them give, and a gate stands in the
//! place of what may not be shown.

use stats::link::study::{Direction, MOST_INFLUENTIAL, Part, Study, study};
use stats::link::{Gate, Options, almon, analyse, backtest, comparison, profile, reverse, sensitivity};
use stats::panel::Panel;

fn whole() -> (Panel, Study) {
    let panel = crate::common::panel();
    let study = study(&panel, &Options::default()).unwrap();
    (panel, study)
}

/// The panel's first units over its first periods.
fn part_of(units: u32, periods: i64) -> Study {
    let mut panel = crate::common::panel();
    panel.rows.retain(|row| row.unit < units && row.period < periods);
    study(&panel, &Options::default()).unwrap()
}

#[test]
fn the_parts_are_what_each_function_gives_by_itself() {
    let (panel, study) = whole();
    let options = Options::default();
    assert_eq!(study.report, analyse(&panel, &options).unwrap());
    assert_eq!(study.profile, Part::Open(profile::profile(&panel, &options).unwrap()));
    assert_eq!(study.distributed, Part::Open(almon::distributed(&panel, &options).unwrap()));
    for (place, name) in panel.predictors.iter().enumerate() {
        assert_eq!(study.comparison(name), comparison::compare(&panel, &options, place).as_ref());
        assert_eq!(study.reverse[place], reverse::reverse(&panel, &options, place).unwrap().unwrap());
    }
    let backtests = [1, 4].map(|horizon| Part::Open(backtest::backtest(&panel, &options, horizon).unwrap()));
    assert_eq!(study.backtests, backtests);
    assert_eq!(study.sensitivity, sensitivity::sensitivity(&panel, &options));
}

#[test]
fn a_study_survives_being_stored() {
    for study in [whole().1, part_of(2, 104)] {
        let stored = serde_json::to_string(&study).unwrap();
        assert!(!stored.contains("null"), "what is absent is left out: {stored}");
        let restored = serde_json::from_str::<Study>(&stored).unwrap();
        // The last digit of a number may change on the way.
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-12 * b.abs();
        for (now, then) in restored.report.terms.iter().zip(&study.report.terms) {
            assert!(now.name == then.name && near(now.estimate, then.estimate));
        }
        assert_eq!(restored.profile.gate(), study.profile.gate());
        assert_eq!(
            restored.profile.open().map(|p| p.points.len()),
            study.profile.open().map(|p| p.points.len())
        );
        assert_eq!(
            (restored.reverse.len(), restored.influence.len()),
            (study.reverse.len(), study.influence.len())
        );
    }
}

#[test]
fn leaving_out_each_unit_is_told_for_the_largest_moves_first() {
    let (_, study) = whole();
    for (influence, term) in study.influence.iter().zip(&study.report.terms) {
        assert_eq!((influence.predictor.as_str(), influence.of), (term.name.as_str(), 12));
        assert!(influence.units.len() == 12 && 12 <= MOST_INFLUENTIAL);
        let moves = influence.units.iter().map(|unit| (unit.estimate_without - term.estimate).abs());
        let moves: Vec<f64> = moves.collect();
        assert!(moves.is_sorted_by(|a, b| a >= b), "{moves:?}");
        // The variance is built from the same moves.
        let sum: f64 = moves.iter().map(|change| change * change).sum();
        assert!(((sum * 11.0 / 12.0).sqrt() / term.se.cv3l.unwrap() - 1.0).abs() < 1e-9);
    }
}

#[test]
fn a_closed_gate_stands_in_the_place_of_every_part() {
    let few = part_of(4, 104);
    let gate = Gate::DescriptiveOnly { units: 4, needed: 6 };
    assert_eq!(few.profile.gate(), Some(&gate));
    assert_eq!(few.distributed.gate(), Some(&gate));
    assert!(few.backtests.iter().all(|part| part.gate() == Some(&gate)));
    assert!(few.comparisons.is_empty() && few.reverse.is_empty() && few.sensitivity.is_none());
    assert_eq!(few.direction("workload"), Direction::Untested);
}

#[test]
fn a_short_panel_has_a_report_but_neither_profile_nor_forecast() {
    let short = part_of(12, 24);
    assert!(short.report.terms.iter().all(|term| term.p.reported.is_some()));
    assert!(matches!(short.profile.gate(), Some(Gate::TooFewPeriods { needed: 26.0, .. })));
    assert!(matches!(short.distributed.gate(), Some(Gate::TooFewPeriods { needed: 52.0, .. })));
    assert!(matches!(short.backtests[0].gate(), Some(Gate::TooFewPeriods { needed: 52.0, .. })));
    assert!(!short.influence.is_empty());
}

#[test]
fn events_that_come_first_leave_the_direction_unclear() {
    let (_, study) = whole();
    assert_eq!(study.direction("workload"), Direction::NothingAgainst);
    // The predictor of today was set by what happened three periods ago.
    let mut panel = crate::common::panel();
    let rate: std::collections::HashMap<(u32, i64), f64> =
        panel.rows.iter().map(|row| ((row.unit, row.period), row.count / row.exposure * 1000.0)).collect();
    for row in &mut panel.rows {
        let earlier = rate.get(&(row.unit, row.period - 3)).copied();
        row.predictors[0] = earlier.map(|rate| rate + f64::from(row.period as i32 % 3));
    }
    let turned = stats::link::study::study(&panel, &Options::default()).unwrap();
    assert_eq!(turned.direction("workload"), Direction::Unclear { lead: -3 });
}
