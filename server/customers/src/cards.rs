//! The customer's own side: cards by a code on a poster, the receipt, the own case, faces on a screen.
//!
//! Nobody is asked who they are and nothing tells it: no cookie, no address in the database or the log. What keeps abuse
//! away is in the form itself ([`key`]), in memory ([`BY_ADDRESS`]) and in what a unit usually gets ([`hold`]).
//!
//! | question | where |
//! |---|---|
//! | which addresses lead to a form | [`codes`] |
//! | how does a card come in | [`page`], [`take`] |
//! | what does the customer see later, and do | [`open`], [`act`] |
//! | what is held back, and who decides | [`hold`] |
//! | how do four faces count | [`faces`] |
//! | how do cards on paper come in | [`paper`] |
//! | who gets a slip at the desk | [`slip`] |
//! | how does a customer add a picture | [`bring`] |
//!
//! Architecture invariant: what a customer sees is made in [`own`] alone, which reads messages and never notes, drafts,
//! mentions or names of colleagues.

mod bring;
pub mod codes;
pub mod faces;
pub mod hold;
mod intake;
pub(crate) mod key;
pub(crate) mod own;
pub mod paper;
mod receipt;
pub mod slip;

use base::buckets::Share;
use chrono::Duration;
use domain::{Problem, customers::card::MOST_BY_ADDRESS};

pub use bring::bring;
pub use intake::{page, take, voice};
pub use own::{OwnDone, act, open};

/// Cards and answers that may come from one network address.
pub(crate) const BY_ADDRESS: Share = Share {
    name: "cards",
    most: MOST_BY_ADDRESS,
    within: Duration::hours(1),
    refusal: || Problem::TooManyCards,
};

/// Files that may come from one network address.
pub(crate) const FILES_BY_ADDRESS: Share = Share {
    name: "files",
    most: 2 * MOST_BY_ADDRESS,
    within: Duration::hours(1),
    refusal: || Problem::TooManyCards,
};
