//! What the link is looked for in: every team's rounds, from the ledger and the roll-up.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::ConnectionTrait;
use stats::panel::{Panel, Row};

use super::PREDICTORS;
use crate::figures::NONE_VOID;
use base::{Result, db::query_all};
use organisation::Tree;

/// Rounds of units: by unit, then by period.
pub(super) type Rounds = HashMap<i64, HashMap<i64, TeamRound>>;

/// A team in a round: contacts, complaints and released figures.
#[derive(Clone, Copy, Default)]
pub(super) struct TeamRound {
    complaints: i64,
    contacts: i64,
    strain: Option<i32>,
    satisfaction: Option<i32>,
}

/// Every unit's rounds: figures from the ledger, counts from the roll-up of the round's days. Figures over
/// several rounds are left out: they do not say in which week it was hard.
pub(super) async fn team_rounds(db: &impl ConnectionTrait) -> Result<Rounds> {
    let mut rounds: Vec<(NaiveDate, NaiveDate, i64)> = Vec::new();
    for row in query_all(
        db,
        "SELECT number, starts_on, ends_on FROM round WHERE state = 'released' ORDER BY starts_on",
        [],
    )
    .await?
    {
        rounds.push((row.try_get("", "starts_on")?, row.try_get("", "ends_on")?, row.try_get("", "number")?));
    }
    let (Some(first), Some(last)) = (rounds.first(), rounds.last()) else { return Ok(HashMap::new()) };
    let length = (first.1 - first.0).num_days() + 1;
    // Rounds are counted by the calendar, so that a pause leaves its gap.
    let origin = first.0;
    let period_of = |day: NaiveDate| (day - origin).num_days().div_euclid(length);
    let mut units: Rounds = HashMap::new();
    for row in query_all(
        db,
        &format!(
            "SELECT released_figure.unit_id, round.starts_on, released_figure.measure, released_figure.value
             FROM released_figure JOIN round ON round.id = released_figure.round_id
             WHERE {NONE_VOID} AND released_figure.state = 'published'
               AND released_figure.since_round_id = released_figure.round_id
               AND released_figure.measure IN ('strain', 'satisfaction')"
        ),
        [],
    )
    .await?
    {
        let period = period_of(row.try_get("", "starts_on")?);
        let team = units.entry(row.try_get("", "unit_id")?).or_default().entry(period).or_default();
        let value = row.try_get("", "value")?;
        match row.try_get::<String>("", "measure")?.as_str() {
            "strain" => team.strain = value,
            _ => team.satisfaction = value,
        }
    }
    // Days and, when a round is a week, whole weeks: coarser records cannot be laid beside a round.
    for row in query_all(
        db,
        "SELECT unit_id, period_start, complaints, contacts FROM voice_rollup
         WHERE (resolution = 'day' OR (resolution = 'week' AND $3 = 7)) AND period_start BETWEEN $1 AND $2",
        [first.0.into(), last.1.into(), length.into()],
    )
    .await?
    {
        let period = period_of(row.try_get("", "period_start")?);
        let team = units.entry(row.try_get("", "unit_id")?).or_default().entry(period).or_default();
        team.complaints += row.try_get::<i64>("", "complaints")?;
        team.contacts += row.try_get::<i64>("", "contacts")?;
    }
    Ok(units)
}

/// The panel of these teams. Units go by their external numbers, which name them in a result.
pub(super) fn panel(tree: &Tree, teams: &[i64], rounds: &Rounds) -> Panel {
    let mut rows = Vec::new();
    for (index, team) in teams.iter().enumerate() {
        let mut periods: Vec<_> = rounds.get(team).into_iter().flatten().collect();
        periods.sort_by_key(|(period, _)| **period);
        for (period, round) in periods {
            rows.push(Row {
                unit: u32::try_from(index).unwrap_or(u32::MAX),
                period: *period,
                count: round.complaints as f64,
                exposure: round.contacts as f64,
                predictors: vec![round.strain.map(f64::from), round.satisfaction.map(f64::from)],
            });
        }
    }
    let units =
        teams.iter().map(|id| tree.get(*id).map(|u| u.external_id.clone()).unwrap_or_default()).collect();
    Panel { units, predictors: PREDICTORS.map(str::to_owned).to_vec(), rows }
}
