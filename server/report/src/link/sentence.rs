//! One sentence about a predictor: what may be said under each verdict, and what stands where there is no answer.

use domain::{
    Lang, format,
    insight::link::LinkOutcome,
    text::{FluentValue, has, t, tv},
};
use stats::link::{
    Gate, Report, Summary, Verdict,
    headline::{self, Answer, Fixed, Limit, Reason},
};

use super::panel;

/// A range of a hundredfold and one of a millionfold say the same.
const MOST_TIMES: f64 = 100.0;

/// What a sentence is filled with.
pub type Values<'a> = Vec<(&'static str, FluentValue<'a>)>;

/// The nouns of a sentence.
pub struct Words {
    /// What is measured, such as "strain"; by the predictor's own name in the catalogues where it is none.
    predictor: Option<String>,
    /// The step with its unit, such as "10 points".
    step: String,
    /// What is counted, in the words of the table.
    count: String,
    /// What is counted, in the catalogues' words; none for a table, which has its own.
    outcome: Option<LinkOutcome>,
    /// Id of the template family: `link` for teams and weeks, `panel` for any table.
    family: &'static str,
}

impl Words {
    /// Words for teams and weeks, and a step in points.
    pub fn of_teams(lang: Lang, step: f64, outcome: LinkOutcome) -> Self {
        let step = tv(lang, "link-step", &[("step", step.into())]);
        Self { predictor: None, step, count: String::new(), outcome: Some(outcome), family: "link" }
    }

    /// Words for a table a user brings; `step` as it is written, `count` what is counted.
    pub fn of_panel(predictor: &str, step: String, count: &str) -> Self {
        let predictor = Some(predictor.to_owned());
        Self { predictor, step, count: count.to_owned(), outcome: None, family: "panel" }
    }

    fn nouns(&self, lang: Lang) -> Values<'_> {
        self.outcome.map_or_else(Vec::new, |outcome| nouns(lang, outcome))
    }

    /// A predictor within a sentence.
    fn predictor(&self, lang: Lang, name: &str) -> String {
        self.predictor.clone().unwrap_or_else(|| t(lang, &format!("link-word-{name}")))
    }
}

/// What messages about an outcome are filled with, whatever else they say: `outcome` its name for a choice of words,
/// `title` ("Complaints"), `things` ("complaints"), `those` ("the complaints"), `thing` ("complaint"), `rate`
/// ("complaints per 1,000 contacts") and `chances` ("contacts").
pub fn nouns(lang: Lang, outcome: LinkOutcome) -> Values<'static> {
    let name = outcome.name();
    let noun = |id: &str| FluentValue::from(t(lang, &format!("link-{id}-{name}")));
    vec![
        ("outcome", name.into()),
        ("title", noun("choice")),
        ("things", noun("things")),
        ("those", noun("those")),
        ("thing", noun("thing")),
        ("rate", noun("rate")),
        ("chances", noun("chances")),
    ]
}

/// The size of a change as a percentage, without its direction. "0 % more" would say that there is an end where
/// there is none, so that the least is 0.1.
fn percent(lang: Lang, ratio: f64) -> String {
    let change = ((ratio - 1.0) * 100.0).abs();
    if change < 0.95 { format::number(lang, change.max(0.1), 1) } else { format::number(lang, change, 0) }
}

/// The sentence about a predictor as the headline judges it. Where the order in time is unclear or the range too
/// wide, that is the answer.
pub fn told(lang: Lang, report: &Report, answer: &Answer, words: &Words) -> String {
    let family = words.family;
    let values = |times: String| -> Values<'_> {
        let mut values = words.nouns(lang);
        values.extend([
            ("predictor", words.predictor(lang, &answer.predictor).into()),
            ("step", words.step.as_str().into()),
            ("count", words.count.as_str().into()),
            ("times", times.into()),
        ]);
        values
    };
    if answer.verdict == headline::Verdict::DirectionUnclear {
        return tv(lang, &format!("{family}-direction"), &values(String::new()));
    }
    let wide = answer.reasons.iter().find_map(|reason| match reason {
        Reason::Limit(Limit::WideRange { factor, .. }) => Some(*factor),
        _ => None,
    });
    match wide {
        Some(factor) => tv(lang, &format!("{family}-wide"), &values(times(lang, factor))),
        None => sentence(lang, &report.told(answer), words),
    }
}

/// How many times, up to the number beyond which more says the same.
fn times(lang: Lang, factor: f64) -> String {
    let times = format::number(lang, factor.min(MOST_TIMES), 0);
    if factor <= MOST_TIMES { times } else { tv(lang, "link-more-than", &[("times", times.into())]) }
}

