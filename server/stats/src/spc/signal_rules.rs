//! The rules of NHS England's *Making Data Count*: what is a signal and what is noise.
//!
//! In order of precedence, since a point carries one mark: outside the limits; part of a trend of seven;
//! one of two out of three near a limit; part of a run of seven on one side of the centre. All members of
//! a run are marked, not only the one that completes it.
//!
//! Seven on one side is what a fair coin hardly does in a dozen tosses. In half a year of weeks it does so in
//! one series of seven, and counts of rare events are no fair coin; so charts of counts ask for the run that
//! their own steady series hardly show ([`run_length`]), as Anhøj and Olesen (2014) do by log₂ n + 3.

use super::Point;
use serde::{Deserialize, Serialize};

/// Points a trend takes, and a run on one side of a chart of measurements.
pub const RUN: usize = 7;
/// The share of steady series in which a run on one side of the centre may pass for a signal.
const RUNS_BY_CHANCE: f64 = 0.05;

/// A mark on a point. Serialised as one word, for example `outside_high`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Name", from = "Name")]
pub struct Signal {
    /// The rule.
    pub rule: Rule,
    /// Upwards or downwards; whether that is good depends on what is measured.
    pub direction: Direction,
}

/// A rule, see the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Beyond a control limit.
    Outside,
    /// Seven points in a row, each above the one before, or each below.
    Trend,
    /// Two of three points in a row beyond two thirds of the way to a limit, all three on one side.
    NearLimit,
    /// Seven points or more in a row on one side of the centre.
    Shift,
}

/// Above or rising, below or falling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Above, rising.
    High,
    /// Below, falling.
    Low,
}

/// The names signals are serialised under.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Name {
    OutsideHigh,
    OutsideLow,
    TrendHigh,
    TrendLow,
    TwoOfThreeHigh,
    TwoOfThreeLow,
    ShiftHigh,
    ShiftLow,
}

impl From<Signal> for Name {
    fn from(signal: Signal) -> Self {
        match (signal.rule, signal.direction) {
            (Rule::Outside, Direction::High) => Self::OutsideHigh,
            (Rule::Outside, Direction::Low) => Self::OutsideLow,
            (Rule::Trend, Direction::High) => Self::TrendHigh,
            (Rule::Trend, Direction::Low) => Self::TrendLow,
            (Rule::NearLimit, Direction::High) => Self::TwoOfThreeHigh,
            (Rule::NearLimit, Direction::Low) => Self::TwoOfThreeLow,
            (Rule::Shift, Direction::High) => Self::ShiftHigh,
            (Rule::Shift, Direction::Low) => Self::ShiftLow,
        }
    }
}

impl From<Name> for Signal {
    fn from(name: Name) -> Self {
        let (rule, direction) = match name {
            Name::OutsideHigh => (Rule::Outside, Direction::High),
            Name::OutsideLow => (Rule::Outside, Direction::Low),
            Name::TrendHigh => (Rule::Trend, Direction::High),
            Name::TrendLow => (Rule::Trend, Direction::Low),
            Name::TwoOfThreeHigh => (Rule::NearLimit, Direction::High),
            Name::TwoOfThreeLow => (Rule::NearLimit, Direction::Low),
            Name::ShiftHigh => (Rule::Shift, Direction::High),
            Name::ShiftLow => (Rule::Shift, Direction::Low),
        };
        Self { rule, direction }
    }
}

/// The shortest run on one side, at least [`RUN`], that a steady series of `points` shows in no more than five
/// of a hundred cases, when a point lies below and above the centre with these probabilities. `None` where no
/// run within the series is as unlikely.
#[must_use]
pub fn run_length(points: usize, below: f64, above: f64) -> Option<usize> {
    (RUN..=points)
        .find(|run| chance_of_run(points, *run, below) + chance_of_run(points, *run, above) <= RUNS_BY_CHANCE)
}

