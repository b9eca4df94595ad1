//! Released figures and trends as pages receive them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    Resolution, UnitId,
    insight::{actions::ActionRow, compare::StandsOut, notes::AxisEntry, today::UnitName},
    organisation::unit::UnitPlace,
    staff::bank::Item,
};

/// What a released figure measures. All are whole points of 0–100; see the crate `disclosure`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// How far workload exceeds the time there is: mean of max(0, x) / 2 × 100.
    Strain,
    /// Share with too much to do, in %.
    Overloaded,
    /// Share with too little to do, in %.
    Underloaded,
    /// Score of a 1–5 item: (mean − 1) / 4 × 100.
    Score(Item),
    /// Share of the roster that answered: in steps of 10 %, or one of three bands in units of 12 to 29 people.
    ResponseRate,
}

impl Measure {
    /// The stable name in the ledger and in files.
    pub fn name(self) -> Cow<'static, str> {
        match self {
            Self::Strain => "strain".into(),
            Self::Overloaded => "overloaded".into(),
            Self::Underloaded => "underloaded".into(),
            Self::ResponseRate => "response_rate".into(),
            Self::Score(item) => item.driver(),
        }
    }

    /// Message id of its label.
    pub fn text_id(self) -> String {
        format!("measure-{}", self.name().replace('_', "-"))
    }

    /// Everything of the bank that can stand in the ledger, in the order reports show it.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::ResponseRate, Self::Strain, Self::Overloaded, Self::Underloaded]
            .into_iter()
            .chain(Item::all().filter(|item| *item != Item::C1).map(Self::Score))
    }

    /// Reads the stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        let own = || Some(Self::Score(Item::Own(name.strip_prefix("own_")?.parse().ok()?)));
        Self::all().find(|measure| measure.name() == name).or_else(own)
    }

    /// The measures of a round that asked these items.
    pub fn of_round(items: &[Item]) -> Vec<Self> {
        let mut measures = vec![Self::ResponseRate, Self::Strain, Self::Overloaded, Self::Underloaded];
        measures.extend(items.iter().copied().filter(|item| *item != Item::C1).map(Self::Score));
        measures
    }
}

/// State of a ledger cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellState {
    /// Shown.
    Published,
    /// Hidden. Why is not told: too few answers, or showing it would give away a smaller group.
    Hidden,
    /// The earlier figure, carried forward until enough people have changed.
    Held,
    /// Nobody belonged to the unit.
    NoData,
}

impl CellState {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Hidden => "hidden",
            Self::Held => "held",
            Self::NoData => "no_data",
        }
    }

    /// All states, the shown ones first.
    pub const ALL: [Self; 4] = [Self::Published, Self::Held, Self::Hidden, Self::NoData];

    /// Reads the stable name. Ledgers of earlier versions tell two reasons apart why a figure is hidden.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "below_k" | "complement" => Some(Self::Hidden),
            _ => Self::ALL.into_iter().find(|state| state.name() == name),
        }
    }

    /// Whether there is a figure to show.
    pub const fn is_shown(self) -> bool {
        matches!(self, Self::Published | Self::Held)
    }
}

/// What a trend request asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TrendQuery {
    /// Unit id; none is the topmost unit the person may see.
    pub unit: Option<UnitId>,
    /// Resolution; none is the finest the unit's data allow.
    pub resolution: Option<Resolution>,
    /// Names of the staff measures to draw, at most [`MOST_MEASURES`]; none of them known is [`USUAL_MEASURES`]. Beside
    /// them the name of one [`CustomerMeasure`].
    pub measures: Vec<String>,
}

/// What a trend can show of customers beside their complaints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerMeasure {
    /// Faces that smile, of those touched on a screen.
    Smiles,
    /// The satisfied, of those who answered a survey after a visit.
    Satisfied,
    /// Compliments per 1,000 contacts.
    Compliments,
    /// Members who came back, of those who were there.
    Returns,
}

impl CustomerMeasure {
    /// All, in the order lists show them.
    pub const ALL: [Self; 4] = [Self::Smiles, Self::Satisfied, Self::Compliments, Self::Returns];

