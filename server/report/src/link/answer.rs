//! The answer in lines: the sentence, the numbers behind it, what limits it, and what was left out.

use domain::{
    Lang, format,
    text::{t, tv},
};
use stats::link::{
    Report, Summary,
    headline::{Answer, Headline},
};

use super::{Question, Values, panel, told};
use crate::words::change;

/// The sentence about the leading predictor.
pub fn leading(question: &Question, report: &Report, headline: &Headline, lang: Lang) -> String {
    about(question, report, &headline.leading, lang)
}

/// The sentence about one predictor.
pub(super) fn about(question: &Question, report: &Report, answer: &Answer, lang: Lang) -> String {
    let place = question.panel.predictors.iter().position(|name| *name == answer.predictor).unwrap_or(0);
    told(lang, report, answer, &question.words(place, lang))
}

/// The answer, line by line.
pub fn lines(question: &Question, report: &Report, headline: &Headline, lang: Lang) -> Vec<String> {
    let mut lines = vec![leading(question, report, headline, lang), String::new()];
    for (place, answer) in headline.predictors.iter().enumerate() {
        lines.push(line(question, place, answer, &report.told(answer), lang));
    }
    let model = &report.model;
    lines.push(String::new());
    lines.push(tv(lang, "panel-rows", &rows(question, report, lang)));
    let dropped = panel::dropped(lang, &model.dropped);
    lines.extend(dropped.iter().map(|(reason, rows)| format!("  {rows}: {reason}")));
    lines.push(panel::time(lang, model.time_effects));
    lines.extend(report.simpson.as_ref().map(|simpson| panel::flag(lang, simpson.flag)));
    lines.extend(
        report.gates.iter().map(|gate| tv(lang, "panel-note", &[("limit", panel::limit(lang, gate).into())])),
    );
    lines.push(t(lang, "panel-association"));
    lines
}

/// A predictor with its step: "strain, 10 higher".
pub(super) fn step_name(question: &Question, place: usize, lang: Lang) -> String {
    let name = question.panel.predictors.get(place).map_or("", String::as_str);
    let step = question.step_text(place, lang);
    tv(lang, "panel-step", &[("predictor", name.into()), ("step", step.into())])
}

/// Verdict, change, range and p of a predictor, as far as they are there.
fn line(question: &Question, place: usize, answer: &Answer, summary: &Summary, lang: Lang) -> String {
    let percent = |ratio: f64| {
        let change = change(ratio);
        let sign = if change > 0.0 { "+" } else { "" };
        format!("{sign}{}\u{a0}%", format::number(lang, change, 1))
    };
    let step = step_name(question, place, lang);
    let verdict = panel::verdict(lang, answer.verdict);
    let what: Values<'_> = vec![("step", step.into()), ("verdict", verdict.into())];
    let Some(ratio) = summary.rate_ratio else { return tv(lang, "panel-line", &what) };
    let change = [("change", percent(ratio).into())];
    let mut line = tv(lang, "panel-line-rate", &[what.as_slice(), &change[..]].concat());
    if let Some([low, high]) = summary.interval {
        let values = [("line", line.into()), ("low", percent(low).into()), ("high", percent(high).into())];
        line = tv(lang, "panel-line-range", &values);
    }
    if let Some(p) = summary.p {
        line = tv(lang, "panel-line-p", &[("line", line.into()), ("p", format::number(lang, p, 4).into())]);
    }
    line
}

/// How much was used and left out.
pub(super) fn rows(question: &Question, report: &Report, lang: Lang) -> Values<'static> {
    let model = &report.model;
    let (from, to) = question.span.clone();
    vec![
        ("rows", model.n.to_string().into()),
        ("units", model.units.to_string().into()),
        ("periods", model.periods.to_string().into()),
        ("from", from.into()),
        ("to", to.into()),
        ("events", format::number(lang, model.events, 0).into()),
        ("dropped", model.dropped.rows().to_string().into()),
    ]
}

#[cfg(test)]
mod tests;
