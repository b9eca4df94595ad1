//! `trivsel funnel`: units side by side in one period, with limits that are wider for smaller units.

use std::path::PathBuf;

use charts::{Centre, FunnelLimit, FunnelPoint, NumberFormat, Svg, funnel_svg};
use clap::Args;
use domain::{Lang, format};
use serde_json::json;
use stats::spc::{
    Direction,
    funnel::{FEWEST_UNITS, Funnel, funnel},
};

use super::{
    Failure, Outcome,
    page::{self, Page},
    say,
    series_file::{self, Entry, Query},
    spc::{parse_lang, parse_per, place_of},
    spc_report::{Subject, Worse, apart, decimal, decimals, meaning},
    table::Table,
    words::pick,
};

pub(super) const EXAMPLES: &str = "\
Examples:
  trivsel funnel beds.csv --unit unit --value complaints --exposure beds \\
      --period period --from 2014Q1 --to 2014Q4 --per 1000 --svg funnel.svg
  trivsel funnel teams.csv --unit team --value complaints --exposure contacts --json

All rows of a unit are added up. The question is whether a unit differs from all of them together by more
than chance; most differences between units are noise, so units are not ranked. Fewer than 5 units have no
limits. Exit code 2: the table cannot be read.";

#[derive(Args)]
pub(super) struct FunnelArgs {
    /// CSV file with a head row
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
    /// Which direction is the worrying one; signals are neutral without it
    #[arg(long, value_enum)]
    worse: Option<Worse>,
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

/// Points along the curves of the limits.
const CURVE: u32 = 160;

pub(super) fn run(args: &FunnelArgs) -> Outcome {
    let wrong = |line: String| Failure { line, code: 2 };
    let table = Table::read(&args.file).map_err(wrong)?;
    let query = Query {
        value: &args.value,
        exposure: Some(&args.exposure),
        period: args.period.as_deref(),
        from: args.from.as_deref(),
        to: args.to.as_deref(),
    };
    let entries = series_file::units(&table, &query, &args.unit).map_err(wrong)?;
    let counts: Vec<_> = entries.iter().map(Entry::count).collect();
    let funnel = funnel(&counts).map_err(|error| wrong(place_of(&table, &entries, &error, &args.value)))?;
    let report = Report { funnel, entries, subject: subject(args) };
    if let Some(path) = &args.svg {
        page::write(path, &report.figure()?.standalone())?;
    }
    if let Some(path) = &args.html {
        page::write(path, &report.html()?)?;
    }
    if args.json {
        say(&serde_json::to_string_pretty(&report.json())?);
    } else {
        report.text().iter().for_each(say);
    }
    Ok(())
}

fn subject(args: &FunnelArgs) -> Subject {
    Subject {
        lang: args.lang,
        value: args.value.clone(),
        exposure: Some(args.exposure.clone()),
        per: args.per,
        worse: args.worse,
        names: Vec::new(),
        is_between: false,
    }
}

struct Report {
    funnel: Funnel,
    entries: Vec<Entry>,
    subject: Subject,
}

impl Report {
    fn number(&self, rate: f64) -> String {
        format::number(self.subject.lang, rate * self.subject.per, usize::from(self.decimals()))
    }

    fn decimals(&self) -> u8 {
        decimals(
            self.funnel.points.iter().filter_map(|point| point.value).fold(0.0, f64::max) * self.subject.per,
        )
    }

    /// Units outside the limits, in the order of the file: a funnel does not rank.
    fn outside(&self) -> impl Iterator<Item = (&Entry, &stats::spc::Point)> {
        self.entries.iter().zip(&self.funnel.points).filter(|(_, point)| point.signal.is_some())
    }

