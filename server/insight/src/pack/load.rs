//! Two quarters as the database holds them: a handful of statements, whatever the number of units.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Period, RoundId, UnitId,
    insight::{
        figures::{CellState, Measure},
        pack::{OwnStatement, State},
    },
    staff::bank::{Item, items_of_round},
};
use report::review::{Input, LedgerRow, RoundInput, SeriesInput, UnitInput, Volume};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{cases, tried};
use crate::ledger;
use base::{Result, db};
use organisation::{Organisation, Tree};

/// A round that was released or declared void.
#[derive(FromQueryResult)]
struct RoundRecord {
    id: RoundId,
    number: i64,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    state: String,
    voided_on: Option<NaiveDate>,
}

/// When a unit began elsewhere or began at all.
#[derive(FromQueryResult)]
struct ChangeRecord {
    unit_id: UnitId,
    on_day: NaiveDate,
    old_parent_id: Option<UnitId>,
}

#[derive(FromQueryResult)]
struct WindowRecord {
    quarter: NaiveDate,
    unit_id: UnitId,
    rounds: Option<i16>,
    roster: Option<i32>,
}

#[derive(FromQueryResult)]
struct FigureRecord {
    unit_id: UnitId,
    round_id: RoundId,
    since_round_id: RoundId,
    measure: String,
    state: String,
    value: Option<i32>,
    lower: Option<i32>,
    upper: Option<i32>,
    turnout_band: Option<String>,
    released_on: NaiveDate,
}

#[derive(FromQueryResult)]
struct VolumeRecord {
    unit_id: UnitId,
    round_id: RoundId,
    complaints: i64,
    contacts: i64,
}

#[derive(FromQueryResult)]
struct OwnRecord {
    id: i64,
    en: String,
    nb: String,
    from_on: NaiveDate,
    to_on: Option<NaiveDate>,
}

/// Places of things by their ids.
pub(super) struct Places {
    pub(super) units: HashMap<UnitId, usize>,
    /// Place, number and days of each round.
    rounds: HashMap<RoundId, usize>,
}

/// The quarter and the one before, ready to be made into a pack.
///
/// # Errors
/// When the database refuses, or holds a word that this version does not know.
pub(super) async fn input(
    db: &impl ConnectionTrait,
    organisation: &Organisation,
    quarter: Period,
) -> Result<Input> {
    let before = before(quarter);
    let sql = "SELECT id, number, starts_on, ends_on, state, voided_on FROM round
         WHERE state IN ('released', 'voided') AND starts_on BETWEEN $1 AND $2 ORDER BY starts_on";
    let rounds: Vec<RoundRecord> = db::all(db, sql, [before.start().into(), quarter.end().into()]).await?;
    let own = own_statements(db).await?;
    let tree = Tree::as_of(db, quarter.end()).await?;
    let (units, places) = units(db, &tree, &rounds, before, quarter).await?;
    let dated: Option<NaiveDate> = db::value(
        db,
        "SELECT MAX(released_on) AS day FROM round WHERE state = 'released' AND starts_on BETWEEN $1 AND $2",
        [quarter.start().into(), quarter.end().into()],
    )
    .await?;
    let mut input = Input {
        organisation: organisation.name.clone(),
        quarter: quarter.to_string(),
        previous: before.to_string(),
        dated: dated.map(|day| day.to_string()).unwrap_or_default(),
        rounds: rounds.iter().map(|round| round_of(round, &own, quarter)).collect(),
        ledger: figures(db, &rounds, &units, &places, before, quarter).await?,
        volume: volume(db, &rounds, &places, before, quarter).await?,
        is_summed: true,
        clocks: Vec::new(),
        counted: Vec::new(),
        actions: tried::actions(db, &places, quarter).await?,
        own: own
            .into_iter()
            .map(|own| (OwnStatement { number: own.id, en: own.en, nb: own.nb }, None))
            .collect(),
        units,
    };
    cases::load(db, organisation, quarter, &places, &mut input).await?;
    Ok(input)
}

/// The quarter before.
pub(super) fn before(quarter: Period) -> Period {
    let day = quarter.start().pred_opt().unwrap_or_else(|| quarter.start());
    Period::containing(day, quarter.resolution())
}

async fn own_statements(db: &impl ConnectionTrait) -> Result<Vec<OwnRecord>> {
    Ok(db::all(db, "SELECT id, en, nb, from_on, to_on FROM own_item ORDER BY id", []).await?)
}

