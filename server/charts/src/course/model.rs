//! What two quarters are drawn from.

use crate::error::ChartError;
use crate::model::{Ink, NumberFormat, Signal, Size, Tick, ValueRange, drawable};

use super::{AIR, AXIS, BETWEEN, FLAGS, NAME_ROW, QUARTERS, STRIP};

/// Two quarters.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Course {
    /// From top to bottom; all have the same number of points.
    pub panels: Vec<CoursePanel>,
    /// The place at which the later quarter begins.
    pub split: usize,
    /// Names of both quarters, written at the hairline.
    pub quarters: Option<(String, String)>,
    /// Labels of the time axis.
    pub ticks: Vec<Tick>,
    /// What was begun when: place and a few words.
    pub flags: Vec<(usize, String)>,
    /// Whether names stand at the right end, not above each plot.
    pub has_names_beside: bool,
    /// Accessible name: one sentence.
    pub description: String,
}

/// A series.
#[derive(Debug, Clone, PartialEq)]
pub struct CoursePanel {
    /// Its name.
    pub label: String,
    /// Small print below the name, where names stand beside.
    pub note: String,
    /// Which measure; decides the colour.
    pub ink: Ink,
    /// Oldest first.
    pub points: Vec<CoursePoint>,
    /// Windows of several rounds.
    pub windows: Vec<CourseWindow>,
    /// The level of each quarter.
    pub levels: [Option<f64>; 2],
    /// Usual level over all, where there is one.
    pub centre: Option<f64>,
    /// What the axis covers.
    pub range: ValueRange,
    /// How the axis is written.
    pub format: NumberFormat,
    /// Height of its plot in CSS pixels.
    pub height: u32,
}

/// A round.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct CoursePoint {
    /// Its value.
    pub value: Option<f64>,
    /// The value's own interval.
    pub interval: Option<(f64, f64)>,
    /// Limits of usual variation.
    pub limits: Option<(f64, f64)>,
    /// Hidden: only its place is drawn.
    pub is_hidden: bool,
    /// Declared void.
    pub is_void: bool,
    /// What a control rule says.
    pub signal: Option<Signal>,
}

/// A window of several rounds.
#[derive(Debug, Clone, PartialEq)]
pub struct CourseWindow {
    /// First and last place.
    pub from: usize,
    /// Last place.
    pub to: usize,
    /// Its value.
    pub value: f64,
    /// The value as written.
    pub label: String,
}

impl Course {
    /// The size in a column so wide.
    #[must_use]
    pub fn size(&self, width: u32) -> Size {
        let plots: f64 = self.panels.iter().map(|panel| self.height_of(panel)).sum();
        let between = BETWEEN * self.panels.len().saturating_sub(1) as f64;
        let height = self.head() + plots + between + AXIS;
        Size { width, height: height.ceil().clamp(60.0, 4000.0) as u32 }
    }

    pub(super) fn head(&self) -> f64 {
        let quarters = if self.quarters.is_some() { QUARTERS } else { 0.0 };
        quarters + if self.flags.is_empty() { 0.0 } else { FLAGS } + AIR
    }

    /// Height of a panel with its name and its strip.
    pub(super) fn height_of(&self, panel: &CoursePanel) -> f64 {
        let name = if self.has_names_beside { 0.0 } else { NAME_ROW };
        name + f64::from(panel.height) + if panel.has_strip() { STRIP } else { 0.0 }
    }

    pub(super) fn check(&self) -> Result<(), ChartError> {
        let len = self.panels.first().map_or(0, |panel| panel.points.len());
        if self.panels.iter().any(|panel| panel.points.len() != len) {
            return Err(ChartError::PanelLengths);
        }
        let windows = self.panels.iter().flat_map(|panel| &panel.windows).flat_map(|own| [own.from, own.to]);
        let places = self.ticks.iter().map(|tick| tick.index).chain(self.flags.iter().map(|flag| flag.0));
        if let Some(index) = places.chain(windows).find(|index| *index >= len) {
            return Err(ChartError::IndexOutOfRange { index, len });
        }
        let numbers = self.panels.iter().flat_map(CoursePanel::numbers);
        numbers.into_iter().try_for_each(|number| drawable(number, || "a number of two quarters".to_owned()))
    }
}

impl CoursePanel {
    pub(super) fn has_strip(&self) -> bool {
        self.points.iter().any(|point| point.is_hidden || point.is_void)
    }

    pub(super) fn numbers(&self) -> Vec<f64> {
        let of = |point: &CoursePoint| {
            let ends = |pair: Option<(f64, f64)>| pair.into_iter().flat_map(|(low, high)| [low, high]);
            let value = point.value.filter(|_| !point.is_hidden);
            value.into_iter().chain(ends(point.interval)).chain(ends(point.limits)).collect::<Vec<_>>()
        };
        let windows = self.windows.iter().map(|window| window.value);
        let levels = self.levels.iter().flatten().copied().chain(self.centre);
        self.points
            .iter()
            .filter(|point| !point.is_hidden)
            .flat_map(of)
            .chain(windows)
            .chain(levels)
            .collect()
    }
}
