//! Follow-ups: who is to be called or written to, what came of it, and nothing more once it is done.
//!
//! Nobody is here without having said yes; name and number are deleted when it is done, when the customer says no, when the
//! case or the member they belong to is erased, and when nobody came to it in time.
//!
//! | question | where |
//! |---|---|
//! | who is to be followed up | [`list`], [`new_page`], [`plan`] |
//! | what is said, and what came of it | [`page`], [`record`] |
//! | how does a customer say no | [`stop_page`], [`stop`] |

mod ends;
mod plan;
mod tried;

pub(crate) use ends::{EMPTIED, NONCE, let_go, reach};
pub use ends::{expire, stop, stop_page};
pub use plan::{list, new_page, plan};
pub use tried::{page, record};

use chrono::NaiveDate;
use domain::{
    Lang, UnitId,
    customers::follow_up::{FollowUpReason, FollowUpRow},
};
use organisation::Tree;
use sea_orm::FromQueryResult;

use base::{Error, Result};

const COLUMNS: &str =
    "id, unit_id, reason, about, customer_name, phone, email, lang, nonce, due_on, attempts, member_id";

/// A follow-up that is not done.
#[derive(FromQueryResult)]
struct Stored {
    id: i64,
    unit_id: UnitId,
    reason: String,
    about: String,
    customer_name: String,
    phone: String,
    email: String,
    lang: String,
    nonce: Vec<u8>,
    due_on: NaiveDate,
    attempts: i64,
    member_id: Option<i64>,
}

impl Stored {
    fn row(&self, tree: &Tree, today: NaiveDate) -> Result<FollowUpRow> {
        Ok(FollowUpRow {
            id: self.id,
            unit: tree.get(self.unit_id).map(|unit| unit.name.clone()).unwrap_or_default(),
            reason: FollowUpReason::from_name(&self.reason)
                .ok_or_else(|| Error::stored("follow_up.reason", &self.reason))?,
            about: self.about.clone(),
            name: self.customer_name.clone(),
            due_on: self.due_on,
            attempts: self.attempts,
            is_due: self.due_on <= today,
        })
    }

    fn lang(&self) -> Result<Lang> {
        let known = Lang::ALL.into_iter().find(|lang| lang.tag() == self.lang);
        known.ok_or_else(|| Error::stored("follow_up.lang", &self.lang))
    }
}
