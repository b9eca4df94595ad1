//! The employee's check-in: from a submitted form to a ballot.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    field::{Field, FieldProblem, Why, free_text},
    problem::Problem,
    staff::{bank::Item, privacy::Lowering},
};

/// Longest comment, in characters.
pub const LONGEST_COMMENT: usize = 1000;

/// The check-in form as it arrives: `round`, one field per item id, `comment`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BallotForm {
    /// Number of the round the form was shown for.
    #[serde(default)]
    pub round: i64,
    /// Random text made with the form, so that the same form sent again is told from a second ballot.
    #[serde(default)]
    pub key: String,
    /// Free comment; empty is none.
    #[serde(default)]
    pub comment: String,
    /// Answers by item id; absent, empty or `skip` is no answer.
    #[serde(flatten)]
    pub answers: BTreeMap<String, String>,
}

/// One person's answers in flight. Exists in memory only and is never stored as a whole.
pub struct Ballot {
    /// Answered items; what was skipped is not in it.
    pub answers: Vec<(Item, i16)>,
    /// Comment, if any.
    pub comment: Option<String>,
}

impl BallotForm {
    /// Whether nothing is filled in. Who prefers not to say has said so.
    pub fn is_untouched(&self) -> bool {
        self.comment.trim().is_empty() && self.answers.values().all(String::is_empty)
    }

    /// Checks the form against the items asked in its round and their values.
    ///
    /// # Errors
    /// `Invalid` for an item that is not asked in the round, a value off its scale, or a comment
    /// that is too long or unprintable.
    pub fn parse(&self, asked: &[Item]) -> Result<Ballot, Problem> {
        let mut problems = Vec::new();
        let mut answers = Vec::with_capacity(asked.len());
        for (id, value) in &self.answers {
            let Some(item) = Item::from_id(id).filter(|item| asked.contains(item)) else {
                problems.push(FieldProblem { field: Field::Answer, why: Why::NotAChoice });
                continue;
            };
            if value.is_empty() || value == "skip" {
                continue;
            }
            match value.parse::<i16>().ok().filter(|v| item.scale().values().contains(v)) {
                Some(value) => answers.push((item, value)),
                None => problems.push(FieldProblem { field: Field::Answer, why: Why::NotAChoice }),
            }
        }
        let comment = match free_text(&self.comment, LONGEST_COMMENT) {
            Ok(comment) => Some(comment),
            Err(Why::Missing) => None,
            Err(why) => {
                problems.push(FieldProblem { field: Field::Comment, why });
                None
            }
        };
        if problems.is_empty() { Ok(Ballot { answers, comment }) } else { Err(Problem::Invalid(problems)) }
    }
}

/// A question as the form shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Item.
    pub item: Item,
    /// Wording of the organisation's own, English and Bokmål; none for the bank's, whose wording is in the
    /// catalogues.
    pub own: Option<(String, String)>,
}

/// What the check-in page needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInPage {
    /// Number of the open round.
    pub round: i64,
    /// Questions, in the order they are asked.
    pub questions: Vec<Question>,
    /// For the form's field `key`.
    pub key: String,
    /// First and last day of the round, as ISO dates.
    pub days: (String, String),
    /// Whether this person's ballot of the round is used.
    pub is_answered: bool,
    /// Whether there was no round before in which this person, or anybody of this unit, could have answered.
    pub is_first: bool,
    /// Name of the unit whose tally the answers go into.
    pub unit: String,
    /// Names of the units above it, nearest first: its comments may be shown at any of them.
    pub above: Vec<String>,
    /// Fewest answers from which anything is shown.
    pub k: u32,
    /// Fewest answers from which comments are shown.
    pub k_comment: u32,
    /// Fewest people who have to have written before comments are shown.
    pub authors: u32,
    /// Rules that were lowered lately or will be.
    pub lowering: Option<Lowering>,
    /// With whom the answers are counted.
    pub company: Company,
}

/// With whom somebody is counted: the people of their unit on the roll of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// All of them.
    pub people: u32,
    /// Of these, people whose answers do not carry a figure, because they were not here in each round since `since`.
    pub new: u32,
    /// First day of the rounds looked back on; none where it is not asked how long somebody has been here.
    pub since: Option<NaiveDate>,
    /// People whose sign-in was opened or reset by a printed code this quarter. They do not carry a figure either.
    pub opened_by_code: u32,
}

impl CheckInPage {
    /// Names that everybody here knows: a comment that holds one gives nobody away.
    pub fn known_names(&self) -> Vec<String> {
        std::iter::once(&self.unit).chain(&self.above).cloned().collect()
    }
}

/// What the check-in has to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Now {
    /// A round is open.
    Open(Box<CheckInPage>),
    /// None is.
    Between(Between),
}

/// What the check-in says while there is no round to answer in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Between {
    /// First day of the next round; none while none is planned.
    pub next: Option<NaiveDate>,
    /// The day on which the figures of the round that has just closed come; none when they are there.
    pub figures_on: Option<NaiveDate>,
    /// Whether any figures have been published yet.
    pub has_figures: bool,
}

/// What the receipt page tells: nothing about the answers, for the server no longer has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Number of the round.
    pub round: i64,
    /// Last day of the round, as ISO date.
    pub closes_on: String,
    /// Fewest answers from which anything is shown.
    pub k: u32,
    /// First day on which its figures can be there.
    pub figures_on: NaiveDate,
    /// Whether there is a ballot to give a receipt for.
    pub is_answered: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::staff::bank::items_of_round;

    fn form(round: i64, answers: &[(&str, &str)]) -> BallotForm {
        BallotForm {
            round,
            key: String::new(),
            comment: String::new(),
            answers: answers.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
        }
    }

    #[test]
    fn skipped_items_are_no_answers() {
        let ballot = form(0, &[("C1", "-2"), ("C2", "skip"), ("R1", ""), ("R7", "5")])
            .parse(&items_of_round(0))
            .ok()
            .unwrap();
        assert_eq!(ballot.answers, [(Item::C1, -2), (Item::R7, 5)]);
    }

    #[test]
    fn a_form_is_untouched_until_something_is_chosen_or_written() {
        assert!(form(0, &[]).is_untouched() && form(0, &[("C1", "")]).is_untouched());
        assert!(BallotForm { comment: " \n".to_owned(), ..form(0, &[]) }.is_untouched());
        assert!(!form(0, &[("C1", "skip")]).is_untouched());
        assert!(!BallotForm { comment: "Fine".to_owned(), ..form(0, &[]) }.is_untouched());
    }

    #[test]
    fn foreign_items_and_values_are_refused() {
        for answers in [[("R2", "3")], [("C1", "3")], [("C2", "0")], [("person", "7")], [("C2", "4.5")]] {
            assert!(
                matches!(form(0, &answers).parse(&items_of_round(0)), Err(Problem::Invalid(_))),
                "{answers:?}"
            );
        }
    }
}
