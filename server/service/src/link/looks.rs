//! The parts of the page about the link: each look at it in words, as a chart and as a table.

use domain::{
    Lang, format,
    link::{Section, Side, Table},
    text::{FluentValue, has, t, tv},
};
use stats::{
    link::{
        Gate, Lumpiness, SimpsonFlag, Summary, TimeEffects, Verdict,
        backtest::{Backtest, FEWEST_FORECAST_PERIODS, Rival},
        comparison::{Comparison, Slope},
        multiplicity::holm,
        profile::LagPoint,
        report::InfluentialUnit,
        study::{Direction, Influence, Part, Study},
    },
    panel::sample::Dropped,
};

use super::{
    PREDICTORS, STEP,
    draw::{self, Chart, change, changes, of_ratio, percent, range},
    page::more_months,
    sentence::{Words, gate_name, gate_values, sentence},
};
use crate::{Result, organisation::Tree};

/// The level below which a corrected p-value counts as a finding.
const LEVEL: f64 = 0.05;
/// Teams in the chart of what one team does to the result; the table has more.
const TEAMS_DRAWN: usize = 12;
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
        let words = Words::of_trends(self.lang);
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
                summary.p.map_or_else(dash, |p| draw::p(self.lang, p)),
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
            draw::p(self.lang, point.q),
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

