//! Which units may be shown: the threshold (R1) and the residual blocks (R2).
//!
//! Whoever sees the figures of a unit and of some units below it can subtract. What is left of a published
//! unit after taking away everything published below it is its *residual block*; the direct members of a unit
//! with units below are always part of one, as they are never published on their own. Published units are
//! nested or apart, so whatever can be derived from their figures by adding and subtracting is a union of
//! such blocks. Hence it is enough that each block is empty or as large as the threshold demands.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::threshold::Threshold;
use crate::tree::{Forest, TreeError, Unit};

/// What becomes of a unit's figure, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It is shown.
    Published,
    /// Somebody answered, but fewer people than the threshold.
    BelowK,
    /// Enough people answered, but together with other figures it would expose too small a group.
    Complement,
    /// Nobody answered.
    NoData,
}

impl State {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Published, Self::BelowK, Self::Complement, Self::NoData];

    /// The stable name used in files and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::BelowK => "below_k",
            Self::Complement => "complement",
            Self::NoData => "no_data",
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for State {
    type Err = UnknownState;

    /// # Errors
    /// [`UnknownState`] for anything but the names given by [`State::as_str`].
    fn from_str(name: &str) -> Result<Self, UnknownState> {
        Self::ALL.into_iter().find(|state| state.as_str() == name).ok_or(UnknownState)
    }
}

/// A text is not the name of a [`State`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownState;

impl fmt::Display for UnknownState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a state of a figure")
    }
}

impl std::error::Error for UnknownState {}

/// The outcome for one unit. The head counts are exact and for the releasing code only, never for a viewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision<Id = i64> {
    /// The unit.
    pub id: Id,
    /// What becomes of its figure.
    pub state: State,
    /// People on the roster of the unit and everything below.
    pub roster: u64,
    /// People of the unit and everything below who answered.
    pub answered: u64,
}

/// A published unit that a unit above may have to give up, ordered by who goes first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    /// Giving up a unit with an empty block adds nobody to the block above, so it comes last.
    has_empty_block: bool,
    /// The fewer people, the smaller the loss.
    answered: u64,
    /// Between equals the lower id.
    rank: usize,
    index: usize,
}

/// Decides for every unit whether its figure may be shown. Decisions come in the order of `units`, and do not
/// depend on that order.
///
/// A unit passes when at least `threshold` of its people answered, those of units below included. Then, from
/// the bottom up, while the residual block of a unit holds somebody but fewer than `threshold` people who
/// answered, the unit directly published below it with the fewest answers is given up and its block joins the
/// one above. Units whose own block is empty are given up only when there are no others. A root is never
/// given up.
///
/// That a roster must reach the threshold too needs no check of its own: nobody answers who is not on it.
///
/// Time: O(n log n) for n units.
///
/// # Errors
/// [`TreeError`] when the units contradict each other. Several roots are no contradiction: each is an
/// organisation.
pub fn release<Id: Ord + Clone>(
    units: &[Unit<Id>],
    threshold: Threshold,
) -> Result<Vec<Decision<Id>>, TreeError<Id>> {
    let forest = Forest::new(units)?;
    let states = decide(&forest, threshold);
    Ok(units
        .iter()
        .zip(states)
        .enumerate()
        .map(|(index, (unit, state))| Decision {
            id: unit.id.clone(),
            state,
            roster: forest.roster[index],
            answered: forest.answered[index],
        })
        .collect())
}

fn decide(forest: &Forest, threshold: Threshold) -> Vec<State> {
    let mut states: Vec<State> =
        forest.answered.iter().map(|&answered| by_threshold(answered, threshold)).collect();
    // Both are known for a unit once it has been visited: its block, and the maximal published units below
    // it.
    let mut blocks = vec![0; states.len()];
    let mut frontiers: Vec<BinaryHeap<Reverse<Candidate>>> =
        states.iter().map(|_| BinaryHeap::new()).collect();

    for &unit in &forest.bottom_up {
        if states[unit] != State::Published {
            // Nothing below can be published either: it has no more answers than this unit.
            continue;
        }
        let mut frontier = BinaryHeap::new();
        let mut block = forest.answered[unit];
        for &child in &forest.children[unit] {
            if states[child] == State::Published {
                block -= forest.answered[child];
                frontier.push(Reverse(Candidate {
                    has_empty_block: blocks[child] == 0,
                    answered: forest.answered[child],
                    rank: forest.rank[child],
                    index: child,
                }));
            }
        }
        // Giving up a unit changes no block but this one, so units below that were in order stay in order.
        while !threshold.is_harmless(block) {
            let Some(Reverse(given_up)) = frontier.pop() else { break };
            states[given_up.index] = State::Complement;
            block += blocks[given_up.index];
            frontier.append(&mut frontiers[given_up.index]);
        }
        blocks[unit] = block;
        frontiers[unit] = frontier;
    }
    states
}

fn by_threshold(answered: u64, threshold: Threshold) -> State {
    match answered {
        0 => State::NoData,
        enough if threshold.allows(enough) => State::Published,
        _ => State::BelowK,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_states_are_stable_in_text_and_in_files() {
        assert_eq!(State::ALL.map(State::as_str), ["published", "below_k", "complement", "no_data"]);
        for state in State::ALL {
            assert_eq!(state.to_string().parse(), Ok(state));
            assert_eq!(serde_json::to_string(&state).unwrap(), format!("\"{state}\""));
        }
        assert_eq!("Published".parse::<State>(), Err(UnknownState));
        assert_eq!(UnknownState.to_string(), "not a state of a figure");
    }
}
