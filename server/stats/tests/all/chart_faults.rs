//! What charts once marked or left unmarked wrongly, each with the figures it went wrong with.

use stats::rate;
use stats::spc::funnel::{self, Funnel};
use stats::spc::{self, Count, Direction, Kind};

/// Two columns of a table of comma-separated values, without the row named `Total`.
fn read(text: &str, count: &str, exposure: &str) -> Vec<Option<Count>> {
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let heads = lines.next().expect("heads");
    let place = |name: &str| heads.iter().position(|head| *head == name).expect("a column");
    let (count, exposure) = (place(count), place(exposure));
    let number = |cells: &[&str], at: usize| cells[at].parse().expect("a number");
    lines
        .filter(|cells| cells[0] != "Total")
        .map(|cells| Some(Count { count: number(&cells, count), exposure: number(&cells, exposure) }))
        .collect()
}

fn outside(funnel: &Funnel) -> Vec<(usize, Direction)> {
    let signal = |point: &spc::Point| Some((point.index, point.signal?.direction));
    funnel.points.iter().filter_map(signal).collect()
}

fn near(found: f64, wanted: f64, share: f64) {
    assert!((found - wanted).abs() <= share * wanted.abs(), "{found} is not {wanted}");
}

#[test]
fn one_shop_of_seven_far_off_was_its_own_excuse() {
    let shops = read(include_str!("../data/funnel-seven.csv"), "complaints", "contacts");
    let funnel = funnel::funnel(&shops).expect("a funnel");
    assert_eq!(outside(&funnel), [(6, Direction::High)]);
    let seventh = funnel.against[6].expect("others");
    near(seventh.expected, 9.655_737_704_918_032, 1e-12);
    near(seventh.tail, 3.745_964_6e-8, 1e-6);
    near(funnel.usual.unwrap(), 0.005_081_967_213_114_754, 1e-12);
    assert_eq!((funnel.width, funnel.between), (1.0, 0.0), "the other six agree");
    near(funnel.points[6].upper.unwrap(), 0.010_677_484_728_775_6, 1e-9);
}

#[test]
fn fourteen_units_with_one_high_keep_their_centre_and_mark_that_one() {
    let units = read(include_str!("../data/fourteen-units.csv"), "complaints", "contacts");
    let funnel = funnel::funnel(&units).expect("a funnel");
    near(funnel.center.unwrap(), 0.005_397_1, 1e-5);
    assert_eq!(funnel.width, 1.0);
    assert_eq!(outside(&funnel), [(6, Direction::High)]);
    near(funnel.points[6].value.unwrap(), 0.014_03, 1e-3);
}

#[test]
fn without_the_row_of_totals_twelve_shops_are_inside_their_funnel() {
    let shops = read(include_str!("../data/total-row.csv"), "complaints", "contacts");
    assert_eq!(shops.len(), 12);
    let funnel = funnel::funnel(&shops).expect("a funnel");
    near(funnel.width, 1.0881, 5e-5);
    assert_eq!(outside(&funnel), []);
}

#[test]
fn a_clinic_was_missed_when_the_contented_were_counted_and_limits_went_beyond_everybody() {
    let text = include_str!("../data/shares-funnel.csv");
    let hits = funnel::funnel_of_shares(&read(text, "contented", "asked")).expect("a funnel");
    let misses = funnel::funnel_of_shares(&read(text, "not_contented", "asked")).expect("a funnel");
    assert_eq!(outside(&hits), [(2, Direction::Low)]);
    assert_eq!(outside(&misses), [(2, Direction::High)]);
    for (hit, miss) in hits.points.iter().zip(&misses.points) {
        assert!(hit.upper.unwrap() <= 1.0);
        near(hit.lower.unwrap(), 1.0 - miss.upper.unwrap(), 1e-9);
    }
    near(hits.points[2].lower.unwrap(), 0.779_871_988_077_069_5, 1e-9);
}

#[test]
fn a_month_of_27_of_30_was_marked_though_one_in_ninety_is_as_low() {
    let text = include_str!("../data/shares-near-100.csv");
    let met = spc::proportions(&read(text, "met", "asked"), Kind::P).expect("a chart");
    let missed = spc::proportions(&read(text, "missed", "asked"), Kind::P).expect("a chart");
    for (met, missed) in met.points.iter().zip(&missed.points) {
        assert_eq!((met.signal, missed.signal), (None, None));
        let (lower, upper) = (met.lower.unwrap(), missed.upper.unwrap());
        assert!((0.0..=0.9).contains(&lower) && met.upper.unwrap() <= 1.0);
        near(lower, 1.0 - upper, 1e-9);
    }
    near(met.points[0].lower.unwrap(), 0.877_946_098_208_831_3, 1e-9);
    let laney = spc::proportions(&read(text, "met", "asked"), Kind::LaneyP).expect("a chart");
    assert!(laney.points.iter().all(|point| point.signal.is_none()));
}

