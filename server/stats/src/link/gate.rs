//! What a panel must bring before a number may be read as a finding. A closed gate is a typed reason with
//! the figures behind it, so that a page can say what is missing and how much of it.

use serde::{Deserialize, Serialize};

/// Fewer units than this and nothing is estimated.
pub const FEWEST_UNITS: u64 = 3;
/// Fewer units than this and numbers are only described: the smallest p-value five units can give by
/// sign-flipping is 2/2⁵ = 0.06.
pub const FEWEST_UNITS_FOR_A_TEST: u64 = 6;
/// From this number of units a finding is no longer called early.
pub const FEWEST_UNITS_FOR_A_FINDING: u64 = 12;
/// Periods the median unit needs.
pub const FEWEST_PERIODS: f64 = 12.0;
/// Events needed in all.
pub const FEWEST_EVENTS: f64 = 100.0;
/// Events needed for each slope.
pub const FEWEST_EVENTS_PER_SLOPE: f64 = 10.0;
/// Share of the predictor's scale its standard deviation within units has to reach.
pub const SMALLEST_VARIATION: f64 = 0.04;
/// Largest change of the logarithm of the rate for one standard deviation that is taken for real.
pub const LARGEST_STANDARDISED_SLOPE: f64 = 10.0;

/// A reason to read the numbers with care, or not at all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Gate {
    /// No row is left to fit.
    NoData,
    /// Too few units for any estimate.
    TooFewUnits {
        /// Units that say something about a slope.
        units: u64,
        /// Units needed.
        needed: u64,
    },
    /// There are rows, but not one event in them.
    NoEvents,
    /// A predictor never moves within any unit.
    NoVariation {
        /// Name of the predictor.
        predictor: String,
    },
    /// The predictors, within units and periods, follow from one another.
    NotSeparable {
        /// Reciprocal condition number, between 0 and 1e-10.
        reciprocal_condition: f64,
        /// Which predictors are tied up, and how much.
        #[serde(default)]
        variance_inflation: Vec<Inflation>,
    },
    /// A predictor tells rows without events perfectly from those with, so that its slope has no bound.
    Separated {
        /// Names of the predictors whose slopes run away.
        predictors: Vec<String>,
        /// Rows without events that are told apart.
        rows: u64,
    },
    /// As many levels and slopes as rows: anything would fit.
    NoFreedom {
        /// Rows in the fit.
        rows: u64,
        /// Levels and slopes.
        parameters: u64,
    },
    /// Rates follow from the levels of units and periods to the last digit, so nothing is left to link.
    ConstantRate,
    /// The likelihood has no maximum.
    NoConvergence,
    /// A slope is too large to be real.
    NotEstimable {
        /// Name of the predictor.
        predictor: String,
        /// Size of the change of the logarithm of the rate for one standard deviation.
        standardised_slope: f64,
    },
    /// Enough units to describe, too few to test.
    DescriptiveOnly {
        /// Units in the fit.
        units: u64,
        /// Units needed.
        needed: u64,
    },
    /// The median unit has too few periods.
    TooFewPeriods {
        /// Periods of the median unit.
        median: f64,
        /// Periods needed.
        needed: f64,
    },
    /// Too few events.
    TooFewEvents {
        /// Events in the fit.
        events: f64,
        /// Events needed.
        needed: f64,
    },
    /// A predictor hardly moves within units.
    LittleVariation {
        /// Name of the predictor.
        predictor: String,
        /// Standard deviation within units.
        within_sd: f64,
        /// Standard deviation needed.
        needed: f64,
    },
    /// Enough to test, not enough to settle.
    EarlySignal {
        /// Units in the fit.
        units: u64,
        /// Units needed for more than a signal.
        needed: u64,
    },
    /// Periods have no effects of their own, so what all units share over time is at best partly removed.
    SeasonPartlyRemoved,
}

