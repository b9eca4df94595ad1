//! The review of a quarter as one value: what page, workbook, CSV and JSON are made from, and nothing else.
//!
//! Every number is whole, or a [`Decimal`]: digits with a scale. Nothing here divides, and nothing says why a
//! figure is hidden.

use std::collections::BTreeMap;

mod customers;
mod staff;
mod words;

use serde::{Deserialize, Serialize};

use crate::{
    insight::figures::Measure,
    staff::bank::{Factor, Item},
};

/// Name of this form of the model, in files.
pub const SCHEMA: &str = "trivsel-review/1";

pub use customers::{Cases, Cause, Clock, Closure, Complaints, RateChange, RatePoint, Segment, Share};
pub use staff::{Bands, Driver, FactorRow, Figure, HiddenRow, Said, Sentence, UnitRow};
pub use words::{Decimal, Grain, State, Verdict, Why};

/// One quarter of the whole organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// [`SCHEMA`].
    pub schema: String,
    /// Name of the organisation.
    pub organisation: String,
    /// The quarter, as `2026Q3`.
    pub quarter: String,
    /// The one before.
    pub previous: String,
    /// Day of the newest release in it, ISO; the day that a draft carries.
    pub dated: String,
    /// Rounds of the quarter.
    pub rounds: Rounds,
    /// All rounds of both quarters, in order.
    pub calendar: Vec<Round>,
    /// Units in tree order.
    pub places: Vec<Place>,
    /// How many comparisons were made, by family.
    pub tests: Tests,
    /// Figures of staff, one row a unit and series, in tree order.
    pub units: Vec<UnitRow>,
    /// Statements of a unit beside the organisation's, the lowest beside it first; by unit and series.
    pub drivers: BTreeMap<String, Vec<Driver>>,
    /// Complaints by unit.
    pub complaints: BTreeMap<String, Complaints>,
    /// How cases went, by unit.
    pub cases: BTreeMap<String, Cases>,
    /// The organisation's figures by factor of § 4-3.
    pub matrix_4_3: BTreeMap<String, Vec<FactorRow>>,
    /// What is not shown, one row a unit and series.
    pub hidden: Vec<HiddenRow>,
    /// Every cell of the ledger that charts and tables show.
    pub cells: Vec<Cell>,
    /// What is being tried.
    pub actions: Vec<Action>,
    /// Statements of the organisation's own.
    pub own: Vec<OwnStatement>,
}

/// Rounds of the quarter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rounds {
    /// Released.
    pub released: u32,
    /// First days of those declared void.
    pub void: Vec<String>,
}

/// A round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Round {
    /// Its number.
    pub n: i64,
    /// First day, ISO.
    pub starts: String,
    /// Whether it belongs to the quarter, not to the one before.
    pub is_now: bool,
    /// Whether it was declared void.
    pub is_void: bool,
    /// Names of the statements asked.
    pub items: Vec<String>,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its id, the key of everything about it.
    pub unit: String,
    /// The organisation's own number of it.
    pub number: String,
    /// Its name at the end of the quarter.
    pub name: String,
    /// What kind of unit.
    pub kind: String,
    /// How far below the top, at the end of the quarter.
    pub depth: u32,
    /// The unit above it then.
    pub parent: Option<String>,
    /// Whether it has no unit below it.
    pub is_team: bool,
    /// People on the list in the quarter.
    pub people: Option<u32>,
    /// Rounds to a window in the quarter.
    pub window: Option<u32>,
    /// First day of the quarter's first round without it, when it was closed.
    pub closed: Option<String>,
}

/// Comparisons made in each family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tests {
    /// Strain and satisfaction.
    pub core: u32,
    /// Statements.
    pub items: u32,
    /// Rates of complaints.
    pub rates: u32,
}

/// A cell of the ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Place of the unit in [`Pack::places`].
    pub place: u32,
    /// Series.
    pub series: u32,
    /// First round of the window.
    pub first_round: i64,
    /// Last round.
    pub last_round: i64,
    /// Which.
    pub measure: String,
    /// State.
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

/// Something being tried.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// Number.
    pub id: i64,
    /// Unit.
    pub unit: String,
    /// What, in somebody's words.
    pub tried: String,
    /// Measure that it is meant for, by name.
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

