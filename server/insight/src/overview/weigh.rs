//! How each driver goes together with satisfaction, within teams: computed in the background when a release or an
//! import changes the data.
//!
//! A driver's question comes back every sixth round. Its figure is laid beside the satisfaction of the same team
//! in the same round, so that both come from the same people in the same week. Figures over several rounds are left
//! out: they do not say in which week it was so.

use std::collections::{BTreeMap, HashMap};

use domain::{UnitId, insight::figures::Measure, staff::bank::Item};
use sea_orm::{ConnectionTrait, FromQueryResult};
use stats::{
    link::gate::Severity,
    within::{Association, Pair, association},
};

use crate::figures::NONE_VOID;
use base::{
    Base, Error, Result,
    db::{self, execute, exists, join_ids},
};
use organisation::Tree;

/// Fewer teams than this below a unit and nothing is computed for it.
const FEWEST_TEAMS: usize = 3;

/// Associations by the name of the driver's measure.
pub(super) type Associations = BTreeMap<String, Association>;

/// Computes the associations of every unit with enough teams, when the data changed since. Gives the number of
/// units computed.
///
/// # Errors
/// When the database refuses.
pub async fn refresh(base: &Base) -> Result<usize> {
    let db = base.db.snapshot().await?;
    let version = organisation::find(&db).await?.data_version;
    let fresh = "SELECT 1 FROM driver_result WHERE data_version = $1 LIMIT 1";
    if exists(&db, fresh, [version.into()]).await? {
        return Ok(0);
    }
    let tree = Tree::load(&db).await?;
    let Some(root) = tree.root() else { return Ok(0) };
    let mut scopes: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
    for unit in tree.iter() {
        let teams = tree.leaves(unit.id);
        if unit.id == root || (teams.len() >= FEWEST_TEAMS && !teams.contains(&unit.id)) {
            scopes.insert(unit.id, teams);
        }
    }
    let teams = tree.leaves(root);
    let mut results: BTreeMap<UnitId, Associations> =
        scopes.keys().map(|unit| (*unit, Associations::new())).collect();
    // One driver at a time, so that no more than its figures are in memory.
    for driver in drivers(&db).await? {
        let pairs = pairs(&db, &teams, driver).await?;
        let scopes = scopes.clone();
        let name = driver.name().into_owned();
        // A large organisation takes a while: not on a thread that serves pages.
        let found = tokio::task::spawn_blocking(move || weigh(&scopes, &pairs, &name))
            .await
            .map_err(|error| Error::Internal(error.to_string()))?;
        for (unit, association) in found {
            results.entry(unit).or_default().insert(driver.name().into_owned(), association);
        }
    }
    drop(db);
    write(base, version, &results).await?;
    Ok(results.len())
}

/// One driver's association in each scope.
fn weigh(
    scopes: &HashMap<UnitId, Vec<UnitId>>,
    pairs: &HashMap<UnitId, Vec<Pair>>,
    name: &str,
) -> Vec<(UnitId, Association)> {
    let of = |teams: &[UnitId]| {
        let pairs: Vec<Pair> = teams.iter().filter_map(|team| pairs.get(team)).flatten().copied().collect();
        association(&pairs, name)
    };
    scopes.iter().map(|(unit, teams)| (*unit, of(teams))).collect()
}

/// What the check-in asks besides the two questions of every round: the bank's statements that take turns, then
/// the organisation's own.
pub(super) async fn drivers(db: &impl ConnectionTrait) -> Result<Vec<Measure>> {
    let own: Vec<i64> = db::column(db, "SELECT id FROM own_item ORDER BY id", []).await?;
    Ok(Item::ROTATING.into_iter().chain(own.into_iter().map(Item::Own)).map(Measure::Score).collect())
}

/// A driver and the satisfaction of the same team in the same round.
#[derive(FromQueryResult)]
struct DriverAndMood {
    unit_id: UnitId,
    number: i64,
    value: Option<i32>,
    mood: Option<i32>,
}

/// The driver and satisfaction of each team in each round, or window of rounds, that released both.
async fn pairs(
    db: &impl ConnectionTrait,
    teams: &[UnitId],
    driver: Measure,
) -> Result<HashMap<UnitId, Vec<Pair>>> {
    // By unit and measure, as the ledger's key runs, however many rounds there are.
    let sql = format!(
        "SELECT released_figure.unit_id, round.number, released_figure.value,
                (SELECT mood.value FROM released_figure AS mood
                 WHERE mood.unit_id = released_figure.unit_id AND mood.measure = $2
                   AND mood.round_id = released_figure.round_id
                   AND mood.since_round_id = released_figure.since_round_id
                   AND mood.state = 'published') AS mood
         FROM released_figure JOIN round ON round.id = released_figure.round_id
         WHERE released_figure.unit_id IN ({}) AND released_figure.measure = $1
           AND released_figure.state = 'published' AND {NONE_VOID}",
        join_ids(teams)
    );
    let mut pairs: HashMap<UnitId, Vec<Pair>> = HashMap::new();
    let values = [driver.name().into_owned().into(), Item::C2.driver().into_owned().into()];
    for DriverAndMood { unit_id: unit, number: period, value, mood } in db::all(db, &sql, values).await? {
        let (Some(x), Some(y)) = (value, mood) else { continue };
        pairs.entry(unit).or_default().push(Pair {
            unit: unit.into(),
            period,
            x: f64::from(x),
            y: f64::from(y),
        });
    }
    Ok(pairs)
}

async fn write(base: &Base, version: i64, results: &BTreeMap<UnitId, Associations>) -> Result<()> {
    let transaction = base.db.begin().await?;
    execute(&transaction, "DELETE FROM driver_result WHERE data_version < $1", [version.into()]).await?;
    for (unit, associations) in results {
        execute(
            &transaction,
            // Another instance may have been quicker, with the same result.
            "INSERT INTO driver_result (unit_id, data_version, associations) VALUES ($1, $2, $3)
             ON CONFLICT (unit_id) DO NOTHING",
            [(*unit).into(), version.into(), serde_json::to_string(associations)?.into()],
        )
        .await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// What was computed for a unit.
#[derive(FromQueryResult)]
struct Computed {
    unit_id: UnitId,
    associations: String,
}

/// The associations of the nearest unit, from `unit` up, that has one that may be read as a finding; else of the
/// nearest at all. None before the first were computed.
pub(super) async fn nearest(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: UnitId,
) -> Result<Option<(UnitId, Associations)>> {
    let path = tree.ancestors(unit);
    let sql =
        format!("SELECT unit_id, associations FROM driver_result WHERE unit_id IN ({})", join_ids(&path));
    let mut found: HashMap<UnitId, Associations> = HashMap::new();
    for Computed { unit_id, associations } in db::all(db, &sql, []).await? {
        found.insert(unit_id, serde_json::from_str(&associations)?);
    }
    let is_open = |id: &&UnitId| found.get(id).is_some_and(|found| found.values().any(can_be_read));
    let nearest = path.iter().find(is_open).or_else(|| path.iter().find(|id| found.contains_key(id)));
    Ok(nearest.copied().and_then(|id| Some((id, found.remove(&id)?))))
}

/// Whether the slope may be read as a finding, clear or not.
pub(super) fn can_be_read(association: &Association) -> bool {
    association.slope.is_some() && association.severity().is_none_or(|severity| severity <= Severity::Early)
}
