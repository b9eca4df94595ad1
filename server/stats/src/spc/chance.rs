//! What pure chance makes of one point: how far out a value lies, and where it would be as far out as asked.
//!
//! Distances are in standard deviations of a normal variable with the same tail, so that "three" means the same
//! for two complaints a week as for two hundred. Tails of counts are the mid-p ones, all beyond the value and
//! half of the value itself (Lancaster 1961): with the whole of it a rare event could never be far out, with
//! none of it too often.

use std::cmp::Ordering;

use crate::distribution::{ln_gamma, ln_normal_upper_tail, normal_beyond, normal_upper_tail};

/// Above this variance the third-order expansion of Cornish and Fisher is right to 1e-4 standard deviations,
/// and a sum over all counts would take long.
const LARGE: f64 = 1e4;
/// A sum ends where another term no longer changes it.
const NOTHING: f64 = 1e-17;
/// Hits among this many trials, few enough to be summed, are Poisson counts; the ways to choose them would be a
/// difference of numbers too large to have one.
const MANY_TRIALS: f64 = 1e8;
/// Counts beyond this are not looked for.
const FARTHEST: f64 = 1e15;

/// Where a probability has grown so far that its unit is chosen anew.
const FAR_FROM_UNIT: f64 = 1e100;
/// Steps that are walked one by one.
const FEW_STEPS: f64 = 64.0;

/// Half the probability of a count and all of those beyond it, in units of the probability of the count where the
/// sum began: walking from there takes no logarithms.
#[derive(Debug, Clone, Copy)]
struct Tail {
    count: f64,
    /// Logarithm of the probability of the count where the sum began.
    ln_unit: f64,
    /// Probability of this count.
    here: f64,
    /// Of all beyond it.
    beyond: f64,
}

impl Tail {
    const fn half_and_beyond(self) -> f64 {
        0.5 * self.here + self.beyond
    }

    fn ln(self) -> f64 {
        self.ln_unit + self.half_and_beyond().ln()
    }
}

/// The distribution of one point of a steady process. All parameters are above 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Chance {
    /// Events of which each exposure may have several.
    Poisson { mean: f64 },
    /// Hits among trials; the share is below 1.
    Binomial { trials: f64, share: f64 },
    /// Waiting measured on a continuous scale until the next event.
    Exponential { mean: f64 },
    /// Trials without the event until it occurs, counted from 0.
    Geometric { mean: f64 },
}

impl Chance {
    /// A count around `center` events per exposure, or hits per trial. `None` where chance can make only one
    /// thing of it.
    pub(super) fn around(center: f64, exposure: f64, is_share: bool) -> Option<Self> {
        let mean = center * exposure;
        let is_sound = mean.is_finite() && mean > 0.0;
        match is_share {
            false => is_sound.then_some(Self::Poisson { mean }),
            true => (is_sound && center < 1.0).then_some(Self::Binomial { trials: exposure, share: center }),
        }
    }

    /// How far out `value` lies, in standard deviations; below the middle it is negative.
    pub(super) fn distance(self, value: f64) -> f64 {
        match self {
            Self::Exponential { .. } | Self::Geometric { .. } => {
                let ln_above = self.ln_wait_above(value);
                // Near 1 the logarithm of what lies above has no digits left, that of what lies below has.
                if ln_above < -0.5 {
                    normal_beyond(ln_above)
                } else {
                    -normal_beyond((-ln_above.exp_m1()).max(f64::MIN_POSITIVE).ln())
                }
            }
            Self::Binomial { trials, share } if share > 0.5 => {
                -Self::Binomial { trials, share: 1.0 - share }.distance(trials - value)
            }
            _ if self.variance() > LARGE => self.expanded_distance(value),
            _ => {
                let floor = value.floor();
                let low = self.distance_of_count(floor);
                let part = value - floor;
                let is_between = part > 0.0 && floor < self.most();
                if is_between { low + part * (self.distance_of_count(floor + 1.0) - low) } else { low }
            }
        }
    }

    /// The value that lies `z` standard deviations out, interpolated between whole counts; 0, or all trials,
    /// where no value lies that far out.
    pub(super) fn at_distance(self, z: f64) -> f64 {
        match self {
            Self::Exponential { .. } | Self::Geometric { .. } => self.wait_at(z),
            Self::Binomial { trials, share } if share > 0.5 => {
                trials - Self::Binomial { trials, share: 1.0 - share }.at_distance(-z)
            }
            _ if self.variance() > LARGE => self.expanded_at(z),
            _ => self.crossing(z.abs(), z >= 0.0),
        }
    }

