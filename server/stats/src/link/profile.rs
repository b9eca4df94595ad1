//! When is the link strongest, and does the predictor really go first?
//!
//! Each distance in time is fitted alone, all predictors together, on the rows that have a value at every
//! distance, so that neighbouring figures differ by the distance and by nothing else. Distances below
//! zero are *leads*: a predictor measured after the events. A real effect cannot work backwards, so a
//! strong lead says that events may come first, or that both follow something else.

use super::multiplicity::{benjamini_hochberg, benjamini_yekutieli, holm};
use super::{Gate, LinkError, Options, Severity, checks, design, settle, term};
use crate::panel::Panel;
use crate::panel::lags::History;
use crate::panel::sample::{Observation, Usable};
use crate::poisson;
use serde::{Deserialize, Serialize};

/// Lags in the profile; 0 is shown but never a headline.
pub const LAGS: std::ops::RangeInclusive<i32> = 0..=8;
/// Placebo leads.
pub const LEADS: std::ops::RangeInclusive<i32> = -4..=-1;
/// Periods the median unit needs for a profile.
pub const FEWEST_PERIODS: f64 = 26.0;
/// A lead this share of the strongest lag is too strong for a placebo.
const STRONG_LEAD: f64 = 0.7;

/// The link at each distance in time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Rows all distances were fitted on.
    pub n: u64,
    /// Predictor by predictor, from the furthest lead to the furthest lag; empty when nothing could be
    /// estimated.
    pub points: Vec<LagPoint>,
    /// Predictors (by name) of which a lead is about as strong as the strongest lag: direction unclear.
    pub direction_unclear: Vec<String>,
    /// What limits the reading.
    pub gates: Vec<Gate>,
}

/// One predictor at one distance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LagPoint {
    /// Name of the predictor.
    pub predictor: String,
    /// Periods from predictor to events; below zero for leads.
    pub lag: i32,
    /// Change of the logarithm of the rate for one unit of the predictor.
    pub estimate: f64,
    /// Standard error, by the cluster jackknife.
    pub standard_error: f64,
    /// 95 % interval of the estimate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<[f64; 2]>,
    /// P-value before any correction; not to be shown by itself.
    pub p: f64,
    /// Corrected by Benjamini and Hochberg's method, among the lags or among the leads.
    pub q: f64,
    /// The same by Benjamini and Yekutieli's stricter one.
    pub q_strict: f64,
    /// Corrected by Holm's method.
    pub p_holm: f64,
}

/// Fits every lag and lead by itself. Of the options, the lags do not matter.
///
/// # Errors
/// [`LinkError`] when the panel contradicts itself or has no predictors.
pub fn profile(panel: &Panel, options: &Options) -> Result<Profile, LinkError> {
    panel.validate()?;
    if panel.predictors.is_empty() {
        return Err(LinkError::NoPredictors);
    }
    let lags: Vec<i32> = LEADS.chain(LAGS).collect();
    let (usable, time) = settle(stacked(panel, &lags), options);
    let observations = &usable.observations;
    let mut profile = Profile {
        n: observations.len() as u64,
        points: Vec::new(),
        direction_unclear: Vec::new(),
        gates: super::gate::of_units(usable.units() as u64).into_iter().collect(),
    };
    if profile.gates.iter().any(|gate| gate.severity() == Severity::Closed) {
        return Ok(profile);
    }
    profile.gates.extend(median_gate(observations, FEWEST_PERIODS));
    for (place, lag) in lags.iter().enumerate() {
        let columns: Vec<usize> = (0..panel.predictors.len()).map(|k| k * lags.len() + place).collect();
        let Ok(data) = design::data(observations, &columns, time) else { continue };
        match poisson::fit(&data) {
            Ok(fit) if checks::of_fit(&fit).is_some() => {
                checks::of_fit(&fit).into_iter().for_each(|gate| refuse(&mut profile.gates, gate));
            }
            Ok(fit) => profile.points.extend(panel.predictors.iter().enumerate().filter_map(|(k, name)| {
                let term = term(name, k, &fit);
                let (standard_error, p) = (term.se.cv3l?, term.p.cv3l_t?);
                let (predictor, estimate) = (name.clone(), term.estimate);
                let (lag, q, q_strict, p_holm) = (*lag, 1.0, 1.0, 1.0);
                let interval = term.ci;
                Some(LagPoint { predictor, lag, estimate, standard_error, interval, p, q, q_strict, p_holm })
            })),
            Err(error) => refuse(&mut profile.gates, checks::of_error(&error, &data, panel, 1)),
        }
    }
    let order = |point: &LagPoint| panel.predictors.iter().position(|name| *name == point.predictor);
    profile.points.sort_by_key(|point| (order(point), point.lag));
    correct(&mut profile.points);
    profile.direction_unclear =
        panel.predictors.iter().filter(|name| is_unclear(&profile.points, name)).cloned().collect();
    Ok(profile)
}

/// Rows that have every predictor at every lag; values are ordered by predictor, then lag.
pub(super) fn stacked(panel: &Panel, lags: &[i32]) -> Usable {
    let history = History::new(panel);
    Usable::collect(panel, |unit, period| {
        let cells = (0..panel.predictors.len()).flat_map(|k| lags.iter().map(move |lag| (k, *lag)));
        cells.map(|(k, lag)| history.value(unit, period, lag, k)).collect()
    })
}

pub(super) fn median_gate(observations: &[Observation], needed: f64) -> Option<Gate> {
    let median = super::checks::median_periods(observations)?;
    (median < needed).then_some(Gate::TooFewPeriods { median, needed })
}

/// Adds a gate, once: many distances can be refused for one reason.
fn refuse(gates: &mut Vec<Gate>, gate: Gate) {
    if !gates.contains(&gate) {
        gates.push(gate);
    }
}

/// Corrects lags and leads as two families: adding placebos must not weaken the profile itself.
fn correct(points: &mut [LagPoint]) {
    for leads in [false, true] {
        let members: Vec<usize> = (0..points.len()).filter(|i| (points[*i].lag < 0) == leads).collect();
        let p: Vec<f64> = members.iter().map(|i| points[*i].p).collect();
        let corrected = benjamini_hochberg(&p).into_iter().zip(benjamini_yekutieli(&p)).zip(holm(&p));
        for (index, ((q, q_strict), p_holm)) in members.into_iter().zip(corrected) {
            (points[index].q, points[index].q_strict, points[index].p_holm) = (q, q_strict, p_holm);
        }
    }
}

fn is_unclear(points: &[LagPoint], predictor: &str) -> bool {
    let own = || points.iter().filter(|point| point.predictor == predictor);
    let strongest = own().filter(|point| point.lag > 0).map(|point| point.estimate.abs()).fold(0.0, f64::max);
    own().any(|point| point.lag < 0 && point.q < 0.05 && point.estimate.abs() >= STRONG_LEAD * strongest)
}
