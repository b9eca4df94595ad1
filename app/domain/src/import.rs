//! Imports of customer data: kinds, fields, and what can be wrong with a file.

use serde::{Deserialize, Serialize};

/// Rows an import may hold.
pub const MOST_ROWS: u64 = 5_000_000;
/// Problems that a dry run lists; the rest are counted.
pub const MOST_PROBLEMS: usize = 200;

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
}

impl ImportKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Complaints, Self::Contacts, Self::History];

    /// The stable name; after `import-kind-` a message id.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Complaints => "complaints",
            Self::Contacts => "contacts",
            Self::History => "history",
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
        }
    }

    /// Column heads that are taken for this field when nobody says otherwise, in lower case.
    pub const fn usual_heads(self) -> &'static [&'static str] {
        match self {
            Self::Unit => &["unit", "unit_id", "team", "site", "store", "enhet", "avdeling", "butikk"],
            Self::Date => &["date", "day", "happened_on", "dato", "dag"],
            Self::Period => {
                &["period", "date", "week", "month", "quarter", "periode", "uke", "måned", "kvartal"]
            }
            Self::Complaints => &["complaints", "count", "klager", "antall"],
            Self::Contacts => {
                &["contacts", "visits", "orders", "customers", "exposure", "kundekontakter", "besøk"]
            }
            Self::What => &["what", "description", "text", "complaint", "beskrivelse", "tekst", "klage"],
            Self::Category => &["category", "kategori"],
            Self::Channel => &["channel", "kanal"],
            Self::Severity => &["severity", "alvor"],
            Self::Reference => &["reference", "id", "external_id", "referanse", "saksnummer"],
        }
    }
}

/// Text encoding of a file. Nothing is guessed: a wrong guess turns names into riddles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileEncoding {
    /// UTF-8, with or without a byte order mark.
    #[default]
    Utf8,
    /// Windows-1252, what older spreadsheets write.
    Windows1252,
}

/// Which column feeds which field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// Pairs of field and column head.
    pub columns: Vec<(ImportField, String)>,
    /// Encoding of the file.
    pub encoding: FileEncoding,
    /// Whether units that do not exist are created under the root.
    pub creates_units: bool,
}

impl Mapping {
    /// The column head of a field.
    pub fn column(&self, field: ImportField) -> Option<&str> {
        self.columns.iter().find(|(f, _)| *f == field).map(|(_, column)| column.as_str())
    }

    /// A first proposal from the heads of a file: the first usual head that occurs, each column once.
    pub fn propose(kind: ImportKind, heads: &[String]) -> Self {
        let mut columns: Vec<(ImportField, String)> = Vec::new();
        for (field, _) in kind.fields() {
            let head = field.usual_heads().iter().find_map(|usual| {
                heads.iter().find(|head| {
                    head.trim().to_lowercase() == *usual && columns.iter().all(|(_, c)| c != *head)
                })
            });
            if let Some(head) = head {
                columns.push((*field, head.clone()));
            }
        }
        Self { columns, ..Self::default() }
    }
}

/// What is wrong with one cell. Message id: `row-` and the name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowWhy {
    /// Empty where a value is needed.
    Empty,
    /// Bytes that the encoding does not have.
    WrongEncoding,
    /// More or fewer cells than the head has.
    WrongWidth,
    /// Not a calendar day.
    NotADate,
    /// Not a day, week, month or quarter.
    NotAPeriod,
    /// A day or period that has not begun.
    InFuture,
    /// Not a whole number.
    NotANumber,
    /// Below zero.
    Negative,
    /// Larger than a million million.
    TooLarge,
    /// No unit has this number.
    UnknownUnit,
    /// The unit is outside what the person may import for.
    ForeignUnit,
    /// The same key stands in an earlier row.
    Duplicate {
        /// That row.
        first_row: u64,
    },
    /// The same key was imported before.
    AlreadyStored,
    /// The unit has counts of another length for these days; both would be counted.
    Overlaps,
    /// Not one of the names.
    NotAChoice,
    /// Longer than allowed.
    TooLong,
    /// Holds control characters or marks that change the reading direction.
    Unprintable,
}

impl RowWhy {
    /// Message id of the reason; the remedy is the same id with `-remedy`.
    pub const fn text_id(&self) -> &'static str {
        match self {
            Self::Empty => "row-empty",
            Self::WrongEncoding => "row-wrong-encoding",
            Self::WrongWidth => "row-wrong-width",
            Self::NotADate => "row-not-a-date",
            Self::NotAPeriod => "row-not-a-period",
            Self::InFuture => "row-in-future",
            Self::NotANumber => "row-not-a-number",
            Self::Negative => "row-negative",
            Self::TooLarge => "row-too-large",
            Self::UnknownUnit => "row-unknown-unit",
            Self::ForeignUnit => "row-foreign-unit",
            Self::Duplicate { .. } => "row-duplicate",
            Self::AlreadyStored => "row-already-stored",
            Self::Overlaps => "row-overlaps",
            Self::NotAChoice => "row-not-a-choice",
            Self::TooLong => "row-too-long",
            Self::Unprintable => "row-unprintable",
        }
    }
}

/// A problem of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProblem {
    /// Line of the record as a spreadsheet counts it: the head is row 1.
    pub row: u64,
    /// Head of the column.
    pub column: String,
    /// The cell, shortened.
    pub cell: String,
    /// Why it cannot be taken.
    pub why: RowWhy,
}

/// What is wrong with a file as a whole. Message id: `file-` and the name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileProblem {
    /// No head row.
    Empty,
    /// A head row and nothing below it.
    NoRows,
    /// Not text in the encoding that was said.
    WrongEncoding {
        /// Row of the first wrong byte.
        row: u64,
    },
    /// A needed field has no column.
    MissingColumn {
        /// The field.
        field: ImportField,
    },
    /// A mapped column is not in the file.
    NoSuchColumn {
        /// Its head.
        column: String,
    },
    /// Two columns have the same head.
    DoubleColumn {
        /// The head.
        column: String,
    },
    /// More rows than an import may hold.
    TooManyRows,
    /// Cannot be read as CSV.
    NotCsv {
        /// Row where reading stopped.
        row: u64,
    },
}

impl FileProblem {
    /// Message id of the reason; the remedy is the same id with `-remedy`.
    pub const fn text_id(&self) -> &'static str {
        match self {
            Self::Empty => "file-empty",
            Self::NoRows => "file-no-rows",
            Self::WrongEncoding { .. } => "file-wrong-encoding",
            Self::MissingColumn { .. } => "file-missing-column",
            Self::NoSuchColumn { .. } => "file-no-such-column",
            Self::DoubleColumn { .. } => "file-double-column",
            Self::TooManyRows => "file-too-many-rows",
            Self::NotCsv { .. } => "file-not-csv",
        }
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
    /// First and last period, as text.
    pub span: Option<(String, String)>,
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
    /// Mapping in force.
    pub mapping: Mapping,
    /// What a dry run found.
    pub dry_run: DryRun,
    /// Rows written so far, while running.
    pub rows_done: u64,
}