/// The probability of `run` successes in a row or more somewhere in `points` trials (de Moivre).
fn chance_of_run(points: usize, run: usize, success: f64) -> f64 {
    let start = (1.0 - success) * success.powi(i32::try_from(run).unwrap_or(i32::MAX));
    // The probability that no run has ended by each trial, from the last `run + 1` of them.
    let mut without = vec![1.0; run];
    without.push(1.0 - success.powi(i32::try_from(run).unwrap_or(i32::MAX)));
    for at in run + 1..=points {
        without.push(without[at - 1] - start * without[at - run - 1]);
    }
    1.0 - without[points]
}

/// Marks the points; `run` in a row below or above `center`, which has a width where values are rounded, are a signal;
/// `None` leaves trends and runs out.
/// Points without a value or without limits are left alone and do not break a run.
pub fn mark(points: &mut [Point], center: [f64; 2], run: Option<usize>) {
    let known: Vec<(usize, Known)> = points
        .iter()
        .enumerate()
        .filter_map(|(place, point)| Some((place, Known::of(point, center)?)))
        .collect();
    let series: Vec<Known> = known.iter().map(|(_, point)| *point).collect();
    let mut signals: Vec<Option<Signal>> = vec![None; series.len()];
    let (shifts, trends) = run.map(|run| (shift(&series, run), trend(&series))).unwrap_or_default();
    // Later rules take precedence over earlier ones.
    for found in [shifts, near_limit(&series), trends, outside(&series)] {
        for (signal, found) in signals.iter_mut().zip(found) {
            *signal = found.or(*signal);
        }
    }
    for ((place, _), signal) in known.iter().zip(signals) {
        points[*place].signal = signal;
    }
}

/// Marks a single point if it is outside its limits, for points that have no order.
pub(super) fn mark_outside(point: &mut Point) {
    let outside = point.value.zip(point.lower).zip(point.upper);
    let direction = outside.and_then(|((value, lower), upper)| beyond(value, lower, upper));
    point.signal = direction.map(|direction| Signal { rule: Rule::Outside, direction });
}

/// What the rules look at in a point.
#[derive(Clone, Copy)]
struct Known {
    value: f64,
    /// Side of the centre, `None` on it.
    side: Option<Direction>,
    /// Beyond which limit.
    outside: Option<Direction>,
    /// Near which limit, and not beyond it.
    near: Option<Direction>,
}

impl Known {
    fn of(point: &Point, center: [f64; 2]) -> Option<Self> {
        let (value, lower, upper) = (point.value?, point.lower?, point.upper?);
        let (near_lower, near_upper) = (point.near_lower?, point.near_upper?);
        let outside = beyond(value, lower, upper);
        let near = if outside.is_none() { beyond(value, near_lower, near_upper) } else { None };
        Some(Self { value, side: beyond(value, center[0], center[1]), outside, near })
    }
}

fn beyond(value: f64, low: f64, high: f64) -> Option<Direction> {
    if value > high {
        Some(Direction::High)
    } else if value < low {
        Some(Direction::Low)
    } else {
        None
    }
}

fn outside(series: &[Known]) -> Vec<Option<Signal>> {
    let signal = |direction| Signal { rule: Rule::Outside, direction };
    series.iter().map(|point| point.outside.map(signal)).collect()
}

fn trend(series: &[Known]) -> Vec<Option<Signal>> {
    windows(series, RUN, Rule::Trend, |window| {
        let step = |pair: &[Known]| beyond(pair[1].value, pair[0].value, pair[0].value);
        let first = step(&window[..2])?;
        window.windows(2).all(|pair| step(pair) == Some(first)).then(|| (first, vec![true; RUN]))
    })
}

fn near_limit(series: &[Known]) -> Vec<Option<Signal>> {
    windows(series, 3, Rule::NearLimit, |window| {
        let side = window[0].side?;
        let near = |place: usize| window[place].near == Some(side);
        let marks = vec![near(0), near(1), near(2)];
        let enough = marks.iter().filter(|mark| **mark).count() >= 2;
        (enough && window.iter().all(|point| point.side == Some(side))).then_some((side, marks))
    })
}

