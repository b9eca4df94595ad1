//! Poisson pseudo-maximum likelihood for rates, with a free level for each group and, if wanted, each
//! period.
//!
//! E\[count\] = exposure · exp(level of the group + level of the period + Σ slope · column). The estimate
//! needs only this mean to be right, not the Poisson variance (Gourieroux, Monfort and Trognon 1984), and
//! with it group levels can be profiled out exactly, so that many groups do no harm (Wooldridge 1999).
//!
//! * `data`: the table a fit works on;
//! * `newton`: the estimate; `own`: levels and slopes that groups have for themselves;
//! * `variance`: the five variances;
//! * `score`: what each unit has to say about one slope, for tests by resampling;
//! * `negative_binomial`: a second opinion for lumpy counts;
//! * [`Fit`]: all of it, in the units of the caller.

mod data;
mod negative_binomial;
mod newton;
mod own;
mod score;
mod variance;

pub use data::{Data, DataError};
pub use negative_binomial::{NegativeBinomial, fit_negative_binomial};
pub(crate) use newton::{Position, maximise};
pub use score::{Rotations, Score, cluster_scores};
pub use variance::Covariances;

use crate::distribution::ln_gamma;
use crate::linear::Factor;
use std::fmt;

/// Why there is no estimate.
#[derive(Debug, Clone, PartialEq)]
pub enum FitError {
    /// Every column has to vary within groups (and periods) for its slope to exist; this one, by index,
    /// does not.
    ConstantColumn(usize),
    /// The columns follow from one another within groups and periods. Reciprocal condition number of the
    /// scaled information matrix, 0 when it is singular outright.
    Collinear {
        /// Between 0 (singular) and [`SMALLEST_CONDITION`].
        reciprocal_condition: f64,
    },
    /// There is no maximum: the likelihood keeps rising as rows without events are expected to have ever
    /// fewer, because columns and levels tell them perfectly from the rows with events.
    Separated {
        /// Columns whose slopes run away, by index; empty when levels of groups and periods do it alone,
        /// and then the slopes are those of the table without the rows.
        columns: Vec<usize>,
        /// Rows whose expected count goes to zero, ascending.
        rows: Vec<usize>,
    },
    /// No maximum was reached for another reason.
    NoConvergence,
}

impl fmt::Display for FitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ConstantColumn(column) => write!(f, "column {} does not vary within groups", column + 1),
            Self::Collinear { .. } => f.write_str("the columns cannot be told apart"),
            Self::Separated { rows, .. } => {
                write!(f, "{} rows without events are told perfectly from those with", rows.len())
            }
            Self::NoConvergence => f.write_str("the fit does not converge"),
        }
    }
}

impl std::error::Error for FitError {}

/// Below this reciprocal condition number (of the information matrix scaled to a unit diagonal) slopes
/// are not told apart.
pub const SMALLEST_CONDITION: f64 = 1e-10;

/// A maximum-likelihood fit. Slopes are changes of the logarithm of the rate for one unit of the column.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// One slope for each column.
    pub slopes: Vec<f64>,
    /// The slope for one standard deviation of the column; a size that does not depend on the unit.
    pub standardised_slopes: Vec<f64>,
    /// Log-likelihood, constants included.
    pub loglik: f64,
    /// Deviance: twice the distance to the model that fits each row exactly.
    pub deviance: f64,
    /// Pearson's X².
    pub pearson: f64,
    /// Pearson's X² over the residual degrees of freedom: 1 for Poisson counts, more for lumpy ones.
    /// `None` when no degrees of freedom are left.
    pub dispersion: Option<f64>,
    /// Newton steps taken.
    pub iterations: u32,
    /// Rows used.
    pub rows: usize,
    /// Clusters (units) the variances are built from.
    pub clusters: usize,
    /// All levels and slopes, those profiled out included.
    pub parameters: usize,
    /// Expected count of each row, in the order of [`Data`].
    pub fitted: Vec<f64>,
    /// Logarithm of each group's rate where all columns and the first period's level are 0.
    pub levels: Vec<f64>,
    /// The covariance matrices of the slopes.
    pub covariances: Covariances,
    /// Change of each slope when a cluster is left out, one inner vector for each cluster; empty when
    /// groups are not the clusters.
    pub deletion_changes: Vec<Vec<f64>>,
    /// See [`SMALLEST_CONDITION`].
    pub reciprocal_condition: f64,
    /// Variance inflation factor of each slope: 1 when no other column explains it.
    pub variance_inflation: Vec<f64>,
}

/// Slopes and levels alone, without how sure they are.
pub(crate) struct Estimate {
    /// As [`Fit::slopes`].
    pub(crate) slopes: Vec<f64>,
    /// As [`Fit::levels`].
    pub(crate) levels: Vec<f64>,
}

impl Estimate {
    fn of(data: &Data, solution: &newton::Solution) -> Self {
        let columns = 0..data.columns();
        let slopes: Vec<f64> = columns.map(|k| solution.parameters[k] / data.scale(k)).collect();
        let shift: f64 = slopes.iter().enumerate().map(|(k, slope)| slope * data.centre(k)).sum();
        let levels = solution.position.levels.iter().map(|level| level - shift).collect();
        Self { slopes, levels }
    }
}

