//! Actions as the database holds them.

use chrono::NaiveDate;
use domain::{
    Problem, Role,
    insight::actions::{ActionState, Driver},
};
use sea_orm::{ConnectionTrait, QueryResult};

use base::{
    Error, Result,
    db::{join_ids, query_all, query_one},
};

const COLUMNS: &str = "id, unit_id, driver, what, owner, starts_on, review_on, state, outcome, closed_on";

/// A row.
pub(super) struct Stored {
    pub(super) id: i64,
    pub(super) unit: i64,
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
    fn of(row: &QueryResult) -> Result<Self> {
        let id: i64 = row.try_get("", "id")?;
        let text = |column: &str| row.try_get::<String>("", column);
        // The program wrote these words; others mean a database of another program.
        let unknown = |column: &str| Error::Internal(format!("action {id}: its {column} is unknown"));
        Ok(Self {
            id,
            unit: row.try_get("", "unit_id")?,
            driver: Driver::from_name(&text("driver")?).ok_or_else(|| unknown("driver"))?,
            tried: text("what")?,
            owner: Role::from_name(&text("owner")?).ok_or_else(|| unknown("owner"))?,
            starts_on: row.try_get("", "starts_on")?,
            review_on: row.try_get("", "review_on")?,
            state: ActionState::from_name(&text("state")?).ok_or_else(|| unknown("state"))?,
            learned: text("outcome")?,
            closed_on: row.try_get("", "closed_on")?,
        })
    }

    /// The action with this number.
    pub(super) async fn find(db: &impl ConnectionTrait, id: i64) -> Result<Self> {
        let sql = format!("SELECT {COLUMNS} FROM agreed_action WHERE id = $1");
        Self::of(&query_one(db, &sql, [id.into()]).await?.ok_or(Problem::NotFound)?)
    }

    /// The actions of these units.
    pub(super) async fn of_units(
        db: &impl ConnectionTrait,
        units: &[i64],
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
        query_all(db, &sql, []).await?.iter().map(Self::of).collect()
    }
}
