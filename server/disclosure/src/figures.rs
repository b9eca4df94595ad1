//! From counts of answers to figures fit to be shown: scores and strain with their intervals, clipped (R3) and
//! rounded (R4).
//!
//! When everybody in a team gives the same answer, an exact mean tells each person's answer; and a mean of few
//! answers, with a response and an interval that follow from the same few, can be solved for all of them. So
//! how a figure is printed depends on the roster alone, which is fixed before anybody answers:
//!
//! | people on the roster | score in steps of | strain in steps of | interval |
//! |---|---|---|---|
//! | under 12 | 5 | 10 | none |
//! | 12 and 13 | 4 | 8 | from the organisation's spread |
//! | 14 to 29 | 2 | 4 | from the organisation's spread |
//! | 30 to 99 | 1 | 2 | from the organisation's spread |
//! | 100 and more | 1 | 2 | from the unit's own spread |
//!
//! Up to 30 people the outermost step is wide: it takes in every mean that would tell that somebody gave the
//! best or the worst answer. Above, means keep half a step from the ends of the scale, 13 to 87 points. Strain
//! is never printed as none. Shares are another matter, see [`shares`](crate::shares).
//!
//! Each function refuses fewer answers than the threshold. That is the last guard and no substitute for
//! [`release`](fn@crate::release), which alone sees what other figures give away.

use std::fmt;

use statrs::distribution::{ContinuousCDF, StudentsT};

use crate::grain::{printed_score, printed_strain};
use crate::rounding::{FEW, MANY, told_by_tens};
use crate::threshold::Threshold;

/// What is known of a unit before anybody answers, and decides how its figures are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// People on the roster of the unit and everything below at the start of the round or window.
    pub roster: u64,
    /// Answers that could have come in: the roster, summed over the rounds that asked.
    pub possible: u64,
    /// People on the roster of the unit's residual block, see [`Decision::residual`](crate::Decision::residual).
    /// When they are few and not the whole unit, the figure is printed in wider steps, as otherwise they could
    /// be read as the difference between this figure and those below.
    pub residual: u64,
}

/// A figure as it may be shown, in whole points from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReleasedValue {
    /// The figure itself.
    pub value: i32,
    /// Its 95 % interval. None for units of fewer than [`FEW`] people.
    pub interval: Option<Interval>,
}

/// A 95 % interval in whole points. It holds the value.
///
/// It is that of a mean in a finite population: s/√n × √((N−n)/(N−1)) times the quantile of Student's t with n−1
/// degrees of freedom, where n is the number of answers and N the number possible (after Cochran, *Sampling
/// Techniques*, 3rd ed. 1977, chapter 2, which divides by N instead of N−1). Under
/// [`OWN_SPREAD_FROM`] people s is the organisation's; else it is the unit's own, kept within [`Spread`]'s bounds.
/// Under [`MANY`] people n is three in five of N, else the number that the response in tens of per cent stands
/// for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// Lower end.
    pub lower: i32,
    /// Upper end.
    pub upper: i32,
}

/// Standard deviation of the answers to an item in the organisation, in steps of its scale and rounded to tenths.
///
/// Between half a step and one and a half for scores and between 0.3 and 0.9 for strain: a group in which
/// everybody agrees, or which is split in two, would be told by it. An organisation of fewer than
/// [`OWN_SPREAD_FROM`] people has the usual one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread(f64);

impl Spread {
    /// That of an item on the scale of 1 to 5, from all answers in an organisation with so many people on its
    /// `roster`.
    #[must_use]
    pub fn of_score(counts: &Counts, roster: u64) -> Self {
        Self::of_organisation(SCORE.sums(counts), roster, &SCORE)
    }

    /// That of strain, likewise.
    #[must_use]
    pub fn of_strain(counts: &Counts, roster: u64) -> Self {
        Self::of_organisation(STRAIN.sums(counts), roster, &STRAIN)
    }

    fn of_organisation(sums: Sums, roster: u64, scale: &Scale) -> Self {
        let is_large = roster >= OWN_SPREAD_FROM && Threshold::DISTRIBUTION_DEFAULT.allows(sums.answers);
        if is_large { Self::of(sums, scale) } else { Self(scale.usual_spread) }
    }

    fn of(sums: Sums, scale: &Scale) -> Self {
        let about_mean = u128::from(sums.squares) * u128::from(sums.answers) - u128::from(sums.sum).pow(2);
        let n = sums.answers as f64;
        let deviation = (about_mean as f64 / n / (n - 1.0)).sqrt();
        Self(((deviation * 10.0).round() / 10.0).clamp(scale.least_spread, scale.most_spread))
    }
}

/// From so many people on the roster an interval is computed from the unit's own spread. In smaller units score
/// and spread together leave few sets of answers, in some cases a single one.
pub const OWN_SPREAD_FROM: u64 = 100;

/// Why there is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureError {
    /// Fewer answers than the threshold.
    TooFewAnswers,
    /// More answers than were possible.
    MoreAnswersThanPossible,
    /// No more answers are possible than a figure needs, so that its being there would tell that everybody
    /// answered.
    EverybodyNeeded,
}

impl fmt::Display for FigureError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::TooFewAnswers => "fewer answers than the threshold",
            Self::MoreAnswersThanPossible => "more answers than were possible",
            Self::EverybodyNeeded => "a figure would tell that everybody answered",
        })
    }
}

impl std::error::Error for FigureError {}

/// Number of answers for each of the five values of an item, the lowest first: 1 to 5, or −2 to +2 for
/// workload.
pub type Counts = [u32; 5];

