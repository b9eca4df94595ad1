//! How often charts mark what chance has made: fewer series than the example `charts_simulation` draws, with
//! bounds as far off as so few series can be wrong.

use stats::random::SplitMix64;
use stats::spc::funnel::funnel;
use stats::spc::{self, Chart, Count, Kind};

use crate::draws::{poisson, uniform};

const SERIES: usize = 400;

fn steady(random: &mut SplitMix64, mean: f64, points: usize) -> Vec<Option<Count>> {
    let count = |_| {
        let size = 0.75 + 0.5 * uniform(random);
        Some(Count { count: poisson(random, mean * size), exposure: (400.0 * size).round() })
    };
    (0..points).map(count).collect()
}

fn is_marked(chart: &Chart) -> bool {
    chart.points.iter().any(|point| point.signal.is_some())
}

/// One in ten would be 40 of 400, with a standard deviation of 6.
#[test]
fn steady_half_years_are_marked_in_no_more_than_one_of_ten_at_any_count() {
    let mut random = SplitMix64::new(26);
    for mean in [0.2, 0.5, 1.0, 5.0, 20.0, 100.0] {
        for kind in [Kind::U, Kind::Laney] {
            let chart =
                |random: &mut SplitMix64| spc::rates(&steady(random, mean, 26), kind).expect("a chart");
            let marked = (0..SERIES).filter(|_| is_marked(&chart(&mut random))).count();
            assert!(marked <= 52, "{kind:?} at {mean}: {marked} of {SERIES}");
        }
    }
}

#[test]
fn steady_shares_are_marked_alike_from_nearly_none_to_nearly_all() {
    let mut random = SplitMix64::new(30);
    for share in [0.02, 0.3, 0.985] {
        let mut marked = 0;
        for _ in 0..SERIES {
            let month = |_| (0..30).filter(|_| uniform(&mut random) < share).count() as f64;
            let months = (0..24).map(month).map(|count| Some(Count { count, exposure: 30.0 }));
            marked +=
                usize::from(is_marked(&spc::proportions(&months.collect::<Vec<_>>(), Kind::P).unwrap()));
        }
        assert!(marked <= 52, "{share}: {marked} of {SERIES}");
    }
}

#[test]
fn waits_between_rare_events_of_a_steady_series_are_hardly_marked() {
    let mut random = SplitMix64::new(52);
    let mut marked = 0;
    for _ in 0..SERIES {
        let waits = spc::between(&steady(&mut random, 0.5, 52)).expect("waits");
        marked += usize::from(is_marked(&spc::waits(&waits, Kind::T).expect("a chart")));
    }
    assert!(marked <= 52, "{marked} of {SERIES}");
}

#[test]
fn a_rate_that_doubles_from_twenty_a_week_is_marked_within_eight_weeks() {
    let mut random = SplitMix64::new(8);
    for _ in 0..50 {
        let mut weeks = steady(&mut random, 20.0, 26);
        weeks.extend(steady(&mut random, 40.0, 8));
        let chart = spc::rates(&weeks, Kind::for_counts(&weeks)).expect("a chart");
        assert!(chart.points[26..].iter().any(|point| point.signal.is_some()));
    }
}

#[test]
fn a_funnel_of_few_units_marks_the_one_at_three_times_the_rate_and_nobody_else() {
    let mut random = SplitMix64::new(9);
    for units in 5..=9 {
        let (mut found, mut calm) = (0, 0);
        for _ in 0..SERIES {
            let mut shops = steady(&mut random, 10.0, units);
            calm += usize::from(!is_any_marked(&shops));
            shops[0] = steady(&mut random, 30.0, 1)[0];
            found += usize::from(funnel(&shops).expect("a funnel").points[0].signal.is_some());
        }
        assert!(100 * found >= 78 * SERIES, "{units}: {found} of {SERIES}");
        assert!(100 * calm >= 93 * SERIES, "{units}: {calm} of {SERIES}");
    }
}

fn is_any_marked(units: &[Option<Count>]) -> bool {
    funnel(units).expect("a funnel").points.iter().any(|point| point.signal.is_some())
}
