//! Whether the result can be leaned on: single teams, forecasts, the reverse question, lumpiness and the data.

use domain::{
    format,
    insight::link::{Section, Table},
    text::FluentValue,
};
use stats::{
    link::{
        Gate, Lumpiness, TimeEffects,
        backtest::{Backtest, FEWEST_FORECAST_PERIODS, Rival},
        multiplicity::holm,
        report::InfluentialUnit,
        study::{Influence, Part},
    },
    panel::sample::Dropped,
};

use super::{
    super::draw::{self, Chart, change, changes},
    Looks,
};
use base::Result;
use report::words::{percent, signed};

/// The level below which a corrected p-value counts as a finding.
const LEVEL: f64 = 0.05;
/// Teams in the chart of what one team does to the result; the table has more.
const TEAMS_DRAWN: usize = 12;
impl Looks<'_> {
    fn influence(&self) -> Option<&Influence> {
        let own = self.study.influence.iter().find(|influence| influence.predictor == self.predictor())?;
        let is_tested = self.study.report.term(self.predictor())?.p.reported.is_some();
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

    pub(super) fn teams_chart(&self) -> Option<Chart> {
        let term = self.study.report.term(self.predictor()).filter(|_| self.names_teams)?;
        self.influence()?;
        let all = self.t("link-teams-all");
        let interval = term.ci.and_then(changes);
        let mut rows = vec![draw::row(self.lang, &all, change(term.estimate), interval, None)];
        for (place, (name, change)) in self.without(TEAMS_DRAWN).into_iter().enumerate() {
            let label = self.tv("link-teams-without", &[("unit", name.into())]);
            let mut row = draw::row(self.lang, &label, Some(change), None, None);
            row.is_apart = place == 0;
            rows.push(row);
        }
        Some(Chart::of_rows((self.lang, self.outcome), rows, &self.t("link-teams-sentence")))
    }

    pub(super) fn teams(&self) -> Result<Option<Section>> {
        let Some(influence) = self.influence() else { return Ok(None) };
        let changes: Vec<f64> = influence.units.iter().filter_map(|u| change(u.estimate_without)).collect();
        let ends = changes.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |e, c| (e.0.min(*c), e.1.max(*c)));
        let mut text = vec![self.tv(
            "link-teams-range",
            &[
                ("predictor", self.word(self.predictor()).into()),
                ("low", percent(self.lang, ends.0).into()),
                ("high", percent(self.lang, ends.1).into()),
            ],
        )];
        let leans = self.study.report.term(self.predictor()).and_then(|term| term.influential_unit.as_ref());
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

    pub(super) fn forecast(&self) -> Section {
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

    pub(super) fn reverse(&self) -> Option<Section> {
        let found = &self.study.reverse;
        let p = holm(&found.iter().map(|reverse| reverse.p).collect::<Vec<_>>());
        let points = |number: f64| signed(self.lang, number, 1, "");
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

    pub(super) fn firm(&self) -> Section {
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
        if self.judged.summary().may_be_unrelated_trends {
            text.push(self.t("link-slow-trends"));
        }
        self.section("firm", text)
    }

    pub(super) fn data(&self) -> Section {
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
