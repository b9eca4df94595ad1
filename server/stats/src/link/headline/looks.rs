//! A verdict that holds at every look.
//!
//! A figure that is looked at every week crosses any fixed limit sooner or later. So the chance of a false
//! finding is spent over time (Lan and DeMets 1983), here over the logarithm of the number of periods: half of
//! its natural clock, since an estimate from twice the data is about as new as the first one was. How fast
//! looks at z spend it there is the rate at which a standardised sum of independent parts crosses z in either
//! direction, (z − 1/z) φ(z) for each unit of ln(periods) (Siegmund 1985, ch. 4). Little is spent in the first
//! year, whose seasons cannot be told from anything else yet, the most a few weeks after it, and ever less after that,
//! so that the sum stays below the level however long the looks go on. An estimate with a variance from a dozen
//! clusters crosses about twice as often as a sum of normal parts; what is spent leaves room for that.

use super::super::PeriodLength;
use crate::distribution::{finite, normal_density, normal_quantile_above};

/// The chance of ever claiming a link where there is none.
pub const LEVEL: f64 = 0.05;
/// What is spent at [`LEVEL`] for each unit of ln(periods) in the main stretch.
const SPENT: f64 = 0.026;
/// After the main stretch, what is spent falls by e with this much more ln(periods).
const FADING: f64 = 0.35;
/// Before it, what is spent grows with this power of the number of periods.
const GROWTH: f64 = 4.0;

/// Number of periods at which the main stretch of looks begins and ends: a moment in the second year where there are many
/// looks a month, as long as an estimate needs where there are few.
fn main_stretch(length: PeriodLength) -> (f64, f64) {
    match length {
        PeriodLength::Day => (420.0, 420.0),
        PeriodLength::Week => (60.0, 60.0),
        PeriodLength::Month => (12.0, 32.0),
        PeriodLength::Quarter => (8.0, 21.0),
        PeriodLength::Year => (6.0, 16.0),
    }
}

/// What may be spent around a number of periods, for each unit of its logarithm, at [`LEVEL`].
fn spending(periods: f64, length: PeriodLength) -> f64 {
    let (begin, end) = main_stretch(length);
    let periods = periods.max(1.0);
    let before = (GROWTH * (periods / begin).ln()).min(0.0);
    let after = ((periods / end).ln() / FADING).max(0.0);
    SPENT * (before - after).exp()
}

/// The p-value of one look turned into one that holds whenever one looks: the chance that some look shows at
/// least as much, as far as chance is spent at this one.
#[must_use]
pub fn always_valid(p: f64, periods: f64, length: PeriodLength) -> Option<f64> {
    if p >= 1.0 {
        return Some(1.0);
    }
    // Far out the tail has no number any more, and no look asks for one.
    let z = normal_quantile_above(0.5 * p.max(1e-300))?;
    let spent = (z - 1.0 / z) * normal_density(z);
    // The rate of crossings falls from here on; below, every look shows as much.
    let value = if z < 2.0 { 1.0 } else { LEVEL * spent / spending(periods, length) };
    finite(value.clamp(p, 1.0))
}

/// The p-value a single look must stay below for its [`always_valid`] one to stay below [`LEVEL`].
#[must_use]
pub fn level(periods: f64, length: PeriodLength) -> Option<f64> {
    let (mut low, mut high) = (-300.0_f64, 0.0_f64);
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        let p = 10_f64.powf(middle);
        if always_valid(p, periods, length)? < LEVEL { low = middle } else { high = middle }
    }
    finite(10_f64.powf(low))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SplitMix64;

    #[test]
    fn a_look_must_show_more_than_a_single_test_would() {
        let week = |periods| level(periods, PeriodLength::Week).unwrap_or_default();
        for (periods, z) in [(26.0, 3.834), (60.0, 2.669), (104.0, 3.285), (208.0, 3.892)] {
            let found = normal_quantile_above(0.5 * week(periods)).unwrap_or_default();
            assert!((found - z).abs() < 1e-3, "{periods}: {found}");
        }
        assert!(week(13.0) < week(26.0));
        let p = always_valid(week(52.0), 52.0, PeriodLength::Week).unwrap_or_default();
        assert!((p - LEVEL).abs() < 1e-6, "{p}");
        assert_eq!(always_valid(0.2, 52.0, PeriodLength::Week), Some(1.0));
        assert_eq!(always_valid(1.0, 52.0, PeriodLength::Week), Some(1.0));
    }

    /// Normal sums, looked at every week for ten years.
    #[test]
    fn chance_is_not_spent_up_by_looking_every_week() {
        let limits: Vec<f64> = (0..=520)
            .map(|week| {
                let p = level(f64::from(week.max(12)), PeriodLength::Week).unwrap_or_default();
                normal_quantile_above(0.5 * p).unwrap_or_default() * f64::from(week).sqrt()
            })
            .collect();
        let mut random = SplitMix64::new(7);
        let (mut two_years, mut ten_years) = (0, 0);
        for _ in 0..2000 {
            let mut sum = 0.0;
            let crosses = |week: &usize| {
                let uniform =
                    |random: &mut SplitMix64| (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
                sum += (0..12).map(|_| uniform(&mut random)).sum::<f64>() - 6.0;
                *week >= 12 && sum.abs() > limits[*week]
            };
            let first = (1..=520).find(crosses);
            ten_years += u32::from(first.is_some());
            two_years += u32::from(first.is_some_and(|week| week <= 104));
        }
        assert!((20..=60).contains(&two_years), "{two_years} of 2000");
        assert!(ten_years <= 80, "{ten_years} of 2000");
    }
}
