//! From numbers to a drawing: words, marks and ticks in the reader's language.

use charts::{Centre, Decimal, Heading, Ink, NumberFormat, Panel, Point, Signal, Tick, ValueRange};
use chrono::Datelike;
use domain::{
    Lang, Resolution, format,
    text::{t, tv},
};
use stats::spc::{Chart, Direction, Rule};

use super::series::{StaffFigure, Trend, TrendPoint};

/// Which direction of a measure is the worrying one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Worry {
    High,
    Low,
}

/// What a signal means for people.
fn meaning(direction: Direction, worry: Worry) -> Signal {
    match (direction, worry) {
        (Direction::High, Worry::High) | (Direction::Low, Worry::Low) => Signal::Concern,
        _ => Signal::Better,
    }
}

/// The figures of the page that carry signals, with their worrying direction.
fn charts_of(trend: &Trend) -> [(&Chart, Worry, &'static str); 3] {
    [
        (&trend.strain, Worry::High, "measure-strain"),
        (&trend.satisfaction, Worry::Low, "measure-satisfaction"),
        (&trend.rate, Worry::High, "measure-complaints"),
    ]
}

/// The trend as the charts crate draws it.
pub(super) fn drawing(trend: &Trend, lang: Lang) -> charts::Trend {
    let mut panels = Vec::new();
    if trend.has_staff {
        let heading = Heading { title: t(lang, "chart-staff"), note: staff_note(trend, lang) };
        panels.push(staff_panel(trend, lang, Some(heading), Ink::Strain));
        panels.push(staff_panel(trend, lang, None, Ink::Satisfaction));
    }
    panels.push(customer_panel(trend, lang));
    charts::Trend {
        panels,
        ticks: ticks(trend, lang),
        annotations: Vec::new(),
        description: super::headline::headline(trend, lang),
    }
}

fn staff_note(trend: &Trend, lang: Lang) -> String {
    let Some(newest) = &trend.newest else { return t(lang, "chart-staff-note") };
    match (newest.response_rate, &newest.turnout) {
        (Some(rate), Some(turnout)) => tv(
            lang,
            "chart-staff-note-turnout",
            &[("rate", rate.into()), ("turnout", turnout.replace('-', "–").into())],
        ),
        _ => t(lang, "chart-staff-note"),
    }
}

fn staff_panel(trend: &Trend, lang: Lang, heading: Option<Heading>, ink: Ink) -> Panel {
    let (chart, worry, label_id, pick): (_, _, _, fn(&TrendPoint) -> StaffFigure) = match ink {
        Ink::Strain => (&trend.strain, Worry::High, "measure-strain", |point| point.strain),
        _ => (&trend.satisfaction, Worry::Low, "measure-satisfaction", |point| point.satisfaction),
    };
    let label = t(lang, label_id);
    let points = trend
        .points
        .iter()
        .zip(&chart.points)
        .map(|(point, limits)| {
            let figure = pick(point);
            let mut drawn = drawn(point, limits, chart, worry, &label, 0, 100.0, figure.is_hidden, lang);
            drawn.is_break = figure.is_break;
            if figure.is_break && drawn.value.is_some() {
                drawn.explanation.push(' ');
                drawn.explanation.push_str(&t(lang, "point-break"));
            }
            drawn
        })
        .collect();
    Panel {
        heading,
        label,
        ink,
        points,
        centre: centre(chart, 0, lang),
        format: number_format(lang, 0),
        range: ValueRange::Within { low: 0.0, high: 100.0 },
        blank: t(
            lang,
            if trend.points.iter().any(|p| pick(p).is_hidden) { "chart-all-hidden" } else { "chart-no-data" },
        ),
    }
}

fn customer_panel(trend: &Trend, lang: Lang) -> Panel {
    let label = t(lang, "measure-complaints");
    let contacts: Vec<i64> = trend.points.iter().filter_map(|p| p.counts).map(|c| c.contacts).collect();
    let typical = contacts.iter().sum::<i64>() as f64 / contacts.len().max(1) as f64;
    let note = tv(
        lang,
        "chart-customers-note",
        &[("contacts", round_figure(typical).into()), ("resolution", trend.resolution.name().into())],
    );
    let points = trend
        .points
        .iter()
        .zip(&trend.rate.points)
        .map(|(point, limits)| {
            drawn(point, limits, &trend.rate, Worry::High, &label, 1, f64::INFINITY, false, lang)
        })
        .collect();
    Panel {
        heading: Some(Heading { title: t(lang, "chart-customers"), note }),
        label,
        ink: Ink::Complaints,
        points,
        centre: centre(&trend.rate, 1, lang),
        format: number_format(lang, 1),
        range: ValueRange::FromZero,
        blank: t(lang, "chart-no-data"),
    }
}

/// Two leading digits: "about 2,100 a week".
fn round_figure(value: f64) -> f64 {
    if value < 100.0 {
        return value.round();
    }
    let unit = 10_f64.powf(value.log10().floor() - 1.0);
    (value / unit).round() * unit
}

pub(crate) fn number_format(lang: Lang, decimals: u8) -> NumberFormat {
    let decimal = match lang {
        Lang::En => Decimal::Point,
        Lang::Nb => Decimal::Comma,
    };
    NumberFormat { decimal, decimals }
}

fn centre(chart: &Chart, decimals: usize, lang: Lang) -> Option<Centre> {
    chart.center.map(|value| Centre {
        value,
        label: tv(lang, "chart-usual", &[("value", format::number(lang, value, decimals).into())]),
    })
}

#[expect(clippy::too_many_arguments, reason = "one call per panel; a struct would only rename the arguments")]
fn drawn(
    point: &TrendPoint,
    limits: &stats::spc::Point,
    chart: &Chart,
    worry: Worry,
    label: &str,
    decimals: usize,
    highest: f64,
    hidden: bool,
    lang: Lang,
) -> Point {
    let number = |value: f64| format::number(lang, value, decimals);
    let period = format::period(lang, point.period);
    let signal = limits.signal;
    let explanation = match limits.value {
        None if hidden => tv(lang, "point-hidden", &[("label", label.into()), ("period", period.into())]),
        None => String::new(),
        Some(value) => {
            let mut text = tv(
                lang,
                "point-value",
                &[("label", label.into()), ("period", period.into()), ("value", number(value).into())],
            );
            if let (Some(usual), Some(low), Some(high)) = (chart.center, limits.lower, limits.upper) {
                text.push(' ');
                text.push_str(&tv(
                    lang,
                    "point-usual",
                    &[
                        ("usual", number(usual).into()),
                        ("low", number(low.max(0.0)).into()),
                        ("high", number(high.min(highest)).into()),
                    ],
                ));
            }
            if let Some(signal) = signal {
                text.push(' ');
                text.push_str(&t(lang, rule_id(signal.rule, signal.direction)));
            }
            text
        }
    };
    Point {
        value: limits.value,
        hidden,
        // A share or score cannot leave its scale, whatever the arithmetic of the limits says.
        limits: limits.lower.zip(limits.upper).map(|(low, high)| (low.max(0.0), high.min(highest))),
        signal: signal.map(|signal| meaning(signal.direction, worry)),
        is_break: false,
        explanation,
    }
}

const fn rule_id(rule: Rule, direction: Direction) -> &'static str {
    match (rule, direction) {
        (Rule::Outside, Direction::High) => "rule-outside-high",
        (Rule::Outside, Direction::Low) => "rule-outside-low",
        (Rule::Trend, Direction::High) => "rule-trend-high",
        (Rule::Trend, Direction::Low) => "rule-trend-low",
        (Rule::NearLimit, Direction::High) => "rule-near-limit-high",
        (Rule::NearLimit, Direction::Low) => "rule-near-limit-low",
        (Rule::Shift, Direction::High) => "rule-shift-high",
        (Rule::Shift, Direction::Low) => "rule-shift-low",
    }
}

