//! Approving a pack, taking all of them out, and finding out whether a file is one that was taken out.

use serde::{Deserialize, Serialize};

/// What is approved: the figures as they were shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ApproveForm {
    /// Hash of the model that was on the page.
    pub model: String,
    /// The newest version when the page was opened; 0 without one.
    pub version: String,
}

/// A document of which a file was taken out, as anybody may hear of it who has the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownFile {
    /// The document in words: kind, unit and quarter.
    pub document: String,
    /// Version and day of its approval; none of a draft, and of released figures alone.
    pub approved: Option<(i64, String)>,
    /// Whether nobody has approved it.
    pub is_draft: bool,
    /// The day on which it was taken out first.
    pub taken_on: String,
    /// The version that has replaced it since.
    pub replaced_by: Option<i64>,
}

/// What is said of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Checked {
    /// Nothing was asked yet.
    Nothing,
    /// It was taken out here.
    Known(KnownFile),
    /// No file with these bytes was.
    Unknown,
}

/// A file that was taken out, for whoever may read the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenRow {
    /// Who.
    pub who: String,
    /// When, as a language writes it.
    pub at: String,
    /// Which kind of file.
    pub format: String,
    /// Its size in bytes.
    pub bytes: i64,
    /// Whether it was made to its end.
    pub is_whole: bool,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}

/// The page on which a file is checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckPage {
    /// The document's id, as it was asked for; empty without one.
    pub id: String,
    /// The document in words, for whoever may know of it.
    pub document: Option<String>,
    /// The files of it that were taken out, newest first; none for whoever may not know.
    pub taken: Option<Vec<TakenRow>>,
    /// What is said of a file.
    pub checked: Checked,
}

/// Where the making of all units' packs is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PacksState {
    /// Asked for; made once the file is fetched.
    Ready,
    /// Fetched; others are made first.
    Waiting,
    /// Being made and sent.
    Running,
    /// Sent to its end.
    Complete,
    /// Ended by whoever asked for it.
    Cancelled,
    /// Ended by a fault.
    Failed,
}

impl PacksState {
    const ALL: [Self; 6] =
        [Self::Ready, Self::Waiting, Self::Running, Self::Complete, Self::Cancelled, Self::Failed];

    /// The stable name; after `packs-state-` a message id.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Complete => "complete",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }

    /// Reads the stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether more is to come of it.
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Ready | Self::Waiting | Self::Running)
    }
}

/// Which version's packs are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PacksForm {
    /// `draft`, or the number of a version.
    pub version: String,
}

/// All units' packs of a quarter in one file, before anybody asked for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacksPage {
    /// The quarter, for addresses.
    pub quarter: String,
    /// The quarter in words.
    pub name: String,
    /// `draft`, or the number of a version.
    pub which: String,
    /// The version; none of a draft.
    pub version: Option<i64>,
    /// How many units have a pack.
    pub units: usize,
}

/// How far the making of all units' packs is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacksProgress {
    /// What it is known by in addresses.
    pub id: String,
    /// The quarter, for addresses.
    pub quarter: String,
    /// The quarter in words.
    pub name: String,
    /// The version; none of a draft.
    pub version: Option<i64>,
    /// Where it is.
    pub state: PacksState,
    /// Packs that are in the file.
    pub done: i64,
    /// Packs that will be.
    pub total: i64,
    /// About how many minutes more; none while that cannot be told.
    pub minutes: Option<i64>,
}
