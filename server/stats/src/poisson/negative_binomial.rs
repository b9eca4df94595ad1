//! A second opinion for lumpy counts: the negative binomial model, in which the variance is
//! mean + a · mean².
//!
//! Fitted with a column of its own for each group, so for panels of a moderate number of groups. Slopes
//! and levels by Fisher scoring, a by maximising its profile likelihood, in turns until both stand still
//! (Lawless 1987; the NB2 model of Cameron and Trivedi 1986).

use super::{Data, FitError, maximise};
use crate::distribution::{digamma, ln_gamma};
use crate::linear::{Factor, Square, dot};

const MOST_ROUNDS: u32 = 200;
const MOST_SCORING_STEPS: u32 = 60;
const SMALLEST_OVERDISPERSION: f64 = 1e-6;
const LARGEST_OVERDISPERSION: f64 = 1e4;

/// A negative binomial fit.
#[derive(Debug, Clone, PartialEq)]
pub struct NegativeBinomial {
    /// One slope for each column.
    pub slopes: Vec<f64>,
    /// The overdispersion a; 0 means Poisson.
    pub overdispersion: f64,
    /// Log-likelihood, constants included.
    pub loglik: f64,
}

/// The counts of a table as the few different numbers that they are: what is dear to work out of a count is worked out
/// once for each.
struct Counts<'a> {
    data: &'a Data,
    different: Vec<f64>,
    /// Which of them each row has.
    of_row: Vec<u32>,
}

impl<'a> Counts<'a> {
    fn of(data: &'a Data) -> Self {
        let mut different: Vec<f64> = (0..data.rows()).map(|row| data.count(row)).collect();
        different.sort_by(f64::total_cmp);
        different.dedup();
        let place = |row| different.partition_point(|count| *count < data.count(row)) as u32;
        let of_row = (0..data.rows()).map(place).collect();
        Self { data, different, of_row }
    }

    /// Count, expected count, and what was worked out of the count, row by row.
    fn rows<'b>(
        &'b self,
        fitted: &'b [f64],
        worked_out: &'b [f64],
    ) -> impl Iterator<Item = (f64, f64, f64)> + 'b {
        self.of_row.iter().zip(fitted).map(|(place, mean)| {
            let place = *place as usize;
            (self.different[place], *mean, worked_out[place])
        })
    }
}

/// Fits the negative binomial model with the groups, periods and columns of `data`.
///
/// # Errors
/// See [`FitError`]; counts that are no lumpier than Poisson end at an overdispersion near 0.
pub fn fit_negative_binomial(data: &Data) -> Result<NegativeBinomial, FitError> {
    let start = maximise(data, None)?;
    let mut parameters = start.parameters.clone();
    parameters.extend(start.position.levels.iter().copied());
    let mut fitted = start.position.fitted.clone();
    let counts = Counts::of(data);
    let mut overdispersion = moment_estimate(data, &fitted).max(1e-4);
    let mut loglik = f64::NEG_INFINITY;
    for _ in 0..MOST_ROUNDS {
        score_steps(&counts, &mut parameters, &mut fitted, overdispersion)?;
        overdispersion = best_overdispersion(&counts, &fitted, overdispersion);
        let now = log_likelihood(&counts, &fitted, overdispersion);
        if !now.is_finite() {
            return Err(FitError::NoConvergence);
        }
        if (now - loglik).abs() <= 1e-13 * now.abs() {
            let slopes = (0..data.columns()).map(|k| parameters[k] / data.scale(k)).collect();
            return Ok(NegativeBinomial { slopes, overdispersion, loglik: now });
        }
        loglik = now;
    }
    Err(FitError::NoConvergence)
}

/// Fisher scoring for slopes, period levels and group levels at a fixed overdispersion.
fn score_steps(
    counts: &Counts<'_>,
    parameters: &mut Vec<f64>,
    fitted: &mut Vec<f64>,
    overdispersion: f64,
) -> Result<(), FitError> {
    let data = counts.data;
    let mut objective = log_likelihood(counts, fitted, overdispersion);
    for _ in 0..MOST_SCORING_STEPS {
        let step = scoring_step(data, fitted, overdispersion)?;
        let size = step.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
        let mut share = 1.0;
        loop {
            let there: Vec<f64> =
                parameters.iter().zip(&step).map(|(value, step)| value + share * step).collect();
            let means = expected(data, &there);
            let value = log_likelihood(counts, &means, overdispersion);
            if value >= objective - 1e-12 * objective.abs() {
                (*parameters, *fitted, objective) = (there, means, value);
                break;
            }
            share *= 0.5;
            if share < 1e-9 {
                return Ok(());
            }
        }
        if size < 1e-10 {
            return Ok(());
        }
    }
    Err(FitError::NoConvergence)
}

/// Group levels are eliminated block by block, as each row has exactly one: what is left has the size of
/// slopes and periods only.
fn scoring_step(data: &Data, fitted: &[f64], overdispersion: f64) -> Result<Vec<f64>, FitError> {
    let size = data.parameters();
    let mut information = Square::zero(size);
    let mut gradient = vec![0.0; size];
    let mut blocks = Vec::with_capacity(data.groups());
    let mut cells = Vec::new();
    for group in 0..data.groups() {
        let (mut weight_sum, mut score_sum, mut shared) = (0.0, 0.0, vec![0.0; size]);
        for row in data.group_rows(group) {
            let mean = fitted[row];
            let weight = mean / (1.0 + overdispersion * mean);
            let score = (data.count(row) - mean) / (1.0 + overdispersion * mean);
            (weight_sum, score_sum) = (weight_sum + weight, score_sum + score);
            cells.clear();
            cells.extend(cells_of(data, row));
            for (i, a) in &cells {
                gradient[*i] += a * score;
                shared[*i] += a * weight;
                cells.iter().for_each(|(j, b)| information.add(*i, *j, weight * a * b));
            }
        }
        blocks.push((weight_sum, score_sum, shared));
    }
    for (weight_sum, score_sum, shared) in &blocks {
        for i in (0..size).filter(|i| shared[*i] != 0.0) {
            gradient[i] -= shared[i] * score_sum / weight_sum;
            for (j, other) in shared.iter().enumerate() {
                information.add(i, j, -shared[i] * other / weight_sum);
            }
        }
    }
    let factor = Factor::new(&information).ok_or(FitError::Collinear { reciprocal_condition: 0.0 })?;
    let mut step = factor.solve(&gradient);
    let levels: Vec<f64> =
        blocks.iter().map(|(weight, score, shared)| (score - dot(shared, &step)) / weight).collect();
    step.extend(levels);
    Ok(step)
}

