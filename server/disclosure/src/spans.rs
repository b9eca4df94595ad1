//! R1b: which units may be shown over several rounds at once.
//!
//! A figure over several rounds of a small unit crosses the figures of single rounds of the large unit above
//! it, so what can be subtracted is no longer a matter of rounds one by one. [`release_span`] decides one
//! length of window when such a window ends; shorter ones must have been decided before. Then no sum of
//! figures, with any weights, speaks about fewer people than the threshold, a person who answered in several
//! rounds counted once.
//!
//! # The rule
//! The *base* of a unit is the next unit above that has shorter figures within the span. The *ground* of a
//! base are the answers, round by round, for which it is the lowest unit with a shorter figure. Units that
//! report over the span are decided base by base:
//!
//! 1. A base with a shorter figure missing in a round in which somebody below could answer carries nothing:
//!    the figures of the other rounds, subtracted from that of a unit filling it, would leave the missing
//!    round. Whether anybody did answer is not asked, here as below: the answer could be read from what is
//!    shown.
//! 2. R1 and R2 over the span, the base standing as a shown unit that remains. What remains of it, with the
//!    answers of units that have a base of their own but lacked a figure in some round, has to be empty or
//!    large enough.
//! 3. The rounds of the span fall into parts: rounds that no figure at or above the base tells apart. Two
//!    parts are *tied* if the residual blocks have enough people in both: for each block the smaller of its
//!    two numbers, summed over the blocks. All parts in which somebody could answer have to hang together
//!    by ties. While they do not, the unit directly shown with the smallest roster is given up.
//!
//! # Why it suffices
//! Take any weighted sum of figures. On the ground of a base the shorter figures put one weight on each
//! part, and the new ones one weight on each block, and an answer vanishes when the two cancel. If the parts
//! do not all have one weight, some tied pair has two; each block can cancel in one of them only, and by the
//! tie the people left are enough. If they all have one weight, the blocks vanish or stay as wholes, and a
//! whole is large enough. If all vanish, the ground as a whole was subtracted, which the shorter figures
//! allowed before, as the base has no hole; so the sum is one of shorter figures alone.
//!
//! # Showing less
//! Who has fewer figures can form fewer sums, so it is always safe to keep back a figure decided as
//! published, because a guard of [`roster_change`](crate::roster_change) holds it, say. It then still counts
//! as a figure in [`SpanRound::figure`], and leaves no hole.

mod ground;
mod moves;

use std::fmt;

use crate::blocks::{Blocks, Crowd, Need};
use crate::release::{Decision, State};
use crate::threshold::Threshold;
use crate::tree::{Shape, TreeError};
use ground::Ground;
pub use moves::moved_units;

/// One unit in one round of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SpanRound {
    /// Direct members who could answer. Zero for a round that was voided or did not ask.
    pub roster: u32,
    /// Answers given by the direct members of the unit, whoever they were. Zero for a voided round.
    pub answers: u32,
    /// Of these, at least so many come from people who are counted in this unit and carry a figure, see
    /// [`Direct::fresh`](crate::Direct::fresh). Each person is counted in one unit for the whole span, though
    /// answers may lie in several. At most `answers`.
    pub people: u32,
    /// The figure of this unit, decided as published before, that covers this round: a number that distinguishes its
    /// figures within the span, say the first round of each. None if there is none.
    pub figure: Option<u32>,
}

impl SpanRound {
    /// Whether anybody could answer, or did.
    const fn is_open(&self) -> bool {
        self.roster > 0 || self.answers > 0
    }
}

/// One unit over a span of rounds. The list has to hold every unit in which somebody answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpanUnit<Id = i64> {
    /// Distinguishes the unit.
    pub id: Id,
    /// The unit above.
    pub parent: Option<Id>,
    /// Whether the unit reports over exactly this span.
    pub is_candidate: bool,
    /// Whether it, or a unit above or below it, hung elsewhere in some round of the span, see
    /// [`moved_units`]. It is not shown over the span then, and nothing is that has it as base: what lies on
    /// the ground of a unit is not known when units moved within it, even if all of them stayed below it.
    pub is_moved: bool,
    /// Direct members at the first round of the span, on whose roster it stands.
    pub roster: u32,
    /// At least so many different people counted in this unit answered within the span and carry a figure, see
    /// [`people_who_answered`](crate::windows::people_who_answered).
    pub answered: u32,
    /// People of the unit who answer with a printed code, or their answers: more than none wherever somebody could,
    /// whether they did or not. Some make the threshold higher, see [`Threshold::with_codes`].
    pub by_code: u32,
    /// The rounds of the span, the same number for all units.
    pub rounds: Vec<SpanRound>,
}

