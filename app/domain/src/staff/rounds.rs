//! Keeping rounds: what the calendar shows, and what its forms send.

mod ahead;
mod form;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::staff::check_in::Question;

pub use ahead::{Continuation, LONGEST_SILENCE, Week, continuation, gaps, strip};
pub use form::{LONGEST_PURPOSE, LONGEST_REASON, NewRound, RoundForm};

/// Lengths that a round can have, in weeks.
pub const LENGTHS: [u32; 3] = [1, 2, 4];
/// Days before the review date from which the calendar reminds of it.
pub const REVIEW_SOON: i64 = 30;

/// Where a round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundState {
    /// Its first day has not come.
    Planned,
    /// Ballots are taken.
    Open,
    /// It waits for its grace time.
    Closed,
    /// What may be shown stands in the ledger.
    Released,
    /// It does not count, and nothing that was given in it is kept.
    Voided,
}

impl RoundState {
    /// All states.
    pub const ALL: [Self; 5] = [Self::Planned, Self::Open, Self::Closed, Self::Released, Self::Voided];

    /// The word used in the database and, after `round-state-`, as a message id.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Released => "released",
            Self::Voided => "voided",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A round in the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundRow {
    /// Number, used in addresses.
    pub number: i64,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Where it stands.
    pub state: RoundState,
    /// Why the questions are asked.
    pub purpose: String,
    /// Day of the discussion with the staff's representatives.
    pub discussed_on: NaiveDate,
    /// Day on which the purpose is looked at again; no round opens after it.
    pub review_on: NaiveDate,
    /// Day of the release.
    pub released_on: Option<NaiveDate>,
    /// Why it was declared void.
    pub void_reason: Option<String>,
}

impl RoundRow {
    /// Length in weeks.
    pub fn weeks(&self) -> i64 {
        weeks_of(self.starts_on, self.ends_on)
    }

    /// Whether it was planned for days that went by without it.
    pub fn is_missed(&self, today: NaiveDate) -> bool {
        self.state == RoundState::Planned && self.ends_on < today
    }
}

/// Weeks from a first to a last day.
pub fn weeks_of(starts_on: NaiveDate, ends_on: NaiveDate) -> i64 {
    (ends_on - starts_on).num_days() / 7 + 1
}

/// The round that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenRound {
    /// The round.
    pub row: RoundRow,
    /// What it asks.
    pub questions: Vec<Question>,
    /// When it closes and when its release is due, where the organisation is: `2026-11-23 00:00`.
    pub times: RoundTimes,
}

/// When something happens to a round by itself, where the organisation is: `2026-11-23 00:00`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundTimes {
    /// The first moment at which no ballot is taken any more.
    pub closes_at: String,
    /// The first moment at which it can be released.
    pub released_from: String,
    /// Name of the time zone.
    pub timezone: String,
}

/// The calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarPage {
    /// Today, where the organisation is.
    pub today: NaiveDate,
    /// The open round.
    pub open: Option<OpenRound>,
    /// Every round, latest first day first.
    pub rounds: Vec<RoundRow>,
    /// A year of weeks.
    pub weeks: Vec<Week>,
    /// How the rounds go on after the last one; none while there is no round.
    pub next: Option<Continuation>,
    /// Days without a round between rounds, from today on.
    pub gaps: Vec<(NaiveDate, NaiveDate)>,
    /// Whether the person may change anything here.
    pub may_manage: bool,
    /// Since when nothing opens, closes or is released by itself; none as long as it does.
    pub held: Option<HeldJobs>,
    /// Numbers of rounds that wait for their release, and whose ballots nobody can open: their keys are lost.
    pub keys_lost: Vec<i64>,
    /// Numbers of rounds that are over and whose keys are not destroyed, and whether the key is where the server looks.
    pub keys_left: Vec<(i64, bool)>,
}

/// What happens by itself is held, because the clock seems to have leapt. Times are local, `2026-11-17 16:42`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldJobs {
    /// What the clock showed when they were held.
    pub since: String,
    /// When they ran last.
    pub last: String,
}

