//! A funnel in words, as a figure and as a report.

use charts::{
    Centre, Estimate, Estimates, FunnelLimit, FunnelPoint, NumberFormat, Svg, estimates_svg, funnel_svg,
};
use domain::{Lang, format};
use serde_json::json;
use stats::{
    rate::{self, Rate},
    spc::{
        Direction, Point,
        funnel::{FEWEST_UNITS, Funnel},
    },
};

use super::{
    Failure,
    page::Page,
    series_file::Entry,
    spc_report::{Subject, apart, decimal, decimals, meaning},
    spc_words::with_range,
    words::pick,
};

/// Points along the curves of the limits.
const CURVE: u32 = 160;

/// With more units than this their names would cover the figure; only those outside keep theirs.
const MOST_NAMES: usize = 12;

/// A funnel with the units it was drawn from.
pub(super) struct Report {
    pub(super) funnel: Funnel,
    pub(super) entries: Vec<Entry>,
    pub(super) subject: Subject,
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

    /// The rate or share of a unit with its range.
    fn rate(&self, entry: &Entry) -> Option<Rate> {
        let range = if self.funnel.is_share { rate::wilson } else { rate::garwood };
        range(entry.value?, entry.exposure?, 1.0)
    }

    fn with_range(&self, rate: &Rate) -> String {
        with_range(self.subject.lang, rate, self.subject.per, self.decimals())
    }

    /// Where there are no limits: each unit with its range, the highest first.
    fn ranked(&self) -> Vec<(&Entry, Rate)> {
        let mut ranked: Vec<_> =
            self.entries.iter().filter_map(|entry| Some((entry, self.rate(entry)?))).collect();
        ranked.sort_by(|(_, one), (_, other)| other.rate.total_cmp(&one.rate));
        ranked
    }

    /// Whether there are so few units that they are listed with their ranges.
    fn is_list(&self) -> bool {
        self.known() < FEWEST_UNITS
    }

    fn known(&self) -> usize {
        self.funnel.points.iter().filter(|point| point.value.is_some()).count()
    }

    /// Units outside the limits, in the order of the file: a funnel does not rank.
    fn outside(&self) -> impl Iterator<Item = (&Entry, &Point)> {
        self.entries.iter().zip(&self.funnel.points).filter(|(_, point)| point.signal.is_some())
    }

    fn explain(&self, entry: &Entry, point: &Point) -> String {
        let lang = self.subject.lang;
        let name = &entry.name;
        let value = point.value.unwrap_or_default();
        let range = match self.rate(entry) {
            Some(rate) => self.with_range(&rate),
            None => self.number(value),
        };
        let Some(direction) = point.signal.map(|signal| signal.direction) else {
            return format!("{name}: {range}.");
        };
        let is_high = direction == Direction::High;
        let limit = if is_high { point.upper } else { point.lower }.unwrap_or_default();
        let per = self.subject.per;
        let (short, limit) = apart(lang, value * per, limit * per, self.decimals());
        let range = if range.starts_with(&format!("{short} ")) { range } else { short };
        match (is_high, lang) {
            (true, Lang::En) => format!("{name}: {range}, above the upper limit for its size, {limit}."),
            (true, Lang::Nb) => format!("{name}: {range}, over den øvre grensen for sin størrelse, {limit}."),
            (false, Lang::En) => format!("{name}: {range}, below the lower limit for its size, {limit}."),
            (false, Lang::Nb) => {
                format!("{name}: {range}, under den nedre grensen for sin størrelse, {limit}.")
            }
        }
    }

