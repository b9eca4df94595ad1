//! `trivsel link`: the link for any table, without the web.

use std::path::PathBuf;

use clap::Args;
use domain::Lang;
use serde_json::json;
use service::link::{Words, sentence};
use stats::{
    link::{Options, PeriodEffects, Report, Summary, Verdict, analyse},
    panel::Panel,
};

use super::{Failure, Outcome, panel_file, say};

pub(super) const EXAMPLES: &str = "\
Example:
  trivsel link panel.csv --unit team --period week --count complaints --exposure visits \\
      --predictor strain --predictor satisfaction --json

A row is a unit in a period. Each unit is compared with its own usual level and, from six units on,
with the others in the same period. Periods can be whole numbers, years, 2026-W47, 2026-11, 2026Q4 or
days. What comes out is an association, not proof of cause. Exit code 2: the table cannot be read.";

#[derive(Args)]
pub(super) struct LinkArgs {
    /// CSV file with a head row
    panel: PathBuf,
    /// Column with the unit
    #[arg(long)]
    unit: String,
    /// Column with the period
    #[arg(long)]
    period: String,
    /// Column with the number of events
    #[arg(long)]
    count: String,
    /// Column with the exposure, such as contacts; without it every row counts the same
    #[arg(long)]
    exposure: Option<String>,
    /// Column with a predictor; may be given several times
    #[arg(long, required = true)]
    predictor: Vec<String>,
    /// Earlier periods whose mean is the predictor, as FIRST-LAST; -4--1 looks ahead; none takes the same period
    #[arg(long, default_value = "1-4", value_parser = parse_lags, allow_hyphen_values = true)]
    lags: Lags,
    /// Fewest of those periods that must have a value
    #[arg(long, default_value_t = 2)]
    min_present: u32,
    /// Take out what all units share in a period (the default from six units on)
    #[arg(long, conflicts_with = "no_time_effects")]
    time_effects: bool,
    /// Do not take it out
    #[arg(long)]
    no_time_effects: bool,
    /// Seed of the random signs and shifts
    #[arg(long, default_value_t = 42)]
    seed: u64,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// First and last lag.
#[derive(Clone, Copy)]
struct Lags(Option<(i32, i32)>);

fn parse_lags(text: &str) -> Result<Lags, String> {
    if text == "none" {
        return Ok(Lags(None));
    }
    // Leads have a minus of their own: -4--1. The hyphen between the two follows a digit.
    let hyphen =
        text.bytes().zip(text.bytes().skip(1)).position(|pair| pair.0.is_ascii_digit() && pair.1 == b'-');
    let numbers = hyphen.and_then(|place| {
        let (first, last) = text.split_at(place + 1);
        Some((first.parse().ok()?, last.get(1..)?.parse().ok()?))
    });
    numbers.map(|range| Lags(Some(range))).ok_or_else(|| "write FIRST-LAST, such as 1-4, or none".to_owned())
}

pub(super) fn run(args: &LinkArgs) -> Outcome {
    let wrong = |line: String| Failure { line, code: 2 };
    let columns = panel_file::Columns {
        unit: &args.unit,
        period: &args.period,
        count: &args.count,
        exposure: args.exposure.as_deref(),
        predictors: &args.predictor,
    };
    let panel = panel_file::read(&args.panel, &columns).map_err(wrong)?;
    let options = Options {
        lags: args.lags.0,
        min_present: if args.lags.0.is_some() { args.min_present } else { 1 },
        period_effects: match (args.time_effects, args.no_time_effects) {
            (true, _) => PeriodEffects::Yes,
            (_, true) => PeriodEffects::No,
            _ => PeriodEffects::Auto,
        },
        seed: args.seed,
    };
    let report = analyse(&panel, &options).map_err(|error| wrong(error.to_string()))?;
    let (summary, words) = headline(&panel, &report);
    if args.json {
        let mut value = serde_json::to_value(&report)?;
        value["sentence"] =
            json!({ "en": sentence(Lang::En, &summary, &words), "nb": sentence(Lang::Nb, &summary, &words) });
        say(&serde_json::to_string_pretty(&value)?);
    } else {
        print(&report, &sentence(Lang::En, &summary, &words));
    }
    Ok(())
}

/// The predictor to lead with: the first with a finding, else the first.
fn headline(panel: &Panel, report: &Report) -> (Summary, Words) {
    let mut summaries = panel.predictors.iter().enumerate().map(|(place, name)| {
        let step = step(panel, place);
        (report.summary(name, step), Words::of_panel(name, step))
    });
    let first = summaries.next();
    let is_finding =
        |summary: &Summary| matches!(summary.verdict, Verdict::Significant | Verdict::EarlySignal);
    match first {
        Some((summary, words)) if !is_finding(&summary) => {
            summaries.find(|(summary, _)| is_finding(summary)).unwrap_or((summary, words))
        }
        Some(found) => found,
        // The command line asks for at least one predictor.
        None => (report.summary("", 1.0), Words::of_panel("", 1.0)),
    }
}

/// A step worth talking about: ten on scales of a hundred, one on short ones.
fn step(panel: &Panel, predictor: usize) -> f64 {
    let values = panel.rows.iter().filter_map(|row| row.predictors.get(predictor).copied().flatten());
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
    if high - low > 20.0 { 10.0 } else { 1.0 }
}

fn print(report: &Report, sentence: &str) {
    say(&sentence);
    say(&"");
    let model = &report.model;
    say(&format!(
        "{} rows, {} units, {} periods, {} events; {} rows left out",
        model.n,
        model.units,
        model.periods,
        model.events,
        model.dropped.rows()
    ));
    if let (Some(deviance), Some(dispersion)) = (model.deviance, model.dispersion) {
        say(&format!("deviance {deviance:.3}, dispersion {dispersion:.3}"));
    }
    for term in &report.terms {
        let interval =
            term.rate_ratio_ci.map_or(String::new(), |[low, high]| format!(", 95 % {low:.4} to {high:.4}"));
        let p = term.p.reported.or(term.p.cv3l_t).map_or(String::new(), |p| format!(", p {p:.4}"));
        let ratio = term.rate_ratio.unwrap_or(1.0);
        say(&format!("{}: rate ratio {ratio:.4} per 1{interval}{p}", term.name));
    }
    for gate in &report.gates {
        if let Ok(text) = serde_json::to_string(gate) {
            say(&format!("limit: {text}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lags_and_leads_are_read() {
        let read = |text| parse_lags(text).ok().map(|lags| lags.0);
        assert_eq!(read("1-4"), Some(Some((1, 4))));
        assert_eq!(read("-4--1"), Some(Some((-4, -1))));
        assert_eq!(read("-2-3"), Some(Some((-2, 3))));
        assert_eq!(read("none"), Some(None));
        for text in ["", "-", "4", "1-", "--", "a-b", "1-4-"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
