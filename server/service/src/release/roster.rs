//! R5: who joined and who left since a unit's last figure, and what follows from it.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{Days, NaiveDate};
use disclosure::roster_change::{Continuity, SinceLastRelease, changed_people, continuity};
use domain::figures::Measure;
use entity::round;
use sea_orm::ConnectionTrait;

use super::{
    ledger::{Figure, newest},
    rules::{Rules, guard_name},
};
use crate::{Result, db::query_all, organisation::Tree};

/// How far back a last figure is looked for: further than any item waits for its turn.
const DAYS_BACK: u64 = 200;

/// The people of a round by unit, those below included.
type People = HashMap<i64, BTreeSet<i64>>;

/// What is known about earlier figures.
pub(super) struct Changes {
    today: NaiveDate,
    now: People,
    /// The round of each unit's last figure of each measure.
    last: HashMap<(i64, String), (i64, NaiveDate)>,
    then: HashMap<i64, People>,
    carried: HashMap<(i64, String), (Figure, Option<String>)>,
    rules: Rules,
}

impl Changes {
    pub(super) async fn load(
        db: &impl ConnectionTrait,
        tree: &Tree,
        round: &round::Model,
        rules: &Rules,
    ) -> Result<Self> {
        let mut last: HashMap<(i64, String), (i64, NaiveDate)> = HashMap::new();
        for row in query_all(
            db,
            "SELECT released_figure.unit_id, measure, round.id, round.starts_on FROM released_figure
             JOIN round ON round.id = released_figure.round_id
             WHERE released_figure.state = 'published' AND round.state = 'released'
               AND round.starts_on >= $1 AND round.starts_on < $2 ORDER BY round.starts_on",
            [(round.starts_on - Days::new(DAYS_BACK)).into(), round.starts_on.into()],
        )
        .await?
        {
            let key = (row.try_get("", "unit_id")?, row.try_get("", "measure")?);
            last.insert(key, (row.try_get("", "id")?, row.try_get("", "starts_on")?));
        }
        let mut then = HashMap::new();
        for (id, starts_on) in last.values().copied().collect::<HashSet<_>>() {
            let tree = Tree::as_of(db, starts_on).await?;
            then.insert(id, people(db, &tree, id).await?);
        }
        // Only where figures are held is there anything to carry.
        let carried = match guard_name(rules.guard) {
            "hold" => newest(db, &tree.iter().map(|unit| unit.id).collect::<Vec<_>>()).await?,
            _ => HashMap::new(),
        };
        let now = people(db, tree, round.id).await?;
        Ok(Self { today: round.starts_on, now, last, then, carried, rules: *rules })
    }

    /// How a new figure of a unit from `answered` people would relate to the one before.
    pub(super) fn continuity(&self, unit: i64, measure: Measure, answered: u64) -> Continuity {
        let Some((round, starts_on)) = self.last.get(&(unit, measure.name().into_owned())) else {
            return Continuity::Continues;
        };
        let nobody = BTreeSet::new();
        let before = self.then.get(round).and_then(|people| people.get(&unit)).unwrap_or(&nobody);
        let now = self.now.get(&unit).unwrap_or(&nobody);
        let weeks = u32::try_from((self.today - *starts_on).num_weeks()).unwrap_or(u32::MAX);
        let since = SinceLastRelease { changed: changed_people(before, now), answered, weeks };
        continuity(since, self.rules.k, self.rules.guard)
    }

    /// The figure that a held one shows again.
    pub(super) fn carried(&self, unit: i64, measure: Measure) -> Option<&(Figure, Option<String>)> {
        self.carried.get(&(unit, measure.name().into_owned()))
    }
}

async fn people(db: &impl ConnectionTrait, tree: &Tree, round: i64) -> Result<People> {
    let mut people = People::new();
    let sql = "SELECT person_id, unit_id FROM roll WHERE round_id = $1";
    for row in query_all(db, sql, [round.into()]).await? {
        let person: i64 = row.try_get("", "person_id")?;
        for unit in tree.ancestors(row.try_get("", "unit_id")?) {
            people.entry(unit).or_default().insert(person);
        }
    }
    Ok(people)
}
