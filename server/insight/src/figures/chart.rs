//! From numbers to a drawing: words, marks and ticks in the reader's language.

use charts::{Centre, Decimal, Heading, Ink, NumberFormat, Panel, Point, Signal, Tick, ValueRange};
use chrono::Datelike;
use domain::{
    Lang, Resolution, format,
    insight::{figures::Measure, notes::AxisEntry, signal::SignalState},
    staff::bank::Item,
    text::{t, tv},
};
use stats::spc::{Anew, Direction, Rule};

use super::{
    customers::CustomerSeries,
    series::{Flagged, Measured, Trend, TrendPoint},
};

/// What points and flags of a drawing lead to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Links {
    /// Staff figures to the rows of the table on the same page.
    pub(super) to_rows: bool,
    /// Complaints to their cases.
    pub(super) to_cases: bool,
    /// Flags to where the notes are kept.
    pub(super) to_notes: bool,
}

/// Which direction of a measure is the worrying one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Worry {
    High,
    Low,
    /// Neither: having too little to do may be good or bad.
    Neither,
}

impl Worry {
    pub(super) const fn of(measure: Measure) -> Self {
        match measure {
            Measure::Strain | Measure::Overloaded => Self::High,
            Measure::Underloaded | Measure::ResponseRate => Self::Neither,
            Measure::Score(_) => Self::Low,
        }
    }
}

/// What a signal means for people.
fn meaning(direction: Direction, worry: Worry) -> Signal {
    match (direction, worry) {
        (_, Worry::Neither) => Signal::Neutral,
        (Direction::High, Worry::High) | (Direction::Low, Worry::Low) => Signal::Concern,
        _ => Signal::Better,
    }
}

/// What a point's mark says.
pub(super) fn state_at(point: &stats::spc::Point, worry: Worry) -> SignalState {
    match point.signal.map(|signal| meaning(signal.direction, worry)) {
        Some(Signal::Concern) => SignalState::Concern,
        Some(Signal::Better) => SignalState::Better,
        Some(Signal::Neutral) | None => SignalState::None,
    }
}

/// What a panel is drawn from, beside its points.
struct Drawn<'t> {
    series: &'t Anew,
    worry: Worry,
    label: &'t str,
    decimals: u8,
    /// The end of the scale.
    highest: f64,
}

/// The trend as the charts crate draws it. With `links`, points lead to what is behind them.
pub(super) fn drawing(trend: &Trend, links: Links, lang: Lang) -> charts::Trend {
    let mut panels = Vec::new();
    if trend.has_staff {
        let inks = inks(&trend.measures);
        let staff = trend.measures.iter().zip(inks).enumerate();
        panels.extend(
            staff.map(|(place, (measured, ink))| staff_panel(trend, place, measured, ink, links, lang)),
        );
    }
    panels.push(customer_panel(trend, links, lang));
    panels.extend(trend.customers.as_ref().map(|shown| beside_panel(trend, shown, links, lang)));
    charts::Trend {
        panels,
        ticks: ticks(trend, lang),
        annotations: trend.flags.iter().map(|flag| annotation(flag, links)).collect(),
        description: super::headline::headline(trend, lang),
    }
}

/// Strain and satisfaction keep their colours; others take what is left.
fn inks(measures: &[Measured]) -> Vec<Ink> {
    let own = |measure: Measure| match measure {
        Measure::Strain => Some(Ink::Strain),
        Measure::Score(Item::C2) => Some(Ink::Satisfaction),
        _ => None,
    };
    let mut free = vec![Ink::Strain, Ink::Satisfaction, Ink::Other];
    free.retain(|ink| measures.iter().all(|measured| own(measured.measure) != Some(*ink)));
    measures
        .iter()
        .map(|measured| own(measured.measure).or_else(|| free.pop()).unwrap_or(Ink::Other))
        .collect()
}

fn annotation(flag: &Flagged, links: Links) -> charts::Annotation {
    let AxisEntry { kind, days, label, detail, .. } = &flag.entry;
    charts::Annotation {
        index: flag.from,
        until: flag.until,
        label: label.clone(),
        explanation: format!("{kind}, {days}: {label}. {detail}").trim_end().to_owned(),
        href: links.to_notes.then(|| flag.entry.href.clone()),
    }
}

