//! R4: in which steps a score is printed, by roster alone.
//!
//! A mean of few answers is a fraction with a small denominator: printed exactly, it tells how many answered,
//! and with its interval often what. Steps are chosen so wide that a printed value fits nearly every number of
//! answers, and the outermost ones so wide that not even somebody who knows one answer can conclude that another
//! was extreme. What binds is not the table here but the enumeration of everything that fits what is printed,
//! `cargo run -p disclosure --release --example inversion`.

use crate::figures::Scope;
use crate::rounding::{FEW, MANY, STANDS_OUT_TO};
use crate::threshold::Threshold;

/// Below this many people three bands of response leave so few numbers of answers in each that steps of two
/// points would tell them apart.
const TWO_POINTS_FROM: u64 = 14;

/// A residual block smaller than this must not be read as a difference of two figures. Unit: people.
const SMALL_BLOCK: u64 = FEW;

/// How uncertain the mean of a small residual block has to stay for somebody who subtracts, in points: half the
/// scale, somewhat more than the width of the outermost step of a unit of its size.
const BLOCK_UNCERTAINTY: u64 = 50;

/// Half a step of the answers from the ends of the scale, rounded inwards, in points from the middle.
const FARTHEST: f64 = 37.0;

/// Less strain than this is not told from none: it is what a team has when one in ten is a bit overloaded.
const LEAST_STRAIN: f64 = 5.0;

/// Half a step of the answers from the upper end of strain.
const MOST_STRAIN: f64 = 75.0;

/// Points between two neighbouring printed scores.
pub(crate) fn score_step(scope: &Scope, threshold: Threshold) -> f64 {
    let step = match scope.roster {
        // The next multiple of five at which each number of answers from the threshold on fits each value.
        ..FEW => 25_u64.div_ceil(5 * u64::from(threshold.get())) * 5,
        FEW..TWO_POINTS_FROM => 4,
        TWO_POINTS_FROM..MANY => 2,
        MANY.. => 1,
    };
    // Where all of a unit remains there is nothing to subtract.
    let beside_block = if scope.residual < SMALL_BLOCK.min(scope.roster) {
        (BLOCK_UNCERTAINTY * scope.residual).div_ceil(scope.roster.max(1))
    } else {
        0
    };
    let wide_enough = [1, 2, 5, 10].into_iter().find(|&step| step >= beside_block).unwrap_or(10);
    // Exact: small whole numbers.
    wide_enough.max(step) as f64
}

/// Points between two neighbouring printed values of strain: one answer moves it twice as far as a score.
pub(crate) fn strain_step(scope: &Scope, threshold: Threshold) -> f64 {
    2.0 * score_step(scope, threshold)
}

/// The response at which the outermost step of a score takes in all that would tell an extreme answer.
const SCORE_RESPONSE: f64 = 0.75;

/// The same for strain, lower: a reader who has nothing too much to do is the usual one, and learns most.
const STRAIN_RESPONSE: f64 = 0.6;

/// The answers of a unit at some response, but not fewer than carry a figure.
fn answers_at(response: f64, scope: &Scope, threshold: Threshold) -> f64 {
    (scope.roster as f64 * response).max(threshold.get().into())
}

/// A score as printed. Steps go out from the middle of the scale, a half to the outside. In a unit in which
/// somebody could stand out the outermost step begins where one person can have answered one extreme and all
/// others one short of the other, and everything beyond is printed as one step further.
pub(crate) fn printed_score(exact: f64, scope: &Scope, threshold: Threshold) -> f64 {
    let step = score_step(scope, threshold);
    let from_middle = (exact - 50.0).clamp(-FARTHEST, FARTHEST);
    let steps = (from_middle.abs() / step + 0.5).floor();
    let shown = if scope.roster > STANDS_OUT_TO {
        steps.min((FARTHEST / step).floor()) * step
    } else {
        let outermost_from = 25.0 - 75.0 / answers_at(SCORE_RESPONSE, scope, threshold);
        let outermost = (outermost_from / step + 0.5).floor().max(1.0);
        if steps < outermost { steps * step } else { (outermost + 1.0) * step }
    };
    50.0 + shown.copysign(from_middle)
}

/// Strain as printed. The outermost step of a unit in which somebody could stand out begins where one person can
/// have none and all others a bit too much to do.
pub(crate) fn printed_strain(exact: f64, scope: &Scope, threshold: Threshold) -> f64 {
    let step = strain_step(scope, threshold);
    let steps = (exact.clamp(LEAST_STRAIN, MOST_STRAIN) / step + 0.5).floor().max(1.0);
    let outermost = if scope.roster > STANDS_OUT_TO {
        (MOST_STRAIN / step).floor()
    } else {
        let outermost_from = 50.0 - 50.0 / answers_at(STRAIN_RESPONSE, scope, threshold);
        (outermost_from / step + 0.5).floor()
    };
    steps.min(outermost.max(1.0)) * step
}
