//! Over how many rounds a unit reports (R1b): chosen once a quarter, before any answer of it is counted.
//!
//! A round belongs to the quarter in which it starts. Windows are counted in rounds of the quarter; the
//! number of these is known in advance from the calendar, so that a window's end depends on nothing that
//! happens in it. Rounds that a pause leaves out shorten the last window.

#![expect(clippy::single_range_in_vec_init, reason = "lists of windows, each a range of rounds")]

use std::{collections::HashMap, ops::Range};

use chrono::NaiveDate;
use disclosure::windows::{LastQuarter, UnitWindow, Window, never_shorter_than_above};
use domain::{Period, Resolution, RoundId, UnitId};
use entity::round;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, Value};

use super::rules::Rules;
use crate::counts;
use base::{
    Error, Result,
    db::{all, exists, insert_or},
};
use organisation::Tree;

/// The begun rounds of a quarter, in order.
pub(super) struct Quarter {
    period: Period,
    pub(super) rounds: Vec<round::Model>,
}

impl Quarter {
    /// The quarter in which a round starts.
    pub(super) async fn of(db: &impl ConnectionTrait, starts_on: NaiveDate) -> Result<Self> {
        let period = Period::containing(starts_on, Resolution::Quarter);
        let rounds = round::Entity::find()
            .filter(round::Column::StartsOn.between(period.start(), period.end()))
            .filter(round::Column::State.ne("planned"))
            .order_by_asc(round::Column::StartsOn)
            .all(db)
            .await?;
        Ok(Self { period, rounds })
    }

    /// First day.
    pub(super) fn start(&self) -> NaiveDate {
        self.period.start()
    }

    /// Rounds that the quarter has when they follow its first one without a pause.
    fn expected(&self) -> u32 {
        let Some(first) = self.rounds.first() else { return 0 };
        let length = (first.ends_on - first.starts_on).num_days() + 1;
        let days = (self.period.end() - first.starts_on).num_days();
        u32::try_from(days / length.max(1) + 1).unwrap_or(1)
    }

    /// Whether the round at this place is the quarter's last by the calendar.
    pub(super) fn is_last(&self, at: usize) -> bool {
        self.rounds.get(at).is_some_and(|round| round.ends_on >= self.period.end())
    }

    /// The quarter of the last round before this one, if that has ended.
    pub(super) async fn former(&self, db: &impl ConnectionTrait) -> Result<Option<Self>> {
        let before = round::Entity::find()
            .filter(round::Column::StartsOn.lt(self.period.start()))
            .filter(round::Column::State.is_in(["released", "voided"]))
            .order_by_desc(round::Column::StartsOn)
            .one(db)
            .await?;
        match before {
            Some(before) => Ok(Some(Self::of(db, before.starts_on).await?)),
            None => Ok(None),
        }
    }

    /// The windows of this length that have ended once the round at `at` has. When the quarter is over, every
    /// window has. Of single rounds only that one: each is released by itself.
    pub(super) fn windows_due(&self, window: Window, at: usize, is_over: bool) -> Vec<Range<usize>> {
        if window == Window::One {
            return vec![at..at + 1];
        }
        let index = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
        let mut windows: Vec<Range<usize>> = window
            .in_quarter(self.expected())
            .into_iter()
            .map(|range| index(range.start)..index(range.end))
            .filter(|range| range.start <= at)
            .collect();
        // The last window takes in rounds that were not expected, and ends with the quarter.
        if let Some(last) = windows.last_mut() {
            if is_over {
                last.end = at + 1;
            } else if last.end > at + 1 || last.end >= index(self.expected()) {
                windows.pop();
            }
        }
        windows
    }
}

