//! What the figures of staff and customers say together: trends, comparisons, the link, and what a manager does
//! about it.
//!
//! Architecture invariant: everything here reads the ledger and the roll-up, never a ballot.

pub mod actions;
pub mod competitors;
pub mod figures;
pub mod hse;
mod ledger;
pub mod link;
pub mod matters;
pub mod notes;
pub mod overview;
pub mod pack;
pub mod review;
pub mod set_up;
pub mod today;
mod verdicts;
