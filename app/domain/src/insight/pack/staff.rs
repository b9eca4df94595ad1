//! What the pack says of staff.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Decimal, Grain, Verdict, Why};

/// Figures of staff of one series of a unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitRow {
    /// The unit.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// The series: a unit that moves begins a new one.
    pub series: u32,
    /// The unit above it in this series.
    pub parent: Option<String>,
    /// First round of the quarter in the series.
    pub first_round: i64,
    /// Last round of the quarter in the series.
    pub last_round: i64,
    /// What its figures are printed in.
    pub grain: Grain,
    /// Whether it moved in the quarter.
    pub moved_in_quarter: bool,
    /// First days on which the group that it stands for became another.
    pub group_changed_at: Vec<String>,
    /// Figures by measure.
    pub measures: BTreeMap<String, Figure>,
    /// Share that answered, to ten, from 30 people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<i32>,
    /// Rounds by band of the share that answered, for 12 to 29 people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_bands: Option<Bands>,
    /// What is said of it.
    pub sentence: Sentence,
    /// The same as a sentence of either language; models stored before it was there have none.
    #[serde(default)]
    pub said: Said,
}

impl UnitRow {
    /// Its key in [`Pack::drivers`].
    pub fn key(&self) -> String {
        format!("{}/{}", self.unit, self.series)
    }
}

/// Rounds by band of the share that answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bands {
    /// Few.
    pub low: u32,
    /// About half.
    pub middle: u32,
    /// Most.
    pub high: u32,
}

/// A measure's quarter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// As printed.
    pub value: Option<i32>,
    /// Cells.
    pub windows: u32,
    /// Of them shown.
    pub shown: u32,
    /// Hidden.
    pub hidden: u32,
    /// Void.
    pub void: u32,
    /// Rounds shown.
    pub rounds_shown: u32,
    /// Rounds shown or hidden.
    pub rounds_of: u32,
    /// Why there is no value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
    /// Before rounding.
    pub mean: Option<Decimal>,
    /// The quarter before, as printed.
    pub previous: Option<i32>,
    /// Value − previous, as printed.
    pub change: Option<i32>,
    /// What is said of it.
    pub verdict: Verdict,
    /// Half the width of the change's interval, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub half_width: Option<i32>,
    /// Change in standard errors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub z: Option<Decimal>,
    /// Two-sided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p: Option<Decimal>,
    /// Corrected for the other comparisons of its family.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<Decimal>,
}

/// What is said of a unit, by stable name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Of its staff.
    pub staff: String,
    /// Of its customers.
    pub customers: String,
}

/// A sentence in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// In English.
    pub en: String,
    /// In Bokmål.
    pub nb: String,
}

/// A statement beside the organisation's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Driver {
    /// Which.
    pub measure: String,
    /// The unit's value.
    pub value: i32,
    /// The organisation's.
    pub organisation: i32,
    /// The first − the second.
    pub gap: i32,
}

/// A measure of a factor, for the whole organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactorRow {
    /// Which.
    pub measure: String,
    /// Value.
    pub value: Option<i32>,
    /// The quarter before.
    pub previous: Option<i32>,
    /// Change.
    pub change: Option<i32>,
    /// Half its interval.
    pub half_width: Option<i32>,
    /// What is said of it.
    pub verdict: Verdict,
    /// Teams with a value.
    pub teams_shown: u32,
    /// Teams.
    pub teams_of: u32,
    /// The lowest of them; the highest for strain.
    pub worst_value: Option<i32>,
    /// Teams with it.
    pub worst_teams: Vec<String>,
}

/// What of a unit is not shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HiddenRow {
    /// The unit.
    pub unit: String,
    /// The series.
    pub series: u32,
    /// Cells without the share that answered.
    pub cells: u32,
    /// Shown.
    pub shown: u32,
    /// Hidden.
    pub hidden: u32,
    /// Void.
    pub void: u32,
    /// Windows of satisfaction.
    pub satisfaction_windows: u32,
    /// Of them hidden.
    pub satisfaction_hidden: u32,
    /// First days of void rounds.
    pub void_rounds: Vec<String>,
    /// First days of rounds that lie in no window.
    pub rounds_in_no_window: Vec<String>,
}