    fn explain(&self, entry: &Entry, point: &stats::spc::Point) -> String {
        let lang = self.subject.lang;
        let name = &entry.name;
        let value = point.value.unwrap_or_default();
        let limit = match point.signal.map(|signal| signal.direction) {
            Some(Direction::High) => point.upper,
            _ => point.lower,
        };
        let per = self.subject.per;
        let (rate, limit) = apart(lang, value * per, limit.unwrap_or_default() * per, self.decimals());
        match (point.signal.map(|signal| signal.direction), lang) {
            (Some(Direction::High), Lang::En) => {
                format!("{name}: {rate}, above the upper limit for its size, {limit}.")
            }
            (Some(Direction::High), Lang::Nb) => {
                format!("{name}: {rate}, over den øvre grensen for sin størrelse, {limit}.")
            }
            (Some(Direction::Low), Lang::En) => {
                format!("{name}: {rate}, below the lower limit for its size, {limit}.")
            }
            (Some(Direction::Low), Lang::Nb) => {
                format!("{name}: {rate}, under den nedre grensen for sin størrelse, {limit}.")
            }
            (None, _) => format!("{name}: {}.", self.number(value)),
        }
    }

    fn basis(&self) -> Vec<String> {
        let lang = self.subject.lang;
        let known = self.funnel.points.iter().filter(|point| point.value.is_some()).count();
        let missing = self.funnel.points.len() - known;
        let mut lines = vec![match lang {
            Lang::En => format!("{known} units; {missing} without exposure are left out."),
            Lang::Nb => format!("{known} enheter; {missing} uten eksponering er utelatt."),
        }];
        let Some(center) = self.funnel.center else { return lines };
        let center = self.number(center);
        lines.push(match lang {
            Lang::En => format!("All together: {center}."),
            Lang::Nb => format!("Alle samlet: {center}."),
        });
        if !self.has_limits() {
            lines.push(match lang {
                Lang::En => format!("No limits: they take at least {FEWEST_UNITS} units and one event."),
                Lang::Nb => format!("Ingen grenser: det trengs minst {FEWEST_UNITS} enheter og én hendelse."),
            });
        } else if self.funnel.width > 1.0 {
            let width = format::number(lang, self.funnel.width, 2);
            lines.push(match lang {
                Lang::En => format!(
                    "Units differ more than chance explains, so the limits are {width} times as wide."
                ),
                Lang::Nb => {
                    format!("Enhetene er mer ulike enn tilfeldigheter forklarer, så grensene er {width} ganger så vide.")
                }
            });
        }
        lines
    }

    fn has_limits(&self) -> bool {
        self.funnel.points.iter().any(|point| point.upper.is_some())
    }

    fn verdict(&self) -> String {
        let lang = self.subject.lang;
        match (self.has_limits(), self.outside().count(), lang) {
            (false, ..) => String::new(),
            (_, 0, Lang::En) => "No unit differs from all together by more than chance.".to_owned(),
            (_, 0, Lang::Nb) => {
                "Ingen enhet skiller seg fra alle samlet med mer enn tilfeldigheter.".to_owned()
            }
            (_, 1, Lang::En) => "One unit differs from all together by more than chance.".to_owned(),
            (_, 1, Lang::Nb) => "Én enhet skiller seg fra alle samlet med mer enn tilfeldigheter.".to_owned(),
            (_, count, Lang::En) => format!("{count} units differ from all together by more than chance."),
            (_, count, Lang::Nb) => {
                format!("{count} enheter skiller seg fra alle samlet med mer enn tilfeldigheter.")
            }
        }
    }

    fn text(&self) -> Vec<String> {
        let mut lines = vec![self.subject.title()];
        lines.extend(self.basis());
        lines.push(self.verdict());
        lines.extend(self.outside().map(|(entry, point)| format!("  {}", self.explain(entry, point))));
        lines.retain(|line| !line.is_empty());
        lines
    }

    fn json(&self) -> serde_json::Value {
        let units: Vec<_> = self
            .entries
            .iter()
            .zip(&self.funnel.points)
            .map(|(entry, point)| {
                let scaled = |value: Option<f64>| value.map(|value| value * self.subject.per);
                json!({
                    "unit": entry.name, "count": entry.value, "exposure": entry.exposure,
                    "value": scaled(point.value), "lower": scaled(point.lower), "upper": scaled(point.upper),
                    "signal": point.signal,
                })
            })
            .collect();
        let center = self.funnel.center.map(|center| center * self.subject.per);
        json!({ "chart": "funnel", "center": center, "width": self.funnel.width, "units": units })
    }

