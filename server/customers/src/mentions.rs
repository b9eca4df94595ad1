//! People who work here and are named by customers.
//!
//! A complaint that names somebody stays out of every rate until it has been looked into; the person is told word for
//! word and may reply; the name is deleted after a while. Praise passes straight through.
//!
//! Architecture invariant: a name stands in no text column, index, file or event. It is sealed under a key of its own,
//! which stands outside the database and is destroyed with it. The one question by person is whether there is another
//! complaint within [`MENTION_DAYS`](domain::customers::mention::MENTION_DAYS); nothing counts, lists or orders by person.
//!
//! | question | where |
//! |---|---|
//! | is there a name in a text | [`propose`] |
//! | which wait for somebody | [`list`] |
//! | who may read one, and what does the page show | [`page`] |
//! | what can be done with one | [`act`] |
//! | what does the person see and do | [`own`], [`own_act`], [`own_data`] |
//! | how many are there, by state | [`counts`] |
//! | what is deleted, and when | [`upkeep`] |

mod act;
mod counts;
mod likeness;
mod list;
mod names;
mod own;
mod page;
mod reach;
mod seal;
mod stored;
mod texts;
pub mod upkeep;

pub use act::act;
pub(crate) use counts::counts;
pub use list::list;
pub(crate) use names::leave_out;
pub use names::{Proposal, propose};
pub use own::{own, own_act, own_data};
pub use page::page;
pub(crate) use seal::Key;
pub(crate) use stored::{Hand, begin};
pub(crate) use texts::{Heard, Names};
