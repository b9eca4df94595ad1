//! How hardly chance makes the newest figures of a series lie where they do: what marks are compared by where many
//! series are looked at together.
//!
//! A series is cut where its end differs most from what came before, be the end one point or all but a few; what is
//! found is taken for one of as many looks as there are cuts (Bonferroni), so that the place need not be known before.
//! The rules of a chart ask for patterns and have no probability in common; this has one, exact for a steady series.

use super::{Count, chance::Chance};
use crate::distribution::{normal_upper_tail, t_two_sided};

/// Points that must lie before the end that is compared with them.
const FEWEST_BEFORE: usize = 6;

/// The probability that a steady series of measurements ends as far from where it was as this one does, `values` oldest
/// first: the smallest of Student's two-sided p of all ends, times their number. `None` with too few values, and where
/// they are all equal.
#[must_use]
pub fn of_measurements(values: &[f64]) -> Option<f64> {
    let total: f64 = values.iter().sum();
    let squares: f64 = values.iter().map(|value| value * value).sum();
    let all = values.len() as f64;
    let spread = squares - total * total / all;
    if spread <= 1e-12 * squares {
        return None;
    }
    let mut end = 0.0;
    let chances = ends(values).map(|(length, value)| {
        end += value;
        let (after, before) = (length as f64, all - length as f64);
        let difference = end / after - (total - end) / before;
        let between = difference * difference * after * before / all;
        let within = (spread - between).max(f64::MIN_POSITIVE) / (all - 2.0);
        t_two_sided((between / within).sqrt(), all - 2.0).unwrap_or(1.0)
    });
    smallest(chances)
}

/// The same for events per exposure. Given how many there were in all, those of the end are hits among them, with the
/// end's share of the exposure for a chance (Przyborowski and Wilenski 1940). `width` says how many times as much the
/// series varies as pure chance does, 1 or more: its chart's own.
#[must_use]
pub fn of_counts(values: &[Count], width: f64) -> Option<f64> {
    let sum = |of: fn(&Count) -> f64| values.iter().map(of).sum::<f64>();
    let (events, exposure) = (sum(|value| value.count), sum(|value| value.exposure));
    if events <= 0.0 || exposure <= 0.0 {
        return None;
    }
    let (mut hits, mut share) = (0.0, 0.0);
    let chances = ends(values).map(|(_, value)| {
        hits += value.count;
        share += value.exposure / exposure;
        let chance = Chance::around(share, events, true);
        let distance = chance.map_or(0.0, |chance| chance.distance(hits).abs() / width.max(1.0));
        2.0 * normal_upper_tail(distance)
    });
    smallest(chances)
}

/// The ends that have enough before them, shortest first: how long each is and the value that it begins with.
fn ends<T: Copy>(values: &[T]) -> impl Iterator<Item = (usize, T)> {
    let most = values.len().saturating_sub(FEWEST_BEFORE);
    values.iter().rev().take(most).enumerate().map(|(place, value)| (place + 1, *value))
}

fn smallest(chances: impl Iterator<Item = f64>) -> Option<f64> {
    let (looks, smallest) =
        chances.fold((0_u32, 1.0_f64), |(looks, smallest), chance| (looks + 1, smallest.min(chance)));
    (looks > 0).then(|| (f64::from(looks) * smallest).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{link::multiplicity::benjamini_hochberg, random::SplitMix64};

    const WEEKS: usize = 26;

    fn uniform(random: &mut SplitMix64) -> f64 {
        ((random.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// Half a year of noise, with a step of as many standard deviations before the last weeks.
    fn measured(random: &mut SplitMix64, step: f64, last: usize) -> f64 {
        let mut noise = || (0..12).map(|_| uniform(random)).sum::<f64>() - 6.0;
        let level = |week| if week + last >= WEEKS { step } else { 0.0 };
        of_measurements(&(0..WEEKS).map(|week| level(week) + noise()).collect::<Vec<_>>()).unwrap()
    }

    /// Half a year of counts around `mean`, `times` as many in the last weeks.
    fn counted(random: &mut SplitMix64, mean: f64, times: f64, last: usize) -> f64 {
        let mut count = |week| {
            let mean = if week + last >= WEEKS { mean * times } else { mean };
            let chance = Chance::around(mean / 100.0, 100.0, false).unwrap();
            Count { count: chance.draw(uniform(random)), exposure: 100.0 }
        };
        of_counts(&(0..WEEKS).map(&mut count).collect::<Vec<_>>(), 1.0).unwrap_or(1.0)
    }

    #[test]
    fn a_steady_series_is_no_more_often_as_unlikely_as_it_says() {
        let mut random = SplitMix64::new(5);
        let mut kinds: Vec<Vec<f64>> = vec![(0..20_000).map(|_| measured(&mut random, 0.0, 0)).collect()];
        for mean in [0.5, 3.0, 40.0] {
            kinds.push((0..4_000).map(|_| counted(&mut random, mean, 1.0, 0)).collect());
        }
        for (kind, found) in kinds.iter().enumerate() {
            for level in [0.0025, 0.01, 0.05] {
                let below = found.iter().filter(|p| **p <= level).count() as f64;
                // As far as so many draws can tell.
                let most = level * found.len() as f64;
                assert!(below <= most + 3.0 * most.sqrt(), "kind {kind}: {below} below {level}");
            }
        }
    }

    #[test]
    fn among_forty_steady_teams_one_list_in_ten_has_a_mark_and_a_team_that_slipped_is_still_found() {
        let mut random = SplitMix64::new(6);
        let (mut lists, mut slipped, mut doubled) = (0, 0, 0);
        for _ in 0..300 {
            let mut teams: Vec<f64> = (0..40).map(|_| measured(&mut random, 0.0, 0)).collect();
            lists += usize::from(benjamini_hochberg(&teams).iter().any(|q| *q <= 0.1));
            teams[0] = measured(&mut random, 2.0, 12);
            slipped += usize::from(benjamini_hochberg(&teams)[0] <= 0.1);
            teams[0] = counted(&mut random, 8.0, 2.0, 8);
            doubled += usize::from(benjamini_hochberg(&teams)[0] <= 0.1);
        }
        assert!(lists <= 42, "{lists} lists of 300 named a team where nothing had changed");
        assert!(slipped >= 210, "{slipped} of 300 teams that slipped for a quarter were named");
        assert!(doubled >= 240, "{doubled} of 300 with twice as many complaints for eight weeks were named");
    }

    #[test]
    fn the_end_is_found_wherever_it_begins_and_counts_that_vary_more_say_less() {
        let values: Vec<f64> =
            (0..20).map(|at| f64::from(at % 3) + if at >= 15 { 9.0 } else { 0.0 }).collect();
        let known = of_measurements(&values).unwrap();
        assert!(known < 1e-6, "{known}");
        let level: Vec<f64> = (0..20).map(|at| f64::from(at % 3)).collect();
        assert_eq!(of_measurements(&level).map(|p| p > 0.9), Some(true));
        let counts: Vec<Count> =
            values.iter().map(|value| Count { count: value + 2.0, exposure: 50.0 }).collect();
        assert!(of_counts(&counts, 1.0).unwrap() < 0.1 * of_counts(&counts, 2.0).unwrap());
    }

    #[test]
    fn nothing_is_said_of_too_few_values_of_equal_ones_and_without_events() {
        assert_eq!(of_measurements(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), None);
        assert_eq!(of_measurements(&[4.0; 20]), None);
        assert_eq!(of_measurements(&[]), None);
        let none = Count { count: 0.0, exposure: 10.0 };
        assert_eq!(of_counts(&[none; 20], 1.0), None);
    }
}
