//! What the analysis says, field by field. Serialised, this is the machine-readable result; a field that
//! was not computed is absent.

use super::gate::Gate;
use crate::panel::sample::Dropped;
use serde::{Deserialize, Serialize};

/// The result of [`super::analyse`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The data used and how well the model describes them.
    pub model: Model,
    /// One entry for each predictor, in the panel's order; empty when nothing could be estimated.
    pub terms: Vec<Term>,
    /// Whether units compare with each other as they compare with themselves; about the first predictor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub simpson: Option<Simpson>,
    /// What limits the reading of the numbers, the strongest limit first.
    pub gates: Vec<Gate>,
}

/// The data used and how well the model describes them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Rows in the fit.
    pub n: u64,
    /// Units in the fit.
    pub units: u64,
    /// Different periods in the fit.
    pub periods: u64,
    /// Events in the fit.
    pub events: f64,
    /// How what all units share over time is taken out.
    pub time_effects: TimeEffects,
    /// Newton steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iterations: Option<u32>,
    /// Log-likelihood, constants included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loglik: Option<f64>,
    /// Poisson deviance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deviance: Option<f64>,
    /// Pearson's X².
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pearson: Option<f64>,
    /// Pearson's X² over its degrees of freedom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispersion: Option<f64>,
    /// Rows left out, by reason.
    pub dropped: Dropped,
}

/// How what all units share over time is taken out of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeEffects {
    /// A level for each period: season, trend and common shocks are fully removed.
    EachPeriod,
    /// A smooth season and a straight trend; what is left of common shocks stays in.
    SeasonAndTrend,
    /// A straight trend only, the panel being too short for a season.
    Trend,
    /// Nothing is removed.
    None,
}

/// One predictor's slope. Estimates are on the scale of the logarithm of the rate, for one unit of the
/// predictor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Name of the predictor.
    pub name: String,
    /// The slope.
    pub estimate: f64,
    /// Standard errors of the slope.
    pub se: StandardErrors,
    /// Degrees of freedom of the interval: units less one.
    pub df: u64,
    /// 95 % interval of the slope, from the `cv3l` standard error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<[f64; 2]>,
    /// e to the slope; absent where it would overflow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_ratio: Option<f64>,
    /// e to both ends of the interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_ratio_ci: Option<[f64; 2]>,
    /// P-values of "no slope".
    pub p: PValues,
    /// How many times the other predictors inflate the variance of the slope, periods apart, by following
    /// this one around: 1 is not at all, above 10 the predictors can hardly be told apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variance_inflation: Option<f64>,
    /// The unit without which the estimate would move by more than its standard error, or change sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub influential_unit: Option<InfluentialUnit>,
}

/// Standard errors of one slope; see [`crate::poisson::Covariances`] for what each one assumes.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct StandardErrors {
    /// Independent Poisson counts.
    pub classic: f64,
    /// Independent, lumpier counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quasi: Option<f64>,
    /// Cluster-robust, uncorrected.
    pub cr0: f64,
    /// Cluster-robust with small-sample factor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cr1: Option<f64>,
    /// Linearised cluster jackknife, the one used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cv3l: Option<f64>,
}

/// P-values of one slope, none of them corrected for the number of predictors.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct PValues {
    /// Student's t with the `cv3l` standard error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cv3l_t: Option<f64>,
    /// Sign-flipping the units' scores.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signflip: Option<f64>,
    /// Shifting each unit's predictor around in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub circular_shift: Option<f64>,
    /// The one to report: the larger of `cv3l_t` and `signflip`, absent unless both exist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported: Option<f64>,
}

/// A unit the estimate leans on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InfluentialUnit {
    /// Name of the unit.
    pub unit: String,
    /// The slope without it.
    pub estimate_without: f64,
}

/// The slope of the first predictor, alone in the model, from three comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Simpson {
    /// All rows alike, units not told apart.
    pub pooled: f64,
    /// Each unit against its own usual level.
    pub within: f64,
    /// Units' usual levels against each other.
    pub between: f64,
    /// P-value of "within and between are the same".
    pub p_difference: f64,
    /// The verdict.
    pub flag: SimpsonFlag,
}

/// How the comparisons relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SimpsonFlag {
    /// Pooled and within have different signs and both intervals exclude zero: Simpson's paradox.
    Reversal,
    /// Different signs, but at least one interval includes zero.
    OppositeSigns,
    /// Same sign, yet within and between differ (p < 0.05).
    BetweenWithinDiffer,
    /// Nothing of the sort.
    Consistent,
}

impl Report {
    /// The term of a predictor, by name.
    #[must_use]
    pub fn term(&self, name: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.name == name)
    }
}
