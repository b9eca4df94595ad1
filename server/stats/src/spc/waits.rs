//! From one rare event to the next: g and t charts.
//!
//! Where most periods have no event, a chart of their numbers is a floor with a few bumps. What lies between
//! two events is never zero and tells a change either way (Benneyan 2001, "Number-between g-type statistical
//! quality control charts"). More is better here if the events are unwelcome.

use super::chance::Chance;
use super::control_limits::{check, draw, finish};
use super::{Chart, ChartError, Count, FEWEST_POINTS, Kind, Point, signal_rules};
use serde::{Deserialize, Serialize};

/// What lay between one event and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Wait {
    /// Exposure between the two events, or since the beginning for the first one.
    pub length: f64,
    /// Position of the period in which the wait ended.
    pub at: usize,
    /// Whether no event has ended it: it still lasts, or what came next is not known.
    pub is_open: bool,
}

/// The exposure between events of a series of periods. Events of one period are spread evenly over it. After a
/// gap the count begins anew, which for events without memory is as good as the time of an event; what was waited
/// before it stays, as a wait that no event ended. The wait that still lasts comes last.
///
/// # Errors
/// [`ChartError`]; also where a number of events is not a whole one.
pub fn between(values: &[Option<Count>]) -> Result<Vec<Wait>, ChartError> {
    let mut waits = Vec::new();
    let mut since = 0.0;
    let mut last = None;
    for (at, value) in check(values, false)?.into_iter().enumerate() {
        let Some(Count { count, exposure }) = value else {
            // A period without exposure has no contacts to wait through; one that is not known may have had events.
            if values[at].is_none() {
                waits.extend(last.take().map(|at| Wait { length: since, at, is_open: true }));
                since = 0.0;
            }
            continue;
        };
        if count.fract() != 0.0 || count > MOST_EVENTS {
            return Err(ChartError::NotWhole { index: at });
        }
        let step = exposure / (count + 1.0);
        for _ in 0..count as u32 {
            waits.push(Wait { length: since + step, at, is_open: false });
            since = 0.0;
        }
        since += step;
        last = Some(at);
    }
    waits.extend(last.map(|at| Wait { length: since, at, is_open: true }));
    Ok(waits)
}

/// More events in a period than this are not rare.
const MOST_EVENTS: f64 = 1e6;

/// Chart of waits: [`Kind::G`] for whole numbers of trials, each of which may bring the event; other kinds are
/// read as [`Kind::T`], for what is measured. Limits are those of a geometric or exponential wait as far out
/// as three standard deviations of a normal variable are.
///
/// The centre line is the median of such waits, so that a steady series lies on either side equally often; the
/// mean wait is all waiting, the open one with it, over the number of events. An open wait is drawn only once
/// it is longer than the centre: before, nobody can tell whether it will be a short one.
///
/// # Errors
/// [`ChartError`] for a wait that is negative or not finite.
pub fn waits(waits: &[Wait], kind: Kind) -> Result<Chart, ChartError> {
    let kind = if kind == Kind::G { Kind::G } else { Kind::T };
    if let Some(index) = waits.iter().position(|wait| !wait.length.is_finite()) {
        return Err(ChartError::NotFinite { index });
    }
    if let Some(index) = waits.iter().position(|wait| wait.length < 0.0) {
        return Err(ChartError::Negative { index });
    }
    let length = |wait: &Wait| if kind == Kind::G { wait.length.round() } else { wait.length };
    let events = waits.iter().filter(|wait| !wait.is_open).count();
    let mean = waits.iter().map(length).sum::<f64>() / events as f64;
    let chance = match kind {
        Kind::G => Chance::Geometric { mean },
        _ => Chance::Exponential { mean },
    };
    let middle = Some(chance.at_distance(0.0)).filter(|middle| middle.is_finite() && *middle > 0.0);
    let is_drawn = |wait: &&Wait| !wait.is_open || middle.is_some_and(|middle| wait.length > middle);
    let points = waits.iter().filter(is_drawn).enumerate();
    let points: Vec<Point> = points.map(|(index, wait)| Point::bare(index, Some(length(wait)))).collect();
    let mut chart = Chart::bare(kind, middle, points);
    let Some(middle) = middle.filter(|_| events >= FEWEST_POINTS) else { return Ok(chart) };
    chart.points.iter_mut().for_each(|point| draw(point, chance, 1.0, 1.0));
    chart.run = signal_rules::run_length(chart.points.len(), 0.5, 0.5);
    Ok(finish(chart, events, middle))
}

