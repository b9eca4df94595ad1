//! Random numbers of several kinds, all from one generator.

use stats::random::SplitMix64;

pub(crate) fn uniform(random: &mut SplitMix64) -> f64 {
    (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// Roughly normal with variance 1: twelve uniform numbers less six.
pub(crate) fn noise(random: &mut SplitMix64) -> f64 {
    (0..12).map(|_| uniform(random)).sum::<f64>() - 6.0
}

/// Student's t with few degrees of freedom.
pub(crate) fn student(freedom: u32, random: &mut SplitMix64) -> f64 {
    let squares: f64 = (0..freedom).map(|_| noise(random).powi(2)).sum();
    noise(random) / (squares / f64::from(freedom)).sqrt()
}

/// A series with variance 1 that keeps a share of its last value.
pub(crate) struct Walk {
    share: f64,
    last: f64,
}

impl Walk {
    pub(crate) fn new(share: f64, random: &mut SplitMix64) -> Self {
        Self { share, last: noise(random) }
    }

    pub(crate) fn take(mut self, weeks: usize, random: &mut SplitMix64) -> Vec<f64> {
        (0..weeks)
            .map(|_| {
                self.last = self.share * self.last + (1.0 - self.share * self.share).sqrt() * noise(random);
                self.last
            })
            .collect()
    }
}

/// A Poisson count, in parts of a mean of at most 20 each (a sum of Poisson counts is one), by
/// multiplication of uniform numbers (Knuth).
pub(crate) fn poisson(mean: f64, random: &mut SplitMix64) -> f64 {
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