fn staff_note(trend: &Trend, lang: Lang) -> String {
    let Some(newest) = &trend.newest else { return t(lang, "chart-staff-note") };
    match (newest.response, &newest.turnout) {
        (Some((rate, _)), Some(turnout)) => tv(
            lang,
            "chart-staff-note-turnout",
            &[("rate", rate.into()), ("turnout", turnout.replace('-', "–").into())],
        ),
        (Some((low, high)), None) => {
            tv(lang, "chart-staff-note-response", &[("low", low.into()), ("high", high.into())])
        }
        (None, _) => t(lang, "chart-staff-note"),
    }
}

/// Beyond this many characters a measure's name stands above its panel: there is no room at its side.
const LONGEST_BESIDE: usize = 16;

fn staff_panel(
    trend: &Trend,
    place: usize,
    measured: &Measured,
    ink: Ink,
    links: Links,
    lang: Lang,
) -> Panel {
    let is_beside = measured.label.chars().count() <= LONGEST_BESIDE;
    let is_in_turn = matches!(measured.measure, Measure::Score(item) if Item::ROTATING.contains(&item));
    let mut notes = Vec::new();
    notes.extend(is_in_turn.then(|| t(lang, "chart-in-turn")));
    notes.extend((place == 0).then(|| staff_note(trend, lang)));
    let title = if is_beside { t(lang, "chart-staff") } else { measured.label.clone() };
    let heading =
        (place == 0 || !is_beside || is_in_turn).then(|| Heading { title, note: notes.join(" · ") });
    let drawn = Drawn {
        series: &measured.series,
        worry: Worry::of(measured.measure),
        label: &measured.label,
        decimals: 0,
        highest: 100.0,
    };
    let is_rebased = rebased(trend);
    let points = trend.points.iter().enumerate().map(|(index, point)| {
        let figure = point.staff[place];
        let mut shown = drawn.point(point, index, figure.is_hidden, lang);
        shown.is_break = figure.is_break;
        shown.is_rebased = is_rebased(index);
        if figure.is_break && shown.value.is_some() {
            shown.explanation.push(' ');
            shown.explanation.push_str(&t(lang, "point-break"));
        }
        shown.href = links.to_rows.then(|| format!("#{}", anchor(point)));
        shown
    });
    let is_any_hidden = trend.points.iter().any(|point| point.staff[place].is_hidden);
    Panel {
        heading,
        label: if is_beside { measured.label.clone() } else { String::new() },
        ink,
        points: points.collect(),
        centre: centre(&measured.series, 0, lang),
        format: number_format(lang, 0),
        range: ValueRange::Within { low: 0.0, high: 100.0 },
        blank: t(lang, if is_any_hidden { "chart-all-hidden" } else { "chart-no-data" }),
    }
}

fn customer_panel(trend: &Trend, links: Links, lang: Lang) -> Panel {
    let label = t(lang, "measure-complaints");
    let contacts: Vec<i64> = trend.points.iter().filter_map(|p| p.counts).map(|c| c.contacts).collect();
    let typical = contacts.iter().sum::<i64>() as f64 / contacts.len().max(1) as f64;
    let note = tv(
        lang,
        "chart-customers-note",
        &[("contacts", round_figure(typical).into()), ("resolution", trend.resolution.name().into())],
    );
    let drawn =
        Drawn { series: &trend.rate, worry: Worry::High, label: &label, decimals: 1, highest: f64::INFINITY };
    let is_rebased = rebased(trend);
    let points = trend.points.iter().enumerate().map(|(index, point)| charts::Point {
        is_rebased: is_rebased(index),
        href: cases(trend, point, links),
        ..drawn.point(point, index, false, lang)
    });
    let points = points.collect();
    Panel {
        heading: Some(Heading { title: t(lang, "chart-customers"), note }),
        ink: Ink::Complaints,
        points,
        centre: centre(&trend.rate, 1, lang),
        format: number_format(lang, 1),
        range: ValueRange::FromZero,
        blank: t(lang, "chart-no-data"),
        label,
    }
}

