//! The signals of units and of the teams below them: those that the units' own trends show, but for what chance makes
//! among so many.

use std::collections::HashSet;

use domain::UnitId;
use sea_orm::ConnectionTrait;

use crate::overview::signals::{self, UnitSignal};
use base::Result;
use organisation::Tree;

/// The signals of units and teams below them.
pub(crate) struct Looked {
    /// All that was reckoned, marked or not.
    pub(crate) found: Vec<UnitSignal>,
    /// Teams among and below the units, when there is something to say about each.
    pub(crate) teams: Option<u64>,
}

/// The signals of these units and of all open teams below them.
pub(crate) async fn find(db: &impl ConnectionTrait, tree: &Tree, tops: &[UnitId]) -> Result<Looked> {
    let is_open = |id: &UnitId| tree.get(*id).is_some_and(|unit| unit.closed_on.is_none());
    let teams: HashSet<UnitId> = tops.iter().flat_map(|top| tree.leaves(*top)).filter(is_open).collect();
    let mut units: Vec<UnitId> = teams.iter().chain(tops).copied().collect();
    units.sort_unstable();
    units.dedup();
    let mut found = signals::of(db, &units).await?;
    signals::sift(&mut found);
    let known: HashSet<UnitId> = found.iter().map(|signal| signal.unit).collect();
    Ok(Looked { found, teams: teams.is_subset(&known).then_some(teams.len() as u64) })
}