/// How much of a predictor the other predictors and the periods explain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Inflation {
    /// Name of the predictor.
    pub predictor: String,
    /// Variance inflation factor, 1 or more; absent when the predictor follows from the others entirely.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<f64>,
}

/// How far a gate is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A remark.
    Note,
    /// Findings are to be called early.
    Early,
    /// Numbers may be shown, but not as a finding.
    Descriptive,
    /// There is no number that may be shown.
    Closed,
}

impl Gate {
    /// How far this gate is closed.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::NoData
            | Self::NoEvents
            | Self::Separated { .. }
            | Self::NoFreedom { .. }
            | Self::ConstantRate
            | Self::TooFewUnits { .. }
            | Self::NoVariation { .. }
            | Self::NotSeparable { .. }
            | Self::NoConvergence
            | Self::NotEstimable { .. } => Severity::Closed,
            Self::DescriptiveOnly { .. }
            | Self::TooFewPeriods { .. }
            | Self::TooFewEvents { .. }
            | Self::LittleVariation { .. } => Severity::Descriptive,
            Self::EarlySignal { .. } => Severity::Early,
            Self::SeasonPartlyRemoved => Severity::Note,
        }
    }
}

/// The gate the number of units closes, if any.
pub(crate) fn of_units(units: u64) -> Option<Gate> {
    match units {
        0 => Some(Gate::NoData),
        _ if units < FEWEST_UNITS => Some(Gate::TooFewUnits { units, needed: FEWEST_UNITS }),
        _ if units < FEWEST_UNITS_FOR_A_TEST => {
            Some(Gate::DescriptiveOnly { units, needed: FEWEST_UNITS_FOR_A_TEST })
        }
        _ if units < FEWEST_UNITS_FOR_A_FINDING => {
            Some(Gate::EarlySignal { units, needed: FEWEST_UNITS_FOR_A_FINDING })
        }
        _ => None,
    }
}

/// The width of the scale a predictor seems to be measured on: shares (0–1), a five-point scale (1–5),
/// marks out of ten, or points out of a hundred. `None` when the values fit none of these, and then no
/// least variation can be asked for.
///
/// Estimated scores may lie a little beyond the ends of a scale of few steps, so half a step is allowed.
#[must_use]
pub fn scale_width(smallest: f64, largest: f64) -> Option<f64> {
    let scales = [(0.0, 1.0, 0.0), (1.0, 5.0, 0.5), (0.0, 10.0, 0.5), (0.0, 100.0, 0.0)];
    scales
        .iter()
        .find(|(low, high, slack)| smallest >= low - slack && largest <= high + slack)
        .map(|(low, high, _)| high - low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_units_open_more_gates() {
        let severity = |units| of_units(units).map(|gate| gate.severity());
        assert_eq!(severity(2), Some(Severity::Closed));
        assert_eq!(severity(3), Some(Severity::Descriptive));
        assert_eq!(severity(5), Some(Severity::Descriptive));
        assert_eq!(severity(6), Some(Severity::Early));
        assert_eq!(severity(11), Some(Severity::Early));
        assert_eq!(severity(12), None);
    }

    #[test]
    fn a_gate_is_serialised_with_a_stable_reason() {
        let gate = Gate::TooFewUnits { units: 2, needed: 3 };
        let json = serde_json::to_string(&gate).expect("serialisable");
        assert_eq!(json, r#"{"reason":"too_few_units","units":2,"needed":3}"#);
        assert_eq!(serde_json::from_str::<Gate>(&json).expect("readable"), gate);
    }

    #[test]
    fn the_scale_is_the_narrowest_usual_one() {
        assert_eq!(scale_width(0.0, 1.0), Some(1.0));
        assert_eq!(scale_width(0.8, 5.3), Some(4.0));
        assert_eq!(scale_width(0.0, 7.0), Some(10.0));
        assert_eq!(scale_width(12.0, 88.0), Some(100.0));
        assert_eq!(scale_width(-3.0, 3.0), None);
    }
}
