//! Units side by side in one period: the rate of each over its exposure, with limits that are wider where
//! there is less to go by.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use crate::error::ChartError;
use crate::labels::{self, Wish, around};
use crate::model::{Centre, NumberFormat, Signal, Size, ValueRange, drawable};
use crate::palette::{Role, Theme};
use crate::pen::{Frame, Pen};
use crate::scale::ValueAxis;
use crate::shapes;
use crate::spread::stride;
use crate::svg::{self, Mark, Svg};
use crate::text::Face;
use crate::trend::snap;

const LEAST_WIDTH: u32 = 300;
const LEAST_HEIGHT: u32 = 180;
const BESIDE: f64 = 8.0;
/// Room above for the name of the value axis, and below for values and name of the exposure.
const TOP: f64 = 26.0;
const BOTTOM: f64 = 46.0;
/// Side of the square that answers to the pointer around a unit.
const REACH: f64 = 10.0;
/// From the middle of a mark to its edge.
const DOT: f64 = 2.4;
const SIGNAL: f64 = 5.0;

/// A funnel plot.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Funnel {
    /// The units, in any order; later ones are drawn over earlier ones, signals over all.
    pub points: Vec<FunnelPoint>,
    /// The limits along the exposure, ascending; none where there are too few units.
    pub limits: Vec<FunnelLimit>,
    /// The rate of all units together, as a dotted line.
    pub centre: Option<Centre>,
    /// How rates are written.
    pub format: NumberFormat,
    /// How exposures are written.
    pub exposure_format: NumberFormat,
    /// Name of the value axis.
    pub value_label: String,
    /// Name of the exposure axis.
    pub exposure_label: String,
    /// Shown when there is no unit.
    pub blank: String,
    /// Accessible name: one complete sentence.
    pub description: String,
}

/// One unit.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FunnelPoint {
    /// Exposure, above 0.
    pub exposure: f64,
    /// Rate.
    pub value: f64,
    /// Whether the unit differs from all together by more than chance; only those are stops of the tab key.
    pub signal: Option<Signal>,
    /// Written beside the unit where there is room; for those outside, and for all where there are few.
    pub label: Option<String>,
    /// Accessible name and tooltip; a unit without one is drawn but cannot be reached.
    pub explanation: String,
}

/// The limits at one exposure.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct FunnelLimit {
    /// Exposure.
    pub exposure: f64,
    /// Lower limit of the rate.
    pub low: f64,
    /// Upper limit of the rate.
    pub high: f64,
}

impl Funnel {
    /// The size at which the figure looks well in a page, in CSS pixels.
    pub const SIZE: Size = Size { width: 720, height: 420 };

    /// The same for a phone.
    pub const NARROW: Size = Size { width: 340, height: 340 };

    fn check(&self, size: Size) -> Result<(), ChartError> {
        size.check(LEAST_WIDTH)?;
        if size.height < LEAST_HEIGHT {
            return Err(ChartError::TooLow { needed: LEAST_HEIGHT });
        }
        let points = self.points.iter().flat_map(|point| [point.exposure, point.value]);
        let limits = self.limits.iter().flat_map(|limit| [limit.exposure, limit.low, limit.high]);
        points
            .chain(limits)
            .chain(self.centre.as_ref().map(|centre| centre.value))
            .try_for_each(|number| drawable(number, || "a number of the funnel".to_owned()))
    }

    /// The exposure from which the limits are drawn: a little less than that of the smallest unit. For less they
    /// rise without end and would only be cut off at the upper edge.
    fn start(&self) -> f64 {
        0.9 * self.points.iter().map(|point| point.exposure).reduce(f64::min).unwrap_or(0.0)
    }

    /// The tallest thing shown. The limits of a unit with next to no exposure shape the axis only as far as three
    /// times as high as the highest unit.
    fn top(&self) -> f64 {
        let highest = self.points.iter().map(|point| point.value).fold(0.0, f64::max);
        let highest = self.centre.iter().map(|centre| centre.value).fold(highest, f64::max);
        let start = self.start();
        let shown = self.limits.iter().filter(|limit| limit.exposure >= start);
        let limits = shown.map(|limit| limit.high).fold(0.0, f64::max);
        highest.max(limits.min(3.0 * highest))
    }
}

