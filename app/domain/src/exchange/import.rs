//! Imports: kinds, fields, [what can be wrong](problem) with a file, and [what it would change](diff).

mod diff;
mod heads;
mod problem;
mod reading;

use serde::{Deserialize, Serialize};

pub use diff::{ChangeKind, ChangeLine, Diff, MOST_CHANGES};
pub use problem::{FileProblem, RowProblem, RowWhy};
pub use reading::{DateOrder, DecimalMark, LONGEST_MISSING, Reading, Separator, TotalRows};

use self::heads::simple;
use crate::Right;

/// Problems that a dry run lists; the rest are counted.
pub const MOST_PROBLEMS: usize = 200;

/// A cell or a head as a page or a message may echo it: at most forty characters.
pub fn shorten(cell: &str) -> String {
    // One beyond the last tells whether there is more; a cell may be as long as its file.
    let mut start: Vec<char> = cell.chars().filter(|c| !c.is_control()).take(41).collect();
    if start.len() > 40 {
        start.truncate(39);
        start.push('…');
    }
    start.into_iter().collect()
}

/// What an import brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportKind {
    /// Single complaints.
    Complaints,
    /// Contacts per unit and day.
    Contacts,
    /// Complaints and contacts per unit and day, week, month or quarter.
    History,
    /// Units of the organisation.
    Units,
    /// People: where they belong and what they may do.
    People,
    /// Visits of members.
    Visits,
}

impl ImportKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Complaints, Self::Contacts, Self::History, Self::Visits, Self::Units, Self::People];
    /// What somebody has to be allowed, one of these at least, to import anything.
    pub const RIGHTS: &'static [Right] = &[Right::ImportVoice, Right::ManageUnits, Right::ManagePeople];

    /// What the sender has to be allowed.
    pub const fn right(self) -> Right {
        match self {
            Self::Complaints | Self::Contacts | Self::History | Self::Visits => Right::ImportVoice,
            Self::Units => Right::ManageUnits,
            Self::People => Right::ManagePeople,
        }
    }

    /// Whether it changes the organisation instead of adding records: the same file again changes nothing.
    pub const fn is_organisation(self) -> bool {
        matches!(self, Self::Units | Self::People)
    }

    /// The stable name; after `import-kind-` a message id.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Complaints => "complaints",
            Self::Contacts => "contacts",
            Self::History => "history",
            Self::Units => "units",
            Self::People => "people",
            Self::Visits => "visits",
        }
    }

    /// Reads the stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Its fields; the `bool` says whether a column is needed.
    pub const fn fields(self) -> &'static [(ImportField, bool)] {
        use ImportField as F;
        match self {
            Self::Complaints => &[
                (F::Unit, true),
                (F::Date, true),
                (F::What, true),
                (F::Category, false),
                (F::Channel, false),
                (F::Severity, false),
                (F::Reference, false),
            ],
            Self::Contacts => &[(F::Unit, true), (F::Date, true), (F::Contacts, true)],
            Self::History => {
                &[(F::Unit, true), (F::Period, true), (F::Complaints, true), (F::Contacts, true)]
            }
            Self::Visits => &[(F::Unit, true), (F::Date, true), (F::Member, true)],
            Self::Units => &[(F::Number, true), (F::Name, true), (F::Kind, true), (F::Parent, false)],
            Self::People => &[
                (F::Number, true),
                (F::Name, true),
                (F::Email, false),
                (F::Unit, true),
                (F::Roles, false),
                (F::From, false),
            ],
        }
    }
}

/// A field that a column can be mapped to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportField {
    /// Stable external number of the unit.
    Unit,
    /// A day.
    Date,
    /// A day, week, month or quarter.
    Period,
    /// Number of complaints.
    Complaints,
    /// Number of contacts (or another exposure).
    Contacts,
    /// What happened.
    What,
    /// Category name.
    Category,
    /// Channel name.
    Channel,
    /// Severity name.
    Severity,
    /// The sender's own stable number of the complaint; makes a repeat safe.
    Reference,
    /// Stable external number of the unit or person itself.
    Number,
    /// Name of the unit or person.
    Name,
    /// Kind of a unit.
    Kind,
    /// Stable external number of the unit above; empty for what hangs directly below the organisation.
    Parent,
    /// E-mail address. An empty cell leaves it as it is, `-` takes it away.
    Email,
    /// All roles of a person. An empty cell leaves them as they are, `-` takes them away.
    Roles,
    /// Day from which a place holds; today when empty.
    From,
    /// Number of a member.
    Member,
}

