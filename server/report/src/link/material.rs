//! The link as a report: one document with the answer, the figures behind it, what was left out, and how it was
//! worked out.

use charts::{ChartError, Estimate, Estimates, Signal, Svg, estimates_svg};
use domain::{
    Lang, format,
    text::{t, tv},
};
use stats::link::{
    Lumpiness, Options, Report, Summary,
    headline::{Answer, Headline},
    sensitivity,
};

use super::{Question, answer, panel};
use crate::{
    document::{Document, Head},
    words::{self, NONE, change, number_format},
};

/// How wide figures are drawn.
const WIDTH: u32 = 760;
/// Beyond this a change in per cent has no place on an axis.
const LARGEST_CHANGE: f64 = 1e6;

/// Everything the report is made of.
pub struct Material<'a> {
    /// Language.
    pub lang: Lang,
    /// What was asked.
    pub question: &'a Question,
    /// What came out.
    pub report: &'a Report,
    /// What may be said of it.
    pub headline: &'a Headline,
    /// How it was worked out.
    pub options: &'a Options,
}

impl Material<'_> {
    /// The report as a file.
    ///
    /// # Errors
    /// When numbers have no place on an axis.
    pub fn html(&self) -> Result<String, ChartError> {
        let Question { names, panel, .. } = self.question;
        let title =
            [("predictors", panel.predictors.join(", ").into()), ("count", names.count.as_str().into())];
        let mut document = Document::new(self.lang, &tv(self.lang, "panel-title", &title));
        document.lead(&answer::leading(self.question, self.report, self.headline, self.lang));
        document.say(&self.t("panel-association"));
        document.note(&self.rows());
        let summaries = self.summaries();
        self.estimates(&mut document, &summaries)?;
        self.lags(&mut document)?;
        self.between(&mut document)?;
        self.forecast(&mut document)?;
        self.robustness(&mut document, &summaries);
        self.data(&mut document);
        self.method(&mut document);
        Ok(document.finish())
    }

    pub(super) fn t(&self, id: &str) -> String {
        t(self.lang, id)
    }

    fn summaries(&self) -> Vec<Summary> {
        self.headline.predictors.iter().map(|answer| self.report.told(answer)).collect()
    }

    fn rows(&self) -> String {
        tv(self.lang, "panel-rows-sentence", &answer::rows(self.question, self.report, self.lang))
    }

    pub(super) fn percent(&self, value: f64) -> String {
        words::percent(self.lang, value)
    }

    pub(super) fn range(&self, ends: [f64; 2]) -> String {
        words::range(self.lang, ends)
    }

    pub(super) fn p(&self, p: f64) -> String {
        words::p(self.lang, p)
    }

    pub(super) fn step_name(&self, place: usize) -> String {
        answer::step_name(self.question, place, self.lang)
    }

    /// Estimates under each other; changes of the rate where the scale is not another.
    ///
    /// # Errors
    /// When numbers have no place on an axis.
    pub(super) fn draw(
        &self,
        rows: Vec<Estimate>,
        scale: &str,
        description: String,
    ) -> Result<Svg, ChartError> {
        let figure = Estimates {
            rows,
            none: Some(0.0),
            scale_label: self.t(scale),
            format: number_format(self.lang, 1),
            description,
        };
        estimates_svg(&figure, figure.comfortable_size(WIDTH))
    }

    /// A row for a rate ratio with its interval; without one there is only the name.
    pub(super) fn row(
        &self,
        label: &str,
        ratio: Option<f64>,
        interval: Option<[f64; 2]>,
        finding: bool,
    ) -> Estimate {
        let value = ratio.map(change).filter(|value| value.abs() < LARGEST_CHANGE);
        let interval = interval
            .map(|ends| ends.map(change))
            .filter(|ends| ends.iter().all(|e| e.abs() < LARGEST_CHANGE));
        let written = match (value, interval) {
            (Some(value), Some(ends)) => format!("{} ({})", self.percent(value), self.range(ends)),
            (Some(value), None) => self.percent(value),
            (None, _) => self.t("link-no-estimate"),
        };
        let signal = (finding && value.is_some()).then_some(match value {
            Some(value) if value < 0.0 => Signal::Better,
            _ => Signal::Concern,
        });
        Estimate {
            label: label.to_owned(),
            value,
            interval: interval.map(|[low, high]| (low, high)).filter(|_| value.is_some()),
            signal,
            explanation: format!("{label}: {written}."),
            value_label: written,
            is_apart: false,
        }
    }

    fn estimates(&self, document: &mut Document, summaries: &[Summary]) -> Result<(), ChartError> {
        document.section(&self.t("link-section-estimate"));
        for answer in &self.headline.predictors {
            document.say(&answer::about(self.question, self.report, answer, self.lang));
        }
        if summaries.iter().all(|summary| summary.rate_ratio.is_none()) {
            return Ok(());
        }
        let told = || summaries.iter().zip(&self.headline.predictors).enumerate();
        let rows = told().map(|(place, (summary, answer))| {
            let is_claim = answer.verdict.is_claim();
            self.row(&self.step_name(place), summary.rate_ratio, summary.interval, is_claim)
        });
        let caption = self.t("panel-estimate-sentence");
        document.figure(&self.draw(rows.collect(), "panel-scale", caption.clone())?, &caption);
        let heads = [
            Head::words(self.t("panel-column-predictor")),
            Head::numbers(self.t("panel-column-change")),
            Head::numbers(self.t("link-column-range")),
            Head::numbers(self.t("link-column-p")),
            Head::words(self.t("panel-column-verdict")),
        ];
        let none = || NONE.to_owned();
        let row = |(place, (summary, answer)): (usize, (&Summary, &Answer))| {
            vec![
                self.step_name(place),
                summary.rate_ratio.map_or_else(none, |ratio| self.percent(change(ratio))),
                summary.interval.map_or_else(none, |ends| self.range(ends.map(change))),
                summary.p.map_or_else(none, |p| self.p(p)),
                panel::verdict(self.lang, answer.verdict),
            ]
        };
        let rows: Vec<Vec<String>> = told().map(row).collect();
        document.table(&self.t("panel-estimate-caption"), &heads, &rows);
        Ok(())
    }

    fn robustness(&self, document: &mut Document, summaries: &[Summary]) {
        let lang = self.lang;
        let mut remarks: Vec<String> =
            self.report.gates.iter().map(|gate| panel::limit(lang, gate)).collect();
        if summaries.iter().any(|summary| summary.may_be_unrelated_trends) {
            remarks.push(self.t("link-slow-trends"));
        }
        for term in &self.report.terms {
            let place = self.question.panel.predictors.iter().position(|name| *name == term.name);
            if let Some((unit, place)) = term.influential_unit.as_ref().zip(place) {
                let without = change((unit.estimate_without * self.question.step(place)).exp());
                let values = [
                    ("predictor", term.name.as_str().into()),
                    ("unit", unit.unit.as_str().into()),
                    ("change", self.percent(without).into()),
                ];
                remarks.push(tv(lang, "panel-leaning", &values));
            }
            if let Some(inflation) = term.variance_inflation.filter(|inflation| *inflation > 5.0) {
                let times = format::number(lang, inflation, 1);
                let values = [("predictor", term.name.as_str().into()), ("times", times.into())];
                remarks.push(tv(lang, "panel-inflated", &values));
            }
        }
        remarks.extend(self.report.model.dispersion.map(|dispersion| {
            let id = match Lumpiness::of(dispersion) {
                Lumpiness::AsExpected => "panel-lumpy-as-expected",
                Lumpiness::Lumpy => "panel-lumpy",
                Lumpiness::VeryLumpy => "panel-lumpy-very",
            };
            tv(lang, id, &[("dispersion", format::number(lang, dispersion, 2).into())])
        }));
        remarks
            .extend(sensitivity::sensitivity(&self.question.panel, self.options).map(|found| {
                self.t(if found.is_sensitive { "link-nb2-differs" } else { "link-nb2-agrees" })
            }));
        if remarks.is_empty() {
            return;
        }
        document.section(&self.t("link-section-firm"));
        document.list(remarks);
    }

    fn data(&self, document: &mut Document) {
        let model = &self.report.model;
        document.section(&self.t("link-section-data"));
        document.say(&self.rows());
        let mut rows = vec![vec![self.t("panel-used"), model.n.to_string()]];
        let dropped = panel::dropped(self.lang, &model.dropped);
        rows.extend(dropped.into_iter().map(|(reason, rows)| vec![reason, rows.to_string()]));
        if model.dropped.kept_count_above_exposure > 0 {
            let above = model.dropped.kept_count_above_exposure;
            rows.push(vec![self.t("panel-used-above"), above.to_string()]);
        }
        let heads = [Head::words(self.t("link-column-rows")), Head::numbers(self.t("link-column-number"))];
        document.table(&self.question.names.file, &heads, &rows);
    }

    fn method(&self, document: &mut Document) {
        let Question { names, .. } = self.question;
        document.section(&self.t("link-method-title"));
        let exposure = names.exposure.clone().unwrap_or_else(|| self.t("panel-method-each-row"));
        let rate = [("count", names.count.as_str().into()), ("exposure", exposure.into())];
        let held = panel::held(self.lang, &self.headline.leading.model);
        let mut steps = vec![
            tv(self.lang, "panel-method-rate", &rate),
            panel::window(self.lang, self.options.lags, self.options.period_length),
            panel::time(self.lang, self.report.model.time_effects),
        ];
        steps.extend(held.map(|held| tv(self.lang, "panel-method-held", &[("held", held.into())])));
        steps.extend([
            self.t("panel-method-poisson"),
            self.t("panel-method-range"),
            self.t("panel-method-p"),
            tv(self.lang, "panel-method-seed", &[("seed", self.options.seed.to_string().into())]),
        ]);
        document.list(steps);
    }
}
