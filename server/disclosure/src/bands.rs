//! Answers in three bands (R3): more telling than a mean, so with conditions of its own.

use crate::figures::{Counts, FigureError, checked_answers};
use crate::threshold::Threshold;

/// Shares of the answers in the lower two, the middle and the upper two of five values, in whole per cent.
/// They add up to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Distribution {
    /// Answers 1 and 2, or −2 and −1.
    pub low: i32,
    /// Answer 3, or 0.
    pub middle: i32,
    /// Answers 4 and 5, or +1 and +2.
    pub high: i32,
}

/// The answers in three bands, if none of them holds over 90 %. Rounded by largest remainder, the lower band
/// first among equals.
///
/// Which units may show a distribution is decided by a [`release`](fn@crate::release) of its own, with the
/// same threshold.
///
/// # Errors
/// [`FigureError::TooFewAnswers`], [`FigureError::OneBandDominates`].
pub fn distribution(counts: &Counts, threshold: Threshold) -> Result<Distribution, FigureError> {
    let answers = checked_answers(counts, u64::MAX, threshold)?;
    let wide = counts.map(u64::from);
    let bands = [wide[0] + wide[1], wide[2], wide[3] + wide[4]];
    if bands.iter().any(|&band| band * 10 > answers * 9) {
        return Err(FigureError::OneBandDominates);
    }
    let mut shares = bands.map(|band| band * 100 / answers);
    let missing = 100 - shares.iter().sum::<u64>();
    let mut by_remainder = [0, 1, 2];
    by_remainder.sort_by_key(|&band| std::cmp::Reverse(bands[band] * 100 % answers));
    for (&band, _) in by_remainder.iter().zip(0..missing) {
        shares[band] += 1;
    }
    // Shares of a hundred fit any integer.
    let [low, middle, high] = shares.map(|share| share as i32);
    Ok(Distribution { low, middle, high })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distribution_adds_up_to_a_hundred() {
        let k = Threshold::DISTRIBUTION_DEFAULT;
        assert_eq!(distribution(&[2, 2, 4, 1, 3], k), Ok(Distribution { low: 34, middle: 33, high: 33 }));
        assert_eq!(distribution(&[1, 1, 4, 1, 8], k), Ok(Distribution { low: 13, middle: 27, high: 60 }));
        assert_eq!(distribution(&[1, 0, 4, 1, 5], k), Ok(Distribution { low: 9, middle: 36, high: 55 }));
    }

    #[test]
    fn a_distribution_is_withheld_only_above_nine_tenths_in_one_band() {
        let k = Threshold::DISTRIBUTION_DEFAULT;
        assert_eq!(distribution(&[1, 0, 0, 4, 5], k), Ok(Distribution { low: 10, middle: 0, high: 90 }));
        for one_sided in [[1, 0, 0, 5, 5], [6, 4, 0, 1, 0], [0, 0, 10, 0, 0]] {
            assert_eq!(distribution(&one_sided, k), Err(FigureError::OneBandDominates));
        }
    }

    #[test]
    fn nine_answers_make_no_distribution() {
        let k = Threshold::DISTRIBUTION_DEFAULT;
        assert_eq!(distribution(&[1, 2, 2, 2, 2], k), Err(FigureError::TooFewAnswers));
    }

    #[test]
    fn the_largest_counts_do_not_overflow() {
        let everybody = distribution(&[u32::MAX; 5], Threshold::DISTRIBUTION_DEFAULT);
        assert_eq!(everybody, Ok(Distribution { low: 40, middle: 20, high: 40 }));
    }
}
