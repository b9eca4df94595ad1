//! Rows of units and of people, cell by cell: everything that can be wrong with one without knowing
//! the organisation. Every cell of a row is read, so that all of its problems are named at once.

use chrono::NaiveDate;
use domain::{
    Period, Resolution,
    exchange::import::{FileProblem, ImportField, RowProblem, RowWhy, shorten},
    field::free_text,
    organisation::unit::UnitKind,
};

use tables::Record;

use super::roles::{self, Wanted};
use crate::imports::{
    Target,
    reader::{self, RowReader, row_why},
};
use organisation::changes::{LONGEST_NAME, LONGEST_NUMBER};
use people::register::changes::parse_email;

/// What a cell says about something that may also be left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said<T> {
    /// An empty cell, or no column: it stays as it is.
    Nothing,
    /// A dash: it is taken away.
    Dash,
    /// This.
    This(T),
}

/// A row about a unit.
#[derive(Clone, Debug)]
pub(super) struct UnitRow {
    pub(super) row: u64,
    pub(super) number: String,
    pub(super) name: String,
    pub(super) kind: UnitKind,
    /// Number of the unit above. A dash, like an empty cell of a column that is there, stands for the
    /// root; without a column units stay where they hang.
    pub(super) parent: Said<String>,
}

/// A row about a person.
#[derive(Clone, Debug)]
pub(super) struct PersonRow {
    pub(super) row: u64,
    pub(super) number: String,
    pub(super) name: String,
    pub(super) email: Said<String>,
    /// Number of the unit; none for a dash: the person belongs to no unit.
    pub(super) unit: Option<String>,
    pub(super) roles: Said<Vec<Wanted>>,
    pub(super) from: Option<NaiveDate>,
}

/// A file, read.
pub(super) struct File<T> {
    pub(super) rows: Vec<T>,
    /// Rows with problems whose number could be read: others may refer to it.
    pub(super) refused: Vec<(String, u64)>,
    pub(super) problems: Vec<RowProblem>,
    /// Rows read.
    pub(super) count: u64,
    columns: Vec<(ImportField, String)>,
}

impl<T> File<T> {
    /// A problem that shows only beside other rows or the organisation.
    pub(super) fn problem(&self, row: u64, field: ImportField, cell: &str, why: RowWhy) -> RowProblem {
        let column = self.columns.iter().find(|(known, _)| *known == field);
        let column = column.map(|(_, column)| column.clone()).unwrap_or_default();
        RowProblem { row, column, cell: shorten(cell), why }
    }
}

/// Reads units.
///
/// # Errors
/// What is wrong with the file as a whole.
pub(super) fn units(target: &Target<'_>) -> Result<File<UnitRow>, FileProblem> {
    let has_parents = target.mapping.column(ImportField::Parent).is_some();
    read(target, |cells| {
        let number = cells.number();
        let name = cells.needed_text(ImportField::Name, LONGEST_NAME);
        let kind = cells.kind();
        let parent = match cells.text(ImportField::Parent, LONGEST_NUMBER) {
            Said::Nothing if has_parents => Said::Dash,
            parent => parent,
        };
        Some(UnitRow { row: cells.row, number: number?, name: name?, kind: kind?, parent })
    })
}

/// Reads people.
///
/// # Errors
/// What is wrong with the file as a whole.
pub(super) fn people(target: &Target<'_>) -> Result<File<PersonRow>, FileProblem> {
    read(target, |cells| {
        let number = cells.number();
        let name = cells.needed_text(ImportField::Name, LONGEST_NAME);
        let email = cells.email();
        let unit = match cells.text(ImportField::Unit, LONGEST_NUMBER) {
            Said::This(number) => Some(Some(number)),
            Said::Dash => Some(None),
            Said::Nothing => {
                cells.refuse_empty(ImportField::Unit);
                None
            }
        };
        let roles = cells.roles();
        let from = cells.from();
        Some(PersonRow { row: cells.row, number: number?, name: name?, email, unit: unit?, roles, from })
    })
}

fn read<T>(target: &Target<'_>, typed: impl Fn(&mut Cells<'_>) -> Option<T>) -> Result<File<T>, FileProblem> {
    let mut reader = reader::rows(target)?;
    let columns = target.kind.fields().iter().map(|(field, _)| (*field, reader.column(*field))).collect();
    let mut file = File { rows: Vec::new(), refused: Vec::new(), problems: Vec::new(), count: 0, columns };
    while let Some(record) = reader.next_record()? {
        let record = match record {
            Ok(record) => record,
            Err(problem) => {
                file.problems.push(problem);
                continue;
            }
        };
        let mut cells = Cells::new(&reader, &record);
        let row = typed(&mut cells);
        let number = cells.read_number.take();
        if cells.problems.is_empty() {
            file.rows.extend(row);
        } else {
            file.problems.append(&mut cells.problems);
            file.refused.extend(number.map(|number| (number, cells.row)));
        }
    }
    file.count = reader.count;
    if file.count == 0 { Err(FileProblem::NoRows) } else { Ok(file) }
}

