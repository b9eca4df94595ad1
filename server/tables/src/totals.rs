//! Rows that add up the others: known by what they are called and by what they say.

use std::collections::{HashMap, HashSet};

use crate::{
    names::{folded, tidy},
    numbers::{Decimal, Wrong},
    problem::Fault,
};

/// What becomes of rows that add up the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Totals {
    /// Left out where name and figures agree, or all figures do; asked about where only the name says so.
    #[default]
    Ask,
    /// Left out where the name or all figures say so.
    LeaveOut,
    /// Taken as rows like any other.
    Keep,
}

/// Sum of a column, read with a decimal point and with a decimal comma.
type Sum = [f64; 2];

/// The sums of one unit, or of the rows of one name of a total.
#[derive(Clone, Debug)]
struct Entry {
    name: String,
    row: u64,
    /// Whether the name is one of a total.
    is_named: bool,
    /// Whether that name stands where a period should.
    is_period: bool,
    rows: u64,
    sums: Vec<Sum>,
}

/// The sums of the columns that add up, by unit.
#[derive(Debug, Default)]
pub(crate) struct Sums {
    columns: usize,
    entries: Vec<Entry>,
    /// Entries by the cell as it stands, and by name.
    written: HashMap<String, usize>,
    names: HashMap<String, usize>,
    last: Option<(String, usize)>,
    /// Two spellings of one name.
    pub(crate) spellings: Vec<(String, String)>,
}

/// Why a row is a sum of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    NameAndSum,
    Name,
    Sum,
}

/// What was found out about sums.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    /// Cells, as they stand, of the units to leave out.
    pub(crate) left_out: HashSet<String>,
    /// Name, first row and reason of each.
    pub(crate) entries: Vec<(String, u64, Found)>,
    /// Units that are the sum of the others in the only column there is.
    pub(crate) suspects: Vec<(String, u64)>,
    /// Rows of units, not called sums, that are left out.
    pub(crate) rows: u64,
}

/// Most spellings told.
const SPELLINGS: usize = 20;

impl Sums {
    pub(crate) fn new(columns: usize) -> Self {
        Self { columns, ..Self::default() }
    }

    /// Adds the figures of a row to the unit, or total, that `cell` names.
    pub(crate) fn add(
        &mut self,
        row: u64,
        cell: &str,
        total: Option<bool>,
        figures: impl Iterator<Item = Option<Sum>>,
    ) {
        let place = match &self.last {
            Some((text, place)) if text == cell => *place,
            _ => self.place(row, cell, total),
        };
        self.entries[place].rows += 1;
        for (sum, figure) in self.entries[place].sums.iter_mut().zip(figures) {
            if let Some(figure) = figure {
                *sum = [sum[0] + figure[0], sum[1] + figure[1]];
            }
        }
    }

    /// Ways of writing a unit so far.
    pub(crate) fn units(&self) -> usize {
        self.written.len()
    }

    fn place(&mut self, row: u64, cell: &str, total: Option<bool>) -> usize {
        let place = match self.written.get(cell) {
            Some(place) => *place,
            None => {
                let next = self.entries.len();
                let place = *self.names.entry(folded(cell)).or_insert(next);
                if place == next {
                    let (is_named, is_period) = (total.is_some(), total == Some(true));
                    let sums = vec![[0.0; 2]; self.columns];
                    self.entries.push(Entry { name: tidy(cell), row, is_named, is_period, rows: 0, sums });
                } else if self.entries[place].name != tidy(cell) && self.spellings.len() < SPELLINGS {
                    self.spellings.push((self.entries[place].name.clone(), tidy(cell)));
                }
                self.written.insert(cell.to_owned(), place);
                place
            }
        };
        self.last = Some((cell.to_owned(), place));
        place
    }

    /// Which units and rows are sums of the others, under the decimal marks of the columns.
    ///
    /// # Errors
    /// A row whose name says sum and whose figures do not.
    pub(crate) fn decide(&self, decimals: &[Option<Decimal>], totals: Totals) -> Result<Verdict, Wrong> {
        let mut verdict = Verdict::default();
        if totals == Totals::Keep {
            return Ok(verdict);
        }
        let value = |entry: &Entry, column: usize| {
            let is_comma = decimals.get(column).copied().flatten() == Some(Decimal::Comma);
            entry.sums[column][usize::from(is_comma)]
        };
        let plain = || self.entries.iter().filter(|entry| !entry.is_named);
        let units = plain().count();
        if units == 0 {
            return Ok(verdict);
        }
        let all: Vec<f64> =
            (0..self.columns).map(|column| plain().map(|entry| value(entry, column)).sum()).collect();
        for entry in &self.entries {
            let own: Vec<f64> = (0..self.columns).map(|column| value(entry, column)).collect();
            let others: Vec<f64> = all
                .iter()
                .zip(&own)
                .map(|(all, own)| if entry.is_named { *all } else { all - own })
                .collect();
            let is_sum = own.iter().zip(&others).all(|(own, others)| near(*own, *others));
            let figures = own.iter().filter(|own| **own != 0.0).count();
            let found = match (entry.is_named, is_sum && figures > 0) {
                (true, true) => Found::NameAndSum,
                (true, false) if entry.is_period || totals == Totals::LeaveOut || self.columns == 0 => {
                    Found::Name
                }
                (true, false) => {
                    return Err(Wrong {
                        row: entry.row,
                        text: entry.name.clone(),
                        fault: Fault::TotalUnclear,
                    });
                }
                // Of two units alike either is "the sum of the others", and small figures meet by chance.
                (false, true) if units > 2 && figures > 1 && own.iter().any(|own| *own >= 100.0) => {
                    Found::Sum
                }
                (false, true) if units > 2 => {
                    verdict.suspects.push((entry.name.clone(), entry.row));
                    continue;
                }
                _ => continue,
            };
            verdict.rows += if entry.is_named { 0 } else { entry.rows };
            verdict.entries.push((entry.name.clone(), entry.row, found));
        }
        let names: HashSet<&str> = verdict.entries.iter().map(|(name, ..)| name.as_str()).collect();
        let is_out =
            |place: &usize| self.entries.get(*place).is_some_and(|entry| names.contains(entry.name.as_str()));
        verdict.left_out =
            self.written.iter().filter(|(_, place)| is_out(place)).map(|(cell, _)| cell.clone()).collect();
        Ok(verdict)
    }
}

/// Whether two sums are one, but for the rounding of many additions.
fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}
