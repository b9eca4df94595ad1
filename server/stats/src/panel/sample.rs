//! Which rows a fit may use. Every row that is left out is counted under one reason.
//!
//! Rows that carry no information about a slope (a unit without a single event, a unit with a single row, a
//! period without a single event) would not change the estimate, but they would inflate the number of units
//! an interval is based on. So they go, and the counts say so. A unit whose predictors never move tells what
//! a period was like without a movement: it stays where periods have levels of their own, and goes where it
//! could say nothing.

use super::Panel;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One usable observation.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// Index into [`Panel::units`].
    pub unit: u32,
    /// Period number.
    pub period: i64,
    /// Events.
    pub count: f64,
    /// Exposure, above 0.
    pub exposure: f64,
    /// Predictor values, none missing.
    pub predictors: Vec<f64>,
}

/// Why rows are not in the fit. All are numbers of rows but the three that say `units` or `periods`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Dropped {
    /// No exposure and no events: the unit did nothing in the period.
    pub no_exposure: u64,
    /// Events without exposure: an error in the data, to be looked at by a person.
    pub count_without_exposure: u64,
    /// A predictor has too few values over the lags.
    pub missing_predictor: u64,
    /// Rows of units that had no event in any period.
    pub all_zero_unit: u64,
    /// The number of those units.
    pub all_zero_units: u64,
    /// Rows of units whose predictors never changed, where periods have no levels of their own, and of units
    /// with a single row.
    pub constant_unit: u64,
    /// The number of those units.
    pub constant_units: u64,
    /// Rows of periods in which no unit had an event; only when each period has its own effect.
    pub all_zero_period: u64,
    /// The number of those periods.
    pub all_zero_periods: u64,
    /// Rows without events that the levels of their unit and period can fit exactly, by going to minus
    /// infinity: they say nothing about a slope (Correia, Guimarães and Zylkin 2019).
    #[serde(default)]
    pub separated: u64,
    /// Not dropped, only flagged: rows with more events than exposure.
    pub kept_count_above_exposure: u64,
}

impl Dropped {
    /// Rows left out, for whatever reason.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.no_exposure
            + self.count_without_exposure
            + self.missing_predictor
            + self.all_zero_unit
            + self.constant_unit
            + self.all_zero_period
            + self.separated
    }
}

/// The rows that can be used, sorted by unit and period, and the count of the others.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Usable {
    /// The observations, by unit, then period.
    pub observations: Vec<Observation>,
    /// What was left out.
    pub dropped: Dropped,
}

impl Usable {
    /// Takes each row of the panel for which `predictors(unit, period)` gives a full set of values.
    ///
    /// Rows without exposure go first, whatever their predictors, so that the reasons do not overlap.
    pub fn collect(panel: &Panel, predictors: impl Fn(u32, i64) -> Option<Vec<f64>>) -> Self {
        let mut usable = Self::default();
        for row in &panel.rows {
            if row.exposure <= 0.0 {
                let reason = if row.count > 0.0 {
                    &mut usable.dropped.count_without_exposure
                } else {
                    &mut usable.dropped.no_exposure
                };
                *reason += 1;
                continue;
            }
            let Some(predictors) = predictors(row.unit, row.period) else {
                usable.dropped.missing_predictor += 1;
                continue;
            };
            if row.count > row.exposure {
                usable.dropped.kept_count_above_exposure += 1;
            }
            let (unit, period, count, exposure) = (row.unit, row.period, row.count, row.exposure);
            usable.observations.push(Observation { unit, period, count, exposure, predictors });
        }
        usable.observations.sort_by_key(|observation| (observation.unit, observation.period));
        usable
    }

    /// Drops units and, with `period_effects`, periods that say nothing about a slope, until none is left:
    /// dropping a period may leave a unit without events, and the other way round.
    #[must_use]
    pub fn informative(mut self, period_effects: bool) -> Self {
        loop {
            let before = self.observations.len();
            self.drop_units(period_effects);
            if period_effects {
                self.drop_periods();
            }
            if self.observations.len() == before {
                return self;
            }
        }
    }

    /// Drops the observations at `places` (ascending), counted as separated.
    #[must_use]
    pub(crate) fn without(mut self, places: &[usize]) -> Self {
        let mut place = 0;
        self.observations.retain(|_| {
            place += 1;
            places.binary_search(&(place - 1)).is_err()
        });
        self.dropped.separated += places.len() as u64;
        self
    }