/// The marks of a period in words, for the data table.
pub(super) fn marks(trend: &Trend, index: usize, lang: Lang) -> String {
    let marks: Vec<String> = charts_of(trend)
        .into_iter()
        .enumerate()
        .filter(|(place, _)| trend.has_staff || *place == 2)
        .filter_map(|(_, (chart, worry, label_id))| {
            let signal = chart.points.get(index)?.signal?;
            let id = match meaning(signal.direction, worry) {
                Signal::Concern => "mark-concern",
                _ => "mark-better",
            };
            Some(tv(lang, id, &[("label", t(lang, label_id).into())]))
        })
        .collect();
    marks.join(", ")
}

/// How many of the last points in a row carry a signal of this meaning.
pub(super) fn run_at_end(chart: &Chart, concern_is_high: bool, is_concern: bool) -> usize {
    let worry = if concern_is_high { Worry::High } else { Worry::Low };
    let wanted = if is_concern { Signal::Concern } else { Signal::Better };
    chart
        .points
        .iter()
        .rev()
        .skip_while(|point| point.value.is_none())
        .take_while(|point| point.signal.is_some_and(|signal| meaning(signal.direction, worry) == wanted))
        .count()
}

/// A tick where a month begins (a quarter's first, a year's for quarters), thinned by the drawing.
fn ticks(trend: &Trend, lang: Lang) -> Vec<Tick> {
    let mut ticks = Vec::new();
    let mut last = None;
    for (index, point) in trend.points.iter().enumerate() {
        let start = point.period.start();
        let group = match trend.resolution {
            Resolution::Quarter => (start.year(), 0),
            _ => (start.year(), start.month()),
        };
        if last != Some(group) {
            let label = match trend.resolution {
                Resolution::Quarter => start.year().to_string(),
                _ => format::tick(lang, start, last.is_some_and(|(year, _)| year != start.year())),
            };
            ticks.push(Tick { index, label });
            last = Some(group);
        }
    }
    ticks
}
