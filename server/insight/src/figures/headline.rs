//! The sentence first: what a manager should know in ten seconds.

use charts::Signal;
use domain::{
    Lang, Resolution, format,
    insight::figures::Measure,
    staff::bank::Item,
    text::{t, tv},
};

use super::{
    chart::{Worry, run_at_end},
    series::{Measured, PER, Trend, TrendPoint},
};
use organisation::Tree;
use stats::rate::garwood;

/// How many times the usual level a rate has to be before it is called more, if only with "may be chance".
const MORE: f64 = 1.2;

/// Unit, number of teams, newest round and the day of its release.
pub(super) fn eyebrow(trend: &Trend, tree: &Tree, lang: Lang) -> String {
    let mut parts = vec![trend.unit.name.clone()];
    let teams = tree.leaves(trend.unit.id).len();
    if teams > 1 {
        parts.push(tv(lang, "teams", &[("count", teams.into())]));
    }
    if let Some(newest) = &trend.newest {
        parts.push(format::period(lang, domain::Period::containing(newest.starts_on, Resolution::Week)));
        parts.push(tv(lang, "released-on", &[("date", format::long_date(lang, newest.released_on).into())]));
    } else if let Some(last) = trend.points.last() {
        parts.push(format::period(lang, last.period));
    }
    parts.join(" · ")
}

/// Two short sentences: how staff are, how complaints are.
pub(super) fn headline(trend: &Trend, lang: Lang) -> String {
    if trend.points.is_empty() {
        return t(lang, "headline-nothing");
    }
    let complaints =
        [(Signal::Concern, "headline-complaints-high"), (Signal::Better, "headline-complaints-low")]
            .into_iter()
            .find(|(signal, _)| run_at_end(&trend.rate, Worry::High, *signal) > 0);
    let staff = trend.has_staff.then(|| staff(trend, lang)).flatten();
    let has_rate = trend.rate.chart.points.iter().any(|point| point.value.is_some());
    let complaints = match (complaints, &staff) {
        (Some((_, id)), _) => t(lang, id),
        (None, _) if !has_rate => t(lang, "headline-complaints-none"),
        (None, staff) => match (more_than_usual(trend, lang), staff) {
            (Some(more), _) => more,
            (None, Some((_, true))) => t(lang, "headline-complaints-not-yet"),
            (None, _) => t(lang, "headline-complaints-usual"),
        },
    };
    match staff {
        Some((staff, _)) => format!("{staff} {complaints}"),
        None => complaints,
    }
}

/// That the newest rate lies above the usual level, where a reader of the two numbers would say so, though it may
/// be chance.
fn more_than_usual(trend: &Trend, lang: Lang) -> Option<String> {
    let (rate, usual) = (newest(trend)?.0, trend.rate.chart.center?);
    let number = |value: f64| format::number(lang, value, 1).into();
    let values = [("rate", number(rate)), ("usual", number(usual)), ("per", PER.into())];
    (rate > MORE * usual).then(|| tv(lang, "headline-complaints-more", &values))
}

/// The newest rate and its period.
fn newest(trend: &Trend) -> Option<(f64, &TrendPoint)> {
    let points = trend.rate.chart.points.iter().zip(&trend.points).rev();
    points.into_iter().find_map(|(rate, point)| Some((rate.value?, point)))
}

/// The sentence about the staff measures drawn, and whether it is one of concern.
fn staff(trend: &Trend, lang: Lang) -> Option<(String, bool)> {
    for signal in [Signal::Concern, Signal::Better, Signal::Neutral] {
        for measured in &trend.measures {
            let run = run_at_end(&measured.series, Worry::of(measured.measure), signal);
            if run > 0 {
                let values = [
                    ("label", measured.label.as_str().into()),
                    ("count", run.into()),
                    ("resolution", trend.resolution.name().into()),
                ];
                return Some((tv(lang, sentence(measured, signal), &values), signal == Signal::Concern));
            }
        }
    }
    let is_known = trend.points.iter().any(|point| point.staff.iter().any(|figure| figure.value.is_some()));
    is_known.then(|| (t(lang, "headline-staff-usual"), false))
}

/// Message id of the sentence about a run of signals.
const fn sentence(measured: &Measured, signal: Signal) -> &'static str {
    match (measured.measure, signal) {
        (Measure::Strain, Signal::Concern) => "headline-strain-high",
        (Measure::Strain, _) => "headline-strain-low",
        (Measure::Score(Item::C2), Signal::Concern) => "headline-satisfaction-low",
        (Measure::Score(Item::C2), _) => "headline-satisfaction-high",
        (_, Signal::Concern) => "headline-measure-concern",
        (_, Signal::Better) => "headline-measure-better",
        (_, Signal::Neutral) => "headline-measure-neutral",
    }
}

/// Where the complaint rate stands in the last period that has one.
pub(super) fn lead(trend: &Trend, lang: Lang) -> String {
    let (Some((rate, point)), Some(usual)) = (newest(trend), trend.rate.chart.center) else {
        return t(lang, if trend.points.is_empty() { "lead-nothing" } else { "lead-no-rate" });
    };
    let counts = point.counts.unwrap_or_default();
    let range = garwood(counts.complaints as f64, counts.contacts as f64, 1.0);
    let rate = range.map_or_else(
        || format::number(lang, rate, 1),
        |range| report::words::with_range(lang, &range, PER, 1),
    );
    tv(
        lang,
        "lead-rate",
        &[
            ("rate", rate.into()),
            ("per", PER.into()),
            ("period", format::period(lang, point.period).into()),
            ("usual", format::number(lang, usual, 1).into()),
            ("complaints", counts.complaints.into()),
            ("contacts", counts.contacts.into()),
        ],
    )
}
