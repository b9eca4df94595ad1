//! How far a chart's own marks can be trusted: how many steady series like it would show one by chance.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use stats::spc::{self, Count, Kind};

use super::series::Trend;

/// Seed of the steady series.
const SEED: u64 = 1;
/// Shares that are kept at hand. To find one takes long for a page, so that only the first view of a likeness waits.
const MOST_KEPT: usize = 4096;

/// How many points a chart has, and how many events in each, in half octaves: what the share depends on.
type Likeness = (usize, i32);

static KEPT: Mutex<BTreeMap<Likeness, f64>> = Mutex::new(BTreeMap::new());

/// The share of steady series of complaint rates like a trend's in which something would be marked by chance;
/// none for a chart without limits.
pub(super) fn share(trend: &Trend) -> Option<f64> {
    let counts = counts(trend);
    let events: f64 = counts.iter().map(|count| count.count).sum();
    if counts.is_empty() || events <= 0.0 || !trend.rate.chart.points.iter().any(|p| p.upper.is_some()) {
        return None;
    }
    let likeness = (counts.len(), (2.0 * (events / counts.len() as f64).log2()).round() as i32);
    let kept = || KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(share) = kept().get(&likeness) {
        return Some(*share);
    }
    // Found without the lock: who comes meanwhile finds the same.
    let share = found(likeness)?;
    let mut kept = kept();
    if kept.len() >= MOST_KEPT {
        kept.clear();
    }
    kept.insert(likeness, share);
    Some(share)
}

/// Whether there is so little to count that longer periods say more.
pub(super) fn is_rare(trend: &Trend) -> bool {
    let counts: Vec<Option<Count>> = counts(trend).into_iter().map(Some).collect();
    Kind::for_counts(&counts) == Kind::T
}

/// Complaints and contacts of the periods that have a rate.
fn counts(trend: &Trend) -> Vec<Count> {
    let known = trend.points.iter().filter_map(|point| point.counts).filter(|counts| counts.contacts > 0);
    known.map(|c| Count { count: c.complaints as f64, exposure: c.contacts as f64 }).collect()
}

/// From a series of as many points with as many events, spread evenly over the same contacts.
fn found((points, half_octaves): Likeness) -> Option<f64> {
    let events = (points as f64 * (0.5 * f64::from(half_octaves)).exp2()).round().max(1.0);
    let until = |place: usize| (place as f64 * events / points as f64).floor();
    let even = |place: usize| Some(Count { count: until(place + 1) - until(place), exposure: 1000.0 });
    let counts: Vec<Option<Count>> = (0..points).map(even).collect();
    let chart = spc::rates(&counts, Kind::for_rates(points)).ok()?;
    spc::false_alarms(&chart, &counts, SEED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_year_of_weeks_shows_a_mark_by_chance_in_at_most_one_of_ten() {
        // From one complaint in five weeks to a hundred a week.
        for half_octaves in [-5, -2, 0, 5, 9, 13] {
            let share = found((26, half_octaves)).unwrap_or_default();
            assert!(share <= 0.1, "{half_octaves}: {share}");
        }
        assert_eq!(found((8, 4)), None, "eight points have no limits");
    }
}
