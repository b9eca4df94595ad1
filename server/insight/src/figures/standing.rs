//! A unit's trend in short: what its newest figures say beside its own usual level, and the last points.
//!
//! Signals are decided in [`series`](super::series) alone, so that a unit carries the same one on its trend and
//! wherever units are listed.

use charts::Signal;
use chrono::NaiveDate;
use domain::{
    Period, Resolution, UnitId,
    insight::{
        figures::Measure,
        signal::{SignalMeasure, SignalState},
    },
    staff::bank::Item,
};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use stats::spc::{Anew, Count, evidence};

use super::{
    chart::{Worry, run_at_end, state_at},
    released::StaffFigure,
    series::{Trend, TrendPoint},
};
use base::Result;
use organisation::Tree;

/// Points that a small chart shows.
pub(crate) const MOST_STEPS: usize = 26;

/// A unit's measures.
pub(crate) struct Standing {
    pub(crate) unit: UnitId,
    pub(crate) resolution: Resolution,
    /// In the order of [`SignalMeasure::ALL`].
    pub(crate) measures: [MeasureStanding; 3],
}

/// A measure of a unit.
#[derive(Default)]
pub(crate) struct MeasureStanding {
    /// What the newest figure says.
    pub(crate) state: SignalState,
    /// The first period of the marked points that end with the newest; none without a mark.
    pub(crate) since: Option<Period>,
    /// The newest figure and its period.
    pub(crate) latest: Option<(Period, f64)>,
    /// The usual level.
    pub(crate) usual: Option<f64>,
    /// How likely a steady series is to end as far from where it was; none without limits, where nothing can be marked.
    pub(crate) chance: Option<f64>,
    /// The last periods, oldest first.
    pub(crate) steps: Vec<Step>,
}

/// A period of a small chart. Written to the database, so its names are short and stay as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Step {
    /// The figure, if it may be shown.
    #[serde(rename = "v", skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<f64>,
    /// What is marked.
    #[serde(rename = "s", skip_serializing_if = "is_none")]
    pub(crate) state: SignalState,
    /// Whether there is a figure that may not be shown.
    #[serde(rename = "h", skip_serializing_if = "is_false")]
    pub(crate) is_hidden: bool,
    /// Whether nothing may be said about the change from the figure before.
    #[serde(rename = "b", skip_serializing_if = "is_false")]
    pub(crate) is_break: bool,
}

fn is_none(state: &SignalState) -> bool {
    *state == SignalState::None
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// The standing of each of these units, at the resolution its trend opens with.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn standings(
    db: &impl ConnectionTrait,
    tree: &Tree,
    units: &[UnitId],
    today: NaiveDate,
) -> Result<Vec<Standing>> {
    Ok(Trend::load_many(db, tree, units, today).await?.iter().map(standing).collect())
}

fn standing(trend: &Trend) -> Standing {
    let staff = |measure| {
        let drawn = trend.staff_chart(measure).filter(|_| trend.has_staff);
        let of = |(place, series)| {
            let values: Vec<f64> =
                last_stretch(series).filter_map(|at| series.chart.points[at].value).collect();
            let chance = evidence::of_measurements(&values);
            of_series(trend, series, Worry::of(measure), chance, |point| point.staff.get(place).copied())
        };
        drawn.map(of).unwrap_or_default()
    };
    Standing {
        unit: trend.unit.id,
        resolution: trend.resolution,
        measures: SignalMeasure::ALL.map(|measure| match measure {
            SignalMeasure::Strain => staff(Measure::Strain),
            SignalMeasure::Satisfaction => staff(Measure::Score(Item::C2)),
            SignalMeasure::Complaints => {
                of_series(trend, &trend.rate, Worry::High, chance_of_rate(trend), |_| None)
            }
        }),
    }
}

/// The places of the points that share the newest limits.
fn last_stretch(series: &Anew) -> impl Iterator<Item = usize> {
    let newest = series.centers.last();
    let length = series.centers.iter().rev().take_while(|center| Some(*center) == newest).count();
    series.centers.len() - length..series.centers.len()
}

fn chance_of_rate(trend: &Trend) -> Option<f64> {
    let counts = last_stretch(&trend.rate).filter_map(|at| trend.points.get(at)?.counts);
    let counts = counts.map(|c| Count { count: c.complaints as f64, exposure: c.contacts as f64 });
    evidence::of_counts(&counts.filter(|c| c.exposure > 0.0).collect::<Vec<_>>(), trend.rate.chart.width)
}

fn of_series(
    trend: &Trend,
    series: &Anew,
    worry: Worry,
    chance: Option<f64>,
    staff: impl Fn(&TrendPoint) -> Option<StaffFigure>,
) -> MeasureStanding {
    let chart = &series.chart;
    let period = |place: usize| trend.points.get(place).map(|point| point.period);
    let newest = chart.points.iter().rposition(|point| point.value.is_some());
    let run = |signal| run_at_end(series, worry, signal);
    let (state, length) = match (run(Signal::Concern), run(Signal::Better)) {
        (0, 0) => (SignalState::None, 0),
        (0, length) => (SignalState::Better, length),
        (length, _) => (SignalState::Concern, length),
    };
    let since = newest.filter(|_| length > 0).and_then(|newest| period((newest + 1).saturating_sub(length)));
    let steps = trend.points.iter().zip(&chart.points).map(|(point, drawn)| {
        let figure = staff(point).unwrap_or_default();
        Step {
            value: drawn.value,
            state: state_at(drawn, worry),
            is_hidden: figure.is_hidden,
            is_break: figure.is_break,
        }
    });
    MeasureStanding {
        state: if since.is_some() { state } else { SignalState::None },
        since,
        latest: newest.and_then(|newest| period(newest).zip(chart.points[newest].value)),
        usual: chart.center,
        chance: chance.filter(|_| newest.is_some_and(|at| chart.points[at].upper.is_some())),
        steps: steps.skip(trend.points.len().saturating_sub(MOST_STEPS)).collect(),
    }
}
