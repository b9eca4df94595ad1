//! One panel of two quarters.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use crate::error::ChartError;
use crate::model::ValueRange;
use crate::palette::Role;
use crate::pen::{Frame, Pen, Plane};
use crate::scale::ValueAxis;
use crate::shapes;
use crate::text::Face;
use crate::trend::snap;

use super::{AIR, Course, CoursePanel, CoursePoint, NAME, NAME_ROW, NAMES, STRIP, TINY};

/// Stretches of neighbouring points that satisfy `keep`.
fn stretches_of(points: &[CoursePoint], keep: impl Fn(&CoursePoint) -> bool) -> Vec<std::ops::Range<usize>> {
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    for (index, _) in points.iter().enumerate().filter(|(_, point)| keep(point)) {
        match found.last_mut() {
            Some(stretch) if stretch.end == index => stretch.end += 1,
            _ => found.push(index..index + 1),
        }
    }
    found
}

/// What of a bounded scale is drawn: three fifths of it at least, so that panels of one scale can be compared and a
/// small change looks small.
fn widened((least, most): (f64, f64), (bottom, top): (f64, f64)) -> (f64, f64) {
    let step = (top - bottom) / 5.0;
    let mut low = (bottom + ((least - bottom) / step).floor() * step).max(bottom);
    let mut high = (bottom + ((most - bottom) / step).ceil() * step).min(top);
    // A step each time, and never more than there are.
    for _ in 0..5 {
        if high - low > 2.5 * step {
            break;
        }
        let is_up = low <= bottom || (high < top && top - high <= low - bottom);
        if is_up { high = (high + step).min(top) } else { low = (low - step).max(bottom) }
    }
    (low.min(least), high.max(most))
}

pub(super) struct Painter<'p, DB: DrawingBackend> {
    pen: &'p Pen<DB>,
    plane: Plane<DB>,
    course: &'p Course,
    pub(super) panel: &'p CoursePanel,
    pub(super) plot: Frame,
    axis: ValueAxis,
}

impl<'p, DB: DrawingBackend> Painter<'p, DB> {
    pub(super) fn new(pen: &'p Pen<DB>, course: &'p Course, panel: &'p CoursePanel, plot: Frame) -> Self {
        let numbers = panel.numbers();
        let extent = numbers.iter().fold(None, |found: Option<(f64, f64)>, number| {
            let (low, high) = found.unwrap_or((*number, *number));
            Some((low.min(*number), high.max(*number)))
        });
        let extent = match panel.range {
            ValueRange::Within { low, high } if low < high => extent.map(|shown| widened(shown, (low, high))),
            _ => extent,
        };
        let axis = ValueAxis::spanning(extent, panel.range, panel.format);
        let last = panel.points.len().saturating_sub(1).max(1) as f64;
        // A window's value stands above its bar.
        let above = if panel.windows.is_empty() { 0.0 } else { 14.0 };
        let inner = Frame { left: plot.left + AIR, right: plot.right - AIR, top: plot.top + above, ..plot };
        let plane = pen.plane((0.0, last), (axis.low, axis.high), inner);
        Self { pen, plane, course, panel, plot, axis }
    }

    pub(super) fn x(&self, index: usize) -> f64 {
        self.plane.at((index as f64, 0.0)).0
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        self.plane.at((0.0, value)).1
    }

    /// Usual variation, grid, levels.
    pub(super) fn ground(&self) -> Result<(), ChartError> {
        let points = &self.panel.points;
        for run in stretches_of(points, |point| point.limits.is_some()) {
            self.pen.polygon(&self.outline(run, |point| point.limits), Role::Band, 1.0)?;
        }
        let Frame { left, right, .. } = self.plot;
        // Few lines: every second value where the plot is low.
        let every = if self.panel.height < 90 && self.axis.ticks.len() > 3 { 2 } else { 1 };
        for (value, label) in self.axis.ticks.iter().step_by(every) {
            let y = self.y(*value);
            self.pen.line(&[(left, snap(y)), (right, snap(y))], Role::Line2, 1.0)?;
            self.pen.text((left - 6.0, y), label, TINY, Role::Ink3, HPos::Right)?;
        }
        let ink = Role::from(self.panel.ink);
        let split = self.course.split;
        let last = points.len().saturating_sub(1);
        let stretches = [(0, split.saturating_sub(1)), (split.min(last), last)];
        for ((from, to), level) in stretches.into_iter().zip(self.panel.levels) {
            if let Some(level) = level {
                let y = snap(self.y(level));
                self.pen.dashed(&[(self.x(from) - 3.0, y), (self.x(to) + 3.0, y)], ink, 1.5, 2.6)?;
            }
        }
        if let Some(centre) = self.panel.centre {
            let y = snap(self.y(centre));
            self.pen.dashed(&[(left, y), (right, y)], Role::Ink3, 1.5, 2.6)?;
        }
        Ok(())
    }

