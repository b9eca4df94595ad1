//! Writing to the ledger, and what becomes of a round's rows once it is released.

use std::collections::HashMap;

use chrono::NaiveDate;
use disclosure::{RULE_VERSION, windows::Window};
use domain::{
    RoundId, UnitId,
    insight::figures::{CellState, Measure},
};
use entity::round;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use sha2::{Digest, Sha256};

use super::{count::Covered, rules::Rules};
use crate::counts::by_unit;
use base::{
    Error, Result,
    db::{all, execute, exists, insert},
    tokens::hex,
};

/// A figure as it is printed: its value and, where it has one, its interval or band.
pub(super) type Figure = (i32, Option<(i32, i32)>);

/// A cell of the ledger.
pub(super) struct Cell {
    pub(super) unit: UnitId,
    pub(super) measure: Measure,
    pub(super) state: CellState,
    /// Whether no change may be told between the figure before and this one.
    pub(super) breaks: bool,
    pub(super) figure: Option<Figure>,
    pub(super) turnout: Option<String>,
}

/// Writes what a span of rounds shows, under the last one that counts.
pub(super) async fn write(
    db: &impl ConnectionTrait,
    (first, last): (&round::Model, &round::Model),
    rules: &Rules,
    digest: &str,
    cells: &[Cell],
    today: NaiveDate,
) -> Result<()> {
    let parameters = hex(&Sha256::digest(rules.canonical().as_bytes()));
    let rows = cells.iter().map(|cell| -> [Value; 14] {
        [
            cell.unit.into(),
            cell.measure.name().into_owned().into(),
            last.id.into(),
            first.id.into(),
            cell.state.name().into(),
            cell.breaks.into(),
            cell.figure.map(|figure| figure.0).into(),
            cell.figure.and_then(|figure| figure.1).map(|ends| ends.0).into(),
            cell.figure.and_then(|figure| figure.1).map(|ends| ends.1).into(),
            cell.turnout.clone().into(),
            RULE_VERSION.into(),
            parameters.as_str().into(),
            digest.into(),
            today.into(),
        ]
    });
    let into = "released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value,
             lower, upper, turnout_band, rule_version, params_hash, input_digest, released_on)";
    Ok(insert(db, into, rows.collect()).await?)
}

/// From which round to which a figure speaks.
#[derive(FromQueryResult)]
struct FigureSpan {
    unit_id: UnitId,
    measure: String,
    since_round_id: RoundId,
    round_id: RoundId,
}

/// The figures that lie in these rounds, by measure. Those kept back count too: they were decided like the
/// others, and taking them as known protects more.
pub(super) async fn covered(
    db: &impl ConnectionTrait,
    rounds: &[round::Model],
) -> Result<HashMap<String, Covered>> {
    let mut covered: HashMap<String, Covered> = HashMap::new();
    if rounds.len() < 2 {
        return Ok(covered);
    }
    let places: HashMap<RoundId, usize> =
        rounds.iter().enumerate().map(|(place, round)| (round.id, place)).collect();
    let ids: Vec<String> = rounds.iter().map(|round| round.id.to_string()).collect();
    let sql = format!(
        "SELECT unit_id, measure, since_round_id, round_id FROM released_figure
         WHERE state IN ('published', 'held') AND round_id IN ({})",
        ids.join(", ")
    );
    for span in all::<FigureSpan>(db, &sql, []).await? {
        let place = |id: RoundId| places.get(&id).copied().unwrap_or(0);
        let (since, until) = (place(span.since_round_id), place(span.round_id));
        let figures = covered
            .entry(span.measure)
            .or_default()
            .entry(span.unit_id)
            .or_insert_with(|| vec![None; rounds.len()]);
        for figure in figures.iter_mut().take(until + 1).skip(since) {
            *figure = u32::try_from(since).ok();
        }
    }
    Ok(covered)
}

/// Whether the figures of a window, from the first of its rounds to the last, were written.
pub(super) async fn is_written(
    db: &impl ConnectionTrait,
    (first, last): (&round::Model, &round::Model),
    window: Window,
    quarter: NaiveDate,
) -> Result<bool> {
    if window == Window::One {
        return Ok(false);
    }
    let is_written = exists(
        db,
        "SELECT 1 AS one FROM released_figure
         JOIN quarter_window ON quarter_window.unit_id = released_figure.unit_id AND quarter_window.quarter = $1
         WHERE quarter_window.rounds = $2 AND released_figure.since_round_id = $3
           AND released_figure.round_id = $4 LIMIT 1",
        [quarter.into(), i64::from(window.rounds()).into(), first.id.into(), last.id.into()],
    )
    .await?;
    Ok(is_written)
}

/// In how many of these rounds, by their ids with commas between, each unit had a figure of that round alone.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn rounds_shown(db: &impl ConnectionTrait, ids: &str) -> Result<HashMap<UnitId, u32>> {
    let sql = format!(
        "SELECT unit_id, COUNT(DISTINCT round_id) AS n FROM released_figure
         WHERE state = 'published' AND since_round_id = round_id AND round_id IN ({ids}) GROUP BY unit_id"
    );
    by_unit(db, &sql, []).await
}

/// Codes and personal links of a round that is over.
pub(super) async fn forget_ways_in(db: &impl ConnectionTrait, round: &round::Model) -> Result<()> {
    for table in ["kiosk_code", "code_sheet", "check_in_link"] {
        execute(db, &format!("DELETE FROM {table} WHERE round_id = $1"), [round.id.into()]).await?;
    }
    Ok(())
}

/// A figure that was published.
#[derive(FromQueryResult)]
struct Published {
    unit_id: UnitId,
    measure: String,
    value: i32,
    lower: Option<i32>,
    upper: Option<i32>,
    turnout_band: Option<String>,
}

/// The newest figure of each measure of these units, to carry forward.
pub(super) async fn newest(
    db: &impl ConnectionTrait,
    units: &[UnitId],
) -> Result<HashMap<(UnitId, String), (Figure, Option<String>)>> {
    let mut newest = HashMap::new();
    for chunk in units.chunks(500) {
        let ids: Vec<String> = chunk.iter().map(UnitId::to_string).collect();
        let sql = format!(
            "SELECT released_figure.unit_id, measure, value, lower, upper, turnout_band FROM released_figure
             JOIN round ON round.id = released_figure.round_id
             WHERE released_figure.unit_id IN ({}) AND released_figure.state = 'published'
               AND round.state = 'released' ORDER BY round.starts_on",
            ids.join(", ")
        );
        for Published { unit_id, measure, value, lower, upper, turnout_band } in all(db, &sql, []).await? {
            newest.insert((unit_id, measure), ((value, lower.zip(upper)), turnout_band));
        }
    }
    Ok(newest)
}

/// An error of the release rules: they are given what the database holds.
pub(super) fn contradiction(error: impl std::fmt::Display) -> Error {
    Error::Internal(format!("the counts contradict each other: {error}"))
}
