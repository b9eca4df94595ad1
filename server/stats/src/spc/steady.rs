//! How often a chart shows a signal where nothing has changed.

use super::chance::Chance;
use super::{Chart, Count, Kind, Wait, proportions, rates, waits, xmr};
use crate::random::SplitMix64;

/// Steady series that are drawn; the share found is right to within one in a hundred.
const SERIES: usize = 1000;
/// Of long series fewer are drawn: nearly all of them show a signal somewhere.
const MOST_POINTS: usize = 200_000;

/// The share of steady series like this one, as many points with the same exposures and gaps around the same
/// centre, in which the same chart would mark at least one point. From series drawn with `seed`, by chance
/// alone, each with a centre and limits of its own. `None` for a chart without limits.
///
/// `values` are those the chart was drawn from; charts of measurements and of waits only need the gaps of
/// `chart`.
#[must_use]
pub fn false_alarms(chart: &Chart, values: &[Option<Count>], seed: u64) -> Option<f64> {
    if !chart.points.iter().any(|point| point.upper.is_some()) {
        return None;
    }
    let mut random = SplitMix64::new(seed);
    let series = (MOST_POINTS / chart.points.len().max(1)).clamp(20, SERIES);
    let mut marked = 0;
    for _ in 0..series {
        let steady = draw(chart, values, &mut random)?;
        marked += usize::from(steady.points.iter().any(|point| point.signal.is_some()));
    }
    Some(marked as f64 / series as f64)
}

/// One steady series on a chart of the same kind.
fn draw(chart: &Chart, values: &[Option<Count>], random: &mut SplitMix64) -> Option<Chart> {
    let is_share = matches!(chart.kind, Kind::P | Kind::LaneyP);
    match chart.kind {
        Kind::Xmr => {
            let noise = chart.points.iter().map(|point| point.value.map(|_| normal(random)));
            xmr(&noise.collect::<Vec<_>>(), true).ok()
        }
        Kind::G | Kind::T => {
            let length = |random: &mut SplitMix64| match chart.kind {
                // A median of ln 2 means is the centre of a chart of waits.
                Kind::G => (-uniform(random).ln() * chart.center? / std::f64::consts::LN_2).floor().into(),
                _ => Some(-uniform(random).ln()),
            };
            let wait = |_| Some(Wait { length: length(random)?, at: 0, is_open: false });
            waits(&chart.points.iter().map(wait).collect::<Option<Vec<_>>>()?, chart.kind).ok()
        }
        _ => {
            // Totals of the whole, since a chart with limits anew has several centres.
            let known = || values.iter().flatten().filter(|value| value.exposure > 0.0);
            let (events, exposure) =
                known().fold((0.0, 0.0), |(e, x), value| (e + value.count, x + value.exposure));
            let center = events / exposure;
            let drawn: Vec<Option<Count>> = values
                .iter()
                .map(|value| {
                    let exposure = (*value)?.exposure;
                    let count = Chance::around(center, exposure, is_share)
                        .map_or(0.0, |chance| chance.draw(uniform(random)));
                    Some(Count { count, exposure })
                })
                .collect();
            if is_share { proportions(&drawn, chart.kind) } else { rates(&drawn, chart.kind) }.ok()
        }
    }
}

/// Between 0 and 1, neither of them.
fn uniform(random: &mut SplitMix64) -> f64 {
    ((random.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
}

/// Standard normal (Box and Muller 1958).
fn normal(random: &mut SplitMix64) -> f64 {
    (-2.0 * uniform(random).ln()).sqrt() * (std::f64::consts::TAU * uniform(random)).cos()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(count: f64, points: usize) -> Vec<Option<Count>> {
        vec![Some(Count { count, exposure: 200.0 }); points]
    }

    #[test]
    fn the_share_is_stated_for_every_kind_with_limits_and_for_none_without() {
        let values = counts(9.0, 26);
        let share = |chart: &Chart| false_alarms(chart, &values, 1);
        let measurements: Vec<Option<f64>> = (0..26).map(|at| Some(f64::from(at % 5))).collect();
        let list: Vec<Wait> =
            (0..26_u32).map(|at| Wait { length: f64::from(at % 7), at: 0, is_open: false }).collect();
        for chart in [
            rates(&values, Kind::U).unwrap(),
            rates(&values, Kind::Laney).unwrap(),
            proportions(&values, Kind::LaneyP).unwrap(),
            waits(&list, Kind::G).unwrap(),
            waits(&list, Kind::T).unwrap(),
        ] {
            let found = share(&chart).unwrap();
            assert!(found > 0.0 && found <= 0.1, "{:?}: {found}", chart.kind);
            assert_eq!(share(&chart), Some(found), "the same seed draws the same series");
        }
        assert!(share(&xmr(&measurements, true).unwrap()).is_some());
        assert_eq!(false_alarms(&rates(&values[..9], Kind::U).unwrap(), &values[..9], 1), None);
    }

    #[test]
    fn drawn_counts_have_the_mean_asked_for() {
        let mut random = SplitMix64::new(3);
        for (center, exposure, is_share) in [(0.002, 100.0, false), (0.1, 200.0, false), (0.9, 50.0, true)] {
            let chance = Chance::around(center, exposure, is_share).unwrap();
            let mean = (0..4000).map(|_| chance.draw(uniform(&mut random))).sum::<f64>() / 4000.0;
            let wanted = center * exposure;
            assert!((mean - wanted).abs() < 0.1 * wanted.sqrt(), "{mean} is not {wanted}");
        }
    }
}
