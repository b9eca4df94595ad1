//! Both quarters of a unit as a figure.

use std::collections::HashMap;

use charts::{
    ChartError, Course, CoursePanel, CoursePoint, CourseWindow, Ink, Point, Signal, Size, Sparkline, Tick,
    ValueRange, course_svg, sparkline_svg,
};
use chrono::NaiveDate;
use domain::{
    Lang, format,
    insight::{
        pack::{Cell, Complaints, Decimal, Pack, Place, State, UnitRow},
        pack_pages::CourseLegend,
    },
    text::{t, tv},
};

use super::words;
use crate::words::number_format;

/// Cells of both core measures by place of the unit, so that a unit's are found at once.
pub(super) struct Cells<'a>(HashMap<(u32, bool), Vec<&'a Cell>>);

impl<'a> Cells<'a> {
    pub(super) fn of(pack: &'a Pack) -> Self {
        let mut found: HashMap<(u32, bool), Vec<&Cell>> = HashMap::new();
        for cell in &pack.cells {
            if matches!(cell.measure.as_str(), "strain" | "satisfaction") {
                found.entry((cell.place, cell.measure == "strain")).or_default().push(cell);
            }
        }
        Self(found)
    }

    /// Of strain or of satisfaction.
    pub(super) fn find(&self, place: u32, measure: &str) -> &[&'a Cell] {
        self.0.get(&(place, measure == "strain")).map_or(&[], Vec::as_slice)
    }
}

/// How a figure is to be drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Over the whole width, names at the right.
    Wide,
    /// One of several beside each other.
    Small,
}

