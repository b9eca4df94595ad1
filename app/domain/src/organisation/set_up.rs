//! Setting an organisation up: what is left until the first figures, and who does it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::access::{Right, Role};

/// Something that has to be there before figures can come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The teams.
    Teams,
    /// Who belongs to them.
    People,
    /// Whoever plans rounds, stands for the staff and manages units.
    Keepers,
    /// A way in for everybody.
    WaysIn,
    /// Mail, for invitations and calls to answer.
    Mail,
    /// The first round.
    Round,
    /// How many customers there were, without which complaints have no rate.
    Contacts,
}

impl Step {
    /// All of them, in the order in which they are best done.
    pub const ALL: [Self; 7] =
        [Self::Teams, Self::People, Self::Keepers, Self::WaysIn, Self::Mail, Self::Round, Self::Contacts];

    /// The word at the end of message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Teams => "teams",
            Self::People => "people",
            Self::Keepers => "keepers",
            Self::WaysIn => "ways-in",
            Self::Mail => "mail",
            Self::Round => "round",
            Self::Contacts => "contacts",
        }
    }

    /// The role that does it.
    pub const fn role(self) -> Role {
        match self {
            Self::Round => Role::Hr,
            _ => Role::Admin,
        }
    }

    /// The page on which it is done, and the right that opens it.
    pub const fn page(self) -> (&'static str, Right) {
        match self {
            Self::Teams => ("/units", Right::ManageUnits),
            Self::People | Self::Keepers => ("/people", Right::ManagePeople),
            Self::WaysIn => ("/people?state=none", Right::ManagePeople),
            Self::Mail => ("/settings", Right::ManageSettings),
            Self::Round => ("/rounds/new", Right::ManageRounds),
            Self::Contacts => ("/contacts", Right::KeepContacts),
        }
    }

    /// Whether figures come without it, though fewer or later.
    pub const fn is_optional(self) -> bool {
        matches!(self, Self::Mail | Self::Contacts)
    }
}

/// A step and how far it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The step.
    pub step: Step,
    /// Whether nothing is left of it.
    pub is_done: bool,
    /// How many there are or, of ways in, are missing; none where nothing is counted.
    pub count: Option<u64>,
    /// Roles that nobody holds, for [`Step::Keepers`].
    pub missing: Vec<Role>,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetUpPage {
    /// Every step, in the order of [`Step::ALL`].
    pub steps: Vec<Progress>,
    /// First and last day of the round that is open or opens next.
    pub round: Option<(NaiveDate, NaiveDate)>,
    /// Whether figures were released already.
    pub has_figures: bool,
}

impl SetUpPage {
    /// Steps that are left.
    pub fn left(&self) -> usize {
        self.steps.iter().filter(|progress| !progress.is_done).count()
    }
}
