//! The change of a level at a date: gates, what may not matter, and how often it is right.

use proptest::prelude::*;
use stats::change::{Figure, Placebo, Reason, of_rate, of_score};
use stats::random::SplitMix64;
use stats::spc::Count;

use crate::draws::{noise, poisson};

fn counts(series: &[(f64, f64)]) -> Vec<Count> {
    series.iter().map(|&(count, exposure)| Count { count, exposure }).collect()
}

fn figures(values: &[f64]) -> Vec<Figure> {
    values.iter().map(|&value| Figure { value, breaks: false }).collect()
}

/// A series with variance 1 whose neighbours correlate by `rho`.
fn wander(random: &mut SplitMix64, rho: f64, periods: usize) -> Vec<f64> {
    let mut last = noise(random);
    (0..periods)
        .map(|_| {
            last = rho * last + (1.0 - rho * rho).sqrt() * noise(random);
            last
        })
        .collect()
}

/// Weekly complaints around 12 in 600 contacts whose rate wanders.
fn complaints(random: &mut SplitMix64, periods: usize) -> Vec<Count> {
    planted(random, periods, periods, (12.0, 0.2), 1.0)
}

/// Weekly complaints around a mean that wanders by a share of it; from `at` on times `ratio`.
fn planted(
    random: &mut SplitMix64,
    periods: usize,
    at: usize,
    (mean, wandering): (f64, f64),
    ratio: f64,
) -> Vec<Count> {
    let drift = wander(random, 0.3, periods);
    let count = |(week, drift): (usize, &f64)| {
        let level = if week < at { mean } else { mean * ratio };
        Count { count: poisson(random, level * (wandering * drift).exp()), exposure: 600.0 }
    };
    drift.iter().enumerate().map(count).collect()
}

#[test]
fn a_change_by_hand_is_the_ratio_of_the_rates() {
    let before = counts(&[(10.0, 1000.0); 8]);
    let after = counts(&[(5.0, 1000.0); 4]);
    let change = of_rate(&before, &after).unwrap();
    assert!((change.estimate - 0.5_f64.ln()).abs() < 1e-12);
    // No more dispersion than Poisson: the variance is 1/80 + 1/20, and nothing correlates that never moves.
    assert!((change.standard_error - (1.0_f64 / 80.0 + 1.0 / 20.0).sqrt()).abs() < 1e-12);
    assert_eq!((change.dispersion, change.correlation), (1.0, 0.0));
    assert_eq!((change.before.events, change.after.events), (80.0, 20.0));
}

#[test]
fn what_is_missing_is_named() {
    let week = [(10.0, 500.0)];
    let weeks = |n: usize| counts(&week.repeat(n));
    assert_eq!(of_rate(&weeks(7), &weeks(9)), Err(Reason::TooFewBefore { periods: 7 }));
    assert_eq!(of_rate(&weeks(8), &weeks(3)), Err(Reason::TooFewAfter { periods: 3 }));
    assert_eq!(of_rate(&counts(&[(0.0, 0.0); 9]), &counts(&[(0.0, 0.0); 9])), Err(Reason::NoExposure));
    assert_eq!(of_rate(&[], &[]), Err(Reason::NoExposure));
    assert_eq!(of_rate(&weeks(8), &counts(&[(1.0, 500.0); 4])), Err(Reason::TooFewEvents { events: 4.0 }));
    assert_eq!(of_rate(&weeks(8), &counts(&[(f64::NAN, 500.0); 4])), Err(Reason::NotANumber));
    assert_eq!(of_score(&figures(&[50.0; 9]), &figures(&[60.0; 4])), Err(Reason::Constant));
    assert_eq!(of_score(&figures(&[50.0; 9]), &[]), Err(Reason::TooFewAfter { periods: 0 }));
}

#[test]
fn a_period_without_contacts_counts_for_nothing() {
    let full = counts(&[(10.0, 500.0); 8]);
    let gaps: Vec<Count> =
        full.iter().flat_map(|period| [*period, Count { count: 0.0, exposure: 0.0 }]).collect();
    let after = counts(&[(8.0, 500.0); 5]);
    assert_eq!(of_rate(&gaps, &after), of_rate(&full, &after));
}

