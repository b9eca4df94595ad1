//! Rounds and the ballot box.
//!
//! Architecture invariant: an answer set is never written. Casting is one transaction that marks the
//! vote as used and adds to counts; no row, time, sequence or key joins the two.

mod attempts;
pub mod calendar;
mod cast;
pub mod codes;
pub mod keep;
pub mod kiosk;
pub mod links;
pub mod own_items;
mod pass;
mod plan;
pub mod reminders;
pub mod roll;

use chrono::NaiveDate;
use domain::staff::bank::{Item, items_of_round};
use entity::round;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

pub use attempts::Attempts;
pub use calendar::void_since;
pub use cast::{Voter, cast, cast_by, check_in_page, receipt};
pub use pass::Pass;
pub use plan::{NewRound, close, close_due, list, open_due, plan, void};

use base::{Result, db::query_all};

/// The open round; of two, which only a clock that ran ahead can open, the one that began first.
pub async fn find_open(db: &impl ConnectionTrait) -> Result<Option<round::Model>> {
    Ok(open_rounds().one(db).await?)
}

fn open_rounds() -> sea_orm::Select<round::Entity> {
    round::Entity::find().filter(round::Column::State.eq("open")).order_by_asc(round::Column::StartsOn)
}

/// The organisation's own statements that a round asks, with their English and Bokmål wording.
pub async fn own_items(
    db: &impl ConnectionTrait,
    starts_on: NaiveDate,
) -> Result<Vec<(Item, (String, String))>> {
    query_all(
        db,
        "SELECT id, en, nb FROM own_item WHERE from_on <= $1 AND (to_on IS NULL OR to_on >= $1) ORDER BY tag, id",
        [starts_on.into()],
    )
    .await?
    .into_iter()
    .map(|row| Ok((Item::Own(row.try_get("", "id")?), (row.try_get("", "en")?, row.try_get("", "nb")?))))
    .collect()
}

/// Everything that a round asks: four items of the bank, then the organisation's own.
pub async fn asked(db: &impl ConnectionTrait, round: &round::Model) -> Result<Vec<Item>> {
    let own = own_items(db, round.starts_on).await?;
    Ok(items_of_round(round.number).into_iter().chain(own.into_iter().map(|(item, _)| item)).collect())
}
