//! Draws a trend: what a reader sees of it, and the places that answer to keyboard and pointer.

use std::ops::Range;

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use crate::error::ChartError;
use crate::layout::{BAR, Flag, Layout, PanelPlace};
use crate::model::{Panel, Point, Size, Trend};
use crate::palette::{Role, Theme};
use crate::pen::{Frame, Pen, Plane, Xy};
use crate::shapes;
use crate::spread::spread;
use crate::svg::{self, Mark, Svg};
use crate::text::Face;

/// The most points that still get a dot each; more would run together into a thick line.
const MOST_DOTS: usize = 80;
/// The most flags whose lines through the plots are as dark as their poles.
const MOST_STRONG_POLES: usize = 6;
/// The least distance between points, in CSS pixels, at which dots stay apart.
const DOT_STEP: f64 = 6.0;

/// A trend as SVG.
///
/// # Errors
/// A size outside its limits or too low for the panels, numbers that have no place on an axis, panels of
/// different lengths, and ticks or annotations beyond the series.
pub fn trend_svg(trend: &Trend, size: Size) -> Result<Svg, ChartError> {
    let layout = Layout::of(trend, size)?;
    svg::build(size, &trend.description, |pen| paint(pen, trend, &layout))
}

/// A trend as PNG, in a theme, with `scale` (1 to 3) image pixels to a CSS pixel and a margin of 16 CSS pixels.
///
/// # Errors
/// As [`trend_svg`], and a scale out of range.
pub fn trend_png(trend: &Trend, size: Size, theme: Theme, scale: u32) -> Result<Vec<u8>, ChartError> {
    let layout = Layout::of(trend, size)?;
    crate::raster::build(size, theme, scale, |pen| paint(pen, trend, &layout))
}

fn paint<DB: DrawingBackend>(pen: &Pen<DB>, trend: &Trend, layout: &Layout) -> Result<Vec<Mark>, ChartError> {
    let mut marks = Vec::new();
    let Some((first, last)) = layout.panels.first().zip(layout.panels.last()) else { return Ok(marks) };
    time_axis(pen, layout, last.plot)?;
    // many lines through the plots would hide the series
    let pole = if layout.flags.len() > MOST_STRONG_POLES { Role::Line } else { Role::Ink3 };
    for (series, (panel, place)) in trend.panels.iter().zip(&layout.panels).enumerate() {
        let drawn = PanelPainter::new(pen, panel, place);
        drawn.background()?;
        for flag in &layout.flags {
            let x = snap(flag.x);
            pen.line(&[(x, place.plot.top), (x, place.plot.bottom)], pole, 1.0)?;
        }
        drawn.series()?;
        drawn.labels()?;
        marks.extend(drawn.marks().into_iter().map(|mark| Mark { series, ..mark }));
    }
    raise(pen, &layout.flags, first.plot.top)?;
    for (from, to, y) in &layout.bars {
        let frame = Frame { left: snap(*from) - 0.5, top: *y, right: to.max(from + 2.0), bottom: y + BAR };
        pen.rounded(frame, 1.0, Role::Ink3, 1.0)?;
    }
    // a flag with more to say than it shows can be reached, so that the whole text can be read
    marks.splice(0..0, layout.flags.iter().filter_map(flag_mark));
    Ok(marks)
}

fn time_axis<DB: DrawingBackend>(pen: &Pen<DB>, layout: &Layout, plot: Frame) -> Result<(), ChartError> {
    let axis = snap(layout.axis);
    pen.line(&[(plot.left, axis), (plot.right, axis)], Role::Line, 1.0)?;
    for (x, label) in &layout.ticks {
        let x = snap(*x);
        pen.line(&[(x, axis), (x, axis + 4.0)], Role::Line, 1.0)?;
        pen.text(label.at, &label.text, label.face, label.role, label.side)?;
    }
    Ok(())
}

/// The flags with their poles down to the first plot, where the lines through the plots take over. All poles
/// come first, so that none crosses a text.
fn raise<DB: DrawingBackend>(pen: &Pen<DB>, flags: &[Flag], down_to: f64) -> Result<(), ChartError> {
    for flag in flags {
        let x = snap(flag.x);
        pen.line(&[(x, flag.frame.top + 3.0), (x, down_to)], Role::Ink3, 1.0)?;
    }
    for Flag { frame, text, .. } in flags {
        pen.rounded(*frame, 3.0, Role::Ink2, 1.0)?;
        let middle = (frame.top + frame.bottom) / 2.0;
        pen.text((frame.left + 6.0, middle), text, Face::FLAG, Role::Paper, HPos::Left)?;
    }
    Ok(())
}

