//! `trivsel link`: the link for any table, without the web.

use std::path::PathBuf;

use clap::Args;
use domain::Lang;
use report::link::{Material, Names, Question, leading, lines};
use serde_json::json;
use stats::link::{
    Options, PeriodEffects, analyse,
    headline::{Headline, Setting, headline},
};

use super::{
    Failure, Outcome, link_actions,
    link_columns::OfUnits,
    panel_file, say,
    spc::parse_lang,
    table::{Length, Reading, say_understood},
    write,
};

pub(super) const EXAMPLES: &str = "\
Example:
  trivsel link panel.csv --unit team --period week --count complaints --exposure visits \\
      --predictor strain --predictor satisfaction --html report.html

The file is text with separators (CSV) or a workbook (.xlsx); what it was taken for is said on standard error,
and with --json as \"understood\". A row is a unit in a period. Each unit is compared with its own usual level and, from six units on,
with the others in the same period. Periods can be whole numbers, years, 2026-W47, 2026-11, 2026Q4 or
days; whole numbers are taken for weeks (or years, where all of them could be), which matters for seasons.
What comes out is an association, not proof of cause. Exit code 2: the table cannot be read or contradicts
itself.";

#[derive(Args)]
pub(super) struct LinkArgs {
    /// File with a head row; - is standard input
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
    /// Column with the site or region of each unit, whose units share what happens to them
    #[arg(long, value_name = "COLUMN")]
    cluster: Option<String>,
    /// Column with 1 from the period on in which a unit acted, else 0: before and after, beside units that did
    /// not act, as JSON
    #[arg(long, value_name = "COLUMN", requires = "json")]
    action: Option<String>,
    /// Earlier periods whose mean is the predictor, as FIRST-LAST; -4--1 looks ahead; none takes the same period
    #[arg(long, default_value = "1-4", value_parser = parse_lags, allow_hyphen_values = true)]
    lags: Lags,
    /// Fewest of those periods that must have a value [default: 2, or 1 for a single period]
    #[arg(long)]
    min_present: Option<u32>,
    /// Take out what all units share in a period (the default from six units on)
    #[arg(long, conflicts_with = "no_time_effects")]
    time_effects: bool,
    /// Do not take it out
    #[arg(long)]
    no_time_effects: bool,
    /// How long a period is, where the file does not say; days are put together
    #[arg(long, value_enum)]
    period_length: Option<Length>,
    #[command(flatten)]
    reading: Reading,
    /// Seed of the random signs and shifts
    #[arg(long, default_value_t = 42)]
    seed: u64,
    /// Language of text and report; JSON has both
    #[arg(long, default_value = "en", value_parser = parse_lang)]
    lang: Lang,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Write a report of one self-contained HTML file
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
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
        length: args.period_length,
        reading: &args.reading,
        lang: args.lang,
    };
    let file = panel_file::read(&args.panel, &columns).map_err(wrong)?;
    let options = args.options(file.length);
    let report = analyse(&file.panel, &options).map_err(|error| wrong(error.to_string()))?;
    let names = Names {
        file: args.panel.display().to_string(),
        count: args.count.clone(),
        exposure: args.exposure.clone(),
    };
    let of_units = OfUnits {
        path: &args.panel,
        unit: &args.unit,
        units: &file.panel.units,
        reading: &args.reading,
        lang: args.lang,
    };
    let above = args.cluster.as_deref().map(|column| of_units.clusters(column));
    let above = above.transpose().map_err(wrong)?.unwrap_or_default();
    let length = args.period_length;
    let began = args.action.as_deref().map(|column| of_units.actions(&args.period, column, length));
    let began = began.transpose().map_err(wrong)?;
    let question = Question { panel: file.panel, span: file.span, names };
    let headline = judged(&question, &options, &above).map_err(wrong)?;
    say_understood(&question.names.file, &file.understood, args.lang);
    if let Some(path) = &args.html {
        let (lang, question, report, headline) = (args.lang, &question, &report, &headline);
        let material = Material { lang, question, report, headline, options: &options };
        write(path, &material.html()?)?;
    }
    if args.json {
        let mut value = serde_json::to_value(&report)?;
        value["headline"] = serde_json::to_value(&headline)?;
        if let Some(began) = &began {
            value["actions"] = link_actions::json(&question.panel, began);
        }
        let of = |lang| leading(&question, &report, &headline, lang);
        value["sentence"] = json!({ "en": of(Lang::En), "nb": of(Lang::Nb) });
        value["understood"] = serde_json::to_value(&file.understood)?;
        say(&serde_json::to_string_pretty(&value)?);
    } else {
        lines(&question, &report, &headline, args.lang).iter().for_each(say);
    }
    Ok(())
}

/// The verdicts about a table. `above` holds for each unit the cluster it belongs to, or nothing at all.
fn judged(question: &Question, options: &Options, above: &[u32]) -> Result<Headline, String> {
    let predictors = 0..question.panel.predictors.len();
    let steps: Vec<f64> = predictors.map(|place| question.step(place)).collect();
    headline(&question.panel, options, &Setting { steps: &steps, above }).map_err(|error| error.to_string())
}

impl LinkArgs {
    fn options(&self, length: stats::link::PeriodLength) -> Options {
        let present = match self.lags.0 {
            Some((first, last)) if first != last => 2,
            _ => 1,
        };
        Options {
            lags: self.lags.0,
            min_present: if self.lags.0.is_some() { self.min_present.unwrap_or(present) } else { 1 },
            period_effects: match (self.time_effects, self.no_time_effects) {
                (true, _) => PeriodEffects::Yes,
                (_, true) => PeriodEffects::No,
                _ => PeriodEffects::Auto,
            },
            period_length: self.period_length.map_or(length, Into::into),
            seed: self.seed,
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
