//! The parts of the page about the link: each look at it in words, as a chart and as a table.

mod checks;
mod mind;

use domain::{
    Lang,
    insight::link::{LinkOutcome, Section, Side, Table},
    text::{FluentValue, has, tv},
};
use stats::link::{
    Gate, SimpsonFlag,
    comparison::{Comparison, Slope},
    headline::{Answer, Verdict},
    profile::LagPoint,
    study::{Part, Study},
};

use super::{
    PREDICTORS, STEP,
    draw::{self, Chart, change, changes, of_ratio},
    judged::Judged,
};
use base::Result;
use organisation::Tree;
use report::{
    link::{Words, gate_name, gate_values, nouns, told},
    words::{self, percent, range},
};

/// The level below which a corrected p-value counts as a finding.
const LEVEL: f64 = 0.05;

/// A study and who looks at it.
pub(super) struct Looks<'a> {
    pub(super) lang: Lang,
    /// What is looked for after the staff figures.
    pub(super) outcome: LinkOutcome,
    pub(super) study: &'a Study,
    /// The verdicts.
    pub(super) judged: &'a Judged,
    pub(super) tree: &'a Tree,
    /// Whether single teams may be named.
    pub(super) names_teams: bool,
}

impl Looks<'_> {
    /// All parts that there is something to say about: the picture, what would change our mind, and, folded,
    /// the rest.
    pub(super) fn sections(&self) -> Result<Vec<Section>> {
        let mut sections = Vec::new();
        let mut folded = Vec::new();
        if self.is_tested() {
            sections.extend(self.estimate()?);
            sections.push(self.mind());
            folded.push(self.lags()?);
            folded.extend(self.between()?);
            folded.extend(self.teams()?);
            folded.push(self.forecast());
            folded.extend(self.reverse());
            folded.push(self.firm());
        }
        folded.push(self.data());
        sections.extend(folded.into_iter().map(|section| Section { is_folded: true, ..section }));
        Ok(sections)
    }

    /// The predictor the page leads with.
    fn predictor(&self) -> &str {
        &self.judged.leading().predictor
    }

    fn answers(&self) -> &[Answer] {
        &self.judged.headline.predictors
    }

    /// Whether any figure was tested. What is only described stays out of sight, so that nobody takes it for
    /// a finding.
    fn is_tested(&self) -> bool {
        self.answers().iter().any(|answer| answer.verdict != Verdict::NotEnough)
    }

    /// The chart with this name.
    pub(super) fn chart(&self, name: &str) -> Option<Chart> {
        if !self.is_tested() {
            return None;
        }
        match name {
            "link" => self.estimate_chart(),
            "lags" => self.lags_chart(),
            "comparison" => self.between_chart(),
            "influence" => self.teams_chart(),
            _ => None,
        }
    }

    fn t(&self, id: &str) -> String {
        self.tv(id, &[])
    }

    fn tv(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let all: Vec<_> = nouns(self.lang, self.outcome).into_iter().chain(values.iter().cloned()).collect();
        tv(self.lang, id, &all)
    }

    /// A predictor as a name at the head of something.
    fn name(&self, predictor: &str) -> String {
        self.t(&format!("measure-{predictor}"))
    }

    /// A predictor within a sentence.
    fn word(&self, predictor: &str) -> String {
        self.t(&format!("link-word-{predictor}"))
    }

    fn section(&self, id: &str, text: Vec<String>) -> Section {
        Section {
            id: id.to_owned(),
            title: self.t(&format!("link-section-{id}")),
            text,
            ..Section::default()
        }
    }

    fn heads(&self, ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| self.t(id)).collect()
    }

    /// Why a part is not there.
    fn closed(&self, gate: &Gate) -> String {
        let own = format!("link-closed-{}", gate_name(gate));
        let id = if has(self.lang, &own) { own } else { "link-closed-data".to_owned() };
        self.tv(&id, &gate_values(gate))
    }

    fn estimate_chart(&self) -> Option<Chart> {
        let rows = self.answers().iter().filter(|answer| answer.is_shown()).map(|answer| {
            let value = answer.rate_ratio.and_then(of_ratio);
            let claimed = value.filter(|_| answer.verdict.is_claim());
            let signal = claimed.map(|value| draw::signal(self.outcome, value));
            draw::row(self.lang, &self.name(&answer.predictor), value, ends(answer.rate_ratio_ci), signal)
        });
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty())
            .then(|| Chart::of_rows((self.lang, self.outcome), rows, &self.t("link-estimate-sentence")))
    }

    fn estimate(&self) -> Result<Option<Section>> {
        let words = Words::of_teams(self.lang, STEP, self.outcome);
        let others = self.answers().iter().filter(|answer| answer.predictor != self.predictor());
        let text = others.map(|answer| {
            format!(
                "{}: {}",
                self.name(&answer.predictor),
                told(self.lang, &self.study.report, answer, &words)
            )
        });
        let text = text.collect();
        let Some(chart) = self.estimate_chart() else { return Ok(None) };
        let dash = || words::NONE.to_owned();
        let row = |name: String, ratio: Option<f64>, interval: Option<[f64; 2]>, p: Option<f64>| {
            vec![
                name,
                ratio.and_then(of_ratio).map_or_else(dash, |change| percent(self.lang, change)),
                ends(interval).map_or_else(dash, |ends| range(self.lang, ends)),
                p.map_or_else(dash, |p| words::p(self.lang, p)),
            ]
        };
        let mut rows = Vec::new();
        for answer in self.answers() {
            let name = self.name(&answer.predictor);
            rows.push(row(name.clone(), answer.rate_ratio, answer.rate_ratio_ci, answer.p_holm));
            let simple = self.study.report.summary(&answer.predictor, STEP);
            let name = self.tv("link-estimate-simple", &[("predictor", name.into())]);
            rows.push(row(name, simple.rate_ratio, simple.interval, None));
        }
        let columns = ["link-column-predictor", "link-column-change", "link-column-range", "link-column-p"];
        let caption = self.t("link-estimate-caption");
        let table = Table { caption, columns: self.heads(&columns), rows };
        let figure = Some(chart.figure("link", table)?);
        Ok(Some(Section { figure, ..self.section("estimate", text) }))
    }

    fn lags_chart(&self) -> Option<Chart> {
        let profile = self.study.profile.open()?;
        Some(draw::lags((self.lang, self.outcome), profile, &self.t("link-lags-sentence")))
    }

    fn lags(&self) -> Result<Section> {
        let profile = match &self.study.profile {
            Part::Open(profile) => profile,
            Part::Closed(gate) => return Ok(self.section("lags", vec![self.closed(gate)])),
        };
        let mut text: Vec<String> =
            PREDICTORS.iter().map(|name| self.clearest(name, &profile.points)).collect();
        text.extend(self.orders());
        text.extend(self.spread_out());
        let table = Table {
            caption: self.t("link-lags-caption"),
            columns: self.heads(&[
                "link-column-distance",
                "link-column-predictor",
                "link-column-change",
                "link-column-range",
                "link-column-q",
            ]),
            rows: profile.points.iter().map(|point| self.lag_row(point)).collect(),
        };
        let figure = self.lags_chart().map(|chart| chart.figure("lags", table)).transpose()?;
        Ok(Section { figure, ..self.section("lags", text) })
    }

    fn lag_row(&self, point: &LagPoint) -> Vec<String> {
        let dash = || "–".to_owned();
        vec![
            draw::distance(self.lang, point.lag),
            self.name(&point.predictor),
            change(point.estimate).map_or_else(dash, |change| percent(self.lang, change)),
            point.interval.and_then(changes).map_or_else(dash, |ends| range(self.lang, ends)),
            words::p(self.lang, point.q),
        ]
    }

    /// At which distance a predictor's link is clearest, among lags from 1 on: 0 is never a headline.
    fn clearest(&self, predictor: &str, points: &[LagPoint]) -> String {
        let own = points.iter().filter(|p| p.predictor == predictor && p.lag > 0 && p.q < LEVEL);
        let best = own.max_by(|a, b| a.estimate.abs().total_cmp(&b.estimate.abs()));
        let values = |point: &LagPoint| Some((change(point.estimate)?, point.interval.and_then(changes)?));
        match best.and_then(|point| Some((point, values(point)?))) {
            Some((point, (change, ends))) => self.tv(
                "link-clearest",
                &[
                    ("predictor", self.name(predictor).into()),
                    ("rounds", point.lag.into()),
                    ("change", percent(self.lang, change).into()),
                    ("range", range(self.lang, ends).into()),
                ],
            ),
            None => self.tv("link-clearest-none", &[("predictor", self.name(predictor).into())]),
        }
    }

    /// The effect of a predictor that stays up, where there are data enough to tell.
    fn spread_out(&self) -> Vec<String> {
        match &self.study.distributed {
            Part::Closed(gate) => vec![format!("{} {}", self.t("link-almon-closed"), self.closed(gate))],
            Part::Open(distributed) => {
                let sentence = |effect: &stats::link::almon::DistributedEffect| {
                    let (change, ends) = (change(effect.cumulative)?, changes(effect.cumulative_interval)?);
                    let values = [
                        ("predictor", self.word(&effect.predictor).into()),
                        ("change", percent(self.lang, change).into()),
                        ("range", range(self.lang, ends).into()),
                    ];
                    Some(self.tv("link-almon", &values))
                };
                distributed.effects.iter().filter_map(sentence).collect()
            }
        }
    }

    fn compared(&self) -> Vec<(&'static str, &Comparison)> {
        PREDICTORS.iter().filter_map(|name| Some((*name, self.study.comparison(name)?))).collect()
    }

    fn comparisons(comparison: &Comparison) -> [(&'static str, Slope); 3] {
        [
            ("link-within", comparison.within),
            ("link-between", comparison.between),
            ("link-pooled", comparison.pooled),
        ]
    }

    fn between_chart(&self) -> Option<Chart> {
        let mut rows = Vec::new();
        for (name, comparison) in self.compared() {
            for (place, (id, slope)) in Self::comparisons(comparison).into_iter().enumerate() {
                let label = format!("{}: {}", self.name(name), self.t(id));
                let mut row =
                    draw::row(self.lang, &label, change(slope.estimate), changes(slope.interval), None);
                row.is_apart = place == 0;
                rows.push(row);
            }
        }
        (!rows.is_empty())
            .then(|| Chart::of_rows((self.lang, self.outcome), rows, &self.t("link-between-sentence")))
    }

    fn between(&self) -> Result<Option<Section>> {
        let Some(chart) = self.between_chart() else { return Ok(None) };
        let compared = self.compared();
        let text = compared.iter().map(|(name, comparison)| {
            let id = match comparison.flag {
                SimpsonFlag::Reversal => "link-flag-reversal",
                SimpsonFlag::OppositeSigns => "link-flag-opposite",
                SimpsonFlag::BetweenWithinDiffer => "link-flag-differ",
                SimpsonFlag::Consistent => "link-flag-consistent",
            };
            self.tv(id, &[("predictor", self.name(name).into())])
        });
        let mut text: Vec<String> = text.collect();
        let reversed = compared.iter().find(|(_, comparison)| comparison.flag == SimpsonFlag::Reversal);
        let sides = match reversed {
            Some((name, comparison)) => {
                text.push(self.t("link-reversal-why"));
                [("within", comparison.within), ("pooled", comparison.pooled)]
                    .map(|(side, slope)| self.side(name, side, slope))
                    .to_vec()
            }
            None => Vec::new(),
        };
        let mut rows = Vec::new();
        for (name, comparison) in &compared {
            for (id, slope) in Self::comparisons(comparison) {
                let dash = || "–".to_owned();
                rows.push(vec![
                    format!("{}: {}", self.name(name), self.t(id)),
                    change(slope.estimate).map_or_else(dash, |change| percent(self.lang, change)),
                    changes(slope.interval).map_or_else(dash, |ends| range(self.lang, ends)),
                ]);
            }
        }
        let columns = ["link-column-comparison", "link-column-change", "link-column-range"];
        let caption = self.t("link-between-caption");
        let table = Table { caption, columns: self.heads(&columns), rows };
        let figure = Some(chart.figure("comparison", table)?);
        Ok(Some(Section { figure, sides, ..self.section("between", text) }))
    }

    fn side(&self, predictor: &str, side: &str, slope: Slope) -> Side {
        let way = if slope.estimate > 0.0 { "more" } else { "fewer" };
        let text = format!("link-side-{way}");
        Side {
            title: self.t(&format!("link-side-{side}")),
            value: change(slope.estimate).map_or_else(String::new, |change| percent(self.lang, change)),
            text: self.tv(&text, &[("predictor", self.word(predictor).into())]),
        }
    }
}

/// The changes in per cent that both ends of a range of ratios mean.
fn ends(interval: Option<[f64; 2]>) -> Option<[f64; 2]> {
    let [low, high] = interval?;
    Some([of_ratio(low)?, of_ratio(high)?])
}
