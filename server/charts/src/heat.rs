//! Units by periods, each value as a shade: where and when something was high.
//!
//! What may not be shown, what there is no figure for, and what was kept from before look different from each
//! other and from every shade.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use crate::error::ChartError;
use crate::model::{Signal, Size, Tick};
use crate::palette::{Role, Theme};
use crate::pen::{Frame, Pen, Xy};
use crate::shapes;
use crate::spread::stride;
use crate::svg::{self, Mark, Svg};
use crate::text::Face;
use crate::trend::snap;

const LEAST_WIDTH: u32 = 300;
const ROW: f64 = 24.0;
/// Room above the rows for the labels of the columns.
const TOP: f64 = 24.0;
/// Widest step from one column to the next: a few rounds do not fill a page.
const WIDEST_STEP: f64 = 34.0;
/// The largest share of the width that names may take.
const NAMES: f64 = 0.34;
const BESIDE: f64 = 12.0;
/// Side of a key's swatch, and the room of its line.
const SWATCH: f64 = 14.0;
const KEY_LINE: f64 = 24.0;
const KEY_GAP: f64 = 18.0;
/// From the middle of a mark to its tip, in a cell and in the key.
const MARK: f64 = 3.0;
const KEY_MARK: f64 = 4.5;
/// Numbers in cells.
const NUMBER: Face = Face { size: 10.5, is_semibold: false };

/// A heat map.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HeatMap {
    /// From top to bottom.
    pub rows: Vec<HeatRow>,
    /// Number of columns.
    pub columns: usize,
    /// Labels of the columns, above the rows. Evenly thinned where they would touch.
    pub ticks: Vec<Tick>,
    /// What shades and marks mean, below the rows.
    pub keys: Vec<HeatKey>,
    /// Shown when there is no row.
    pub blank: String,
    /// Accessible name: one complete sentence.
    pub description: String,
}

/// A unit.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HeatRow {
    /// Its name; cut with an ellipsis where there is no room.
    pub label: String,
    /// What there is, from left to right and without overlap; columns without a cell have no figure.
    pub cells: Vec<HeatCell>,
}

/// A figure, or why there is none to be seen, over one column or several.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HeatCell {
    /// First column, from 0.
    pub first: usize,
    /// Last column, not before the first.
    pub last: usize,
    /// What is drawn.
    pub heat: Heat,
    /// Whether the figure differs from the usual level: a small shape in the corner.
    pub mark: Option<Signal>,
    /// The number, written into the cell where all have room. Nothing of it is drawn unless the cell has a shade.
    pub label: String,
    /// Accessible name and tooltip: a complete sentence.
    pub explanation: String,
}

/// What a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Heat {
    /// A value.
    Value(Shade),
    /// Withheld for privacy: a dotted square.
    Hidden,
    /// An earlier figure stands in for a new one: a dash.
    Held,
    /// Nothing.
    #[default]
    Empty,
}

/// A step of the scale, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    /// Lowest values, nearest to the ground.
    Faintest,
    /// Above that.
    Faint,
    /// The middle.
    Middle,
    /// Above that.
    Strong,
    /// Highest values.
    Strongest,
}

/// A line of the legend.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeatKey {
    /// What is explained.
    pub heat: Heat,
    /// The mark that is explained, in the place of a swatch.
    pub mark: Option<Signal>,
    /// In a few words, such as `20–29`.
    pub label: String,
}

impl Shade {
    /// All shades, lowest first.
    pub const ALL: [Self; 5] = [Self::Faintest, Self::Faint, Self::Middle, Self::Strong, Self::Strongest];

    const fn role(self) -> Role {
        match self {
            Self::Faintest => Role::Heat1,
            Self::Faint => Role::Heat2,
            Self::Middle => Role::Heat3,
            Self::Strong => Role::Heat4,
            Self::Strongest => Role::Heat5,
        }
    }

    /// The colour of a number on it.
    const fn text(self) -> Role {
        match self {
            Self::Faintest | Self::Faint | Self::Middle => Role::Ink,
            Self::Strong | Self::Strongest => Role::Card,
        }
    }
}

impl HeatMap {
    /// A size at which the figure looks well in a column `width` CSS pixels wide.
    ///
    /// # Errors
    /// When a text cannot be measured.
    pub fn comfortable_size(&self, width: u32) -> Result<Size, ChartError> {
        let keys = lines(&self.keys, f64::from(width))?.len() as f64;
        let rows = self.rows.len().max(2) as f64;
        let height = TOP + ROW * rows + if keys > 0.0 { 14.0 + KEY_LINE * keys } else { 4.0 };
        let (low, high) = Size::LIMITS;
        Ok(Size { width, height: height.ceil().clamp(f64::from(low), f64::from(high)) as u32 })
    }