    /// The count at the `u`-th part of the distribution, 0 < `u` < 1: with a uniform `u` a drawn one.
    pub(super) fn draw(self, u: f64) -> f64 {
        match self {
            Self::Binomial { trials, share } if share > 0.5 => {
                trials - Self::Binomial { trials, share: 1.0 - share }.draw(1.0 - u)
            }
            _ if self.variance() > LARGE => self.expanded_at(normal_beyond((1.0 - u).ln())).round(),
            _ => {
                let (mut count, mut part) = (0.0, self.ln_probability(0.0).exp());
                // Far from zero the first probabilities are nothing, and the walk starts nearer.
                if part < f64::MIN_POSITIVE {
                    count = (self.mean() - 12.0 * self.variance().sqrt()).floor().max(0.0);
                    part = self.ln_probability(count).exp();
                }
                let mut sum = part;
                while sum < u && count < self.most() && part > 0.0 {
                    part *= self.ratio(count);
                    count += 1.0;
                    sum += part;
                }
                count
            }
        }
    }

    /// Probabilities of a count below and above `level`.
    pub(super) fn sides(self, level: f64) -> (f64, f64) {
        match self {
            Self::Exponential { .. } | Self::Geometric { .. } => (0.5, 0.5),
            _ if self.variance() > LARGE => (0.5, 0.5),
            _ => {
                let (low, high) = ((level - 1.0).ceil(), (level + 1.0).floor());
                (self.from(low, false), self.from(high, true))
            }
        }
    }

    /// Probability of `value` or anything further out on its side of the mean.
    pub(super) fn tail_from(self, value: f64) -> f64 {
        match self {
            _ if self.variance() > LARGE => normal_upper_tail(self.expanded_distance(value).abs()),
            _ if value < self.mean() => self.from(value.floor(), false),
            _ => self.from(value.ceil(), true),
        }
    }

    /// Probability of a count and all beyond it, above or below.
    fn from(self, count: f64, is_above: bool) -> f64 {
        if !(0.0..=self.most()).contains(&count) {
            return 0.0;
        }
        let tail = self.tail(count, is_above);
        ((tail.here + tail.beyond).ln() + tail.ln_unit).exp().min(1.0)
    }

    const fn mean(self) -> f64 {
        match self {
            Self::Poisson { mean } | Self::Exponential { mean } | Self::Geometric { mean } => mean,
            Self::Binomial { trials, share } => trials * share,
        }
    }

    /// Of a count; waiting is never asked for it.
    fn variance(self) -> f64 {
        match self {
            Self::Binomial { trials, share } => trials * share * (1.0 - share),
            other => other.mean(),
        }
    }

    fn skewness(self) -> f64 {
        let sd = self.variance().sqrt();
        match self {
            Self::Binomial { share, .. } => (1.0 - 2.0 * share) / sd,
            _ => sd.recip(),
        }
    }

    /// The most a count can be.
    const fn most(self) -> f64 {
        match self {
            // Beyond all whole numbers that an f64 tells apart one more is none, and no walk would end.
            Self::Binomial { trials, .. } => trials.floor().min(FARTHEST),
            _ => FARTHEST,
        }
    }

    /// Logarithm of the probability of a whole count within reach.
    fn ln_probability(self, count: f64) -> f64 {
        match self {
            Self::Binomial { trials, share } if trials < MANY_TRIALS => {
                let ways = ln_gamma(trials + 1.0) - ln_gamma(count + 1.0) - ln_gamma(trials - count + 1.0);
                ways + count * share.ln() + (trials - count) * (-share).ln_1p()
            }
            _ => count * self.mean().ln() - self.mean() - ln_gamma(count + 1.0),
        }
    }

    /// How many times as likely the next count up is.
    fn ratio(self, count: f64) -> f64 {
        match self {
            Self::Binomial { trials, share } => {
                (trials - count).max(0.0) / (count + 1.0) * share / (1.0 - share)
            }
            _ => self.mean() / (count + 1.0),
        }
    }

    /// This count and all beyond it, above or below.
    fn tail(self, count: f64, is_above: bool) -> Tail {
        let (mut beyond, mut term, mut at) = (0.0, 1.0, count);
        while if is_above { at < self.most() } else { at > 0.0 } {
            term *= if is_above { self.ratio(at) } else { self.ratio(at - 1.0).recip() };
            at += if is_above { 1.0 } else { -1.0 };
            beyond += term;
            // Away from the mean terms only shrink; towards it they first grow.
            if term < NOTHING * (1.0 + beyond) {
                break;
            }
        }
        Tail { count, ln_unit: self.ln_probability(count), here: 1.0, beyond }
    }

