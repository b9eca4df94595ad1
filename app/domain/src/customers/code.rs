//! Codes of the places where customers can leave a card, and what is held back until somebody has looked.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::words::{Kind, named};
use crate::{audit::Kept, organisation::unit::UnitPlace, people::account::QrPicture};

/// A code of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardCode {
    /// Id.
    pub id: i64,
    /// The letters.
    pub code: String,
    /// The place within the unit; may be empty.
    pub place: String,
    /// Day on which it was made.
    pub made_on: NaiveDate,
    /// Cards that came by it.
    pub cards: i64,
    /// Its address.
    pub address: String,
    /// Its address as a picture.
    pub picture: QrPicture,
}

/// The codes of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodesPage {
    /// The unit and its surroundings.
    pub place: UnitPlace,
    /// Codes that lead somewhere, newest first.
    pub codes: Vec<CardCode>,
    /// Telephone number that customers are told; the unit's own or the nearest above's.
    pub phone: String,
    /// Whether it is the unit's own.
    pub has_own_phone: bool,
    /// Who changed what.
    pub changes: Vec<Kept>,
}

/// The form of that page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CodesForm {
    /// `make`, `revoke` or `phone`.
    pub act: String,
    /// Name of the place.
    pub place: String,
    /// Id of the code.
    pub card_code: String,
    /// Telephone number that customers are told.
    pub phone: String,
}

named! {
    /// Why cards are held back.
    HoldReason, "hold-reason-" {
        /// More came within an hour than ever come by themselves.
        Many = "many",
        /// The same text came again.
        Same = "same",
    }
}

named! {
    /// What a held group turned out to be.
    HoldDecision, "hold-decision-" {
        /// Customers said it: all of it counts.
        Real = "real",
        /// Nobody meant it: none of it counts.
        NotReal = "not_real",
    }
}

/// Cards that are held back together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldGroup {
    /// Id.
    pub id: i64,
    /// Name of the unit.
    pub unit: String,
    /// Why.
    pub why: HoldReason,
    /// When the first came, `YYYY-MM-DD HH:MM`.
    pub from: String,
    /// When the last came, `YYYY-MM-DD HH:MM`.
    pub to: String,
    /// How many.
    pub cards: i64,
    /// The first of them: reference, kind and text.
    pub some: Vec<(String, Kind, String)>,
}
