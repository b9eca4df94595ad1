//! Units in a plane of two measures, cut into four corners by the usual level of each.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use crate::error::ChartError;
use crate::labels::{self, Wish, around};
use crate::model::{Centre, NumberFormat, Size, ValueRange, drawable};
use crate::palette::{Role, Theme};
use crate::pen::{Frame, Pen, Xy};
use crate::scale::ValueAxis;
use crate::spread::stride;
use crate::svg::{self, Mark, Svg};
use crate::text::Face;
use crate::trend::snap;

const LEAST_WIDTH: u32 = 300;
const LEAST_HEIGHT: u32 = 260;
const BESIDE: f64 = 8.0;
/// Room above for the names of the value axis and of the upright line, and below for values and name of the
/// other axis.
const TOP: f64 = 44.0;
const BOTTOM: f64 = 46.0;
/// Keeps dots off the edges.
const AIR: f64 = 12.0;
const LINE: f64 = 15.0;
/// Half the side of the square that answers to the pointer around a small dot.
const REACH: f64 = 7.0;

/// Units in a plane of two measures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Quadrant {
    /// The units, in the order in which the tab key reaches them.
    pub points: Vec<QuadrantPoint>,
    /// Usual level of the measure that runs to the right.
    pub usual_x: Option<Centre>,
    /// Usual level of the measure that runs upwards.
    pub usual_y: Option<Centre>,
    /// A few words on each corner: above left, above right, below left, below right. Written only when there
    /// are both lines.
    pub corners: [String; 4],
    /// How values of the measure to the right are written.
    pub x_format: NumberFormat,
    /// How values of the measure upwards are written.
    pub y_format: NumberFormat,
    /// Name of the axis to the right.
    pub x_label: String,
    /// Name of the axis upwards.
    pub y_label: String,
    /// Shown when there is no unit.
    pub blank: String,
    /// Accessible name: one complete sentence.
    pub description: String,
}

/// One unit.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QuadrantPoint {
    /// Value of the measure to the right.
    pub x: f64,
    /// Value of the measure upwards, 0 or more.
    pub y: f64,
    /// How much there is behind it.
    pub size: DotSize,
    /// Written beside the dot where there is room.
    pub label: Option<String>,
    /// Address of the unit's own page.
    pub href: Option<String>,
    /// Accessible name and tooltip; a unit without one is drawn but cannot be reached.
    pub explanation: String,
}

/// Size of a dot: three steps, or an area in proportion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub enum DotSize {
    /// Little.
    #[default]
    Small,
    /// Middling.
    Medium,
    /// Much.
    Large,
    /// An area in thousandths of that of a large dot, which stands for the most there is: two units with nearly
    /// the same behind them look the same.
    Area(u16),
}

impl DotSize {
    fn radius(self) -> f64 {
        match self {
            Self::Small => 3.0,
            Self::Medium => 5.0,
            Self::Large => 7.5,
            // Never so small that it cannot be seen or touched.
            Self::Area(thousandths) => (7.5 * (f64::from(thousandths.min(1000)) / 1000.0).sqrt()).max(2.0),
        }
    }
}

impl Quadrant {
    /// The size at which the figure looks well in a page, in CSS pixels.
    pub const SIZE: Size = Size { width: 720, height: 480 };

    /// The same for a phone.
    pub const NARROW: Size = Size { width: 340, height: 400 };

    fn check(&self, size: Size) -> Result<(), ChartError> {
        size.check(LEAST_WIDTH)?;
        if size.height < LEAST_HEIGHT {
            return Err(ChartError::TooLow { needed: LEAST_HEIGHT });
        }
        let points = self.points.iter().flat_map(|point| [point.x, point.y]);
        let lines = [&self.usual_x, &self.usual_y].into_iter().flatten().map(|usual| usual.value);
        points.chain(lines).try_for_each(|number| drawable(number, || "a number of the plane".to_owned()))
    }
}

