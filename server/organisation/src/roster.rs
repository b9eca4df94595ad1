//! Who belongs where, from which day to which. At most one place at a time; what a round has counted
//! stays as it was.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use domain::{Field, Period, PersonId, Problem, Resolution, UnitId, Why};
use sea_orm::ConnectionTrait;

use crate::changes::earliest_day;
use base::{
    Result,
    db::{column, execute, exists},
};

/// Puts a person on a unit's roster from a day on; another place ends the day before. Gives whether
/// anything changed.
///
/// # Errors
/// `Invalid` when a round that has begun counted who belonged where on that day.
pub async fn join(
    db: &impl ConnectionTrait,
    person: PersonId,
    unit: UnitId,
    from: NaiveDate,
) -> Result<bool> {
    let is_here = exists(
        db,
        "SELECT 1 AS one FROM roster WHERE person_id = $1 AND unit_id = $2 AND from_on <= $3 AND to_on IS NULL",
        [person.into(), unit.into(), from.into()],
    )
    .await?;
    if is_here {
        return Ok(false);
    }
    end_places(db, person, from).await?;
    execute(
        db,
        "INSERT INTO roster (person_id, unit_id, from_on, to_on) VALUES ($1, $2, $3, NULL)",
        [person.into(), unit.into(), from.into()],
    )
    .await?;
    Ok(true)
}

/// Remembers that somebody's sign-in was opened or reset by a printed code in the quarter of this day: whoever
/// printed it can have used it. No finer time is kept.
///
/// # Errors
/// When the database refuses.
pub async fn note_opened_by_code(db: &impl ConnectionTrait, person: PersonId, day: NaiveDate) -> Result<()> {
    let quarter = Period::containing(day, Resolution::Quarter).start();
    let sql = "INSERT INTO opened_by_code (quarter, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    execute(db, sql, [quarter.into(), person.into()]).await?;
    Ok(())
}

/// Forgets what [`note_opened_by_code`] remembers of quarters before the one that begins on this day.
///
/// # Errors
/// When the database refuses.
pub async fn forget_opened_by_code(db: &impl ConnectionTrait, quarter: NaiveDate) -> Result<()> {
    execute(db, "DELETE FROM opened_by_code WHERE quarter < $1", [quarter.into()]).await?;
    Ok(())
}

/// People whose sign-in was opened or reset by a printed code in the quarter that begins on this day.
///
/// # Errors
/// When the database refuses.
pub async fn opened_by_code(db: &impl ConnectionTrait, quarter: NaiveDate) -> Result<HashSet<PersonId>> {
    let people: Vec<PersonId> =
        column(db, "SELECT person_id FROM opened_by_code WHERE quarter = $1", [quarter.into()]).await?;
    Ok(people.into_iter().collect())
}

/// Takes a person off every roster; `first_absent` is the first day they no longer belong anywhere.
/// Gives whether anything changed.
///
/// # Errors
/// As [`join`].
pub async fn leave(db: &impl ConnectionTrait, person: PersonId, first_absent: NaiveDate) -> Result<bool> {
    let belongs = exists(
        db,
        "SELECT 1 AS one FROM roster WHERE person_id = $1 AND (to_on IS NULL OR to_on >= $2)",
        [person.into(), first_absent.into()],
    )
    .await?;
    if !belongs {
        return Ok(false);
    }
    end_places(db, person, first_absent).await?;
    Ok(true)
}

/// Ends a person's places the day before `day`.
async fn end_places(db: &impl ConnectionTrait, person: PersonId, day: NaiveDate) -> Result<()> {
    if earliest_day(db).await?.is_some_and(|earliest| day < earliest) {
        return Err(Problem::invalid(Field::FromOn, Why::RoundBegun).into());
    }
    // A place that would only have begun then has counted nowhere.
    execute(db, "DELETE FROM roster WHERE person_id = $1 AND from_on >= $2", [person.into(), day.into()])
        .await?;
    execute(
        db,
        "UPDATE roster SET to_on = $1 WHERE person_id = $2 AND (to_on IS NULL OR to_on >= $3)",
        [(day - Days::new(1)).into(), person.into(), day.into()],
    )
    .await?;
    Ok(())
}

/// Moves everybody of a unit to another from a day on; who comes or leaves later does so on their day.
/// The caller has checked the day.
///
/// # Errors
/// When the database refuses.
pub async fn move_all(db: &impl ConnectionTrait, unit: UnitId, into: UnitId, from: NaiveDate) -> Result<()> {
    const ON_THE_DAY: &str = "unit_id = $1 AND from_on < $2 AND (to_on IS NULL OR to_on >= $2)";
    let sql = format!(
        "INSERT INTO roster (person_id, unit_id, from_on, to_on)
         SELECT person_id, $3, $2, to_on FROM roster WHERE {ON_THE_DAY}"
    );
    execute(db, &sql, [unit.into(), from.into(), into.into()]).await?;
    let sql = format!("UPDATE roster SET to_on = $3 WHERE {ON_THE_DAY}");
    execute(db, &sql, [unit.into(), from.into(), (from - Days::new(1)).into()]).await?;
    execute(
        db,
        "UPDATE roster SET unit_id = $3 WHERE unit_id = $1 AND from_on >= $2",
        [unit.into(), from.into(), into.into()],
    )
    .await?;
    Ok(())
}
