//! From counts of answers to figures fit to be shown: scores, shares and their intervals, clipped (R3) and
//! rounded (R4).
//!
//! When everybody in a team gives the same answer, an exact mean tells each person's answer. Three things
//! prevent it.
//!
//! * **Means are clipped** to half a step inside the ends of the answer scale, that is to 1.5 and 4.5 on the
//!   scale of five, or 13 and 87 points once rounded inwards.
//! * **Shares are clipped** to 10 and 90 %, the same limit at which a distribution is withheld. Strain is
//!   clipped at 75 points, half a step inside its end, and at 5 points, what a team has when one in ten is at
//!   the lower step of overload: no strain at all would tell what the clipped share does not.
//! * **Intervals** would give it away again, as equal answers have no spread. They are drawn around the
//!   clipped value with at least the spread of a team in which single people differ from the rest, see
//!   [`ReleasedValue`].
//!
//! Every function refuses to make a figure from fewer answers than the threshold. That is the last guard and
//! no substitute for [`release`](fn@crate::release), which alone sees what other figures give away.

use std::fmt;

use statrs::distribution::{ContinuousCDF, StudentsT};

pub use crate::bands::{Distribution, distribution};
use crate::threshold::Threshold;

/// A figure as it may be shown, in whole points or per cent from 0 to 100, with its 95 % interval.
///
/// `lower ≤ value ≤ upper`. The interval is that of a mean in a finite population: s/√n × √((N−n)/(N−1))
/// times the quantile of Student's t with n−1 degrees of freedom, where n is the number of answers and N the
/// number possible (after Cochran, *Sampling Techniques*, 3rd ed. 1977, chapter 2, which divides by N instead
/// of N−1). When all have answered it has no width. The standard deviation s is raised, where needed, to the
/// smallest a group with the shown mean can have, and to that of a group in which one person answers a step
/// higher and one a step lower than the others (for shares: in which one person differs).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReleasedValue {
    /// The figure itself.
    pub value: i32,
    /// Lower end of the interval.
    pub lower: i32,
    /// Upper end of the interval.
    pub upper: i32,
}

/// Workload goes wrong in two directions, so it takes three numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Workload {
    /// Per cent answering that there was a bit or far too much to do.
    pub overloaded: ReleasedValue,
    /// Per cent answering that there was a bit or far too little to do.
    pub underloaded: ReleasedValue,
    /// Mean of max(0, x) / 2 × 100 over the answers x from −2 to +2: 0 nobody has too much, 100 all have far
    /// too much.
    pub strain: ReleasedValue,
}

/// Why there is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureError {
    /// Fewer answers than the threshold.
    TooFewAnswers,
    /// More answers than were possible.
    MoreAnswersThanPossible,
    /// A distribution in which over 90 % of the answers are in one band.
    OneBandDominates,
}

impl fmt::Display for FigureError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::TooFewAnswers => "fewer answers than the threshold",
            Self::MoreAnswersThanPossible => "more answers than were possible",
            Self::OneBandDominates => "over 90 % of the answers are in one band",
        })
    }
}

impl std::error::Error for FigureError {}

/// Number of answers for each of the five values of an item, the lowest first: 1 to 5, or −2 to +2 for
/// workload.
pub type Counts = [u32; 5];

/// Score of an item on the scale of 1 to 5: (mean − 1) / 4 × 100, in points. Shown between 13 and 87.
///
/// `possible` is how many answers could have come in: the roster, times the number of rounds in the window.
///
/// # Errors
/// [`FigureError::TooFewAnswers`], [`FigureError::MoreAnswersThanPossible`].
pub fn score(counts: &Counts, possible: u64, threshold: Threshold) -> Result<ReleasedValue, FigureError> {
    let answers = checked_answers(counts, possible, threshold)?;
    let steps = Sums::of(counts, |place| place);
    Ok(FIVE_POINTS.show(steps, answers, possible))
}

