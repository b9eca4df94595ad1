//! People: where they belong, and what they may do.

pub mod arrivals;
pub mod changes;
pub mod list;
pub mod pages;
pub mod person_acts;
pub mod printed_codes;
mod roles;

use chrono::NaiveDate;
use domain::{AccountId, PersonId, Problem, UnitId, people::register::AccountState};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::stored_words;
use base::{
    Result,
    db::{one, value},
};
use organisation::{Tree, within};

/// Whose a person is to keep: what an administrator of a part of the tree has to know first.
pub struct Standing {
    /// Account, if there is one.
    pub account: Option<AccountId>,
    /// How the account stands.
    pub state: AccountState,
    /// Unit where the person belongs, will, or last did.
    pub unit: Option<UnitId>,
    /// Units of the roles that were given.
    pub role_units: Vec<UnitId>,
    /// First day on which the person no longer belongs here.
    pub left_on: Option<NaiveDate>,
}

/// A person and how their account stands, if there is one.
#[derive(FromQueryResult)]
struct PersonWithAccount {
    left_on: Option<NaiveDate>,
    account_id: Option<AccountId>,
    state: Option<String>,
}

/// Order of a person's places: the one of the day first, then the latest.
const NEAREST_PLACE: &str = "ORDER BY CASE WHEN from_on <= $2 AND (to_on IS NULL OR to_on >= $2) THEN 0 ELSE 1 END, from_on DESC, id DESC";

impl Standing {
    /// Finds a person, if any of their places or roles lies in these units.
    ///
    /// # Errors
    /// `NotFound` for an unknown person and for somebody else's, alike.
    pub async fn find(
        db: &impl ConnectionTrait,
        tree: &Tree,
        tops: &[UnitId],
        person: PersonId,
        today: NaiveDate,
    ) -> Result<Self> {
        let row: PersonWithAccount = one(
            db,
            "SELECT person.left_on, account.id AS account_id, account.state FROM person
             LEFT JOIN account ON account.person_id = person.id WHERE person.id = $1",
            [person.into()],
        )
        .await?
        .ok_or(Problem::NotFound)?;
        let unit: Option<UnitId> = value(
            db,
            &format!("SELECT unit_id FROM roster WHERE person_id = $1 {NEAREST_PLACE} LIMIT 1"),
            [person.into(), today.into()],
        )
        .await?;
        let role_units = match row.account_id {
            Some(account) => changes::roles(db, account).await?.into_iter().map(|(_, unit)| unit).collect(),
            None => Vec::new(),
        };
        let standing = Self {
            account: row.account_id,
            state: stored_words::state_if_any(row.state.as_deref())?,
            unit,
            role_units,
            left_on: row.left_on,
        };
        let is_own = is_whole(tree, tops)
            || standing.unit.iter().chain(&standing.role_units).any(|unit| within(tree, tops, *unit).is_ok());
        if is_own { Ok(standing) } else { Err(Problem::NotFound.into()) }
    }

    /// Whether something of the person lies outside these units. Whoever could send such an account a
    /// link or print it a code could sign in to it, and be more than they are.
    pub fn is_foreign(&self, tree: &Tree, tops: &[UnitId]) -> bool {
        !is_whole(tree, tops)
            && self.unit.iter().chain(&self.role_units).any(|unit| within(tree, tops, *unit).is_err())
    }
}

/// Whether these units are the whole organisation.
pub fn is_whole(tree: &Tree, tops: &[UnitId]) -> bool {
    tree.root().is_some_and(|root| tops.contains(&root))
}
