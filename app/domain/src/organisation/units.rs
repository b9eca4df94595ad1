//! Keeping the tree of units: what the pages show, and what their forms send.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::organisation::unit::{UnitItem, UnitKind};

/// Which units the list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnitFilter {
    /// Words to look for in names and numbers.
    pub search: String,
    /// Whether closed units are listed too.
    pub closed: bool,
}

/// A unit with what an administrator sees of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitRow {
    /// The unit.
    pub item: UnitItem,
    /// Stable external number.
    pub number: String,
    /// People on its own roster today.
    pub people: u32,
    /// People on its roster and on those below it today.
    pub people_in_all: u32,
    /// Names of those who hold the role of a manager for it.
    pub managers: Vec<String>,
}

/// The list of units, parents before children.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitList {
    /// Units; in a search, those that fit.
    pub rows: Vec<UnitRow>,
    /// Closed units in the part of the tree that is the administrator's.
    pub closed: u32,
    /// Whether there is nothing yet but the organisation itself.
    pub is_fresh: bool,
    /// Whether more fit than are listed.
    pub is_cut: bool,
}

/// Something that can be done to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitAct {
    /// Another name.
    Rename,
    /// Another unit above.
    Move,
    /// Into another unit of its kind.
    Merge,
    /// Closed.
    Close,
    /// Removed, as if it had never been: it was opened by mistake.
    Remove,
}

impl UnitAct {
    /// All acts.
    pub const ALL: [Self; 5] = [Self::Rename, Self::Move, Self::Merge, Self::Close, Self::Remove];

    /// The word used in addresses and, after `unit-act-`, in message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rename => "rename",
            Self::Move => "move",
            Self::Merge => "merge",
            Self::Close => "close",
            Self::Remove => "remove",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }
}

/// A change in a unit's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitChange {
    /// Day from which it holds.
    pub on: NaiveDate,
    /// What happened: `opened`, `renamed`, `moved`, `closed`, `merged`, or `absorbed` when another unit was
    /// merged into this one.
    pub what: String,
    /// Name of the unit, or of the unit above, before.
    pub from: String,
    /// Name of the unit, or of the unit above, afterwards; the other unit of a merge.
    pub to: String,
    /// Who did it; empty for what was done on the server itself.
    pub by: String,
}

/// A unit's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitPage {
    /// The unit.
    pub row: UnitRow,
    /// Units above it, the organisation first, with whether the administrator may open their pages.
    pub above: Vec<(UnitItem, bool)>,
    /// Open units directly below it.
    pub below: Vec<UnitRow>,
    /// What happened to it, newest first.
    pub changes: Vec<UnitChange>,
    /// What can be done to it.
    pub acts: Vec<UnitAct>,
    /// Whether units can be opened below it.
    pub may_open_below: bool,
}

/// The page of something that can be done to a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitActPage {
    /// What.
    pub act: UnitAct,
    /// The unit.
    pub row: UnitRow,
    /// Open units below it.
    pub below: u32,
    /// Units it can be moved below or merged into.
    pub targets: Vec<UnitItem>,
    /// Day that the form proposes, and the latest it takes.
    pub day: NaiveDate,
    /// Earliest day it takes; none while no round has begun.
    pub earliest: Option<NaiveDate>,
}

/// What the page of an act sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct UnitForm {
    /// New name.
    pub name: String,
    /// New unit above.
    pub parent: String,
    /// Unit it is merged into.
    pub into: String,
    /// Day from which it holds; today when empty.
    pub from_on: String,
}

/// The page on which a unit is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewUnitPage {
    /// Units it can hang below.
    pub parents: Vec<UnitItem>,
}

/// A unit to open, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct NewUnitForm {
    /// Name.
    pub name: String,
    /// Stable external number.
    pub number: String,
    /// Kind.
    pub kind: String,
    /// Unit above.
    pub parent: String,
}

impl UnitKind {
    /// The kinds that can hang below one of this kind.
    pub fn below(self) -> Vec<Self> {
        Self::ALL.into_iter().filter(|kind| kind.fits_below(self)).collect()
    }
}
