//! The sealed ballot box: what a stored ballot looks like, and whose vote is used.
//!
//! Architecture invariant: whatever leaves this folder for the database has a size that depends on nothing that
//! somebody answered. See `SEALED.md` beside the crate for the scheme and for what each attacker sees.
//!
//! - [`carry`]: ballots that an older version kept in the clear
//! - [`content`]: what stands in a box
//! - [`counts`]: what a round's ballots add up to
//! - [`keys`]: the keys of rounds and quarters, from their making to their end
//! - [`seal`]: sealing, opening, marking

pub mod carry;
mod content;
pub(crate) mod counts;
pub mod keys;
pub(crate) mod seal;

pub use content::Content;
pub use seal::{BOX, open};
