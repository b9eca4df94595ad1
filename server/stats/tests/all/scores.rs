//! Scores of surveys against published figures and against their own meaning.

use stats::{
    rate::wilson,
    score::{difference, mean_of_scale, recommendation},
};

fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 5e-5, "{found} is not {wanted}");
}

/// Newcombe (1998), table II, method 10: 56/70 less 48/80 is 0.0524 to 0.3339; 9/10 less 3/10 is 0.1705 to 0.8090; 10/10
/// less 0/10 is 0.6075 to 1.
#[test]
fn the_difference_of_two_shares_is_newcombes() {
    for (one, other, lower, upper) in [
        ((56.0, 70.0), (48.0, 80.0), 0.0524, 0.3339),
        ((9.0, 10.0), (3.0, 10.0), 0.1705, 0.8090),
        ((10.0, 10.0), (0.0, 10.0), 0.6075, 1.0),
    ] {
        let found = difference(one, other).unwrap();
        near(found.lower, lower);
        near(found.upper, upper);
        let back = difference(other, one).unwrap();
        near(back.lower, -upper);
        near(back.upper, -lower);
    }
}

/// Two answers of 3 and two of 5: mean 4, standard deviation 2/√3, t with three degrees 3.182446.
#[test]
fn a_mean_has_students_interval_cut_to_the_scale() {
    let found = mean_of_scale(&[0.0, 0.0, 2.0, 0.0, 2.0], 1.0).unwrap();
    near(found.mean, 4.0);
    near(found.deviation, 2.0 / 3.0_f64.sqrt());
    let (lower, upper) = found.interval.unwrap();
    near(lower, 4.0 - 3.182_446 * (2.0 / 3.0_f64.sqrt()) / 2.0);
    near(upper, 5.0);
    let agree = mean_of_scale(&[0.0, 0.0, 0.0, 7.0, 0.0], 1.0).unwrap();
    assert_eq!((agree.mean, agree.interval), (4.0, None));
    assert_eq!(mean_of_scale(&[0.0; 5], 1.0), None);
    assert_eq!(mean_of_scale(&[0.5, 0.0, 0.0, 0.0, 0.0], 1.0), None);
    assert_eq!(mean_of_scale(&[-1.0, 2.0, 0.0, 0.0, 0.0], 1.0), None);
}

#[test]
fn a_recommendation_score_is_drawn_towards_the_middle_and_stays_on_its_scale() {
    let found = recommendation(40.0, 40.0, 20.0).unwrap();
    near(found.score, 20.0);
    near(found.centre, 100.0 * 20.0 / 103.0);
    let (p, d) = (40.75 / 103.0, 20.75 / 103.0);
    let reach = 195.996_398_454 * ((p + d - (p - d) * (p - d)) / 103.0_f64).sqrt();
    near(found.lower, found.centre - reach);
    near(found.upper, found.centre + reach);
    let all = recommendation(10.0, 0.0, 0.0).unwrap();
    assert!(all.score == 100.0 && all.upper == 100.0 && all.centre < 100.0 && all.lower < all.centre);
    assert_eq!(recommendation(0.0, 0.0, 0.0), None);
    assert_eq!(recommendation(1.0, -1.0, 0.0), None);
}

proptest::proptest! {
    #[test]
    fn every_interval_holds_its_score_and_stays_within_its_scale(counts in proptest::collection::vec(0_u32..500, 5)) {
        let counts: Vec<f64> = counts.into_iter().map(f64::from).collect();
        if let Some(found) = mean_of_scale(&counts, 1.0) {
            let (lower, upper) = found.interval.unwrap_or((found.mean, found.mean));
            proptest::prop_assert!(1.0 <= lower && lower <= found.mean + 1e-9 && found.mean <= upper + 1e-9 && upper <= 5.0);
        }
        let (p, n, d) = (counts[0], counts[1], counts[2]);
        if let Some(found) = recommendation(p, n, d) {
            proptest::prop_assert!(-100.0 <= found.lower && found.lower <= found.upper && found.upper <= 100.0);
            let back = recommendation(d, n, p).unwrap();
            proptest::prop_assert!((found.lower + back.upper).abs() < 1e-9);
        }
        if let (Some(one), Some(found)) = (wilson(p, p + n, 1.0), difference((p, p + n), (d, d + counts[3] + 1.0))) {
            proptest::prop_assert!(one.rate - 1.0 <= found.score && -1.0 <= found.lower && found.lower <= found.score + 1e-12);
            proptest::prop_assert!(found.score <= found.upper + 1e-12 && found.upper <= 1.0);
        }
    }
}
