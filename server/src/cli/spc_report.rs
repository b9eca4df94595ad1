//! A control chart in words, as a figure and as a report.

use charts::{
    Centre, Decimal, Ink, NumberFormat, Panel, Point, Signal, Size, Svg, Tick, Trend, ValueRange, trend_svg,
};
use clap::ValueEnum;
use domain::{Lang, format};
use stats::spc::{Chart, Direction, Kind};

use super::{
    Failure,
    page::Page,
    spc_words::{Facts, basis, explain, is_of_waits, runs_line, verdict},
    stretches::stretches,
    words::pick,
};

/// Which direction of a series is the worrying one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Worse {
    /// More is worse
    Up,
    /// Less is worse
    Down,
}

/// What the chart is about.
pub(super) struct Subject {
    pub(super) lang: Lang,
    pub(super) value: String,
    pub(super) exposure: Option<String>,
    /// Rates are per so much exposure.
    pub(super) per: f64,
    pub(super) worse: Option<Worse>,
    /// One name for each point.
    pub(super) names: Vec<String>,
    /// Whether the points are what lies between events, counted from a series of periods.
    pub(super) is_between: bool,
}

/// What a signal means for people.
pub(super) fn meaning(direction: Direction, worse: Option<Worse>) -> Signal {
    match (direction, worse) {
        (_, None) => Signal::Neutral,
        (Direction::High, Some(Worse::Up)) | (Direction::Low, Some(Worse::Down)) => Signal::Concern,
        _ => Signal::Better,
    }
}

/// Decimals that show a number of this size to about three digits.
pub(super) fn decimals(largest: f64) -> u8 {
    match largest.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        size if size > 0.0 && size < 1e-3 => 6,
        _ => 4,
    }
}

/// Two different numbers with as many decimals as it takes to tell them apart, but no more than four extra.
pub(super) fn apart(lang: Lang, one: f64, other: f64, decimals: u8) -> (String, String) {
    let written = |decimals: u8| {
        let number = |value| format::number(lang, value, usize::from(decimals));
        (number(one), number(other))
    };
    let enough = (decimals..decimals + 4).find(|decimals| {
        let (one, other) = written(*decimals);
        one != other
    });
    written(enough.unwrap_or(decimals))
}

impl Subject {
    /// What is measured: "complaints per 1,000 beds", "beds between complaints".
    pub(super) fn title(&self) -> String {
        match &self.exposure {
            Some(exposure) if self.is_between => {
                format!("{exposure} {} {}", pick(self.lang, "between", "mellom"), self.value)
            }
            _ => self.rate_title(),
        }
    }

    /// The rate behind it: "complaints per 1,000 beds".
    pub(super) fn rate_title(&self) -> String {
        let per = if self.per == 1.0 { String::new() } else { format!("{} ", self.amount(self.per)) };
        match &self.exposure {
            Some(exposure) => format!("{} {} {per}{exposure}", self.value, pick(self.lang, "per", "per")),
            None => self.value.clone(),
        }
    }

    /// A count or an exposure as it stands.
    pub(super) fn amount(&self, value: f64) -> String {
        format::number(self.lang, value, if value.fract() == 0.0 { 0 } else { 2 })
    }

    pub(super) fn number(&self, chart: &Chart, value: f64) -> String {
        format::number(self.lang, value, usize::from(chart_decimals(chart)))
    }

    pub(super) fn name(&self, place: usize) -> &str {
        self.names.get(place).map_or("", String::as_str)
    }
}

pub(super) fn chart_decimals(chart: &Chart) -> u8 {
    decimals(chart.points.iter().filter_map(|point| point.value).fold(0.0, |a: f64, b| a.max(b.abs())))
}

/// The chart in plain words, line by line.
pub(super) fn text(chart: &Chart, facts: &Facts, subject: &Subject) -> Vec<String> {
    let stretches = stretches(chart);
    let mut lines = vec![subject.title()];
    lines.extend(basis(chart, facts, subject));
    lines.push(verdict(chart, stretches.len(), subject.lang));
    lines.extend(stretches.iter().map(|stretch| format!("  {}", explain(stretch, chart, subject))));
    lines.extend(runs_line(facts.runs, subject.lang));
    lines.retain(|line| !line.is_empty());
    lines
}

/// The chart as a drawing.
///
/// # Errors
/// When numbers have no place on an axis.
pub(super) fn figure(chart: &Chart, subject: &Subject) -> Result<Svg, Failure> {
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
    let usual = |center: f64| format!("{} {}", pick(lang, "usual", "vanlig"), subject.number(chart, center));
    let panel = Panel {
        heading: None,
        label: subject.value.clone(),
        ink: Ink::Complaints,
        points: points.collect(),
        centre: chart.center.map(|center| Centre { value: center, label: usual(center) }),
        format: NumberFormat { decimal: decimal(lang), decimals: chart_decimals(chart) },
        range: if chart.kind == Kind::Xmr { ValueRange::Free } else { ValueRange::FromZero },
        blank: pick(lang, "No values", "Ingen verdier").to_owned(),
    };
    let ticks = subject.names.iter().enumerate().map(|(index, name)| Tick { index, label: name.clone() });
    let description =
        format!("{}. {}", subject.title(), verdict(chart, stretches.len(), lang)).trim().to_owned();
    let trend = Trend { panels: vec![panel], ticks: ticks.collect(), annotations: Vec::new(), description };
    let size = trend.comfortable_size(720)?;
    Ok(trend_svg(&trend, Size { height: size.height + 140, ..size })?)
}

