//! Words about any table: limits on the reading, verdicts, distances in time, and rows left out.

use domain::{
    Lang, format,
    text::{t, tv},
};
use stats::{
    link::{
        Gate, Inflation, PeriodLength, SimpsonFlag, TimeEffects,
        backtest::Rival,
        headline::{Fixed, Verdict},
    },
    panel::sample::Dropped,
};

use super::{Values, gate_values, held_name};

/// What a gate's words need beside how much there is and how much it takes.
pub(super) fn why(lang: Lang, gate: &Gate) -> Values<'static> {
    match gate {
        Gate::Separated { predictors, rows } => {
            vec![("predictors", named(lang, predictors).into()), ("rows", rows.to_string().into())]
        }
        Gate::NoFreedom { rows, parameters } => {
            vec![("rows", rows.to_string().into()), ("parameters", parameters.to_string().into())]
        }
        _ => Vec::new(),
    }
}

/// A limit on the reading, in a clause that begins in lower case.
pub(super) fn limit(lang: Lang, gate: &Gate) -> String {
    let mut values = gate_values(gate);
    values.extend(why(lang, gate));
    let id = match gate {
        Gate::NoData => "panel-limit-data",
        Gate::NoEvents => "panel-limit-no-events",
        Gate::TooFewUnits { .. } => "panel-limit-units",
        Gate::NoVariation { predictor } => {
            values.push(("predictor", predictor.clone().into()));
            "panel-limit-no-variation"
        }
        Gate::NotSeparable { variance_inflation, .. } if variance_inflation.is_empty() => {
            "panel-limit-separable"
        }
        Gate::NotSeparable { variance_inflation, .. } if variance_inflation.len() == 1 => {
            values.extend(variance_inflation.iter().map(|one| ("predictor", one.predictor.clone().into())));
            "panel-limit-follows"
        }
        Gate::NotSeparable { variance_inflation, .. } => {
            values.push(("inflations", inflations(lang, variance_inflation).into()));
            "panel-limit-separable-inflated"
        }
        Gate::Separated { .. } => "panel-limit-separated",
        Gate::NoFreedom { .. } => "panel-limit-freedom",
        Gate::ConstantRate => "panel-limit-constant",
        Gate::NoConvergence | Gate::NotEstimable { .. } => "panel-limit-estimable",
        Gate::DescriptiveOnly { .. } => "panel-limit-descriptive",
        Gate::TooFewPeriods { .. } => "panel-limit-periods",
        Gate::TooFewEvents { .. } => "panel-limit-events",
        Gate::LittleVariation { predictor, within_sd, needed } => {
            values.push(("predictor", predictor.clone().into()));
            values.push(("have", format::number(lang, *within_sd, 2).into()));
            values.push(("needed", format::number(lang, *needed, 2).into()));
            "panel-limit-variation"
        }
        Gate::EarlySignal { .. } => "panel-limit-early",
        Gate::SeasonPartlyRemoved => "panel-limit-season",
    };
    tv(lang, id, &values)
}

