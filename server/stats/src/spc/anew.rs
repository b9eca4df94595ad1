//! Limits computed anew: after a known change, what was usual before is no measure of what is usual now.

use super::{Chart, ChartError};

/// A chart whose stretches each have a usual level and limits of their own.
#[derive(Debug, Clone, PartialEq)]
pub struct Anew {
    /// All points in their order; centre, σ_z and whether the limits are provisional are those of the last stretch.
    pub chart: Chart,
    /// The centre of the stretch that each point lies in.
    pub centers: Vec<Option<f64>>,
}

/// Draws `chart` for each stretch of `values` that begins at the front or at one of `starts`, and puts the
/// stretches side by side. No rule looks across a beginning. `starts` may come in any order; those at 0, beyond
/// the end or named twice change nothing.
///
/// # Errors
/// As `chart`; the index counts within the whole.
pub fn anew<T>(
    values: &[T],
    starts: &[usize],
    chart: impl Fn(&[T]) -> Result<Chart, ChartError>,
) -> Result<Anew, ChartError> {
    let mut bounds: Vec<usize> = starts.iter().copied().filter(|at| (1..values.len()).contains(at)).collect();
    bounds.extend([0, values.len()]);
    bounds.sort_unstable();
    bounds.dedup();
    let mut whole: Option<Chart> = None;
    let mut centers = Vec::with_capacity(values.len());
    for pair in bounds.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let mut part = chart(&values[from..to]).map_err(|error| error.moved(from))?;
        for point in &mut part.points {
            point.index += from;
        }
        centers.extend(std::iter::repeat_n(part.center, to - from));
        let mut points = whole.map(|before| before.points).unwrap_or_default();
        points.append(&mut part.points);
        whole = Some(Chart { points, ..part });
    }
    match whole {
        Some(chart) => Ok(Anew { chart, centers }),
        None => Ok(Anew { chart: chart(values)?, centers }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::xmr;
    use super::*;

    /// Twenty values around 20, then twenty around 60.
    fn steps() -> Vec<Option<f64>> {
        (0..40).map(|i| Some(if i < 20 { 20.0 } else { 60.0 } + f64::from(i % 3))).collect()
    }

    #[test]
    fn each_stretch_has_the_limits_it_would_have_alone() {
        let values = steps();
        let drawn = anew(&values, &[20], |part| xmr(part, true)).unwrap();
        let (first, second) = (xmr(&values[..20], true).unwrap(), xmr(&values[20..], true).unwrap());
        assert_eq!(drawn.chart.points.len(), 40);
        assert_eq!(drawn.chart.points[3].upper, first.points[3].upper);
        assert_eq!(drawn.chart.points[33].upper, second.points[13].upper);
        assert_eq!(drawn.chart.center, second.center);
        assert_eq!((drawn.centers[19], drawn.centers[20]), (first.center, second.center));
        assert!(drawn.chart.points.iter().enumerate().all(|(place, point)| point.index == place));
        assert!(drawn.chart.points.iter().all(|point| point.signal.is_none()), "a step is no signal then");
        assert!(xmr(&values, true).unwrap().points.iter().any(|point| point.signal.is_some()));
    }

    #[test]
    fn starts_that_mean_nothing_change_nothing() {
        let values = steps();
        let whole = xmr(&values, true).unwrap();
        assert_eq!(anew(&values, &[0, 40, 99], |part| xmr(part, true)).unwrap().chart, whole);
        let empty = anew(&[], &[3], |part| xmr(part, true)).unwrap();
        assert!(empty.chart.points.is_empty() && empty.centers.is_empty());
    }

    #[test]
    fn a_stretch_too_short_for_limits_has_none_and_the_one_before_keeps_its_own() {
        let values = steps();
        let drawn = anew(&values, &[35, 35], |part| xmr(part, true)).unwrap();
        assert!(drawn.chart.points[36].upper.is_none() && drawn.chart.points[34].upper.is_some());
    }

    #[test]
    fn an_error_names_the_point_in_the_whole() {
        let mut values = steps();
        values[25] = Some(f64::NAN);
        assert_eq!(anew(&values, &[20], |part| xmr(part, true)), Err(ChartError::NotFinite { index: 25 }));
    }
}
