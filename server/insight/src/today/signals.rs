//! The signals that the morning view looks at: those that the units' own trends show.

use domain::UnitId;
use std::collections::HashSet;

use domain::insight::{
    signal::SignalState,
    today::{Mark, UnitSignal},
};
use sea_orm::ConnectionTrait;

use super::name;
use crate::overview;
use base::Result;
use organisation::Tree;

/// The signals of these units and of all teams below them; and of how many teams that is, when there is something
/// to say about each.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    tree: &Tree,
    tops: &[UnitId],
) -> Result<(Vec<UnitSignal>, Option<u64>)> {
    let is_open = |id: &UnitId| tree.get(*id).is_some_and(|unit| unit.closed_on.is_none());
    let teams: HashSet<UnitId> = tops.iter().flat_map(|top| tree.leaves(*top)).filter(is_open).collect();
    let mut units: Vec<UnitId> = teams.iter().chain(tops).copied().collect();
    units.sort_unstable();
    units.dedup();
    let found = overview::signals::of(db, &units).await?;
    let known: HashSet<UnitId> = found.iter().map(|signal| signal.unit).collect();
    let mut signals = Vec::new();
    for signal in found {
        let is_marked = signal.state != SignalState::None;
        if let (true, Some(since), Some(unit)) = (is_marked, signal.since, name(tree, signal.unit)) {
            let is_concern = signal.state == SignalState::Concern;
            signals.push(UnitSignal { unit, mark: Mark { topic: signal.measure, is_concern, since } });
        }
    }
    Ok((signals, teams.is_subset(&known).then_some(teams.len() as u64)))
}
