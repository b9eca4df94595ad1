//! The rules of release of version 2, which did not look at rosters: a block none of whom answered was nothing to
//! protect, who had the fewest answers was given up, and everybody's answer carried a figure.

use disclosure::{Direct, State, Threshold, TreeError, Unit, release};

/// The states by those rules, which are today's where only who answered belongs to a unit.
pub(crate) fn by_who_answered(units: &[Unit], threshold: Threshold) -> Result<Vec<State>, TreeError> {
    let as_if_there = |unit: &Unit| {
        let answered = unit.direct.answered;
        Unit { direct: Direct { roster: answered, answered, ..Direct::default() }, ..unit.clone() }
    };
    let decided = release(&units.iter().map(as_if_there).collect::<Vec<_>>(), threshold)?;
    Ok(decided.into_iter().map(|decision| decision.state).collect())
}
