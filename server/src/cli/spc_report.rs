//! A control chart in words, as a figure and as a report.

use charts::{
    Centre, Decimal, Ink, NumberFormat, Panel, Point, Signal, Size, Svg, Tick, Trend, ValueRange, trend_svg,
};
use clap::ValueEnum;
use domain::{Lang, format};
use stats::spc::{Chart, Direction, FEWEST_POINTS, Kind, Rule, anhoej::Runs};

use super::{
    Failure,
    page::Page,
    stretches::{Stretch, stretches},
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
    /// What is measured: "complaints per 1,000 beds".
    pub(super) fn title(&self) -> String {
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

    fn number(&self, chart: &Chart, value: f64) -> String {
        format::number(self.lang, value, usize::from(chart_decimals(chart)))
    }

    fn name(&self, place: usize) -> &str {
        self.names.get(place).map_or("", String::as_str)
    }
}

fn chart_decimals(chart: &Chart) -> u8 {
    decimals(chart.points.iter().filter_map(|point| point.value).fold(0.0, |a: f64, b| a.max(b.abs())))
}

/// One signal in one sentence.
fn explain(stretch: &Stretch, chart: &Chart, subject: &Subject) -> String {
    let lang = subject.lang;
    let high = stretch.direction == Direction::High;
    let (first, last) = (subject.name(stretch.first), subject.name(stretch.last));
    let when = if stretch.first == stretch.last { first.to_owned() } else { format!("{first} – {last}") };
    let marked = stretch.points;
    let what = match stretch.rule {
        Rule::Outside => {
            let point = chart.points.get(stretch.first);
            let value = point.and_then(|point| point.value).unwrap_or_default();
            let limit = point.and_then(|point| if high { point.upper } else { point.lower });
            let (value, limit) = apart(lang, value, limit.unwrap_or_default(), chart_decimals(chart));
            match (lang, high) {
                (Lang::En, true) => format!("{value} is above the upper limit, {limit}"),
                (Lang::En, false) => format!("{value} is below the lower limit, {limit}"),
                (Lang::Nb, true) => format!("{value} ligger over den øvre grensen, {limit}"),
                (Lang::Nb, false) => format!("{value} ligger under den nedre grensen, {limit}"),
            }
        }
        Rule::Trend => match (lang, high) {
            (Lang::En, true) => format!("{marked} points in a row that rise each time"),
            (Lang::En, false) => format!("{marked} points in a row that fall each time"),
            (Lang::Nb, true) => format!("{marked} punkter på rad som stiger hver gang"),
            (Lang::Nb, false) => format!("{marked} punkter på rad som synker hver gang"),
        },
        Rule::NearLimit => match (lang, high) {
            (Lang::En, true) => "near the upper limit, two of three points in a row".to_owned(),
            (Lang::En, false) => "near the lower limit, two of three points in a row".to_owned(),
            (Lang::Nb, true) => "nær den øvre grensen, to av tre punkter på rad".to_owned(),
            (Lang::Nb, false) => "nær den nedre grensen, to av tre punkter på rad".to_owned(),
        },
        Rule::Shift => match (lang, high) {
            (Lang::En, true) => format!("{marked} points in a row above the usual level"),
            (Lang::En, false) => format!("{marked} points in a row below the usual level"),
            (Lang::Nb, true) => {
                format!("{marked} punkter på rad over det vanlige nivået")
            }
            (Lang::Nb, false) => {
                format!("{marked} punkter på rad under det vanlige nivået")
            }
        },
    };
    format!("{when}: {what}.")
}

fn kind_name(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::U => pick(lang, "u chart (events per exposure)", "u-diagram (hendelser per eksponering)"),
        Kind::Laney => pick(
            lang,
            "u′ chart (events per exposure, limits widened)",
            "u′-diagram (hendelser per eksponering, utvidede grenser)",
        ),
        Kind::P => pick(lang, "p chart (shares)", "p-diagram (andeler)"),
        Kind::LaneyP => {
            pick(lang, "p′ chart (shares, limits widened)", "p′-diagram (andeler, utvidede grenser)")
        }
        Kind::Xmr => pick(lang, "XmR chart (single measurements)", "XmR-diagram (enkeltmålinger)"),
    }
}

/// What the chart rests on, in sentences.
fn basis(chart: &Chart, subject: &Subject) -> Vec<String> {
    let lang = subject.lang;
    let known = chart.points.iter().filter(|point| point.value.is_some()).count();
    let gaps = chart.points.len() - known;
    let span = format!("{} – {}", subject.name(0), subject.name(chart.points.len().saturating_sub(1)));
    let mut lines = vec![match lang {
        Lang::En => format!("{}: {known} points, {gaps} gaps, {span}.", kind_name(chart.kind, lang)),
        Lang::Nb => format!("{}: {known} punkter, {gaps} hull, {span}.", kind_name(chart.kind, lang)),
    }];
    let Some(center) = chart.center else {
        lines.push(pick(lang, "There is no point with a value.", "Ingen punkter har en verdi.").to_owned());
        return lines;
    };
    let center = subject.number(chart, center);
    lines.push(match lang {
        Lang::En => format!("The usual level is {center}."),
        Lang::Nb => format!("Det vanlige nivået er {center}."),
    });
    if let Some(sigma) = chart.sigma_z {
        let sigma = format::number(lang, sigma, 2);
        lines.push(match lang {
            Lang::En => format!(
                "The limits are {sigma} times as wide as chance alone would make them (σz), because periods differ from each other."
            ),
            Lang::Nb => format!(
                "Grensene er {sigma} ganger så vide som ren tilfeldighet tilsier (σz), fordi periodene er ulike."
            ),
        });
    }
    if !has_limits(chart) {
        let text = if known < FEWEST_POINTS {
            pick(
                lang,
                "With fewer than 12 points there is a line, but no limits and no signals.",
                "Med færre enn 12 punkter er det en linje, men ingen grenser og ingen signaler.",
            )
        } else {
            pick(
                lang,
                "The points do not vary, so there are no limits and no signals.",
                "Punktene varierer ikke, så det er ingen grenser og ingen signaler.",
            )
        };
        lines.push(text.to_owned());
    } else if chart.provisional {
        let text = pick(
            lang,
            "Provisional limits: they rest on fewer than 20 points and will still move.",
            "Foreløpige grenser: de bygger på færre enn 20 punkter og vil fortsatt flytte seg.",
        );
        lines.push(text.to_owned());
    }
    lines
}

