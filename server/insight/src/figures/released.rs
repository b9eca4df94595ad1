//! Staff figures of a unit, round by round and brought together by period. All come from the ledger.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::{
    Period, Resolution, UnitId,
    insight::figures::{CellState, Measure, USUAL_MEASURES},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{figures::NONE_VOID, ledger};
use base::{
    Result,
    db::{self, join_ids},
};

/// A staff figure of one period.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct StaffFigure {
    /// Whole points of 0–100; over several rounds, the mean of their released figures.
    pub(super) value: Option<f64>,
    /// Whether there was a round whose figure may not be shown.
    pub(super) is_hidden: bool,
    /// An earlier figure carried forward, where there is no new one. It stands in the table alone.
    pub(super) held: Option<i32>,
    /// Whether a few people joined or left since the figure before: nothing is said about a change from it.
    pub(super) is_break: bool,
    /// Whether there were rounds and none of them asked for it.
    pub(super) is_not_asked: bool,
}

/// A newest round that was released, for the line above the heading.
pub(super) struct NewestRound {
    pub(super) starts_on: NaiveDate,
    pub(super) released_on: NaiveDate,
    /// Between which shares, in %, the response lies.
    pub(super) response: Option<(i32, i32)>,
    pub(super) turnout: Option<String>,
}

/// A released round of the unit.
pub(super) struct StaffRound {
    pub(super) starts_on: NaiveDate,
    pub(super) released_on: NaiveDate,
    pub(super) cells: BTreeMap<String, StaffCell>,
    pub(super) turnout: Option<String>,
    /// Rounds that the figures speak of.
    pub(super) window: i64,
}

/// A measure of a round.
pub(super) struct StaffCell {
    pub(super) state: CellState,
    pub(super) value: Option<i32>,
    /// Ends of the interval, or of the band of the response.
    pub(super) ends: Option<(i32, i32)>,
    pub(super) breaks: bool,
}

/// A figure as the ledger holds it.
#[derive(FromQueryResult)]
struct Released {
    unit_id: UnitId,
    /// First day of the round at which it stands.
    starts_on: NaiveDate,
    measure: String,
    state: String,
    breaks: bool,
    value: Option<i32>,
    lower: Option<i32>,
    upper: Option<i32>,
    turnout_band: Option<String>,
    released_on: NaiveDate,
    /// Rounds that it speaks of.
    rounds: i64,
}

/// The released rounds of each of these units, oldest first, with these measures and those that every round asks
/// for. A unit without a roster of its own in any round is left out.
pub(super) async fn staff_rounds(
    db: &impl ConnectionTrait,
    units: &[UnitId],
    chosen: &[Measure],
) -> Result<HashMap<UnitId, Vec<StaffRound>>> {
    // Whether the unit has figures at all shows in those that every round asks for.
    let mut names: Vec<String> = vec![Measure::ResponseRate.name().into_owned()];
    names.extend(USUAL_MEASURES.iter().chain(chosen).map(|measure| measure.name().into_owned()));
    names.sort_unstable();
    names.dedup();
    let places: Vec<String> = (0..names.len()).map(|place| format!("${}", place + 1)).collect();
    let released: Vec<Released> = db::all(
        db,
        &format!(
            "SELECT released_figure.unit_id, round.starts_on, released_figure.measure, released_figure.state,
                    released_figure.breaks, released_figure.value, released_figure.lower, released_figure.upper,
                    released_figure.turnout_band, released_figure.released_on,
                    CASE WHEN since_round_id = round_id THEN 1 ELSE
                        (SELECT COUNT(*) FROM round AS part WHERE part.starts_on <= round.starts_on AND part.starts_on >=
                            (SELECT starts_on FROM round AS first WHERE first.id = since_round_id)) END AS rounds
             FROM released_figure JOIN round ON round.id = released_figure.round_id
             WHERE released_figure.unit_id IN ({}) AND {NONE_VOID}
               AND released_figure.measure IN ({})
             ORDER BY round.starts_on",
            join_ids(units),
            places.join(", ")
        ),
        names.into_iter().map(Into::into).collect::<Vec<sea_orm::Value>>(),
    )
    .await?;
    let mut of_units: HashMap<UnitId, BTreeMap<NaiveDate, StaffRound>> = HashMap::new();
    for figure in released {
        let rounds = of_units.entry(figure.unit_id).or_default();
        let round = rounds.entry(figure.starts_on).or_insert(StaffRound {
            starts_on: figure.starts_on,
            released_on: figure.released_on,
            cells: BTreeMap::new(),
            turnout: None,
            window: 1,
        });
        round.window = round.window.max(figure.rounds);
        let state = ledger::state(&figure.state)?;
        let ends = figure.lower.zip(figure.upper);
        let cell = StaffCell { state, value: figure.value, ends, breaks: figure.breaks };
        round.cells.insert(figure.measure, cell);
        round.turnout = round.turnout.take().or(figure.turnout_band);
    }
    // A unit without a roster of its own in any round has no staff panel.
    let has_any = |rounds: &BTreeMap<NaiveDate, StaffRound>| {
        rounds.values().any(|round| round.cells.values().any(|cell| cell.state != CellState::NoData))
    };
    of_units.retain(|_, rounds| has_any(rounds));
    Ok(of_units.into_iter().map(|(unit, rounds)| (unit, rounds.into_values().collect())).collect())
}

/// Figures of the measures of a period, and the turnout of its last round.
pub(super) type StaffPeriod = (Vec<StaffFigure>, Option<String>);

pub(super) fn staff_by_period(
    rounds: &[StaffRound],
    chosen: &[Measure],
    resolution: Resolution,
) -> BTreeMap<NaiveDate, StaffPeriod> {
    let mut groups: BTreeMap<NaiveDate, Vec<&StaffRound>> = BTreeMap::new();
    for round in rounds {
        groups.entry(Period::containing(round.starts_on, resolution).start()).or_default().push(round);
    }
    groups
        .into_iter()
        .map(|(start, rounds)| {
            let figures = chosen.iter().map(|measure| mean(&rounds, *measure)).collect();
            (start, (figures, rounds.iter().rev().find_map(|round| round.turnout.clone())))
        })
        .collect()
}

/// The mean of the released figures: longer periods never go back to the counts.
fn mean(rounds: &[&StaffRound], measure: Measure) -> StaffFigure {
    let cells: Vec<_> = rounds.iter().filter_map(|round| round.cells.get(&*measure.name())).collect();
    let new = cells.iter().filter(|cell| cell.state == CellState::Published);
    let values: Vec<f64> = new.filter_map(|cell| cell.value).map(f64::from).collect();
    let is_hidden = cells.iter().any(|cell| cell.state == CellState::Hidden);
    let value = (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64);
    let held = cells.iter().rev().find(|cell| cell.state == CellState::Held).and_then(|cell| cell.value);
    StaffFigure {
        value,
        is_hidden: is_hidden && value.is_none(),
        held: held.filter(|_| value.is_none()),
        is_break: cells.iter().any(|cell| cell.breaks),
        is_not_asked: cells.is_empty(),
    }
}