/// What else customers say, below their complaints.
fn beside_panel(trend: &Trend, shown: &CustomerSeries, links: Links, lang: Lang) -> Panel {
    let (decimals, highest, range) = match shown.measure.is_share() {
        true => (0, 100.0, ValueRange::Within { low: 0.0, high: 100.0 }),
        false => (1, f64::INFINITY, ValueRange::FromZero),
    };
    let drawn = Drawn { series: &shown.series, worry: Worry::Low, label: &shown.label, decimals, highest };
    let is_rebased = rebased(trend);
    let points = trend.points.iter().enumerate().map(|(index, point)| charts::Point {
        is_rebased: is_rebased(index),
        href: links.to_rows.then(|| format!("#{}", anchor(point))),
        ..drawn.point(point, index, false, lang)
    });
    let note = t(lang, &format!("chart-note-{}", shown.measure.name()));
    Panel {
        heading: Some(Heading { title: shown.label.clone(), note }),
        ink: Ink::Other,
        points: points.collect(),
        centre: centre(&shown.series, usize::from(decimals), lang),
        format: number_format(lang, decimals),
        range,
        blank: t(lang, "chart-no-data"),
        label: String::new(),
    }
}

/// Whether limits are computed anew from a point on.
fn rebased(trend: &Trend) -> impl Fn(usize) -> bool {
    |index| trend.flags.iter().any(|flag| flag.is_baseline && flag.from == index)
}

/// The id of a point's row in the table.
pub(super) fn anchor(point: &TrendPoint) -> String {
    format!("row{}", point.period.start())
}

/// Where the cases behind a point's complaints are listed, for whoever may view them.
pub(super) fn cases(trend: &Trend, point: &TrendPoint, links: Links) -> Option<String> {
    point.counts.filter(|counts| links.to_cases && counts.complaints > 0)?;
    let (from, to) = (point.period.start(), point.period.end());
    Some(format!("/complaints?show=all&unit={}&from={from}&to={to}", trend.unit.id))
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

fn centre(series: &Anew, decimals: usize, lang: Lang) -> Option<Centre> {
    series.chart.center.map(|value| Centre {
        value,
        label: tv(lang, "chart-usual", &[("value", format::number(lang, value, decimals).into())]),
    })
}

impl Drawn<'_> {
    fn point(&self, point: &TrendPoint, index: usize, hidden: bool, lang: Lang) -> Point {
        let limits = &self.series.chart.points[index];
        let usual = self.series.centers[index];
        let number = |value: f64| format::number(lang, value, usize::from(self.decimals));
        let period = format::period(lang, point.period);
        let signal = limits.signal;
        let named = [("label", self.label.into()), ("period", period.into())];
        let explanation = match limits.value {
            None if hidden => tv(lang, "point-hidden", &named),
            None => String::new(),
            Some(value) => {
                let [label, period] = named;
                let mut text = tv(lang, "point-value", &[label, period, ("value", number(value).into())]);
                if let (Some(usual), Some(low), Some(high)) = (usual, limits.lower, limits.upper) {
                    let values = [
                        ("usual", number(usual).into()),
                        ("low", number(low.max(0.0)).into()),
                        ("high", number(high.min(self.highest)).into()),
                    ];
                    text.push(' ');
                    text.push_str(&tv(lang, "point-usual", &values));
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
            limits: limits.lower.zip(limits.upper).map(|(low, high)| (low.max(0.0), high.min(self.highest))),
            signal: signal.map(|signal| meaning(signal.direction, self.worry)),
            centre: usual,
            explanation,
            ..Point::default()
        }
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
    let complaints = t(lang, "measure-complaints");
    let staff = trend.measures.iter().filter(|_| trend.has_staff);
    let staff =
        staff.map(|measured| (&measured.series, Worry::of(measured.measure), measured.label.as_str()));
    let marks: Vec<String> = staff
        .chain([(&trend.rate, Worry::High, complaints.as_str())])
        .chain(trend.customers.iter().map(|shown| (&shown.series, Worry::Low, shown.label.as_str())))
        .filter_map(|(series, worry, label)| {
            let signal = series.chart.points.get(index)?.signal?;
            let id = match meaning(signal.direction, worry) {
                Signal::Concern => "mark-concern",
                Signal::Better => "mark-better",
                Signal::Neutral => "mark-neutral",
            };
            Some(tv(lang, id, &[("label", label.into())]))
        })
        .collect();
    marks.join(", ")
}

/// How many of the last points in a row carry a signal of this meaning.
pub(super) fn run_at_end(series: &Anew, worry: Worry, wanted: Signal) -> usize {
    series
        .chart
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
