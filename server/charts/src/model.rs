//! What a caller says about a figure: numbers, words and meaning, nothing about pixels or colours.
//!
//! All words come from the caller, in the reader's language; this crate adds none of its own.

use crate::error::ChartError;

/// The largest magnitude an axis can carry; beyond it labels and `f64` steps lose their meaning.
const LARGEST: f64 = 1e15;

/// Panels stacked over one time axis.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trend {
    /// From top to bottom. All have the same number of points.
    pub panels: Vec<Panel>,
    /// Labels of the shared time axis. Evenly thinned where they would touch.
    pub ticks: Vec<Tick>,
    /// Events worth remembering, drawn as flags above the first panel with a line through all of them.
    pub annotations: Vec<Annotation>,
    /// Accessible name of the whole figure: one complete sentence.
    pub description: String,
}

/// A label on the time axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// Place in the series, from 0.
    pub index: usize,
    /// Short text, such as a month's name.
    pub label: String,
}

/// An event at one place of the time axis, or over a stretch of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Annotation {
    /// Place in the series, from 0.
    pub index: usize,
    /// The last place of something that lasts, not before `index`: a quiet bar reaches as far.
    pub until: Option<usize>,
    /// A few words. Cut with an ellipsis when wider than the flag may be, and replaced by the number of the
    /// annotation in time, from 1, where flags are too crowded for words; the full text stays reachable.
    pub label: String,
    /// Accessible name and tooltip, in complete sentences. Without it only a flag whose label was cut or
    /// replaced can be reached, by the label.
    pub explanation: String,
    /// Where the flag leads in a page; a file to take away has no links.
    pub href: Option<String>,
}

/// One series with its own value axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// A line of text above the panel; `None` where the page writes it itself.
    pub heading: Option<Heading>,
    /// Name of the series, written at the right end of its line.
    pub label: String,
    /// Which measure this is; decides the colour.
    pub ink: Ink,
    /// Oldest first, one for each step of the time axis.
    pub points: Vec<Point>,
    /// The usual level, as a dotted line.
    pub centre: Option<Centre>,
    /// How numbers are written on the value axis.
    pub format: NumberFormat,
    /// What the value axis has to cover.
    pub range: ValueRange,
    /// Shown in the middle of the panel when no point has a value to show.
    pub blank: String,
}

/// Title and small print above a panel.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    /// One or two words.
    pub title: String,
    /// Units, coverage and the like; moves to lines of its own where the figure is narrow.
    pub note: String,
}

/// The measure a panel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Strain of the staff.
    Strain,
    /// Satisfaction of the staff.
    Satisfaction,
    /// Complaints of customers.
    Complaints,
    /// Any other measure.
    Other,
}

/// The usual level of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Centre {
    /// In the units of the series.
    pub value: f64,
    /// Written at the right end of the dotted line, such as `usual 15`.
    pub label: String,
}

/// One step of a series.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Point {
    /// In the units of the series; `None` leaves a gap.
    pub value: Option<f64>,
    /// Withheld for privacy. Wins over everything else: neither value, limits nor signal of a hidden point
    /// reach the drawing, only a dotted square that tells it from missing data.
    pub hidden: bool,
    /// Lower and upper limit of usual variation at this point.
    pub limits: Option<(f64, f64)>,
    /// What a control rule says about this point.
    pub signal: Option<Signal>,
    /// The way of measuring changed before this point, so no line joins it to the one before.
    pub is_break: bool,
    /// Limits and usual level are computed anew from this point on: a dotted line stands before it.
    pub is_rebased: bool,
    /// The usual level at this point, where it is not the same everywhere. With one at any point, the line of
    /// the panel's `centre` follows these, level from one rebased point to the next.
    pub centre: Option<f64>,
    /// Accessible name and tooltip: complete sentences with value, limits and why the point is marked.
    pub explanation: String,
    /// Where the point leads in a page; a file to take away has no links.
    pub href: Option<String>,
}

impl Point {
    /// The value, unless the point is hidden.
    pub(crate) fn shown(&self) -> Option<f64> {
        if self.hidden { None } else { self.value }
    }

    /// The limits in ascending order, unless the point is hidden.
    pub(crate) fn shown_limits(&self) -> Option<(f64, f64)> {
        if self.hidden { None } else { self.limits.map(|(a, b)| (a.min(b), a.max(b))) }
    }

