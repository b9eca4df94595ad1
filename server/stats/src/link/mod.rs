//! Is a unit's rate of events higher after its predictor was above that unit's own usual level?
//!
//! [`analyse`] compares each unit with itself, takes out what all units share in a period, and reports
//! slopes with intervals that stay honest with few units. What it cannot answer it declines with a
//! [`Gate`]. It describes an association; nothing here can show a cause.
//!
//! * [`headline`]: the one verdict that everything shows;
//! * [`report`]: the plain comparison; [`summary`]: the result of one predictor, ready for wording;
//! * [`comparison`]: between units and within them;
//! * [`profile`]: one lag at a time, with placebo leads; [`almon`]: many lags at once;
//! * [`sensitivity`]: another model for lumpy counts;
//! * [`reverse`]: the question turned around;
//! * [`backtest`]: do the predictors forecast? with [`accuracy`];
//! * [`study`]: all of these together, for a page;
//! * [`gate`]: what a panel must bring;
//! * [`multiplicity`]: corrections for many tests.

pub mod accuracy;
pub mod almon;
pub mod backtest;
mod checks;
pub mod comparison;
mod design;
pub mod gate;
pub mod headline;
pub mod multiplicity;
pub mod profile;
pub mod report;
pub mod reverse;
mod seasons;
pub mod sensitivity;
pub mod study;
pub mod summary;

pub use gate::{Gate, Inflation, Severity};
pub use report::{Report, Simpson, SimpsonFlag, StandardErrors, Term, TimeEffects};
pub use seasons::PeriodLength;
pub use summary::{Lumpiness, Summary, Verdict};

use crate::distribution::{finite, t_quantile, t_two_sided};
use crate::panel::lags::History;
use crate::panel::sample::{Observation, Usable};
use crate::panel::{Panel, PanelError};
use crate::poisson::{self, Covariances, Data, Fit, FitError, Score};
use crate::resampling;
use report::{InfluentialUnit, Model, PValues};
use seasons::Time;
use std::fmt;
use study::{Influence, MOST_INFLUENTIAL};

/// The longest window of lags that is accepted.
pub const MOST_LAGS: i32 = 520;

/// How to look for the link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Average each predictor over the lags from the first to the last, in periods; negative lags look
    /// ahead. `None` takes the predictor of the same period as it stands.
    pub lags: Option<(i32, i32)>,
    /// How many of the lags must have a value; fewer, and the row is left out.
    pub min_present: u32,
    /// Whether each period gets a level of its own.
    pub period_effects: PeriodEffects,
    /// How long a period is, for seasons.
    pub period_length: PeriodLength,
    /// Seed of all resampling.
    pub seed: u64,
}

/// Whether each period gets a level of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodEffects {
    /// From six units on; below that a season and a trend, as far as the panel is long enough.
    Auto,
    /// Always.
    Yes,
    /// Never, and no season or trend either.
    No,
}

impl Default for Options {
    /// Lags 1 to 4, at least two of them present, period effects by the number of units, weeks, seed 42.
    fn default() -> Self {
        Self {
            lags: Some((1, 4)),
            min_present: 2,
            period_effects: PeriodEffects::Auto,
            period_length: PeriodLength::Week,
            seed: 42,
        }
    }
}

/// Why there is no report at all: the question itself is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkError {
    /// The panel contradicts itself.
    Panel(PanelError),
    /// The panel has no predictors.
    NoPredictors,
    /// The first lag is above the last, or the window is longer than [`MOST_LAGS`].
    Lags {
        /// First lag.
        first: i32,
        /// Last lag.
        last: i32,
    },
    /// Clusters are not given for each unit.
    Clusters {
        /// Clusters given.
        found: usize,
        /// Units in the panel.
        units: usize,
    },
    /// More lags have to be present than there are.
    MinPresent {
        /// Lags that have to be present.
        min_present: u32,
        /// Lags in the window.
        lags: u32,
    },
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Panel(error) => error.fmt(f),
            Self::NoPredictors => f.write_str("there are no predictors"),
            Self::Lags { first, last } => {
                write!(f, "lags {first} to {last} are no window of at most {MOST_LAGS}")
            }
            Self::Clusters { found, units } => write!(f, "{found} clusters are given for {units} units"),
            Self::MinPresent { min_present, lags } => {
                write!(f, "{min_present} of {lags} lags cannot be present")
            }
        }
    }
}

impl std::error::Error for LinkError {}

impl From<PanelError> for LinkError {
    fn from(error: PanelError) -> Self {
        Self::Panel(error)
    }
}