/// The place of a unit in the pack.
pub(super) fn place_of(pack: &Pack, unit: &str) -> u32 {
    let at = pack.places.iter().position(|place| place.unit == unit).unwrap_or(usize::MAX);
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Satisfaction, strain and complaints of a unit on one axis.
///
/// # Errors
/// When a number has no place on an axis.
pub(super) fn course(
    pack: &Pack,
    cells: &Cells<'_>,
    row: &UnitRow,
    form: Form,
    lang: Lang,
) -> Result<(String, CourseLegend), ChartError> {
    let place = place_of(pack, &row.unit);
    let mut panels: Vec<CoursePanel> = ["satisfaction", "strain"]
        .into_iter()
        .map(|measure| staff(pack, cells.find(place, measure), row, measure, form, lang))
        .collect();
    panels.extend(pack.complaints.get(&row.unit).map(|own| customers(pack, own, form, lang)));
    let is_wide = form == Form::Wide;
    let quarters = is_wide
        .then(|| (words::short_quarter(lang, &pack.previous), words::short_quarter(lang, &pack.quarter)));
    let course = Course {
        split: pack.calendar.iter().position(|round| round.is_now).unwrap_or(0),
        quarters,
        ticks: ticks(pack, lang),
        flags: if is_wide { flags(pack, &row.unit) } else { Vec::new() },
        has_names_beside: is_wide,
        description: tv(lang, "review-course-name", &[("unit", row.name.as_str().into())]),
        panels,
    };
    let any = |is: fn(&CoursePoint) -> bool| course.panels.iter().flat_map(|panel| &panel.points).any(is);
    let legend = CourseLegend {
        has_levels: course.panels.iter().any(|panel| panel.levels.iter().any(Option::is_some)),
        has_intervals: any(|point| point.interval.is_some()),
        has_limits: any(|point| point.limits.is_some()),
        has_void: any(|point| point.is_void),
        has_hidden: any(|point| point.is_hidden),
        has_signal: any(|point| point.signal == Some(Signal::Concern)),
        has_better: any(|point| point.signal == Some(Signal::Better)),
    };
    let svg = course_svg(&course, if is_wide { 658 } else { 206 })?;
    Ok((svg.into_string(), legend))
}

fn staff(pack: &Pack, cells: &[&Cell], row: &UnitRow, measure: &str, form: Form, lang: Lang) -> CoursePanel {
    let mut points: Vec<CoursePoint> = pack
        .calendar
        .iter()
        .map(|round| CoursePoint { is_void: round.is_void, ..CoursePoint::default() })
        .collect();
    let mut windows = Vec::new();
    let at = |n: i64| pack.calendar.iter().position(|round| round.n == n);
    for cell in cells.iter().filter(|cell| cell.series == row.series) {
        let Some((first, last)) = at(cell.first_round).zip(at(cell.last_round)) else { continue };
        let value = cell.value.map(f64::from);
        match (cell.state, value) {
            (State::Published, Some(value)) if first < last => {
                windows.push(CourseWindow {
                    from: first,
                    to: last,
                    value,
                    label: format::number(lang, value, 0),
                });
            }
            (State::Published, _) => {
                points[last].value = value;
                points[last].interval =
                    cell.lower.zip(cell.upper).map(|(low, high)| (low.into(), high.into()));
            }
            (State::Hidden, _) => points[last].is_hidden = true,
            (State::Void, _) => points[last].is_void = true,
        }
    }
    let figure = row.measures.get(measure);
    let [before, now] = [figure.and_then(|figure| figure.previous), figure.and_then(|figure| figure.value)];
    let note = before
        .zip(now)
        .map(|(before, now)| tv(lang, "review-from-to", &[("before", before.into()), ("now", now.into())]));
    let is_wide = form == Form::Wide;
    CoursePanel {
        label: t(lang, &format!("measure-{measure}")),
        note: note.unwrap_or_default(),
        ink: if measure == "strain" { Ink::Strain } else { Ink::Satisfaction },
        // A level over a single bar would say the same twice.
        levels: if windows.len() > 2 || windows.is_empty() {
            [before, now].map(|own| own.map(f64::from))
        } else {
            [None, None]
        },
        points,
        windows,
        centre: None,
        range: ValueRange::Within { low: 0.0, high: 100.0 },
        format: number_format(lang, 0),
        height: if is_wide { 100 } else { 38 },
    }
}

fn customers(pack: &Pack, own: &Complaints, form: Form, lang: Lang) -> CoursePanel {
    let number = |value: Option<Decimal>| value.map(Decimal::value);
    let points = own.points.iter().map(|point| CoursePoint {
        value: number(point.per_1000),
        limits: number(point.lower).zip(number(point.upper)),
        signal: point
            .signal
            .as_deref()
            .map(|signal| if signal.ends_with("high") { Signal::Concern } else { Signal::Better }),
        ..CoursePoint::default()
    });
    let centre = match own.segments.as_slice() {
        [one] => number(one.centre_per_1000),
        _ => None,
    };
    let is_wide = form == Form::Wide;
    let usual =
        centre.map(|centre| tv(lang, "review-usual", &[("value", format::number(lang, centre, 1).into())]));
    let mut points: Vec<CoursePoint> = points.collect();
    points.resize(pack.calendar.len(), CoursePoint::default());
    CoursePanel {
        label: t(lang, if is_wide { "measure-complaints" } else { "review-complaints-per" }),
        note: usual.unwrap_or_default(),
        ink: Ink::Complaints,
        points,
        windows: Vec::new(),
        levels: [None, None],
        centre,
        range: ValueRange::FromZero,
        format: number_format(lang, 0),
        height: if is_wide { 92 } else { 34 },
    }
}

/// The first round of each month.
fn ticks(pack: &Pack, lang: Lang) -> Vec<Tick> {
    let mut month = String::new();
    let mut found = Vec::new();
    for (index, round) in pack.calendar.iter().enumerate() {
        let own = round.starts.get(..7).unwrap_or_default().to_owned();
        if own != month
            && let Ok(date) = NaiveDate::parse_from_str(&round.starts, "%Y-%m-%d")
        {
            found.push(Tick { index, label: month_name(lang, date) });
            month = own;
        }
    }
    found
}

fn month_name(lang: Lang, date: NaiveDate) -> String {
    use chrono::Datelike;
    t(lang, &format!("review-month-{}", date.month()))
}

/// What was begun in these rounds at the unit itself or below it.
fn flags(pack: &Pack, unit: &str) -> Vec<(usize, String)> {
    let is_below = |own: &str| {
        let mut at = Some(own.to_owned());
        // No tree is deeper than its units are many.
        for _ in 0..pack.places.len().min(64) {
            match at {
                Some(found) if found == unit => return true,
                Some(found) => at = pack.place(&found).and_then(|place: &Place| place.parent.clone()),
                None => return false,
            }
        }
        false
    };
    let mut found: Vec<(usize, String)> = pack
        .actions
        .iter()
        .filter(|action| is_below(&action.unit))
        .filter_map(|action| {
            let place = pack.calendar.iter().rposition(|round| round.starts <= action.from)?;
            let last = pack.calendar.len().saturating_sub(1);
            // What began after the last round has no place on the axis.
            let is_beyond = place == last
                && pack.calendar.get(last)?.starts < action.from
                && !is_same_week(&pack.calendar.get(last)?.starts, &action.from);
            (!is_beyond).then(|| (place, action.tried.clone()))
        })
        .collect();
    found.sort();
    found
}

fn is_same_week(start: &str, day: &str) -> bool {
    let parse = |iso: &str| NaiveDate::parse_from_str(iso, "%Y-%m-%d").ok();
    parse(start).zip(parse(day)).is_some_and(|(start, day)| (day - start).num_days() < 7)
}

/// A course without axes: strain, or complaints.
///
/// # Errors
/// When a number cannot be drawn.
pub(super) fn spark(
    pack: &Pack,
    cells: &Cells<'_>,
    row: &UnitRow,
    ink: Ink,
    lang: Lang,
) -> Result<String, ChartError> {
    let mut points = vec![Point::default(); pack.calendar.len()];
    if ink == Ink::Complaints {
        let own = pack.complaints.get(&row.unit).map(|own| own.points.as_slice()).unwrap_or_default();
        for ((point, from), round) in points.iter_mut().zip(own).zip(&pack.calendar) {
            point.value = from.per_1000.map(Decimal::value);
            // At this size a mark is for what concerns in the quarter, and for nothing else.
            let concerns = round.is_now && from.signal.as_deref().is_some_and(|own| own.ends_with("high"));
            point.signal = concerns.then_some(Signal::Concern);
        }
    } else {
        let at = |n: i64| pack.calendar.iter().position(|round| round.n == n);
        for cell in cells.find(place_of(pack, &row.unit), "strain") {
            if cell.series != row.series || cell.state != State::Published {
                continue;
            }
            if let Some((first, last)) = at(cell.first_round).zip(at(cell.last_round)) {
                for point in points.get_mut(first..=last).into_iter().flatten() {
                    point.value = cell.value.map(f64::from);
                }
                // Windows stand apart from each other.
                if let Some(point) = points.get_mut(first).filter(|_| first < last) {
                    point.is_break = true;
                }
            }
        }
    }
    let range = if ink == Ink::Complaints { ValueRange::FromZero } else { ValueRange::Free };
    let name = tv(lang, "review-course-name", &[("unit", row.name.as_str().into())]);
    let line = Sparkline { ink, points, centre: None, range, description: name };
    Ok(sparkline_svg(&line, Size { width: 92, height: 28 })?.into_string())
}
