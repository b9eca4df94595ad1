//! One measure's quarter: its value, its change, and how far both can be relied on.

use domain::insight::{
    figures::Measure,
    pack::{Decimal, Figure, Grain, Verdict, Why},
};
use stats::two_quarters::{Z95, two_sided};

use super::{Family, family, is_core, sums::Sum};
use crate::review::rounded;

/// Rounds that a core measure takes.
const FEWEST_ROUNDS: u32 = 3;
/// Shown rounds of each quarter that a statement takes to be compared.
const FEWEST_ASKED: u32 = 2;

/// What is known of the unit.
pub(super) struct Context {
    pub(super) now: Grain,
    pub(super) before: Grain,
    pub(super) has_group_changed: bool,
    pub(super) has_grain_changed: bool,
}

/// A change that was tested.
pub(super) struct Tested {
    /// None where both intervals have no width.
    pub(super) z: Option<f64>,
    pub(super) p: f64,
}

/// A total over a weight, to a step, halves away from zero.
pub(super) fn to_step(total: i64, weight: i64, step: i64) -> i32 {
    i32::try_from(rounded(total, weight * step) * step).unwrap_or(0)
}

fn value(measure: Measure, sum: Option<&Sum>, grain: Grain) -> Result<i32, Why> {
    let Some(sum) = sum else { return Err(Why::NoData) };
    let not_void = sum.rounds_shown + sum.rounds_hidden;
    if not_void == 0 {
        return Err(match (sum.void, sum.hidden) {
            (_, 1..) => Why::Hidden,
            (1.., 0) => Why::Void,
            (0, 0) => Why::NoData,
        });
    }
    let Some(weight) = sum.weight_shown().filter(|_| 3 * sum.rounds_shown >= not_void) else {
        return Err(Why::Hidden);
    };
    if is_core(measure) && sum.rounds_shown < FEWEST_ROUNDS {
        return Err(Why::TooFewRounds);
    }
    Ok(to_step(sum.total, weight, i64::from(grain.points())))
}

/// The figure, not yet corrected for other comparisons, and its test if it is to have one.
pub(super) fn figure(
    measure: Measure,
    [before, now]: [Option<&Sum>; 2],
    context: &Context,
) -> (Figure, Option<Tested>) {
    let own = value(measure, now, context.now);
    let previous = value(measure, before, context.before).ok();
    let sum = now.copied().unwrap_or_default();
    let mut figure = Figure {
        value: own.ok(),
        windows: sum.shown + sum.hidden + sum.void,
        shown: sum.shown,
        hidden: sum.hidden,
        void: sum.void,
        rounds_shown: sum.rounds_shown,
        rounds_of: sum.rounds_shown + sum.rounds_hidden,
        why: own.err(),
        mean: own.ok().and_then(|_| Decimal::computed(mean(&sum)?)),
        previous,
        change: None,
        verdict: Verdict::NoComparison,
        half_width: None,
        z: None,
        p: None,
        q: None,
    };
    let Some((value, previous, before)) = own.ok().zip(previous).zip(before).map(|((a, b), c)| (a, b, c))
    else {
        figure.verdict = barred(context).unwrap_or(Verdict::NoComparison);
        return (figure, None);
    };
    if let Some(verdict) = barred(context) {
        figure.verdict = verdict;
        return (figure, None);
    }
    figure.change = Some(value - previous);
    if sum.is_bare || before.is_bare {
        figure.verdict = Verdict::TooFewPeople;
        return (figure, None);
    }
    figure.half_width = Some(half_width(&sum, before, context.now));
    let is_once = sum.rounds_shown < FEWEST_ASKED || before.rounds_shown < FEWEST_ASKED;
    figure.verdict = match family(measure) {
        Family::None => Verdict::NotTested,
        Family::Items if is_once => Verdict::OneRound,
        Family::Core | Family::Items => Verdict::Uncertain,
    };
    let tested = (figure.verdict == Verdict::Uncertain).then(|| test(&sum, before)).flatten();
    (figure, tested)
}

fn barred(context: &Context) -> Option<Verdict> {
    if context.has_group_changed {
        return Some(Verdict::GroupChanged);
    }
    context.has_grain_changed.then_some(Verdict::GrainChanged)
}

fn mean(sum: &Sum) -> Option<f64> {
    sum.weight_shown().map(|weight| sum.total as f64 / weight as f64)
}

/// Half the width of the change's interval, up to the grain: the smallest step whose square is no less than the sum
/// of the squares of both half-widths. In whole numbers, since a sum that hits a step must stay on it.
fn half_width(now: &Sum, before: &Sum, grain: Grain) -> i32 {
    let part = |sum: &Sum| (i128::from(sum.widths), i128::from(sum.rounds_shown.max(1)));
    let ((s1, w1), (s0, w0)) = (part(now), part(before));
    let target = (s1 * w0).pow(2) + (s0 * w1).pow(2);
    let step = i128::from(grain.points());
    let is_wide = |steps: i32| {
        let width = i128::from(steps) * step;
        (width * 2 * w1 * w0).pow(2) >= target
    };
    (0..=200).find(|steps| is_wide(*steps)).unwrap_or(200) * grain.points()
}

fn test(now: &Sum, before: &Sum) -> Option<Tested> {
    let change = mean(now)? - mean(before)?;
    let half = |sum: &Sum| sum.widths as f64 / (2.0 * f64::from(sum.rounds_shown.max(1)));
    let error = (half(now).powi(2) + half(before).powi(2)).sqrt() / Z95;
    if error == 0.0 {
        return Some(Tested { z: None, p: if change == 0.0 { 1.0 } else { 0.0 } });
    }
    let z = change / error;
    Some(Tested { z: Some(z), p: two_sided(z)? })
}