    /// Number of different units.
    #[must_use]
    pub fn units(&self) -> usize {
        self.observations.chunk_by(|a, b| a.unit == b.unit).count()
    }

    /// Number of different periods.
    #[must_use]
    pub fn periods(&self) -> usize {
        self.observations.iter().map(|o| o.period).collect::<std::collections::BTreeSet<_>>().len()
    }

    fn drop_units(&mut self, period_effects: bool) {
        let mut kept = Vec::with_capacity(self.observations.len());
        for unit in self.observations.chunk_by(|a, b| a.unit == b.unit) {
            let rows = unit.len() as u64;
            if unit.iter().all(|o| o.count == 0.0) {
                self.dropped.all_zero_unit += rows;
                self.dropped.all_zero_units += 1;
            } else if unit.len() == 1
                || !period_effects && unit.windows(2).all(|pair| pair[0].predictors == pair[1].predictors)
            {
                self.dropped.constant_unit += rows;
                self.dropped.constant_units += 1;
            } else {
                kept.extend_from_slice(unit);
            }
        }
        self.observations = kept;
    }

    fn drop_periods(&mut self) {
        let mut events: BTreeMap<i64, (f64, u64)> = BTreeMap::new();
        for observation in &self.observations {
            let entry = events.entry(observation.period).or_default();
            entry.0 += observation.count;
            entry.1 += 1;
        }
        for (sum, rows) in events.values() {
            if *sum == 0.0 {
                self.dropped.all_zero_period += rows;
                self.dropped.all_zero_periods += 1;
            }
        }
        self.observations.retain(|o| events.get(&o.period).is_some_and(|(sum, _)| *sum > 0.0));
    }
}

#[cfg(test)]
mod tests {
    use super::super::Row;
    use super::*;

    fn usable(rows: &[(u32, i64, f64, f64, Option<f64>)]) -> Usable {
        let rows: Vec<Row> = rows
            .iter()
            .map(|&(unit, period, count, exposure, x)| Row {
                unit,
                period,
                count,
                exposure,
                predictors: vec![x],
            })
            .collect();
        let panel = Panel { units: vec!["A".into(); 5], predictors: vec!["x".into()], rows };
        Usable::collect(&panel, |unit, period| {
            let row = panel.rows.iter().find(|row| row.unit == unit && row.period == period)?;
            row.predictors[0].map(|value| vec![value])
        })
    }

    #[test]
    fn each_row_is_dropped_for_one_reason() {
        let usable = usable(&[
            (0, 0, 0.0, 0.0, None),
            (0, 1, 2.0, 0.0, Some(1.0)),
            (0, 2, 2.0, 9.0, None),
            (0, 3, 12.0, 9.0, Some(2.0)),
        ]);
        let wanted = Dropped {
            no_exposure: 1,
            count_without_exposure: 1,
            missing_predictor: 1,
            kept_count_above_exposure: 1,
            ..Dropped::default()
        };
        assert_eq!((usable.dropped, usable.observations.len()), (wanted, 1));
        assert_eq!(wanted.rows(), 3);
    }

    #[test]
    fn units_and_periods_that_say_nothing_are_dropped_until_none_is_left() {
        // Unit 1 never has an event; unit 2 never moves. Unit 4 is seen once, and without it period 1 has no
        // event.
        let rows = [
            (0, 0, 1.0, 9.0, Some(1.0)),
            (0, 1, 0.0, 9.0, Some(3.0)),
            (0, 2, 1.0, 9.0, Some(2.0)),
            (1, 0, 0.0, 9.0, Some(1.0)),
            (1, 2, 0.0, 9.0, Some(2.0)),
            (2, 0, 1.0, 9.0, Some(5.0)),
            (2, 2, 1.0, 9.0, Some(5.0)),
            (4, 1, 1.0, 9.0, Some(5.0)),
        ];
        let with = usable(&rows).informative(true);
        let wanted = Dropped {
            all_zero_unit: 2,
            all_zero_units: 1,
            constant_unit: 1,
            constant_units: 1,
            all_zero_period: 1,
            all_zero_periods: 1,
            ..Dropped::default()
        };
        assert_eq!(with.dropped, wanted);
        assert_eq!((with.units(), with.periods()), (2, 2));
        let without = usable(&rows).informative(false);
        assert_eq!((without.units(), without.dropped.constant_units), (1, 2));
        assert_eq!(without.dropped.all_zero_periods, 0);
    }
}
