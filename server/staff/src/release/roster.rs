//! R5: who joined and who left since a unit's last figure, and what follows from it.

use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};
use disclosure::roster_change::{Continuity, RosterGuard, SinceLastRelease, continuity};
use domain::{UnitId, insight::figures::Measure};
use entity::round;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{
    ledger::{Figure, newest},
    rules::Rules,
};
use base::{
    Result,
    db::{all, exists, join_ids},
};
use organisation::Tree;

/// How far back a last figure is looked for: further than any item waits for its turn.
const DAYS_BACK: u64 = 200;

/// How many people joined or left a unit and what is below it, by unit; nobody where there is no entry.
type Changed = HashMap<UnitId, u64>;

/// What is known about earlier figures.
pub(super) struct Changes {
    today: NaiveDate,
    /// The first day of the round of each unit's last figure of each measure.
    last: HashMap<(UnitId, String), NaiveDate>,
    /// Who joined or left since each of these rounds.
    since: HashMap<NaiveDate, Changed>,
    carried: HashMap<(UnitId, String), (Figure, Option<String>)>,
    rules: Rules,
}

/// The first day of the round of a unit's last figure of a measure.
#[derive(FromQueryResult)]
struct LastFigure {
    unit_id: UnitId,
    measure: String,
    starts_on: NaiveDate,
}

impl Changes {
    pub(super) async fn load(
        db: &impl ConnectionTrait,
        tree: &Tree,
        round: &round::Model,
        rules: &Rules,
    ) -> Result<Self> {
        // The newest of each is found by the database: all of them would be a quarter of the ledger.
        let figures: Vec<LastFigure> = all(
            db,
            "SELECT released_figure.unit_id, measure, MAX(round.starts_on) AS starts_on FROM released_figure
             JOIN round ON round.id = released_figure.round_id
             WHERE released_figure.state = 'published' AND round.state = 'released'
               AND round.starts_on >= $1 AND round.starts_on < $2
             GROUP BY released_figure.unit_id, measure",
            [(round.starts_on - Days::new(DAYS_BACK)).into(), round.starts_on.into()],
        )
        .await?;
        let last: HashMap<(UnitId, String), NaiveDate> =
            figures.into_iter().map(|last| ((last.unit_id, last.measure), last.starts_on)).collect();
        let mut since = HashMap::new();
        for starts_on in last.values().copied().collect::<HashSet<_>>() {
            since.insert(starts_on, changed(db, tree, round, starts_on).await?);
        }
        // Only where figures are held is there anything to carry.
        let carried = match rules.guard {
            RosterGuard::Hold => newest(db, &tree.iter().map(|unit| unit.id).collect::<Vec<_>>()).await?,
            RosterGuard::Mark => HashMap::new(),
        };
        Ok(Self { today: round.starts_on, last, since, carried, rules: *rules })
    }

    /// How a new figure of a unit from `answered` people would relate to the one before.
    pub(super) fn continuity(&self, unit: UnitId, measure: Measure, answered: u64) -> Continuity {
        let Some(starts_on) = self.last.get(&(unit, measure.name().into_owned())) else {
            return Continuity::Continues;
        };
        let changed = self.since.get(starts_on).and_then(|changed| changed.get(&unit)).copied().unwrap_or(0);
        let weeks = u32::try_from((self.today - *starts_on).num_weeks()).unwrap_or(u32::MAX);
        let since = SinceLastRelease { changed, answered, weeks };
        continuity(since, self.rules.k, self.rules.guard)
    }

    /// The figure that a held one shows again.
    pub(super) fn carried(&self, unit: UnitId, measure: Measure) -> Option<&(Figure, Option<String>)> {
        self.carried.get(&(unit, measure.name().into_owned()))
    }
}

/// Where somebody was counted in an earlier round and is counted in this one.
#[derive(FromQueryResult)]
struct Move {
    before: Option<UnitId>,
    after: Option<UnitId>,
}

/// Who joined or left each unit between an earlier round and this one. Only people who were counted elsewhere
/// then, or whose unit hung elsewhere, are read: of a large organisation they are few.
async fn changed(
    db: &impl ConnectionTrait,
    tree: &Tree,
    round: &round::Model,
    starts_on: NaiveDate,
) -> Result<Changed> {
    let sql = "SELECT 1 AS one FROM unit_change WHERE on_day > $1 LIMIT 1";
    let moved_since = exists(db, sql, [starts_on.into()]).await?;
    let then = if moved_since { Some(Tree::as_of(db, starts_on).await?) } else { None };
    let then = then.as_ref().unwrap_or(tree);
    let moved: Vec<UnitId> = tree
        .iter()
        .map(|unit| unit.id)
        .filter(|unit| tree.ancestors(*unit) != then.ancestors(*unit))
        .collect();
    let sql = format!(
        "SELECT was.unit_id AS before, now.unit_id AS after FROM roll AS was
         JOIN round ON round.id = was.round_id
         LEFT JOIN roll AS now ON now.round_id = $1 AND now.person_id = was.person_id
         WHERE round.starts_on = $2 AND round.state = 'released'
           AND (now.unit_id IS NULL OR now.unit_id <> was.unit_id OR was.unit_id IN ({}))
         UNION ALL
         SELECT NULL AS before, now.unit_id AS after FROM roll AS now
         WHERE now.round_id = $1 AND NOT EXISTS (
             SELECT 1 FROM roll AS was JOIN round ON round.id = was.round_id
             WHERE round.starts_on = $2 AND round.state = 'released' AND was.person_id = now.person_id)",
        join_ids(&moved)
    );
    let mut changed = Changed::new();
    for Move { before, after } in all(db, &sql, [round.id.into(), starts_on.into()]).await? {
        let up = |tree: &Tree, unit: Option<UnitId>| -> HashSet<UnitId> {
            unit.map(|unit| tree.ancestors(unit)).unwrap_or_default().into_iter().collect()
        };
        for unit in up(then, before).symmetric_difference(&up(tree, after)) {
            *changed.entry(*unit).or_default() += 1;
        }
    }
    Ok(changed)
}