#[test]
fn fourteen_months_steadier_than_chance_narrowed_their_limits() {
    let months = read(include_str!("../data/laney-short.csv"), "complaints", "contacts");
    let laney = spc::rates(&months, Kind::Laney).expect("a chart");
    near(laney.sigma_z.unwrap(), 0.378_397, 1e-5);
    assert_eq!(laney.width, 1.0);
    let plain = spc::rates(&months, Kind::U).expect("a chart");
    assert_eq!(laney.points, plain.points);
    assert!(laney.points.iter().all(|point| point.signal.is_none()));
    let twice: Vec<_> = months.iter().chain(&months).copied().collect();
    assert_eq!(spc::rates(&twice, Kind::Laney).expect("a chart").width, 1.0);
}

#[test]
fn weeks_without_events_were_a_run_below_the_usual_level() {
    let mut weeks = vec![Some(Count { count: 0.0, exposure: 400.0 }); 26];
    for at in [3, 11, 12, 20, 25] {
        weeks[at] = Some(Count { count: 1.0, exposure: 400.0 });
    }
    let chart = spc::rates(&weeks, Kind::U).expect("a chart");
    assert_eq!(chart.run, None);
    assert!(chart.points.iter().all(|point| point.signal.is_none()));
    assert_eq!(Kind::for_counts(&weeks), Kind::Laney, "five events make no chart of waits");
    let long: Vec<_> = weeks.iter().cycle().take(104).copied().collect();
    assert_eq!(Kind::for_counts(&long), Kind::T);
    let full = vec![Some(Count { count: 10.0, exposure: 10.0 }); 25];
    let full: Vec<_> = full.into_iter().chain([Some(Count { count: 9.0, exposure: 10.0 })]).collect();
    assert_eq!(spc::proportions(&full, Kind::P).expect("a chart").run, None);
}

#[test]
fn a_rate_was_printed_without_its_range() {
    let rate = rate::garwood(31.0, 1900.0, 1000.0).expect("a rate");
    assert!(rate.lower < 11.1 && rate.upper > 23.1 && rate.lower > 11.0 && rate.upper < 23.2, "{rate:?}");
    let share = rate::wilson(27.0, 30.0, 1.0).expect("a share");
    assert!(share.lower > 0.74 && share.upper < 0.966, "{share:?}");
}

#[test]
fn a_level_between_two_steps_of_rounding_was_lower_than_usual() {
    let scores = |text: &str| -> Vec<Option<f64>> {
        text.split(' ').map(|value| Some(value.parse().expect("a number"))).collect()
    };
    let marked = |values: &[Option<f64>]| {
        let chart = spc::xmr_in_steps(values, true, spc::step_of(values)).expect("a chart");
        let signal = |point: &spc::Point| Some((point.index, point.signal?.direction));
        chart.points.iter().filter_map(signal).collect::<Vec<_>>()
    };
    // Nothing but rounding: a level of 23, on the way up to 25 in some weeks and in eight in a row not.
    let steady = "20 30 20 20 30 20 30 20 30 20 20 20 20 20 20 20 20 30 20 30 20 20 30 20 20";
    let level = scores(&format!("{steady} 20"));
    let bare = spc::xmr(&level, true).expect("a chart");
    assert!(bare.points.iter().any(|point| point.signal.is_some()), "what it said before");
    assert_eq!(marked(&level), []);
    // Two steps are no rounding, and neither is a level that moved for good.
    assert_eq!(marked(&scores(&format!("{steady} 60"))), [(25, Direction::High)]);
    let moved = marked(&scores(&format!("{steady} 40 30 40 40 40 30 40 40 40 40")));
    assert!((31..35).all(|last| moved.contains(&(last, Direction::High))), "{moved:?}");
    // Values that were not rounded have no step to speak of.
    assert_eq!(spc::step_of(&scores("3 3 3")), 0.0);
    assert_eq!(spc::step_of(&[None, Some(40.0), Some(25.0), None, Some(40.0)]), 15.0);
}
