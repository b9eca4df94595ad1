//! Before and after in words: what changed, how sure that is, and how often it happens by itself. Never that
//! the action did it.

use domain::{
    Lang, Resolution, format,
    insight::actions::Effect,
    text::{FluentValue, t, tv},
};
use stats::change::{Change, FEWEST_AFTER, FEWEST_BEFORE, Reason};

/// Complaint rates are told per this many contacts.
const PER: f64 = 1000.0;
/// A change that more of the earlier dates show than this may well be chance.
const RARE: f64 = 0.05;

/// What a series is counted in, as the messages name it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Complaints by periods of this length.
    Rate(Resolution),
    /// Points of a score by round.
    Score,
}

impl Kind {
    const fn unit(self) -> &'static str {
        match self {
            Self::Rate(resolution) => resolution.name(),
            Self::Score => "round",
        }
    }
}

/// The words about a series: its change beside so many sister units or, without any, by itself. `ended` is
/// whether the action ran for a time that is over.
pub(super) fn effect(
    label: &str,
    kind: Kind,
    change: &Result<Change, Reason>,
    beside: Option<&(Change, usize)>,
    ended: bool,
    lang: Lang,
) -> Effect {
    match change {
        Err(reason) => Effect {
            label: label.to_owned(),
            sentence: reason_in_words(*reason, kind, lang),
            comparison: None,
            placebo: None,
            figures: None,
            is_told: false,
        },
        Ok(change) => Effect {
            label: label.to_owned(),
            sentence: match beside {
                Some((change, _)) => sentence("action-effect-beside", change, kind, ended, lang),
                None => sentence("action-effect", change, kind, ended, lang),
            },
            comparison: Some(match beside {
                Some((_, sisters)) => tv(lang, "action-beside", &[("sisters", (*sisters).into())]),
                None => t(lang, "action-alone"),
            }),
            placebo: Some(placebo(beside.map_or(change, |(change, _)| change), lang)),
            figures: Some(figures(change, kind, lang)),
            is_told: true,
        },
    }
}

/// How far a change reaches, in the numbers that people read: % for a rate, points for a score.
fn size(kind: Kind, estimate: f64) -> f64 {
    match kind {
        Kind::Rate(_) => 100.0 * estimate.exp_m1(),
        Kind::Score => estimate,
    }
}

/// An amount with its direction: "12 % fewer", "3.1 points higher", "no change".
fn amount(kind: Kind, value: f64, is_whole: bool, lang: Lang) -> String {
    let decimals = usize::from(kind == Kind::Score);
    let text = format::number(lang, value.abs(), decimals);
    let direction = match value {
        _ if text.chars().all(|c| !c.is_ascii_digit() || c == '0') => "none",
        value if value < 0.0 => "down",
        _ => "up",
    };
    let id = match (kind, is_whole) {
        (Kind::Rate(_), true) => "action-amount-rate",
        (Kind::Score, true) => "action-amount-score",
        (Kind::Rate(_), false) => "action-end-rate",
        (Kind::Score, false) => "action-end-score",
    };
    tv(lang, id, &[("value", text.into()), ("direction", direction.into())])
}

