//! The release: what a closed round may show, written once to the ledger.
//!
//! Architecture invariant: this is the only code that reads the tally and writes released figures.

pub mod keep;
pub mod rows;
pub mod rules;

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use disclosure::{Direct, RULE_VERSION, State, Threshold, Unit, figures, rounding};
use domain::{bank::Item, figures::Measure};
use entity::round;
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QueryOrder, Value};
use sha2::{Digest, Sha256};

use crate::{
    Error, Result, Services,
    db::{execute, placeholders, query_all},
    organisation::{self, Organisation, Tree},
    release::rules::Rules,
    rounds::{asked, roll},
    sign_in::hex,
};

/// A cell of the ledger.
struct Cell {
    unit: i64,
    measure: Measure,
    state: State,
    figure: Option<(i32, i32, i32)>,
    turnout: Option<String>,
}

/// The exact counts of a round. They never leave this module.
struct Counted {
    /// People on the roster by home unit.
    roster: HashMap<i64, u32>,
    /// People who answered by home unit.
    turnout: HashMap<i64, u32>,
    /// Answers per value by item and home unit.
    answers: BTreeMap<(Item, i64), figures::Counts>,
}

/// Releases every closed round whose grace time is over. Gives the numbers of the rounds released.
///
/// # Errors
/// When the database refuses; a round is released whole or not at all.
pub async fn release_due(services: &Services) -> Result<Vec<i64>> {
    let organisation = organisation::find(&services.db.reader).await?;
    let now = services.now();
    let mut released = Vec::new();
    for round in closed(services).await? {
        let rules = rules::in_force(&services.db.reader, round.starts_on).await?;
        if is_due(&organisation, &rules, &round, now) {
            release(services, &round).await?;
            released.push(round.number);
        }
    }
    Ok(released)
}

/// Releases every closed round now, grace or not.
///
/// # Errors
/// As [`release_due`].
pub async fn release_now(services: &Services) -> Result<Vec<i64>> {
    let mut released = Vec::new();
    for round in closed(services).await? {
        release(services, &round).await?;
        released.push(round.number);
    }
    Ok(released)
}

async fn closed(services: &Services) -> Result<Vec<round::Model>> {
    Ok(round::Entity::find()
        .filter(round::Column::State.eq("closed"))
        .order_by_asc(round::Column::Number)
        .all(services.db.writer())
        .await?)
}

/// The grace time runs from the end of the round's last day, where the organisation is.
fn is_due(organisation: &Organisation, rules: &Rules, round: &round::Model, now: DateTime<Utc>) -> bool {
    let local = now.with_timezone(&organisation.timezone).naive_local();
    let end = round.ends_on.and_time(chrono::NaiveTime::MIN) + Duration::days(1);
    local >= end + Duration::hours(rules.grace_hours)
}

/// Decides, computes and writes one round's figures in one transaction.
async fn release(services: &Services, round: &round::Model) -> Result<()> {
    let transaction = services.db.begin().await?;
    let organisation = organisation::find(&transaction).await?;
    let today = organisation.local_day(services.now());
    let claimed = execute(
        &transaction,
        "UPDATE round SET state = 'released', released_on = $1 WHERE id = $2 AND state = 'closed'",
        [today.into(), round.id.into()],
    )
    .await?;
    if claimed.rows_affected() == 0 {
        return Ok(()); // Another instance was faster.
    }
    // Figures stay on the structure of their round.
    let tree = Tree::as_of(&transaction, round.starts_on).await?;
    let rules = rules::in_force(&transaction, round.starts_on).await?;
    let items = asked(&transaction, round).await?;
    let counted = count(&transaction, round).await?;
    let cells = decide(&tree, &counted, &items, rules.k)?;
    write(&transaction, round, &rules, &counted, &cells, today).await?;
    blend(&transaction, round).await?;
    organisation::bump_data_version(&transaction).await?;
    transaction.commit().await?;
    tracing::debug!(round = round.number, cells = cells.len(), "round released");
    Ok(())
}

