//! The link beside a trend: one sentence, its interval, and what they rest on.

use domain::{
    Lang, UnitId, format,
    insight::{figures::LinkCard, link::LinkOutcome},
    text::{t, tv},
};
use sea_orm::ConnectionTrait;
use stats::link::Summary;

use super::{
    STEP,
    judged::{Judged, Scope},
};
use base::{Error, Result};
use organisation::Tree;
use report::{
    link::{Words, nouns, told},
    words::change,
};

/// The link card of a unit.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn card(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: UnitId,
    lang: Lang,
) -> Result<LinkCard> {
    let Some(Scope { unit: scope, judged }) = Scope::find(db, tree, unit, LinkOutcome::Complaints).await?
    else {
        return Ok(LinkCard { sentence: t(lang, "link-pending"), ..LinkCard::default() });
    };
    let words = Words::of_teams(lang, STEP, LinkOutcome::Complaints);
    let mut sentence = told(lang, &judged.report, judged.leading(), &words);
    if scope != unit
        && let Some(scope) = tree.get(scope)
    {
        sentence = format!("{} {sentence}", tv(lang, "link-scope", &[("unit", scope.name.as_str().into())]));
    }
    // Without an estimate there is nothing whose data could be described.
    let summary = judged.summary();
    let small_print = summary.rate_ratio.map(|_| small_print(lang, &summary, LinkOutcome::Complaints));
    Ok(LinkCard { sentence, small_print, svg: picture(lang, &judged, &words)? })
}

/// What a result rests on, and what it is not.
pub(super) fn small_print(lang: Lang, summary: &Summary, outcome: LinkOutcome) -> String {
    let mut values = nouns(lang, outcome);
    values.extend([
        ("units", summary.units.into()),
        ("periods", summary.periods.into()),
        ("events", summary.events.into()),
        ("dropped", summary.rows_dropped.into()),
    ]);
    tv(lang, "link-small-print", &values)
}

fn picture(lang: Lang, judged: &Judged, words: &Words) -> Result<Option<String>> {
    let answer = judged.leading();
    let (Some(ratio), Some([low, high])) = (answer.rate_ratio, answer.rate_ratio_ci) else { return Ok(None) };
    if !judged.has_range() {
        return Ok(None);
    }
    let label = |ratio: f64| {
        let value = change(ratio);
        let plus = if value > 0.0 { "+" } else { "" };
        format!("{plus}{}", format::number(lang, value, 0))
    };
    let signal = match answer.verdict.is_claim() {
        false => charts::Signal::Neutral,
        true if ratio > 1.0 => charts::Signal::Concern,
        true => charts::Signal::Better,
    };
    let interval = charts::Interval {
        estimate: change(ratio),
        low: change(low),
        high: change(high),
        none: 0.0,
        signal,
        estimate_label: format!("{}\u{a0}%", label(ratio)),
        low_label: label(low),
        high_label: label(high),
        none_label: t(lang, "link-no-change"),
        description: told(lang, &judged.report, answer, words),
    };
    charts::interval_svg(&interval, charts::Interval::SIZE)
        .map(|svg| Some(svg.into_string()))
        .map_err(|error| Error::Internal(error.to_string()))
}
