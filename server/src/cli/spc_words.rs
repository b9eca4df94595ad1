//! What a control chart says, in sentences.

use domain::{Lang, format};
use stats::{
    rate::Rate,
    spc::{Chart, Direction, FEWEST_POINTS, FEWEST_POINTS_FOR_FIRM_LIMITS, Kind, RARE, Rule, anhoej::Runs},
};

use super::{
    spc_report::{Subject, apart, chart_decimals},
    stretches::Stretch,
    words::pick,
};

/// What is known of a chart beside its points.
pub(super) struct Facts {
    /// Events over exposure of all known points, with its range; none for single measurements.
    pub(super) rate: Option<Rate>,
    /// The same for each point.
    pub(super) rates: Vec<Option<Rate>>,
    /// All events, where they are counted.
    pub(super) events: Option<f64>,
    /// The share of steady series like this one that would show a signal.
    pub(super) false_alarms: Option<f64>,
    /// Whether the chart was left to the program to choose.
    pub(super) is_chosen: bool,
    /// Runs about the median, when asked for.
    pub(super) runs: Option<Runs>,
}

/// One signal in one sentence.
pub(super) fn explain(stretch: &Stretch, chart: &Chart, subject: &Subject) -> String {
    let lang = subject.lang;
    let high = stretch.direction == Direction::High;
    let (first, last) = (subject.name(stretch.first), subject.name(stretch.last));
    let when = if stretch.first == stretch.last { first.to_owned() } else { format!("{first} – {last}") };
    let marked = stretch.points;
    let what = match stretch.rule {
        Rule::Outside => {
            let point = chart.points.get(stretch.first);
            let value = point.and_then(|point| point.value).unwrap_or_default();
            let limit = point.and_then(|point| if high { point.upper } else { point.lower });
            let (value, limit) = apart(lang, value, limit.unwrap_or_default(), chart_decimals(chart));
            match (lang, high) {
                (Lang::En, true) => format!("{value} is above the upper limit, {limit}"),
                (Lang::En, false) => format!("{value} is below the lower limit, {limit}"),
                (Lang::Nb, true) => format!("{value} ligger over den øvre grensen, {limit}"),
                (Lang::Nb, false) => format!("{value} ligger under den nedre grensen, {limit}"),
            }
        }
        Rule::Trend => match (lang, high) {
            (Lang::En, true) => format!("{marked} points in a row that rise each time"),
            (Lang::En, false) => format!("{marked} points in a row that fall each time"),
            (Lang::Nb, true) => format!("{marked} punkter på rad som stiger hver gang"),
            (Lang::Nb, false) => format!("{marked} punkter på rad som synker hver gang"),
        },
        Rule::NearLimit => match (lang, high) {
            (Lang::En, true) => "near the upper limit, two of three points in a row".to_owned(),
            (Lang::En, false) => "near the lower limit, two of three points in a row".to_owned(),
            (Lang::Nb, true) => "nær den øvre grensen, to av tre punkter på rad".to_owned(),
            (Lang::Nb, false) => "nær den nedre grensen, to av tre punkter på rad".to_owned(),
        },
        Rule::Shift => match (lang, high) {
            (Lang::En, true) => format!("{marked} points in a row above the usual level"),
            (Lang::En, false) => format!("{marked} points in a row below the usual level"),
            (Lang::Nb, true) => {
                format!("{marked} punkter på rad over det vanlige nivået")
            }
            (Lang::Nb, false) => {
                format!("{marked} punkter på rad under det vanlige nivået")
            }
        },
    };
    format!("{when}: {what}.")
}

fn kind_name(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::U => pick(lang, "u chart (events per exposure)", "u-diagram (hendelser per eksponering)"),
        Kind::Laney => pick(
            lang,
            "u′ chart (events per exposure, limits widened where periods differ)",
            "u′-diagram (hendelser per eksponering, utvidede grenser der periodene er ulike)",
        ),
        Kind::P => pick(lang, "p chart (shares)", "p-diagram (andeler)"),
        Kind::LaneyP => pick(
            lang,
            "p′ chart (shares, limits widened where periods differ)",
            "p′-diagram (andeler, utvidede grenser der periodene er ulike)",
        ),
        Kind::Xmr => pick(lang, "XmR chart (single measurements)", "XmR-diagram (enkeltmålinger)"),
        Kind::G => pick(
            lang,
            "g chart (what is counted between events)",
            "g-diagram (det som telles mellom hendelser)",
        ),
        Kind::T => pick(
            lang,
            "t chart (what is measured between events)",
            "t-diagram (det som måles mellom hendelser)",
        ),
    }
}

/// Whether points are what lies between events.
pub(super) const fn is_of_waits(kind: Kind) -> bool {
    matches!(kind, Kind::G | Kind::T)
}

/// "28.1 (95 % range 24.0 to 32.7)".
pub(super) fn with_range(lang: Lang, rate: &Rate, per: f64, decimals: u8) -> String {
    let number = |value: f64| format::number(lang, value * per, usize::from(decimals));
    let (rate, lower, upper) = (number(rate.rate), number(rate.lower), number(rate.upper));
    match lang {
        Lang::En => format!("{rate} (95 % range {lower} to {upper})"),
        Lang::Nb => format!("{rate} (95 %-intervall {lower} til {upper})"),
    }
}

