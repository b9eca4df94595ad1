//! What has become of one run of a clock.

use chrono::{DateTime, FixedOffset, Utc};
use serde::Serialize;

/// The unit has no opening within [`PATIENCE_DAYS`](crate::PATIENCE_DAYS), so nothing can be promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeverOpen;

/// One run of a clock, from a start to a stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// When it started.
    pub start: DateTime<Utc>,
    /// Its figures, unless the unit never opens.
    pub figures: Result<Figures, NeverOpen>,
}

/// The figures of a run at the moment of looking. Durations are whole seconds of working time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// First open instant at or after the start.
    pub counting_from: DateTime<Utc>,
    /// What may be used up.
    pub budget: i64,
    /// When four fifths of the budget are used up. `None` while a pause keeps it unknown.
    pub warn_at: Option<DateTime<Utc>>,
    /// When the budget is used up, likewise. Of a stopped run both are what they would have been without the stop.
    pub due: Option<DateTime<Utc>>,
    /// `due` on the wall clock of the unit.
    pub due_local: Option<DateTime<FixedOffset>>,
    /// When it was stopped.
    pub stopped_at: Option<DateTime<Utc>>,
    /// Used up, pauses left out.
    pub elapsed: i64,
    /// Spent in pauses.
    pub paused: i64,
    /// Whether it runs.
    pub state: State,
    /// `elapsed` by team, in the order in which they first held the case; adds up to it.
    pub shares: Vec<(String, i64)>,
}

impl Figures {
    /// What is left of the budget, never below 0.
    #[must_use]
    pub fn remaining(&self) -> i64 {
        (self.budget - self.elapsed).max(0)
    }

    /// Whether more than the budget has been used up.
    #[must_use]
    pub const fn is_late(&self) -> bool {
        self.elapsed > self.budget
    }

    /// How urgent it is.
    #[must_use]
    pub fn level(&self) -> Level {
        if self.is_late() {
            Level::Late
        } else if self.elapsed >= warning_of(self.budget) {
            Level::Warning
        } else {
            Level::InTime
        }
    }
}

/// How much of a budget is used up when it is time to warn: four fifths, in whole seconds rounded up.
pub(crate) const fn warning_of(budget: i64) -> i64 {
    budget - budget / 5
}

/// Whether a run runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It does.
    Running,
    /// It waits for the customer.
    Paused,
    /// It has ended.
    Stopped,
}

/// How urgent a run is, or was when it stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Less than four fifths of the budget are used up.
    InTime,
    /// Four fifths are.
    Warning,
    /// More than all of it is.
    Late,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_is_four_fifths_rounded_up() {
        for (budget, warning) in
            [(1, 1), (2, 2), (3, 3), (4, 4), (5, 4), (6, 5), (420, 336), (28_801, 23_041)]
        {
            assert_eq!(warning_of(budget), warning);
        }
    }
}
