//! Numbers and series with heavier tails or a memory.

use stats::random::SplitMix64;

use super::draws::noise;

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