impl Options {
    fn check(&self) -> Result<(), LinkError> {
        let Some((first, last)) = self.lags else { return Ok(()) };
        let length = i64::from(last) - i64::from(first) + 1;
        if !(1..=i64::from(MOST_LAGS)).contains(&length) {
            return Err(LinkError::Lags { first, last });
        }
        let lags = u32::try_from(length).unwrap_or(u32::MAX);
        if self.min_present > lags {
            return Err(LinkError::MinPresent { min_present: self.min_present, lags });
        }
        Ok(())
    }
}

/// Looks for the link in `panel`.
///
/// Statistical shortcomings (too few units, a predictor that never moves, …) are not errors: the report
/// then says so in its gates, and has no terms if nothing can be estimated.
///
/// # Errors
/// [`LinkError`] when panel or options contradict themselves.
pub fn analyse(panel: &Panel, options: &Options) -> Result<Report, LinkError> {
    analyse_fully(panel, options).map(|(report, _)| report)
}

/// What [`analyse`] works out on its way and a report has no room for.
#[derive(Default)]
struct Beside {
    /// What each term would be without single units.
    influence: Vec<Influence>,
    /// Between and within, of the first predictor.
    comparison: Option<comparison::Comparison>,
}

fn analyse_fully(panel: &Panel, options: &Options) -> Result<(Report, Beside), LinkError> {
    panel.validate()?;
    options.check()?;
    if panel.predictors.is_empty() {
        return Err(LinkError::NoPredictors);
    }
    let (mut usable, time) = prepare(panel, options);
    let all: Vec<usize> = (0..panel.predictors.len()).collect();
    let fitted = fit_what_can_be(&mut usable, &all, time);
    let mut report = empty_report(&usable, time.effects);
    report.gates.extend(checks::of_rows_left(panel, &usable));
    if report.gates.iter().any(|gate| gate.severity() == Severity::Closed) {
        return Ok((report, Beside::default()));
    }
    let mut beside = Beside::default();
    match fitted {
        Some((data, Ok(fit))) => match checks::of_fit(&fit) {
            Some(gate) => report.gates.push(gate),
            None => {
                beside.influence = describe(&mut report, panel, &usable.observations, &fit);
                test_by_resampling(&mut report.terms, &data, options.seed);
                beside.comparison = comparison::of_observations(&usable.observations, 0, time);
                report.simpson = beside.comparison.map(Simpson::from);
            }
        },
        Some((data, Err(error))) => report.gates.push(checks::of_error(&error, &data, panel, 1)),
        None => report.gates.push(Gate::NoData),
    }
    report.gates.extend(checks::of_data(panel, &usable.observations));
    if matches!(time.effects, TimeEffects::SeasonAndTrend | TimeEffects::Trend) {
        report.gates.push(Gate::SeasonPartlyRemoved);
    }
    report.gates.sort_by_key(|gate| std::cmp::Reverse(gate.severity()));
    Ok((report, beside))
}

/// Fits all predictors together. Rows that levels alone separate say nothing about any slope, so they are
/// taken out and counted; without them there is a maximum. `None` when no table can be made.
fn fit_what_can_be(
    usable: &mut Usable,
    predictors: &[usize],
    time: Time,
) -> Option<(Data, Result<Fit, FitError>)> {
    loop {
        let data = design::data(&usable.observations, predictors, time).ok()?;
        match poisson::fit(&data) {
            Err(FitError::Separated { columns, rows }) if columns.is_empty() => {
                let fewer = std::mem::take(usable).without(&rows);
                *usable = fewer.informative(time.effects == TimeEffects::EachPeriod);
            }
            settled => return Some((data, settled)),
        }
    }
}

/// The usable rows with their lagged predictors, and how time is dealt with.
fn prepare(panel: &Panel, options: &Options) -> (Usable, Time) {
    let history = History::new(panel);
    let usable = Usable::collect(panel, |unit, period| {
        (0..panel.predictors.len())
            .map(|predictor| match options.lags {
                Some(lags) => history.mean(unit, period, lags, options.min_present, predictor),
                None => history.value(unit, period, 0, predictor),
            })
            .collect()
    });
    settle(usable, options)
}

/// Decides on time effects and drops what says nothing under them.
fn settle(usable: Usable, options: &Options) -> (Usable, Time) {
    let length = options.period_length;
    let effects = match options.period_effects {
        PeriodEffects::Yes => TimeEffects::EachPeriod,
        PeriodEffects::No => TimeEffects::None,
        PeriodEffects::Auto => design::default_time_effects(&usable.clone().informative(false), length),
    };
    (usable.informative(effects == TimeEffects::EachPeriod), Time { effects, length })
}

fn empty_report(usable: &Usable, time: TimeEffects) -> Report {
    let model = Model {
        n: usable.observations.len() as u64,
        units: usable.units() as u64,
        periods: usable.periods() as u64,
        events: usable.observations.iter().map(|o| o.count).sum(),
        time_effects: time,
        iterations: None,
        loglik: None,
        deviance: None,
        pearson: None,
        dispersion: None,
        dropped: usable.dropped,
    };
    Report { model, terms: Vec::new(), simpson: None, gates: Vec::new() }
}

