//! A series without axes, small enough for a list: its course, its marks and its usual level.

use plotters::prelude::DrawingBackend;

use crate::error::ChartError;
use crate::model::{Ink, Point, Size, ValueRange, drawable};
use crate::palette::{Role, Theme};
use crate::pen::{Frame, Pen};
use crate::shapes;
use crate::svg::{self, Svg};
use crate::trend::{hidden_runs, runs, snap};

const LEAST_WIDTH: u32 = 60;
const LEAST_HEIGHT: u32 = 24;
/// Room at the ends of the series, so that a mark there is whole.
const AIR: f64 = 6.0;
/// Height of the strip for hidden points.
const STRIP: f64 = 11.0;

/// A small chart. The words beside it say what it shows: it is one picture and has no points to reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Sparkline {
    /// Which measure this is; decides the colour.
    pub ink: Ink,
    /// Oldest first. Limits and explanations are not drawn.
    pub points: Vec<Point>,
    /// The usual level, as a dotted line.
    pub centre: Option<f64>,
    /// What the height has to cover.
    pub range: ValueRange,
    /// Accessible name: one complete sentence.
    pub description: String,
}

impl Sparkline {
    /// The size in a list, in CSS pixels.
    pub const SIZE: Size = Size { width: 150, height: 40 };

    fn check(&self, size: Size) -> Result<(), ChartError> {
        let Size { width, height } = size;
        let most = Size::LIMITS.1;
        if width < LEAST_WIDTH || height < LEAST_HEIGHT || width > most || height > most {
            return Err(ChartError::Size { width, height });
        }
        let numbers = self.points.iter().filter_map(Point::shown).chain(self.centre);
        numbers.into_iter().try_for_each(|number| drawable(number, || "a value of a small chart".to_owned()))
    }

    /// The numbers from the bottom to the top.
    fn extent(&self) -> (f64, f64) {
        let zero = (self.range == ValueRange::FromZero).then_some(0.0);
        let numbers = self.points.iter().filter_map(Point::shown).chain(self.centre).chain(zero);
        let (low, high) =
            numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), n| (low.min(n), high.max(n)));
        match (low.is_finite(), low < high) {
            (true, true) => (low, high),
            (true, false) => (low - 1.0, high + 1.0),
            _ => (0.0, 1.0),
        }
    }
}

/// A small chart as SVG.
///
/// # Errors
/// A size outside its limits, and numbers that cannot be drawn.
pub fn sparkline_svg(line: &Sparkline, size: Size) -> Result<Svg, ChartError> {
    line.check(size)?;
    svg::build(size, &line.description, |pen| paint(pen, line, size).map(|()| Vec::new()))
}

/// A small chart as PNG, in a theme, with `scale` (1 to 3) image pixels to a CSS pixel and a margin of 16 CSS pixels.
///
/// # Errors
/// As [`sparkline_svg`], and a scale out of range.
pub fn sparkline_png(line: &Sparkline, size: Size, theme: Theme, scale: u32) -> Result<Vec<u8>, ChartError> {
    line.check(size)?;
    crate::raster::build(size, theme, scale, |pen| paint(pen, line, size))
}

fn paint<DB: DrawingBackend>(pen: &Pen<DB>, line: &Sparkline, size: Size) -> Result<(), ChartError> {
    let (width, height) = (f64::from(size.width), f64::from(size.height));
    let points = &line.points;
    let strip = if points.iter().any(|point| point.hidden) { STRIP } else { 0.0 };
    let plot = Frame { left: AIR, top: AIR, right: width - AIR, bottom: height - AIR - strip };
    let last = points.len().saturating_sub(1).max(1) as f64;
    let plane = pen.plane((0.0, last), line.extent(), plot);
    let x = |index: usize| plane.at((index as f64, 0.0)).0;
    if let Some(centre) = line.centre {
        let y = snap(plane.at((0.0, centre)).1);
        pen.dashed(&[(0.0, y), (width, y)], Role::Ink3, 1.5, 3.0)?;
    }
    let ink = Role::from(line.ink);
    let shown = runs(points, |point| point.shown().is_some());
    for run in &shown {
        let series: Vec<(f64, f64)> =
            run.clone().filter_map(|i| points[i].shown().map(|value| (i as f64, value))).collect();
        if series.len() > 1 {
            plane.line(series, ink, 1.6)?;
        }
    }
    let newest = points.iter().rposition(|point| point.shown().is_some());
    for run in shown {
        let is_alone = run.len() == 1;
        for index in run {
            let Some(value) = points[index].shown() else { continue };
            let at = plane.at((index as f64, value));
            match points[index].signal {
                Some(signal) => shapes::signal(pen, at, 3.6, signal)?,
                None if is_alone || Some(index) == newest => pen.dot(at, 2.2, ink)?,
                None => {}
            }
        }
    }
    let foot = height - STRIP / 2.0;
    for run in hidden_runs(points, plane.step()) {
        shapes::hidden(pen, x(run.start), x(run.end.saturating_sub(1)), foot)?;
    }
    Ok(())
}
