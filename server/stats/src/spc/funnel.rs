//! Funnel plot: units side by side in one period, with limits that are wider for units with less exposure.
//!
//! It asks whether a unit differs from the others by more than chance, and is meant instead of a ranking
//! (Spiegelhalter 2005): most differences between units are noise.
//!
//! A unit far off must not be its own excuse: among many units the tenth at either end is pulled in before their
//! spread is measured; among few each is first held against all others, and whoever stands out is left out of
//! what is called usual. Limits lie as far out
//! as three standard deviations of a normal variable, by exact Poisson or binomial tails; further where units
//! differ among themselves by more than chance (additive random effects, as in England's SHMI; Student's t where
//! few units tell how much), and where so many units are judged at once that some must lie beyond three
//! (Benjamini and Hochberg 1995).

use super::chance::Chance;
use super::{ChartError, Count, Point, control_limits};
use crate::distribution::{normal_beyond, normal_upper_tail, t_quantile};
use serde::{Deserialize, Serialize};

/// Fewer units than this and there are no limits.
pub const FEWEST_UNITS: usize = 5;
/// From here on the tenth at either end that is pulled in is a unit at least, and one alone hardly moves the rest.
const MANY_UNITS: usize = 10;
/// Upper tail of the normal distribution beyond three standard deviations.
const BEYOND_THREE: f64 = 0.001_349_898_031_630_094_6;
/// Of the units marked, the share that may be so by chance where many are judged at once.
const FALSE_AMONG_MARKED: f64 = 0.1;

/// A funnel plot of events per exposure, or of shares.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Funnel {
    /// The rate of all units together; `None` without exposure.
    pub center: Option<f64>,
    /// How many times as much units differ as for pure chance, at least 1; without those that stand out.
    pub width: f64,
    /// The rate around which the limits lie, of the units that agree where there are few; `None` without limits.
    pub usual: Option<f64>,
    /// Standard deviation between units beyond chance, in the unit of the rates.
    pub between: f64,
    /// Where the limits lie, in standard deviations: 3, or more where many units are judged at once and where
    /// few units tell how much they differ.
    pub reach: f64,
    /// Whether the rates are shares.
    pub is_share: bool,
    /// Each unit against the others; `None` without exposure, and where the others have no events.
    pub against: Vec<Option<Against>>,
    /// One point for each unit given, in the same order; only being outside the limits is a signal, since
    /// units have no order to run or trend in.
    pub points: Vec<Point>,
}

/// A unit held against all others together, by chance alone.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Against {
    /// Events that the rate of the others lets one expect.
    pub expected: f64,
    /// Probability of as many events as there were or more, or as few or fewer, under that rate.
    pub tail: f64,
}

impl Funnel {
    /// Lower and upper limit for a unit with this exposure, in the unit of the rates; `None` where the
    /// funnel has no limits or the exposure is not above 0.
    #[must_use]
    pub fn limits_at(&self, exposure: f64) -> Option<(f64, f64)> {
        let mut point = Point::bare(0, None);
        self.draw(&mut point, exposure);
        point.lower.zip(point.upper)
    }

    fn draw(&self, point: &mut Point, exposure: f64) {
        let Some(usual) = self.usual.filter(|_| exposure.is_finite() && exposure > 0.0) else { return };
        let Some(chance) = Chance::around(usual, exposure, self.is_share) else { return };
        let wider = wider(usual, self.between, exposure, self.is_share);
        if wider.is_finite() {
            control_limits::draw(point, chance, wider * self.reach / control_limits::LIMIT, exposure);
        }
    }
}

/// Places units in the funnel by their rates. `None` in `units` is a unit whose figures are hidden.
///
/// # Errors
/// [`ChartError`]; `index` is the position of the unit.
pub fn funnel(units: &[Option<Count>]) -> Result<Funnel, ChartError> {
    place(units, false)
}

/// The same for shares: counting hits or misses marks the same units, and no limit leaves 0 to 1.
///
/// # Errors
/// [`ChartError`], also for more events than trials.
pub fn funnel_of_shares(units: &[Option<Count>]) -> Result<Funnel, ChartError> {
    place(units, true)
}