/// Something that can be done to a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundAct {
    /// Other days, purpose or dates for a planned round.
    Edit,
    /// A planned round is taken out of the calendar.
    Delete,
    /// The open round closes now.
    Close,
    /// An earlier review date: no round opens after it.
    Stop,
    /// The round does not count.
    Void,
}

impl RoundAct {
    /// All acts.
    pub const ALL: [Self; 5] = [Self::Edit, Self::Delete, Self::Close, Self::Stop, Self::Void];

    /// The word used in addresses and, after `round-`, in message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Delete => "delete",
            Self::Close => "close",
            Self::Stop => "stop",
            Self::Void => "void",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }

    /// Whether the person has to show first that it is them.
    pub const fn is_sensitive(self) -> bool {
        matches!(self, Self::Void)
    }

    /// Whether it can be done to a round in this state. Only the last round can be stopped after: the others
    /// have a successor already.
    pub fn fits(self, state: RoundState, is_last: bool) -> bool {
        use RoundState::{Closed, Open, Planned, Released, Voided};
        match self {
            Self::Edit | Self::Delete => state == Planned,
            Self::Close => state == Open,
            Self::Stop => is_last && !matches!(state, Planned | Voided),
            Self::Void => matches!(state, Open | Closed | Released),
        }
    }
}

/// A round's page, and the page of something that can be done to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundPage {
    /// The round.
    pub row: RoundRow,
    /// What it asks.
    pub questions: Vec<Question>,
    /// When it closes and is released.
    pub times: RoundTimes,
    /// Today, where the organisation is.
    pub today: NaiveDate,
    /// What this person can do to it.
    pub acts: Vec<RoundAct>,
    /// Ballots that did not open at the release and are not counted.
    pub unopened: i64,
    /// Whether its keys are lost or cannot be read, so that nobody can open what was answered.
    pub is_key_lost: bool,
}

/// The page on which a round is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRoundPage {
    /// Today, where the organisation is.
    pub today: NaiveDate,
    /// First day that the form proposes.
    pub starts_on: NaiveDate,
    /// The last round, whose settings the form proposes.
    pub last: Option<RoundRow>,
    /// What each length has shown.
    pub shares: Shares,
    /// Whom a round would ask.
    pub asked: Asked,
}

/// Teams that are named one by one when there are several of a kind.
pub const MOST_NAMED: usize = 6;

/// Whom a round would ask, by the roster of today.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// People on the roster.
    pub people: u32,
    /// Teams with somebody on the roster.
    pub teams: u32,
    /// People who are written to: who have signed in once, and have an address.
    pub by_mail: u32,
    /// People with a way in of whom none of the letters knows yet: they sign in by themselves.
    pub by_sign_in: u32,
    /// People of teams that answer on a tablet.
    pub by_tablet: u32,
    /// People with no way in, as nobody invited them or gave them a code.
    pub without: u32,
    /// Names of teams with fewer people than [`Self::k`], at most [`MOST_NAMED`]: no figure of theirs is shown.
    pub never: Vec<String>,
    /// How many more there are.
    pub never_more: u32,
    /// Teams with fewer people than [`Self::every_round_from`]: their figures come for several rounds together.
    pub rarely: u32,
    /// Fewest answers from which a figure is shown.
    pub k: u32,
    /// Fewest people of a team that reports every round.
    pub every_round_from: u32,
}

/// In what share of teams × rounds a figure of that round alone was shown, by length of the round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shares {
    /// Nothing has been released in the last half year.
    NoRounds,
    /// One share for a few teams would say something about one of them.
    TooFewTeams,
    /// Share in %, in steps of 5, for each of [`LENGTHS`]; none where the rounds so far cannot tell.
    Known([Option<u8>; 3]),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_done_depends_on_the_state() {
        let acts = |state, is_last| {
            RoundAct::ALL.into_iter().filter(|act| act.fits(state, is_last)).collect::<Vec<_>>()
        };
        assert_eq!(acts(RoundState::Planned, true), [RoundAct::Edit, RoundAct::Delete]);
        assert_eq!(acts(RoundState::Open, true), [RoundAct::Close, RoundAct::Stop, RoundAct::Void]);
        assert_eq!(acts(RoundState::Released, false), [RoundAct::Void]);
        assert_eq!(acts(RoundState::Voided, true), []);
    }
}
