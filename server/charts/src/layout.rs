//! Where everything of a trend goes, in CSS pixels, before anything is drawn.
//!
//! From top to bottom: for each panel its heading, above the first plot the flags, the plot, and a strip for
//! hidden points; under the last panel the time axis. From left to right: value labels, plots, names of series.

use plotters::style::text_anchor::HPos;

use crate::error::ChartError;
use crate::model::{Annotation, Panel, Size, Trend, ValueRange};
use crate::palette::Role;
use crate::pen::{Frame, Xy};
use crate::scale::ValueAxis;
use crate::spread::{hang_flags, lanes, stride};
use crate::text::Face;

const LEAST_WIDTH: u32 = 240;
const LEAST_PLOT: f64 = 56.0;
const COMFORTABLE_PLOT: f64 = 116.0;

const TITLE_ROW: f64 = 30.0;
const NOTE_ROW: f64 = 18.0;
const FLAG_ROW: f64 = 21.0;
const FLAG_BOX: f64 = 18.0;
/// Widest texts of flags, tried one after the other until the flags need few rows enough.
const FLAG_ROOMS: [f64; 3] = [170.0, 104.0, 64.0];
const MOST_FLAG_ROWS: usize = 4;
/// Distance between the bars of what lasts, and their height.
const BAR_ROW: f64 = 6.0;
pub(crate) const BAR: f64 = 3.0;
const HIDDEN_STRIP: f64 = 16.0;
const TIME_AXIS: f64 = 24.0;
const BETWEEN_PANELS: f64 = 20.0;
const EDGE: f64 = 8.0;

/// Air between the frame of a plot and the outermost points, so that a signal's shape stays inside.
const AIR: f64 = 8.0;
/// Distance from the plot to the labels on either side of it.
const BESIDE: f64 = 8.0;

/// The places of a trend's parts.
pub(crate) struct Layout {
    pub(crate) panels: Vec<PanelPlace>,
    pub(crate) flags: Vec<Flag>,
    /// Bars of what lasts: from, to and top.
    pub(crate) bars: Vec<(f64, f64, f64)>,
    /// Labels of the time axis that are shown.
    pub(crate) ticks: Vec<(f64, Label)>,
    /// Height of the time axis.
    pub(crate) axis: f64,
}

/// The places of one panel's parts.
pub(crate) struct PanelPlace {
    pub(crate) heading: Vec<Label>,
    /// The area between the value axis and the labels of series.
    pub(crate) plot: Frame,
    /// The part of it that data coordinates map to.
    pub(crate) inner: Frame,
    /// The lower end of the strip for hidden points; the plot's bottom where there are none.
    pub(crate) foot: f64,
    pub(crate) axis: ValueAxis,
    /// Where labels at the right begin, and how wide they may be.
    pub(crate) labels: (f64, f64),
}

/// A text and its place: `at.1` is the middle of its capitals.
pub(crate) struct Label {
    pub(crate) text: String,
    pub(crate) at: Xy,
    pub(crate) face: Face,
    pub(crate) role: Role,
    pub(crate) side: HPos,
}

/// An annotation's flag.
pub(crate) struct Flag {
    /// Where its pole stands.
    pub(crate) x: f64,
    pub(crate) frame: Frame,
    pub(crate) text: String,
    /// The whole text, where there is more than `text`.
    pub(crate) whole: Option<String>,
    pub(crate) href: Option<String>,
}

impl Trend {
    /// A size at which the figure looks well in a column `width` CSS pixels wide.
    ///
    /// # Errors
    /// As for [`trend_svg`](crate::trend_svg), apart from the height.
    pub fn comfortable_size(&self, width: u32) -> Result<Size, ChartError> {
        let draft = Draft::of(self, width)?;
        let height = draft.fixed_height() + COMFORTABLE_PLOT * self.panels.len() as f64;
        let size = Size { width, height: height.ceil().max(f64::from(Size::LIMITS.0)) as u32 };
        size.check(LEAST_WIDTH)?;
        Ok(size)
    }
}

impl Layout {
    pub(crate) fn of(trend: &Trend, size: Size) -> Result<Self, ChartError> {
        size.check(LEAST_WIDTH)?;
        let draft = Draft::of(trend, size.width)?;
        let count = trend.panels.len().max(1) as f64;
        let fixed = draft.fixed_height();
        let plot_height = ((f64::from(size.height) - fixed) / count).floor();
        if plot_height < LEAST_PLOT && !trend.panels.is_empty() {
            return Err(ChartError::TooLow { needed: (fixed + LEAST_PLOT * count).ceil() as u32 });
        }
        draft.place(trend, plot_height)
    }
}

/// All that can be known before the height is.
struct Draft {
    width: f64,
    left: f64,
    right: f64,
    headings: Vec<Vec<Label>>,
    axes: Vec<ValueAxis>,
    flags: Vec<Flag>,
    flag_rows: usize,
    /// From, to and lane of what lasts.
    bars: Vec<(f64, f64, usize)>,
    hidden_strips: Vec<bool>,
    has_ticks: bool,
    len: usize,
}