#[test]
fn nothing_is_compared_across_a_break() {
    let mut before = figures(&[40.0, 45.0, 41.0, 43.0, 44.0, 42.0, 46.0, 41.0, 44.0, 43.0]);
    let mut after = figures(&[50.0, 52.0, 51.0, 49.0, 90.0, 91.0]);
    after[4].breaks = true;
    before[2].breaks = true;
    let change = of_score(&before, &after).unwrap();
    assert_eq!((change.before.periods, change.after.periods), (8, 4));
    assert!((change.after.value - 50.5).abs() < 1e-12);
    assert_eq!(change.placebo, Placebo { dates: 0, as_large: 0 });
    before[3].breaks = true;
    assert_eq!(of_score(&before, &after), Err(Reason::Broken));
    before[3].breaks = false;
    after[0].breaks = true;
    assert_eq!(of_score(&before, &after), Err(Reason::Broken));
}

#[test]
fn at_most_half_a_year_is_used_on_either_side_and_the_rest_serves_as_placebo() {
    let mut random = SplitMix64::new(5);
    let series = complaints(&mut random, 110);
    let change = of_rate(&series[..80], &series[80..]).unwrap();
    assert_eq!((change.before.periods, change.after.periods), (26, 26));
    assert_eq!(change.placebo.dates, 80 - 52 + 1);
}

#[test]
fn placebo_dates_lie_wholly_before_the_action_and_too_few_of_them_say_nothing() {
    let values: Vec<f64> = (0..12).map(|week| f64::from(week % 3)).collect();
    let change = of_score(&figures(&values), &figures(&[9.0, 10.0, 9.0, 11.0])).unwrap();
    // All twelve periods before, and four after: there is no room for a date before.
    assert_eq!((change.placebo.dates, change.placebo.share()), (0, None));
    let long: Vec<f64> = (0..40).map(|week| f64::from(week % 3)).collect();
    let change = of_score(&figures(&long), &figures(&[9.0, 10.0, 9.0, 11.0])).unwrap();
    assert_eq!(change.placebo, Placebo { dates: 40 - 30 + 1, as_large: 0 });
    assert_eq!(change.placebo.share(), Some(0.0));
}

/// Share of series without any change whose interval holds 0.
fn coverage(repetitions: u32, held: impl Fn(&mut SplitMix64) -> bool) -> f64 {
    let mut random = SplitMix64::new(2026);
    let hits = (0..repetitions).filter(|_| held(&mut random)).count();
    hits as f64 / f64::from(repetitions)
}

#[test]
fn without_a_change_the_interval_of_a_score_holds_none_in_about_95_percent() {
    for (before, after) in [(8, 4), (16, 8), (26, 8), (26, 26)] {
        let share = coverage(1000, |random| {
            let values: Vec<f64> =
                wander(random, 0.3, before + after).iter().map(|value| 50.0 + 6.0 * value).collect();
            let (one, two) = values.split_at(before);
            !of_score(&figures(one), &figures(two)).unwrap().excludes_none()
        });
        assert!((0.92..=0.985).contains(&share), "{before} before, {after} after: {share}");
    }
}

#[test]
fn without_a_change_the_interval_of_a_rate_holds_none_in_about_95_percent() {
    for (before, after) in [(8, 4), (16, 8), (26, 8), (26, 26)] {
        let share = coverage(1000, |random| {
            let series = complaints(random, before + after);
            let (one, two) = series.split_at(before);
            !of_rate(one, two).unwrap().excludes_none()
        });
        assert!((0.92..=0.985).contains(&share), "{before} before, {after} after: {share}");
    }
}

