//! What a period is in the calendar, and what that means for seasons.
//!
//! A season has a wave a year and a wave every half year. How many periods that is depends on their
//! length, and short years have no room for the second wave: four quarters are described by one wave and
//! its alternation, single years have no season at all. Weeks are counted through, so a year of 53 weeks
//! shifts nothing: a wave follows the sun, not the number printed beside the week.

use super::report::TimeEffects;
use serde::{Deserialize, Serialize};
use std::f64::consts::TAU;

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodLength {
    /// A day.
    Day,
    /// Seven days.
    #[default]
    Week,
    /// A calendar month.
    Month,
    /// Three calendar months.
    Quarter,
    /// A year.
    Year,
}

impl PeriodLength {
    /// Periods in an average year.
    #[must_use]
    pub fn per_year(self) -> f64 {
        match self {
            Self::Day => 365.2425,
            Self::Week => 52.18,
            Self::Month => 12.0,
            Self::Quarter => 4.0,
            Self::Year => 1.0,
        }
    }

    /// Whole periods after which the same time of the year has come: days keep their weekday.
    #[must_use]
    pub fn whole_year(self) -> i64 {
        match self {
            Self::Day => 364,
            Self::Week => 52,
            Self::Month => 12,
            Self::Quarter => 4,
            Self::Year => 1,
        }
    }

    /// The shortest span that can tell a season from a trend, two years; `None` where there is no season
    /// to be told.
    #[must_use]
    pub fn span_of_a_season(self) -> Option<i64> {
        (self != Self::Year).then(|| 2 * self.whole_year())
    }

    /// Periods a model learns from before its first forecast: a year, but enough for a level of its own.
    #[must_use]
    pub fn training(self) -> i64 {
        match self {
            Self::Day => 364,
            Self::Week => 52,
            Self::Month => 24,
            Self::Quarter => 12,
            Self::Year => 8,
        }
    }

    /// The shortest span that can tell a unit's own season from chance: a year of weeks, and more of longer
    /// periods, of which a year has few. `None` where there is no season.
    #[must_use]
    pub fn span_of_own_season(self) -> Option<i64> {
        match self {
            Self::Day => Some(364),
            Self::Week => Some(52),
            Self::Month => Some(30),
            Self::Quarter => Some(20),
            Self::Year => None,
        }
    }

    /// Sine and cosine of the wave a year.
    pub(super) fn first_wave(self, period: f64) -> Vec<f64> {
        let angle = TAU * period / self.per_year();
        vec![angle.sin(), angle.cos()]
    }

    /// The value of each wave in a period. The sine of a wave of two periods is 0 throughout, so it is
    /// left out.
    fn waves(self, period: f64) -> Vec<f64> {
        let mut values = Vec::new();
        for wave in [1.0, 2.0] {
            let length = self.per_year() / wave;
            let angle = TAU * period / length;
            if length > 2.0 {
                values.push(angle.sin());
            }
            if length >= 2.0 {
                values.push(angle.cos());
            }
        }
        values
    }
}

/// How time is dealt with in a fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) effects: TimeEffects,
    pub(super) length: PeriodLength,
}

impl Time {
    /// Columns that stand in for period levels: waves and a trend, each with a value for each period
    /// given.
    pub(super) fn columns(self, periods: impl Iterator<Item = i64>) -> Vec<Vec<f64>> {
        let has_season = self.effects == TimeEffects::SeasonAndTrend;
        if !has_season && self.effects != TimeEffects::Trend {
            return Vec::new();
        }
        let mut columns: Vec<Vec<f64>> = Vec::new();
        for period in periods {
            let mut values = if has_season { self.length.waves(period as f64) } else { Vec::new() };
            values.push(period as f64);
            columns.resize_with(values.len(), Vec::new);
            columns.iter_mut().zip(values).for_each(|(column, value)| column.push(value));
        }
        columns
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(length: PeriodLength, effects: TimeEffects, periods: i64) -> Vec<Vec<f64>> {
        Time { effects, length }.columns(0..periods)
    }

    #[test]
    fn a_season_has_as_many_columns_as_its_periods_have_room_for() {
        let count = |length| columns(length, TimeEffects::SeasonAndTrend, 30).len();
        assert_eq!([PeriodLength::Day, PeriodLength::Week, PeriodLength::Month].map(count), [5, 5, 5]);
        // Four quarters: three free levels, which are a wave and an alternation, and the trend.
        assert_eq!(count(PeriodLength::Quarter), 4);
        assert_eq!(count(PeriodLength::Year), 1);
        assert!(columns(PeriodLength::Week, TimeEffects::None, 30).is_empty());
    }

    #[test]
    fn a_season_comes_round_after_a_year() {
        for (length, tolerance) in [
            (PeriodLength::Day, 0.05),
            (PeriodLength::Week, 0.05),
            (PeriodLength::Month, 1e-9),
            (PeriodLength::Quarter, 1e-9),
        ] {
            let year = length.whole_year() as usize;
            let all = columns(length, TimeEffects::SeasonAndTrend, 2 * year as i64 + 1);
            for wave in &all[..all.len() - 1] {
                assert!((0..=year).all(|at| (wave[at] - wave[at + year]).abs() < tolerance), "{length:?}");
                assert!(wave.iter().any(|value| value.abs() > 0.5), "{length:?}");
            }
        }
    }

    /// 28 years hold 1,461 weeks, in the calendar as in the waves, so that years of 53 weeks do not push
    /// the season along.
    #[test]
    fn years_of_53_weeks_do_not_push_the_season() {
        let weeks = columns(PeriodLength::Week, TimeEffects::SeasonAndTrend, 1462);
        let drift = (weeks[1][0] - weeks[1][1461]).abs();
        assert!(drift < 0.01, "{drift}");
    }

    #[test]
    fn no_season_is_told_from_less_than_two_years() {
        assert_eq!(PeriodLength::Week.span_of_a_season(), Some(104));
        assert_eq!(PeriodLength::Month.span_of_a_season(), Some(24));
        assert_eq!(PeriodLength::Quarter.span_of_a_season(), Some(8));
        assert_eq!(PeriodLength::Year.span_of_a_season(), None);
    }
}
