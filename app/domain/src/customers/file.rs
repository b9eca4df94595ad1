//! Files of a case: pictures and documents that a customer brought.

use serde::{Deserialize, Serialize};

use super::words::named;

/// Most files of a case.
pub const MOST_FILES: usize = 5;
/// Largest file, in bytes.
pub const LARGEST_FILE: usize = 8 * 1024 * 1024;

named! {
    /// What a file is, by its first bytes; its name and what the browser says of it count for nothing.
    FileType, "attachment-" {
        /// A photograph.
        Jpeg = "jpeg",
        /// A picture.
        Png = "png",
        /// A document.
        Pdf = "pdf",
    }
}

impl FileType {
    /// The ending of a name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// What a browser is told that it is.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }
}

/// A file as the page of a case shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileShown {
    /// Name, made here: what the customer's device called it is not kept.
    pub name: String,
    /// What it is.
    pub kind: FileType,
    /// Bytes.
    pub bytes: i64,
    /// When it was added, `YYYY-MM-DD HH:MM`.
    pub at: String,
}

/// The page of a case's files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilesPage {
    /// Reference of the case.
    pub reference: String,
    /// What happened.
    pub what: String,
    /// The files, oldest first.
    pub files: Vec<FileShown>,
}
