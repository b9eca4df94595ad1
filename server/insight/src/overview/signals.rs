//! The newest signal of every unit, reckoned in the background, so that lists of units need not read the whole
//! ledger. The decisions themselves are those of the trends page.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    Period, Resolution,
    insight::signal::{SignalMeasure, SignalState},
};
use sea_orm::{ConnectionTrait, QueryResult, Value};

use crate::figures::standing::{self, Standing};
use base::{
    Base, Result,
    db::{execute, join_ids, placeholders, query_all},
};

/// Units reckoned and written together.
const CHUNK: usize = 50;
/// How long an instance that reckons keeps others from doing the same. Extended with each chunk.
const CLAIM: TimeDelta = TimeDelta::minutes(2);

/// What the newest figure of a unit says.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitSignal {
    /// The unit.
    pub unit: i64,
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
    /// The version of the data it was reckoned from.
    pub data_version: i64,
}

/// The signals of these units, by unit and measure. A unit that was never reckoned is not among them.
///
/// # Errors
/// When the database refuses.
pub async fn of(db: &impl ConnectionTrait, units: &[i64]) -> Result<Vec<UnitSignal>> {
    let sql = format!(
        "SELECT unit_id, measure, state, resolution, since, latest, value, usual, data_version FROM unit_signal
         WHERE unit_id IN ({})",
        join_ids(units)
    );
    let mut signals = Vec::new();
    for row in query_all(db, &sql, []).await? {
        signals.extend(read(&row)?);
    }
    signals.sort_by_key(|signal| (signal.unit, signal.measure));
    Ok(signals)
}

/// A row; none for one that a newer program wrote.
pub(super) fn read(row: &QueryResult) -> Result<Option<UnitSignal>> {
    let measure = SignalMeasure::from_name(&row.try_get::<String>("", "measure")?);
    let resolution = row.try_get::<String>("", "resolution")?.parse::<Resolution>();
    let (Some(measure), Ok(resolution)) = (measure, resolution) else { return Ok(None) };
    let period = |name: &str| -> Result<Option<Period>> {
        let start: Option<NaiveDate> = row.try_get("", name)?;
        Ok(start.map(|start| Period::containing(start, resolution)))
    };
    Ok(Some(UnitSignal {
        unit: row.try_get("", "unit_id")?,
        measure,
        state: SignalState::from_name(&row.try_get::<String>("", "state")?).unwrap_or_default(),
        since: period("since")?,
        latest: period("latest")?,
        value: row.try_get("", "value")?,
        usual: row.try_get("", "usual")?,
        data_version: row.try_get("", "data_version")?,
    }))
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
async fn outdated(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<i64>> {
    let version = organisation::find(db).await?.data_version;
    let rows = query_all(
        db,
        "SELECT unit.id FROM unit
         WHERE unit.closed_on IS NULL AND NOT EXISTS (
             SELECT 1 FROM unit_signal WHERE unit_id = unit.id AND measure = 'complaints'
                 AND data_version = $1 AND reckoned_on = $2 AND changes = 0)
         ORDER BY unit.id",
        [version.into(), today.into()],
    )
    .await?;
    Ok(rows.iter().map(|row| row.try_get("", "id")).collect::<std::result::Result<_, _>>()?)
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
async fn reckon(base: &Base, units: &[i64], today: NaiveDate) -> Result<()> {
    let db = base.db.snapshot().await?;
    let version = organisation::find(&db).await?.data_version;
    let tree = organisation::tree(base, &db).await?;
    let changes = changes(&db, units).await?;
    let standings = standing::standings(&db, &tree, units, today).await?;
    db.commit().await?;
    let mut values: Vec<Value> = Vec::with_capacity(standings.len() * 36);
    for standing in &standings {
        let seen = changes.get(&standing.unit).copied().unwrap_or_default();
        values.extend(rows(standing, version, today, seen)?);
    }
    let sql = format!(
        "INSERT INTO unit_signal (unit_id, measure, state, resolution, since, latest, value, usual, points,
             data_version, reckoned_on, changes) VALUES {}
         ON CONFLICT (unit_id, measure) DO UPDATE SET state = excluded.state, resolution = excluded.resolution,
             since = excluded.since, latest = excluded.latest, value = excluded.value, usual = excluded.usual,
             points = excluded.points, data_version = excluded.data_version, reckoned_on = excluded.reckoned_on,
             changes = unit_signal.changes - excluded.changes",
        placeholders(values.len() / 12, 12)
    );
    let transaction = base.db.begin().await?;
    execute(&transaction, &sql, values).await?;
    // What came for a unit that had no row yet was in the state that was read, or makes it outdated.
    transaction.commit().await?;
    hold(base, base.now() + CLAIM).await
}

/// What was added to each unit since its last reckoning, as far as this state of the database knows.
async fn changes(db: &impl ConnectionTrait, units: &[i64]) -> Result<HashMap<i64, i64>> {
    let sql = format!(
        "SELECT unit_id, changes FROM unit_signal WHERE measure = 'complaints' AND unit_id IN ({})",
        join_ids(units)
    );
    let mut changes = HashMap::new();
    for row in query_all(db, &sql, []).await? {
        changes.insert(row.try_get("", "unit_id")?, row.try_get("", "changes")?);
    }
    Ok(changes)
}

/// The rows of a unit. `seen` additions to the roll-up are in what was read.
fn rows(standing: &Standing, version: i64, today: NaiveDate, seen: i64) -> Result<Vec<Value>> {
    let mut values: Vec<Value> = Vec::with_capacity(36);
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
            serde_json::to_string(&of.steps)?.into(),
            version.into(),
            today.into(),
            seen.into(),
        ]);
    }
    Ok(values)
}
