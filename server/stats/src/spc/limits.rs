//! Centre lines and limits.

use super::{
    Chart, ChartError, Count, FEWEST_POINTS, FEWEST_POINTS_FOR_FIRM_LIMITS, Kind, Point,
    SMALLEST_EXPECTED_COUNT, rules,
};
use crate::distribution::poisson_quantile;

/// Mean moving range to three standard deviations: 3 / 1.128 (Shewhart; Wheeler 1993).
const RANGE_TO_LIMIT: f64 = 2.66;
/// A moving range beyond this many times the mean range is itself a signal (D4 for two points).
const LARGEST_RANGE: f64 = 3.267;
/// Mean absolute difference of two standard normal values (d2 for two points).
const RANGE_OF_NOISE: f64 = 1.128;
/// Where the near lines lie between centre and limit.
const NEAR: f64 = 2.0 / 3.0;
/// Upper tails of the normal distribution beyond three and two standard deviations.
const BEYOND_THREE: f64 = 0.001_349_898_031_630_094_6;
const BEYOND_TWO: f64 = 0.022_750_131_948_179_21;

/// Chart of single measurements: mean ± 2.66 × the mean moving range. With `screen`, ranges of more than
/// 3.267 times the mean are left out of it once, so that one jump does not widen the limits.
///
/// # Errors
/// [`ChartError::NotFinite`].
pub fn xmr(values: &[Option<f64>], screen: bool) -> Result<Chart, ChartError> {
    if let Some(index) = values.iter().position(|value| value.is_some_and(|v| !v.is_finite())) {
        return Err(ChartError::NotFinite { index });
    }
    let points = values.iter().enumerate().map(|(index, value)| Point::bare(index, *value)).collect();
    let known: Vec<f64> = values.iter().copied().flatten().collect();
    let center = mean(&known);
    let mut chart = Chart { kind: Kind::Xmr, center, sigma_z: None, provisional: false, points };
    let Some((center, range)) = center.zip(moving_range(&known, screen)) else { return Ok(chart) };
    // Equal values have no variation to compare with; rounding must not pass for some.
    if known.len() < FEWEST_POINTS || range <= 1e-12 * center.abs() {
        return Ok(chart);
    }
    let reach = RANGE_TO_LIMIT * range;
    if !(center.abs() + reach).is_finite() {
        return Ok(chart);
    }
    for point in &mut chart.points {
        point.lower = Some(center - reach);
        point.upper = Some(center + reach);
        point.near_lower = Some(center - NEAR * reach);
        point.near_upper = Some(center + NEAR * reach);
    }
    Ok(finish(chart, known.len(), center))
}

/// Chart of events per exposure: [`Kind::U`] or [`Kind::Laney`]; other kinds are read as `U`.
///
/// Limits are ū ± 3 √(ū / exposure), for Laney's chart times σ_z, the mean absolute difference of
/// neighbouring standardised points over 1.128 (Laney 2002). Where fewer than five events are expected
/// the limits are the exact Poisson ones, and for Laney's chart the wider of both.
///
/// # Errors
/// [`ChartError`]; a point without exposure and events is a gap.
pub fn rates(values: &[Option<Count>], kind: Kind) -> Result<Chart, ChartError> {
    let kind = if kind == Kind::Laney { Kind::Laney } else { Kind::U };
    counted(values, kind, false)
}

/// Chart of shares: [`Kind::P`] or [`Kind::LaneyP`]; other kinds are read as `P`. Limits are
/// p̄ ± 3 √(p̄ (1 − p̄) / trials), for Laney's chart times σ_z, and stay between 0 and 1.
///
/// # Errors
/// [`ChartError`]; a point without trials is a gap.
pub fn proportions(values: &[Option<Count>], kind: Kind) -> Result<Chart, ChartError> {
    let kind = if kind == Kind::LaneyP { Kind::LaneyP } else { Kind::P };
    counted(values, kind, true)
}

fn counted(values: &[Option<Count>], kind: Kind, is_share: bool) -> Result<Chart, ChartError> {
    let values = check(values, is_share)?;
    let known: Vec<Count> = values.iter().copied().flatten().collect();
    let rate = |value: &Count| value.count / value.exposure;
    let points = values
        .iter()
        .enumerate()
        .map(|(index, value)| Point::bare(index, value.as_ref().map(rate)))
        .collect();
    let center = center(&known);
    let mut chart = Chart { kind, center, sigma_z: None, provisional: false, points };
    let Some(center) = center else { return Ok(chart) };

    let variance = if is_share { center * (1.0 - center) } else { center };
    let deviation = |value: &Count| (variance / value.exposure).sqrt();
    if variance.is_nan() || variance <= 0.0 || known.len() < FEWEST_POINTS {
        return Ok(chart);
    }
    let is_widened = matches!(kind, Kind::Laney | Kind::LaneyP);
    if is_widened {
        let scores: Vec<f64> = known.iter().map(|v| (rate(v) - center) / deviation(v)).collect();
        chart.sigma_z = moving_range(&scores, false)
            .map(|range| range / RANGE_OF_NOISE)
            .filter(|ratio| ratio.is_finite());
    }
    let width = if is_widened { chart.sigma_z.unwrap_or(1.0) } else { 1.0 };
    for (point, value) in chart.points.iter_mut().zip(&values) {
        let Some(value) = value else { continue };
        if is_share {
            Band::around(center, 3.0 * deviation(value) * width).draw(point, 1.0);
        } else {
            rate_limits(point, center, value.exposure, width, is_widened);
        }
    }
    Ok(finish(chart, known.len(), center))
}

