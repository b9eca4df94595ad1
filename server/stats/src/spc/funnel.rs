//! Funnel plot: units side by side in one period, with limits that are wider for units with less exposure.
//!
//! It asks whether a unit differs from all of them together by more than chance, and is meant instead of a
//! ranking (Spiegelhalter 2005): most differences between units are noise.

use super::{ChartError, Count, Point, limits};
use serde::{Deserialize, Serialize};

/// Fewer units than this and there are no limits.
pub const FEWEST_UNITS: usize = 5;

/// A funnel plot of events per exposure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Funnel {
    /// The rate of all units together; `None` without exposure.
    pub center: Option<f64>,
    /// How many times as wide the limits are as for pure chance, at least 1.
    pub width: f64,
    /// One point for each unit given, in the same order; only being outside the limits is a signal, since
    /// units have no order to run or trend in.
    pub points: Vec<Point>,
}

impl Funnel {
    /// Lower and upper limit for a unit with this exposure, in the unit of the rates; `None` where the
    /// funnel has no limits or the exposure is not above 0.
    #[must_use]
    pub fn limits_at(&self, exposure: f64) -> Option<(f64, f64)> {
        let center = self.center.filter(|_| self.points.iter().any(|point| point.upper.is_some()))?;
        if !exposure.is_finite() || exposure <= 0.0 {
            return None;
        }
        let mut point = Point::bare(0, None);
        limits::rate_limits(&mut point, center, exposure, self.width, self.width > 1.0);
        point.lower.zip(point.upper)
    }
}

/// Places units in the funnel. `None` in `units` is a unit whose figures are hidden.
///
/// Limits are those of the chart of rates, exact where fewer than five events are expected. When units
/// differ more than chance explains, limits widen by the square root of the mean squared standardised
/// difference, the tenth at either end pulled in (Spiegelhalter's winsorised φ).
///
/// # Errors
/// [`ChartError`]; `index` is the position of the unit.
pub fn funnel(units: &[Option<Count>]) -> Result<Funnel, ChartError> {
    let units = limits::check(units, false)?;
    let rate = |unit: &Count| unit.count / unit.exposure;
    let known: Vec<Count> = units.iter().copied().flatten().collect();
    let center = limits::center(&known);
    let points =
        units.iter().enumerate().map(|(index, unit)| Point::bare(index, unit.as_ref().map(rate))).collect();
    let mut funnel = Funnel { center, width: 1.0, points };
    let Some(center) = center.filter(|center| *center > 0.0 && known.len() >= FEWEST_UNITS) else {
        return Ok(funnel);
    };
    let scores = known.iter().map(|unit| (rate(unit) - center) / (center / unit.exposure).sqrt()).collect();
    funnel.width = winsorised_mean_square(scores).sqrt().max(1.0);
    if !funnel.width.is_finite() {
        funnel.width = 1.0;
        return Ok(funnel);
    }
    for (point, unit) in funnel.points.iter_mut().zip(&units) {
        let Some(unit) = unit else { continue };
        limits::rate_limits(point, center, unit.exposure, funnel.width, funnel.width > 1.0);
        super::rules::mark_outside(point);
    }
    Ok(funnel)
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
}