fn has_limits(chart: &Chart) -> bool {
    chart.points.iter().any(|point| point.upper.is_some())
}

/// What the signals amount to, in one sentence.
fn verdict(chart: &Chart, count: usize, lang: Lang) -> String {
    match (has_limits(chart), count, lang) {
        (false, ..) => String::new(),
        (_, 0, Lang::En) => "No signals: everything seen is within everyday variation.".to_owned(),
        (_, 0, Lang::Nb) => "Ingen signaler: alt ligger innenfor hverdagens variasjon.".to_owned(),
        (_, 1, Lang::En) => "One signal: something other than everyday variation is at work.".to_owned(),
        (_, 1, Lang::Nb) => "Ett signal: her er noe annet enn hverdagens variasjon i spill.".to_owned(),
        (_, count, Lang::En) => {
            format!("{count} signals: something other than everyday variation is at work.")
        }
        (_, count, Lang::Nb) => {
            format!("{count} signaler: her er noe annet enn hverdagens variasjon i spill.")
        }
    }
}

fn runs_line(runs: Option<Runs>, lang: Lang) -> Option<String> {
    let Runs { longest, longest_max, crossings, crossings_min, signal, .. } = runs?;
    Some(match (lang, signal) {
        (Lang::En, true) => format!(
            "Runs about the median: not steady. The longest run has {longest} points (up to {longest_max} would be usual) and the median is crossed {crossings} times (at least {crossings_min} would be)."
        ),
        (Lang::En, false) => format!(
            "Runs about the median: steady. The longest run has {longest} points (up to {longest_max} is usual) and the median is crossed {crossings} times (at least {crossings_min} is)."
        ),
        (Lang::Nb, true) => format!(
            "Rekker om medianen: ikke stabilt. Den lengste rekken har {longest} punkter (opptil {longest_max} er vanlig), og medianen krysses {crossings} ganger (minst {crossings_min} er vanlig)."
        ),
        (Lang::Nb, false) => format!(
            "Rekker om medianen: stabilt. Den lengste rekken har {longest} punkter (opptil {longest_max} er vanlig), og medianen krysses {crossings} ganger (minst {crossings_min} er vanlig)."
        ),
    })
}

/// The chart in plain words, line by line.
pub(super) fn text(chart: &Chart, runs: Option<Runs>, subject: &Subject) -> Vec<String> {
    let stretches = stretches(chart);
    let mut lines = vec![subject.title()];
    lines.extend(basis(chart, subject));
    lines.push(verdict(chart, stretches.len(), subject.lang));
    lines.extend(stretches.iter().map(|stretch| format!("  {}", explain(stretch, chart, subject))));
    lines.extend(runs_line(runs, subject.lang));
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
pub(super) fn html(chart: &Chart, runs: Option<Runs>, subject: &Subject) -> Result<String, Failure> {
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
    page.list(basis(chart, subject).into_iter().chain(runs_line(runs, lang)));
    page.section(pick(lang, "How to read it", "Slik leses det"));
    page.say(pick(
        lang,
        "The limits come from the series itself: three times its own everyday variation around the usual level. Where fewer than five events are expected they are exact. A signal says that a stretch is unlikely to be everyday variation; it does not say why.",
        "Grensene kommer fra serien selv: tre ganger dens egen hverdagsvariasjon rundt det vanlige nivået. Der færre enn fem hendelser er ventet, er de eksakte. Et signal sier at en strekning neppe er hverdagsvariasjon; det sier ikke hvorfor.",
    ));
    page.section(pick(lang, "All points", "Alle punkter"));
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| subject.number(chart, v));
    let row = |(place, point): (usize, &stats::spc::Point)| {
        let own = stretches.iter().find(|stretch| stretch.explains(place, point));
        vec![
            subject.name(place).to_owned(),
            number(point.value),
            number(point.lower),
            number(point.upper),
            own.map(|stretch| explain(stretch, chart, subject)).unwrap_or_default(),
        ]
    };
    let rows: Vec<Vec<String>> = chart.points.iter().enumerate().map(row).collect();
    let heads = [
        pick(lang, "~Period", "~Periode"),
        pick(lang, "Value", "Verdi"),
        pick(lang, "Lower limit", "Nedre grense"),
        pick(lang, "Upper limit", "Øvre grense"),
        pick(lang, "~Signal", "~Signal"),
    ];
    page.table(&subject.title(), &heads, &rows);
    Ok(page.finish())
}
