//! `trivsel link`: the link for any table, without the web.

use std::path::PathBuf;

use clap::Args;
use domain::{Lang, format};
use serde_json::json;
use stats::link::{Options, PeriodEffects, Report, analyse, headline::Headline};

use super::{
    Failure, Outcome, link_actions, link_columns, link_headline,
    link_question::{Names, Question},
    link_report::Material,
    link_words, page, panel_file, say,
    spc::parse_lang,
    table::Length,
    words::pick,
};

pub(super) const EXAMPLES: &str = "\
Example:
  trivsel link panel.csv --unit team --period week --count complaints --exposure visits \\
      --predictor strain --predictor satisfaction --html report.html

A row is a unit in a period. Each unit is compared with its own usual level and, from six units on,
with the others in the same period. Periods can be whole numbers, years, 2026-W47, 2026-11, 2026Q4 or
days; whole numbers are taken for weeks (or years, where all of them could be), which matters for seasons.
What comes out is an association, not proof of cause. Exit code 2: the table cannot be read or contradicts
itself.";

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
    /// How long a period is, where the file does not say
    #[arg(long, value_enum)]
    period_length: Option<Length>,
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
    };
    let file = panel_file::read(&args.panel, &columns).map_err(wrong)?;
    let options = args.options(file.length);
    let report = analyse(&file.panel, &options).map_err(|error| wrong(error.to_string()))?;
    let names = Names {
        file: args.panel.display().to_string(),
        count: args.count.clone(),
        exposure: args.exposure.clone(),
    };
    let units = &file.panel.units;
    let above =
        args.cluster.as_ref().map(|column| link_columns::clusters(&args.panel, &args.unit, column, units));
    let above = above.transpose().map_err(wrong)?.unwrap_or_default();
    let began = args.action.as_ref().map(|column| {
        let columns = (args.unit.as_str(), args.period.as_str(), column.as_str());
        link_columns::actions(&args.panel, columns, units)
    });
    let began = began.transpose().map_err(wrong)?;
    let question = Question { panel: file.panel, span: file.span, names };
    let headline = link_headline::of(&question, &options, &above)?;
    if let Some(path) = &args.html {
        let (lang, question, report, headline) = (args.lang, &question, &report, &headline);
        let material = Material { lang, question, report, headline, options: &options };
        page::write(path, &material.html()?)?;
    }
    if args.json {
        let mut value = serde_json::to_value(&report)?;
        value["headline"] = serde_json::to_value(&headline)?;
        if let Some(began) = &began {
            value["actions"] = link_actions::json(&question.panel, began);
        }
        let of = |lang| link_headline::leading(lang, &question, &report, &headline);
        value["sentence"] = json!({ "en": of(Lang::En), "nb": of(Lang::Nb) });
        say(&serde_json::to_string_pretty(&value)?);
    } else {
        text(&question, &report, &headline, args.lang).iter().for_each(say);
    }
    Ok(())
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

/// The answer in lines: the sentence, the numbers behind it, what limits it, and what was left out.
fn text(question: &Question, report: &Report, headline: &Headline, lang: Lang) -> Vec<String> {
    let mut lines = vec![link_headline::leading(lang, question, report, headline), String::new()];
    let percent = |ratio: f64| {
        let change = (ratio - 1.0) * 100.0;
        let sign = if change > 0.0 { "+" } else { "" };
        format!("{sign}{} %", format::number(lang, change, 1))
    };
    let summaries = link_headline::summaries(report, headline);
    for (place, (answer, summary)) in headline.predictors.iter().zip(summaries).enumerate() {
        let (name, step) = (&answer.predictor, question.step_text(place, lang));
        let verdict = link_headline::word(lang, answer.verdict);
        let what = match lang {
            Lang::En => format!("{name}, {step} higher: {verdict}"),
            Lang::Nb => format!("{name}, {step} høyere: {verdict}"),
        };
        let Some(ratio) = summary.rate_ratio else {
            lines.push(what);
            continue;
        };
        let interval = summary.interval.map_or_else(String::new, |[low, high]| {
            let (range, to) = (pick(lang, "95 % range", "95 %-intervall"), pick(lang, "to", "til"));
            format!(" ({range} {} {to} {})", percent(low), percent(high))
        });
        let p = summary.p.map_or_else(String::new, |p| format!(", p {}", format::number(lang, p, 4)));
        let rate = pick(lang, "rate", "rate");
        lines.push(format!("{what}; {rate} {}{interval}{p}", percent(ratio)));
    }
    let model = &report.model;
    lines.push(String::new());
    let (from, to) = &question.span;
    let (rows, units, periods, dropped) = (model.n, model.units, model.periods, model.dropped.rows());
    let events = format::number(lang, model.events, 0);
    lines.push(match lang {
        Lang::En => format!(
            "{rows} rows, {units} units, {periods} periods ({from} – {to}), {events} events; {dropped} rows left out"
        ),
        Lang::Nb => format!(
            "{rows} rader, {units} enheter, {periods} perioder ({from} – {to}), {events} hendelser; {dropped} rader utelatt"
        ),
    });
    lines.extend(
        link_words::dropped(lang, &model.dropped).iter().map(|(reason, rows)| format!("  {rows}: {reason}")),
    );
    lines.push(link_words::time(lang, model.time_effects).to_owned());
    if let Some(simpson) = &report.simpson {
        lines.push(link_words::flag(lang, simpson.flag).to_owned());
    }
    lines.extend(
        report
            .gates
            .iter()
            .map(|gate| format!("{}: {}", pick(lang, "Note", "Merk"), link_words::gate(lang, gate))),
    );
    lines.push(
        pick(
            lang,
            "An association, not proof of cause, and about units, not persons.",
            "En samvariasjon, ikke bevis for årsak, og om enheter, ikke personer.",
        )
        .to_owned(),
    );
    lines
}

