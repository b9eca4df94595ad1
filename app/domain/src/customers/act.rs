//! What can be done with a case, and the forms that do it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::words::{Category, Cause, Kind, Outcome, Stage, named};
use crate::Why;

/// Longest note on a case, in characters.
pub const LONGEST_NOTE: usize = 2000;
/// Longest letter to a customer, in characters.
pub const LONGEST_LETTER: usize = 10_000;
/// For how many minutes a step can be taken back.
pub const UNDO_MINUTES: i64 = 10;
/// For how many days a case can be reopened after its answer or end; later it is a new one.
pub const REOPEN_DAYS: i64 = 90;
/// Most working days by which the answer can be put off.
pub const MOST_EXTENSION: i64 = 10;
/// Working days by which it is put off unless somebody says otherwise.
pub const USUAL_EXTENSION: i64 = 5;
/// Working days that a customer who was asked twice has to answer, before a case may end for want of one.
pub const ANSWER_DAYS_OF_CUSTOMER: u32 = 20;
/// Highest cost of a remedy, in øre: a hundred million kroner.
pub const MOST_COST: i64 = 10_000_000_000;

named! {
    /// Something that can be done with a case.
    Act, "act-" {
        /// Say that the customer knows we have it.
        Acknowledge = "acknowledge",
        /// Decide severity, issues and holder.
        Assess = "assess",
        /// Decide severity and issues anew: more is known by now.
        Regrade = "regrade",
        /// Find facts first; the customer is told a later day.
        Investigate = "investigate",
        /// Answer, with outcome, apology and remedy.
        Answer = "answer",
        /// Nothing is left to do.
        Close = "close",
        /// End it without an answer.
        End = "end",
        /// The customer came back.
        Reopen = "reopen",
        /// Ask the customer something and wait.
        Pause = "pause",
        /// Go on without waiting.
        Resume = "resume",
        /// Put the answer off, once.
        Extend = "extend",
        /// Give it to another unit.
        HandOver = "hand_over",
        /// Take it on oneself.
        Take = "take",
        /// Give it back to the unit.
        LetGo = "let_go",
        /// Write a note.
        Note = "note",
        /// Write to the customer, or keep what was said.
        Letter = "letter",
        /// Keep what the customer wrote or said.
        Hear = "hear",
        /// Mend what was written down.
        Correct = "correct",
        /// Mend how the customer can be reached, or take it away.
        Contact = "contact",
        /// Put praise or an idea away.
        PutAway = "put_away",
        /// Take the last step back.
        Undo = "undo",
        /// Note down what is still to be done.
        AddAction = "add_action",
        /// Say that it is done.
        FinishAction = "finish_action",
    }
}

/// What decides which acts are possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What the customer left.
    pub kind: Kind,
    /// Where it stands.
    pub stage: Stage,
    /// Whether it waits for the customer.
    pub is_paused: bool,
    /// Whether the answer has been put off already.
    pub is_extended: bool,
    /// Whether it is part of another case, where all that is done is done.
    pub is_merged: bool,
}

impl Act {
    /// Whether it has a page of its own, because something has to be written or chosen.
    pub const fn has_page(self) -> bool {
        matches!(
            self,
            Self::Assess
                | Self::Regrade
                | Self::Investigate
                | Self::Answer
                | Self::End
                | Self::Reopen
                | Self::Pause
                | Self::Extend
                | Self::HandOver
                | Self::Letter
                | Self::Hear
                | Self::Correct
                | Self::Contact
        )
    }

    /// Whether it goes ahead although something came in since the page was opened. Notes, letters heard and who has a
    /// case never collide; whatever changes the state, or tells the customer something, does.
    pub const fn never_collides(self) -> bool {
        matches!(
            self,
            Self::Note | Self::Hear | Self::Take | Self::LetGo | Self::AddAction | Self::FinishAction
        )
    }

    /// Whether a letter goes with it, or what was said in its place.
    pub const fn has_letter(self) -> bool {
        self.moves_the_day() || matches!(self, Self::Answer | Self::Pause | Self::Letter)
    }

    /// Whether the answer comes on a later day than was said: the customer is told which.
    pub const fn moves_the_day(self) -> bool {
        matches!(self, Self::Investigate | Self::Extend)
    }

    /// Whether what has been written so far can be kept for later.
    pub const fn has_draft(self) -> bool {
        self.has_letter()
    }

