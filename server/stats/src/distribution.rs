//! Tail areas and quantiles, each returning `None` rather than NaN outside its domain.
//!
//! Built on the incomplete beta and gamma functions of `statrs`; the quantiles are found by bisection on
//! the tail area itself, so quantile and p-value can never disagree.

use statrs::function::{
    beta::checked_beta_reg,
    erf::{self, erfc_inv},
    gamma,
};
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

/// P(X > k) for X Poisson with this mean; 0 where the mean is.
pub(crate) fn poisson_above(k: u32, mean: f64) -> Option<f64> {
    if mean <= 0.0 {
        return Some(0.0);
    }
    finite(gamma::checked_gamma_lr(f64::from(k) + 1.0, mean).ok()?)
}

/// P(X ≤ k) for X binomial with `trials` and success probability `p` in (0, 1).
pub(crate) fn binomial_at_most(k: u32, trials: u32, p: f64) -> Option<f64> {
    if k >= trials {
        return Some(1.0);
    }
    finite(checked_beta_reg(f64::from(trials - k), f64::from(k) + 1.0, 1.0 - p).ok()?)
}

/// P(Z > z) for a standard normal variable.
pub(crate) fn normal_upper_tail(z: f64) -> f64 {
    0.5 * erf::erfc(z * std::f64::consts::FRAC_1_SQRT_2)
}

/// Logarithm of P(Z > z); far out, where the probability itself is below the smallest `f64`, from the leading
/// terms of Mills' ratio.
pub(crate) fn ln_normal_upper_tail(z: f64) -> f64 {
    if z < 30.0 {
        return normal_upper_tail(z).ln();
    }
    let square = z * z;
    -0.5 * square - z.ln() - 0.5 * std::f64::consts::TAU.ln() - square.recip()
}

/// The z beyond which a standard normal variable lies with a probability whose logarithm is `ln_tail` < 0.
///
/// Taken from the logarithm, since what is far out has a probability below the smallest `f64`; there the
/// leading terms of Mills' ratio are right to six digits.
pub(crate) fn normal_beyond(ln_tail: f64) -> f64 {
    if ln_tail > -600.0 {
        return std::f64::consts::SQRT_2 * erf::erfc_inv(2.0 * ln_tail.exp());
    }
    if ln_tail == f64::NEG_INFINITY {
        return f64::INFINITY;
    }
    let mut z = (-2.0 * ln_tail).sqrt();
    for _ in 0..4 {
        z = (z * z + 2.0 * (ln_normal_upper_tail(z) - ln_tail)).sqrt();
    }
    z
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
    fn binomial_tail_of_a_fair_coin_is_exact() {
        near(binomial_at_most(1, 3, 0.5), 0.5);
        near(binomial_at_most(0, 3, 0.5), 0.125);
    }

    #[test]
    fn normal_tails_and_quantiles_agree_with_the_tables_and_with_each_other() {
        near(Some(normal_upper_tail(3.0)), 0.001_349_898_031_630_094_6);
        near(Some(normal_beyond(0.025_f64.ln())), 1.959_963_984_540_054);
        near(Some(normal_beyond(normal_upper_tail(-2.0).ln())), -2.0);
        near(Some(normal_beyond(ln_normal_upper_tail(45.0))), 45.0);
        let (inner, outer) = (normal_beyond(-599.999), normal_beyond(-600.001));
        assert!((inner - outer).abs() < 1e-3 && outer > inner, "{inner} and {outer}");
    }

    #[test]
    fn outside_the_domain_there_is_no_number() {
        assert_eq!(t_quantile(0.975, 0.0), None);
        assert_eq!(t_two_sided(f64::NAN, 3.0), None);
    }
}
