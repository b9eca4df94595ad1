//! Three figures of the report on the link: when, between and within, and whether it helps to forecast.

use charts::{ChartError, Estimate};
use domain::{format, text::tv};
use stats::link::{
    accuracy::Accuracy,
    backtest::{self, Backtest, RivalResult},
    comparison::{self, Slope},
    headline::direction,
    profile::{self, Profile},
    reverse,
};

use super::{material::Material, panel};
use crate::{
    document::{Document, Head},
    words::{NONE, change},
};

impl Material<'_> {
    /// When, and which comes first: every distance in time by itself, with the checks.
    ///
    /// # Errors
    /// When numbers have no place on an axis.
    pub(super) fn lags(&self, document: &mut Document) -> Result<(), ChartError> {
        let table = &self.question.panel;
        let Ok(Profile { points, gates, .. }) = profile::profile(table, self.options) else {
            return Ok(());
        };
        document.section(&self.t("panel-section-lags"));
        if !gates.is_empty() {
            document.list(gates.iter().map(|gate| panel::limit(self.lang, gate)));
        }
        let length = self.options.period_length;
        for (place, name) in table.predictors.iter().enumerate() {
            let own: Vec<_> = points.iter().filter(|point| point.predictor == *name).collect();
            if own.is_empty() {
                continue;
            }
            let step = self.question.step(place);
            let mut rows = Vec::new();
            let mut cells = Vec::new();
            for point in &own {
                let when = panel::lag(self.lang, point.lag, length);
                let ratio = (point.estimate * step).exp();
                let ends = point.interval.map(|ends| ends.map(|end| (end * step).exp()));
                let mut row = self.row(&when, Some(ratio), ends, point.lag > 0 && point.q < 0.05);
                row.is_apart = matches!(point.lag, 0 | 1);
                let interval = ends.map_or_else(|| NONE.to_owned(), |ends| self.range(ends.map(change)));
                cells.push(vec![when, self.percent(change(ratio)), interval, self.p(point.q)]);
                rows.push(row);
            }
            document.part(&self.step_name(place));
            let caption = self.t("panel-lags-sentence");
            document.figure(&self.draw(rows, "panel-scale", format!("{name}. {caption}"))?, &caption);
            let heads = [
                Head::words(self.t("panel-column-measured")),
                Head::numbers(self.t("panel-column-change")),
                Head::numbers(self.t("link-column-range")),
                Head::numbers(self.t("link-column-q")),
            ];
            document.table(&self.t("panel-lags-caption"), &heads, &cells);
            let answer = self.headline.predictors.get(place).map(|answer| answer.direction.answer);
            if answer == Some(direction::Answer::Unclear) {
                document.say(&self.t("panel-direction-unclear"));
            }
            self.turned_around(document, place, name);
        }
        Ok(())
    }

    /// The question turned around, in one sentence.
    fn turned_around(&self, document: &mut Document, place: usize, name: &str) {
        let Ok(Some(found)) = reverse::reverse(&self.question.panel, self.options, place) else { return };
        let number = |value: f64| format::number(self.lang, value, 2).into();
        let values = [
            ("predictor", name.into()),
            ("estimate", number(found.estimate)),
            ("low", number(found.interval[0])),
            ("high", number(found.interval[1])),
        ];
        document.say(&tv(self.lang, "panel-reverse", &values));
    }

    /// Units with each other and with themselves.
    ///
    /// # Errors
    /// When numbers have no place on an axis.
    pub(super) fn between(&self, document: &mut Document) -> Result<(), ChartError> {
        let table = &self.question.panel;
        let mut has_begun = false;
        for place in 0..table.predictors.len() {
            let Some(found) = comparison::compare(table, self.options, place) else { continue };
            if !has_begun {
                has_begun = true;
                document.section(&self.t("panel-section-between"));
            }
            let step = self.question.step(place);
            let scaled =
                |slope: Slope| ((slope.estimate * step).exp(), slope.interval.map(|end| (end * step).exp()));
            let comparisons = [
                ("panel-between-pooled", found.pooled, false),
                ("panel-between-units", found.between, false),
                ("panel-between-within", found.within, true),
            ];
            let mut rows = Vec::new();
            let mut cells = Vec::new();
            for (id, slope, is_answer) in comparisons {
                let label = self.t(id);
                let (ratio, ends) = scaled(slope);
                let excludes_none = slope.interval[0] * slope.interval[1] > 0.0;
                rows.push(self.row(&label, Some(ratio), Some(ends), is_answer && excludes_none));
                cells.push(vec![label, self.percent(change(ratio)), self.range(ends.map(change))]);
            }
            document.part(&self.step_name(place));
            let verdict = panel::flag(self.lang, found.flag);
            document.figure(&self.draw(rows, "panel-scale", verdict.clone())?, &verdict);
            let heads = [
                Head::words(self.t("link-column-comparison")),
                Head::numbers(self.t("panel-column-change")),
                Head::numbers(self.t("link-column-range")),
            ];
            document.table(&self.t("panel-between-caption"), &heads, &cells);
        }
        Ok(())
    }

    /// Whether the predictors help to forecast what was not yet known.
    ///
    /// # Errors
    /// When numbers have no place on an axis.
    pub(super) fn forecast(&self, document: &mut Document) -> Result<(), ChartError> {
        document.section(&self.t("panel-section-forecast"));
        let mut has_any = false;
        for horizon in [1, 4] {
            let Ok(found) = backtest::backtest(&self.question.panel, self.options, horizon) else { continue };
            if found.staff.is_some() && !found.rivals.is_empty() {
                has_any = true;
                self.one_forecast(document, horizon, &found)?;
            }
        }
        if !has_any {
            let training = self.options.period_length.training() + backtest::LONGEST_HORIZON;
            let values = [("training", training.to_string().into())];
            document.say(&tv(self.lang, "panel-forecast-short", &values));
        }
        Ok(())
    }

    fn one_forecast(
        &self,
        document: &mut Document,
        horizon: u32,
        found: &Backtest,
    ) -> Result<(), ChartError> {
        let lang = self.lang;
        document.part(&tv(lang, "panel-forecast-ahead", &[("horizon", horizon.into())]));
        let id = if found.is_predictive { "panel-forecast-yes" } else { "panel-forecast-no" };
        let summary = tv(lang, id, &[("forecasts", found.n_forecasts.to_string().into())]);
        let rows = found.rivals.iter().map(|rival| {
            let skill = 100.0 * rival.comparison.skill;
            let label = panel::rival(lang, rival.rival);
            Estimate {
                value: Some(skill).filter(|skill| skill.abs() < 1e6),
                value_label: self.percent(skill),
                explanation: format!("{label}: {}.", self.percent(skill)),
                label,
                ..Estimate::default()
            }
        });
        document.figure(&self.draw(rows.collect(), "panel-forecast-scale", summary.clone())?, &summary);
        let heads = [
            Head::words(self.t("panel-column-forecast")),
            Head::numbers(self.t("panel-column-deviance")),
            Head::numbers(self.t("panel-column-error")),
            Head::numbers(self.t("panel-column-scaled")),
            Head::numbers(self.t("panel-column-saved")),
            Head::numbers(self.t("link-column-p")),
        ];
        document.table(&self.t("panel-forecast-caption"), &heads, &self.accuracies(found));
        if !found.gates.is_empty() {
            document.list(found.gates.iter().map(|gate| panel::limit(lang, gate)));
        }
        Ok(())
    }

    /// How far each forecast was off.
    fn accuracies(&self, found: &Backtest) -> Vec<Vec<String>> {
        let none = || NONE.to_owned();
        let number = |value: f64, decimals| format::number(self.lang, value, decimals);
        let cells = |label: String, own: &Accuracy, saved: String, p: String| {
            let scaled = own.scaled_error.map_or_else(none, |error| number(error, 2));
            vec![label, number(own.mean_deviance, 3), number(own.mean_absolute_error, 4), scaled, saved, p]
        };
        let staff = found.staff.iter().map(|own| cells(self.t("panel-forecast-with"), own, none(), none()));
        let rivals = found.rivals.iter().map(|rival: &RivalResult| {
            let saved = self.percent(100.0 * rival.comparison.skill);
            let p = rival.comparison.p.map_or_else(none, |p| self.p(p));
            cells(panel::rival(self.lang, rival.rival), &rival.accuracy, saved, p)
        });
        staff.chain(rivals).collect()
    }
}
