//! How many is more than chance.

use crate::distribution::poisson_above;

/// The most that comes by chance: the lowest count that a Poisson number of this mean exceeds with a probability below
/// `chance`. Nothing exceeds 0 where the mean is 0.
///
/// `None` when the mean is negative or not finite, or `chance` is not between 0 and 1.
#[must_use]
pub fn poisson_limit(mean: f64, chance: f64) -> Option<u32> {
    let is_sound = mean.is_finite() && mean >= 0.0 && chance > 0.0 && chance < 1.0;
    if !is_sound {
        return None;
    }
    // Bisection on a count: the probability falls as it grows.
    let exceeds = |count: u32| poisson_above(count, mean).map(|above| above >= chance);
    if !exceeds(0)? {
        return Some(0);
    }
    let (mut low, mut high) = (0_u32, 1_u32);
    while exceeds(high)? {
        low = high;
        high = high.checked_mul(2)?;
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if exceeds(middle)? { low = middle } else { high = middle }
    }
    Some(high)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// P(X > k) added up term by term, for comparison.
    fn above(count: u32, mean: f64) -> f64 {
        let mut term = (-mean).exp();
        let mut at_most = term;
        for k in 1..=count {
            term *= mean / f64::from(k);
            at_most += term;
        }
        1.0 - at_most
    }

    #[test]
    fn the_limit_is_the_first_count_that_is_hardly_ever_exceeded() {
        for mean in [0.05, 0.5, 1.0, 2.4, 5.0, 12.0] {
            let limit = poisson_limit(mean, 1e-4).expect("a limit");
            assert!(above(limit, mean) < 1e-4, "{mean}: {limit}");
            assert!(above(limit - 1, mean) >= 1e-4, "{mean}: {limit} is higher than need be");
        }
        assert_eq!(poisson_limit(0.0, 1e-4), Some(0));
        assert_eq!(poisson_limit(1.0, 1e-4), Some(6));
    }

    #[test]
    fn what_is_no_mean_and_no_chance_has_no_limit() {
        for (mean, chance) in [(-1.0, 0.1), (f64::NAN, 0.1), (f64::INFINITY, 0.1), (1.0, 0.0), (1.0, 1.0)] {
            assert_eq!(poisson_limit(mean, chance), None, "{mean} {chance}");
        }
    }
}
