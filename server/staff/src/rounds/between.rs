//! What the check-in says while there is no round to answer in.

use chrono::NaiveDate;
use domain::{
    Problem, Right,
    staff::check_in::{Between, Now},
};
use entity::round;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{calendar::moments, cast::check_in_page};
use crate::release::rules;
use base::{
    Actor, Base, Error, Result, authorize,
    db::{exists, value},
};

/// What the check-in has to show now.
///
/// # Errors
/// `NotOnRoster`, `AnswersByCode`.
pub async fn now(base: &Base, actor: Option<&Actor>) -> Result<Now> {
    authorize(actor, Right::CheckIn)?;
    match check_in_page(base, actor).await {
        Ok(page) => Ok(Now::Open(Box::new(page))),
        Err(Error::Problem(Problem::NoOpenRound)) => Ok(Now::Between(between(&base.db.reader).await?)),
        Err(error) => Err(error),
    }
}

async fn between(db: &impl ConnectionTrait) -> Result<Between> {
    let next = "SELECT starts_on FROM round WHERE state = 'planned' ORDER BY starts_on LIMIT 1";
    let closed = round::Entity::find().filter(round::Column::State.eq("closed"));
    let figures_on = match closed.order_by_desc(round::Column::StartsOn).one(db).await? {
        Some(closed) => Some(figures_on(db, &closed).await?),
        None => None,
    };
    Ok(Between {
        next: value(db, next, []).await?,
        figures_on,
        has_figures: exists(db, "SELECT 1 AS there FROM round WHERE state = 'released'", []).await?,
    })
}

/// The first day on which figures of a round can be there.
pub(super) async fn figures_on(db: &impl ConnectionTrait, round: &round::Model) -> Result<NaiveDate> {
    let timezone = organisation::find(db).await?.timezone;
    let grace = rules::in_force(db, round.starts_on).await?.grace_hours;
    let (_, due) = moments(timezone, round.ends_on, grace);
    Ok(due.with_timezone(&timezone).date_naive())
}