fn describe(report: &mut Report, panel: &Panel, observations: &[Observation], fit: &Fit) -> Vec<Influence> {
    let mut influence = Vec::new();
    report.model.iterations = Some(fit.iterations);
    report.model.loglik = finite(fit.loglik);
    report.model.deviance = finite(fit.deviance);
    report.model.pearson = finite(fit.pearson);
    report.model.dispersion = fit.dispersion.and_then(finite);
    for (index, name) in panel.predictors.iter().enumerate() {
        let standardised = fit.standardised_slopes[index].abs();
        if standardised > gate::LARGEST_STANDARDISED_SLOPE {
            let gate = Gate::NotEstimable { predictor: name.clone(), standardised_slope: standardised };
            report.gates.push(gate);
        }
        let mut term = term(name, index, fit);
        let units = without_each_unit(&term, index, panel, observations, fit);
        let matters = |unit: &&InfluentialUnit| {
            let change = (unit.estimate_without - term.estimate).abs();
            term.se.cv3l.is_some_and(|error| change > error) || unit.estimate_without * term.estimate < 0.0
        };
        term.influential_unit = units.first().filter(matters).cloned();
        influence.push(Influence { predictor: name.clone(), units, of: fit.clusters as u64 });
        report.terms.push(term);
    }
    influence
}

fn term(name: &str, index: usize, fit: &Fit) -> Term {
    let error =
        |covariance: &Vec<f64>| Covariances::standard_errors(covariance).get(index).copied().and_then(finite);
    let se = StandardErrors {
        classic: error(&fit.covariances.classic).unwrap_or_default(),
        quasi: fit.covariances.quasi.as_ref().and_then(error),
        cr0: error(&fit.covariances.cr0).unwrap_or_default(),
        cr1: fit.covariances.cr1.as_ref().and_then(error),
        cv3l: fit.covariances.cv3l.as_ref().and_then(error),
    };
    let estimate = fit.slopes[index];
    let df = fit.clusters.saturating_sub(1);
    let ci = interval(estimate, se.cv3l, df);
    let cv3l_t = se.cv3l.filter(|se| *se > 0.0).and_then(|se| t_two_sided(estimate / se, df as f64));
    Term {
        name: name.to_owned(),
        estimate,
        se,
        df: df as u64,
        ci,
        rate_ratio: finite(estimate.exp()),
        rate_ratio_ci: ci.and_then(|[low, high]| Some([finite(low.exp())?, finite(high.exp())?])),
        p: PValues { cv3l_t, ..PValues::default() },
        variance_inflation: fit.variance_inflation.get(index).copied().and_then(finite),
        influential_unit: None,
    }
}

/// Adds the p-values by resampling and, where possible, the one to report. Each test starts from the
/// same seed, so that adding a predictor does not change the others' draws.
fn test_by_resampling(terms: &mut [Term], data: &Data, seed: u64) {
    for (column, term) in terms.iter_mut().enumerate() {
        let Ok(score) = Score::new(data, column) else { continue };
        term.p.signflip = score.of_units().and_then(|scores| resampling::sign_flip(&scores, seed));
        term.p.circular_shift = resampling::circular_shift(&score, resampling::SHIFT_DRAWS, seed);
        term.p.reported = term.p.cv3l_t.zip(term.p.signflip).map(|(t, signs)| t.max(signs));
    }
}

/// 95 % interval by Student's t with one degree of freedom less than units.
fn interval(estimate: f64, standard_error: Option<f64>, df: usize) -> Option<[f64; 2]> {
    let reach = t_quantile(0.975, df as f64)? * standard_error?;
    Some([finite(estimate - reach)?, finite(estimate + reach)?])
}

/// The slope without each unit, by one Newton step; those whose absence moves it most, the largest first.
fn without_each_unit(
    term: &Term,
    index: usize,
    panel: &Panel,
    observations: &[Observation],
    fit: &Fit,
) -> Vec<InfluentialUnit> {
    let mut units: Vec<u32> = observations.iter().map(|o| o.unit).collect();
    units.dedup();
    let changes = fit.deletion_changes.iter().map(|change| change[index]);
    let mut moved: Vec<(u32, f64)> = units.into_iter().zip(changes).collect();
    moved.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    moved.truncate(MOST_INFLUENTIAL);
    let without = |(unit, change): (u32, f64)| {
        let estimate_without = finite(term.estimate + change)?;
        Some(InfluentialUnit { unit: panel.units.get(unit as usize)?.clone(), estimate_without })
    };
    moved.into_iter().filter_map(without).collect()
}