    /// The tail of the next count towards the mean.
    fn inward(self, tail: Tail, is_above: bool) -> Tail {
        let (count, ratio) = match is_above {
            true => (tail.count - 1.0, self.ratio(tail.count - 1.0).recip()),
            false => (tail.count + 1.0, self.ratio(tail.count)),
        };
        Tail { count, here: tail.here * ratio, beyond: tail.beyond + tail.here, ..tail }
    }

    fn distance_of_count(self, count: f64) -> f64 {
        // The tail that is the smaller one keeps its digits.
        if count >= self.mean() {
            normal_beyond(self.tail(count, true).ln())
        } else {
            -normal_beyond(self.tail(count, false).ln())
        }
    }

    /// Where the distance passes `z` ≥ 0 above or below, interpolated between whole counts; the last possible
    /// count where it never does.
    fn crossing(self, z: f64, is_above: bool) -> f64 {
        let goal = ln_normal_upper_tail(z);
        let most = self.most();
        let (outward, last) = if is_above { (1.0, most) } else { (-1.0, 0.0) };
        let guess = self.expanded_at(outward * z);
        let guess = if is_above { guess.ceil() + 1.0 } else { guess.floor() - 1.0 };
        let mut tail = self.tail(guess.clamp(0.0, most), is_above);
        let mut step = 1.0;
        while tail.ln() >= goal {
            if tail.count == last {
                return last;
            }
            tail = self.tail((tail.count + outward * step).clamp(0.0, most), is_above);
            step *= 2.0;
        }
        // The guess may lie far beyond: strides back, and after long strides what lies between is halved before it
        // is walked.
        step = step.max(FEW_STEPS);
        loop {
            let nearer = tail.count - outward * step;
            if !(0.0..=most).contains(&nearer) {
                break;
            }
            let nearer = self.tail(nearer, is_above);
            if nearer.ln() >= goal {
                break;
            }
            tail = nearer;
            step *= 2.0;
        }
        while step > FEW_STEPS {
            step = (0.5 * step).floor();
            let nearer = self.tail((tail.count - outward * step).clamp(0.0, most), is_above);
            if nearer.ln() < goal {
                tail = nearer;
            }
        }
        let mut reached = (goal - tail.ln_unit).exp();
        loop {
            let inward = tail.count - outward;
            if !(0.0..=most).contains(&inward) {
                return tail.count;
            }
            let inner = self.inward(tail, is_above);
            // Written so that what is no number ends the walk as well.
            if !matches!(inner.half_and_beyond().partial_cmp(&reached), Some(Ordering::Less)) {
                let (near, far) = (normal_beyond(inner.ln()), normal_beyond(tail.ln()));
                let part = if far > near { ((far - z) / (far - near)).clamp(0.0, 1.0) } else { 0.0 };
                return tail.count - outward * part;
            }
            tail = inner;
            if tail.here > FAR_FROM_UNIT {
                tail = self.tail(tail.count, is_above);
                reached = (goal - tail.ln_unit).exp();
            }
        }
    }

    /// Cornish and Fisher (1938), to the third moment. Only for shares up to one half, so never skewed to the
    /// left.
    fn expanded_at(self, z: f64) -> f64 {
        let skewness = self.skewness();
        if z * skewness <= -3.0 {
            return 0.0;
        }
        let at = self.mean() + self.variance().sqrt() * (z + skewness * (z * z - 1.0) / 6.0);
        at.clamp(0.0, self.limit_of_expansion())
    }

    const fn limit_of_expansion(self) -> f64 {
        match self {
            Self::Binomial { trials, .. } => trials,
            _ => f64::MAX,
        }
    }

    /// The inverse of [`Self::expanded_at`].
    fn expanded_distance(self, value: f64) -> f64 {
        let skewness = self.skewness();
        let plain = (value - self.mean()) / self.variance().sqrt();
        if skewness < 1e-9 {
            return plain;
        }
        let root = 1.0 + 2.0 * skewness / 3.0 * (plain + skewness / 6.0);
        if root <= 0.0 { -3.0 / skewness } else { 3.0 * (root.sqrt() - 1.0) / skewness }
    }

    /// Logarithm of the probability of a longer wait, half of an equally long one counted in where they can be
    /// equal.
    fn ln_wait_above(self, value: f64) -> f64 {
        match self {
            Self::Geometric { mean } => {
                let hit = (1.0 + mean).recip();
                value * (-hit).ln_1p() + (-0.5 * hit).ln_1p()
            }
            _ => -value / self.mean(),
        }
    }

