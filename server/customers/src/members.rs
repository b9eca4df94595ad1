//! Members: customers who have said yes to being recognised at the desk or to being followed up. With the last yes they are
//! gone, and with them what was stored about them.
//!
//! | question | where |
//! |---|---|
//! | who is it that stands at the desk, and what can be done for them | [`look_up`], [`act`] |
//! | who becomes a member | [`join`] |
//! | what does a member see, and do | [`own_page`], [`own_act`] |
//! | what is left when somebody leaves | [`leave`] |
//! | who comes back | [`fold`], [`returns`] |
//!
//! Architecture invariant: no list of members, no search by a part of anything, no order by what they do.

mod desk;
mod handle;
mod join;
mod leave;
mod own;
mod returns;
mod visits;

pub use desk::{DeskDone, act, look_up, page};
pub use join::{join, join_page};
pub use own::{OwnMemberDone, own_act, own_page};
pub use returns::{of_months, returns};
pub use visits::{fold, forget};

pub(crate) use join::tie;

use chrono::NaiveDate;
use domain::{
    Lang,
    customers::{follow_up::ConsentHow, member::Consent},
};
use sea_orm::FromQueryResult;

use base::{Error, Result};

const COLUMNS: &str = "id, number, name, phone, email, lang, recognise_on, recognise_how, recognise_version,
    follow_on, follow_how, follow_version, nonce, joined_on";

/// A member as stored.
#[derive(FromQueryResult)]
struct Stored {
    id: i64,
    number: String,
    name: String,
    phone: String,
    email: String,
    lang: String,
    recognise_on: Option<NaiveDate>,
    recognise_how: Option<String>,
    recognise_version: Option<i64>,
    follow_on: Option<NaiveDate>,
    follow_how: Option<String>,
    follow_version: Option<i64>,
    nonce: Vec<u8>,
    joined_on: NaiveDate,
}

impl Stored {
    fn lang(&self) -> Result<Lang> {
        let known = Lang::ALL.into_iter().find(|lang| lang.tag() == self.lang);
        known.ok_or_else(|| Error::stored("member.lang", &self.lang))
    }

    fn recognise(&self) -> Result<Option<Consent>> {
        consent(self.recognise_on, self.recognise_how.as_deref(), self.recognise_version)
    }

    fn follow(&self) -> Result<Option<Consent>> {
        consent(self.follow_on, self.follow_how.as_deref(), self.follow_version)
    }
}

fn consent(on: Option<NaiveDate>, how: Option<&str>, version: Option<i64>) -> Result<Option<Consent>> {
    let (Some(on), Some(how), Some(version)) = (on, how, version) else { return Ok(None) };
    let how = ConsentHow::from_name(how).ok_or_else(|| Error::stored("member consent", how))?;
    Ok(Some(Consent { on, how, version }))
}