/// A plane of two measures as SVG.
///
/// # Errors
/// A size outside its limits, and numbers that have no place on an axis.
pub fn quadrant_svg(quadrant: &Quadrant, size: Size) -> Result<Svg, ChartError> {
    quadrant.check(size)?;
    svg::build(size, &quadrant.description, |pen| paint(pen, quadrant, size))
}

/// A plane of two measures as PNG, in a theme, with `scale` (1 to 3) image pixels to a CSS pixel and a margin of
/// 16 CSS pixels.
///
/// # Errors
/// As [`quadrant_svg`], and a scale out of range.
pub fn quadrant_png(
    quadrant: &Quadrant,
    size: Size,
    theme: Theme,
    scale: u32,
) -> Result<Vec<u8>, ChartError> {
    quadrant.check(size)?;
    crate::raster::build(size, theme, scale, |pen| paint(pen, quadrant, size))
}

/// The least and the greatest of some numbers.
fn extent(numbers: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    numbers.fold(None, |extent, number| {
        let (low, high) = extent.unwrap_or((number, number));
        Some((low.min(number), high.max(number)))
    })
}

fn paint<DB: DrawingBackend>(
    pen: &Pen<DB>,
    quadrant: &Quadrant,
    size: Size,
) -> Result<Vec<Mark>, ChartError> {
    let (width, height) = (f64::from(size.width), f64::from(size.height));
    let value = |usual: &Option<Centre>| usual.as_ref().map(|usual| usual.value);
    let of_x = quadrant.points.iter().map(|point| point.x).chain(value(&quadrant.usual_x));
    let of_y = quadrant.points.iter().map(|point| point.y).chain(value(&quadrant.usual_y));
    // Dots show by their place, not by a length, so neither axis has to reach down to 0.
    let bounds = |high: f64| ValueRange::Within { low: 0.0, high };
    let across = ValueAxis::spanning(extent(of_x), bounds(100.0), quadrant.x_format);
    let upwards = ValueAxis::spanning(extent(of_y), bounds(f64::MAX), quadrant.y_format);
    let labels = upwards.ticks.iter().map(|(_, label)| Face::SMALL.width(label));
    let left = labels.collect::<Result<Vec<_>, _>>()?.into_iter().fold(0.0, f64::max) + 2.0 * BESIDE;
    let beside = match &quadrant.usual_y {
        Some(usual) => Face::SMALL.width(&usual.label)?.min(width / 4.0) + BESIDE,
        None => 2.0 * BESIDE,
    };
    let plot = Frame { left, top: TOP, right: width - beside, bottom: height - BOTTOM };
    let words = Words::of(quadrant, plot)?;
    let inner = Frame {
        left: plot.left + AIR,
        top: plot.top + words.above + AIR,
        right: plot.right - AIR,
        bottom: plot.bottom - words.below - AIR,
    };
    let plane = pen.plane((across.low, across.high), (upwards.low, upwards.high), inner);
    let at = |x: f64, y: f64| plane.at((x, y));

    let cross = value(&quadrant.usual_x).zip(value(&quadrant.usual_y)).map(|(x, y)| at(x, y));
    if let Some((x, y)) = cross {
        // The corner with much of both, told from the others by a quiet ground.
        pen.polygon(&[(x, plot.top), (plot.right, plot.top), (plot.right, y), (x, y)], Role::Band, 1.0)?;
    }
    axes(pen, quadrant, &across, &upwards, plot, &at)?;
    words.paint(pen, plot)?;
    let taken = lines(pen, quadrant, plot, width, &at)?;
    if quadrant.points.is_empty() {
        let middle = ((plot.left + plot.right) / 2.0, (plot.top + plot.bottom) / 2.0);
        let blank = Face::NOTE.fit(&quadrant.blank, plot.right - plot.left)?;
        pen.text(middle, &blank, Face::NOTE, Role::Ink3, HPos::Center)?;
    }
    dots(pen, quadrant, taken, words.between(plot), &at)
}

