//! The signals that the morning view looks at: those that the units' own trends show.

use chrono::NaiveDate;
use domain::today::UnitSignal;
use sea_orm::ConnectionTrait;

use super::name;
use crate::{Result, figures, organisation::Tree};

/// Trends that are read at most: each costs as much as a page of it.
const MOST_TREND_READS: usize = 24;

/// The signals of these units and, where they are few, of all teams below them; and of how many teams that
/// is, when it is all of them.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    tree: &Tree,
    tops: &[i64],
    today: NaiveDate,
) -> Result<(Vec<UnitSignal>, Option<u64>)> {
    let is_open = |id: &i64| tree.get(*id).is_some_and(|unit| unit.closed_on.is_none());
    let teams: Vec<i64> = tops.iter().flat_map(|top| tree.leaves(*top)).filter(is_open).collect();
    let mut units = tops.to_vec();
    let reads_teams = tops.len() + teams.len() <= MOST_TREND_READS;
    if reads_teams {
        units.extend(teams.iter().filter(|team| !tops.contains(team)));
    }
    let mut signals = Vec::new();
    for id in units {
        let Some(unit) = name(tree, id) else { continue };
        let marks = figures::newest_marks(db, tree, id, today).await?;
        signals.extend(marks.into_iter().map(|mark| UnitSignal { unit: unit.clone(), mark }));
    }
    Ok((signals, reads_teams.then_some(teams.len() as u64)))
}
