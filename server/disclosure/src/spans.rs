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
//! 1. A base with a shorter figure missing in a round in which somebody below answered carries nothing: the
//!    figures of the other rounds, subtracted from that of a unit filling it, would leave the missing round.
//! 2. R1 and R2 over the span, the base standing as a shown unit that remains. What remains of it, with the
//!    answers of units that have a base of their own but lacked a figure in some round, has to be empty or
//!    large enough.
//! 3. Call two parts of the span *tied* when at least `threshold` people answered in both or in one and the
//!    same block in either: the smaller number of the two, summed over the residual blocks. All parts of the
//!    ground must hang together by ties. A part are rounds that no figure at or above the base tells apart.
//!    While they do not, the unit directly shown with the fewest people is given up.
//!
//! # Why it suffices
//! Take any weighted sum of figures. On the ground of a base the shorter figures put one weight on each
//! part, and the new ones one weight on each block, and an answer vanishes when the two cancel. If the parts
//! do not all have one weight, some tied pair has two; each block can cancel in one of them only, and by the
//! tie the people left are enough. If they all have one weight, the blocks vanish or stay as wholes, and a
//! whole is large enough. If all vanish, the ground as a whole was subtracted, which the shorter figures
//! allowed before, as the base has no hole; so the sum is one of shorter figures alone.

mod ground;

use std::fmt;

use crate::blocks::{Blocks, Crowd};
use crate::release::{Decision, State};
use crate::threshold::Threshold;
use crate::tree::{Shape, TreeError};
use ground::Ground;

/// One unit in one round of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SpanRound {
    /// Answers given by the direct members of the unit, whoever they were. Zero for a voided round.
    pub answers: u32,
    /// Of these, at least so many come from people who are counted in this unit. Each person is counted in
    /// one unit for the whole span, though answers may lie in several. At most `answers`.
    pub people: u32,
    /// The figure of this unit, published before, that covers this round: a number that distinguishes its
    /// figures within the span, say the first round of each. None if there is none.
    pub figure: Option<u32>,
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
    /// Whether the units above it or below it were others in some round of the span. It is not shown over
    /// the span then, and no base.
    pub is_moved: bool,
    /// Direct members at the last round of the span.
    pub roster: u32,
    /// At least so many different people counted in this unit answered within the span, see
    /// [`people_who_answered`](crate::windows::people_who_answered).
    pub answered: u32,
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
    let totals = shape
        .totals(units.iter().map(|unit| Crowd { people: unit.answered.into(), answers: unit.answers() }));
    let rosters = shape.totals(units.iter().map(|unit| u64::from(unit.roster)));
    let is_large = |index: usize| threshold.allows(totals[index].people.min(rosters[index]));
    let is_candidate = |index: usize| units[index].is_candidate && !units[index].is_moved;

    let ground = Ground::new(&shape, units);
    let may_report: Vec<bool> = (0..units.len())
        .map(|index| is_candidate(index) && is_large(index) && ground.carries(index))
        .collect();
    let stands = (0..units.len()).map(|index| may_report[index] || ground.is_sound_base(index)).collect();
    let regions = shape.cut_above(&ground.is_base);
    let mut blocks = Blocks::new(&regions, &ground.crowds(units), stands, threshold);
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
