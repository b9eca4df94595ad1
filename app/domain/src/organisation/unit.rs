//! The organisation tree.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::UnitId;

/// What kind of node a unit is, from the root down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UnitKind {
    /// The root.
    Organisation,
    /// A group of sites.
    Region,
    /// A shop, restaurant, clinic or hotel.
    Site,
    /// A leaf: the people who work together.
    Team,
}

impl UnitKind {
    /// All kinds, root first.
    pub const ALL: [Self; 4] = [Self::Organisation, Self::Region, Self::Site, Self::Team];

    /// The word used in files, the database and as the end of a message id.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Region => "region",
            Self::Site => "site",
            Self::Team => "team",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether a unit of this kind can hang below one of that kind: nearer the root above, farther below.
    pub fn fits_below(self, parent: Self) -> bool {
        self > parent
    }
}

/// A unit as lists and pickers show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitItem {
    /// Database id, used in addresses.
    pub id: UnitId,
    /// Parent, none for the root.
    pub parent: Option<UnitId>,
    /// Kind.
    pub kind: UnitKind,
    /// Name, as its people call it.
    pub name: String,
    /// Steps below the first unit of the list.
    pub depth: u8,
    /// First day on which it is closed; none while it is open.
    pub closed_on: Option<NaiveDate>,
}

impl UnitItem {
    /// Its name as a choice among others, as far in as it stands below the first.
    pub fn indented(&self) -> String {
        format!("{}{}", "\u{2003}".repeat(usize::from(self.depth)), self.name)
    }
}

/// Where a unit hangs in the tree, as far as a person may see it: what leads up, down and aside from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitPlace {
    /// The unit.
    pub unit: UnitItem,
    /// Units above it, the topmost first.
    pub above: Vec<UnitItem>,
    /// Open units directly below it.
    pub below: Vec<UnitItem>,
    /// Other open units beside it: with the same parent or, at the top, whatever else the person may see.
    pub beside: Vec<UnitItem>,
}
