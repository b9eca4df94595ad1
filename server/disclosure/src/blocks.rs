//! R2: residual blocks, and which unit is given up when one is too small.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::AddAssign;

use crate::threshold::Threshold;
use crate::tree::Shape;

/// A group of people and what they answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Crowd {
    /// At least this many different people are in it.
    pub(crate) people: u64,
    /// Exactly this many answers. A group is empty without answers, not without people: over several rounds
    /// the people can be counted elsewhere while their answers lie here.
    pub(crate) answers: u64,
}

impl Crowd {
    fn is_harmless(self, threshold: Threshold) -> bool {
        self.answers == 0 || threshold.allows(self.people)
    }
}

impl AddAssign for Crowd {
    fn add_assign(&mut self, other: Self) {
        self.people += other.people;
        self.answers += other.answers;
    }
}

/// A shown unit that a unit above may have to give up, ordered by who goes first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Shown {
    /// Giving up a unit with an empty block adds nobody to the block above, so it comes last.
    has_empty_block: bool,
    /// The fewer people, the smaller the loss.
    people: u64,
    /// Between equals the lower id.
    rank: usize,
    index: usize,
}

/// The shown units of a forest, and what remains of each.
pub(crate) struct Blocks {
    threshold: Threshold,
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
    /// its residual block is empty or large enough. `direct` is the crowd of each unit alone.
    ///
    /// Roots are not given up. Time: O(n log² n) for n units.
    pub(crate) fn new(shape: &Shape, direct: &[Crowd], is_shown: Vec<bool>, threshold: Threshold) -> Self {
        let totals = shape.totals(direct.iter().copied());
        let frontiers = direct.iter().map(|_| BinaryHeap::new()).collect();
        let mut blocks = Self { threshold, is_shown, crowds: direct.to_vec(), frontiers };
        for &unit in &shape.bottom_up {
            for &child in &shape.children[unit] {
                if blocks.is_shown[child] {
                    blocks.frontiers[unit].push(Reverse(Shown {
                        has_empty_block: blocks.crowds[child].answers == 0,
                        people: totals[child].people,
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
        self.crowds[unit].is_harmless(self.threshold)
    }

    /// Whether anything below this unit is shown.
    pub(crate) fn has_shown_below(&self, unit: usize) -> bool {
        !self.frontiers[unit].is_empty()
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
