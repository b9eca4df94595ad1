//! The link in words: reasons, verdicts and rows left out, in both languages. Every sentence speaks of an
//! association between figures of units; none of a cause, none of persons.

use domain::{Lang, format};
use service::link::Words;
use stats::{
    link::{Gate, Inflation, PeriodLength, SimpsonFlag, Summary, TimeEffects, Verdict, backtest::Rival},
    panel::sample::Dropped,
};

use super::words::pick;

/// The sentence of one predictor, also where a reason has no sentence in the catalogues.
pub(super) fn sentence(lang: Lang, summary: &Summary, words: &Words) -> String {
    match (&summary.gate, summary.verdict) {
        (
            Some(
                gate
                @ (Gate::NoEvents | Gate::ConstantRate | Gate::NoFreedom { .. } | Gate::Separated { .. }),
            ),
            Verdict::NotEstimable,
        ) => {
            format!("{} {}", pick(lang, "No answer:", "Ikke noe svar:"), self::gate(lang, gate))
        }
        // One predictor has no other to be confused with.
        (Some(gate @ Gate::NotSeparable { variance_inflation, .. }), Verdict::NotEstimable)
            if variance_inflation.len() == 1 =>
        {
            format!("{} {}", pick(lang, "No answer:", "Ikke noe svar:"), self::gate(lang, gate))
        }
        _ => service::link::sentence(lang, summary, words),
    }
}

/// A whole number.
fn whole(lang: Lang, number: f64) -> String {
    format::number(lang, number, 0)
}

/// A limit on the reading, in a clause that begins in lower case.
pub(super) fn gate(lang: Lang, gate: &Gate) -> String {
    let n = |number: f64| whole(lang, number);
    match (lang, gate) {
        (Lang::En, Gate::NoData) => "no row is left that can be used.".to_owned(),
        (Lang::Nb, Gate::NoData) => "ingen rader er igjen som kan brukes.".to_owned(),
        (Lang::En, Gate::NoEvents) => "there is not one event in the rows.".to_owned(),
        (Lang::Nb, Gate::NoEvents) => "det er ikke én hendelse i radene.".to_owned(),
        (Lang::En, Gate::TooFewUnits { units, needed }) => {
            format!("{units} units have enough data; {needed} are needed.")
        }
        (Lang::Nb, Gate::TooFewUnits { units, needed }) => {
            format!("{units} enheter har nok data; det trengs {needed}.")
        }
        (Lang::En, Gate::NoVariation { predictor }) => format!("{predictor} never moves within a unit."),
        (Lang::Nb, Gate::NoVariation { predictor }) => {
            format!("{predictor} endrer seg aldri innenfor en enhet.")
        }
        (Lang::En, Gate::NotSeparable { variance_inflation, .. }) if variance_inflation.len() == 1 => {
            let name = variance_inflation.first().map_or("", |inflation| &inflation.predictor);
            format!("{name} follows from the unit and the period, so there is nothing to compare.")
        }
        (Lang::Nb, Gate::NotSeparable { variance_inflation, .. }) if variance_inflation.len() == 1 => {
            let name = variance_inflation.first().map_or("", |inflation| &inflation.predictor);
            format!("{name} følger av enheten og perioden, så det er ingenting å sammenligne.")
        }
        (Lang::En, Gate::NotSeparable { variance_inflation, .. }) => format!(
            "the predictors and the periods cannot be told apart{}.",
            inflations(lang, variance_inflation)
        ),
        (Lang::Nb, Gate::NotSeparable { variance_inflation, .. }) => format!(
            "forklaringstallene og periodene kan ikke skilles fra hverandre{}.",
            inflations(lang, variance_inflation)
        ),
        (Lang::En, Gate::Separated { predictors, rows }) => format!(
            "{} tells {rows} rows without events perfectly from those with, so that no bound can be put on the difference.",
            named(lang, predictors)
        ),
        (Lang::Nb, Gate::Separated { predictors, rows }) => format!(
            "{} skiller {rows} rader uten hendelser fullstendig fra dem med, slik at forskjellen ikke kan avgrenses.",
            named(lang, predictors)
        ),
        (Lang::En, Gate::NoFreedom { rows, parameters }) => {
            format!("{rows} rows are too few for {parameters} levels and slopes: anything would fit.")
        }
        (Lang::Nb, Gate::NoFreedom { rows, parameters }) => {
            format!("{rows} rader er for få til {parameters} nivåer og stigningstall: alt ville passe.")
        }
        (Lang::En, Gate::ConstantRate) => {
            "the rate does not vary beyond the levels of units and periods, so there is nothing to compare."
                .to_owned()
        }
        (Lang::Nb, Gate::ConstantRate) => {
            "raten varierer ikke ut over nivåene til enheter og perioder, så det er ingenting å sammenligne."
                .to_owned()
        }
        (Lang::En, Gate::NoConvergence | Gate::NotEstimable { .. }) => {
            "the calculation did not settle on a number that can be trusted.".to_owned()
        }
        (Lang::Nb, Gate::NoConvergence | Gate::NotEstimable { .. }) => {
            "beregningen ga ikke et tall som er til å stole på.".to_owned()
        }
        (Lang::En, Gate::DescriptiveOnly { units, needed }) => {
            format!("{units} units are enough to describe, not to test; {needed} are needed.")
        }
        (Lang::Nb, Gate::DescriptiveOnly { units, needed }) => {
            format!("{units} enheter er nok til å beskrive, ikke til å teste; det trengs {needed}.")
        }
        (Lang::En, Gate::TooFewPeriods { median, needed }) => {
            format!("a typical unit has {} periods; {} are needed.", n(*median), n(*needed))
        }
        (Lang::Nb, Gate::TooFewPeriods { median, needed }) => {
            format!("en vanlig enhet har {} perioder; det trengs {}.", n(*median), n(*needed))
        }
        (Lang::En, Gate::TooFewEvents { events, needed }) => {
            format!("there are {} events; {} are needed.", n(*events), n(*needed))
        }
        (Lang::Nb, Gate::TooFewEvents { events, needed }) => {
            format!("det er {} hendelser; det trengs {}.", n(*events), n(*needed))
        }
        (_, Gate::LittleVariation { predictor, within_sd, needed }) => {
            let (have, need) = (format::number(lang, *within_sd, 2), format::number(lang, *needed, 2));
            match lang {
                Lang::En => format!("{predictor} moves by only {have} within units; {need} is needed."),
                Lang::Nb => {
                    format!("{predictor} endrer seg bare med {have} innenfor enhetene; det trengs {need}.")
                }
            }
        }
        (Lang::En, Gate::EarlySignal { units, needed }) => {
            format!("an early signal: {units} units; from {needed} on it can be built on.")
        }
        (Lang::Nb, Gate::EarlySignal { units, needed }) => {
            format!("et tidlig tegn: {units} enheter; fra {needed} kan det bygges på.")
        }
        (Lang::En, Gate::SeasonPartlyRemoved) => {
            "what all units share over time is only partly taken out.".to_owned()
        }
        (Lang::Nb, Gate::SeasonPartlyRemoved) => {
            "det alle enhetene har felles over tid, er bare delvis tatt ut.".to_owned()
        }
    }
}