    fn wait_at(self, z: f64) -> f64 {
        let ln_above = normal_upper_tail(z).ln();
        match self {
            Self::Geometric { mean } => {
                let hit = (1.0 + mean).recip();
                ((ln_above - (-0.5 * hit).ln_1p()) / (-hit).ln_1p()).max(0.0)
            }
            _ => -ln_above * self.mean(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, wanted: f64, tolerance: f64) {
        assert!((found - wanted).abs() < tolerance, "{found} is not {wanted}");
    }

    #[test]
    fn limits_among_more_trials_than_there_are_whole_numbers_never_came() {
        for trials in [1e17, 1e20, 1e200] {
            let chance = Chance::Binomial { trials, share: 100.0 / trials };
            for z in [3.0, 1e6, 1e9, 1e12] {
                let found = chance.at_distance(z);
                assert!((0.0..=trials).contains(&found), "{trials} {z}: {found}");
            }
        }
    }

    /// With a mean of 2: P(X > 7) + ½ P(X = 7) = 0.0010967 + ½ · 0.0034370.
    #[test]
    fn the_distance_of_a_count_is_that_of_its_mid_p_tail() {
        let chance = Chance::Poisson { mean: 2.0 };
        let tail = normal_upper_tail(chance.distance(7.0));
        near(tail, 0.001_096_719 + 0.5 * 0.003_437_087, 1e-8);
        near(normal_upper_tail(-chance.distance(0.0)), 0.5 * (-2.0_f64).exp(), 1e-10);
    }

    #[test]
    fn a_limit_is_where_the_distance_reaches_it() {
        for mean in [0.05_f64, 0.2, 0.9, 3.0, 17.3, 400.0, 9_990.0, 10_010.0, 3e6] {
            for z in [2.0, 3.0, 4.4, 12.0, 45.0] {
                let trials = (4.0 * mean).floor() + 3.0;
                for (chance, most) in [
                    (Chance::Poisson { mean }, f64::MAX),
                    (Chance::Binomial { trials, share: 0.25 }, trials),
                    (Chance::Binomial { trials, share: 0.97 }, trials),
                    (Chance::Exponential { mean }, f64::MAX),
                    (Chance::Geometric { mean }, f64::MAX),
                ] {
                    if z > 30.0 && matches!(chance, Chance::Exponential { .. } | Chance::Geometric { .. }) {
                        continue;
                    }
                    let (low, high) = (chance.at_distance(-z), chance.at_distance(z));
                    assert!(0.0 <= low && low <= high && high <= most + 1e-9, "{chance:?} {z}: {low} {high}");
                    if low > 1e-3 && z < 8.0 {
                        assert!((chance.distance(low) + z).abs() < 1e-6, "{chance:?} {z}: {low}");
                    }
                    if high < most - 1e-9 && z < 8.0 {
                        assert!((chance.distance(high) - z).abs() < 1e-6, "{chance:?} {z}: {high}");
                    }
                }
            }
        }
    }

    #[test]
    fn counting_misses_mirrors_counting_hits() {
        let (hits, misses) = (
            Chance::Binomial { trials: 30.0, share: 0.984_375 },
            Chance::Binomial { trials: 30.0, share: 0.015_625 },
        );
        near(hits.distance(27.0), -misses.distance(3.0), 1e-12);
        near(hits.at_distance(-3.0), 30.0 - misses.at_distance(3.0), 1e-12);
    }

    #[test]
    fn the_sum_and_the_expansion_meet_where_one_takes_over() {
        let (sum, expanded) = (Chance::Poisson { mean: LARGE }, Chance::Poisson { mean: LARGE + 0.01 });
        for z in [-3.0, -2.0, 2.0, 3.0] {
            near(sum.at_distance(z), expanded.at_distance(z), 0.05);
        }
    }

    #[test]
    fn the_sides_of_a_level_are_the_tails_beside_it() {
        let (below, above) = Chance::Poisson { mean: 1.0 }.sides(1.0);
        near(below, (-1.0_f64).exp(), 1e-12);
        near(above, 1.0 - 2.0 * (-1.0_f64).exp(), 1e-12);
        let (below, above) = Chance::Poisson { mean: 0.2 }.sides(0.2);
        near(below, (-0.2_f64).exp(), 1e-12);
        near(below + above, 1.0, 1e-12);
    }
}