    /// The usual level, unless the point is hidden.
    pub(crate) fn shown_centre(&self) -> Option<f64> {
        if self.hidden { None } else { self.centre }
    }
}

/// The direction of a signal. Each has a shape and a colour, so that neither carries the meaning alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Worse than usual: an orange triangle.
    Concern,
    /// Better than usual: a blue square.
    Better,
    /// Unusual without being either: an ochre diamond.
    Neutral,
}

/// How the value axis writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NumberFormat {
    /// Decimal point or comma.
    pub decimal: Decimal,
    /// The most decimals a label may have, 0 to 6; fewer are written where all labels are rounder than that.
    pub decimals: u8,
}

/// The sign between whole number and fraction; the sign between thousands follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Decimal {
    /// `1,234.5`
    #[default]
    Point,
    /// `1 234,5`
    Comma,
}

/// What a value axis has to cover besides the values, limits and centre it shows.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum ValueRange {
    /// Only what is shown.
    #[default]
    Free,
    /// Zero as well, for counts and rates.
    FromZero,
    /// The axis stays within these bounds where the values do, for scales such as 0 to 100.
    Within {
        /// Lower bound.
        low: f64,
        /// Upper bound.
        high: f64,
    },
}

/// An estimate with its interval: the small figure of a link.
#[derive(Debug, Clone, PartialEq)]
pub struct Interval {
    /// The best estimate.
    pub estimate: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// The value that means "no change", usually 0.
    pub none: f64,
    /// Direction, which decides the colour.
    pub signal: Signal,
    /// Above the estimate, such as `+21 %`.
    pub estimate_label: String,
    /// Below the lower end.
    pub low_label: String,
    /// Below the upper end.
    pub high_label: String,
    /// Below the dotted line.
    pub none_label: String,
    /// Accessible name: one complete sentence.
    pub description: String,
}

/// Width of the margin around a figure that stands alone, in CSS pixels; in a page the page gives it room.
pub(crate) const MARGIN: u32 = 16;

/// Width and height in CSS pixels. Text keeps its size whatever the figure's, so ask for the width the figure
/// will really have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

impl Size {
    /// Least and greatest length of a side.
    pub const LIMITS: (u32, u32) = (60, 4000);

    pub(crate) fn check(self, least_width: u32) -> Result<(), ChartError> {
        let (low, high) = Self::LIMITS;
        let Self { width, height } = self;
        if width < least_width.max(low) || width > high || height < low || height > high {
            return Err(ChartError::Size { width, height });
        }
        Ok(())
    }
}

impl Trend {
    /// The number of steps of the time axis.
    pub(crate) fn len(&self) -> usize {
        self.panels.first().map_or(0, |panel| panel.points.len())
    }

    pub(crate) fn check(&self) -> Result<(), ChartError> {
        let len = self.len();
        if self.panels.iter().any(|panel| panel.points.len() != len) {
            return Err(ChartError::PanelLengths);
        }
        let flags = self.annotations.iter().flat_map(|a| [a.index, a.until.unwrap_or(a.index)]);
        let places = self.ticks.iter().map(|t| t.index).chain(flags);
        if let Some(index) = places.into_iter().find(|&index| index >= len) {
            return Err(ChartError::IndexOutOfRange { index, len });
        }
        self.panels.iter().try_for_each(Panel::check)
    }
}

impl Panel {
    fn check(&self) -> Result<(), ChartError> {
        for (index, point) in self.points.iter().enumerate() {
            let (low, high) = point.limits.unzip();
            for number in [point.value, low, high, point.centre].into_iter().flatten() {
                drawable(number, || format!("a value, limit or centre of point {index}"))?;
            }
        }
        if let Some(centre) = &self.centre {
            drawable(centre.value, || "a centre".to_owned())?;
        }
        if let ValueRange::Within { low, high } = self.range {
            drawable(low, || "a lower bound".to_owned())?;
            drawable(high, || "an upper bound".to_owned())?;
        }
        Ok(())
    }
}

impl Interval {
    pub(crate) fn check(&self) -> Result<(), ChartError> {
        [self.estimate, self.low, self.high, self.none]
            .into_iter()
            .try_for_each(|number| drawable(number, || "a number of the interval".to_owned()))
    }
}

pub(crate) fn drawable(number: f64, what: impl Fn() -> String) -> Result<(), ChartError> {
    if number.is_finite() && number.abs() <= LARGEST {
        Ok(())
    } else {
        Err(ChartError::NotDrawable { what: what() })
    }
}