/// The row's columns and period, as pairs of parameter and value.
fn cells_of(data: &Data, row: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
    let columns = data.values(row).iter().copied().enumerate();
    columns.chain(data.period_index(row).map(|index| (index, 1.0)))
}

fn expected(data: &Data, parameters: &[f64]) -> Vec<f64> {
    let (slopes, levels) = parameters.split_at(data.parameters());
    let mut fitted = vec![0.0; data.rows()];
    for (group, level) in levels.iter().enumerate() {
        for row in data.group_rows(group) {
            let sum: f64 = cells_of(data, row).map(|(index, value)| slopes[index] * value).sum();
            fitted[row] = (level + sum + data.log_exposure(row)).exp();
        }
    }
    fitted
}

fn log_likelihood(counts: &Counts<'_>, fitted: &[f64], overdispersion: f64) -> f64 {
    let size = 1.0 / overdispersion;
    let constant = ln_gamma(size);
    let of_count = |count: &f64| ln_gamma(count + size) - constant - ln_gamma(count + 1.0);
    let of_counts: Vec<f64> = counts.different.iter().map(of_count).collect();
    let row = |(count, mean, of_count): (f64, f64, f64)| {
        let spread = (overdispersion * mean).ln_1p();
        let log_term = if count > 0.0 { count * ((overdispersion * mean).ln() - spread) } else { 0.0 };
        of_count - size * spread + log_term
    };
    counts.rows(fitted, &of_counts).map(row).sum()
}

/// The overdispersion that makes the squared residuals come out right on average.
fn moment_estimate(data: &Data, fitted: &[f64]) -> f64 {
    let (mut surplus, mut squares) = (0.0, 0.0);
    for (row, mean) in fitted.iter().enumerate() {
        surplus += (data.count(row) - mean).powi(2) - mean;
        squares += mean * mean;
    }
    if squares > 0.0 { surplus / squares } else { 0.0 }
}

/// The overdispersion at which the likelihood is level, looked for around the last one on its logarithm. Where the
/// likelihood falls from the start, counts are no lumpier than Poisson ones and the smallest is returned.
fn best_overdispersion(counts: &Counts<'_>, fitted: &[f64], last: f64) -> f64 {
    let rise = |logarithm: f64| rise(counts, fitted, logarithm.exp());
    let (lowest, highest) = (SMALLEST_OVERDISPERSION.ln(), LARGEST_OVERDISPERSION.ln());
    if rise(lowest) <= 0.0 {
        return SMALLEST_OVERDISPERSION;
    }
    // Between a point where it rises and one where it falls, the nearer to the last value the better.
    let (mut low, mut high) = (lowest, highest);
    let mut reach = 0.05;
    while reach < highest - lowest {
        let (below, above) = ((last.ln() - reach).max(lowest), (last.ln() + reach).min(highest));
        if rise(below) > 0.0 && rise(above) <= 0.0 {
            (low, high) = (below, above);
            break;
        }
        reach *= 8.0;
    }
    level(rise, low, high).exp()
}

/// Where a function falls through 0 between two points, by false position with the value of the end that stays halved
/// (the Illinois method: Dowell and Jarratt 1971).
fn level(f: impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    let (mut at_low, mut at_high) = (f(low), f(high));
    let mut was_low = None;
    for _ in 0..200 {
        if high - low <= 1e-14 * low.abs().max(1.0) || at_high >= 0.0 {
            break;
        }
        let met = low + (high - low) * at_low / (at_low - at_high);
        let middle = if met > low && met < high { met } else { 0.5 * (low + high) };
        let value = f(middle);
        if value == 0.0 {
            return middle;
        }
        let is_low = value > 0.0;
        let again = was_low == Some(is_low);
        if is_low {
            (low, at_low) = (middle, value);
            at_high *= if again { 0.5 } else { 1.0 };
        } else {
            (high, at_high) = (middle, value);
            at_low *= if again { 0.5 } else { 1.0 };
        }
        was_low = Some(is_low);
    }
    0.5 * (low + high)
}

/// How the likelihood rises with the overdispersion here: above 0 where it does.
fn rise(counts: &Counts<'_>, fitted: &[f64], overdispersion: f64) -> f64 {
    let size = 1.0 / overdispersion;
    let constant = digamma(size);
    let shape = |count: &f64| if *count > 0.0 { digamma(count + size) - constant } else { 0.0 };
    let shapes: Vec<f64> = counts.different.iter().map(shape).collect();
    let row = |(count, mean, shape): (f64, f64, f64)| {
        shape - (overdispersion * mean).ln_1p() + (mean - count) / (size + mean)
    };
    // The sum is the derivative with respect to the reciprocal, so a fall means a rise.
    -counts.rows(fitted, &shapes).map(row).sum::<f64>()
}
