//! Everything a sentence about one predictor needs, and nothing it has to work out.

use super::gate::{Gate, Severity};
use super::headline::{self, Answer, Reason};
use super::report::{Report, Term};
use crate::distribution::{finite, t_quantile};
use serde::{Deserialize, Serialize};

/// What may be said about a predictor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The data are hard to reconcile with "no link"; at least twelve units.
    Significant,
    /// The same with six to eleven units: to be watched, not yet to be built on.
    EarlySignal,
    /// No clear link. Never to be worded as "there is none": see [`Summary::minimum_detectable_ratio`].
    NotSignificant,
    /// Numbers may be shown, but a gate keeps them from being called a finding.
    Descriptive,
    /// There is no number to show.
    NotEstimable,
}

/// One predictor's result for a chosen step, ready for wording.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Name of the predictor.
    pub predictor: String,
    /// The difference in the predictor everything below is about, for example 10 points.
    pub step: f64,
    /// How many times the rate is as high when the predictor is one step above the unit's own usual level.
    pub rate_ratio: Option<f64>,
    /// 95 % interval of [`Self::rate_ratio`].
    pub interval: Option<[f64; 2]>,
    /// P-value, corrected for the number of predictors (Holm 1979); only with a verdict about significance.
    pub p: Option<f64>,
    /// What may be said.
    pub verdict: Verdict,
    /// The strongest limit behind a verdict that is not about significance.
    pub gate: Option<Gate>,
    /// Whether the finding may be two unrelated slow trends that met by chance: significant, yet no longer
    /// unusual once each unit's predictor is shifted in time.
    pub may_be_unrelated_trends: bool,
    /// Smallest rate ratio (above 1) that a study like this one finds four times out of five.
    pub minimum_detectable_ratio: Option<f64>,
    /// Units in the fit.
    pub units: u64,
    /// Periods in the fit.
    pub periods: u64,
    /// Events (complaints) in the fit.
    pub events: f64,
    /// Rows in the fit.
    pub rows: u64,
    /// Rows left out, for whatever reason.
    pub rows_dropped: u64,
    /// Standard error of the logarithm of [`Self::rate_ratio`] and its degrees of freedom.
    standard_error: Option<(f64, u64)>,
}

/// How lumpy the counts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lumpiness {
    /// As random counts are: dispersion below 1.5.
    AsExpected,
    /// Dispersion from 1.5 to 5.
    Lumpy,
    /// Dispersion above 5.
    VeryLumpy,
}

impl Lumpiness {
    /// The word for a dispersion.
    #[must_use]
    pub fn of(dispersion: f64) -> Self {
        match dispersion {
            d if d > 5.0 => Self::VeryLumpy,
            d if d >= 1.5 => Self::Lumpy,
            _ => Self::AsExpected,
        }
    }
}

const SIGNIFICANT: f64 = 0.05;
/// A p-value by shifting in time above this is no support.
const UNUSUAL_WHEN_SHIFTED: f64 = 0.10;

impl Report {
    /// The summary of the first predictor, the headline; `None` when nothing could be estimated. `step` as
    /// for [`Self::summary`].
    #[must_use]
    pub fn headline(&self, step: f64) -> Option<Summary> {
        self.terms.first().map(|term| self.summary(&term.name, step))
    }

    /// The summary of the predictor with this name. `step` is the difference worth talking about, in units
    /// of the predictor, for example 10 points.
    #[must_use]
    pub fn summary(&self, predictor: &str, step: f64) -> Summary {
        let term = self.term(predictor);
        let scaled = |slope: f64| finite((slope * step).exp());
        let interval = term.and_then(|term| {
            let [a, b] = term.ci?;
            let (a, b) = (scaled(a)?, scaled(b)?);
            Some([a.min(b), a.max(b)])
        });
        let standard_error = term.and_then(|term| Some((term.se.cv3l? * step.abs(), term.df)));
        let p = self.adjusted_p(predictor);
        let (verdict, gate) = self.verdict(term, p, predictor);
        // What must not be shown is not handed out.
        let term = term.filter(|_| verdict != Verdict::NotEstimable);
        let interval = interval.filter(|_| verdict != Verdict::NotEstimable);
        let standard_error = standard_error.filter(|_| verdict != Verdict::NotEstimable);
        let p = p.filter(|_| !matches!(verdict, Verdict::NotEstimable | Verdict::Descriptive));
        Summary {
            predictor: predictor.to_owned(),
            step,
            rate_ratio: term.and_then(|term| scaled(term.estimate)),
            interval,
            p,
            verdict,
            gate,
            may_be_unrelated_trends: term.is_some_and(|term| {
                let shifted = term.p.circular_shift.is_some_and(|p| p > UNUSUAL_WHEN_SHIFTED);
                shifted && term.p.reported.is_some_and(|p| p < SIGNIFICANT)
            }),
            minimum_detectable_ratio: standard_error.and_then(|(se, df)| finite((power(df)? * se).exp())),
            units: self.model.units,
            periods: self.model.periods,
            events: self.model.events,
            rows: self.model.n,
            rows_dropped: self.model.dropped.rows(),
            standard_error,
        }
    }