    fn basis(&self) -> Vec<String> {
        let lang = self.subject.lang;
        let known = self.known();
        let missing = self.funnel.points.len() - known;
        let mut lines = vec![match lang {
            Lang::En => format!("{known} units; {missing} without exposure are left out."),
            Lang::Nb => format!("{known} enheter; {missing} uten eksponering er utelatt."),
        }];
        let Some(center) = self.funnel.center else { return lines };
        if self.funnel.is_share {
            lines.push(pick(
                lang,
                "Read as shares, so many of so many; --rates if one exposure can bring several events.",
                "Lest som andeler, så mange av så mange; --rates hvis én eksponering kan gi flere hendelser.",
            ).to_owned());
        }
        let center = self.number(center);
        lines.push(match lang {
            Lang::En => format!("All together: {center}."),
            Lang::Nb => format!("Alle samlet: {center}."),
        });
        if self.has_limits() {
            lines.extend(self.limits_rest_on());
        } else {
            lines.push(match lang {
                Lang::En => format!("No limits: they take at least {FEWEST_UNITS} units and one event."),
                Lang::Nb => format!("Ingen grenser: det trengs minst {FEWEST_UNITS} enheter og én hendelse."),
            });
        }
        if self.is_list() {
            lines.push(pick(
                lang,
                "So few units are listed with their ranges, from the highest down; where ranges overlap the order may be chance.",
                "Så få enheter står i en liste med intervaller, fra den høyeste og ned; der intervallene overlapper, kan rekkefølgen være tilfeldig.",
            ).to_owned());
        }
        lines
    }

