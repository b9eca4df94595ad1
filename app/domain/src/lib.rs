//! Words, numbers and rules that both the browser and the server know.
//!
//! Newtypes and validation, the item bank, roles and what they may do, calendar periods, message
//! catalogues, and the data-transfer objects that travel to a page. Compiles to wasm and native.
//!
//! Architecture invariant: no I/O here. No clock, no randomness, no database, no files.

mod base;
pub mod customers;
pub mod exchange;
pub mod insight;
pub mod organisation;
pub mod people;
pub mod staff;

pub use base::{
    access::{self, Right, Role, Viewer},
    audit,
    field::{self, Field, FieldProblem, Why},
    format,
    ids::{self, AccountId, PersonId, RoundId, UnitId},
    lang::{self, Lang},
    letters,
    period::{self, Period, Resolution},
    problem::{self, Problem},
    text,
};
