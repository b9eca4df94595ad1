//! The few marks of our own: signals and hidden points. A reader who sees no colour tells them by shape.

use plotters::prelude::DrawingBackend;

use crate::error::ChartError;
use crate::model::Signal;
use crate::palette::Role;
use crate::pen::{Pen, Xy};

/// Side of the square for a hidden point, in CSS pixels.
pub(crate) const HIDDEN_SIDE: f64 = 9.0;

/// Width of the gap that keeps a mark clear of the line it sits on.
const HALO: f64 = 1.6;

/// A signal's shape around `at`, `size` CSS pixels from its middle to its tip.
pub(crate) fn signal<DB: DrawingBackend>(
    pen: &Pen<DB>,
    at: Xy,
    size: f64,
    signal: Signal,
) -> Result<(), ChartError> {
    pen.polygon(&outline(at, size, HALO, signal), Role::Card, 1.0)?;
    pen.polygon(&outline(at, size, 0.0, signal), Role::from(signal), 1.0)
}

/// The corners of a signal's shape, all sides moved outwards by `grow`.
fn outline((x, y): Xy, size: f64, grow: f64, signal: Signal) -> Vec<Xy> {
    match signal {
        Signal::Concern => {
            // an equilateral triangle's tip moves twice as far as its sides
            let tip = size * 1.12 + 2.0 * grow;
            let (half, base) = (tip * 0.866, tip / 2.0);
            vec![(x, y - tip), (x + half, y + base), (x - half, y + base)]
        }
        Signal::Better => {
            let half = size * 0.8 + grow;
            vec![(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
        }
        Signal::Neutral => {
            let half = size + grow * 1.4;
            vec![(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
        }
    }
}

/// A dotted box at height `y` for the hidden points between `left` and `right`: a square where they are one.
pub(crate) fn hidden<DB: DrawingBackend>(
    pen: &Pen<DB>,
    left: f64,
    right: f64,
    y: f64,
) -> Result<(), ChartError> {
    let half = HIDDEN_SIDE / 2.0;
    let (left, right) = ((left - half).round() + 0.5, (right + half).round() - 0.5);
    let (top, bottom) = ((y - half).round() + 0.5, (y + half).round() - 0.5);
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    for side in corners.windows(2) {
        pen.dashed(side, Role::Ink3, 2.0, 2.0)?;
    }
    Ok(())
}