    /// What the limits stand around, and why they are as wide as they are.
    fn limits_rest_on(&self) -> Vec<String> {
        let lang = self.subject.lang;
        let mut lines = Vec::new();
        let usual = self.funnel.usual.filter(|usual| Some(*usual) != self.funnel.center);
        if let Some(usual) = usual {
            let usual = self.number(usual);
            lines.push(match lang {
                Lang::En => format!("The limits stand around {usual}, the rate of the units that agree: whoever is far off is no measure of itself."),
                Lang::Nb => format!("Grensene står rundt {usual}, raten for enhetene som stemmer overens: den som er langt utenfor, er ikke sin egen målestokk."),
            });
        }
        if self.funnel.between > 0.0 {
            let width = format::number(lang, self.funnel.width, 2);
            let between = format::number(
                lang,
                self.funnel.between * self.subject.per,
                usize::from(self.decimals()) + 1,
            );
            lines.push(match lang {
                Lang::En => format!(
                    "Units differ {width} times as much as chance explains, so the limits allow for a standard deviation of {between} between units."
                ),
                Lang::Nb => format!(
                    "Enhetene er {width} ganger så ulike som tilfeldigheter forklarer, så grensene gir rom for et standardavvik på {between} mellom enheter."
                ),
            });
        }
        if self.funnel.reach > 3.0 {
            let reach = format::number(lang, self.funnel.reach, 2);
            lines.push(match lang {
                Lang::En => format!("The limits lie {reach} instead of 3 standard deviations out, because so many units are judged at once, or so few tell how much they differ."),
                Lang::Nb => format!("Grensene ligger {reach} i stedet for 3 standardavvik ute, fordi så mange enheter vurderes samtidig, eller så få viser hvor ulike de er."),
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
            (_, 0, Lang::En) => "No unit differs from the others by more than chance.".to_owned(),
            (_, 0, Lang::Nb) => "Ingen enhet skiller seg fra de andre med mer enn tilfeldigheter.".to_owned(),
            (_, 1, Lang::En) => "One unit differs from the others by more than chance.".to_owned(),
            (_, 1, Lang::Nb) => "Én enhet skiller seg fra de andre med mer enn tilfeldigheter.".to_owned(),
            (_, count, Lang::En) => format!("{count} units differ from the others by more than chance."),
            (_, count, Lang::Nb) => {
                format!("{count} enheter skiller seg fra de andre med mer enn tilfeldigheter.")
            }
        }
    }

    pub(super) fn text(&self) -> Vec<String> {
        let mut lines = vec![self.subject.title()];
        lines.extend(self.basis());
        lines.push(self.verdict());
        lines.extend(self.outside().map(|(entry, point)| format!("  {}", self.explain(entry, point))));
        if self.is_list() {
            let line =
                |(entry, rate): &(&Entry, Rate)| format!("  {}: {}.", entry.name, self.with_range(rate));
            lines.extend(self.ranked().iter().map(line));
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    pub(super) fn json(&self) -> serde_json::Value {
        let per = self.subject.per;
        let scaled = |value: Option<f64>| value.map(|value| value * per);
        let units = self.entries.iter().zip(&self.funnel.points).zip(&self.funnel.against);
        let units: Vec<_> = units
            .map(|((entry, point), against)| {
                json!({
                    "unit": entry.name, "count": entry.value, "exposure": entry.exposure,
                    "value": scaled(point.value), "lower": scaled(point.lower), "upper": scaled(point.upper),
                    "signal": point.signal,
                    "interval": self.rate(entry).map(|rate| [rate.lower * per, rate.upper * per]),
                    "expected": against.map(|against| against.expected),
                    "tail": against.map(|against| against.tail),
                })
            })
            .collect();
        json!({
            "chart": "funnel", "center": scaled(self.funnel.center), "width": self.funnel.width,
            "usual": scaled(self.funnel.usual), "between": self.funnel.between * per,
            "reach": self.funnel.reach, "shares": self.funnel.is_share, "units": units,
        })
    }

    /// The ranges of a few units, one below the other.
    fn list(&self) -> Result<Svg, Failure> {
        let (lang, per) = (self.subject.lang, self.subject.per);
        let rows = self.ranked().into_iter().map(|(entry, rate)| Estimate {
            label: entry.name.clone(),
            value: Some(rate.rate * per),
            interval: Some((rate.lower * per, rate.upper * per)),
            value_label: self.number(rate.rate),
            explanation: format!("{}: {}.", entry.name, self.with_range(&rate)),
            ..Estimate::default()
        });
        let estimates = Estimates {
            rows: rows.collect(),
            none: self.funnel.center.map(|center| center * per),
            scale_label: self.subject.title(),
            format: NumberFormat { decimal: decimal(lang), decimals: self.decimals() },
            description: format!("{}.", self.subject.title()),
        };
        let size = estimates.comfortable_size(720);
        Ok(estimates_svg(&estimates, size)?)
    }

    pub(super) fn figure(&self) -> Result<Svg, Failure> {
        if self.is_list() && self.known() > 0 {
            return self.list();
        }
        let (lang, per) = (self.subject.lang, self.subject.per);
        let is_named = |point: &Point| point.signal.is_some() || self.known() <= MOST_NAMES;
        let known = || self.entries.iter().zip(&self.funnel.points);
        let points = known().filter_map(|(entry, point)| {
            Some(FunnelPoint {
                exposure: entry.exposure?,
                value: point.value? * per,
                signal: point.signal.map(|signal| meaning(signal.direction, self.subject.worse)),
                label: is_named(point).then(|| entry.name.clone()),
                explanation: self.explain(entry, point),
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

    pub(super) fn html(&self) -> Result<String, Failure> {
        let lang = self.subject.lang;
        let mut page = Page::new(lang, &self.subject.title());
        let verdict = self.verdict();
        if !verdict.is_empty() {
            page.lead(&verdict);
        }
        let caption = match self.is_list() {
            true => pick(
                lang,
                "Each row is a unit with its 95 % range; the dotted line is all together.",
                "Hver rad er en enhet med 95 %-intervall; den prikkede linjen er alle samlet.",
            ),
            false => pick(
                lang,
                "Each dot is a unit; the band is what chance alone can do to a unit of that size. Only marked units lie outside it.",
                "Hver prikk er en enhet; båndet er hva tilfeldigheter alene kan gjøre med en enhet av den størrelsen. Bare merkede enheter ligger utenfor.",
            ),
        };
        page.figure(&self.figure()?, caption);
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
                    self.rate(entry).map_or_else(
                        || "–".to_owned(),
                        |rate| format!("{}–{}", self.number(rate.lower), self.number(rate.upper)),
                    ),
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
            pick(lang, "95 % range", "95 %-intervall"),
        ];
        page.table(&self.subject.title(), &heads, &rows);
        Ok(page.finish())
    }
}