impl ImportField {
    /// The stable name; after `import-field-` a message id.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Date => "date",
            Self::Period => "period",
            Self::Complaints => "complaints",
            Self::Contacts => "contacts",
            Self::What => "what",
            Self::Category => "category",
            Self::Channel => "channel",
            Self::Severity => "severity",
            Self::Reference => "reference",
            Self::Number => "number",
            Self::Name => "name",
            Self::Kind => "kind",
            Self::Parent => "parent",
            Self::Email => "email",
            Self::Roles => "roles",
            Self::From => "from",
            Self::Member => "member",
        }
    }
}

/// Which column feeds which field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// Pairs of field and column head.
    pub columns: Vec<(ImportField, String)>,
    /// What was said about how the file is to be read.
    #[serde(default)]
    pub reading: Reading,
    /// Whether units that do not exist are created under the root.
    pub creates_units: bool,
    /// Whether the file names everybody, or every unit: who is not in it has left, what is not in it is
    /// closed.
    #[serde(default)]
    pub is_complete: bool,
}

impl Mapping {
    /// The column head of a field.
    pub fn column(&self, field: ImportField) -> Option<&str> {
        self.columns.iter().find(|(f, _)| *f == field).map(|(_, column)| column.as_str())
    }

    /// A first proposal from the heads of a file: for each field the first usual head that occurs, each column once.
    pub fn propose(kind: ImportKind, heads: &[String]) -> Self {
        let mut columns: Vec<(ImportField, String)> = Vec::new();
        for (field, _) in kind.fields() {
            let is_free = |head: &&String| columns.iter().all(|(_, taken)| taken != *head);
            let found = field
                .usual_heads()
                .find_map(|usual| heads.iter().find(|head| is_free(head) && simple(head) == usual));
            if let Some(head) = found {
                columns.push((*field, head.clone()));
            }
        }
        Self { columns, ..Self::default() }
    }
}

/// Outcome of reading a whole file without writing anything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DryRun {
    /// Data rows read.
    pub rows: u64,
    /// Problem with the file as a whole; nothing else is filled then.
    pub file_problem: Option<FileProblem>,
    /// The first problems.
    pub problems: Vec<RowProblem>,
    /// How many there are.
    pub problem_count: u64,
    /// Units met.
    pub units: u64,
    /// Units that would be created.
    pub new_units: u64,
    /// Sum of complaints.
    pub complaints: i64,
    /// Sum of contacts.
    pub contacts: i64,
    /// Rows that are not written because nothing of them may or need be: visits of whoever is no member, and those that
    /// are stored already.
    #[serde(default)]
    pub left_out: u64,
    /// First and last period, as text.
    pub span: Option<(String, String)>,
    /// What would change in the organisation; for units and people.
    #[serde(default)]
    pub diff: Option<Diff>,
    /// Whether the organisation changed between the confirmation and the writing, so that nothing was
    /// written and the changes shown are new.
    #[serde(default)]
    pub has_changed_since: bool,
}

impl DryRun {
    /// Whether every row can be written.
    pub fn is_clean(&self) -> bool {
        self.file_problem.is_none() && self.problem_count == 0 && self.rows > 0
    }
}

/// State of an uploaded import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// Uploaded and checked; waits for a person to confirm.
    Checked,
    /// Confirmed; waits for its turn.
    Queued,
    /// Being written.
    Running,
    /// Written.
    Done,
    /// Rolled back; nothing was written.
    Failed,
}

impl ImportState {
    /// The stable name; after `import-state-` a message id.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Checked => "checked",
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    /// Reads the stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Checked, Self::Queued, Self::Running, Self::Done, Self::Failed]
            .into_iter()
            .find(|s| s.name() == name)
    }
}

/// An import in the list of recent ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRow {
    /// Id.
    pub id: i64,
    /// Kind.
    pub kind: ImportKind,
    /// File name, as the sender's machine called it.
    pub file_name: String,
    /// State.
    pub state: ImportState,
    /// When it was uploaded, `YYYY-MM-DD HH:MM`.
    pub at: String,
    /// Rows.
    pub rows: u64,
}

/// The page of one import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPage {
    /// As in the list.
    pub import: ImportRow,
    /// Column heads of the file.
    pub heads: Vec<String>,
    /// The first rows, as they stand.
    pub sample: Vec<Vec<String>>,
    /// Sheets of a workbook that can be seen, the one that is read first.
    pub sheets: Vec<String>,
    /// How the file was read, a sentence each, in English and Norwegian.
    pub said: [Vec<String>; 2],
    /// Mapping in force.
    pub mapping: Mapping,
    /// What a dry run found.
    pub dry_run: DryRun,
    /// Rows written so far, while running.
    pub rows_done: u64,
    /// Until when it can be undone, as a local day and time; none when it cannot be.
    pub undoable_until: Option<String>,
}
