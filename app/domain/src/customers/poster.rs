//! A poster: a code for a telephone's camera, its address in letters, a few words in two languages.

use serde::{Deserialize, Serialize};

use crate::people::account::QrPicture;

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PosterSize {
    /// For a wall or a door.
    A4,
    /// For a table or a till.
    A6,
}

impl PosterSize {
    /// Reads the name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "A4" => Some(Self::A4),
            "A6" => Some(Self::A6),
            _ => None,
        }
    }

    /// The name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::A6 => "A6",
        }
    }
}

/// What a poster says in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PosterText {
    /// The language, as a tag such as `nb`.
    pub lang: String,
    /// In large letters.
    pub title: String,
    /// What to do.
    pub how: String,
    /// What becomes of it.
    pub promise: String,
}

/// What stands on a poster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poster {
    /// Paper.
    pub size: PosterSize,
    /// Whose it is.
    pub organisation: String,
    /// Where it hangs.
    pub unit: String,
    /// The address, as somebody types it.
    pub address: String,
    /// Two languages, the first in larger letters.
    pub texts: [PosterText; 2],
    /// What the picture is, for those who do not see it.
    pub picture: String,
    /// The picture.
    pub qr: QrPicture,
}
