//! Rounds of check-ins, their questions, and what may be told of the answers.

pub mod advice;
pub mod bank;
pub mod check_in;
pub mod comments;
pub mod hint;
pub mod kiosk;
pub mod own_items;
pub mod privacy;
pub mod rounds;
pub mod slips;
