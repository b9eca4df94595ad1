//! Estimates with their intervals, one below the other on one scale: slopes, lags, comparisons.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use crate::error::ChartError;
use crate::model::{NumberFormat, Signal, Size, ValueRange, drawable};
use crate::palette::{Role, Theme};
use crate::pen::{Frame, Pen};
use crate::scale::ValueAxis;
use crate::shapes;
use crate::spread::stride;
use crate::svg::{self, Mark, Svg};
use crate::text::Face;
use crate::trend::snap;

const LEAST_WIDTH: u32 = 300;
const ROW: f64 = 30.0;
/// Below this width names stand above their bars, in as many as two lines, so that a phone shows them whole.
const STACKED_BELOW: u32 = 460;
/// A line of a name above its bar, and the room of the bar below.
const NAME_LINE: f64 = 17.0;
const BAR: f64 = 22.0;
const MOST_LINES: usize = 2;
/// Room for the values of the scale and its name below the rows.
const AXIS: f64 = 44.0;
const TOP: f64 = 6.0;
const BESIDE: f64 = 12.0;
const AIR: f64 = 10.0;
/// The largest share of the width that names may take, and written estimates.
const NAMES: f64 = 0.34;
const VALUES: f64 = 0.26;

/// Estimates on one scale, from top to bottom.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Estimates {
    /// The rows.
    pub rows: Vec<Estimate>,
    /// The value that means "nothing", as a dotted line; also widens the scale to itself.
    pub none: Option<f64>,
    /// What the scale measures, written below it.
    pub scale_label: String,
    /// How numbers are written on the scale.
    pub format: NumberFormat,
    /// Accessible name: one complete sentence.
    pub description: String,
}

/// One estimate.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Estimate {
    /// Name of the row, cut where it is too long; the whole stays in `explanation`.
    pub label: String,
    /// The best estimate; `None` leaves the row empty but for its names.
    pub value: Option<f64>,
    /// Lower and upper end of the interval.
    pub interval: Option<(f64, f64)>,
    /// Direction, which decides shape and colour; `None` for a plain dot.
    pub signal: Option<Signal>,
    /// Written at the right, such as `+21 % (11 to 32)`.
    pub value_label: String,
    /// Whether a thin line sets the row off from the one above.
    pub is_apart: bool,
    /// Accessible name and tooltip.
    pub explanation: String,
}

impl Estimates {
    /// A size at which the figure looks well in a column `width` CSS pixels wide.
    #[must_use]
    pub fn comfortable_size(&self, width: u32) -> Size {
        let row = if width < STACKED_BELOW { self.stacked_row(width) } else { ROW };
        let height = TOP + row * self.rows.len() as f64 + AXIS;
        Size {
            width,
            height: height.ceil().clamp(f64::from(Size::LIMITS.0), f64::from(Size::LIMITS.1)) as u32,
        }
    }

    /// Height of a row whose name stands above its bar: as much for all as the longest name needs.
    fn stacked_row(&self, width: u32) -> f64 {
        let lines =
            self.rows.iter().map(|row| self.name_lines(row, f64::from(width)).map_or(1, |lines| lines.len()));
        NAME_LINE * lines.max().unwrap_or(1).max(1) as f64 + BAR
    }

    /// The name of a row in lines, beside which its value has room.
    fn name_lines(&self, row: &Estimate, width: f64) -> Result<Vec<String>, ChartError> {
        let room = width - self.values_width(width)? - 2.0 * BESIDE;
        let mut lines = Face::NOTE.wrap(&row.label, room)?;
        if lines.len() > MOST_LINES {
            let rest = lines.split_off(MOST_LINES - 1).join(" ");
            lines.push(Face::NOTE.fit(&rest, room)?);
        }
        Ok(lines)
    }

    /// Room of the widest written value.
    fn values_width(&self, width: f64) -> Result<f64, ChartError> {
        let widths = self.rows.iter().map(|row| Face::SMALL.width(&row.value_label));
        let widths = widths.collect::<Result<Vec<f64>, _>>()?;
        Ok(widths.into_iter().fold(0.0, f64::max).min(VALUES * width))
    }

    fn check(&self, size: Size) -> Result<(), ChartError> {
        size.check(LEAST_WIDTH)?;
        let needed = self.comfortable_size(size.width).height;
        if size.height < needed {
            return Err(ChartError::TooLow { needed });
        }
        let of_row = |row: &Estimate| [row.value, row.interval.map(|i| i.0), row.interval.map(|i| i.1)];
        self.rows
            .iter()
            .flat_map(of_row)
            .chain([self.none])
            .flatten()
            .try_for_each(|number| drawable(number, || "a number of the estimates".to_owned()))
    }

    fn extent(&self) -> Option<(f64, f64)> {
        let ends = |row: &Estimate| [row.value, row.interval.map(|i| i.0), row.interval.map(|i| i.1)];
        let numbers = self.rows.iter().flat_map(ends).chain([self.none]).flatten();
        numbers.fold(None, |extent, number| {
            let (low, high) = extent.unwrap_or((number, number));
            Some((low.min(number), high.max(number)))
        })
    }
}

/// Estimates under each other as SVG.
///
/// # Errors
/// A size outside its limits or too low for the rows, and numbers that have no place on an axis.
pub fn estimates_svg(estimates: &Estimates, size: Size) -> Result<Svg, ChartError> {
    estimates.check(size)?;
    svg::build(size, &estimates.description, |pen| paint(pen, estimates, size))
}

