//! Many tests at once: p-values corrected for their number, in the order given.

/// Holm's (1979) step-down correction: keeps the chance of any false finding below the level.
#[must_use]
pub fn holm(p: &[f64]) -> Vec<f64> {
    let order = ascending(p);
    let mut adjusted = vec![0.0; p.len()];
    let mut largest = 0.0_f64;
    for (rank, &index) in order.iter().enumerate() {
        largest = largest.max((p.len() - rank) as f64 * p[index]).min(1.0);
        adjusted[index] = largest;
    }
    adjusted
}

/// Benjamini and Hochberg (1995): keeps the expected share of false findings below the level when the
/// tests are independent or move together.
#[must_use]
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    step_up(p, 1.0)
}

/// Benjamini and Yekutieli (2001): the same under any dependence, at a price of Σ 1/i.
#[must_use]
pub fn benjamini_yekutieli(p: &[f64]) -> Vec<f64> {
    step_up(p, (1..=p.len()).map(|i| 1.0 / i as f64).sum())
}

fn step_up(p: &[f64], price: f64) -> Vec<f64> {
    let order = ascending(p);
    let mut adjusted = vec![0.0; p.len()];
    let mut smallest = 1.0_f64;
    for (rank, &index) in order.iter().enumerate().rev() {
        smallest = smallest.min(p[index] * price * p.len() as f64 / (rank + 1) as f64);
        adjusted[index] = smallest;
    }
    adjusted
}

fn ascending(p: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(values: &[f64]) -> Vec<f64> {
        values.iter().map(|value| (value * 1e6).round() / 1e6).collect()
    }

    #[test]
    fn corrections_agree_with_a_worked_example() {
        let p = [0.01, 0.04, 0.03, 0.005];
        assert_eq!(rounded(&holm(&p)), [0.03, 0.06, 0.06, 0.02]);
        assert_eq!(rounded(&benjamini_hochberg(&p)), [0.02, 0.04, 0.04, 0.02]);
        assert_eq!(rounded(&benjamini_yekutieli(&p)), [0.041667, 0.083333, 0.083333, 0.041667]);
    }

    #[test]
    fn no_tests_no_corrections() {
        assert!(holm(&[]).is_empty() && benjamini_yekutieli(&[]).is_empty());
    }
}