/// A funnel plot as SVG.
///
/// # Errors
/// A size outside its limits, and numbers that have no place on an axis.
pub fn funnel_svg(funnel: &Funnel, size: Size) -> Result<Svg, ChartError> {
    funnel.check(size)?;
    svg::build(size, &funnel.description, |pen| paint(pen, funnel, size))
}

/// A funnel plot as PNG, in a theme, with `scale` (1 to 3) image pixels to a CSS pixel and a margin of 16 CSS
/// pixels.
///
/// # Errors
/// As [`funnel_svg`], and a scale out of range.
pub fn funnel_png(funnel: &Funnel, size: Size, theme: Theme, scale: u32) -> Result<Vec<u8>, ChartError> {
    funnel.check(size)?;
    crate::raster::build(size, theme, scale, |pen| paint(pen, funnel, size))
}

fn paint<DB: DrawingBackend>(pen: &Pen<DB>, funnel: &Funnel, size: Size) -> Result<Vec<Mark>, ChartError> {
    let (width, height) = (f64::from(size.width), f64::from(size.height));
    let values = ValueAxis::spanning(Some((0.0, funnel.top())), ValueRange::FromZero, funnel.format);
    let widest = funnel.points.iter().map(|point| point.exposure).fold(0.0, f64::max);
    // A little more, so that the widest unit does not sit on the edge.
    let exposures =
        ValueAxis::spanning(Some((0.0, widest * 1.03)), ValueRange::FromZero, funnel.exposure_format);
    let labels = values.ticks.iter().map(|(_, label)| Face::SMALL.width(label));
    let left = labels.collect::<Result<Vec<_>, _>>()?.into_iter().fold(0.0, f64::max) + 2.0 * BESIDE;
    let plot = Frame { left, top: TOP, right: width - 2.0 * BESIDE, bottom: height - BOTTOM };
    let plane = pen.plane((exposures.low, exposures.high), (values.low, values.high), plot);

    if let Some(band) = band(&funnel.limits, (funnel.start(), exposures.high), values.high) {
        plane.polygon(band, Role::Band)?;
    }
    // Their edges, as far as they lie inside: where an edge ends at the top, the limit goes on above.
    let mut taken = Vec::with_capacity(funnel.points.len() + funnel.limits.len() + 2);
    for edge in edges(&funnel.limits, (funnel.start(), exposures.high), values.high) {
        // No name is crossed by an edge.
        taken.extend(edge.iter().map(|point| around(plane.at(*point), 1.0)));
        if edge.len() > 1 {
            plane.line(edge, Role::Line, 1.0)?;
        }
    }
    for (value, label) in &values.ticks {
        let y = plane.at((0.0, *value)).1;
        pen.line(&[(plot.left, snap(y)), (plot.right, snap(y))], Role::Line2, 1.0)?;
        pen.text((plot.left - BESIDE, y), label, Face::SMALL, Role::Ink3, HPos::Right)?;
    }
    let centres: Vec<f64> = exposures.ticks.iter().map(|(value, _)| plane.at((*value, 0.0)).0).collect();
    let widths = exposures.ticks.iter().map(|(_, label)| Face::SMALL.width(label));
    let every = stride(&centres, &widths.collect::<Result<Vec<_>, _>>()?, 8.0);
    for ((_, label), x) in exposures.ticks.iter().zip(&centres).step_by(every) {
        pen.line(&[(snap(*x), plot.bottom), (snap(*x), plot.bottom + 4.0)], Role::Line, 1.0)?;
        pen.text((*x, plot.bottom + 15.0), label, Face::SMALL, Role::Ink3, HPos::Center)?;
    }
    pen.line(&[(plot.left, snap(plot.bottom)), (plot.right, snap(plot.bottom))], Role::Line, 1.0)?;
    let room = plot.right - plot.left;
    let names = [
        ((plot.left, 11.0), &funnel.value_label, HPos::Left),
        ((plot.right, plot.bottom + 34.0), &funnel.exposure_label, HPos::Right),
    ];
    for (at, name, side) in names {
        pen.text(at, &Face::SMALL.fit(name, room)?, Face::SMALL, Role::Ink3, side)?;
    }
    if let Some(centre) = &funnel.centre {
        let y = plane.at((0.0, centre.value)).1;
        pen.dashed(&[(plot.left, snap(y)), (plot.right, snap(y))], Role::Ink3, 2.0, 4.0)?;
        let label = Face::SMALL.fit(&centre.label, room)?;
        let left = plot.right - Face::SMALL.width(&label)?;
        // On the side of the line where it covers fewer units.
        let frame = |y: f64| Frame { left, top: y - 9.0, right: plot.right, bottom: y + 9.0 };
        let covered = |y: &f64| {
            let units = funnel.points.iter().map(|point| plane.at((point.exposure, point.value)));
            units.filter(|unit| labels::meet(&frame(*y), &around(*unit, DOT))).count()
        };
        let y = [y - 9.0, y + 10.0].into_iter().min_by_key(covered).unwrap_or(y);
        pen.text((plot.right, y), &label, Face::SMALL, Role::Ink3, HPos::Right)?;
        taken.push(frame(y));
        let line = plane.at((0.0, centre.value)).1;
        taken.push(Frame { top: line - 1.0, bottom: line + 1.0, ..plot });
    }
    if funnel.points.is_empty() {
        let middle = ((plot.left + plot.right) / 2.0, (plot.top + plot.bottom) / 2.0);
        pen.text(middle, &Face::NOTE.fit(&funnel.blank, room)?, Face::NOTE, Role::Ink3, HPos::Center)?;
    }
    let mut marks = Vec::with_capacity(funnel.points.len());
    let (signals, usual): (Vec<_>, Vec<_>) = funnel.points.iter().partition(|p| p.signal.is_some());
    let mut wishes = Vec::new();
    for point in usual.into_iter().chain(signals) {
        let at = plane.at((point.exposure, point.value));
        let reach = match point.signal {
            Some(signal) => {
                shapes::signal(pen, at, SIGNAL, signal)?;
                SIGNAL
            }
            None => {
                pen.dot(at, DOT, Role::Customer)?;
                DOT
            }
        };
        taken.push(around(at, reach));
        if let Some(label) = &point.label {
            wishes.push((label, Wish { at, reach, width: Face::SMALL.width(label)? }));
        }
        if point.explanation.is_empty() {
            continue;
        }
        let hit = (at.0 - REACH / 2.0, at.1 - REACH / 2.0, REACH, REACH);
        marks.push(Mark { at, hit, name: point.explanation.clone(), step: marks.len(), ..Mark::default() });
    }
    // What stands out is named first, then the others as far as there is room.
    wishes.reverse();
    labels::write(pen, &wishes, &taken, plot)?;
    Ok(marks)
}

/// The upper and the lower limit as lines, up to where they leave the axes.
fn edges(limits: &[FunnelLimit], (narrowest, widest): (f64, f64), highest: f64) -> [Vec<(f64, f64)>; 2] {
    let inside = || limits.iter().filter(|limit| (narrowest..=widest).contains(&limit.exposure));
    let upper = inside().filter(|limit| limit.high <= highest).map(|limit| (limit.exposure, limit.high));
    let lower = inside().filter(|limit| limit.low > 0.0).map(|limit| (limit.exposure, limit.low));
    [upper.collect(), lower.collect()]
}

/// The outline of the limits within the axes.
fn band(limits: &[FunnelLimit], (narrowest, widest): (f64, f64), highest: f64) -> Option<Vec<(f64, f64)>> {
    let inside: Vec<&FunnelLimit> =
        limits.iter().filter(|limit| (narrowest..=widest).contains(&limit.exposure)).collect();
    let height = |value: f64| value.clamp(0.0, highest);
    let mut outline: Vec<(f64, f64)> =
        inside.iter().map(|limit| (limit.exposure, height(limit.high))).collect();
    outline.extend(inside.iter().rev().map(|limit| (limit.exposure, height(limit.low))));
    (inside.len() > 1).then_some(outline)
}
