//! What the link is looked for in: every team's rounds, from the ledger and from what customers said in the same
//! days.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{UnitId, insight::link::LinkOutcome};
use sea_orm::{ConnectionTrait, FromQueryResult};
use stats::panel::{Panel, Row};

use super::PREDICTORS;
use crate::figures::NONE_VOID;
use base::{Error, Result, db};
use organisation::Tree;

/// Rounds of units: by unit, then by period.
pub(super) type Rounds = HashMap<UnitId, HashMap<i64, TeamRound>>;

/// A team in a round: what customers said, and released figures.
#[derive(Clone, Copy, Default)]
pub(super) struct TeamRound {
    complaints: i64,
    compliments: i64,
    contacts: i64,
    smiles: i64,
    faces: i64,
    strain: Option<i32>,
    satisfaction: Option<i32>,
}

impl TeamRound {
    /// How many there were of an outcome, and out of how many there could have been.
    const fn counted(&self, outcome: LinkOutcome) -> (i64, i64) {
        match outcome {
            LinkOutcome::Complaints => (self.complaints, self.contacts),
            LinkOutcome::Smiles => (self.smiles, self.faces),
            LinkOutcome::Compliments => (self.compliments, self.contacts),
        }
    }
}

/// A released round.
#[derive(FromQueryResult)]
struct Round {
    starts_on: NaiveDate,
    ends_on: NaiveDate,
}

/// A published figure of a unit, with the first day of its round.
#[derive(FromQueryResult)]
struct Published {
    unit_id: UnitId,
    starts_on: NaiveDate,
    measure: String,
    value: Option<i32>,
}

/// What customers said of a unit in a day or a week.
#[derive(FromQueryResult)]
struct Voices {
    unit_id: UnitId,
    period_start: NaiveDate,
    complaints: i64,
    contacts: i64,
}

/// What else customers said to a unit on a day: how many, of how many.
#[derive(FromQueryResult)]
struct Said {
    unit_id: UnitId,
    day: NaiveDate,
    good: i64,
    n: i64,
}

const SMILES: &str = "SELECT unit_id, day, CAST(SUM(CASE WHEN face IN ('very_good', 'good') THEN n ELSE 0 END) AS BIGINT) AS good,
         CAST(SUM(n) AS BIGINT) AS n
     FROM face_count WHERE day BETWEEN $1 AND $2 GROUP BY unit_id, day";
const COMPLIMENTS: &str = "SELECT unit_id, happened_on AS day, COUNT(*) AS good, COUNT(*) AS n
     FROM complaint WHERE kind = 'compliment' AND NOT in_burst AND happened_on BETWEEN $1 AND $2
     GROUP BY unit_id, happened_on";

/// The outcomes there is anything of: complaints always, so that a page says what is missing.
pub(super) async fn offered(db: &impl ConnectionTrait) -> Result<Vec<LinkOutcome>> {
    let mut offered = vec![LinkOutcome::Complaints];
    let any = [
        (LinkOutcome::Smiles, "SELECT 1 AS one FROM face_count LIMIT 1"),
        (LinkOutcome::Compliments, "SELECT 1 AS one FROM complaint WHERE kind = 'compliment' LIMIT 1"),
    ];
    for (outcome, sql) in any {
        if db::exists(db, sql, []).await? {
            offered.push(outcome);
        }
    }
    Ok(offered)
}

/// Every unit's rounds: figures from the ledger, counts of the round's days. Figures over several rounds are left
/// out: they do not say in which week it was hard.
pub(super) async fn team_rounds(db: &impl ConnectionTrait, outcomes: &[LinkOutcome]) -> Result<Rounds> {
    let rounds = "SELECT starts_on, ends_on FROM round WHERE state = 'released' ORDER BY starts_on";
    let rounds: Vec<Round> = db::all(db, rounds, []).await?;
    let (Some(first), Some(last)) = (rounds.first(), rounds.last()) else { return Ok(HashMap::new()) };
    let length = (first.ends_on - first.starts_on).num_days() + 1;
    // Rounds are counted by the calendar, so that a pause leaves its gap.
    let period_of = |day: NaiveDate| (day - first.starts_on).num_days().div_euclid(length);
    let mut units: Rounds = HashMap::new();
    let published: Vec<Published> = db::all(
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
    .await?;
    for Published { unit_id, starts_on, measure, value } in published {
        let team = units.entry(unit_id).or_default().entry(period_of(starts_on)).or_default();
        match measure.as_str() {
            "strain" => team.strain = value,
            "satisfaction" => team.satisfaction = value,
            other => return Err(Error::stored("released_figure.measure", other)),
        }
    }
    // Days and, when a round is a week, whole weeks: coarser records cannot be laid beside a round.
    let voices: Vec<Voices> = db::all(
        db,
        "SELECT unit_id, period_start, complaints, contacts FROM voice_rollup
         WHERE (resolution = 'day' OR (resolution = 'week' AND $3 = 7)) AND period_start BETWEEN $1 AND $2",
        [first.starts_on.into(), last.ends_on.into(), length.into()],
    )
    .await?;
    for Voices { unit_id, period_start, complaints, contacts } in voices {
        let team = units.entry(unit_id).or_default().entry(period_of(period_start)).or_default();
        team.complaints += complaints;
        team.contacts += contacts;
    }
    for outcome in outcomes {
        let sql = match outcome {
            LinkOutcome::Complaints => continue,
            LinkOutcome::Smiles => SMILES,
            LinkOutcome::Compliments => COMPLIMENTS,
        };
        let said: Vec<Said> = db::all(db, sql, [first.starts_on.into(), last.ends_on.into()]).await?;
        for Said { unit_id, day, good, n } in said {
            let team = units.entry(unit_id).or_default().entry(period_of(day)).or_default();
            match outcome {
                LinkOutcome::Complaints => {}
                LinkOutcome::Smiles => {
                    team.smiles += good;
                    team.faces += n;
                }
                LinkOutcome::Compliments => team.compliments += good,
            }
        }
    }
    Ok(units)
}

/// For each of these teams a number of the unit it hangs directly below.
pub(super) fn above(tree: &Tree, teams: &[UnitId]) -> Vec<u32> {
    let mut numbers: HashMap<Option<UnitId>, u32> = HashMap::new();
    let number = |team: &UnitId| {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        // The first ancestor is the team itself.
        *numbers.entry(tree.ancestors(*team).get(1).copied()).or_insert(next)
    };
    teams.iter().map(number).collect()
}

/// The panel of these teams. Units go by their external numbers, which name them in a result.
pub(super) fn panel(tree: &Tree, teams: &[UnitId], rounds: &Rounds, outcome: LinkOutcome) -> Panel {
    let mut rows = Vec::new();
    for (index, team) in teams.iter().enumerate() {
        let mut periods: Vec<_> = rounds.get(team).into_iter().flatten().collect();
        periods.sort_by_key(|(period, _)| **period);
        for (period, round) in periods {
            let (count, exposure) = round.counted(outcome);
            rows.push(Row {
                unit: u32::try_from(index).unwrap_or(u32::MAX),
                period: *period,
                count: count as f64,
                exposure: exposure as f64,
                predictors: vec![round.strain.map(f64::from), round.satisfaction.map(f64::from)],
            });
        }
    }
    let units =
        teams.iter().map(|id| tree.get(*id).map(|u| u.external_id.clone()).unwrap_or_default()).collect();
    Panel { units, predictors: PREDICTORS.map(str::to_owned).to_vec(), rows }
}
