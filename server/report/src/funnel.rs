//! What is said of a funnel: units side by side, with limits that are wider for smaller units.

use charts::{
    Centre, ChartError, Estimate, Estimates, FunnelLimit, FunnelPoint, Svg, estimates_svg, funnel_svg,
};
use domain::{
    Lang, format,
    text::{t, tv},
};
use serde_json::json;
use stats::{
    rate::{self, Rate},
    spc::{
        Direction, Point,
        funnel::{FEWEST_UNITS, Funnel},
    },
};

use crate::{
    document::{Document, Head},
    spc::{Subject, meaning},
    words::{NONE, apart, decimals, number_format, with_range},
};

/// Points along the curves of the limits.
const CURVE: u32 = 160;

/// With more units than this their names would cover the figure; only those outside keep theirs.
const MOST_NAMES: usize = 12;

/// A unit with what was counted in it.
pub struct Unit {
    /// Its name.
    pub name: String,
    /// Events, where known.
    pub count: Option<f64>,
    /// Exposure, where known.
    pub exposure: Option<f64>,
}

/// A funnel with the units it was drawn from.
pub struct Report {
    /// The funnel, a point for each unit.
    pub funnel: Funnel,
    /// The units.
    pub units: Vec<Unit>,
    /// What it is about.
    pub subject: Subject,
}

/// How many units lie outside their limits; `kind` as in `compare-kind`.
pub fn headline(lang: Lang, kind: &str, outside: usize) -> String {
    tv(lang, "sites-headline", &[("kind", kind.into()), ("count", outside.into())])
}

/// What the limits stand around, and why they are as wide as they are; `kind` as in `compare-kind`, rates shown
/// for so much exposure.
pub fn limits_rest_on(lang: Lang, kind: &str, funnel: &Funnel, per: f64, decimals: u8) -> Vec<String> {
    let number = |rate: f64, decimals: u8| format::number(lang, rate * per, usize::from(decimals));
    let kind = ("kind", kind.into());
    let mut lines = Vec::new();
    if let Some(usual) = funnel.usual.filter(|usual| Some(*usual) != funnel.center) {
        let usual = ("usual", number(usual, decimals).into());
        lines.push(tv(lang, "funnel-usual", &[usual, kind.clone()]));
    }
    if funnel.between > 0.0 {
        let width = ("width", format::number(lang, funnel.width, 2).into());
        let between = ("between", number(funnel.between, decimals + 1).into());
        lines.push(tv(lang, "funnel-wide", &[width, between, kind.clone()]));
    }
    if funnel.reach > 3.0 {
        let reach = ("reach", format::number(lang, funnel.reach, 2).into());
        lines.push(tv(lang, "funnel-reach", &[reach, kind]));
    }
    lines
}

impl Report {
    fn number(&self, rate: f64) -> String {
        format::number(self.subject.lang, rate * self.subject.per, usize::from(self.decimals()))
    }

    fn decimals(&self) -> u8 {
        let rates = self.funnel.points.iter().filter_map(|point| point.value);
        decimals(rates.fold(0.0, f64::max) * self.subject.per)
    }

    /// The rate or share of a unit with its range.
    fn rate(&self, unit: &Unit) -> Option<Rate> {
        let range = if self.funnel.is_share { rate::wilson } else { rate::garwood };
        range(unit.count?, unit.exposure?, 1.0)
    }

    fn with_range(&self, rate: &Rate) -> String {
        with_range(self.subject.lang, rate, self.subject.per, self.decimals())
    }

    /// Where there are no limits: each unit with its range, the highest first.
    fn ranked(&self) -> Vec<(&Unit, Rate)> {
        let mut ranked: Vec<_> =
            self.units.iter().filter_map(|unit| Some((unit, self.rate(unit)?))).collect();
        ranked.sort_by(|(_, one), (_, other)| other.rate.total_cmp(&one.rate));
        ranked
    }

    /// Whether there are so few units that they are listed with their ranges.
    fn is_list(&self) -> bool {
        self.known() < FEWEST_UNITS
    }

    fn known(&self) -> usize {
        self.funnel.points.iter().filter(|point| point.value.is_some()).count()
    }

    /// Units outside the limits, in the order of the file: a funnel does not rank.
    fn outside(&self) -> impl Iterator<Item = (&Unit, &Point)> {
        self.units.iter().zip(&self.funnel.points).filter(|(_, point)| point.signal.is_some())
    }

