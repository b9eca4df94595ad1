//! A pack as its pages receive it: words, and figures already drawn. Nothing here is left to be reckoned.

use serde::{Deserialize, Serialize};

use crate::people::account::QrPicture;

/// Whether a change is for the better or the worse; none where it is neither or not clear.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Clearly for the worse.
    Worse,
    /// Clearly for the better.
    Better,
    /// Neither, or not clear.
    #[default]
    Quiet,
}

/// A change in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Such as `opp 16`, or `−4 ±7 · usikkert`.
    pub text: String,
    /// Half the interval of a clear change, `±10`.
    pub half: String,
    /// Its tone.
    pub tone: Tone,
    /// Whether it went up, where it is clear.
    pub is_up: bool,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Whether they carry the sentence.
    pub is_strong: bool,
}

/// One of the four figures on top.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFigure {
    /// What it is.
    pub label: String,
    /// The value as printed.
    pub value: String,
    /// Its interval.
    pub aside: String,
    /// Its change.
    pub change: Option<Change>,
    /// What else is to be said.
    pub lines: Vec<String>,
}

/// What stands on every sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Kind of document and quarter.
    pub what: String,
    /// Draft, or approved on which day.
    pub tag: String,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// Unit and quarter.
    pub about: String,
    /// The document's id; none of a draft that nobody took out.
    pub id: Option<String>,
    /// What leads to where the id is looked up.
    pub picture: Option<QrPicture>,
    /// That address, as it is read.
    pub look_up: String,
    /// The quarter, for addresses.
    pub quarter: String,
    /// The version; none of a draft.
    pub version: Option<i64>,
}

/// A measure that clearly changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Which.
    pub label: String,
    /// Its value.
    pub value: String,
    /// Its change.
    pub change: Change,
}

/// A measure beside the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementRow {
    /// Which.
    pub label: String,
    /// Figure of the row.
    pub svg: String,
    /// Value.
    pub value: String,
    /// Change in words.
    pub change: Change,
    /// Half the interval.
    pub half: String,
}

/// Measures of a factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementGroup {
    /// The factor.
    pub title: String,
    /// Its measures.
    pub rows: Vec<StatementRow>,
}

/// Marks that occur in a figure, with their words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseLegend {
    /// Levels of the quarters.
    pub has_levels: bool,
    /// Intervals.
    pub has_intervals: bool,
    /// Usual variation.
    pub has_limits: bool,
    /// Void rounds.
    pub has_void: bool,
    /// Hidden rounds.
    pub has_hidden: bool,
    /// Signals that concern.
    pub has_signal: bool,
    /// Signals of something better than usual.
    pub has_better: bool,
}

/// A unit as a small figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SmallUnit {
    /// Its name.
    pub name: String,
    /// What to know of its figures.
    pub note: String,
    /// The figure.
    pub svg: String,
}

/// A row of figures: a cause or a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BarRow {
    /// Which.
    pub label: String,
    /// Figure of the row.
    pub svg: String,
    /// As printed.
    pub value: String,
    /// Its interval, or how many.
    pub aside: String,
}

/// Something being tried, in a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TriedRow {
    /// What.
    pub what: String,
    /// Where.
    pub unit: String,
    /// What it is meant for.
    pub aim: String,
    /// Role that follows it up.
    pub role: String,
    /// Since when.
    pub from: String,
    /// When it is looked at again.
    pub review: String,
    /// Whether that day is over and it is still open.
    pub is_overdue: bool,
}

/// Numbers as a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberTable {
    /// What it holds.
    pub title: String,
    /// Heads of the columns.
    pub heads: Vec<String>,
    /// Rows; the first cell of each names it.
    pub rows: Vec<Vec<String>>,
    /// How many columns from the left are words; the others are numbers.
    pub words: u32,
}

/// How customers were answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerPart {
    /// Complaints and contacts in a sentence.
    pub say: Vec<String>,
    /// Causes.
    pub causes: Vec<BarRow>,
    /// Promises.
    pub kept: Vec<BarRow>,
    /// Closed cases, in words.
    pub closed: String,
    /// Their outcomes as a figure.
    pub outcomes_svg: String,
    /// Name and number of each part of it.
    pub outcomes: Vec<(String, String)>,
    /// What else is to be said.
    pub rest: Vec<String>,
}