impl<Id> SpanUnit<Id> {
    fn answers(&self) -> u64 {
        self.rounds.iter().map(|round| u64::from(round.answers)).sum()
    }
}

/// Why units over a span cannot be decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpanError<Id = i64> {
    /// The units are no organisation.
    Tree(TreeError<Id>),
    /// This unit has another number of rounds than the first.
    UnevenRounds(Id),
    /// More people than answers are given for this unit, in a round or over the span.
    MorePeopleThanAnswers(Id),
}

impl<Id: fmt::Display> fmt::Display for SpanError<Id> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tree(error) => error.fmt(formatter),
            Self::UnevenRounds(unit) => {
                write!(formatter, "unit {unit} has another number of rounds than the first unit")
            }
            Self::MorePeopleThanAnswers(unit) => {
                write!(formatter, "unit {unit} has more people than answers")
            }
        }
    }
}

impl<Id: fmt::Debug + fmt::Display> std::error::Error for SpanError<Id> {}

impl<Id> From<TreeError<Id>> for SpanError<Id> {
    fn from(error: TreeError<Id>) -> Self {
        Self::Tree(error)
    }
}

/// Decides for every unit whether its figure over a span of rounds may be shown, see the [module](self).
/// Decisions come in the order of `units`; their head counts are lower bounds of people.
///
/// Call it once for each length of window that ends with the round just closed, the shortest first. Units
/// with another window, and moved ones, come out as [`State::Held`] if they have enough answers. For a span of
/// one round it is [`release_among`](crate::release_among).
///
/// Time: O(n (log² n + w²)) for n units and w rounds.
///
/// # Errors
/// [`SpanError`] when the units contradict each other.
pub fn release_span<Id: Ord + Clone>(
    units: &[SpanUnit<Id>],
    threshold: Threshold,
) -> Result<Vec<Decision<Id>>, SpanError<Id>> {
    let shape = Shape::new(units.iter().map(|unit| (&unit.id, unit.parent.as_ref())))?;
    check(units)?;
    let total = |unit: &SpanUnit<Id>| Crowd {
        roster: unit.roster.into(),
        people: unit.answered.into(),
        in_small_groups: 0,
        answers: unit.answers(),
        by_code: unit.by_code.into(),
        bands: [0; 3],
    };
    let totals = shape.totals(units.iter().map(total));
    let rosters: Vec<u64> = totals.iter().map(|total| total.roster).collect();
    let need = Need::people(threshold);
    let is_large = |index: usize| need.allows(totals[index]);
    let is_candidate = |index: usize| units[index].is_candidate && !units[index].is_moved;

    let ground = Ground::new(&shape, units);
    let may_report: Vec<bool> = (0..units.len())
        .map(|index| is_candidate(index) && is_large(index) && ground.carries(index))
        .collect();
    let stands = (0..units.len()).map(|index| may_report[index] || ground.is_sound_base(index)).collect();
    let regions = shape.cut_above(&ground.is_base);
    let mut blocks = Blocks::new(&regions, &ground.crowds(units, threshold), &rosters, stands, need);
    ground.tie_parts(units, &regions, &mut blocks, threshold);

    let state = |index: usize| match totals[index].answers {
        0 => State::NoData,
        _ if !is_large(index) => State::BelowK,
        _ if may_report[index] && blocks.is_shown[index] => State::Published,
        _ if is_candidate(index) => State::Complement,
        _ => State::Held,
    };
    Ok(units
        .iter()
        .enumerate()
        .map(|(index, unit)| Decision {
            id: unit.id.clone(),
            state: state(index),
            roster: rosters[index],
            answered: totals[index].people,
            residual: blocks.crowds[index].roster,
        })
        .collect())
}

fn check<Id: Clone>(units: &[SpanUnit<Id>]) -> Result<(), SpanError<Id>> {
    let rounds = units.first().map_or(0, |unit| unit.rounds.len());
    for unit in units {
        if unit.rounds.len() != rounds {
            return Err(SpanError::UnevenRounds(unit.id.clone()));
        }
        let is_too_many = |round: &SpanRound| round.people > round.answers;
        if unit.rounds.iter().any(is_too_many) || u64::from(unit.answered) > unit.answers() {
            return Err(SpanError::MorePeopleThanAnswers(unit.id.clone()));
        }
    }
    Ok(())
}
