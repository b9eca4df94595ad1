//! One rate or share and its 95 % interval: so many complaints in so many contacts.

use crate::distribution::poisson_mean_reaching;
use serde::{Deserialize, Serialize};

/// A rate with a 95 % interval, all three in events per one unit of exposure times `per`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Rate {
    /// Events per `per` units of exposure.
    pub rate: f64,
    /// Lower end of the interval; 0 when there were no events.
    pub lower: f64,
    /// Upper end of the interval.
    pub upper: f64,
}

/// Exact (Garwood 1936) interval: the Poisson means under which a count this high, or this low, would
/// each have probability 0.025. `per` is the display unit, for example 1,000 contacts.
///
/// `None` when `count` is negative or `exposure` or `per` is not positive, or any is not finite.
#[must_use]
pub fn garwood(count: f64, exposure: f64, per: f64) -> Option<Rate> {
    check(count, exposure, per)?;
    let lower = poisson_mean_reaching(count, 0.025)?;
    let upper = poisson_mean_reaching(count + 1.0, 0.975)?;
    assemble(count, lower, upper, exposure, per)
}

/// Byar's approximation to the exact interval (Breslow and Day 1987, *Statistical Methods in Cancer
/// Research* II, p. 69), the one public health tables print. Arguments and errors as for [`garwood`].
#[must_use]
pub fn byar(count: f64, exposure: f64, per: f64) -> Option<Rate> {
    check(count, exposure, per)?;
    const Z: f64 = 1.959_963_984_540_054;
    let cube = |y: f64, sign: f64| y * (1.0 - 1.0 / (9.0 * y) + sign * Z / (3.0 * y.sqrt())).powi(3);
    let lower = if count > 0.0 { cube(count, -1.0).max(0.0) } else { 0.0 };
    assemble(count, lower, cube(count + 1.0, 1.0), exposure, per)
}

/// A share with Wilson's (1927) 95 % interval, which stays between 0 and 1 and gives hits and misses mirrored
/// ranges: the shares from which `count` of `trials` lies less than 1.96 standard deviations away. `per` is the
/// display unit, 1 or 100.
///
/// `None` as for [`garwood`], and when `count` is above `trials`.
#[must_use]
pub fn wilson(count: f64, trials: f64, per: f64) -> Option<Rate> {
    check(count, trials, per)?;
    if count > trials {
        return None;
    }
    const Z: f64 = 1.959_963_984_540_054;
    let share = count / trials;
    let whole = 1.0 + Z * Z / trials;
    let middle = (share + 0.5 * Z * Z / trials) / whole;
    let reach = Z / whole * (share * (1.0 - share) / trials + 0.25 * (Z / trials).powi(2)).sqrt();
    let lower = if count == 0.0 { 0.0 } else { (middle - reach).max(0.0) };
    let upper = if count == trials { 1.0 } else { (middle + reach).min(1.0) };
    Some(Rate { rate: share * per, lower: lower * per, upper: upper * per })
}

fn check(count: f64, exposure: f64, per: f64) -> Option<()> {
    let sound = count.is_finite() && count >= 0.0 && exposure.is_finite() && exposure > 0.0;
    (sound && per.is_finite() && per > 0.0).then_some(())
}

fn assemble(count: f64, lower: f64, upper: f64, exposure: f64, per: f64) -> Option<Rate> {
    let scale = per / exposure;
    let rate = Rate { rate: count * scale, lower: lower * scale, upper: upper * scale };
    (rate.rate.is_finite() && rate.upper.is_finite()).then_some(rate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_in_eight_hundred_is_five_per_thousand() {
        let rate = byar(4.0, 800.0, 1000.0).expect("a rate");
        assert!((rate.rate - 5.0).abs() < 1e-12);
        assert_eq!(
            (format!("{:.2}", rate.lower), format!("{:.2}", rate.upper)),
            ("1.35".into(), "12.80".into())
        );
    }

    /// Garwood's table gives 1.0899 to 10.2416 for a count of four.
    #[test]
    fn the_exact_interval_of_four_is_garwoods() {
        let rate = garwood(4.0, 1.0, 1.0).expect("a rate");
        assert!((rate.lower - 1.0899).abs() < 5e-5 && (rate.upper - 10.2416).abs() < 5e-5);
    }

    #[test]
    fn no_events_give_zero_to_three_point_seven() {
        let rate = garwood(0.0, 1.0, 1.0).expect("a rate");
        assert_eq!(rate.lower, 0.0);
        assert!((rate.upper - 3.688_879_454_113_936).abs() < 1e-9);
        assert_eq!(byar(0.0, 1.0, 1.0).expect("a rate").lower, 0.0);
    }

    /// Newcombe (1998), table I: 81 of 263 has 0.2553 to 0.3662 by Wilson's method, 0 of 20 up to 0.1611.
    #[test]
    fn wilsons_interval_is_newcombes_and_stays_a_share() {
        let share = wilson(81.0, 263.0, 1.0).expect("a share");
        assert!((share.lower - 0.2553).abs() < 5e-5 && (share.upper - 0.3662).abs() < 5e-5, "{share:?}");
        let none = wilson(0.0, 20.0, 1.0).expect("a share");
        assert!(none.lower == 0.0 && (none.upper - 0.1611).abs() < 5e-5);
        let all = wilson(20.0, 20.0, 1.0).expect("a share");
        assert!(all.upper == 1.0 && (all.lower + none.upper - 1.0).abs() < 1e-12);
    }

    #[test]
    fn impossible_input_has_no_rate() {
        assert_eq!(wilson(3.0, 2.0, 1.0), None);
        assert_eq!(garwood(1.0, 0.0, 1.0), None);
        assert_eq!(byar(-1.0, 1.0, 1.0), None);
        assert_eq!(garwood(f64::NAN, 1.0, 1.0), None);
    }
}