fn inflations(lang: Lang, inflations: &[Inflation]) -> String {
    if inflations.is_empty() {
        return String::new();
    }
    let one = |inflation: &Inflation| {
        let factor = inflation.factor.map_or_else(
            || pick(lang, "entirely", "helt").to_owned(),
            |factor| format::number(lang, factor, 1),
        );
        format!("{} {factor}", inflation.predictor)
    };
    let all: Vec<String> = inflations.iter().map(one).collect();
    let name = pick(lang, "variance inflation", "variansinflasjon");
    format!(" ({name}: {})", all.join(", "))
}

fn named(lang: Lang, predictors: &[String]) -> String {
    if predictors.is_empty() {
        pick(lang, "the level of a unit or period", "nivået til en enhet eller periode").to_owned()
    } else {
        predictors.join(pick(lang, " and ", " og "))
    }
}

/// How units compare with each other and with themselves.
pub(super) fn flag(lang: Lang, flag: SimpsonFlag) -> &'static str {
    match flag {
        SimpsonFlag::Reversal => pick(
            lang,
            "A reversal: across all rows the sign is the opposite of that within units. Only the comparison within units answers the question; units with high values differ from the others in more ways than this one.",
            "En reversering: på tvers av alle rader er fortegnet motsatt av det innenfor enhetene. Bare sammenligningen innenfor enhetene svarer på spørsmålet; enheter med høye verdier skiller seg fra de andre på flere måter enn denne.",
        ),
        SimpsonFlag::OppositeSigns => pick(
            lang,
            "Across all rows and within units the signs differ, but at least one of the two could be nothing.",
            "På tvers av alle rader og innenfor enhetene er fortegnene ulike, men minst ett av dem kan være ingenting.",
        ),
        SimpsonFlag::BetweenWithinDiffer => pick(
            lang,
            "Units compared with each other say something else than units compared with themselves.",
            "Enheter sammenlignet med hverandre sier noe annet enn enheter sammenlignet med seg selv.",
        ),
        SimpsonFlag::Consistent => pick(
            lang,
            "Units compared with each other and with themselves do not contradict each other.",
            "Enheter sammenlignet med hverandre og med seg selv motsier ikke hverandre.",
        ),
    }
}

