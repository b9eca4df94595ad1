//! The heat map: units by rounds, one measure at a time.

use serde::{Deserialize, Serialize};

use super::{figures::Measure, today::UnitName};
use crate::{UnitId, organisation::unit::UnitPlace};

/// Which rounds a heat map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// The last 26.
    #[default]
    Half,
    /// The last 52.
    Whole,
}

impl Reach {
    /// Both, the shorter first.
    pub const ALL: [Self; 2] = [Self::Half, Self::Whole];

    /// Number of rounds.
    pub const fn rounds(self) -> usize {
        match self {
            Self::Half => 26,
            Self::Whole => 52,
        }
    }

    /// Reads the number of rounds, as it stands in addresses.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reach| reach.rounds().to_string() == name)
    }
}

/// What a heat map is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MapQuery {
    /// The unit whose parts are shown; none is the topmost that the person may see.
    pub unit: Option<UnitId>,
    /// The measure; none is strain.
    pub measure: Option<Measure>,
    /// Rounds.
    pub reach: Reach,
    /// Page, from 1.
    pub page: u32,
}

/// The heat map of a unit's parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapPage {
    /// The unit, and where else the person can go from it.
    pub place: UnitPlace,
    /// Stable name of the measure shown.
    pub measure: String,
    /// Stable names of the measures to pick from, with their labels.
    pub offered: Vec<(String, String)>,
    /// Rounds shown.
    pub reach: Reach,
    /// What stands out.
    pub headline: String,
    /// Teams below what is shown whose newest figures of this measure are worse than usual, the first of them.
    pub worse_below: Vec<UnitName>,
    /// How many more there are.
    pub worse_more: u64,
    /// Between which values the newest round lies, and what is worth a look.
    pub lead: String,
    /// Inline chart for wide pages; none when there is nothing to draw.
    pub svg: Option<String>,
    /// The newest rounds for narrow pages.
    pub svg_narrow: Option<String>,
    /// That the narrow chart has not all rounds.
    pub narrow_note: Option<String>,
    /// Heads of the data table: unit, then the rounds, newest first.
    pub columns: Vec<String>,
    /// Rows of the data table.
    pub rows: Vec<Vec<String>>,
    /// Notes below the chart.
    pub notes: Vec<String>,
    /// Page shown, from 1.
    pub page: u32,
    /// Pages there are.
    pub pages: u32,
}
