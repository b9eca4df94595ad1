//! Words, numbers and rules that both the browser and the server know.
//!
//! Newtypes and validation, the item bank, roles and what they may do, calendar periods, message
//! catalogues, and the data-transfer objects that travel to a page. Compiles to wasm and native.
//!
//! Architecture invariant: no I/O here. No clock, no randomness, no database, no files.

pub mod access;
pub mod account;
pub mod actions;
pub mod audit;
pub mod bank;
pub mod check_in;
pub mod comments;
pub mod compare;
pub mod complaint;
pub mod field;
pub mod figures;
pub mod format;
pub mod hint;
pub mod import;
pub mod kiosk;
pub mod lang;
pub mod link;
pub mod map;
pub mod notes;
pub mod organisation;
pub mod own_items;
pub mod people;
pub mod period;
pub mod privacy;
pub mod problem;
pub mod review;
pub mod rounds;
pub mod signal;
pub mod team;
pub mod teams;
pub mod text;
pub mod today;
pub mod unit;

pub use access::{Action, Role, Viewer};
pub use field::{Field, FieldProblem, Why};
pub use lang::Lang;
pub use period::{Period, Resolution};
pub use problem::Problem;