/// PostgreSQL keeps with each row which transaction wrote it, and rows in the order they came. Writing a
/// round's rows again in the order of their keys, in one transaction, leaves nothing of either to join a
/// vote that was used to a comment or a count. SQLite's tables without row ids hold neither.
async fn blend(db: &impl ConnectionTrait, round: &round::Model) -> Result<()> {
    if db.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    for (table, key) in [
        ("participation", "person_id"),
        ("turnout", "unit_id"),
        ("tally", "unit_id, item, value"),
        ("ballot_comment", "id"),
    ] {
        let copy = format!(
            "CREATE TEMP TABLE blended ON COMMIT DROP AS SELECT * FROM {table} WHERE round_id = {}",
            round.id
        );
        let back = format!("INSERT INTO {table} SELECT * FROM blended ORDER BY {key}");
        let remove = format!("DELETE FROM {table} WHERE round_id = {}", round.id);
        for statement in [copy.as_str(), &remove, &back, "DROP TABLE blended"] {
            execute(db, statement, []).await?;
        }
    }
    Ok(())
}

async fn count(db: &impl ConnectionTrait, round: &round::Model) -> Result<Counted> {
    // A round that was opened before there were rolls gets its own now.
    roll::write(db, round.id, round.starts_on).await?;
    let mut counted = Counted { roster: HashMap::new(), turnout: HashMap::new(), answers: BTreeMap::new() };
    for row in query_all(
        db,
        "SELECT unit_id, COUNT(*) AS people FROM roll WHERE round_id = $1 GROUP BY unit_id",
        [round.id.into()],
    )
    .await?
    {
        counted.roster.insert(row.try_get("", "unit_id")?, small(row.try_get("", "people")?)?);
    }
    for row in
        query_all(db, "SELECT unit_id, count FROM turnout WHERE round_id = $1", [round.id.into()]).await?
    {
        counted.turnout.insert(row.try_get("", "unit_id")?, small(row.try_get("", "count")?)?);
    }
    for row in
        query_all(db, "SELECT unit_id, item, value, count FROM tally WHERE round_id = $1", [round.id.into()])
            .await?
    {
        let item = Item::from_id(&row.try_get::<String>("", "item")?);
        let value: i16 = row.try_get("", "value")?;
        let place = item.and_then(|item| item.scale().values().iter().position(|v| *v == value));
        let (Some(item), Some(place)) = (item, place) else {
            return Err(Error::Internal("the tally holds an answer that is not in the bank".to_owned()));
        };
        counted.answers.entry((item, row.try_get("", "unit_id")?)).or_default()[place] =
            small(row.try_get("", "count")?)?;
    }
    Ok(counted)
}

fn small(count: i64) -> Result<u32> {
    u32::try_from(count).map_err(|_| Error::Internal("a count is out of range".to_owned()))
}

/// Runs the release rules once for the turnout and once for every item, whose answers can be fewer
/// than the turnout, and computes the figures that may be shown.
fn decide(tree: &Tree, counted: &Counted, items: &[Item], threshold: Threshold) -> Result<Vec<Cell>> {
    let mut cells = Vec::new();
    let no_counts = figures::Counts::default();
    let turnout =
        decisions(tree, counted, threshold, |unit| counted.turnout.get(&unit).copied().unwrap_or(0))?;
    let bands: HashMap<i64, Option<String>> = turnout
        .iter()
        .map(|decision| {
            (decision.id, rounding::TurnoutBand::of(decision.answered).map(|band| band.to_string()))
        })
        .collect();
    for decision in &turnout {
        let state = told(decision);
        let rate = rounding::response_rate(decision.answered, decision.roster);
        let figure = rate.filter(|_| state == State::Published).map(|rate| (rate, rate, rate));
        cells.push(cell(decision.id, Measure::ResponseRate, state, figure, &bands));
    }
    for &item in items {
        let direct = |unit: i64| counted.answers.get(&(item, unit)).unwrap_or(&no_counts);
        let decided = decisions(tree, counted, threshold, |unit| direct(unit).iter().sum())?;
        for decision in &decided {
            let mut sums = figures::Counts::default();
            for below in tree.below(&[decision.id]) {
                for (sum, count) in sums.iter_mut().zip(direct(below.id)) {
                    *sum = sum.saturating_add(*count);
                }
            }
            let state = told(decision);
            let shown = state == State::Published;
            let value = |figure: figures::ReleasedValue| (figure.value, figure.lower, figure.upper);
            if item == Item::C1 {
                let workload =
                    shown.then(|| figures::workload(&sums, decision.roster, threshold).ok()).flatten();
                for (measure, figure) in [
                    (Measure::Strain, workload.map(|w| value(w.strain))),
                    (Measure::Overloaded, workload.map(|w| value(w.overloaded))),
                    (Measure::Underloaded, workload.map(|w| value(w.underloaded))),
                ] {
                    cells.push(cell(decision.id, measure, state, figure, &bands));
                }
            } else {
                let score = shown.then(|| figures::score(&sums, decision.roster, threshold).ok()).flatten();
                cells.push(cell(decision.id, Measure::Score(item), state, score.map(value), &bands));
            }
        }
    }
    Ok(cells)
}

