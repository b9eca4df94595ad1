//! The numbers behind a trend: ledger and roll-up brought onto one time axis, with control limits.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::{
    Period, Problem, Resolution,
    figures::{CellState, Measure},
    unit::UnitItem,
};
use sea_orm::ConnectionTrait;
use stats::spc::{self, Chart, Count, Kind};

use crate::{
    Error, Result,
    db::{join_ids, query_all},
    figures::NONE_VOID,
    organisation::Tree,
    voice::{self, Counts},
};

/// Complaint rates are shown per this many contacts.
pub(super) const PER: f64 = 1000.0;

/// Periods that a chart shows at most; older ones stay in the data.
const fn most_points(resolution: Resolution) -> usize {
    match resolution {
        Resolution::Day => 120,
        Resolution::Week => 52,
        Resolution::Month => 36,
        Resolution::Quarter => 40,
    }
}

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
}

/// One period.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TrendPoint {
    pub(super) period: Period,
    pub(super) strain: StaffFigure,
    pub(super) satisfaction: StaffFigure,
    /// Turnout band of the last published round.
    pub(super) turnout: Option<String>,
    pub(super) counts: Option<Counts>,
}

impl TrendPoint {
    pub(super) const fn is_drawn(&self) -> bool {
        self.strain.value.is_some() || self.satisfaction.value.is_some() || self.counts.is_some()
    }
}

/// A newest round that was released, for the line above the heading.
pub(super) struct NewestRound {
    pub(super) starts_on: NaiveDate,
    pub(super) released_on: NaiveDate,
    pub(super) response_rate: Option<i32>,
    pub(super) turnout: Option<String>,
}

/// A unit's trend.
pub(super) struct Trend {
    pub(super) today: NaiveDate,
    pub(super) unit: UnitItem,
    pub(super) resolution: Resolution,
    pub(super) offered: Vec<Resolution>,
    pub(super) points: Vec<TrendPoint>,
    pub(super) has_staff: bool,
    pub(super) newest: Option<NewestRound>,
    pub(super) strain: Chart,
    pub(super) satisfaction: Chart,
    /// Complaints per [`PER`] contacts.
    pub(super) rate: Chart,
    /// Records too coarse for this resolution.
    pub(super) left_out: usize,
    /// Whether some records are whole weeks.
    pub(super) has_weeks: bool,
    /// Periods with complaints and no contacts: they have no rate.
    pub(super) without_contacts: usize,
    /// Whether older periods were left out of the chart.
    pub(super) is_cut: bool,
    /// Most rounds that one of the figures speaks of.
    pub(super) longest_window: i64,
}

/// A released round of the unit.
struct StaffRound {
    starts_on: NaiveDate,
    released_on: NaiveDate,
    cells: BTreeMap<String, StaffCell>,
    turnout: Option<String>,
    /// Rounds that the figures speak of.
    window: i64,
}

/// A measure of a round.
struct StaffCell {
    state: CellState,
    value: Option<i32>,
    breaks: bool,
}

impl Trend {
    pub(super) async fn load(
        db: &impl ConnectionTrait,
        tree: &Tree,
        unit: i64,
        wanted: Option<Resolution>,
        today: NaiveDate,
    ) -> Result<Self> {
        let records = voice::find(db, unit).await?;
        let rounds = staff_rounds(db, &[unit]).await?.remove(&unit).unwrap_or_default();
        Self::reckon(tree, unit, &records, &rounds, wanted, today)
    }

    /// Several units at once, each at the finest resolution its data allow: two queries for all of them.
    pub(super) async fn load_many(
        db: &impl ConnectionTrait,
        tree: &Tree,
        units: &[i64],
        today: NaiveDate,
    ) -> Result<Vec<Self>> {
        let records = voice::find_many(db, units).await?;
        let rounds = staff_rounds(db, units).await?;
        let one = |unit: &i64| {
            let (records, rounds) = (records.get(unit), rounds.get(unit));
            let records = records.map(Vec::as_slice).unwrap_or_default();
            Self::reckon(tree, *unit, records, rounds.map(Vec::as_slice).unwrap_or_default(), None, today)
        };
        units.iter().map(one).collect()
    }

