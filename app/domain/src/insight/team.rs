//! The team's own page: the newest released figures of a person's unit and of the units above it.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::{
    insight::{
        actions::ActionRow,
        figures::Measure,
        signal::{SignalMeasure, SignalState},
    },
    organisation::unit::UnitItem,
};

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamPage {
    /// The person's own unit, then the units above it up to the organisation.
    pub units: Vec<TeamUnit>,
    /// The release that comes next; none while no round is under way.
    pub next: Option<NextRelease>,
    /// What the own unit said, and its customers: newest level beside the usual one. Empty before the first figures.
    pub said: Vec<TeamSaid>,
    /// What the person's own unit tries just now.
    pub actions: Vec<ActionRow>,
    /// What came of what it tried, the newest review first.
    pub came: Vec<ActionRow>,
    /// Whether the person may see what is tried here.
    pub may_see_actions: bool,
}

/// A measure of the own unit as its trend has it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamSaid {
    /// Which.
    pub measure: SignalMeasure,
    /// The newest figure.
    pub value: f64,
    /// The usual level; none while there is too little to say.
    pub usual: Option<f64>,
    /// Whether it differs from that by more than chance.
    pub state: SignalState,
}

/// When figures come next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextRelease {
    /// Number of the round.
    pub round: i64,
    /// From when on, where the organisation is.
    pub at: NaiveDateTime,
    /// Whether that time has come, and the release can be here any minute.
    pub is_due: bool,
}

/// Released figures of a unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamUnit {
    /// The unit.
    pub unit: UnitItem,
    /// The newest round with figures of the unit, and the day they were released; none before the first.
    pub newest: Option<(Span, NaiveDate)>,
    /// Its figures, in reading order; without the response rate.
    pub figures: Vec<TeamFigure>,
    /// How many answered.
    pub response: Response,
    /// The last rounds, newest first; 12 at most.
    pub history: Vec<PastRound>,
    /// The last rounds as a chart, for wide and for narrow pages; none with nothing to draw.
    pub svg: Option<(String, String)>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamFigure {
    /// What it measures.
    pub measure: Measure,
    /// English and Bokmål wording of the organisation's own statement; none for the bank's.
    pub own: Option<(String, String)>,
    /// The figure.
    pub shown: Shown,
    /// The unit's usual level, as its trend has it: single changes from one round to the next are noise. None
    /// where there is too little to say, and beside a hidden figure.
    pub usual: Option<i32>,
}

/// A figure as a viewer sees it. Why one is hidden is not told: too few answers, a smaller group that it would
/// give away and no answers at all look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown {
    /// Whole points of 0–100, or %.
    Figure {
        /// Value.
        value: i32,
        /// The rounds it speaks of.
        span: Span,
    },
    /// The same, from an earlier release, until enough people have changed.
    Carried {
        /// Value.
        value: i32,
        /// The rounds it speaks of.
        span: Span,
    },
    /// Hidden.
    Hidden,
}

impl Shown {
    /// The value, if there is one to show.
    pub const fn value(self) -> Option<i32> {
        match self {
            Self::Figure { value, .. } | Self::Carried { value, .. } => Some(value),
            Self::Hidden => None,
        }
    }
}

/// The rounds that a figure speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Number of the first.
    pub since: i64,
    /// Number of the last; most figures speak of one round.
    pub round: i64,
    /// How many, without those that were declared void.
    pub rounds: u32,
}

/// How many answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Response {
    /// So many.
    Told {
        /// Smallest share of the roster that it can be, in %.
        lower: i32,
        /// Largest; the same where it is told in steps of 10 %.
        upper: i32,
        /// People, as a range such as `10-14`.
        people: Option<String>,
    },
    /// Hidden, as figures are.
    Hidden,
    /// Never told: the unit has too few people.
    Never,
}

/// A round of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastRound {
    /// Number.
    pub number: i64,
    /// First day.
    pub starts_on: NaiveDate,
    /// Satisfaction, 0–100.
    pub satisfaction: Shown,
    /// Strain, 0–100.
    pub strain: Shown,
    /// People who answered, as a range; empty where that is hidden.
    pub people: String,
    /// Whether the unit's people changed before this round, so that it does not continue the line.
    pub breaks: bool,
}
