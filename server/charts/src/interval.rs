//! The small figure of a link: an estimate, the interval around it, and the line that means "no change".

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use crate::error::ChartError;
use crate::model::{Interval, Size};
use crate::palette::{Role, Theme};
use crate::pen::{Frame, Pen};
use crate::spread::spread;
use crate::svg::{self, Svg};
use crate::text::Face;

const LEAST_WIDTH: u32 = 160;
const LEAST_HEIGHT: u32 = 84;
/// Half the thickness of the interval's bar.
const BAR: f64 = 3.5;

impl Interval {
    /// The size at which the figure looks well beside text, in CSS pixels.
    pub const SIZE: Size = Size { width: 280, height: LEAST_HEIGHT };
}

/// An estimate with its interval as SVG.
///
/// # Errors
/// A width under 160 or a height under 84, and numbers that have no place on an axis.
pub fn interval_svg(interval: &Interval, size: Size) -> Result<Svg, ChartError> {
    check(interval, size)?;
    svg::build(size, &interval.description, |pen| paint(pen, interval, size).map(|()| Vec::new()))
}

/// An estimate with its interval as PNG, in a theme, with `scale` (1 to 3) image pixels to a CSS pixel and a
/// margin of 16 CSS pixels.
///
/// # Errors
/// As [`interval_svg`], and a scale out of range.
pub fn interval_png(
    interval: &Interval,
    size: Size,
    theme: Theme,
    scale: u32,
) -> Result<Vec<u8>, ChartError> {
    check(interval, size)?;
    crate::raster::build(size, theme, scale, |pen| paint(pen, interval, size))
}

fn check(interval: &Interval, size: Size) -> Result<(), ChartError> {
    size.check(LEAST_WIDTH)?;
    if size.height < LEAST_HEIGHT {
        return Err(ChartError::TooLow { needed: LEAST_HEIGHT });
    }
    interval.check()
}

fn paint<DB: DrawingBackend>(pen: &Pen<DB>, interval: &Interval, size: Size) -> Result<(), ChartError> {
    let width = f64::from(size.width);
    let y = (f64::from(size.height) / 2.0).floor();
    let numbers = [interval.estimate, interval.low, interval.high, interval.none];
    let least = numbers.into_iter().fold(f64::INFINITY, f64::min);
    let most = numbers.into_iter().fold(f64::NEG_INFINITY, f64::max);
    let (least, most) = if most > least { (least, most) } else { (least - 1.0, most + 1.0) };

    // labels hang over the ends of the scale, so it keeps away from the edges by half the widest of them
    let labels = [&interval.estimate_label, &interval.low_label, &interval.high_label, &interval.none_label];
    let mut margin = 24.0_f64;
    for label in labels {
        margin = margin.max(Face::LABEL.width(label)? / 2.0 + 4.0);
    }
    let margin = margin.min(width / 3.0);
    let frame = Frame { left: margin, top: 0.0, right: width - margin, bottom: f64::from(size.height) };
    let plane = pen.plane((least, most), (0.0, 1.0), frame);
    let x = |value: f64| plane.at((value, 0.0)).0;
    let colour = Role::from(interval.signal);

    pen.line(&[(8.0, y + 0.5), (width - 8.0, y + 0.5)], Role::Line, 1.0)?;
    let none = x(interval.none).floor() + 0.5;
    pen.dashed(&[(none, y - 15.0), (none, y + 15.0)], Role::Ink3, 2.0, 3.0)?;
    let (low, high) = (x(interval.low.min(interval.high)), x(interval.high.max(interval.low)));
    let bar = Frame { left: low - BAR, top: y + 0.5 - BAR, right: high + BAR, bottom: y + 0.5 + BAR };
    pen.rounded(bar, BAR, colour, 0.32)?;
    pen.dot((x(interval.estimate), y + 0.5), 6.5, colour)?;

    let row = |y: f64, face: Face, role: Role, labels: &[(f64, &String)]| -> Result<(), ChartError> {
        let texts: Vec<String> =
            labels.iter().map(|(_, text)| face.fit(text, width)).collect::<Result<_, _>>()?;
        let wanted: Vec<f64> = labels.iter().map(|(x, _)| *x).collect();
        let widths: Vec<f64> =
            texts.iter().map(|text| Ok(face.width(text)? + 6.0)).collect::<Result<_, ChartError>>()?;
        for (text, x) in texts.iter().zip(spread(&wanted, &widths, 0.0, width)) {
            pen.text((x, y), text, face, role, HPos::Center)?;
        }
        Ok(())
    };
    // one row each, so that no label can meet another's line however the numbers fall
    row(y - 24.0, Face::LABEL, colour, &[(x(interval.estimate), &interval.estimate_label)])?;
    row(y + 20.0, Face::SMALL, Role::Ink3, &[(low, &interval.low_label), (high, &interval.high_label)])?;
    row(y + 35.0, Face::SMALL, Role::Ink3, &[(none, &interval.none_label)])
}
