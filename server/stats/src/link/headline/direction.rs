//! Which comes first? A predictor measured after the events cannot have come before them.
//!
//! If earlier strain is what matters, later strain says nothing about this week's complaints once earlier
//! strain is known (strict exogeneity: Sims 1972; Wooldridge 2010, § 10.7). So leads are tested beside the
//! lags, in the headline's own model, in two ways. All leads together, as many as lags (Hotelling 1931, with
//! the cluster jackknife's covariance), find a quick turn. The mean of twice as many, beside the same period
//! too, finds a slow one that no single lead shows. Cauchy's combination of the two p-values holds however they
//! go together (Liu and Xie 2020); the slow turn, which is harder to find, counts twice.

use super::super::{Options, checks, interval};
use super::Step;
use super::held::{Clusters, Context, Known};
use crate::distribution::{f_upper_tail, finite};
use crate::linear::{Factor, Square, dot};
use crate::poisson::Fit;
use serde::{Deserialize, Serialize};
use std::f64::consts::PI;

/// Leads, and at most as many lags, each perhaps the mean of several periods.
pub const MOST_BLOCKS: i32 = 4;
/// Below this p-value events may come first.
pub const LEVEL: f64 = 0.05;

/// What leads say about a predictor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Direction {
    /// What may be said.
    pub answer: Answer,
    /// P-value of "leads say nothing once lags are known".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
    /// Slopes of the leads and lags beside each other, the furthest lead first; empty when untested.
    pub steps: Vec<Step>,
}

/// What may be said about which comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Too little data, or predictors that are no earlier than the events.
    Untested,
    /// Leads say nothing beside the lags.
    NothingAgainst,
    /// Leads do: events may come first, or both follow something else.
    Unclear,
}

impl Direction {
    pub(super) const fn untested() -> Self {
        Self { answer: Answer::Untested, p: None, steps: Vec::new() }
    }
}

/// First and last lag of each block: leads from the nearest on, then lags from the nearest on.
struct Blocks {
    leads: Vec<(i32, i32)>,
    lags: Vec<(i32, i32)>,
}

/// The two sets of leads and lags. `None` for windows that do not lie before the events.
fn blocks(options: &Options) -> Option<[Blocks; 2]> {
    let Some((first, last)) = options.lags else {
        let of = |furthest| Blocks { leads: vec![(furthest, -1)], lags: vec![(0, 0)] };
        return Some([of(-1), of(-2)]);
    };
    if first < 1 {
        return None;
    }
    let length = last - first + 1;
    let parts = length.min(MOST_BLOCKS);
    let cut = |part: i32| length * part / parts;
    let lags: Vec<(i32, i32)> =
        (0..parts).map(|part| (first + cut(part), first + cut(part + 1) - 1)).collect();
    let leads = (0..parts).map(|part| (-cut(part + 1), -1 - cut(part))).collect();
    let same = [(0, 0)].into_iter().chain(lags.iter().copied()).collect();
    Some([Blocks { leads, lags }, Blocks { leads: vec![(-2 * length, -1)], lags: same }])
}

/// Tests the leads of a predictor (by index).
pub(super) fn direction(
    context: &Context<'_>,
    known: &Known,
    clusters: Clusters,
    predictor: usize,
) -> Direction {
    let tested = || -> Option<Direction> {
        let [quick, slow] = blocks(context.options)?;
        let fit = fitted(context, known, clusters, predictor, &quick)?;
        let p_quick = p_of_leads(&fit, quick.leads.len());
        // A short panel may have no room for the longer stretch.
        let slow = fitted(context, known, clusters, predictor, &slow);
        let p_slow = slow.and_then(|fit| p_of_leads(&fit, 1));
        let p = combined(&[(p_quick, 1.0), (p_slow, 2.0)])?;
        let answer = if p < LEVEL { Answer::Unclear } else { Answer::NothingAgainst };
        Some(Direction { answer, p: Some(p), steps: steps(&fit, &quick) })
    };
    tested().unwrap_or(Direction::untested())
}

