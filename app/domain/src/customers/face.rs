//! Four faces on a screen: how a visit was, in one touch.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::words::named;
use crate::organisation::unit::UnitPlace;

/// Seconds between two answers at one screen.
pub const FACE_SECONDS: i64 = 5;
/// Fewest answers of which a share is shown.
pub const FEWEST_FACES: i64 = 5;
/// Days that the page of answers looks back.
pub const FACE_DAYS: u64 = 90;

named! {
    /// A face.
    Face, "face-" {
        /// Very good.
        VeryGood = "very_good",
        /// Good.
        Good = "good",
        /// Not good.
        Bad = "bad",
        /// Not good at all.
        VeryBad = "very_bad",
    }
}

impl Face {
    /// Whether it is one of the two that smile.
    pub const fn is_happy(self) -> bool {
        matches!(self, Self::VeryGood | Self::Good)
    }
}

/// The screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacesPage {
    /// The code of the address.
    pub code: String,
    /// Name of the unit.
    pub unit: String,
    /// The place within the unit; may be empty.
    pub place: String,
}

/// What the screen sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FaceForm {
    /// Face name.
    pub face: String,
    /// Category name: why, in one word.
    pub why: String,
    /// Says which answer the reason belongs to.
    pub token: String,
}

/// What follows an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaceThanks {
    /// The screen.
    pub page: FacesPage,
    /// The face that was touched.
    pub face: Face,
    /// Says which answer a reason belongs to; none when a reason was given.
    pub token: Option<String>,
}

/// Answers of a screen or of all screens of a unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FaceShare {
    /// What it is of: a place, or all.
    pub name: String,
    /// Answers by face, in the order of [`Face::ALL`].
    pub counts: [i64; 4],
    /// Share of those that smile, with its 95 % interval; none for too few.
    pub happy: Option<(f64, f64, f64)>,
}

impl FaceShare {
    /// How many answers.
    pub fn total(&self) -> i64 {
        self.counts.iter().sum()
    }
}

/// How visits were in a unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacesReport {
    /// The unit and its surroundings.
    pub place: UnitPlace,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// All of it.
    pub all: FaceShare,
    /// Screen by screen.
    pub screens: Vec<FaceShare>,
    /// Reasons of those that did not smile, most frequent first: category name and how often.
    pub reasons: Vec<(super::words::Category, i64)>,
}
