//! What a control chart says, in sentences.

use domain::{
    Lang, format,
    text::{FluentValue, t, tv},
};
use stats::{
    rate::Rate,
    spc::{Chart, Direction, FEWEST_POINTS, FEWEST_POINTS_FOR_FIRM_LIMITS, Kind, RARE, Rule, anhoej::Runs},
};

use super::{
    Facts, Subject, decimals,
    stretches::{Stretch, stretches},
};
use crate::words::{self, apart, with_range};

/// The chart in plain words, line by line.
pub fn lines(chart: &Chart, facts: &Facts, subject: &Subject) -> Vec<String> {
    let stretches = stretches(chart);
    let mut lines = vec![subject.title()];
    lines.extend(basis(chart, facts, subject));
    lines.push(verdict(chart, stretches.len(), subject.lang));
    lines.extend(stretches.iter().map(|stretch| format!("  {}", explain(stretch, chart, subject))));
    lines.extend(runs_line(facts.runs, subject.lang));
    lines.retain(|line| !line.is_empty());
    lines
}

/// One signal in one sentence.
pub(super) fn explain(stretch: &Stretch, chart: &Chart, subject: &Subject) -> String {
    let lang = subject.lang;
    let high = stretch.direction == Direction::High;
    let (first, last) = (subject.name(stretch.first), subject.name(stretch.last));
    let when = if stretch.first == stretch.last { first.to_owned() } else { format!("{first} – {last}") };
    let id = match (stretch.rule, high) {
        (Rule::Outside, true) => "spc-outside-high",
        (Rule::Outside, false) => "spc-outside-low",
        (Rule::Trend, true) => "spc-trend-high",
        (Rule::Trend, false) => "spc-trend-low",
        (Rule::NearLimit, true) => "spc-near-high",
        (Rule::NearLimit, false) => "spc-near-low",
        (Rule::Shift, true) => "spc-shift-high",
        (Rule::Shift, false) => "spc-shift-low",
    };
    let point = chart.points.get(stretch.first);
    let value = point.and_then(|point| point.value).unwrap_or_default();
    let limit = point.and_then(|point| if high { point.upper } else { point.lower });
    let (value, limit) = apart(lang, value, limit.unwrap_or_default(), decimals(chart));
    let points = stretch.points.to_string();
    let values = [("value", value.into()), ("limit", limit.into()), ("points", points.into())];
    format!("{when}: {}.", tv(lang, id, &values))
}

fn kind_name(kind: Kind, lang: Lang) -> String {
    let id = match kind {
        Kind::U => "spc-kind-u",
        Kind::Laney => "spc-kind-laney",
        Kind::P => "spc-kind-p",
        Kind::LaneyP => "spc-kind-laney-p",
        Kind::Xmr => "spc-kind-xmr",
        Kind::G => "spc-kind-g",
        Kind::T => "spc-kind-t",
    };
    t(lang, id)
}

/// Whether points are what lies between events.
pub(super) const fn is_of_waits(kind: Kind) -> bool {
    matches!(kind, Kind::G | Kind::T)
}

