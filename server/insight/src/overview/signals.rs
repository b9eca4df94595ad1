//! The newest signal of every unit, reckoned in the background, so that lists of units need not read the whole
//! ledger. The decisions themselves are those of the trends page.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    Period, Resolution, UnitId,
    insight::signal::{SignalMeasure, SignalState},
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use stats::link::multiplicity::benjamini_hochberg;

use crate::figures::standing::{self, Standing, Step};
use base::{
    Base, Error, Result,
    db::{self, execute, join_ids, placeholders},
};

/// Units reckoned and written together.
const CHUNK: usize = 50;
/// Columns of a row.
const COLUMNS: usize = 13;
/// How long an instance that reckons keeps others from doing the same. Extended with each chunk.
const CLAIM: TimeDelta = TimeDelta::minutes(2);

/// What the newest figure of a unit says.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitSignal {
    /// The unit.
    pub unit: UnitId,
    /// The measure.
    pub measure: SignalMeasure,
    /// Whether it is worse or better than usual.
    pub state: SignalState,
    /// The first period of the marked figures that end with the newest; none without a mark.
    pub since: Option<Period>,
    /// The period of the newest figure; none where there is no figure that may be shown.
    pub latest: Option<Period>,
    /// The newest figure: 0–100 or, for complaints, per 1,000 contacts.
    pub value: Option<f64>,
    /// The usual level, in the same unit.
    pub usual: Option<f64>,
    /// How likely a steady series is to end as far from where it was; none where nothing could be marked.
    pub chance: Option<f64>,
    /// The version of the data it was reckoned from.
    pub data_version: i64,
}

/// The signals of these units, by unit and measure. A unit that was never reckoned is not among them.
///
/// # Errors
/// When the database refuses.
pub async fn of(db: &impl ConnectionTrait, units: &[UnitId]) -> Result<Vec<UnitSignal>> {
    let sql = format!(
        "SELECT unit_id, measure, state, resolution, since, latest, value, usual, chance, data_version
         FROM unit_signal WHERE unit_id IN ({})",
        join_ids(units)
    );
    let rows: Vec<SignalRow> = db::all(db, &sql, []).await?;
    let mut signals = rows.into_iter().map(SignalRow::read).collect::<Result<Vec<_>>>()?;
    signals.sort_by_key(|signal| (signal.unit, signal.measure));
    Ok(signals)
}

/// What a list says of a unit and measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Mark {
    /// The unit.
    pub(crate) unit: UnitId,
    /// The measure.
    pub(crate) measure: SignalMeasure,
    /// What its chart says.
    pub(crate) state: SignalState,
    /// Whether it is to be expected by chance among so many.
    pub(crate) is_one_of_many: bool,
}

/// A mark as the database holds it.
#[derive(FromQueryResult)]
struct MarkRow {
    unit_id: UnitId,
    measure: String,
    state: String,
    chance: Option<f64>,
}

/// What the charts of these units mark now, judged as one list.
///
/// # Errors
/// When the database refuses, and for a word that this version does not know.
pub(crate) async fn marks(db: &impl ConnectionTrait, units: &[UnitId]) -> Result<Vec<Mark>> {
    // Nothing but what an index holds: the points of the charts would be most of what is read.
    let sql = format!(
        "SELECT unit_id, measure, state, chance FROM unit_signal WHERE unit_id IN ({})",
        join_ids(units)
    );
    let rows: Vec<MarkRow> = db::all(db, &sql, []).await?;
    let mut marks = Vec::with_capacity(rows.len());
    for row in &rows {
        let (unit, measure) = (row.unit_id, measure(&row.measure)?);
        marks.push(Mark { unit, measure, state: state(&row.state)?, is_one_of_many: false });
    }
    let listed: Vec<_> = marks.iter().zip(&rows).map(|(mark, row)| (mark.measure, row.chance)).collect();
    for (mark, of_many) in marks.iter_mut().zip(expected_by_chance(&listed)) {
        mark.is_one_of_many = of_many && mark.state != SignalState::None;
    }
    marks.retain(|mark| mark.state != SignalState::None);
    Ok(marks)
}

/// Takes back the marks of a list that are to be expected by chance among so many.
pub(crate) fn sift(signals: &mut [UnitSignal]) {
    let listed: Vec<_> = signals.iter().map(|signal| (signal.measure, signal.chance)).collect();
    for (signal, of_many) in signals.iter_mut().zip(expected_by_chance(&listed)) {
        if of_many {
            (signal.state, signal.since) = (SignalState::None, None);
        }
    }
}

/// The share of chance finds among what a list marks that is taken.
const FALSE_SHARE: f64 = 0.10;

