//! A case: what its page shows.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use super::act::*;
use super::{
    complaint::Contact,
    file::FileShown,
    inbox::CaseRow,
    mention::Mention,
    related::{Proposed, Related},
    wording::Template,
    words::{CaseOutcome, Category, Cause, ClockKind, EndReason, EventKind, How, Outcome, Remedy, Severity},
};
use crate::{Lang, UnitId, organisation::unit::UnitItem};

/// An issue of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// What it is about.
    pub category: Category,
    /// What came of it; none as long as it is open.
    pub outcome: Option<Outcome>,
    /// Why it came about; none when it is not known.
    pub cause: Option<Cause>,
}

/// Something that is still to be done for a case, or was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenAction {
    /// Id.
    pub id: i64,
    /// What; empty once the texts of the case are deleted.
    pub what: String,
    /// Day by which it is done.
    pub due_on: NaiveDate,
    /// Day on which it was; none while it is open.
    pub done_on: Option<NaiveDate>,
    /// Role that it was handed on to when the case was closed.
    pub handed_to: Option<String>,
    /// Whether it is open after its day.
    pub is_late: bool,
}

/// The apology of a case, or why there was none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Apology {
    /// Whether it was given.
    pub is_given: bool,
    /// How; none when it was not.
    pub how: Option<How>,
    /// Why not; empty when it was given.
    pub reason_not: String,
}

/// How a wrong was put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemedyDone {
    /// How.
    pub remedy: Remedy,
    /// What it cost, in øre; none when nobody said.
    pub cost: Option<i64>,
}

/// How a run of a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockState {
    /// It runs: seconds of working time that are left.
    Running(i64),
    /// It runs and is over: seconds of working time since then.
    Late(i64),
    /// It waits for the customer.
    Paused,
    /// It was stopped in time.
    Kept,
    /// It was stopped too late.
    Missed,
    /// Nothing can be promised: the unit never opens.
    NeverOpen,
}

/// A promise as the page shows it: the newest run of a clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockShown {
    /// Which promise.
    pub kind: ClockKind,
    /// How it stands.
    pub state: ClockState,
    /// When it is or was due, on the unit's wall clock, `YYYY-MM-DD HH:MM`; none while that is not known.
    pub due: Option<String>,
    /// Whether four fifths are used up.
    pub is_warned: bool,
    /// Working seconds by name of the unit that had the case, when more than one had it.
    pub shares: Vec<(String, i64)>,
}

/// An event as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventShown {
    /// What happened.
    pub kind: EventKind,
    /// When, local to the organisation, `YYYY-MM-DD HH:MM`.
    pub at: String,
    /// Which role did it; none for what happened by itself.
    pub role: Option<String>,
    /// A note, or what was written or said.
    pub text: String,
    /// How the customer was told, where they were.
    pub how: Option<How>,
    /// Severity that was decided.
    pub severity: Option<Severity>,
    /// Unit that has it since.
    pub unit: Option<String>,
    /// Working days by which the answer was put off.
    pub by: Option<i64>,
    /// Why it ended.
    pub end_reason: Option<EndReason>,
    /// Which clock.
    pub clock: Option<ClockKind>,
    /// How far a mention has come.
    pub mention: Option<Mention>,
    /// What was taken back.
    pub of: Option<EventKind>,
    /// Role that what was open was handed on to.
    pub handed_to: Option<String>,
    /// Reference of the other case that it is tied to or parted from.
    pub other: Option<String>,
    /// Names of the fields that were mended.
    pub fields: Vec<String>,
    /// Whether it was taken back later.
    pub is_undone: bool,
}

/// The case page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasePage {
    /// The case itself.
    pub case: CaseRow,
    /// When it was received, `YYYY-MM-DD HH:MM`.
    pub received_at: String,
    /// What would put it right, in the customer's eyes; may be empty.
    pub put_right: String,
    /// How the customer can be reached.
    pub contact: Option<Contact>,
    /// Files, oldest first.
    pub files: Vec<FileShown>,
    /// Language the customer is answered in; none when nobody said.
    pub lang: Option<Lang>,
    /// Name of the unit that has it.
    pub holder: String,
    /// Whether the person who looks has taken it on.
    pub is_mine: bool,
    /// What it is about.
    pub issues: Vec<Issue>,
    /// What came of it.
    pub outcome: Option<CaseOutcome>,
    /// Why it ended without an answer.
    pub end_reason: Option<EndReason>,
    /// How far the mention of somebody who works here has come; none when nobody is named.
    pub mention: Option<Mention>,
    /// The apology of the last answer.
    pub apology: Option<Apology>,
    /// The remedy of the last answer.
    pub remedy: Option<RemedyDone>,
    /// What is still to be done, and what was.
    pub actions: Vec<OpenAction>,
    /// Day on which its texts were deleted; none while they are kept.
    pub erased_on: Option<NaiveDate>,
    /// Promises, in the order of their kinds.
    pub clocks: Vec<ClockShown>,
    /// What happened, oldest first.
    pub events: Vec<EventShown>,
    /// What happened since the version that a refused form carried.
    pub meanwhile: Vec<EventShown>,
    /// What this person may do.
    pub acts: Vec<Act>,
    /// What belongs to it.
    pub related: Vec<Related>,
    /// What may belong to it, while it is open.
    pub proposed: Vec<Proposed>,
    /// Whether it ended so long ago that the customer who comes back has a new case.
    pub is_repeated_anew: bool,
    /// The step that leads on, if this person may take it.
    pub next: Option<Act>,
    /// The event that can be taken back, and until when (`HH:MM`).
    pub undo: Option<(EventKind, String)>,
    /// Whether this person may do anything with it.
    pub may_handle: bool,
}

/// The page of one act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActPage {
    /// The case.
    pub page: CasePage,
    /// Which act.
    pub act: Act,
    /// Whether the case allows it where it stands now.
    pub is_possible: bool,
    /// Units that can get the case, or where it can have happened.
    pub units: Vec<UnitItem>,
    /// Id of the unit that has it.
    pub holder: UnitId,
    /// Id of the unit where it happened.
    pub unit: UnitId,
    /// Working days by which the answer would be put off.
    pub by: i64,
    /// The day the customer hears of by then, when a clock runs; for an act that moves it, the new one.
    pub due_on: Option<NaiveDate>,
}

/// A line of the check-list beside a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckLine {
    /// Message id of what it says.
    pub text_id: &'static str,
    /// Whether that is good.
    pub is_good: bool,
    /// The words of the letter that decided it.
    pub words: Vec<String>,
}

/// A letter as its page begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterPage {
    /// The person's draft, or a proposal with places to fill in.
    pub text: String,
    /// The language it is to be in: the case's, never the writer's.
    pub lang: Lang,
    /// Whether the person has begun it before.
    pub is_draft: bool,
    /// The wording it began with.
    pub template: Template,
    /// Places that are still to be filled in.
    pub open: Vec<String>,
    /// What it has and lacks; none before it was looked at.
    pub check: Option<Vec<CheckLine>>,
}