fn round_of(round: &RoundRecord, own: &[OwnRecord], quarter: Period) -> RoundInput {
    let is_asked = |own: &&OwnRecord| {
        own.from_on <= round.starts_on && own.to_on.is_none_or(|last| round.starts_on <= last)
    };
    let bank = items_of_round(round.number).into_iter().filter(|item| !Item::CORE.contains(item));
    let own = own.iter().filter(is_asked).map(|own| Item::Own(own.id));
    RoundInput {
        n: round.number,
        starts: round.starts_on.to_string(),
        is_now: round.starts_on >= quarter.start(),
        is_void: round.state == "voided",
        items: bank.chain(own).map(Measure::Score).collect(),
    }
}

/// Units that were there in either quarter, in tree order, with where they hung round by round.
async fn units(
    db: &impl ConnectionTrait,
    tree: &Tree,
    rounds: &[RoundRecord],
    before: Period,
    quarter: Period,
) -> Result<(Vec<UnitInput>, Places)> {
    let order: Vec<UnitId> =
        tree.root().map(|root| tree.below(&[root])).unwrap_or_default().iter().map(|u| u.id).collect();
    let order: Vec<UnitId> = order
        .into_iter()
        .filter(|id| tree.get(*id).is_some_and(|unit| unit.closed_on.is_none_or(|day| day > before.start())))
        .collect();
    let places: HashMap<UnitId, usize> = order.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let sql = "SELECT unit_id, on_day, old_parent_id FROM unit_change
         WHERE change = 'moved' AND on_day > $1 AND on_day <= $2 ORDER BY on_day, id";
    let mut moves: HashMap<UnitId, Vec<ChangeRecord>> = HashMap::new();
    let changes: Vec<ChangeRecord> = db::all(db, sql, [before.start().into(), quarter.end().into()]).await?;
    for change in changes {
        moves.entry(change.unit_id).or_default().push(change);
    }
    let sql = "SELECT quarter, unit_id, rounds, roster FROM quarter_window WHERE quarter IN ($1, $2)";
    let windows: Vec<WindowRecord> =
        db::all(db, sql, [before.start().into(), quarter.start().into()]).await?;
    let mut chosen: HashMap<UnitId, [Option<WindowRecord>; 2]> = HashMap::new();
    for window in windows {
        let is_now = usize::from(window.quarter == quarter.start());
        let unit = window.unit_id;
        chosen.entry(unit).or_default()[is_now] = Some(window);
    }
    let first_round =
        |day: NaiveDate| rounds.iter().find(|round| round.starts_on >= day).map(|round| round.number);
    let units = order
        .iter()
        .filter_map(|id| tree.get(*id))
        .map(|unit| {
            let from = unit.opened_on.map_or(rounds.first().map(|round| round.number), first_round);
            let last =
                rounds.iter().rfind(|round| unit.closed_on.is_none_or(|closed| round.starts_on < closed));
            let series = match from.zip(last.map(|round| round.number)) {
                Some((from, to)) => series(
                    unit.parent_id,
                    moves.get(&unit.id).map_or(&[], Vec::as_slice),
                    from,
                    to,
                    &places,
                    &first_round,
                ),
                None => Vec::new(),
            };
            let window = chosen.remove(&unit.id).unwrap_or_default();
            let people = |window: &Option<WindowRecord>| window.as_ref()?.roster?.try_into().ok();
            let length = |window: &Option<WindowRecord>| window.as_ref()?.rounds?.try_into().ok();
            UnitInput {
                id: unit.id.to_string(),
                number: unit.external_id.clone(),
                name: unit.name.clone(),
                kind: unit.kind.name().to_owned(),
                series,
                roster: [people(&window[0]), people(&window[1])],
                window: [length(&window[0]), length(&window[1])],
            }
        })
        .collect();
    let rounds = rounds.iter().enumerate().map(|(place, round)| (round.id, place)).collect();
    Ok((units, Places { units: places, rounds }))
}

/// Where a unit hung, from its first round to its last; a move begins a new series with the first round after it.
fn series(
    parent: Option<UnitId>,
    moves: &[ChangeRecord],
    from: i64,
    to: i64,
    places: &HashMap<UnitId, usize>,
    first_round: &impl Fn(NaiveDate) -> Option<i64>,
) -> Vec<SeriesInput> {
    let place = |id: Option<UnitId>| id.and_then(|id| places.get(&id)).copied();
    let mut found: Vec<SeriesInput> = Vec::new();
    let mut start = from;
    for change in moves {
        let Some(next) = first_round(change.on_day).filter(|next| *next > start && *next <= to) else {
            continue;
        };
        let number = u32::try_from(found.len() + 1).unwrap_or(u32::MAX);
        found.push(SeriesInput {
            series: number,
            parent: place(change.old_parent_id),
            from: start,
            to: next - 1,
        });
        start = next;
    }
    let number = u32::try_from(found.len() + 1).unwrap_or(u32::MAX);
    found.push(SeriesInput { series: number, parent: place(parent), from: start, to });
    found
}