/// Favourable answers to an item on the scale of 1 to 5: share of 4 and 5, in per cent. Shown between 10 and
/// 90.
///
/// `possible` is how many answers could have come in: the roster, times the number of rounds in the window.
///
/// # Errors
/// [`FigureError::TooFewAnswers`], [`FigureError::MoreAnswersThanPossible`].
pub fn favourable(
    counts: &Counts,
    possible: u64,
    threshold: Threshold,
) -> Result<ReleasedValue, FigureError> {
    let answers = checked_answers(counts, possible, threshold)?;
    Ok(SHARE.show(Sums::of(counts, |place| u64::from(place >= 3)), answers, possible))
}

/// The three numbers of the workload item, whose values run from −2 to +2.
///
/// `possible` is how many answers could have come in: the roster, times the number of rounds in the window.
///
/// # Errors
/// [`FigureError::TooFewAnswers`], [`FigureError::MoreAnswersThanPossible`].
pub fn workload(counts: &Counts, possible: u64, threshold: Threshold) -> Result<Workload, FigureError> {
    let answers = checked_answers(counts, possible, threshold)?;
    Ok(Workload {
        overloaded: SHARE.show(Sums::of(counts, |place| u64::from(place >= 3)), answers, possible),
        underloaded: SHARE.show(Sums::of(counts, |place| u64::from(place <= 1)), answers, possible),
        strain: STRAIN.show(Sums::of(counts, |place| place.saturating_sub(2)), answers, possible),
    })
}

pub(crate) fn checked_answers(
    counts: &Counts,
    possible: u64,
    threshold: Threshold,
) -> Result<u64, FigureError> {
    let answers = counts.iter().copied().map(u64::from).sum();
    if !threshold.allows(answers) {
        return Err(FigureError::TooFewAnswers);
    }
    if answers > possible {
        return Err(FigureError::MoreAnswersThanPossible);
    }
    Ok(answers)
}

/// Sum and sum of squares of the answers, each counted as a number of steps. Whole numbers, so the order of
/// counting cannot change the last digit.
#[derive(Clone, Copy)]
struct Sums {
    sum: u64,
    squares: u64,
}

impl Sums {
    /// `steps` gives the number of steps for each place in the counts.
    fn of(counts: &Counts, steps: impl Fn(u64) -> u64) -> Self {
        let mut sums = Self { sum: 0, squares: 0 };
        for (place, &count) in (0..).zip(counts) {
            let steps = steps(place);
            sums.sum += steps * u64::from(count);
            sums.squares += steps * steps * u64::from(count);
        }
        sums
    }
}

/// How a mean of steps becomes points of 100, and how far it is shown.
struct Scale {
    /// Points of 100 for one step.
    points_per_step: f64,
    /// Clipping limits in whole points.
    lowest_shown: f64,
    highest_shown: f64,
    /// Whether one can answer both above and below the others. With two values only, there is one other to
    /// choose.
    has_two_sides: bool,
}

const FIVE_POINTS: Scale =
    Scale { points_per_step: 25.0, lowest_shown: 13.0, highest_shown: 87.0, has_two_sides: true };
const STRAIN: Scale =
    Scale { points_per_step: 50.0, lowest_shown: 5.0, highest_shown: 75.0, has_two_sides: true };
const SHARE: Scale =
    Scale { points_per_step: 100.0, lowest_shown: 10.0, highest_shown: 90.0, has_two_sides: false };

impl Scale {
    fn show(&self, sums: Sums, answers: u64, possible: u64) -> ReleasedValue {
        let exact = self.points_per_step * sums.sum as f64 / answers as f64;
        let shown = exact.clamp(self.lowest_shown, self.highest_shown);
        let half_width = self.half_width(shown, sums, answers, possible);
        ReleasedValue {
            value: whole_points(shown),
            lower: whole_points(shown - half_width),
            upper: whole_points(shown + half_width),
        }
    }

    /// Half the width of the interval, in points.
    fn half_width(&self, shown: f64, sums: Sums, answers: u64, possible: u64) -> f64 {
        if answers >= possible {
            return 0.0;
        }
        let (n, population) = (answers as f64, possible as f64);
        let variance = self.variance(shown, sums, answers);
        let standard_error = (variance / n).sqrt() * ((population - n) / (population - 1.0)).sqrt();
        self.points_per_step * student_t_975(n - 1.0) * standard_error
    }

