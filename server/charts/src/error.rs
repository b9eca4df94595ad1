//! What can go wrong while drawing. Every variant tells a caller which part of its input to mend.

use std::fmt;

/// Why a figure could not be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChartError {
    /// The width or height lies outside [`Size::LIMITS`](crate::Size::LIMITS).
    Size {
        /// Width asked for, in CSS pixels.
        width: u32,
        /// Height asked for, in CSS pixels.
        height: u32,
    },
    /// The figure does not fit into the height asked for.
    TooLow {
        /// The least height that would do, in CSS pixels.
        needed: u32,
    },
    /// A PNG scale outside 1 to 3.
    Scale(u32),
    /// A number is infinite, not a number, or beyond ±10¹⁵, so that it has no place on an axis.
    NotDrawable {
        /// Which number, for a log.
        what: String,
    },
    /// The panels differ in their number of points, so that they cannot share a time axis.
    PanelLengths,
    /// A tick or annotation points at a place beyond the series.
    IndexOutOfRange {
        /// The place asked for, counted from 0.
        index: usize,
        /// The number of points in each panel.
        len: usize,
    },
    /// The drawing library refused; the text is its own.
    Drawing(String),
    /// The PNG encoder refused; the text is its own.
    Encoding(String),
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size { width, height } => write!(f, "a figure cannot be {width} by {height} pixels"),
            Self::TooLow { needed } => write!(f, "the figure needs a height of at least {needed} pixels"),
            Self::Scale(scale) => write!(f, "the scale of a PNG is 1, 2 or 3, not {scale}"),
            Self::NotDrawable { what } => write!(f, "{what} is not a number that can be drawn"),
            Self::PanelLengths => write!(f, "all panels need the same number of points"),
            Self::IndexOutOfRange { index, len } => {
                write!(f, "place {index} is beyond a series of {len} points")
            }
            Self::Drawing(reason) => write!(f, "the figure could not be drawn: {reason}"),
            Self::Encoding(reason) => write!(f, "the PNG could not be encoded: {reason}"),
        }
    }
}

impl std::error::Error for ChartError {}