/// The series that a unit was in at a round.
pub(super) fn series_at(unit: &UnitInput, round: i64) -> Option<u32> {
    unit.series.iter().find(|own| (own.from..=own.to).contains(&round)).map(|own| own.series)
}

async fn figures(
    db: &impl ConnectionTrait,
    rounds: &[RoundRecord],
    units: &[UnitInput],
    places: &Places,
    before: Period,
    quarter: Period,
) -> Result<Vec<LedgerRow>> {
    let sql = "SELECT released_figure.unit_id, released_figure.round_id, released_figure.since_round_id,
             released_figure.measure, released_figure.state, released_figure.value, released_figure.lower,
             released_figure.upper, released_figure.turnout_band, released_figure.released_on
         FROM round JOIN released_figure ON released_figure.round_id = round.id
         WHERE round.state IN ('released', 'voided') AND round.starts_on BETWEEN $1 AND $2";
    let records: Vec<FigureRecord> = db::all(db, sql, [before.start().into(), quarter.end().into()]).await?;
    let mut known: HashMap<String, Measure> = HashMap::new();
    let mut rows = Vec::with_capacity(records.len());
    for record in records {
        let Some(unit) = places.units.get(&record.unit_id).copied() else { continue };
        let Some(last) = places.rounds.get(&record.round_id).copied() else { continue };
        // A window that began before these quarters has no place in either.
        let Some(first) = places.rounds.get(&record.since_round_id).copied() else { continue };
        let measure = match known.get(&record.measure) {
            Some(measure) => *measure,
            None => {
                let measure = ledger::measure(&record.measure)?;
                known.insert(record.measure.clone(), measure);
                measure
            }
        };
        let is_void = rounds
            .get(first..=last)
            .into_iter()
            .flatten()
            .any(|round| round.voided_on.is_some_and(|voided| voided >= record.released_on));
        let state = match (is_void, ledger::state(&record.state)?) {
            (_, CellState::NoData) => continue,
            (true, _) => State::Void,
            (false, CellState::Published) => State::Published,
            (false, CellState::Hidden | CellState::Held) => State::Hidden,
        };
        let round = rounds.get(last).map_or(0, |round| round.number);
        let Some(series) = units.get(unit).and_then(|unit| series_at(unit, round)) else { continue };
        let band = match measure {
            Measure::ResponseRate => band(record.lower, record.upper).or(record.turnout_band),
            _ => record.turnout_band,
        };
        rows.push(LedgerRow {
            unit,
            series,
            first_round: rounds.get(first).map_or(0, |round| round.number),
            last_round: round,
            measure,
            state,
            value: record.value,
            lower: record.lower,
            upper: record.upper,
            band,
        });
    }
    Ok(rows)
}

/// The band of a share that answered, of units whose share is not printed in tens.
fn band(lower: Option<i32>, upper: Option<i32>) -> Option<String> {
    let word = match lower.zip(upper)? {
        (lower, upper) if lower == upper => return None,
        (0, _) => "low",
        (_, 100) => "high",
        _ => "middle",
    };
    Some(word.to_owned())
}

async fn volume(
    db: &impl ConnectionTrait,
    rounds: &[RoundRecord],
    places: &Places,
    before: Period,
    quarter: Period,
) -> Result<Vec<Volume>> {
    let Some(last) = rounds.iter().map(|round| round.ends_on).max() else { return Ok(Vec::new()) };
    let sql = "SELECT voice_rollup.unit_id, round.id AS round_id,
             CAST(SUM(voice_rollup.complaints) AS BIGINT) AS complaints,
             CAST(SUM(voice_rollup.contacts) AS BIGINT) AS contacts
         FROM voice_rollup
         JOIN round ON voice_rollup.period_start BETWEEN round.starts_on AND round.ends_on
         WHERE voice_rollup.resolution IN ('day', 'week') AND voice_rollup.period_start BETWEEN $1 AND $3
             AND round.state IN ('released', 'voided') AND round.starts_on BETWEEN $1 AND $2
         GROUP BY voice_rollup.unit_id, round.id";
    let values = [before.start().into(), quarter.end().into(), last.into()];
    let records: Vec<VolumeRecord> = db::all(db, sql, values).await?;
    let of = |record: VolumeRecord| {
        let place = *places.rounds.get(&record.round_id)?;
        Some(Volume {
            unit: *places.units.get(&record.unit_id)?,
            round: rounds.get(place)?.number,
            contacts: record.contacts,
            complaints: record.complaints,
        })
    };
    Ok(records.into_iter().filter_map(of).collect())
}
