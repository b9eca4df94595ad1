//! The figures before and after the start of an action: complaints by period, and a measure of the staff by
//! round, both around the same days.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    Period, Resolution, UnitId,
    insight::figures::{CellState, Measure},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use stats::{
    change::{
        self, Change, Figure, MOST, Reason,
        beside::{Series, of_rate_beside},
    },
    spc::Count,
};

use crate::{figures::NONE_VOID, ledger};
use base::{Result, db};
use customers::rollup::{self, Counts};

/// The days an action can be judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// First day of the action.
    pub(super) start: NaiveDate,
    /// Last day on which it ran; none while it does.
    pub(super) until: Option<NaiveDate>,
    /// Today.
    pub(super) today: NaiveDate,
}

/// Which side of the start a period lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    /// The start lies within it, so that it tells of both.
    Across,
    Since,
    /// After the action ended.
    Past,
}

impl Span {
    /// The side of the days from `first` to `last`.
    pub(super) fn side(&self, first: NaiveDate, last: NaiveDate) -> Side {
        if last < self.start {
            Side::Before
        } else if first < self.start {
            Side::Across
        } else if self.until.is_some_and(|until| last > until) {
            Side::Past
        } else {
            Side::Since
        }
    }
}

/// Complaints and contacts by period.
pub(super) struct Rates {
    /// Length of the periods: weeks where the records allow, else the finest that they do.
    pub(super) resolution: Resolution,
    /// Periods that are over, by their first day.
    pub(super) counts: BTreeMap<NaiveDate, Counts>,
}

impl Rates {
    pub(super) async fn load(db: &impl ConnectionTrait, unit: UnitId, today: NaiveDate) -> Result<Self> {
        let records = rollup::find(db, unit).await?;
        let finest =
            records.iter().filter(|(_, counts)| counts.contacts > 0).map(|(p, _)| p.resolution()).min();
        Ok(Self::of(&records, finest.unwrap_or(Resolution::Week).max(Resolution::Week), today))
    }

    /// The records in periods of this length.
    pub(super) fn of(records: &[(Period, Counts)], resolution: Resolution, today: NaiveDate) -> Self {
        let is_summed = records.iter().any(|(period, _)| period.resolution() < resolution);
        let (counts, _) = rollup::at_resolution(records, resolution);
        // A period that still runs would look like a fall, unless a file gave it as a whole.
        let is_over = |period: Period| period.end() < today || !is_summed;
        let counts = counts.into_iter().filter(|(period, _)| is_over(*period));
        Self { resolution, counts: counts.map(|(period, counts)| (period.start(), counts)).collect() }
    }

    /// First days of the periods on a side.
    fn starts(&self, span: &Span, wanted: Side) -> Vec<NaiveDate> {
        let starts = self.counts.keys().copied();
        starts
            .filter(|start| {
                let period = Period::containing(*start, self.resolution);
                span.side(period.start(), period.end()) == wanted
            })
            .collect()
    }

    /// The counts of these periods; one without a record has no exposure.
    fn counted(&self, starts: &[NaiveDate]) -> Vec<Count> {
        let of = |start: &NaiveDate| self.counts.get(start).copied().unwrap_or_default();
        let count = |c: Counts| Count { count: c.complaints as f64, exposure: c.contacts as f64 };
        starts.iter().map(|start| count(of(start))).collect()
    }

    /// The change of the rate.
    pub(super) fn change(&self, span: &Span) -> std::result::Result<Change, Reason> {
        let on = |side: Side| self.counted(&self.starts(span, side));
        change::of_rate(&on(Side::Before), &on(Side::Since))
    }

