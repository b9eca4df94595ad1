//! The parts of the page about the link: each look at it in words, as a chart and as a table.

mod checks;

use domain::{
    Lang,
    insight::link::{Section, Side, Table},
    text::{FluentValue, has, t, tv},
};
use stats::link::{
    Gate, SimpsonFlag, Summary, Verdict,
    comparison::{Comparison, Slope},
    profile::LagPoint,
    study::{Direction, Part, Study},
};

use super::{
    PREDICTORS, STEP,
    draw::{self, Chart, change, changes, of_ratio},
    latest::more_months,
};
use base::Result;
use organisation::Tree;
use report::{
    link::{Words, gate_name, gate_values, sentence},
    words::{self, percent, range},
};

/// The level below which a corrected p-value counts as a finding.
const LEVEL: f64 = 0.05;
/// Months beyond which no number is told: nobody plans that far.
const MOST_MONTHS: f64 = 120.0;

/// A study and who looks at it.
pub(super) struct Looks<'a> {
    pub(super) lang: Lang,
    pub(super) study: &'a Study,
    /// The predictor the page leads with.
    pub(super) predictor: &'a str,
    pub(super) tree: &'a Tree,
    /// Whether single teams may be named.
    pub(super) names_teams: bool,
    /// Days that a round lasts.
    pub(super) round_days: i64,
}

impl Looks<'_> {
    /// All parts that there is something to say about.
    pub(super) fn sections(&self) -> Result<Vec<Section>> {
        let mut sections = Vec::new();
        if self.is_tested() {
            sections.extend(self.estimate()?);
            sections.push(self.lags()?);
            sections.extend(self.between()?);
            sections.extend(self.teams()?);
            sections.push(self.forecast());
            sections.extend(self.reverse());
            sections.push(self.firm());
        }
        sections.push(self.data());
        Ok(sections)
    }

    /// Whether any figure was tested. What is only described stays out of sight, so that nobody takes it for
    /// a finding.
    fn is_tested(&self) -> bool {
        let is_tested = |s: &Summary| !matches!(s.verdict, Verdict::Descriptive | Verdict::NotEstimable);
        self.summaries().iter().any(is_tested)
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
        t(self.lang, id)
    }

    fn tv(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        tv(self.lang, id, values)
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

    fn summaries(&self) -> [Summary; 2] {
        PREDICTORS.map(|predictor| self.study.report.summary(predictor, STEP))
    }

    fn estimate_chart(&self) -> Option<Chart> {
        let summaries = self.summaries();
        let rows = summaries.iter().filter(|summary| summary.rate_ratio.is_some()).map(|summary| {
            let interval = summary.interval.and_then(|[low, high]| Some([of_ratio(low)?, of_ratio(high)?]));
            let is_finding = matches!(summary.verdict, Verdict::Significant | Verdict::EarlySignal);
            let value = summary.rate_ratio.and_then(of_ratio);
            draw::row(self.lang, &self.name(&summary.predictor), value, interval, is_finding)
        });
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty()).then(|| Chart::of_rows(self.lang, rows, &self.t("link-estimate-sentence")))
    }

    fn estimate(&self) -> Result<Option<Section>> {
        let summaries = self.summaries();
        let mut text = Vec::new();
        let words = Words::of_teams(self.lang, STEP);
        for summary in &summaries {
            if summary.predictor != self.predictor {
                text.push(sentence(self.lang, summary, &words));
            }
            if summary.verdict == Verdict::NotSignificant
                && let Some(months) = more_months(summary, self.round_days)
            {
                let id = if months > MOST_MONTHS { "link-more-years" } else { "link-more-months" };
                let predictor = self.word(&summary.predictor);
                text.push(self.tv(id, &[("predictor", predictor.into()), ("months", months.into())]));
            }
        }
        let Some(chart) = self.estimate_chart() else { return Ok(None) };
        let dash = || "–".to_owned();
        let row = |summary: &Summary| {
            let ratio = |ratio: Option<f64>| {
                ratio.and_then(of_ratio).map_or_else(dash, |change| percent(self.lang, change))
            };
            let ends = summary.interval.and_then(|[low, high]| Some([of_ratio(low)?, of_ratio(high)?]));
            vec![
                self.name(&summary.predictor),
                ratio(summary.rate_ratio),
                ends.map_or_else(dash, |ends| range(self.lang, ends)),
                summary.p.map_or_else(dash, |p| words::p(self.lang, p)),
                ratio(summary.minimum_detectable_ratio),
            ]
        };
        let columns = [
            "link-column-predictor",
            "link-column-change",
            "link-column-range",
            "link-column-p",
            "link-column-seen",
        ];
        let table = Table {
            caption: self.t("link-estimate-caption"),
            columns: self.heads(&columns),
            rows: summaries.iter().map(row).collect(),
        };
        let figure = Some(chart.figure("link", table)?);
        Ok(Some(Section { figure, ..self.section("estimate", text) }))
    }

    fn lags_chart(&self) -> Option<Chart> {
        let profile = self.study.profile.open()?;
        Some(draw::lags(self.lang, profile, &self.t("link-lags-sentence")))
    }

    fn lags(&self) -> Result<Section> {
        let profile = match &self.study.profile {
            Part::Open(profile) => profile,
            Part::Closed(gate) => return Ok(self.section("lags", vec![self.closed(gate)])),
        };
        let mut text: Vec<String> =
            PREDICTORS.iter().map(|name| self.clearest(name, &profile.points)).collect();
        text.extend(PREDICTORS.iter().filter_map(|name| self.direction(name)));
        if PREDICTORS.iter().all(|name| self.study.direction(name) == Direction::NothingAgainst) {
            text.push(self.t("link-direction-nothing-against"));
        }
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

    fn direction(&self, predictor: &str) -> Option<String> {
        match self.study.direction(predictor) {
            Direction::Unclear { lead } => Some(self.tv(
                "link-direction-unclear",
                &[("predictor", self.word(predictor).into()), ("rounds", lead.unsigned_abs().into())],
            )),
            Direction::NothingAgainst | Direction::Untested => None,
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
                    draw::row(self.lang, &label, change(slope.estimate), changes(slope.interval), false);
                row.is_apart = place == 0;
                rows.push(row);
            }
        }
        (!rows.is_empty()).then(|| Chart::of_rows(self.lang, rows, &self.t("link-between-sentence")))
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