/// Decimal point or comma.
pub(super) fn decimal(lang: Lang) -> Decimal {
    match lang {
        Lang::En => Decimal::Point,
        Lang::Nb => Decimal::Comma,
    }
}

/// The chart as a report.
///
/// # Errors
/// When numbers have no place on an axis.
pub(super) fn html(chart: &Chart, facts: &Facts, subject: &Subject) -> Result<String, Failure> {
    let lang = subject.lang;
    let stretches = stretches(chart);
    let mut page = Page::new(lang, &subject.title());
    let verdict = verdict(chart, stretches.len(), lang);
    if !verdict.is_empty() {
        page.lead(&verdict);
    }
    let summary = pick(
        lang,
        "The band shows usual variation, the dotted line the usual level. Triangles, squares and diamonds are signals.",
        "Båndet viser vanlig variasjon, den prikkede linjen det vanlige nivået. Trekanter, firkanter og ruter er signaler.",
    );
    page.figure(&figure(chart, subject)?, summary);
    if !stretches.is_empty() {
        page.section(pick(lang, "Signals", "Signaler"));
        page.list(stretches.iter().map(|stretch| explain(stretch, chart, subject)));
    }
    page.section(pick(lang, "What it rests on", "Hva det bygger på"));
    page.list(basis(chart, facts, subject).into_iter().chain(runs_line(facts.runs, lang)));
    page.section(pick(lang, "How to read it", "Slik leses det"));
    page.say(how_to_read(chart.kind, lang));
    page.section(pick(lang, "All points", "Alle punkter"));
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| subject.number(chart, v));
    let row = |(place, point): (usize, &stats::spc::Point)| {
        let own = stretches.iter().find(|stretch| stretch.explains(place, point));
        vec![
            subject.name(place).to_owned(),
            number(point.value),
            number(point.lower),
            number(point.upper),
            facts.rates.get(place).copied().flatten().map_or_else(
                || "–".to_owned(),
                |rate| {
                    format!(
                        "{}–{}",
                        number(Some(rate.lower * subject.per)),
                        number(Some(rate.upper * subject.per))
                    )
                },
            ),
            own.map(|stretch| explain(stretch, chart, subject)).unwrap_or_default(),
        ]
    };
    let rows: Vec<Vec<String>> = chart.points.iter().enumerate().map(row).collect();
    let heads = [
        pick(lang, "~Period", "~Periode"),
        pick(lang, "Value", "Verdi"),
        pick(lang, "Lower limit", "Nedre grense"),
        pick(lang, "Upper limit", "Øvre grense"),
        pick(lang, "95 % range", "95 %-intervall"),
        pick(lang, "~Signal", "~Signal"),
    ];
    page.table(&subject.title(), &heads, &rows);
    Ok(page.finish())
}

fn how_to_read(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Xmr => pick(
            lang,
            "The limits come from the series itself: three times its own everyday variation around the usual level. A signal says that a stretch is unlikely to be everyday variation; it does not say why.",
            "Grensene kommer fra serien selv: tre ganger dens egen hverdagsvariasjon rundt det vanlige nivået. Et signal sier at en strekning neppe er hverdagsvariasjon; det sier ikke hvorfor.",
        ),
        kind if is_of_waits(kind) => pick(
            lang,
            "Each point is what lay between one event and the one before it; a high point is a long time without. Limits are where one wait in 740 would be as long, or as short, if nothing changed. A signal says that a stretch is unlikely to be everyday variation; it does not say why.",
            "Hvert punkt er det som lå mellom en hendelse og den forrige; et høyt punkt er lang tid uten. Grensene er der én ventetid av 740 ville vært så lang, eller så kort, om ingenting endret seg. Et signal sier at en strekning neppe er hverdagsvariasjon; det sier ikke hvorfor.",
        ),
        _ => pick(
            lang,
            "The limits are exact at any count: where one period in 740 would lie if nothing changed, further out where periods differ by more than chance. A signal says that a stretch is unlikely to be everyday variation; it does not say why.",
            "Grensene er eksakte ved ethvert antall: der én periode av 740 ville ligge om ingenting endret seg, lenger ute der periodene er mer ulike enn tilfeldigheter gjør dem. Et signal sier at en strekning neppe er hverdagsvariasjon; det sier ikke hvorfor.",
        ),
    }
}
