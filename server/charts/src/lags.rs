//! An estimate at each distance in time, with the placebo leads set apart on a ground of their own: what comes
//! after cannot have made what came before.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use crate::error::ChartError;
use crate::model::{Ink, NumberFormat, Signal, Size, ValueRange, drawable};
use crate::palette::{Role, Theme};
use crate::pen::{Frame, Pen};
use crate::scale::ValueAxis;
use crate::shapes;
use crate::svg::{self, Mark, Svg};
use crate::text::Face;
use crate::trend::snap;

const LEAST_WIDTH: u32 = 300;
/// Room above the first panel for the name of the scale and of both sides.
const TOP: f64 = 44.0;
/// A panel's title and its plot.
const TITLE: f64 = 28.0;
const PLOT: f64 = 150.0;
const BETWEEN: f64 = 14.0;
/// Distances and their name below the last panel.
const BOTTOM: f64 = 46.0;
const BESIDE: f64 = 10.0;
/// Space between the leads and the lags, as a share of the distance between neighbours.
const APART: f64 = 0.6;

/// Estimates by distance in time, one panel for each predictor.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lags {
    /// From top to bottom.
    pub panels: Vec<LagPanel>,
    /// What the value axis measures, written above it.
    pub value_label: String,
    /// Above the leads, such as "check: after".
    pub lead_label: String,
    /// Above the lags, such as "before".
    pub lag_label: String,
    /// Below the distances, such as "weeks".
    pub distance_label: String,
    /// How numbers are written on the value axis.
    pub format: NumberFormat,
    /// Accessible name: one complete sentence.
    pub description: String,
}

/// One predictor at all distances.
#[derive(Debug, Clone, PartialEq)]
pub struct LagPanel {
    /// Name of the predictor.
    pub label: String,
    /// Which measure it is; decides the colour.
    pub ink: Ink,
    /// One for each distance that has an estimate.
    pub points: Vec<LagPoint>,
}

/// One estimate.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LagPoint {
    /// Distance in periods; below zero for leads.
    pub lag: i32,
    /// The best estimate; 0 is no change.
    pub value: f64,
    /// Lower and upper end of the interval.
    pub interval: Option<(f64, f64)>,
    /// Direction of a finding, which decides shape and colour; `None` for a plain dot.
    pub signal: Option<Signal>,
    /// Accessible name and tooltip.
    pub explanation: String,
}

impl Lags {
    /// A size at which the figure looks well in a column `width` CSS pixels wide.
    #[must_use]
    pub fn comfortable_size(&self, width: u32) -> Size {
        let panels = self.panels.len() as f64;
        let height = TOP + panels * (TITLE + PLOT) + (panels - 1.0).max(0.0) * BETWEEN + BOTTOM;
        let (least, most) = Size::LIMITS;
        Size { width, height: height.ceil().clamp(f64::from(least), f64::from(most)) as u32 }
    }

    fn check(&self, size: Size) -> Result<(), ChartError> {
        size.check(LEAST_WIDTH)?;
        let needed = self.comfortable_size(size.width).height;
        if size.height < needed {
            return Err(ChartError::TooLow { needed });
        }
        self.numbers().try_for_each(|number| drawable(number, || "a number of the lags".to_owned()))
    }

    fn points(&self) -> impl Iterator<Item = &LagPoint> {
        self.panels.iter().flat_map(|panel| &panel.points)
    }

    fn numbers(&self) -> impl Iterator<Item = f64> {
        self.points().flat_map(|point| {
            let (low, high) = point.interval.unwrap_or((point.value, point.value));
            [point.value, low, high]
        })
    }

    /// The furthest lead and the furthest lag.
    fn reach(&self) -> (i32, i32) {
        let lags = || self.points().map(|point| point.lag);
        (lags().min().unwrap_or(0).min(0), lags().max().unwrap_or(0).max(0))
    }
}

/// Estimates by distance as SVG.
///
/// # Errors
/// A size outside its limits or too low for the panels, and numbers that have no place on an axis.
pub fn lags_svg(lags: &Lags, size: Size) -> Result<Svg, ChartError> {
    lags.check(size)?;
    svg::build(size, &lags.description, |pen| paint(pen, lags, size))
}

/// Estimates by distance as PNG, in a theme, with `scale` (1 to 3) image pixels to a CSS pixel and a margin of
/// 16 CSS pixels.
///
/// # Errors
/// As [`lags_svg`], and a scale out of range.
pub fn lags_png(lags: &Lags, size: Size, theme: Theme, scale: u32) -> Result<Vec<u8>, ChartError> {
    lags.check(size)?;
    crate::raster::build(size, theme, scale, |pen| paint(pen, lags, size))
}

/// Where distances lie from left to right.
struct Across {
    left: f64,
    step: f64,
    first: i32,
}

impl Across {
    fn of((first, last): (i32, i32), left: f64, right: f64) -> Self {
        let gap = if first < 0 { APART } else { 0.0 };
        Self { left, step: (right - left) / (f64::from(last - first) + 1.0 + gap), first }
    }

    /// The left edge of a distance's strip.
    fn edge(&self, lag: i32) -> f64 {
        let gap = if self.first < 0 && lag >= 0 { APART } else { 0.0 };
        self.left + self.step * (f64::from(lag - self.first) + gap)
    }

    fn middle(&self, lag: i32) -> f64 {
        self.edge(lag) + self.step / 2.0
    }

    /// The right edge of the leads.
    fn end_of_leads(&self) -> f64 {
        self.edge(0) - self.step * APART
    }
}

