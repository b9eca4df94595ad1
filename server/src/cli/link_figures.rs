//! Three figures of the report on the link: when, between and within, and whether it helps to forecast.

use charts::Estimate;
use domain::{Lang, format};
use stats::link::{
    backtest::{self, Backtest},
    comparison::{self, Slope},
    profile::{self, Profile},
    reverse,
};

use super::{
    Failure,
    link_report::{Material, change},
    link_words as words,
    page::Page,
    words::pick,
};

impl Material<'_> {
    /// When, and which comes first: every distance in time by itself, with the checks.
    ///
    /// # Errors
    /// When numbers have no place on an axis.
    pub(super) fn lags(&self, page: &mut Page) -> Result<(), Failure> {
        let lang = self.lang;
        let panel = &self.question.panel;
        let Ok(Profile { points, direction_unclear, gates, .. }) = profile::profile(panel, self.options)
        else {
            return Ok(());
        };
        page.section(pick(lang, "When, and which comes first?", "Når, og hva kommer først?"));
        if !gates.is_empty() {
            page.list(gates.iter().map(|gate| words::gate(lang, gate)));
        }
        let length = self.options.period_length;
        for (place, name) in panel.predictors.iter().enumerate() {
            let own: Vec<_> = points.iter().filter(|point| point.predictor == *name).collect();
            if own.is_empty() {
                continue;
            }
            let step = self.question.step(place);
            let mut rows = Vec::new();
            let mut cells = Vec::new();
            for point in &own {
                let when = words::lag(lang, point.lag, length);
                let ratio = (point.estimate * step).exp();
                let ends = point.interval.map(|ends| ends.map(|end| (end * step).exp()));
                let mut row = self.row(&when, Some(ratio), ends, point.lag > 0 && point.q < 0.05);
                row.is_apart = matches!(point.lag, 0 | 1);
                let interval = ends.map_or_else(|| "–".to_owned(), |ends| self.range(ends.map(change)));
                cells.push(vec![when, self.percent(change(ratio)), interval, self.p(point.q)]);
                rows.push(row);
            }
            page.part(&self.step_name(place));
            let caption = pick(
                lang,
                "Each distance in time by itself, on the same rows. The first rows look backwards as a check: a predictor measured after the events cannot have come first.",
                "Hver avstand i tid for seg, på de samme radene. De første radene ser bakover som kontroll: et tall målt etter hendelsene kan ikke ha kommet først.",
            );
            page.figure(&self.draw(rows, self.scale(), format!("{name}. {caption}"))?, caption);
            let heads = [
                pick(lang, "~Measured", "~Målt"),
                pick(lang, "Change of the rate", "Endring i raten"),
                pick(lang, "95 % range", "95 %-intervall"),
                "q",
            ];
            let caption = pick(
                lang,
                "q is p corrected for the number of distances (Benjamini and Hochberg).",
                "q er p korrigert for antall avstander (Benjamini og Hochberg).",
            );
            page.table(caption, &heads, &cells);
            if direction_unclear.contains(name) {
                page.say(pick(
                    lang,
                    "Direction unclear: values measured after the events go together with them about as closely as earlier ones, so the events may come first, or both follow something else.",
                    "Retningen er uklar: verdier målt etter hendelsene følger dem omtrent like tett som tidligere verdier, så hendelsene kan komme først, eller begge følger noe annet.",
                ));
            }
            self.turned_around(page, place, name);
        }
        Ok(())
    }

    /// The question turned around, in one sentence.
    fn turned_around(&self, page: &mut Page, place: usize, name: &str) {
        let lang = self.lang;
        let Ok(Some(found)) = reverse::reverse(&self.question.panel, self.options, place) else { return };
        let number = |value: f64| format::number(lang, value, 2);
        let [low, high] = found.interval;
        let (estimate, low, high) = (number(found.estimate), number(low), number(high));
        page.say(&match lang {
            Lang::En => format!(
                "The other way round: after periods with a rate one standard deviation above the unit’s usual, {name} was {estimate} higher (95 % range {low} to {high})."
            ),
            Lang::Nb => format!(
                "Den andre veien: etter perioder med en rate ett standardavvik over det vanlige for enheten var {name} {estimate} høyere (95 %-intervall {low} til {high})."
            ),
        });
    }

    /// Units with each other and with themselves.
    ///
    /// # Errors
    /// When numbers have no place on an axis.
    pub(super) fn between(&self, page: &mut Page) -> Result<(), Failure> {
        let lang = self.lang;
        let panel = &self.question.panel;
        let mut has_begun = false;
        for place in 0..panel.predictors.len() {
            let Some(found) = comparison::compare(panel, self.options, place) else { continue };
            if !has_begun {
                has_begun = true;
                page.section(pick(lang, "Between units and within them", "Mellom enheter og innenfor dem"));
            }
            let step = self.question.step(place);
            let scaled =
                |slope: Slope| ((slope.estimate * step).exp(), slope.interval.map(|end| (end * step).exp()));
            let comparisons = [
                (pick(lang, "all rows alike", "alle rader under ett"), found.pooled, false),
                (pick(lang, "units with each other", "enheter med hverandre"), found.between, false),
                (pick(lang, "each unit with itself", "hver enhet med seg selv"), found.within, true),
            ];
            let mut rows = Vec::new();
            let mut cells = Vec::new();
            for (label, slope, is_answer) in comparisons {
                let (ratio, ends) = scaled(slope);
                let excludes_none = slope.interval[0] * slope.interval[1] > 0.0;
                rows.push(self.row(label, Some(ratio), Some(ends), is_answer && excludes_none));
                cells.push(vec![label.to_owned(), self.percent(change(ratio)), self.range(ends.map(change))]);
            }
            page.part(&self.step_name(place));
            let verdict = words::flag(lang, found.flag);
            page.figure(&self.draw(rows, self.scale(), verdict.to_owned())?, verdict);
            let heads = [
                pick(lang, "~Comparison", "~Sammenligning"),
                pick(lang, "Change of the rate", "Endring i raten"),
                pick(lang, "95 % range", "95 %-intervall"),
            ];
            let caption = pick(
                lang,
                "This predictor alone in the model. The last row is the one the answer rests on.",
                "Dette forklaringstallet alene i modellen. Svaret bygger på den siste raden.",
            );
            page.table(caption, &heads, &cells);
        }
        Ok(())
    }

    /// Whether the predictors help to forecast what was not yet known.
    ///
    /// # Errors
    /// When numbers have no place on an axis.
    pub(super) fn forecast(&self, page: &mut Page) -> Result<(), Failure> {
        let lang = self.lang;
        page.section(pick(lang, "Does it help to forecast?", "Hjelper det å forutsi?"));
        let mut has_any = false;
        for horizon in [1, 4] {
            let Ok(Backtest { staff: Some(staff), rivals, n_forecasts, is_predictive, gates, .. }) =
                backtest::backtest(&self.question.panel, self.options, horizon)
            else {
                continue;
            };
            if rivals.is_empty() {
                continue;
            }
            has_any = true;
            page.part(&match lang {
                Lang::En => format!("Periods ahead: {horizon}"),
                Lang::Nb => format!("Perioder fram: {horizon}"),
            });
            let summary = match (lang, is_predictive) {
                (Lang::En, true) => format!(
                    "Predictive: in {n_forecasts} forecasts of what was not yet known, the model with the predictors was better than every forecast without them."
                ),
                (Lang::En, false) => format!(
                    "Not shown to be predictive: in {n_forecasts} forecasts of what was not yet known, the model with the predictors was not clearly better than every forecast without them."
                ),
                (Lang::Nb, true) => format!(
                    "Forutsier: i {n_forecasts} forutsigelser av det som ennå ikke var kjent, var modellen med forklaringstallene bedre enn alle uten dem."
                ),
                (Lang::Nb, false) => format!(
                    "Ikke vist å forutsi: i {n_forecasts} forutsigelser av det som ennå ikke var kjent, var modellen med forklaringstallene ikke klart bedre enn alle uten dem."
                ),
            };
            let rows = rivals.iter().map(|rival| {
                let skill = 100.0 * rival.comparison.skill;
                let label = words::rival(lang, rival.rival);
                Estimate {
                    label: label.to_owned(),
                    value: Some(skill).filter(|skill| skill.abs() < 1e6),
                    value_label: self.percent(skill),
                    explanation: format!("{label}: {}.", self.percent(skill)),
                    ..Estimate::default()
                }
            });
            let scale =
                pick(lang, "error saved against each rival, per cent", "spart feil mot hver rival, prosent");
            page.figure(&self.draw(rows.collect(), scale, summary.clone())?, &summary);
            let number = |value: f64, decimals| format::number(lang, value, decimals);
            let dash = || "–".to_owned();
            let mut cells = vec![vec![
                pick(lang, "with the predictors", "med forklaringstallene").to_owned(),
                number(staff.mean_deviance, 3),
                number(staff.mean_absolute_error, 4),
                staff.scaled_error.map_or_else(dash, |error| number(error, 2)),
                dash(),
                dash(),
            ]];
            cells.extend(rivals.iter().map(|rival| {
                let (own, compared) = (rival.accuracy, rival.comparison);
                vec![
                    words::rival(lang, rival.rival).to_owned(),
                    number(own.mean_deviance, 3),
                    number(own.mean_absolute_error, 4),
                    own.scaled_error.map_or_else(dash, |error| number(error, 2)),
                    self.percent(100.0 * compared.skill),
                    compared.p.map_or_else(dash, |p| self.p(p)),
                ]
            }));
            let heads = [
                pick(lang, "~Forecast", "~Forutsigelse"),
                pick(lang, "Mean deviance", "Gj.snittlig devians"),
                pick(lang, "Mean error of the rate", "Gj.snittlig feil i raten"),
                "MASE",
                pick(lang, "Error saved", "Spart feil"),
                "p",
            ];
            let caption = pick(
                lang,
                "Lower is better. Error saved is about the mean deviance; p is one-sided (Diebold and Mariano).",
                "Lavere er bedre. Spart feil gjelder gjennomsnittlig devians; p er ensidig (Diebold og Mariano).",
            );
            page.table(caption, &heads, &cells);
            if !gates.is_empty() {
                page.list(gates.iter().map(|gate| words::gate(lang, gate)));
            }
        }
        if !has_any {
            let training = self.options.period_length.training() + backtest::LONGEST_HORIZON;
            page.say(&match lang {
                Lang::En => format!("No check: a forecast takes more than {training} periods to learn from."),
                Lang::Nb => {
                    format!("Ingen kontroll: en forutsigelse trenger mer enn {training} perioder å lære av.")
                }
            });
        }
        Ok(())
    }
}
