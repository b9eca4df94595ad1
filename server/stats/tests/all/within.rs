//! The slope within units, on data made so that the answer is known, and beside numbers worked out elsewhere.

use stats::link::gate::{Gate, Severity};
use stats::random::SplitMix64;
use stats::within::{Pair, association};

/// Units that differ in their levels against the slope, with a shared wave: `y` follows `x` by `slope`.
fn pairs(units: i64, periods: i64, slope: f64, noise: f64) -> Vec<Pair> {
    seeded(7, units, periods, slope, noise)
}

fn seeded(seed: u64, units: i64, periods: i64, slope: f64, noise: f64) -> Vec<Pair> {
    let mut random = SplitMix64::new(seed);
    let mut wobble = |size: f64| (random.below(2001) as f64 / 1000.0 - 1.0) * size;
    let mut pairs = Vec::new();
    for unit in 0..units {
        for period in 0..periods {
            let wave = (period as f64 / 3.0).sin() * 6.0;
            let x = 30.0 + 2.0 * unit as f64 + wave + wobble(12.0);
            // Units with a high first score have a low second one: between units it runs the other way.
            let y = 90.0 - 4.0 * unit as f64 + slope * x - 2.0 * wave + wobble(noise);
            pairs.push(Pair { unit: 100 + unit, period: 10 * period, x, y });
        }
    }
    pairs
}

#[test]
fn the_slope_is_that_within_units_whatever_runs_between_them() {
    let found = association(&pairs(12, 17, 0.4, 5.0), "recovery");
    let slope = found.slope.expect("a slope");
    assert!((slope.estimate - 0.4).abs() < 0.06, "{slope:?}");
    // One interval in twenty misses; four standard errors hardly ever do.
    assert!((slope.estimate - 0.4).abs() < 4.0 * slope.standard_error && slope.p < 1e-4, "{slope:?}");
    assert!(slope.interval[0] < slope.estimate && slope.estimate < slope.interval[1]);
    assert!(found.is_clear() && found.gates.is_empty());
    assert_eq!((found.units, found.pairs), (12, 204));
}

#[test]
fn noise_passes_for_an_association_about_as_often_as_one_in_twenty() {
    let clear = (0..400).filter(|seed| association(&seeded(*seed, 12, 17, 0.0, 9.0), "recovery").is_clear());
    let clear = clear.count();
    assert!((8..=36).contains(&clear), "{clear} of 400");
}

#[test]
fn the_order_of_pairs_and_the_numbering_of_units_make_no_difference() {
    let before = association(&pairs(8, 9, 0.3, 5.0), "x");
    let mut turned = pairs(8, 9, 0.3, 5.0);
    turned.reverse();
    for pair in &mut turned {
        (pair.unit, pair.period) = (-pair.unit, 1000 - pair.period);
    }
    let after = association(&turned, "x");
    let estimate = |found: &stats::within::Association| found.slope.expect("a slope");
    assert!((estimate(&before).estimate - estimate(&after).estimate).abs() < 1e-10);
    assert!((estimate(&before).standard_error - estimate(&after).standard_error).abs() < 1e-10);
}

/// Worked out with numpy: dummies for units and periods by least squares, then the sandwich by hand.
#[test]
fn slope_and_error_agree_with_a_regression_on_dummies() {
    let y = [[50.0, 55.0, 61.0, 52.0], [40.0, 47.0, 44.0, 49.0], [70.0, 66.0, 75.0, 71.0]];
    let x = [[30.0, 35.0, 45.0, 36.0], [52.0, 60.0, 50.0, 66.0], [10.0, 8.0, 22.0, 15.0]];
    let mut pairs = Vec::new();
    for unit in 0..3_usize {
        for period in 0..4_usize {
            let (x, y) = (x[unit][period], y[unit][period]);
            pairs.push(Pair { unit: unit as i64, period: period as i64, x, y });
        }
    }
    let found = association(&pairs, "x");
    let slope = found.slope.expect("a slope");
    assert!((slope.estimate - 0.525_581_395_348_836_1).abs() < 1e-9, "{slope:?}");
    assert!((slope.standard_error - 0.059_821_187_956_079_95).abs() < 1e-9, "{slope:?}");
    assert_eq!(found.severity(), Some(Severity::Descriptive), "three units are described, not tested");
    assert!(!found.is_clear());
}

#[test]
fn what_is_missing_is_said_with_numbers() {
    let gates = |pairs: &[Pair]| association(pairs, "recovery").gates;
    assert_eq!(gates(&[]), [Gate::NoData]);
    assert_eq!(gates(&pairs(2, 9, 0.4, 5.0)), [Gate::TooFewUnits { units: 2, needed: 3 }]);
    assert_eq!(gates(&pairs(7, 9, 0.4, 5.0)), [Gate::EarlySignal { units: 7, needed: 12 }]);
    assert_eq!(gates(&pairs(12, 4, 0.4, 5.0)), [Gate::TooFewPeriods { median: 4.0, needed: 6.0 }]);
    let flat: Vec<Pair> = pairs(12, 9, 0.4, 5.0).into_iter().map(|pair| Pair { x: 50.0, ..pair }).collect();
    assert_eq!(gates(&flat), [Gate::NoVariation { predictor: "recovery".into() }]);
    let nearly: Vec<Pair> = flat.iter().map(|pair| Pair { x: pair.x + pair.y / 40.0, ..*pair }).collect();
    assert!(matches!(gates(&nearly)[..], [Gate::LittleVariation { .. }]));
}

#[test]
fn units_with_one_pair_and_numbers_that_are_none_are_left_out() {
    let mut pairs = pairs(12, 8, 0.4, 5.0);
    let before = association(&pairs, "x");
    pairs.push(Pair { unit: 999, period: 0, x: 40.0, y: 60.0 });
    pairs.push(Pair { unit: 100, period: 990, x: f64::NAN, y: 60.0 });
    pairs.push(Pair { unit: 100, period: 991, x: 40.0, y: f64::INFINITY });
    assert_eq!(association(&pairs, "x"), before);
}

#[test]
fn two_pairs_a_unit_in_periods_of_their_own_leave_nothing_to_estimate() {
    let pairs: Vec<Pair> = (0..8)
        .flat_map(|unit| {
            [0, 1].map(|part| Pair {
                unit,
                period: 2 * unit + part,
                x: 40.0 + 20.0 * part as f64,
                y: 50.0 + unit as f64 * part as f64,
            })
        })
        .collect();
    let found = association(&pairs, "x");
    assert_eq!(found.slope, None);
    assert!(found.gates.iter().any(|gate| gate.severity() == Severity::Closed), "{:?}", found.gates);
}