/// As [`fit`], for who only wants to know what to expect. `near` are slopes of a fit to nearly the same data.
///
/// # Errors
/// See [`FitError`].
pub(crate) fn estimate(data: &Data, near: Option<&[f64]>) -> Result<Estimate, FitError> {
    let (solution, _, _) = solve(data, near)?;
    Ok(Estimate::of(data, &solution))
}

/// The maximum with the inverse of the information there, and its reciprocal condition number.
fn solve(
    data: &Data,
    near: Option<&[f64]>,
) -> Result<(newton::Solution, crate::linear::Square, f64), FitError> {
    let mut from = vec![0.0; data.parameters()];
    for (k, slope) in near.into_iter().flatten().enumerate().take(data.columns()) {
        from[k] = slope * data.scale(k);
    }
    let solution = newton::maximise_from(data, None, from)?;
    let singular = FitError::Collinear { reciprocal_condition: 0.0 };
    let (inverse, reciprocal_condition) =
        Factor::new(&solution.position.information).ok_or(singular)?.inverse();
    if reciprocal_condition < SMALLEST_CONDITION {
        return Err(FitError::Collinear { reciprocal_condition });
    }
    Ok((solution, inverse, reciprocal_condition))
}

/// Fits the model to `data`.
///
/// # Errors
/// See [`FitError`].
pub fn fit(data: &Data) -> Result<Fit, FitError> {
    let (solution, inverse, reciprocal_condition) = solve(data, None)?;
    let Estimate { slopes, levels } = Estimate::of(data, &solution);
    let position = &solution.position;
    let columns = data.columns();
    let measures = Measures::of(data, &position.fitted);
    let parameters = columns + data.period_parameters() + data.groups() + data.own_parameters();
    let residual = data.rows() as f64 - parameters as f64;
    let dispersion = (residual > 0.0).then(|| measures.pearson / residual);
    let (covariances, deletion_changes) = variance::covariances(data, position, &inverse, dispersion);

    Ok(Fit {
        slopes,
        standardised_slopes: solution.parameters[..columns].to_vec(),
        loglik: measures.loglik,
        deviance: measures.deviance,
        pearson: measures.pearson,
        dispersion,
        iterations: solution.iterations,
        rows: data.rows(),
        clusters: data.clusters(),
        parameters,
        fitted: position.fitted.clone(),
        levels,
        covariances,
        deletion_changes,
        reciprocal_condition,
        variance_inflation: variance_inflation(data, position, &inverse),
    })
}

/// How much of a slope's variance is owed to the other columns, periods partialled out: with C the
/// information of the slopes, C_jj (C⁻¹)_jj.
fn variance_inflation(data: &Data, position: &Position, inverse: &crate::linear::Square) -> Vec<f64> {
    let columns = data.columns();
    // The slope block of the inverse is the inverse of the slopes' information with periods partialled
    // out, so inverting it back gives that information.
    match Factor::new(&inverse.leading(columns)) {
        Some(factor) => {
            let (information, _) = factor.inverse();
            (0..columns).map(|k| (information.at(k, k) * inverse.at(k, k)).max(1.0)).collect()
        }
        None => (0..columns).map(|k| position.information.at(k, k) * inverse.at(k, k)).collect(),
    }
}

/// How many times the variance of each slope would be inflated by all other columns and the periods, seen
/// before anything is fitted: for a table whose columns cannot be told apart. `None` for a column that
/// follows from the others entirely.
///
/// One over the share of the column's information that is left once all others are partialled out; a
/// pivot that is lost to earlier ones is passed over (Higham 2002, §10.3).
#[must_use]
pub fn inflation_by_everything(data: &Data) -> Vec<Option<f64>> {
    let information = Position::at(data, &vec![0.0; data.parameters()], None).information;
    (0..data.columns()).map(|column| information.inflation(column, SMALLEST_CONDITION)).collect()
}

/// Goodness of fit of expected counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Measures {
    pub(crate) loglik: f64,
    pub(crate) deviance: f64,
    pub(crate) pearson: f64,
}

impl Measures {
    fn of(data: &Data, fitted: &[f64]) -> Self {
        let mut measures = Self { loglik: 0.0, deviance: 0.0, pearson: 0.0 };
        for (row, &mean) in fitted.iter().enumerate() {
            let count = data.count(row);
            measures.deviance += deviance_of(count, mean);
            if mean > 0.0 {
                let log_term = if count > 0.0 { count * mean.ln() } else { 0.0 };
                measures.loglik += log_term - mean - ln_gamma(count + 1.0);
                measures.pearson += (count - mean) * (count - mean) / mean;
            }
        }
        measures
    }
}

/// Poisson deviance of one count against its expectation.
pub(crate) fn deviance_of(count: f64, mean: f64) -> f64 {
    let log_term = if count > 0.0 && mean > 0.0 { count * (count / mean).ln() } else { 0.0 };
    2.0 * (log_term - (count - mean))
}
