//! Control charts: which figures differ from the process's own everyday variation?
//!
//! A chart is drawn from values in time order; a period without a figure (nothing happened, or hidden to
//! protect people) is a gap. Gaps keep their place in the list of points but take no part in the
//! arithmetic: differences, runs and trends go from one known point to the next.
//!
//! * [`xmr`]: single measurements; [`rates`]: events per exposure (u, and u′ for large counts);
//!   [`proportions`]: shares (p and p′);
//! * [`anew`]: limits that begin anew where something is known to have changed;
//! * [`rules`]: what counts as a signal; [`anhoej`]: a second opinion from runs about the median;
//! * [`funnel`]: units side by side in one period.

mod anew;
pub mod anhoej;
pub mod funnel;
mod limits;
pub mod rules;

pub use anew::{Anew, anew};
pub use limits::{proportions, rates, xmr};
pub use rules::{Direction, Rule, Signal};

use serde::{Deserialize, Serialize};
use std::fmt;

/// Fewer known points than this and there are no limits, only a line.
pub const FEWEST_POINTS: usize = 12;
/// Fewer known points than this and the limits are provisional.
pub const FEWEST_POINTS_FOR_FIRM_LIMITS: usize = 20;
/// Expected counts below this get exact Poisson limits: the bell curve is no longer near enough.
pub const SMALLEST_EXPECTED_COUNT: f64 = 5.0;

/// Which chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Events per exposure, Poisson limits.
    U,
    /// Events per exposure, limits widened by the variation between periods (Laney 2002).
    Laney,
    /// Shares, binomial limits.
    P,
    /// Shares, limits widened by the variation between periods (Laney 2002).
    LaneyP,
    /// Single measurements, limits from the moving range.
    Xmr,
}

/// A count with what it is a count of.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Count {
    /// Events, 0 or more.
    pub count: f64,
    /// Exposure or number of trials; 0 makes the point a gap.
    pub exposure: f64,
}

/// A control chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// Which chart.
    #[serde(rename = "chart")]
    pub kind: Kind,
    /// The centre line, in the unit of the values; `None` without any known point.
    pub center: Option<f64>,
    /// Laney charts only: how many times as wide the limits are as for pure chance.
    pub sigma_z: Option<f64>,
    /// Whether the limits rest on fewer than [`FEWEST_POINTS_FOR_FIRM_LIMITS`] points.
    #[serde(default)]
    pub provisional: bool,
    /// One point for each value given, in the same order.
    pub points: Vec<Point>,
}

/// One period on a chart.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Position in the list of values, from 0.
    pub index: usize,
    /// The value, `None` for a gap.
    pub value: Option<f64>,
    /// Lower control limit.
    pub lower: Option<f64>,
    /// Upper control limit.
    pub upper: Option<f64>,
    /// Lower line at two thirds of the way to the limit.
    pub near_lower: Option<f64>,
    /// Upper line at two thirds of the way to the limit.
    pub near_upper: Option<f64>,
    /// The rule this point breaks, if any.
    pub signal: Option<Signal>,
}

/// Why there is no chart. `index` counts from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartError {
    /// A number is not finite.
    NotFinite {
        /// The offending point.
        index: usize,
    },
    /// A count or an exposure is below zero.
    Negative {
        /// The offending point.
        index: usize,
    },
    /// Events without exposure, or for a chart of shares more events than trials.
    CountAboveExposure {
        /// The offending point.
        index: usize,
    },
}

impl ChartError {
    /// The same error in a list that begins `by` points earlier.
    pub(crate) const fn moved(self, by: usize) -> Self {
        match self {
            Self::NotFinite { index } => Self::NotFinite { index: index + by },
            Self::Negative { index } => Self::Negative { index: index + by },
            Self::CountAboveExposure { index } => Self::CountAboveExposure { index: index + by },
        }
    }
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFinite { index } => write!(f, "point {}: not a finite number", index + 1),
            Self::Negative { index } => write!(f, "point {}: negative", index + 1),
            Self::CountAboveExposure { index } => write!(f, "point {}: more events than exposure", index + 1),
        }
    }
}

impl std::error::Error for ChartError {}

impl Kind {
    /// The chart of rates for a number of known points: from [`FEWEST_POINTS_FOR_FIRM_LIMITS`] on there
    /// is enough to measure the variation between periods.
    #[must_use]
    pub fn for_rates(points: usize) -> Self {
        if points >= FEWEST_POINTS_FOR_FIRM_LIMITS { Self::Laney } else { Self::U }
    }
}

impl Chart {
    /// The same chart with all values multiplied, for example by 1,000 to show a rate per 1,000 contacts.
    /// `factor` must be above 0.
    #[must_use]
    pub fn scaled(mut self, factor: f64) -> Self {
        let scale = |value: &mut Option<f64>| *value = value.map(|v| v * factor).filter(|v| v.is_finite());
        scale(&mut self.center);
        for point in &mut self.points {
            for value in [
                &mut point.value,
                &mut point.lower,
                &mut point.upper,
                &mut point.near_lower,
                &mut point.near_upper,
            ] {
                scale(value);
            }
        }
        self
    }
}

impl Point {
    /// A point without limits or signal.
    #[must_use]
    pub fn bare(index: usize, value: Option<f64>) -> Self {
        Self { index, value, lower: None, upper: None, near_lower: None, near_upper: None, signal: None }
    }
}
