//! Two quarters side by side, round by round: panels over one time axis with a hairline between the quarters,
//! intervals as bands, levels of a quarter as dotted lines, windows of several rounds as bars with their value.
//!
//! Drawn for paper: nothing in it is reached, and every number stands in a table beside it.

mod model;
mod painter;

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use crate::error::ChartError;
use crate::model::Size;
use crate::palette::Role;
use crate::pen::{Frame, Pen};
use crate::svg::{self, Svg};
use crate::text::Face;
use crate::trend::snap;

pub use model::{Course, CoursePanel, CoursePoint, CourseWindow};

use painter::Painter;

const LEAST_WIDTH: u32 = 150;
/// Room left of the plots for values, and right of them for names.
const VALUES: f64 = 30.0;
const NAMES: f64 = 96.0;
/// Heights: of a plot, of the row above one, of the strip for what has no value, of the time axis.
const NAME_ROW: f64 = 17.0;
const QUARTERS: f64 = 18.0;
const FLAGS: f64 = 22.0;
const STRIP: f64 = 15.0;
const AXIS: f64 = 20.0;
const BETWEEN: f64 = 12.0;
const AIR: f64 = 5.0;

/// Small text of a figure on paper.
const TINY: Face = Face { size: 10.0, is_semibold: false };
const NAME: Face = Face { size: 11.0, is_semibold: true };

/// Two quarters as SVG.
///
/// # Errors
/// A size outside its limits, numbers that have no place on an axis, panels of different lengths, and places beyond
/// the series.
pub fn course_svg(course: &Course, width: u32) -> Result<Svg, ChartError> {
    course.check()?;
    let size = course.size(width);
    size.check(LEAST_WIDTH)?;
    svg::build(size, &course.description, |pen| paint(pen, course, size).map(|()| Vec::new()))
}

fn paint<DB: DrawingBackend>(pen: &Pen<DB>, course: &Course, size: Size) -> Result<(), ChartError> {
    let right = f64::from(size.width) - if course.has_names_beside { NAMES } else { AIR };
    let mut top = course.head();
    let first = top;
    let mut places = Vec::new();
    for panel in &course.panels {
        let name = if course.has_names_beside { 0.0 } else { NAME_ROW };
        let plot =
            Frame { left: VALUES, top: top + name, right, bottom: top + name + f64::from(panel.height) };
        top += course.height_of(panel) + BETWEEN;
        places.push((panel, plot));
    }
    let bottom = f64::from(size.height) - AXIS;
    for (index, (panel, plot)) in places.iter().enumerate() {
        let drawn = Painter::new(pen, course, panel, *plot);
        drawn.ground()?;
        if index == 0 {
            between(pen, course, &drawn, first, bottom)?;
        }
        drawn.series()?;
        drawn.name()?;
        if index + 1 == places.len() {
            axis(pen, course, &drawn, bottom)?;
        }
    }
    if let Some((panel, plot)) = places.first() {
        flags(pen, course, &Painter::new(pen, course, panel, *plot), bottom, right)?;
    }
    Ok(())
}

/// The hairline between the quarters, with their names.
fn between<DB: DrawingBackend>(
    pen: &Pen<DB>,
    course: &Course,
    drawn: &Painter<'_, DB>,
    top: f64,
    bottom: f64,
) -> Result<(), ChartError> {
    if course.split == 0 || course.split >= drawn.panel.points.len() {
        return Ok(());
    }
    let x = snap((drawn.x(course.split - 1) + drawn.x(course.split)) / 2.0);
    pen.line(&[(x, top - AIR), (x, bottom)], Role::Ink3, 1.0)?;
    if let Some((before, now)) = &course.quarters {
        let y = QUARTERS / 2.0;
        pen.text((x - 8.0, y), before, TINY, Role::Ink3, HPos::Right)?;
        pen.text((x + 8.0, y), now, TINY, Role::Ink3, HPos::Left)?;
    }
    Ok(())
}