/// Which of these are not clear enough among all of their measure (Benjamini and Hochberg 1995).
fn expected_by_chance(listed: &[(SignalMeasure, Option<f64>)]) -> Vec<bool> {
    let mut found = vec![false; listed.len()];
    for measure in SignalMeasure::ALL {
        let of = listed.iter().enumerate().filter(|(_, (of, _))| *of == measure);
        let (places, chances): (Vec<usize>, Vec<f64>) =
            of.filter_map(|(place, (_, chance))| Some((place, (*chance)?))).unzip();
        for (place, share) in places.into_iter().zip(benjamini_hochberg(&chances)) {
            found[place] = share > FALSE_SHARE;
        }
    }
    found
}

/// A signal with the points of its small chart.
#[derive(FromQueryResult)]
struct StepsRow {
    #[sea_orm(nested)]
    signal: SignalRow,
    points: String,
}

/// The signals of these units with the last points of their small charts, oldest first.
///
/// # Errors
/// When the database refuses.
pub(super) async fn with_steps(
    db: &impl ConnectionTrait,
    units: &[UnitId],
) -> Result<Vec<(UnitSignal, Vec<Step>)>> {
    let sql = format!(
        "SELECT unit_id, measure, state, resolution, since, latest, value, usual, chance, points, data_version
         FROM unit_signal WHERE unit_id IN ({})",
        join_ids(units)
    );
    let rows: Vec<StepsRow> = db::all(db, &sql, []).await?;
    rows.into_iter().map(|row| Ok((row.signal.read()?, serde_json::from_str(&row.points)?))).collect()
}

/// A signal as the database holds it.
#[derive(FromQueryResult)]
struct SignalRow {
    unit_id: UnitId,
    measure: String,
    state: String,
    resolution: String,
    since: Option<NaiveDate>,
    latest: Option<NaiveDate>,
    value: Option<f64>,
    usual: Option<f64>,
    chance: Option<f64>,
    data_version: i64,
}

impl SignalRow {
    /// The signal.
    ///
    /// # Errors
    /// For a word that this version does not know.
    fn read(self) -> Result<UnitSignal> {
        let measure = measure(&self.measure)?;
        let resolution: Resolution = self
            .resolution
            .parse()
            .map_err(|()| Error::stored("unit_signal.resolution", &self.resolution))?;
        let period = |start: NaiveDate| Period::containing(start, resolution);
        Ok(UnitSignal {
            unit: self.unit_id,
            measure,
            state: state(&self.state)?,
            since: self.since.map(period),
            latest: self.latest.map(period),
            value: self.value,
            usual: self.usual,
            chance: self.chance,
            data_version: self.data_version,
        })
    }
}

/// Reads the measure of a signal.
///
/// # Errors
/// For a word that this version does not know.
fn measure(word: &str) -> Result<SignalMeasure> {
    SignalMeasure::from_name(word).ok_or_else(|| Error::stored("unit_signal.measure", word))
}

/// Reads the state of a signal.
///
/// # Errors
/// For a word that this version does not know.
fn state(word: &str) -> Result<SignalState> {
    SignalState::from_name(word).ok_or_else(|| Error::stored("unit_signal.state", word))
}

/// Reckons the signals of the units whose figures may have changed: all when the version of the data or the
/// day is another, else those to which complaints came. Gives the number of units reckoned.
///
/// # Errors
/// When the database refuses. What was written until then stays, and the next call goes on from there.
pub async fn refresh(base: &Base) -> Result<usize> {
    let today = organisation::today(base).await?;
    if outdated(&base.db.reader, today).await?.is_empty() || !claim(base).await? {
        return Ok(0);
    }
    // Another instance may have done some since.
    let units = outdated(&base.db.reader, today).await?;
    for chunk in units.chunks(CHUNK) {
        reckon(base, chunk, today).await?;
    }
    hold(base, base.now()).await?;
    Ok(units.len())
}

