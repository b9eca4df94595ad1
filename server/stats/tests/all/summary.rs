//! What may be said about a predictor, and how large an effect could have been seen.

use crate::common::{near, panel};
use stats::link::{Gate, Lumpiness, Options, Verdict, analyse};
use stats::panel::Panel;

fn with_units(units: u32) -> Panel {
    let mut panel = panel();
    panel.rows.retain(|row| row.unit < units);
    panel
}

#[test]
fn twelve_units_give_a_finding_eight_an_early_signal_and_five_a_description() {
    for (units, wanted) in [(12, Verdict::Significant), (8, Verdict::EarlySignal), (5, Verdict::Descriptive)]
    {
        let report = analyse(&with_units(units), &Options::default()).expect("a report");
        let summary = report.summary("workload", 0.4);
        assert_eq!(summary.verdict, wanted, "{units} units: {summary:?}");
        assert_eq!(summary.units, u64::from(units));
        assert!(summary.rate_ratio.is_some() && summary.interval.is_some());
    }
}

#[test]
fn the_summary_counts_what_it_rests_on() {
    let report = analyse(&panel(), &Options::default()).expect("a report");
    let summary = report.summary("workload", 1.0);
    assert_eq!(report.headline(1.0).as_ref(), Some(&summary));
    assert_eq!((summary.units, summary.periods, summary.rows, summary.rows_dropped), (12, 102, 1224, 24));
    assert_eq!(summary.events, 10696.0);
    let [low, high] = summary.interval.expect("an interval");
    let ratio = summary.rate_ratio.expect("a ratio");
    assert!(low < ratio && ratio < high && low > 1.0);
    assert!(!summary.may_be_unrelated_trends && summary.gate.is_none());
}

#[test]
fn a_negative_step_turns_the_interval_around() {
    let report = analyse(&panel(), &Options::default()).expect("a report");
    let (up, down) = (report.summary("workload", 1.0), report.summary("workload", -1.0));
    let ([low, high], [down_low, down_high]) = (up.interval.unwrap(), down.interval.unwrap());
    near(down_low, 1.0 / high, 1e-12);
    near(down_high, 1.0 / low, 1e-12);
    near(down.minimum_detectable_ratio.unwrap(), up.minimum_detectable_ratio.unwrap(), 1e-12);
}

#[test]
fn not_significant_comes_with_what_could_have_been_seen() {
    let summary = analyse(&panel(), &Options::default()).expect("a report").summary("satisfaction", 1.0);
    assert_eq!(summary.verdict, Verdict::NotSignificant);
    near(summary.minimum_detectable_ratio.unwrap(), 1.18856738184, 1e-9);
    // To see exactly that, the periods at hand are needed; to see half as much, four times as many.
    near(summary.periods_needed(1.18856738184).unwrap(), 102.0, 0.01);
    near(summary.periods_needed(1.18856738184_f64.sqrt()).unwrap(), 408.0, 0.01);
    near(summary.periods_needed(1.0 / 1.18856738184_f64.sqrt()).unwrap(), 408.0, 0.01);
    assert_eq!(summary.periods_needed(1.0), None);
    assert_eq!(summary.periods_needed(-1.0), None);
}

#[test]
fn an_unknown_predictor_has_nothing_to_say() {
    let summary = analyse(&panel(), &Options::default()).expect("a report").summary("weather", 1.0);
    assert_eq!((summary.verdict, summary.rate_ratio, summary.p), (Verdict::NotEstimable, None, None));
}

#[test]
fn the_strongest_gate_is_named() {
    let mut short = with_units(5);
    short.rows.retain(|row| row.period < 12);
    let report = analyse(&short, &Options::default()).expect("a report");
    let summary = report.summary("workload", 1.0);
    assert_eq!(summary.verdict, Verdict::Descriptive);
    assert_eq!(summary.gate, Some(Gate::DescriptiveOnly { units: 5, needed: 6 }));
}

#[test]
fn dispersion_has_three_words() {
    let words = [1.49, 1.5, 5.0, 5.01].map(Lumpiness::of);
    assert_eq!(words, [Lumpiness::AsExpected, Lumpiness::Lumpy, Lumpiness::Lumpy, Lumpiness::VeryLumpy]);
}
