//! The calendar of rounds: planned, opened, closed, declared void.

use chrono::{Datelike, Days, NaiveDate};
use domain::Problem;
use entity::round;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{find_open, roll};
use crate::{
    Error, Result, Services,
    db::{execute, query_all, query_one},
    release::{choose_windows, rules},
};

/// What a new round needs before it can open.
#[derive(Clone, Debug)]
pub struct NewRound {
    /// First day.
    pub starts_on: NaiveDate,
    /// Length: 1, 2 or 4 weeks.
    pub weeks: u32,
    /// Why the questions are asked.
    pub purpose: String,
    /// When it was discussed with the staff's representatives.
    pub discussed_on: NaiveDate,
    /// When the purpose is looked at again; no round opens after it.
    pub review_on: NaiveDate,
}

/// Plans a round; it opens on its first day.
///
/// # Errors
/// One line for a round that overlaps another, has no purpose, or begins after its review date.
pub async fn plan(services: &Services, new: &NewRound) -> Result<round::Model> {
    let refuse = |why: String| Err(Error::Internal(why));
    if ![1, 2, 4].contains(&new.weeks) {
        return refuse(format!("a round lasts 1, 2 or 4 weeks, not {}", new.weeks));
    }
    if new.purpose.trim().is_empty() {
        return refuse("a round needs a purpose that staff can read".to_owned());
    }
    if !(1900..=2200).contains(&new.starts_on.year()) {
        return refuse(format!("{} is out of range", new.starts_on));
    }
    if new.discussed_on > new.starts_on {
        return refuse(
            "a round must be discussed with the staff's representatives before it starts".to_owned(),
        );
    }
    if new.review_on < new.starts_on {
        return refuse(format!("the review date {} has passed when the round starts", new.review_on));
    }
    let ends_on = new
        .starts_on
        .checked_add_days(Days::new(u64::from(new.weeks) * 7 - 1))
        .ok_or_else(|| Error::Internal("the date is out of range".to_owned()))?;
    let transaction = services.db.begin().await?;
    let overlap = query_one(
        &transaction,
        "SELECT number FROM round WHERE state <> 'voided' AND starts_on <= $1 AND ends_on >= $2 LIMIT 1",
        [ends_on.into(), new.starts_on.into()],
    )
    .await?;
    if let Some(row) = overlap {
        return refuse(format!("round {} covers some of these days", row.try_get::<i64>("", "number")?));
    }
    execute(
        &transaction,
        "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on)
         SELECT COALESCE(MAX(number), 0) + 1, $1, $2, 'planned', $3, $4, $5, $6 FROM round",
        [
            new.starts_on.into(),
            ends_on.into(),
            domain::bank::TAG.into(),
            new.purpose.trim().into(),
            new.discussed_on.into(),
            new.review_on.into(),
        ],
    )
    .await?;
    let round = round::Entity::find().order_by_desc(round::Column::Number).one(&transaction).await?;
    transaction.commit().await?;
    round.ok_or_else(|| Error::Internal("the new round is gone".to_owned()))
}

/// Every round, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn list(services: &Services) -> Result<Vec<round::Model>> {
    Ok(round::Entity::find().order_by_desc(round::Column::Number).all(&services.db.reader).await?)
}

/// Opens planned rounds whose first day has come. When no round covers today or comes later, plans
/// the one after the last, while its review date allows, and opens it too.
///
/// # Errors
/// When the database refuses.
pub async fn open_due(services: &Services, today: NaiveDate) -> Result<u64> {
    let opened = open_planned(services, today).await?;
    let last = round::Entity::find()
        .filter(round::Column::State.ne("voided"))
        .order_by_desc(round::Column::EndsOn)
        .one(&services.db.reader)
        .await?;
    let Some(last) = last.filter(|round| round.ends_on < today) else { return Ok(opened) };
    let weeks = u32::try_from((last.ends_on - last.starts_on).num_days() / 7 + 1).unwrap_or(1);
    // After a pause the next round starts this week, not in the past.
    let monday = domain::Period::containing(today, domain::Resolution::Week).start();
    let starts_on = last.ends_on.succ_opt().unwrap_or(today).max(monday);
    if starts_on > last.review_on {
        return Ok(opened);
    }
    let next = NewRound {
        starts_on,
        weeks,
        purpose: last.purpose,
        discussed_on: last.discussed_on,
        review_on: last.review_on,
    };
    plan(services, &next).await?;
    Ok(opened + open_planned(services, today).await?)
}

/// Opens what is due and writes each round's roll with it.
async fn open_planned(services: &Services, today: NaiveDate) -> Result<u64> {
    let transaction = services.db.begin().await?;
    let opened = query_all(
        &transaction,
        "UPDATE round SET state = 'open'
         WHERE state = 'planned' AND starts_on <= $1 AND ends_on >= $1 AND review_on >= $1
         RETURNING id, starts_on",
        [today.into()],
    )
    .await?;
    for row in &opened {
        let (round, starts_on) = (row.try_get("", "id")?, row.try_get("", "starts_on")?);
        roll::write(&transaction, round, starts_on).await?;
        let rules = rules::in_force(&transaction, starts_on).await?;
        choose_windows(&transaction, round, starts_on, &rules).await?;
    }
    transaction.commit().await?;
    Ok(opened.len() as u64)
}

/// Closes open rounds that end before `before`. From then on ballots are refused.
///
/// # Errors
/// When the database refuses.
pub async fn close_due(services: &Services, before: NaiveDate) -> Result<u64> {
    let closed = execute(
        services.db.writer(),
        "UPDATE round SET state = 'closed' WHERE state = 'open' AND ends_on < $1",
        [before.into()],
    )
    .await?;
    Ok(closed.rows_affected())
}

/// Closes one round by its number, or the open one, now.
///
/// # Errors
/// `NoOpenRound` when there is none to close.
pub async fn close(services: &Services, number: Option<i64>) -> Result<round::Model> {
    let db = services.db.writer();
    let round = match number {
        Some(number) => round::Entity::find().filter(round::Column::Number.eq(number)).one(db).await?,
        None => find_open(db).await?,
    };
    let round = round.filter(|round| round.state == "open").ok_or(Problem::NoOpenRound)?;
    execute(db, "UPDATE round SET state = 'closed' WHERE id = $1 AND state = 'open'", [round.id.into()])
        .await?;
    Ok(round)
}