/// Single teams, forecasts, the reverse question and the data.
impl Looks<'_> {
    fn influence(&self) -> Option<&Influence> {
        let own = self.study.influence.iter().find(|influence| influence.predictor == self.predictor)?;
        let is_tested = self.study.report.term(self.predictor)?.p.reported.is_some();
        (is_tested && !own.units.is_empty()).then_some(own)
    }

    /// Teams by name with the change without them. By name: how much a result leans on a team is no rank.
    fn without(&self, most: usize) -> Vec<(String, f64)> {
        let Some(influence) = self.influence() else { return Vec::new() };
        let ids = self.tree.by_external();
        let name = |unit: &InfluentialUnit| {
            let found = ids.get(unit.unit.as_str()).and_then(|id| self.tree.get(*id));
            Some((found?.name.clone(), change(unit.estimate_without)?))
        };
        let mut teams: Vec<(String, f64)> = influence.units.iter().take(most).filter_map(name).collect();
        teams.sort_by(|a, b| a.0.cmp(&b.0));
        teams
    }

    fn teams_chart(&self) -> Option<Chart> {
        let term = self.study.report.term(self.predictor).filter(|_| self.names_teams)?;
        self.influence()?;
        let all = self.t("link-teams-all");
        let interval = term.ci.and_then(changes);
        let mut rows = vec![draw::row(self.lang, &all, change(term.estimate), interval, false)];
        for (place, (name, change)) in self.without(TEAMS_DRAWN).into_iter().enumerate() {
            let label = self.tv("link-teams-without", &[("unit", name.into())]);
            let mut row = draw::row(self.lang, &label, Some(change), None, false);
            row.is_apart = place == 0;
            rows.push(row);
        }
        Some(Chart::of_rows(self.lang, rows, &self.t("link-teams-sentence")))
    }

    fn teams(&self) -> Result<Option<Section>> {
        let Some(influence) = self.influence() else { return Ok(None) };
        let changes: Vec<f64> = influence.units.iter().filter_map(|u| change(u.estimate_without)).collect();
        let ends = changes.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |e, c| (e.0.min(*c), e.1.max(*c)));
        let mut text = vec![self.tv(
            "link-teams-range",
            &[
                ("predictor", self.word(self.predictor).into()),
                ("low", percent(self.lang, ends.0).into()),
                ("high", percent(self.lang, ends.1).into()),
            ],
        )];
        let leans = self.study.report.term(self.predictor).and_then(|term| term.influential_unit.as_ref());
        if let Some((unit, without)) = leans.and_then(|unit| Some((unit, change(unit.estimate_without)?))) {
            let ids = self.tree.by_external();
            let name = ids.get(unit.unit.as_str()).and_then(|id| self.tree.get(*id));
            let without = percent(self.lang, without);
            text.push(match name.filter(|_| self.names_teams) {
                Some(unit) => self.tv(
                    "link-teams-leans",
                    &[("unit", unit.name.as_str().into()), ("change", without.into())],
                ),
                None => self.tv("link-teams-leans-unnamed", &[("change", without.into())]),
            });
        } else {
            text.push(self.t("link-teams-firm"));
        }
        let table = Table {
            caption: self.tv("link-teams-caption", &[("units", influence.of.into())]),
            columns: self.heads(&["link-column-without", "link-column-change"]),
            rows: self
                .without(influence.units.len())
                .into_iter()
                .map(|(name, change)| vec![name, percent(self.lang, change)])
                .collect(),
        };
        let figure = self.teams_chart().map(|chart| chart.figure("influence", table)).transpose()?;
        Ok(Some(Section { figure, ..self.section("teams", text) }))
    }

    fn forecast(&self) -> Section {
        let open: Vec<&Backtest> = self.study.backtests.iter().filter_map(Part::open).collect();
        let Some(nearest) = open.first() else {
            let gate = self.study.backtests.iter().find_map(Part::gate).unwrap_or(&Gate::NoData);
            let text = vec![self.t("link-forecast-how"), self.closed(gate)];
            return self.section("forecast", text);
        };
        let mut text = vec![self.t("link-forecast-how")];
        text.extend(open.iter().map(|backtest| {
            let id = if backtest.is_predictive { "link-forecast-yes" } else { "link-forecast-no" };
            let rounds = ("rounds", FluentValue::from(backtest.periods));
            self.tv(id, &[("horizon", backtest.horizon.into()), rounds])
        }));
        if nearest.periods < FEWEST_FORECAST_PERIODS as u64 {
            let needed = FEWEST_FORECAST_PERIODS as u64;
            let values = [("have", nearest.periods.into()), ("needed", needed.into())];
            text.push(self.tv("link-forecast-short", &values));
        }
        let skill = |backtest: &&Backtest, rival: Rival| {
            let found = backtest.rivals.iter().find(|result| result.rival == rival);
            found.map_or_else(|| "–".to_owned(), |r| percent(self.lang, r.comparison.skill * 100.0))
        };
        let row = |(rival, id): (Rival, &str)| {
            let mut row = vec![self.t(id)];
            row.extend(open.iter().map(|backtest| skill(backtest, rival)));
            row
        };
        let rivals = [
            (Rival::LastFour, "link-rival-last-four"),
            (Rival::LastYear, "link-rival-last-year"),
            (Rival::UnitRate, "link-rival-unit-rate"),
        ];
        let mut columns = vec![self.t("link-column-rival")];
        columns.extend(open.iter().map(|b| self.tv("link-column-skill", &[("horizon", b.horizon.into())])));
        let caption = self.t("link-forecast-caption");
        let table = Table { caption, columns, rows: rivals.into_iter().map(row).collect() };
        let badge = open.iter().all(|backtest| backtest.is_predictive).then(|| self.t("link-predictive"));
        Section { badge, table: Some(table), ..self.section("forecast", text) }
    }

    fn reverse(&self) -> Option<Section> {
        let found = &self.study.reverse;
        let p = holm(&found.iter().map(|reverse| reverse.p).collect::<Vec<_>>());
        let points = |number: f64| draw::signed(self.lang, number, 1, "");
        let mut text = vec![self.t("link-reverse-how")];
        for (reverse, p) in found.iter().zip(p) {
            let id = match (p < LEVEL, reverse.estimate > 0.0) {
                (true, true) => "link-reverse-higher",
                (true, false) => "link-reverse-lower",
                _ => "link-reverse-unclear",
            };
            let values = [
                ("predictor", self.word(&reverse.predictor).into()),
                ("points", format::number(self.lang, reverse.estimate.abs(), 1).into()),
                ("low", points(reverse.interval[0]).into()),
                ("high", points(reverse.interval[1]).into()),
            ];
            text.push(self.tv(id, &values));
        }
        (!found.is_empty()).then(|| self.section("reverse", text))
    }

    fn firm(&self) -> Section {
        let model = &self.study.report.model;
        let mut text = Vec::new();
        if let Some(dispersion) = model.dispersion {
            let id = match Lumpiness::of(dispersion) {
                Lumpiness::AsExpected => "link-lumpy-as-expected",
                Lumpiness::Lumpy => "link-lumpy",
                Lumpiness::VeryLumpy => "link-lumpy-very",
            };
            text.push(self.tv(id, &[("dispersion", format::number(self.lang, dispersion, 1).into())]));
        }
        if let Some(other) = &self.study.sensitivity {
            text.push(self.t(if other.is_sensitive { "link-nb2-differs" } else { "link-nb2-agrees" }));
        }
        text.push(self.t(match model.time_effects {
            TimeEffects::EachPeriod => "link-time-each",
            TimeEffects::SeasonAndTrend => "link-time-season",
            TimeEffects::Trend => "link-time-trend",
            TimeEffects::None => "link-time-none",
        }));
        if self.summaries().iter().any(|summary| summary.may_be_unrelated_trends) {
            text.push(self.t("link-slow-trends"));
        }
        self.section("firm", text)
    }

    fn data(&self) -> Section {
        let model = &self.study.report.model;
        let number = |rows: u64| format::number(self.lang, rows as f64, 0);
        let mut rows = vec![vec![self.t("link-rows-used"), number(model.n)]];
        for (id, count, units) in reasons(&model.dropped) {
            if count > 0 {
                rows.push(vec![self.tv(id, &[("units", units.into())]), number(count)]);
            }
        }
        let mut text = vec![self.tv(
            "link-data-used",
            &[
                ("units", model.units.into()),
                ("periods", model.periods.into()),
                ("events", model.events.into()),
            ],
        )];
        if model.dropped.kept_count_above_exposure > 0 {
            let rows = model.dropped.kept_count_above_exposure;
            text.push(self.tv("link-data-above", &[("rows", rows.into())]));
        }
        let columns = self.heads(&["link-column-rows", "link-column-number"]);
        let table = Some(Table { caption: self.t("link-data-caption"), columns, rows });
        Section { table, ..self.section("data", text) }
    }
}

/// Why rows were left out, with how many, and how many teams or rounds they make up.
const fn reasons(dropped: &Dropped) -> [(&'static str, u64, u64); 7] {
    [
        ("link-dropped-idle", dropped.no_exposure, 0),
        ("link-dropped-without-contacts", dropped.count_without_exposure, 0),
        ("link-dropped-missing", dropped.missing_predictor, 0),
        ("link-dropped-no-complaints", dropped.all_zero_unit, dropped.all_zero_units),
        ("link-dropped-constant", dropped.constant_unit, dropped.constant_units),
        ("link-dropped-period", dropped.all_zero_period, dropped.all_zero_periods),
        ("link-dropped-separated", dropped.separated, 0),
    ]
}
