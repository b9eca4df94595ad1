//! `trivsel spc`: a control chart of any series.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use domain::Lang;
use report::spc::{Facts, Subject, figure, html, lines};
use serde_json::{Value, json};
use stats::{
    rate::{self, Rate},
    spc::{self, Chart, ChartError, Count, Kind, RARE, Wait, anhoej},
};

use super::{
    Failure, Outcome, say,
    series_file::{self, Entry, Query},
    table::{Reading, Table, say_understood},
    write,
};

pub(super) const EXAMPLES: &str = "\
Examples:
  trivsel spc complaints.csv --chart laney --value complaints --exposure contacts --period week
  trivsel spc beds.csv --chart laney --value complaints --exposure beds --period period --sum \\
      --per 1000 --svg chart.svg --html report.html
  trivsel spc waiting.csv --chart xmr --value minutes --json
  trivsel spc falls.csv --chart t --value falls --exposure bed_days --period week --worse up

Without --chart the data choose: single measurements xmr; events per exposure u, or laney from 20 points on;
t where there is less than one event a period. Charts g and t draw what lies between events: with --exposure
from the number of events a period, without it --value is that itself, such as days between falls.

A row is a period. With --period rows are put in order of time and missing periods are gaps; without it
they stand as the file has them. An empty cell is a gap. Signals follow the NHS Making Data Count rules:
outside the limits, a trend of seven, two of three near a limit, seven on one side (for counts as many as
their own steady series hardly show). Limits of counts are exact. Fewer than 12 points give a line without
limits, fewer than 20 provisional ones. Exit code 2: the table cannot be read.";

#[derive(Args)]
pub(super) struct SpcArgs {
    /// File with a head row: text with separators (CSV) or a workbook (.xlsx); - is standard input
    series: PathBuf,
    /// Which chart
    #[arg(long, value_enum, default_value = "auto")]
    chart: ChartKind,
    /// Column with the measurement, or the number of events
    #[arg(long)]
    value: String,
    /// Column with the exposure, or the number of trials; without it every row counts the same
    #[arg(long)]
    exposure: Option<String>,
    /// Column with the period, or any other name of a row
    #[arg(long)]
    period: Option<String>,
    /// First period to take
    #[arg(long, value_name = "PERIOD")]
    from: Option<String>,
    /// Last period to take
    #[arg(long, value_name = "PERIOD")]
    to: Option<String>,
    /// Add up the rows of one period, as in a table with several units
    #[arg(long, requires = "period")]
    sum: bool,
    /// Show rates per so much exposure, such as 1000
    #[arg(long, default_value_t = 1.0, value_parser = parse_per)]
    per: f64,
    /// Which direction is the worrying one; signals are neutral without it
    #[arg(long, value_enum)]
    worse: Option<Worse>,
    #[command(flatten)]
    reading: Reading,
    /// Judge by runs about the median as well (Anhøj's rules)
    #[arg(long)]
    runs: bool,
    /// Language of text, figure and report
    #[arg(long, default_value = "en", value_parser = parse_lang)]
    lang: Lang,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Write the chart as SVG
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// Write a report of one self-contained HTML file
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
}

/// The charts by the names people give them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ChartKind {
    /// What suits the data
    Auto,
    /// Events per exposure, limits by chance alone
    U,
    /// Events per exposure, limits widened by the variation between periods (u′)
    Laney,
    /// Shares, limits by chance alone
    P,
    /// Shares, limits widened by the variation between periods (p′)
    LaneyP,
    /// Single measurements
    Xmr,
    /// What is counted between rare events, such as contacts
    G,
    /// What is measured between rare events, such as days
    T,
}

/// Which direction of a series is the worrying one.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Worse {
    /// More is worse
    Up,
    /// Less is worse
    Down,
}

impl From<Worse> for report::spc::Worse {
    fn from(worse: Worse) -> Self {
        match worse {
            Worse::Up => Self::Up,
            Worse::Down => Self::Down,
        }
    }
}

/// Reads a language tag.
pub(super) fn parse_lang(text: &str) -> Result<Lang, String> {
    Lang::from_tag(text).ok_or_else(|| "write en or nb".to_owned())
}

/// Reads a factor above 0.
pub(super) fn parse_per(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() && value > 0.0 => Ok(value),
        _ => Err("write a number above 0, such as 1000".to_owned()),
    }
}

