//! From a panel to the verdict.

use super::super::gate::{self, LARGEST_STANDARDISED_SLOPE, Severity};
use super::super::{LinkError, Options, checks, interval, multiplicity::holm};
use super::direction::{self, Direction};
use super::held::{Clusters, Context, Fitted};
use super::{
    Answer, FEWEST_CLUSTERS, Gate, Headline, Limit, Look, Reason, Setting, Verdict, WIDEST_RANGE, looks,
};
use crate::distribution::{finite, t_quantile, t_two_sided};
use crate::panel::Panel;
use crate::panel::lags::History;
use crate::poisson;
use crate::resampling::sign_flip;
use std::collections::BTreeSet;

/// The chance of a false claim that is taken.
const SIGNIFICANT: f64 = looks::LEVEL;

/// A standard error and what it is built from.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Spread {
    error: f64,
    clusters: usize,
}

impl Spread {
    fn of(fitted: &Fitted, column: usize) -> Option<Self> {
        let covariance = fitted.fit.covariances.cv3l.as_ref()?;
        let variance = covariance[column * fitted.fit.slopes.len() + column];
        let error = finite(variance.sqrt()).filter(|error| *error > 0.0)?;
        Some(Self { error, clusters: fitted.fit.clusters })
    }

    fn freedom(self) -> usize {
        self.clusters.saturating_sub(1)
    }

    fn reach(self) -> f64 {
        t_quantile(0.975, self.freedom() as f64).map_or(f64::INFINITY, |t| t * self.error)
    }
}

/// The verdict about each predictor.
///
/// # Errors
/// [`LinkError`] when panel or options contradict themselves.
pub fn headline(panel: &Panel, options: &Options, setting: &Setting<'_>) -> Result<Headline, LinkError> {
    panel.validate()?;
    options.check()?;
    if panel.predictors.is_empty() {
        return Err(LinkError::NoPredictors);
    }
    if !setting.above.is_empty() && setting.above.len() != panel.units.len() {
        return Err(LinkError::Clusters { found: setting.above.len(), units: panel.units.len() });
    }
    let context = Context { panel, options, history: History::new(panel), setting };
    let look = look(panel, options);
    let mut answers = answers(&context, look);
    correct(&mut answers);
    answers.iter_mut().for_each(decide);
    let leads = answers.iter().position(|answer| answer.verdict.is_claim()).unwrap_or(0);
    let leading = answers.get(leads).cloned().ok_or(LinkError::NoPredictors)?;
    Ok(Headline { leading, predictors: answers })
}

fn look(panel: &Panel, options: &Options) -> Look {
    let periods = || panel.rows.iter().filter(|row| row.exposure > 0.0).map(|row| row.period);
    let span = periods().max().zip(periods().min()).map_or(0, |(last, first)| last - first + 1);
    let level = looks::level(span as f64, options.period_length).unwrap_or(0.0);
    Look { periods: span.unsigned_abs(), level }
}

/// Everything but the verdicts.
fn answers(context: &Context<'_>, look: Look) -> Vec<Answer> {
    let Context { panel, options, setting, .. } = context;
    let predictors = panel.predictors.len();
    let rows = context.rows(predictors, |unit, period| {
        (0..predictors).map(|predictor| context.value(unit, period, predictor)).collect()
    });
    let empty = |predictor: usize, reasons: &[Gate]| Answer {
        verdict: Verdict::NotEnough,
        predictor: panel.predictors[predictor].clone(),
        step: setting.step(predictor),
        model: Vec::new(),
        estimate: None,
        se: None,
        ci: None,
        always_valid_ci: None,
        rate_ratio: None,
        rate_ratio_ci: None,
        p_one_look: None,
        p: None,
        p_holm: None,
        clusters: 0,
        direction: Direction::untested(),
        look,
        exposure_slope: None,
        reasons: reasons.iter().cloned().map(Reason::Gate).collect(),
    };
    let closed = |gates: &[Gate]| (0..predictors).map(|k| empty(k, gates)).collect::<Vec<_>>();
    let gates = checks::of_rows_left(panel, &rows.usable);
    if gates.iter().any(|gate| gate.severity() == Severity::Closed) {
        return closed(&gates);
    }
    let (above, clusters) = above(setting, &rows.usable.observations);
    let known = context.explore(&rows);
    let fitted = known.and_then(|known| Ok((context.fit(&rows, &known, clusters)?, known)));
    let (fitted, known) = match fitted {
        Ok(fitted) => fitted,
        Err(gate) => return closed(&[gate]),
    };
    if let Some(gate) = checks::of_fit(&fitted.fit) {
        return closed(&[gate]);
    }
    // Too few sites or regions for a variance of their own: the wider of both.
    let few = match (clusters, above) {
        (Clusters::Units, 2..) => context.fit(&rows, &known, Clusters::Above).ok(),
        _ => None,
    };
    let answer = |k: usize| {
        let mut answer = empty(k, &[]);
        estimate(&mut answer, &fitted, few.as_ref(), k, options);
        answer.reasons = gates_of(panel, &fitted, k).into_iter().map(Reason::Gate).collect();
        if let Some(few) = &few {
            let (clusters, needed) = (few.fit.clusters as u64, FEWEST_CLUSTERS as u64);
            answer.reasons.push(Reason::Limit(Limit::FewClusters { clusters, needed }));
        }
        let is_tested = fitted.fit.clusters as u64 >= gate::FEWEST_UNITS_FOR_A_TEST;
        if is_tested {
            let above = few.as_ref().map(|_| Clusters::Above);
            let of = |clusters| direction::direction(context, &known, clusters, k);
            // The more careful of both.
            let found = [Some(clusters), above].into_iter().flatten().map(of);
            let careful = found.max_by(|a, b| a.p.unwrap_or(0.0).total_cmp(&b.p.unwrap_or(0.0)));
            answer.direction = careful.unwrap_or(Direction::untested());
        }
        answer
    };
    (0..predictors).map(answer).collect()
}

