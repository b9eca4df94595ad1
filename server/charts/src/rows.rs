//! Figures of one row, beside the words and numbers of a table: a value now and before on a scale, a share with its
//! interval, a bar, parts of a whole.

use plotters::prelude::DrawingBackend;

use crate::error::ChartError;
use crate::model::{Signal, Size, drawable};
use crate::palette::Role;
use crate::pen::{Frame, Pen};
use crate::shapes;
use crate::svg::{self, Svg};
use crate::trend::snap;

/// Height of a row's figure in CSS pixels.
const HEIGHT: u32 = 20;
const AIR: f64 = 6.0;
/// The scale of scores.
const TOP: f64 = 100.0;

/// What a row shows, on a scale of 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RowFigure {
    /// A value beside the one before and the whole's.
    Change {
        /// Now: a filled mark.
        now: Option<f64>,
        /// Before: a ring.
        before: Option<f64>,
        /// The whole: a tick.
        whole: Option<f64>,
        /// Shape and colour of a clear change.
        signal: Option<Signal>,
    },
    /// A share with its interval.
    Share {
        /// The share.
        value: f64,
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64,
    },
    /// A bar from nothing.
    Bar {
        /// Its length.
        value: f64,
        /// Whether it is the one to look at first.
        is_first: bool,
    },
    /// Parts of a whole, from dark to light.
    Parts {
        /// Their shares.
        shares: [f64; 3],
    },
}

impl RowFigure {
    /// The size at which it is drawn: that of its column on paper.
    const fn size(&self) -> Size {
        let width = match self {
            Self::Change { .. } => 210,
            Self::Share { .. } => 130,
            Self::Bar { .. } => 120,
            Self::Parts { .. } => 320,
        };
        Size { width, height: HEIGHT }
    }
}

/// A row's figure as SVG.
///
/// # Errors
/// Numbers that have no place on the scale.
pub fn row_svg(figure: &RowFigure, description: &str) -> Result<Svg, ChartError> {
    let numbers: Vec<f64> = match *figure {
        RowFigure::Change { now, before, whole, .. } => [now, before, whole].into_iter().flatten().collect(),
        RowFigure::Share { value, low, high } => vec![value, low, high],
        RowFigure::Bar { value, .. } => vec![value],
        RowFigure::Parts { shares } => shares.to_vec(),
    };
    numbers.into_iter().try_for_each(|number| drawable(number, || "a number of a row".to_owned()))?;
    svg::build(figure.size(), description, |pen| paint(pen, figure).map(|()| Vec::new()))
}

fn paint<DB: DrawingBackend>(pen: &Pen<DB>, figure: &RowFigure) -> Result<(), ChartError> {
    let Size { width, height } = figure.size();
    let (width, height) = (f64::from(width), f64::from(height));
    let y = height / 2.0;
    let x = |value: f64| AIR + (width - 2.0 * AIR) * value.clamp(0.0, TOP) / TOP;
    match *figure {
        RowFigure::Change { now, before, whole, signal } => {
            grid(pen, height, &x, &[0.0, 25.0, 50.0, 75.0, 100.0])?;
            if let Some(whole) = whole {
                pen.line(&[(snap(x(whole)), y - 6.0), (snap(x(whole)), y + 6.0)], Role::Ink2, 1.0)?;
            }
            let colour = signal.map_or(Role::Ink2, Role::from);
            if let Some((now, before)) = now.zip(before) {
                pen.line(&[(x(before), y), (x(now), y)], colour, if signal.is_some() { 2.4 } else { 1.2 })?;
            }
            if let Some(before) = before {
                pen.dot((x(before), y), 4.2, colour)?;
                pen.dot((x(before), y), 2.9, Role::Card)?;
            }
            match (now, signal) {
                (Some(now), Some(signal)) => shapes::signal(pen, (x(now), y + 0.5), 5.4, signal)?,
                (Some(now), None) => pen.dot((x(now), y), 4.2, Role::Ink2)?,
                (None, _) => {}
            }
            Ok(())
        }
        RowFigure::Share { value, low, high } => {
            grid(pen, height, &x, &[0.0, 25.0, 50.0, 75.0, 100.0])?;
            let bar = Frame { left: x(low), right: x(high).max(x(low) + 2.0), top: y - 3.0, bottom: y + 3.0 };
            pen.rounded(bar, 3.0, Role::Customer, 0.24)?;
            pen.dot((x(value), y), 4.2, Role::Customer)
        }
        RowFigure::Bar { value, is_first } => {
            let bar =
                Frame { left: 0.0, right: (width * value / TOP).max(2.0), top: 3.0, bottom: height - 3.0 };
            pen.rounded(bar, 1.5, Role::Customer, if is_first { 1.0 } else { 0.5 })
        }
        RowFigure::Parts { shares } => {
            let whole: f64 = shares.iter().sum();
            let mut left = 0.0;
            for (share, opacity) in shares.into_iter().zip([1.0, 0.56, 0.2]) {
                let right = left + if whole > 0.0 { width * share / whole } else { 0.0 };
                if right - left > 1.0 {
                    let part = Frame { left, right: right - 1.0, top: 2.0, bottom: height - 2.0 };
                    pen.rounded(part, 0.0, Role::Customer, opacity)?;
                }
                left = right;
            }
            Ok(())
        }
    }
}

fn grid<DB: DrawingBackend>(
    pen: &Pen<DB>,
    height: f64,
    x: &impl Fn(f64) -> f64,
    values: &[f64],
) -> Result<(), ChartError> {
    for value in values {
        pen.line(&[(snap(x(*value)), 0.0), (snap(x(*value)), height)], Role::Line2, 1.0)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clear_change_has_a_shape_of_its_own_and_a_missing_value_none() {
        let draw = |now, signal| {
            let figure = RowFigure::Change { now, before: Some(40.0), whole: None, signal };
            row_svg(&figure, "").unwrap().into_string()
        };
        let (plain, clear, none) =
            (draw(Some(60.0), None), draw(Some(60.0), Some(Signal::Concern)), draw(None, None));
        assert!(clear.contains(Role::Concern.hex()) && !plain.contains(Role::Concern.hex()));
        assert_eq!(plain.matches("<circle").count(), 3);
        assert_eq!(none.matches("<circle").count(), 2);
        assert!(row_svg(&RowFigure::Bar { value: f64::INFINITY, is_first: true }, "").is_err());
    }
}