pub(super) fn run(args: &SpcArgs) -> Outcome {
    let wrong = |line: String| Failure { line, code: 2 };
    match (args.chart, &args.exposure) {
        (ChartKind::Xmr, Some(_)) => {
            return Err(wrong("an XmR chart takes single measurements: leave --exposure out".to_owned()));
        }
        (ChartKind::P | ChartKind::LaneyP, None) => {
            return Err(wrong("a chart of shares needs --exposure, the number of trials".to_owned()));
        }
        _ => {}
    }
    let query = Query {
        value: &args.value,
        adds_up: args.chart != ChartKind::Xmr,
        exposure: args.exposure.as_deref(),
        period: args.period.as_deref(),
        unit: None,
        from: args.from.as_deref(),
        to: args.to.as_deref(),
    };
    let table = Table::read(&args.series, query.columns(), &args.reading, None, args.lang).map_err(wrong)?;
    let entries = series_file::series(&table, &query, args.sum).map_err(wrong)?;
    let drawn = Drawn::of(args, &entries).map_err(|error| match error {
        Refused::Point(error) => wrong(place_of(&table, &entries, &error, &args.value)),
        Refused::Frequent(line) => wrong(format!("{}: {line}", table.name())),
    })?;
    let (facts, subject) = (drawn.facts(args), drawn.subject(args));
    let chart = &drawn.chart;
    say_understood(table.name(), table.understood(), args.lang);
    if let Some(path) = &args.svg {
        write(path, &figure(chart, &subject)?.standalone())?;
    }
    if let Some(path) = &args.html {
        write(path, &html(chart, &facts, &subject)?)?;
    }
    if args.json {
        let mut value = drawn.json(args, &facts)?;
        value["understood"] = serde_json::to_value(table.understood())?;
        say(&serde_json::to_string_pretty(&value)?);
    } else {
        lines(chart, &facts, &subject).iter().for_each(say);
    }
    Ok(())
}

/// Why there is no chart.
enum Refused {
    Point(ChartError),
    Frequent(String),
}

impl From<ChartError> for Refused {
    fn from(error: ChartError) -> Self {
        Self::Point(error)
    }
}

/// Seed of the steady series that the share of false alarms is counted in.
const SEED: u64 = 1;

/// A chart with what it was drawn from.
struct Drawn {
    /// In the unit that is shown.
    chart: Chart,
    /// The same in the unit of the table.
    unscaled: Chart,
    /// One name for each point.
    names: Vec<String>,
    /// Value and exposure of each row, where they are counts.
    counts: Vec<Option<Count>>,
    /// Whether the points are what lies between the events of these counts.
    is_between: bool,
}

impl Drawn {
    fn of(args: &SpcArgs, entries: &[Entry]) -> Result<Self, Refused> {
        let counts: Vec<Option<Count>> = entries.iter().map(Entry::count).collect();
        let names: Vec<String> = entries.iter().map(|entry| entry.name.clone()).collect();
        let kind = match (args.chart, &args.exposure) {
            (ChartKind::Auto, Some(_)) => Kind::for_counts(&counts),
            (ChartKind::Auto, None) | (ChartKind::Xmr, _) => Kind::Xmr,
            (ChartKind::U, _) => Kind::U,
            (ChartKind::Laney, _) => Kind::Laney,
            (ChartKind::P, _) => Kind::P,
            (ChartKind::LaneyP, _) => Kind::LaneyP,
            (ChartKind::G, _) => Kind::G,
            (ChartKind::T, _) => Kind::T,
        };
        let of_periods = |unscaled: Chart, counts, per: f64| {
            let chart = if per == 1.0 { unscaled.clone() } else { unscaled.clone().scaled(per) };
            Ok(Self { chart, unscaled, names: names.clone(), counts, is_between: false })
        };
        match (kind, &args.exposure) {
            (Kind::Xmr, _) => {
                let values: Vec<Option<f64>> = entries.iter().map(|entry| entry.value).collect();
                of_periods(spc::xmr(&values, true)?, Vec::new(), args.per)
            }
            (Kind::P | Kind::LaneyP, _) => of_periods(spc::proportions(&counts, kind)?, counts, args.per),
            (Kind::G | Kind::T, Some(_)) => Self::between(kind, counts, &names, &args.value),
            (Kind::G | Kind::T, None) => {
                let known = entries.iter().enumerate();
                let (names, list): (Vec<String>, Vec<Wait>) = known
                    .filter_map(|(at, entry)| {
                        Some((entry.name.clone(), Wait { length: entry.value?, at, is_open: false }))
                    })
                    .unzip();
                let in_file =
                    |error: ChartError| error.with_index(|index| list.get(index).map_or(0, |wait| wait.at));
                let chart = spc::waits(&list, kind).map_err(in_file)?;
                Ok(Self { unscaled: chart.clone(), chart, names, counts: Vec::new(), is_between: false })
            }
            _ => of_periods(spc::rates(&counts, kind)?, counts, args.per),
        }
    }

