//! Did a series stand at another level after a day than before it?
//!
//! The simplest interrupted time series (Bernal, Cummins & Gasparrini 2017): one level before, one after,
//! no slopes. For a rate the logarithm of the rate ratio, with the dispersion of a quasi-Poisson model; for a
//! score the difference of the means.
//!
//! Neighbouring periods are alike, so the variance is multiplied by (1 + ρ) / (1 − ρ), where ρ is the
//! correlation of neighbouring residuals: prewhitening after Andrews & Monahan (1992) with nothing left over.
//! Residuals of two short stretches show less correlation than there is, by about (2 + 6ρ) / n (Marriott &
//! Pope 1954), which is put back. The degrees of freedom are those of as many independent periods as the
//! correlated ones are worth. Bartlett weights (Newey & West 1987) were tried first: with ρ = 0.3 and 12 to 52
//! periods their interval held the truth in 89 to 91 % of simulated series, this one in 94 to 95 %.
//!
//! An interval takes the model's word for what chance does. The **placebo dates** do not: the same contrast at
//! every earlier date says how often the series moved as much with no action at all.

pub mod acted;
pub mod beside;

use crate::{
    distribution::{finite, t_quantile},
    spc::Count,
};

/// Fewest periods before the date.
pub const FEWEST_BEFORE: usize = 8;
/// Fewest periods after it.
pub const FEWEST_AFTER: usize = 4;
/// Most periods that are used on either side: half a year of weeks.
pub const MOST: usize = 26;
/// Fewest events on either side; below it the logarithm of a rate is no number to reckon with.
pub const FEWEST_EVENTS: f64 = 5.0;
/// Fewest placebo dates from which a share of them says anything.
pub const FEWEST_DATES: usize = 8;
/// More correlation between neighbours than this is a trend, which levels cannot describe; it is cut here.
const LARGEST_CORRELATION: f64 = 0.8;

/// A figure of a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// In the units of the score.
    pub value: f64,
    /// Whether something changed since the figure before that forbids comparing the two.
    pub breaks: bool,
}

/// One side of a contrast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// Periods used.
    pub periods: usize,
    /// Events per exposure, or the mean score.
    pub value: f64,
    /// Events; 0 for a score.
    pub events: f64,
    /// Exposure; 0 for a score.
    pub exposure: f64,
}

/// A change of level. All numbers are finite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Before the date.
    pub before: Level,
    /// After it.
    pub after: Level,
    /// Natural logarithm of the rate after over the rate before; for a score, after less before.
    pub estimate: f64,
    /// Its standard error, above 0.
    pub standard_error: f64,
    /// Ends of its 95 % interval.
    pub interval: [f64; 2],
    /// Variance over that of a Poisson count, at least 1; for a score, the variance around the levels.
    pub dispersion: f64,
    /// Correlation of neighbouring periods, 0 to 0.8.
    pub correlation: f64,
    /// The same contrast at earlier dates.
    pub placebo: Placebo,
}

impl Change {
    /// Whether the interval leaves out "no change".
    pub fn excludes_none(&self) -> bool {
        let [low, high] = self.interval;
        low > 0.0 || high < 0.0
    }
}

/// The contrast at every earlier date that has as many periods on each side, all of them before the action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placebo {
    /// Dates.
    pub dates: usize,
    /// Those with a change at least as large, in either direction.
    pub as_large: usize,
}

impl Placebo {
    /// Share of the dates with a change at least as large; none with fewer than [`FEWEST_DATES`].
    pub fn share(self) -> Option<f64> {
        (self.dates >= FEWEST_DATES).then(|| self.as_large as f64 / self.dates as f64)
    }
}