fn shift(series: &[Known], run: usize) -> Vec<Option<Signal>> {
    windows(series, run, Rule::Shift, |window| {
        let side = window[0].side?;
        window.iter().all(|point| point.side == Some(side)).then(|| (side, vec![true; window.len()]))
    })
}

/// Slides a window along the series; where the rule holds, marks the members it names.
fn windows(
    series: &[Known],
    length: usize,
    rule: Rule,
    holds: impl Fn(&[Known]) -> Option<(Direction, Vec<bool>)>,
) -> Vec<Option<Signal>> {
    let mut signals = vec![None; series.len()];
    for (start, window) in series.windows(length).enumerate() {
        if let Some((direction, marks)) = holds(window) {
            for (offset, _) in marks.iter().enumerate().filter(|(_, mark)| **mark) {
                signals[start + offset] = Some(Signal { rule, direction });
            }
        }
    }
    signals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(values: &[Option<f64>]) -> Vec<String> {
        let mut points: Vec<Point> = values
            .iter()
            .enumerate()
            .map(|(index, value)| Point {
                lower: Some(-3.0),
                upper: Some(3.0),
                near_lower: Some(-2.0),
                near_upper: Some(2.0),
                ..Point::bare(index, *value)
            })
            .collect();
        mark(&mut points, [0.0, 0.0], Some(RUN));
        let name =
            |point: &Point| serde_json::to_string(&point.signal).expect("serialisable").replace('"', "");
        points.iter().map(name).collect()
    }

    fn known(values: &[f64]) -> Vec<String> {
        names(&values.iter().map(|value| Some(*value)).collect::<Vec<_>>())
    }

    #[test]
    fn a_point_beyond_a_limit_is_outside_and_one_on_it_is_not() {
        assert_eq!(known(&[3.0, 3.1, -3.1]), ["null", "outside_high", "outside_low"]);
    }

    #[test]
    fn two_of_three_near_a_limit_mark_only_the_near_ones() {
        assert_eq!(known(&[2.5, 0.5, 2.5, -0.1]), ["two_of_three_high", "null", "two_of_three_high", "null"]);
        assert_eq!(known(&[2.5, -0.5, 2.5]), ["null", "null", "null"]);
    }

    #[test]
    fn six_points_on_one_side_are_no_shift_and_seven_are() {
        let six = [1.0, 1.1, 1.0, 1.1, 1.0, 1.1];
        assert!(known(&six).iter().all(|name| name == "null"));
        let seven = [1.0, 1.1, 1.0, 1.1, 1.0, 1.1, 1.0];
        assert!(known(&seven).iter().all(|name| name == "shift_high"));
    }

    #[test]
    fn a_point_on_the_centre_breaks_a_run() {
        let values = [1.0, 1.1, 1.0, 0.0, 1.0, 1.1, 1.0, 1.1];
        assert!(known(&values).iter().all(|name| name == "null"));
    }

    #[test]
    fn a_tie_breaks_a_trend() {
        let rising = [-0.9, -0.6, -0.3, 0.1, 0.4, 0.7, 1.0];
        assert!(known(&rising).iter().all(|name| name == "trend_high"));
        let tied = [-0.9, -0.6, -0.3, -0.3, 0.4, 0.7, 1.0];
        assert!(known(&tied).iter().all(|name| name == "null"));
    }

    #[test]
    fn a_gap_carries_no_mark_and_breaks_nothing() {
        let values = [Some(1.0), Some(1.1), Some(1.0), None, Some(1.1), Some(1.0), Some(1.1), Some(1.0)];
        let found = names(&values);
        assert_eq!(found[3], "null");
        assert_eq!(found.iter().filter(|name| *name == "shift_high").count(), 7);
    }
}