/// What the chart rests on, in sentences.
pub fn basis(chart: &Chart, facts: &Facts, subject: &Subject) -> Vec<String> {
    let lang = subject.lang;
    let known = chart.points.iter().filter(|point| point.value.is_some()).count();
    let gaps = chart.points.len() - known;
    let span = format!("{} – {}", subject.name(0), subject.name(chart.points.len().saturating_sub(1)));
    let values: [(&str, FluentValue<'_>); 4] = [
        ("kind", kind_name(chart.kind, lang).into()),
        ("points", known.to_string().into()),
        ("gaps", gaps.to_string().into()),
        ("span", span.into()),
    ];
    let mut lines = vec![tv(lang, "spc-basis", &values)];
    if facts.is_chosen && chart.kind == Kind::T {
        lines.push(t(lang, "spc-chosen-t"));
    }
    let Some(center) = chart.center else {
        lines.push(t(lang, "spc-no-point"));
        return lines;
    };
    lines.extend(usual_level(chart, center, facts, subject));
    lines.extend(width(chart, known, lang));
    lines.extend(rarity(chart, known, facts, lang));
    lines.extend(firmness(chart, known).map(|id| t(lang, id)));
    lines.extend(run_rule(chart, lang));
    lines.extend(facts.false_alarms.map(|share| false_alarms(lang, share)));
    lines
}

fn usual_level(chart: &Chart, center: f64, facts: &Facts, subject: &Subject) -> Vec<String> {
    let lang = subject.lang;
    let number = subject.number(chart, center);
    let whole = |rate: &Rate| {
        // The chart of waits has another scale than the rate.
        let decimals = words::decimals(rate.rate * subject.per).max(2);
        let rate = with_range(lang, rate, subject.per, decimals);
        tv(lang, "spc-rate-whole", &[("title", subject.rate_title().into()), ("rate", rate.into())])
    };
    if is_of_waits(chart.kind) {
        let half = tv(lang, "spc-usual-wait", &[("level", number.into())]);
        return std::iter::once(half).chain(facts.rate.as_ref().map(whole)).collect();
    }
    let level = match &facts.rate {
        Some(rate) => with_range(lang, rate, subject.per, decimals(chart)),
        None => number,
    };
    vec![tv(lang, "spc-usual", &[("level", level.into())])]
}

/// What σz says, and what the limits make of it.
fn width(chart: &Chart, known: usize, lang: Lang) -> Option<String> {
    let sigma = format::number(lang, chart.sigma_z?, 2);
    let id = match (chart.width > 1.0, known < FEWEST_POINTS_FOR_FIRM_LIMITS) {
        (true, _) => "spc-width-wide",
        (false, true) => "spc-width-short",
        (false, false) => "spc-width-chance",
    };
    let width = format::number(lang, chart.width, 2);
    let points = known.to_string();
    Some(tv(lang, id, &[("sigma", sigma.into()), ("width", width.into()), ("points", points.into())]))
}

/// What few events cannot show.
fn rarity(chart: &Chart, known: usize, facts: &Facts, lang: Lang) -> Option<String> {
    let events = facts.events.filter(|events| *events < RARE * known as f64)?;
    if is_of_waits(chart.kind) {
        return None;
    }
    let id = if events >= FEWEST_POINTS as f64 { "spc-rare" } else { "spc-rare-few" };
    Some(tv(lang, id, &[("events", format::number(lang, events, 0).into())]))
}

/// How far the limits can be relied on.
fn firmness(chart: &Chart, known: usize) -> Option<&'static str> {
    match (has_limits(chart), known < FEWEST_POINTS) {
        (false, true) => Some("spc-firm-few"),
        (false, false) => Some("spc-firm-flat"),
        (true, _) => chart.provisional.then_some("spc-firm-provisional"),
    }
}

fn run_rule(chart: &Chart, lang: Lang) -> Option<String> {
    has_limits(chart).then(|| match chart.run {
        Some(run) => tv(lang, "spc-run", &[("run", run.to_string().into())]),
        None => t(lang, "spc-run-off"),
    })
}

/// How many steady series like the one at hand would show a signal; `share` between 0 and 1.
pub fn false_alarms(lang: Lang, share: f64) -> String {
    tv(lang, "spc-false-alarms", &[("share", format::number(lang, 100.0 * share, 1).into())])
}

fn has_limits(chart: &Chart) -> bool {
    chart.points.iter().any(|point| point.upper.is_some())
}

/// What so many signals amount to, in one sentence; empty without limits.
pub fn verdict(chart: &Chart, count: usize, lang: Lang) -> String {
    if !has_limits(chart) {
        return String::new();
    }
    tv(lang, "spc-verdict", &[("count", count.into())])
}

pub(super) fn runs_line(runs: Option<Runs>, lang: Lang) -> Option<String> {
    let Runs { longest, longest_max, crossings, crossings_min, signal, .. } = runs?;
    let id = if signal { "spc-runs-unsteady" } else { "spc-runs-steady" };
    let values = [
        ("longest", longest.to_string().into()),
        ("most", longest_max.to_string().into()),
        ("crossings", crossings.to_string().into()),
        ("fewest", crossings_min.to_string().into()),
    ];
    Some(tv(lang, id, &values))
}