    fn explain(&self, unit: &Unit, point: &Point) -> String {
        let lang = self.subject.lang;
        let value = point.value.unwrap_or_default();
        let range = match self.rate(unit) {
            Some(rate) => self.with_range(&rate),
            None => self.number(value),
        };
        let (id, limit) = match point.signal.map(|signal| signal.direction) {
            Some(Direction::High) => ("funnel-above", point.upper),
            Some(Direction::Low) => ("funnel-below", point.lower),
            None => return format!("{}: {range}.", unit.name),
        };
        let per = self.subject.per;
        let (short, limit) = apart(lang, value * per, limit.unwrap_or_default() * per, self.decimals());
        let range = if range.starts_with(&format!("{short} ")) { range } else { short };
        let values = [("unit", unit.name.as_str().into()), ("range", range.into()), ("limit", limit.into())];
        tv(lang, id, &values)
    }

    fn basis(&self) -> Vec<String> {
        let lang = self.subject.lang;
        let known = self.known();
        let missing = self.funnel.points.len() - known;
        let counts = [("known", known.to_string().into()), ("missing", missing.to_string().into())];
        let mut lines = vec![tv(lang, "funnel-known", &counts)];
        let Some(center) = self.funnel.center else { return lines };
        if self.funnel.is_share {
            lines.push(t(lang, "funnel-shares"));
        }
        lines.push(tv(lang, "funnel-all", &[("rate", self.number(center).into())]));
        if self.has_limits() {
            lines.extend(limits_rest_on(lang, "unit", &self.funnel, self.subject.per, self.decimals()));
        } else {
            lines.push(tv(lang, "funnel-no-limits", &[("needed", FEWEST_UNITS.to_string().into())]));
        }
        if self.is_list() {
            lines.push(t(lang, "funnel-list"));
        }
        lines
    }

    fn has_limits(&self) -> bool {
        self.funnel.points.iter().any(|point| point.upper.is_some())
    }

    fn verdict(&self) -> String {
        if !self.has_limits() {
            return String::new();
        }
        headline(self.subject.lang, "unit", self.outside().count())
    }

