//! What can be wrong with a file: row by row, and as a whole.

use serde::{Deserialize, Serialize};

use super::ImportField;
use crate::{
    Lang,
    text::{t, tv},
};

/// What is wrong with one cell. Message id: `row-` and the name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowWhy {
    /// Empty where a value is needed.
    Empty,
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
    /// Neither the file nor the organisation has a unit of this number to hang below.
    UnknownParent,
    /// A unit of this kind cannot hang below one of that kind.
    KindDoesNotFit,
    /// The unit exists and is of another kind.
    KindFixed,
    /// In the file, the unit hangs below itself.
    ParentLoop,
    /// The unit is closed, or would be after this import.
    UnitClosed,
    /// People still belong to a unit that would be closed.
    NotClosable,
    /// The person belongs, or has a role, outside what the sender may import for.
    ForeignPerson,
    /// An earlier row has the same e-mail address.
    DuplicateAddress {
        /// That row.
        first_row: u64,
    },
    /// Somebody else signs in with this address or number.
    AddressTaken,
    /// Not an e-mail address.
    NotAnAddress,
    /// Not a kind of unit.
    UnknownKind,
    /// Not a role.
    UnknownRole,
    /// A role for a unit that the sender may not give roles in.
    ForeignRole,
    /// A role of one's own unit for somebody who has none.
    RoleWithoutUnit,
    /// Nobody changes their own roles.
    OwnRole,
    /// Nobody would be left who keeps the organisation.
    LastAdmin,
    /// A round that has begun counted who belonged where on that day.
    RoundBegun,
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
    #[serde(alias = "wrong_encoding")]
    Unprintable,
}

impl RowWhy {
    /// Message id of the reason; the remedy is the same id with `-remedy`.
    pub const fn text_id(&self) -> &'static str {
        match self {
            Self::Empty => "row-empty",
            Self::WrongWidth => "row-wrong-width",
            Self::NotADate => "row-not-a-date",
            Self::NotAPeriod => "row-not-a-period",
            Self::InFuture => "row-in-future",
            Self::NotANumber => "row-not-a-number",
            Self::Negative => "row-negative",
            Self::TooLarge => "row-too-large",
            Self::UnknownUnit => "row-unknown-unit",
            Self::UnknownParent => "row-unknown-parent",
            Self::KindDoesNotFit => "row-kind-does-not-fit",
            Self::KindFixed => "row-kind-fixed",
            Self::ParentLoop => "row-parent-loop",
            Self::UnitClosed => "row-unit-closed",
            Self::NotClosable => "row-not-closable",
            Self::ForeignPerson => "row-foreign-person",
            Self::DuplicateAddress { .. } => "row-duplicate-address",
            Self::AddressTaken => "row-address-taken",
            Self::NotAnAddress => "row-not-an-address",
            Self::UnknownKind => "row-unknown-kind",
            Self::UnknownRole => "row-unknown-role",
            Self::ForeignRole => "row-foreign-role",
            Self::RoleWithoutUnit => "row-role-without-unit",
            Self::OwnRole => "row-own-role",
            Self::LastAdmin => "row-last-admin",
            Self::RoundBegun => "row-round-begun",
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

impl RowWhy {
    /// The earlier row that this one contradicts, if it is that.
    pub const fn first_row(&self) -> Option<u64> {
        match self {
            Self::Duplicate { first_row } | Self::DuplicateAddress { first_row } => Some(*first_row),
            _ => None,
        }
    }
}

/// A problem of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProblem {
    /// Line of the record as a spreadsheet counts it: the head is row 1. Zero for what is wrong with
    /// something that the file leaves out.
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
    /// Not text in any encoding, or in two.
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
    /// More columns than an import may have.
    TooManyColumns,
    /// A head longer than a column's name may be: most often a file that is no table.
    LongHead {
        /// The head, shortened.
        column: String,
    },
    /// Cannot be read as CSV.
    NotCsv {
        /// Row where reading stopped.
        row: u64,
    },
    /// A workbook of another kind than is read, or a broken one.
    Workbook,
    /// Two characters part the rows alike.
    SeparatorUnclear,
    /// Six digits that may be a week or a month.
    WeekOrMonth {
        /// Row.
        row: u64,
        /// Head of the column, shortened.
        column: String,
        /// The cell, shortened.
        cell: String,
    },
    /// A row that is called a sum and whose figures are none.
    TotalUnclear {
        /// Row.
        row: u64,
        /// What it is called, shortened.
        cell: String,
    },
    /// What else the reader says.
    Unreadable {
        /// In a sentence, in English and Norwegian.
        said: [String; 2],
    },
    /// A number that may be two, in a column that does not tell which.
    NumberUnclear {
        /// Row.
        row: u64,
        /// Head of the column, shortened.
        column: String,
        /// The cell, shortened.
        cell: String,
        /// What it may be.
        one: String,
        /// What else it may be.
        other: String,
    },
    /// A day that may be two, in a column that does not tell which.
    DateUnclear {
        /// Row.
        row: u64,
        /// Head of the column, shortened.
        column: String,
        /// The cell, shortened.
        cell: String,
        /// What it may be, as ISO day.
        one: String,
        /// What else it may be, as ISO day.
        other: String,
    },
}

impl FileProblem {
    /// The reason and what to do, in a language.
    pub fn words(&self, lang: Lang) -> [String; 2] {
        let named = |pairs: &[(&'static str, &str)]| -> Vec<_> {
            pairs.iter().map(|(name, value)| (*name, (*value).to_owned().into())).collect()
        };
        let values = match self {
            Self::WrongEncoding { row } | Self::NotCsv { row } => named(&[("row", &row.to_string())]),
            Self::MissingColumn { field } => {
                named(&[("column", &t(lang, &format!("import-field-{}", field.name())))])
            }
            Self::NumberUnclear { row, column, cell, one, other }
            | Self::DateUnclear { row, column, cell, one, other } => named(&[
                ("row", &row.to_string()),
                ("column", column),
                ("cell", cell),
                ("one", one),
                ("other", other),
            ]),
            Self::WeekOrMonth { row, column, cell } => {
                named(&[("row", &row.to_string()), ("column", column), ("cell", cell)])
            }
            Self::TotalUnclear { row, cell } => named(&[("row", &row.to_string()), ("cell", cell)]),
            Self::NoSuchColumn { column } | Self::DoubleColumn { column } | Self::LongHead { column } => {
                named(&[("column", column)])
            }
            Self::Unreadable { said: [en, nb] } => named(&[("said", if lang == Lang::Nb { nb } else { en })]),
            Self::Empty
            | Self::NoRows
            | Self::TooManyRows
            | Self::TooManyColumns
            | Self::Workbook
            | Self::SeparatorUnclear => Vec::new(),
        };
        let id = self.text_id();
        [tv(lang, id, &values), tv(lang, &format!("{id}-remedy"), &values)]
    }

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
            Self::TooManyColumns => "file-too-many-columns",
            Self::LongHead { .. } => "file-long-head",
            Self::NotCsv { .. } => "file-not-csv",
            Self::Workbook => "file-workbook",
            Self::SeparatorUnclear => "file-separator-unclear",
            Self::WeekOrMonth { .. } => "file-week-or-month",
            Self::TotalUnclear { .. } => "file-total-unclear",
            Self::Unreadable { .. } => "file-unreadable",
            Self::NumberUnclear { .. } => "file-number-unclear",
            Self::DateUnclear { .. } => "file-date-unclear",
        }
    }
}
