//! Comments of check-ins as their readers receive them.

use crate::UnitId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::organisation::unit::UnitItem;

/// Which comments a reader asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CommentQuery {
    /// Unit id; none is the first unit that shows comments.
    pub unit: Option<UnitId>,
    /// Quarter such as `2026Q4`; none is the newest with a released round.
    pub quarter: Option<String>,
}

/// The comments that one unit shows in one quarter. Of comments that are shown elsewhere or nowhere it says
/// nothing, not even how many there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentPage {
    /// The unit.
    pub unit: UnitItem,
    /// Units of the reader that show comments in the quarter, and the one shown, in tree order.
    pub units: Vec<UnitItem>,
    /// Quarter shown, as `2026Q4`.
    pub quarter: String,
    /// Quarters with a released round, newest first.
    pub quarters: Vec<String>,
    /// Rounds with comments, newest first.
    pub rounds: Vec<CommentRound>,
    /// Fewest answers behind the comments of a unit.
    pub crowd: u32,
    /// Fewest people who wrote.
    pub authors: u32,
}

/// The comments of a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentRound {
    /// Number of the round.
    pub number: i64,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Texts, in an order that says nothing about who wrote when, or in which team.
    pub texts: Vec<String>,
}