    /// The trend that these records and rounds of a unit make.
    fn reckon(
        tree: &Tree,
        unit: i64,
        records: &[(Period, Counts)],
        rounds: &[StaffRound],
        wanted: Option<Resolution>,
        today: NaiveDate,
    ) -> Result<Self> {
        let item = tree.item(unit).ok_or(Problem::NotFound)?;
        let offered = offered(records, !rounds.is_empty());
        let finest = offered.first().copied().unwrap_or(Resolution::Week);
        let resolution = wanted.filter(|r| offered.contains(r)).unwrap_or(finest);
        let (counts, left_out) = voice::at_resolution(records, resolution);
        let is_summed = records.iter().any(|(period, _)| period.resolution() < resolution);
        // A period that still runs would look like a fall, unless the file gave it as a whole.
        let is_complete =
            |period: Period| period.end() < today || !is_summed || resolution == Resolution::Day;
        let counts: BTreeMap<NaiveDate, Counts> =
            counts.into_iter().filter(|(p, _)| is_complete(*p)).map(|(p, c)| (p.start(), c)).collect();
        let staff = staff_by_period(rounds, resolution);
        let (points, is_cut) = timeline(&counts, &staff, resolution);
        let values =
            |pick: fn(&TrendPoint) -> StaffFigure| points.iter().map(|p| pick(p).value).collect::<Vec<_>>();
        let failed = |error: spc::ChartError| Error::Internal(error.to_string());
        let mut strain = spc::xmr(&values(|p| p.strain), true).map_err(failed)?;
        let mut satisfaction = spc::xmr(&values(|p| p.satisfaction), true).map_err(failed)?;
        unmark_beside_breaks(&mut strain, &points, |point| point.strain.is_break);
        unmark_beside_breaks(&mut satisfaction, &points, |point| point.satisfaction.is_break);
        let without_contacts =
            points.iter().filter(|p| p.counts.is_some_and(|c| c.contacts == 0 && c.complaints > 0)).count();
        let exposed: Vec<Option<Count>> = points
            .iter()
            .map(|point| {
                let counts = point.counts.filter(|counts| counts.contacts > 0)?;
                Some(Count { count: counts.complaints as f64, exposure: counts.contacts as f64 })
            })
            .collect();
        let kind = Kind::for_rates(exposed.iter().flatten().count());
        let rate = spc::rates(&exposed, kind).map_err(failed)?.scaled(PER);
        let newest = rounds.last().map(|round| NewestRound {
            starts_on: round.starts_on,
            released_on: round.released_on,
            response_rate: round.cells.get(&*Measure::ResponseRate.name()).and_then(|cell| cell.value),
            turnout: round.turnout.clone(),
        });
        Ok(Self {
            today,
            unit: item,
            resolution,
            offered,
            has_staff: !rounds.is_empty() && resolution > Resolution::Day,
            newest,
            strain,
            satisfaction,
            rate,
            left_out,
            has_weeks: records.iter().any(|(period, _)| period.resolution() == Resolution::Week),
            without_contacts,
            is_cut,
            longest_window: rounds.iter().map(|round| round.window).max().unwrap_or(1),
            points,
        })
    }
}

/// The finest resolution that the data allow, and all coarser ones. Staff figures come by the round, so
/// they allow weeks. Customers' allow what the contacts do: complaints alone, such as one logged at the
/// desk where contacts come by the quarter, make no rate.
fn offered(records: &[(Period, Counts)], has_staff: bool) -> Vec<Resolution> {
    let finest = |is_used: fn(&Counts) -> bool| {
        records.iter().filter(|(_, counts)| is_used(counts)).map(|(period, _)| period.resolution()).min()
    };
    let finest = match finest(|counts| counts.contacts > 0).or(finest(|_| true)) {
        Some(finest) if !has_staff => finest,
        _ => Resolution::Week,
    };
    Resolution::ALL.into_iter().filter(|resolution| *resolution >= finest).collect()
}