fn sentence(id: &str, change: &Change, kind: Kind, ended: bool, lang: Lang) -> String {
    let [low, high] = change.interval;
    let values: [(&str, FluentValue<'_>); 7] = [
        ("amount", amount(kind, size(kind, change.estimate), true, lang).into()),
        ("low", amount(kind, size(kind, low), false, lang).into()),
        ("high", amount(kind, size(kind, high), false, lang).into()),
        ("after", change.after.periods.into()),
        ("before", change.before.periods.into()),
        ("unit", kind.unit().into()),
        ("ran", if ended { "ended" } else { "runs" }.into()),
    ];
    let mut text = tv(lang, id, &values);
    if !change.excludes_none() {
        text.push(' ');
        text.push_str(&t(lang, "action-effect-unclear"));
    }
    text
}

fn placebo(change: &Change, lang: Lang) -> String {
    let placebo = change.placebo;
    let values = [("dates", placebo.dates.into()), ("count", placebo.as_large.into())];
    let id = match placebo.share() {
        None => "action-placebo-few",
        Some(share) if share > RARE => "action-placebo-chance",
        Some(_) => "action-placebo-rare",
    };
    tv(lang, id, &values)
}

fn figures(change: &Change, kind: Kind, lang: Lang) -> String {
    let level = |value: f64| match kind {
        Kind::Rate(_) => format::number(lang, value * PER, 1),
        Kind::Score => format::number(lang, value, 1),
    };
    let (before, after) = (change.before, change.after);
    let values: [(&str, FluentValue<'_>); 8] = [
        ("before", level(before.value).into()),
        ("after", level(after.value).into()),
        ("beforeEvents", before.events.into()),
        ("afterEvents", after.events.into()),
        ("beforeExposure", before.exposure.into()),
        ("afterExposure", after.exposure.into()),
        ("beforePeriods", before.periods.into()),
        ("afterPeriods", after.periods.into()),
    ];
    match kind {
        Kind::Rate(_) => tv(lang, "action-figures-rate", &values),
        Kind::Score => tv(lang, "action-figures-score", &values),
    }
}

fn reason_in_words(reason: Reason, kind: Kind, lang: Lang) -> String {
    let say = |id: &str, count: usize, needed: usize| {
        tv(lang, id, &[("count", count.into()), ("needed", needed.into()), ("unit", kind.unit().into())])
    };
    match reason {
        Reason::TooFewBefore { periods } => say("action-reason-before", periods, FEWEST_BEFORE),
        Reason::TooFewAfter { periods } => say("action-reason-after", periods, FEWEST_AFTER),
        Reason::NoExposure => t(lang, "action-reason-contacts"),
        Reason::TooFewEvents { .. } => t(lang, "action-reason-events"),
        Reason::Constant => t(lang, "action-reason-constant"),
        Reason::Broken => t(lang, "action-reason-broken"),
        Reason::NotANumber => t(lang, "action-reason-number"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use stats::change::{Level, Placebo};

    fn change(estimate: f64, interval: [f64; 2], placebo: Placebo) -> Change {
        let level = |periods, value, events, exposure| Level { periods, value, events, exposure };
        Change {
            before: level(26, 0.025, 250.0, 10_000.0),
            after: level(8, 0.022, 88.0, 4_000.0),
            estimate,
            standard_error: 0.08,
            interval,
            dispersion: 1.2,
            correlation: 0.1,
            placebo,
        }
    }

    fn told(lang: Lang, kind: Kind, change: Change) -> Effect {
        effect("Complaints", kind, &Ok(change), None, false, lang)
    }

    const WEEKS: Kind = Kind::Rate(Resolution::Week);

    #[test]
    fn a_change_is_told_with_its_range_and_how_often_earlier_dates_show_it() {
        let placebo = Placebo { dates: 30, as_large: 4 };
        let effect = told(Lang::En, WEEKS, change(0.88_f64.ln(), [0.75_f64.ln(), 1.03_f64.ln()], placebo));
        assert_eq!(
            effect.sentence,
            "In the 8 weeks since, 12 % fewer than in the 26 weeks before (95 % range: 25 % fewer to 3 % more). That range includes no change."
        );
        let chance = "Changes this large also turned up at 4 of 30 earlier dates, so it may be chance.";
        assert_eq!(effect.placebo.as_deref(), Some(chance));
        let figures =
            "Before: 250 complaints in 10,000 contacts, 25.0 per 1,000. Since: 88 in 4,000, 22.0 per 1,000.";
        assert_eq!(effect.figures.as_deref(), Some(figures));
    }

    #[test]
    fn a_change_is_told_beside_the_units_that_tried_nothing_or_as_without_comparison() {
        let alone = change(0.8_f64.ln(), [0.7_f64.ln(), 0.9_f64.ln()], Placebo { dates: 3, as_large: 0 });
        let beside = (change(0.97_f64.ln(), [0.85_f64.ln(), 1.1_f64.ln()], alone.placebo), 7);
        let told = effect("Complaints", WEEKS, &Ok(alone), Some(&beside), false, Lang::En);
        assert!(
            told.sentence
                .starts_with("In the 8 weeks since, 3 % fewer than the 26 weeks before and the other units"),
            "{told:?}"
        );
        assert!(told.sentence.ends_with("That range includes no change."), "{told:?}");
        assert!(told.comparison.unwrap().contains("7 units that tried nothing"));
        let alone = effect("Complaints", WEEKS, &Ok(alone), None, false, Lang::Nb);
        assert!(alone.comparison.unwrap().starts_with("Uten sammenligning"));
    }

    #[test]
    fn a_rare_change_is_called_rare_and_nothing_is_said_about_its_cause() {
        let placebo = Placebo { dates: 40, as_large: 0 };
        for lang in [Lang::En, Lang::Nb] {
            let effect = told(lang, Kind::Score, change(6.2, [2.1, 10.3], placebo));
            let text = format!("{} {}", effect.sentence, effect.placebo.unwrap());
            for word in ["cause", "because", "leads", "proves", "fordi", "skyldes", "førte", "beviser"] {
                assert!(!text.to_lowercase().contains(word), "{text}");
            }
            assert!(!text.contains("action-"), "{text}");
        }
        let effect = told(Lang::En, Kind::Score, change(6.2, [2.1, 10.3], placebo));
        assert!(effect.sentence.starts_with("In the 8 rounds since, 6.2 points higher than"), "{effect:?}");
    }

    #[test]
    fn too_few_earlier_dates_are_said_to_be_too_few() {
        let effect = told(Lang::En, WEEKS, change(-0.1, [-0.3, 0.1], Placebo { dates: 3, as_large: 0 }));
        assert!(effect.placebo.unwrap().contains("too few"));
    }

    #[test]
    fn every_reason_for_silence_has_its_words_in_both_languages() {
        let reasons = [
            Reason::TooFewBefore { periods: 3 },
            Reason::TooFewAfter { periods: 1 },
            Reason::NoExposure,
            Reason::TooFewEvents { events: 1.0 },
            Reason::Constant,
            Reason::Broken,
            Reason::NotANumber,
        ];
        for lang in [Lang::En, Lang::Nb] {
            for kind in [WEEKS, Kind::Rate(Resolution::Month), Kind::Rate(Resolution::Quarter), Kind::Score] {
                let said: std::collections::HashSet<String> = reasons
                    .iter()
                    .map(|reason| effect("x", kind, &Err(*reason), None, false, lang).sentence)
                    .collect();
                assert_eq!(said.len(), reasons.len());
                assert!(said.iter().all(|text| !text.starts_with("action-")), "{said:?}");
            }
        }
        let early =
            effect("x", WEEKS, &Err(Reason::TooFewAfter { periods: 1 }), None, false, Lang::En).sentence;
        assert_eq!(early, "Too early to tell: 1 of at least 4 weeks since the start are over.");
    }

    #[test]
    fn a_change_that_rounds_to_nothing_has_no_direction() {
        let effect = told(Lang::En, WEEKS, change(0.001, [-0.2, 0.2], Placebo { dates: 9, as_large: 9 }));
        assert!(effect.sentence.contains("the same number"), "{}", effect.sentence);
    }
}
