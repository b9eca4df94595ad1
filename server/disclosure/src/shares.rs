//! Shares of the answers in three bands (R3): more telling than a mean, so with conditions of their own.
//!
//! Of a score the upper band is the favourable share, of the workload item the lower band is the share of the
//! underloaded and the upper one that of the overloaded. They exist for units of more than [`STANDS_OUT_TO`] people
//! on the roster; below there is strain alone.

use std::collections::BTreeMap;

use crate::blocks::{Crowd, Need};
use crate::figures::Counts;
use crate::release::{State, decide};
use crate::rounding::{STANDS_OUT_TO, fewest_told_by_tens};
use crate::threshold::Threshold;
use crate::tree::{Forest, TreeError, Unit};

/// From so many people on the roster shares are printed in whole per cent, below in tens.
const WHOLE_PER_CENT_FROM: u64 = 100;

/// A unit with the answers of its direct members to one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedUnit<Id = i64> {
    /// The unit. How many answered is taken from the counts.
    pub unit: Unit<Id>,
    /// Answers of the direct members.
    pub counts: Counts,
}

/// Shares of the answers in the lower two, the middle and the upper two of five values, in whole per cent.
/// They add up to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Distribution {
    /// Answers 1 and 2, or −2 and −1.
    pub low: i32,
    /// Answer 3, or 0.
    pub middle: i32,
    /// Answers 4 and 5, or +1 and +2.
    pub high: i32,
}

/// The distributions that may be shown, by unit.
///
/// A unit needs more than [`STANDS_OUT_TO`] people on its roster, `threshold` answers that carry a figure, and no band with
/// over 90 % of the answers; and so does what remains of it, unless nobody does: five people in no shown unit
/// must not be read as the difference. Whether enough answered is judged by the response in tens of per cent as it
/// is printed, so that a distribution's being there tells no more.
///
/// # Errors
/// [`TreeError`] when the units contradict each other.
pub fn distributions<Id: Ord + Clone>(
    units: &[CountedUnit<Id>],
    threshold: Threshold,
    is_candidate: impl Fn(&Id) -> bool,
) -> Result<BTreeMap<Id, Distribution>, TreeError<Id>> {
    let plain: Vec<Unit<Id>> = units.iter().map(counted).collect();
    let forest = Forest::new(&plain)?;
    let direct: Vec<Crowd> = plain
        .iter()
        .zip(units)
        .map(|(unit, each)| Crowd { bands: bands(&each.counts), ..unit.direct.into() })
        .collect();
    let totals = forest.shape.totals(direct.iter().copied());
    let is_told_enough = |index: usize| {
        fewest_told_by_tens(forest.answered[index], forest.roster[index])
            .is_some_and(|fewest| threshold.allows(fewest))
    };
    let is_candidate: Vec<bool> = plain
        .iter()
        .enumerate()
        .map(|(index, unit)| is_candidate(&unit.id) && is_told_enough(index))
        .collect();
    let need = Need::of_roster(threshold, STANDS_OUT_TO + 1);
    let decisions = decide(&plain, &forest, &direct, need, &is_candidate);
    Ok(decisions
        .into_iter()
        .zip(totals)
        .filter(|(decision, _)| decision.state == State::Published)
        .map(|(decision, all)| (decision.id, printed(all)))
        .collect())
}

fn counted<Id: Clone>(each: &CountedUnit<Id>) -> Unit<Id> {
    let mut unit = each.unit.clone();
    unit.direct.answered = each.counts.iter().fold(0, |sum: u32, &count| sum.saturating_add(count));
    unit
}

fn bands(counts: &Counts) -> [u64; 3] {
    let wide = counts.map(u64::from);
    [wide[0] + wide[1], wide[2], wide[3] + wide[4]]
}

