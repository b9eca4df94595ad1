//! Tail areas and quantiles, each returning `None` rather than NaN outside its domain.
//!
//! Built on the incomplete beta and gamma functions of `statrs`; the quantiles are found by bisection on
//! the tail area itself, so quantile and p-value can never disagree.

use statrs::function::{beta::checked_beta_reg, erf::erfc_inv, gamma};
use std::f64::consts::{SQRT_2, TAU};

/// Natural logarithm of Γ(x) for x > 0.
pub(crate) fn ln_gamma(x: f64) -> f64 {
    gamma::ln_gamma(x)
}

/// Derivative of [`ln_gamma`].
pub(crate) fn digamma(x: f64) -> f64 {
    gamma::digamma(x)
}

/// P(T > t) for Student's t with `df` degrees of freedom.
pub(crate) fn t_upper_tail(t: f64, df: f64) -> Option<f64> {
    if !t.is_finite() || df.is_nan() || df <= 0.0 {
        return None;
    }
    let half = 0.5 * checked_beta_reg(0.5 * df, 0.5, df / (df + t * t)).ok()?;
    finite(if t >= 0.0 { half } else { 1.0 - half })
}

/// P(|T| > |t|), the two-sided p-value of Student's t.
pub(crate) fn t_two_sided(t: f64, df: f64) -> Option<f64> {
    t_upper_tail(t.abs(), df).map(|tail| (2.0 * tail).min(1.0))
}

/// The value Student's t with `df` degrees of freedom stays below with probability `p`, 0.5 ≤ `p` < 1.
pub(crate) fn t_quantile(p: f64, df: f64) -> Option<f64> {
    if !(0.5..1.0).contains(&p) || df.is_nan() || df <= 0.0 {
        return None;
    }
    increasing_root(|t| t_upper_tail(t, df).map(|tail| (1.0 - p) - tail))
}

/// P(F > f) for Fisher's F with `above` and `below` degrees of freedom.
pub(crate) fn f_upper_tail(f: f64, above: f64, below: f64) -> Option<f64> {
    if !f.is_finite() || f < 0.0 || above.is_nan() || above <= 0.0 || below.is_nan() || below <= 0.0 {
        return None;
    }
    finite(checked_beta_reg(0.5 * below, 0.5 * above, below / (below + above * f)).ok()?)
}

/// Density of the standard normal distribution.
pub(crate) fn normal_density(z: f64) -> f64 {
    (-0.5 * z * z).exp() / TAU.sqrt()
}

/// The value a standard normal number exceeds with probability `p`, 0 < `p` < 1.
pub(crate) fn normal_quantile_above(p: f64) -> Option<f64> {
    finite(SQRT_2 * erfc_inv(2.0 * p))
}

/// P(Y ≤ k) for a Poisson count with mean `mean` > 0.
pub(crate) fn poisson_at_most(k: f64, mean: f64) -> Option<f64> {
    if k < 0.0 {
        return Some(0.0);
    }
    finite(gamma::checked_gamma_ur(k.floor() + 1.0, mean).ok()?)
}

/// The smallest count k with P(Y ≤ k) ≥ `p` for a Poisson mean > 0, as a float.
pub(crate) fn poisson_quantile(p: f64, mean: f64) -> Option<f64> {
    let mut k = (mean - 10.0 * (mean.sqrt() + 1.0)).floor().max(0.0);
    // The start lies far in the lower tail and the walk ends at most some thirty standard deviations on.
    let last = mean + 20.0 * (mean.sqrt() + 2.0);
    while k <= last {
        if poisson_at_most(k, mean)? >= p {
            return Some(k);
        }
        k += 1.0;
    }
    None
}

/// The mean at which a Poisson count is `y` or more with probability `p`; 0 when `y` is 0.
pub(crate) fn poisson_mean_reaching(y: f64, p: f64) -> Option<f64> {
    if y <= 0.0 {
        return Some(0.0);
    }
    increasing_root(|mean| {
        if mean <= 0.0 {
            return Some(-p);
        }
        finite(gamma::checked_gamma_lr(y, mean).ok()?).map(|tail| tail - p)
    })
}

/// P(X ≤ k) for X binomial with `trials` and success probability `p` in (0, 1).
pub(crate) fn binomial_at_most(k: u32, trials: u32, p: f64) -> Option<f64> {
    if k >= trials {
        return Some(1.0);
    }
    finite(checked_beta_reg(f64::from(trials - k), f64::from(k) + 1.0, 1.0 - p).ok()?)
}

/// Root of a function that rises on [0, ∞) and is not positive at 0, to the last bit that matters.
fn increasing_root(f: impl Fn(f64) -> Option<f64>) -> Option<f64> {
    let (mut low, mut high) = (0.0, 1.0);
    while f(high)? < 0.0 {
        low = high;
        high *= 2.0;
        if high > 1e15 {
            return None;
        }
    }
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if f(middle)? < 0.0 { low = middle } else { high = middle }
    }
    Some(0.5 * (low + high))
}

pub(crate) fn finite(x: f64) -> Option<f64> {
    x.is_finite().then_some(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, wanted: f64) {
        let found = found.expect("a number");
        assert!((found - wanted).abs() < 1e-9 * wanted.abs().max(1.0), "{found} is not {wanted}");
    }

    #[test]
    fn quantiles_of_student_agree_with_the_tables() {
        near(t_quantile(0.975, 11.0), 2.200_985_160_082_949);
        near(t_quantile(0.80, 11.0), 0.875_529_978_4);
        near(t_quantile(0.975, 2.0), 4.302_652_729_7);
        near(t_two_sided(4.921_676_360_37, 11.0), 0.000_455_646_508_443);
    }

    #[test]
    fn poisson_quantiles_are_the_smallest_count_that_reaches_the_probability() {
        assert_eq!(poisson_quantile(0.5, 1.0), Some(1.0));
        assert_eq!(poisson_quantile(0.998_65, 2.0), Some(7.0));
        near(poisson_at_most(0.0, 2.0), (-2.0f64).exp());
    }

    #[test]
    fn binomial_tail_of_a_fair_coin_is_exact() {
        near(binomial_at_most(1, 3, 0.5), 0.5);
        near(binomial_at_most(0, 3, 0.5), 0.125);
    }

    #[test]
    fn outside_the_domain_there_is_no_number() {
        assert_eq!(t_quantile(0.975, 0.0), None);
        assert_eq!(t_two_sided(f64::NAN, 3.0), None);
    }
}