fn inflations(lang: Lang, inflations: &[Inflation]) -> String {
    let one = |inflation: &Inflation| {
        let entirely = || t(lang, "panel-inflated-entirely");
        let factor = inflation.factor.map_or_else(entirely, |factor| format::number(lang, factor, 1));
        format!("{} {factor}", inflation.predictor)
    };
    inflations.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn named(lang: Lang, predictors: &[String]) -> String {
    let and = |one: String, other: &String| {
        tv(lang, "panel-and", &[("one", one.into()), ("other", other.as_str().into())])
    };
    match predictors {
        [] => t(lang, "panel-levels"),
        [first, rest @ ..] => rest.iter().fold(first.clone(), and),
    }
}

/// What may be said about a predictor, in a few words.
pub(super) fn verdict(lang: Lang, verdict: Verdict) -> String {
    let id = match verdict {
        Verdict::Finding => "panel-verdict-finding",
        Verdict::EarlySignal => "panel-verdict-early",
        Verdict::DirectionUnclear => "panel-verdict-direction",
        Verdict::NoneFound => "panel-verdict-unclear",
        Verdict::NotEnough => "panel-verdict-not-enough",
    };
    t(lang, id)
}

/// What the headline holds fixed beside the levels of units and periods, in a list; none where it is nothing.
pub(super) fn held(lang: Lang, model: &[Fixed]) -> Option<String> {
    let held = model.iter().filter_map(|fixed| held_name(*fixed));
    let held: Vec<String> = held.map(|name| t(lang, &format!("panel-held-{name}"))).collect();
    (!held.is_empty()).then(|| held.join("; "))
}

/// How units compare with each other and with themselves.
pub(super) fn flag(lang: Lang, flag: SimpsonFlag) -> String {
    let id = match flag {
        SimpsonFlag::Reversal => "panel-flag-reversal",
        SimpsonFlag::OppositeSigns => "panel-flag-opposite",
        SimpsonFlag::BetweenWithinDiffer => "panel-flag-differ",
        SimpsonFlag::Consistent => "panel-flag-consistent",
    };
    t(lang, id)
}

/// Rows left out, by reason, those that occur.
pub(super) fn dropped(lang: Lang, dropped: &Dropped) -> Vec<(String, u64)> {
    let reasons = [
        ("panel-dropped-idle", 0, dropped.no_exposure),
        ("panel-dropped-without-exposure", 0, dropped.count_without_exposure),
        ("panel-dropped-missing", 0, dropped.missing_predictor),
        ("panel-dropped-no-events", dropped.all_zero_units, dropped.all_zero_unit),
        ("panel-dropped-constant", dropped.constant_units, dropped.constant_unit),
        ("panel-dropped-period", 0, dropped.all_zero_period),
        ("panel-dropped-separated", 0, dropped.separated),
    ];
    let written = |(id, units, rows): (&str, u64, u64)| {
        (rows > 0).then(|| (tv(lang, id, &[("units", units.to_string().into())]), rows))
    };
    reasons.into_iter().filter_map(written).collect()
}

/// Where a predictor was measured against the events.
pub(super) fn lag(lang: Lang, lag: i32, length: PeriodLength) -> String {
    let length = match length {
        PeriodLength::Day => "day",
        PeriodLength::Week => "week",
        PeriodLength::Month => "month",
        PeriodLength::Quarter => "quarter",
        PeriodLength::Year => "year",
    };
    let number = ("number", lag.unsigned_abs().into());
    let distance = [("distance", tv(lang, "panel-distance", &[("length", length.into()), number]).into())];
    match lag {
        0 => t(lang, "panel-lag-same"),
        1.. => tv(lang, "panel-lag-before", &distance),
        _ => tv(lang, "panel-lag-after", &distance),
    }
}

/// Which lags the headline averages.
pub(super) fn window(lang: Lang, lags: Option<(i32, i32)>, length: PeriodLength) -> String {
    let Some((first, last)) = lags else { return t(lang, "panel-window-same") };
    let id = if first == last { "panel-window-one" } else { "panel-window" };
    let ends = [("first", lag(lang, first, length).into()), ("last", lag(lang, last, length).into())];
    tv(lang, id, &ends)
}

/// How what all units share over time was taken out.
pub(super) fn time(lang: Lang, effects: TimeEffects) -> String {
    let id = match effects {
        TimeEffects::EachPeriod => "panel-time-each",
        TimeEffects::SeasonAndTrend => "panel-time-season",
        TimeEffects::Trend => "panel-time-trend",
        TimeEffects::None => "panel-time-none",
    };
    t(lang, id)
}

/// A forecast made without predictors.
pub(super) fn rival(lang: Lang, rival: Rival) -> String {
    let id = match rival {
        Rival::LastFour => "panel-rival-last-four",
        Rival::LastYear => "panel-rival-last-year",
        Rival::UnitRate => "panel-rival-unit-rate",
    };
    t(lang, id)
}
