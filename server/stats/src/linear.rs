//! Small dense symmetric matrices: factor, solve, invert, and say how close to singular they are.
//!
//! The matrices here have one row per slope and period, so a few hundred at most; plain loops over a
//! flat array are fast enough and leave nothing to configure.

/// A square matrix, row by row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Square {
    size: usize,
    cells: Vec<f64>,
}

impl Square {
    pub(crate) fn zero(size: usize) -> Self {
        Self { size, cells: vec![0.0; size * size] }
    }

    pub(crate) fn size(&self) -> usize {
        self.size
    }

    pub(crate) fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.size + column]
    }

    pub(crate) fn add(&mut self, row: usize, column: usize, value: f64) {
        self.cells[row * self.size + column] += value;
    }

    /// Takes `factor` times these values from the cells of a row, from a column on.
    pub(crate) fn subtract_run(&mut self, row: usize, first: usize, factor: f64, values: &[f64]) {
        let from = row * self.size + first;
        let cells = &mut self.cells[from..from + values.len()];
        cells.iter_mut().zip(values).for_each(|(cell, value)| *cell -= factor * value);
    }

    pub(crate) fn set(&mut self, row: usize, column: usize, value: f64) {
        self.cells[row * self.size + column] = value;
    }

    pub(crate) fn row(&self, row: usize) -> &[f64] {
        &self.cells[row * self.size..(row + 1) * self.size]
    }

    /// Copies the lower triangle onto the upper one.
    pub(crate) fn mirror(&mut self) {
        for row in 0..self.size {
            for column in 0..row {
                let value = self.at(row, column);
                self.set(column, row, value);
            }
        }
    }

    pub(crate) fn times(&self, vector: &[f64]) -> Vec<f64> {
        (0..self.size).map(|row| dot(self.row(row), vector)).collect()
    }

    /// The matrix with row and column `index` taken out.
    pub(crate) fn without(&self, index: usize) -> Self {
        let keep: Vec<usize> = (0..self.size).filter(|&i| i != index).collect();
        let mut smaller = Self::zero(keep.len());
        for (row, &from_row) in keep.iter().enumerate() {
            for (column, &from_column) in keep.iter().enumerate() {
                smaller.set(row, column, self.at(from_row, from_column));
            }
        }
        smaller
    }

    /// The diagonal cell `index` over what the others leave of it; `None` when that is no more than the
    /// share `smallest`. For a positive semidefinite matrix.
    pub(crate) fn inflation(&self, index: usize, smallest: f64) -> Option<f64> {
        let order: Vec<usize> = (0..self.size).filter(|&i| i != index).chain([index]).collect();
        let mut lower = Self::zero(self.size);
        for (row, &from_row) in order.iter().enumerate() {
            let diagonal = self.at(from_row, from_row);
            for (column, &from_column) in order[..row].iter().enumerate() {
                let pivot = lower.at(column, column);
                let partial = dot(&lower.row(row)[..column], &lower.row(column)[..column]);
                let rest = self.at(from_row, from_column) - partial;
                lower.set(row, column, if pivot > 0.0 { rest / pivot } else { 0.0 });
            }
            let rest = diagonal - dot(&lower.row(row)[..row], &lower.row(row)[..row]);
            // What is left of a column that follows from the ones before is rounding, not a pivot.
            let is_lost = rest.is_nan() || rest <= smallest * diagonal;
            lower.set(row, row, if is_lost { 0.0 } else { rest.sqrt() });
        }
        let left = lower.at(self.size - 1, self.size - 1).powi(2);
        (left > 0.0).then(|| self.at(index, index) / left).filter(|ratio| ratio.is_finite())
    }

    /// The upper-left block.
    pub(crate) fn leading(&self, size: usize) -> Self {
        let mut block = Self::zero(size);
        for row in 0..size {
            for column in 0..size {
                block.set(row, column, self.at(row, column));
            }
        }
        block
    }

    fn one_norm(&self) -> f64 {
        // Symmetric, so rows serve for columns.
        (0..self.size)
            .map(|row| self.row(row).iter().map(|value| value.abs()).sum::<f64>())
            .fold(0.0, f64::max)
    }
}

