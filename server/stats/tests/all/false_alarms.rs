//! Where there is no link, how often is one found? Predictor and rate both wander slowly, as they do in
//! life, and independently of each other.

use stats::poisson::{Covariances, Data, Score, fit};
use stats::random::SplitMix64;
use stats::resampling::sign_flip;

use crate::draws::{noise, poisson};

const UNITS: usize = 10;
const WEEKS: usize = 52;
const REPETITIONS: usize = 200;

/// A series that keeps most of its last value.
fn wander(random: &mut SplitMix64) -> Vec<f64> {
    let mut last = noise(random);
    (0..WEEKS)
        .map(|_| {
            last = 0.8 * last + 0.6 * noise(random);
            last
        })
        .collect()
}

fn no_link(random: &mut SplitMix64) -> Data {
    let unit: Vec<usize> = (0..UNITS).flat_map(|unit| [unit; WEEKS]).collect();
    let week: Vec<i64> = (0..UNITS).flat_map(|_| 0..WEEKS as i64).collect();
    let predictor: Vec<f64> = (0..UNITS).flat_map(|_| wander(random)).collect();
    let rate: Vec<f64> = (0..UNITS).flat_map(|_| wander(random)).collect();
    let count: Vec<f64> = rate.iter().map(|rate| poisson(random, 5.0 * (0.3 * rate).exp())).collect();
    let exposure = vec![400.0; unit.len()];
    Data::new(&unit, &unit, Some(&week), &count, &exposure, &[predictor]).expect("a table")
}

/// Two-sided 5 % point of Student's t with nine degrees of freedom.
const CRITICAL: f64 = 2.262_157;

#[test]
fn false_alarms_stay_near_their_nominal_five_percent() {
    let mut random = SplitMix64::new(2024);
    let (mut classic, mut careful) = (0, 0);
    for _ in 0..REPETITIONS {
        let data = no_link(&mut random);
        let fit = fit(&data).expect("a fit");
        let t = |covariance: &[f64]| (fit.slopes[0] / Covariances::standard_errors(covariance)[0]).abs();
        let scores = Score::new(&data, 0).expect("scores").of_units().expect("scores");
        let is_flip_significant = sign_flip(&scores, 1).expect("a p-value") < 0.05;
        let is_jackknife_significant = t(fit.covariances.cv3l.as_ref().expect("a covariance")) > CRITICAL;
        classic += usize::from(t(&fit.covariances.classic) > 1.96);
        careful += usize::from(is_flip_significant && is_jackknife_significant);
    }
    // 5 % of 200 is 10, with a standard deviation of 3.
    assert!(careful <= 18, "{careful} of {REPETITIONS}");
    assert!(classic > 2 * careful, "classic {classic}, careful {careful} of {REPETITIONS}");
    eprintln!("found where there is nothing: classic {classic}, careful {careful} of {REPETITIONS}");
}
