//! An attacker who takes every published figure as a sum of unknown answers and solves for small groups.
//!
//! It knows nothing of trees, blocks or nesting: only which people each published figure covers. People who
//! occur in exactly the same figures cannot be told apart, so they are one unknown, here called a group.

/// What the attacker has in hand.
pub(crate) struct View {
    /// How many people answered in each group. All above zero.
    pub(crate) answered: Vec<u64>,
    /// For each published figure, whether it covers each group.
    pub(crate) figures: Vec<Vec<bool>>,
}

impl View {
    /// Groups, together fewer than `k` people, about which some combination of the figures tells something
    /// and about nobody else. None if there are no such groups.
    ///
    /// A combination of figures is a vector of the row space of the matrix figures × groups, and a vector is
    /// in the row space exactly when it is orthogonal to the null space. One that is zero outside some groups
    /// therefore exists exactly when the columns of a null space basis that belong to these groups are
    /// linearly dependent.
    pub(crate) fn exposed_groups(&self, k: u64) -> Option<Vec<usize>> {
        let null_space = null_space(&self.figures, self.answered.len());
        let columns: Vec<Vec<i64>> = (0..self.answered.len())
            .map(|group| null_space.iter().map(|vector| vector[group]).collect())
            .collect();
        let mut chosen = Vec::new();
        self.search(&columns, k, 0, &mut chosen, &mut Vec::new()).then_some(chosen)
    }

    /// Tries every set of groups with fewer than `k` people. `independent` holds the reduced columns of
    /// `chosen`.
    fn search(
        &self,
        columns: &[Vec<i64>],
        k: u64,
        from: usize,
        chosen: &mut Vec<usize>,
        independent: &mut Vec<Vec<i64>>,
    ) -> bool {
        let people: u64 = chosen.iter().map(|&group| self.answered[group]).sum();
        for group in from..columns.len() {
            if people + self.answered[group] >= k {
                continue;
            }
            chosen.push(group);
            let reduced = reduce(columns[group].clone(), independent);
            if reduced.iter().all(|&entry| entry == 0) {
                return true;
            }
            independent.push(reduced);
            if self.search(columns, k, group + 1, chosen, independent) {
                return true;
            }
            independent.pop();
            chosen.pop();
        }
        false
    }
}

/// Subtracts multiples of the basis vectors until their leading places are zero. Whole numbers throughout.
fn reduce(mut vector: Vec<i64>, basis: &[Vec<i64>]) -> Vec<i64> {
    for known in basis {
        let Some(lead) = known.iter().position(|&entry| entry != 0) else { continue };
        eliminate(&mut vector, known, lead);
    }
    vector
}

/// Makes `vector[place]` zero with the help of `pivot`, and divides by what all entries have in common.
fn eliminate(vector: &mut [i64], pivot: &[i64], place: usize) {
    let (own, other) = (vector[place], pivot[place]);
    if own == 0 {
        return;
    }
    let mut common = 0;
    for (entry, &with) in vector.iter_mut().zip(pivot) {
        *entry = *entry * other - own * with;
        common = greatest_common_divisor(common, entry.abs());
    }
    if common > 1 {
        vector.iter_mut().for_each(|entry| *entry /= common);
    }
}

fn greatest_common_divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

/// A basis of the vectors orthogonal to all figures, by Gauss–Jordan elimination in whole numbers.
fn null_space(figures: &[Vec<bool>], groups: usize) -> Vec<Vec<i64>> {
    let mut rows: Vec<Vec<i64>> =
        figures.iter().map(|row| row.iter().map(|&covers| covers.into()).collect()).collect();
    let mut pivots = Vec::new();
    for column in 0..groups {
        let done = pivots.len();
        let Some(found) = (done..rows.len()).find(|&row| rows[row][column] != 0) else { continue };
        rows.swap(done, found);
        let pivot = rows[done].clone();
        for (index, row) in rows.iter_mut().enumerate() {
            if index != done {
                eliminate(row, &pivot, column);
            }
        }
        pivots.push(column);
    }
    let scale = pivots.iter().enumerate().fold(1, |multiple: i64, (row, &column)| {
        let entry = rows[row][column].abs();
        multiple / greatest_common_divisor(multiple, entry) * entry
    });
    (0..groups)
        .filter(|column| !pivots.contains(column))
        .map(|free| {
            let mut vector = vec![0; groups];
            vector[free] = scale;
            for (row, &column) in pivots.iter().enumerate() {
                vector[column] = -rows[row][free] * (scale / rows[row][column]);
            }
            vector
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exposed(answered: &[u64], figures: &[&[u8]], k: u64) -> Option<Vec<usize>> {
        let figures = figures.iter().map(|row| row.iter().map(|&covers| covers == 1).collect()).collect();
        View { answered: answered.to_vec(), figures }.exposed_groups(k)
    }

    #[test]
    fn a_published_small_group_is_exposed() {
        assert_eq!(exposed(&[4], &[&[1]], 5), Some(vec![0]));
        assert_eq!(exposed(&[5], &[&[1]], 5), None);
        assert_eq!(exposed(&[4], &[], 5), None);
    }

    #[test]
    fn a_whole_minus_a_part_exposes_the_rest() {
        assert_eq!(exposed(&[9, 3], &[&[1, 1], &[1, 0]], 5), Some(vec![1]));
        assert_eq!(exposed(&[9, 3], &[&[1, 1]], 5), None);
        assert_eq!(exposed(&[9, 5], &[&[1, 1], &[1, 0]], 5), None);
    }

    #[test]
    fn overlapping_figures_are_solved_though_no_difference_of_two_is_small() {
        // a+b, b+c and a+c give each of the three; no figure contains another.
        assert_eq!(exposed(&[4, 4, 4], &[&[1, 1, 0], &[0, 1, 1], &[1, 0, 1]], 5), Some(vec![0]));
        assert_eq!(exposed(&[4, 4, 4], &[&[1, 1, 0], &[0, 1, 1]], 5), None);
    }

    #[test]
    fn a_weighted_sum_of_two_small_groups_counts_as_exposed_too() {
        // The difference of the two figures is the difference of the groups 1 and 2, three people together.
        assert_eq!(exposed(&[8, 1, 2], &[&[1, 1, 0], &[1, 0, 1]], 5), Some(vec![1, 2]));
        assert_eq!(exposed(&[8, 3, 2], &[&[1, 1, 0], &[1, 0, 1]], 5), None);
    }

    #[test]
    fn three_figures_deep_differences_are_found() {
        let figures: [&[u8]; 3] = [&[1, 1, 1, 1], &[1, 1, 0, 0], &[0, 0, 1, 0]];
        assert_eq!(exposed(&[6, 6, 7, 2], &figures, 5), Some(vec![3]));
    }
}
