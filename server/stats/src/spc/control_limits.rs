//! Centre lines and limits.

use super::chance::Chance;
use super::{
    Chart, ChartError, Count, FEWEST_POINTS, FEWEST_POINTS_FOR_FIRM_LIMITS, Kind, Point, signal_rules,
};

/// Mean moving range to three standard deviations: 3 / 1.128 (Shewhart; Wheeler 1993).
const RANGE_TO_LIMIT: f64 = 2.66;
/// A moving range beyond this many times the mean range is itself a signal (D4 for two points).
const LARGEST_RANGE: f64 = 3.267;
/// Mean absolute difference of two standard normal values (d2 for two points).
const RANGE_OF_NOISE: f64 = 1.128;
/// Where the near lines lie between centre and limit.
const NEAR: f64 = 2.0 / 3.0;
/// Where the limits lie, in standard deviations.
pub(super) const LIMIT: f64 = 3.0;

/// Chart of single measurements: mean ± 2.66 × the mean moving range. With `screen`, ranges of more than
/// 3.267 times the mean are left out of it once, so that one jump does not widen the limits.
///
/// # Errors
/// [`ChartError::NotFinite`].
pub fn xmr(values: &[Option<f64>], screen: bool) -> Result<Chart, ChartError> {
    xmr_in_steps(values, screen, 0.0)
}

/// The same for values that were rounded to multiples of `step`: no limit lies closer to the centre than one step,
/// and what lies within half a step of it lies on neither side. Otherwise a level between two steps would turn the
/// rounding itself into signals.
///
/// # Errors
/// [`ChartError::NotFinite`].
pub fn xmr_in_steps(values: &[Option<f64>], screen: bool, step: f64) -> Result<Chart, ChartError> {
    if let Some(index) = values.iter().position(|value| value.is_some_and(|v| !v.is_finite())) {
        return Err(ChartError::NotFinite { index });
    }
    let points = values.iter().enumerate().map(|(index, value)| Point::bare(index, *value)).collect();
    let known: Vec<f64> = values.iter().copied().flatten().collect();
    let center = mean(&known);
    let mut chart = Chart::bare(Kind::Xmr, center, points);
    let Some((center, range)) = center.zip(moving_range(&known, screen)) else { return Ok(chart) };
    // Equal values have no variation to compare with; rounding must not pass for some.
    if known.len() < FEWEST_POINTS || range <= 1e-12 * center.abs() {
        return Ok(chart);
    }
    let reach = (RANGE_TO_LIMIT * range).max(step);
    if !(center.abs() + reach).is_finite() {
        return Ok(chart);
    }
    for point in &mut chart.points {
        point.lower = Some(center - reach);
        point.upper = Some(center + reach);
        point.near_lower = Some(center - NEAR * reach);
        point.near_upper = Some(center + NEAR * reach);
    }
    chart.run = Some(signal_rules::RUN);
    chart.provisional = known.len() < FEWEST_POINTS_FOR_FIRM_LIMITS;
    signal_rules::mark(&mut chart.points, [center - 0.5 * step, center + 0.5 * step], chart.run);
    Ok(chart)
}

/// The step that values are rounded to, as far as they show it: the smallest difference between two of them.
#[must_use]
pub fn step_of(values: &[Option<f64>]) -> f64 {
    let mut known: Vec<f64> = values.iter().copied().flatten().collect();
    known.sort_by(f64::total_cmp);
    known.dedup();
    let smallest = known.windows(2).map(|pair| pair[1] - pair[0]).fold(f64::INFINITY, f64::min);
    if smallest.is_finite() { smallest } else { 0.0 }
}

/// Chart of events per exposure: [`Kind::U`] or [`Kind::Laney`]; other kinds are read as `U`.
///
/// Limits are where a Poisson count with this centre and the point's own exposure lies as far out as three
/// standard deviations of a normal variable do (exact at any count), for Laney's chart from
/// [`FEWEST_POINTS_FOR_FIRM_LIMITS`] points on σ_z times as far, never less: fewer points say little about σ_z,
/// and what is steadier than chance is no reason to mark more (Laney 2002).
///
/// # Errors
/// [`ChartError`]; a point without exposure and events is a gap.
pub fn rates(values: &[Option<Count>], kind: Kind) -> Result<Chart, ChartError> {
    let kind = if kind == Kind::Laney { Kind::Laney } else { Kind::U };
    counted(values, kind, false)
}

