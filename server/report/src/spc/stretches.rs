//! Signals of a control chart as a reader tells them: a whole run in one sentence, not point by point.
//!
//! A point carries one mark, that of the strongest rule it breaks, so a run of fourteen points with two near
//! a limit is marked in three pieces. Told is the run as a whole, and the near ones beside it.

use stats::spc::{Chart, Direction, Point, Rule, signal_rules};

/// A stretch of points that break one rule together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stretch {
    pub(super) rule: Rule,
    pub(super) direction: Direction,
    /// First and last point, by place in the chart.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Points with a value from first to last.
    pub(super) points: usize,
}

impl Stretch {
    /// Whether this is what the mark of a point stands for.
    pub(super) fn explains(&self, place: usize, point: &Point) -> bool {
        let signal = point.signal.map(|signal| (signal.rule, signal.direction));
        signal == Some((self.rule, self.direction)) && (self.first..=self.last).contains(&place)
    }
}

/// All stretches in order of time.
pub(super) fn stretches(chart: &Chart) -> Vec<Stretch> {
    let Some(center) = chart.center else { return Vec::new() };
    // The rules look at points with limits only, and gaps break nothing.
    let known: Vec<(usize, f64, &Point)> = chart
        .points
        .iter()
        .enumerate()
        .filter_map(|(place, point)| point.upper.and(point.value).map(|value| (place, value, point)))
        .collect();
    let side = |value: f64, middle: f64| {
        if value > middle {
            Some(Direction::High)
        } else if value < middle {
            Some(Direction::Low)
        } else {
            None
        }
    };
    let mut found = Vec::new();
    let mut add = |rule, direction, first: usize, last: usize| {
        if let (Some(from), Some(to)) = (known.get(first), known.get(last)) {
            found.push(Stretch { rule, direction, first: from.0, last: to.0, points: last - first + 1 });
        }
    };
    let sides: Vec<Option<Direction>> = known.iter().map(|(_, value, _)| side(*value, center)).collect();
    for (first, last, direction) in runs(&sides) {
        if chart.run.is_some_and(|run| last - first + 1 >= run) {
            add(Rule::Shift, direction, first, last);
        }
    }
    let steps: Vec<Option<Direction>> = known.windows(2).map(|pair| side(pair[1].1, pair[0].1)).collect();
    for (first, last, direction) in runs(&steps) {
        if chart.run.is_some() && last - first + 2 >= signal_rules::RUN {
            add(Rule::Trend, direction, first, last + 1);
        }
    }
    let marks = |rule: Rule| -> Vec<Option<Direction>> {
        let of = |point: &Point| point.signal.filter(|signal| signal.rule == rule);
        known.iter().map(|(_, _, point)| of(point).map(|signal| signal.direction)).collect()
    };
    for (first, last, direction) in runs(&marks(Rule::NearLimit)) {
        add(Rule::NearLimit, direction, first, last);
    }
    for (place, direction) in marks(Rule::Outside).into_iter().enumerate() {
        if let Some(direction) = direction {
            add(Rule::Outside, direction, place, place);
        }
    }
    found.sort_by_key(|stretch| (stretch.first, stretch.last));
    found
}

/// First place, last place and direction of each run of equal directions.
fn runs(directions: &[Option<Direction>]) -> Vec<(usize, usize, Direction)> {
    let mut runs = Vec::new();
    let mut start = 0;
    for run in directions.chunk_by(|a, b| a == b) {
        if let Some(Some(direction)) = run.first() {
            runs.push((start, start + run.len() - 1, *direction));
        }
        start += run.len();
    }
    runs
}

#[cfg(test)]
mod tests {
    use stats::spc::xmr;

    use super::*;

    fn of(values: &[f64]) -> Vec<Stretch> {
        stretches(&xmr(&values.iter().map(|value| Some(*value)).collect::<Vec<_>>(), true).unwrap())
    }

    #[test]
    fn every_mark_belongs_to_a_stretch() {
        let mut state = 9_u64;
        for _ in 0..300 {
            let values: Vec<Option<f64>> = (0..40)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (state >> 60 > 0).then_some(((state >> 33) % 9) as f64)
                })
                .collect();
            let chart = xmr(&values, true).unwrap();
            let stretches = stretches(&chart);
            for (place, point) in chart.points.iter().enumerate().filter(|(_, point)| point.signal.is_some())
            {
                assert!(stretches.iter().any(|stretch| stretch.explains(place, point)), "{place}");
            }
        }
    }

    #[test]
    fn a_run_is_told_as_a_whole() {
        let mut values = vec![1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0];
        values.extend([6.0, 7.0, 6.0, 7.0, 6.0, 7.0, 6.0, 7.0]);
        let shifts: Vec<_> = of(&values).into_iter().filter(|stretch| stretch.rule == Rule::Shift).collect();
        assert_eq!(
            shifts.iter().map(|shift| (shift.first, shift.last, shift.points)).collect::<Vec<_>>(),
            [(0, 7, 8), (8, 15, 8)]
        );
        let rising: Vec<f64> = (0..12).map(f64::from).collect();
        let trend = of(&rising).into_iter().find(|stretch| stretch.rule == Rule::Trend).unwrap();
        assert_eq!((trend.first, trend.last, trend.direction), (0, 11, Direction::High));
    }
}