    /// The change of the rate beside sister units, and how many of them count; none where too few can.
    pub(super) fn change_beside(&self, span: &Span, sisters: &[Self]) -> Option<(Change, usize)> {
        let (before, after) = (self.starts(span, Side::Before), self.starts(span, Side::Since));
        let series = |rates: &Self| Series { before: rates.counted(&before), after: rates.counted(&after) };
        let sisters: Vec<Series> = sisters.iter().map(series).collect();
        let found = of_rate_beside(&series(self), &sisters).ok()?;
        let counting = found.weights.iter().filter(|weight| **weight > 0.0).count();
        Some((found.change, counting))
    }
}

/// A cell of the ledger.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// First and last day of the rounds it speaks of.
    pub(super) days: (NaiveDate, NaiveDate),
    pub(super) state: CellState,
    pub(super) value: Option<i32>,
}

/// A figure as the ledger holds it.
#[derive(FromQueryResult)]
struct Released {
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    state: String,
    value: Option<i32>,
    /// First day of the oldest round that it speaks of.
    since_on: Option<NaiveDate>,
}

/// A measure of the staff, by round.
pub(super) struct Staff {
    pub(super) measure: Measure,
    /// Oldest first, by the first day of the round at which a cell stands.
    pub(super) cells: BTreeMap<NaiveDate, Cell>,
    /// First days of rounds before which a few people joined or left.
    breaks: Vec<NaiveDate>,
}

impl Staff {
    pub(super) async fn load(db: &impl ConnectionTrait, unit: UnitId, measure: Measure) -> Result<Self> {
        let released: Vec<Released> = db::all(
            db,
            &format!(
                "SELECT round.starts_on, round.ends_on, released_figure.state, released_figure.value,
                        (SELECT starts_on FROM round AS oldest WHERE oldest.id = since_round_id) AS since_on
                 FROM released_figure JOIN round ON round.id = released_figure.round_id
                 WHERE released_figure.unit_id = $1 AND released_figure.measure = $2 AND {NONE_VOID}
                 ORDER BY round.starts_on"
            ),
            [unit.into(), measure.name().into_owned().into()],
        )
        .await?;
        let mut cells = BTreeMap::new();
        for figure in released {
            let cell = Cell {
                days: (figure.since_on.unwrap_or(figure.starts_on), figure.ends_on),
                state: ledger::state(&figure.state)?,
                value: figure.value,
            };
            cells.insert(figure.starts_on, cell);
        }
        // Many items are asked every sixth round, and people can change in any round between.
        let breaks = db::column(
            db,
            "SELECT DISTINCT round.starts_on FROM released_figure JOIN round ON round.id = released_figure.round_id
             WHERE released_figure.unit_id = $1 AND released_figure.breaks ORDER BY round.starts_on",
            [unit.into()],
        )
        .await?;
        Ok(Self { measure, cells, breaks })
    }

    /// Whether the unit has figures of its own: one without a roster has none but empty cells.
    pub(super) fn has_any(&self) -> bool {
        self.cells.values().any(|cell| cell.state != CellState::NoData)
    }

    /// The change of the measure. What is hidden or carried forward counts for nothing.
    pub(super) fn change(&self, span: &Span) -> std::result::Result<Change, Reason> {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let mut last: Option<NaiveDate> = None;
        for (round, cell) in &self.cells {
            let (CellState::Published, Some(value)) = (cell.state, cell.value) else { continue };
            let side = match span.side(cell.days.0, cell.days.1) {
                Side::Before => &mut before,
                Side::Since => &mut after,
                Side::Across | Side::Past => continue,
            };
            let between = |day: &NaiveDate| last.is_some_and(|last| last < *day) && day <= round;
            side.push(Figure { value: f64::from(value), breaks: self.breaks.iter().any(between) });
            last = Some(*round);
        }
        change::of_score(&before, &after)
    }
}