/// Chart of shares: [`Kind::P`] or [`Kind::LaneyP`]; other kinds are read as `P`. Limits are those of
/// [`rates`] with binomial counts: hits and misses mark the same points, and no limit leaves 0 to 1.
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
    let mut chart = Chart::bare(kind, center(&known), points);
    let Some(center) = chart.center else { return Ok(chart) };
    let chance = |value: &Count| Chance::around(center, value.exposure, is_share);
    let chances: Option<Vec<Chance>> = known.iter().map(chance).collect();
    let Some(chances) = chances.filter(|_| known.len() >= FEWEST_POINTS) else { return Ok(chart) };

    if matches!(kind, Kind::Laney | Kind::LaneyP) {
        let deviation = |value: &Count| {
            let variance = if is_share { center * (1.0 - center) } else { center };
            (rate(value) - center) / (variance / value.exposure).sqrt()
        };
        chart.sigma_z = sigma_z(&known.iter().map(deviation).collect::<Vec<_>>());
        if known.len() >= FEWEST_POINTS_FOR_FIRM_LIMITS {
            let distances: Vec<f64> =
                known.iter().zip(&chances).map(|(value, chance)| chance.distance(value.count)).collect();
            chart.width = sigma_z(&distances).map_or(1.0, |sigma| sigma.max(1.0));
        }
    }
    let mut remaining = chances.iter();
    for (point, value) in chart.points.iter_mut().zip(&values) {
        let Some((value, chance)) = value.as_ref().and_then(|value| Some((value, remaining.next()?))) else {
            continue;
        };
        draw(point, *chance, chart.width, value.exposure);
    }
    chart.run = run_length(&known, &chances, is_share);
    Ok(finish(chart, known.len(), center))
}

/// The limits that textbooks and most programs print for a chart of counts, centre ± 3 standard deviations of the
/// normal approximation (times σ_z on a Laney chart), not below 0 nor above a share of 1. For comparison alone:
/// with few events they mark what chance makes, and no rule here looks at them. `exposure` in the unit of the
/// values that `chart` was drawn from; `None` for other charts, without limits, and without exposure.
#[must_use]
pub fn textbook_limits(chart: &Chart, exposure: f64) -> Option<(f64, f64)> {
    let is_share = matches!(chart.kind, Kind::P | Kind::LaneyP);
    let center = chart.center.filter(|_| is_share || matches!(chart.kind, Kind::U | Kind::Laney))?;
    let has_limits = exposure > 0.0 && chart.points.iter().any(|point| point.upper.is_some());
    let variance = if is_share { center * (1.0 - center) } else { center };
    let reach = LIMIT * (variance / exposure).sqrt() * chart.sigma_z.unwrap_or(1.0);
    let top = if is_share { 1.0 } else { f64::MAX };
    (has_limits && reach.is_finite()).then(|| ((center - reach).max(0.0), (center + reach).min(top)))
}

/// All events over all exposure.
pub(super) fn center(known: &[Count]) -> Option<f64> {
    let (events, exposure) = known.iter().fold((0.0, 0.0), |(e, x), v| (e + v.count, x + v.exposure));
    (exposure > 0.0).then(|| events / exposure).filter(|center: &f64| center.is_finite())
}

/// How many times as much neighbours differ as they do for pure chance.
fn sigma_z(distances: &[f64]) -> Option<f64> {
    moving_range(distances, false).map(|range| range / RANGE_OF_NOISE).filter(|ratio| ratio.is_finite())
}

/// Writes the lines of a point: `width` times three and two standard deviations out, in units of `exposure`.
/// With hardly any exposure they lie beyond all numbers, and then there are none: nothing could be out of the
/// ordinary.
pub(super) fn draw(point: &mut Point, chance: Chance, width: f64, exposure: f64) {
    let lines =
        [-LIMIT, LIMIT, -NEAR * LIMIT, NEAR * LIMIT].map(|z| chance.at_distance(z * width) / exposure);
    if lines.iter().any(|line| !line.is_finite()) {
        return;
    }
    let [lower, upper, near_lower, near_upper] = lines.map(Some);
    (point.lower, point.upper) = (lower, upper);
    (point.near_lower, point.near_upper) = (near_lower, near_upper);
}

/// The run on one side of the centre that a steady series of these counts hardly shows; `None` where more
/// than half of all points have no events (or nothing but), since then most points must lie on one side.
fn run_length(known: &[Count], chances: &[Chance], is_share: bool) -> Option<usize> {
    let part = |is_at: fn(&Count) -> bool| known.iter().filter(|value| is_at(value)).count();
    let is_at_floor = 2 * part(|value| value.count == 0.0) > known.len();
    let is_at_ceiling = is_share && 2 * part(|value| value.count >= value.exposure) > known.len();
    if is_at_floor || is_at_ceiling {
        return None;
    }
    let center = center(known)?;
    let sides = known.iter().zip(chances).map(|(value, chance)| chance.sides(center * value.exposure));
    let (below, above) = sides.fold((0.0, 0.0), |(b, a), (below, above)| (b + below, a + above));
    signal_rules::run_length(known.len(), below / known.len() as f64, above / known.len() as f64)
}

pub(super) fn finish(mut chart: Chart, known: usize, middle: f64) -> Chart {
    chart.provisional = known < FEWEST_POINTS_FOR_FIRM_LIMITS;
    signal_rules::mark(&mut chart.points, [middle, middle], chart.run);
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
        let has_too_many = is_share && value.count > value.exposure;
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
