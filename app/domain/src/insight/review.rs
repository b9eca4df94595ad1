//! The quarter's review: released figures as a document.

use serde::{Deserialize, Serialize};

use crate::{
    insight::figures::{CellState, Measure},
    organisation::unit::UnitItem,
};

/// One cell of the review: a measure of a unit in a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewCell {
    /// First day of the round at which it stands, ISO.
    pub round_start: String,
    /// Measure.
    pub measure: Measure,
    /// State; anything but published comes without a value.
    pub state: CellState,
    /// Value, whole points of 0–100.
    pub value: Option<i32>,
}

/// The review page: a summary per unit, computed from released figures only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReviewPage {
    /// Quarter shown, as `2026Q4`.
    pub quarter: String,
    /// Quarters that can be picked, newest first.
    pub quarters: Vec<String>,
    /// Released rounds in the quarter.
    pub rounds: u32,
    /// Threshold in force.
    pub k: u32,
    /// One row per unit, in tree order.
    pub rows: Vec<ReviewRow>,
    /// Organisation name.
    pub organisation: String,
}

/// A unit's quarter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReviewRow {
    /// The unit.
    pub unit: UnitItem,
    /// Rounds of the quarter with a published figure.
    pub published: u32,
    /// Rounds of the quarter that were hidden.
    pub hidden: u32,
    /// Mean of the released strain figures; none when all are hidden.
    pub strain: Option<i32>,
    /// Mean of the released satisfaction figures.
    pub satisfaction: Option<i32>,
    /// Complaints of the quarter.
    pub complaints: i64,
    /// Contacts of the quarter.
    pub contacts: i64,
}