    fn check(&self, size: Size) -> Result<(), ChartError> {
        size.check(LEAST_WIDTH)?;
        let needed = self.comfortable_size(size.width)?.height;
        if size.height < needed {
            return Err(ChartError::TooLow { needed });
        }
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        let places = cells.flat_map(|cell| [cell.first, cell.last]).chain(self.ticks.iter().map(|t| t.index));
        match places.into_iter().find(|place| *place >= self.columns) {
            Some(index) => Err(ChartError::IndexOutOfRange { index, len: self.columns }),
            None => Ok(()),
        }
    }
}

/// A heat map as SVG.
///
/// # Errors
/// A size outside its limits or too low for the rows, and cells beyond the columns.
pub fn heat_svg(map: &HeatMap, size: Size) -> Result<Svg, ChartError> {
    map.check(size)?;
    svg::build(size, &map.description, |pen| paint(pen, map, size))
}

/// A heat map as PNG, in a theme, with `scale` (1 to 3) image pixels to a CSS pixel and a margin of 16 CSS pixels.
///
/// # Errors
/// As [`heat_svg`], and a scale out of range.
pub fn heat_png(map: &HeatMap, size: Size, theme: Theme, scale: u32) -> Result<Vec<u8>, ChartError> {
    map.check(size)?;
    crate::raster::build(size, theme, scale, |pen| paint(pen, map, size))
}

fn paint<DB: DrawingBackend>(pen: &Pen<DB>, map: &HeatMap, size: Size) -> Result<Vec<Mark>, ChartError> {
    let width = f64::from(size.width);
    let labels = map.rows.iter().map(|row| Face::NOTE.width(&row.label));
    let names = labels.collect::<Result<Vec<_>, _>>()?.into_iter().fold(0.0, f64::max).min(NAMES * width);
    let grid = Grid::new(names + BESIDE, width, map.columns);
    columns(pen, map, &grid, width)?;
    let has_numbers = grid.has_room_for_numbers(map)?;
    let mut marks = Vec::new();
    for (place, row) in map.rows.iter().enumerate() {
        let middle = TOP + ROW * (place as f64 + 0.5);
        if place > 0 {
            let above = snap(middle - ROW / 2.0);
            pen.line(&[(0.0, above), (grid.right(), above)], Role::Line2, 1.0)?;
        }
        pen.text((0.0, middle), &Face::NOTE.fit(&row.label, names)?, Face::NOTE, Role::Ink, HPos::Left)?;
        for (index, cell) in row.cells.iter().enumerate() {
            let frame = grid.frame(cell, middle);
            let label = if has_numbers { cell.label.as_str() } else { "" };
            fill(pen, frame, cell.heat, label)?;
            if let Some(mark) = cell.mark {
                // In the corner above the newest round of the cell, clear of its number.
                shapes::signal(pen, (frame.right - MARK, frame.top + MARK), MARK, mark)?;
            }
            let at = ((frame.left + frame.right) / 2.0, middle);
            let hit = (frame.left, middle - ROW / 2.0, frame.right - frame.left, ROW);
            let name = cell.explanation.clone();
            marks.push(Mark { at, hit, name, series: place, step: index, ..Mark::default() });
        }
    }
    if map.rows.is_empty() {
        let text = Face::NOTE.fit(&map.blank, width)?;
        pen.text((width / 2.0, TOP + ROW), &text, Face::NOTE, Role::Ink3, HPos::Center)?;
    }
    legend(pen, map, width)?;
    Ok(marks)
}

/// Where the columns lie.
struct Grid {
    left: f64,
    step: f64,
    columns: usize,
}

impl Grid {
    fn new(left: f64, width: f64, columns: usize) -> Self {
        let left = left.ceil();
        Self { left, step: ((width - left) / columns.max(1) as f64).min(WIDEST_STEP), columns }
    }

    fn x(&self, column: usize) -> f64 {
        self.left + self.step * column as f64
    }

    fn right(&self) -> f64 {
        self.x(self.columns)
    }

    fn frame(&self, cell: &HeatCell, middle: f64) -> Frame {
        let gap = if self.step < 8.0 { 0.5 } else { 1.0 };
        Frame {
            left: self.x(cell.first) + gap,
            right: self.x(cell.last.max(cell.first) + 1) - gap,
            top: middle - ROW / 2.0 + 2.0,
            bottom: middle + ROW / 2.0 - 2.0,
        }
    }

