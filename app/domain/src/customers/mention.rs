//! Somebody who works here, named by a customer: kept apart, read by few, deleted after a while.
//!
//! Architecture invariant: nothing here counts, lists or orders mentions by person. A mention belongs to a case; the
//! person it is about sees their own.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::words::{Category, Kind, named};

/// Longest mention, in characters.
pub const LONGEST_MENTION: usize = 200;
/// Longest reply of the person it is about, in characters.
pub const LONGEST_REPLY: usize = 2000;
/// Days after which a mention is deleted.
pub const MENTION_DAYS: u64 = 90;
/// Working days within which the person is told.
pub const TELL_DAYS: u32 = 2;
/// Working days that the person has to reply.
pub const REPLY_DAYS: u32 = 10;

named! {
    /// How far a mention has come.
    Mention, "mention-" {
        /// Praise: the unit reads it, and so does the person.
        Praise = "praise",
        /// Nobody has looked into it yet.
        Unverified = "unverified",
        /// The person has been told, word for word.
        Told = "told",
        /// It was about how the work is set up.
        AboutWork = "about_work",
        /// One customer without a name, nothing more.
        Alone = "alone",
        /// A second customer said so on their own, or one who gave their name.
        Conduct = "conduct",
        /// It was not so.
        Unfounded = "unfounded",
        /// The name is gone.
        Deleted = "deleted",
    }
}

impl Mention {
    /// What a mention begins as.
    pub const fn first(kind: Kind) -> Self {
        match kind {
            Kind::Compliment => Self::Praise,
            Kind::Complaint | Kind::Comment => Self::Unverified,
        }
    }

    /// Whether its complaint stays out of the rates; none where that is as it was before.
    pub const fn holds(self) -> Option<bool> {
        match self {
            Self::Unverified | Self::Told | Self::Unfounded => Some(true),
            Self::Praise | Self::AboutWork | Self::Alone | Self::Conduct => Some(false),
            Self::Deleted => None,
        }
    }

    /// Whether there is still a name.
    pub const fn has_name(self) -> bool {
        !matches!(self, Self::AboutWork | Self::Unfounded | Self::Deleted)
    }

    /// Whether a state can follow.
    pub const fn leads_to(self, next: Self) -> bool {
        match self {
            Self::Praise => matches!(next, Self::Deleted),
            Self::Unverified => matches!(next, Self::Told | Self::Deleted),
            Self::Told => {
                matches!(
                    next,
                    Self::AboutWork | Self::Alone | Self::Conduct | Self::Unfounded | Self::Deleted
                )
            }
            Self::Alone => matches!(next, Self::Conduct | Self::Deleted),
            Self::Conduct => matches!(next, Self::Deleted),
            Self::AboutWork | Self::Unfounded | Self::Deleted => false,
        }
    }
}

named! {
    /// What looking into a mention ends in.
    Finding, "mention-finding-" {
        /// How the work is set up was at fault.
        Work = "work",
        /// How somebody behaved. Whether it stands alone is reckoned.
        Conduct = "conduct",
        /// It was not so.
        Unfounded = "unfounded",
    }
}

/// What can be done with a mention, as the form says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MentionForm {
    /// `mark`, `tell` or `assess`; on the own page `reply`, `share` or `remove`.
    pub act: String,
    /// Whom a case is about, in the customer's words.
    pub about_whom: String,
    /// Whether that is the manager.
    pub about_manager: String,
    /// Id of the person on the roster.
    pub person: String,
    /// Finding name.
    pub finding: String,
    /// Category name, where the work was at fault.
    pub category: String,
    /// What the person replies.
    pub reply: String,
    /// Reference of the case, on the own page.
    pub reference: String,
}

/// A case in which somebody is named, in the list of those that wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionRow {
    /// Reference of the case.
    pub reference: String,
    /// Name of the unit where it happened.
    pub unit: String,
    /// Day it came in.
    pub received_on: NaiveDate,
    /// How far it has come.
    pub state: Mention,
    /// Day by which the next step is due.
    pub due_on: Option<NaiveDate>,
}

/// The page of a mention. Every look at it is written down, praise apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionPage {
    /// The case.
    pub row: MentionRow,
    /// What the customer said.
    pub what: String,
    /// What the customer left.
    pub kind: Kind,
    /// Whom they named, in their words; none when it is gone or nobody is named.
    pub mention: Option<String>,
    /// What the person replied.
    pub reply: Option<String>,
    /// Name of the person who was told.
    pub person: Option<String>,
    /// Day on which the name is deleted; none while a case about conduct is open.
    pub delete_on: Option<NaiveDate>,
    /// People who can be the one, by id and name: those on the roster of the unit.
    pub people: Vec<(i64, String)>,
    /// What this person may do.
    pub may: MentionMay,
}

/// What somebody may do with a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MentionMay {
    /// Only read.
    Read,
    /// Mark that somebody is named.
    Mark,
    /// Choose the person, who is then told.
    Tell,
    /// Wait for the reply.
    Wait,
    /// Say what came of it.
    Assess,
}

/// What somebody said about oneself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnMention {
    /// The case.
    pub row: MentionRow,
    /// What the customer said, word for word.
    pub what: String,
    /// Whom they named, in their words.
    pub mention: Option<String>,
    /// What one replied.
    pub reply: Option<String>,
    /// Whether the staff representative may read it.
    pub is_shared: bool,
    /// Day on which the name is deleted; none while a case about conduct is open.
    pub delete_on: Option<NaiveDate>,
}

/// How many mentions came in during a quarter, by how far they have come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionCounts {
    /// The quarter: `2026Q4`.
    pub quarter: String,
    /// Counts by state, in the order of the states; those that are nought are left out.
    pub states: Vec<(Mention, i64)>,
}

/// The category of a case after it was looked into; none where it stays.
pub fn category_after(finding: Finding, chosen: Option<Category>) -> Option<Category> {
    match finding {
        Finding::Work => chosen,
        Finding::Conduct => Some(Category::StaffConduct),
        Finding::Unfounded => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_states_leads_where_it_says_and_nowhere_else() {
        use Mention::{AboutWork, Alone, Conduct, Deleted, Praise, Told, Unfounded, Unverified};
        let allowed = [
            (Praise, Deleted),
            (Unverified, Told),
            (Unverified, Deleted),
            (Told, AboutWork),
            (Told, Alone),
            (Told, Conduct),
            (Told, Unfounded),
            (Told, Deleted),
            (Alone, Conduct),
            (Alone, Deleted),
            (Conduct, Deleted),
        ];
        for from in Mention::ALL {
            for to in Mention::ALL {
                assert_eq!(from.leads_to(*to), allowed.contains(&(*from, *to)), "{from:?} {to:?}");
            }
        }
    }

    #[test]
    fn what_is_not_settled_stays_out_of_the_rates() {
        let out: Vec<_> = Mention::ALL.iter().copied().filter(|state| state.holds() == Some(true)).collect();
        assert_eq!(out, [Mention::Unverified, Mention::Told, Mention::Unfounded]);
        assert_eq!(Mention::Deleted.holds(), None, "as it was before");
    }
}