/// Cauchy's combination of p-values with their weights; `None` without any.
fn combined(parts: &[(Option<f64>, f64)]) -> Option<f64> {
    let place = |p: f64| ((0.5 - p.clamp(1e-12, 1.0 - 1e-12)) * PI).tan();
    let (mut sum, mut weights) = (0.0, 0.0);
    for (p, weight) in parts.iter().filter_map(|(p, weight)| Some(((*p)?, weight))) {
        (sum, weights) = (sum + weight * place(p), weights + weight);
    }
    finite(0.5 - (sum / weights).atan() / PI)
}

/// The fit with leads first, then lags, then the other predictors as the headline takes them.
fn fitted(
    context: &Context<'_>,
    known: &Known,
    clusters: Clusters,
    predictor: usize,
    blocks: &Blocks,
) -> Option<Fit> {
    let others: Vec<usize> =
        (0..context.panel.predictors.len()).filter(|other| *other != predictor).collect();
    let tested = blocks.leads.len() + blocks.lags.len() + others.len();
    let rows = context.rows(tested, |unit, period| {
        let mut values = filled(context, unit, period, &blocks.leads, predictor)?;
        values.extend(filled(context, unit, period, &blocks.lags, predictor)?);
        for other in &others {
            values.push(context.value(unit, period, *other)?);
        }
        Some(values)
    });
    let fitted = context.fit(&rows, known, clusters).ok()?;
    checks::of_fit(&fitted.fit).is_none().then_some(fitted.fit)
}

/// The mean of each block; one that is missing takes the mean of the others, of which as many must be there as
/// the headline asks for.
fn filled(
    context: &Context<'_>,
    unit: u32,
    period: i64,
    blocks: &[(i32, i32)],
    predictor: usize,
) -> Option<Vec<f64>> {
    // Of a longer block half must be there.
    let half = |(first, last): (i32, i32)| (last - first + 2).unsigned_abs() / 2;
    let mean = |block: &(i32, i32)| context.history.mean(unit, period, *block, half(*block), predictor);
    let values: Vec<Option<f64>> = blocks.iter().map(mean).collect();
    let present: Vec<f64> = values.iter().copied().flatten().collect();
    let needed = (context.options.min_present as usize).clamp(1, blocks.len());
    let mean = present.iter().sum::<f64>() / present.len() as f64;
    (present.len() >= needed).then(|| values.into_iter().map(|value| value.unwrap_or(mean)).collect())
}

/// P-value of "the first `leads` slopes are all 0". With few clusters several leads at once cannot be told
/// from chance, and it is `None`.
fn p_of_leads(fit: &Fit, leads: usize) -> Option<f64> {
    let covariance = fit.covariances.cv3l.as_ref()?;
    let size = fit.slopes.len();
    let slopes = &fit.slopes[..leads];
    let mut block = Square::zero(leads);
    for row in 0..leads {
        (0..leads).for_each(|column| block.set(row, column, covariance[row * size + column]));
    }
    let distance = dot(slopes, &Factor::new(&block)?.solve(slopes));
    let (clusters, leads) = (fit.clusters as f64, leads as f64);
    let free = clusters - leads;
    if leads > 1.0 && free < 2.0 {
        return None;
    }
    f_upper_tail(distance * free / (leads * (clusters - 1.0)), leads, free)
}

fn steps(fit: &Fit, blocks: &Blocks) -> Vec<Step> {
    let size = fit.slopes.len();
    let step = |(place, (first, last)): (usize, &(i32, i32))| {
        let error = finite(fit.covariances.cv3l.as_ref()?[place * size + place].sqrt())?;
        let estimate = finite(fit.slopes[place])?;
        let ci = interval(estimate, Some(error), fit.clusters.saturating_sub(1))?;
        Some(Step { lags: [*first, *last], estimate, se: error, ci })
    };
    let mut steps: Vec<Step> = blocks.leads.iter().chain(&blocks.lags).enumerate().filter_map(step).collect();
    steps.sort_by_key(|step| step.lags);
    steps
}
