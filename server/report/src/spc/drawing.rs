//! A control chart as a figure and as a document.

use charts::{Centre, ChartError, Ink, Panel, Point, Size, Svg, Tick, Trend, ValueRange, trend_svg};
use domain::text::{t, tv};
use stats::spc::{Chart, Kind};

use super::{
    Facts, Subject, basis, decimals, meaning,
    sentences::{explain, is_of_waits, runs_line, verdict},
    stretches::stretches,
};
use crate::{
    document::{Document, Head},
    words::{NONE, number_format},
};

/// The chart as a drawing.
///
/// # Errors
/// When numbers have no place on an axis.
pub fn figure(chart: &Chart, subject: &Subject) -> Result<Svg, ChartError> {
    let lang = subject.lang;
    let stretches = stretches(chart);
    let points = chart.points.iter().enumerate().map(|(place, point)| {
        let value = point.value.map(|value| subject.number(chart, value)).unwrap_or_default();
        let own = stretches.iter().find(|stretch| stretch.explains(place, point));
        let mut explanation = format!("{}: {value}.", subject.name(place));
        if let Some(stretch) = own {
            explanation = format!("{explanation} {}", explain(stretch, chart, subject));
        }
        Point {
            value: point.value,
            limits: point.lower.zip(point.upper),
            signal: point.signal.map(|signal| meaning(signal.direction, subject.worse)),
            explanation,
            ..Point::default()
        }
    });
    let usual = |center: f64| tv(lang, "chart-usual", &[("value", subject.number(chart, center).into())]);
    let panel = Panel {
        heading: None,
        label: subject.value.clone(),
        ink: Ink::Complaints,
        points: points.collect(),
        centre: chart.center.map(|center| Centre { value: center, label: usual(center) }),
        format: number_format(lang, decimals(chart)),
        range: if chart.kind == Kind::Xmr { ValueRange::Free } else { ValueRange::FromZero },
        blank: t(lang, "spc-blank"),
    };
    let ticks = subject.names.iter().enumerate().map(|(index, name)| Tick { index, label: name.clone() });
    let description =
        format!("{}. {}", subject.title(), verdict(chart, stretches.len(), lang)).trim().to_owned();
    let trend = Trend { panels: vec![panel], ticks: ticks.collect(), annotations: Vec::new(), description };
    let size = trend.comfortable_size(720)?;
    trend_svg(&trend, Size { height: size.height + 140, ..size })
}

/// The chart as a report.
///
/// # Errors
/// When numbers have no place on an axis.
pub fn html(chart: &Chart, facts: &Facts, subject: &Subject) -> Result<String, ChartError> {
    let lang = subject.lang;
    let stretches = stretches(chart);
    let mut document = Document::new(lang, &subject.title());
    let verdict = verdict(chart, stretches.len(), lang);
    if !verdict.is_empty() {
        document.lead(&verdict);
    }
    document.figure(&figure(chart, subject)?, &t(lang, "spc-caption"));
    if !stretches.is_empty() {
        document.section(&t(lang, "spc-section-signals"));
        document.list(stretches.iter().map(|stretch| explain(stretch, chart, subject)));
    }
    document.section(&t(lang, "spc-section-basis"));
    document.list(basis(chart, facts, subject).into_iter().chain(runs_line(facts.runs, lang)));
    document.section(&t(lang, "spc-section-reading"));
    document.say(&t(lang, how_to_read(chart.kind)));
    document.section(&t(lang, "spc-section-points"));
    let number = |value: Option<f64>| value.map_or_else(|| NONE.to_owned(), |v| subject.number(chart, v));
    let row = |(place, point): (usize, &stats::spc::Point)| {
        let own = stretches.iter().find(|stretch| stretch.explains(place, point));
        let range = facts.rates.get(place).copied().flatten().map(|rate| {
            let end = |end: f64| number(Some(end * subject.per));
            format!("{}–{}", end(rate.lower), end(rate.upper))
        });
        vec![
            subject.name(place).to_owned(),
            number(point.value),
            number(point.lower),
            number(point.upper),
            range.unwrap_or_else(|| NONE.to_owned()),
            own.map(|stretch| explain(stretch, chart, subject)).unwrap_or_default(),
        ]
    };
    let rows: Vec<Vec<String>> = chart.points.iter().enumerate().map(row).collect();
    let heads = [
        Head::words(t(lang, "spc-column-period")),
        Head::numbers(t(lang, "spc-column-value")),
        Head::numbers(t(lang, "spc-column-lower")),
        Head::numbers(t(lang, "spc-column-upper")),
        Head::numbers(t(lang, "link-column-range")),
        Head::words(t(lang, "spc-column-signal")),
    ];
    document.table(&subject.title(), &heads, &rows);
    Ok(document.finish())
}

const fn how_to_read(kind: Kind) -> &'static str {
    match kind {
        Kind::Xmr => "spc-reading-xmr",
        kind if is_of_waits(kind) => "spc-reading-waits",
        _ => "spc-reading-counts",
    }
}
