//! Server functions: what pages read. Each is three lines: context, one service call, a DTO.
//!
//! Whether the person may see it is decided by the first line of the service function.

pub mod account;
pub mod actions;
pub mod audit;
pub mod check_in;
pub mod comments;
pub mod compare;
pub mod complaints;
pub mod figures;
pub mod imports;
pub mod kiosk;
pub mod link;
pub mod map;
pub mod notes;
pub mod people;
pub mod privacy;
pub mod questions;
pub mod review;
pub mod rounds;
pub mod teams;
pub mod today;
pub mod units;