/// Rows left out, by reason, those that occur.
pub(super) fn dropped(lang: Lang, dropped: &Dropped) -> Vec<(String, u64)> {
    let units = |number: u64| match lang {
        Lang::En => format!("{number} units"),
        Lang::Nb => format!("{number} enheter"),
    };
    let reasons = [
        (
            pick(lang, "neither exposure nor events", "verken eksponering eller hendelser").to_owned(),
            dropped.no_exposure,
        ),
        (
            pick(lang, "events without exposure: look at these", "hendelser uten eksponering: se på disse")
                .to_owned(),
            dropped.count_without_exposure,
        ),
        (
            pick(
                lang,
                "too few earlier values of a predictor",
                "for få tidligere verdier av et forklaringstall",
            )
            .to_owned(),
            dropped.missing_predictor,
        ),
        (
            format!(
                "{} ({})",
                pick(lang, "units without a single event", "enheter uten én hendelse"),
                units(dropped.all_zero_units)
            ),
            dropped.all_zero_unit,
        ),
        (
            format!(
                "{} ({})",
                pick(
                    lang,
                    "units whose predictors never move",
                    "enheter der forklaringstallene aldri endrer seg"
                ),
                units(dropped.constant_units)
            ),
            dropped.constant_unit,
        ),
        (
            pick(lang, "periods without a single event", "perioder uten én hendelse").to_owned(),
            dropped.all_zero_period,
        ),
        (
            pick(
                lang,
                "rows that the levels of unit and period fit exactly",
                "rader som nivåene til enhet og periode treffer nøyaktig",
            )
            .to_owned(),
            dropped.separated,
        ),
    ];
    reasons.into_iter().filter(|(_, rows)| *rows > 0).collect()
}

/// Periods in words: "3 weeks", "1 måned".
fn periods(lang: Lang, number: u32, length: PeriodLength) -> String {
    let (one, many) = match length {
        PeriodLength::Day => (pick(lang, "day", "dag"), pick(lang, "days", "dager")),
        PeriodLength::Week => (pick(lang, "week", "uke"), pick(lang, "weeks", "uker")),
        PeriodLength::Month => (pick(lang, "month", "måned"), pick(lang, "months", "måneder")),
        PeriodLength::Quarter => (pick(lang, "quarter", "kvartal"), pick(lang, "quarters", "kvartaler")),
        PeriodLength::Year => (pick(lang, "year", "år"), pick(lang, "years", "år")),
    };
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Where a predictor was measured against the events.
pub(super) fn lag(lang: Lang, lag: i32, length: PeriodLength) -> String {
    let distance = periods(lang, lag.unsigned_abs(), length);
    match (lag, lang) {
        (0, _) => pick(lang, "the same period", "samme periode").to_owned(),
        (1.., Lang::En) => format!("{distance} before"),
        (1.., Lang::Nb) => format!("{distance} før"),
        (_, Lang::En) => format!("{distance} after (check)"),
        (_, Lang::Nb) => format!("{distance} etter (kontroll)"),
    }
}

/// Which lags the headline averages.
pub(super) fn window(lang: Lang, lags: Option<(i32, i32)>, length: PeriodLength) -> String {
    match (lags, lang) {
        (None, Lang::En) => "Each predictor is taken from the same period as the events.".to_owned(),
        (None, Lang::Nb) => "Hvert forklaringstall er tatt fra samme periode som hendelsene.".to_owned(),
        (Some((first, last)), _) if first == last => {
            let when = lag(lang, first, length);
            match lang {
                Lang::En => format!("Each predictor is taken from one period: {when}."),
                Lang::Nb => format!("Hvert forklaringstall er tatt fra én periode: {when}."),
            }
        }
        (Some((first, last)), _) => {
            let (first, last) = (lag(lang, first, length), lag(lang, last, length));
            match lang {
                Lang::En => format!("Each predictor is the mean of its values from {first} to {last}."),
                Lang::Nb => {
                    format!("Hvert forklaringstall er gjennomsnittet av verdiene fra {first} til {last}.")
                }
            }
        }
    }
}

/// How what all units share over time was taken out.
pub(super) fn time(lang: Lang, effects: TimeEffects) -> &'static str {
    match effects {
        TimeEffects::EachPeriod => pick(
            lang,
            "Each period has a level of its own, so that season, trend and anything else that all units share is taken out.",
            "Hver periode har sitt eget nivå, så sesong, utvikling og alt annet enhetene har felles, er tatt ut.",
        ),
        TimeEffects::SeasonAndTrend => pick(
            lang,
            "With so few units, a smooth season and a straight trend stand in for what all units share.",
            "Med så få enheter står en jevn sesong og en rett utvikling for det enhetene har felles.",
        ),
        TimeEffects::Trend => pick(
            lang,
            "With so few units, a straight trend stands in for what all units share.",
            "Med så få enheter står en rett utvikling for det enhetene har felles.",
        ),
        TimeEffects::None => pick(
            lang,
            "What all units share over time is not taken out.",
            "Det enhetene har felles over tid, er ikke tatt ut.",
        ),
    }
}

/// A forecast made without predictors.
pub(super) fn rival(lang: Lang, rival: Rival) -> &'static str {
    match rival {
        Rival::LastFour => pick(lang, "the last four periods", "de siste fire periodene"),
        Rival::LastYear => pick(lang, "the same time last year", "samme tid i fjor"),
        Rival::UnitRate => pick(lang, "the unit’s usual rate", "enhetens vanlige rate"),
    }
}