/// Values and names of both axes.
fn axes<DB: DrawingBackend>(
    pen: &Pen<DB>,
    quadrant: &Quadrant,
    across: &ValueAxis,
    upwards: &ValueAxis,
    plot: Frame,
    at: &impl Fn(f64, f64) -> Xy,
) -> Result<(), ChartError> {
    for (value, label) in &upwards.ticks {
        let y = at(across.low, *value).1;
        pen.line(&[(plot.left, snap(y)), (plot.right, snap(y))], Role::Line2, 1.0)?;
        pen.text((plot.left - BESIDE, y), label, Face::SMALL, Role::Ink3, HPos::Right)?;
    }
    let centres: Vec<f64> = across.ticks.iter().map(|(value, _)| at(*value, upwards.low).0).collect();
    let widths = across.ticks.iter().map(|(_, label)| Face::SMALL.width(label));
    let every = stride(&centres, &widths.collect::<Result<Vec<_>, _>>()?, 8.0);
    for ((_, label), x) in across.ticks.iter().zip(&centres).step_by(every) {
        pen.line(&[(snap(*x), plot.top), (snap(*x), plot.bottom + 4.0)], Role::Line2, 1.0)?;
        pen.text((*x, plot.bottom + 15.0), label, Face::SMALL, Role::Ink3, HPos::Center)?;
    }
    pen.line(&[(plot.left, snap(plot.bottom)), (plot.right, snap(plot.bottom))], Role::Line, 1.0)?;
    pen.line(&[(snap(plot.left), plot.top), (snap(plot.left), plot.bottom)], Role::Line, 1.0)?;
    let room = plot.right - plot.left;
    let names = [
        ((0.0, 11.0), &quadrant.y_label, HPos::Left, plot.right),
        ((plot.right, plot.bottom + 34.0), &quadrant.x_label, HPos::Right, room),
    ];
    for (at, name, side, room) in names {
        pen.text(at, &Face::SMALL.fit(name, room)?, Face::SMALL, Role::Ink3, side)?;
    }
    Ok(())
}

/// The names of the corners, in strips of their own above and below the dots.
struct Words {
    /// Lines of each corner.
    corners: [Vec<String>; 4],
    /// Height of the strip above.
    above: f64,
    /// Height of the strip below.
    below: f64,
}

impl Words {
    fn of(quadrant: &Quadrant, plot: Frame) -> Result<Self, ChartError> {
        let mut corners = <[Vec<String>; 4]>::default();
        if quadrant.usual_x.is_some() && quadrant.usual_y.is_some() {
            let room = (plot.right - plot.left) / 2.0 - 2.0 * BESIDE;
            for (lines, name) in corners.iter_mut().zip(&quadrant.corners) {
                *lines = Face::SMALL.wrap(name, room)?;
            }
        }
        let height = |two: &[Vec<String>]| two.iter().map(Vec::len).max().unwrap_or(0) as f64 * LINE;
        let (above, below) = (height(&corners[..2]), height(&corners[2..]));
        Ok(Self { corners, above, below })
    }

    fn paint<DB: DrawingBackend>(&self, pen: &Pen<DB>, plot: Frame) -> Result<(), ChartError> {
        for (place, lines) in self.corners.iter().enumerate() {
            let first = match place {
                0 | 1 => plot.top + LINE * 0.75,
                _ => plot.bottom - LINE * (lines.len() as f64 - 0.25),
            };
            let (x, side) = match place {
                0 | 2 => (plot.left + BESIDE, HPos::Left),
                _ => (plot.right - BESIDE, HPos::Right),
            };
            for (line, text) in lines.iter().enumerate() {
                pen.text((x, first + LINE * line as f64), text, Face::SMALL, Role::Ink2, side)?;
            }
        }
        Ok(())
    }