/// Why there is no change to tell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reason {
    /// Too few periods before the date.
    TooFewBefore {
        /// Periods there are.
        periods: usize,
    },
    /// Too few periods after it.
    TooFewAfter {
        /// Periods there are.
        periods: usize,
    },
    /// No period has any exposure.
    NoExposure,
    /// Too few events on one of the sides.
    TooFewEvents {
        /// Events on the side with fewer.
        events: f64,
    },
    /// The score never moves on either side, so nothing tells how much it does by chance.
    Constant,
    /// What forbids a comparison lies so near to the date that too little is left on one of the sides.
    Broken,
    /// A number that is none, or a negative count.
    NotANumber,
}

/// Change of a rate. `before` and `after` hold counts and exposures of one period each, oldest first; periods
/// without exposure are left out.
///
/// # Errors
/// Why there is nothing to tell.
pub fn of_rate(before: &[Count], after: &[Count]) -> Result<Change, Reason> {
    let is_number = |period: &Count| {
        period.count.is_finite()
            && period.exposure.is_finite()
            && period.count >= 0.0
            && period.exposure >= 0.0
    };
    if !before.iter().chain(after).all(is_number) {
        return Err(Reason::NotANumber);
    }
    let exposed = |periods: &[Count]| -> Vec<Count> {
        periods.iter().copied().filter(|period| period.exposure > 0.0).collect()
    };
    let (history, after) = (exposed(before), exposed(after));
    if history.is_empty() && after.is_empty() {
        return Err(Reason::NoExposure);
    }
    let (before, after) = sides(&history, &after)?;
    let (one, two) = (rate_level(before), rate_level(after));
    let fewest = one.events.min(two.events);
    if fewest < FEWEST_EVENTS {
        return Err(Reason::TooFewEvents { events: fewest });
    }
    let residuals: Vec<f64> = [(before, one.value), (after, two.value)]
        .into_iter()
        .flat_map(|(periods, rate)| periods.iter().map(move |period| pearson(period, rate)))
        .collect();
    let estimate = (two.value / one.value).ln();
    let dispersion = (squares(&residuals) / (residuals.len() as f64 - 2.0)).max(1.0);
    let variance = dispersion * (1.0 / one.events + 1.0 / two.events);
    let contrast = |before: &[Count], after: &[Count]| {
        let ratio = rate_level(after).value / rate_level(before).value;
        // A side without any event moved by more than any number.
        Some(if ratio > 0.0 && ratio.is_finite() { ratio.ln().abs() } else { f64::INFINITY })
    };
    let placebo = placebo(&history, before.len(), after.len(), estimate, contrast);
    change((one, two), estimate, variance, dispersion, &residuals, placebo)
}

/// Change of a score. `before` and `after` hold its figures, oldest first.
///
/// # Errors
/// Why there is nothing to tell.
pub fn of_score(before: &[Figure], after: &[Figure]) -> Result<Change, Reason> {
    if !before.iter().chain(after).all(|figure| figure.value.is_finite()) {
        return Err(Reason::NotANumber);
    }
    // Too little is there, whatever may break.
    sides(before, after)?;
    let since = before.iter().rposition(|figure| figure.breaks).unwrap_or(0);
    let until = after.iter().position(|figure| figure.breaks).unwrap_or(after.len());
    let history = before;
    let (before, after) = sides(&before[since..], &after[..until]).map_err(|_| Reason::Broken)?;
    let (one, two) = (score_level(before), score_level(after));
    let residuals: Vec<f64> = [(before, one.value), (after, two.value)]
        .into_iter()
        .flat_map(|(figures, mean)| figures.iter().map(move |figure| figure.value - mean))
        .collect();
    let scale = before.iter().chain(after).map(|figure| figure.value.abs()).fold(0.0, f64::max);
    let dispersion = squares(&residuals) / (residuals.len() as f64 - 2.0);
    // What is left of equal figures after subtracting their mean is rounding.
    if dispersion.sqrt() <= 1e-9 * scale {
        return Err(Reason::Constant);
    }
    let estimate = two.value - one.value;
    let variance = dispersion * (1.0 / one.periods as f64 + 1.0 / two.periods as f64);
    let contrast = |before: &[Figure], after: &[Figure]| {
        // The first figure may differ from one that is not in the window.
        let is_whole = !before.iter().skip(1).chain(after).any(|figure| figure.breaks);
        is_whole.then(|| (score_level(after).value - score_level(before).value).abs())
    };
    let placebo = placebo(history, before.len(), after.len(), estimate, contrast);
    change((one, two), estimate, variance, dispersion, &residuals, placebo)
}