fn paint<DB: DrawingBackend>(pen: &Pen<DB>, lags: &Lags, size: Size) -> Result<Vec<Mark>, ChartError> {
    let width = f64::from(size.width);
    let extent = lags.numbers().fold(None, |extent: Option<(f64, f64)>, number| {
        let (low, high) = extent.unwrap_or((0.0, 0.0));
        Some((low.min(number), high.max(number)))
    });
    let axis = ValueAxis::spanning(extent, ValueRange::Free, lags.format);
    let labels = axis.ticks.iter().map(|(_, label)| Face::SMALL.width(label));
    let left = labels.collect::<Result<Vec<_>, _>>()?.into_iter().fold(0.0, f64::max) + 2.0 * BESIDE;
    let across = Across::of(lags.reach(), left, width - BESIDE);
    let mut marks = Vec::new();
    let mut top = TOP;
    names(pen, lags, &across, width)?;
    for (series, panel) in lags.panels.iter().enumerate() {
        let frame = Frame { left, top: top + TITLE, right: width - BESIDE, bottom: top + TITLE + PLOT };
        pen.text((0.0, top + 12.0), &panel.label, Face::LABEL, Role::from(panel.ink), HPos::Left)?;
        ground(pen, &axis, &across, frame)?;
        let drawn = points(pen, panel, &axis, &across, frame)?;
        marks.extend(drawn.into_iter().map(|mark| Mark { series, ..mark }));
        top = frame.bottom + BETWEEN;
    }
    let bottom = top - BETWEEN;
    let (first, last) = lags.reach();
    for lag in first..=last {
        let x = across.middle(lag);
        pen.line(&[(snap(x), bottom), (snap(x), bottom + 4.0)], Role::Line, 1.0)?;
        let text = lag.unsigned_abs().to_string();
        pen.text((x, bottom + 14.0), &text, Face::SMALL, Role::Ink3, HPos::Center)?;
    }
    let label = Face::SMALL.fit(&lags.distance_label, width - left)?;
    pen.text((width - BESIDE, bottom + 34.0), &label, Face::SMALL, Role::Ink3, HPos::Right)?;
    Ok(marks)
}

/// The name of the scale, and below it those of both sides over their strips.
fn names<DB: DrawingBackend>(
    pen: &Pen<DB>,
    lags: &Lags,
    across: &Across,
    width: f64,
) -> Result<(), ChartError> {
    let scale = Face::SMALL.fit(&lags.value_label, width)?;
    pen.text((0.0, 9.0), &scale, Face::SMALL, Role::Ink3, HPos::Left)?;
    let y = 32.0;
    if across.first < 0 {
        let room = across.end_of_leads() - across.left;
        let label = Face::SMALL.fit(&lags.lead_label, room)?;
        pen.text((across.left, y), &label, Face::SMALL, Role::Ink3, HPos::Left)?;
    }
    let label = Face::SMALL.fit(&lags.lag_label, width - BESIDE - across.edge(0))?;
    pen.text((across.edge(0), y), &label, Face::SMALL, Role::Ink2, HPos::Left)
}

/// The ground of the leads, the value axis and the line of no change.
fn ground<DB: DrawingBackend>(
    pen: &Pen<DB>,
    axis: &ValueAxis,
    across: &Across,
    frame: Frame,
) -> Result<(), ChartError> {
    if across.first < 0 {
        let leads = Frame { left: across.left, right: across.end_of_leads(), ..frame };
        pen.rounded(leads, 4.0, Role::Band, 1.0)?;
    }
    let plane = pen.plane((0.0, 1.0), (axis.low, axis.high), frame);
    for (value, label) in &axis.ticks {
        let y = plane.at((0.0, *value)).1;
        pen.line(&[(frame.left, snap(y)), (frame.right, snap(y))], Role::Line2, 1.0)?;
        pen.text((frame.left - BESIDE, y), label, Face::SMALL, Role::Ink3, HPos::Right)?;
    }
    let none = snap(plane.at((0.0, 0.0)).1);
    pen.dashed(&[(frame.left, none), (frame.right, none)], Role::Ink3, 2.0, 3.0)?;
    pen.line(&[(frame.left, snap(frame.bottom)), (frame.right, snap(frame.bottom))], Role::Line, 1.0)
}

fn points<DB: DrawingBackend>(
    pen: &Pen<DB>,
    panel: &LagPanel,
    axis: &ValueAxis,
    across: &Across,
    frame: Frame,
) -> Result<Vec<Mark>, ChartError> {
    let plane = pen.plane((0.0, 1.0), (axis.low, axis.high), frame);
    let y = |value: f64| plane.at((0.0, value)).1;
    let mut marks = Vec::with_capacity(panel.points.len());
    for point in &panel.points {
        let x = across.middle(point.lag);
        let colour = if point.lag < 0 { Role::Ink3 } else { Role::from(panel.ink) };
        if let Some((low, high)) = point.interval {
            let (low, high) = (y(low.min(high)), y(high.max(low)));
            pen.line(&[(x, low), (x, high)], colour, 2.0)?;
            for end in [low, high] {
                pen.line(&[(x - 3.5, end), (x + 3.5, end)], colour, 2.0)?;
            }
        }
        let at = (x, y(point.value));
        match point.signal {
            Some(signal) => shapes::signal(pen, at, 5.5, signal)?,
            None => pen.dot(at, 4.0, colour)?,
        }
        let hit = (across.edge(point.lag), frame.top, across.step, frame.bottom - frame.top);
        marks.push(Mark { at, hit, name: point.explanation.clone(), step: marks.len(), ..Mark::default() });
    }
    Ok(marks)
}