    /// What lies between the events of a series of periods.
    fn between(
        kind: Kind,
        counts: Vec<Option<Count>>,
        names: &[String],
        value: &str,
    ) -> Result<Self, Refused> {
        let list = spc::between(&counts)?;
        let known = counts.iter().flatten().filter(|count| count.exposure > 0.0).count();
        let events = list.iter().filter(|wait| !wait.is_open).count();
        // Where in its period an event lay is not known, and matters the more the more there are.
        if events as f64 > RARE * known as f64 {
            let a_period = events as f64 / known as f64;
            return Err(Refused::Frequent(format!(
                "{a_period:.1} {value} a period are too many to draw what lies between them; take --chart u or laney"
            )));
        }
        let chart = spc::waits(&list, kind)?;
        let name = |wait: &Wait| names.get(wait.at).cloned().unwrap_or_default();
        let names = list.iter().take(chart.points.len()).map(name).collect();
        Ok(Self { unscaled: chart.clone(), chart, names, counts, is_between: true })
    }

    fn is_share(&self) -> bool {
        matches!(self.chart.kind, Kind::P | Kind::LaneyP)
    }

    /// A rate or share with its range.
    fn rate(&self, count: Count) -> Option<Rate> {
        let range = if self.is_share() { rate::wilson } else { rate::garwood };
        range(count.count, count.exposure, 1.0)
    }

    fn facts(&self, args: &SpcArgs) -> Facts {
        let known = self.counts.iter().flatten().filter(|count| count.exposure > 0.0);
        let whole = known.fold(Count { count: 0.0, exposure: 0.0 }, |sum, count| Count {
            count: sum.count + count.count,
            exposure: sum.exposure + count.exposure,
        });
        let each = |count: &Option<Count>| count.and_then(|count| self.rate(count));
        let values: Vec<Option<f64>> = self.chart.points.iter().map(|point| point.value).collect();
        Facts {
            rate: self.rate(whole),
            rates: if self.is_between { Vec::new() } else { self.counts.iter().map(each).collect() },
            events: (!self.counts.is_empty() && !self.is_share()).then_some(whole.count),
            false_alarms: spc::false_alarms(&self.unscaled, &self.counts, SEED),
            is_chosen: args.chart == ChartKind::Auto,
            runs: args.runs.then(|| anhoej::runs(&values)).flatten(),
        }
    }

    fn subject(&self, args: &SpcArgs) -> Subject {
        // More of what lies between unwelcome events is welcome.
        let worse = match args.worse {
            Some(Worse::Up) if self.is_between => Some(Worse::Down),
            Some(Worse::Down) if self.is_between => Some(Worse::Up),
            other => other,
        };
        Subject {
            lang: args.lang,
            value: args.value.clone(),
            exposure: args.exposure.clone(),
            per: args.per,
            worse: worse.map(Into::into),
            names: self.names.clone(),
            is_between: self.is_between,
        }
    }

    fn json(&self, args: &SpcArgs, facts: &Facts) -> Result<Value, serde_json::Error> {
        let range = |rate: &Rate| json!([rate.lower * args.per, rate.upper * args.per]);
        let mut value = serde_json::to_value(&self.chart)?;
        for (place, point) in value["points"].as_array_mut().into_iter().flatten().enumerate() {
            if args.period.is_some() {
                point["period"] = json!(self.names.get(place));
            }
            if let Some(rate) = facts.rates.get(place) {
                point["interval"] = json!(rate.as_ref().map(range));
                let exposure = self.counts.get(place).copied().flatten().map(|count| count.exposure);
                let limits = exposure.and_then(|exposure| spc::textbook_limits(&self.unscaled, exposure));
                point["textbook"] = json!(limits.map(|(low, high)| [low * args.per, high * args.per]));
            }
        }
        if let Some(rate) = &facts.rate {
            value["rate"] = json!({ "value": rate.rate * args.per, "interval": range(rate) });
        }
        value["false_alarms"] = json!(facts.false_alarms);
        if args.runs {
            value["runs"] = json!(facts.runs);
        }
        Ok(value)
    }
}

/// A complaint of the chart about a point, with its place in the file.
pub(super) fn place_of(table: &Table, entries: &[Entry], error: &ChartError, column: &str) -> String {
    let (index, what) = match error {
        ChartError::NotFinite { index } => (index, "gives a rate beyond all numbers"),
        ChartError::Negative { index } => (index, "is below zero"),
        ChartError::CountAboveExposure { index } => (index, "is more than its exposure"),
        ChartError::NotWhole { index } => (index, "is no whole number of events"),
    };
    let entry = entries.get(*index);
    let row = entry.and_then(|entry| entry.line).unwrap_or_default();
    let value = entry.and_then(|entry| entry.value).unwrap_or_default();
    let name = entry.map_or("", |entry| entry.name.as_str());
    format!("{}, row {row}, column {column:?}: {value} ({name}) {what}", table.name())
}
