//! Strain of units over the last rounds, from the ledger.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::{RoundId, UnitId, insight::figures::CellState};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{figures::NONE_VOID, ledger};
use base::{
    Result,
    db::{self, join_ids},
};

/// Strain of a unit over some rounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Strain {
    /// Mean of the released figures, 0 to 100.
    Mean(f64),
    /// Figures of too few rounds were released, because too few people answered.
    Hidden,
    /// There were no answers.
    None,
}

/// A released round.
#[derive(FromQueryResult)]
struct Round {
    id: RoundId,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
}

/// A figure of strain as the ledger holds it.
#[derive(FromQueryResult)]
struct Released {
    unit_id: UnitId,
    state: String,
    value: Option<i32>,
    round_id: RoundId,
    since_round_id: RoundId,
}

/// Rounds that were released, the last of them.
pub(super) struct Rounds {
    /// Ids, the oldest first.
    ids: Vec<RoundId>,
    /// First day of the oldest and last day of the newest.
    pub(super) days: (NaiveDate, NaiveDate),
}

impl Rounds {
    /// The last so many released rounds; none before the first release.
    pub(super) async fn last(db: &impl ConnectionTrait, rounds: i64) -> Result<Option<Self>> {
        let sql = "SELECT id, starts_on, ends_on FROM round WHERE state = 'released'
                   ORDER BY starts_on DESC LIMIT $1";
        let rounds: Vec<Round> = db::all(db, sql, [rounds.into()]).await?;
        let (Some(newest), Some(oldest)) = (rounds.first(), rounds.last()) else { return Ok(None) };
        let days = (oldest.starts_on, newest.ends_on);
        Ok(Some(Self { ids: rounds.iter().rev().map(|round| round.id).collect(), days }))
    }

    /// Strain of units over these rounds: the mean of the released figures, each counted for as many rounds as
    /// it speaks of. Figures that speak of rounds before these are left out, as are those carried forward. Those
    /// that are left must speak of half of the rounds at least.
    pub(super) async fn strains(
        &self,
        db: &impl ConnectionTrait,
        units: &[UnitId],
    ) -> Result<HashMap<UnitId, Strain>> {
        let sql = format!(
            "SELECT released_figure.unit_id, released_figure.state, released_figure.value, released_figure.round_id,
                    released_figure.since_round_id
             FROM released_figure JOIN round ON round.id = released_figure.round_id
             WHERE released_figure.unit_id IN ({}) AND released_figure.measure = 'strain'
               AND released_figure.round_id IN ({}) AND {NONE_VOID}",
            join_ids(units),
            join_ids(&self.ids)
        );
        let place: HashMap<RoundId, usize> =
            self.ids.iter().enumerate().map(|(place, round)| (*round, place)).collect();
        let mut found: BTreeMap<UnitId, (f64, usize, bool)> = BTreeMap::new();
        let released: Vec<Released> = db::all(db, &sql, []).await?;
        for figure in released {
            let (sum, weight, is_hidden) = found.entry(figure.unit_id).or_default();
            let since = place.get(&figure.since_round_id);
            let round = place.get(&figure.round_id);
            match (ledger::state(&figure.state)?, figure.value, since.zip(round)) {
                (CellState::Published, Some(value), Some((since, round))) => {
                    let rounds = round.saturating_sub(*since) + 1;
                    *sum += f64::from(value) * rounds as f64;
                    *weight += rounds;
                }
                (CellState::Hidden, ..) => *is_hidden = true,
                _ => {}
            }
        }
        let strain = |(sum, weight, is_hidden): (f64, usize, bool)| match (weight, is_hidden) {
            (weight, _) if weight > 0 && 2 * weight >= self.ids.len() => Strain::Mean(sum / weight as f64),
            (_, true) => Strain::Hidden,
            _ => Strain::None,
        };
        Ok(found.into_iter().map(|(unit, figures)| (unit, strain(figures))).collect())
    }
}