#[cfg(test)]
mod tests {
    use stats::panel::Panel;

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

    /// Words that claim more than the figures can, in both languages.
    const FORBIDDEN: [&str; 10] = [
        "causes",
        "caused by",
        "leads to",
        "proves",
        "proven",
        "there is no link",
        "forårsaker",
        "fører til",
        "beviser",
        "det er ingen sammenheng",
    ];

    fn is_modest(text: &str) -> bool {
        let text = text.to_lowercase();
        FORBIDDEN.iter().all(|word| !text.contains(word)) && !text.contains("nan") && !text.contains(" inf")
    }

    /// A table with `units` over `periods`, put together from arbitrary numbers.
    fn question(units: u32, cells: &[(u32, u32, Option<u32>)]) -> Question {
        let periods = (cells.len() as u32 / units).max(1);
        let rows = cells.iter().enumerate().filter(|(place, _)| (*place as u32) < units * periods);
        let rows = rows.map(|(place, (count, exposure, value))| stats::panel::Row {
            unit: place as u32 / periods,
            period: i64::from(place as u32 % periods),
            count: f64::from(*count),
            exposure: f64::from(*exposure),
            predictors: vec![value.map(f64::from), Some(f64::from(count % 3))],
        });
        let names = Names { file: "a.csv".into(), count: "complaints".into(), exposure: None };
        let panel = Panel {
            units: (0..units).map(|unit| unit.to_string()).collect(),
            predictors: vec!["strain".into(), "mood".into()],
            rows: rows.collect(),
        };
        Question { panel, span: ("1".into(), "9".into()), names }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig {
            cases: 24, failure_persistence: None, ..Default::default()
        })]

        #[test]
        fn no_table_makes_the_words_claim_too_much(
            units in 1_u32..15,
            cells in proptest::collection::vec((0_u32..9, 0_u32..300, proptest::option::of(0_u32..101)), 1..400),
        ) {
            let question = question(units, &cells);
            for lags in [None, Some((1, 2))] {
                let options = Options { lags, min_present: 1, ..Options::default() };
                let report = analyse(&question.panel, &options).unwrap();
                for lang in Lang::ALL {
                    let headline = link_headline::of(&question, &options, &[]);
                    let Ok(headline) = headline else { panic!("no headline") };
                    let lines = text(&question, &report, &headline, lang).join("\n");
                    proptest::prop_assert!(is_modest(&lines), "{}", lines);
                    proptest::prop_assert!(!lines.contains("panel-") && !lines.contains("link-"), "{}", lines);
                }
            }
        }
    }

    #[test]
    fn a_report_stands_alone_and_is_modest_in_both_languages() {
        let cells: Vec<(u32, u32, Option<u32>)> = (0_u32..12 * 80)
            .map(|i| ((i * 7919) % 11, 200 + (i * 31) % 90, Some((i * 104_729) % 101)))
            .collect();
        let question = question(12, &cells);
        let options = Options::default();
        let report = analyse(&question.panel, &options).unwrap();
        for lang in Lang::ALL {
            let Ok(headline) = link_headline::of(&question, &options, &[]) else { panic!("no headline") };
            let (question, report, headline) = (&question, &report, &headline);
            let html = Material { lang, question, report, headline, options: &options }.html();
            let Ok(html) = html else { panic!("no report") };
            let words = html.split("</style>").last().unwrap();
            assert!(is_modest(words));
            assert!(html.matches("<figure>").count() >= 6, "{}", html.matches("<figure>").count());
            for outside in ["http://", "https://", "src=", "href=", "<script"] {
                assert!(!html.contains(outside), "{outside}");
            }
        }
    }

    #[test]
    fn a_rate_that_never_varies_gets_a_reason_and_no_percentage() {
        let cells: Vec<(u32, u32, Option<u32>)> =
            (0_u32..480).map(|i| (5, 100, Some(i * 37 % 101))).collect();
        let mut question = question(12, &cells);
        question.panel.predictors.truncate(1);
        question.panel.rows.iter_mut().for_each(|row| row.predictors.truncate(1));
        let options = Options { lags: None, ..Options::default() };
        let report = analyse(&question.panel, &options).unwrap();
        let Ok(headline) = link_headline::of(&question, &options, &[]) else { panic!("no headline") };
        for lang in Lang::ALL {
            let lines = text(&question, &report, &headline, lang);
            assert!(!lines.join(" ").contains('%'), "{lines:?}");
        }
        let lines = text(&question, &report, &headline, Lang::En);
        assert!(lines[0].contains("the rate does not vary"), "{lines:?}");
    }
}