/// Chooses the windows of the quarter in which `round` starts, for units that have none yet: from the rosters of
/// its first day and from what was shown in the quarter before. Called when the round opens, so that the choice
/// knows nothing of its answers.
///
/// # Errors
/// When the database refuses.
pub async fn choose(
    db: &impl ConnectionTrait,
    round: RoundId,
    starts_on: NaiveDate,
    rules: &Rules,
) -> Result<()> {
    let quarter = Period::containing(starts_on, Resolution::Quarter).start();
    let chosen = windows(db, quarter).await?;
    let tree = Tree::as_of(db, starts_on).await?;
    if tree.iter().all(|unit| chosen.contains_key(&unit.id)) {
        return Ok(());
    }
    // A quarter whose first rounds were released without windows goes on without.
    let is_under_way = chosen.is_empty()
        && exists(
            db,
            "SELECT 1 AS one FROM round WHERE state = 'released' AND starts_on >= $1 AND starts_on < $2 LIMIT 1",
            [quarter.into(), starts_on.into()],
        )
        .await?;
    let roster = by_unit(
        db,
        &tree,
        "SELECT unit_id, COUNT(*) AS n FROM roll WHERE round_id = $1 GROUP BY unit_id",
        round.into(),
    )
    .await?;
    let people = |unit: UnitId| u32::try_from(roster.get(&unit).copied().unwrap_or(0)).unwrap_or(u32::MAX);
    let last = last_quarter(db, quarter).await?;
    let own = |unit: UnitId| match chosen.get(&unit) {
        Some(chosen) => chosen.window,
        None if is_under_way => Some(Window::One),
        None => Window::choose(people(unit), last.get(&unit).copied(), rules.every_round_from, rules.k),
    };
    let units: Vec<UnitWindow<UnitId>> = tree
        .iter()
        .map(|unit| UnitWindow { id: unit.id, parent: unit.parent_id, own: own(unit.id) })
        .collect();
    let windows = never_shorter_than_above(&units).map_err(|error| Error::Internal(error.to_string()))?;
    let rows: Vec<[Value; 4]> = units
        .iter()
        .zip(windows)
        .filter(|(unit, _)| !chosen.contains_key(&unit.id))
        .map(|(unit, window)| {
            let rounds = window.and_then(|window| i16::try_from(window.rounds()).ok());
            [quarter.into(), unit.id.into(), rounds.into(), i64::from(people(unit.id)).into()]
        })
        .collect();
    let into = "quarter_window (quarter, unit_id, rounds, roster)";
    Ok(insert_or(db, into, rows, "ON CONFLICT DO NOTHING").await?)
}

/// How many figures of a unit's core questions were shown in a quarter, and how many could have been.
#[derive(FromQueryResult)]
struct ShownInQuarter {
    unit_id: UnitId,
    shown: i64,
    due: i64,
}

/// What became of each unit's figures in the quarter before the one that begins on this day. Those still to be
/// released are left out.
async fn last_quarter(db: &impl ConnectionTrait, quarter: NaiveDate) -> Result<HashMap<UnitId, LastQuarter>> {
    let Some(day_before) = quarter.pred_opt() else { return Ok(HashMap::new()) };
    let before = Period::containing(day_before, Resolution::Quarter);
    let windows = windows(db, before.start()).await?;
    let figures: Vec<ShownInQuarter> = all(
        db,
        "SELECT unit_id, COUNT(*) AS due,
                COUNT(CASE WHEN released_figure.state IN ('published', 'held') THEN 1 END) AS shown
         FROM released_figure JOIN round ON round.id = released_figure.round_id
         WHERE round.state = 'released' AND round.starts_on BETWEEN $1 AND $2
           AND measure IN ('strain', 'satisfaction') AND released_figure.state <> 'no_data'
         GROUP BY unit_id",
        [before.start().into(), before.end().into()],
    )
    .await?;
    let count = |figures: i64| u32::try_from(figures).unwrap_or(u32::MAX);
    let figures: HashMap<UnitId, (u32, u32)> =
        figures.into_iter().map(|unit| (unit.unit_id, (count(unit.shown), count(unit.due)))).collect();
    let last = |(unit, chosen): (UnitId, Chosen)| {
        let (shown, due) = figures.get(&unit).copied().unwrap_or_default();
        Some((unit, LastQuarter { window: chosen.window?, shown, due }))
    };
    Ok(windows.into_iter().filter_map(last).collect())
}

/// What was chosen for a unit and a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chosen {
    /// None for a unit that does not report.
    pub(crate) window: Option<Window>,
    /// People of the unit and everything below when the window was chosen. None for windows of earlier versions.
    pub(crate) roster: Option<u64>,
}

/// A window as it is stored; none where the unit does not report.
#[derive(FromQueryResult)]
struct StoredWindow {
    unit_id: UnitId,
    rounds: Option<i16>,
    roster: Option<i32>,
}

impl StoredWindow {
    fn chosen(&self) -> Result<Chosen> {
        let known = |rounds: i16| {
            u32::try_from(rounds)
                .ok()
                .and_then(Window::of_rounds)
                .ok_or_else(|| Error::stored("quarter_window.rounds", &rounds.to_string()))
        };
        let people = |roster: i32| {
            u64::try_from(roster).map_err(|_| Error::stored("quarter_window.roster", &roster.to_string()))
        };
        Ok(Chosen {
            window: self.rounds.map(known).transpose()?,
            roster: self.roster.map(people).transpose()?,
        })
    }
}

