//! R2: residual blocks, and which unit is given up when one is too small.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::AddAssign;

use crate::threshold::Threshold;
use crate::tree::{Direct, Shape};

/// A group of people and what they answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Crowd {
    /// People on the roster.
    pub(crate) roster: u64,
    /// At least so many different people in it answered and carry a figure (R9).
    pub(crate) people: u64,
    /// So many of these people are in groups of fewer than the threshold on the roster.
    pub(crate) in_small_groups: u64,
    /// Exactly so many answers.
    pub(crate) answers: u64,
    /// People who answer with a printed code, whether they did or not.
    pub(crate) by_code: u64,
    /// Answers in the lower two, the middle and the upper two values, where it is about shares.
    pub(crate) bands: [u64; 3],
}

impl Crowd {
    /// Nobody belongs to it and no answer lies in it. Over several rounds answers can lie where nobody is on
    /// the roster any more. A group of people who all kept silent is not empty: if it were, what is shown
    /// would tell whether one of them answered.
    pub(crate) const fn is_empty(self) -> bool {
        self.roster == 0 && self.answers == 0
    }

    /// The same crowd as a part of what remains of some unit: a group of its own, small or not.
    pub(crate) fn as_group(self, threshold: Threshold) -> Self {
        let is_small = !threshold.allows(self.roster);
        Self { in_small_groups: if is_small { self.people } else { 0 }, ..self }
    }
}

impl From<Direct> for Crowd {
    fn from(direct: Direct) -> Self {
        Self {
            roster: direct.roster.into(),
            people: direct.carrying().into(),
            in_small_groups: 0,
            answers: direct.answered.into(),
            by_code: direct.by_code.into(),
            bands: [0; 3],
        }
    }
}

impl AddAssign for Crowd {
    fn add_assign(&mut self, other: Self) {
        self.roster += other.roster;
        self.people += other.people;
        self.in_small_groups += other.in_small_groups;
        self.answers += other.answers;
        self.by_code += other.by_code;
        for (sum, more) in self.bands.iter_mut().zip(other.bands) {
            *sum += more;
        }
    }
}

/// What a group needs to be shown, or to be what remains of one that is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Need {
    pub(crate) threshold: Threshold,
    /// Fewest people on the roster.
    roster: u64,
}

impl Need {
    /// Enough people who answered.
    pub(crate) const fn people(threshold: Threshold) -> Self {
        Self { threshold, roster: 0 }
    }

    /// Enough people who answered, of so many on the roster.
    pub(crate) const fn of_roster(threshold: Threshold, roster: u64) -> Self {
        Self { threshold, roster }
    }

    pub(crate) fn allows(self, crowd: Crowd) -> bool {
        let is_one_sided = crowd.bands.iter().any(|&band| band * 10 > crowd.answers * 9);
        // Three more are as many as all of a team of eight, which often lacks one. Were it made up for by somebody who
        // is alone above the team, what is shown would tell whether they answered.
        let (threshold, people) = if crowd.by_code > 0 {
            (self.threshold.with_codes(), crowd.people.saturating_sub(crowd.in_small_groups))
        } else {
            (self.threshold, crowd.people)
        };
        threshold.allows(people.min(crowd.roster)) && crowd.roster >= self.roster && !is_one_sided
    }

    fn is_met_or_empty(self, crowd: Crowd) -> bool {
        crowd.is_empty() || self.allows(crowd)
    }
}

/// A shown unit that a unit above may have to give up, ordered by who goes first. By rosters alone, which
/// hold for a quarter: who answered must not be read from who is given up.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Shown {
    /// Giving up a unit with an empty block adds nobody to the block above, so it comes last.
    has_empty_block: bool,
    /// The fewer people on the roster, the smaller the loss.
    roster: u64,
    /// Between equals the lower id.
    rank: usize,
    index: usize,
}