/// The periods around the start that a chart shows: half a year of weeks on either side, as far as there are
/// any, or as many longer periods.
pub(super) fn axis(rates: &Rates, staff: Option<&Staff>, span: &Span) -> Vec<Period> {
    let resolution = rates.resolution;
    let starts = || {
        let rounds = staff.into_iter().flat_map(|staff| staff.cells.keys());
        rates.counts.keys().chain(rounds).map(|day| Period::containing(*day, resolution).start())
    };
    let (Some(first), Some(last)) = (starts().min(), starts().max()) else { return Vec::new() };
    let last = last.max(Period::containing(span.start.min(span.today), resolution).start());
    let mut periods = Vec::new();
    let mut period = Period::containing(first, resolution);
    while period.start() <= last {
        periods.push(period);
        let next = period.next();
        if next == period {
            break;
        }
        period = next;
    }
    let start = periods.iter().position(|period| period.end() >= span.start).unwrap_or(periods.len());
    let from = start.saturating_sub(MOST);
    let to = (start + MOST + 1).min(periods.len());
    periods.drain(from..to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span(until: Option<&str>) -> Span {
        Span { start: day("2026-09-09"), until: until.map(day), today: day("2026-11-21") }
    }

    #[test]
    fn a_period_that_the_start_lies_in_is_on_neither_side() {
        let span = span(Some("2026-10-11"));
        let side = |first, last| span.side(day(first), day(last));
        assert_eq!(side("2026-08-31", "2026-09-06"), Side::Before);
        assert_eq!(side("2026-09-07", "2026-09-13"), Side::Across);
        assert_eq!(side("2026-09-14", "2026-09-20"), Side::Since);
        assert_eq!(side("2026-10-05", "2026-10-11"), Side::Since);
        assert_eq!(side("2026-10-12", "2026-10-18"), Side::Past);
    }

    fn staff(breaks: &[&str]) -> Staff {
        let mut cells = BTreeMap::new();
        for week in 0..20_u64 {
            let first = day("2026-06-29") + chrono::Days::new(7 * week);
            let last = first + chrono::Days::new(6);
            let value = if first < day("2026-09-09") { 40 + i32::from(week % 2 == 0) } else { 50 };
            cells
                .insert(first, Cell { days: (first, last), state: CellState::Published, value: Some(value) });
        }
        Staff { measure: Measure::Strain, cells, breaks: breaks.iter().map(|text| day(text)).collect() }
    }

    #[test]
    fn a_measure_is_compared_without_the_round_of_the_start() {
        let change = staff(&[]).change(&span(None)).unwrap();
        assert_eq!((change.before.periods, change.after.periods), (10, 9));
        assert!((change.estimate - 9.5).abs() < 1e-9, "{change:?}");
    }

    #[test]
    fn a_break_between_two_figures_stands_at_the_later_one_even_if_that_round_asked_something_else() {
        let mut staff = staff(&["2026-09-14"]);
        assert_eq!(staff.change(&span(None)), Err(Reason::Broken));
        // The round of the break itself has no figure: the next one carries it.
        staff.cells.remove(&day("2026-09-14"));
        assert_eq!(staff.change(&span(None)), Err(Reason::Broken));
    }

    #[test]
    fn what_is_hidden_or_carried_forward_is_not_compared() {
        let mut staff = staff(&[]);
        for (place, cell) in staff.cells.values_mut().enumerate() {
            if place % 2 == 0 {
                cell.state = if place % 4 == 0 { CellState::Held } else { CellState::Hidden };
            }
        }
        assert_eq!(staff.change(&span(None)), Err(Reason::TooFewBefore { periods: 5 }));
    }

    #[test]
    fn the_axis_reaches_half_a_year_to_either_side() {
        let week = |n: u64| day("2024-01-01") + chrono::Days::new(7 * n);
        let counts = (0..150).map(|n| (week(n), Counts { complaints: 1, contacts: 9 })).collect();
        let rates = Rates { resolution: Resolution::Week, counts };
        let span = Span { start: week(100), until: None, today: week(150) };
        let axis = axis(&rates, None, &span);
        assert_eq!(axis.len(), 53);
        assert_eq!(axis[26].start(), week(100));
    }
}