/// Estimates under each other as PNG, in a theme, with `scale` (1 to 3) image pixels to a CSS pixel and a
/// margin of 16 CSS pixels.
///
/// # Errors
/// As [`estimates_svg`], and a scale out of range.
pub fn estimates_png(
    estimates: &Estimates,
    size: Size,
    theme: Theme,
    scale: u32,
) -> Result<Vec<u8>, ChartError> {
    estimates.check(size)?;
    crate::raster::build(size, theme, scale, |pen| paint(pen, estimates, size))
}

fn paint<DB: DrawingBackend>(
    pen: &Pen<DB>,
    estimates: &Estimates,
    size: Size,
) -> Result<Vec<Mark>, ChartError> {
    let width = f64::from(size.width);
    let widest = |text: fn(&Estimate) -> &str, face: Face, most: f64| -> Result<f64, ChartError> {
        let widths = estimates.rows.iter().map(|row| face.width(text(row)));
        let widths = widths.collect::<Result<Vec<f64>, _>>()?;
        Ok(widths.into_iter().fold(0.0, f64::max).min(most * width))
    };
    let names = widest(|row| &row.label, Face::NOTE, NAMES)?;
    let values = estimates.values_width(width)?;
    let is_stacked = size.width < STACKED_BELOW;
    let height = if is_stacked { estimates.stacked_row(size.width) } else { ROW };
    let bottom = TOP + height * estimates.rows.len() as f64;
    let (left, right) = match is_stacked {
        true => (BESIDE, width - BESIDE),
        false => (names + 2.0 * BESIDE, width - values - 2.0 * BESIDE),
    };
    let plot = Frame { left, top: TOP, right, bottom };
    let axis = ValueAxis::spanning(estimates.extent(), ValueRange::Free, estimates.format);
    // Ends of intervals keep clear of the words on either side.
    let inner = Frame { left: plot.left + AIR, right: plot.right - AIR, ..plot };
    let plane = pen.plane((axis.low, axis.high), (0.0, 1.0), inner);
    let x = |value: f64| plane.at((value, 0.0)).0;

    scale(pen, estimates, &axis, plot, &x)?;
    let mut marks = Vec::with_capacity(estimates.rows.len());
    for (place, row) in estimates.rows.iter().enumerate() {
        let top = TOP + height * place as f64;
        if row.is_apart && place > 0 {
            pen.line(&[(0.0, snap(top)), (width, snap(top))], Role::Line, 1.0)?;
        }
        let written = Face::SMALL.fit(&row.value_label, values)?;
        let y = if is_stacked {
            let mut line = top + NAME_LINE / 2.0 + 2.0;
            pen.text((width - BESIDE, line), &written, Face::SMALL, Role::Ink2, HPos::Right)?;
            for part in estimates.name_lines(row, width)? {
                pen.text((BESIDE, line), &part, Face::NOTE, Role::Ink, HPos::Left)?;
                line += NAME_LINE;
            }
            top + height - BAR / 2.0
        } else {
            let y = top + height / 2.0;
            pen.text((BESIDE, y), &Face::NOTE.fit(&row.label, names)?, Face::NOTE, Role::Ink, HPos::Left)?;
            pen.text((width - BESIDE, y), &written, Face::SMALL, Role::Ink2, HPos::Right)?;
            y
        };
        let colour = row.signal.map_or(Role::Ink2, Role::from);
        if let Some((low, high)) = row.interval {
            let (low, high) = (x(low.min(high)), x(high.max(low)));
            pen.line(&[(low, y), (high, y)], colour, 2.0)?;
            for end in [low, high] {
                pen.line(&[(end, y - 4.0), (end, y + 4.0)], colour, 2.0)?;
            }
        }
        let at = (row.value.map_or((plot.left + plot.right) / 2.0, x), y);
        match (row.value, row.signal) {
            (Some(_), Some(signal)) => shapes::signal(pen, at, 5.5, signal)?,
            (Some(_), None) => pen.dot(at, 4.5, colour)?,
            (None, _) => {}
        }
        let hit = (0.0, top, width, height);
        marks.push(Mark { at, hit, name: row.explanation.clone(), step: marks.len(), ..Mark::default() });
    }
    Ok(marks)
}

/// The value axis below the rows, its lines through them, and the line that means "nothing".
fn scale<DB: DrawingBackend>(
    pen: &Pen<DB>,
    estimates: &Estimates,
    axis: &ValueAxis,
    plot: Frame,
    x: &impl Fn(f64) -> f64,
) -> Result<(), ChartError> {
    let Frame { left, top, right, bottom } = plot;
    let centres: Vec<f64> = axis.ticks.iter().map(|(value, _)| x(*value)).collect();
    let widths =
        axis.ticks.iter().map(|(_, label)| Face::SMALL.width(label)).collect::<Result<Vec<_>, _>>()?;
    let every = stride(&centres, &widths, 8.0);
    for ((_, label), centre) in axis.ticks.iter().zip(&centres).step_by(every) {
        let centre = snap(*centre);
        pen.line(&[(centre, top), (centre, bottom)], Role::Line2, 1.0)?;
        pen.text((centre, bottom + 12.0), label, Face::SMALL, Role::Ink3, HPos::Center)?;
    }
    if let Some(none) = estimates.none {
        let none = snap(x(none));
        pen.dashed(&[(none, top), (none, bottom)], Role::Ink3, 2.0, 3.0)?;
    }
    pen.line(&[(left, snap(bottom)), (right, snap(bottom))], Role::Line, 1.0)?;
    let middle = (left + right) / 2.0;
    let room = 2.0 * middle.min(right + BESIDE - middle + left - BESIDE);
    let label = Face::SMALL.fit(&estimates.scale_label, room)?;
    pen.text((middle, bottom + 31.0), &label, Face::SMALL, Role::Ink3, HPos::Center)
}
