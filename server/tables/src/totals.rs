//! Rows that add up the others: known by what they are called and by what they say.

use std::collections::{HashMap, HashSet};

mod parts;

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
    /// Called a sum, and the sum of rows next to it.
    PartOf,
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
    /// Units whose names sound like sums, and whose figures are none.
    pub(crate) named: Vec<(String, u64)>,
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
        let figures: Vec<Vec<f64>> = self
            .entries
            .iter()
            .map(|entry| (0..self.columns).map(|column| value(entry, column)).collect())
            .collect();
        let parts = parts::find(&self.entries, &figures);
        let is_unit = |place: usize| !self.entries[place].is_named && !parts.found.contains(&place);
        let units = (0..self.entries.len()).filter(|place| is_unit(*place)).count();
        if units == 0 {
            return Ok(verdict);
        }
        let mut all = vec![0.0; self.columns];
        for place in (0..self.entries.len()).filter(|place| is_unit(*place)) {
            all.iter_mut().zip(&figures[place]).for_each(|(all, figure)| *all += figure);
        }
        for (place, (entry, own)) in self.entries.iter().zip(&figures).enumerate() {
            let others =
                |unit: bool| all.iter().zip(own).map(move |(all, own)| all - if unit { *own } else { 0.0 });
            let has_figures = own.iter().any(|own| *own != 0.0);
            let found = if parts.found.contains(&place) {
                let is_all = own.iter().zip(&all).all(|(own, all)| rounded(*own, *all, entry.rows));
                if is_all { Found::NameAndSum } else { Found::PartOf }
            } else if entry.is_named {
                let is_sum =
                    own.iter().zip(others(false)).all(|(own, others)| rounded(*own, others, entry.rows));
                match is_sum && has_figures {
                    true => Found::NameAndSum,
                    false if entry.is_period || totals == Totals::LeaveOut || self.columns == 0 => {
                        Found::Name
                    }
                    false => {
                        return Err(Wrong {
                            row: entry.row,
                            text: entry.name.clone(),
                            fault: Fault::TotalUnclear,
                        });
                    }
                }
            } else {
                let is_sum = own.iter().zip(others(true)).all(|(own, others)| near(*own, others));
                if units <= 2 || !is_sum || !has_figures {
                    continue;
                }
                // Of two units alike either is "the sum of the others", and small figures meet by chance.
                if own.iter().filter(|own| **own != 0.0).count() < 2 || own.iter().all(|own| *own < 100.0) {
                    verdict.suspects.push((entry.name.clone(), entry.row));
                    continue;
                }
                Found::Sum
            };
            verdict.rows += if entry.is_named { 0 } else { entry.rows };
            verdict.entries.push((entry.name.clone(), entry.row, found));
        }
        let named = parts.named.iter().filter_map(|place| self.entries.get(*place));
        verdict.named = named.map(|entry| (entry.name.clone(), entry.row)).collect();
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

/// Whether a sum is the other, but for the rounding of its printed digits in each row: 23000 is 23066.
fn rounded(sum: f64, other: f64, rows: u64) -> bool {
    if near(sum, other) {
        return true;
    }
    // Whole figures add up to a whole sum: one beside it is another, unless it ends in noughts.
    let text = sum.abs().to_string();
    let digits = match text.split_once('.') {
        Some((_, decimals)) => -(decimals.len() as i32),
        None => (text.len() - text.trim_end_matches('0').len()) as i32,
    };
    // One nought is there in one of ten: of 120 nobody knows whether it was 121.
    let part = match digits {
        0 if other.fract() == 0.0 => return false,
        1 => 500.0,
        _ => 40.0,
    };
    (sum - other).abs() <= (10_f64.powi(digits) / 2.0 * rows as f64).min(sum.abs() / part)
}
