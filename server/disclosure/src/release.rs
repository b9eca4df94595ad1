//! Which units may be shown: the threshold (R1) and the residual blocks (R2).
//!
//! Whoever sees the figures of a unit and of some units below it can subtract. What is left of a published
//! unit after taking away everything published below it is its *residual block*; the direct members of a unit
//! with units below are always part of one, as they are never published on their own. Published units are
//! nested or apart, so whatever can be derived from their figures by adding and subtracting is a union of
//! such blocks. Hence it is enough that nobody belongs to a block or as many of it answered as the threshold
//! demands.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::blocks::{Blocks, Crowd, Need};
use crate::threshold::Threshold;
use crate::tree::{Forest, TreeError, Unit};

/// What becomes of a unit's figure, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It is shown.
    Published,
    /// Somebody answered, but fewer people than the threshold, or too few of those who carry a figure.
    BelowK,
    /// Enough people answered, but together with other figures it would expose too small a group.
    Complement,
    /// Nobody answered.
    NoData,
    /// Enough people answered, but the unit does not report this time. Never an outcome of
    /// [`release`](fn@release), where every unit reports.
    Held,
}

impl State {
    /// All states.
    pub const ALL: [Self; 5] = [Self::Published, Self::BelowK, Self::Complement, Self::NoData, Self::Held];

    /// The stable name used in files and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::BelowK => "below_k",
            Self::Complement => "complement",
            Self::NoData => "no_data",
            Self::Held => "held",
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
    /// People on the roster who are in no shown unit below this one: its residual block. Where it is small the
    /// figure is printed coarser, see [`Scope::residual`](crate::figures::Scope::residual).
    pub residual: u64,
}

/// Decides for every unit whether its figure may be shown. Decisions come in the order of `units`, and do not
/// depend on that order.
///
/// A unit passes when at least `threshold` of its people answered and carry a figure, those of units below
/// included; three more where some of them answer with a printed code (R9). Then, from the bottom up, while somebody
/// is on the roster of a unit's residual block but too few of the block answered, the unit directly published
/// below it with the smallest roster is given up and its block joins the one above. Units whose own block is
/// empty are given up only when there are no others. A root is never given up.
///
/// In a block in which some answer with a printed code, direct members of a unit of whom fewer than the threshold are
/// on the roster do not count towards it: three more are needed, of which teams are often one short.
///
/// A block where people are but few answered is never in order, not even when nobody did: else the pattern of
/// hidden figures would tell whether the only manager above three teams has answered.
///
/// Time: O(n log² n) for n units.
///
/// # Errors
/// [`TreeError`] when the units contradict each other. Several roots are no contradiction: each is an
/// organisation.
pub fn release<Id: Ord + Clone>(
    units: &[Unit<Id>],
    threshold: Threshold,
) -> Result<Vec<Decision<Id>>, TreeError<Id>> {
    release_among(units, threshold, |_| true)
}

/// Like [`release`], where only units that are candidates may be shown.
///
/// The answers of the others are still in the figures of the units above, and count for what remains of
/// those. A unit that is no candidate may have shown units above and below it. Nothing has to be protected
/// that is in no shown unit, so under a root that is no candidate the units stand for themselves.
///
/// # Errors
/// As for [`release`].
pub fn release_among<Id: Ord + Clone>(
    units: &[Unit<Id>],
    threshold: Threshold,
    is_candidate: impl Fn(&Id) -> bool,
) -> Result<Vec<Decision<Id>>, TreeError<Id>> {
    let forest = Forest::new(units)?;
    let direct: Vec<Crowd> = units.iter().map(|unit| unit.direct.into()).collect();
    let need = Need::people(threshold);
    let is_candidate: Vec<bool> = units.iter().map(|unit| is_candidate(&unit.id)).collect();
    Ok(decide(units, &forest, &direct, need, &is_candidate))
}

/// R1 and R2 for the crowds of units whose shape is known.
pub(crate) fn decide<Id: Clone>(
    units: &[Unit<Id>],
    forest: &Forest,
    direct: &[Crowd],
    need: Need,
    is_candidate: &[bool],
) -> Vec<Decision<Id>> {
    let totals = forest.shape.totals(direct.iter().copied());
    let passes = totals.iter().zip(is_candidate).map(|(&all, &candidate)| candidate && need.allows(all));
    let groups: Vec<Crowd> = direct.iter().map(|crowd| crowd.as_group(need.threshold)).collect();
    let blocks = Blocks::new(&forest.shape, &groups, &forest.roster, passes.collect(), need);
    let state = |index: usize| match forest.answered[index] {
        0 => State::NoData,
        _ if !need.allows(totals[index]) => State::BelowK,
        _ if blocks.is_shown[index] => State::Published,
        _ if is_candidate[index] => State::Complement,
        _ => State::Held,
    };
    let decision = |(index, unit): (usize, &Unit<Id>)| Decision {
        id: unit.id.clone(),
        state: state(index),
        roster: forest.roster[index],
        answered: forest.answered[index],
        residual: blocks.crowds[index].roster,
    };
    units.iter().enumerate().map(decision).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_states_are_stable_in_text_and_in_files() {
        assert_eq!(State::ALL.map(State::as_str), ["published", "below_k", "complement", "no_data", "held"]);
        for state in State::ALL {
            assert_eq!(state.to_string().parse(), Ok(state));
            assert_eq!(serde_json::to_string(&state).unwrap(), format!("\"{state}\""));
        }
        assert_eq!("Published".parse::<State>(), Err(UnknownState));
        assert_eq!(UnknownState.to_string(), "not a state of a figure");
    }
}