impl Draft {
    fn of(trend: &Trend, width: u32) -> Result<Self, ChartError> {
        trend.check()?;
        let width = f64::from(width);
        let axes: Vec<ValueAxis> = trend.panels.iter().map(ValueAxis::of).collect();
        let values = axes.iter().flat_map(|axis| &axis.ticks).map(|(_, label)| (label.as_str(), Face::SMALL));
        let names = trend.panels.iter().flat_map(|panel| {
            let centre = panel.centre.as_ref().map(|centre| (centre.label.as_str(), Face::SMALL));
            [Some((panel.label.as_str(), Face::LABEL)), centre].into_iter().flatten()
        });
        let left = (widest(values)? + BESIDE).max(BESIDE).ceil();
        let right = width - (widest(names)? + BESIDE + 3.0).min(width * 0.34).ceil();
        let mut draft = Self {
            width,
            left,
            right,
            headings: trend.panels.iter().map(|panel| heading(panel, width)).collect::<Result<_, _>>()?,
            axes,
            flags: Vec::new(),
            flag_rows: 0,
            bars: Vec::new(),
            hidden_strips: trend.panels.iter().map(|panel| panel.points.iter().any(|p| p.hidden)).collect(),
            has_ticks: !trend.ticks.is_empty(),
            len: trend.len(),
        };
        draft.hang(&trend.annotations)?;
        Ok(draft)
    }

    /// Where a step of the time axis lies.
    fn x(&self, index: usize) -> f64 {
        let (from, to) = (self.left + AIR, self.right - AIR);
        if self.len < 2 {
            (from + to) / 2.0
        } else {
            from + (to - from) * index as f64 / (self.len - 1) as f64
        }
    }

    /// Finds places for the flags. Where they would pile up, their texts are cut shorter, and in the end each
    /// shows only its number.
    fn hang(&mut self, annotations: &[Annotation]) -> Result<(), ChartError> {
        let mut sorted: Vec<&Annotation> = annotations.iter().collect();
        sorted.sort_by_key(|annotation| annotation.index);
        let rooms = FLAG_ROOMS.into_iter().map(Some).chain([None]);
        for room in rooms {
            let flags =
                sorted.iter().enumerate().map(|(place, annotation)| self.flag(place, annotation, room));
            let mut flags: Vec<Flag> = flags.collect::<Result<_, _>>()?;
            let poles: Vec<f64> = flags.iter().map(|flag| flag.x - 0.5).collect();
            let widths: Vec<f64> = flags.iter().map(|flag| flag.frame.right).collect();
            let places = hang_flags(&poles, &widths, 5.0, self.width, room.is_none());
            self.flag_rows = places.iter().map(|place| place.row + 1).max().unwrap_or(0);
            for (flag, place) in flags.iter_mut().zip(places) {
                // counted from the top row for now; `place` moves all rows down to where they belong
                let top = (self.flag_rows - 1 - place.row) as f64 * FLAG_ROW;
                let width = flag.frame.right;
                flag.frame =
                    Frame { left: place.left, top, right: place.left + width, bottom: top + FLAG_BOX };
            }
            self.flags = flags;
            if self.flag_rows <= MOST_FLAG_ROWS {
                break;
            }
        }
        let lasting =
            sorted.iter().filter_map(|a| Some((a.index, a.until.filter(|until| *until > a.index)?)));
        let lasting: Vec<(f64, f64)> = lasting.map(|(from, until)| (self.x(from), self.x(until))).collect();
        self.bars =
            lanes(&lasting).into_iter().zip(&lasting).map(|(lane, (from, to))| (*from, *to, lane)).collect();
        Ok(())
    }

    /// A flag of a width, not yet at its place: with as much of its text as there is room for, or its number.
    fn flag(&self, place: usize, annotation: &Annotation, room: Option<f64>) -> Result<Flag, ChartError> {
        let text = match room {
            Some(room) => Face::FLAG.fit(&annotation.label, room)?,
            None => (place + 1).to_string(),
        };
        let width = Face::FLAG.width(&text)? + 12.0;
        let whole = match annotation.explanation.as_str() {
            "" => (text.ends_with('\u{2026}') || room.is_none()).then(|| annotation.label.clone()),
            explanation => Some(explanation.to_owned()),
        };
        let frame = Frame { right: width, ..Frame::default() };
        Ok(Flag { x: self.x(annotation.index), frame, text, whole, href: annotation.href.clone() })
    }

    /// The height of everything but the plots.
    fn fixed_height(&self) -> f64 {
        let headings: f64 = self.headings.iter().map(|lines| heading_height(lines)).sum();
        let strips = self.hidden_strips.iter().filter(|&&has| has).count() as f64 * HIDDEN_STRIP;
        let gaps = self.headings.len().saturating_sub(1) as f64 * BETWEEN_PANELS;
        EDGE + headings + self.flags_height() + strips + gaps + self.axis_height()
    }

    /// The height of the flags, and below them of the bars of what lasts.
    fn flags_height(&self) -> f64 {
        let lanes = self.bars.iter().map(|(_, _, lane)| lane + 1).max().unwrap_or(0);
        self.flag_rows as f64 * FLAG_ROW + lanes as f64 * BAR_ROW
    }

