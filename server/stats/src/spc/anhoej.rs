//! Anhøj's rules: is the process steady, judged by runs about the median alone?
//!
//! They need no limits and no normal distribution, so they suit short and skewed series (Anhøj and
//! Olesen 2014, "Run charts revisited").

use crate::distribution::binomial_at_most;
use serde::{Deserialize, Serialize};

/// Runs about the median.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Runs {
    /// Points off the median.
    pub n: usize,
    /// Length of the longest run on one side.
    pub longest: usize,
    /// The longest a steady process is likely to show: log₂ n, rounded, plus 3.
    pub longest_max: usize,
    /// How often the series crosses the median.
    pub crossings: usize,
    /// The fewest crossings a steady process is likely to show: 5 % point of the binomial distribution
    /// with n − 1 trials of chance one half.
    pub crossings_min: usize,
    /// Whether the longest run is too long or the crossings are too few.
    pub signal: bool,
}

/// Counts runs about the median. Points on it, and gaps, are left out. `None` when fewer than two points
/// remain.
#[must_use]
pub fn runs(values: &[Option<f64>]) -> Option<Runs> {
    let known: Vec<f64> = values.iter().copied().flatten().filter(|value| value.is_finite()).collect();
    let median = median(&known)?;
    let sides: Vec<bool> =
        known.iter().filter(|value| **value != median).map(|value| *value > median).collect();
    let n = sides.len();
    if n < 2 {
        return None;
    }
    let longest = sides.chunk_by(|a, b| a == b).map(<[bool]>::len).max()?;
    let crossings = sides.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let longest_max = (n as f64).log2().round() as usize + 3;
    let trials = u32::try_from(n - 1).ok()?;
    let crossings_min =
        (0..=trials).find(|k| binomial_at_most(*k, trials, 0.5).is_some_and(|p| p >= 0.05))? as usize;
    let signal = longest > longest_max || crossings < crossings_min;
    Some(Runs { n, longest, longest_max, crossings, crossings_min, signal })
}

fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let high = *sorted.get(sorted.len() / 2)?;
    let low = *sorted.get(sorted.len().checked_sub(1)? / 2)?;
    Some(0.5 * (low + high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternating_points_are_steady_and_a_step_is_not() {
        let alternating: Vec<Option<f64>> = (0..24).map(|i| Some(f64::from(i % 2))).collect();
        let steady = runs(&alternating).expect("runs");
        assert_eq!((steady.longest, steady.crossings, steady.signal), (1, 23, false));
        let step: Vec<Option<f64>> = (0..24).map(|i| Some(f64::from(u8::from(i >= 12)))).collect();
        let shifted = runs(&step).expect("runs");
        assert_eq!(
            (shifted.longest, shifted.longest_max, shifted.crossings, shifted.crossings_min),
            (12, 8, 1, 8)
        );
        assert!(shifted.signal);
    }

    #[test]
    fn points_on_the_median_and_gaps_are_left_out() {
        let values = [Some(1.0), None, Some(2.0), Some(3.0), Some(2.0)];
        assert_eq!(runs(&values).map(|runs| runs.n), Some(2));
        assert_eq!(runs(&[Some(1.0); 9]), None);
        assert_eq!(runs(&[]), None);
    }
}
