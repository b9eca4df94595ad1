//! One figure beside an earlier one: what the difference, or the ratio, may be when its uncertainty is counted in.

use serde::{Deserialize, Serialize};

use crate::{
    distribution::{normal_upper_tail, t_quantile},
    spc::Count,
};

/// Standard deviations to either side that hold 95 of 100 normal values.
pub const Z95: f64 = 1.959_963_984_540_054;

/// The two-sided p-value of a standard normal value; `None` when it is not finite.
#[must_use]
pub fn two_sided(z: f64) -> Option<f64> {
    z.is_finite().then(|| (2.0 * normal_upper_tail(z.abs())).min(1.0))
}

/// One rate over another with a 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Ratio {
    /// The later rate over the earlier one.
    pub ratio: f64,
    /// Lower end of the interval.
    pub lower: f64,
    /// Upper end of the interval.
    pub upper: f64,
    /// Two-sided p-value of no difference.
    pub p: f64,
}

/// The ratio of two rates, on the logarithmic scale: its standard error is `width` · √(1/a + 1/b), where `width` is
/// how many times as much as by pure chance neighbouring periods differ (1 or more).
///
/// `None` without events or exposure on either side, and when a number is not finite.
#[must_use]
pub fn ratio(later: Count, earlier: Count, width: f64) -> Option<Ratio> {
    let all = [later.count, later.exposure, earlier.count, earlier.exposure, width];
    if all.iter().any(|value| !value.is_finite() || *value <= 0.0) {
        return None;
    }
    let ratio = (later.count / later.exposure) / (earlier.count / earlier.exposure);
    let error = width.max(1.0) * (later.count.recip() + earlier.count.recip()).sqrt();
    let p = two_sided(ratio.ln() / error)?;
    let (lower, upper) = (ratio * (-Z95 * error).exp(), ratio * (Z95 * error).exp());
    (ratio.is_finite() && upper.is_finite()).then_some(Ratio { ratio, lower, upper, p })
}

/// A mean with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Mean {
    /// The mean.
    pub mean: f64,
    /// Lower end of the interval, which may lie beyond the scale.
    pub lower: f64,
    /// Upper end of the interval.
    pub upper: f64,
}

/// The mean of answers on a scale 1, 2, … of which so many were given each, with Student's interval.
///
/// `None` for fewer than two answers.
#[must_use]
pub fn mean_of_counts(counts: &[u64]) -> Option<Mean> {
    let n = counts.iter().sum::<u64>() as f64;
    if n < 2.0 {
        return None;
    }
    let valued = || (1_u32..).map(f64::from).zip(counts.iter().map(|count| *count as f64));
    let mean = valued().map(|(value, count)| value * count).sum::<f64>() / n;
    let squares = valued().map(|(value, count)| count * (value - mean).powi(2)).sum::<f64>();
    let reach = t_quantile(0.975, n - 1.0)? * (squares / (n - 1.0) / n).sqrt();
    Some(Mean { mean, lower: mean - reach, upper: mean + reach })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(count: f64, exposure: f64) -> Count {
        Count { count, exposure }
    }

    #[test]
    fn a_normal_value_has_the_p_of_the_tables() {
        assert!((two_sided(Z95).unwrap() - 0.05).abs() < 1e-10);
        assert!((two_sided(-3.290_526_731).unwrap() - 0.001).abs() < 1e-9);
        assert_eq!((two_sided(f64::NAN), two_sided(0.0)), (None, Some(1.0)));
    }

    /// Rothman, Greenland and Lash: 41 in 28,010 person-years against 15 in 19,017 is 1.86, 1.03 to 3.35.
    #[test]
    fn a_ratio_of_rates_is_that_of_the_textbook() {
        let found = ratio(count(41.0, 28_010.0), count(15.0, 19_017.0), 1.0).unwrap();
        assert_eq!(format!("{:.2} {:.2} {:.2}", found.ratio, found.lower, found.upper), "1.86 1.03 3.35");
        let wide = ratio(count(41.0, 28_010.0), count(15.0, 19_017.0), 2.0).unwrap();
        assert!(wide.lower < found.lower && wide.p > found.p);
        let narrow = ratio(count(41.0, 28_010.0), count(15.0, 19_017.0), 0.5).unwrap();
        assert_eq!(narrow, found, "less variation than by chance narrows nothing");
        assert_eq!(ratio(count(0.0, 10.0), count(5.0, 10.0), 1.0), None);
        assert_eq!(ratio(count(5.0, 10.0), count(5.0, 0.0), 1.0), None);
    }

    #[test]
    fn a_mean_of_answers_has_students_interval() {
        let found = mean_of_counts(&[1, 2, 3, 4, 5]).unwrap();
        // 15 answers: mean 3.6667, standard deviation 1.2910, t 2.1448.
        assert_eq!(
            format!("{:.4} {:.4} {:.4}", found.mean, found.lower, found.upper),
            "3.6667 2.9517 4.3816"
        );
        assert_eq!(mean_of_counts(&[0, 0, 0, 0, 12]).unwrap().upper, 5.0);
        assert_eq!((mean_of_counts(&[1]), mean_of_counts(&[])), (None, None));
    }
}
