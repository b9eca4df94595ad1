//! Figures for people who have ten seconds: a trend with its usual range and signals, and an estimate with its
//! interval; several estimates under each other or by distance in time, units in a funnel or in a plane of two measures, units by
//! periods in a heat map, and small charts of many units. Drawn by plotters, as SVG for a page and PNG for a document.
//!
//! ```
//! use charts::{Ink, NumberFormat, Panel, Point, Trend, ValueRange, trend_svg};
//!
//! let point = |value| Point { value: Some(value), explanation: format!("Strain was {value}."), ..Point::default() };
//! let strain = Panel {
//!     heading: None,
//!     label: "Strain".into(),
//!     ink: Ink::Strain,
//!     points: vec![point(14.0), point(17.0)],
//!     centre: None,
//!     format: NumberFormat::default(),
//!     range: ValueRange::Within { low: 0.0, high: 100.0 },
//!     blank: "No answers yet".into(),
//! };
//! let trend = Trend { panels: vec![strain], description: "Strain in two weeks.".into(), ..Trend::default() };
//! let svg = trend_svg(&trend, trend.comfortable_size(720)?)?;
//! assert!(svg.as_str().starts_with("<svg"));
//! # Ok::<(), charts::ChartError>(())
//! ```
//!
//! # Using a figure in a page
//!
//! Text keeps its size, so a figure is drawn for the width it will have; a page for phones asks for a narrow one.
//!
//! An inline SVG carries the light colours of [`PALETTE`] as `fill` and `stroke` attributes and nothing else, so
//! a style sheet themes it with two attribute selectors for each row. It must not set `fill`, `font-size` or
//! `font-weight` of `text` in general, which would win over the attributes.
//!
//! | role | light | dark | used for |
//! |---|---|---|---|
//! | `card` | `#ffffff` | `#19201d` | ground, halo around signals |
//! | `paper` | `#fbfaf6` | `#121715` | text on flags |
//! | `ink` | `#1b2220` | `#eef1ee` | titles |
//! | `ink-2` | `#4c5753` | `#b7c1bb` | flags |
//! | `ink-3` | `#6b7671` | `#8f9b95` | labels, usual level, breaks, hidden marks, flag poles |
//! | `line` | `#dfddd4` | `#2d3733` | time axis |
//! | `line-2` | `#ebe9e1` | `#242d29` | grid |
//! | `band` | `#f0eee6` | `#1f2824` | usual range |
//! | `concern` | `#b4470a` | `#ff9a5c` | triangles |
//! | `better` | `#1f62a8` | `#7db7f5` | squares |
//! | `hold` | `#8a7a2f` | `#d9c66a` | diamonds |
//! | `staff` | `#14584d` | `#7fd1bd` | satisfaction |
//! | `staff-2` | `#7a4f9e` | `#c3a2e2` | strain |
//! | `staff-3` | `#9c3560` | `#f0a3c0` | any other measure of the staff |
//! | `customer` | `#243b6b` | `#a9bff0` | complaints |
//! | `heat-1` | `#bddfda` | `#1c4240` | lowest values of a heat map, near the ground |
//! | `heat-2` | `#83c1b8` | `#295b57` | |
//! | `heat-3` | `#53a29a` | `#3b746f` | |
//! | `heat-4` | `#2f7b76` | `#48a094` | |
//! | `heat-5` | `#155351` | `#76d1bf` | highest values of a heat map |
//!
//! The five shades of a heat map are one hue whose lightness alone tells the values, so that nobody's eye for colour
//! matters; in both themes a higher value is farther from the ground.
//!
//! Points are `<g class="pt">`, or `<a class="pt">` where they lead somewhere, with a `<title>`. Each series has one stop of the tab key, its
//! last point; `data-series` and `data-step` say which series and period a point belongs to, so that a page's script can go on from there with
//! arrows and find all values of a period. Software that reads pages aloud hears those stops alone: axes and all other points are hidden from it,
//! and every number stands in the table beside the figure. The `<circle>` in each point is a focus ring without colour:
//! `.pt:focus-visible { outline: none }` and `.pt:focus-visible circle { stroke: var(--focus); stroke-width: 2 }`.
//!
//! # Architecture invariants
//!
//! - Pure: no file, network, clock or randomness; the same input gives the same bytes.
//! - Nothing of a hidden point but its place reaches a figure, not even through the range of an axis.
//! - Only this crate can make an [`Svg`], and every text in it is escaped.

mod course;
mod error;
mod estimates;
mod funnel;
mod heat;
mod interval;
mod labels;
mod lags;
mod layout;
mod model;
mod palette;
mod pen;
mod quadrant;
mod raster;
mod rows;
mod scale;
mod shapes;
mod sparkline;
mod spread;
mod svg;
mod text;
mod trend;
mod vector;

pub use course::{Course, CoursePanel, CoursePoint, CourseWindow, course_svg};
pub use error::ChartError;
pub use estimates::{Estimate, Estimates, estimates_png, estimates_svg};
pub use funnel::{Funnel, FunnelLimit, FunnelPoint, funnel_png, funnel_svg};
pub use heat::{Heat, HeatCell, HeatKey, HeatMap, HeatRow, Shade, heat_png, heat_svg};
pub use interval::{interval_png, interval_svg};
pub use lags::{LagPanel, LagPoint, Lags, lags_png, lags_svg};
pub use model::{
    Annotation, Centre, Decimal, Heading, Ink, Interval, NumberFormat, Panel, Point, Signal, Size, Tick,
    Trend, ValueRange,
};
pub use palette::{PALETTE, Theme};
pub use quadrant::{DotSize, Quadrant, QuadrantPoint, quadrant_png, quadrant_svg};
pub use rows::{RowFigure, row_svg};
pub use sparkline::{Sparkline, sparkline_png, sparkline_svg};
pub use svg::Svg;
pub use trend::{trend_png, trend_svg};