/// A unit's quarter on four sheets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitPack {
    /// On every sheet.
    pub run: Run,
    /// Id of the unit, for addresses.
    pub id: String,
    /// Name of the unit.
    pub unit: String,
    /// Line above the headline.
    pub kicker: String,
    /// The sentence first.
    pub headline: String,
    /// What it rests on.
    pub lead: Vec<Said>,
    /// Four figures.
    pub keys: Vec<KeyFigure>,
    /// Whether anything is shown; a unit with nothing has one sheet, that says why.
    pub has_figures: bool,
    /// What would change it, where nothing is shown.
    pub nothing: Vec<String>,
    /// The half-year in a sentence.
    pub course_say: String,
    /// The half-year.
    pub course_svg: String,
    /// Marks in it.
    pub legend: CourseLegend,
    /// Clearly for the worse or the better, first what went down.
    pub down: Vec<Moved>,
    /// What went up.
    pub up: Vec<Moved>,
    /// What is being tried.
    pub tried: Vec<TriedRow>,
    /// Sentence above the statements.
    pub statements_say: String,
    /// Statements by factor.
    pub groups: Vec<StatementGroup>,
    /// Units directly below.
    pub below: Vec<SmallUnit>,
    /// Marks in their figures.
    pub below_legend: CourseLegend,
    /// How many more are not drawn.
    pub below_more: u32,
    /// Customers.
    pub customers: CustomerPart,
    /// What to begin the first question with.
    pub begin_with: String,
    /// What is not shown.
    pub hidden: Vec<String>,
    /// The numbers behind the figures.
    pub tables: Vec<NumberTable>,
    /// Whether this person sees the whole review.
    pub may_review: bool,
    /// Whether this person may take the pack out as a document.
    pub may_take_out: bool,
    /// Whether this person may take out files of every kind, drafts too.
    pub may_export: bool,
}

/// Actions on a unit's first sheet.
const MOST_TRIED_FIRST: usize = 2;
/// Actions on its sheet for the meeting.
const MOST_TRIED: usize = 3;
/// Characters of an action on a sheet.
const LONGEST_TRIED: usize = 90;
/// Figures of units below that stand beside the statements; more have a sheet of their own.
const MOST_BESIDE: usize = 3;

impl UnitPack {
    /// What is tried, as much as the first sheet holds whatever was written; the files and the list of actions have
    /// it whole.
    pub fn tried_on_first(&self) -> Vec<TriedRow> {
        self.tried.iter().take(MOST_TRIED_FIRST).map(TriedRow::shortened).collect()
    }

    /// What is tried, as much as the sheet for the meeting holds, and how many more actions there are.
    pub fn tried_on_meeting(&self) -> (Vec<TriedRow>, usize) {
        let shown = self.tried.iter().take(MOST_TRIED).map(TriedRow::shortened).collect();
        (shown, self.tried.len().saturating_sub(MOST_TRIED))
    }

    /// Whether the units below have a sheet of their own.
    pub const fn has_own_sheet(&self) -> bool {
        self.below.len() > MOST_BESIDE
    }
}

impl TriedRow {
    fn shortened(&self) -> Self {
        let what = match self.what.char_indices().nth(LONGEST_TRIED) {
            Some((end, _)) => format!("{}…", self.what[..end].trim_end()),
            None => self.what.clone(),
        };
        Self { what, ..self.clone() }
    }
}

/// The sheet for a meeting with the staff's representatives: figures to read aloud, and room to write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DialogueSheet {
    /// What stands on the sheet.
    pub run: Run,
    /// Line above the heading.
    pub kicker: String,
    /// What is certain of the unit.
    pub headline: String,
    /// Released figures: a name, a value, its change.
    pub figures: Vec<Moved>,
    /// What the change is from.
    pub from: String,
    /// What is being tried already.
    pub running: Vec<DialogueAction>,
    /// Whether this person sees the whole review.
    pub may_review: bool,
    /// Address of the unit's pack.
    pub pack: String,
}