/// What the chart rests on, in sentences.
pub(super) fn basis(chart: &Chart, facts: &Facts, subject: &Subject) -> Vec<String> {
    let lang = subject.lang;
    let known = chart.points.iter().filter(|point| point.value.is_some()).count();
    let gaps = chart.points.len() - known;
    let span = format!("{} – {}", subject.name(0), subject.name(chart.points.len().saturating_sub(1)));
    let kind = kind_name(chart.kind, lang);
    let mut lines = vec![match lang {
        Lang::En => format!("{kind}: {known} points, {gaps} gaps, {span}."),
        Lang::Nb => format!("{kind}: {known} punkter, {gaps} hull, {span}."),
    }];
    if facts.is_chosen {
        lines.extend(why_this_kind(chart.kind, lang).map(str::to_owned));
    }
    let Some(center) = chart.center else {
        lines.push(pick(lang, "There is no point with a value.", "Ingen punkter har en verdi.").to_owned());
        return lines;
    };
    lines.extend(usual_level(chart, center, facts, subject));
    lines.extend(width(chart, known, lang));
    lines.extend(rarity(chart, known, facts, lang));
    lines.extend(firmness(chart, known, lang).map(str::to_owned));
    lines.extend(run_rule(chart, lang));
    lines.extend(facts.false_alarms.map(|share| false_alarms(share, lang)));
    lines
}

fn why_this_kind(kind: Kind, lang: Lang) -> Option<&'static str> {
    match kind {
        Kind::T => Some(pick(
            lang,
            "Chosen because there is less than one event a period: what lies between events says more than their number.",
            "Valgt fordi det er mindre enn én hendelse per periode: det som ligger mellom hendelsene, sier mer enn antallet.",
        )),
        _ => None,
    }
}

fn usual_level(chart: &Chart, center: f64, facts: &Facts, subject: &Subject) -> Vec<String> {
    let lang = subject.lang;
    let number = subject.number(chart, center);
    let rate = |rate: &Rate| {
        // The chart of waits has another scale than the rate.
        let decimals = super::spc_report::decimals(rate.rate * subject.per).max(2);
        let rate = with_range(lang, rate, subject.per, decimals);
        match lang {
            Lang::En => format!("{}: {rate} over the whole time.", subject.rate_title()),
            Lang::Nb => format!("{}: {rate} over hele tiden.", subject.rate_title()),
        }
    };
    if is_of_waits(chart.kind) {
        let half = match lang {
            Lang::En => format!("The usual level is {number}: half of all waits are longer."),
            Lang::Nb => format!("Det vanlige nivået er {number}: halvparten av alle ventetider er lengre."),
        };
        return std::iter::once(half).chain(facts.rate.as_ref().map(rate)).collect();
    }
    let level = match &facts.rate {
        Some(rate) => with_range(lang, rate, subject.per, chart_decimals(chart)),
        None => number,
    };
    vec![match lang {
        Lang::En => format!("The usual level is {level}."),
        Lang::Nb => format!("Det vanlige nivået er {level}."),
    }]
}

/// What σz says, and what the limits make of it.
fn width(chart: &Chart, known: usize, lang: Lang) -> Option<String> {
    let sigma = format::number(lang, chart.sigma_z?, 2);
    if chart.width > 1.0 {
        let width = format::number(lang, chart.width, 2);
        return Some(match lang {
            Lang::En => format!(
                "The limits lie {width} times as far out as chance alone would put them (σz), because periods differ from each other."
            ),
            Lang::Nb => format!(
                "Grensene ligger {width} ganger så langt ute som ren tilfeldighet tilsier (σz), fordi periodene er ulike."
            ),
        });
    }
    let is_short = known < FEWEST_POINTS_FOR_FIRM_LIMITS;
    Some(match (lang, is_short) {
        (Lang::En, true) => format!(
            "Neighbouring points differ {sigma} times as much as chance makes them (σz). {known} points say little about that: a dozen points of a steady series give anything from 0.6 to 1.5. So the limits are those of chance alone."
        ),
        (Lang::En, false) => format!(
            "Neighbouring points differ {sigma} times as much as chance makes them (σz), so the limits are those of chance alone; they are never narrower."
        ),
        (Lang::Nb, true) => format!(
            "Nabopunkter er {sigma} ganger så ulike som tilfeldigheter gjør dem (σz). {known} punkter sier lite om det: et dusin punkter av en stabil serie gir alt fra 0,6 til 1,5. Derfor er grensene de som ren tilfeldighet gir."
        ),
        (Lang::Nb, false) => format!(
            "Nabopunkter er {sigma} ganger så ulike som tilfeldigheter gjør dem (σz), så grensene er de som ren tilfeldighet gir; de blir aldri smalere."
        ),
    })
}

