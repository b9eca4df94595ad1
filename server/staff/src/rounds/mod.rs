//! Rounds and the ballot box.
//!
//! Architecture invariant: nothing that somebody answered, and nobody who did, is written where it can be read.
//! Casting is one transaction of two rows of constant size: a mark that a vote is used, and a sealed ballot.

mod asked;
mod attempts;
mod between;
pub mod calendar;
mod cast;
pub mod codes;
pub mod kiosk;
pub mod own_items;
mod pass;
pub mod personal_links;
mod plan;
pub mod reminders;
pub mod roll;
pub mod round_acts;
mod urn;

use chrono::NaiveDate;
use domain::staff::{
    bank::{Item, items_of_round},
    rounds::RoundState,
};
use entity::round;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder};

pub use asked::HAS_WAY_IN;
pub use attempts::Attempts;
pub use between::now;
pub use calendar::void_since;
pub use cast::{Cast, Voter, cast, cast_by, check_in_page, receipt};
pub use pass::Pass;
pub use plan::{NewRound, close, close_due, list, open_due, plan, void};

use base::{Error, Result, db::all};

/// The open round; of two, which only a clock that ran ahead can open, the one that began first.
pub async fn find_open(db: &impl ConnectionTrait) -> Result<Option<round::Model>> {
    Ok(open_rounds().one(db).await?)
}

fn open_rounds() -> sea_orm::Select<round::Entity> {
    round::Entity::find().filter(round::Column::State.eq("open")).order_by_asc(round::Column::StartsOn)
}

/// Where a round stands, by the word that is stored.
pub(crate) fn state(word: &str) -> Result<RoundState> {
    RoundState::from_name(word).ok_or_else(|| Error::stored("round.state", word))
}

/// A statement that is asked.
#[derive(FromQueryResult)]
struct Statement {
    id: i64,
    en: String,
    nb: String,
}

/// The organisation's own statements that a round asks, with their English and Bokmål wording.
pub async fn own_items(
    db: &impl ConnectionTrait,
    starts_on: NaiveDate,
) -> Result<Vec<(Item, (String, String))>> {
    let statements: Vec<Statement> = all(
        db,
        "SELECT id, en, nb FROM own_item WHERE from_on <= $1 AND (to_on IS NULL OR to_on >= $1) ORDER BY tag, id",
        [starts_on.into()],
    )
    .await?;
    Ok(statements.into_iter().map(|own| (Item::Own(own.id), (own.en, own.nb))).collect())
}

/// Everything that a round asks: four items of the bank, then the organisation's own.
pub async fn asked(db: &impl ConnectionTrait, round: &round::Model) -> Result<Vec<Item>> {
    let own = own_items(db, round.starts_on).await?;
    Ok(items_of_round(round.number).into_iter().chain(own.into_iter().map(|(item, _)| item)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_in_an_unknown_state_is_an_error_and_not_a_closed_one() {
        for known in RoundState::ALL {
            assert_eq!(state(known.name()).unwrap(), known);
        }
        assert_eq!(
            state("lost").unwrap_err().to_string(),
            "round.state holds \"lost\", which this version does not know"
        );
    }
}