/// The series that flags are. No panel has this number, and no point is in one of its steps.
const FLAGS: usize = 1_000_000;

fn flag_mark(flag: &Flag) -> Option<Mark> {
    let Frame { left, top, right, bottom } = flag.frame;
    flag.whole.as_ref().map(|whole| Mark {
        at: (left + 9.0, (top + bottom) / 2.0),
        hit: (left, top, right - left, bottom - top),
        name: whole.clone(),
        series: FLAGS,
        step: FLAGS,
        href: flag.href.clone(),
    })
}

struct PanelPainter<'p, DB: DrawingBackend> {
    pen: &'p Pen<DB>,
    plane: Plane<DB>,
    panel: &'p Panel,
    place: &'p PanelPlace,
    /// Distance between neighbouring points in CSS pixels.
    step: f64,
}

impl<'p, DB: DrawingBackend> PanelPainter<'p, DB> {
    fn new(pen: &'p Pen<DB>, panel: &'p Panel, place: &'p PanelPlace) -> Self {
        let x = match panel.points.len() {
            0 | 1 => (-0.5, 0.5),
            len => (0.0, (len - 1) as f64),
        };
        let plane = pen.plane(x, (place.axis.low, place.axis.high), place.inner);
        let step = plane.step();
        Self { pen, plane, panel, place, step }
    }

    /// Heading, band, value axis and usual level: everything the series lies on.
    fn background(&self) -> Result<(), ChartError> {
        for line in &self.place.heading {
            self.pen.text(line.at, &line.text, line.face, line.role, line.side)?;
        }
        for run in stretches(&self.panel.points) {
            self.plane.polygon(self.band(run), Role::Band)?;
        }
        let Frame { left, right, top, bottom } = self.place.plot;
        for (value, label) in &self.place.axis.ticks {
            let (_, y) = self.plane.at((0.0, *value));
            self.pen.line(&[(left, snap(y)), (right, snap(y))], Role::Line2, 1.0)?;
            self.pen.text((left - 8.0, y), label, Face::SMALL, Role::Ink3, HPos::Right)?;
        }
        for (from, to, value) in self.levels() {
            let (_, y) = self.plane.at((0.0, value));
            self.pen.dashed(&[(from, snap(y)), (to, snap(y))], Role::Ink3, 2.0, 4.0)?;
        }
        for index in rebased(&self.panel.points) {
            let x = snap(self.x_before(index));
            self.pen.dashed(&[(x, top), (x, bottom)], Role::Ink2, 1.5, 3.5)?;
        }
        for (index, _) in self.panel.points.iter().enumerate().skip(1).filter(|(_, point)| point.is_break) {
            let x = snap(self.x_before(index));
            self.pen.dashed(&[(x, top), (x, bottom)], Role::Ink3, 4.0, 3.0)?;
        }
        Ok(())
    }

    /// The usual level as level lines: one over the whole plot, or one from each rebased point to the next.
    fn levels(&self) -> Vec<(f64, f64, f64)> {
        let Frame { left, right, .. } = self.place.plot;
        let points = &self.panel.points;
        if points.iter().all(|point| point.shown_centre().is_none()) {
            return self.panel.centre.iter().map(|centre| (left, right, centre.value)).collect();
        }
        let starts: Vec<usize> = std::iter::once(0).chain(rebased(points)).collect();
        let ends = starts.iter().skip(1).copied().chain([points.len()]);
        let level = |(start, end): (&usize, usize)| {
            let value = points[*start..end].iter().find_map(Point::shown_centre)?;
            let from = if *start == 0 { left } else { self.x_before(*start) };
            let to = if end == points.len() { right } else { self.x_before(end) };
            Some((from, to, value))
        };
        starts.iter().zip(ends).filter_map(level).collect()
    }

