//! R9: whose answers are in a figure but do not carry it.
//!
//! Whoever makes four accounts, or opens four sign-ins with codes they printed, reads the fifth ballot. So towards
//! the threshold counts who has been in the unit for some rounds, and whose sign-in nobody else can have opened
//! lately.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::{
    Period, PersonId, Resolution, RoundId, UnitId,
    staff::{check_in::Company, privacy::NEWCOMER_ROUNDS},
};
use entity::round;
use sea_orm::ConnectionTrait;

use base::{
    Result,
    db::{column, join_ids, value},
};
use organisation::roster::opened_by_code;

/// People on the roll of a round whose ballot carries no figure of it.
///
/// # Errors
/// When the database refuses.
pub(super) async fn of_round(db: &impl ConnectionTrait, round: &round::Model) -> Result<HashSet<PersonId>> {
    let mut newcomers = opened_by_code(db, quarter_of(round.starts_on)).await?;
    if let Some(earlier) = earlier_rounds(db, round.starts_on).await? {
        newcomers.extend(since(db, round.id, None, &earlier).await?);
    }
    Ok(newcomers)
}

/// With whom somebody of a unit is counted in a round, as they read it above the form.
///
/// # Errors
/// When the database refuses.
pub async fn company(db: &impl ConnectionTrait, round: &round::Model, unit: UnitId) -> Result<Company> {
    let sql = "SELECT person_id FROM roll WHERE round_id = $1 AND unit_id = $2";
    let people: HashSet<PersonId> =
        column(db, sql, [round.id.into(), unit.into()]).await?.into_iter().collect();
    let among =
        |some: &HashSet<PersonId>| u32::try_from(some.intersection(&people).count()).unwrap_or(u32::MAX);
    let opened = opened_by_code(db, quarter_of(round.starts_on)).await?;
    let (new, since_on) = match earlier_rounds(db, round.starts_on).await? {
        None => (0, None),
        Some(earlier) => {
            let sql = format!("SELECT MIN(starts_on) AS day FROM round WHERE id IN ({})", join_ids(&earlier));
            let since_on: Option<Option<NaiveDate>> = value(db, &sql, []).await?;
            (among(&since(db, round.id, Some(unit), &earlier).await?), since_on.flatten())
        }
    };
    Ok(Company {
        people: u32::try_from(people.len()).unwrap_or(u32::MAX),
        new,
        since: since_on,
        opened_by_code: among(&opened),
    })
}

fn quarter_of(day: NaiveDate) -> NaiveDate {
    Period::containing(day, Resolution::Quarter).start()
}

/// People on the roll of a round, all or those of a unit, who were not in their unit in each of the earlier ones.
async fn since(
    db: &impl ConnectionTrait,
    round: RoundId,
    unit: Option<UnitId>,
    earlier: &[RoundId],
) -> Result<HashSet<PersonId>> {
    let only = unit.map_or_else(String::new, |unit| format!("AND unit_id = {unit} "));
    let sql = format!(
        "SELECT person_id FROM roll AS now WHERE round_id = $1 {only}AND (
             SELECT COUNT(*) FROM roll AS was WHERE was.round_id IN ({})
               AND was.person_id = now.person_id AND was.unit_id = now.unit_id) < $2",
        join_ids(earlier)
    );
    let rounds = i64::try_from(earlier.len()).unwrap_or(i64::MAX);
    let people: Vec<PersonId> = column(db, &sql, [round.into(), rounds.into()]).await?;
    Ok(people.into_iter().collect())
}

/// Whether nobody is asked how long they have been in their unit, in a round that starts on this day: in the
/// organisation's first quarter, and as long as there were not enough rounds before.
///
/// # Errors
/// When the database refuses.
pub async fn are_waived(db: &impl ConnectionTrait, starts_on: NaiveDate) -> Result<bool> {
    Ok(earlier_rounds(db, starts_on).await?.is_none())
}

/// The rounds before this day by whose rolls it is judged who is new; none where that is waived.
async fn earlier_rounds(db: &impl ConnectionTrait, starts_on: NaiveDate) -> Result<Option<Vec<RoundId>>> {
    let first: Option<Option<NaiveDate>> =
        value(db, "SELECT MIN(starts_on) AS day FROM round WHERE state <> 'planned'", []).await?;
    if first.flatten().is_none_or(|first| quarter_of(first) == quarter_of(starts_on)) {
        return Ok(None);
    }
    // Rounds of the earliest versions have no roll.
    let sql = format!(
        "SELECT id FROM round WHERE starts_on < $1 AND state <> 'planned'
           AND EXISTS (SELECT 1 FROM roll WHERE roll.round_id = round.id)
         ORDER BY starts_on DESC LIMIT {NEWCOMER_ROUNDS}"
    );
    let earlier: Vec<RoundId> = column(db, &sql, [starts_on.into()]).await?;
    let is_enough = u32::try_from(earlier.len()) == Ok(NEWCOMER_ROUNDS);
    Ok(is_enough.then_some(earlier))
}
