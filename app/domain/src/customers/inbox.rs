//! The list of cases, like an inbox.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::words::{Category, Channel, Kind, Severity, Stage};
use crate::{
    UnitId,
    organisation::unit::{UnitItem, UnitPlace},
};

/// Which cases a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CaseFilter {
    /// Which, by whether work on them goes on.
    pub show: Show,
    /// Words to look for in the description, or a reference.
    pub search: String,
    /// Page, from 1.
    pub page: u32,
    /// Where the page before ended, when the list goes back in time.
    pub before: Option<(DateTime<Utc>, i64)>,
    /// Only cases of this unit and those below it.
    pub unit: Option<UnitId>,
    /// Only what happened on this day or later.
    pub from: Option<NaiveDate>,
    /// Only what happened on this day or earlier.
    pub to: Option<NaiveDate>,
    /// Only cases as serious as this.
    pub severity: Option<Severity>,
    /// Only cases that stand here.
    pub stage: Option<Stage>,
    /// Only what customers left of this kind.
    pub kind: Option<Kind>,
}

/// Cases by whether work on them goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// Those that wait for something.
    #[default]
    Open,
    /// Those that are closed.
    Closed,
    /// All of them.
    All,
}

impl Show {
    /// All of them, in the order of their tabs.
    pub const ALL: [Self; 3] = [Self::Open, Self::Closed, Self::All];

    /// The word in an address and, after `cases-show-`, of a message.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::All => "all",
        }
    }

    /// The choice of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|show| show.name() == name)
    }
}

impl CaseFilter {
    /// Whether the list is about some days, as behind a point of a chart: it then shows what counts there.
    pub const fn is_drilled(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// Whether anything but the tab narrows the list.
    pub const fn is_narrowed(&self) -> bool {
        self.is_drilled()
            || self.unit.is_some()
            || self.severity.is_some()
            || self.stage.is_some()
            || self.kind.is_some()
    }
}

/// What the promise that runs out next says, at the moment of looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeLeft {
    /// So much working time is left, in seconds.
    Left {
        /// Seconds of working time.
        seconds: i64,
        /// Whether four fifths of it are used up.
        is_warned: bool,
    },
    /// It has been over for so much working time, in seconds.
    Late {
        /// Seconds of working time.
        seconds: i64,
    },
    /// The customer was asked something.
    WaitsForCustomer,
    /// Nothing is promised: the case is done, is no complaint, or its unit never opens.
    Nothing,
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    /// Reference.
    pub reference: String,
    /// What happened.
    pub what: String,
    /// What the customer left.
    pub kind: Kind,
    /// Category.
    pub category: Category,
    /// Channel.
    pub channel: Channel,
    /// Severity.
    pub severity: Severity,
    /// Name of the unit where it happened.
    pub unit: String,
    /// Day it happened.
    pub happened_on: NaiveDate,
    /// Where it stands.
    pub stage: Stage,
    /// What runs out next.
    pub left: TimeLeft,
    /// Name of whoever has taken it on; none when nobody has.
    pub owner: Option<String>,
    /// Number of the last event, which a form carries to tell whether something came in meanwhile.
    pub version: i64,
}

impl CaseRow {
    /// Whether it comes before everything else.
    pub const fn is_urgent(&self) -> bool {
        self.stage.is_open() && matches!(self.severity, Severity::Safety | Severity::Discrimination)
    }
}

/// What customers left in the last days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voices {
    /// Complaints that count.
    pub complaints: i64,
    /// Praise.
    pub praise: i64,
    /// Ideas.
    pub ideas: i64,
    /// How many days.
    pub days: i64,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseList {
    /// Rows of this page.
    pub rows: Vec<CaseRow>,
    /// Cases that match; counting stops at ten thousand.
    pub total: u64,
    /// Open cases in the user's units.
    pub open: u64,
    /// Open safety and discrimination cases.
    pub urgent: u64,
    /// Open cases of which a promised time is over.
    pub late: u64,
    /// This page, from 1.
    pub page: u32,
    /// Number of pages, at least 1.
    pub pages: u32,
    /// Where this page ends, when the list goes back in time.
    pub end: Option<(DateTime<Utc>, i64)>,
    /// Name of the unit that the list was asked for.
    pub unit: Option<String>,
    /// That unit with its surroundings, or the person's own; none for whoever has several and asked for none of them.
    pub place: Option<UnitPlace>,
    /// The units of whoever has several, to ask for one of them.
    pub tops: Vec<UnitItem>,
    /// Praise beside complaints.
    pub voices: Voices,
    /// Whether the person may take cases on and put praise away.
    pub may_handle: bool,
}
