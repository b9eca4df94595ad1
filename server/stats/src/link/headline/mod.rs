//! The headline: one verdict about each predictor, from one function, for everything that shows one.
//!
//! The plain comparison of [`super::analyse`] can claim a link that is not there: when complaints wear people
//! out, when strain follows contacts, when units feel a season unequally, when the teams of a site share their
//! shocks, and when somebody looks every week. Here all of that is held fixed ([`Fixed`]), the order in time
//! is tested ([`direction`]), variances are built from clusters one level above the units where there are
//! enough, and the verdict holds at every look ([`looks`]).
//!
//! What the headline does not know it says: [`Verdict::NotEnough`] and [`Verdict::NoneFound`] are answers.

pub mod direction;
pub mod held;
mod judge;
pub mod looks;
mod many;

pub use direction::Direction;
pub use held::Fixed;
pub use judge::headline;
pub use many::sift;

use super::Gate;
use serde::{Deserialize, Serialize};

/// A range of the rate ratio wider than this factor says too little to be an answer.
pub const WIDEST_RANGE: f64 = 3.0;
/// Clusters above the units from which variances are built on them alone.
pub const FEWEST_CLUSTERS: usize = 6;

/// What the headline has to know beside the panel.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setting<'a> {
    /// For each predictor the difference worth talking about, for example 10 points; 1 where there is none.
    pub steps: &'a [f64],
    /// For each unit the site or region it belongs to, any numbers; empty where nothing stands above units.
    pub above: &'a [u32],
}

impl Setting<'_> {
    /// The step of a predictor (by index).
    #[must_use]
    pub fn step(&self, predictor: usize) -> f64 {
        self.steps.get(predictor).copied().filter(|step| step.is_finite() && *step > 0.0).unwrap_or(1.0)
    }
}

/// What may be said about a predictor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The rate differs after the predictor was above the unit's usual level; at least twelve independent
    /// units.
    Finding,
    /// The same with six to eleven: to be watched, not yet to be built on.
    EarlySignal,
    /// The two go together, but events may come first. Never to be worded as a finding.
    DirectionUnclear,
    /// No clear link; the range says what the data leave open. Never to be worded as "there is none".
    NoneFound,
    /// Too little to answer; the reasons say what is missing.
    NotEnough,
}

impl Verdict {
    /// Whether a link is claimed.
    #[must_use]
    pub const fn is_claim(self) -> bool {
        matches!(self, Self::Finding | Self::EarlySignal)
    }
}

/// The headline: the answer about the leading predictor, and beside it the answers about all of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Headline {
    /// The first predictor with a claim, else the first.
    #[serde(flatten)]
    pub leading: Answer,
    /// One entry for each predictor, in the panel's order.
    pub predictors: Vec<Answer>,
}

/// The answer about one predictor. Estimates are changes of the logarithm of the rate for one unit of the
/// predictor, ratios are for one [`Self::step`]; what could not be computed is absent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// What may be said.
    pub verdict: Verdict,
    /// Name of the predictor.
    pub predictor: String,
    /// The difference ratios are about, in units of the predictor.
    pub step: f64,
    /// What the comparison holds fixed.
    pub model: Vec<Fixed>,
    /// The slope.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<f64>,
    /// Its standard error, by the cluster jackknife.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub se: Option<f64>,
    /// Ordinary 95 % range of the slope.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<[f64; 2]>,
    /// Range that holds the slope at all looks together with 95 %.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub always_valid_ci: Option<[f64; 2]>,
    /// How many times the rate is as high one step up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_ratio: Option<f64>,
    /// Ordinary 95 % range of the ratio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_ratio_ci: Option<[f64; 2]>,
    /// P-value of one look, the larger of Student's t and the sign-flip; not what the verdict rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p_one_look: Option<f64>,
    /// P-value that holds at every look.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
    /// The same corrected for the number of predictors (Holm 1979); the verdict rests on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p_holm: Option<f64>,
    /// Independent clusters the standard error is built from.
    pub clusters: u64,
    /// Which comes first.
    pub direction: Direction,
    /// The look the verdict was given at.
    pub look: Look,
    /// Slope of the logarithm of the exposure in the rate: 0 where events grow in step with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exposure_slope: Option<f64>,
    /// What limits the reading, the strongest limit first.
    pub reasons: Vec<Reason>,
}

impl Answer {
    /// Whether there is a number that may be shown.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        let closes = |reason: &Reason| matches!(reason, Reason::Gate(gate) if gate.severity() == super::Severity::Closed);
        self.rate_ratio_ci.is_some() && !self.reasons.iter().any(closes)
    }
}

/// When the verdict was given, and what it had to reach.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// Periods from the first to the last row.
    pub periods: u64,
    /// The p-value one look has to stay below.
    pub level: f64,
}

/// A slope beside others.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// First and last lag whose mean it is about; below 0 for leads.
    pub lags: [i32; 2],
    /// The slope.
    pub estimate: f64,
    /// Its standard error, by the cluster jackknife.
    pub se: f64,
    /// Its 95 % range.
    pub ci: [f64; 2],
}

/// What limits the reading of an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Reason {
    /// What a panel must bring.
    Gate(Gate),
    /// What the headline asks for beside.
    Limit(Limit),
}

/// What the headline asks for beside the gates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Limit {
    /// The range of the rate ratio is too wide to be an answer.
    WideRange {
        /// The upper end over the lower one.
        factor: f64,
        /// The widest that is taken.
        widest: f64,
    },
    /// Leads say something that lags do not.
    EventsMayComeFirst {
        /// P-value of "leads say nothing".
        p: f64,
    },
    /// One of many panels that were judged at once, and not clear enough among them.
    OneOfMany {
        /// Panels judged at once.
        panels: u64,
        /// Share of false claims among those at least as clear.
        q: f64,
    },
    /// Fewer groups above the units than a variance can be built on; the wider of both ranges is given.
    FewClusters {
        /// Groups above the units.
        clusters: u64,
        /// Groups needed.
        needed: u64,
    },
}
