//! Control charts where there is little, nothing, or something impossible to draw.

use stats::spc::{self, ChartError, Count, Kind, Point};

fn counts(values: &[(f64, f64)]) -> Vec<Option<Count>> {
    values.iter().map(|&(count, exposure)| Some(Count { count, exposure })).collect()
}

fn has_limits(point: &Point) -> bool {
    point.lower.is_some() && point.upper.is_some() && point.near_lower.is_some() && point.near_upper.is_some()
}

#[test]
fn below_twelve_points_there_is_only_a_line() {
    let chart = spc::rates(&counts(&[(9.0, 100.0); 11]), Kind::U).expect("a chart");
    assert_eq!(chart.center, Some(0.09));
    assert!(chart.points.iter().all(|point| !has_limits(point) && point.signal.is_none()));
}

#[test]
fn from_twelve_to_nineteen_points_limits_are_provisional() {
    for (points, provisional) in [(12, true), (19, true), (20, false)] {
        let chart = spc::rates(&counts(&vec![(9.0, 100.0); points]), Kind::U).expect("a chart");
        assert!(chart.points.iter().all(has_limits));
        assert_eq!(chart.provisional, provisional);
    }
}

#[test]
fn gaps_keep_their_place_and_take_no_part() {
    let mut values = counts(&[(9.0, 100.0), (12.0, 110.0), (7.0, 90.0), (11.0, 100.0)].repeat(6));
    let without = spc::rates(&values, Kind::Laney).expect("a chart");
    values.insert(5, None);
    values.insert(9, Some(Count { count: 0.0, exposure: 0.0 }));
    let with = spc::rates(&values, Kind::Laney).expect("a chart");
    assert_eq!((with.center, with.sigma_z), (without.center, without.sigma_z));
    assert_eq!(with.points.len(), 26);
    assert_eq!((with.points[5], with.points[9]), (Point::bare(5, None), Point::bare(9, None)));
}

#[test]
fn without_events_there_are_no_limits() {
    let chart = spc::rates(&counts(&[(0.0, 100.0); 30]), Kind::Laney).expect("a chart");
    assert_eq!(chart.center, Some(0.0));
    assert!(chart.points.iter().all(|point| !has_limits(point)));
}

#[test]
fn equal_measurements_have_no_limits_and_no_signals() {
    let chart = spc::xmr(&[Some(0.1); 30], true).expect("a chart");
    assert!(chart.points.iter().all(|point| !has_limits(point) && point.signal.is_none()));
}

#[test]
fn nothing_at_all_is_an_empty_chart() {
    assert_eq!(spc::xmr(&[], true).expect("a chart").center, None);
    assert_eq!(spc::rates(&[None, None], Kind::U).expect("a chart").center, None);
}

/// Two expected: P(Y > 7) + ½ P(Y = 7) = 0.0028 is above the tail beyond three standard deviations, 0.00135, and
/// P(Y > 8) + ½ P(Y = 8) = 0.0007 is below it; so the limit lies between seven and eight.
#[test]
fn small_expected_counts_have_exact_limits() {
    let chart = spc::rates(&counts(&[(2.0, 100.0); 20]), Kind::U).expect("a chart");
    let point = chart.points[0];
    assert!(
        (0.07..0.08).contains(&point.upper.unwrap()) && (0.05..0.06).contains(&point.near_upper.unwrap())
    );
    assert_eq!((point.lower, point.near_lower), (Some(0.0), Some(0.0)));
}

#[test]
fn shares_stay_between_nothing_and_everything() {
    let chart =
        spc::proportions(&counts(&[(9.0, 10.0), (8.0, 10.0)].repeat(10)), Kind::LaneyP).expect("a chart");
    let top = chart.points.iter().filter_map(|point| point.upper).fold(0.0, f64::max);
    assert!(top <= 1.0 && chart.sigma_z.is_some());
    let everything = spc::proportions(&counts(&[(10.0, 10.0); 20]), Kind::P).expect("a chart");
    assert!(everything.points.iter().all(|point| !has_limits(point)));
}

#[test]
fn impossible_numbers_are_named() {
    let wrong = |count, exposure| spc::rates(&counts(&[(1.0, 2.0), (count, exposure)]), Kind::U).err();
    assert_eq!(wrong(-1.0, 2.0), Some(ChartError::Negative { index: 1 }));
    assert_eq!(wrong(f64::NAN, 2.0), Some(ChartError::NotFinite { index: 1 }));
    assert_eq!(wrong(1.0, 0.0), Some(ChartError::CountAboveExposure { index: 1 }));
    let share = spc::proportions(&counts(&[(3.0, 2.0)]), Kind::P);
    assert_eq!(share, Err(ChartError::CountAboveExposure { index: 0 }));
    assert_eq!(spc::xmr(&[Some(f64::INFINITY)], false), Err(ChartError::NotFinite { index: 0 }));
}

#[test]
fn a_chart_is_serialised_under_the_documented_names() {
    let chart = spc::rates(&counts(&[(9.0, 100.0); 20]), Kind::Laney).expect("a chart").scaled(1000.0);
    let value = serde_json::to_value(&chart).expect("serialisable");
    assert_eq!(value["chart"], "laney");
    assert_eq!(value["center"], 90.0);
    assert!(value["width"].is_f64() && value["run"].is_u64());
    for name in ["index", "value", "lower", "upper", "near_lower", "near_upper", "signal"] {
        assert!(value["points"][0].get(name).is_some(), "{name} is missing");
    }
}