    /// The funnel in plain words, line by line.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.subject.title()];
        lines.extend(self.basis());
        lines.push(self.verdict());
        lines.extend(self.outside().map(|(unit, point)| format!("  {}", self.explain(unit, point))));
        if self.is_list() {
            let line = |(unit, rate): &(&Unit, Rate)| format!("  {}: {}.", unit.name, self.with_range(rate));
            lines.extend(self.ranked().iter().map(line));
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// The funnel's numbers.
    pub fn json(&self) -> serde_json::Value {
        let per = self.subject.per;
        let scaled = |value: Option<f64>| value.map(|value| value * per);
        let units = self.units.iter().zip(&self.funnel.points).zip(&self.funnel.against);
        let units: Vec<_> = units
            .map(|((unit, point), against)| {
                json!({
                    "unit": unit.name, "count": unit.count, "exposure": unit.exposure,
                    "value": scaled(point.value), "lower": scaled(point.lower), "upper": scaled(point.upper),
                    "signal": point.signal,
                    "interval": self.rate(unit).map(|rate| [rate.lower * per, rate.upper * per]),
                    "expected": against.map(|against| against.expected),
                    "tail": against.map(|against| against.tail),
                })
            })
            .collect();
        json!({
            "chart": "funnel", "center": scaled(self.funnel.center), "width": self.funnel.width,
            "usual": scaled(self.funnel.usual), "between": self.funnel.between * per,
            "reach": self.funnel.reach, "shares": self.funnel.is_share, "units": units,
        })
    }

    /// The ranges of a few units, one below the other.
    fn list(&self) -> Result<Svg, ChartError> {
        let per = self.subject.per;
        let rows = self.ranked().into_iter().map(|(unit, rate)| Estimate {
            label: unit.name.clone(),
            value: Some(rate.rate * per),
            interval: Some((rate.lower * per, rate.upper * per)),
            value_label: self.number(rate.rate),
            explanation: format!("{}: {}.", unit.name, self.with_range(&rate)),
            ..Estimate::default()
        });
        let estimates = Estimates {
            rows: rows.collect(),
            none: self.funnel.center.map(|center| center * per),
            scale_label: self.subject.title(),
            format: number_format(self.subject.lang, self.decimals()),
            description: format!("{}.", self.subject.title()),
        };
        estimates_svg(&estimates, estimates.comfortable_size(720))
    }

    /// The funnel as a drawing; of a few units their ranges.
    ///
    /// # Errors
    /// When numbers have no place on an axis.
    pub fn figure(&self) -> Result<Svg, ChartError> {
        if self.is_list() && self.known() > 0 {
            return self.list();
        }
        let (lang, per) = (self.subject.lang, self.subject.per);
        let is_named = |point: &Point| point.signal.is_some() || self.known() <= MOST_NAMES;
        let points = self.units.iter().zip(&self.funnel.points).filter_map(|(unit, point)| {
            Some(FunnelPoint {
                exposure: unit.exposure?,
                value: point.value? * per,
                signal: point.signal.map(|signal| meaning(signal.direction, self.subject.worse)),
                label: is_named(point).then(|| unit.name.clone()),
                explanation: self.explain(unit, point),
            })
        });
        let widest = self.units.iter().filter_map(|unit| unit.exposure).fold(0.0, f64::max);
        let limits = (1..=CURVE).filter_map(|step| {
            // Closer together where the curves are steep.
            let exposure = widest * 1.1 * (f64::from(step) / f64::from(CURVE)).powi(2);
            let (low, high) = self.funnel.limits_at(exposure)?;
            Some(FunnelLimit { exposure, low: low * per, high: high * per })
        });
        let all = |center: f64| tv(lang, "sites-all-together", &[("rate", self.number(center).into())]);
        let figure = charts::Funnel {
            points: points.collect(),
            limits: limits.collect(),
            centre: self.funnel.center.map(|center| Centre { value: center * per, label: all(center) }),
            format: number_format(lang, self.decimals()),
            exposure_format: number_format(lang, 0),
            value_label: self.subject.title(),
            exposure_label: self.subject.exposure.clone().unwrap_or_default(),
            blank: t(lang, "funnel-blank"),
            description: format!("{}. {}", self.subject.title(), self.verdict()).trim().to_owned(),
        };
        funnel_svg(&figure, charts::Funnel::SIZE)
    }

    /// The funnel as a report.
    ///
    /// # Errors
    /// When numbers have no place on an axis.
    pub fn html(&self) -> Result<String, ChartError> {
        let lang = self.subject.lang;
        let mut document = Document::new(lang, &self.subject.title());
        let verdict = self.verdict();
        if !verdict.is_empty() {
            document.lead(&verdict);
        }
        let caption = if self.is_list() { "funnel-caption-list" } else { "funnel-caption" };
        document.figure(&self.figure()?, &t(lang, caption));
        document.list(self.basis());
        if self.outside().next().is_some() {
            document.section(&t(lang, "funnel-section-outside"));
            document.list(self.outside().map(|(unit, point)| self.explain(unit, point)));
        }
        document.section(&t(lang, "spc-section-reading"));
        document.say(&t(lang, "funnel-reading"));
        document.section(&t(lang, "funnel-section-units"));
        let none = || NONE.to_owned();
        let number = |value: Option<f64>| value.map_or_else(none, |value| self.number(value));
        let amount = |value: Option<f64>| value.map_or_else(none, |value| self.subject.amount(value));
        let row = |(unit, point): (&Unit, &Point)| {
            let range = self
                .rate(unit)
                .map(|rate| format!("{}–{}", self.number(rate.lower), self.number(rate.upper)));
            vec![
                unit.name.clone(),
                amount(unit.count),
                amount(unit.exposure),
                number(point.value),
                number(point.lower),
                number(point.upper),
                range.unwrap_or_else(none),
            ]
        };
        let rows: Vec<Vec<String>> = self.units.iter().zip(&self.funnel.points).map(row).collect();
        let heads = [
            Head::words(t(lang, "funnel-column-unit")),
            Head::numbers(self.subject.value.clone()),
            Head::numbers(self.subject.exposure.clone().unwrap_or_default()),
            Head::numbers(t(lang, "funnel-column-rate")),
            Head::numbers(t(lang, "spc-column-lower")),
            Head::numbers(t(lang, "spc-column-upper")),
            Head::numbers(t(lang, "link-column-range")),
        ];
        document.table(&self.subject.title(), &heads, &rows);
        Ok(document.finish())
    }
}
