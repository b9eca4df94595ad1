//! Everything a page about the link shows, worked out once: the report and, beside it, the looks from
//! other sides that keep a reader from taking more from it than is there.
//!
//! A part that a gate closes is not computed or not handed out; the gate stands in its place, so that a
//! page can say what is missing. Nothing here fits anything of its own.

use super::almon::{self, Distributed};
use super::backtest::{self, Backtest};
use super::comparison::{self, Comparison};
use super::gate::{Gate, Severity};
use super::profile::{self, Profile};
use super::report::{InfluentialUnit, Report};
use super::reverse::{self, Reverse};
use super::sensitivity::{self, Sensitivity};
use super::summary::Verdict;
use super::{LinkError, Options, analyse_fully};
use crate::panel::Panel;
use serde::{Deserialize, Serialize};
use std::thread;

/// Units kept for each predictor by [`Influence`].
pub const MOST_INFLUENTIAL: usize = 40;
/// Periods ahead that are forecast.
pub const HORIZONS: [u32; 2] = [1, 4];

/// A part of the study, or the gate that closes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part<T> {
    /// It may be shown.
    Open(T),
    /// It may not, for this reason.
    Closed(Gate),
}

impl<T> Part<T> {
    /// What may be shown.
    #[must_use]
    pub const fn open(&self) -> Option<&T> {
        match self {
            Self::Open(part) => Some(part),
            Self::Closed(_) => None,
        }
    }

    /// Why nothing may be shown.
    #[must_use]
    pub const fn gate(&self) -> Option<&Gate> {
        match self {
            Self::Open(_) => None,
            Self::Closed(gate) => Some(gate),
        }
    }
}

/// The whole study of one panel. P-values are corrected where they are tested: in the report by Holm's
/// method ([`Report::adjusted_p`]), in the profile by Benjamini and Hochberg's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Study {
    /// The main analysis, with the rows used and left out.
    pub report: Report,
    /// One lag at a time, and leads as placebos.
    pub profile: Part<Profile>,
    /// All lags at once, with their sum.
    pub distributed: Part<Distributed>,
    /// Between units and within them, for each predictor for which all fits exist.
    pub comparisons: Vec<Compared>,
    /// The question turned around, for each predictor for which it has an answer.
    pub reverse: Vec<Reverse>,
    /// Forecasts, one entry for each of [`HORIZONS`].
    pub backtests: Vec<Part<Backtest>>,
    /// A negative binomial model beside the Poisson one, where it exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sensitivity: Option<Sensitivity>,
    /// How much each estimate leans on single units, in the order of the report's terms.
    pub influence: Vec<Influence>,
}

/// The comparisons of one predictor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// Name of the predictor.
    pub predictor: String,
    /// Pooled, within and between, with the flag.
    pub comparison: Comparison,
}

/// The slope of one predictor with single units left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Influence {
    /// Name of the predictor.
    pub predictor: String,
    /// The [`MOST_INFLUENTIAL`] units whose absence moves the slope most, the largest move first.
    pub units: Vec<InfluentialUnit>,
    /// Number of units in the fit.
    pub of: u64,
}

/// What the placebo leads say about which of the two comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// There is no profile.
    Untested,
    /// No lead is nearly as strong as the strongest lag.
    NothingAgainst,
    /// A lead is: events may come first, or both follow something else.
    Unclear {
        /// The strongest such lead, in periods, below zero.
        lead: i32,
    },
}

impl Study {
    /// The direction of the link with a predictor.
    #[must_use]
    pub fn direction(&self, predictor: &str) -> Direction {
        let Some(profile) = self.profile.open() else { return Direction::Untested };
        if !profile.direction_unclear.iter().any(|name| name == predictor) {
            return Direction::NothingAgainst;
        }
        let leads = profile.points.iter().filter(|p| p.predictor == predictor && p.lag < 0 && p.q < 0.05);
        match leads.max_by(|a, b| a.estimate.abs().total_cmp(&b.estimate.abs())) {
            Some(point) => Direction::Unclear { lead: point.lag },
            None => Direction::NothingAgainst,
        }
    }

