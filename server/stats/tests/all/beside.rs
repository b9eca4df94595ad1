//! Before and after beside sister units: what all share is no effect, and what only one does is.

use stats::change::acted::{Outcome, acted};
use stats::change::beside::{NoComparison, Series, of_rate_beside};
use stats::change::{Reason, of_rate};
use stats::panel::{Panel, Row};
use stats::random::SplitMix64;
use stats::spc::Count;

use crate::draws::{noise, poisson};

const WEEKS: usize = 104;

/// Weekly counts whose rate wanders, with a season and a trend; from week 78 on times `ratio`.
fn series(random: &mut SplitMix64, (season, trend): (f64, f64), ratio: f64) -> Series {
    let mut walk = noise(random);
    let mut counts = |week: usize| {
        walk = 0.6 * walk + 0.8 * noise(random);
        let time = week as f64;
        let shared = season * (time / 8.3).sin() + trend * (time - 78.0);
        let own = if week >= 78 { ratio } else { 1.0 };
        Count { count: poisson(random, 15.0 * own * (0.2 * walk + shared).exp()), exposure: 600.0 }
    };
    Series { before: (0..78).map(&mut counts).collect(), after: (78..WEEKS).map(&mut counts).collect() }
}

fn share(repetitions: u64, course: (f64, f64), ratio: f64) -> [f64; 2] {
    let mut moved = [0.0; 2];
    for seed in 0..repetitions {
        let mut random = SplitMix64::new(seed);
        let unit = series(&mut random, course, ratio);
        let sisters: Vec<Series> = (0..5).map(|_| series(&mut random, course, 1.0)).collect();
        let beside = of_rate_beside(&unit, &sisters).unwrap();
        moved[0] += f64::from(u8::from(of_rate(&unit.before, &unit.after).unwrap().excludes_none()));
        moved[1] += f64::from(u8::from(beside.change.excludes_none()));
        assert!((beside.weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(beside.weights.iter().all(|weight| *weight >= 0.0) && beside.widening >= 1.0);
    }
    moved.map(|count| count / repetitions as f64)
}

#[test]
fn a_trend_all_units_share_is_no_effect_of_an_action() {
    let [alone, beside] = share(100, (0.0, 0.01), 1.0);
    assert!(alone > 0.3, "alone {alone}: the trap is one");
    assert!(beside <= 0.12, "beside {beside}");
}

#[test]
fn a_season_all_units_share_is_no_effect_of_an_action() {
    let [alone, beside] = share(100, (0.35, 0.0), 1.0);
    assert!(alone > 0.2, "alone {alone}: the trap is one");
    assert!(beside <= 0.12, "beside {beside}");
}

#[test]
fn two_sisters_say_too_little_of_chance_to_take_the_model_at_its_word() {
    let (mut moved, mut widest) = (0, 0.0_f64);
    for seed in 0..200 {
        let mut random = SplitMix64::new(seed);
        let unit = series(&mut random, (0.0, 0.0), 1.0);
        let sisters: Vec<Series> = (0..2).map(|_| series(&mut random, (0.0, 0.0), 1.0)).collect();
        let beside = of_rate_beside(&unit, &sisters).unwrap();
        moved += u32::from(beside.change.excludes_none());
        widest = widest.max(beside.widening);
    }
    // A t quantile of six degrees of freedom over a normal one.
    assert!((widest - 1.2485).abs() < 1e-3, "{widest}");
    // Six in a hundred, and two standard errors more.
    assert!(moved <= 18, "{moved} of 200");
}

#[test]
fn what_only_one_unit_does_is_its_own() {
    let mut random = SplitMix64::new(3);
    let unit = series(&mut random, (0.3, 0.005), 0.6);
    let sisters: Vec<Series> = (0..6).map(|_| series(&mut random, (0.3, 0.005), 1.0)).collect();
    let change = of_rate_beside(&unit, &sisters).unwrap().change;
    assert!(change.excludes_none() && change.estimate < 0.0);
    assert!(change.interval[0] < 0.6_f64.ln() && 0.6_f64.ln() < change.interval[1]);
    // Windows of 52 weeks that do not overlap: one has room in 78.
    assert_eq!(change.placebo.dates, 1);
}

#[test]
fn without_sisters_there_is_no_comparison() {
    let mut random = SplitMix64::new(3);
    let unit = series(&mut random, (0.0, 0.0), 1.0);
    let sister = series(&mut random, (0.0, 0.0), 1.0);
    let few = of_rate_beside(&unit, std::slice::from_ref(&sister));
    assert_eq!(few, Err(NoComparison::TooFewSisters { sisters: 1 }));
    let short = Series { before: sister.before[1..].to_vec(), after: sister.after.clone() };
    assert_eq!(of_rate_beside(&unit, &[sister, short]), Err(NoComparison::Periods { sister: 1 }));
    let young = Series { before: unit.before[..5].to_vec(), after: unit.after.clone() };
    assert_eq!(of_rate_beside(&young, &[]), Err(NoComparison::Unit(Reason::TooFewBefore { periods: 5 })));
}

#[test]
fn units_of_a_panel_that_acted_are_held_against_those_that_did_not() {
    let mut random = SplitMix64::new(9);
    let mut rows = Vec::new();
    for unit in 0..6_u32 {
        let series = series(&mut random, (0.3, 0.0), if unit == 0 { 0.6 } else { 1.0 });
        for (period, count) in series.before.iter().chain(&series.after).enumerate() {
            let (count, exposure) = (count.count, count.exposure);
            rows.push(Row { unit, period: period as i64 + 5, count, exposure, predictors: vec![] });
        }
    }
    let panel = Panel { units: (0..6).map(|unit| unit.to_string()).collect(), predictors: vec![], rows };
    let mut began = vec![None; 6];
    began[0] = Some(83);
    let found = acted(&panel, &began);
    assert_eq!((found.len(), found[0].unit, found[0].began), (1, 0, 83));
    let Outcome::Beside { change, sisters } = &found[0].outcome else { panic!("{found:?}") };
    assert_eq!(sisters, &[1, 2, 3, 4, 5]);
    assert!(change.change.excludes_none() && change.change.estimate < 0.0);
    let all = acted(&panel, &[Some(83); 6]);
    assert!(all.iter().all(|one| matches!(one.outcome, Outcome::Alone(_))));
}