fn place(units: &[Option<Count>], is_share: bool) -> Result<Funnel, ChartError> {
    let units = control_limits::check(units, is_share)?;
    let known: Vec<Count> = units.iter().copied().flatten().collect();
    let rate = |unit: &Count| unit.count / unit.exposure;
    let mut funnel = Funnel {
        center: control_limits::center(&known),
        width: 1.0,
        usual: None,
        between: 0.0,
        reach: control_limits::LIMIT,
        is_share,
        against: against(&units, is_share),
        points: units.iter().enumerate().map(|(at, unit)| Point::bare(at, unit.as_ref().map(rate))).collect(),
    };
    if known.len() < FEWEST_UNITS {
        return Ok(funnel);
    }
    let Some(spread) = Spread::of(&agreeing(&known, is_share), is_share) else { return Ok(funnel) };
    funnel.width = spread.ratio.sqrt().max(1.0);
    (funnel.usual, funnel.between) = (Some(spread.center), spread.between);
    let distances: Vec<f64> = known.iter().map(|unit| spread.distance(unit, is_share)).collect();
    funnel.reach = spread.few * reach(&distances);
    let mut points = std::mem::take(&mut funnel.points);
    for (point, unit) in points.iter_mut().zip(&units) {
        let Some(unit) = unit else { continue };
        funnel.draw(point, unit.exposure);
        super::signal_rules::mark_outside(point);
    }
    funnel.points = points;
    Ok(funnel)
}

/// The units none of which stands out from all others together; all of them where fewer than three would be
/// left, or where there are many.
fn agreeing(known: &[Count], is_share: bool) -> Vec<Count> {
    if known.len() >= MANY_UNITS {
        return known.to_vec();
    }
    let agrees = |at: &usize| {
        let others: Vec<Count> = [&known[..*at], &known[*at + 1..]].concat();
        let distance = Spread::of(&others, is_share).map(|others| others.distance(&known[*at], is_share));
        distance.is_none_or(|distance| distance.abs() <= control_limits::LIMIT)
    };
    let agreeing: Vec<Count> = (0..known.len()).filter(agrees).map(|at| known[at]).collect();
    if agreeing.len() < 3 { known.to_vec() } else { agreeing }
}

/// What some units have in common, and how much they differ.
struct Spread {
    center: f64,
    /// Mean squared standardised difference, the tenth at either end pulled in.
    ratio: f64,
    /// Standard deviation between units beyond chance.
    between: f64,
    /// How many times as far out three standard deviations lie when they come from this few units, by Student's
    /// t; 1 where the units agree as well as chance lets them.
    few: f64,
}

impl Spread {
    /// `None` without events (or, of shares, with nothing but).
    fn of(units: &[Count], is_share: bool) -> Option<Self> {
        let center = control_limits::center(units)?;
        let variance = variance(center, is_share);
        if variance.is_nan() || variance <= 0.0 {
            return None;
        }
        let score = |unit: &Count| (unit.count / unit.exposure - center) / (variance / unit.exposure).sqrt();
        let ratio = winsorised_mean_square(units.iter().map(score).collect());
        let exposure: f64 = units.iter().map(|unit| unit.exposure).sum();
        let squares: f64 = units.iter().map(|unit| unit.exposure * unit.exposure).sum();
        // DerSimonian and Laird's moments with weights exposure / variance, as Spiegelhalter (2005) has them.
        let free = (exposure - squares / exposure) / variance;
        let count = units.len() as f64;
        let between = ((count * ratio - (count - 1.0)) / free).max(0.0).sqrt();
        let is_beyond_chance = count * ratio > chi_squared_95(count - 1.0);
        let few = if is_beyond_chance {
            t_quantile(1.0 - BEYOND_THREE, count - 1.0)? / control_limits::LIMIT
        } else {
            1.0
        };
        (ratio.is_finite() && between.is_finite()).then_some(Self { center, ratio, between, few })
    }

    /// How far a unit lies from these, in standard deviations of what may lie between them.
    fn distance(&self, unit: &Count, is_share: bool) -> f64 {
        let wider = wider(self.center, self.between, unit.exposure, is_share);
        let chance = Chance::around(self.center, unit.exposure, is_share);
        chance.map_or(0.0, |chance| chance.distance(unit.count) / (wider * self.few))
    }
}

/// The 95 % point of χ² (Wilson and Hilferty 1931).
fn chi_squared_95(df: f64) -> f64 {
    let part = 2.0 / (9.0 * df);
    df * (1.0 - part + 1.644_853_626_951_472_2 * part.sqrt()).powi(3)
}

/// Variance of the rate of one unit of exposure.
fn variance(center: f64, is_share: bool) -> f64 {
    if is_share { center * (1.0 - center) } else { center }
}

/// Standard deviation of a unit's rate over that from chance alone.
fn wider(center: f64, between: f64, exposure: f64, is_share: bool) -> f64 {
    (1.0 + between * between * exposure / variance(center, is_share)).sqrt()
}

/// How far out a unit must lie for at most a tenth of those marked to be so by chance, and at least three.
fn reach(distances: &[f64]) -> f64 {
    let mut tails: Vec<f64> = distances.iter().map(|z| 2.0 * normal_upper_tail(z.abs())).collect();
    tails.sort_by(f64::total_cmp);
    let bar = |rank: usize| FALSE_AMONG_MARKED * rank as f64 / tails.len() as f64;
    let marked = (1..=tails.len()).rev().find(|rank| tails[rank - 1] <= bar(*rank)).unwrap_or(1);
    normal_beyond((0.5 * bar(marked)).ln()).max(control_limits::LIMIT)
}

