//! P-values that do not lean on there being many units: the data are compared with rearrangements of
//! themselves that would be just as likely if there were no link.

use crate::poisson::Score;
use crate::random::SplitMix64;

/// Up to this number of units all sign vectors are tried.
pub const MOST_UNITS_ENUMERATED: usize = 14;
/// Random sign vectors beyond that.
pub const SIGN_DRAWS: u32 = 9999;
/// Random shifts in time.
pub const SHIFT_DRAWS: u32 = 999;
/// Draws of shifts that are worked out together.
const TOGETHER: u32 = 16;

/// The sum of the scores over its standard error: the larger, the more the units agree.
///
/// Σs / √(G/(G−1) Σ(s − s̄)²), with G units. 0 for fewer than two units or when all scores are 0; scores
/// that agree perfectly give a huge but finite value.
#[must_use]
pub fn agreement(scores: &[f64]) -> f64 {
    let units = scores.len() as f64;
    let sum: f64 = scores.iter().sum();
    if scores.len() < 2 || sum == 0.0 || !sum.is_finite() {
        return 0.0;
    }
    let mean = sum / units;
    let squares: f64 = scores.iter().map(|score| (score - mean) * (score - mean)).sum();
    let error = (units / (units - 1.0) * squares).sqrt();
    (sum / error).clamp(-1e100, 1e100)
}

/// Two-sided p-value from flipping the signs of whole units' scores (Hemerik, Goeman and Finos 2020).
///
/// With up to [`MOST_UNITS_ENUMERATED`] units all sign vectors are tried and the p-value is exact, never
/// below 2/2ᴳ; beyond that [`SIGN_DRAWS`] random ones are. `None` for fewer than two units.
#[must_use]
pub fn sign_flip(scores: &[f64], seed: u64) -> Option<f64> {
    if scores.len() < 2 || scores.iter().any(|score| !score.is_finite()) {
        return None;
    }
    let reached = threshold(scores);
    let mut flipped = scores.to_vec();
    if scores.len() <= MOST_UNITS_ENUMERATED {
        let vectors = 1_u32 << scores.len();
        let as_extreme = (0..vectors)
            .filter(|bits| {
                for (unit, score) in scores.iter().enumerate() {
                    flipped[unit] = if bits >> unit & 1 == 1 { *score } else { -score };
                }
                agreement(&flipped).abs() >= reached
            })
            .count();
        return Some(as_extreme as f64 / f64::from(vectors));
    }
    let mut random = SplitMix64::new(seed);
    let mut as_extreme = 0_u32;
    for _ in 0..SIGN_DRAWS {
        for (unit, score) in scores.iter().enumerate() {
            flipped[unit] = random.sign() * score;
        }
        as_extreme += u32::from(agreement(&flipped).abs() >= reached);
    }
    Some(f64::from(as_extreme + 1) / f64::from(SIGN_DRAWS + 1))
}

/// Two-sided p-value from moving each unit's predictor around in time by a random distance.
///
/// Both series keep their own slow movements, only their alignment is lost. So a large value here beside
/// a small one elsewhere says that two unrelated trends may have met by chance. Distances stay away from
/// 0 by nine periods or a third of the unit's rows, whichever is less.
#[must_use]
pub fn circular_shift(score: &Score<'_>, draws: u32, seed: u64) -> Option<f64> {
    let reached = threshold(&score.of_units()?);
    let lengths = score.lengths();
    if lengths.len() < 2 {
        return None;
    }
    let mut random = SplitMix64::new(seed);
    let mut draw = || {
        let distance = |length: &usize| {
            let nearest = (length / 3).min(9);
            nearest + random.below((length - 2 * nearest + 1) as u64) as usize
        };
        lengths.iter().map(distance).collect::<Vec<usize>>()
    };
    let mut as_extreme = 0_u32;
    let mut rotations = score.rotations();
    for begun in (0..draws).step_by(TOGETHER as usize) {
        let shifts: Vec<_> = (begun..draws.min(begun + TOGETHER)).map(|_| draw()).collect();
        for scores in rotations.scores(&shifts)? {
            as_extreme += u32::from(agreement(&scores).abs() >= reached);
        }
    }
    Some(f64::from(as_extreme + 1) / f64::from(draws + 1))
}

/// What a rearrangement has to reach to count as extreme; a little less than the data's own value, so
/// that rounding cannot make the data less extreme than themselves.
fn threshold(scores: &[f64]) -> f64 {
    let own = agreement(scores).abs();
    own - 1e-9 * (1.0 + own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn perfect_agreement_of_six_units_reaches_the_smallest_p() {
        assert_eq!(sign_flip(&[1.0, 2.0, 1.5, 0.5, 3.0, 1.0], 1), Some(2.0 / 64.0));
        assert_eq!(sign_flip(&[1.0; 6], 1), Some(2.0 / 64.0));
    }

    #[test]
    fn scores_of_zero_say_nothing() {
        assert_eq!(sign_flip(&[0.0; 6], 1), Some(1.0));
        assert_eq!(sign_flip(&[1.0], 1), None);
        assert_eq!(sign_flip(&[1.0, f64::NAN], 1), None);
    }

    #[test]
    fn many_units_are_sampled_and_the_seed_decides() {
        let scores: Vec<f64> = (0..20).map(|unit| f64::from(unit) - 5.0).collect();
        let p = sign_flip(&scores, 42);
        assert_eq!(p, sign_flip(&scores, 42));
        assert!(p.is_some_and(|p| p > 1e-4 && p < 0.05), "{p:?}");
        let reversed: Vec<f64> = scores.iter().map(|score| -score).collect();
        assert_eq!(sign_flip(&reversed, 42), p);
    }
}
