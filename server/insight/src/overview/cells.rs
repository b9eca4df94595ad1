//! One measure of several units over rounds, from the ledger.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Lang, Period, Resolution, RoundId, UnitId, format,
    insight::figures::{CellState, Measure},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{figures::NONE_VOID, ledger};
use base::{
    Result,
    db::{self, join_ids},
};

/// A round that asked for the measure.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(super) struct Column {
    id: RoundId,
    pub(super) starts_on: NaiveDate,
    ends_on: NaiveDate,
}

impl Column {
    /// What the round is called: its week or, where rounds are longer, its first day.
    pub(super) fn name(&self, lang: Lang) -> String {
        if (self.ends_on - self.starts_on).num_days() <= 7 {
            format::period(lang, Period::containing(self.starts_on, Resolution::Week))
        } else {
            format::short_date(lang, self.starts_on)
        }
    }
}

/// A figure of the ledger, over one column or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// The first column it speaks of; later than its first round where that lies before all columns.
    pub(super) first: usize,
    /// The last one.
    pub(super) last: usize,
    pub(super) state: CellState,
    /// 0–100; only of those shown.
    pub(super) value: Option<i32>,
}

/// What the ledger holds of a measure.
#[derive(Debug, Default)]
pub(super) struct Cells {
    /// Oldest first.
    pub(super) columns: Vec<Column>,
    /// By unit, oldest first and without overlap.
    pub(super) rows: HashMap<UnitId, Vec<Cell>>,
}

/// A figure as the ledger holds it.
#[derive(FromQueryResult)]
struct Released {
    unit_id: UnitId,
    round_id: RoundId,
    state: String,
    value: Option<i32>,
    /// First day of the oldest round that it speaks of.
    since_on: NaiveDate,
}

/// The last `most` rounds in which the ledger has the measure for any of these units.
///
/// # Errors
/// When the database refuses.
pub(super) async fn load(
    db: &impl ConnectionTrait,
    units: &[UnitId],
    measure: Measure,
    most: usize,
) -> Result<Cells> {
    let columns = columns(db, units, measure, most).await?;
    let rounds: Vec<RoundId> = columns.iter().map(|column| column.id).collect();
    let sql = format!(
        "SELECT released_figure.unit_id, released_figure.round_id, released_figure.state, released_figure.value,
                since.starts_on AS since_on
         FROM released_figure JOIN round ON round.id = released_figure.round_id
         JOIN round AS since ON since.id = released_figure.since_round_id
         WHERE released_figure.unit_id IN ({}) AND released_figure.measure = $1
           AND released_figure.round_id IN ({}) AND {NONE_VOID}",
        join_ids(units),
        join_ids(&rounds)
    );
    let places: HashMap<RoundId, usize> = rounds.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let mut rows: HashMap<UnitId, Vec<Cell>> = HashMap::new();
    let released: Vec<Released> = db::all(db, &sql, [measure.name().into_owned().into()]).await?;
    for figure in released {
        let Some(&last) = places.get(&figure.round_id) else { continue };
        let first = columns.iter().position(|column| column.starts_on >= figure.since_on);
        let first = first.unwrap_or(last).min(last);
        let state = ledger::state(&figure.state)?;
        let cell = Cell { first, last, state, value: figure.value.filter(|_| state.is_shown()) };
        rows.entry(figure.unit_id).or_default().push(cell);
    }
    for cells in rows.values_mut() {
        part(cells);
    }
    Ok(Cells { columns, rows })
}

/// Brings a row into order; where a longer figure reaches over an earlier one, the earlier one keeps its place.
fn part(cells: &mut [Cell]) {
    cells.sort_by_key(|cell| cell.last);
    let mut free = 0;
    for cell in cells {
        cell.first = cell.first.max(free).min(cell.last);
        free = cell.last + 1;
    }
}

async fn columns(
    db: &impl ConnectionTrait,
    units: &[UnitId],
    measure: Measure,
    most: usize,
) -> Result<Vec<Column>> {
    // A round is in it when any unit has a row, so that measures that take turns have no empty columns.
    let sql = format!(
        "SELECT id, starts_on, ends_on FROM round WHERE state = 'released' AND id IN (
             SELECT round_id FROM released_figure WHERE unit_id IN ({}) AND measure = $1)
         ORDER BY starts_on DESC LIMIT $2",
        join_ids(units)
    );
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let values = [measure.name().into_owned().into(), most.into()];
    let mut columns: Vec<Column> = db::all(db, &sql, values).await?;
    columns.reverse();
    Ok(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_figure_leaves_earlier_ones_their_place() {
        let cell = |first, last| Cell { first, last, state: CellState::Published, value: Some(1) };
        let mut cells = [cell(0, 3), cell(1, 1), cell(4, 4)];
        part(&mut cells);
        assert_eq!(cells.map(|cell| (cell.first, cell.last)), [(1, 1), (2, 3), (4, 4)]);
    }
}
