//! Actions as the database holds them.

use chrono::NaiveDate;
use domain::{
    Problem, Role, UnitId,
    insight::actions::{ActionState, Driver},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use base::{
    Error, Result,
    db::{self, join_ids},
};

const COLUMNS: &str = "id, unit_id, driver, what, owner, starts_on, review_on, state, outcome, closed_on";

/// An action in the words of the database.
#[derive(FromQueryResult)]
struct ActionRecord {
    id: i64,
    unit_id: UnitId,
    driver: String,
    what: String,
    owner: String,
    starts_on: NaiveDate,
    review_on: NaiveDate,
    state: String,
    outcome: String,
    closed_on: Option<NaiveDate>,
}

/// An action that was agreed.
pub(super) struct Stored {
    pub(super) id: i64,
    pub(super) unit: UnitId,
    pub(super) driver: Driver,
    pub(super) tried: String,
    pub(super) owner: Role,
    pub(super) starts_on: NaiveDate,
    pub(super) review_on: NaiveDate,
    pub(super) state: ActionState,
    pub(super) learned: String,
    pub(super) closed_on: Option<NaiveDate>,
}

/// Which actions, in which order.
#[derive(Clone, Copy)]
pub(super) enum Sort {
    /// Open ones, the next review first.
    OpenByReview,
    /// Reviewed ones, the newest review first.
    ClosedNewestFirst,
}

impl Stored {
    fn of(action: ActionRecord) -> Result<Self> {
        Ok(Self {
            id: action.id,
            unit: action.unit_id,
            driver: Driver::from_name(&action.driver)
                .ok_or_else(|| Error::stored("agreed_action.driver", &action.driver))?,
            tried: action.what,
            owner: Role::from_name(&action.owner)
                .ok_or_else(|| Error::stored("agreed_action.owner", &action.owner))?,
            starts_on: action.starts_on,
            review_on: action.review_on,
            state: ActionState::from_name(&action.state)
                .ok_or_else(|| Error::stored("agreed_action.state", &action.state))?,
            learned: action.outcome,
            closed_on: action.closed_on,
        })
    }

    /// The action with this number.
    pub(super) async fn find(db: &impl ConnectionTrait, id: i64) -> Result<Self> {
        let sql = format!("SELECT {COLUMNS} FROM agreed_action WHERE id = $1");
        Self::of(db::one(db, &sql, [id.into()]).await?.ok_or(Problem::NotFound)?)
    }

    /// The actions of these units.
    pub(super) async fn of_units(
        db: &impl ConnectionTrait,
        units: &[UnitId],
        sort: Sort,
        most: Option<usize>,
    ) -> Result<Vec<Self>> {
        let which = match sort {
            Sort::OpenByReview => "state = 'open' AND unit_id IN ({units}) ORDER BY review_on, id",
            Sort::ClosedNewestFirst => {
                "state <> 'open' AND unit_id IN ({units}) ORDER BY closed_on DESC, id DESC"
            }
        };
        let limit = most.map(|most| format!(" LIMIT {most}")).unwrap_or_default();
        let which = which.replace("{units}", &join_ids(units));
        let sql = format!("SELECT {COLUMNS} FROM agreed_action WHERE {which}{limit}");
        db::all(db, &sql, []).await?.into_iter().map(Self::of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_word_in_an_action_is_an_error_that_names_its_place() {
        let day: NaiveDate = "2026-11-16".parse().unwrap();
        let read = |driver: &str, owner: &str, state: &str| {
            let action = ActionRecord {
                id: 1,
                unit_id: UnitId::new(3),
                driver: driver.to_owned(),
                what: "Two at the desk".to_owned(),
                owner: owner.to_owned(),
                starts_on: day,
                review_on: day,
                state: state.to_owned(),
                outcome: String::new(),
                closed_on: None,
            };
            Stored::of(action).map(|_| ()).map_err(|error| error.to_string())
        };
        let unknown = |column: &str, word: &str| {
            Err(format!("agreed_action.{column} holds {word:?}, which this version does not know"))
        };
        assert_eq!(read("strain", "manager", "open"), Ok(()));
        assert_eq!(read("luck", "manager", "open"), unknown("driver", "luck"));
        assert_eq!(read("strain", "owner", "open"), unknown("owner", "owner"));
        assert_eq!(read("strain", "manager", "ajar"), unknown("state", "ajar"));
    }
}