/// Sum of products. Eight running sums instead of one, so that the processor need not wait for each
/// addition before it begins the next.
pub(crate) fn dot(left: &[f64], right: &[f64]) -> f64 {
    let length = left.len().min(right.len());
    let (left, right) = (&left[..length], &right[..length]);
    let (left_parts, right_parts) = (left.chunks_exact(8), right.chunks_exact(8));
    let rest: f64 = left_parts.remainder().iter().zip(right_parts.remainder()).map(|(a, b)| a * b).sum();
    let mut sums = [0.0; 8];
    for (a, b) in left_parts.zip(right_parts) {
        for lane in 0..8 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum::<f64>() + rest
}

/// Cholesky factor of a positive definite matrix scaled to a unit diagonal, so that predictors in
/// different units do not pass for collinear ones.
#[derive(Debug, Clone)]
pub(crate) struct Factor {
    lower: Square,
    scale: Vec<f64>,
    scaled_norm: f64,
}

impl Factor {
    /// `None` when the matrix is not positive definite to working precision.
    pub(crate) fn new(matrix: &Square) -> Option<Self> {
        let size = matrix.size();
        let mut scale = Vec::with_capacity(size);
        for i in 0..size {
            let diagonal = matrix.at(i, i);
            if !diagonal.is_finite() || diagonal <= 0.0 {
                return None;
            }
            scale.push(1.0 / diagonal.sqrt());
        }
        let mut scaled = Square::zero(size);
        for row in 0..size {
            for column in 0..size {
                scaled.set(row, column, matrix.at(row, column) * scale[row] * scale[column]);
            }
        }
        let scaled_norm = scaled.one_norm();
        let mut lower = Square::zero(size);
        for row in 0..size {
            for column in 0..=row {
                let partial = dot(&lower.row(row)[..column], &lower.row(column)[..column]);
                let rest = scaled.at(row, column) - partial;
                if row == column {
                    // The scaled diagonal is 1: what is left of it is the share no other column explains.
                    if rest.is_nan() || rest <= 1e-14 {
                        return None;
                    }
                    lower.set(row, column, rest.sqrt());
                } else {
                    lower.set(row, column, rest / lower.at(column, column));
                }
            }
        }
        Some(Self { lower, scale, scaled_norm })
    }

    pub(crate) fn solve(&self, right: &[f64]) -> Vec<f64> {
        let size = self.scale.len();
        let mut x: Vec<f64> = right.iter().zip(&self.scale).map(|(value, scale)| value * scale).collect();
        for row in 0..size {
            let known = dot(&self.lower.row(row)[..row], &x[..row]);
            x[row] = (x[row] - known) / self.lower.at(row, row);
        }
        for row in (0..size).rev() {
            x[row] /= self.lower.at(row, row);
            let value = x[row];
            for (column, cell) in self.lower.row(row)[..row].iter().enumerate() {
                x[column] -= cell * value;
            }
        }
        x.iter_mut().zip(&self.scale).for_each(|(value, scale)| *value *= scale);
        x
    }

    /// The inverse of the matrix, and the reciprocal condition number (one-norm) of its scaled form:
    /// 1 is perfect, 0 is singular.
    pub(crate) fn inverse(&self) -> (Square, f64) {
        let size = self.scale.len();
        let mut inverse = Square::zero(size);
        let mut unit = vec![0.0; size];
        for column in 0..size {
            unit[column] = 1.0;
            for (row, value) in self.solve(&unit).into_iter().enumerate().skip(column) {
                inverse.set(row, column, value);
            }
            unit[column] = 0.0;
        }
        inverse.mirror();
        let inverse_norm = (0..size)
            .map(|row| (0..size).map(|c| (inverse.at(row, c) / self.scale[row] / self.scale[c]).abs()).sum())
            .fold(0.0, f64::max);
        let product: f64 = self.scaled_norm * inverse_norm;
        (inverse, if product > 0.0 { 1.0 / product } else { 1.0 })
    }
}

/// The shortest x with `matrix` x = `right`, for a symmetric matrix that may be singular: directions whose
/// eigenvalue is below 1e-11 of the largest are left at zero. Cyclic Jacobi rotations
/// (Golub and Van Loan, *Matrix Computations*, §8.5).
pub(crate) fn shortest_solution(matrix: &Square, right: &[f64]) -> Vec<f64> {
    let size = matrix.size();
    let mut a = matrix.clone();
    let mut vectors = Square::zero(size);
    (0..size).for_each(|i| vectors.set(i, i, 1.0));
    for _sweep in 0..60 {
        let mut rotated = false;
        for p in 0..size {
            for q in (p + 1)..size {
                let off = a.at(p, q);
                if off.abs() <= 1e-17 * (a.at(p, p).abs() * a.at(q, q).abs()).sqrt() || off == 0.0 {
                    continue;
                }
                rotated = true;
                rotate(&mut a, &mut vectors, p, q);
            }
        }
        if !rotated {
            break;
        }
    }
    let largest = (0..size).map(|i| a.at(i, i).abs()).fold(0.0, f64::max);
    let mut x = vec![0.0; size];
    for i in 0..size {
        let eigenvalue = a.at(i, i);
        if eigenvalue.abs() <= 1e-11 * largest {
            continue;
        }
        let along: f64 = (0..size).map(|row| vectors.at(row, i) * right[row]).sum::<f64>() / eigenvalue;
        (0..size).for_each(|row| x[row] += along * vectors.at(row, i));
    }
    x
}

fn rotate(a: &mut Square, vectors: &mut Square, p: usize, q: usize) {
    let theta = (a.at(q, q) - a.at(p, p)) / (2.0 * a.at(p, q));
    let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let cos = 1.0 / (t * t + 1.0).sqrt();
    let sin = t * cos;
    for k in 0..a.size() {
        let (left, right) = (a.at(k, p), a.at(k, q));
        a.set(k, p, cos * left - sin * right);
        a.set(k, q, sin * left + cos * right);
    }
    for k in 0..a.size() {
        let (upper, lower) = (a.at(p, k), a.at(q, k));
        a.set(p, k, cos * upper - sin * lower);
        a.set(q, k, sin * upper + cos * lower);
    }
    a.set(p, q, 0.0);
    a.set(q, p, 0.0);
    for k in 0..a.size() {
        let (left, right) = (vectors.at(k, p), vectors.at(k, q));
        vectors.set(k, p, cos * left - sin * right);
        vectors.set(k, q, sin * left + cos * right);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(rows: &[&[f64]]) -> Square {
        let mut square = Square::zero(rows.len());
        for (i, row) in rows.iter().enumerate() {
            for (j, value) in row.iter().enumerate() {
                square.set(i, j, *value);
            }
        }
        square
    }

    #[test]
    fn factor_solves_and_inverts() {
        let a = matrix(&[&[4.0, 2.0, 0.0], &[2.0, 3.0, 1.0], &[0.0, 1.0, 2.0]]);
        let factor = Factor::new(&a).expect("positive definite");
        let x = factor.solve(&[2.0, -1.0, 3.0]);
        let back = a.times(&x);
        for (found, wanted) in back.iter().zip([2.0, -1.0, 3.0]) {
            assert!((found - wanted).abs() < 1e-12);
        }
        let (inverse, condition) = factor.inverse();
        assert!((dot(inverse.row(0), &[4.0, 2.0, 0.0]) - 1.0).abs() < 1e-12);
        assert!(condition > 0.05 && condition < 1.0);
    }

    #[test]
    fn a_singular_matrix_has_no_factor_but_a_shortest_solution() {
        let a = matrix(&[&[1.0, 1.0], &[1.0, 1.0]]);
        assert!(Factor::new(&a).is_none());
        let x = shortest_solution(&a, &[2.0, 2.0]);
        assert!((x[0] - 1.0).abs() < 1e-12 && (x[1] - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_shortest_solution_of_a_regular_matrix_is_the_solution() {
        let a = matrix(&[&[4.0, 2.0, 0.0], &[2.0, 3.0, 1.0], &[0.0, 1.0, 2.0]]);
        let wanted = Factor::new(&a).expect("positive definite").solve(&[1.0, 2.0, 3.0]);
        for (found, wanted) in shortest_solution(&a, &[1.0, 2.0, 3.0]).iter().zip(wanted) {
            assert!((found - wanted).abs() < 1e-12);
        }
    }

    #[test]
    fn an_empty_matrix_is_harmless() {
        let (inverse, condition) = Factor::new(&Square::zero(0)).expect("nothing to fail").inverse();
        assert_eq!((inverse.size(), condition), (0, 1.0));
    }
}
