//! The link beside a trend: one sentence, its interval, and what they rest on.

use domain::{
    Lang, format,
    insight::figures::LinkCard,
    text::{t, tv},
};
use sea_orm::ConnectionTrait;
use stats::link::{Report, Summary, Verdict};

use super::{PREDICTORS, STEP};
use base::{Error, Result, db};
use organisation::Tree;
use report::link::{Words, sentence};

/// Whose result a unit is shown, and what it says.
pub(super) struct Scope {
    /// The unit itself or one above it.
    pub(super) unit: i64,
    /// About the predictor a page leads with.
    pub(super) summary: Summary,
}

impl Scope {
    /// A unit's own result or, for a small unit, that of the nearest unit above that has something to say.
    /// None before the link was worked out for the first time.
    pub(super) async fn find(db: &impl ConnectionTrait, tree: &Tree, unit: i64) -> Result<Option<Self>> {
        let mut found: Option<Self> = None;
        for ancestor in tree.ancestors(unit) {
            let report = "SELECT report FROM link_result WHERE unit_id = $1";
            let Some(report) = db::value::<String>(db, report, [ancestor.into()]).await? else { continue };
            let report: Report = serde_json::from_str(&report)?;
            let summary = headline(&report);
            let is_finding = !matches!(summary.verdict, Verdict::Descriptive | Verdict::NotEstimable);
            if is_finding || found.is_none() {
                found = Some(Self { unit: ancestor, summary });
            }
            if is_finding {
                break;
            }
        }
        Ok(found)
    }
}

/// The link card of a unit.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn card(db: &impl ConnectionTrait, tree: &Tree, unit: i64, lang: Lang) -> Result<LinkCard> {
    let Some(Scope { unit: scope, summary }) = Scope::find(db, tree, unit).await? else {
        return Ok(LinkCard { sentence: t(lang, "link-pending"), ..LinkCard::default() });
    };
    let mut sentence = sentence(lang, &summary, &Words::of_teams(lang, STEP));
    if scope != unit
        && let Some(scope) = tree.get(scope)
    {
        sentence = format!("{} {sentence}", tv(lang, "link-scope", &[("unit", scope.name.as_str().into())]));
    }
    // Without an estimate there is nothing whose data could be described.
    let small_print = summary.rate_ratio.map(|_| small_print(lang, &summary));
    Ok(LinkCard { sentence, small_print, svg: picture(lang, &summary)? })
}

/// The predictor a page leads with: the one with a finding, strain before satisfaction.
pub(super) fn headline(report: &Report) -> Summary {
    let summaries = PREDICTORS.map(|predictor| report.summary(predictor, STEP));
    let found = summaries.iter().find(|s| matches!(s.verdict, Verdict::Significant | Verdict::EarlySignal));
    let [strain, _] = &summaries;
    found.unwrap_or(strain).clone()
}

/// What a result rests on, and what it is not.
pub(super) fn small_print(lang: Lang, summary: &Summary) -> String {
    tv(
        lang,
        "link-small-print",
        &[
            ("units", summary.units.into()),
            ("periods", summary.periods.into()),
            ("events", summary.events.into()),
            ("dropped", summary.rows_dropped.into()),
        ],
    )
}

fn picture(lang: Lang, summary: &Summary) -> Result<Option<String>> {
    let (Some(ratio), Some([low, high])) = (summary.rate_ratio, summary.interval) else { return Ok(None) };
    if matches!(summary.verdict, Verdict::Descriptive | Verdict::NotEstimable) {
        return Ok(None);
    }
    let change = |ratio: f64| (ratio - 1.0) * 100.0;
    let label = |ratio: f64| {
        let value = change(ratio);
        let plus = if value > 0.0 { "+" } else { "" };
        format!("{plus}{}", format::number(lang, value, 0))
    };
    let signal = match summary.verdict {
        Verdict::NotSignificant => charts::Signal::Neutral,
        _ if ratio > 1.0 => charts::Signal::Concern,
        _ => charts::Signal::Better,
    };
    let interval = charts::Interval {
        estimate: change(ratio),
        low: change(low),
        high: change(high),
        none: 0.0,
        signal,
        estimate_label: format!("{} %", label(ratio)),
        low_label: label(low),
        high_label: label(high),
        none_label: t(lang, "link-no-change"),
        description: sentence(lang, summary, &Words::of_teams(lang, STEP)),
    };
    charts::interval_svg(&interval, charts::Interval::SIZE)
        .map(|svg| Some(svg.into_string()))
        .map_err(|error| Error::Internal(error.to_string()))
}