/// All events over all exposure.
pub(super) fn center(known: &[Count]) -> Option<f64> {
    let (events, exposure) = known.iter().fold((0.0, 0.0), |(e, x), v| (e + v.count, x + v.exposure));
    (exposure > 0.0).then(|| events / exposure).filter(|center: &f64| center.is_finite())
}

/// Limits of one rate around a centre above 0, `width` times as wide as chance alone makes them. With
/// `is_widened`, exact limits may only widen them further.
pub(super) fn rate_limits(point: &mut Point, center: f64, exposure: f64, width: f64, is_widened: bool) {
    let band = Band::around(center, 3.0 * (center / exposure).sqrt() * width);
    let is_small = center * exposure < SMALLEST_EXPECTED_COUNT;
    let band = if is_small { band.exact(center, exposure, is_widened) } else { band };
    band.draw(point, f64::INFINITY);
}

struct Band {
    limits: (f64, f64),
    near: (f64, f64),
}

impl Band {
    fn around(center: f64, reach: f64) -> Self {
        Self {
            limits: (center - reach, center + reach),
            near: (center - NEAR * reach, center + NEAR * reach),
        }
    }

    /// Writes the lines to a point, none below 0 or above `ceiling`. With hardly any exposure they lie
    /// beyond all numbers, and then there are none: nothing could be out of the ordinary.
    fn draw(&self, point: &mut Point, ceiling: f64) {
        let lines = [self.limits.0, self.limits.1, self.near.0, self.near.1];
        if lines.iter().any(|line| !line.is_finite()) {
            return;
        }
        let [lower, upper, near_lower, near_upper] = lines.map(|line| Some(line.max(0.0).min(ceiling)));
        (point.lower, point.upper) = (lower, upper);
        (point.near_lower, point.near_upper) = (near_lower, near_upper);
    }

    /// Exact Poisson limits with the tails the three- and two-sigma lines have for a normal variable.
    /// `is_widened` keeps whichever line is further out, since more than chance is known to be at work.
    fn exact(self, center: f64, exposure: f64, is_widened: bool) -> Self {
        let line = |probability: f64, wide: f64, is_upper: bool| {
            let Some(count) = poisson_quantile(probability, center * exposure) else { return wide };
            let exact = count / exposure;
            match (is_widened, is_upper) {
                (false, _) => exact,
                (true, true) => exact.max(wide),
                (true, false) => exact.min(wide),
            }
        };
        Self {
            limits: (line(BEYOND_THREE, self.limits.0, false), line(1.0 - BEYOND_THREE, self.limits.1, true)),
            near: (line(BEYOND_TWO, self.near.0, false), line(1.0 - BEYOND_TWO, self.near.1, true)),
        }
    }
}

fn finish(mut chart: Chart, known: usize, center: f64) -> Chart {
    chart.provisional = known < FEWEST_POINTS_FOR_FIRM_LIMITS;
    rules::mark(&mut chart.points, center);
    chart
}

/// The values with points of no exposure turned into gaps.
pub(super) fn check(values: &[Option<Count>], is_share: bool) -> Result<Vec<Option<Count>>, ChartError> {
    let mut checked = Vec::with_capacity(values.len());
    for (index, value) in values.iter().enumerate() {
        let Some(value) = value else {
            checked.push(None);
            continue;
        };
        if !value.count.is_finite() || !value.exposure.is_finite() {
            return Err(ChartError::NotFinite { index });
        }
        if value.count < 0.0 || value.exposure < 0.0 {
            return Err(ChartError::Negative { index });
        }
        let has_too_many = if is_share { value.count > value.exposure } else { false };
        if has_too_many || (value.exposure == 0.0 && value.count > 0.0) {
            return Err(ChartError::CountAboveExposure { index });
        }
        if value.exposure > 0.0 && !(value.count / value.exposure).is_finite() {
            return Err(ChartError::NotFinite { index });
        }
        checked.push((value.exposure > 0.0).then_some(*value));
    }
    Ok(checked)
}

fn mean(values: &[f64]) -> Option<f64> {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    mean.is_finite().then_some(mean)
}

/// Mean absolute difference of neighbours; with `screen`, unusually large ones are left out once.
fn moving_range(values: &[f64], screen: bool) -> Option<f64> {
    let ranges: Vec<f64> = values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let average = mean(&ranges)?;
    if !screen {
        return Some(average);
    }
    let usual: Vec<f64> = ranges.into_iter().filter(|range| *range < LARGEST_RANGE * average).collect();
    mean(&usual).or(Some(average))
}
