//! An attacker who solves the figures of a quarter for small sets of people.
//!
//! Unknown is what each person answered in each round. Answers that lie in exactly the same figures cannot be
//! told apart, so they are one unknown here. A set of people is exposed if some weighted sum of figures
//! speaks about answers of theirs and about nobody else's.

use std::collections::{BTreeMap, BTreeSet};

use super::history::History;
use super::service::Figure;

/// A prime near 2³¹: numbers are counted modulo it, which keeps them small and division exact. The sums met
/// here are far too small to be multiples of it by accident.
const PRIME: u64 = 2_147_483_647;

/// People as bits.
type People = u128;

/// What the attacker has in hand: unknowns with the people behind them, and the figures each lies in.
struct View {
    people: Vec<People>,
    figures: Vec<Vec<u64>>,
}

/// Fewer than `k` people, as numbers, about whom the figures tell something. None if there are none.
pub(crate) fn exposed_people(history: &History, figures: &[Figure], k: u32) -> Option<Vec<usize>> {
    let found = view(history, figures).exposed(k)?;
    Some((0..history.people.len()).filter(|person| found >> person & 1 == 1).collect())
}

fn view(history: &History, figures: &[Figure]) -> View {
    let mut unknowns: BTreeMap<Vec<u64>, People> = BTreeMap::new();
    for (number, person) in history.people.iter().enumerate() {
        for round in (0..history.rounds).filter(|&round| person.answered[round]) {
            let lies_in: Vec<u64> = figures
                .iter()
                .map(|figure| {
                    let is_covered = figure.rounds.contains(&round)
                        && history.is_within(person.unit[round], figure.unit, round);
                    u64::from(is_covered)
                })
                .collect();
            if lies_in.contains(&1) {
                *unknowns.entry(lies_in).or_default() |= 1 << number;
            }
        }
    }
    let figures = (0..figures.len()).map(|row| unknowns.keys().map(|column| column[row]).collect()).collect();
    View { people: unknowns.into_values().collect(), figures }
}

impl View {
    /// A sum of figures that is zero outside some unknowns exists exactly when the columns of a basis of the
    /// null space that belong to these unknowns are linearly dependent.
    fn exposed(&self, k: u32) -> Option<People> {
        let columns = null_columns(self.figures.clone(), self.people.len());
        let small: Vec<usize> =
            (0..self.people.len()).filter(|&unknown| self.people[unknown].count_ones() < k).collect();
        let mut seen = BTreeSet::from([0]);
        let mut waiting: Vec<People> = vec![0];
        while let Some(set) = waiting.pop() {
            let inside: Vec<usize> =
                small.iter().copied().filter(|&unknown| self.people[unknown] & !set == 0).collect();
            if are_dependent(&columns, &inside) {
                return Some(set);
            }
            let unions = small.iter().map(|&unknown| set | self.people[unknown]);
            waiting.extend(unions.filter(|union| union.count_ones() < k && seen.insert(*union)));
        }
        None
    }
}

fn power(mut base: u64, mut exponent: u64) -> u64 {
    let mut result = 1;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    result
}

/// Divides a row so that its entry at `column` is one.
fn normalise(row: &mut [u64], column: usize) {
    let inverse = power(row[column], PRIME - 2);
    row.iter_mut().for_each(|entry| *entry = *entry * inverse % PRIME);
}

/// Makes the entry at `column` zero with the help of a row that has a one there.
fn clear(row: &mut [u64], pivot: &[u64], column: usize) {
    let factor = row[column];
    if factor != 0 {
        for (entry, with) in row.iter_mut().zip(pivot) {
            *entry = (*entry + (PRIME - factor) * with) % PRIME;
        }
    }
}

/// For each unknown its entries in the vectors of a basis of the null space, by Gauss–Jordan elimination.
fn null_columns(mut rows: Vec<Vec<u64>>, unknowns: usize) -> Vec<Vec<u64>> {
    let mut row_of = vec![None; unknowns];
    let mut done = 0;
    for (column, pivot_row) in row_of.iter_mut().enumerate() {
        let Some(found) = (done..rows.len()).find(|&row| rows[row][column] != 0) else { continue };
        rows.swap(done, found);
        normalise(&mut rows[done], column);
        let pivot = rows[done].clone();
        for (index, row) in rows.iter_mut().enumerate() {
            if index != done {
                clear(row, &pivot, column);
            }
        }
        *pivot_row = Some(done);
        done += 1;
    }
    let free: Vec<usize> = (0..unknowns).filter(|&unknown| row_of[unknown].is_none()).collect();
    let entry = |unknown: usize, free: usize| match row_of[unknown] {
        Some(row) => (PRIME - rows[row][free]) % PRIME,
        None => u64::from(unknown == free),
    };
    (0..unknowns).map(|unknown| free.iter().map(|&free| entry(unknown, free)).collect()).collect()
}

fn are_dependent(columns: &[Vec<u64>], chosen: &[usize]) -> bool {
    let mut basis: Vec<(usize, Vec<u64>)> = Vec::new();
    for &index in chosen {
        let mut vector = columns[index].clone();
        for (lead, known) in &basis {
            clear(&mut vector, known, *lead);
        }
        let Some(lead) = vector.iter().position(|&entry| entry != 0) else { return true };
        normalise(&mut vector, lead);
        basis.push((lead, vector));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exposed(people: &[People], figures: &[&[u64]], k: u32) -> Option<People> {
        View { people: people.to_vec(), figures: figures.iter().map(|row| row.to_vec()).collect() }.exposed(k)
    }

    #[test]
    fn the_same_two_people_in_two_rounds_are_two_people() {
        // A large group and a rest of two people, in each of two rounds, each round with a figure of all.
        let (crowd, rest) = (0b1111_1100, 0b11);
        let all: [&[u64]; 2] = [&[1, 1, 0, 0], &[0, 0, 1, 1]];
        assert_eq!(exposed(&[crowd, rest, crowd, rest], &all, 3), None);
        let with_crowd: [&[u64]; 3] = [&[1, 1, 0, 0], &[0, 0, 1, 1], &[1, 0, 1, 0]];
        assert_eq!(exposed(&[crowd, rest, crowd, rest], &with_crowd, 3), Some(rest));
        assert_eq!(exposed(&[crowd, rest, crowd, rest], &with_crowd, 2), None);
    }

    #[test]
    fn different_people_in_two_rounds_hide_each_other() {
        let figures: [&[u64]; 3] = [&[1, 1, 0, 0], &[0, 0, 1, 1], &[1, 0, 1, 0]];
        assert_eq!(exposed(&[0b1111_0000, 0b1100, 0b1111_0000, 0b11], &figures, 4), None);
        assert_eq!(exposed(&[0b1111_0000, 0b1100, 0b1111_0000, 0b11], &figures, 5), Some(0b1111));
    }

    #[test]
    fn overlapping_figures_are_solved_though_no_difference_of_two_is_small() {
        let figures: [&[u64]; 3] = [&[1, 1, 0], &[0, 1, 1], &[1, 0, 1]];
        assert_eq!(
            exposed(&[0b1111, 0b1111_0000, 0b1111 << 8], &figures, 5).map(People::count_ones),
            Some(4)
        );
        assert_eq!(exposed(&[0b1111, 0b1111_0000, 0b1111 << 8], &figures[..2], 5), None);
    }
}