    /// What the strips leave of the plot.
    fn between(&self, plot: Frame) -> Frame {
        Frame { top: plot.top + self.above, bottom: plot.bottom - self.below, ..plot }
    }
}

/// The usual levels, each named where its line ends; gives the room that the lines take.
fn lines<DB: DrawingBackend>(
    pen: &Pen<DB>,
    quadrant: &Quadrant,
    plot: Frame,
    width: f64,
    at: &impl Fn(f64, f64) -> Xy,
) -> Result<Vec<Frame>, ChartError> {
    let mut taken = Vec::new();
    if let Some(usual) = &quadrant.usual_x {
        let x = snap(at(usual.value, 0.0).0);
        pen.dashed(&[(x, plot.top), (x, plot.bottom)], Role::Ink3, 2.0, 3.0)?;
        let label = Face::SMALL.fit(&usual.label, plot.right)?;
        let half = Face::SMALL.width(&label)? / 2.0;
        let centre = x.min(width - half).max(half);
        pen.text((centre, plot.top - 11.0), &label, Face::SMALL, Role::Ink3, HPos::Center)?;
        taken.push(Frame { left: x - 1.0, right: x + 1.0, ..plot });
    }
    if let Some(usual) = &quadrant.usual_y {
        let y = snap(at(0.0, usual.value).1);
        pen.dashed(&[(plot.left, y), (plot.right, y)], Role::Ink3, 2.0, 3.0)?;
        let label = Face::SMALL.fit(&usual.label, width - plot.right - BESIDE / 2.0)?;
        pen.text((plot.right + BESIDE / 2.0, y), &label, Face::SMALL, Role::Ink3, HPos::Left)?;
        taken.push(Frame { top: y - 1.0, bottom: y + 1.0, ..plot });
    }
    Ok(taken)
}

/// The units with their names; `taken` is where no name can stand.
fn dots<DB: DrawingBackend>(
    pen: &Pen<DB>,
    quadrant: &Quadrant,
    mut taken: Vec<Frame>,
    plot: Frame,
    at: &impl Fn(f64, f64) -> Xy,
) -> Result<Vec<Mark>, ChartError> {
    let mut order: Vec<&QuadrantPoint> = quadrant.points.iter().collect();
    // Small dots over large ones, so that none is lost.
    order.sort_by_key(|point| std::cmp::Reverse(point.size));
    for point in order {
        let (place, radius) = (at(point.x, point.y), point.size.radius());
        pen.dot(place, radius + 1.2, Role::Card)?;
        pen.dot(place, radius, Role::Customer)?;
        taken.push(around(place, radius));
    }
    let mut marks = Vec::with_capacity(quadrant.points.len());
    let mut wishes = Vec::new();
    for point in &quadrant.points {
        let (place, radius) = (at(point.x, point.y), point.size.radius());
        if let Some(label) = &point.label {
            wishes.push((label, Wish { at: place, reach: radius, width: Face::SMALL.width(label)? }));
        }
        if !point.explanation.is_empty() {
            let reach = radius.max(REACH);
            let hit = (place.0 - reach, place.1 - reach, 2.0 * reach, 2.0 * reach);
            let (name, href) = (point.explanation.clone(), point.href.clone());
            marks.push(Mark { at: place, hit, name, series: 0, step: marks.len(), href });
        }
    }
    labels::write(pen, &wishes, &taken, plot)?;
    Ok(marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_units_of_nearly_the_same_size_were_drawn_as_small_and_large() {
        let radius = |contacts: f64| DotSize::Area((1000.0 * contacts / 14_575.0) as u16).radius();
        assert!(radius(14_575.0) - radius(14_292.0) < 0.1);
        assert!(
            (radius(14_575.0) / radius(14_575.0 / 4.0) - 2.0).abs() < 0.01,
            "a quarter has half the radius"
        );
        assert_eq!(DotSize::Area(0).radius(), 2.0);
    }
}