    /// Sample variance in squared steps, raised to the least one used, see [`ReleasedValue`].
    fn variance(&self, shown: f64, sums: Sums, answers: u64) -> f64 {
        let n = answers as f64;
        let n_less_one = n - 1.0;
        let about_mean = u128::from(sums.squares) * u128::from(answers) - u128::from(sums.sum).pow(2);
        let sample = about_mean as f64 / n / n_less_one;
        // A mean between two steps is least spread when everybody is on one of these two.
        let beyond_step = (shown / self.points_per_step).fract();
        let least_for_mean = beyond_step * (1.0 - beyond_step) * n / n_less_one;
        // The variance when two people, or one, are a step away from all others.
        let least_for_privacy = if self.has_two_sides { 2.0 / n_less_one } else { 1.0 / n };
        sample.max(least_for_mean).max(least_for_privacy)
    }
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
mod tests {
    use super::*;

    const K: Threshold = Threshold::DEFAULT;

    fn shown(value: i32, lower: i32, upper: i32) -> ReleasedValue {
        ReleasedValue { value, lower, upper }
    }

    #[test]
    fn quantiles_of_student_t_agree_with_printed_tables() {
        let table =
            [(2.0, 4.302_653), (4.0, 2.776_445), (9.0, 2.262_157), (30.0, 2.042_272), (9_999.0, 1.960_201)];
        for (degrees, expected) in table {
            assert!(
                (student_t_975(degrees) - expected).abs() < 1e-5,
                "{degrees}: {}",
                student_t_975(degrees)
            );
        }
    }

    #[test]
    fn a_score_worked_by_hand() {
        // 2 3 4 4 5: mean 3.6, variance 1.3; of 12 people 2.776445 × √(1.3/5) × √(7/11) × 25 = 28.23 points.
        assert_eq!(score(&[0, 1, 1, 2, 1], 12, K), Ok(shown(65, 37, 93)));
    }

    #[test]
    fn an_interval_narrows_with_the_share_that_answered_and_vanishes_when_all_did() {
        let counts = [0, 1, 1, 2, 1];
        let widths = [1_000, 12, 6, 5].map(|possible| {
            let value = score(&counts, possible, K).unwrap();
            value.upper - value.lower
        });
        assert!(widths.is_sorted_by(|a, b| a > b), "{widths:?}");
        assert_eq!(score(&counts, 5, K), Ok(shown(65, 65, 65)));
    }

    #[test]
    fn means_stop_half_a_step_before_the_ends_of_the_scale() {
        assert_eq!(score(&[0, 0, 0, 0, 8], 8, K), Ok(shown(87, 87, 87)));
        assert_eq!(score(&[8, 0, 0, 0, 0], 8, K), Ok(shown(13, 13, 13)));
        assert_eq!(score(&[0, 0, 0, 5, 5], 10, K).unwrap().value, 87);
        assert_eq!(score(&[0, 0, 0, 6, 4], 10, K).unwrap().value, 85);
    }

    #[test]
    fn all_at_the_top_look_like_one_dissenter_and_a_split_in_half() {
        for possible in [10, 12, 25] {
            let all = score(&[0, 0, 0, 0, 10], possible, K);
            assert_eq!(all, score(&[0, 0, 0, 1, 9], possible, K));
            assert_eq!(all, score(&[0, 0, 0, 5, 5], possible, K));
        }
    }

    #[test]
    fn all_in_the_middle_look_like_one_above_and_one_below() {
        assert_eq!(score(&[0, 0, 7, 0, 0], 9, K), score(&[0, 1, 5, 1, 0], 9, K));
        assert_ne!(score(&[0, 0, 7, 0, 0], 9, K), score(&[1, 0, 5, 0, 1], 9, K));
    }

    #[test]
    fn favourable_counts_the_two_upper_answers() {
        // 7 of 10: variance 7 × 0.3 / 9; of 40 people 2.262157 × √(0.2333/10) × √(30/39) = 0.30305.
        assert_eq!(favourable(&[1, 1, 1, 3, 4], 40, K), Ok(shown(70, 40, 100)));
    }