    /// The comparison of a predictor.
    #[must_use]
    pub fn comparison(&self, predictor: &str) -> Option<&Comparison> {
        self.comparisons.iter().find(|entry| entry.predictor == predictor).map(|entry| &entry.comparison)
    }
}

/// Studies `panel`. Several things at a time where there are several processors; the result is the same.
///
/// # Errors
/// [`LinkError`] when panel or options contradict themselves.
pub fn study(panel: &Panel, options: &Options) -> Result<Study, LinkError> {
    thread::scope(|scope| {
        // Beside the main analysis these two take longest.
        let lags = scope.spawn(|| (profile::profile(panel, options), almon::distributed(panel, options)));
        let forecasts = scope.spawn(|| HORIZONS.map(|horizon| backtest::backtest(panel, options, horizon)));
        let (report, beside) = analyse_fully(panel, options)?;
        if let Some(gate) = closed(&report, panel) {
            return Ok(Study::closed(report, &gate));
        }
        let predictors = 0..panel.predictors.len();
        let comparisons = predictors.clone().zip(&panel.predictors).filter_map(|(place, name)| {
            let comparison = match place {
                0 => beside.comparison,
                _ => comparison::compare(panel, options, place),
            }?;
            Some(Compared { predictor: name.clone(), comparison })
        });
        let comparisons = comparisons.collect();
        let reverse = predictors.map(|place| reverse::reverse(panel, options, place));
        let reverse = reverse.filter_map(Result::transpose).collect::<Result<_, _>>()?;
        let sensitivity = sensitivity::sensitivity(panel, options);
        let (profile, distributed) = lags.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        let backtests = forecasts.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        let backtests = backtests.into_iter().map(|found| found.map(forecast)).collect::<Result<_, _>>()?;
        Ok(Study {
            report,
            profile: lag_profile(profile?),
            distributed: spread_out(distributed?),
            comparisons,
            reverse,
            backtests,
            sensitivity,
            influence: beside.influence,
        })
    })
}

impl Study {
    fn closed(report: Report, gate: &Gate) -> Self {
        Self {
            report,
            profile: Part::Closed(gate.clone()),
            distributed: Part::Closed(gate.clone()),
            comparisons: Vec::new(),
            reverse: Vec::new(),
            backtests: HORIZONS.map(|_| Part::Closed(gate.clone())).to_vec(),
            sensitivity: None,
            influence: Vec::new(),
        }
    }
}

/// The gate that keeps every predictor from being tested; `None` when one at least is.
fn closed(report: &Report, panel: &Panel) -> Option<Gate> {
    let mut gates = Vec::new();
    for name in &panel.predictors {
        let summary = report.summary(name, 1.0);
        match summary.verdict {
            Verdict::NotEstimable | Verdict::Descriptive => gates.push(summary.gate.unwrap_or(Gate::NoData)),
            _ => return None,
        }
    }
    gates.into_iter().next()
}

/// The gate that closes a part: the strongest, if it is at least `from`, or too few periods.
fn closing(gates: &[Gate], from: Severity) -> Option<Gate> {
    let closes = |gate: &&Gate| gate.severity() >= from || matches!(gate, Gate::TooFewPeriods { .. });
    gates.iter().filter(closes).max_by_key(|gate| gate.severity()).cloned()
}

fn lag_profile(profile: Profile) -> Part<Profile> {
    // Single lags may have no fit; what the others say stays.
    let gate = closing(&profile.gates, Severity::Closed);
    match gate {
        Some(gate @ Gate::TooFewPeriods { .. }) => Part::Closed(gate),
        gate if profile.points.is_empty() => Part::Closed(gate.unwrap_or(Gate::NoData)),
        _ => Part::Open(profile),
    }
}

fn spread_out(distributed: Distributed) -> Part<Distributed> {
    match closing(&distributed.gates, Severity::Descriptive) {
        Some(gate) => Part::Closed(gate),
        None if distributed.effects.is_empty() => Part::Closed(Gate::NoData),
        None => Part::Open(distributed),
    }
}

fn forecast(backtest: Backtest) -> Part<Backtest> {
    match closing(&backtest.gates, Severity::Descriptive) {
        Some(gate) => Part::Closed(gate),
        None if backtest.staff.is_none() => Part::Closed(Gate::NoData),
        None => Part::Open(backtest),
    }
}