fn axis<DB: DrawingBackend>(
    pen: &Pen<DB>,
    course: &Course,
    drawn: &Painter<'_, DB>,
    bottom: f64,
) -> Result<(), ChartError> {
    let mut free = f64::NEG_INFINITY;
    for tick in &course.ticks {
        let x = snap(drawn.x(tick.index));
        let width = TINY.width(&tick.label)?;
        if x < free || x + width > drawn.plot.right + AIR {
            continue;
        }
        free = x + width + 10.0;
        pen.line(&[(x, bottom), (x, bottom + 4.0)], Role::Ink3, 1.0)?;
        pen.text((x + 3.0, bottom + 11.0), &tick.label, TINY, Role::Ink3, HPos::Left)?;
    }
    Ok(())
}

/// Flags beside the points: poles over the whole figure, words on top, in as many rows as fit: one.
fn flags<DB: DrawingBackend>(
    pen: &Pen<DB>,
    course: &Course,
    drawn: &Painter<'_, DB>,
    bottom: f64,
    right: f64,
) -> Result<(), ChartError> {
    let top = if course.quarters.is_some() { QUARTERS } else { 0.0 };
    let mut free = 0.0;
    for (index, words) in &course.flags {
        let x = snap(drawn.x(*index));
        pen.line(&[(x, top + 9.0), (x, bottom)], Role::Ink2, 1.0)?;
        let words = Face::FLAG.fit(words, 130.0)?;
        let width = Face::FLAG.width(&words)? + 10.0;
        // At the right edge a flag hangs to the left of its pole.
        let left = if x + width > right { x - width } else { x };
        if left < free {
            continue;
        }
        free = left + width + 4.0;
        let frame = Frame { left, top, right: left + width, bottom: top + 17.0 };
        pen.rounded(frame, 2.0, Role::Ink2, 1.0)?;
        pen.text((left + 5.0, top + 8.5), &words, Face::FLAG, Role::Paper, HPos::Left)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Ink, NumberFormat, ValueRange};

    fn panel(points: Vec<CoursePoint>) -> CoursePanel {
        CoursePanel {
            label: "Strain".to_owned(),
            note: String::new(),
            ink: Ink::Strain,
            points,
            windows: Vec::new(),
            levels: [None, None],
            centre: None,
            range: ValueRange::Within { low: 0.0, high: 100.0 },
            format: NumberFormat::default(),
            height: 80,
        }
    }

    #[test]
    fn nothing_of_a_hidden_round_is_drawn_but_its_place() {
        let of = |value: f64| {
            let hidden = CoursePoint {
                value: Some(value),
                interval: Some((value - 5.0, value + 5.0)),
                is_hidden: true,
                ..CoursePoint::default()
            };
            let shown = CoursePoint { value: Some(30.0), ..CoursePoint::default() };
            let course =
                Course { panels: vec![panel(vec![shown, hidden, shown])], split: 1, ..Course::default() };
            course_svg(&course, 300).unwrap().into_string()
        };
        assert_eq!(of(12.0), of(93.0));
    }

    #[test]
    fn a_place_beyond_the_series_and_numbers_that_are_none_are_refused() {
        let shown = CoursePoint { value: Some(30.0), ..CoursePoint::default() };
        let mut course = Course { panels: vec![panel(vec![shown; 3])], split: 1, ..Course::default() };
        course.flags = vec![(3, "late".to_owned())];
        assert!(matches!(course_svg(&course, 300), Err(ChartError::IndexOutOfRange { .. })));
        let nan = CoursePoint { value: Some(f64::NAN), ..CoursePoint::default() };
        let course = Course { panels: vec![panel(vec![nan])], ..Course::default() };
        assert!(course_svg(&course, 300).is_err());
    }

    #[test]
    fn no_rounds_at_all_still_make_a_figure() {
        let course = Course { panels: vec![panel(Vec::new())], ..Course::default() };
        assert!(course_svg(&course, 300).unwrap().as_str().contains("<svg"));
    }
}
