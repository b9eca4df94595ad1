//! A thin layer over plotters' drawing area: CSS pixels instead of canvas steps, roles instead of colours.

use plotters::coord::Shift;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, DashedPathElement, PathElement, Polygon, Text};
use plotters::prelude::{Cartesian2d, Color, DrawingBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{ShapeStyle, TextStyle};

use crate::error::ChartError;
use crate::palette::{Role, Theme};
use crate::text::{Face, LINE_PER_EM, clean, register_fonts};

/// A place or a pair of data coordinates.
pub(crate) type Xy = (f64, f64);

/// A rectangle in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Frame {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

/// Draws on a canvas of any backend.
pub(crate) struct Pen<DB: DrawingBackend> {
    root: DrawingArea<DB, Shift>,
    /// Canvas steps to a CSS pixel.
    unit: f64,
    theme: Theme,
}

impl<DB: DrawingBackend> Pen<DB> {
    pub(crate) fn new(root: DrawingArea<DB, Shift>, unit: f64, theme: Theme) -> Result<Self, ChartError> {
        register_fonts()?;
        Ok(Self { root, unit, theme })
    }

    /// Hands everything drawn to the backend.
    pub(crate) fn finish(&self) -> Result<(), ChartError> {
        self.root.present().map_err(drawing)
    }

    pub(crate) fn background(&self, role: Role) -> Result<(), ChartError> {
        self.root.fill(&role.rgb(self.theme)).map_err(drawing)
    }

    pub(crate) fn line(&self, points: &[Xy], role: Role, width: f64) -> Result<(), ChartError> {
        let points: Vec<_> = points.iter().map(|&p| self.step(p)).collect();
        self.root.draw(&PathElement::new(points, self.stroke(role, width))).map_err(drawing)
    }

    /// A line of one pixel, interrupted: `dash` pixels drawn, `gap` pixels not.
    pub(crate) fn dashed(&self, points: &[Xy], role: Role, dash: f64, gap: f64) -> Result<(), ChartError> {
        let points: Vec<_> = points.iter().map(|&p| self.step(p)).collect();
        let (dash, gap) = (self.length(dash), self.length(gap));
        self.root.draw(&DashedPathElement::new(points, dash, gap, self.stroke(role, 1.0))).map_err(drawing)
    }

    /// A filled polygon; `opacity` from 0 to 1.
    pub(crate) fn polygon(&self, points: &[Xy], role: Role, opacity: f64) -> Result<(), ChartError> {
        let points: Vec<_> = points.iter().map(|&p| self.step(p)).collect();
        self.root.draw(&Polygon::new(points, role.rgb(self.theme).mix(opacity))).map_err(drawing)
    }

    /// A filled box with round corners.
    pub(crate) fn rounded(
        &self,
        frame: Frame,
        radius: f64,
        role: Role,
        opacity: f64,
    ) -> Result<(), ChartError> {
        self.polygon(&round_corners(frame, radius), role, opacity)
    }

    pub(crate) fn dot(&self, at: Xy, radius: f64, role: Role) -> Result<(), ChartError> {
        let style = role.rgb(self.theme).filled();
        self.root.draw(&Circle::new(self.step(at), self.length(radius), style)).map_err(drawing)
    }

    /// Text whose capitals and digits are centred on the height `at.1`.
    pub(crate) fn text(
        &self,
        at: Xy,
        text: &str,
        face: Face,
        role: Role,
        side: HPos,
    ) -> Result<(), ChartError> {
        // plotters puts the baseline half a line below the top of a text
        let top = at.1 + face.half_cap() - face.size * LINE_PER_EM / 2.0;
        let colour = role.rgb(self.theme);
        let style = TextStyle::from(face.font(self.unit)).color(&colour).pos(Pos::new(side, VPos::Top));
        self.root.draw(&Text::new(clean(text), self.step((at.0, top)), style)).map_err(drawing)
    }

    /// A coordinate system that lays `x` from left to right and `y` from bottom to top of `frame`.
    pub(crate) fn plane(&self, x: Xy, y: Xy, frame: Frame) -> Plane<DB> {
        let (left, bottom) = self.step((frame.left, frame.bottom));
        let (right, top) = self.step((frame.right, frame.top));
        let system = Cartesian2d::new(x.0..x.1, y.0..y.1, (left..right, bottom..top));
        Plane { area: self.root.apply_coord_spec(system), unit: self.unit, theme: self.theme }
    }

    fn stroke(&self, role: Role, width: f64) -> ShapeStyle {
        stroke(role, width, self.unit, self.theme)
    }

    fn step(&self, (x, y): Xy) -> (i32, i32) {
        (self.length(x), self.length(y))
    }

    fn length(&self, pixels: f64) -> i32 {
        (pixels * self.unit).round() as i32
    }
}

/// Draws in the units of the data.
pub(crate) struct Plane<DB: DrawingBackend> {
    area: DrawingArea<DB, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
    unit: f64,
    theme: Theme,
}

impl<DB: DrawingBackend> Plane<DB> {
    /// Where plotters puts a pair of data coordinates, in CSS pixels.
    pub(crate) fn at(&self, point: Xy) -> Xy {
        let (x, y) = self.area.map_coordinate(&point);
        (f64::from(x) / self.unit, f64::from(y) / self.unit)
    }

    pub(crate) fn line(&self, points: Vec<Xy>, role: Role, width: f64) -> Result<(), ChartError> {
        let style = stroke(role, width, self.unit, self.theme);
        self.area.draw(&PathElement::new(points, style)).map_err(drawing)
    }

    pub(crate) fn polygon(&self, points: Vec<Xy>, role: Role) -> Result<(), ChartError> {
        self.area.draw(&Polygon::new(points, role.rgb(self.theme))).map_err(drawing)
    }

    /// The distance in CSS pixels between two neighbours on the x axis.
    pub(crate) fn step(&self) -> f64 {
        let range = self.area.as_coord_spec().x_spec().range();
        let pixels = self.area.get_x_axis_pixel_range();
        f64::from(pixels.end - pixels.start) / self.unit / (range.end - range.start)
    }
}

fn stroke(role: Role, width: f64, unit: f64, theme: Theme) -> ShapeStyle {
    let width = (width * unit).round().max(1.0) as u32;
    role.rgb(theme).stroke_width(width)
}

fn round_corners(frame: Frame, radius: f64) -> Vec<Xy> {
    let Frame { left, top, right, bottom } = frame;
    let radius = radius.min((right - left) / 2.0).min((bottom - top) / 2.0);
    let corners = [
        (right - radius, top + radius, -1.0),
        (right - radius, bottom - radius, 0.0),
        (left + radius, bottom - radius, 1.0),
        (left + radius, top + radius, 2.0),
    ];
    let steps = 6;
    let mut points = Vec::with_capacity(corners.len() * (steps + 1));
    for (x, y, quarter) in corners {
        for i in 0..=steps {
            let angle = (quarter + i as f64 / steps as f64) * std::f64::consts::FRAC_PI_2;
            points.push((x + radius * angle.cos(), y + radius * angle.sin()));
        }
    }
    points
}

fn drawing(error: impl std::fmt::Display) -> ChartError {
    ChartError::Drawing(error.to_string())
}
