//! How customers' cases went in a unit over the last months: praise beside complaints, promises kept, apologies, outcomes.
//!
//! Architecture invariant: everything here is about a unit with all below it, nothing about a person, and no text of a
//! case is here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    mention::MentionCounts,
    words::{Category, Cause, ClockKind, Outcome, Stage},
};
use crate::organisation::unit::UnitPlace;

/// Fewest cases of which a share is told.
pub const FEWEST: i64 = 5;

/// A share with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// How many.
    pub count: i64,
    /// Of how many.
    pub of: i64,
    /// Lower and upper end of the 95 % interval, from 0 to 1 (Wilson 1927); none for fewer than [`FEWEST`].
    pub interval: Option<(f64, f64)>,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QualityPage {
    /// The unit and its surroundings.
    pub place: UnitPlace,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Complaints received.
    pub complaints: i64,
    /// Praise received.
    pub praise: i64,
    /// Ideas received.
    pub ideas: i64,
    /// Open complaints now, by stage, in the order of the stages.
    pub open: Vec<(Stage, i64)>,
    /// Of these, how many are late.
    pub late: i64,
    /// Promises that ended or were broken in these days, and how many of them were kept.
    pub kept: Vec<(ClockKind, Share)>,
    /// Answers that came with an apology.
    pub apologies: Share,
    /// Issues of cases that were answered, by what came of them.
    pub outcomes: Vec<(Outcome, i64)>,
    /// What cases that were answered were about, most first.
    pub causes: Vec<(Category, i64)>,
    /// Why issues of these cases came about, most first.
    pub reasons: Vec<(Cause, i64)>,
    /// Who had the cases that were answered: names of units and working seconds, most first.
    pub held: Vec<(String, i64)>,
    /// Cost of remedies, in øre.
    pub cost: i64,
    /// Mentions of people who work here, of this quarter and the one before.
    pub mentions: Vec<MentionCounts>,
}