fn against(units: &[Option<Count>], is_share: bool) -> Vec<Option<Against>> {
    let (events, exposure) =
        units.iter().flatten().fold((0.0, 0.0), |(e, x), unit| (e + unit.count, x + unit.exposure));
    let of = |unit: &Option<Count>| {
        let unit = unit.as_ref()?;
        let others = (events - unit.count) / (exposure - unit.exposure);
        let chance = Chance::around(others, unit.exposure, is_share)?;
        let against = Against { expected: others * unit.exposure, tail: chance.tail_from(unit.count) };
        against.tail.is_finite().then_some(against)
    };
    units.iter().map(of).collect()
}

fn winsorised_mean_square(mut scores: Vec<f64>) -> f64 {
    scores.sort_by(f64::total_cmp);
    let tail = scores.len() / 10;
    let (low, high) = (scores[tail], scores[scores.len() - 1 - tail]);
    scores.iter().map(|score| score.clamp(low, high).powi(2)).sum::<f64>() / scores.len() as f64
}

#[cfg(test)]
mod tests {
    use super::super::{Direction, Rule, Signal};
    use super::*;

    fn units(counts: &[(f64, f64)]) -> Vec<Option<Count>> {
        counts.iter().map(|&(count, exposure)| Some(Count { count, exposure })).collect()
    }

    #[test]
    fn larger_units_have_narrower_limits() {
        let funnel =
            funnel(&units(&[(10.0, 1000.0), (20.0, 2000.0), (41.0, 4000.0), (9.0, 1000.0), (80.0, 8000.0)]))
                .expect("a funnel");
        let reach =
            |index: usize| funnel.points[index].upper.expect("a limit") - funnel.center.expect("a centre");
        assert!(reach(0) > reach(1) && reach(1) > reach(2) && reach(2) > reach(4));
        assert!(funnel.points.iter().all(|point| point.signal.is_none()));
    }

    #[test]
    fn the_limits_along_the_exposure_are_those_of_the_units() {
        let funnel =
            funnel(&units(&[(3.0, 900.0), (30.0, 2000.0), (41.0, 4000.0), (9.0, 1000.0), (8.0, 80.0)]))
                .expect("a funnel");
        for (point, exposure) in funnel.points.iter().zip([900.0, 2000.0, 4000.0, 1000.0, 80.0]) {
            assert_eq!(funnel.limits_at(exposure), point.lower.zip(point.upper));
        }
        assert_eq!((funnel.limits_at(0.0), funnel.limits_at(f64::NAN)), (None, None));
    }

    #[test]
    fn one_unit_far_off_is_marked_and_a_hidden_one_is_not_drawn() {
        let mut many = units(&[(10.0, 1000.0); 12]);
        many[3] = Some(Count { count: 60.0, exposure: 1000.0 });
        many[5] = None;
        let funnel = funnel(&many).expect("a funnel");
        let high = Signal { rule: Rule::Outside, direction: Direction::High };
        assert_eq!(funnel.points[3].signal, Some(high));
        assert_eq!((funnel.points[5].value, funnel.points[5].upper), (None, None));
        assert!(funnel.points.iter().filter(|point| point.index != 3).all(|point| point.signal.is_none()));
        let few = super::funnel(&many[..8]).expect("a funnel");
        assert_eq!((few.usual, few.points[3].signal), (Some(0.01), Some(high)));
    }

    #[test]
    fn units_that_all_differ_widen_the_limits() {
        let spread: Vec<(f64, f64)> = (1..=20).map(|i| (f64::from(i * 10), 1000.0)).collect();
        let funnel = funnel(&units(&spread)).expect("a funnel");
        assert!(funnel.width > 3.0 && funnel.points.iter().all(|point| point.signal.is_none()));
    }

    #[test]
    fn few_units_or_no_events_have_no_limits() {
        for counts in [vec![(5.0, 100.0); 4], vec![(0.0, 100.0); 9], vec![]] {
            let funnel = funnel(&units(&counts)).expect("a funnel");
            assert!(funnel.points.iter().all(|point| point.upper.is_none()));
        }
    }

    #[test]
    fn among_two_thousand_units_three_standard_deviations_are_not_enough() {
        let distances: Vec<f64> = (0..2000).map(|at| if at == 0 { 3.5 } else { 0.5 }).collect();
        assert!(reach(&distances) > 3.5);
        assert_eq!(reach(&distances[..20]), 3.0);
    }
}