/// Open units whose signals are missing or not those of the data as they are.
async fn outdated(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<UnitId>> {
    let version = organisation::find(db).await?.data_version;
    let outdated = db::column(
        db,
        "SELECT unit.id FROM unit
         WHERE unit.closed_on IS NULL AND NOT EXISTS (
             SELECT 1 FROM unit_signal WHERE unit_id = unit.id AND measure = 'complaints'
                 AND data_version = $1 AND reckoned_on = $2 AND changes = 0)
         ORDER BY unit.id",
        [version.into(), today.into()],
    )
    .await?;
    Ok(outdated)
}

/// Takes the work, unless another instance has it.
async fn claim(base: &Base) -> Result<bool> {
    let now = base.now();
    let claimed = execute(
        base.db.writer(),
        "INSERT INTO signal_run (id, claimed_until) VALUES (1, $1)
         ON CONFLICT (id) DO UPDATE SET claimed_until = excluded.claimed_until
         WHERE signal_run.claimed_until <= $2",
        [(now + CLAIM).into(), now.into()],
    )
    .await?;
    Ok(claimed.rows_affected() == 1)
}

/// Keeps the work until then.
async fn hold(base: &Base, until: DateTime<Utc>) -> Result<()> {
    execute(base.db.writer(), "UPDATE signal_run SET claimed_until = $1", [until.into()]).await?;
    Ok(())
}

/// Reads a chunk in one state of the database and writes what it says. Each chunk is a transaction of its own:
/// ballots must not wait for all of them.
async fn reckon(base: &Base, units: &[UnitId], today: NaiveDate) -> Result<()> {
    let db = base.db.snapshot().await?;
    let version = organisation::find(&db).await?.data_version;
    let tree = organisation::tree(base, &db).await?;
    let changes = changes(&db, units).await?;
    let standings = standing::standings(&db, &tree, units, today).await?;
    db.commit().await?;
    let mut values: Vec<Value> = Vec::with_capacity(standings.len() * 3 * COLUMNS);
    for standing in &standings {
        let seen = changes.get(&standing.unit).copied().unwrap_or_default();
        values.extend(rows(standing, version, today, seen)?);
    }
    let sql = format!(
        "INSERT INTO unit_signal (unit_id, measure, state, resolution, since, latest, value, usual, chance, points,
             data_version, reckoned_on, changes) VALUES {}
         ON CONFLICT (unit_id, measure) DO UPDATE SET state = excluded.state, resolution = excluded.resolution,
             since = excluded.since, latest = excluded.latest, value = excluded.value, usual = excluded.usual,
             chance = excluded.chance, points = excluded.points, data_version = excluded.data_version, reckoned_on = excluded.reckoned_on,
             changes = unit_signal.changes - excluded.changes",
        placeholders(values.len() / COLUMNS, COLUMNS)
    );
    let transaction = base.db.begin().await?;
    execute(&transaction, &sql, values).await?;
    // What came for a unit that had no row yet was in the state that was read, or makes it outdated.
    transaction.commit().await?;
    hold(base, base.now() + CLAIM).await
}

/// How many additions to the roll-up of a unit are not reckoned yet.
#[derive(FromQueryResult)]
struct Changes {
    unit_id: UnitId,
    changes: i64,
}

/// What was added to each unit since its last reckoning, as far as this state of the database knows.
async fn changes(db: &impl ConnectionTrait, units: &[UnitId]) -> Result<HashMap<UnitId, i64>> {
    let sql = format!(
        "SELECT unit_id, changes FROM unit_signal WHERE measure = 'complaints' AND unit_id IN ({})",
        join_ids(units)
    );
    let rows: Vec<Changes> = db::all(db, &sql, []).await?;
    Ok(rows.into_iter().map(|Changes { unit_id, changes }| (unit_id, changes)).collect())
}

/// The rows of a unit. `seen` additions to the roll-up are in what was read.
fn rows(standing: &Standing, version: i64, today: NaiveDate, seen: i64) -> Result<Vec<Value>> {
    let mut values: Vec<Value> = Vec::with_capacity(3 * COLUMNS);
    for (measure, of) in SignalMeasure::ALL.into_iter().zip(&standing.measures) {
        // Additions are counted in one row of each unit.
        let seen = if measure == SignalMeasure::Complaints { seen } else { 0 };
        values.extend([
            standing.unit.into(),
            measure.name().into(),
            of.state.name().into(),
            standing.resolution.name().into(),
            of.since.map(Period::start).into(),
            of.latest.map(|(period, _)| period.start()).into(),
            of.latest.map(|(_, value)| value).into(),
            of.usual.into(),
            of.chance.into(),
            serde_json::to_string(&of.steps)?.into(),
            version.into(),
            today.into(),
            seen.into(),
        ]);
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(measure: &str, state: &str, resolution: &str) -> SignalRow {
        SignalRow {
            unit_id: UnitId::new(3),
            measure: measure.to_owned(),
            state: state.to_owned(),
            resolution: resolution.to_owned(),
            since: None,
            latest: None,
            value: None,
            usual: None,
            chance: None,
            data_version: 1,
        }
    }

    #[test]
    fn an_unknown_word_in_a_signal_is_an_error_and_no_signal_left_out() {
        let read = |row: SignalRow| row.read().map(|_| ()).map_err(|error| error.to_string());
        let unknown = |column: &str, word: &str| {
            Err(format!("unit_signal.{column} holds {word:?}, which this version does not know"))
        };
        assert_eq!(read(row("strain", "none", "week")), Ok(()));
        assert_eq!(read(row("mood", "none", "week")), unknown("measure", "mood"));
        assert_eq!(read(row("strain", "calm", "week")), unknown("state", "calm"));
        assert_eq!(read(row("strain", "none", "year")), unknown("resolution", "year"));
    }
}
