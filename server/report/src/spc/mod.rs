//! What is said of a control chart.
//!
//! * `sentences`: the chart in words; `stretches`: its signals as a reader tells them;
//! * `drawing`: the chart as a figure and as a document.

mod drawing;
mod sentences;
mod stretches;

use charts::Signal;
use domain::{
    Lang, format,
    text::{FluentValue, tv},
};
use stats::{
    rate::Rate,
    spc::{Chart, Direction, anhoej::Runs},
};

use crate::words;

pub use drawing::{figure, html};
pub use sentences::{basis, false_alarms, lines, verdict};

/// Which direction of a series is the worrying one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worse {
    /// More is worse.
    Up,
    /// Less is worse.
    Down,
}

/// What the chart is about.
pub struct Subject {
    /// Language.
    pub lang: Lang,
    /// What is counted or measured.
    pub value: String,
    /// What it is counted over.
    pub exposure: Option<String>,
    /// Rates are per so much exposure.
    pub per: f64,
    /// The worrying direction; signals are neutral without one.
    pub worse: Option<Worse>,
    /// One name for each point.
    pub names: Vec<String>,
    /// Whether the points are what lies between events, counted from a series of periods.
    pub is_between: bool,
}

/// What is known of a chart beside its points.
pub struct Facts {
    /// Events over exposure of all known points, with its range; none for single measurements.
    pub rate: Option<Rate>,
    /// The same for each point.
    pub rates: Vec<Option<Rate>>,
    /// All events, where they are counted.
    pub events: Option<f64>,
    /// The share of steady series like this one that would show a signal.
    pub false_alarms: Option<f64>,
    /// Whether the chart was left to the program to choose.
    pub is_chosen: bool,
    /// Runs about the median, when asked for.
    pub runs: Option<Runs>,
}

/// What a signal means for people.
pub(crate) fn meaning(direction: Direction, worse: Option<Worse>) -> Signal {
    match (direction, worse) {
        (_, None) => Signal::Neutral,
        (Direction::High, Some(Worse::Up)) | (Direction::Low, Some(Worse::Down)) => Signal::Concern,
        _ => Signal::Better,
    }
}

impl Subject {
    /// What is measured: "complaints per 1,000 beds", "beds between complaints".
    pub fn title(&self) -> String {
        match &self.exposure {
            Some(exposure) if self.is_between => self.with(exposure, "spc-title-between"),
            _ => self.rate_title(),
        }
    }

    /// The rate behind it: "complaints per 1,000 beds".
    pub fn rate_title(&self) -> String {
        match &self.exposure {
            Some(exposure) if self.per == 1.0 => self.with(exposure, "spc-title"),
            Some(exposure) => self.with(exposure, "spc-title-per"),
            None => self.value.clone(),
        }
    }

    fn with(&self, exposure: &str, id: &str) -> String {
        let values: [(&str, FluentValue<'_>); 3] = [
            ("value", self.value.as_str().into()),
            ("exposure", exposure.into()),
            ("per", self.amount(self.per).into()),
        ];
        tv(self.lang, id, &values)
    }

    /// A count or an exposure as it stands.
    pub fn amount(&self, value: f64) -> String {
        format::number(self.lang, value, if value.fract() == 0.0 { 0 } else { 2 })
    }

    fn number(&self, chart: &Chart, value: f64) -> String {
        format::number(self.lang, value, usize::from(decimals(chart)))
    }

    fn name(&self, place: usize) -> &str {
        self.names.get(place).map_or("", String::as_str)
    }
}

/// Decimals that a chart's values are written with.
fn decimals(chart: &Chart) -> u8 {
    words::decimals(chart.points.iter().filter_map(|point| point.value).fold(0.0, |a: f64, b| a.max(b.abs())))
}