#[cfg(test)]
mod tests {
    use super::super::{Direction, Rule};
    use super::*;

    fn counts(values: &[f64]) -> Vec<Option<Count>> {
        values.iter().map(|count| Some(Count { count: *count, exposure: 10.0 })).collect()
    }

    #[test]
    fn what_lies_between_events_adds_up_to_all_exposure() {
        let found = between(&counts(&[0.0, 1.0, 0.0, 0.0, 4.0, 0.0])).unwrap();
        let lengths: Vec<f64> = found.iter().map(|wait| wait.length).collect();
        assert_eq!(lengths, [15.0, 27.0, 2.0, 2.0, 2.0, 12.0]);
        assert_eq!(found.iter().map(|wait| wait.at).collect::<Vec<_>>(), [1, 4, 4, 4, 4, 5]);
        assert!(found.iter().rev().skip(1).all(|wait| !wait.is_open) && found[5].is_open);
    }

    #[test]
    fn a_gap_begins_anew_and_a_period_without_contacts_does_not() {
        let mut values = counts(&[1.0, 0.0, 0.0, 1.0]);
        values[1] = None;
        let lengths = |values: &[Option<Count>]| -> Vec<f64> {
            between(values).unwrap().iter().map(|wait| wait.length).collect()
        };
        assert_eq!(lengths(&values), [5.0, 5.0, 15.0, 5.0]);
        values[1] = Some(Count { count: 0.0, exposure: 0.0 });
        assert_eq!(lengths(&values), [5.0, 20.0, 5.0]);
        values[0] = Some(Count { count: 0.5, exposure: 10.0 });
        assert_eq!(between(&values), Err(ChartError::NotWhole { index: 0 }));
    }

    #[test]
    fn what_was_waited_before_a_gap_is_part_of_the_usual_wait() {
        // Weekdays with ten contacts each; an event every fourth week; nothing is known of the weekends.
        let day = |at: usize| match at % 7 {
            0..5 => Some(Count { count: f64::from(u8::from(at % 28 == 3)), exposure: 10.0 }),
            _ => None,
        };
        let values: Vec<Option<Count>> = (0..28 * 20).map(day).collect();
        let list = between(&values).unwrap();
        let total: f64 = list.iter().map(|wait| wait.length).sum();
        assert!((total - 200.0 * 20.0).abs() < 1e-9, "{total}");
        let center = waits(&list, Kind::T).unwrap().center.unwrap();
        assert!((center - 200.0 * std::f64::consts::LN_2).abs() < 1e-6, "{center}");
    }

    #[test]
    fn a_wait_far_longer_than_usual_is_marked_while_it_still_lasts() {
        let mut series = vec![10.0; 14];
        series.push(400.0);
        let mut list: Vec<Wait> =
            series.iter().map(|length| Wait { length: *length, at: 0, is_open: false }).collect();
        list[14].is_open = true;
        let chart = waits(&list, Kind::T).unwrap();
        let signal = chart.points[14].signal.unwrap();
        assert_eq!((signal.rule, signal.direction), (Rule::Outside, Direction::High));
        list[14].length = 5.0;
        assert_eq!(waits(&list, Kind::T).unwrap().points.len(), 14);
        assert!(waits(&list[..9], Kind::G).unwrap().points.iter().all(|point| point.upper.is_none()));
        assert!(waits(&[], Kind::T).unwrap().points.is_empty());
    }
}
