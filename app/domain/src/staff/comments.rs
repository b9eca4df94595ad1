//! Comments of check-ins as their readers receive them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    UnitId,
    organisation::unit::{UnitItem, UnitPlace},
};

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
    /// The unit, and where else the reader can go from it.
    pub place: UnitPlace,
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

/// What is asked for of all comments that somebody may read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AllCommentsQuery {
    /// Quarter such as `2026Q4`; none is the newest with a released round.
    pub quarter: Option<String>,
    /// Words that a comment has to hold, all of them.
    pub search: String,
    /// Which page of units, from 1.
    pub page: u32,
}

/// All comments of a quarter that somebody may read, by the unit that shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllComments {
    /// Quarter shown, as `2026Q4`.
    pub quarter: String,
    /// Quarters with a released round, newest first.
    pub quarters: Vec<String>,
    /// Words searched for.
    pub search: String,
    /// Units with comments that hold them, in tree order.
    pub units: Vec<(UnitItem, Vec<CommentRound>)>,
    /// Comments found.
    pub found: usize,
    /// Units found.
    pub found_units: usize,
    /// Page shown, from 1.
    pub page: u32,
    /// Pages there are.
    pub pages: u32,
    /// Fewest answers behind the comments of a unit.
    pub crowd: u32,
    /// Fewest people who wrote.
    pub authors: u32,
}

/// Whether a text holds all of these words, whatever the case of their letters.
pub fn holds(text: &str, words: &str) -> bool {
    let text = text.to_lowercase();
    words.to_lowercase().split_whitespace().all(|word| text.contains(word))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_found_by_all_its_words_in_any_case() {
        for (words, is_found) in
            [("", true), ("kø", true), ("KØ kassen", true), ("kassen  kø ", true), ("kø lager", false)]
        {
            assert_eq!(holds("Lang KØ i kassen", words), is_found, "{words}");
        }
    }
}
