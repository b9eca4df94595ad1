//! What a pack is made from.

use domain::{
    insight::{
        figures::Measure,
        pack::{OwnStatement, State},
    },
    staff::bank::Factor,
};

/// Two quarters of one organisation.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// Name of the organisation.
    pub organisation: String,
    /// The quarter, as `2026Q3`.
    pub quarter: String,
    /// The one before.
    pub previous: String,
    /// Day of the newest release in the quarter, ISO.
    pub dated: String,
    /// Rounds of both quarters, oldest first.
    pub rounds: Vec<RoundInput>,
    /// Units in tree order.
    pub units: Vec<UnitInput>,
    /// Rows of the ledger, in any order.
    pub ledger: Vec<LedgerRow>,
    /// Contacts and complaints where they happened.
    pub volume: Vec<Volume>,
    /// Whether those of a unit hold all below it already, as the tree was then.
    pub is_summed: bool,
    /// Promises that ended.
    pub clocks: Vec<ClockInput>,
    /// Issues by cause, outcomes, survey answers and open cases.
    pub counted: Vec<CaseInput>,
    /// What is being tried.
    pub actions: Vec<ActionInput>,
    /// Statements of the organisation's own, and the factor it gave them.
    pub own: Vec<(OwnStatement, Option<Factor>)>,
}

/// A round.
#[derive(Clone, Debug)]
pub struct RoundInput {
    /// Its number.
    pub n: i64,
    /// First day, ISO.
    pub starts: String,
    /// Whether it belongs to the quarter, not to the one before.
    pub is_now: bool,
    /// Whether it was declared void.
    pub is_void: bool,
    /// Statements asked.
    pub items: Vec<Measure>,
}

/// A unit.
#[derive(Clone, Debug)]
pub struct UnitInput {
    /// Its id.
    pub id: String,
    /// The organisation's own number of it.
    pub number: String,
    /// Last name in the quarter.
    pub name: String,
    /// Kind by name.
    pub kind: String,
    /// Where it stood when, oldest first.
    pub series: Vec<SeriesInput>,
    /// People on the list, the quarter before and the quarter.
    pub roster: [Option<u32>; 2],
    /// Rounds to a window, the quarter before and the quarter.
    pub window: [Option<u32>; 2],
}

/// Where a unit stood.
#[derive(Clone, Copy, Debug)]
pub struct SeriesInput {
    /// Number, from 1.
    pub series: u32,
    /// Place of the unit above it.
    pub parent: Option<usize>,
    /// First round.
    pub from: i64,
    /// Last round.
    pub to: i64,
}

/// A figure as the ledger holds it.
#[derive(Clone, Debug)]
pub struct LedgerRow {
    /// Place of the unit.
    pub unit: usize,
    /// Series.
    pub series: u32,
    /// First round of its window.
    pub first_round: i64,
    /// Last round.
    pub last_round: i64,
    /// Which.
    pub measure: Measure,
    /// State; void when a round of its window was declared void after the release.
    pub state: State,
    /// Value.
    pub value: Option<i32>,
    /// Lower end of its interval.
    pub lower: Option<i32>,
    /// Upper end.
    pub upper: Option<i32>,
    /// How many answered, as a band.
    pub band: Option<String>,
}

/// Contacts and complaints of a unit's own in a round.
#[derive(Clone, Copy, Debug)]
pub struct Volume {
    /// Place of the unit.
    pub unit: usize,
    /// The round.
    pub round: i64,
    /// Contacts.
    pub contacts: i64,
    /// Complaints.
    pub complaints: i64,
}

/// A promise that ended in the quarter.
#[derive(Clone, Debug)]
pub struct ClockInput {
    /// Place of the unit.
    pub unit: usize,
    /// Series.
    pub series: u32,
    /// Which promise.
    pub clock: String,
    /// Working minutes it took.
    pub elapsed: i64,
    /// Working minutes promised.
    pub budget: i64,
}

/// What is counted of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Issues by cause.
    Issue,
    /// Outcomes by name.
    Outcome,
    /// Answers to the survey at the end, by grade 1 to 5.
    Survey,
    /// Cases open at the end of the quarter, by stage.
    Open,
}

/// A count of a unit's own cases.
#[derive(Clone, Debug)]
pub struct CaseInput {
    /// Place of the unit.
    pub unit: usize,
    /// Series.
    pub series: u32,
    /// What is counted.
    pub counted: Counted,
    /// By this.
    pub key: String,
    /// How many.
    pub count: i64,
}

/// Something being tried.
#[derive(Clone, Debug)]
pub struct ActionInput {
    /// Number.
    pub id: i64,
    /// Unit.
    pub unit: String,
    /// What.
    pub tried: String,
    /// Measure that it is meant for.
    pub driver: Option<String>,
    /// Factor, a to d.
    pub factor: Option<String>,
    /// Role that follows it up.
    pub role: String,
    /// First day, ISO.
    pub from: String,
    /// Day of its review, ISO.
    pub review_on: String,
    /// State by name.
    pub state: String,
}
