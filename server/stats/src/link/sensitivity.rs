//! Would another model for lumpy counts say something else?

use super::report::TimeEffects;
use super::seasons::Time;
use super::{Options, design, prepare};
use crate::distribution::finite;
use crate::panel::Panel;
use crate::poisson::{self, Covariances, fit_negative_binomial};
use serde::{Deserialize, Serialize};

/// The negative binomial model beside the Poisson one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// One entry for each predictor.
    pub slopes: Vec<SlopePair>,
    /// Variance beyond Poisson, as a share of the squared mean.
    pub overdispersion: f64,
    /// Cameron and Trivedi's (1990) test of it.
    pub lumpiness_test: Option<LumpinessTest>,
    /// Whether for any predictor the signs differ or the slopes are more than one standard error apart.
    pub is_sensitive: bool,
}

/// One predictor's slope in both models.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SlopePair {
    /// Name of the predictor.
    pub predictor: String,
    /// Poisson model, unit levels only.
    pub poisson: f64,
    /// Negative binomial model, unit levels only.
    pub negative_binomial: f64,
}

/// Slope of (residual² − count) / expected on expected, through the origin.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct LumpinessTest {
    /// The slope: 0 for Poisson counts.
    pub slope: f64,
    /// The slope over its standard error; above 1.65 the counts are lumpier than Poisson ones.
    pub t: f64,
}

/// Fits both models with levels for units and none for periods. `None` when either fit does not exist.
#[must_use]
pub fn sensitivity(panel: &Panel, options: &Options) -> Option<Sensitivity> {
    panel.validate().ok()?;
    options.check().ok()?;
    let (usable, _) = prepare(panel, options);
    let usable = usable.informative(false);
    let all: Vec<usize> = (0..panel.predictors.len()).collect();
    let time = Time { effects: TimeEffects::None, length: options.period_length };
    let data = design::data(&usable.observations, &all, time).ok()?;
    let poisson = poisson::fit(&data).ok()?;
    let other = fit_negative_binomial(&data).ok()?;
    let errors = Covariances::standard_errors(poisson.covariances.cv3l.as_ref()?);
    let is_sensitive = poisson
        .slopes
        .iter()
        .zip(&other.slopes)
        .zip(&errors)
        .any(|((one, two), error)| one * two < 0.0 || (one - two).abs() > *error);
    let pair = |(k, name): (usize, &String)| SlopePair {
        predictor: name.clone(),
        poisson: poisson.slopes[k],
        negative_binomial: other.slopes[k],
    };
    Some(Sensitivity {
        slopes: panel.predictors.iter().enumerate().map(pair).collect(),
        overdispersion: other.overdispersion,
        lumpiness_test: lumpiness_test(
            &usable.observations.iter().map(|o| o.count).collect::<Vec<f64>>(),
            &poisson.fitted,
        ),
        is_sensitive,
    })
}

/// Cameron and Trivedi's regression; `None` without variation.
#[must_use]
pub fn lumpiness_test(counts: &[f64], expected: &[f64]) -> Option<LumpinessTest> {
    let pairs = || counts.iter().zip(expected).filter(|(_, mean)| **mean > 0.0);
    let target = |count: f64, mean: f64| ((count - mean).powi(2) - count) / mean;
    let squares: f64 = pairs().map(|(_, mean)| mean * mean).sum();
    let slope = finite(pairs().map(|(count, mean)| mean * target(*count, *mean)).sum::<f64>() / squares)?;
    let freedom = pairs().count().checked_sub(1)? as f64;
    let left: f64 = pairs().map(|(count, mean)| (target(*count, *mean) - slope * mean).powi(2)).sum();
    let t = finite(slope / (left / freedom / squares).sqrt())?;
    Some(LumpinessTest { slope, t })
}