    fn outline(
        &self,
        run: std::ops::Range<usize>,
        of: fn(&CoursePoint) -> Option<(f64, f64)>,
    ) -> Vec<(f64, f64)> {
        let ends: Vec<(usize, (f64, f64))> =
            run.filter_map(|index| Some((index, of(self.panel.points.get(index)?)?))).collect();
        // One point alone still has a band to be seen.
        let wide = if ends.len() == 1 { 3.0 } else { 0.0 };
        let upper = ends.iter().flat_map(|(index, (_, high))| {
            let (x, y) = (self.x(*index), self.y(*high));
            if wide > 0.0 { vec![(x - wide, y), (x + wide, y)] } else { vec![(x, y)] }
        });
        let lower = ends.iter().rev().flat_map(|(index, (low, _))| {
            let (x, y) = (self.x(*index), self.y(*low));
            if wide > 0.0 { vec![(x + wide, y), (x - wide, y)] } else { vec![(x, y)] }
        });
        upper.chain(lower).collect()
    }

    pub(super) fn series(&self) -> Result<(), ChartError> {
        let ink = Role::from(self.panel.ink);
        let points = &self.panel.points;
        let is_shown = |point: &CoursePoint| !point.is_hidden && point.value.is_some();
        for run in stretches_of(points, |point| is_shown(point) && point.interval.is_some()) {
            self.pen.polygon(&self.outline(run, |point| point.interval), ink, 0.13)?;
        }
        for run in stretches_of(points, is_shown) {
            let line: Vec<(f64, f64)> = run
                .clone()
                .filter_map(|index| Some((self.x(index), self.y(points.get(index)?.value?))))
                .collect();
            if line.len() > 1 {
                self.pen.line(&line, ink, 1.6)?;
            }
            for (index, at) in run.zip(&line) {
                match points.get(index).and_then(|point| point.signal) {
                    Some(signal) => shapes::signal(self.pen, *at, 4.4, signal)?,
                    None => self.pen.dot(*at, 2.0, ink)?,
                }
            }
        }
        for window in &self.panel.windows {
            let y = self.y(window.value);
            let (from, to) = (self.x(window.from), self.x(window.to));
            self.pen.line(&[(from - 2.0, y), (to + 2.0, y)], ink, 3.0)?;
            self.pen.text(((from + to) / 2.0, y - 9.0), &window.label, NAME, ink, HPos::Center)?;
        }
        self.strip()
    }

    /// What has no value: hidden ones as dashed squares, void ones crossed out.
    fn strip(&self) -> Result<(), ChartError> {
        let y = self.plot.bottom + STRIP / 2.0 + 1.0;
        for (index, point) in self.panel.points.iter().enumerate() {
            let x = self.x(index);
            if point.is_void {
                let reach = 3.2;
                self.pen.line(&[(x - reach, y - reach), (x + reach, y + reach)], Role::Ink3, 1.2)?;
                self.pen.line(&[(x - reach, y + reach), (x + reach, y - reach)], Role::Ink3, 1.2)?;
            } else if point.is_hidden {
                shapes::hidden(self.pen, x, x, y)?;
            }
        }
        Ok(())
    }

    pub(super) fn name(&self) -> Result<(), ChartError> {
        let ink = Role::from(self.panel.ink);
        if !self.course.has_names_beside {
            let at = (self.plot.left, self.plot.top - NAME_ROW / 2.0);
            return self.pen.text(at, &self.panel.label, NAME, ink, HPos::Left);
        }
        let last = self.panel.points.iter().rev().find_map(|point| point.value.filter(|_| !point.is_hidden));
        let middle = (self.plot.top + self.plot.bottom) / 2.0;
        let end = last.or(self.panel.windows.last().map(|window| window.value));
        let y = end.map_or(middle, |value| self.y(value)).clamp(self.plot.top + 8.0, self.plot.bottom - 12.0);
        let x = self.plot.right + 8.0;
        self.pen.text(
            (x, y - 1.0),
            &Face::LABEL.fit(&self.panel.label, NAMES - 8.0)?,
            NAME,
            ink,
            HPos::Left,
        )?;
        self.pen.text((x, y + 13.0), &TINY.fit(&self.panel.note, NAMES - 8.0)?, TINY, Role::Ink3, HPos::Left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_change_looks_small_on_a_bounded_scale() {
        for (shown, drawn) in [
            ((52.0, 75.0), (40.0, 100.0)),
            ((8.0, 31.0), (0.0, 60.0)),
            ((45.0, 45.0), (40.0, 100.0)),
            ((35.0, 35.0), (0.0, 60.0)),
            ((3.0, 97.0), (0.0, 100.0)),
            ((100.0, 100.0), (40.0, 100.0)),
        ] {
            assert_eq!(widened(shown, (0.0, 100.0)), drawn, "{shown:?}");
        }
    }
}