/// Score of an item on the scale of 1 to 5: (mean − 1) / 4 × 100, in points. `spread` is the organisation's.
///
/// # Errors
/// [`FigureError`].
pub fn score(
    counts: &Counts,
    scope: &Scope,
    spread: Spread,
    threshold: Threshold,
) -> Result<ReleasedValue, FigureError> {
    SCORE.show(SCORE.sums(counts), scope, spread, threshold)
}

/// Strain, from the answers x to the workload item, which run from −2 to +2: mean of max(0, x) / 2 × 100, in
/// points. 0 means that nobody has too much to do, 100 that all have far too much. `spread` is the
/// organisation's.
///
/// # Errors
/// [`FigureError`].
pub fn strain(
    counts: &Counts,
    scope: &Scope,
    spread: Spread,
    threshold: Threshold,
) -> Result<ReleasedValue, FigureError> {
    STRAIN.show(STRAIN.sums(counts), scope, spread, threshold)
}

/// Sum and sum of squares of the answers, each counted as a number of steps. Whole numbers, so the order of
/// counting cannot change the last digit.
#[derive(Clone, Copy)]
struct Sums {
    answers: u64,
    sum: u64,
    squares: u64,
}

/// How a mean of steps becomes printed points.
struct Scale {
    /// Points of 100 for one step.
    points_per_step: f64,
    /// Steps of each of the five values.
    steps: [u64; 5],
    /// Bounds of the standard deviation, in steps, see [`Spread`].
    least_spread: f64,
    most_spread: f64,
    usual_spread: f64,
    /// Points as printed.
    printed: fn(f64, &Scope, Threshold) -> f64,
}

const SCORE: Scale = Scale {
    points_per_step: 25.0,
    steps: [0, 1, 2, 3, 4],
    least_spread: 0.5,
    most_spread: 1.5,
    usual_spread: 1.1,
    printed: printed_score,
};
const STRAIN: Scale = Scale {
    points_per_step: 50.0,
    steps: [0, 0, 0, 1, 2],
    least_spread: 0.3,
    most_spread: 0.9,
    usual_spread: 0.6,
    printed: printed_strain,
};

/// Share of the possible answers that is taken to come in where the response must not be looked at. That of a
/// usual week.
const USUAL_RESPONSE: f64 = 0.6;

impl Scale {
    fn sums(&self, counts: &Counts) -> Sums {
        let mut sums = Sums { answers: 0, sum: 0, squares: 0 };
        for (&steps, &count) in self.steps.iter().zip(counts) {
            let count = u64::from(count);
            sums.answers += count;
            sums.sum += steps * count;
            sums.squares += steps * steps * count;
        }
        sums
    }

    fn show(
        &self,
        sums: Sums,
        scope: &Scope,
        spread: Spread,
        threshold: Threshold,
    ) -> Result<ReleasedValue, FigureError> {
        check(sums.answers, scope, threshold)?;
        let exact = self.points_per_step * sums.sum as f64 / sums.answers as f64;
        let value = whole_points((self.printed)(exact, scope, threshold));
        let interval = self.half_width(sums, scope, spread, threshold).map(|half_width| {
            // From what is printed: a rest of the exact value would tell more than the value does.
            let half_width = whole_points(half_width);
            Interval { lower: (value - half_width).max(0), upper: (value + half_width).min(100) }
        });
        Ok(ReleasedValue { value, interval })
    }

    /// Half the width of the interval in points, see [`Interval`].
    fn half_width(&self, sums: Sums, scope: &Scope, spread: Spread, threshold: Threshold) -> Option<f64> {
        let population = scope.possible as f64;
        let fewest = f64::from(threshold.get());
        let n = match scope.roster {
            ..FEW => return None,
            FEW..MANY => (population * USUAL_RESPONSE).round(),
            MANY.. => told_by_tens(sums.answers, scope.possible)? as f64,
        };
        let spread = if scope.roster < OWN_SPREAD_FROM { spread } else { Spread::of(sums, self) };
        let n = n.max(fewest).min(population);
        let standard_error = spread.0 / n.sqrt() * ((population - n) / (population - 1.0)).sqrt();
        Some(self.points_per_step * student_t_975(n - 1.0) * standard_error)
    }
}

fn check(answers: u64, scope: &Scope, threshold: Threshold) -> Result<(), FigureError> {
    if !threshold.allows(answers) {
        return Err(FigureError::TooFewAnswers);
    }
    if answers > scope.possible {
        return Err(FigureError::MoreAnswersThanPossible);
    }
    if scope.possible <= threshold.get().into() {
        return Err(FigureError::EverybodyNeeded);
    }
    Ok(())
}

/// To the nearest whole point between 0 and 100, a middle going up.
fn whole_points(points: f64) -> i32 {
    // Clamped, so the cast cannot cut anything off.
    points.clamp(0.0, 100.0).round() as i32
}

/// The 97.5 % quantile of Student's t with at least two degrees of freedom.
fn student_t_975(degrees_of_freedom: f64) -> f64 {
    // From here on the quantile is within 0.0003 of that of the normal distribution. The search for it loses
    // digits beyond, is wrong in the first decimal at 10⁷ and does not end at 10⁸ (statrs 0.19).
    let degrees_of_freedom = degrees_of_freedom.min(10_000.0);
    StudentsT::new(0.0, 1.0, degrees_of_freedom).map_or(f64::INFINITY, |student| student.inverse_cdf(0.975))
}

#[cfg(test)]
mod tests;