    /// Whether the case allows it where it stands.
    pub const fn is_possible(self, standing: Standing) -> bool {
        let Standing { kind, stage, is_paused, is_extended, is_merged } = standing;
        match self {
            Self::Note | Self::Correct | Self::Contact | Self::Undo => return true,
            Self::PutAway => return !matches!(kind, Kind::Complaint) && stage.is_open(),
            _ => {}
        }
        if is_merged || !matches!(kind, Kind::Complaint) {
            return false;
        }
        match self {
            Self::Acknowledge => matches!(stage, Stage::Received),
            Self::Assess => matches!(stage, Stage::Received | Stage::Acknowledged | Stage::Reopened),
            Self::Regrade => matches!(stage, Stage::Assessed | Stage::Investigating),
            Self::Investigate => matches!(stage, Stage::Assessed),
            Self::Answer => matches!(stage, Stage::Assessed | Stage::Investigating),
            Self::Close => matches!(stage, Stage::Answered),
            Self::Reopen => !stage.is_open(),
            Self::End | Self::HandOver => stage.is_open(),
            Self::Take | Self::LetGo => !matches!(stage, Stage::Closed),
            Self::Pause => stage.is_open() && !is_paused,
            Self::Resume => stage.is_open() && is_paused,
            Self::Extend => stage.is_open() && !is_extended,
            Self::Letter | Self::Hear | Self::FinishAction => true,
            Self::AddAction => !matches!(stage, Stage::Closed),
            Self::Note | Self::Correct | Self::Contact | Self::Undo | Self::PutAway => false,
        }
    }

    /// The step that leads a case on from where it stands.
    pub const fn next(standing: Standing) -> Option<Self> {
        match (standing.kind, standing.stage) {
            (Kind::Compliment | Kind::Comment, stage) if stage.is_open() => Some(Self::PutAway),
            (Kind::Compliment | Kind::Comment, _) => None,
            (Kind::Complaint, Stage::Received) => Some(Self::Acknowledge),
            (Kind::Complaint, Stage::Acknowledged | Stage::Reopened) => Some(Self::Assess),
            (Kind::Complaint, Stage::Assessed | Stage::Investigating) => Some(Self::Answer),
            (Kind::Complaint, Stage::Answered) => Some(Self::Close),
            (Kind::Complaint, Stage::Closed) => None,
        }
    }
}

/// A form that does something with a case, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ActForm {
    /// What to do; on a page of its own the address says it.
    pub act: String,
    /// Number of the last event that the page knew of.
    pub version: String,
    /// A note.
    pub note: String,
    /// Severity name.
    pub severity: String,
    /// Unit that is to have the case.
    pub holder: String,
    /// How the customer was told.
    pub how: String,
    /// The letter, or what was said.
    pub letter: String,
    /// `given` or `not_given`.
    pub apology: String,
    /// Why there was no apology.
    pub reason_not: String,
    /// Remedy name.
    pub remedy: String,
    /// Its cost in kroner.
    pub cost: String,
    /// Working days by which the answer is put off.
    pub by: String,
    /// Why something is done.
    pub reason: String,
    /// Why it ends without an answer.
    pub end_reason: String,
    /// What is still to be done.
    pub open_action: String,
    /// ISO date by which it is done.
    pub due_on: String,
    /// Id of what is done.
    pub action_id: String,
    /// Role name that what is still to be done is handed on to.
    pub handed_to: String,
    /// What happened, mended.
    pub what: String,
    /// Category name, mended.
    pub category: String,
    /// Unit id, mended.
    pub unit: String,
    /// ISO date, mended.
    pub happened_on: String,
    /// Kind name, mended; empty leaves it as it is, as with the three below.
    pub voice_kind: String,
    /// Channel name, mended.
    pub channel: String,
    /// What would put it right, mended.
    pub put_right: String,
    /// Language tag that the customer is answered in, mended.
    pub case_lang: String,
    /// The customer's name, mended.
    pub customer_name: String,
    /// Telephone, mended.
    pub phone: String,
    /// E-mail, mended.
    pub email: String,
    /// ISO date on which all three are deleted.
    pub delete_on: String,
    /// `issue-CATEGORY` for what a case is about, `outcome-CATEGORY` for what came of it,
    /// `cause-CATEGORY` for why.
    #[serde(flatten)]
    pub more: BTreeMap<String, String>,
}

impl ActForm {
    /// The categories that were ticked, in their usual order.
    pub fn issues(&self) -> Vec<Category> {
        let is_ticked = |category: &Category| {
            self.more.get(&issue_field(*category)).is_some_and(|value| !value.is_empty())
        };
        Category::ALL.iter().copied().filter(is_ticked).collect()
    }

    /// What was chosen for an issue.
    pub fn outcome(&self, category: Category) -> Option<Outcome> {
        self.more.get(&outcome_field(category)).and_then(|name| Outcome::from_name(name))
    }

    /// Why an issue came about; none when it is not known.
    ///
    /// # Errors
    /// For a word that is no cause.
    pub fn cause(&self, category: Category) -> Result<Option<Cause>, Why> {
        match self.more.get(&cause_field(category)).map_or("", String::as_str) {
            "" => Ok(None),
            name => Cause::from_name(name).map(Some).ok_or(Why::NotAChoice),
        }
    }
}

