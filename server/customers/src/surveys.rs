//! Surveys: after a visit by the code of a place, and once when somebody has closed a case whose customer can be reached.
//!
//! Only sending the form answers anything: whoever fetches every link of a letter answers nothing.
//!
//! | question | where |
//! |---|---|
//! | who is asked | [`invite`], by letter: [`send_due`] |
//! | how does an answer come in | [`page`], [`answer`] |
//! | what do answers say | [`report`] |
//!
//! Architecture invariant: what is stored of an answer is a count of a unit's month.

mod answer;
mod counts;
mod invite;
mod letter;
mod report;

pub use answer::{answer, page};
pub(crate) use counts::count;
pub use invite::forget;
pub(crate) use invite::{address_of, invite, nonce_of, withdraw};
pub use letter::send_due;
pub use report::report;