    #[test]
    fn shares_stop_at_ten_and_ninety_per_cent() {
        assert_eq!(favourable(&[0, 0, 0, 3, 9], 12, K).unwrap().value, 90);
        assert_eq!(favourable(&[5, 3, 4, 0, 0], 12, K).unwrap().value, 10);
        assert_eq!(favourable(&[0, 0, 0, 0, 9], 15, K), favourable(&[0, 0, 0, 9, 0], 15, K));
    }

    #[test]
    fn a_share_without_dissent_has_the_interval_of_one_with_a_single_dissenter() {
        let nobody = favourable(&[0, 0, 5, 0, 0], 8, K).unwrap();
        let one = favourable(&[0, 0, 4, 1, 0], 8, K).unwrap();
        assert_eq!(nobody.upper - nobody.value, one.upper - one.value);
    }

    #[test]
    fn workload_worked_by_hand() {
        // −2 −1 0 0 0 +1 +1 +1 +2 +2, all of ten: 5 of 10 overloaded, 2 of 10 underloaded, strain 7 / 20.
        let all = workload(&[1, 1, 3, 3, 2], 10, K).unwrap();
        assert_eq!(all.overloaded, shown(50, 50, 50));
        assert_eq!(all.underloaded, shown(20, 20, 20));
        assert_eq!(all.strain, shown(35, 35, 35));
        // Of 20: strain has variance (11 − 4.9) / 9, so 2.262157 × √(0.67778/10) × √(10/19) × 50 = 21.36
        // points.
        assert_eq!(workload(&[1, 1, 3, 3, 2], 20, K).unwrap().strain, shown(35, 14, 56));
    }

    #[test]
    fn strain_tells_neither_that_nobody_nor_that_everybody_has_too_much() {
        let calm = workload(&[0, 2, 8, 0, 0], 10, K).unwrap();
        assert_eq!((calm.strain.value, calm.overloaded.value), (5, 10));
        assert_eq!(workload(&[0, 2, 7, 1, 0], 10, K).unwrap().strain, calm.strain);
        assert_eq!(workload(&[0, 0, 0, 0, 10], 10, K).unwrap().strain.value, 75);
        assert_eq!(workload(&[0, 0, 0, 5, 5], 10, K).unwrap().strain.value, 75);
    }

    #[test]
    fn fewer_answers_than_the_threshold_make_no_figure() {
        let four = [0, 1, 1, 1, 1];
        assert_eq!(score(&four, 9, K), Err(FigureError::TooFewAnswers));
        assert_eq!(favourable(&four, 9, K), Err(FigureError::TooFewAnswers));
        assert_eq!(workload(&four, 9, K), Err(FigureError::TooFewAnswers));
    }

    #[test]
    fn more_answers_than_possible_are_a_contradiction() {
        assert_eq!(score(&[1, 1, 1, 1, 1], 4, K), Err(FigureError::MoreAnswersThanPossible));
        assert!(score(&[1, 1, 1, 1, 1], 5, K).is_ok());
    }

    #[test]
    fn an_interval_never_leaves_the_scale_and_always_holds_the_value() {
        for spread in 0..=12 {
            let counts = [12 - spread, 0, 1, 0, spread];
            let figure = score(&counts, 500, K).unwrap();
            assert!(0 <= figure.lower && figure.lower <= figure.value, "{figure:?}");
            assert!(figure.value <= figure.upper && figure.upper <= 100, "{figure:?}");
        }
    }

    #[test]
    fn the_largest_counts_do_not_overflow() {
        let everybody = [u32::MAX; 5];
        assert_eq!(score(&everybody, u64::MAX, K).unwrap().value, 50);
    }

    #[test]
    fn reasons_read_as_sentences() {
        let reasons =
            [FigureError::TooFewAnswers, FigureError::MoreAnswersThanPossible, FigureError::OneBandDominates];
        assert_eq!(
            reasons.map(|reason| reason.to_string()),
            [
                "fewer answers than the threshold",
                "more answers than were possible",
                "over 90 % of the answers are in one band"
            ]
        );
    }
}