/// What few events cannot show.
fn rarity(chart: &Chart, known: usize, facts: &Facts, lang: Lang) -> Option<String> {
    let events = facts.events.filter(|events| *events < RARE * known as f64)?;
    if is_of_waits(chart.kind) {
        return None;
    }
    let count = format::number(lang, events, 0);
    Some(match (lang, events >= FEWEST_POINTS as f64) {
        (Lang::En, true) => {
            format!("{count} events are less than one a period; what lies between them says more: --chart t.")
        }
        (Lang::En, false) => {
            format!("{count} events in all: so few that even twice as many would mostly go unmarked.")
        }
        (Lang::Nb, true) => format!(
            "{count} hendelser er mindre enn én per periode; det som ligger mellom dem, sier mer: --chart t."
        ),
        (Lang::Nb, false) => {
            format!("{count} hendelser i alt: så få at selv dobbelt så mange som regel ikke ville gi signal.")
        }
    })
}

/// How far the limits can be relied on.
fn firmness(chart: &Chart, known: usize, lang: Lang) -> Option<&'static str> {
    match (has_limits(chart), known < FEWEST_POINTS) {
        (false, true) => Some(pick(
            lang,
            "With fewer than 12 points there is a line, but no limits and no signals.",
            "Med færre enn 12 punkter er det en linje, men ingen grenser og ingen signaler.",
        )),
        (false, false) => Some(pick(
            lang,
            "The points do not vary, so there are no limits and no signals.",
            "Punktene varierer ikke, så det er ingen grenser og ingen signaler.",
        )),
        (true, _) => chart.provisional.then_some(pick(
            lang,
            "Provisional limits: they rest on fewer than 20 points and will still move.",
            "Foreløpige grenser: de bygger på færre enn 20 punkter og vil fortsatt flytte seg.",
        )),
    }
}

fn run_rule(chart: &Chart, lang: Lang) -> Option<String> {
    if !has_limits(chart) {
        return None;
    }
    Some(match (chart.run, lang) {
        (Some(run), Lang::En) => {
            format!("{run} points in a row on one side of the usual level are a signal.")
        }
        (Some(run), Lang::Nb) => {
            format!("{run} punkter på rad på samme side av det vanlige nivået er et signal.")
        }
        (None, Lang::En) => {
            "Rows of points on one side are no signal here: most points must lie on one side.".to_owned()
        }
        (None, Lang::Nb) => {
            "Punkter på rad på samme side er ikke noe signal her: de fleste må ligge på én side.".to_owned()
        }
    })
}

fn false_alarms(share: f64, lang: Lang) -> String {
    let share = format::number(lang, 100.0 * share, 1);
    match lang {
        Lang::En => {
            format!("Of steady series like this one, {share} % would show a signal all the same, by chance.")
        }
        Lang::Nb => {
            format!("Av stabile serier som denne ville {share} % likevel gi et signal, ved tilfeldighet.")
        }
    }
}

pub(super) fn has_limits(chart: &Chart) -> bool {
    chart.points.iter().any(|point| point.upper.is_some())
}

/// What the signals amount to, in one sentence.
pub(super) fn verdict(chart: &Chart, count: usize, lang: Lang) -> String {
    match (has_limits(chart), count, lang) {
        (false, ..) => String::new(),
        (_, 0, Lang::En) => "No signals: everything seen is within everyday variation.".to_owned(),
        (_, 0, Lang::Nb) => "Ingen signaler: alt ligger innenfor hverdagens variasjon.".to_owned(),
        (_, 1, Lang::En) => "One signal: more than everyday variation is probably at work.".to_owned(),
        (_, 1, Lang::Nb) => "Ett signal: trolig er det mer enn hverdagens variasjon.".to_owned(),
        (_, count, Lang::En) => {
            format!("{count} signals: more than everyday variation is probably at work.")
        }
        (_, count, Lang::Nb) => {
            format!("{count} signaler: trolig er det mer enn hverdagens variasjon.")
        }
    }
}

pub(super) fn runs_line(runs: Option<Runs>, lang: Lang) -> Option<String> {
    let Runs { longest, longest_max, crossings, crossings_min, signal, .. } = runs?;
    Some(match (lang, signal) {
        (Lang::En, true) => format!(
            "Runs about the median: not steady. The longest run has {longest} points (up to {longest_max} would be usual) and the median is crossed {crossings} times (at least {crossings_min} would be)."
        ),
        (Lang::En, false) => format!(
            "Runs about the median: steady. The longest run has {longest} points (up to {longest_max} is usual) and the median is crossed {crossings} times (at least {crossings_min} is)."
        ),
        (Lang::Nb, true) => format!(
            "Rekker om medianen: ikke stabilt. Den lengste rekken har {longest} punkter (opptil {longest_max} er vanlig), og medianen krysses {crossings} ganger (minst {crossings_min} er vanlig)."
        ),
        (Lang::Nb, false) => format!(
            "Rekker om medianen: stabilt. Den lengste rekken har {longest} punkter (opptil {longest_max} er vanlig), og medianen krysses {crossings} ganger (minst {crossings_min} er vanlig)."
        ),
    })
}