/// One sentence, bound by the verdict: an association about units, never a cause, never "no link".
fn sentence(lang: Lang, summary: &Summary, words: &Words) -> String {
    let percent = |ratio: f64| percent(lang, ratio);
    let mut values = words.nouns(lang);
    values.extend([
        ("predictor", words.predictor(lang, &summary.predictor).into()),
        ("step", words.step.as_str().into()),
        ("units", summary.units.into()),
        ("periods", summary.periods.into()),
    ]);
    let (Some(ratio), Some([low, high])) = (summary.rate_ratio, summary.interval) else {
        return gate_sentence(lang, summary, words.family, &values);
    };
    values.extend([
        ("change", percent(ratio).into()),
        ("low", percent(low.min(high)).into()),
        ("high", percent(low.max(high)).into()),
    ]);
    let id = match summary.verdict {
        Verdict::Significant | Verdict::EarlySignal if ratio >= 1.0 => "more",
        Verdict::Significant | Verdict::EarlySignal => {
            values.retain(|(name, _)| !matches!(*name, "low" | "high"));
            // "31 % to 10 % lower": the smaller change first.
            values.extend([("low", percent(high).into()), ("high", percent(low).into())]);
            "fewer"
        }
        Verdict::NotSignificant => match (low < 1.0, high > 1.0) {
            (true, true) => "unclear",
            (true, false) => "unclear-fewer",
            _ => "unclear-more",
        },
        Verdict::Descriptive | Verdict::NotEstimable => {
            return gate_sentence(lang, summary, words.family, &values);
        }
    };
    let mut text = tv(lang, &format!("{}-{id}", words.family), &values);
    if summary.verdict == Verdict::EarlySignal {
        text = format!("{} {text}", t(lang, "link-early"));
    }
    if summary.may_be_unrelated_trends {
        text = format!("{text} {}", t(lang, "link-slow-trends"));
    }
    text
}

/// What the message about something held fixed ends with; none for the levels that every comparison has.
pub fn held_name(fixed: Fixed) -> Option<&'static str> {
    match fixed {
        Fixed::OwnRateBefore => Some("own-rate-before"),
        Fixed::Exposure => Some("exposure"),
        Fixed::OwnSeasonAndTrend => Some("own-season-and-trend"),
        Fixed::UnitLevels | Fixed::PeriodLevels | Fixed::SharedSeasonAndTrend | Fixed::SharedTrend => None,
    }
}

/// What messages about a gate are called.
pub fn gate_name(gate: &Gate) -> &'static str {
    match gate {
        Gate::TooFewUnits { .. } | Gate::DescriptiveOnly { .. } | Gate::EarlySignal { .. } => "units",
        Gate::TooFewPeriods { .. } => "periods",
        Gate::TooFewEvents { .. } => "events",
        Gate::NoEvents => "no-events",
        Gate::NoVariation { .. } | Gate::LittleVariation { .. } => "variation",
        // One predictor has no other to be confused with.
        Gate::NotSeparable { variance_inflation, .. } if variance_inflation.len() == 1 => "follows",
        Gate::NotSeparable { .. } => "separable",
        Gate::Separated { .. } => "separated",
        Gate::NoFreedom { .. } => "freedom",
        Gate::ConstantRate => "constant",
        Gate::NoConvergence | Gate::NotEstimable { .. } => "estimable",
        Gate::NoData | Gate::SeasonPartlyRemoved => "data",
    }
}

/// How much there is of what a gate asks for, and how much it takes. What is there is rounded down: twelve that
/// are not enough would be a riddle.
pub fn gate_values(gate: &Gate) -> Values<'static> {
    let (have, needed) = match gate {
        Gate::TooFewUnits { units, needed }
        | Gate::DescriptiveOnly { units, needed }
        | Gate::EarlySignal { units, needed } => (*units as f64, *needed as f64),
        Gate::TooFewPeriods { median, needed } => (median.floor(), *needed),
        Gate::TooFewEvents { events, needed } => (events.floor(), *needed),
        _ => return Vec::new(),
    };
    vec![("have", have.into()), ("needed", needed.into())]
}

fn gate_sentence(lang: Lang, summary: &Summary, family: &str, values: &Values<'_>) -> String {
    let (name, more) = summary.gate.as_ref().map_or(("data", vec![]), |gate| {
        (gate_name(gate), gate_values(gate).into_iter().chain(panel::why(lang, gate)).collect())
    });
    let values: Values<'_> = values.iter().cloned().chain(more).collect();
    let own = format!("{family}-gate-{name}");
    let id = if has(lang, &own) { own } else { format!("link-gate-{name}") };
    tv(lang, &id, &values)
}

#[cfg(test)]
mod tests;