/// The state that the ledger tells. Of a unit with people on its roster it never says that nobody
/// answered: in a team of one or two that would say who has not.
fn told(decision: &disclosure::Decision) -> State {
    match decision.state {
        State::NoData if decision.roster > 0 => State::BelowK,
        state => state,
    }
}

fn decisions(
    tree: &Tree,
    counted: &Counted,
    threshold: Threshold,
    answered: impl Fn(i64) -> u32,
) -> Result<Vec<disclosure::Decision>> {
    let units: Vec<Unit> = tree
        .iter()
        .map(|unit| Unit {
            id: unit.id,
            parent: unit.parent_id,
            direct: Direct {
                // Somebody can leave the roster's record after casting; their vote was counted all the same.
                roster: counted.roster.get(&unit.id).copied().unwrap_or(0).max(answered(unit.id)),
                answered: answered(unit.id),
            },
        })
        .collect();
    disclosure::release(&units, threshold).map_err(|error| Error::Internal(error.to_string()))
}

fn cell(
    unit: i64,
    measure: Measure,
    state: State,
    figure: Option<(i32, i32, i32)>,
    bands: &HashMap<i64, Option<String>>,
) -> Cell {
    // A figure that cannot be computed is not shown, whatever the rules would have allowed.
    let state = if state == State::Published && figure.is_none() { State::BelowK } else { state };
    let turnout = bands.get(&unit).cloned().flatten().filter(|_| state == State::Published);
    Cell { unit, measure, state, figure, turnout }
}

async fn write(
    db: &impl ConnectionTrait,
    round: &round::Model,
    rules: &Rules,
    counted: &Counted,
    cells: &[Cell],
    today: NaiveDate,
) -> Result<()> {
    let parameters = hex(&Sha256::digest(rules.canonical().as_bytes()));
    let digest = digest(counted);
    for chunk in cells.chunks(500) {
        let sql = format!(
            "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value, lower, upper, turnout_band,
             rule_version, params_hash, input_digest, released_on) VALUES {}",
            placeholders(chunk.len(), 14)
        );
        let values = chunk.iter().flat_map(|cell| -> [Value; 14] {
            [
                cell.unit.into(),
                cell.measure.name().into_owned().into(),
                round.id.into(),
                round.id.into(),
                cell.state.as_str().into(),
                false.into(),
                cell.figure.map(|figure| figure.0).into(),
                cell.figure.map(|figure| figure.1).into(),
                cell.figure.map(|figure| figure.2).into(),
                cell.turnout.clone().into(),
                RULE_VERSION.into(),
                parameters.as_str().into(),
                digest.as_str().into(),
                today.into(),
            ]
        });
        execute(db, &sql, values.collect::<Vec<_>>()).await?;
    }
    Ok(())
}

/// A fingerprint of the exact counts, so that a repeat can prove it started from the same ones.
fn digest(counted: &Counted) -> String {
    let mut hasher = Sha256::new();
    for (name, counts) in [("roster", &counted.roster), ("turnout", &counted.turnout)] {
        for (unit, count) in counts.iter().collect::<BTreeMap<_, _>>() {
            hasher.update(format!("{name} {unit} {count}\n"));
        }
    }
    for ((item, unit), counts) in &counted.answers {
        hasher.update(format!("{} {unit} {counts:?}\n", item.id()));
    }
    hex(&hasher.finalize())
}
