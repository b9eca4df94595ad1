//! The rules that decide which figures about staff may be shown, and in which form.
//!
//! Input is an organisation tree with, per unit, how many people belong to it and how many of them answered.
//! Output is one [`Decision`] per unit, and figures that are already clipped and rounded. The
//! rules:
//!
//! | rule | what it does | where |
//! |---|---|---|
//! | R1 | a unit needs at least *k* answers | [`release`](fn@release) |
//! | R1b | a small unit reports over a third of a quarter at once | [`windows`], [`spans`] |
//! | R2 | of what is left of a unit after taking its published parts away at least *k* answered, or nobody belongs to it | [`release`](fn@release), [`spans`] |
//! | R3 | agreement of everybody is not shown as such | [`figures`], [`shares`] |
//! | R4 | the fewer are on the roster, the coarser is what is printed | [`figures`], [`rounding`] |
//! | R5 | a roster that changed by fewer than *k* people breaks or holds the series | [`roster_change`] |
//! | R9 | answers of newcomers do not carry a figure, and those by printed code need three more | [`Direct`], [`Threshold::with_codes`] |
//!
//! What is shown and how depends on rosters wherever it can, which everybody knows, and not on who answered.
//!
//! [`comments`] finds the one unit where a comment may be read, and [`audit`] is the file format by which
//! anybody can have the rules applied to an organisation of their own.
//!
//! Architecture invariant: everything here is a pure function. No input or output, no clock, no randomness,
//! no database, and no knowledge of who is looking: a figure is released to all its viewers or to none.
//!
//! # What the caller must do
//!
//! * Count whoever may view a unit's figures as its manager among the *direct* members of the **parent**
//!   unit. Otherwise the viewer knows one of the answers and the others are protected by `k - 1` only.
//! * Call [`release`](fn@release) **once for each measure** with the number of people who answered *that*
//!   item. People may skip items, so five ballots can hold a single answer to one of the questions; the
//!   turnout is a measure of its own.
//! * Where windows are used: after each round call [`release_among`] with the units that report each round
//!   as candidates, then [`spans::release_span`] for each longer window that ends with this round, the
//!   shortest first, with every figure published before. Let no unit report more often than the one above,
//!   see [`windows::never_shorter_than_above`].
//! * Print figures with the roster and the residual roster of their decision, see [`figures::Scope`].
//! * Hand the same tree and the same rosters to all calls of a window: those of its first round. A round
//!   voided within a window voids the window.
//! * Never show [`Decision::roster`] or [`Decision::answered`]: they are exact. [`rounding`] has the
//!   presentable forms. To everybody but the audit the states but `published` are one: *hidden*.

pub mod audit;
mod blocks;
pub mod comments;
pub mod figures;
mod grain;
mod release;
pub mod roster_change;
pub mod rounding;
pub mod shares;
pub mod spans;
mod threshold;
mod tree;
pub mod windows;

pub use release::{Decision, State, UnknownState, release, release_among};
pub use threshold::{Threshold, ThresholdTooLow};
pub use tree::{Direct, TreeError, Unit};

/// Version of the rules in this crate, stored with every released figure.
///
/// It grows by one whenever a change could give another decision or another figure for the same counts, so
/// that a reader of old figures knows which rules they were made by.
pub const RULE_VERSION: i32 = 4;