/// The last periods before and the first after, as many as are used; or which side has too few.
fn sides<'a, T>(before: &'a [T], after: &'a [T]) -> Result<(&'a [T], &'a [T]), Reason> {
    if before.len() < FEWEST_BEFORE {
        return Err(Reason::TooFewBefore { periods: before.len() });
    }
    if after.len() < FEWEST_AFTER {
        return Err(Reason::TooFewAfter { periods: after.len() });
    }
    Ok((&before[before.len().saturating_sub(MOST)..], &after[..after.len().min(MOST)]))
}

fn rate_level(periods: &[Count]) -> Level {
    let events: f64 = periods.iter().map(|period| period.count).sum();
    let exposure: f64 = periods.iter().map(|period| period.exposure).sum();
    Level { periods: periods.len(), value: events / exposure, events, exposure }
}

fn score_level(figures: &[Figure]) -> Level {
    let sum: f64 = figures.iter().map(|figure| figure.value).sum();
    Level { periods: figures.len(), value: sum / figures.len() as f64, events: 0.0, exposure: 0.0 }
}

fn pearson(period: &Count, rate: f64) -> f64 {
    let expected = rate * period.exposure;
    (period.count - expected) / expected.sqrt()
}

fn squares(numbers: &[f64]) -> f64 {
    numbers.iter().map(|number| number * number).sum()
}

/// Correlation of neighbouring residuals around two levels, as much larger as short stretches make it look
/// smaller, from 0 on: that neighbours differ more than strangers is taken for chance.
fn correlation(residuals: &[f64]) -> f64 {
    let n = residuals.len() as f64;
    let total = squares(residuals);
    let products: f64 = residuals.windows(2).map(|pair| pair[0] * pair[1]).sum();
    if total <= 0.0 {
        return 0.0;
    }
    ((n * products / total + 2.0) / (n - 6.0)).clamp(0.0, LARGEST_CORRELATION)
}

/// The contrast at every earlier date. `contrast` gives its size, or nothing where it cannot be drawn.
fn placebo<T>(
    history: &[T],
    before: usize,
    after: usize,
    estimate: f64,
    contrast: impl Fn(&[T], &[T]) -> Option<f64>,
) -> Placebo {
    let sizes: Vec<f64> = history
        .windows(before + after)
        .filter_map(|window| {
            let (before, after) = window.split_at(before);
            contrast(before, after)
        })
        .collect();
    // The same numbers added in another order may differ in their last digit.
    let least = estimate.abs() * (1.0 - 1e-12);
    Placebo { dates: sizes.len(), as_large: sizes.iter().filter(|size| **size >= least).count() }
}

fn change(
    (before, after): (Level, Level),
    estimate: f64,
    variance: f64,
    dispersion: f64,
    residuals: &[f64],
    placebo: Placebo,
) -> Result<Change, Reason> {
    let correlation = correlation(residuals);
    let factor = (1.0 + correlation) / (1.0 - correlation);
    let freedom = (residuals.len() as f64 / factor - 2.0).max(2.0);
    let standard_error = (variance * factor).sqrt();
    let reach = t_quantile(0.975, freedom).map(|t| t * standard_error);
    let reach = reach.and_then(finite).ok_or(Reason::NotANumber)?;
    let estimate = finite(estimate).ok_or(Reason::NotANumber)?;
    Ok(Change {
        before,
        after,
        estimate,
        standard_error,
        interval: [estimate - reach, estimate + reach],
        dispersion,
        correlation,
        placebo,
    })
}