    /// The outline of a stretch of limits. It reaches a little beyond its outermost points, so that one point
    /// alone has a visible band too.
    fn band(&self, run: Range<usize>) -> Vec<Xy> {
        let beyond = (8.0 / self.step).min(0.5);
        let (first, last) = (run.start, run.end.saturating_sub(1));
        let mut upper = Vec::with_capacity(2 * run.len() + 4);
        let mut lower = Vec::with_capacity(run.len() + 2);
        for index in run {
            let Some((low, high)) = self.panel.points[index].shown_limits() else { continue };
            let x = index as f64;
            if index == first {
                upper.push((x - beyond, high));
                lower.push((x - beyond, low));
            }
            upper.push((x, high));
            lower.push((x, low));
            if index == last {
                upper.push((x + beyond, high));
                lower.push((x + beyond, low));
            }
        }
        upper.extend(lower.into_iter().rev());
        without_middles(upper)
    }

    /// Line, dots, signals and hidden marks.
    fn series(&self) -> Result<(), ChartError> {
        let ink = Role::from(self.panel.ink);
        let points = &self.panel.points;
        let has_dots = points.len() <= MOST_DOTS && self.step >= DOT_STEP;
        let runs = runs(points, |point| point.shown().is_some());
        for run in runs.iter().filter(|run| run.len() > 1) {
            let line = run.clone().filter_map(|i| points[i].shown().map(|value| (i as f64, value)));
            self.plane.line(line.collect(), ink, if has_dots { 2.0 } else { 1.6 })?;
        }
        for run in runs {
            let is_alone = run.len() == 1;
            for index in run {
                let Some(at) = self.position(index) else { continue };
                match points[index].signal {
                    Some(signal) => shapes::signal(self.pen, at, (self.step * 0.6).clamp(4.0, 6.0), signal)?,
                    None if is_alone => self.pen.dot(at, 3.0, ink)?,
                    None if has_dots => self.pen.dot(at, 2.2, ink)?,
                    None => {}
                }
            }
        }
        let height = self.hidden_height();
        for run in hidden_runs(points, self.step) {
            let (left, right) = (self.x(run.start), self.x(run.end.saturating_sub(1)));
            shapes::hidden(self.pen, left, right, height)?;
        }
        if !self.panel.blank.is_empty() && points.iter().all(|point| point.shown().is_none()) {
            let Frame { left, right, top, bottom } = self.place.plot;
            let text = Face::NOTE.fit(&self.panel.blank, right - left)?;
            let middle = ((left + right) / 2.0, (top + bottom) / 2.0);
            // the grid and the usual level would strike the text through
            let half = (Face::NOTE.width(&text)? / 2.0 + 8.0).min((right - left) / 2.0);
            let ground = Frame {
                left: middle.0 - half,
                top: middle.1 - 11.0,
                right: middle.0 + half,
                bottom: middle.1 + 11.0,
            };
            self.pen.rounded(ground, 0.0, Role::Card, 1.0)?;
            self.pen.text(middle, &text, Face::NOTE, Role::Ink3, HPos::Center)?;
        }
        Ok(())
    }

    /// Names at the right: of the series where its line ends, of the usual level where its line does.
    fn labels(&self) -> Result<(), ChartError> {
        let Frame { top, bottom, .. } = self.place.plot;
        let (x, room) = self.place.labels;
        let end = self.panel.points.iter().rev().find_map(Point::shown);
        let end = end.map_or((top + bottom) / 2.0, |value| self.plane.at((0.0, value)).1);
        let ink = Role::from(self.panel.ink);
        let mut labels = vec![(end, self.panel.label.as_str(), Face::LABEL, ink)];
        if let Some(centre) = &self.panel.centre {
            let y = self.plane.at((0.0, centre.value)).1;
            labels.push((y, centre.label.as_str(), Face::SMALL, Role::Ink3));
        }
        let wanted: Vec<f64> = labels.iter().map(|label| label.0).collect();
        let heights: Vec<f64> = labels.iter().map(|label| label.2.size * 1.25).collect();
        let placed = spread(&wanted, &heights, top - 4.0, bottom + 4.0);
        for ((_, text, face, role), y) in labels.into_iter().zip(placed) {
            self.pen.text((x, y), &face.fit(text, room)?, face, role, HPos::Left)?;
        }
        Ok(())
    }

