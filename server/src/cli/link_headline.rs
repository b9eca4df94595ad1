//! The headline of `trivsel link`: the one verdict, worded.

use domain::{Lang, format};
use stats::link::{
    Options, Report, Summary,
    headline::{Answer, Headline, Limit, Reason, Setting, Verdict, headline},
};

use super::{Failure, link_question::Question, link_words, words::pick};

/// The verdicts about a table. `above` holds for each unit the cluster it belongs to, or nothing at all.
///
/// # Errors
/// When table or options contradict themselves.
pub(super) fn of(question: &Question, options: &Options, above: &[u32]) -> Result<Headline, Failure> {
    let predictors = 0..question.panel.predictors.len();
    let steps: Vec<f64> = predictors.map(|place| question.step(place)).collect();
    headline(&question.panel, options, &Setting { steps: &steps, above })
        .map_err(|error| Failure { line: error.to_string(), code: 2 })
}

/// The summaries that say what the headline says, one for each predictor.
pub(super) fn summaries(report: &Report, headline: &Headline) -> Vec<Summary> {
    headline.predictors.iter().map(|answer| report.told(answer)).collect()
}

/// The sentence about the leading predictor.
pub(super) fn leading(lang: Lang, question: &Question, report: &Report, headline: &Headline) -> String {
    sentence(lang, question, report, &headline.leading)
}

/// The sentence about one predictor.
pub(super) fn sentence(lang: Lang, question: &Question, report: &Report, answer: &Answer) -> String {
    let place = question.panel.predictors.iter().position(|name| *name == answer.predictor).unwrap_or(0);
    let wide = answer.reasons.iter().find_map(|reason| match reason {
        Reason::Limit(Limit::WideRange { factor, .. }) => Some(*factor),
        _ => None,
    });
    match (answer.verdict, wide) {
        (Verdict::DirectionUnclear, _) => unclear(lang, question, answer),
        (Verdict::NotEnough, Some(factor)) => too_wide(lang, question, place, factor),
        _ => link_words::sentence(lang, &report.told(answer), &question.words(place, lang)),
    }
}

fn unclear(lang: Lang, question: &Question, answer: &Answer) -> String {
    let (predictor, count) = (&answer.predictor, &question.names.count);
    match lang {
        Lang::En => format!(
            "Direction unclear: {predictor} and {count} go together, but {count} may come first: later values of {predictor} still tell something about {count} when the earlier ones are known."
        ),
        Lang::Nb => format!(
            "Uklar retning: {predictor} og {count} følges ad, men {count} kan komme først: senere verdier av {predictor} sier fortsatt noe om {count} når de tidligere er kjent."
        ),
    }
}

fn too_wide(lang: Lang, question: &Question, place: usize, factor: f64) -> String {
    let step = question.step_text(place, lang);
    let predictor = question.panel.predictors.get(place).map_or("", String::as_str);
    // A range of a hundredfold and one of a millionfold say the same.
    let times = format::number(lang, factor.min(100.0), 0);
    match (lang, factor > 100.0) {
        (Lang::En, false) => format!(
            "Not enough for an answer: for {predictor} {step} higher, the upper end of the 95 % range is {times} times the lower one."
        ),
        (Lang::Nb, false) => format!(
            "Ikke nok til et svar: for {predictor} {step} høyere er øvre ende av 95 %-intervallet {times} ganger den nedre."
        ),
        (Lang::En, true) => format!(
            "Not enough for an answer: for {predictor} {step} higher, the upper end of the 95 % range is more than {times} times the lower one."
        ),
        (Lang::Nb, true) => format!(
            "Ikke nok til et svar: for {predictor} {step} høyere er øvre ende av 95 %-intervallet mer enn {times} ganger den nedre."
        ),
    }
}

/// The verdict in a few words.
pub(super) fn word(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Finding => pick(lang, "goes together", "følges ad"),
        Verdict::EarlySignal => pick(lang, "early signal", "tidlig tegn"),
        Verdict::DirectionUnclear => pick(lang, "direction unclear", "uklar retning"),
        Verdict::NoneFound => pick(lang, "no clear link found", "ingen klar sammenheng funnet"),
        Verdict::NotEnough => pick(lang, "not enough for an answer", "ikke nok til et svar"),
    }
}