    /// Numbers stand in all cells or in none.
    fn has_room_for_numbers(&self, map: &HeatMap) -> Result<bool, ChartError> {
        for cell in map.rows.iter().flat_map(|row| &row.cells) {
            let room = self.step * (cell.last.saturating_sub(cell.first) + 1) as f64 - 3.0;
            if matches!(cell.heat, Heat::Value(_)) && NUMBER.width(&cell.label)? > room {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

fn columns<DB: DrawingBackend>(
    pen: &Pen<DB>,
    map: &HeatMap,
    grid: &Grid,
    width: f64,
) -> Result<(), ChartError> {
    let mut ticks: Vec<&Tick> = map.ticks.iter().collect();
    ticks.sort_by_key(|tick| tick.index);
    let widths = ticks.iter().map(|tick| Face::SMALL.width(&tick.label)).collect::<Result<Vec<_>, _>>()?;
    let place =
        |(tick, wide): (&&Tick, &f64)| (grid.x(tick.index) + 1.0).min(width - wide).max(0.0) + wide / 2.0;
    let centres: Vec<f64> = ticks.iter().zip(&widths).map(place).collect();
    let every = stride(&centres, &widths, 8.0);
    for (tick, centre) in ticks.iter().zip(&centres).step_by(every) {
        pen.text((*centre, 9.0), &tick.label, Face::SMALL, Role::Ink3, HPos::Center)?;
        let x = snap(grid.x(tick.index) + 1.0);
        pen.line(&[(x, 17.0), (x, TOP - 1.0)], Role::Line, 1.0)?;
    }
    Ok(())
}

fn fill<DB: DrawingBackend>(pen: &Pen<DB>, frame: Frame, heat: Heat, label: &str) -> Result<(), ChartError> {
    let (middle_x, middle) = ((frame.left + frame.right) / 2.0, (frame.top + frame.bottom) / 2.0);
    match heat {
        Heat::Value(shade) => {
            pen.rounded(frame, 2.0, shade.role(), 1.0)?;
            pen.text((middle_x, middle), label, NUMBER, shade.text(), HPos::Center)
        }
        Heat::Hidden => {
            // The box is drawn around the middles of its ends.
            let half = (shapes::HIDDEN_SIDE / 2.0).min((frame.right - frame.left) / 2.0);
            let is_wide = frame.right - frame.left > WIDEST_STEP;
            let (left, right) =
                if is_wide { (frame.left + half, frame.right - half) } else { (middle_x, middle_x) };
            shapes::hidden(pen, left, right, middle)
        }
        Heat::Held => {
            let half = ((frame.right - frame.left) / 2.0 - 1.0).clamp(1.0, 5.0);
            pen.line(&[(middle_x - half, middle), (middle_x + half, middle)], Role::Ink3, 2.0)
        }
        Heat::Empty => Ok(()),
    }
}

/// The keys in lines that fit the width, each with where it begins.
fn lines(keys: &[HeatKey], width: f64) -> Result<Vec<Vec<(f64, &HeatKey)>>, ChartError> {
    let mut lines: Vec<Vec<(f64, &HeatKey)>> = Vec::new();
    let mut x = 0.0;
    for key in keys {
        let wide = SWATCH + 6.0 + Face::SMALL.width(&key.label)?;
        match lines.last_mut() {
            Some(line) if x + wide <= width => line.push((x, key)),
            _ => {
                x = 0.0;
                lines.push(vec![(x, key)]);
            }
        }
        x += wide + KEY_GAP;
    }
    Ok(lines)
}

fn legend<DB: DrawingBackend>(pen: &Pen<DB>, map: &HeatMap, width: f64) -> Result<(), ChartError> {
    let top = TOP + ROW * map.rows.len().max(2) as f64 + 14.0;
    for (place, line) in lines(&map.keys, width)?.into_iter().enumerate() {
        let middle = top + KEY_LINE * (place as f64 + 0.5);
        for (x, key) in line {
            let (above, below) = (middle - SWATCH / 2.0, middle + SWATCH / 2.0);
            let frame = Frame { left: x, right: x + SWATCH, top: above, bottom: below };
            if let Some(mark) = key.mark {
                shapes::signal(pen, (x + SWATCH / 2.0, middle + 1.0), KEY_MARK, mark)?;
            } else {
                if key.heat == Heat::Empty {
                    outline(pen, frame)?;
                }
                fill(pen, frame, key.heat, "")?;
            }
            let at: Xy = (x + SWATCH + 6.0, middle);
            let room = width - at.0;
            pen.text(at, &Face::SMALL.fit(&key.label, room)?, Face::SMALL, Role::Ink2, HPos::Left)?;
        }
    }
    Ok(())
}

/// The edge of the empty swatch, which could not be seen without.
fn outline<DB: DrawingBackend>(pen: &Pen<DB>, frame: Frame) -> Result<(), ChartError> {
    let Frame { left, top, right, bottom } = frame;
    let (left, top, right, bottom) = (snap(left), snap(top), snap(right - 1.0), snap(bottom - 1.0));
    pen.line(&[(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], Role::Line, 1.0)
}