/// Looks into a cell.
type Look<'r> = Box<dyn Fn(ImportField) -> Option<&'r str> + 'r>;
/// Says what is wrong with a cell.
type Refuse<'r> = Box<dyn Fn(ImportField, &str, RowWhy) -> RowProblem + 'r>;

/// The cells of one row, and what is wrong with them.
struct Cells<'r> {
    row: u64,
    cell: Look<'r>,
    refuse: Refuse<'r>,
    problems: Vec<RowProblem>,
    read_number: Option<String>,
}

impl<'r> Cells<'r> {
    fn new(reader: &'r RowReader<'_>, record: &'r Record) -> Self {
        Self {
            row: reader.row,
            cell: Box::new(move |field| reader.cell(record, field)),
            refuse: Box::new(move |field, cell, why| reader.refuse(field, cell, why)),
            problems: Vec::new(),
            read_number: None,
        }
    }

    fn problem(&mut self, field: ImportField, cell: &str, why: RowWhy) {
        self.problems.push((self.refuse)(field, cell, why));
    }

    fn refuse_empty(&mut self, field: ImportField) {
        // The cell may have had a problem of its own, which has been named.
        let column = (self.refuse)(field, "", RowWhy::Empty);
        if self.problems.iter().all(|known| known.column != column.column) {
            self.problems.push(column);
        }
    }

    /// A cell as it was before an export guarded it against spreadsheet programs.
    fn raw(&self, field: ImportField) -> Option<&'r str> {
        (self.cell)(field).map(export::unguarded)
    }

    fn text(&mut self, field: ImportField, longest: usize) -> Said<String> {
        let Some(written) = self.raw(field) else { return Said::Nothing };
        if written == "-" {
            return Said::Dash;
        }
        match free_text(written, longest) {
            Ok(text) if !text.contains(['\n', '\t']) => return Said::This(text),
            Ok(_) => self.problem(field, written, RowWhy::Unprintable),
            Err(why) => self.problem(field, written, row_why(why)),
        }
        Said::Nothing
    }

    fn needed_text(&mut self, field: ImportField, longest: usize) -> Option<String> {
        match self.text(field, longest) {
            Said::This(text) => Some(text),
            Said::Dash | Said::Nothing => {
                self.refuse_empty(field);
                None
            }
        }
    }

    fn number(&mut self) -> Option<String> {
        let number = self.needed_text(ImportField::Number, LONGEST_NUMBER);
        self.read_number.clone_from(&number);
        number
    }

    fn kind(&mut self) -> Option<UnitKind> {
        let word = self.needed_text(ImportField::Kind, LONGEST_NAME)?;
        let kind = kind_of(&word);
        if kind.is_none() {
            self.problem(ImportField::Kind, &word, RowWhy::UnknownKind);
        }
        kind
    }

    fn email(&mut self) -> Said<String> {
        match self.raw(ImportField::Email) {
            None => Said::Nothing,
            Some("-") => Said::Dash,
            Some(text) => match parse_email(text) {
                Some(email) => Said::This(email),
                None => {
                    self.problem(ImportField::Email, text, RowWhy::NotAnAddress);
                    Said::Nothing
                }
            },
        }
    }

    fn roles(&mut self) -> Said<Vec<Wanted>> {
        match self.raw(ImportField::Roles) {
            None => Said::Nothing,
            Some("-") => Said::Dash,
            Some(text) => match roles::parse(text) {
                Ok(roles) => Said::This(roles),
                Err(word) => {
                    self.problem(ImportField::Roles, &word, RowWhy::UnknownRole);
                    Said::Nothing
                }
            },
        }
    }

    fn from(&mut self) -> Option<NaiveDate> {
        let text = self.raw(ImportField::From)?;
        match Period::parse(text) {
            Ok(period) if period.resolution() == Resolution::Day => Some(period.start()),
            _ => {
                self.problem(ImportField::From, text, RowWhy::NotADate);
                None
            }
        }
    }
}

fn kind_of(word: &str) -> Option<UnitKind> {
    let word = word.to_lowercase();
    UnitKind::from_name(&word).or(match word.as_str() {
        "organisasjon" | "organization" => Some(UnitKind::Organisation),
        "sted" => Some(UnitKind::Site),
        "lag" => Some(UnitKind::Team),
        _ => None,
    })
}
