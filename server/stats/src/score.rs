//! Scores of surveys, each with a 95 % interval: a mean of a scale, a recommendation score, a difference of two shares.
//! A share alone is in [`rate`](crate::rate::wilson).

use serde::{Deserialize, Serialize};

use crate::{
    distribution::{finite, t_quantile},
    rate::wilson,
};

const Z: f64 = 1.959_963_984_540_054;
/// What each of promoters and detractors is given beforehand, and the whole: Rocks' adjustment.
const ADDED: f64 = 0.75;
const ADDED_IN_ALL: f64 = 3.0;

/// A mean with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Mean {
    /// Mean.
    pub mean: f64,
    /// Standard deviation; 0 when all agree.
    pub deviation: f64,
    /// Ends of the interval, cut to the scale; none when all agree or there is a single answer.
    pub interval: Option<(f64, f64)>,
}

/// A score between two ends with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// The score.
    pub score: f64,
    /// What the interval is laid around.
    pub centre: f64,
    /// Lower end.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
}

/// The mean of answers on a scale with Student's interval: x̄ ± t₍ₙ₋₁₎ s/√n, cut to the scale. `counts` says how often each
/// step was chosen, the lowest first; the lowest step is `first`.
///
/// `None` without an answer, and for counts that are negative or not whole.
#[must_use]
pub fn mean_of_scale(counts: &[f64], first: f64) -> Option<Mean> {
    let is_sound = first.is_finite() && counts.iter().all(|n| n.is_finite() && *n >= 0.0 && n.fract() == 0.0);
    let n: f64 = counts.iter().sum();
    if !is_sound || n < 1.0 {
        return None;
    }
    let steps = || {
        counts.iter().scan(first - 1.0, |step, n| {
            *step += 1.0;
            Some((*step, *n))
        })
    };
    let mean = steps().map(|(step, n)| step * n).sum::<f64>() / n;
    let square = steps().map(|(step, n)| n * (step - mean).powi(2)).sum::<f64>();
    let agree = counts.iter().filter(|n| **n > 0.0).count() == 1;
    let last = steps().last().map_or(first, |(step, _)| step);
    if agree {
        return Some(Mean { mean, deviation: 0.0, interval: None });
    }
    let deviation = (square / (n - 1.0)).sqrt();
    let reach = t_quantile(0.975, n - 1.0)? * deviation / n.sqrt();
    Some(Mean { mean, deviation, interval: Some(((mean - reach).max(first), (mean + reach).min(last))) })
}

/// The recommendation score 100(P − D) with the adjusted Wald interval (Rocks 2016, Int. J. Market Research 58): each of
/// promoters and detractors + ¾, the whole + 3.
///
/// `None` without an answer, and for counts that are negative or not finite.
#[must_use]
pub fn recommendation(promoters: f64, passives: f64, detractors: f64) -> Option<Score> {
    let is_sound = [promoters, passives, detractors].iter().all(|n| n.is_finite() && *n >= 0.0);
    let n = promoters + passives + detractors;
    if !is_sound || n <= 0.0 {
        return None;
    }
    let whole = n + ADDED_IN_ALL;
    let (p, d) = ((promoters + ADDED) / whole, (detractors + ADDED) / whole);
    let centre = p - d;
    let reach = Z * ((p + d - centre * centre).max(0.0) / whole).sqrt();
    Some(Score {
        score: 100.0 * finite((promoters - detractors) / n)?,
        centre: 100.0 * centre,
        lower: (100.0 * (centre - reach)).max(-100.0),
        upper: (100.0 * (centre + reach)).min(100.0),
    })
}

/// The difference of two shares, the first less the second, with Newcombe's interval (1998, Statistics in Medicine 17,
/// method 10), made of the two shares' own by Wilson.
///
/// `None` when either is no share.
#[must_use]
pub fn difference((count, of): (f64, f64), (other, of_other): (f64, f64)) -> Option<Score> {
    let (one, two) = (wilson(count, of, 1.0)?, wilson(other, of_other, 1.0)?);
    let difference = one.rate - two.rate;
    let down = ((one.rate - one.lower).powi(2) + (two.upper - two.rate).powi(2)).sqrt();
    let up = ((one.upper - one.rate).powi(2) + (two.rate - two.lower).powi(2)).sqrt();
    Some(Score {
        score: difference,
        centre: difference,
        lower: (difference - down).max(-1.0),
        upper: (difference + up).min(1.0),
    })
}
