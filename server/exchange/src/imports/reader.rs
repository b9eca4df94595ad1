//! Rows as they stand → typed rows, one at a time, with a reason for every row that cannot be taken.

use std::collections::HashMap;

use domain::{
    Period, UnitId,
    customers::{
        complaint::{Category, Channel, LONGEST_WHAT, Severity},
        member::member_number,
    },
    exchange::import::{FileProblem, ImportField, ImportKind, RowProblem, RowWhy, shorten},
    field::{Why, free_text},
};
use tables::{Fault, Record, Rows};

use super::{NewUnits, Row, Target, UnitRef, file::file_problem};
use organisation::Tree;

/// Longest unit number and longest reference, in characters.
const LONGEST_KEY: usize = 200;
/// Largest count: a million million.
const LARGEST_COUNT: i64 = 1_000_000_000_000;

/// Reads rows one after another.
pub(super) struct RowReader<'a> {
    rows: Rows<'a>,
    target: &'a Target<'a>,
    units: HashMap<String, UnitId>,
    /// The same by what spellings of one number have in common; none where several units share it.
    folded: HashMap<String, Option<UnitId>>,
    /// Units met that do not exist yet.
    pub(super) new_units: NewUnits,
    /// Rows read so far.
    pub(super) count: u64,
    /// The sheet row of the record read last; the head is 1 where nothing stands above it.
    pub(super) row: u64,
}

/// Opens a file for reading rows.
///
/// # Errors
/// What is wrong with the file as a whole.
pub(super) fn rows<'a>(target: &'a Target<'a>) -> Result<RowReader<'a>, FileProblem> {
    let rows = target.file.rows()?;
    let units = target.tree.iter().map(|unit| (unit.external_id.clone(), unit.id)).collect();
    let mut folded = HashMap::new();
    for unit in target.tree.iter() {
        let one = folded.entry(tables::folded(&unit.external_id)).or_insert(Some(unit.id));
        *one = one.filter(|id| *id == unit.id);
    }
    Ok(RowReader { rows, target, units, folded, new_units: NewUnits::default(), count: 0, row: 0 })
}

