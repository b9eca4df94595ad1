//! Bare numbers that jump back in a column of periods: 51, 52, 1. Sorted, they would be another series.

use crate::{digits::Says, numbers::Wrong, problem::Fault};

/// Where a number is followed by one on the other side of a turn.
#[derive(Clone, Debug)]
struct Jump {
    from: u32,
    to: u32,
    row: u64,
}

/// How the numbers of a column go on from row to row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Jumps {
    last: Option<u32>,
    /// Whether a cell was anything else than a number of a calendar.
    has_others: bool,
    largest: u32,
    /// Steps up and down between rows of different numbers, and those within one unit.
    steps: [u64; 2],
    within: [u64; 2],
    /// Rows where another unit begins.
    units: u64,
    /// The first step up and down, and within one unit.
    first: [Option<Jump>; 2],
    first_within: [Option<Jump>; 2],
}

impl Jumps {
    /// Takes the next row whose cell differs from the one before.
    pub(crate) fn add(&mut self, row: u64, text: &str, is_same_unit: bool) {
        let number = text.strip_suffix(".0").unwrap_or(text);
        let number = Some(number).filter(|text| text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit()));
        let number = number.and_then(|text| text.parse().ok()).filter(|number| (1..=53).contains(number));
        let Some(to) = number else {
            self.has_others = true;
            return;
        };
        self.largest = self.largest.max(to);
        self.units += u64::from(!is_same_unit);
        if let Some(from) = self.last.replace(to) {
            let way = usize::from(to < from);
            self.steps[way] += 1;
            self.first[way].get_or_insert(Jump { from, to, row });
            if is_same_unit {
                self.within[way] += 1;
                self.first_within[way].get_or_insert(Jump { from, to, row });
            }
        }
    }

    /// Takes note that the unit changes while the number stays.
    pub(crate) fn add_unit(&mut self, is_same_unit: bool) {
        self.units += u64::from(!is_same_unit);
    }

    /// Refuses numbers of weeks, months or quarters over a turn of the year, which leave the year out: all go one
    /// way but for one step.
    ///
    /// # Errors
    /// The first number behind such a step.
    pub(crate) fn check(&self, different: usize, head: &str) -> Result<(), Wrong> {
        // Where each number stands in rows together, the units of one period follow one another.
        let is_by_period = (self.steps[0] + self.steps[1]) as usize + 1 == different;
        let (steps, first) =
            if is_by_period { (self.steps, &self.first) } else { (self.within, &self.first_within) };
        let blocks = if is_by_period { 1 } else { 1 + self.units };
        let rare = usize::from(steps[1] <= steps[0]);
        let (few, many) = (steps[rare], steps[1 - rare]);
        let Some(jump) = first[rare].as_ref().filter(|_| !self.has_others) else { return Ok(()) };
        let ends_at = |last: u32| self.largest <= last && jump.from.max(jump.to) >= last.min(52);
        let is_turn = jump.from.min(jump.to) == 1 && (ends_at(12) || ends_at(53));
        let said = Says::of(head);
        let is_said = (said.weeks && self.largest <= 53)
            || (said.months && self.largest <= 12)
            || (said.quarters && self.largest <= 4);
        // Numbers in no order at all are those of a file that nobody sorted.
        if few > blocks || many < 2 * few || !(is_said || is_turn) {
            return Ok(());
        }
        Err(Wrong { row: jump.row, text: jump.to.to_string(), fault: Fault::YearMissing })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers of one series, or with their units.
    fn check(rows: &[(u32, char)], head: &str) -> Result<(), u64> {
        let mut jumps = Jumps::default();
        let mut last = None;
        let mut different: Vec<u32> = rows.iter().map(|(number, _)| *number).collect();
        different.sort_unstable();
        different.dedup();
        for (row, (number, unit)) in rows.iter().enumerate() {
            let is_same = last.is_none_or(|(_, last)| last == *unit);
            if last.is_some_and(|(last, _)| last == *number) {
                jumps.add_unit(is_same);
            } else {
                jumps.add(row as u64, &number.to_string(), is_same);
            }
            last = Some((*number, *unit));
        }
        jumps.check(different.len(), head).map_err(|wrong| wrong.row)
    }

    fn series(numbers: &[u32], head: &str) -> Result<(), u64> {
        check(&numbers.iter().map(|number| (*number, 'A')).collect::<Vec<_>>(), head)
    }

    #[test]
    fn a_turn_of_the_year_without_its_year_is_seen() {
        assert_eq!(series(&[49, 50, 51, 2, 3], "Uke"), Err(3));
        assert_eq!(series(&[3, 2, 51, 50, 49], "Uke"), Err(2));
        assert_eq!(series(&[7, 8, 9, 10, 11, 12, 1, 2, 3], "periode"), Err(6));
        assert_eq!(series(&[50, 51, 52, 1, 2], "t"), Err(3));
        assert_eq!(series(&[2, 1, 12, 11], "month"), Err(2));
        assert_eq!(series(&[3, 4, 1, 2], "Kvartal"), Err(2));
        let by_unit: Vec<(u32, char)> =
            ['A', 'B'].iter().flat_map(|unit| [10, 11, 12, 1, 2].map(|number| (number, *unit))).collect();
        assert_eq!(check(&by_unit, "mnd"), Err(3));
        let by_period: Vec<(u32, char)> =
            [10, 11, 12, 1, 2].iter().flat_map(|number| ['A', 'B'].map(|unit| (*number, unit))).collect();
        assert_eq!(check(&by_period, "mnd"), Err(6));
    }

    #[test]
    fn a_count_in_whatever_order_stays_a_count() {
        assert_eq!(series(&[1, 2, 12, 13, 14], "month"), Ok(()));
        assert_eq!(series(&[40, 39, 38, 1], "uke"), Ok(()));
        assert_eq!(series(&[5, 6, 7, 2, 3], "t"), Ok(()));
        assert_eq!(series(&[5, 1, 9, 2, 8, 3, 7], "uke"), Ok(()));
        let later: Vec<(u32, char)> = [5, 6, 7, 8]
            .map(|number| (number, 'A'))
            .into_iter()
            .chain((1..9).map(|number| (number, 'B')))
            .collect();
        assert_eq!(check(&later, "uke"), Ok(()));
    }
}