    /// Every point that shows something, from left to right.
    fn marks(&self) -> Vec<Mark> {
        let points = &self.panel.points;
        let width = self.step.min(48.0);
        let (top, bottom) = (self.place.plot.top, self.place.foot);
        let place = |index: usize| {
            let hidden = points[index].hidden.then(|| (self.x(index), self.hidden_height()));
            hidden.or_else(|| self.position(index))
        };
        (0..points.len())
            .filter_map(|index| {
                let at = place(index)?;
                let point = &points[index];
                Some(Mark {
                    at,
                    hit: (at.0 - width / 2.0, top, width, bottom - top),
                    name: point.explanation.clone(),
                    step: index,
                    href: point.href.clone(),
                    ..Mark::default()
                })
            })
            .collect()
    }

    fn position(&self, index: usize) -> Option<Xy> {
        let value = self.panel.points[index].shown()?;
        Some(self.plane.at((index as f64, value)))
    }

    fn x(&self, index: usize) -> f64 {
        self.plane.at((index as f64, self.place.axis.low)).0
    }

    /// Half-way between a point and the one before.
    fn x_before(&self, index: usize) -> f64 {
        self.plane.at((index as f64 - 0.5, self.place.axis.low)).0
    }

    fn hidden_height(&self) -> f64 {
        (self.place.plot.bottom + self.place.foot) / 2.0
    }
}

/// Stretches of neighbouring points that satisfy `keep`, cut at breaks of the series.
pub(crate) fn runs(points: &[Point], keep: impl Fn(&Point) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (index, point) in points.iter().enumerate().filter(|(_, point)| keep(point)) {
        match runs.last_mut() {
            Some(run) if run.end == index && !point.is_break => run.end += 1,
            _ => runs.push(index..index + 1),
        }
    }
    runs
}

/// Points after the first whose limits are computed anew.
fn rebased(points: &[Point]) -> impl Iterator<Item = usize> {
    points.iter().enumerate().skip(1).filter(|(_, point)| point.is_rebased).map(|(index, _)| index)
}

/// Stretches of neighbouring points with limits, cut where the limits are computed anew.
fn stretches(points: &[Point]) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    for mut run in runs(points, |point| point.shown_limits().is_some()) {
        for index in rebased(points).filter(|index| run.contains(index)).collect::<Vec<_>>() {
            if index > run.start {
                stretches.push(run.start..index);
            }
            run.start = index;
        }
        stretches.push(run);
    }
    stretches
}

/// Hidden points one by one, or neighbours together where squares of their own would overlap.
pub(crate) fn hidden_runs(points: &[Point], step: f64) -> Vec<Range<usize>> {
    let together = runs(points, |point| point.hidden);
    if step < shapes::HIDDEN_SIDE + 2.0 {
        return together;
    }
    together.into_iter().flatten().map(|index| index..index + 1).collect()
}

/// The outline without the points in the middle of a level stretch, which most limits consist of.
fn without_middles(outline: Vec<Xy>) -> Vec<Xy> {
    let mut kept: Vec<Xy> = Vec::with_capacity(outline.len());
    for point in outline {
        if let [.., before, last] = kept.as_mut_slice()
            && before.1 == last.1
            && last.1 == point.1
        {
            *last = point;
        } else {
            kept.push(point);
        }
    }
    kept
}

/// The middle of the nearest row or column of pixels, where a thin line stays sharp.
pub(crate) fn snap(value: f64) -> f64 {
    value.floor() + 0.5
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(pattern: &str) -> Vec<Point> {
        pattern
            .chars()
            .map(|c| Point {
                value: (c != '.').then_some(1.0),
                hidden: c == 'h',
                is_break: c == '|',
                ..Point::default()
            })
            .collect()
    }

    #[test]
    fn runs_end_at_gaps_hidden_points_and_breaks() {
        assert_eq!(runs(&points("vv.vhv|v"), |p| p.shown().is_some()), [0..2, 3..4, 5..6, 6..8]);
        assert!(runs(&[], |_| true).is_empty());
    }

    #[test]
    fn hidden_neighbours_join_only_where_they_are_crowded() {
        assert_eq!(hidden_runs(&points("hhvh"), 20.0), [0..1, 1..2, 3..4]);
        assert_eq!(hidden_runs(&points("hhvh"), 5.0), [0..2, 3..4]);
    }

    #[test]
    fn level_limits_need_few_points() {
        let level = vec![(0.0, 5.0), (1.0, 5.0), (2.0, 5.0), (3.0, 6.0)];
        assert_eq!(without_middles(level), [(0.0, 5.0), (2.0, 5.0), (3.0, 6.0)]);
    }
}
