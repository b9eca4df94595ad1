//! The chart of an action and its table: staff above, complaints below, a flag at the start.

use charts::{Annotation, Centre, Heading, Ink, Panel, Point, Tick, ValueRange};
use domain::{
    Lang, Period, format,
    insight::figures::{CellState, Measure},
    text::{t, tv},
};
use stats::change::{Change, Reason};

use super::series::{Rates, Side, Span, Staff, axis};
use crate::figures::number_format;
use customers::rollup::Counts;

/// Complaint rates are shown per this many contacts.
const PER: f64 = 1000.0;

/// A staff figure of a period.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Figure(i32),
    /// Carried forward: only in the table.
    Held(i32),
    Hidden,
    Nothing,
}

/// What the page of an action draws and lists.
pub(super) struct Around<'a> {
    pub(super) span: Span,
    pub(super) rates: &'a Rates,
    pub(super) rate: &'a Result<Change, Reason>,
    pub(super) staff: Option<(&'a Staff, &'a Result<Change, Reason>, String)>,
    pub(super) lang: Lang,
}

impl Around<'_> {
    /// The drawing; none with nothing to draw.
    pub(super) fn drawing(&self, flag: &str, summary: String) -> Option<charts::Trend> {
        let periods = self.periods();
        let has_points = periods.iter().any(|period| {
            matches!(self.staff_figure(*period), Shown::Figure(_) | Shown::Hidden)
                || self.counts(*period).is_some()
        });
        let start = periods.iter().position(|period| period.end() >= self.span.start);
        has_points.then(|| charts::Trend {
            panels: self.staff_panel(&periods).into_iter().chain([self.customer_panel(&periods)]).collect(),
            ticks: self.ticks(&periods),
            annotations: start
                .map(|index| Annotation { index, label: flag.to_owned(), ..Annotation::default() })
                .into_iter()
                .collect(),
            description: summary,
        })
    }

    /// Heads and rows of the table, newest first.
    pub(super) fn table(&self) -> (Vec<String>, Vec<Vec<String>>) {
        let lang = self.lang;
        let mut columns = vec![t(lang, "column-period")];
        columns.extend(self.staff.as_ref().map(|(_, _, label)| label.clone()));
        columns.extend(
            ["column-complaints", "column-contacts", "column-rate", "action-column-side"]
                .map(|id| t(lang, id)),
        );
        let none = || t(lang, "cell-no-data");
        let rows = self.periods().into_iter().rev().map(|period| {
            let mut row = vec![format::period(lang, period)];
            if self.staff.is_some() {
                row.push(match self.staff_figure(period) {
                    Shown::Figure(value) => value.to_string(),
                    Shown::Held(value) => tv(lang, "cell-held", &[("value", value.into())]),
                    Shown::Hidden => t(lang, "cell-hidden"),
                    Shown::Nothing => none(),
                });
            }
            let counts = self.counts(period);
            let count = |pick: fn(Counts) -> i64| {
                counts.map_or_else(none, |counts| format::number(lang, pick(counts) as f64, 0))
            };
            row.extend([count(|c| c.complaints), count(|c| c.contacts)]);
            row.push(counts.and_then(rate_of).map_or_else(none, |rate| format::number(lang, rate, 1)));
            row.push(t(lang, side_id(self.span.side(period.start(), period.end()))));
            row
        });
        (columns, rows.collect())
    }

    /// Whether a figure of the chart is hidden.
    pub(super) fn has_hidden(&self) -> bool {
        self.periods().into_iter().any(|period| self.staff_figure(period) == Shown::Hidden)
    }

    fn periods(&self) -> Vec<Period> {
        axis(self.rates, self.staff.as_ref().map(|(staff, ..)| *staff), &self.span)
    }

    fn counts(&self, period: Period) -> Option<Counts> {
        self.rates.counts.get(&period.start()).copied()
    }

    /// The figure that stands in a period; of several the newest that is shown, which longer periods name as
    /// theirs.
    fn staff_figure(&self, period: Period) -> Shown {
        let Some((staff, ..)) = &self.staff else { return Shown::Nothing };
        let cells: Vec<_> = staff.cells.range(period.start()..=period.end()).map(|(_, cell)| cell).collect();
        let newest = |state: CellState| cells.iter().rev().find(|cell| cell.state == state);
        let is_hidden = |state| newest(state).is_some();
        match (
            newest(CellState::Published).and_then(|cell| cell.value),
            newest(CellState::Held).and_then(|cell| cell.value),
        ) {
            (Some(value), _) => Shown::Figure(value),
            (None, Some(value)) => Shown::Held(value),
            _ if is_hidden(CellState::Hidden) => Shown::Hidden,
            _ => Shown::Nothing,
        }
    }

    fn staff_panel(&self, periods: &[Period]) -> Option<Panel> {
        let (staff, change, label) = self.staff.as_ref()?;
        let points = periods.iter().map(|period| {
            let figure = self.staff_figure(*period);
            let values = |value: i32| {
                [
                    ("label", label.as_str().into()),
                    ("period", format::period(self.lang, *period).into()),
                    ("value", value.into()),
                ]
            };
            match figure {
                Shown::Figure(value) => Point {
                    value: Some(f64::from(value)),
                    explanation: tv(self.lang, "point-value", &values(value)),
                    ..Point::default()
                },
                Shown::Hidden => Point {
                    hidden: true,
                    explanation: tv(self.lang, "point-hidden", &values(0)[..2]),
                    ..Point::default()
                },
                Shown::Held(_) | Shown::Nothing => Point::default(),
            }
        });
        let points: Vec<Point> = points.collect();
        let is_all_hidden = points.iter().any(|point| point.hidden);
        Some(Panel {
            heading: Some(Heading {
                title: t(self.lang, "chart-staff"),
                note: t(self.lang, "chart-staff-note"),
            }),
            label: label.clone(),
            ink: match staff.measure {
                Measure::Strain | Measure::Overloaded | Measure::Underloaded => Ink::Strain,
                Measure::Score(_) | Measure::ResponseRate => Ink::Satisfaction,
            },
            points,
            centre: self.centre(change, 1.0, 0),
            format: number_format(self.lang, 0),
            range: ValueRange::Within { low: 0.0, high: 100.0 },
            blank: t(self.lang, if is_all_hidden { "chart-all-hidden" } else { "chart-no-data" }),
        })
    }

    fn customer_panel(&self, periods: &[Period]) -> Panel {
        let label = t(self.lang, "measure-complaints");
        let points = periods.iter().map(|period| {
            let Some(rate) = self.counts(*period).and_then(rate_of) else { return Point::default() };
            let values = [
                ("label", label.as_str().into()),
                ("period", format::period(self.lang, *period).into()),
                ("value", format::number(self.lang, rate, 1).into()),
            ];
            Point {
                value: Some(rate),
                explanation: tv(self.lang, "point-value", &values),
                ..Point::default()
            }
        });
        let note = tv(
            self.lang,
            "chart-customers-note",
            &[("contacts", 0.into()), ("resolution", self.rates.resolution.name().into())],
        );
        Panel {
            heading: Some(Heading { title: t(self.lang, "chart-customers"), note }),
            points: points.collect(),
            label: label.clone(),
            ink: Ink::Complaints,
            centre: self.centre(self.rate, PER, 1),
            format: number_format(self.lang, 1),
            range: ValueRange::FromZero,
            blank: t(self.lang, "chart-no-data"),
        }
    }

    /// The level before, as a dotted line: what the periods since are to be looked at against.
    fn centre(&self, change: &Result<Change, Reason>, scale: f64, decimals: usize) -> Option<Centre> {
        let value = change.as_ref().ok()?.before.value * scale;
        let text = format::number(self.lang, value, decimals);
        Some(Centre { value, label: tv(self.lang, "action-chart-before", &[("value", text.into())]) })
    }

    fn ticks(&self, periods: &[Period]) -> Vec<Tick> {
        let mut ticks: Vec<Tick> = Vec::new();
        let mut year = None;
        for (index, period) in periods.iter().enumerate() {
            use chrono::Datelike;
            let start = period.start();
            let is_new_year = year.is_some_and(|year| year != start.year());
            let label = format::tick(self.lang, start, is_new_year);
            let month = format::tick(self.lang, start, false);
            if ticks.last().is_none_or(|tick| !tick.label.starts_with(&month)) {
                ticks.push(Tick { index, label });
            }
            year = Some(start.year());
        }
        ticks
    }
}

/// Complaints per [`PER`] contacts, where there were contacts.
fn rate_of(counts: Counts) -> Option<f64> {
    (counts.contacts > 0).then(|| PER * counts.complaints as f64 / counts.contacts as f64)
}

const fn side_id(side: Side) -> &'static str {
    match side {
        Side::Before => "action-side-before",
        Side::Across => "action-side-across",
        Side::Since => "action-side-since",
        Side::Past => "action-side-past",
    }
}
