//! Which unit belonged to which, round by round.

use std::collections::{BTreeMap, BTreeSet};

use super::Input;

/// The tree of each round.
pub(super) struct Structure {
    /// By unit and place of the round: nothing while it is not there, else the unit above it.
    at: Vec<Vec<Option<Option<usize>>>>,
    /// Place of each round by its number.
    places: BTreeMap<i64, usize>,
    /// By unit: places of rounds from which the group that it stands for is another.
    changed: Vec<BTreeSet<usize>>,
    /// By unit: whether anything lies below it in the last round that it is there.
    teams: Vec<bool>,
}

impl Structure {
    pub(super) fn of(input: &Input) -> Self {
        let places: BTreeMap<i64, usize> =
            input.rounds.iter().enumerate().map(|(place, round)| (round.n, place)).collect();
        let mut at = vec![vec![None; input.rounds.len()]; input.units.len()];
        for (own, unit) in at.iter_mut().zip(&input.units) {
            for series in &unit.series {
                for (_, place) in places.range(series.from..=series.to.max(series.from)) {
                    own[*place] = Some(series.parent);
                }
            }
        }
        let mut structure =
            Self { at, places, changed: vec![BTreeSet::new(); input.units.len()], teams: Vec::new() };
        structure.find_changes();
        structure.teams = structure.without_children();
        structure
    }

    /// A unit that moves, or begins, makes another group of those above it that were and are there.
    fn find_changes(&mut self) {
        for unit in 0..self.at.len() {
            for place in 1..self.places.len() {
                let (before, after) = (self.at[unit][place - 1], self.at[unit][place]);
                if after.is_none() || before == after {
                    continue;
                }
                let old = if before.is_some() { self.above(unit, place - 1) } else { Vec::new() };
                let new = self.above(unit, place);
                for group in old
                    .iter()
                    .filter(|group| !new.contains(group))
                    .chain(new.iter().filter(|group| !old.contains(group)))
                {
                    if self.at[*group][place - 1].is_some() && self.at[*group][place].is_some() {
                        self.changed[*group].insert(place);
                    }
                }
            }
        }
    }

    fn without_children(&self) -> Vec<bool> {
        let mut teams = vec![true; self.at.len()];
        let last = self.places.len().saturating_sub(1);
        for unit in 0..self.at.len() {
            let end = self.last_at(unit).unwrap_or(last);
            if let Some(parent) = self.at[unit].get(end).copied().flatten().flatten()
                && let Some(has_none) = teams.get_mut(parent)
            {
                *has_none = false;
            }
        }
        teams
    }

    /// Place of a round.
    pub(super) fn place(&self, round: i64) -> Option<usize> {
        self.places.get(&round).copied()
    }

    /// Units above one, the nearest first, in the round at this place.
    pub(super) fn above(&self, unit: usize, place: usize) -> Vec<usize> {
        let parent = |unit: usize| self.at.get(unit)?.get(place).copied().flatten().flatten();
        let mut chain = Vec::new();
        let mut next = parent(unit);
        // A file may say that two units lie below each other.
        while let Some(group) = next.filter(|group| !chain.contains(group) && *group != unit) {
            chain.push(group);
            next = parent(group);
        }
        chain
    }

    /// Place of the last round in which a unit is there.
    pub(super) fn last_at(&self, unit: usize) -> Option<usize> {
        self.at.get(unit)?.iter().rposition(Option::is_some)
    }

    /// Whether a unit is there at the quarter's end.
    pub(super) fn runs_at_end(&self, unit: usize) -> bool {
        self.at.get(unit).and_then(|own| own.last()).is_some_and(Option::is_some)
    }

    /// Whether nothing lies below the unit.
    pub(super) fn is_team(&self, unit: usize) -> bool {
        self.teams.get(unit).copied().unwrap_or(true)
    }

    /// Places of rounds from which the group that a unit stands for is another.
    pub(super) fn changes(&self, unit: usize) -> impl Iterator<Item = usize> + '_ {
        self.changed.get(unit).into_iter().flatten().copied()
    }

    /// Whether its group changed in either quarter.
    pub(super) fn has_changed(&self, unit: usize) -> bool {
        self.changes(unit).next().is_some()
    }
}