/// A statement of the organisation's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnStatement {
    /// Its number.
    pub number: i64,
    /// In English.
    pub en: String,
    /// In Bokmål.
    pub nb: String,
}

impl Pack {
    /// The topmost unit's row.
    pub fn root(&self) -> Option<&UnitRow> {
        self.units.iter().find(|row| row.parent.is_none())
    }

    /// A unit.
    pub fn place(&self, unit: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.unit == unit)
    }

    /// A unit's row; of one that moved, the one that runs at the quarter's end.
    pub fn row(&self, unit: &str) -> Option<&UnitRow> {
        self.units.iter().filter(|row| row.unit == unit).max_by_key(|row| row.last_round)
    }
}

impl Pack {
    /// What of the pack is about a unit and everything below it, as it hung at the end of the quarter; none where the
    /// unit is not in it. Of the organisation nothing stays but its own figures beside the unit's statements.
    pub fn below(&self, top: &str) -> Option<Self> {
        self.place(top)?;
        let mut within: BTreeMap<&str, bool> = BTreeMap::new();
        // Units stand in tree order: what is above comes first.
        for place in &self.places {
            let is_below = place.unit == top
                || place.parent.as_deref().is_some_and(|parent| within.get(parent) == Some(&true));
            within.insert(&place.unit, is_below);
        }
        let is_in = |unit: &str| within.get(unit) == Some(&true);
        let kept: Vec<u32> =
            (0..).zip(&self.places).filter(|(_, own)| is_in(&own.unit)).map(|(at, _)| at).collect();
        let depth = self.place(top).map_or(0, |place| place.depth);
        let parent = |unit: &str, parent: &Option<String>| parent.clone().filter(|_| unit != top);
        let place = |place: &Place| Place {
            depth: place.depth.saturating_sub(depth),
            parent: parent(&place.unit, &place.parent),
            ..place.clone()
        };
        let row = |row: &UnitRow| UnitRow { parent: parent(&row.unit, &row.parent), ..row.clone() };
        let at = |cell: &Cell| kept.binary_search(&cell.place).ok().and_then(|at| u32::try_from(at).ok());
        let by_unit = |unit: &String| is_in(unit);
        Some(Self {
            places: self.places.iter().filter(|own| is_in(&own.unit)).map(place).collect(),
            units: self.units.iter().filter(|own| is_in(&own.unit)).map(row).collect(),
            drivers: self
                .drivers
                .iter()
                .filter(|(key, _)| key.rsplit_once('/').is_some_and(|(unit, _)| is_in(unit)))
                .map(|(key, rows)| (key.clone(), rows.clone()))
                .collect(),
            complaints: self.complaints.iter().filter(|(unit, _)| by_unit(unit)).map(cloned).collect(),
            cases: self.cases.iter().filter(|(unit, _)| by_unit(unit)).map(cloned).collect(),
            matrix_4_3: BTreeMap::new(),
            hidden: self.hidden.iter().filter(|own| is_in(&own.unit)).cloned().collect(),
            cells: self
                .cells
                .iter()
                .filter_map(|cell| Some(Cell { place: at(cell)?, ..cell.clone() }))
                .collect(),
            actions: self.actions.iter().filter(|own| is_in(&own.unit)).cloned().collect(),
            schema: self.schema.clone(),
            organisation: self.organisation.clone(),
            quarter: self.quarter.clone(),
            previous: self.previous.clone(),
            dated: self.dated.clone(),
            rounds: self.rounds.clone(),
            calendar: self.calendar.clone(),
            tests: self.tests,
            own: self.own.clone(),
        })
    }
}

fn cloned<T: Clone>((unit, own): (&String, &T)) -> (String, T) {
    (unit.clone(), own.clone())
}

/// Measures of a factor in their order; those of no factor for `None`. Own statements come last.
pub fn measures_of(factor: Option<Factor>) -> Vec<Measure> {
    let of = |item: Item| if item == Item::C1 { Measure::Strain } else { Measure::Score(item) };
    Item::all().filter(|item| *item != Item::C2 && item.factor() == factor).map(of).collect()
}

/// The factors with the letters they go by.
pub const FACTORS: [(&str, Factor); 4] =
    [("a", Factor::A), ("b", Factor::B), ("c", Factor::C), ("d", Factor::D)];