/// Groups above the units that are left, and what clusters are.
fn above(setting: &Setting<'_>, observations: &[crate::panel::sample::Observation]) -> (usize, Clusters) {
    if setting.above.is_empty() {
        return (0, Clusters::Units);
    }
    let units: BTreeSet<u32> = observations.iter().map(|row| row.unit).collect();
    let groups: BTreeSet<u32> = units.iter().map(|unit| setting.above[*unit as usize]).collect();
    if groups.len() == units.len() {
        return (0, Clusters::Units);
    }
    let clusters = if groups.len() >= FEWEST_CLUSTERS { Clusters::Above } else { Clusters::Units };
    (groups.len(), clusters)
}

/// Puts slope, ranges and p-values of a column into its answer.
fn estimate(answer: &mut Answer, fitted: &Fitted, few: Option<&Fitted>, column: usize, options: &Options) {
    let slope = fitted.fit.slopes[column];
    answer.model = fitted.fixed.clone();
    answer.estimate = finite(slope);
    answer.rate_ratio = finite((slope * answer.step).exp());
    answer.clusters = fitted.fit.clusters as u64;
    answer.exposure_slope = fitted.exposure.and_then(|k| finite(fitted.fit.slopes[k]));
    let spreads: Vec<Spread> =
        [Some(fitted), few].into_iter().flatten().filter_map(|fitted| Spread::of(fitted, column)).collect();
    let Some(spread) = spreads.iter().copied().max_by(|a, b| a.reach().total_cmp(&b.reach())) else { return };
    answer.se = Some(spread.error);
    answer.clusters = spread.clusters as u64;
    answer.ci = interval(slope, Some(spread.error), spread.freedom());
    answer.rate_ratio_ci = answer.ci.and_then(|ends| scaled(ends, answer.step));
    let freedom = spread.freedom() as f64;
    let reach = t_quantile(1.0 - 0.5 * answer.look.level, freedom).map(|t| t * spread.error);
    answer.always_valid_ci = reach.and_then(|reach| Some([finite(slope - reach)?, finite(slope + reach)?]));
    let by_t = t_two_sided(slope / spread.error, freedom);
    let scores = poisson::cluster_scores(&fitted.data, column).ok();
    let by_signs = scores.and_then(|scores| sign_flip(&scores, options.seed));
    answer.p_one_look = by_t.zip(by_signs).map(|(t, signs)| t.max(signs));
    let always = by_t.and_then(|t| looks::always_valid(t, answer.look.periods as f64, options.period_length));
    answer.p = always.zip(by_signs).map(|(always, signs)| always.max(signs));
}

fn scaled([low, high]: [f64; 2], step: f64) -> Option<[f64; 2]> {
    Some([finite((low * step).exp())?, finite((high * step).exp())?])
}

/// The gates of a predictor (by index), the strongest first.
fn gates_of(panel: &Panel, fitted: &Fitted, predictor: usize) -> Vec<Gate> {
    let mut gates: Vec<Gate> = gate::of_units(fitted.fit.clusters as u64).into_iter().collect();
    let events: f64 = fitted.usable.observations.iter().map(|row| row.count).sum();
    gates.extend(checks::of_events(events, panel.predictors.len()));
    let standardised = fitted.fit.standardised_slopes[predictor].abs();
    if standardised > LARGEST_STANDARDISED_SLOPE {
        let predictor = panel.predictors[predictor].clone();
        gates.push(Gate::NotEstimable { predictor, standardised_slope: standardised });
    }
    gates.sort_by_key(|gate| std::cmp::Reverse(gate.severity()));
    gates
}

/// Holm's correction over the predictors that have a p-value.
fn correct(answers: &mut [Answer]) {
    let p: Vec<f64> = answers.iter().filter_map(|answer| answer.p).collect();
    let with_p = answers.iter_mut().filter(|answer| answer.p.is_some());
    with_p.zip(holm(&p)).for_each(|(answer, p)| answer.p_holm = Some(p));
}

/// The verdict, and the reasons that come with it.
fn decide(answer: &mut Answer) {
    let severity = |reason: &Reason| match reason {
        Reason::Gate(gate) => gate.severity(),
        Reason::Limit(_) => Severity::Note,
    };
    let strongest = answer.reasons.iter().map(severity).max().unwrap_or(Severity::Note);
    let (Some(p), Some([low, high])) = (answer.p_holm, answer.rate_ratio_ci) else {
        answer.verdict = Verdict::NotEnough;
        return;
    };
    if strongest >= Severity::Descriptive {
        answer.verdict = Verdict::NotEnough;
        return;
    }
    if let (direction::Answer::Unclear, Some(p)) = (answer.direction.answer, answer.direction.p) {
        answer.verdict = Verdict::DirectionUnclear;
        answer.reasons.insert(0, Reason::Limit(Limit::EventsMayComeFirst { p }));
        return;
    }
    let factor = high / low;
    if factor.is_nan() || factor > WIDEST_RANGE {
        answer.verdict = Verdict::NotEnough;
        answer.reasons.insert(0, Reason::Limit(Limit::WideRange { factor, widest: WIDEST_RANGE }));
        return;
    }
    answer.verdict = match (p < SIGNIFICANT, strongest) {
        (false, _) => Verdict::NoneFound,
        (true, Severity::Early) => Verdict::EarlySignal,
        (true, _) => Verdict::Finding,
    };
}
