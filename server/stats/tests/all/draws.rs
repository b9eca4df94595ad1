//! Random numbers of a few kinds, for tests and simulations.

use stats::random::SplitMix64;

/// From 0 up to, not including, 1.
pub(crate) fn uniform(random: &mut SplitMix64) -> f64 {
    (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// Roughly normal with variance 1: twelve uniform numbers less six.
pub(crate) fn noise(random: &mut SplitMix64) -> f64 {
    (0..12).map(|_| uniform(random)).sum::<f64>() - 6.0
}

/// A Poisson count, in parts of a mean of at most 20 each (a sum of Poisson counts is one), by
/// multiplication of uniform numbers (Knuth); above a mean of 10,000 the nearest whole number to a normal one,
/// because a heavy tail reaches means that nobody can multiply up to.
pub(crate) fn poisson(random: &mut SplitMix64, mean: f64) -> f64 {
    if mean > 10_000.0 {
        return (mean + mean.sqrt() * noise(random)).round();
    }
    let parts = (mean / 20.0).ceil().max(1.0);
    let floor = (-mean / parts).exp();
    let mut count = 0.0;
    for _ in 0..parts as u32 {
        let mut product = uniform(random);
        while product > floor {
            product *= uniform(random);
            count += 1.0;
        }
    }
    count
}
