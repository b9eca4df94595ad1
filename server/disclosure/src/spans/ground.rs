//! What shorter figures have told already, and how the parts of a span hang together.

use super::SpanUnit;
use crate::blocks::{Blocks, Crowd};
use crate::threshold::Threshold;
use crate::tree::Shape;

/// The shorter figures within a span, seen from each unit.
pub(super) struct Ground {
    /// Whether the unit has a shorter figure in some round.
    pub(super) is_base: Vec<bool>,
    /// The lowest base at or above the unit.
    base: Vec<Option<usize>>,
    /// For each unit and round, the lowest unit at or above with a shorter figure in this round.
    owner: Vec<Vec<Option<usize>>>,
    /// For each unit and round, the part the round belongs to: rounds between which no shorter figure at or
    /// above the unit begins or ends.
    part: Vec<Vec<usize>>,
    /// Whether the unit is a base with a shorter figure wherever somebody in or below it could answer.
    is_sound: Vec<bool>,
    /// Whether a unit below is a base.
    has_base_below: Vec<bool>,
}

/// The answers of one unit on the ground of one base.
struct Share {
    /// None for the answers that no shorter figure covers.
    owner: Option<usize>,
    rounds: Vec<usize>,
}

impl Share {
    /// The most people of the unit on the roster of one of the rounds.
    fn roster<Id>(&self, unit: &SpanUnit<Id>) -> u32 {
        self.rounds.iter().map(|&round| unit.rounds[round].roster).max().unwrap_or(0)
    }
}

impl Ground {
    pub(super) fn new<Id>(shape: &Shape, units: &[SpanUnit<Id>]) -> Self {
        let is_base: Vec<bool> =
            units.iter().map(|unit| unit.rounds.iter().any(|round| round.figure.is_some())).collect();
        let mut base = vec![None; units.len()];
        let mut owner: Vec<Vec<Option<usize>>> = vec![Vec::new(); units.len()];
        let mut part: Vec<Vec<usize>> = vec![Vec::new(); units.len()];
        for index in shape.top_down() {
            let above = shape.parent[index];
            let rounds = &units[index].rounds;
            base[index] = if is_base[index] { Some(index) } else { above.and_then(|above| base[above]) };
            owner[index] = (0..rounds.len())
                .map(|round| match rounds[round].figure {
                    Some(_) => Some(index),
                    None => above.and_then(|above| owner[above][round]),
                })
                .collect();
            let mut number = 0;
            part[index] = (0..rounds.len())
                .map(|round| {
                    let is_new_above = |above: usize| part[above][round] != part[above][round - 1];
                    let is_new = round > 0
                        && (rounds[round].figure != rounds[round - 1].figure
                            || above.is_some_and(is_new_above));
                    number += usize::from(is_new);
                    number
                })
                .collect();
        }

        // Whether, in each round, nobody in or below the unit could answer.
        let mut is_silent: Vec<Vec<bool>> =
            units.iter().map(|unit| unit.rounds.iter().map(|round| !round.is_open()).collect()).collect();
        let mut has_base_below = vec![false; units.len()];
        for &index in &shape.bottom_up {
            for &child in &shape.children[index] {
                has_base_below[index] |= is_base[child] || has_base_below[child];
                for round in 0..is_silent[index].len() {
                    is_silent[index][round] &= is_silent[child][round];
                }
            }
        }
        let is_sound = units
            .iter()
            .enumerate()
            .map(|(index, unit)| {
                let is_whole =
                    |(round, silent): (usize, &bool)| *silent || unit.rounds[round].figure.is_some();
                is_base[index] && !unit.is_moved && is_silent[index].iter().enumerate().all(is_whole)
            })
            .collect();
        Self { is_base, base, owner, part, is_sound, has_base_below }
    }

    /// Whether the unit is a base without a hole.
    pub(super) fn is_sound_base(&self, index: usize) -> bool {
        self.is_sound[index]
    }

    /// Whether a figure over the span can stand here: on a sound base or under none, and above none, as
    /// nothing below may report more often.
    pub(super) fn carries(&self, index: usize) -> bool {
        let is_carried = self.base[index].is_none_or(|base| self.is_sound[base]);
        is_carried && !self.is_base[index] && !self.has_base_below[index]
    }

    /// The answers of one unit, by the base on whose ground they lie.
    fn shares<Id>(&self, index: usize, unit: &SpanUnit<Id>) -> Vec<Share> {
        let mut shares: Vec<Share> = Vec::new();
        for round in (0..unit.rounds.len()).filter(|&round| unit.rounds[round].is_open()) {
            let owner = self.owner[index][round];
            match shares.iter_mut().find(|share| share.owner == owner) {
                Some(share) => share.rounds.push(round),
                None => shares.push(Share { owner, rounds: vec![round] }),
            }
        }
        shares
    }