    /// A headline's answer as a summary, so that the same words say it. What a summary has no word for, a
    /// direction that is unclear and a range that is too wide, is described only; whoever words it looks at
    /// the answer first.
    #[must_use]
    pub fn told(&self, answer: &Answer) -> Summary {
        let verdict = match answer.verdict {
            headline::Verdict::Finding => Verdict::Significant,
            headline::Verdict::EarlySignal => Verdict::EarlySignal,
            headline::Verdict::NoneFound => Verdict::NotSignificant,
            _ if answer.is_shown() => Verdict::Descriptive,
            _ => Verdict::NotEstimable,
        };
        let gate = answer.reasons.iter().find_map(|reason| match reason {
            Reason::Gate(gate) if gate.severity() > Severity::Note => Some(gate.clone()),
            _ => None,
        });
        let is_shown = answer.is_shown();
        let is_tested =
            matches!(verdict, Verdict::Significant | Verdict::EarlySignal | Verdict::NotSignificant);
        Summary {
            step: answer.step,
            rate_ratio: answer.rate_ratio.filter(|_| is_shown),
            interval: answer.rate_ratio_ci.filter(|_| is_shown),
            p: answer.p_holm.filter(|_| is_tested),
            verdict,
            gate,
            minimum_detectable_ratio: None,
            standard_error: None,
            ..self.summary(&answer.predictor, answer.step)
        }
    }

    /// The reported p-value of a predictor, corrected by Holm's method for there being several.
    #[must_use]
    pub fn adjusted_p(&self, predictor: &str) -> Option<f64> {
        let reported: Vec<f64> = self.terms.iter().filter_map(|term| term.p.reported).collect();
        let adjusted = super::multiplicity::holm(&reported);
        let position = self
            .terms
            .iter()
            .filter(|term| term.p.reported.is_some())
            .position(|term| term.name == predictor)?;
        adjusted.get(position).copied()
    }

    fn verdict(&self, term: Option<&Term>, p: Option<f64>, predictor: &str) -> (Verdict, Option<Gate>) {
        let applies = |gate: &&Gate| match gate {
            Gate::LittleVariation { predictor: name, .. } | Gate::NotEstimable { predictor: name, .. } => {
                name == predictor
            }
            _ => true,
        };
        // max_by_key keeps the last of equals, and the strongest gates come first.
        let gate = self.gates.iter().filter(applies).rev().max_by_key(|gate| gate.severity());
        let severity = gate.map_or(Severity::Note, Gate::severity);
        let verdict = match (term, severity, p) {
            (None, ..) | (_, Severity::Closed, _) => Verdict::NotEstimable,
            (_, Severity::Descriptive, _) | (.., None) => Verdict::Descriptive,
            (_, _, Some(p)) if p >= SIGNIFICANT => Verdict::NotSignificant,
            (_, Severity::Early, _) => Verdict::EarlySignal,
            _ => Verdict::Significant,
        };
        (verdict, gate.filter(|gate| gate.severity() > Severity::Note).cloned())
    }
}

impl Summary {
    /// How many periods in all a study like this one would need to find a rate ratio of `ratio` four
    /// times out of five. The standard error shrinks with the square root of the number of periods.
    ///
    /// `None` when `ratio` is 1 or not positive, or there is no standard error.
    #[must_use]
    pub fn periods_needed(&self, ratio: f64) -> Option<f64> {
        let (se, df) = self.standard_error?;
        let wanted = finite(ratio.ln())?.abs();
        if wanted == 0.0 {
            return None;
        }
        let share = power(df)? * se / wanted;
        finite((self.periods as f64 * share * share).ceil())
    }
}

/// Standard errors between "no effect" and an effect found with 80 % power at the two-sided 5 % level
/// (Bloom 1995).
fn power(df: u64) -> Option<f64> {
    Some(t_quantile(0.975, df as f64)? + t_quantile(0.80, df as f64)?)
}
