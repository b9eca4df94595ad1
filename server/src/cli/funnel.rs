//! `trivsel funnel`: units side by side in one period, with limits that are wider for smaller units.

use std::path::PathBuf;

use clap::Args;
use domain::Lang;
use report::{
    funnel::{Report, Unit},
    spc::Subject,
};
use stats::spc::{
    Count,
    funnel::{funnel, funnel_of_shares},
};

use super::{
    Failure, Outcome, say,
    series_file::{self, Entry, Query},
    spc::{Worse, parse_lang, parse_per, place_of},
    table::{Reading, Table, say_understood},
    write,
};

pub(super) const EXAMPLES: &str = "\
Examples:
  trivsel funnel beds.csv --unit unit --value complaints --exposure beds \\
      --period period --from 2014Q1 --to 2014Q4 --per 1000 --svg funnel.svg
  trivsel funnel teams.csv --unit team --value complaints --exposure contacts --json

All rows of a unit are added up. The question is whether a unit differs from the others by more than chance;
most differences between units are noise, so units are not ranked. Fewer than 5 units have no limits and are
listed with the range of each. Whole numbers that never exceed their exposure and make more than one in
twenty of it are read as shares, unless --per or --rates says otherwise; --shares says it is so. Exit code 2:
the table cannot be read.";

#[derive(Args)]
pub(super) struct FunnelArgs {
    /// File with a head row: text with separators (CSV) or a workbook (.xlsx); - is standard input
    file: PathBuf,
    /// Column with the unit
    #[arg(long)]
    unit: String,
    /// Column with the number of events
    #[arg(long)]
    value: String,
    /// Column with the exposure
    #[arg(long)]
    exposure: String,
    /// Column with the period, to take some periods only
    #[arg(long)]
    period: Option<String>,
    /// First period to take
    #[arg(long, value_name = "PERIOD", requires = "period")]
    from: Option<String>,
    /// Last period to take
    #[arg(long, value_name = "PERIOD", requires = "period")]
    to: Option<String>,
    /// Show rates per so much exposure, such as 1000
    #[arg(long, default_value_t = 1.0, value_parser = parse_per)]
    per: f64,
    /// The events are a part of the exposure, as contented among those asked
    #[arg(long, conflicts_with = "rates")]
    shares: bool,
    /// One exposure can bring several events, as a bed can bring several complaints
    #[arg(long)]
    rates: bool,
    /// Which direction is the worrying one; signals are neutral without it
    #[arg(long, value_enum)]
    worse: Option<Worse>,
    #[command(flatten)]
    reading: Reading,
    /// Language of text, figure and report
    #[arg(long, default_value = "en", value_parser = parse_lang)]
    lang: Lang,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Write the funnel as SVG
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// Write a report of one self-contained HTML file
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
}

/// Rarer than this, shares and rates have the same limits, and events per contact are meant as a rate.
const RAREST_SHARE: f64 = 0.05;

pub(super) fn run(args: &FunnelArgs) -> Outcome {
    let wrong = |line: String| Failure { line, code: 2 };
    let query = Query {
        value: &args.value,
        adds_up: true,
        exposure: Some(&args.exposure),
        period: args.period.as_deref(),
        unit: Some(&args.unit),
        from: args.from.as_deref(),
        to: args.to.as_deref(),
    };
    let table = Table::read(&args.file, query.columns(), &args.reading, None, args.lang).map_err(wrong)?;
    let entries = series_file::units(&table, &query).map_err(wrong)?;
    let counts: Vec<_> = entries.iter().map(Entry::count).collect();
    let is_share = args.shares || (!args.rates && args.per == 1.0 && are_shares(&counts));
    let placed = if is_share { funnel_of_shares(&counts) } else { funnel(&counts) };
    let funnel = placed.map_err(|error| wrong(place_of(&table, &entries, &error, &args.value)))?;
    let unit = |entry: Entry| Unit { name: entry.name, count: entry.value, exposure: entry.exposure };
    let units = entries.into_iter().map(unit).collect();
    let report = Report { funnel, units, subject: subject(args) };
    say_understood(table.name(), table.understood(), args.lang);
    if let Some(path) = &args.svg {
        write(path, &report.figure()?.standalone())?;
    }
    if let Some(path) = &args.html {
        write(path, &report.html()?)?;
    }
    if args.json {
        let mut value = report.json();
        value["understood"] = serde_json::to_value(table.understood())?;
        say(&serde_json::to_string_pretty(&value)?);
    } else {
        report.lines().iter().for_each(say);
    }
    Ok(())
}

fn subject(args: &FunnelArgs) -> Subject {
    Subject {
        lang: args.lang,
        value: args.value.clone(),
        exposure: Some(args.exposure.clone()),
        per: args.per,
        worse: args.worse.map(Into::into),
        names: Vec::new(),
        is_between: false,
    }
}

/// Whether the counts look like parts of their exposures.
fn are_shares(counts: &[Option<Count>]) -> bool {
    let known = || counts.iter().flatten();
    let is_part = |unit: &Count| {
        unit.count.fract() == 0.0
            && unit.exposure.fract() == 0.0
            && (0.0..=unit.exposure).contains(&unit.count)
    };
    let (events, exposure) = known().fold((0.0, 0.0), |(e, x), unit| (e + unit.count, x + unit.exposure));
    known().all(is_part) && events > RAREST_SHARE * exposure
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(counts: &[(f64, f64)]) -> Vec<Option<Count>> {
        counts.iter().map(|&(count, exposure)| Some(Count { count, exposure })).collect()
    }

    #[test]
    fn parts_of_a_whole_are_shares_whichever_side_is_counted() {
        assert!(are_shares(&counts(&[(55.0, 60.0), (71.0, 80.0)])));
        assert!(are_shares(&counts(&[(5.0, 60.0), (9.0, 80.0)])));
    }

    #[test]
    fn complaints_per_contact_and_per_bed_are_rates() {
        assert!(!are_shares(&counts(&[(10.0, 1355.0), (22.0, 3411.0)])));
        assert!(!are_shares(&counts(&[(61.0, 60.0), (9.0, 80.0)])));
        assert!(!are_shares(&counts(&[(9.5, 60.0), (9.0, 80.0)])));
    }
}
