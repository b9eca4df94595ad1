//! Numbers of the link as people read them, and the charts of its page.

use charts::{Estimate, Estimates, LagPanel, LagPoint, Lags, Signal, Svg, Theme};
use domain::{
    Lang,
    insight::link::{Figure, LinkOutcome, Table},
    text::{t, tv},
};
use stats::link::profile::Profile;

use super::{PREDICTORS, STEP};
use crate::figures::FileKind;
use base::{Error, Result};
use report::{
    link::nouns,
    words::{self, number_format, percent, range},
};

/// Widths of charts on wide and on narrow pages, and of a file, in CSS pixels.
const WIDE: u32 = 740;
const NARROW: u32 = 320;

/// The change in per cent that a slope means for one step of the predictor. None where it says nothing that
/// could be drawn.
pub(super) fn change(slope: f64) -> Option<f64> {
    of_ratio((slope * STEP).exp())
}

/// The change in per cent that a rate ratio means.
pub(super) fn of_ratio(ratio: f64) -> Option<f64> {
    let change = words::change(ratio);
    (change.is_finite() && change.abs() < 1e5).then_some(change)
}

/// As [`change`], for both ends of an interval.
pub(super) fn changes(interval: [f64; 2]) -> Option<[f64; 2]> {
    Some([change(interval[0])?, change(interval[1])?])
}

/// What a finding means for people: more complaints worry, more smiles do not.
pub(super) fn signal(outcome: LinkOutcome, change: f64) -> Signal {
    if (change > 0.0) == outcome.is_welcome() { Signal::Better } else { Signal::Concern }
}

/// An estimate of a change in per cent as a row of a chart.
pub(super) fn row(
    lang: Lang,
    label: &str,
    value: Option<f64>,
    interval: Option<[f64; 2]>,
    signal: Option<Signal>,
) -> Estimate {
    let written = match (value, interval) {
        (Some(value), Some(ends)) => format!("{} ({})", percent(lang, value), range(lang, ends)),
        (Some(value), None) => percent(lang, value),
        (None, _) => t(lang, "link-no-estimate"),
    };
    Estimate {
        label: label.to_owned(),
        value,
        interval: interval.map(|[low, high]| (low, high)).filter(|_| value.is_some()),
        signal,
        explanation: format!("{label}: {written}."),
        value_label: value.map_or_else(|| written.clone(), |value| percent(lang, value)),
        is_apart: false,
    }
}

/// A chart of the page in the reader's language.
pub(super) enum Chart {
    /// Estimates under each other.
    Estimates(Estimates),
    /// Estimates by distance in time.
    Lags(Lags),
}

impl Chart {
    /// Estimates of changes in per cent.
    pub(super) fn of_rows(
        (lang, outcome): (Lang, LinkOutcome),
        rows: Vec<Estimate>,
        description: &str,
    ) -> Self {
        Self::Estimates(Estimates {
            rows,
            none: Some(0.0),
            scale_label: tv(lang, "link-scale", &nouns(lang, outcome)),
            format: number_format(lang, 1),
            description: description.to_owned(),
        })
    }

    fn svg(&self, width: u32) -> Result<Svg> {
        match self {
            Self::Estimates(chart) => charts::estimates_svg(chart, chart.comfortable_size(width)),
            Self::Lags(chart) => charts::lags_svg(chart, chart.comfortable_size(width)),
        }
        .map_err(failed)
    }

    fn png(&self) -> Result<Vec<u8>> {
        match self {
            Self::Estimates(chart) => {
                charts::estimates_png(chart, chart.comfortable_size(WIDE), Theme::Light, 2)
            }
            Self::Lags(chart) => charts::lags_png(chart, chart.comfortable_size(WIDE), Theme::Light, 2),
        }
        .map_err(failed)
    }

    fn description(&self) -> &str {
        match self {
            Self::Estimates(chart) => &chart.description,
            Self::Lags(chart) => &chart.description,
        }
    }

    /// The chart on a page, with its numbers and the name of its file.
    pub(super) fn figure(&self, file: &str, table: Table) -> Result<Figure> {
        Ok(Figure {
            sentence: self.description().to_owned(),
            file: file.to_owned(),
            svg: self.svg(WIDE)?.into_string(),
            svg_narrow: self.svg(NARROW)?.into_string(),
            table,
        })
    }

    /// The chart as a file.
    pub(super) fn file(&self, kind: FileKind) -> Result<Vec<u8>> {
        match kind {
            FileKind::Svg => Ok(self.svg(WIDE)?.standalone().into_bytes()),
            FileKind::Png => self.png(),
        }
    }
}

fn failed(error: charts::ChartError) -> Error {
    Error::Internal(error.to_string())
}

/// The link at each distance in time.
pub(super) fn lags((lang, outcome): (Lang, LinkOutcome), profile: &Profile, description: &str) -> Chart {
    let panel = |name: &str| {
        let own = profile.points.iter().filter(|point| point.predictor == name);
        let points = own.filter_map(|point| {
            let value = change(point.estimate)?;
            let interval = point.interval.and_then(changes);
            let written = row(lang, &distance(lang, point.lag), Some(value), interval, None).explanation;
            Some(LagPoint {
                lag: point.lag,
                value,
                interval: interval.map(|[low, high]| (low, high)),
                signal: (point.q < 0.05).then(|| signal(outcome, value)),
                explanation: format!("{}, {written}", t(lang, &format!("measure-{name}"))),
            })
        });
        let ink = if name == "strain" { charts::Ink::Strain } else { charts::Ink::Satisfaction };
        LagPanel { label: t(lang, &format!("measure-{name}")), ink, points: points.collect() }
    };
    Chart::Lags(Lags {
        panels: PREDICTORS.map(panel).to_vec(),
        value_label: tv(lang, "link-scale", &nouns(lang, outcome)),
        lead_label: t(lang, "link-lags-after"),
        lag_label: tv(lang, "link-lags-before", &nouns(lang, outcome)),
        distance_label: t(lang, "link-lags-distance"),
        format: number_format(lang, 1),
        description: description.to_owned(),
    })
}

/// A distance in time in words.
pub(super) fn distance(lang: Lang, lag: i32) -> String {
    let values = [("rounds", lag.unsigned_abs().into())];
    match lag {
        0 => t(lang, "link-distance-same"),
        1.. => tv(lang, "link-distance-before", &values),
        _ => tv(lang, "link-distance-after", &values),
    }
}
