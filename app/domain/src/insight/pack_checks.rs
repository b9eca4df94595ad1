//! Approving a pack, and finding out whether a file is one that was taken out.

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