impl RowReader<'_> {
    /// The next row: `None` at the end; the inner result tells whether it can be taken.
    ///
    /// # Errors
    /// When the file cannot be read further at all.
    pub(super) fn next(&mut self) -> Result<Option<Result<Row, RowProblem>>, FileProblem> {
        let record = self.next_record()?;
        Ok(record.map(|record| record.and_then(|record| self.typed(&record))))
    }

    /// The next row as it stands, for those who read its cells themselves.
    ///
    /// # Errors
    /// As [`Self::next`].
    pub(super) fn next_record(&mut self) -> Result<Option<Result<Record, RowProblem>>, FileProblem> {
        let record = match self.rows.next_record() {
            Ok(None) => return Ok(None),
            Ok(Some(record)) => {
                self.row = record.row;
                Ok(record.clone())
            }
            Err(problem) => match (problem.row, &problem.fault) {
                (Some(row), Fault::Width { cells, .. }) => {
                    let (column, cell) = (self.target.file.last_head(), cells.to_string());
                    Err(RowProblem { row, column, cell, why: RowWhy::WrongWidth })
                }
                _ => return Err(file_problem(problem)),
            },
        };
        self.count += 1;
        Ok(Some(record))
    }

    /// A row of records; units and people have [rows of their own](super::structure).
    fn typed(&mut self, record: &Record) -> Result<Row, RowProblem> {
        let unit = self.unit(record)?;
        Ok(match self.target.kind {
            ImportKind::Contacts => Row::Contacts {
                unit,
                day: self.day(record)?,
                contacts: self.count(record, ImportField::Contacts)?,
            },
            ImportKind::Visits => Row::Visit { unit, day: self.day(record)?, member: self.member(record)? },
            ImportKind::History => Row::History {
                unit,
                period: self.period(record)?,
                complaints: self.count(record, ImportField::Complaints)?,
                contacts: self.count(record, ImportField::Contacts)?,
            },
            _ => Row::Complaint {
                unit,
                day: self.day(record)?,
                what: self.text(record, ImportField::What)?,
                category: self.choice(
                    record,
                    ImportField::Category,
                    Category::from_name,
                    Category::Process,
                )?,
                channel: self.choice(record, ImportField::Channel, Channel::from_name, Channel::Other)?,
                severity: self.choice(
                    record,
                    ImportField::Severity,
                    Severity::from_name,
                    Severity::Normal,
                )?,
                reference: self.reference(record)?,
            },
        })
    }

    /// The head of a field's column; empty when none is mapped to it.
    pub(super) fn column(&self, field: ImportField) -> String {
        self.target.file.head(field).to_owned()
    }

    pub(super) fn refuse(&self, field: ImportField, cell: &str, why: RowWhy) -> RowProblem {
        RowProblem { row: self.row, column: self.column(field), cell: shorten(cell), why }
    }

    /// A cell without the space around it; none when it is empty or its field has no column.
    pub(super) fn cell<'r>(&self, record: &'r Record, field: ImportField) -> Option<&'r str> {
        self.target.file.cell(record, field)
    }

    fn needed<'r>(&self, record: &'r Record, field: ImportField) -> Result<&'r str, RowProblem> {
        self.cell(record, field).ok_or_else(|| self.refuse(field, "", RowWhy::Empty))
    }

    fn unit(&mut self, record: &Record) -> Result<UnitRef, RowProblem> {
        let field = ImportField::Unit;
        let written = self.needed(record, field)?;
        let name = match free_text(written, LONGEST_KEY) {
            Ok(name) if !name.contains(['\n', '\t']) => name,
            Ok(_) => return Err(self.refuse(field, written, RowWhy::Unprintable)),
            Err(why) => return Err(self.refuse(field, written, row_why(why))),
        };
        if let Some(id) = self.units.get(&name).or_else(|| self.folded.get(&tables::folded(&name))?.as_ref())
        {
            let tree: &Tree = &self.target.tree;
            return if self.target.tops.iter().any(|top| tree.is_within(*id, *top)) {
                Ok(UnitRef::Known(*id))
            } else {
                Err(self.refuse(field, &name, RowWhy::ForeignUnit))
            };
        }
        if !self.target.mapping.creates_units {
            return Err(self.refuse(field, &name, RowWhy::UnknownUnit));
        }
        Ok(UnitRef::New(self.new_units.place(&name)))
    }

    fn period(&self, record: &Record) -> Result<Period, RowProblem> {
        let field = ImportField::Period;
        let text = self.needed(record, field)?;
        let file = &self.target.file;
        let usual = || Period::parse(text).ok();
        let period = match file.are_longer(field) {
            true => file.period(field, text),
            false => usual().or_else(|| file.period(field, text)),
        };
        let period = period.ok_or_else(|| self.refuse(field, text, RowWhy::NotAPeriod))?;
        if period.start() > self.target.today {
            return Err(self.refuse(field, text, RowWhy::InFuture));
        }
        Ok(period)
    }

    fn day(&self, record: &Record) -> Result<chrono::NaiveDate, RowProblem> {
        let field = ImportField::Date;
        let text = self.needed(record, field)?;
        let usual = Period::parse(text).ok().filter(|period| period.resolution() == domain::Resolution::Day);
        let day = usual.map(|period| period.start()).or_else(|| self.target.file.day(field, text));
        match day {
            Some(day) if day > self.target.today => Err(self.refuse(field, text, RowWhy::InFuture)),
            Some(day) => Ok(day),
            None => Err(self.refuse(field, text, RowWhy::NotADate)),
        }
    }

    fn count(&self, record: &Record, field: ImportField) -> Result<i64, RowProblem> {
        let text = self.needed(record, field)?;
        let written;
        let digits = text.strip_prefix('-').unwrap_or(text);
        let text = if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
            text
        } else {
            match self.target.file.number(record, field) {
                Some(number) if number.fract() == 0.0 => {
                    written = format!("{number:.0}");
                    &written
                }
                _ => return Err(self.refuse(field, text, RowWhy::NotANumber)),
            }
        };
        match text.trim_start_matches('-').parse::<i64>() {
            Ok(0) => Ok(0),
            Ok(_) | Err(_) if text.starts_with('-') => Err(self.refuse(field, text, RowWhy::Negative)),
            Ok(count) if count <= LARGEST_COUNT => Ok(count),
            _ => Err(self.refuse(field, text, RowWhy::TooLarge)),
        }
    }

    fn text(&self, record: &Record, field: ImportField) -> Result<String, RowProblem> {
        let text = self.needed(record, field)?;
        free_text(text, LONGEST_WHAT).map_err(|why| self.refuse(field, text, row_why(why)))
    }

    fn reference(&self, record: &Record) -> Result<Option<String>, RowProblem> {
        let field = ImportField::Reference;
        let Some(text) = self.cell(record, field) else { return Ok(None) };
        free_text(text, LONGEST_KEY).map(Some).map_err(|why| self.refuse(field, text, row_why(why)))
    }

    /// The number of a member, as it is compared.
    fn member(&self, record: &Record) -> Result<String, RowProblem> {
        let field = ImportField::Member;
        let text = self.needed(record, field)?;
        member_number(text).map_err(|why| self.refuse(field, text, row_why(why)))
    }

    fn choice<T>(
        &self,
        record: &Record,
        field: ImportField,
        read: impl Fn(&str) -> Option<T>,
        otherwise: T,
    ) -> Result<T, RowProblem> {
        match self.cell(record, field) {
            None => Ok(otherwise),
            Some(text) => read(&text.to_lowercase().replace([' ', '-'], "_"))
                .ok_or_else(|| self.refuse(field, text, RowWhy::NotAChoice)),
        }
    }

    /// A problem of the row read last, found by looking at other rows.
    pub(super) fn refuse_key(&self, row: u64, field: ImportField, cell: &str, why: RowWhy) -> RowProblem {
        RowProblem { row, ..self.refuse(field, cell, why) }
    }
}

pub(super) const fn row_why(why: Why) -> RowWhy {
    match why {
        Why::TooLong => RowWhy::TooLong,
        Why::Unprintable => RowWhy::Unprintable,
        _ => RowWhy::Empty,
    }
}