/// What was chosen for a quarter, by unit.
pub(crate) async fn windows(
    db: &impl ConnectionTrait,
    quarter: NaiveDate,
) -> Result<HashMap<UnitId, Chosen>> {
    let sql = "SELECT unit_id, rounds, roster FROM quarter_window WHERE quarter = $1";
    let stored: Vec<StoredWindow> = all(db, sql, [quarter.into()]).await?;
    stored.into_iter().map(|stored| Ok((stored.unit_id, stored.chosen()?))).collect()
}

/// Counts of units with everything below them added.
async fn by_unit(
    db: &impl ConnectionTrait,
    tree: &Tree,
    sql: &str,
    parameter: Value,
) -> Result<HashMap<UnitId, u64>> {
    let mut sums: HashMap<UnitId, u64> = HashMap::new();
    for (unit, count) in counts::by_unit(db, sql, [parameter]).await? {
        for unit in tree.ancestors(unit) {
            *sums.entry(unit).or_default() += u64::from(count);
        }
    }
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Weekly rounds of the fourth quarter of 2026, from its first Monday.
    fn quarter(rounds: u64, weeks: u64) -> Quarter {
        let first = day("2026-10-05");
        let rounds = (0..rounds)
            .map(|place| {
                let starts_on = first + chrono::Days::new(7 * weeks * place);
                round::Model {
                    id: RoundId::new(i64::try_from(place).unwrap()),
                    number: 1,
                    starts_on,
                    ends_on: starts_on + chrono::Days::new(7 * weeks - 1),
                    state: "closed".to_owned(),
                    bank: String::new(),
                    purpose: String::new(),
                    discussed_on: first,
                    review_on: first,
                    released_on: None,
                    mails: 0,
                    void_reason: None,
                    voided_on: None,
                }
            })
            .collect();
        Quarter { period: Period::containing(first, Resolution::Quarter), rounds }
    }

    /// The window that ends with each round, where one does.
    fn ends(quarter: &Quarter, window: Window) -> Vec<Range<usize>> {
        let mut ends = Vec::new();
        for at in 0..quarter.rounds.len() {
            let due = quarter.windows_due(window, at, quarter.is_last(at));
            ends.extend(due.into_iter().filter(|range| range.end == at + 1));
        }
        ends
    }

    #[test]
    fn windows_follow_the_rounds_of_the_quarter() {
        let whole = quarter(13, 1);
        assert_eq!(whole.expected(), 13);
        assert_eq!(ends(&whole, Window::One).len(), 13);
        assert_eq!(ends(&whole, Window::Third), [0..4, 4..8, 8..13]);
        assert_eq!(ends(&whole, Window::Quarter), [0..13]);
        let two_weeks = quarter(7, 2);
        assert_eq!(ends(&two_weeks, Window::Third), [0..2, 2..4, 4..7]);
        assert_eq!(ends(&two_weeks, Window::Quarter), [0..7]);
    }

    #[test]
    fn a_quarter_that_ends_in_a_pause_closes_its_windows_with_the_last_round_there_was() {
        let short = quarter(11, 1);
        assert_eq!(ends(&short, Window::Third), [0..4, 4..8]);
        assert_eq!(short.windows_due(Window::Third, 10, true), [0..4, 4..8, 8..11]);
        assert_eq!(short.windows_due(Window::Quarter, 10, true), [0..11]);
        assert_eq!(quarter(6, 1).windows_due(Window::Third, 5, true), [0..4, 4..6]);
    }

    #[test]
    fn a_window_of_an_unknown_length_or_roster_is_an_error_and_not_a_unit_that_never_reports() {
        let chosen = |rounds, roster| {
            StoredWindow { unit_id: UnitId::new(1), rounds, roster }
                .chosen()
                .map_err(|error| error.to_string())
        };
        assert_eq!(chosen(None, None), Ok(Chosen { window: None, roster: None }));
        assert_eq!(chosen(Some(4), Some(9)), Ok(Chosen { window: Some(Window::Third), roster: Some(9) }));
        let unknown = |place: &str, word: i32| {
            Err(format!("{place} holds \"{word}\", which this version does not know"))
        };
        for rounds in [2, -4] {
            assert_eq!(chosen(Some(rounds), None), unknown("quarter_window.rounds", rounds.into()));
        }
        assert_eq!(chosen(Some(1), Some(-1)), unknown("quarter_window.roster", -1));
    }

    #[test]
    fn rounds_beyond_those_expected_join_the_last_window() {
        let mut longer = quarter(13, 1);
        longer.rounds.extend(quarter(13, 1).rounds.into_iter().take(2));
        assert_eq!(longer.windows_due(Window::One, 12, false), std::slice::from_ref(&(12..13)));
        assert_eq!(longer.windows_due(Window::Third, 13, false), [0..4, 4..8]);
        assert_eq!(longer.windows_due(Window::Third, 14, true), [0..4, 4..8, 8..15]);
    }
}