    /// The crowd of each unit alone, answers in holes of its base moved to the unit above on whose ground
    /// they lie.
    pub(super) fn crowds<Id>(&self, units: &[SpanUnit<Id>], threshold: Threshold) -> Vec<Crowd> {
        let mut crowds = vec![Crowd::default(); units.len()];
        for (index, unit) in units.iter().enumerate() {
            let shares = self.shares(index, unit);
            let is_in_one_place = shares.len() == 1;
            for share in shares {
                let most = share.rounds.iter().map(|&round| unit.rounds[round].people).max();
                let people = if is_in_one_place { unit.answered } else { most.unwrap_or(0) };
                let answers = share.rounds.iter().map(|&round| u64::from(unit.rounds[round].answers)).sum();
                let crowd = Crowd {
                    roster: share.roster(unit).max(people).into(),
                    people: people.into(),
                    in_small_groups: 0,
                    answers,
                    by_code: unit.by_code.into(),
                    bands: [0; 3],
                };
                if let Some(at) = self.place(index, share.owner) {
                    crowds[at] += crowd.as_group(threshold);
                }
            }
        }
        crowds
    }

    /// The unit whose crowd the answers of a unit on some ground belong to. None if nothing covers them and
    /// nothing will.
    fn place(&self, index: usize, owner: Option<usize>) -> Option<usize> {
        if owner == self.base[index] { Some(index) } else { owner }
    }

    /// Gives up units until the parts of the ground of each base hang together.
    pub(super) fn tie_parts<Id>(
        &self,
        units: &[SpanUnit<Id>],
        regions: &Shape,
        blocks: &mut Blocks,
        threshold: Threshold,
    ) {
        let mut block = vec![None; units.len()];
        for index in regions.top_down() {
            let above = regions.parent[index].and_then(|above| block[above]);
            block[index] = if blocks.is_shown[index] { Some(index) } else { above };
        }
        let mut grounds: Vec<Option<Ties>> = (0..units.len())
            .map(|index| {
                let parts = self.part[index].last().map_or(0, |last| last + 1);
                self.is_sound[index].then(|| Ties::new(parts, threshold))
            })
            .collect();
        for (index, unit) in units.iter().enumerate().filter(|(_, unit)| unit.by_code > 0) {
            for base in self.shares(index, unit).into_iter().filter_map(|share| share.owner) {
                if let Some(ties) = &mut grounds[base] {
                    ties.threshold = threshold.with_codes();
                }
            }
        }
        // People of each block by part of the ground.
        let mut people: Vec<Vec<u64>> = vec![Vec::new(); units.len()];
        for (index, unit) in units.iter().enumerate() {
            for share in self.shares(index, unit) {
                let Some(base) = share.owner else { continue };
                let Some(ties) = &mut grounds[base] else { continue };
                let Some(at) = self.place(index, share.owner).and_then(|place| block[place]) else {
                    continue;
                };
                // As in blocks, small groups do not tie where some answer with a printed code.
                let does_tie = ties.threshold == threshold || threshold.allows(share.roster(unit).into());
                let mut most = vec![0; ties.parts];
                for &round in &share.rounds {
                    let part = self.part[base][round];
                    ties.is_open[part] = true;
                    let people = if does_tie { unit.rounds[round].people } else { 0 };
                    most[part] = most[part].max(u64::from(people));
                }
                add(&mut people[at], &most);
            }
        }
        for (base, block) in self.base.iter().zip(&people) {
            if let Some(ties) = base.and_then(|base| grounds[base].as_mut()) {
                ties.count(block);
            }
        }
        for (base, ties) in grounds.into_iter().enumerate() {
            let Some(mut ties) = ties else { continue };
            while !(blocks.is_in_order(base) && ties.hold()) {
                let Some(given_up) = blocks.give_up_below(base) else { break };
                let joining = std::mem::take(&mut people[given_up]);
                ties.uncount(&joining);
                ties.uncount(&people[base]);
                add(&mut people[base], &joining);
                ties.count(&people[base]);
            }
        }
    }
}

/// Adds place by place. An empty vector stands for zeros.
fn add(sums: &mut Vec<u64>, more: &[u64]) {
    sums.resize(sums.len().max(more.len()), 0);
    sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
}

/// How many people tie each two parts of a ground.
struct Ties {
    parts: usize,
    /// Fewest people of a tie.
    threshold: Threshold,
    /// Whether anybody on this ground could answer in the part. If not, it need not be tied.
    is_open: Vec<bool>,
    /// For each two parts the smaller number of people, summed over the blocks.
    people: Vec<u64>,
}

impl Ties {
    fn new(parts: usize, threshold: Threshold) -> Self {
        Self { parts, threshold, is_open: vec![false; parts], people: vec![0; parts * parts] }
    }

    fn count(&mut self, block: &[u64]) {
        self.for_each_pair(block, |sum, smaller| *sum += smaller);
    }

    fn uncount(&mut self, block: &[u64]) {
        self.for_each_pair(block, |sum, smaller| *sum -= smaller);
    }

    fn for_each_pair(&mut self, block: &[u64], change: impl Fn(&mut u64, u64)) {
        for (one, &here) in block.iter().enumerate() {
            for (other, &there) in block.iter().enumerate() {
                change(&mut self.people[one * self.parts + other], here.min(there));
            }
        }
    }

    /// Whether each open part can be reached from each other over ties.
    fn hold(&self) -> bool {
        let mut waiting: Vec<usize> = (0..self.parts).filter(|&part| self.is_open[part]).collect();
        let mut reached: Vec<usize> = waiting.pop().into_iter().collect();
        while let Some(part) = reached.pop() {
            let is_tied = |other: &usize| self.threshold.allows(self.people[part * self.parts + other]);
            let (near, far) = waiting.into_iter().partition::<Vec<_>, _>(is_tied);
            reached.extend(near);
            waiting = far;
        }
        waiting.is_empty()
    }
}
