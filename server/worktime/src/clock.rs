//! The rule of a clock, and the events it hears of.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::{calendar::Calendar, run::NeverOpen};

/// The longest extension, in the unit of the clock.
pub const LARGEST_EXTENSION: i64 = 10;

/// More working hours or days than any promise has.
const LARGEST_N: u32 = 10_000;

/// What a clock counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Working days after the day of receipt.
    Days,
    /// Hours of working time.
    Hours,
    /// Minutes of working time.
    Minutes,
}

impl Unit {
    /// Working time that `n` of the unit are from a start, in seconds.
    pub(crate) fn budget(self, calendar: &Calendar, start: DateTime<Utc>, n: u32) -> Result<i64, NeverOpen> {
        match self {
            Self::Minutes => Ok(i64::from(n) * 60),
            Self::Hours => Ok(i64::from(n) * 3600),
            Self::Days => {
                let end = calendar.closing_of_working_day(start, n).ok_or(NeverOpen)?;
                Ok(calendar.working_seconds(start, end))
            }
        }
    }

    const fn largest_n(self) -> u32 {
        match self {
            Self::Days | Self::Hours => LARGEST_N,
            Self::Minutes => LARGEST_N * 60,
        }
    }
}

/// A promise: so much working time from the receipt (or the reopening) to an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    pub(crate) unit: Unit,
    pub(crate) n: u32,
    pub(crate) stops: String,
    pub(crate) investigating: Option<u32>,
    pub(crate) repeats_at: Option<String>,
}

/// Why a clock cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClockError {
    /// `n` or `investigating` is 0 or beyond all reason.
    OutOfRange {
        /// The key.
        key: &'static str,
        /// What it says.
        n: u32,
        /// What it can be at most.
        largest: u32,
    },
    /// The event already does something else to the clock.
    Taken {
        /// The key.
        key: &'static str,
        /// The event.
        event: String,
    },
}

impl fmt::Display for ClockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfRange { key, n, largest } => write!(f, "{key} is {n}; use 1 to {largest}"),
            Self::Taken { key, event } => {
                write!(
                    f,
                    "{key} is {event:?}, an event that already does something else to the clock; use another"
                )
            }
        }
    }
}

impl std::error::Error for ClockError {}

impl Clock {
    /// A clock of `n` units that the event `stops` ends. With `investigating` the event of that name makes it the
    /// new `n`; with `repeats_at` that event ends a run and begins the next.
    ///
    /// # Errors
    /// When a number is 0 or far too large, or an event would do two things at once.
    pub fn new(
        unit: Unit,
        n: u32,
        stops: String,
        investigating: Option<u32>,
        repeats_at: Option<String>,
    ) -> Result<Self, ClockError> {
        let largest = unit.largest_n();
        for (key, n) in [("n", Some(n)), ("investigating", investigating)] {
            if let Some(n) = n.filter(|n| *n == 0 || *n > largest) {
                return Err(ClockError::OutOfRange { key, n, largest });
            }
        }
        let is_taken = |event: &str| {
            Act::OF_EVERY_CLOCK.contains(&event) || (investigating.is_some() && event == Act::INVESTIGATING)
        };
        if is_taken(&stops) {
            return Err(ClockError::Taken { key: "stops", event: stops });
        }
        if let Some(event) = repeats_at.clone().filter(|event| is_taken(event) || *event == stops) {
            return Err(ClockError::Taken { key: "repeats_at", event });
        }
        Ok(Self { unit, n, stops, investigating, repeats_at })
    }
}

/// Something that happened to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub act: Act,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The case came in and this team holds it.
    Received {
        /// The team.
        team: String,
    },
    /// The customer is not satisfied: a new run.
    Reopened,
    /// The customer was asked something.
    Paused,
    /// The customer wrote back.
    Resumed,
    /// The customer was told that it takes longer.
    Extended {
        /// By so many of the clock's unit.
        by: i64,
    },
    /// Another team holds the case from now on.
    HandedOver {
        /// That team.
        team: String,
    },
    /// An event by its name; what it does depends on the clock.
    Other(String),
}

impl Act {
    /// Name of the event that starts an investigation.
    pub(crate) const INVESTIGATING: &str = "investigating";

    /// Names of the events that do the same to every clock.
    pub(crate) const OF_EVERY_CLOCK: [&str; 6] =
        ["received", "reopened", "paused", "resumed", "extended", "handed_over"];
}