/// The shown units of a forest, and what remains of each.
pub(crate) struct Blocks {
    need: Need,
    /// Which units are shown.
    pub(crate) is_shown: Vec<bool>,
    /// For each unit everything in and below it that is in no shown unit below it: the residual block of a
    /// shown unit, and what another adds to the block above.
    pub(crate) crowds: Vec<Crowd>,
    /// The maximal shown units below each unit. Emptied into the one of the unit above where a unit is not
    /// shown.
    frontiers: Vec<BinaryHeap<Reverse<Shown>>>,
}

impl Blocks {
    /// Starts from the units in `is_shown` and, from the bottom up, gives up units below a shown one until
    /// its residual block is empty or large enough. `direct` is the crowd of each unit alone, `rosters` are
    /// the people on the roster of each unit and everything below.
    ///
    /// Roots are not given up. Time: O(n log² n) for n units.
    pub(crate) fn new(
        shape: &Shape,
        direct: &[Crowd],
        rosters: &[u64],
        is_shown: Vec<bool>,
        need: Need,
    ) -> Self {
        let frontiers = direct.iter().map(|_| BinaryHeap::new()).collect();
        let mut blocks = Self { need, is_shown, crowds: direct.to_vec(), frontiers };
        for &unit in &shape.bottom_up {
            for &child in &shape.children[unit] {
                if blocks.is_shown[child] {
                    blocks.frontiers[unit].push(Reverse(Shown {
                        has_empty_block: blocks.crowds[child].is_empty(),
                        roster: rosters[child],
                        rank: shape.rank[child],
                        index: child,
                    }));
                } else {
                    blocks.join(child, unit);
                }
            }
            // Giving up a unit changes no block but this one, so units below that were in order stay in
            // order.
            while blocks.is_shown[unit] && !blocks.is_in_order(unit) && blocks.give_up_below(unit).is_some() {
            }
        }
        blocks
    }

    /// Whether what remains of this unit is empty or large enough.
    pub(crate) fn is_in_order(&self, unit: usize) -> bool {
        self.need.is_met_or_empty(self.crowds[unit])
    }

    /// Gives up one of the maximal shown units below this one and tells which. None if none is left.
    pub(crate) fn give_up_below(&mut self, unit: usize) -> Option<usize> {
        let Reverse(given_up) = self.frontiers[unit].pop()?;
        self.is_shown[given_up.index] = false;
        self.join(given_up.index, unit);
        Some(given_up.index)
    }

    /// What remains of a unit that is not shown becomes part of what remains of the unit above.
    fn join(&mut self, from: usize, into: usize) {
        let joining = self.crowds[from];
        self.crowds[into] += joining;
        let mut frontier = std::mem::take(&mut self.frontiers[from]);
        self.frontiers[into].append(&mut frontier);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crowd(roster: u32, answered: u32, by_code: u32) -> Crowd {
        Direct { roster, answered, by_code, fresh: 0 }.into()
    }

    #[test]
    fn people_who_kept_silent_and_answers_of_people_who_left_are_not_nothing() {
        let left = Crowd { answers: 1, ..Crowd::default() };
        assert_eq!([crowd(0, 0, 0), crowd(3, 0, 0), left].map(Crowd::is_empty), [true, false, false]);
    }

    #[test]
    fn a_small_group_carries_what_remains_only_where_nobody_answers_by_code() {
        let need = Need::people(Threshold::DEFAULT);
        let joined = |groups: [Crowd; 2]| {
            let mut sum = Crowd::default();
            groups.iter().for_each(|group| sum += group.as_group(Threshold::DEFAULT));
            need.allows(sum)
        };
        assert!(joined([crowd(4, 4, 0), crowd(5, 1, 0)]));
        assert!(!joined([crowd(4, 4, 1), crowd(7, 7, 0)]));
        assert!(!joined([crowd(7, 7, 1), crowd(4, 4, 0)]));
        assert!(!joined([crowd(4, 4, 1), crowd(4, 4, 1)]));
        assert!(joined([crowd(5, 1, 0), crowd(7, 7, 1)]));
        assert!(joined([crowd(4, 4, 0), crowd(8, 8, 1)]));
    }
}
