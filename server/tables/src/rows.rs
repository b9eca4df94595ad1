//! The second reading: typed rows, by the layouts that the first one found.

use std::collections::HashMap;

use crate::{
    calendar::Calendar,
    names::{folded, tidy},
    numbers::{LARGEST, no_number},
    problem::{Fault, Problem},
    record::Record,
    source::Source,
    survey::{called_total, labels},
    table::{Container, Kind, Layout, Records, Table},
};

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// No figure.
    Missing,
    /// A number.
    Number(f64),
    /// A period, as a number that grows by one from each to the next.
    Period(i64),
    /// A name, as its place in [`Rows::names`].
    Name(u32),
    /// A text, which the [record](Row::record) has.
    Text,
}

impl Value {
    /// The number, if there is one.
    pub const fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// A typed row.
#[derive(Debug)]
pub struct Row<'r> {
    /// Row as a spreadsheet counts.
    pub row: u64,
    /// A value for each column wanted.
    pub values: &'r [Value],
    /// All cells as they stand.
    pub record: &'r Record,
}

/// Names met, each once however it is spelled.
#[derive(Debug, Default)]
struct Names {
    list: Vec<String>,
    written: HashMap<String, u32>,
    folded: HashMap<String, u32>,
}

impl Names {
    /// The place of a name; none when it is one too many.
    fn place(&mut self, cell: &str, most: usize) -> Option<u32> {
        if let Some(place) = self.written.get(cell) {
            return Some(*place);
        }
        if self.written.len() >= most {
            return None;
        }
        let next = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let place = *self.folded.entry(folded(cell)).or_insert(next);
        if place == next {
            self.list.push(tidy(cell));
        }
        self.written.insert(cell.to_owned(), place);
        Some(place)
    }
}

/// Periods kept by what is written: most rows repeat what others have.
const KEPT: usize = 100_000;

/// Rows of a table, one after another.
pub struct Rows<'t> {
    table: &'t Table,
    records: Records<'t>,
    record: Record,
    labels: Vec<usize>,
    values: Vec<Value>,
    names: Vec<Names>,
    periods: Vec<HashMap<String, i64>>,
}

impl std::fmt::Debug for Rows<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rows").field("row", &self.record.row).finish_non_exhaustive()
    }
}

impl<'t> Rows<'t> {
    pub(crate) fn open(table: &'t Table, source: &'t dyn Source) -> Result<Self, Problem> {
        let mut records = table.container.open(source, &table.request.limits)?;
        let mut record = Record::default();
        for _ in 0..=table.head.records_above {
            records.next(&mut record)?;
        }
        let columns = table.layouts.len();
        Ok(Self {
            records,
            record,
            labels: if table.totals.is_empty() {
                Vec::new()
            } else {
                labels(&table.request, &table.head, &table.places)
            },
            values: vec![Value::Missing; columns],
            names: (0..columns).map(|_| Names::default()).collect(),
            periods: vec![HashMap::new(); columns],
            table,
        })
    }

    /// The names met so far in a column wanted, in the order of their first rows.
    pub fn names(&self, column: usize) -> &[String] {
        self.names.get(column).map_or(&[], |names| names.list.as_slice())
    }

    /// What a period of a column wanted is called.
    pub fn period_name(&self, column: usize, number: i64) -> String {
        match self.table.periods(column).map(|layout| layout.calendar) {
            Some(Calendar::Names) | None => {
                let place = usize::try_from(number).ok();
                place.and_then(|place| self.names(column).get(place).cloned()).unwrap_or_default()
            }
            Some(calendar) => calendar.name_of(number),
        }
    }

    /// The next row that is neither empty, a footnote nor a sum of others; none at the end.
    ///
    /// # Errors
    /// A row or cell that does not fit, after which the [next can be read](Problem::is_of_row), or bytes that
    /// are not those of the first reading.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem> {
        if self.next_record()?.is_none() {
            return Ok(None);
        }
        for column in 0..self.values.len() {
            self.values[column] = self.value(column)?;
        }
        Ok(Some(Row { row: self.record.row, values: &self.values, record: &self.record }))
    }

    /// The same row as it stands, for those who read its cells themselves.
    ///
    /// # Errors
    /// As [`Self::next_row`], for its width alone.
    pub fn next_record(&mut self) -> Result<Option<&Record>, Problem> {
        loop {
            if !self.records.next(&mut self.record)? {
                return Ok(None);
            }
            if !self.is_left_out() {
                break;
            }
        }
        let (cells, heads) = (self.record.len(), self.table.head.names.len());
        let is_text = matches!(self.table.container, Container::Text(_));
        if (is_text && cells < heads) || (heads..cells).any(|place| !self.record.cell(place).is_empty()) {
            let fault = Fault::Width { cells: cells as u64, heads: heads as u64 };
            return Err(Problem::at_row(self.record.row, fault));
        }
        Ok(Some(&self.record))
    }

    fn is_left_out(&self) -> bool {
        let table = self.table;
        if self.record.cells().all(str::is_empty) || table.footnotes.contains(&self.record.row) {
            return true;
        }
        if table.totals.is_empty() {
            return false;
        }
        let is_out = |cell: &str| table.totals.contains(cell);
        if let Some((_, cell)) = called_total(&self.record, &self.labels) {
            return is_out(cell);
        }
        let mut units = table.places.iter().zip(&table.request.columns);
        units.any(|(place, column)| column.kind == Kind::Name && is_out(self.record.cell(*place)))
    }

    fn value(&mut self, column: usize) -> Result<Value, Problem> {
        let Some((place, wanted)) = self.table.places.get(column).zip(self.table.request.columns.get(column))
        else {
            return Ok(Value::Missing);
        };
        let cell = self.record.cell(*place);
        let wrong = |fault: Fault| {
            Err(Problem {
                row: Some(self.record.row),
                column: self.table.head.names.get(*place).cloned(),
                cell: Some(cell.to_owned()),
                fault,
            })
        };
        match &self.table.layouts[column] {
            Layout::Text => Ok(Value::Text),
            Layout::Name if cell.is_empty() => wrong(Fault::NoName),
            Layout::Name => {
                let most = self.table.request.limits.units;
                let place = self.names[column].place(cell, most);
                place.map(Value::Name).ok_or_else(|| {
                    Problem::at_row(self.record.row, Fault::TooManyUnits { most: most as u64 })
                })
            }
            Layout::Period(layout) if layout.calendar == Calendar::Names => {
                // The first reading has counted them.
                let place = self.names[column].place(cell, usize::MAX).unwrap_or_default();
                Ok(Value::Period(i64::from(place)))
            }
            Layout::Period(layout) => {
                if let Some(number) = self.periods[column].get(cell) {
                    return Ok(Value::Period(*number));
                }
                let Some(number) = layout.read(cell) else { return wrong(Fault::NotAPeriod) };
                if self.periods[column].len() < KEPT {
                    self.periods[column].insert(cell.to_owned(), number);
                }
                Ok(Value::Period(number))
            }
            Layout::Number(_) if self.table.request.missing.is(cell) => Ok(Value::Missing),
            Layout::Number(layout) => {
                let Some(number) = self.record.number(*place).or_else(|| layout.read(cell)) else {
                    return wrong(no_number(cell));
                };
                match wanted.kind {
                    _ if number.abs() > LARGEST => wrong(Fault::TooLarge),
                    Kind::Count | Kind::Whole if number < 0.0 => wrong(Fault::BelowZero),
                    Kind::Whole if number.fract() != 0.0 => wrong(Fault::NotWhole),
                    _ => Ok(Value::Number(number)),
                }
            }
        }
    }
}
