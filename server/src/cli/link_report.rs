//! The link as a report: one HTML file with the answer, the figures behind it, what was left out, and how
//! it was worked out.

use charts::{Estimate, Estimates, NumberFormat, Signal, Svg, estimates_svg};
use domain::{Lang, format};
use stats::link::{Lumpiness, Options, Report, Summary, Verdict, headline::Headline, sensitivity};

use super::{
    Failure, link_headline, link_question::Question, link_words as words, page::Page, spc_report::decimal,
    words::pick,
};

/// How wide figures are drawn.
const WIDTH: u32 = 760;

/// Everything the report is made of.
pub(super) struct Material<'a> {
    pub(super) lang: Lang,
    pub(super) question: &'a Question,
    pub(super) report: &'a Report,
    pub(super) headline: &'a Headline,
    pub(super) options: &'a Options,
}

/// A share as a change: 1.21 is +21.
pub(super) fn change(ratio: f64) -> f64 {
    (ratio - 1.0) * 100.0
}

impl Material<'_> {
    /// The report as a file.
    ///
    /// # Errors
    /// When numbers have no place on an axis.
    pub(super) fn html(&self) -> Result<String, Failure> {
        let Question { names, panel, .. } = self.question;
        let lang = self.lang;
        let title = match lang {
            Lang::En => format!("{} and {}", panel.predictors.join(", "), names.count),
            Lang::Nb => format!("{} og {}", panel.predictors.join(", "), names.count),
        };
        let mut page = Page::new(lang, &title);
        page.lead(&link_headline::leading(lang, self.question, self.report, self.headline));
        page.say(pick(
            lang,
            "An association, not proof of cause, and about units, not persons.",
            "En samvariasjon, ikke bevis for årsak, og om enheter, ikke personer.",
        ));
        page.note(&self.data_line());
        let summaries = self.summaries();
        self.estimates(&mut page, &summaries)?;
        self.lags(&mut page)?;
        self.between(&mut page)?;
        self.forecast(&mut page)?;
        self.robustness(&mut page, &summaries);
        self.data(&mut page);
        self.method(&mut page);
        Ok(page.finish())
    }

    fn summaries(&self) -> Vec<Summary> {
        link_headline::summaries(self.report, self.headline)
    }

    fn data_line(&self) -> String {
        let model = &self.report.model;
        let (from, to) = &self.question.span;
        let events = format::number(self.lang, model.events, 0);
        let (rows, units, periods, dropped) = (model.n, model.units, model.periods, model.dropped.rows());
        match self.lang {
            Lang::En => format!(
                "{rows} rows of {units} units in {periods} periods ({from} – {to}) with {events} events; {dropped} rows left out."
            ),
            Lang::Nb => format!(
                "{rows} rader fra {units} enheter i {periods} perioder ({from} – {to}) med {events} hendelser; {dropped} rader utelatt."
            ),
        }
    }

    pub(super) fn percent(&self, value: f64) -> String {
        let decimals = usize::from(value.abs() < 9.95);
        let sign = if value > 0.0 && format!("{value:.decimals$}").bytes().any(|b| (b'1'..=b'9').contains(&b))
        {
            "+"
        } else {
            ""
        };
        format!("{sign}{} %", format::number(self.lang, value, decimals))
    }

    pub(super) fn range(&self, [low, high]: [f64; 2]) -> String {
        let to = pick(self.lang, "to", "til");
        format!("{} {to} {}", self.percent(low), self.percent(high))
    }

    pub(super) fn p(&self, p: f64) -> String {
        if p < 0.001 {
            format!("< {}", format::number(self.lang, 0.001, 3))
        } else {
            format::number(self.lang, p, 3)
        }
    }

    pub(super) fn draw(&self, rows: Vec<Estimate>, scale: &str, description: String) -> Result<Svg, Failure> {
        let figure = Estimates {
            rows,
            none: Some(0.0),
            scale_label: scale.to_owned(),
            format: NumberFormat { decimal: decimal(self.lang), decimals: 1 },
            description,
        };
        Ok(estimates_svg(&figure, figure.comfortable_size(WIDTH))?)
    }

    pub(super) fn scale(&self) -> &'static str {
        pick(self.lang, "change of the rate, per cent", "endring i raten, prosent")
    }

    /// A predictor with its step: "strain, 10 higher".
    pub(super) fn step_name(&self, place: usize) -> String {
        let question = self.question;
        let step = question.step_text(place, self.lang);
        let name = question.panel.predictors.get(place).map_or("", String::as_str);
        match self.lang {
            Lang::En => format!("{name}, {step} higher"),
            Lang::Nb => format!("{name}, {step} høyere"),
        }
    }

    /// A row for a rate ratio with its interval; without one there is only the name.
    pub(super) fn row(
        &self,
        label: &str,
        ratio: Option<f64>,
        interval: Option<[f64; 2]>,
        finding: bool,
    ) -> Estimate {
        let value = ratio.map(change).filter(|value| value.abs() < 1e6);
        let interval =
            interval.map(|ends| ends.map(change)).filter(|ends| ends.iter().all(|e| e.abs() < 1e6));
        let written = match (value, interval) {
            (Some(value), Some(ends)) => format!("{} ({})", self.percent(value), self.range(ends)),
            (Some(value), None) => self.percent(value),
            (None, _) => pick(self.lang, "no estimate", "ikke noe anslag").to_owned(),
        };
        let signal = (finding && value.is_some()).then_some(match value {
            Some(value) if value < 0.0 => Signal::Better,
            _ => Signal::Concern,
        });
        Estimate {
            label: label.to_owned(),
            value,
            interval: interval.map(|[low, high]| (low, high)).filter(|_| value.is_some()),
            signal,
            explanation: format!("{label}: {written}."),
            value_label: written,
            is_apart: false,
        }
    }

    fn estimates(&self, page: &mut Page, summaries: &[Summary]) -> Result<(), Failure> {
        let lang = self.lang;
        page.section(pick(lang, "How large is the difference?", "Hvor stor er forskjellen?"));
        for answer in &self.headline.predictors {
            page.say(&link_headline::sentence(lang, self.question, self.report, answer));
        }
        if summaries.iter().all(|summary| summary.rate_ratio.is_none()) {
            return Ok(());
        }
        let is_finding =
            |summary: &Summary| matches!(summary.verdict, Verdict::Significant | Verdict::EarlySignal);
        let rows = summaries.iter().enumerate().map(|(place, summary)| {
            self.row(&self.step_name(place), summary.rate_ratio, summary.interval, is_finding(summary))
        });
        let caption = pick(
            lang,
            "Each line is the 95 % range of the change in the rate; ranges across the dotted line fit no change as well.",
            "Hver linje er 95 %-intervallet for endringen i raten; intervaller over den prikkede linjen passer også med ingen endring.",
        );
        page.figure(&self.draw(rows.collect(), self.scale(), caption.to_owned())?, caption);
        let heads = [
            pick(lang, "~Predictor", "~Forklaringstall"),
            pick(lang, "Change of the rate", "Endring i raten"),
            pick(lang, "95 % range", "95 %-intervall"),
            "p",
            pick(lang, "~Verdict", "~Vurdering"),
        ];
        let dash = || "–".to_owned();
        let rows: Vec<Vec<String>> = summaries
            .iter()
            .zip(&self.headline.predictors)
            .enumerate()
            .map(|(place, (summary, answer))| {
                vec![
                    self.step_name(place),
                    summary.rate_ratio.map_or_else(dash, |ratio| self.percent(change(ratio))),
                    summary.interval.map_or_else(dash, |ends| self.range(ends.map(change))),
                    summary.p.map_or_else(dash, |p| self.p(p)),
                    link_headline::word(lang, answer.verdict).to_owned(),
                ]
            })
            .collect();
        let caption = pick(
            lang,
            "p is corrected for the number of predictors and for looking again as figures come in, so that it can be above 0.05 where a range leaves out no change.",
            "p er korrigert for antall forklaringstall og for at en ser på nytt når det kommer tall til, og kan derfor være over 0,05 der et intervall utelukker ingen endring.",
        );
        page.table(caption, &heads, &rows);
        Ok(())
    }

    fn robustness(&self, page: &mut Page, summaries: &[Summary]) {
        let lang = self.lang;
        let mut remarks: Vec<String> = self.report.gates.iter().map(|gate| words::gate(lang, gate)).collect();
        if summaries.iter().any(|summary| summary.may_be_unrelated_trends) {
            let text = pick(
                lang,
                "It may be two unrelated slow trends: shifted in time, they look just as close.",
                "Det kan være to langsomme utviklinger uten sammenheng: forskjøvet i tid ser de like nære ut.",
            );
            remarks.push(text.to_owned());
        }
        for term in &self.report.terms {
            let place = self.question.panel.predictors.iter().position(|name| *name == term.name);
            if let Some((unit, place)) = term.influential_unit.as_ref().zip(place) {
                let without = change((unit.estimate_without * self.question.step(place)).exp());
                let (name, without) = (&unit.unit, self.percent(without));
                remarks.push(match lang {
                    Lang::En => format!("{}: without unit {name} the change would be {without}.", term.name),
                    Lang::Nb => format!("{}: uten enheten {name} ville endringen vært {without}.", term.name),
                });
            }
            if let Some(inflation) = term.variance_inflation.filter(|inflation| *inflation > 5.0) {
                let inflation = format::number(lang, inflation, 1);
                remarks.push(match lang {
                    Lang::En => format!(
                        "{}: the other predictors follow it closely and inflate its variance {inflation} times.",
                        term.name
                    ),
                    Lang::Nb => format!(
                        "{}: de andre forklaringstallene følger det tett og øker variansen {inflation} ganger.",
                        term.name
                    ),
                });
            }
        }
        if let Some(dispersion) = self.report.model.dispersion {
            let number = format::number(lang, dispersion, 2);
            let word = match Lumpiness::of(dispersion) {
                Lumpiness::AsExpected => {
                    pick(lang, "as lumpy as chance makes them", "så ujevne som tilfeldigheter gjør dem")
                }
                Lumpiness::Lumpy => {
                    pick(lang, "lumpier than chance makes them", "mer ujevne enn tilfeldigheter gjør dem")
                }
                Lumpiness::VeryLumpy => pick(
                    lang,
                    "much lumpier than chance makes them",
                    "mye mer ujevne enn tilfeldigheter gjør dem",
                ),
            };
            remarks.push(match lang {
                Lang::En => format!("The counts are {word} (dispersion {number}); the ranges allow for it."),
                Lang::Nb => {
                    format!("Antallene er {word} (spredning {number}); intervallene tar høyde for det.")
                }
            });
        }
        if let Some(found) = sensitivity::sensitivity(&self.question.panel, self.options) {
            let text = if found.is_sensitive {
                pick(
                    lang,
                    "Sensitive to the choice of model: a negative binomial model says something else.",
                    "Følsomt for valg av modell: en negativ binomisk modell sier noe annet.",
                )
            } else {
                pick(
                    lang,
                    "A negative binomial model says the same.",
                    "En negativ binomisk modell sier det samme.",
                )
            };
            remarks.push(text.to_owned());
        }
        if remarks.is_empty() {
            return;
        }
        page.section(pick(lang, "How firm is it?", "Hvor sikkert er det?"));
        page.list(remarks);
    }

    fn data(&self, page: &mut Page) {
        let lang = self.lang;
        let model = &self.report.model;
        page.section(pick(lang, "Data used and left out", "Data som er brukt og utelatt"));
        page.say(&self.data_line());
        let mut rows = vec![vec![pick(lang, "rows used", "rader brukt").to_owned(), model.n.to_string()]];
        let dropped = words::dropped(lang, &model.dropped);
        rows.extend(dropped.into_iter().map(|(reason, rows)| vec![reason, rows.to_string()]));
        if model.dropped.kept_count_above_exposure > 0 {
            let name = pick(
                lang,
                "used, with more events than exposure",
                "brukt, med flere hendelser enn eksponering",
            );
            rows.push(vec![name.to_owned(), model.dropped.kept_count_above_exposure.to_string()]);
        }
        let heads = [pick(lang, "~Rows", "~Rader"), pick(lang, "Number", "Antall")];
        page.table(&self.question.names.file, &heads, &rows);
    }

    fn method(&self, page: &mut Page) {
        let lang = self.lang;
        page.section(pick(lang, "How it was worked out", "Slik er det regnet ut"));
        let Question { names, .. } = self.question;
        let exposure =
            names.exposure.as_deref().unwrap_or_else(|| pick(lang, "1 in each row", "1 i hver rad"));
        let mut steps = vec![
            match lang {
                Lang::En => format!(
                    "The rate is {} over {exposure}. Each unit is compared with its own usual level, so that lasting differences between units play no part.",
                    names.count
                ),
                Lang::Nb => format!(
                    "Raten er {} over {exposure}. Hver enhet er sammenlignet med sitt eget vanlige nivå, så varige forskjeller mellom enheter spiller ingen rolle.",
                    names.count
                ),
            },
            words::window(lang, self.options.lags, self.options.period_length),
            words::time(lang, self.report.model.time_effects).to_owned(),
        ];
        steps.extend([
            pick(
                lang,
                "A Poisson model for rates is fitted by maximum likelihood; it needs only the mean to be right, not the spread.",
                "En Poisson-modell for rater er tilpasset med største sannsynlighet; den trenger bare at middelverdien er riktig, ikke spredningen.",
            ),
            pick(
                lang,
                "Ranges come from leaving out one unit at a time (cluster jackknife) and Student’s t with one degree of freedom less than units.",
                "Intervallene kommer av å utelate én enhet om gangen (klynge-jackknife) og Students t med én frihetsgrad mindre enn enheter.",
            ),
            pick(
                lang,
                "p is the larger of that t-test and of flipping the signs of whole units, corrected by Holm’s method.",
                "p er den største av denne t-testen og av å snu fortegnet for hele enheter, korrigert med Holms metode.",
            ),
        ]
        .map(str::to_owned));
        steps.push(match lang {
            Lang::En => format!("Everything drawn at random starts from the seed {}.", self.options.seed),
            Lang::Nb => format!("Alt som trekkes tilfeldig, starter fra frøet {}.", self.options.seed),
        });
        page.list(steps);
    }
}
