//! Units side by side, and what goes together with satisfaction, as pages receive them.

use serde::{Deserialize, Serialize};

use crate::{
    UnitId,
    insight::figures::Legend,
    organisation::unit::{UnitKind, UnitPlace},
};

/// Over which days complaints are added up. All end with the newest data, so that an organisation that brings
/// old figures sees them too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stretch {
    /// Four quarters; the last one is the one that the newest day lies in.
    #[default]
    Quarters,
    /// The last twelve whole months.
    Months,
    /// The last whole quarter.
    Quarter,
    /// The last 13 weeks, up to the newest day.
    Weeks,
}

impl Stretch {
    /// All of them, in the order in which a page offers them.
    pub const ALL: [Self; 4] = [Self::Quarters, Self::Months, Self::Quarter, Self::Weeks];

    /// The word used in addresses and, after `stretch-`, in message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quarters => "quarters",
            Self::Months => "months",
            Self::Quarter => "quarter",
            Self::Weeks => "weeks",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stretch| stretch.name() == name)
    }
}

/// What the funnel of units asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SitesQuery {
    /// Unit below which units are compared; none is the topmost unit the person may see.
    pub unit: Option<UnitId>,
    /// Which units are compared; none is sites or, where there are none, the next level.
    pub kind: Option<UnitKind>,
    /// Over which days.
    pub stretch: Stretch,
}

/// Rounds that the picture of workload and complaints can look back on.
pub const LOAD_ROUNDS: [i64; 2] = [8, 13];

/// What the picture of workload and complaints asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LoadQuery {
    /// Unit below which units are compared; none is the topmost unit the person may see.
    pub unit: Option<UnitId>,
    /// Which units are compared; none is sites or, where there are none, the next level.
    pub kind: Option<UnitKind>,
    /// Rounds looked back on, one of [`LOAD_ROUNDS`]; none is the first of them.
    pub rounds: Option<i64>,
}

/// A chart, inline, for wide and for narrow pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// For wide pages.
    pub wide: String,
    /// For narrow pages: text in a chart must not shrink with it.
    pub narrow: String,
}

/// The same figures as a chart, as a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataRows {
    /// Heads.
    pub columns: Vec<String>,
    /// Rows; the first cell names the row.
    pub rows: Vec<Vec<String>>,
    /// Where the name of each row leads; empty when names lead nowhere.
    pub links: Vec<String>,
}

/// Units of one level side by side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// The unit below which they hang, and where else the person can go from it.
    pub place: UnitPlace,
    /// Level shown; none where nothing hangs below the unit.
    pub kind: Option<UnitKind>,
    /// Levels that can be picked, the highest first.
    pub offered: Vec<UnitKind>,
}

/// Complaint rates of units in a funnel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SitesPage {
    /// Which units.
    pub level: Level,
    /// Over which days.
    pub stretch: Stretch,
    /// Line above the heading: units and days.
    pub eyebrow: String,
    /// The sentence first: whether a unit differs by more than chance.
    pub headline: String,
    /// What that means.
    pub lead: String,
    /// Units outside the limits, by name.
    pub outside: Vec<OutsideUnit>,
    /// The funnel; none when there is nothing to draw.
    pub chart: Option<Drawn>,
    /// All units, by name.
    pub table: DataRows,
    /// Which marks of the legend occur.
    pub legend: Legend,
    /// What has to be known to read it.
    pub notes: Vec<String>,
}

/// A unit outside the limits of its size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideUnit {
    /// Its id.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// Whether it lies above the upper limit; else below the lower one.
    pub is_above: bool,
    /// Why it is marked.
    pub why: String,
}

/// Workload and complaints of units in a plane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LoadPage {
    /// Which units.
    pub level: Level,
    /// Rounds looked back on.
    pub rounds: i64,
    /// Line above the heading: units and days.
    pub eyebrow: String,
    /// The sentence first: how many units lie in which corner.
    pub headline: String,
    /// What that means, and what it does not.
    pub lead: String,
    /// The plane; none when there is nothing to draw.
    pub chart: Option<Drawn>,
    /// All units, by name.
    pub table: DataRows,
    /// What has to be known to read it.
    pub notes: Vec<String>,
}

/// What a team can work on: gap times association.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DriversPage {
    /// The unit shown, and where else the person can go from it.
    pub place: UnitPlace,
    /// Line above the heading.
    pub eyebrow: String,
    /// The sentence first.
    pub headline: String,
    /// What it rests on.
    pub lead: String,
    /// Estimates, the clear ones first; none when there are none.
    pub chart: Option<Drawn>,
    /// All drivers, in the same order.
    pub table: DataRows,
    /// What has to be known to read it.
    pub notes: Vec<String>,
}

/// The card "What stands out".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandsOut {
    /// At most three drivers.
    pub drivers: Vec<Standout>,
}

/// A driver that stands out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standout {
    /// Its name.
    pub label: String,
    /// Score now, 0 to 100.
    pub score: i32,
    /// Points above (below 0: below) the unit's own usual level, where the difference is more than its everyday
    /// variation; never 0.
    pub change: i32,
}