    /// The stable name in addresses and files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Smiles => "smiles",
            Self::Satisfied => "satisfied",
            Self::Compliments => "compliments",
            Self::Returns => "returns",
        }
    }

    /// Message id of its label.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Smiles => "measure-smiles",
            Self::Satisfied => "measure-satisfied",
            Self::Compliments => "measure-compliments",
            Self::Returns => "measure-returns",
        }
    }

    /// Whether it is counted by the month, and has no finer figures.
    pub const fn is_monthly(self) -> bool {
        matches!(self, Self::Satisfied | Self::Returns)
    }

    /// Whether it is a share from 0 to 100.
    pub const fn is_share(self) -> bool {
        !matches!(self, Self::Compliments)
    }
}

/// Most staff measures in a trend.
pub const MOST_MEASURES: usize = 3;
/// The staff measures of a trend that nobody chose others for.
pub const USUAL_MEASURES: [Measure; 2] = [Measure::Strain, Measure::Score(Item::C2)];

/// The trends page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrendPage {
    /// The unit shown, and where else the person can go from it.
    pub place: UnitPlace,
    /// Resolution shown.
    pub resolution: Resolution,
    /// Resolutions that can be picked, finest first.
    pub offered: Vec<Resolution>,
    /// Line above the heading: teams, newest round, day of its release.
    pub eyebrow: String,
    /// The sentence first: what a manager should know in ten seconds.
    pub headline: String,
    /// Teams below the unit that stand out for the worse, a few of them: a whole can look as usual while one of
    /// its parts does not.
    pub worse_below: Vec<UnitName>,
    /// How many more there are.
    pub worse_more: u64,
    /// One sentence about where complaints stand.
    pub lead: String,
    /// Inline chart with both panels, for wide pages; none when there is nothing to draw.
    pub svg: Option<String>,
    /// The same for narrow pages: text in a chart must not shrink with it.
    pub svg_narrow: Option<String>,
    /// Heads of the data table.
    pub columns: Vec<String>,
    /// Rows of the data table, newest first.
    pub rows: Vec<Vec<String>>,
    /// Which marks of the legend occur.
    pub legend: Legend,
    /// Notes below the chart, such as older data that only show at a coarser resolution.
    pub notes: Vec<String>,
    /// The link card.
    pub link: LinkCard,
    /// The card of drivers that stand out.
    pub stands_out: StandsOut,
    /// Open actions of the unit and below it whose review comes next; a few.
    pub actions: Vec<ActionRow>,
    /// Anchors and cases of the table's rows, in their order.
    pub row_places: Vec<RowPlace>,
    /// What the flags stand for, oldest first, which is the order of their numbers.
    pub axis: Vec<AxisEntry>,
    /// The staff measures that can be drawn; none where there is nothing to choose.
    pub measures: Vec<MeasureChoice>,
    /// What can be drawn of customers beside their complaints.
    pub customers: Vec<MeasureChoice>,
}

/// Where a row of the trend's table is found, and what it leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowPlace {
    /// Its id on the page.
    pub anchor: String,
    /// Address of the complaints' cases, for whoever may view them.
    pub cases: Option<String>,
}

/// A staff measure that a trend can show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureChoice {
    /// Its stable name.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// Whether it is drawn now.
    pub is_shown: bool,
}

/// Which marks occur in a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Legend {
    /// A signal worth a look.
    pub has_concern: bool,
    /// A signal of improvement.
    pub has_better: bool,
    /// A figure hidden because too few answered.
    pub has_hidden: bool,
    /// Something unusual that is neither.
    pub has_neutral: bool,
    /// Usual ranges that begin anew.
    pub has_baseline: bool,
}

/// The link card on the trends page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LinkCard {
    /// The sentence.
    pub sentence: String,
    /// Data used and what it is not, when there is an estimate.
    pub small_print: Option<String>,
    /// The interval as a small picture, when there is an estimate.
    pub svg: Option<String>,
}
