//! `trivsel spc`: a control chart of any series.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use domain::Lang;
use serde_json::json;
use stats::spc::{self, Chart, ChartError, Kind, anhoej};

use super::{
    Failure, Outcome, page, say,
    series_file::{self, Entry, Query},
    spc_report::{self, Subject, Worse},
    table::{Reading, Table, say_understood},
};

pub(super) const EXAMPLES: &str = "\
Examples:
  trivsel spc complaints.csv --chart laney --value complaints --exposure contacts --period week
  trivsel spc beds.csv --chart laney --value complaints --exposure beds --period period --sum \\
      --per 1000 --svg chart.svg --html report.html
  trivsel spc waiting.csv --chart xmr --value minutes --json

A row is a period. With --period rows are put in order of time and missing periods are gaps; without it
they stand as the file has them. An empty cell is a gap. Signals follow the NHS Making Data Count rules:
outside the limits, a trend of seven, two of three near a limit, seven on one side. Fewer than 12 points
give a line without limits, fewer than 20 provisional ones. Exit code 2: the table cannot be read.";

#[derive(Args)]
pub(super) struct SpcArgs {
    /// File with a head row: text with separators (CSV) or a workbook (.xlsx)
    series: PathBuf,
    /// Which chart
    #[arg(long, value_enum)]
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
    let chart = chart(args.chart, &entries)
        .map_err(|error| wrong(place_of(&table, &entries, &error, &args.value)))?;
    let chart = if args.per == 1.0 { chart } else { chart.scaled(args.per) };
    let names: Vec<String> = entries.iter().map(|entry| entry.name.clone()).collect();
    let runs = args.runs.then(|| anhoej::runs(&values(&chart))).flatten();
    let subject = Subject {
        lang: args.lang,
        value: args.value.clone(),
        exposure: args.exposure.clone(),
        per: args.per,
        worse: args.worse,
        names,
    };
    say_understood(table.name(), table.understood(), args.lang);
    if let Some(path) = &args.svg {
        page::write(path, &spc_report::figure(&chart, &subject)?.standalone())?;
    }
    if let Some(path) = &args.html {
        page::write(path, &spc_report::html(&chart, runs, &subject)?)?;
    }
    if args.json {
        let mut value = serde_json::to_value(&chart)?;
        if let (Some(_), Some(points)) = (&args.period, value["points"].as_array_mut()) {
            points.iter_mut().zip(&subject.names).for_each(|(point, name)| point["period"] = json!(name));
        }
        if args.runs {
            value["runs"] = json!(runs);
        }
        value["understood"] = serde_json::to_value(table.understood())?;
        say(&serde_json::to_string_pretty(&value)?);
    } else {
        spc_report::text(&chart, runs, &subject).iter().for_each(say);
    }
    Ok(())
}

fn chart(kind: ChartKind, entries: &[Entry]) -> Result<Chart, ChartError> {
    let counts = || entries.iter().map(Entry::count).collect::<Vec<_>>();
    match kind {
        ChartKind::U => spc::rates(&counts(), Kind::U),
        ChartKind::Laney => spc::rates(&counts(), Kind::Laney),
        ChartKind::P => spc::proportions(&counts(), Kind::P),
        ChartKind::LaneyP => spc::proportions(&counts(), Kind::LaneyP),
        ChartKind::Xmr => spc::xmr(&entries.iter().map(|entry| entry.value).collect::<Vec<_>>(), true),
    }
}

/// A complaint of the chart about a point, with its place in the file.
pub(super) fn place_of(table: &Table, entries: &[Entry], error: &ChartError, column: &str) -> String {
    let (index, what) = match error {
        ChartError::NotFinite { index } => (index, "gives a rate beyond all numbers"),
        ChartError::Negative { index } => (index, "is below zero"),
        ChartError::CountAboveExposure { index } => (index, "is more than its exposure"),
    };
    let entry = entries.get(*index);
    let row = entry.and_then(|entry| entry.line).unwrap_or_default();
    let value = entry.and_then(|entry| entry.value).unwrap_or_default();
    let name = entry.map_or("", |entry| entry.name.as_str());
    format!("{}, row {row}, column {column:?}: {value} ({name}) {what}", table.name())
}

fn values(chart: &Chart) -> Vec<Option<f64>> {
    chart.points.iter().map(|point| point.value).collect()
}
