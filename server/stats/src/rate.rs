//! One rate and its 95 % interval: so many complaints in so many contacts.

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

    #[test]
    fn impossible_input_has_no_rate() {
        assert_eq!(garwood(1.0, 0.0, 1.0), None);
        assert_eq!(byar(-1.0, 1.0, 1.0), None);
        assert_eq!(garwood(f64::NAN, 1.0, 1.0), None);
    }
}