/// The released rounds of each of these units, oldest first.
async fn staff_rounds(db: &impl ConnectionTrait, units: &[i64]) -> Result<HashMap<i64, Vec<StaffRound>>> {
    let rows = query_all(
        db,
        &format!(
            "SELECT released_figure.unit_id, round.starts_on, released_figure.measure, released_figure.state, released_figure.breaks,
                    released_figure.value, released_figure.turnout_band, released_figure.released_on,
                    CASE WHEN since_round_id = round_id THEN 1 ELSE
                        (SELECT COUNT(*) FROM round AS part WHERE part.starts_on <= round.starts_on AND part.starts_on >=
                            (SELECT starts_on FROM round AS first WHERE first.id = since_round_id)) END AS rounds
             FROM released_figure JOIN round ON round.id = released_figure.round_id
             WHERE released_figure.unit_id IN ({}) AND {NONE_VOID}
               AND released_figure.measure IN ('strain', 'satisfaction', 'response_rate')
             ORDER BY round.starts_on",
            join_ids(units)
        ),
        [],
    )
    .await?;
    let mut of_units: HashMap<i64, BTreeMap<NaiveDate, StaffRound>> = HashMap::new();
    for row in rows {
        let starts_on = row.try_get("", "starts_on")?;
        let rounds = of_units.entry(row.try_get("", "unit_id")?).or_default();
        let round = rounds.entry(starts_on).or_insert(StaffRound {
            starts_on,
            released_on: row.try_get("", "released_on")?,
            cells: BTreeMap::new(),
            turnout: None,
            window: row.try_get("", "rounds")?,
        });
        let state = CellState::from_name(&row.try_get::<String>("", "state")?).unwrap_or(CellState::NoData);
        let cell = StaffCell { state, value: row.try_get("", "value")?, breaks: row.try_get("", "breaks")? };
        round.cells.insert(row.try_get("", "measure")?, cell);
        round.turnout = round.turnout.take().or(row.try_get("", "turnout_band")?);
    }
    // A unit without a roster of its own in any round has no staff panel.
    let has_any = |rounds: &BTreeMap<NaiveDate, StaffRound>| {
        rounds.values().any(|round| round.cells.values().any(|cell| cell.state != CellState::NoData))
    };
    of_units.retain(|_, rounds| has_any(rounds));
    Ok(of_units.into_iter().map(|(unit, rounds)| (unit, rounds.into_values().collect())).collect())
}

type StaffPeriod = (StaffFigure, StaffFigure, Option<String>);

fn staff_by_period(rounds: &[StaffRound], resolution: Resolution) -> BTreeMap<NaiveDate, StaffPeriod> {
    let mut groups: BTreeMap<NaiveDate, Vec<&StaffRound>> = BTreeMap::new();
    for round in rounds {
        groups.entry(Period::containing(round.starts_on, resolution).start()).or_default().push(round);
    }
    groups
        .into_iter()
        .map(|(start, rounds)| {
            let figure = |measure: Measure| mean(&rounds, measure);
            let satisfaction = figure(Measure::Score(domain::bank::Item::C2));
            let turnout = rounds.iter().rev().find_map(|round| round.turnout.clone());
            (start, (figure(Measure::Strain), satisfaction, turnout))
        })
        .collect()
}

/// The mean of the released figures: longer periods never go back to the counts.
fn mean(rounds: &[&StaffRound], measure: Measure) -> StaffFigure {
    let cells: Vec<_> = rounds.iter().filter_map(|round| round.cells.get(&*measure.name())).collect();
    let new = cells.iter().filter(|cell| cell.state == CellState::Published);
    let values: Vec<f64> = new.filter_map(|cell| cell.value).map(f64::from).collect();
    let is_hidden = cells.iter().any(|cell| matches!(cell.state, CellState::BelowK | CellState::Complement));
    let value = (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64);
    let held = cells.iter().rev().find(|cell| cell.state == CellState::Held).and_then(|cell| cell.value);
    StaffFigure {
        value,
        is_hidden: is_hidden && value.is_none(),
        held: held.filter(|_| value.is_none()),
        is_break: cells.iter().any(|cell| cell.breaks),
    }
}

/// Takes the signals off the points on both sides of a break (R5): what differs between them may be one person.
fn unmark_beside_breaks(chart: &mut Chart, points: &[TrendPoint], is_break: impl Fn(&TrendPoint) -> bool) {
    for at in (0..points.len()).filter(|at| is_break(&points[*at])) {
        let before = (0..at).rev().find(|before| chart.points[*before].value.is_some());
        for point in std::iter::once(at).chain(before) {
            chart.points[point].signal = None;
        }
    }
}

fn timeline(
    counts: &BTreeMap<NaiveDate, Counts>,
    staff: &BTreeMap<NaiveDate, StaffPeriod>,
    resolution: Resolution,
) -> (Vec<TrendPoint>, bool) {
    let starts = || counts.keys().chain(staff.keys());
    let (Some(first), Some(last)) = (starts().min(), starts().max()) else { return (Vec::new(), false) };
    let mut points = Vec::new();
    let mut period = Period::containing(*first, resolution);
    while period.start() <= *last {
        let (strain, satisfaction, turnout) = staff.get(&period.start()).cloned().unwrap_or_default();
        let counts = counts.get(&period.start()).copied();
        points.push(TrendPoint { period, strain, satisfaction, turnout, counts });
        let next = period.next();
        if next == period {
            break;
        }
        period = next;
    }
    let cut = points.len().saturating_sub(most_points(resolution));
    points.drain(..cut);
    (points, cut > 0)
}