    fn axis_height(&self) -> f64 {
        if self.has_ticks { TIME_AXIS } else { EDGE }
    }

    fn place(self, trend: &Trend, plot_height: f64) -> Result<Layout, ChartError> {
        let ticks = self.tick_labels(trend)?;
        let labels = (self.right + BESIDE - 2.0, self.width - self.right - BESIDE + 2.0);
        let mut y = EDGE;
        let flags_height = self.flags_height();
        let (mut flags, mut bars) = (self.flags, Vec::new());
        let mut panels = Vec::with_capacity(trend.panels.len());
        let parts = self.headings.into_iter().zip(self.axes).zip(&self.hidden_strips).zip(&trend.panels);
        for (index, (((mut heading, axis), &has_hidden), panel)) in parts.enumerate() {
            if index > 0 {
                y += BETWEEN_PANELS;
            }
            let height = heading_height(&heading);
            for line in &mut heading {
                line.at.1 += y;
            }
            y += height;
            if index == 0 {
                for flag in &mut flags {
                    flag.frame.top += y;
                    flag.frame.bottom += y;
                }
                let top = y + self.flag_rows as f64 * FLAG_ROW;
                bars = self
                    .bars
                    .iter()
                    .map(|(from, to, lane)| (*from, *to, top + *lane as f64 * BAR_ROW))
                    .collect();
                y += flags_height;
            }
            let plot = Frame { left: self.left, top: y, right: self.right, bottom: y + plot_height };
            // a series that starts from zero stands on its zero line
            let below = if panel.range == ValueRange::FromZero && axis.low >= 0.0 { 0.0 } else { AIR };
            let inner = Frame {
                left: plot.left + AIR,
                top: plot.top + AIR,
                right: plot.right - AIR,
                bottom: plot.bottom - below,
            };
            let foot = plot.bottom + if has_hidden { HIDDEN_STRIP } else { 0.0 };
            y = foot;
            panels.push(PanelPlace { heading, plot, inner, foot, axis, labels });
        }
        let ticks = ticks
            .into_iter()
            .map(|(x, mut label)| {
                label.at.1 = y + 15.0;
                (x, label)
            })
            .collect();
        Ok(Layout { panels, flags, bars, ticks, axis: y })
    }

    /// Labels of the time axis with their ticks' places, thinned so that none touch.
    fn tick_labels(&self, trend: &Trend) -> Result<Vec<(f64, Label)>, ChartError> {
        let mut ticks: Vec<_> = trend.ticks.iter().collect();
        ticks.sort_by_key(|tick| tick.index);
        let mut labels = Vec::with_capacity(ticks.len());
        let (mut centres, mut widths) = (Vec::new(), Vec::new());
        for tick in ticks {
            let text = Face::SMALL.fit(&tick.label, self.width)?;
            let half = Face::SMALL.width(&text)? / 2.0;
            let x = self.x(tick.index);
            let centre = x.min(self.width - half).max(half);
            centres.push(centre);
            widths.push(half * 2.0);
            let label =
                Label { text, at: (centre, 0.0), face: Face::SMALL, role: Role::Ink3, side: HPos::Center };
            labels.push((x, label));
        }
        let stride = stride(&centres, &widths, 8.0);
        Ok(labels.into_iter().step_by(stride).collect())
    }
}

fn widest<'t>(texts: impl Iterator<Item = (&'t str, Face)>) -> Result<f64, ChartError> {
    texts.map(|(text, face)| face.width(text)).try_fold(0.0, |most, width| Ok(width?.max(most)))
}

/// The lines of a heading, with heights counted from its top. Title and note share a line where both fit.
fn heading(panel: &Panel, width: f64) -> Result<Vec<Label>, ChartError> {
    let Some(heading) = &panel.heading else { return Ok(Vec::new()) };
    let middle = 9.0;
    let title = Face::TITLE.fit(&heading.title, width)?;
    let note_room = width - Face::TITLE.width(&title)? - 24.0;
    let label = |text, x, y, face, role, side| Label { text, at: (x, y), face, role, side };
    let mut lines = vec![label(title, 0.0, middle, Face::TITLE, Role::Ink, HPos::Left)];
    if Face::NOTE.width(&heading.note)? <= note_room {
        if !heading.note.is_empty() {
            lines.push(label(heading.note.clone(), width, middle, Face::NOTE, Role::Ink3, HPos::Right));
        }
    } else {
        for (i, text) in Face::NOTE.wrap(&heading.note, width)?.into_iter().enumerate() {
            let y = middle + 2.0 + (i + 1) as f64 * NOTE_ROW;
            lines.push(label(text, 0.0, y, Face::NOTE, Role::Ink3, HPos::Left));
        }
    }
    Ok(lines)
}

fn heading_height(lines: &[Label]) -> f64 {
    match lines.last() {
        None => 0.0,
        Some(last) => last.at.1 - lines[0].at.1 + TITLE_ROW,
    }
}