/// A line of the sheet's table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DialogueAction {
    /// What.
    pub what: String,
    /// Factor of § 4-3.
    pub factor: String,
    /// Role that looks after it.
    pub role: String,
    /// Since when.
    pub from: String,
    /// When it is looked at again.
    pub review: String,
}

/// A unit's line in the organisation's pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitLine {
    /// Name.
    pub name: String,
    /// How far below the top.
    pub depth: u32,
    /// Address of its own pack.
    pub href: String,
    /// What is said of it.
    pub sentence: String,
    /// Whether anything of it is clear, and how.
    pub tone: Tone,
    /// Strain, with its change.
    pub strain: (String, Option<Change>),
    /// Small course of strain.
    pub strain_svg: String,
    /// Satisfaction, with its change.
    pub satisfaction: (String, Option<Change>),
    /// Rate of complaints, with its change.
    pub rate: (String, Option<Change>),
    /// Small course of the rate.
    pub rate_svg: String,
}

/// A figure of a factor in the matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixRow {
    /// Measure.
    pub label: String,
    /// Value.
    pub value: String,
    /// Change.
    pub change: Change,
    /// Lowest team, or highest for strain, with its value.
    pub worst: String,
    /// Teams shown of all.
    pub teams: String,
}

/// The organisation's quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationPack {
    /// On every sheet.
    pub run: Run,
    /// Quarters that can be picked, newest first: address and name.
    pub quarters: Vec<(String, String)>,
    /// Whether there is a released round at all.
    pub has_figures: bool,
    /// Line above the headline.
    pub kicker: String,
    /// The sentence first.
    pub headline: String,
    /// What it rests on.
    pub lead: Vec<Said>,
    /// Four figures.
    pub keys: Vec<KeyFigure>,
    /// A sentence a unit.
    pub lines: Vec<UnitLine>,
    /// How many units are not in it.
    pub lines_more: u32,
    /// How many comparisons were made, in a sentence.
    pub tests: String,
    /// Every clear change.
    pub clear: NumberTable,
    /// Units never compared, and why.
    pub not_compared: Vec<(String, String)>,
    /// What half-width so many people have.
    pub widths: Vec<String>,
    /// The organisation's statements.
    pub groups: Vec<StatementGroup>,
    /// Units as small figures.
    pub units: Vec<SmallUnit>,
    /// Marks in their figures.
    pub units_legend: CourseLegend,
    /// How many are not drawn.
    pub units_more: u32,
    /// Customers.
    pub customers: CustomerPart,
    /// The complaints, round by round.
    pub complaints_svg: String,
    /// Marks in it.
    pub complaints_legend: CourseLegend,
    /// What is being tried, what is overdue first.
    pub tried: Vec<TriedRow>,
    /// The factors of § 4-3, by title.
    pub matrix: Vec<(String, Vec<MatrixRow>)>,
    /// What is not shown, one row a unit.
    pub hidden: NumberTable,
    /// Versions that were approved, newest first.
    pub versions: Vec<VersionRow>,
    /// Whether this is the draft and the person may approve it; with the hash of what they see.
    pub may_approve: Option<String>,
    /// The newest version; 0 without one.
    pub last_version: i64,
    /// Whether this person may take files out.
    pub may_export: bool,
    /// What differs from the version before, on the last sheet; none where there is none before.
    pub differences: Option<Vec<String>>,
}

/// The form with which a quarter is approved, on a page of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovePage {
    /// The quarter, for addresses.
    pub quarter: String,
    /// The quarter as a language writes it.
    pub name: String,
    /// Hash of the model as it is now; none when it is approved already.
    pub model: Option<String>,
    /// The newest version; 0 without one.
    pub last_version: i64,
}

/// An approved version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionRow {
    /// Its number.
    pub version: i64,
    /// When it was approved, as a language writes it.
    pub approved: String,
    /// Whether it is the one shown.
    pub is_shown: bool,
}
