//! Many teams at a glance: a card each.

use serde::{Deserialize, Serialize};

use crate::{
    UnitId,
    insight::signal::{SignalMeasure, SignalState},
    insight::team::NextRelease,
    organisation::unit::{UnitItem, UnitPlace},
};

/// Which teams are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// All.
    #[default]
    All,
    /// Those with something worth a look.
    Concern,
    /// Those with something better than usual.
    Better,
}

impl Look {
    /// All of them, in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::All, Self::Concern, Self::Better];

    /// The word in addresses and at the end of a message id.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Concern => "concern",
            Self::Better => "better",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|look| look.name() == name)
    }
}

/// What the list of teams is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TeamsQuery {
    /// The unit whose teams are shown; none is the topmost that the person may see.
    pub unit: Option<UnitId>,
    /// Part of a name, of the team or of a unit above it.
    pub search: String,
    /// Which teams.
    pub show: Look,
    /// Page, from 1.
    pub page: u32,
}

/// The teams of a unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamsPage {
    /// The unit, and where else the person can go from it.
    pub place: UnitPlace,
    /// Open teams at or below it.
    pub total: u32,
    /// How many of them have something worth a look.
    pub concern: u32,
    /// How many have something better than usual.
    pub better: u32,
    /// How many the search and the choice leave.
    pub found: u32,
    /// Whether any round was released yet.
    pub has_figures: bool,
    /// When the next figures come, if a round is under way.
    pub next: Option<NextRelease>,
    /// Whether new figures came in that the marks do not know yet.
    pub is_behind: bool,
    /// This page of them.
    pub cards: Vec<TeamCard>,
    /// Heads of the data table.
    pub columns: Vec<String>,
    /// The same figures as on the cards.
    pub rows: Vec<Vec<String>>,
    /// Page shown, from 1.
    pub page: u32,
    /// Pages there are.
    pub pages: u32,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamCard {
    /// The team.
    pub unit: UnitItem,
    /// Names of the units between it and the one looked at, the nearest first.
    pub path: String,
    /// What there is of it, in the order of [`SignalMeasure::ALL`]; empty before its first reckoning.
    pub measures: Vec<CardMeasure>,
}

/// A measure on a card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardMeasure {
    /// The measure.
    pub measure: SignalMeasure,
    /// What its newest figure says.
    pub state: SignalState,
    /// Its last periods as a small chart; none when there is nothing to draw.
    pub svg: Option<String>,
    /// The newest figure, or why there is none.
    pub value: String,
    /// The usual level, and the period where the figure is not of the newest one.
    pub note: String,
    /// What is marked, and since when; empty without a mark.
    pub mark: String,
}