/// Name of the field that says why an issue came about.
pub fn cause_field(category: Category) -> String {
    ["cause", category.name()].join("-")
}

/// Name of the field that ticks an issue.
pub fn issue_field(category: Category) -> String {
    ["issue", category.name()].join("-")
}

/// Name of the field that says what came of an issue.
pub fn outcome_field(category: Category) -> String {
    ["outcome", category.name()].join("-")
}

/// Reads an amount in kroner as øre: `1250`, `1 250,50`, `1,250.50`.
pub fn kroner(text: &str) -> Option<i64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    // The last mark with one or two digits behind it parts kroner and øre; every other groups thousands.
    let (whole, rest) = match text.rfind([',', '.']) {
        Some(at) if text.len() - at <= 3 => (text.get(..at)?, text.get(at + 1..)?),
        _ => (text.as_str(), ""),
    };
    let whole: String = whole.chars().filter(|c| !matches!(c, ',' | '.')).collect();
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_digits(&whole) || !is_digits(rest) {
        return None;
    }
    let ore = format!("{rest:0<2}").parse::<i64>().ok()?;
    let amount = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(ore)?;
    (amount <= MOST_COST).then_some(amount)
}

/// Whether a letter still has a place to fill in: something in square brackets, or one in braces that nothing is known
/// for.
pub fn has_open_place(letter: &str) -> bool {
    !super::wording::open_places(letter).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(stage: Stage) -> Standing {
        Standing { kind: Kind::Complaint, stage, is_paused: false, is_extended: false, is_merged: false }
    }

    #[test]
    fn a_case_cannot_be_answered_before_it_is_assessed_or_twice() {
        let answerable: Vec<_> =
            Stage::ALL.iter().filter(|stage| Act::Answer.is_possible(at(**stage))).collect();
        assert_eq!(answerable, [&Stage::Assessed, &Stage::Investigating]);
    }

    #[test]
    fn a_closed_case_can_only_be_reopened_written_about_and_mended() {
        let possible: Vec<_> =
            Act::ALL.iter().copied().filter(|act| act.is_possible(at(Stage::Closed))).collect();
        assert_eq!(
            possible,
            [
                Act::Reopen,
                Act::Note,
                Act::Letter,
                Act::Hear,
                Act::Correct,
                Act::Contact,
                Act::Undo,
                Act::FinishAction
            ]
        );
    }

    #[test]
    fn a_case_that_is_part_of_another_is_not_reopened_or_written_from() {
        let merged = Standing { is_merged: true, ..at(Stage::Closed) };
        let possible: Vec<_> = Act::ALL.iter().copied().filter(|act| act.is_possible(merged)).collect();
        assert_eq!(possible, [Act::Note, Act::Correct, Act::Contact, Act::Undo]);
    }

    #[test]
    fn praise_has_no_stages() {
        let praise = Standing { kind: Kind::Compliment, ..at(Stage::Received) };
        let possible: Vec<_> = Act::ALL.iter().copied().filter(|act| act.is_possible(praise)).collect();
        assert_eq!(possible, [Act::Note, Act::Correct, Act::Contact, Act::PutAway, Act::Undo]);
        assert_eq!(Act::next(praise), Some(Act::PutAway));
        assert_eq!(Act::next(Standing { stage: Stage::Closed, ..praise }), None);
    }

    #[test]
    fn every_next_step_is_possible() {
        for stage in Stage::ALL {
            assert!(Act::next(at(*stage)).is_none_or(|act| act.is_possible(at(*stage))), "{stage:?}");
        }
    }

    #[test]
    fn an_answer_is_put_off_once_and_not_asked_twice() {
        let open = at(Stage::Assessed);
        assert!(Act::Extend.is_possible(open));
        assert!(!Act::Extend.is_possible(Standing { is_extended: true, ..open }));
        assert!(!Act::Pause.is_possible(Standing { is_paused: true, ..open }));
        assert!(!Act::Resume.is_possible(open));
    }

    #[test]
    fn a_place_that_was_not_filled_in_is_found_and_a_bracket_alone_is_none() {
        assert!(has_open_place("We are sorry that [what went wrong]."));
        for letter in ["We are sorry.", "a [ b", "c ] d", "[]", "x ][ y"] {
            assert!(!has_open_place(letter), "{letter}");
        }
    }

    #[test]
    fn an_amount_is_read_as_it_is_written_here_and_elsewhere() {
        for (text, ore) in [
            ("1250", 125_000),
            ("1 250,50", 125_050),
            ("1,250.50", 125_050),
            ("1.250", 125_000),
            ("0,5", 50),
            ("0", 0),
        ] {
            assert_eq!(kroner(text), Some(ore), "{text}");
        }
        for text in ["", "free", "-5", "1e9", "99999999999", ",50"] {
            assert_eq!(kroner(text), None, "{text}");
        }
    }
}
