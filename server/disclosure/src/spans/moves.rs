//! Units that hung elsewhere within a span.

use std::collections::{BTreeMap, BTreeSet};

/// Finds the units that are [`SpanUnit::is_moved`](super::SpanUnit::is_moved): those that had different units
/// directly above them in different rounds, and everything that was above or below one of these in any round.
///
/// `trees` is the organisation in each round of the span, as units with the unit above. A unit that is there
/// in some rounds only, because it was founded or closed, has not moved by that; neither did the people, who
/// are counted where they answered.
#[must_use]
pub fn moved_units<Id: Ord + Clone>(trees: &[Vec<(Id, Option<Id>)>]) -> BTreeSet<Id> {
    let mut above: BTreeMap<&Id, BTreeSet<Option<&Id>>> = BTreeMap::new();
    let mut below: BTreeMap<&Id, BTreeSet<&Id>> = BTreeMap::new();
    for (unit, parent) in trees.iter().flatten() {
        above.entry(unit).or_default().insert(parent.as_ref());
        if let Some(parent) = parent {
            below.entry(parent).or_default().insert(unit);
        }
    }
    let moved: BTreeSet<&Id> =
        above.iter().filter(|(_, parents)| parents.len() > 1).map(|(&unit, _)| unit).collect();
    let upward = reached(&moved, |unit| above.get(unit).into_iter().flatten().flatten().copied().collect());
    let downward = reached(&moved, |unit| below.get(unit).into_iter().flatten().copied().collect());
    upward.union(&downward).map(|&unit| unit.clone()).collect()
}

/// What can be reached from `start`, itself included.
fn reached<'a, Id: Ord>(start: &BTreeSet<&'a Id>, next: impl Fn(&'a Id) -> Vec<&'a Id>) -> BTreeSet<&'a Id> {
    let mut seen = start.clone();
    let mut waiting: Vec<&Id> = start.iter().copied().collect();
    while let Some(unit) = waiting.pop() {
        waiting.extend(next(unit).into_iter().filter(|&unit| seen.insert(unit)));
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(trees: &[&[(u8, u8)]]) -> Vec<u8> {
        let trees: Vec<Vec<(u8, Option<u8>)>> = trees
            .iter()
            .map(|tree| tree.iter().map(|&(unit, above)| (unit, (above > 0).then_some(above))).collect())
            .collect();
        moved_units(&trees).into_iter().collect()
    }

    #[test]
    fn a_move_touches_all_that_is_above_before_and_after_and_all_below() {
        let before = [(1, 0), (2, 1), (3, 1), (4, 2), (5, 4), (6, 2), (7, 3)];
        let after = [(1, 0), (2, 1), (3, 1), (4, 3), (5, 4), (6, 2), (7, 3)];
        assert_eq!(moved(&[&before, &after]), [1, 2, 3, 4, 5]);
        assert_eq!(moved(&[&before, &after, &before]), [1, 2, 3, 4, 5]);
        assert!(moved(&[&after, &after]).is_empty());
    }

    #[test]
    fn a_unit_founded_or_closed_has_not_moved() {
        assert!(moved(&[&[(1, 0), (2, 1)], &[(1, 0), (3, 1)]]).is_empty());
    }

    #[test]
    fn a_unit_cut_off_from_the_rest_has_moved() {
        assert_eq!(moved(&[&[(1, 0), (2, 1), (3, 1)], &[(1, 0), (2, 0), (3, 1)]]), [1, 2]);
    }
}
