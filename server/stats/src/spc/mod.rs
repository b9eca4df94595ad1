//! Control charts: which figures differ from the process's own everyday variation?
//!
//! A chart is drawn from values in time order; a period without a figure (nothing happened, or hidden to
//! protect people) is a gap. Gaps keep their place in the list of points but take no part in the
//! arithmetic: differences, runs and trends go from one known point to the next.
//!
//! * [`xmr`]: single measurements; [`rates`]: events per exposure (u, and u′ where periods differ more than
//!   chance explains); [`proportions`]: shares (p and p′); [`waits`]: from one rare event to the next (g and t);
//! * [`false_alarms`]: how often a steady series would show a signal all the same;
//! * [`anew`]: limits that begin anew where something is known to have changed;
//! * [`rules`]: what counts as a signal; [`anhoej`]: a second opinion from runs about the median;
//! * [`evidence`]: how hardly chance makes what is newest, for marks of many charts looked at together;
//! * [`funnel`]: units side by side in one period.

mod anew;
pub mod anhoej;
mod chance;
mod control_limits;
pub mod evidence;
pub mod funnel;
pub mod signal_rules;
mod steady;
mod waits;

pub use anew::{Anew, anew};
pub use control_limits::{proportions, rates, step_of, textbook_limits, xmr, xmr_in_steps};
pub use signal_rules::{Direction, Rule, Signal};
pub use steady::false_alarms;
pub use waits::{Wait, between, waits};

use serde::{Deserialize, Serialize};
use std::fmt;

/// Fewer known points than this and there are no limits, only a line.
pub const FEWEST_POINTS: usize = 12;
/// Fewer known points than this and the limits are provisional.
pub const FEWEST_POINTS_FOR_FIRM_LIMITS: usize = 20;
/// With fewer events a period than this the time or exposure between events says more than their number.
pub const RARE: f64 = 1.0;

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
    /// Trials or contacts between rare events, counted (geometric; Benneyan 2001).
    G,
    /// Time or exposure between rare events, measured (exponential).
    T,
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
    /// Laney charts only: how many times as much neighbouring points differ as for pure chance, by the normal
    /// approximation, as other programs print it. What the limits follow is [`Self::width`].
    pub sigma_z: Option<f64>,
    /// How many times as far out the limits lie as for pure chance, 1 or more.
    #[serde(default = "one")]
    pub width: f64,
    /// How many points in a row on one side of the centre make a signal; `None` where no run does, because most
    /// points must lie on one side.
    #[serde(default)]
    pub run: Option<usize>,
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
    /// A number of events that is no whole one, where what lies between events is asked for.
    NotWhole {
        /// The offending point.
        index: usize,
    },
}

impl ChartError {
    /// The same error in a list that begins `by` points earlier.
    pub(crate) fn moved(self, by: usize) -> Self {
        self.with_index(|index| index + by)
    }

    /// The same error at another point, such as the one of a longer list that this one was taken from.
    #[must_use]
    pub fn with_index(self, to: impl Fn(usize) -> usize) -> Self {
        match self {
            Self::NotFinite { index } => Self::NotFinite { index: to(index) },
            Self::Negative { index } => Self::Negative { index: to(index) },
            Self::CountAboveExposure { index } => Self::CountAboveExposure { index: to(index) },
            Self::NotWhole { index } => Self::NotWhole { index: to(index) },
        }
    }
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFinite { index } => write!(f, "point {}: not a finite number", index + 1),
            Self::Negative { index } => write!(f, "point {}: negative", index + 1),
            Self::CountAboveExposure { index } => write!(f, "point {}: more events than exposure", index + 1),
            Self::NotWhole { index } => write!(f, "point {}: not a whole number of events", index + 1),
        }
    }
}

impl std::error::Error for ChartError {}

impl Kind {
    /// The chart of rates by period for a number of known points: from [`FEWEST_POINTS_FOR_FIRM_LIMITS`] on
    /// there is enough to measure the variation between periods.
    #[must_use]
    pub fn for_rates(points: usize) -> Self {
        if points >= FEWEST_POINTS_FOR_FIRM_LIMITS { Self::Laney } else { Self::U }
    }

    /// The chart that says most about these counts: [`Self::for_rates`], but [`Self::T`] where there are fewer
    /// events than [`RARE`] a period and enough of them for limits.
    #[must_use]
    pub fn for_counts(values: &[Option<Count>]) -> Self {
        let known = values.iter().flatten().filter(|value| value.exposure > 0.0);
        let (points, events) = known.fold((0_u32, 0.0), |(points, events), v| (points + 1, events + v.count));
        let is_rare = events < RARE * f64::from(points);
        if is_rare && events >= FEWEST_POINTS as f64 { Self::T } else { Self::for_rates(points as usize) }
    }
}

const fn one() -> f64 {
    1.0
}

impl Chart {
    /// A chart without limits or signals.
    fn bare(kind: Kind, center: Option<f64>, points: Vec<Point>) -> Self {
        Self { kind, center, sigma_z: None, width: 1.0, run: None, provisional: false, points }
    }

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