/// Rounded by largest remainder, the lower band first among equals.
fn printed(all: Crowd) -> Distribution {
    let step = if all.roster < WHOLE_PER_CENT_FROM { 10 } else { 1 };
    let whole = 100 / step;
    let answers = all.answers.max(1);
    let mut shares = all.bands.map(|band| band * whole / answers);
    let missing = whole.saturating_sub(shares.iter().sum());
    let mut by_remainder = [0, 1, 2];
    by_remainder.sort_by_key(|&band| std::cmp::Reverse(all.bands[band] * whole % answers));
    for (&band, _) in by_remainder.iter().zip(0..missing) {
        shares[band] += 1;
    }
    // Shares of a hundred fit any integer.
    let [low, middle, high] = shares.map(|share| (share * step) as i32);
    Distribution { low, middle, high }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Direct;

    /// A unit where everybody answered, five on each value but for the last.
    fn unit(id: i64, parent: i64, counts: Counts, silent: u32) -> CountedUnit {
        let roster = counts.iter().sum::<u32>() + silent;
        let direct = Direct { roster, ..Direct::default() };
        CountedUnit { unit: Unit { id, parent: (parent != 0).then_some(parent), direct }, counts }
    }

    fn shown(units: &[CountedUnit]) -> Vec<i64> {
        let found = distributions(units, Threshold::DISTRIBUTION_DEFAULT, |_| true).unwrap();
        found.into_keys().collect()
    }

    fn of_one(counts: Counts, silent: u32) -> Option<(i32, i32, i32)> {
        let found =
            distributions(&[unit(1, 0, counts, silent)], Threshold::DISTRIBUTION_DEFAULT, |_| true).unwrap();
        found.get(&1).map(|all| (all.low, all.middle, all.high))
    }

    #[test]
    fn a_distribution_adds_up_to_a_hundred_in_tens_or_in_whole_per_cent() {
        assert_eq!(of_one([4, 4, 8, 3, 5], 20), Some((40, 30, 30)));
        assert_eq!(of_one([4, 3, 8, 4, 6], 20), Some((30, 30, 40)));
        assert_eq!(of_one([7, 7, 14, 7, 7], 0), Some((40, 30, 30)));
        assert_eq!(of_one([17, 17, 33, 16, 16], 0), Some((40, 30, 30)));
        assert_eq!(of_one([17, 17, 34, 16, 16], 0), Some((34, 34, 32)));
        assert_eq!(of_one([17, 17, 34, 17, 17], 0), Some((34, 33, 33)));
        assert_eq!(of_one([10, 10, 4, 40, 40], 0), Some((19, 4, 77)));
    }

    #[test]
    fn of_thirty_people_no_shares_are_shown_however_many_answered() {
        assert_eq!(of_one([5, 5, 5, 5, 10], 0), None);
        assert!(of_one([5, 5, 5, 5, 10], 1).is_some());
    }

    #[test]
    fn shares_are_shown_by_the_printed_response_and_not_by_the_exact_number() {
        // Ten of 32 are printed as 30 per cent, as are eight; of 24, eleven are 50 and ten are 40, as are nine.
        assert_eq!(of_one([2, 2, 2, 2, 2], 22), None);
        assert_eq!(of_one([3, 2, 2, 2, 2], 21), None);
        assert!(of_one([3, 3, 3, 2, 2], 19).is_some());
    }

    #[test]
    fn shares_are_withheld_only_above_nine_tenths_in_one_band() {
        assert!(of_one([4, 0, 0, 18, 18], 0).is_some());
        for one_sided in [[3, 0, 0, 18, 19], [19, 18, 0, 3, 0], [1, 0, 37, 1, 1]] {
            assert_eq!(of_one(one_sided, 0), None);
        }
    }

    #[test]
    fn five_people_in_no_shown_unit_cannot_be_read_as_a_difference_of_shares() {
        let team = |id| unit(id, 1, [8; 5], 0);
        assert_eq!(shown(&[unit(1, 0, [0; 5], 0), team(2), team(3)]), [1, 2, 3]);
        assert_eq!(shown(&[unit(1, 0, [1; 5], 0), team(2), team(3)]), [1, 3]);
        assert_eq!(shown(&[unit(1, 0, [7; 5], 0), team(2), team(3)]), [1, 2, 3]);
        // Nor can 35 who all agree.
        assert_eq!(shown(&[unit(1, 0, [0, 0, 0, 0, 35], 0), team(2), team(3)]), [1, 3]);
    }

    #[test]
    fn a_unit_that_does_not_report_shows_no_shares() {
        let found = distributions(&[unit(1, 0, [8; 5], 0)], Threshold::DISTRIBUTION_DEFAULT, |_| false);
        assert_eq!(found, Ok(BTreeMap::new()));
    }

    #[test]
    fn newcomers_do_not_carry_shares() {
        let mut team = unit(1, 0, [8; 5], 0);
        team.unit.direct.fresh = 30;
        assert_eq!(shown(std::slice::from_ref(&team)), [1]);
        team.unit.direct.fresh = 31;
        assert!(shown(&[team]).is_empty());
    }
}