#[test]
fn a_planted_fifth_less_is_found() {
    let mut random = SplitMix64::new(7);
    let (mut found, mut held, mut estimates) = (0, 0, 0.0);
    for _ in 0..300 {
        let series = planted(&mut random, 104, 78, (40.0, 0.1), 0.8);
        let change = of_rate(&series[..78], &series[78..]).unwrap();
        found += u32::from(change.excludes_none() && change.estimate < 0.0);
        held += u32::from((change.interval[0]..=change.interval[1]).contains(&0.8_f64.ln()));
        estimates += change.estimate / 300.0;
    }
    assert!(found >= 270, "found in {found} of 300");
    assert!(held >= 276, "the truth lay in {held} of 300");
    assert!((estimates.exp() - 0.8).abs() < 0.01, "{}", estimates.exp());
}

#[test]
fn placebo_dates_seldom_cry_wolf_where_nothing_changed() {
    let share = 1.0
        - coverage(500, |random| {
            let series = complaints(random, 104);
            let change = of_rate(&series[..96], &series[96..]).unwrap();
            change.placebo.share().unwrap() > 0.05
        });
    assert!(share < 0.10, "{share}");
}

proptest! {
    #[test]
    fn counting_contacts_in_hundreds_changes_nothing(
        series in prop::collection::vec((1_u32..60, 100_u32..2000), 12..60), cut in 8_usize..30, scale in 0.001_f64..1000.0
    ) {
        let cut = cut.min(series.len() - 4);
        let of = |scale: f64| {
            let series: Vec<Count> = series
                .iter()
                .map(|&(count, exposure)| Count { count: f64::from(count), exposure: f64::from(exposure) * scale })
                .collect();
            of_rate(&series[..cut], &series[cut..])
        };
        match (of(1.0), of(scale)) {
            (Ok(one), Ok(two)) => {
                prop_assert!((one.estimate - two.estimate).abs() < 1e-9);
                prop_assert!((one.standard_error - two.standard_error).abs() < 1e-9);
                prop_assert_eq!(one.placebo.dates, two.placebo.dates);
            }
            (one, two) => prop_assert_eq!(one, two),
        }
    }

    #[test]
    fn a_score_upside_down_changes_the_other_way(
        values in prop::collection::vec(0.0_f64..100.0, 12..60), cut in 8_usize..30, shift in -50.0_f64..50.0
    ) {
        let cut = cut.min(values.len() - 4);
        let of = |f: &dyn Fn(f64) -> f64| {
            let values: Vec<Figure> = values.iter().map(|&value| Figure { value: f(value), breaks: false }).collect();
            of_score(&values[..cut], &values[cut..])
        };
        if let (Ok(plain), Ok(turned), Ok(shifted)) = (of(&|v| v), of(&|v| 100.0 - v), of(&|v| v + shift)) {
            prop_assert!((plain.estimate + turned.estimate).abs() < 1e-9);
            prop_assert!((plain.interval[0] + turned.interval[1]).abs() < 1e-8);
            prop_assert!((plain.estimate - shifted.estimate).abs() < 1e-9);
            prop_assert!((plain.standard_error - shifted.standard_error).abs() < 1e-8);
        }
    }

    #[test]
    fn no_result_is_ever_nan(
        series in prop::collection::vec((prop::num::f64::ANY, prop::num::f64::ANY), 0..40), cut in 0_usize..40
    ) {
        let series: Vec<Count> = series.into_iter().map(|(count, exposure)| Count { count, exposure }).collect();
        let cut = cut.min(series.len());
        if let Ok(change) = of_rate(&series[..cut], &series[cut..]) {
            let numbers = [change.estimate, change.standard_error, change.interval[0], change.interval[1]];
            prop_assert!(numbers.iter().all(|number| number.is_finite()));
        }
        let values: Vec<Figure> = series.iter().map(|c| Figure { value: c.count, breaks: false }).collect();
        if let Ok(change) = of_score(&values[..cut], &values[cut..]) {
            let numbers = [change.estimate, change.standard_error, change.interval[0], change.interval[1]];
            prop_assert!(numbers.iter().all(|number| number.is_finite()));
        }
    }
}