    fn figure(&self) -> Result<Svg, Failure> {
        let (lang, per) = (self.subject.lang, self.subject.per);
        let known = || self.entries.iter().zip(&self.funnel.points);
        let points = known().filter_map(|(entry, point)| {
            Some(FunnelPoint {
                exposure: entry.exposure?,
                value: point.value? * per,
                signal: point.signal.map(|signal| meaning(signal.direction, self.subject.worse)),
                explanation: self.explain(entry, point),
                ..FunnelPoint::default()
            })
        });
        let widest = self.entries.iter().filter_map(|entry| entry.exposure).fold(0.0, f64::max);
        let limits = (1..=CURVE).filter_map(|step| {
            // Closer together where the curves are steep.
            let exposure = widest * 1.1 * (f64::from(step) / f64::from(CURVE)).powi(2);
            let (low, high) = self.funnel.limits_at(exposure)?;
            Some(FunnelLimit { exposure, low: low * per, high: high * per })
        });
        let all =
            |center: f64| format!("{} {}", pick(lang, "all together", "alle samlet"), self.number(center));
        let figure = charts::Funnel {
            points: points.collect(),
            limits: limits.collect(),
            centre: self.funnel.center.map(|center| Centre { value: center * per, label: all(center) }),
            format: NumberFormat { decimal: decimal(lang), decimals: self.decimals() },
            exposure_format: NumberFormat { decimal: decimal(lang), decimals: 0 },
            value_label: self.subject.title(),
            exposure_label: self.subject.exposure.clone().unwrap_or_default(),
            blank: pick(lang, "No units", "Ingen enheter").to_owned(),
            description: format!("{}. {}", self.subject.title(), self.verdict()).trim().to_owned(),
        };
        Ok(funnel_svg(&figure, charts::Funnel::SIZE)?)
    }

    fn html(&self) -> Result<String, Failure> {
        let lang = self.subject.lang;
        let mut page = Page::new(lang, &self.subject.title());
        let verdict = self.verdict();
        if !verdict.is_empty() {
            page.lead(&verdict);
        }
        page.figure(
            &self.figure()?,
            pick(
                lang,
                "Each dot is a unit; the band is what chance alone can do to a unit of that size. Only marked units lie outside it.",
                "Hver prikk er en enhet; båndet er hva tilfeldigheter alene kan gjøre med en enhet av den størrelsen. Bare merkede enheter ligger utenfor.",
            ),
        );
        page.list(self.basis());
        if self.outside().next().is_some() {
            page.section(pick(
                lang,
                "Outside the limits, in the order of the file",
                "Utenfor grensene, i filens rekkefølge",
            ));
            page.list(self.outside().map(|(entry, point)| self.explain(entry, point)));
        }
        page.section(pick(lang, "How to read it", "Slik leses det"));
        page.say(pick(
            lang,
            "A funnel is meant instead of a ranking: small units swing widely by chance, so their limits are wide. Being outside is a reason to look, not a verdict on anyone.",
            "En trakt er ment i stedet for en rangering: små enheter svinger mye ved tilfeldigheter, så grensene deres er vide. Å ligge utenfor er en grunn til å se nærmere, ikke en dom over noen.",
        ));
        page.section(pick(lang, "All units", "Alle enheter"));
        let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| self.number(value));
        let amount =
            |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| self.subject.amount(value));
        let rows: Vec<Vec<String>> = self
            .entries
            .iter()
            .zip(&self.funnel.points)
            .map(|(entry, point)| {
                vec![
                    entry.name.clone(),
                    amount(entry.value),
                    amount(entry.exposure),
                    number(point.value),
                    number(point.lower),
                    number(point.upper),
                ]
            })
            .collect();
        let heads = [
            pick(lang, "~Unit", "~Enhet"),
            &self.subject.value,
            self.subject.exposure.as_deref().unwrap_or_default(),
            pick(lang, "Rate", "Rate"),
            pick(lang, "Lower limit", "Nedre grense"),
            pick(lang, "Upper limit", "Øvre grense"),
        ];
        page.table(&self.subject.title(), &heads, &rows);
        Ok(page.finish())
    }
}
