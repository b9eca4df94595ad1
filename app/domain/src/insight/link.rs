//! The page about the link, as it is received. All words are in the reader's language already.

use serde::{Deserialize, Serialize};

use crate::{UnitId, organisation::unit::UnitPlace};

/// What of the customers' is held against the staff figures of the weeks before. Counted by the day, so that it
/// can be laid beside a round; surveys and members' visits are kept by the month alone, and cannot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkOutcome {
    /// Complaints, of the contacts.
    #[default]
    Complaints,
    /// Faces that smile, of those touched on a screen.
    Smiles,
    /// Compliments, of the contacts.
    Compliments,
}

impl LinkOutcome {
    /// All, in the order lists show them.
    pub const ALL: [Self; 3] = [Self::Complaints, Self::Smiles, Self::Compliments];

    /// The stable name in addresses and in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Complaints => "complaints",
            Self::Smiles => "smiles",
            Self::Compliments => "compliments",
        }
    }

    /// The outcome with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.name() == name)
    }

    /// Whether more of it is good news.
    pub const fn is_welcome(self) -> bool {
        !matches!(self, Self::Complaints)
    }
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LinkQuery {
    /// Unit id; none is the topmost unit the person may see.
    pub unit: Option<UnitId>,
    /// What is looked for after the staff figures.
    pub outcome: LinkOutcome,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LinkPage {
    /// The unit asked for, and where else the person can go from it.
    pub place: UnitPlace,
    /// What is looked for after the staff figures.
    pub outcome: LinkOutcome,
    /// What else can be looked for, this among it; empty where there are complaints alone.
    pub outcomes: Vec<OutcomeChoice>,
    /// Line above the heading: whose teams, and when it was worked out.
    pub eyebrow: String,
    /// The verdict in a few words.
    pub headline: String,
    /// The sentence.
    pub lead: String,
    /// What the sentence rests on and what it is not; none without an estimate.
    pub small_print: Option<String>,
    /// That a newer result is being worked out, and how far that is.
    pub progress: Option<String>,
    /// What is missing for an answer, and what to do about it.
    pub missing: Vec<Missing>,
    /// The parts, in the order they are read.
    pub sections: Vec<Section>,
}

/// Something that can be looked for after the staff figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeChoice {
    /// What it is.
    pub outcome: LinkOutcome,
    /// Its name.
    pub label: String,
}

/// Something that an answer still needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// What is missing, with how much there is.
    pub what: String,
    /// What helps.
    pub remedy: String,
}

/// A part of the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Name in addresses.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Whether it opens only when asked for.
    pub is_folded: bool,
    /// A mark beside the heading, such as that staff figures help to forecast.
    pub badge: Option<String>,
    /// Paragraphs.
    pub text: Vec<String>,
    /// Two answers that have to be seen beside each other.
    pub sides: Vec<Side>,
    /// A picture with its numbers.
    pub figure: Option<Figure>,
    /// Numbers without a picture.
    pub table: Option<Table>,
}

/// One of two answers beside each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// What is compared.
    pub title: String,
    /// The number that answers.
    pub value: String,
    /// What it says.
    pub text: String,
}

/// A chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// What is to be seen, in one sentence.
    pub sentence: String,
    /// Name of its file, without ending.
    pub file: String,
    /// Drawing for wide pages.
    pub svg: String,
    /// Drawing for narrow pages.
    pub svg_narrow: String,
    /// The same in numbers.
    pub table: Table,
}

/// Numbers in rows; the first cell of each names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What the table holds.
    pub caption: String,
    /// Heads of the columns.
    pub columns: Vec<String>,
    /// Cells.
    pub rows: Vec<Vec<String>>,
}
